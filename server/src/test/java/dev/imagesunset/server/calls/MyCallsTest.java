package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Callers see what their own project still calls, speak for it, and rehearse the end, with their ordinary tokens. */
@TestPropertySource(
        properties = {
            "image-sunset.access.tokens.no-project.user=sys",
            "image-sunset.access.tokens.no-project.roles=member",
            "image-sunset.access.tokens.talker.user=tom",
            "image-sunset.access.tokens.talker.project=talking",
            "image-sunset.access.tokens.talker.roles=member",
            "image-sunset.access.tokens.waiting.user=will",
            "image-sunset.access.tokens.waiting.project=waiting",
            "image-sunset.access.tokens.waiting.roles=member",
            "image-sunset.access.tokens.speaker.user=sue",
            "image-sunset.access.tokens.speaker.project=speaking",
            "image-sunset.access.tokens.speaker.roles=member",
            "image-sunset.access.tokens.actor.user=al",
            "image-sunset.access.tokens.actor.project=rehearsing",
            "image-sunset.access.tokens.actor.roles=member"
        })
class MyCallsTest extends CallsOnAClock {
    @Test
    void aProjectSeesItsOwnCallsAndNobodyElses() {
        call("demo-member", "nightly/1.0", UUID.randomUUID());
        call("demo-other", "others/2.0", UUID.randomUUID());
        service.call("DELETE", "/v2/images/" + UUID.randomUUID(), "demo-member");
        countAll();
        JsonNode mine = mine("demo-reader");
        assertThat(mine.get("project").asString()).isEqualTo("demo");
        assertThat(mine.get("days")).hasToString("[{\"day\":\"2026-11-02\",\"deprecated\":1,\"successor\":1}]");
        assertThat(mine.get("user_agents")).hasToString("[\"nightly/1.0\"]");
        assertThat(mine.get("outcomes")).hasToString("{\"image-not-found\":1}");
        assertThat(mine.get("last_request_id").asString()).startsWith("req-");
        assertThat(mine.get("readiness").get("ready").asString()).isEqualTo("no");
        assertThat(mine.get("readiness").get("witnesses").get(0).get("because").asString())
                .endsWith("It called last on 2026-11-02, today.");
        assertThat(mine.get("brownouts").get(0).get("start").asString()).isEqualTo("2026-12-01T10:00:00Z");
        assertThat(mine("demo-other").get("brownouts")).isEmpty();
        assertThat(mine.toString()).doesNotContain("other");
    }

    @Test
    void whoNeverCalledIsToldSo() {
        JsonNode mine = mine("demo-member");
        assertThat(mine.get("days")).isEmpty();
        assertThat(mine.has("last_request_id")).isFalse();
        assertThat(mine.get("readiness").toString())
                .contains("\"ready\":\"unknown\"", "It has not called, but calls have not been counted for long");
        clock.moveTo("2037-01-01T00:00:00Z");
        assertThat(mine("demo-member").get("readiness").toString()).contains("\"ready\":\"yes\"", "It has not called.");
    }

    @Test
    void whomElseADecisionNamesIsNotTold() {
        String exemption =
                "{\"kind\": \"exemption\", \"reason\": \"x\", \"end\": \"2027-01-01T00:00:00Z\", \"projects\": [\"talking\", \"others\"]}";
        assertThat(service.call("POST", "/operator/decisions", "demo-admin", exemption)
                        .status())
                .isEqualTo(201);
        assertThat(mine("talker").get("words").get(0).get("projects")).hasToString("[\"talking\"]");
    }

    @Test
    void whoNeverCalledButNeedsTheCallIsHeard() {
        say("waiting", "{\"word\": \"need\", \"until\": \"2028-06-30T00:00:00Z\", \"reason\": \"a yearly restore\"}");
        assertThat(mine("waiting").get("readiness").get("ready").asString()).isEqualTo("no");
        say("waiting", "{\"word\": \"moved\", \"reason\": \"restored by v2\"}");
        assertThat(mine("waiting").get("readiness").get("ready").asString()).isEqualTo("yes");
    }

    @Test
    void whatItSaysIsKeptAndTheNewestCounts() {
        call("speaker", "curl/8", UUID.randomUUID());
        countAll();
        clock.moveTo("2026-11-03T08:00:00Z");
        say("speaker", "{\"word\": \"need\", \"until\": \"2027-01-31T18:00:00+18:00\", \"reason\": \"our release\"}");
        assertThat(word().get("says").asString()).isEqualTo("unknown");
        say("speaker", "{\"word\": \"moved\", \"reason\": \"released\"}");
        assertThat(word().get("says").asString()).isEqualTo("yes");
        assertThat(word().get("because").asString())
                .isEqualTo("sue said on 2026-11-03T08:00Z that it has moved: released");
        assertThat(mine("speaker").get("words").valueStream().map(word -> word.get("kind")
                        .asString()))
                .containsExactly("moved", "need");
        JsonNode log = service.call("GET", "/operator/decisions?project=speaking", "demo-admin")
                .json();
        assertThat(log.get("decisions")).isEqualTo(mine("speaker").get("words"));
    }

    private JsonNode word() {
        return mine("speaker").get("readiness").get("witnesses").get(1);
    }

    @Test
    void whoSaysVeryMuchSaysTheRestTomorrow() {
        for (int i = 0; i < 100; i++) {
            say("talker", "{\"word\": \"moved\", \"reason\": \"again\"}");
        }
        Answer refused = service.call("POST", "/my/rehearsals", "talker", "{\"reason\": \"x\"}")
                .isRefusal(409, "decision-impossible");
        assertThat(refused.problem().get("detail").asString()).startsWith("Your project has said 100 things");
        clock.move(Duration.ofDays(1));
        say("talker", "{\"word\": \"need\", \"until\": \"2028-06-30T00:00:00Z\", \"reason\": \"no\"}");
        assertThat(mine("talker").get("readiness").get("ready").asString()).isEqualTo("no");
    }

    @Test
    void aParameterIsRefusedAsThereAreNone() {
        assertThat(service.call("GET", "/my/calls?project=other", "demo-reader")
                        .isRefusal(400, "parameter-invalid")
                        .body())
                .contains("The parameter project is not known, nor is any other here.");
    }

    @Test
    void onlyAMemberSpeaksForAProject() {
        String moved = "{\"word\": \"moved\", \"reason\": \"x\"}";
        service.call("POST", "/my/words", "demo-reader", moved).isRefusal(403, "change-not-permitted");
        service.call("POST", "/my/words", "no-project", moved).isRefusal(403, "change-not-permitted");
        service.call("POST", "/my/rehearsals", "demo-reader", "{\"reason\": \"x\"}")
                .isRefusal(403, "change-not-permitted");
        service.call("GET", "/my/calls", "no-project").isRefusal(403, "change-not-permitted");
        service.call("GET", "/my/calls", "bad").isRefusal(401, "token-invalid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            words      | {"word": "moved"}                                                            | 400 | The property reason is missing.
            words      | {"word": "perhaps", "reason": "x"}                                           | 400 | The property word is not good. Send one of moved, need.
            words      | {"word": "need", "reason": "x"}                                              | 400 | The property until is missing
            words      | {"word": "need", "reason": "x", "until": "2026-01-01T00:00:00Z"}             | 409 | That time is past.
            words      | {"word": "need", "reason": "x", "until": "9999-12-31T23:59:59-01:00"}        | 400 | The property until is not good.
            words      | {"word": "moved", "reason": "x", "until": "2027-01-01T00:00:00Z"}            | 400 | Who has moved needs nothing
            rehearsals | {"reason": "x", "minutes": 61}                                               | 400 | The property minutes is not good. Send a whole number from 1 to 60.
            rehearsals | {"reason": "x", "minutes": "ten"}                                            | 400 | The property minutes is not good.
            """)
    void whatCannotBeSaidIsRefusedInWords(String path, String body, int status, String detail) {
        Answer answer = service.call("POST", "/my/" + path, "demo-member", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem().get("detail").asString()).startsWith(detail);
    }

    @Test
    void whoCallsForNoProjectIsSeenAndWhoHasNoGoodTokenIsInNoCurve() {
        call("no-project", "cleaner/1.0", UUID.randomUUID());
        service.deleteWith(UUID.randomUUID(), Map.of("X-Auth-Token", "nobody", "Sunset-Rehearsal", "true"));
        assertThat(caller("(no project)").get("ready").asString()).isEqualTo("no");
        assertThat(caller("(no project)").get("user_agents")).hasToString("[\"cleaner/1.0\"]");
        assertThat(days()).isEqualTo("[{\"day\":\"2026-11-02\",\"deprecated\":1,\"successor\":0}]");
        service.call("POST", "/operator/decisions", "demo-admin", """
                {"kind": "brownout", "reason": "x", "end": "2026-11-02T08:31:00Z", "projects": ["(no project)"]}
                """);
        service.delete(UUID.randomUUID(), "no-project").isRefusal(410, "brownout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-member", "nobody"})
    void aCallWithTheHeaderIsAnsweredExactlyAsAfterTheSunset(String token) {
        UUID image = catalogue.imageOf("demo", "private");
        clock.moveTo("2026-11-25T00:00:00Z");
        Answer rehearsed = service.deleteWith(image, Map.of("X-Auth-Token", token, "Sunset-Rehearsal", "true"));
        clock.moveTo("2028-01-01T00:00:00Z");
        Answer after = service.deleteWith(image, Map.of("X-Auth-Token", token));
        assertThat(withoutItsName(rehearsed)).isEqualTo(withoutItsName(after));
        rehearsed.isRefusal(410, "operation-gone");
        assertThat(rehearsed.header("Brownout")).isEmpty();
        assertThat(catalogue.row(image)).containsEntry("status", "active");
        assertThat(after.headers().keySet()).isEqualTo(rehearsed.headers().keySet());
    }

    private static String withoutItsName(Answer answer) {
        return answer.status()
                + answer.header("Link")
                + answer.body().replace(answer.header("X-Openstack-Request-Id"), "");
    }

    @Test
    void aRehearsalIsForItsProjectEndsByItselfAndIsCountedAsOne() {
        clock.moveTo("2026-11-20T10:00:00Z");
        UUID image = catalogue.imageOf("rehearsing", "private");
        Answer started = service.call("POST", "/my/rehearsals", "actor", "{\"minutes\": 15, \"reason\": \"x\"}");
        assertThat(started.status()).as("%s", started).isEqualTo(201);
        assertThat(started.json().get("end").asString()).isEqualTo("2026-11-20T10:15:00Z");
        Answer gone = service.delete(image, "actor").isRefusal(410, "operation-gone");
        assertThat(gone.header("Brownout")).isEmpty();
        assertThat(service.delete(catalogue.imageOf("other", "private"), "demo-other")
                        .status())
                .isEqualTo(204);
        assertThat(service.call("DELETE", "/v2/images/" + UUID.randomUUID(), "actor")
                        .status())
                .isEqualTo(404);
        assertThat(caller("rehearsing").get("outcomes")).hasToString("{\"rehearsal\":1}");
        assertThat(mine("actor").get("readiness").toString()).contains("It has not called");
        clock.moveTo("2026-11-20T10:15:00Z");
        assertThat(service.delete(image, "actor").status()).isEqualTo(204);
    }

    private JsonNode mine(String token) {
        return service.call("GET", "/my/calls", token).json();
    }

    private void say(String token, String body) {
        Answer answer = service.call("POST", "/my/words", token, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    }
}
