package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** Operators change the plan while the servers run, and the log tells who, when and why. */
@ServerTest
@Import(MovableClock.class)
class DecidingTest {
    private static final String DECISIONS = "/operator/decisions";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    MovableClock clock;

    @Autowired
    Environment environment;

    @Test
    void aBrownoutIsStartedAtOnceAndAborted() {
        clock.moveTo("2026-03-02T10:00:00Z");
        JsonNode decided = decide("brownout", "\"end\": \"2026-03-02T11:00:00Z\"");
        assertThat(decided.get("start").asString()).isEqualTo("2026-03-02T10:00:00Z");
        Answer refused = delete().isRefusal(410, "brownout");
        assertThat(refused.header("Brownout")).isEqualTo("@1772445600;until=@1772449200");
        clock.move(Duration.ofMinutes(10));
        decide("brownout-end", "\"start\": \"2026-03-02T10:00:00Z\"");
        assertThat(delete().status()).isEqualTo(204);
        assertThat(sunset().get("phase").asString()).isEqualTo("deprecated");
    }

    @Test
    void aBrownoutEndsByTheStartThatIsShown() {
        clock.moveTo("2026-03-03T10:00:00.417Z");
        decide("brownout", "\"end\": \"2026-03-03T11:00:00Z\"");
        String start = sunset().get("brownouts").get(0).get("start").asString();
        decide("brownout-end", "\"start\": \"" + start + "\"");
        assertThat(delete().status()).isEqualTo(204);
    }

    @Test
    void anExemptProjectIsSparedWhileOthersRest() {
        clock.moveTo("2026-04-01T10:00:00Z");
        decide("exemption", "\"projects\": [\"other\"], \"end\": \"2026-04-01T12:00:00Z\"");
        decide("brownout", "\"end\": \"2026-04-01T11:00:00Z\"");
        Answer spared = service.delete(catalogue.imageOf("other", "private"), "demo-other");
        assertThat(spared.status()).isEqualTo(204);
        assertThat(spared.header("Brownout")).isEmpty();
        delete().isRefusal(410, "brownout");
    }

    @Test
    void theLogTellsWhoDecidedWhatWhenWhyAndByWhichRequest() {
        clock.moveTo("2026-05-01T10:00:00Z");
        Answer answer = post("""
                {"kind": "exemption", "reason": "They move in June.", "projects": ["mover"], "end": "2026-06-30T00:00:00Z"}
                """);
        JsonNode newest = service.call("GET", DECISIONS + "?limit=1&project=mover", "demo-admin")
                .json()
                .get("decisions")
                .get(0);
        assertThat(newest).isEqualTo(answer.json());
        assertThat(newest.get("user").asString()).isEqualTo("ada");
        assertThat(newest.get("at").asString()).isEqualTo("2026-05-01T10:00:00Z");
        assertThat(newest.get("reason").asString()).isEqualTo("They move in June.");
        assertThat(newest.get("request_id").asString()).isEqualTo(answer.header("X-Openstack-Request-Id"));
    }

    @Test
    void theLogIsReadPageByPageAndByProject() {
        clock.moveTo("2026-06-01T10:00:00Z");
        for (String project : new String[] {"a", "b", "a"}) {
            decide("exemption", "\"projects\": [\"" + project + "\"], \"end\": \"2026-06-02T00:00:00Z\"");
        }
        JsonNode first = service.call("GET", DECISIONS + "?project=a&limit=1", "demo-admin")
                .json();
        JsonNode second =
                service.call("GET", first.get("next").asString(), "demo-admin").json();
        assertThat(second.get("decisions")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        assertThat(first.get("decisions").get(0).get("id").asLong())
                .isGreaterThan(second.get("decisions").get(0).get("id").asLong());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind": "exemption"}                                              | The property reason is missing.
            {"kind": "exemption", "reason": " "}                               | The property reason is not good. Send a text of 1 to 500 characters, without NUL and half surrogate pairs, that says why.
            {"kind": "exemption", "reason": "a\\u0000b"}                       | The property reason is not good.
            {"kind": "brownout", "reason": "x", "end": "2027-06-30T00:00:00Z", "projects": [""]} | The property projects is not good. Send a list, each in it a text without NUL and half surrogate pairs of 1 to 255 characters.
            {"kind": "shutdown", "reason": "now"}                              | The property kind is not good. Send one of brownout, brownout-end, exemption, postponement, release.
            {"kind": "brownout", "reason": "x", "end": "tomorrow"}             | The property end is not good. Send a time like 2026-05-20T08:00:00Z.
            {"kind": "brownout", "reason": "x", "end": null}                   | The property end is not good.
            {"kind": "brownout", "reason": "x", "percent": 101}                | The property percent is not good. Send a whole number from 1 to 100.
            {"kind": "brownout", "reason": "x", "project": "demo"}             | There is no property project here. There are kind, reason, start, end, projects, percent.
            {"kind": "exemption", "reason": "x", "end": "2027-01-01T00:00:00Z"} | The property projects is missing, which a decision of this kind needs.
            {"kind": "postponement", "reason": "x", "end": "2028-06-30T00:00:00Z", "projects": ["a"]} | The property projects means nothing in a decision of the kind postponement. Leave it out.
            {"kind": "brownout-end", "reason": "x", "start": "2026-05-20T08:00:00Z", "percent": 50}   | The property percent means nothing in a decision of the kind brownout-end.
            {"kind": "exemption", "reason": "x", "projects": ["a"], "start": "2027-01-01T00:00:00Z"}  | The property start means nothing in a decision of the kind exemption.
            {"kind": "brownout", "reason": "x", "end": "2027-01-01T00:00:00Z", "projects": []}        | The property projects is empty. Name some, or leave it out for all.
            {"kind": "release", "reason": "x", "end": "2027-01-01T00:00:00Z"}                         | The property end means nothing in a decision of the kind release.
            {"kind": "brownout", "reason": "x", "end": "2027-01-01T00:00:00Z", "end": "2027-01-02T00:00:00Z"} | The body is not what this operation takes, or has a property twice.
            []                                                                 | The body is not what this operation takes, or has a property twice.
            """)
    void whatIsNoDecisionIsRefusedInWords(String body, String detail) {
        assertThat(post(body)
                        .isRefusal(400, "body-malformed")
                        .problem()
                        .get("detail")
                        .asString())
                .startsWith(detail);
    }

    @Test
    void anEarlierSunsetStaysImpossible() {
        clock.moveTo("2026-07-01T10:00:00Z");
        Answer answer = post("{\"kind\": \"postponement\", \"reason\": \"x\", \"end\": \"2027-06-30T00:00:00Z\"}")
                .isRefusal(409, "decision-impossible");
        assertThat(answer.problem().get("detail").asString()).contains("can only be postponed", "2027-12-31");
    }

    @Test
    void aSlipOfTheYearPostponesNothing() {
        clock.moveTo("2026-07-01T10:00:00Z");
        Answer answer = post("{\"kind\": \"postponement\", \"reason\": \"x\", \"end\": \"2208-06-30T00:00:00Z\"}")
                .isRefusal(409, "decision-impossible");
        assertThat(answer.problem().get("detail").asString()).contains("more than 5 years", "until 2032-12-31");
    }

    @Test
    void aBrownoutUntilTheSunsetWouldBeOne() {
        clock.moveTo("2026-07-02T10:00:00Z");
        Answer answer = post("{\"kind\": \"brownout\", \"reason\": \"x\", \"end\": \"2027-12-31T00:00:00Z\"}")
                .isRefusal(409, "decision-impossible");
        assertThat(answer.problem().get("detail").asString()).contains("would be an early end");
    }

    @Test
    void aBrownoutThatWouldHitNoneOfItsProjectsIsRefused() {
        clock.moveTo("2026-07-02T12:00:00Z");
        decide("exemption", "\"projects\": [\"spared\"], \"end\": \"2026-07-02T13:30:00Z\"");
        String brownout =
                "{\"kind\": \"brownout\", \"reason\": \"x\", \"projects\": [\"spared\"], \"start\": \"2026-07-02T13:00:00Z\", \"end\": \"2026-07-02T%s:00Z\"}";
        Answer answer = post(brownout.formatted("13:30")).isRefusal(409, "decision-impossible");
        assertThat(answer.problem().get("detail").asString()).startsWith("The brownout would hit none of its projects");
        assertThat(post(brownout.formatted("13:31")).status()).isEqualTo(201);
    }

    @Test
    void ofSeveralThatExcludeEachOtherOneIsMade() throws Exception {
        clock.moveTo("2026-07-03T10:00:00Z");
        Callable<Integer> decision =
                () -> post("{\"kind\": \"brownout\", \"reason\": \"x\", \"end\": \"2026-07-03T10:30:00Z\"}")
                        .status();
        ExecutorService operators = Executors.newFixedThreadPool(8);
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : operators.invokeAll(Collections.nCopies(8, decision))) {
            answers.add(answer.get());
        }
        operators.shutdown();
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void nobodyEditsTheLog() {
        clock.moveTo("2026-08-01T10:00:00Z");
        decide("exemption", "\"projects\": [\"nobody\"], \"end\": \"2026-08-02T00:00:00Z\"");
        for (String sql :
                new String[] {"UPDATE decisions SET reason = 'another'", "DELETE FROM decisions", "TRUNCATE decisions"
                }) {
            assertThatThrownBy(() -> catalogue.execute(sql))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed or removed");
        }
    }

    @Test
    void anotherServerHeedsItWithinTenSecondsAndAfterItsStart() {
        clock.moveTo("2026-09-01T10:00:00Z");
        try (ConfigurableApplicationContext other = start()) {
            MovableClock otherClock = other.getBean(MovableClock.class);
            otherClock.moveTo("2026-09-01T10:00:00Z");
            int port = other.getEnvironment().getRequiredProperty("local.server.port", int.class);
            decide("brownout", "\"end\": \"2026-09-01T11:00:00Z\"");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> deleteAt(port).isRefusal(410, "brownout"));
            decide("brownout-end", "\"start\": \"2026-09-01T10:00:00Z\", \"end\": \"2026-09-01T10:30:00Z\"");
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                            deleteAt(port).problem().get("detail").asString())
                    .contains("until 2026-09-01T10:30:00Z"));
            decide("brownout-end", "\"start\": \"2026-09-01T10:00:00Z\"");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> deleteAt(port).isRefusal(404, "image-not-found"));
        }
        decide("brownout", "\"start\": \"2026-09-01T12:00:00Z\", \"end\": \"2026-09-01T13:00:00Z\"");
        try (ConfigurableApplicationContext later = start()) {
            later.getBean(MovableClock.class).moveTo("2026-09-01T12:00:00Z");
            deleteAt(later.getEnvironment().getRequiredProperty("local.server.port", int.class))
                    .isRefusal(410, "brownout");
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ImageSunset.class, MovableClock.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
                        "--spring.datasource.username=postgres");
    }

    private static Answer deleteAt(int port) {
        return RawHttp.send(
                port, "DELETE /v1.1/images/" + UUID.randomUUID() + " HTTP/1.1", "X-Auth-Token: demo-member");
    }

    private Answer delete() {
        return service.delete(catalogue.imageOf("demo", "private"), "demo-member");
    }

    private JsonNode sunset() {
        return service.call("GET", "/operator/sunset", "demo-admin").json();
    }

    private JsonNode decide(String kind, String properties) {
        Answer answer = post("{\"kind\": \"" + kind + "\", \"reason\": \"a test\", " + properties + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json();
    }

    private Answer post(String body) {
        return service.call("POST", DECISIONS, "demo-admin", body);
    }
}
