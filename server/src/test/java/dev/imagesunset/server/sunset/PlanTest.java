package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.generated.Decision;
import dev.imagesunset.server.generated.Decision.KindEnum;
import dev.imagesunset.server.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds follows from the contract, the settings, the decisions and the clock, and from nothing else. */
class PlanTest {
    private static final Instant NOW = Instant.parse("2027-10-01T10:30:00Z");
    private static final Brownout PLANNED =
            new Brownout(Instant.parse("2027-10-01T10:00:00Z"), Instant.parse("2027-10-01T11:00:00Z"), Set.of(), 100);
    private static final Deprecation DEPRECATION =
            new Deprecations(new Contract(), new EndOfLifeProperties(null, List.of(), Duration.ofDays(14))).first();

    @Test
    void withoutDecisionsTheSettingsHold() {
        Plan plan = plan();
        assertThat(plan.phase(NOW)).isEqualTo(Phase.BROWNOUT);
        assertThat(plan.phase(PLANNED.end())).isEqualTo(Phase.DEPRECATED);
        assertThat(plan.phase(DEPRECATION.sunset())).isEqualTo(Phase.GONE);
    }

    @Test
    void aBrownoutThatIsStartedHoldsForItsProjects() {
        Plan plan = plan(decision(KindEnum.BROWNOUT, "2027-10-02T10:00:00Z", "2027-10-02T11:00:00Z", "demo"));
        Instant then = Instant.parse("2027-10-02T10:00:00Z");
        assertThat(plan.phase(then)).isEqualTo(Phase.BROWNOUT);
        assertThat(plan.refusal("demo", then)).isPresent();
        assertThat(plan.refusal("other", then)).isEmpty();
    }

    @Test
    void aBrownoutThatIsShortenedIsOverEarlier() {
        Plan plan = plan(decision(KindEnum.BROWNOUT_END, "2027-10-01T10:00:00Z", "2027-10-01T10:40:00Z"));
        assertThat(plan.phase(NOW)).isEqualTo(Phase.BROWNOUT);
        assertThat(plan.phase(Instant.parse("2027-10-01T10:40:00Z"))).isEqualTo(Phase.DEPRECATED);
    }

    @Test
    void aBrownoutThatEndsBeforeItsStartIsCalledOff() {
        Plan plan = plan(decision(KindEnum.BROWNOUT_END, "2027-10-01T10:00:00Z", "2027-09-30T10:00:00Z"));
        assertThat(plan.upcoming(Instant.parse("2027-09-30T00:00:00Z"))).isEmpty();
    }

    @Test
    void anExemptProjectIsSparedAndNotAnnouncedUntilThen() {
        Plan plan = plan(decision(KindEnum.EXEMPTION, null, "2027-10-01T10:45:00Z", "demo"));
        assertThat(plan.refusal("demo", NOW)).isEmpty();
        assertThat(plan.refusal("other", NOW)).isPresent();
        assertThat(plan.refusal("demo", Instant.parse("2027-10-01T10:45:00Z"))).isPresent();
        Plan longer = plan(decision(KindEnum.EXEMPTION, null, "2027-10-01T11:00:00Z", "demo"));
        assertThat(longer.announced("demo", NOW)).isEmpty();
        assertThat(longer.announced("other", NOW)).hasValue(PLANNED);
    }

    @Test
    void theNewestExemptionCounts() {
        Plan plan = plan(
                decision(KindEnum.EXEMPTION, null, "2027-11-01T00:00:00Z", "demo"),
                decision(KindEnum.EXEMPTION, null, "2027-10-01T10:00:00Z", "demo"));
        assertThat(plan.refusal("demo", NOW)).isPresent();
    }

    @Test
    void theSunsetComesLaterOnceItIsPostponedAndNeverEarlier() {
        Instant later = Instant.parse("2028-06-30T00:00:00Z");
        Plan plan = plan(
                decision(KindEnum.POSTPONEMENT, null, "2028-06-30T00:00:00Z"),
                decision(KindEnum.POSTPONEMENT, null, "2027-01-01T00:00:00Z"));
        assertThat(plan.deprecation().sunset()).isEqualTo(later);
        assertThat(plan.deprecation().postponedFrom()).isEqualTo(DEPRECATION.sunset());
        assertThat(plan.phase(DEPRECATION.sunset())).isEqualTo(Phase.DEPRECATED);
        assertThat(plan.phase(later)).isEqualTo(Phase.GONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            BROWNOUT     | 2027-09-01T00:00:00Z | 2027-10-05T00:00:00Z | -    | cannot begin in the past
            BROWNOUT     | 2027-11-01T00:00:00Z | 2027-11-01T00:00:00Z | -    | end before it begins
            BROWNOUT     | 2027-11-01T00:00:00Z | 2028-11-01T00:00:00Z | -    | end after the sunset
            BROWNOUT     | -                    | 2027-10-01T10:31:00Z | -    | from 2027-10-01T10:00:00Z to 2027-10-01T11:00:00Z already
            BROWNOUT     | 2027-11-01T00:00:00Z | -                    | -    | end is missing
            BROWNOUT_END | 2027-10-02T10:00:00Z | -                    | -    | No brownout that begins at that time
            BROWNOUT_END | 2027-10-01T10:00:00Z | 2027-10-01T11:00:00Z | -    | only become shorter
            BROWNOUT_END | 2027-10-01T10:00:00Z | 2027-10-01T10:10:00Z | -    | only become shorter
            BROWNOUT_END | -                    | -                    | -    | start is missing
            EXEMPTION    | -                    | 2027-11-01T00:00:00Z | -    | projects is missing
            EXEMPTION    | -                    | 2027-12-31T00:00:01Z | demo | at most until the sunset
            EXEMPTION    | -                    | 2027-10-01T10:30:00Z | demo | after now
            POSTPONEMENT | -                    | 2027-12-31T00:00:00Z | -    | only be postponed
            POSTPONEMENT | -                    | 2028-06-30T12:00:00Z | -    | midnight in UTC
            """)
    void whatCannotBeDecidedIsRefusedWithTheReason(
            KindEnum kind, @Nullable String start, @Nullable String end, @Nullable String project, String reason) {
        Decision wanted = decision(kind, start, end, project == null ? new String[0] : new String[] {project});
        assertThatThrownBy(() -> new DecisionRules(plan(), NOW).complete(wanted))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.detail()).contains(reason));
    }

    private static Plan plan(Decision... decisions) {
        return Plan.of(DEPRECATION, List.of(PLANNED), Duration.ofDays(14), List.of(decisions));
    }

    static Decision decision(KindEnum kind, @Nullable String start, @Nullable String end, String... projects) {
        return new Decision(
                        1L,
                        kind,
                        OffsetDateTime.parse("2027-01-01T00:00:00Z"),
                        "ada",
                        "req-1",
                        "a test",
                        Arrays.asList(projects))
                .start(start == null ? null : OffsetDateTime.parse(start))
                .end(end == null ? null : OffsetDateTime.parse(end));
    }
}
