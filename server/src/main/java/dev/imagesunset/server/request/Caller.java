package dev.imagesunset.server.request;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The caller of a request, as the identity service knows it.
 *
 * @param user the user's id
 * @param project the id of the project that the token is for, or null for a token without one
 * @param roles the roles of the user in that project
 * @param names the names of the user and the project, if the identity service gave them
 */
public record Caller(
        String user,
        @Nullable String project,
        Set<Role> roles,
        @Nullable Names names) {
    /** What stands for the project of those whose token is for none, such as one for the whole system. */
    public static final String NO_PROJECT = "(no project)";

    /**
     * The names that people know a caller by.
     *
     * @param user the user's name
     * @param project the name of the project that the token is for
     * @param domain the name of the project's domain
     */
    public record Names(
            @Nullable String user,
            @Nullable String project,
            @Nullable String domain) {}

    /** Whether the caller may do anything to anybody's images. */
    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }

    /** Whether the caller may see what its project owns. */
    public boolean isReader() {
        return roles.contains(Role.READER) || isMember() || isAdmin();
    }

    /** Whether the caller may change what its project owns. */
    public boolean isMember() {
        return roles.contains(Role.MEMBER);
    }

    /** The same caller without one role. */
    public Caller without(Role role) {
        return new Caller(
                user, project, roles.stream().filter(other -> other != role).collect(Collectors.toSet()), names);
    }

    /** The project to which the caller's calls are ascribed. */
    public String countedAs() {
        return project == null || project.isBlank() ? NO_PROJECT : project;
    }

    /** Whether the caller's token is for the given project. */
    public boolean isOf(@Nullable String owner) {
        return project != null && project.equals(owner);
    }
}
