package dev.imagesunset.server.request;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The id that OpenStack services give to a request, {@code req-<uuid>}.
 *
 * @param value the id, as in the header and in the logs
 */
public record RequestId(String value) {
    /** The header that carries it, in both directions. */
    public static final String HEADER = "X-Openstack-Request-Id";

    private static final String BEGINNING = "req-";

    /**
     * Makes a unique id, a UUID of version 4 (RFC 9562, section 5.4). It is not secret: {@link UUID#randomUUID()} makes
     * all threads wait for one secure random source.
     */
    static RequestId random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new RequestId(BEGINNING + new UUID(high, low));
    }

    /**
     * The id that a caller sent as its own; anything not exactly in this form is dropped, and neither logged nor
     * echoed.
     */
    static Optional<RequestId> sentByCaller(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.startsWith(BEGINNING))
                .filter(text ->
                        CanonicalUuid.of(text.substring(BEGINNING.length())).isPresent())
                .map(RequestId::new);
    }
}
