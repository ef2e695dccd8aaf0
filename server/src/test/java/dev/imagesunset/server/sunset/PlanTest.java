package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.generated.Decision;
import dev.imagesunset.server.generated.Decision.KindEnum;
import dev.imagesunset.server.generated.EndOfLife.PhaseEnum;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.settings.IllegalSetting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        assertThat(plan.phase(NOW)).isEqualTo(PhaseEnum.BROWNOUT);
        assertThat(plan.phase(PLANNED.end())).isEqualTo(PhaseEnum.DEPRECATED);
        assertThat(plan.phase(DEPRECATION.sunset())).isEqualTo(PhaseEnum.GONE);
    }

    @Test
    void aBrownoutThatIsStartedHoldsForItsProjects() {
        Plan plan = plan(decision(KindEnum.BROWNOUT, "2027-10-02T10:00:00Z", "2027-10-02T11:00:00Z", "demo"));
        Instant then = Instant.parse("2027-10-02T10:00:00Z");
        assertThat(plan.phase(then)).isEqualTo(PhaseEnum.BROWNOUT);
        assertThat(plan.refusal("demo", then)).isPresent();
        assertThat(plan.refusal("other", then)).isEmpty();
    }

    @Test
    void aBrownoutThatIsShortenedIsOverEarlier() {
        Plan plan = plan(decision(KindEnum.BROWNOUT_END, "2027-10-01T10:00:00Z", "2027-10-01T10:40:00Z"));
        assertThat(plan.phase(NOW)).isEqualTo(PhaseEnum.BROWNOUT);
        assertThat(plan.phase(Instant.parse("2027-10-01T10:40:00Z"))).isEqualTo(PhaseEnum.DEPRECATED);
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
        assertThat(plan.phase(DEPRECATION.sunset())).isEqualTo(PhaseEnum.DEPRECATED);
        assertThat(plan.phase(later)).isEqualTo(PhaseEnum.GONE);
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

    @Test
    void aRehearsalIsForItsProjectAndEndsByItself() {
        Plan plan = plan(decision(KindEnum.REHEARSAL, "2027-09-01T10:00:00Z", "2027-09-01T10:30:00Z", "demo"));
        Instant then = Instant.parse("2027-09-01T10:00:00Z");
        assertThat(plan.refusal("demo", then)).hasValueSatisfying(gone -> {
            assertThat(gone.code()).isEqualTo(ProblemCode.OPERATION_GONE);
            assertThat(gone.detail())
                    .isEqualTo(OperationGone.forGood(DEPRECATION).detail());
            assertThat(gone.outcome()).isEqualTo("rehearsal");
        });
        assertThat(plan.refusal("other", then)).isEmpty();
        assertThat(plan.refusal("demo", Instant.parse("2027-09-01T10:30:00Z"))).isEmpty();
    }

    @Test
    void whoNeverCalledBeforeIsRefusedFromTheClosingOn() {
        CallerProperties closing = new CallerProperties(
                LocalDate.parse("2027-01-01"), new CallerProperties.Interlock(Set.of(), null), List.of());
        Plan plan = plan(closing, new SeenCallers(Optional.of(Set.of("known")), Set.of()));
        Instant start = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(plan.refusal("new", start))
                .hasValueSatisfying(gone -> assertThat(gone.code()).isEqualTo(ProblemCode.CLOSED_TO_NEWCOMERS));
        assertThat(plan.refusal("known", start)).isEmpty();
        assertThat(plan.refusal(Caller.NO_PROJECT, start)).isEmpty();
        assertThat(plan.refusal("new", start.minusMillis(1))).isEmpty();
        assertThat(plan(closing, new SeenCallers(Optional.of(Set.of("(others)")), Set.of()))
                        .refusal("new", start))
                .isEmpty();
    }

    @Test
    void theInterlockHoldsItOpenForCriticalProjectsThatStillCallAndHaveNotMovedUntilTheLastDay() {
        CallerProperties interlock = new CallerProperties(
                null,
                new CallerProperties.Interlock(
                        Set.of("calls", "silent", "needs", "moved", "released"), LocalDate.parse("2028-03-31")),
                List.of());
        SeenCallers seen = new SeenCallers(Optional.empty(), Set.of("silent", "needs"));
        Plan plan = plan(
                interlock,
                seen,
                decision(KindEnum.MOVED, null, null, "moved"),
                decision(KindEnum.NEED, null, "2028-02-01T00:00:00Z", "needs"),
                decision(KindEnum.RELEASE, null, null, "released"));
        Instant sunset = DEPRECATION.sunset();
        assertThat(plan.heldFor(sunset)).containsExactlyInAnyOrder("calls", "needs");
        assertThat(plan.heldFor(Instant.parse("2028-02-01T00:00:00Z"))).containsExactly("calls");
        assertThat(plan.heldFor(sunset.minusMillis(1))).isEmpty();
        assertThat(plan.refusal("calls", sunset)).isEmpty();
        assertThat(plan.refusal("silent", sunset)).isPresent();
        assertThat(plan.refusal("other", sunset)).isPresent();
        assertThat(plan.refusal(Caller.NO_PROJECT, sunset)).isPresent();
        assertThat(plan.refusal("calls", Instant.parse("2028-03-31T00:00:00Z"))).isPresent();
        assertThat(plan(interlock, seen, decision(KindEnum.RELEASE, null, null)).heldFor(sunset))
                .isEmpty();
    }

    @Test
    void anInterlockThatEndsBeforeTheSunsetIsNone() {
        CallerProperties early = new CallerProperties(
                null, new CallerProperties.Interlock(Set.of("demo"), LocalDate.parse("2027-12-31")), List.of());
        assertThatThrownBy(() -> plan(early, SeenCallers.NONE))
                .isInstanceOf(IllegalSetting.class)
                .hasMessageContaining("not after the sunset");
    }

    private static Plan plan(Decision... decisions) {
        return plan(CallerProperties.NONE, SeenCallers.NONE, decisions);
    }

    private static Plan plan(CallerProperties callers, SeenCallers seen, Decision... decisions) {
        return Plan.of(
                new Planned(DEPRECATION, List.of(PLANNED), List.of(), Duration.ofDays(14), callers),
                List.of(decisions),
                seen);
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
