package dev.imagesunset.server.glance;

import static dev.imagesunset.server.glance.RealGlance.imageOf;
import static dev.imagesunset.server.glance.RealGlance.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How long a delete takes on Glance alone and through the server, in turns; written down in {@code target/glance-latency.md}. */
@ProductionTest
class GlanceLatencyCheck {
    private static final int IMAGES = 200;
    private static final int WARM_UP = 20;

    @Autowired
    ImageService service;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        RealGlance.isBehind(properties, RealGlance.GLANCE);
    }

    @Test
    void aDeleteTakesLittleLonger() throws IOException {
        List<Double> alone = new ArrayList<>();
        List<Double> through = new ArrayList<>();
        for (int i = 0; i < IMAGES + WARM_UP; i++) {
            double one = milliseconds(this::deleteAlone);
            double other = milliseconds(this::deleteThrough);
            if (i >= WARM_UP) {
                alone.add(one);
                through.add(other);
            }
        }
        Files.write(
                Path.of("target", "glance-latency.md"),
                List.of(
                        "| one after the other | p50 | p99 |",
                        "|---|---|---|",
                        row("Glance alone", alone),
                        row("through the server", through)));
        assertThat(percentile(through, 50)).isLessThan(percentile(alone, 50) * 5);
    }

    private int deleteAlone(UUID id) {
        return RealGlance.send("DELETE", RealGlance.GLANCE + "/v2/images/" + id, token("member-a"), "")
                .statusCode();
    }

    private int deleteThrough(UUID id) {
        return service.delete(id, token("member-a")).status();
    }

    private static double milliseconds(ToIntFunction<UUID> delete) {
        UUID id = imageOf("member-a");
        long start = System.nanoTime();
        int status = delete.applyAsInt(id);
        double time = (System.nanoTime() - start) / 1e6;
        assertThat(status).isEqualTo(204);
        return time;
    }

    private static double percentile(List<Double> times, int percent) {
        return times.stream().sorted().toList().get(times.size() * percent / 100 - (percent == 100 ? 1 : 0));
    }

    private static String row(String what, List<Double> times) {
        return Stream.of(50, 99)
                        .map(percent -> "%.1f ms".formatted(percentile(times, percent)))
                        .reduce("| " + what, (row, cell) -> row + " | " + cell)
                + " |";
    }
}
