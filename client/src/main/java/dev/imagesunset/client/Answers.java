package dev.imagesunset.client;

import dev.imagesunset.client.generated.ApiException;
import dev.imagesunset.client.generated.ApiResponse;
import dev.imagesunset.client.model.Problem;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Reads answers of the generated client, and turns the bad ones into exceptions. */
final class Answers {
    private static final ObjectMapper JSON = TolerantReading.mapper();

    private final Notices notices;
    private final Time time;

    Answers(Notices notices, Time time) {
        this.notices = notices;
        this.time = time;
    }

    <T> Reply<T> good(String what, ApiResponse<T> response) {
        HttpHeaders headers = HttpHeaders.of(response.getHeaders(), (name, value) -> true);
        return new Reply<>(what, read(what, response.getStatusCode(), headers, null), response.getData());
    }

    ImageServiceException bad(String what, Throwable thrown) {
        if (thrown instanceof ApiException answered && answered.getCode() != 0) {
            Answer answer = read(what, answered.getCode(), answered.getResponseHeaders(), answered.getResponseBody());
            return Refusals.exception(what, answer);
        }
        if (thrown instanceof ApiException failed && failed.getCause() != null) {
            return bad(what, failed.getCause());
        }
        return thrown instanceof IllegibleAnswer
                        || !(thrown instanceof IOException || thrown instanceof TimeoutException)
                ? new UnexpectedAnswerException(what, thrown)
                : NoAnswerException.because(what, thrown);
    }

    private Answer read(String what, int status, HttpHeaders headers, @Nullable String body) {
        Problem problem = body == null ? null : problem(body);
        String requestId = headers.firstValue("X-Openstack-Request-Id").orElse(null);
        DeprecationNotice notice = notices.read(what, status, headers);
        return new Answer(time.now(), status, requestId, problem, notice, retryAfter(headers));
    }

    private static @Nullable Problem problem(String body) {
        try {
            return JSON.readValue(body, Problem.class);
        } catch (JacksonException e) {
            return null; // A gateway's page, perhaps: what it says is not for programs.
        }
    }

    private Duration retryAfter(HttpHeaders headers) {
        Optional<String> value = headers.firstValue("Retry-After").map(String::strip);
        try {
            return value.map(this::delay).filter(delay -> !delay.isNegative()).orElse(Duration.ZERO);
        } catch (DateTimeException | ArithmeticException e) {
            return Duration.ZERO;
        }
    }

    private Duration delay(String retryAfter) {
        return retryAfter.matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : Duration.between(time.now(), ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
    }
}
