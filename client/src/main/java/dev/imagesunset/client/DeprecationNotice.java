package dev.imagesunset.client;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer says of the end of the call that it answers; whatever it leaves out, or says illegibly, is empty. */
public final class DeprecationNotice {
    private final @Nullable Instant since;
    private final @Nullable Instant sunset;
    private final Map<String, URI> links;

    private DeprecationNotice(@Nullable Instant since, @Nullable Instant sunset, Map<String, URI> links) {
        this.since = since;
        this.sunset = sunset;
        this.links = links;
    }

    /** The notice in an answer's headers, with links resolved against the endpoint; null if there is none. */
    static @Nullable DeprecationNotice read(HttpHeaders headers, URI endpoint) {
        Optional<String> deprecation = headers.firstValue("Deprecation");
        Optional<String> sunset = headers.firstValue("Sunset");
        if (deprecation.isEmpty() && sunset.isEmpty()) {
            return null;
        }
        return new DeprecationNotice(
                deprecation.map(DeprecationNotice::structuredDate).orElse(null),
                sunset.map(DeprecationNotice::httpDate).orElse(null),
                Links.parse(headers.allValues("Link"), endpoint));
    }

    /** Since when the call is deprecated (the header {@code Deprecation}, RFC 9745). */
    public Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    /** From when on the call is gone (the header {@code Sunset}, RFC 8594). */
    public Optional<Instant> sunset() {
        return Optional.ofNullable(sunset);
    }

    /** What to call instead (the link {@code successor-version}, RFC 5829). */
    public Optional<URI> successor() {
        return Optional.ofNullable(links.get("successor-version"));
    }

    /** The page that tells how to move (the link {@code deprecation}, RFC 9745). */
    public Optional<URI> documentation() {
        return Optional.ofNullable(links.get("deprecation"));
    }

    /** The notice in a sentence. */
    @Override
    public String toString() {
        return "deprecated" + since().map(date -> " since " + date).orElse("")
                + sunset().map(date -> ", gone on " + date).orElse("")
                + successor().map(uri -> ", call " + uri + " instead").orElse("")
                + documentation().map(uri -> ", see " + uri).orElse("");
    }

    private static @Nullable Instant structuredDate(String value) {
        String date = value.strip();
        return date.matches("@-?\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(date.substring(1))) : null;
    }

    private static @Nullable Instant httpDate(String value) {
        try {
            return ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
