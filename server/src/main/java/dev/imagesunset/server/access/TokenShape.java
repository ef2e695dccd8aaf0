package dev.imagesunset.server.access;

import java.util.regex.Pattern;

/** What the tokens of a Keystone look like, by the provider that makes them. */
enum TokenShape {
    /** A version, a time, a vector, a payload and a signature, 73 bytes at least; the time has begun with zeros since 1970. */
    FERNET("gAAAA[A-Za-z0-9_-]{93,}={0,2}"),

    /** Three parts, of which the first is an object of JSON. */
    JWS("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+"),

    /** Keystone's of old, which others still make. */
    UUID("[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}");

    private final Pattern form;

    TokenShape(String form) {
        this.form = Pattern.compile(form);
    }

    boolean fits(String token) {
        return form.matcher(token).matches();
    }
}
