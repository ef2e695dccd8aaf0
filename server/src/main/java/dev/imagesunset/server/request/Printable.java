package dev.imagesunset.server.request;

import org.jspecify.annotations.Nullable;

/** Makes outside text safe for a line of a log: printable ASCII without blanks, and not too long. */
public final class Printable {
    private static final int LONGEST = 200;

    private Printable() {}

    /** The text with all other characters replaced; {@code -} for null. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "-";
        }
        if (text.length() <= LONGEST && isPrintable(text)) {
            return text;
        }
        String ascii = text.replaceAll("[^!-~]", "?");
        return ascii.length() > LONGEST ? ascii.substring(0, LONGEST) + "..." : ascii;
    }

    private static boolean isPrintable(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '!' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }
}
