package dev.imagesunset.server.request;

import java.util.Optional;
import java.util.UUID;

/** UUIDs as they are written: 8-4-4-4-12 hexadecimal digits, in either case (RFC 9562, section 4). */
public final class CanonicalUuid {
    private CanonicalUuid() {}

    /** The UUID that a text is; empty if it is none, or written in another form. */
    public static Optional<UUID> of(String text) {
        try {
            UUID id = UUID.fromString(text);
            // Java also reads 1-1-1-1-1.
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
