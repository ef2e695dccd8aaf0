package dev.imagesunset.server.glance;

import static dev.imagesunset.server.glance.RealGlance.imageOf;
import static dev.imagesunset.server.glance.RealGlance.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.ProductionTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Sixteen callers of two servers, who delete a hundred images at the same time, one after the other. */
@ProductionTest
// With patience, because this is not about time.
@TestPropertySource(
        properties = {
            "image-sunset.upstream.answer-timeout=30s",
            "image-sunset.identity.answer-timeout=30s",
            "logging.level.access=warn"
        })
class GlanceOneWinnerCheck {
    private static final int CALLERS = 16;
    private static final int IMAGES = 100;

    @Autowired
    ImageService service;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        RealGlance.isBehind(properties, RealGlance.GLANCE);
    }

    @Test
    void exactlyOneSucceedsWithEachImage() throws Exception {
        List<UUID> images =
                Stream.generate(() -> imageOf("member-a")).limit(IMAGES).toList();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (ConfigurableApplicationContext other = otherServer()) {
            int[] ports = {service.port(), other.getEnvironment().getRequiredProperty("local.server.port", int.class)};
            CyclicBarrier start = new CyclicBarrier(CALLERS);
            List<Future<List<Integer>>> races = callers.invokeAll(IntStream.range(0, CALLERS)
                    .mapToObj(caller -> (Callable<List<Integer>>) () -> race(ports[caller % 2], images, start))
                    .toList());
            for (int image = 0; image < IMAGES; image++) {
                List<Integer> statuses = new ArrayList<>();
                for (Future<List<Integer>> race : races) {
                    statuses.add(race.get().get(image));
                }
                assertThat(statuses).containsOnly(204, 404);
                assertThat(Collections.frequency(statuses, 204))
                        .as("%s", statuses)
                        .isOne();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static List<Integer> race(int port, List<UUID> images, CyclicBarrier start) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (Connection connection = new Connection(port)) {
            for (UUID image : images) {
                start.await();
                statuses.add(connection.delete(image, token("member-a")));
            }
        } catch (IOException e) {
            start.reset();
            throw e;
        }
        return statuses;
    }

    private ConfigurableApplicationContext otherServer() {
        Stream<String> shared = Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "image-sunset.identity.urls",
                        "image-sunset.identity.answer-timeout",
                        "image-sunset.upstream.url",
                        "image-sunset.upstream.answer-timeout",
                        "image-sunset.v1-1.sunset")
                .map(name -> "--" + name + "=" + environment.getProperty(name));
        return new SpringApplicationBuilder(ImageSunset.class)
                .run(Stream.concat(
                                shared,
                                Stream.of(
                                        "--image-sunset.stop.drain-time=0s",
                                        "--server.port=0",
                                        "--management.server.port=0"))
                        .toArray(String[]::new));
    }
}
