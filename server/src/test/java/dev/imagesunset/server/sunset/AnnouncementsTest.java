package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.contract.Contract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever windows there are, each project is told in time of the first that hits it, whoever else is hit before. */
class AnnouncementsTest {
    private static final Contract CONTRACT = new Contract();
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> PROJECTS = List.of("pilot", "demo", "other", "");

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyProjectHearsOfEachWindowThatHitsIt(int seed) {
        Random random = new Random(seed);
        List<BrownoutSetting> windows = windows(random);
        Duration lead = Duration.ofDays(random.nextInt(30));
        for (String project : PROJECTS) {
            Instant before = START;
            for (BrownoutSetting window : windows) {
                Brownout brownout = window.windows("window", START, Instant.MAX).get(0);
                if (brownout.affects(project)) {
                    Instant due = brownout.start().minus(lead);
                    Instant heard = due.isAfter(before) ? due : before;
                    assertThat(told(project, windows, lead, heard)).hasValue(brownout);
                    assertThat(told(project, windows, lead, brownout.end().minusSeconds(1)))
                            .hasValue(brownout);
                    if (due.isAfter(before)) {
                        assertThat(told(project, windows, lead, due.minusSeconds(1)))
                                .isEmpty();
                    }
                    before = brownout.end();
                }
            }
        }
    }

    private static Optional<Brownout> told(String project, List<BrownoutSetting> windows, Duration lead, Instant now) {
        EndOfLifeProperties settings = new EndOfLifeProperties(null, windows, lead);
        Deprecations deprecations = new Deprecations(CONTRACT, settings);
        Brownouts brownouts = new Brownouts(settings, deprecations, InstantSource.fixed(now));
        return Plan.of(
                        new Planned(
                                deprecations.first(),
                                brownouts.windows(),
                                brownouts.rules(),
                                lead,
                                CallerProperties.NONE),
                        List.of(),
                        SeenCallers.NONE)
                .announced(project, now);
    }

    /** Up to six windows in the course of half a year, for all, for some, or for a share of the projects. */
    private static List<BrownoutSetting> windows(Random random) {
        List<BrownoutSetting> windows = new ArrayList<>();
        Instant start = START.plus(Duration.ofDays(31));
        for (int i = random.nextInt(6); i >= 0; i--) {
            start = start.plus(Duration.ofHours(1 + random.nextInt(30 * 24)));
            Set<String> projects = random.nextBoolean() ? Set.of() : Set.of(PROJECTS.get(random.nextInt(3)));
            int percent = random.nextBoolean() ? 100 : 1 + random.nextInt(99);
            windows.add(new BrownoutSetting(
                    start, null, null, ZoneOffset.UTC, null, null, Duration.ofHours(1), projects, percent));
            start = start.plus(Duration.ofHours(1));
        }
        return windows;
    }
}
