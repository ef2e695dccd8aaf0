package dev.imagesunset.client;

import java.io.Serializable;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an answer says about the end of its call. What it leaves out, or says illegibly, is empty. It is immutable. */
public final class DeprecationNotice implements Serializable {
    private static final String SUCCESSOR = "successor-version";

    private final @Nullable Instant since;
    private final @Nullable Instant sunset;
    private final @Nullable Brownout brownout;
    private final @Nullable Instant closedToNewcomers;
    private final Map<String, URI> links;
    private final Instant told;

    private DeprecationNotice(
            @Nullable Instant since,
            @Nullable Instant sunset,
            @Nullable Brownout brownout,
            @Nullable Instant closedToNewcomers,
            Map<String, URI> links,
            Instant told) {
        this.since = since;
        this.sunset = sunset;
        this.brownout = brownout;
        this.closedToNewcomers = closedToNewcomers;
        this.links = links;
        this.told = told;
    }

    /** A notice received now, for tests; null stands for what it does not say. */
    public static DeprecationNotice of(@Nullable Instant since, @Nullable Instant sunset) {
        return new DeprecationNotice(since, sunset, null, null, Map.of(), Instant.now());
    }

    /** A copy with this next brownout. */
    public DeprecationNotice withNextBrownout(Brownout brownout) {
        return new DeprecationNotice(since, sunset, brownout, closedToNewcomers, links, told);
    }

    /** A copy that refuses newcomers from this time on. */
    public DeprecationNotice withClosedToNewcomers(Instant from) {
        return new DeprecationNotice(since, sunset, brownout, from, links, told);
    }

    /** A copy with this call as the successor. */
    public DeprecationNotice withSuccessor(URI successor) {
        Map<String, URI> more = new HashMap<>(links);
        more.put(SUCCESSOR, successor);
        return new DeprecationNotice(since, sunset, brownout, closedToNewcomers, Map.copyOf(more), told);
    }

    /** The notice in an answer's headers, told now, with links resolved against the endpoint; null if there is none. */
    static @Nullable DeprecationNotice read(HttpHeaders headers, URI endpoint, Instant now) {
        Optional<String> deprecation = headers.firstValue("Deprecation");
        Optional<String> sunset = headers.firstValue("Sunset");
        if (deprecation.isEmpty() && sunset.isEmpty()) {
            return null;
        }
        return new DeprecationNotice(
                deprecation.map(DeprecationNotice::date).orElse(null),
                sunset.map(value -> HttpDate.parse(value, now)).orElse(null),
                headers.firstValue("Brownout").map(Brownout::parse).orElse(null),
                headers.firstValue("Closed-To-Newcomers")
                        .map(DeprecationNotice::date)
                        .orElse(null),
                Links.parse(headers.allValues("Link"), endpoint),
                now);
    }

    private static @Nullable Instant date(String header) {
        StructuredDate date = StructuredDate.parse(header);
        return date == null ? null : date.date();
    }

    /** Since when the call has been deprecated (the header {@code Deprecation}, RFC 9745). */
    public Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    /** When the call ends (the header {@code Sunset}, RFC 8594). */
    public Optional<Instant> sunset() {
        return Optional.ofNullable(sunset);
    }

    /**
     * The whole days that were left until the sunset when the answer came, by this machine's clock; 0 from the sunset
     * on. Empty if the sunset is.
     */
    public OptionalLong daysLeft() {
        return sunset == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, Duration.between(told, sunset).toDays()));
    }

    /** The call's current or next brownout (the header {@code Brownout}); only told when one is near. */
    public Optional<Brownout> nextBrownout() {
        return Optional.ofNullable(brownout);
    }

    /**
     * When projects that never made the call before begin to be refused (the header {@code Closed-To-Newcomers}); only
     * told when that is near or past.
     */
    public Optional<Instant> closedToNewcomers() {
        return Optional.ofNullable(closedToNewcomers);
    }

    /** What to call instead (the link {@code successor-version}, RFC 5829). */
    public Optional<URI> successor() {
        return Optional.ofNullable(links.get(SUCCESSOR));
    }

    /** The page that explains how to move (the link {@code deprecation}, RFC 9745). */
    public Optional<URI> documentation() {
        return Optional.ofNullable(links.get("deprecation"));
    }

    /** Whether the other notice says the same, regardless of when it was given. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeprecationNotice notice
                && Objects.equals(since, notice.since)
                && Objects.equals(sunset, notice.sunset)
                && Objects.equals(brownout, notice.brownout)
                && Objects.equals(closedToNewcomers, notice.closedToNewcomers)
                && links.equals(notice.links);
    }

    @Override
    public int hashCode() {
        return Objects.hash(since, sunset, brownout, closedToNewcomers, links);
    }

    /** The notice in a sentence. */
    @Override
    public String toString() {
        return inWords(successor().map(URI::toString).orElse(null));
    }

    /** The notice in a sentence that names what to call instead, if that is known. */
    String inWords(@Nullable String instead) {
        return "deprecated" + since().map(date -> " since " + date).orElse("")
                + sunset().map(date -> ", gone on " + date + " (" + daysLeft().orElse(0) + " days left)")
                        .orElse("")
                + nextBrownout().map(window -> ", rests " + window).orElse("")
                + closedToNewcomers()
                        .map(date -> ", closed to newcomers from " + date)
                        .orElse("")
                + (instead == null ? "" : ", call " + instead + " instead")
                + documentation().map(uri -> ", see " + uri).orElse("");
    }
}
