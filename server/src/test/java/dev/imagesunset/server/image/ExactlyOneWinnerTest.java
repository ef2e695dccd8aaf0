package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.Connection;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.NotAboutTime;
import dev.imagesunset.server.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@NotAboutTime
@TestPropertySource(properties = "logging.level.access=warn")
class ExactlyOneWinnerTest {
    private static final int CALLERS = 64;
    private static final int IMAGES = 100;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    /** Log levels outlive the context that sets them. */
    @AfterAll
    static void logAgain() {
        LoggingSystem.get(ExactlyOneWinnerTest.class.getClassLoader()).setLogLevel("access", null);
    }

    @Test
    void ofSixtyFourCallersWhoDeleteOneImageExactlyOneSucceedsEachTime() throws Exception {
        List<UUID> images = Stream.generate(() -> catalogue.imageOf("demo", "private"))
                .limit(IMAGES)
                .toList();
        Race race = new Race(images);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                ends.add(callers.submit(race));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(IntStream.range(0, IMAGES).map(race.winners::get)).containsOnly(1);
        assertThat(IntStream.range(0, IMAGES).map(race.losers::get)).containsOnly(CALLERS - 1);
    }

    /** What each caller does: wait until all are ready, delete, and go on with the next image. */
    private final class Race implements Runnable {
        private final List<UUID> images;
        private final CyclicBarrier start = new CyclicBarrier(CALLERS);
        private final AtomicIntegerArray winners = new AtomicIntegerArray(IMAGES);
        private final AtomicIntegerArray losers = new AtomicIntegerArray(IMAGES);

        Race(List<UUID> images) {
            this.images = images;
        }

        @Override
        public void run() {
            try (Connection connection = new Connection(service.port())) {
                for (int i = 0; i < IMAGES; i++) {
                    start.await(1, TimeUnit.MINUTES);
                    count(connection.delete(images.get(i), "demo-member"), i);
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        private void count(int status, int image) {
            if (status == 204) {
                winners.incrementAndGet(image);
            } else if (status == 404) {
                losers.incrementAndGet(image);
            }
        }
    }
}
