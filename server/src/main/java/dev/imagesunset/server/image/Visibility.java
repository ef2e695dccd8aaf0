package dev.imagesunset.server.image;

import java.util.Locale;

/** Who sees an image, apart from its owner and admins. */
enum Visibility {
    /** Nobody. */
    PRIVATE,
    /** The image's members, which here means nobody, since this server keeps no members. */
    SHARED,
    /** Everybody who knows its id. */
    COMMUNITY,
    /** Everybody. */
    PUBLIC;

    static Visibility parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isForEverybody() {
        return this == COMMUNITY || this == PUBLIC;
    }
}
