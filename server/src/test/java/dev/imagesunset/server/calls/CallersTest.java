package dev.imagesunset.server.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CallersTest extends CallsOnAClock {
    @Test
    void theShareOfTheSuccessorIsThatOfItsDeletes() {
        call("demo-member", "curl/8", UUID.randomUUID());
        for (int i = 0; i < 3; i++) {
            service.call("DELETE", "/v2/images/" + UUID.randomUUID(), "demo-member");
        }
        assertThat(caller("demo").get("successor_share").asDouble()).isEqualTo(0.75);
    }

    @Test
    void callsWithoutAGoodTokenAreNoProjects(@Autowired Callers callers) {
        call("nobody", "curl/8", UUID.randomUUID());
        countAll();
        assertThat(callers.count()).isZero();
        call("demo-member", "curl/8", UUID.randomUUID());
        countAll();
        assertThat(callers.count()).isEqualTo(1);
    }

    @Test
    void whoOnlyCallsTheSuccessorIsNotListed() {
        service.call("DELETE", "/v2/images/" + UUID.randomUUID(), "demo-member");
        countAll();
        assertThat(list("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 1, 1, 1",
        "PT24H29M, 1, 1, 1",
        "PT24H30M, 0, 1, 1",
        "P7D, 0, 1, 1",
        "P8D, 0, 0, 1",
        "P31D, 0, 0, 0"
    })
    void theLastDayWeekAndMonthMoveOn(Duration later, long day, long week, long month) {
        call("demo-member", "curl/8", UUID.randomUUID());
        countAll();
        clock.move(later);
        JsonNode demo = caller("demo");
        assertThat(List.of(
                        demo.get("last_day").asLong(),
                        demo.get("last_week").asLong(),
                        demo.get("last_month").asLong()))
                .containsExactly(day, week, month);
        assertThat(demo.get("last_seen").asString()).isEqualTo("2026-11-02T08:30:00Z");
    }

    @Test
    void firstAndLastSeenAreThoseOfAllDays() {
        for (String time : List.of(
                "2026-11-01T10:00:00Z", "2026-11-01T12:00:00Z", "2026-11-04T08:00:00Z", "2026-11-05T07:00:00Z")) {
            clock.moveTo(time);
            call("demo-member", "curl/8", UUID.randomUUID());
            call("demo-member", "okhttp/4", UUID.randomUUID());
        }
        clock.move(Duration.ofMinutes(1));
        call("demo-member", "curl/8", UUID.randomUUID());
        assertThat(caller("demo").get("first_seen").asString()).isEqualTo("2026-11-01T10:00:00Z");
        assertThat(caller("demo").get("last_seen").asString()).isEqualTo("2026-11-05T07:01:00Z");
    }

    @Test
    void daysEndAtMidnightInUtc() {
        clock.moveTo("2026-11-02T23:59:59Z");
        call("demo-member", "curl/8", UUID.randomUUID());
        clock.moveTo("2026-11-03T00:00:00Z");
        call("demo-member", "curl/8", UUID.randomUUID());
        call("demo-member", "curl/8", UUID.randomUUID());
        service.call("DELETE", "/v2/images/" + UUID.randomUUID(), "demo-member");
        assertThat(days())
                .isEqualTo("[{\"day\":\"2026-11-02\",\"deprecated\":1,\"successor\":0},"
                        + "{\"day\":\"2026-11-03\",\"deprecated\":2,\"successor\":1}]");
        clock.moveTo("2027-01-30T23:59:59Z");
        assertThat(days()).contains("2026-11-02");
        clock.moveTo("2027-01-31T00:00:00Z");
        assertThat(days()).doesNotContain("2026-11-02").contains("2026-11-03");
    }

    @Test
    void callersAreListedPageByPage() {
        call("demo-other", "curl/8", UUID.randomUUID());
        call("demo-member", "curl/8", UUID.randomUUID());
        call("bad", "curl/8", UUID.randomUUID());
        countAll();
        JsonNode first = service.call("GET", CALLERS + "?limit=2", "demo-admin").json();
        assertThat(first.get("callers").valueStream().map(CallsOnAClock::project))
                .containsExactly("-", "demo");
        JsonNode second =
                service.call("GET", first.get("next").asString(), "demo-admin").json();
        assertThat(second.get("callers").valueStream().map(CallsOnAClock::project))
                .containsExactly("other");
        assertThat(second.has("next")).isFalse();
        assertThat(list("?limit=0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with a space", "a&b=c+d", "50%", "Schöneweide", "a/b?c#d"})
    void aProjectOfAnyNameLeadsToTheNextPage(String project) {
        List.of(project, "~").forEach(this::callOf);
        countAll();
        JsonNode first = service.call("GET", CALLERS + "?limit=1", "demo-admin").json();
        JsonNode second =
                service.call("GET", first.get("next").asString(), "demo-admin").json();
        assertThat(Stream.of(first, second)
                        .flatMap(page -> page.get("callers").valueStream())
                        .map(CallsOnAClock::project))
                .containsExactlyInAnyOrder(project, "~");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with a space", "a&b=c+d", "50%", "Schöneweide", "a/b?c#d", ".."})
    void theCallsOfAProjectOfAnyNameAreWhatItIsToldItself(String project) {
        callOf(project);
        countAll();
        JsonNode calls = callsOf(project);
        assertThat(calls.get("project").asString()).isEqualTo(project);
        assertThat(calls.get("days").get(0).get("deprecated").asLong()).isEqualTo(1);
        assertThat(calls.at("/readiness/ready").asString()).isEqualTo("no");
    }

    @Test
    void theCallsThatAnOperatorSeesAreThoseThatTheProjectSees() {
        call("demo-member", "curl/8", UUID.randomUUID());
        countAll();
        assertThat(callsOf("demo"))
                .isEqualTo(service.call("GET", "/my/calls", "demo-member").json());
        assertThat(callsOf("nobody").get("days")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?project=", "?project=a&project=b", "?project=%00", "?projects=demo"})
    void whoseCallsHasToBeSaid(String query) {
        service.call("GET", "/operator/calls" + query, "demo-admin").isRefusal(400, "parameter-invalid");
    }

    private JsonNode callsOf(String project) {
        return service.call("GET", "/operator/calls?project=" + URLEncoder.encode(project, UTF_8), "demo-admin")
                .json();
    }

    @Test
    void aLargePageIsWhole() {
        for (int i = 0; i < 250; i++) {
            callOf("project " + (1000 + i));
        }
        countAll();
        assertThat(list("?limit=249").valueStream().map(CallsOnAClock::project))
                .hasSize(249)
                .doesNotHaveDuplicates()
                .isSorted();
        JsonNode page =
                service.call("GET", CALLERS + "?limit=1000", "demo-admin").json();
        assertThat(page.get("callers")).hasSize(250);
        assertThat(page.has("next")).isFalse();
    }

    private void callOf(String project) {
        Instant now = clock.instant();
        tallies.count(new Call(Span.DAY, Span.DAY.start(now), project, "v1.1", "curl", "ok"), now);
        projects.note(new Sighting(project, null, "req-1", List.of("curl/8"), now, now));
    }

    @Test
    void callersAreSearchedAndFilteredByVerdict() {
        new SeededCalls(catalogue)
                .days("aaa", "v1.1", 60, 1, "2026-11-01")
                .days("bbb", "v1.1", 60, 1, "2026-09-01")
                .days("ccc", "v1.1", 1, 1, "2026-09-01");
        assertThat(projects("")).containsExactly("aaa", "bbb", "ccc");
        assertThat(projects("?search=TEAM%20B")).containsExactly("bbb");
        assertThat(projects("?search=%25")).isEmpty();
        assertThat(projects("?ready=no")).containsExactly("aaa");
        assertThat(projects("?ready=yes")).containsExactly("bbb");
        assertThat(projects("?ready=unknown&search=c")).containsExactly("ccc");
        assertThat(list("?ready=no").get(0).get("because").asString()).startsWith("It called on 60 days");
    }

    private Stream<String> projects(String query) {
        return list(query).valueStream().map(CallsOnAClock::project);
    }

    @Test
    void theEndIsToldWithItsDates() {
        JsonNode sunset = sunset();
        assertThat(sunset.get("operation").asString()).isEqualTo("DELETE /v1.1/images/{image_id}");
        assertThat(sunset.get("successor").asString()).isEqualTo("DELETE /v2/images/{image_id}");
        assertThat(sunset.get("phase").asString()).isEqualTo("deprecated");
        assertThat(sunset.get("now").asString()).isEqualTo("2026-11-02T08:30:00Z");
        assertThat(sunset.get("deprecated_at").asString()).isEqualTo("2016-10-06T00:00:00Z");
        assertThat(sunset.get("sunset").asString()).isEqualTo("2027-12-31T00:00:00Z");
        assertThat(sunset.get("migration_page").asString()).isEqualTo("/deprecation");
        assertThat(sunset.get("brownouts").toString())
                .isEqualTo(
                        "[{\"start\":\"2026-12-01T10:00:00Z\",\"end\":\"2026-12-01T11:00:00Z\",\"percent\":100,\"projects\":[\"demo\"]}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operator/sunset", CALLERS})
    void onlyOperatorsSeeIt(String path) {
        service.call("GET", path, "demo-member").isRefusal(403, "admin-only");
        service.call("GET", path, "bad").isRefusal(401, "token-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=2147483648",
                "limit=-1",
                "limit=x",
                "marker=%00",
                "project=demo",
                "limit=1&limit=2",
                "ready=perhaps"
            })
    void badParametersAreRefused(String query) {
        service.call("GET", CALLERS + "?" + query, "demo-admin").isRefusal(400, "parameter-invalid");
    }
}
