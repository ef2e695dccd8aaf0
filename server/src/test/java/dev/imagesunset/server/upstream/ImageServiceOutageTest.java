package dev.imagesunset.server.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An image service that is down, hangs or talks nonsense: callers are told so in time, and no delete is sent twice. */
@ProductionTest
class ImageServiceOutageTest {
    private static final GlanceStandIn GLANCE = new GlanceStandIn();
    private static final Duration IN_TIME = Duration.ofSeconds(3);
    private static final int CALLERS = 40;

    @Autowired
    ImageService service;

    @Value("${local.management.port}")
    int operatorsPort;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        InFront.of(properties, GLANCE.url());
    }

    @BeforeEach
    void isWell() {
        GLANCE.isWell();
        InFront.isAsked(service);
        GLANCE.isWell();
    }

    @AfterAll
    static void close() {
        GLANCE.close();
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of("hangs", GlanceStandIn.deleted().withFixedDelay(20_000)),
                Arguments.of(
                        "hangs after the headers",
                        GlanceStandIn.error(403, "x".repeat(100)).withChunkedDribbleDelay(20, 40_000)),
                Arguments.of("closes", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("resets", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of(
                        "ends in the middle", GlanceStandIn.error(403, "x").withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Arguments.of("says more than any image service", GlanceStandIn.error(403, "x".repeat(2_000_000))),
                Arguments.of("talks nonsense", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void aDeleteThatMayHaveHappenedIsNotSentAgain(String outage, ResponseDefinitionBuilder answer) {
        UUID id = GLANCE.has(GlanceStandIn.PRIVATE, answer);
        Answer told = inTime(() -> service.delete(id, InFront.TOKEN)).isRefusal(503, "image-service-unavailable");
        assertThat(told.problem().get("detail").asString()).as(outage).contains("the delete may have happened");
        assertThat(told.header("Retry-After")).matches("[2-5]");
        assertThat(GLANCE.deletes()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void whoCannotBeLookedAtIsNotDeleted(String outage, ResponseDefinitionBuilder answer) {
        UUID id = GLANCE.hasImage();
        GLANCE.shows(id, answer);
        Answer told = inTime(() -> service.call("DELETE", "/v2/images/" + id, InFront.TOKEN));
        if (told.status() == 503) {
            assertThat(told.problem().get("detail").asString()).as(outage).contains("was not asked to delete");
            assertThat(GLANCE.deletes()).isEmpty();
        } else {
            assertThat(told.status()).isEqualTo(204);
        }
    }

    @Test
    void anOutageCostsOnlyTheFirstFewTheirTime() {
        GLANCE.answersAll(GlanceStandIn.deleted().withFixedDelay(20_000));
        for (int first = 0; first < 3; first++) {
            inTime(() -> service.delete(UUID.randomUUID(), InFront.TOKEN)).isRefusal(503, "image-service-unavailable");
        }
        Instant start = Instant.now();
        for (int next = 0; next < 5; next++) {
            service.delete(UUID.randomUUID(), InFront.TOKEN).isRefusal(503, "image-service-unavailable");
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
        GLANCE.isWell();
        InFront.isAsked(service);
    }

    @Test
    void soDoesOneThatHitsManyAtOnce() {
        GLANCE.answersAll(GlanceStandIn.deleted().withFixedDelay(20_000));
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Duration> times = Collections.synchronizedList(new ArrayList<>());
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(
                                    () -> {
                                        Instant start = Instant.now();
                                        service.delete(UUID.randomUUID(), InFront.TOKEN)
                                                .isRefusal(503, "image-service-unavailable");
                                        times.add(Duration.between(start, Instant.now()));
                                    },
                                    callers))
                            .limit(CALLERS)
                            .toArray(CompletableFuture[]::new))
                    .join();
            assertThat(times).hasSize(CALLERS).allMatch(time -> time.compareTo(IN_TIME) < 0);
            assertThat(GLANCE.requests()).isLessThanOrEqualTo(16);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void theServerIsReadyOnlyWhileTheImageServiceAnswers() {
        await().until(() -> readiness().contains("\"upstream\":{\"status\":\"UP\""));
        GLANCE.answersAll(GlanceStandIn.page(503));
        assertThat(readiness()).contains("answers 503, not as an image service does", "\"status\":\"DOWN\"");
        GLANCE.isWell();
        assertThat(readiness()).contains("\"upstream\":{\"status\":\"UP\"");
    }

    @Test
    void readinessDoesNotWaitForOneThatHangs() {
        await().until(() -> readiness().contains("\"upstream\":{\"status\":\"UP\""));
        GLANCE.answersAll(GlanceStandIn.deleted().withFixedDelay(20_000));
        Instant start = Instant.now();
        readiness();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(1500));
        await().until(() -> readiness().contains("\"status\":\"DOWN\""));
        GLANCE.isWell();
        await().until(() -> readiness().contains("\"upstream\":{\"status\":\"UP\""));
    }

    @Test
    void itsAnswersAreFigures() {
        service.delete(GLANCE.hasImage(), InFront.TOKEN);
        service.delete(GLANCE.has(GlanceStandIn.PRIVATE, aResponse().withFault(Fault.EMPTY_RESPONSE)), InFront.TOKEN);
        assertThat(operators("/actuator/prometheus"))
                .contains(
                        "image_sunset_upstream_requests_seconds_count{answer=\"204\",method=\"DELETE\"}",
                        "image_sunset_upstream_requests_seconds_count{answer=\"none\",method=\"DELETE\"}",
                        "image_sunset_upstream_requests_seconds_count{answer=\"200\",method=\"GET\"}");
    }

    private String readiness() {
        return operators("/actuator/health/readiness");
    }

    private String operators(String path) {
        return dev.imagesunset.server.RawHttp.send(operatorsPort, "GET " + path + " HTTP/1.1")
                .body();
    }

    private static Answer inTime(java.util.function.Supplier<Answer> call) {
        Instant start = Instant.now();
        Answer answer = call.get();
        assertThat(Duration.between(start, Instant.now())).isLessThan(IN_TIME);
        return answer;
    }
}
