package dev.imagesunset.client;

/** Text of others, which may be longer than anybody wants to read in a message. */
final class Shortened {
    private static final int LONGEST = 1000;

    private Shortened() {}

    static String text(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
