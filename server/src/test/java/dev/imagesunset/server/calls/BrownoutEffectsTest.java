package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** After a brownout every caller that it hit is told by what it did since. */
class BrownoutEffectsTest extends CallsOnAClock {
    @Test
    void everyCallerThatWasHitIsClassified() {
        SeededCalls seeded = new SeededCalls(catalogue);
        for (String project : new String[] {"moved", "retried", "silent", "unchanged"}) {
            seeded.rows(project, "v1.1", "ok", 4, 30, 1, "2026-11-30");
            refuse(project, project.equals("retried") ? 400 : 2);
        }
        seeded.days("unchanged", "v1.1", 1, 1, "2026-12-02")
                .days("retried", "v1.1", 1, 1, "2026-12-02")
                .days("moved", "v2", 2, 1, "2026-12-03");
        clock.moveTo("2026-12-04T08:00:00Z");
        JsonNode effect = effects().get(0);
        assertThat(effect.get("brownout").get("start").asString()).isEqualTo("2026-12-01T10:00:00Z");
        assertThat(effect.get("callers")
                        .valueStream()
                        .map(caller -> caller.get("project").asString() + " " + caller.get("refused") + " "
                                + caller.get("effect").asString()))
                .containsExactly("retried 400 retried", "moved 2 moved", "silent 2 silent", "unchanged 2 unchanged");
        assertThat(recommendation()).startsWith("1 retried through it.");
    }

    @Test
    void oneThatHitNobodySaysSoAndOneThatIsNotOverSaysNothing() {
        clock.moveTo("2026-12-01T10:30:00Z");
        assertThat(effects()).isEmpty();
        clock.moveTo("2026-12-01T11:00:00Z");
        assertThat(recommendation())
                .isEqualTo(
                        "It has only just ended, and its calls are counted by 2026-12-01T12:01:00Z. Look again then.");
        clock.moveTo("2026-12-01T12:01:00Z");
        assertThat(recommendation()).startsWith("It hit nobody.");
    }

    @Test
    void silenceIsBelievedAfterADay() {
        new SeededCalls(catalogue).rows("silent", "v1.1", "ok", 4, 30, 1, "2026-11-30");
        refuse("silent", 2);
        clock.moveTo("2026-12-02T10:59:59Z");
        assertThat(recommendation()).startsWith("None that it hit came back so far");
        clock.moveTo("2026-12-02T11:00:00Z");
        assertThat(recommendation()).startsWith("All that it hit moved or fell silent.");
    }

    private String recommendation() {
        return effects().get(0).get("recommendation").asString();
    }

    private JsonNode effects() {
        return service.call("GET", "/operator/sunset/brownouts", "demo-admin")
                .json()
                .get("effects");
    }

    private void refuse(String project, int calls) {
        catalogue.execute("""
                INSERT INTO api_calls (id, span, start_at, project, version, agent, outcome, calls, first_at, last_at)
                VALUES (gen_random_uuid(), 'day', '2026-12-01T00:00:00Z', '%s', 'v1.1', 'curl', 'brownout', %d,
                    '2026-12-01T10:10:00Z', '2026-12-01T10:20:00Z')
                """.formatted(project, calls));
    }
}
