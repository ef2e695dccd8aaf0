package dev.imagesunset.client;

import java.util.regex.Pattern;

/** Text of others, which may be longer than anybody wants to read in a message, or feign a line of a log. */
final class Shortened {
    private static final int LONGEST = 1000;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private Shortened() {}

    /** In one line, of what can be seen. */
    static String text(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return UNSEEN.matcher(start).replaceAll(" ");
    }
}
