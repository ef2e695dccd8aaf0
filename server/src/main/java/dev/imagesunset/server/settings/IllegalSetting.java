package dev.imagesunset.server.settings;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;

/** Thrown for a setting with which the server must not start. */
public class IllegalSetting extends RuntimeException {
    private final String remedy;

    /**
     * Refuses to start.
     *
     * @param sentence what is wrong, naming the setting
     * @param remedy what to set instead
     */
    public IllegalSetting(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    /**
     * Refuses a time that is not positive.
     *
     * @param name the setting's full name
     */
    public static void requirePositive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalSetting("%s is %s.".formatted(name, asWritten(time)), "Set a positive time, like 2s.");
        }
    }

    /** A time as settings have it, like {@code 34d}, in the largest unit that leaves no rest. */
    public static String asWritten(Duration time) {
        ChronoUnit unit = Stream.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS)
                .filter(it -> time.equals(time.truncatedTo(it)))
                .findFirst()
                .orElse(ChronoUnit.MILLIS);
        return DurationStyle.SIMPLE.print(time, time.isZero() ? ChronoUnit.SECONDS : unit);
    }

    /**
     * Refuses a number that is not positive.
     *
     * @param name the setting's full name
     */
    public static void requirePositive(String name, int number) {
        if (number <= 0) {
            throw new IllegalSetting("%s is %d.".formatted(name, number), "Set a number greater than 0.");
        }
    }

    /**
     * Refuses what is not the http or https URL of a service, to which paths are added.
     *
     * @param what the setting's full name, with "is" or "has", after which the URL is quoted
     * @param remedy what to set instead
     */
    public static void requireHttp(String what, URI url, String remedy) {
        boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!isHttp || url.getHost() == null || url.getQuery() != null) {
            throw illegal(what, url, "is not an http or https URL", remedy);
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw illegal(what, url, "has a user or a fragment", remedy);
        }
    }

    private static IllegalSetting illegal(String what, URI url, String why, String remedy) {
        return new IllegalSetting("%s %s, which %s.".formatted(what, withoutUser(url.toString()), why), remedy);
    }

    /** Masks the user that a URL may contain, with a password that nobody may read. */
    static String withoutUser(String url) {
        return url.replaceFirst("(?s)^([^/:@]*://)?.*@", "$1*@");
    }

    String remedy() {
        return remedy;
    }
}
