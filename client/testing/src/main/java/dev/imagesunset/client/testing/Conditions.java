package dev.imagesunset.client.testing;

import dev.imagesunset.client.Brownout;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the service is: what time it has, whether it rests, whether it fails, whom it trusts. The stub's lock guards it,
 * but for the notice, which is made when the stub is free for the next request.
 */
final class Conditions {
    private static final Map<String, String> AGAIN_SOON = Map.of("Retry-After", "2");
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final SortedSet<Brownout> brownouts = new TreeSet<>(Comparator.comparing(Brownout::start));
    private final Set<String> tokens = new HashSet<>();
    private @Nullable Instant now;
    private @Nullable Instant rehearsalEnd;
    private @Nullable Instant closing;
    private boolean isForAProject = true;
    private @Nullable Refusal failure;
    private int successOfV11 = 204;

    synchronized void moveTo(Instant instant) {
        now = instant;
    }

    synchronized void rests(Brownout brownout) {
        brownouts.add(brownout);
    }

    void rehearsesUntil(Instant end) {
        rehearsalEnd = end;
    }

    synchronized void isClosedToNewcomers() {
        closing = now();
    }

    void isForNoProject() {
        isForAProject = false;
    }

    /** Brownouts that are not over. */
    Stream<Brownout> upcoming() {
        return brownouts.stream().filter(it -> it.end().isAfter(now()));
    }

    /** Whether the sunset has come. */
    boolean isOver() {
        return !now().isBefore(ContractOperation.ENDING.goneFrom());
    }

    void acceptOnly(Set<String> good) {
        tokens.clear();
        tokens.addAll(good);
    }

    void isUnavailable() {
        failure = new Refusal(503, "catalogue-unavailable", "The catalogue does not answer. Try again.", AGAIN_SOON);
    }

    void hasAFault() {
        failure = new Refusal(500, "internal-error", "The service has a fault.");
    }

    void works() {
        failure = null;
    }

    void answersV11With(int status) {
        successOfV11 = status;
    }

    int success(ContractOperation operation) {
        return operation.isDeprecated() ? successOfV11 : 204;
    }

    synchronized void reset() {
        brownouts.clear();
        tokens.clear();
        now = null;
        rehearsalEnd = null;
        closing = null;
        isForAProject = true;
        failure = null;
        successOfV11 = 204;
    }

    /** Lets a request through, or refuses it in the contract's order. */
    void check(ContractOperation operation, StubRequest request) {
        if (operation.isDeprecated() && (isOver() || request.headers().containsKey(operation.rehearsal()))) {
            throw Refusal.gone();
        }
        if (request.isMalformed()) {
            throw new Refusal(400, "request-malformed", "The path has characters or escapes that are not allowed.");
        }
        checkToken(operation, request.token());
        if (operation.isDeprecated()) {
            checkProject();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void checkToken(ContractOperation operation, @Nullable String token) {
        if (token == null || token.isBlank()) {
            throw unauthorized("token-missing");
        }
        if (!tokens.isEmpty() && !tokens.contains(token)) {
            throw unauthorized("token-invalid");
        }
        if (!isForAProject && MyCallsStubs.OPERATIONS.contains(operation)) {
            throw new Refusal(403, "change-not-permitted", "The token is for no project. Use a token for a project.");
        }
    }

    /** Whether what ends still answers to the project. */
    private void checkProject() {
        if (rehearsalEnd != null && now().isBefore(rehearsalEnd)) {
            throw Refusal.gone();
        }
        if (closing != null && !now().isBefore(closing)) {
            throw new Refusal(
                    410, "closed-to-newcomers", "This operation is closed to projects that did not call it before.");
        }
        upcoming().findFirst().filter(it -> !it.start().isAfter(now())).ifPresent(it -> {
            throw resting(it, now());
        });
    }

    /** What every answer of a deprecated operation says of its end. */
    synchronized Map<String, String> notice(ContractOperation operation, @Nullable String imageId) {
        if (!operation.isDeprecated()) {
            return Map.of();
        }
        String page = "<" + operation.migrationPage() + ">; rel=\"%s\"; type=\"text/html\"";
        Map<String, String> headers = new HashMap<>();
        headers.put("Deprecation", "@" + operation.deprecatedFrom().getEpochSecond());
        headers.put(
                "Sunset",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(operation.goneFrom().atOffset(ZoneOffset.UTC)));
        headers.put(
                "Link",
                "<" + operation.successorPath(imageId) + ">; rel=\"successor-version\", "
                        + page.formatted("deprecation") + ", " + page.formatted("sunset"));
        if (closing != null) {
            headers.put("Closed-To-Newcomers", "@" + closing.getEpochSecond());
        }
        upcoming()
                .findFirst()
                .ifPresent(it -> headers.put(
                        "Brownout",
                        "@" + it.start().getEpochSecond() + ";until=@"
                                + it.end().getEpochSecond()));
        return headers;
    }

    /** A year before the end, unless it was set: no test of a consumer shall fail on the day of the sunset. */
    Instant now() {
        return now == null ? ContractOperation.ENDING.goneFrom().minus(A_YEAR) : now;
    }

    private static Refusal resting(Brownout brownout, Instant now) {
        String seconds = String.valueOf(Duration.between(now, brownout.end()).toSeconds());
        return new Refusal(
                410, "brownout", "This operation rests until " + brownout.end() + ".", Map.of("Retry-After", seconds));
    }

    private static Refusal unauthorized(String code) {
        return new Refusal(401, code, "The token is not good.", Map.of("WWW-Authenticate", "Keystone"));
    }
}
