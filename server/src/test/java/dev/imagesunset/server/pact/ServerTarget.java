package dev.imagesunset.server.pact;

import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.jspecify.annotations.Nullable;

/**
 * A server that is asked once: the answer 503 is what is expected, and no reason to try again. Pact JVM takes headers of
 * answers apart at their commas, also where another implementation has written the whole value into the pact; such
 * headers are put together again.
 */
final class ServerTarget extends HttpTestTarget {
    private static final IHttpClientFactory ONCE =
            provider -> HttpClients.custom().disableAutomaticRetries().build();

    private final HttpResponse expected;

    ServerTarget(int port, Interaction interaction) {
        super("localhost", port, "/", () -> ONCE);
        expected = ((V4Interaction.SynchronousHttp) interaction.asV4Interaction()).getResponse();
    }

    @Override
    public ProviderResponse executeInteraction(@Nullable Object client, @Nullable Object request) {
        ProviderResponse answer = super.executeInteraction(client, request);
        Map<String, List<String>> headers = new LinkedHashMap<>(answer.getHeaders());
        headers.replaceAll((name, parts) -> isExpectedWhole(name) ? List.of(String.join(", ", parts)) : parts);
        return new ProviderResponse(answer.getStatusCode(), headers, answer.getContentType(), answer.getBody());
    }

    private boolean isExpectedWhole(String header) {
        return expected.getHeaders().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(header))
                .filter(entry -> entry.getValue().size() == 1)
                .anyMatch(entry -> entry.getValue().get(0).contains(",")
                        && regex(entry.getKey())
                                .map(entry.getValue().get(0)::matches)
                                .orElse(true));
    }

    /** Our own client's expressions are for the parts. */
    private Optional<String> regex(String header) {
        MatchingRuleGroup rules = expected.getMatchingRules()
                .rulesForCategory("header")
                .getMatchingRules()
                .get(header);
        return rules == null
                ? Optional.empty()
                : rules.getRules().stream()
                        .filter(RegexMatcher.class::isInstance)
                        .map(rule -> ((RegexMatcher) rule).getRegex())
                        .findFirst();
    }
}
