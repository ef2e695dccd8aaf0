package dev.imagesunset.server.pact;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * What a consumer's team sees of {@link PactVerificationTest} on its own pacts.
 *
 * @param verified how many interactions were
 * @param failures what it was told
 */
record Verification(long verified, List<String> failures) {

    /** Runs it with these properties, as on the command line. */
    static Verification with(Map<String, String> properties) {
        Map<String, @Nullable String> before = new HashMap<>();
        properties.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
        try {
            return run();
        } finally {
            before.forEach(Verification::restore);
        }
    }

    private static Verification run() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(PactVerificationTest.class))
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();
        return new Verification(
                summary.getTestsStartedCount(),
                summary.getFailures().stream()
                        .map(failure -> String.valueOf(failure.getException().getMessage()))
                        .toList());
    }

    private static void restore(String property, @Nullable String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }
}
