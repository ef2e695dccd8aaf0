package dev.imagesunset.server.access;

import java.util.regex.Pattern;

/** The shape of a Keystone's tokens, by the provider that issues them. */
enum TokenShape {
    /**
     * A version, a time, a vector, a payload and a signature, at least 73 bytes; the time's first bytes are always
     * zero.
     */
    FERNET("gAAAA[A-Za-z0-9_-]{93,}={0,2}"),

    /** Three parts, the first of which is a JSON object. */
    JWS("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+"),

    /** The tokens of old Keystones, which other identity services still issue. */
    UUID("[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}");

    private final Pattern form;

    TokenShape(String form) {
        this.form = Pattern.compile(form);
    }

    boolean fits(String token) {
        return form.matcher(token).matches();
    }
}
