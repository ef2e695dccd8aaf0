package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity service's names for the roles that this service knows.
 *
 * @param admin the names of roles that may do anything to anybody's images
 * @param member the names of roles that may change what their project owns
 * @param reader the names of roles that may see what their project owns
 */
record RoleNames(
        @DefaultValue("admin") Set<String> admin,
        @DefaultValue("member") Set<String> member,
        @DefaultValue("reader") Set<String> reader) {
    /** The roles with these names; unknown names are ignored. */
    Set<Role> roles(Collection<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names) {
            add(Role.ADMIN, admin.contains(name), roles);
            add(Role.MEMBER, member.contains(name), roles);
            add(Role.READER, reader.contains(name), roles);
        }
        return roles;
    }

    private static void add(Role role, boolean isNamed, Set<Role> roles) {
        if (isNamed) {
            roles.add(role);
        }
    }
}
