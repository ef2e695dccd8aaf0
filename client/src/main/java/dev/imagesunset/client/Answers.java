package dev.imagesunset.client;

import dev.imagesunset.client.json.Json;
import dev.imagesunset.client.model.Problem;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads answers, and turns the bad ones into exceptions. */
final class Answers {
    private static final Pattern SECONDS = Pattern.compile("0*(\\d{1,9})|\\d+");
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final URI endpoint;
    private final WantedBody wanted;
    private final Notices notices;
    private final Time time;

    Answers(URI endpoint, WantedBody wanted, Notices notices, Time time) {
        this.endpoint = endpoint;
        this.wanted = wanted;
        this.notices = notices;
        this.time = time;
    }

    /**
     * What a good answer brings.
     *
     * @throws ImageServiceException what a bad one means
     */
    <T> Reply<T> read(Operation<T> operation, HttpResponse<byte[]> response) {
        Answer answer = Answer.of(response.statusCode(), time.now())
                .withRequestId(
                        response.headers().firstValue("X-Openstack-Request-Id").orElse(null));
        try {
            return understood(operation, response, answer);
        } catch (ImageServiceException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnexpectedAnswerException(operation.what(), answer, e);
        }
    }

    /** Why there is no answer. */
    Throwable failure(String what, Throwable thrown, Duration timeout) {
        if (thrown instanceof Error) {
            return thrown;
        }
        Throwable reason =
                thrown instanceof TimeoutException ? new TimeoutException("it took longer than " + timeout) : thrown;
        return NoAnswerException.because(what, endpoint, reason);
    }

    private <T> Reply<T> understood(Operation<T> operation, HttpResponse<byte[]> response, Answer bare) {
        HttpHeaders headers = response.headers();
        Answer answer = bare.withDeprecation(notices.read(operation, bare.status(), headers))
                .withRetryAfter(retryAfter(headers))
                .withRehearsal(operation.isRehearsal());
        String body = wanted.text(response);
        if (answer.status() / 100 != 2) {
            throw ImageServiceException.of(operation.what(), answer.withProblem(problem(body)));
        }
        boolean hasBody = operation.reading() != null && !body.isBlank();
        return new Reply<>(operation.what(), answer, hasBody ? content(operation, body) : null);
    }

    private static <T> @Nullable T content(Operation<T> operation, String body) {
        return operation.reading() == null ? null : operation.reading().apply(Json.readObject(body));
    }

    private static @Nullable Problem problem(String body) {
        try {
            return Problem.of(Json.readObject(body));
        } catch (IllegalArgumentException e) {
            return null; // A gateway's page, perhaps: what it says is not for programs.
        }
    }

    private @Nullable Duration retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After").map(this::delay).orElse(null);
    }

    private @Nullable Duration delay(String retryAfter) {
        Matcher seconds = SECONDS.matcher(retryAfter.strip());
        if (seconds.matches()) {
            return seconds.group(1) == null ? FOR_EVER : Duration.ofSeconds(Long.parseLong(seconds.group(1)));
        }
        Instant date = HttpDate.parse(retryAfter, time.now());
        return date == null ? null : Duration.between(time.now(), date.isAfter(time.now()) ? date : time.now());
    }
}
