package dev.imagesunset.client;

import java.io.IOException;

/** There is an answer, and it would be the same at another try. */
final class IllegibleAnswer extends IOException {
    IllegibleAnswer(String why) {
        super(why);
    }

    IllegibleAnswer(String why, IOException cause) {
        super(why, cause);
    }
}
