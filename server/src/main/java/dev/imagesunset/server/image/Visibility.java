package dev.imagesunset.server.image;

import java.util.Locale;

/** Who sees an image besides its owner and admins. */
enum Visibility {
    /** Nobody. */
    PRIVATE,
    /** The members of the image; since membership is not kept here, nobody. */
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
