package dev.imagesunset.client;

import dev.imagesunset.client.model.Problem;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is worth knowing of an answer; of a call without one, nothing. */
record Answer(
        Instant at,
        int status,
        @Nullable String requestIdHeader,
        @Nullable Problem problem,
        @Nullable DeprecationNotice notice,
        @Nullable Duration retryAfter)
        implements Serializable {
    static final Answer NONE = new Answer(Instant.EPOCH, 0, null, null, null, null);

    Optional<String> requestId() {
        return Optional.ofNullable(requestIdHeader)
                .or(() -> Optional.ofNullable(problem).map(Problem::getRequestId));
    }
}
