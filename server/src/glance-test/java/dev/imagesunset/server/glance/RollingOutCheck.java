package dev.imagesunset.server.glance;

import static dev.imagesunset.server.glance.RealGlance.imageOf;
import static dev.imagesunset.server.glance.RealGlance.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.RawHttp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers come to stand before Glance, are replaced one after the other, and go away again, while callers go on. */
class RollingOutCheck {
    private static final int CALLERS = 4;
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final EmbeddedPostgres postgres = PostgreSQL.durable().start();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Balancer balancer;
    private volatile boolean isOver;

    RollingOutCheck(@TempDir Path folder) throws IOException {
        balancer = new Balancer(folder);
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        balancer.close();
        postgres.close();
    }

    @Test
    void losesNoCall() throws Exception {
        List<Future<?>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(threads.submit(this::call));
        }
        awaitV11(Who.GLANCE);
        try (PackagedServer one = server();
                PackagedServer two = server()) {
            balancer.standsBefore(one, two);
            awaitV11(Who.SERVER);
            awaitCheckOf(one);
            awaitCheckOf(two);
            replace(one);
            replace(two);
            awaitV11(Who.SERVER);

            balancer.standsAside();
            awaitV11(Who.GLANCE);
        }
        isOver = true;
        for (Future<?> caller : callers) {
            caller.get();
        }
        assertThat(calls).filteredOn(call -> !call.isAsItShouldBe()).isEmpty();
        assertThat(calls).hasSizeGreaterThan(500);
        assertThat(calls).filteredOn(Call::isByServer).hasSizeGreaterThan(100);
    }

    private PackagedServer server() throws IOException {
        return PackagedServer.on(
                postgres.getPort(),
                Map.of(
                        "image-sunset.identity.urls", RealGlance.KEYSTONE,
                        "image-sunset.upstream.url", RealGlance.GLANCE,
                        "image-sunset.upstream.sees-v2-deletes", "true",
                        // With patience, because Glance shares the processors; the time to drain is the default.
                        "image-sunset.identity.answer-timeout", "20s",
                        "image-sunset.upstream.answer-timeout", "20s",
                        "image-sunset.stop.drain-time", "5s"));
    }

    private static void replace(PackagedServer server) throws Exception {
        assertThat(server.terminate().waitFor()).isEqualTo(143);
        server.startAgain();
        awaitCheckOf(server);
    }

    /** Until the balancer must have seen twice that it is ready. */
    private static void awaitCheckOf(PackagedServer server) throws InterruptedException {
        await().atMost(A_WHILE)
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .until(() -> RawHttp.send(server.operatorsPort(), "GET /actuator/health/readiness HTTP/1.1")
                                .status()
                        == 200);
        Thread.sleep(4_000);
    }

    /** Until all callers have been answered so for a while. */
    private void awaitV11(Who who) throws InterruptedException {
        Thread.sleep(2_000);
        await().atMost(A_WHILE).until(() -> {
            long since = System.nanoTime() - Duration.ofSeconds(2).toNanos();
            List<Call> latest = calls.stream()
                    .filter(call -> call.what().startsWith("DELETE /v1.1") && call.sent() - since > 0)
                    .toList();
            return latest.size() >= CALLERS
                    && latest.stream().allMatch(call -> call.isByServer() == (who == Who.SERVER));
        });
    }

    private Void call() {
        while (!isOver) {
            UUID image = imageOf("member-a");
            Call shown = send("GET /v2/images/" + image, 200);
            Call deleted = send("DELETE /v1.1/images/" + image, 204);
            if (shown.status() == 200 && deleted.status() != 204) {
                send("DELETE /v2/images/" + image, 204);
            }
            send("GET /v2/images/" + image, 404);
        }
        return null;
    }

    private Call send(String what, int expected) {
        long sent = System.nanoTime();
        Call call;
        try {
            Answer answer = RawHttp.send(Balancer.PORT, what + " HTTP/1.1", "X-Auth-Token: " + token("member-a"));
            call = new Call(
                    what, sent, answer.status(), !answer.header("Deprecation").isEmpty(), expected, answer.toString());
        } catch (AssertionError | IndexOutOfBoundsException e) {
            call = new Call(what, sent, 0, false, expected, e.toString());
        }
        calls.add(call);
        return call;
    }

    private enum Who {
        GLANCE,
        SERVER
    }

    private record Call(String what, long sent, int status, boolean isByServer, int expected, String answer) {
        /** Glance does not know v1.1: it tells which versions it has. */
        boolean isAsItShouldBe() {
            boolean isUnknown = what.startsWith("DELETE /v1.1") && !isByServer;
            return isUnknown ? Stream.of(300, 404).anyMatch(each -> each == status) : status == expected;
        }
    }
}
