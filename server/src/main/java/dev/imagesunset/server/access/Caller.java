package dev.imagesunset.server.access;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import jakarta.servlet.ServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/**
 * Who is calling, as the identity service knows it.
 *
 * @param user the user's id
 * @param project the id of the project that the token is for, or null for a token without one
 * @param roles the roles of the user in that project
 */
public record Caller(String user, @Nullable String project, Set<Role> roles) implements OAuth2AuthenticatedPrincipal {
    /** The caller of the request that the current thread answers. */
    public static Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("The request was not authenticated");
    }

    /** The caller of a request, if it came with a good token. */
    public static Optional<Caller> of(ServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(Caller.class.getName()));
    }

    void nameRequest(ServletRequest request) {
        request.setAttribute(Caller.class.getName(), this);
    }

    /** Whether the caller may do anything to anybody's images. */
    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }

    /**
     * Lets operators pass.
     *
     * @throws Refusal if the caller is none
     */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw new Refusal(ProblemCode.ADMIN_ONLY);
        }
    }

    /** Whether the caller may change what its project owns. */
    public boolean isMember() {
        return roles.contains(Role.MEMBER);
    }

    /** Whether the caller's token is for the given project. */
    public boolean isOf(@Nullable String owner) {
        return project != null && project.equals(owner);
    }

    @Override
    public String getName() {
        return user;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
    }
}
