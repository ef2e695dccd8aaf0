package dev.imagesunset.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.NotAboutTime;
import dev.imagesunset.server.ProductionTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two servers on one database, in front of a Glance that tells everybody who asks at once that the image is deleted. */
@ProductionTest
@NotAboutTime
class OneWinnerInFrontTest {
    private static final GlanceStandIn GLANCE = new GlanceStandIn();
    private static final int CALLERS = 16;
    private static final int IMAGES = 25;

    @Autowired
    ImageService service;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        InFront.patientlyOf(properties, GLANCE.url());
    }

    @AfterAll
    static void close() {
        GLANCE.close();
    }

    @Test
    void ofSixteenCallersOfTwoServersExactlyOneSucceedsEachTime() throws Exception {
        List<UUID> images = Stream.generate(GLANCE::hasImage).limit(IMAGES).toList();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (ConfigurableApplicationContext other = otherServer()) {
            int[] ports = {service.port(), other.getEnvironment().getRequiredProperty("local.server.port", int.class)};
            CyclicBarrier start = new CyclicBarrier(CALLERS);
            List<Future<int[]>> races = callers.invokeAll(IntStream.range(0, CALLERS)
                    .mapToObj(caller -> (Callable<int[]>) () -> race(ports[caller % 2], images, start))
                    .toList());
            for (int image = 0; image < IMAGES; image++) {
                int[] statuses = new int[CALLERS];
                for (int caller = 0; caller < CALLERS; caller++) {
                    statuses[caller] = races.get(caller).get()[image];
                }
                assertThat(statuses).containsOnly(204, 404).containsOnlyOnce(204);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(GLANCE.deletes())
                .as("what Glance was asked, and answered with 204")
                .hasSize(CALLERS * IMAGES);
    }

    private static int[] race(int port, List<UUID> images, CyclicBarrier start) throws Exception {
        int[] statuses = new int[images.size()];
        try (Connection connection = new Connection(port)) {
            for (int i = 0; i < statuses.length; i++) {
                start.await(1, TimeUnit.MINUTES);
                statuses[i] = connection.delete(images.get(i), InFront.TOKEN);
            }
        }
        return statuses;
    }

    private ConfigurableApplicationContext otherServer() {
        String[] settings = Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.hikari.connection-timeout",
                        "spring.datasource.hikari.data-source-properties.socketTimeout",
                        "spring.datasource.hikari.data-source-properties.options",
                        "image-sunset.identity.urls",
                        "image-sunset.identity.answer-timeout",
                        "image-sunset.upstream.url",
                        "image-sunset.upstream.answer-timeout")
                .map(name -> "--" + name + "=" + environment.getProperty(name))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(ImageSunset.class)
                .properties("server.port=0", "management.server.port=0", "server.address=127.0.0.1")
                .run(Stream.concat(
                                Stream.of(settings),
                                Stream.of(
                                        "--server.port=0",
                                        "--management.server.port=0",
                                        "--image-sunset.stop.drain-time=0s",
                                        "--image-sunset.v1-1.sunset=2999-12-31"))
                        .toArray(String[]::new));
    }
}
