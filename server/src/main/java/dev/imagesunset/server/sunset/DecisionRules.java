package dev.imagesunset.server.sunset;

import dev.imagesunset.server.generated.Decision;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules for decisions about the end, given the current plan: the end can only move later, and the past cannot
 * change.
 */
record DecisionRules(Plan plan, Instant now) {
    private static final Duration LONGEST_BROWNOUT = Duration.ofDays(1);

    private static final int MOST_A_DAY = 100;
    private static final int MOST_YEARS = 5;

    /** Whether a project says it, and no operator decides it. */
    static boolean isSaid(Decision decision) {
        return switch (decision.getKind()) {
            case MOVED, NEED, REHEARSAL -> true;
            default -> false;
        };
    }

    /** Refuses what a project says if it has said very much, since all of it is kept. */
    static void requireFew(long saidInADay) {
        require(
                saidInADay < MOST_A_DAY,
                "Your project has said %d things in the last 24 hours, and all are kept for good. Say more tomorrow."
                        .formatted(saidInADay));
    }

    /** Fills in what a decision leaves open, and refuses an impossible one. */
    Decision complete(Decision wanted) {
        switch (wanted.getKind()) {
            case BROWNOUT -> completeBrownout(wanted);
            case BROWNOUT_END -> completeBrownoutEnd(wanted);
            case EXEMPTION -> checkExemption(wanted);
            case POSTPONEMENT -> checkPostponement(wanted);
            case RELEASE -> checkRelease(wanted);
            case NEED ->
                require(end(wanted).isAfter(now), "That time is past. Send one until when the call is still needed.");
            case REHEARSAL ->
                require(
                        wanted.getProjects().stream().allMatch(project -> plan.worksFor(project, now)),
                        "The sunset has come: there is nothing left to rehearse.");
            case MOVED -> {}
        }
        return wanted;
    }

    private void completeBrownout(Decision wanted) {
        Instant start = timeOr(wanted.getStart(), now);
        Instant end = end(wanted);
        require(!start.isBefore(now), "A brownout cannot begin in the past. Leave start out, and it begins at once.");
        require(start.isBefore(end), "The brownout would end before it begins. Send an end after its start.");
        require(
                !end.isAfter(sunset()),
                "The brownout would end after the sunset on %s. Let it end before.".formatted(sunset()));
        require(
                !end.isAfter(start.plus(LONGEST_BROWNOUT)),
                "A brownout that is decided takes a day at most; a longer one would be an early end. Let it end before %s."
                        .formatted(start.plus(LONGEST_BROWNOUT)));
        plan.windows().overlapping(start, end).ifPresent(other -> {
            throw impossible("There is a brownout from %s to %s already. End that one first, or choose another time."
                    .formatted(other.start(), other.end()));
        });
        wanted.start(start.atOffset(ZoneOffset.UTC));
        Brownout window = Decided.window(wanted);
        require(
                window.projects().isEmpty()
                        || window.projects().stream()
                                .anyMatch(project -> plan.hitting(project).test(window)),
                "The brownout would hit none of its projects: each is exempt until its end, or not among its percent. Send others, or leave projects out for all.");
    }

    private void completeBrownoutEnd(Decision wanted) {
        Instant end = timeOr(wanted.getEnd(), now);
        Brownout window = plan.windows()
                .startingAt(time(wanted.getStart(), "start"))
                .filter(candidate -> candidate.end().isAfter(now))
                .orElseThrow(() -> impossible(
                        "No brownout that begins at that time goes on or comes. GET /operator/sunset lists them."));
        require(
                end.isBefore(window.end()) && !end.isBefore(now),
                "A brownout can only become shorter, from now on: until %s. Leave end out, and it ends at once."
                        .formatted(window.end()));
        wanted.end(end.atOffset(ZoneOffset.UTC));
    }

    private void checkExemption(Decision wanted) {
        Instant end = end(wanted);
        requireSent(!wanted.getProjects().isEmpty(), "projects");
        require(
                end.isAfter(now) && !end.isAfter(sunset()),
                "An exemption lasts until a time after now, and at most until the sunset on %s. To give everybody more time, postpone the sunset."
                        .formatted(sunset()));
    }

    private void checkPostponement(Decision wanted) {
        Instant end = end(wanted);
        require(
                end.equals(end.truncatedTo(ChronoUnit.DAYS)),
                "A sunset is at midnight in UTC. Send a time like 2028-06-30T00:00:00Z.");
        require(
                end.isAfter(sunset()),
                "The sunset can only be postponed, because callers rely on the date that they were told: %s. Send a later day."
                        .formatted(sunset()));
        require(end.isAfter(now), "That day is past, and the call has ended. Send a later day.");
        requireNoSlip(end);
        plan.interlockEnd()
                .filter(last -> last.isAfter(now) && !last.isAfter(end))
                .ifPresent(last -> {
                    throw impossible(
                            "The interlock ends on %s, and would hold nobody after that sunset. Send an earlier day, or set a later image-sunset.v1-1.interlock.last-day first."
                                    .formatted(last));
                });
    }

    private void checkRelease(Decision wanted) {
        require(plan.interlockEnd().isPresent(), "There is no interlock to release anybody from.");
        require(
                plan.critical().containsAll(wanted.getProjects()),
                "The interlock is only for %s. Leave projects out to release them all."
                        .formatted(String.join(", ", new TreeSet<>(plan.critical()))));
    }

    private void requireNoSlip(Instant end) {
        Instant furthest =
                sunset().atOffset(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant();
        require(
                !end.isAfter(furthest),
                "That is more than %d years later, and could never be taken back. Send a day until %s."
                        .formatted(MOST_YEARS, furthest));
    }

    private Instant sunset() {
        return plan.deprecation().sunset();
    }

    private static Instant end(Decision wanted) {
        return time(wanted.getEnd(), "end");
    }

    private static Instant timeOr(@Nullable OffsetDateTime time, Instant otherwise) {
        return time == null ? otherwise : time.toInstant();
    }

    private static Instant time(@Nullable OffsetDateTime time, String property) {
        requireSent(time != null, property);
        return timeOr(time, Instant.MAX);
    }

    private static void requireSent(boolean isSent, String property) {
        if (!isSent) {
            throw new Refusal(
                    ProblemCode.BODY_MALFORMED,
                    "The property " + property + " is missing, which a decision of this kind needs. Send it, too.");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw impossible(otherwise);
        }
    }

    private static Refusal impossible(String detail) {
        return new Refusal(ProblemCode.DECISION_IMPOSSIBLE, detail);
    }
}
