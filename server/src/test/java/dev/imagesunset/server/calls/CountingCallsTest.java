package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.RawHttp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CountingCallsTest extends CallsOnAClock {
    @Test
    void callsAreCountedByProjectAgentAndOutcome() {
        call("demo-member", "python-glanceclient", catalogue.imageOf("demo", "private"));
        clock.move(Duration.ofMinutes(1));
        call("demo-reader", "curl/7.88.1", UUID.randomUUID());
        call("demo-member", "curl/8.5.0", "nope");
        call("demo-other", "okhttp/4.12.0", UUID.randomUUID());
        JsonNode demo = caller("demo");
        assertThat(demo.get("last_day").asLong()).isEqualTo(3);
        assertThat(demo.get("agents").toString()).isEqualTo("[\"curl\",\"python-glanceclient\"]");
        assertThat(demo.get("outcomes")).hasSize(3).allMatch(calls -> calls.asInt() == 1);
        assertThat(demo.get("outcomes").propertyNames())
                .containsExactlyInAnyOrder("ok", "image-not-found", "image-id-malformed");
        assertThat(demo.get("first_seen").asString()).isEqualTo("2026-11-02T08:30:00Z");
        assertThat(demo.get("last_seen").asString()).isEqualTo("2026-11-02T08:31:00Z");
        assertThat(caller("other").get("last_day").asLong()).isEqualTo(1);
    }

    @Test
    void aCallWithoutAGoodTokenIsNobodys() {
        service.deleteWith(UUID.randomUUID(), Map.of());
        service.delete(UUID.randomUUID(), "bad");
        assertThat(caller("-").get("outcomes").toString()).contains("\"token-missing\":1", "\"token-invalid\":1");
        assertThat(days()).isEqualTo("[]");
    }

    @Test
    void nothingElseIsACall() {
        service.send("GET", "/v1.10/images", Map.of());
        service.send("GET", "/v1.1/images", Map.of());
        RawHttp.send(
                service.port(), "GET /v1.1/images/" + UUID.randomUUID() + " HTTP/1.1", "X-Auth-Token: demo-member");
        service.call("DELETE", "/v2/images/" + UUID.randomUUID(), "bad");
        service.call("GET", "/v2/images", "demo-member");
        service.call("DELETE", "/v2/images/" + UUID.randomUUID() + "/tags/x", "demo-member");
        countAll();
        assertThat(database.sql("SELECT count(*) FROM api_calls WHERE span = 'day'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void callsAfterTheSunsetAreCountedTooForWhoseTokenIsGood() {
        clock.moveTo("2028-01-01T00:00:00Z");
        service.delete(UUID.randomUUID(), "demo-member").isRefusal(410, "operation-gone");
        assertThat(caller("demo").get("outcomes").toString()).isEqualTo("{\"operation-gone\":1}");
        assertThat(sunset().get("phase").asString()).isEqualTo("gone");
    }

    @Test
    void storingTheSameOnceMoreOrSomethingOlderCountsNothingTwice() {
        call("demo-member", "curl/8", UUID.randomUUID());
        open.awaitNone(Duration.ofSeconds(5));
        List<Tally.Total> older = tallies.unstored(clock.instant());
        rows.store(older);
        call("demo-member", "curl/8", UUID.randomUUID());
        countAll();
        countAll();
        rows.store(older);
        assertThat(caller("demo").get("last_day").asLong()).isEqualTo(2);
    }

    @Test
    void callsOfPastDaysAndHoursAreForgottenInMemoryOnceTheyAreStored() {
        call("demo-member", "curl/8", UUID.randomUUID());
        countAll();
        assertThat(tallies.size()).isEqualTo(2);
        clock.move(Duration.ofHours(1));
        countAll();
        assertThat(tallies.size()).isEqualTo(1);
        clock.move(Duration.ofDays(1));
        countAll();
        assertThat(tallies.size()).isZero();
        assertThat(caller("demo").get("last_week").asLong()).isEqualTo(1);
    }

    @Test
    void daysAreKeptForAsLongAsTheSettingSays() {
        call("demo-member", "curl/8", UUID.randomUUID());
        countAll();
        clock.move(Duration.ofDays(400));
        store.forget();
        assertThat(list("")).hasSize(1);
        clock.move(Duration.ofDays(1));
        store.forget();
        assertThat(list("")).isEmpty();
    }

    @Test
    void theDaysOfWhoFellSilentAreKeptForAsLongBeforeItsLastCall() {
        SeededCalls seeded = new SeededCalls(catalogue)
                .days("silent", "v1.1", 60, 1, "2026-11-02")
                .days("calls", "v1.1", 60, 1, "2026-11-02");
        clock.moveTo("2027-11-20T00:00:00Z");
        seeded.days("calls", "v1.1", 1, 1, "2027-11-19");
        store.forget();
        assertThat(daysOf("silent")).isEqualTo(60);
        assertThat(daysOf("calls")).isEqualTo(19);
        clock.moveTo("2027-12-09T00:00:00Z");
        store.forget();
        assertThat(daysOf("silent")).isZero();
    }

    private long daysOf(String project) {
        return database.sql("SELECT count(*) FROM api_calls WHERE project = ?")
                .param(project)
                .query(Long.class)
                .single();
    }

    @Test
    void hoursAreKeptForTwoDays() {
        call("demo-member", "curl/8", UUID.randomUUID());
        countAll();
        clock.move(Duration.ofDays(2));
        store.forget();
        assertThat(rowsOf(Span.HOUR)).isEqualTo(1);
        clock.move(Duration.ofHours(1));
        store.forget();
        assertThat(rowsOf(Span.HOUR)).isZero();
        assertThat(rowsOf(Span.DAY)).isEqualTo(1);
    }

    @Test
    void manyOldCallsAreForgottenInPieces() {
        clock.move(Duration.ofDays(-500));
        for (int i = 0; i < 1201; i++) {
            tallies.count(
                    new Call(Span.DAY, Span.DAY.start(clock.instant()), "project " + i, "v1.1", "curl", "ok"),
                    clock.instant());
        }
        countAll();
        assertThat(rowsOf(Span.DAY)).isEqualTo(1201);
        clock.move(Duration.ofDays(500));
        store.forget();
        assertThat(rowsOf(Span.DAY)).isZero();
    }

    @Test
    void anOddNameOfAProjectIsStoredAsWellAsItGets() {
        service.deleteWith(UUID.randomUUID(), Map.of("X-Auth-Token", "odd-project"));
        assertThat(caller("a?b").get("last_day").asLong()).isEqualTo(1);
    }
}
