package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Role;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        return Map.of(Role.ADMIN, admin, Role.MEMBER, member, Role.READER, reader).entrySet().stream()
                .filter(role -> !Collections.disjoint(role.getValue(), names))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
