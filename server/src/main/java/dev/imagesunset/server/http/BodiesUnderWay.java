package dev.imagesunset.server.http;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits how many bodies are awaited at a time: each keeps one of the web server's threads busy, and others need some
 * too.
 */
final class BodiesUnderWay {
    private static final int MOST = 64;
    private static final int MOST_OF_ONE_USER = 16;

    private final Map<String, Integer> byUser = new HashMap<>();
    private int all;

    /**
     * Admits one more.
     *
     * @throws Refusal if there are too many, or too many from that user
     */
    synchronized void begin(String user) {
        if (all >= MOST || byUser.getOrDefault(user, 0) >= MOST_OF_ONE_USER) {
            throw new Refusal(ProblemCode.TOO_MANY_BODIES);
        }
        byUser.merge(user, 1, Integer::sum);
        all++;
    }

    synchronized void end(String user) {
        byUser.computeIfPresent(user, (same, bodies) -> bodies > 1 ? bodies - 1 : null);
        all--;
    }
}
