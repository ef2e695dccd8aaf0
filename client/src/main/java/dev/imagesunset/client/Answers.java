package dev.imagesunset.client;

import dev.imagesunset.client.generated.ApiException;
import dev.imagesunset.client.generated.ApiResponse;
import dev.imagesunset.client.model.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Reads answers of the generated client, and turns the bad ones into exceptions. */
final class Answers {
    private static final ObjectMapper JSON = TolerantReading.mapper();
    private static final Pattern SECONDS = Pattern.compile("0*(\\d{1,9})|\\d+");
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final URI endpoint;
    private final Notices notices;
    private final Time time;

    Answers(URI endpoint, Notices notices, Time time) {
        this.endpoint = endpoint;
        this.notices = notices;
        this.time = time;
    }

    <T> Reply<T> good(CallDescription call, ApiResponse<T> response) {
        HttpHeaders headers = HttpHeaders.of(response.getHeaders(), (name, value) -> true);
        return new Reply<>(call.what(), read(call, response.getStatusCode(), headers, null), response.getData());
    }

    ImageServiceException bad(CallDescription call, Throwable thrown) {
        if (thrown instanceof ApiException answered && answered.getCode() != 0) {
            Answer answer = read(call, answered.getCode(), answered.getResponseHeaders(), answered.getResponseBody());
            return Refusals.exception(call.what(), answer);
        }
        if (thrown instanceof ApiException failed && failed.getCause() != null) {
            return bad(call, failed.getCause());
        }
        return thrown instanceof IllegibleAnswer
                        || !(thrown instanceof IOException || thrown instanceof TimeoutException)
                ? new UnexpectedAnswerException(call.what(), thrown)
                : NoAnswerException.because(call.what(), endpoint, thrown);
    }

    private Answer read(CallDescription call, int status, HttpHeaders headers, @Nullable String body) {
        Problem problem = body == null ? null : problem(body);
        String requestId = headers.firstValue("X-Openstack-Request-Id").orElse(null);
        DeprecationNotice notice = notices.read(call, status, headers);
        return new Answer(time.now(), status, requestId, problem, notice, retryAfter(headers));
    }

    private static @Nullable Problem problem(String body) {
        try {
            return JSON.readValue(body, Problem.class);
        } catch (JacksonException e) {
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
