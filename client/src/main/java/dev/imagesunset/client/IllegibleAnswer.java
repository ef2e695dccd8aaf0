package dev.imagesunset.client;

/** There is an answer, and it would be the same at another try. */
final class IllegibleAnswer extends RuntimeException {
    IllegibleAnswer(String why) {
        super(why);
    }
}
