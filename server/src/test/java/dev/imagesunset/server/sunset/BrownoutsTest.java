package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.settings.IllegalSetting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BrownoutsTest {
    private static final String FIRST = "image-sunset.v1-1.brownouts[0].";
    private static final String SECOND = "image-sunset.v1-1.brownouts[1].";

    @Test
    void aSingleOneIsAWindow() {
        assertThat(at("2027-10-01T09:59:59Z", Map.of(FIRST + "start", "2027-10-01T10:00:00Z", FIRST + "duration", "1h"))
                        .upcoming())
                .containsExactly(new Brownout(
                        Instant.parse("2027-10-01T10:00:00Z"), Instant.parse("2027-10-01T11:00:00Z"), Set.of(), 100));
    }

    @Test
    void itBeginsAtItsStartAndEndsBeforeItsEnd() {
        Map<String, String> settings = Map.of(FIRST + "start", "2027-10-01T10:00:00Z", FIRST + "duration", "1h");
        assertThat(at("2027-10-01T09:59:59.999Z", settings).current()).isEmpty();
        assertThat(at("2027-10-01T10:00:00Z", settings).current()).isPresent();
        assertThat(at("2027-10-01T10:59:59.999Z", settings).current()).isPresent();
        assertThat(at("2027-10-01T11:00:00Z", settings).current()).isEmpty();
    }

    @Test
    void aWeeklyOneKeepsToTheClockOfItsZoneAndStopsBeforeTheSunset() {
        Held weekly = at(
                "2027-10-20T00:00:00Z",
                Map.of(
                        FIRST + "day", "TUESDAY",
                        FIRST + "time", "10:00",
                        FIRST + "zone", "Europe/Berlin",
                        FIRST + "duration", "30m"));
        assertThat(weekly.upcoming())
                .extracting(Brownout::start)
                .startsWith(Instant.parse("2027-10-26T08:00:00Z"), Instant.parse("2027-11-02T09:00:00Z"))
                .endsWith(Instant.parse("2027-12-28T09:00:00Z"))
                .hasSize(10);
    }

    @Test
    void aWeeklyOneMayHaveAFirstAndALastDay() {
        Map<String, String> settings = Map.of(
                FIRST + "day", "MONDAY",
                FIRST + "time", "23:30",
                FIRST + "duration", "1h",
                FIRST + "from", "2027-11-01",
                FIRST + "until", "2027-11-15");
        assertThat(at("2027-01-01T00:00:00Z", settings).upcoming())
                .extracting(window -> window.start().toString())
                .containsExactly("2027-11-01T23:30:00Z", "2027-11-08T23:30:00Z", "2027-11-15T23:30:00Z");
        assertThat(at("2027-11-16T00:15:00Z", settings).current()).isPresent();
    }

    @Test
    void oneIsAnnouncedSomeTimeBefore() {
        Map<String, String> settings = Map.of(
                FIRST + "start", "2027-10-01T10:00:00Z", FIRST + "duration", "1h", "image-sunset.v1-1.announce", "2d");
        assertThat(at("2027-09-29T09:59:59Z", settings).announced()).isEmpty();
        assertThat(at("2027-09-29T10:00:00Z", settings).announced()).isPresent();
        assertThat(at("2027-10-01T10:30:00Z", settings).announced()).isPresent();
        assertThat(at("2027-10-01T11:00:00Z", settings).announced()).isEmpty();
    }

    @Test
    void aPercentageIsAlwaysTheSameProjectsAndAboutAsMany() {
        Brownout some = new Brownout(Instant.MIN, Instant.MAX, Set.of(), 20);
        Brownout more = new Brownout(Instant.MIN, Instant.MAX, Set.of(), 60);
        long affected = IntStream.range(0, 10_000)
                .filter(i -> some.affects("project-" + i))
                .peek(i -> assertThat(more.affects("project-" + i)).isTrue())
                .count();
        assertThat(affected).isCloseTo(2000, within(200L));
    }

    @Test
    void projectsCanBeNamed() {
        Brownout named = new Brownout(Instant.MIN, Instant.MAX, Set.of("demo"), 100);
        assertThat(named.affects("demo")).isTrue();
        assertThat(named.affects("other")).isFalse();
        assertThat(named.affects(Caller.NO_PROJECT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            duration=1h                                             | needs a start
            start=2027-10-01T10:00:00Z, day=MONDAY, duration=1h     | and not both
            day=MONDAY, duration=1h                                 | needs a start
            start=2027-10-01T10:00:00Z                              | .duration is not set
            start=2027-10-01T10:00:00Z, duration=-1h                | has the duration -1h
            start=2027-10-01T10:00:00Z, duration=0                  | has the duration 0s
            day=MONDAY, time=10:00, duration=7d                     | has the duration 7d
            start=2027-10-01T10:00:00Z, duration=1h, percent=0      | is for 0 percent
            start=2027-10-01T10:00:00Z, duration=1h, percent=101    | is for 101 percent
            start=2027-12-30T23:30:00Z, duration=1h                 | after the sunset
            day=FRIDAY, time=10:00, duration=1h, until=2028-01-31   | after the sunset
            day=FRIDAY, time=10:00, duration=1h, from=2027-11-01, until=2027-10-01 | has no FRIDAY from 2027-11-01 until 2027-10-01
            day=FRIDAY, time=10:00, duration=1h, from=2028-11-01    | has no FRIDAY from 2028-11-01 until the sunset
            start=2027-10-01T10:00:00Z, duration=1h, from=2027-10-01 | has a start, and from or until
            """)
    void aBadOneIsNamed(String settings, String sentence) {
        Map<String, String> properties = new java.util.HashMap<>();
        for (String setting : settings.split(",\\s*", -1)) {
            String[] nameAndValue = setting.split("=", 2);
            properties.put(FIRST + nameAndValue[0], nameAndValue[1]);
        }
        assertThatThrownBy(() -> at("2027-01-01T00:00:00Z", properties))
                .isInstanceOf(IllegalSetting.class)
                .hasMessageStartingWith("image-sunset.v1-1.brownouts[0]")
                .hasMessageContaining(sentence);
    }

    @Test
    void twoAtTheSameTimeAreRefused() {
        Map<String, String> settings = Map.of(
                FIRST + "day", "FRIDAY",
                FIRST + "time", "10:00",
                FIRST + "duration", "1h",
                SECOND + "start", "2027-10-01T10:59:00Z",
                SECOND + "duration", "1h");
        assertThatThrownBy(() -> at("2027-01-01T00:00:00Z", settings))
                .isInstanceOf(IllegalSetting.class)
                .hasMessageContaining("overlap: one from 2027-10-01T10:00:00Z to 2027-10-01T11:00:00Z");
    }

    @Test
    void theSunsetIsOnlyPostponed() {
        Deprecations postponed = deprecations(settings(Map.of("image-sunset.v1-1.sunset", "2028-06-30")));
        assertThat(postponed.first().sunset()).isEqualTo(Instant.parse("2028-06-30T00:00:00Z"));
        assertThat(postponed.first().postponedFrom()).isEqualTo(Instant.parse("2027-12-31T00:00:00Z"));
        for (String day : new String[] {"2027-12-31", "2026-01-01"}) {
            assertThatThrownBy(() -> deprecations(settings(Map.of("image-sunset.v1-1.sunset", day))))
                    .isInstanceOf(IllegalSetting.class)
                    .hasMessageContaining("image-sunset.v1-1.sunset is " + day);
        }
    }

    /** What holds at a time. */
    private record Held(Plan plan, Instant now) {
        List<Brownout> upcoming() {
            return plan.upcoming(now);
        }

        Optional<Brownout> current() {
            return plan.current(now);
        }

        Optional<Brownout> announced() {
            return plan.announced(now);
        }
    }

    private static Held at(String now, Map<String, String> properties) {
        EndOfLifeProperties settings = settings(properties);
        Instant instant = Instant.parse(now);
        List<Brownout> windows =
                new Brownouts(settings, deprecations(settings), InstantSource.fixed(instant)).windows();
        return new Held(
                Plan.of(
                        new Planned(
                                deprecations(settings).first(),
                                windows,
                                List.of(),
                                settings.announce(),
                                CallerProperties.NONE),
                        List.of(),
                        SeenCallers.NONE),
                instant);
    }

    private static Deprecations deprecations(EndOfLifeProperties settings) {
        return new Deprecations(new Contract(), settings);
    }

    private static EndOfLifeProperties settings(Map<String, String> properties) {
        return new Binder(
                        java.util.List.of(new MapConfigurationPropertySource(properties)),
                        null,
                        new org.springframework.boot.convert.ApplicationConversionService())
                .bindOrCreate("image-sunset.v1-1", EndOfLifeProperties.class);
    }
}
