package dev.imagesunset.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.FaultProxy.Fault;
import dev.imagesunset.server.access.KeystoneStandIn;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Whatever a network does between the server and its dependencies: every call ends in time with a documented answer, nothing
 * that was acknowledged is lost, readiness says what callers meet, and when it is over all is well again.
 */
@ProductionTest
class HalfFailuresTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int CALLS = 3;
    private static final String KNOWN = "known";

    private static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();
    private static final FaultProxy TO_KEYSTONE =
            new FaultProxy(URI.create(KEYSTONE.url()).getPort());
    private static final FaultProxy TO_DATABASE = new FaultProxy(PostgreSQL.port());

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Value("${local.management.port}")
    int operatorsPort;

    @DynamicPropertySource
    static void useTheProxies(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> PostgreSQL.url(PostgreSQL.newDatabase(), TO_DATABASE.port()));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("image-sunset.identity.urls", () -> "http://localhost:" + TO_KEYSTONE.port());
        properties.add("image-sunset.identity.answer-timeout", () -> "1s");
    }

    /** But for the database's, which the server goes on to use as long as it lives: no other test is to read its troubles. */
    @AfterAll
    static void close() throws IOException {
        TO_KEYSTONE.close();
        KEYSTONE.close();
    }

    @BeforeEach
    void isWellAtFirst() {
        TO_DATABASE.isWell();
        TO_KEYSTONE.isWell();
        KEYSTONE.issue(KNOWN, KeystoneStandIn.IN_PROJECT, "member");
        worksAgain();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GONE                | 503
            QUESTIONS_ARE_RESET | 503
            ANSWERS_ARE_RESET   | 503
            QUESTIONS_ARE_LOST  | 503
            ANSWERS_ARE_LOST    | 503
            ANSWERS_END_HALFWAY | 503
            ANSWERS_DRIP        | 503
            QUESTIONS_DRIP      | 503
            ANSWERS_ARE_LATE    | 204
            ANSWERS_ARE_A_PAGE  | 503
            """, delimiter = '|')
    void betweenTheServerAndItsDatabase(Fault fault, int status) {
        List<UUID> images = Stream.generate(() -> catalogue.imageOf("demo", "private"))
                .limit(CALLS)
                .toList();
        TO_DATABASE.has(fault);
        List<CompletableFuture<Answer>> deletes = images.stream()
                .map(id -> inTime(() -> service.delete(id, KNOWN)))
                .toList();
        CompletableFuture<Answer> readiness = inTime(this::readiness);
        assertThat(deletes.stream().map(delete -> delete.join().status())).containsOnly(status);
        assertThat(readiness.join().status()).as("readiness").isEqualTo(status == 204 ? 200 : 503);

        TO_DATABASE.isWell();
        worksAgain();
        for (UUID id : images) {
            // What was not acknowledged may have happened.
            assertThat(service.delete(id, KNOWN).status()).isIn(status == 204 ? List.of(404) : List.of(204, 404));
            assertThat(catalogue.row(id)).containsEntry("status", "deleted");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GONE                | 503
            QUESTIONS_ARE_RESET | 503
            ANSWERS_ARE_RESET   | 503
            QUESTIONS_ARE_LOST  | 503
            ANSWERS_ARE_LOST    | 503
            ANSWERS_END_HALFWAY | 503
            ANSWERS_DRIP        | 503
            QUESTIONS_DRIP      | 503
            ANSWERS_ARE_LATE    | 204
            ANSWERS_ARE_A_PAGE  | 503
            """, delimiter = '|')
    void betweenTheServerAndKeystone(Fault fault, int status) {
        String newcomer = "new" + UUID.randomUUID();
        KEYSTONE.issue(newcomer, KeystoneStandIn.IN_PROJECT, "member");
        UUID ofNewcomer = catalogue.imageOf("demo", "private");
        UUID ofKnown = catalogue.imageOf("demo", "private");
        TO_KEYSTONE.has(fault);
        CompletableFuture<Answer> newcomers = inTime(() -> service.delete(ofNewcomer, newcomer));
        CompletableFuture<Answer> known = inTime(() -> service.delete(ofKnown, KNOWN));
        CompletableFuture<Answer> readiness = inTime(this::readiness);
        assertThat(newcomers.join().status()).isEqualTo(status);
        assertThat(known.join().status()).as("to a known token").isEqualTo(204);
        assertThat(readiness.join().status()).as("readiness").isEqualTo(200);
        assertThat(readiness.join().body().contains("Only tokens that are known"))
                .isEqualTo(status == 503);

        TO_KEYSTONE.isWell();
        await().atMost(LIMIT).until(() -> service.delete(ofNewcomer, newcomer).status() == (status == 204 ? 404 : 204));
        assertThat(catalogue.row(ofKnown)).containsEntry("status", "deleted");
        // A connection that was hit and lay idle since is found out by whoever uses it next.
        await().atMost(LIMIT).until(() -> !readiness().body().contains("Only tokens that are known"));
    }

    private static CompletableFuture<Answer> inTime(Supplier<Answer> request) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long start = System.nanoTime();
                    Answer answer = request.get();
                    assertThat(Duration.ofNanos(System.nanoTime() - start))
                            .as("%s", answer)
                            .isLessThan(LIMIT);
                    return answer;
                },
                call -> new Thread(call).start());
    }

    private void worksAgain() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> readiness().status() == 200
                        && service.delete(UUID.randomUUID(), KNOWN).status() == 404);
    }

    private Answer readiness() {
        return RawHttp.send(operatorsPort, "GET /actuator/health/readiness HTTP/1.1");
    }
}
