package dev.imagesunset.server.request;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name that OpenStack services give to a request, {@code req-<uuid>}.
 *
 * @param value the name, as it stands in the header and in the logs
 */
public record RequestId(String value) {
    /** The header that carries it, in both directions. */
    public static final String HEADER = "X-Openstack-Request-Id";

    private static final Pattern FORM = Pattern.compile("req-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /**
     * Unlike anybody else's, a UUID of version 4 (RFC 9562, section 5.4), but no secret: {@link UUID#randomUUID()} lets all
     * threads wait for one source of secrets.
     */
    static RequestId random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new RequestId("req-" + new UUID(high, low));
    }

    /** What a caller sent as its own id; anything that has not exactly the form is dropped, never logged nor echoed. */
    static Optional<RequestId> sentByCaller(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> FORM.matcher(text).matches())
                .map(RequestId::new);
    }
}
