package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** After the sunset the operation stays open for a critical project that still calls, until it has moved or the last day comes. */
@TestPropertySource(
        properties = {
            "image-sunset.v1-1.interlock.projects=critical,silent,never-seen,only-v2",
            "image-sunset.v1-1.interlock.last-day=2028-03-31",
            "image-sunset.access.tokens.critical.user=cleo",
            "image-sunset.access.tokens.critical.project=critical",
            "image-sunset.access.tokens.critical.roles=member",
            "image-sunset.access.tokens.silent.user=sol",
            "image-sunset.access.tokens.silent.project=silent",
            "image-sunset.access.tokens.silent.roles=member"
        })
class InterlockTest extends CallsOnAClock {
    @Test
    void itHoldsForWhoStillCallsUntilItSaysThatItHasMoved() {
        new SeededCalls(catalogue)
                .days("critical", "v1.1", 60, 1, "2027-12-30")
                .days("silent", "v1.1", 60, 1, "2027-10-01")
                .days("only-v2", "v2", 60, 1, "2027-12-30");
        clock.moveTo("2027-12-31T00:00:00Z");
        await().untilAsserted(() -> assertThat(held()).isEqualTo("[\"critical\"]"));
        assertThat(delete("critical").status()).isEqualTo(204);
        assertThat(delete("critical").header("Brownout")).isEmpty();
        for (String token : new String[] {"silent", "demo-member"}) {
            delete(token).isRefusal(410, "operation-gone");
        }
        delete("nobody").isRefusal(401, "token-invalid");
        aRehearsalIsOne();
        service.send("GET", "/v1.1/nope", Map.of()).isRefusal(410, "operation-gone");

        clock.moveTo("2028-03-31T00:00:00Z");
        delete("critical").isRefusal(410, "operation-gone");
        assertThat(held()).isEqualTo("[]");

        clock.moveTo("2028-03-01T00:00:00Z");
        Answer moved = service.call("POST", "/my/words", "critical", "{\"word\": \"moved\", \"reason\": \"done\"}");
        assertThat(moved.status()).isEqualTo(201);
        delete("critical").isRefusal(410, "operation-gone");

        service.call("POST", "/my/words", "critical", """
                {"word": "need", "until": "2028-03-20T00:00:00Z", "reason": "rolled back"}
                """);
        assertThat(delete("critical").status()).isEqualTo(204);
        service.call("POST", "/operator/decisions", "demo-admin", "{\"kind\": \"release\"}")
                .isRefusal(400, "body-malformed");
        service.call(
                        "POST",
                        "/operator/decisions",
                        "demo-admin",
                        "{\"kind\": \"release\", \"reason\": \"a slip\", \"projects\": [\"criticl\"]}")
                .isRefusal(409, "decision-impossible");
        service.call("POST", "/operator/decisions", "demo-admin", "{\"kind\": \"release\", \"reason\": \"agreed\"}");
        delete("critical").isRefusal(410, "operation-gone");
    }

    @Test
    void aPostponementPastItsLastDayIsRefused() {
        assertThat(postpone("2028-03-31").isRefusal(409, "decision-impossible").body())
                .contains("The interlock ends on 2028-03-31T00:00:00Z, and would hold nobody after that sunset.");
        clock.moveTo("2028-05-02T00:00:00Z");
        assertThat(postpone("2028-05-01").isRefusal(409, "decision-impossible").body())
                .contains("That day is past");
    }

    @Test
    void callersKnowItsLastDay() {
        assertThat(page()).contains("stays open until they have moved, and at most until 31 March 2028.");
        clock.moveTo("2028-03-31T00:00:00Z");
        assertThat(page()).doesNotContain("stays open until");
    }

    private String page() {
        return service.send("GET", "/deprecation", Map.of()).body();
    }

    private Answer postpone(String day) {
        return service.call(
                "POST",
                "/operator/decisions",
                "demo-admin",
                "{\"kind\": \"postponement\", \"reason\": \"x\", \"end\": \"%sT00:00:00Z\"}".formatted(day));
    }

    private void aRehearsalIsOne() {
        UUID image = catalogue.imageOf("critical", "private");
        service.deleteWith(image, Map.of("X-Auth-Token", "critical", "Sunset-Rehearsal", "true"))
                .isRefusal(410, "operation-gone");
        assertThat(rehearse("silent").isRefusal(409, "decision-impossible").body())
                .contains("nothing left to rehearse");
        assertThat(rehearse("critical").status()).isEqualTo(201);
        service.delete(image, "critical").isRefusal(410, "operation-gone");
        clock.moveTo("2027-12-31T00:01:00Z");
        assertThat(service.delete(image, "critical").status()).isEqualTo(204);
    }

    private Answer rehearse(String token) {
        return service.call("POST", "/my/rehearsals", token, "{\"minutes\": 1, \"reason\": \"x\"}");
    }

    private String held() {
        return sunset().get("interlock").get("holds").toString();
    }

    private Answer delete(String token) {
        return service.delete(catalogue.imageOf(token.equals("demo-member") ? "demo" : token, "private"), token);
    }
}
