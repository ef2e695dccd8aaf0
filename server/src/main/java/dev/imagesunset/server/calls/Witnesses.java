package dev.imagesunset.server.calls;

import dev.imagesunset.server.generated.CallerReadiness;
import dev.imagesunset.server.generated.CallerReadiness.ReadyEnum;
import dev.imagesunset.server.generated.Decision;
import dev.imagesunset.server.generated.Decision.KindEnum;
import dev.imagesunset.server.generated.Witness;
import dev.imagesunset.server.generated.Witness.SaysEnum;
import dev.imagesunset.server.generated.Witness.WitnessEnum;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The evidence for and against the end at a given time for one project, and the conclusion. */
final class Witnesses {
    private final Sighting project;
    private final Optional<Instant> lastCall;
    private final Instant at;
    private final List<Witness> heard = new ArrayList<>();

    /** @param lastCall when a project that said something last called, rehearsals aside */
    Witnesses(Sighting project, Optional<Instant> lastCall, Instant at) {
        this.project = project;
        this.lastCall = lastCall;
        this.at = at;
    }

    /**
     * Hears the traffic. A project that says it has moved, and has not called since, need not have been silent for long
     * yet.
     */
    Witnesses hearTraffic(Rhythm.Judgement judgement, Optional<Decision> word) {
        boolean hasMoved = word.filter(said ->
                        said.getKind() == KindEnum.MOVED && callSince(said).isEmpty())
                .isPresent();
        return hear(
                WitnessEnum.TRAFFIC,
                switch (judgement.belief()) {
                    case GONE, MOVED -> SaysEnum.YES;
                    case QUIET, TOO_BRIEF -> SaysEnum.UNKNOWN;
                    case CALLING -> hasMoved ? SaysEnum.UNKNOWN : SaysEnum.NO;
                },
                judgement.reason());
    }

    private Optional<Instant> callSince(Decision said) {
        return lastCall.filter(call -> call.isAfter(said.getAt().toInstant()));
    }

    Witnesses hearWord(Optional<Decision> word) {
        word.ifPresent(said -> {
            if (said.getKind() == KindEnum.MOVED) {
                hearMoved(said);
            } else {
                hearNeed(said, Objects.requireNonNull(said.getEnd()));
            }
        });
        return this;
    }

    private void hearMoved(Decision said) {
        String moved = "%s said on %s that it has moved: %s".formatted(said.getUser(), said.getAt(), said.getReason());
        callSince(said)
                .ifPresentOrElse(
                        call -> hear(
                                WitnessEnum.WORD,
                                SaysEnum.NO,
                                "It called again on %s, although %s".formatted(call, moved)),
                        () -> hear(WitnessEnum.WORD, SaysEnum.YES, moved));
    }

    private void hearNeed(Decision said, OffsetDateTime until) {
        hear(
                WitnessEnum.WORD,
                until.toInstant().isAfter(at) ? SaysEnum.NO : SaysEnum.UNKNOWN,
                "%s said on %s that it needs the call until %s: %s"
                        .formatted(said.getUser(), said.getAt(), until, said.getReason()));
    }

    Witnesses hearRehearsal(Optional<CallHistory.Rehearsed> rehearsal) {
        rehearsal.ifPresent(day -> hear(
                WitnessEnum.REHEARSAL,
                day.isStorm() ? SaysEnum.UNKNOWN : SaysEnum.YES,
                "It rehearsed on %s, with %d of its calls refused, and has %.1f calls on a usual day: %s."
                        .formatted(
                                day.day(),
                                day.refused(),
                                day.usual(),
                                day.isStorm() ? "its programs retry in a storm" : "no storm of retries")));
        return this;
    }

    Witnesses hearExemption(Optional<Instant> until) {
        until.filter(end -> !end.isBefore(at))
                .ifPresent(end ->
                        hear(WitnessEnum.EXEMPTION, SaysEnum.NO, "An operator exempted it until %s.".formatted(end)));
        return this;
    }

    Witnesses hearPact(Optional<Boolean> expectsTheCall) {
        expectsTheCall.ifPresent(expects -> hear(
                WitnessEnum.PACT,
                expects ? SaysEnum.NO : SaysEnum.YES,
                expects ? "Its pact still has the call." : "Its pact does not have the call."));
        return this;
    }

    private Witnesses hear(WitnessEnum witness, SaysEnum says, String because) {
        heard.add(new Witness(witness, says, because));
        return this;
    }

    /**
     * Applies the rule of ADR 37: any no is a no; a believed silence is a yes, and so is "moved" unless a rehearsal was
     * a storm.
     */
    CallerReadiness conclude() {
        boolean isYes = says(WitnessEnum.TRAFFIC, SaysEnum.YES)
                || (says(WitnessEnum.WORD, SaysEnum.YES) && !says(WitnessEnum.REHEARSAL, SaysEnum.UNKNOWN));
        boolean isNo = heard.stream().anyMatch(witness -> witness.getSays() == SaysEnum.NO);
        return new CallerReadiness(
                        project.project(), isNo ? ReadyEnum.NO : isYes ? ReadyEnum.YES : ReadyEnum.UNKNOWN, heard)
                .name(project.name());
    }

    private boolean says(WitnessEnum witness, SaysEnum answer) {
        return heard.stream().anyMatch(one -> one.getWitness() == witness && one.getSays() == answer);
    }
}
