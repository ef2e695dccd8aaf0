package dev.imagesunset.server.calls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.imagesunset.server.calls.Rhythm.Judgement;
import dev.imagesunset.server.generated.CallerReadiness;
import dev.imagesunset.server.generated.CallerReadiness.ReadyEnum;
import dev.imagesunset.server.generated.Decision.KindEnum;
import dev.imagesunset.server.generated.Readiness;
import dev.imagesunset.server.generated.Witness;
import dev.imagesunset.server.generated.Witness.SaysEnum;
import dev.imagesunset.server.generated.Witness.WitnessEnum;
import dev.imagesunset.server.sunset.EndOfLife;
import dev.imagesunset.server.sunset.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decides whether the operation may end, for each caller and for all, from what the witnesses say. */
@Component
public class ReadinessCheck {
    /** How many projects to read at once, so that each statement is quick. */
    private static final int AT_ONCE = 100;

    /** Longer than any month, so that a caller with one call a month has called by then. */
    static final Duration LONG_ENOUGH = Duration.ofDays(35);

    private final CallingProjects projects;
    private final CallHistory history;
    private final ProjectPacts pacts;
    private final EndOfLife endOfLife;
    private final Cache<Days, Judgement> judged = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    ReadinessCheck(CallingProjects projects, CallHistory history, ProjectPacts pacts, EndOfLife endOfLife) {
        this.projects = projects;
        this.history = history;
        this.pacts = pacts;
        this.endOfLife = endOfLife;
    }

    /**
     * The readiness of all callers, and of those who say that they will call, those for whom it may not end first; until
     * calls are counted for long enough, there may be others.
     */
    public Readiness at(Instant at) {
        List<CallerReadiness> callers = new ArrayList<>();
        Set<String> silent = new TreeSet<>(endOfLife.plan().needing(at));
        List<Sighting> piece = projects.after("", "", AT_ONCE);
        while (!piece.isEmpty()) {
            callers.addAll(judge(piece, at));
            piece.forEach(caller -> silent.remove(caller.project()));
            piece = projects.after(piece.get(piece.size() - 1).project(), "", AT_ONCE);
        }
        List<Sighting> never = silent.stream().map(Sighting::never).toList();
        for (int i = 0; i < never.size(); i += AT_ONCE) {
            callers.addAll(judge(never.subList(i, Math.min(i + AT_ONCE, never.size())), at));
        }
        callers.sort(Comparator.comparing(caller ->
                List.of(ReadyEnum.NO, ReadyEnum.UNKNOWN, ReadyEnum.YES).indexOf(caller.getReady())));
        boolean isReadyForAll = count(callers, ReadyEnum.YES) == callers.size();
        Instant allAreKnown = allAreKnown();
        boolean areAllKnown = !endOfLife.now().isBefore(allAreKnown);
        return new Readiness(
                at.atOffset(ZoneOffset.UTC),
                isReadyForAll && areAllKnown,
                isReadyForAll ? verdict(callers.size(), areAllKnown, allAreKnown) : notReady(callers),
                callers);
    }

    private static String verdict(int callers, boolean areAllKnown, Instant allAreKnown) {
        return areAllKnown
                ? "Ready: it may end for every caller (%d).".formatted(callers)
                : "Not known: it may end for every caller (%d), but calls have not been counted for long, and others may call once a month. Ask again on %s."
                        .formatted(callers, day(allAreKnown).plusDays(1));
    }

    private static String notReady(List<CallerReadiness> callers) {
        String all = callers.size() == 1 ? "1 caller" : callers.size() + " callers";
        return Stream.of(
                        "it may not end for " + count(callers, ReadyEnum.NO),
                        "it is not known for " + count(callers, ReadyEnum.UNKNOWN))
                .filter(words -> !words.endsWith(" 0"))
                .collect(Collectors.joining(", and ", "Not ready: of " + all + ", ", "."));
    }

    private static long count(List<CallerReadiness> callers, ReadyEnum ready) {
        return callers.stream().filter(caller -> caller.getReady() == ready).count();
    }

    /** The time from which on a project that was not seen does not call. */
    private Instant allAreKnown() {
        return history.countedSince().plus(LONG_ENOUGH);
    }

    /** The readiness of a project that has not called and does not say that it will. */
    CallerReadiness ofUnseen(String project) {
        Instant known = allAreKnown();
        return endOfLife.now().isBefore(known)
                ? new CallerReadiness(
                        project,
                        ReadyEnum.UNKNOWN,
                        List.of(new Witness(
                                WitnessEnum.TRAFFIC,
                                SaysEnum.UNKNOWN,
                                "It has not called, but calls have not been counted for long, and it may call once a month. Ask again on %s."
                                        .formatted(day(known).plusDays(1)))))
                : new CallerReadiness(
                        project,
                        ReadyEnum.YES,
                        List.of(new Witness(WitnessEnum.TRAFFIC, SaysEnum.YES, "It has not called.")));
    }

    /** The readiness of some callers at the sunset, by project id. */
    Map<String, CallerReadiness> verdicts(List<Sighting> callers) {
        return judge(callers, endOfLife.plan().deprecation().sunset()).stream()
                .collect(Collectors.toMap(CallerReadiness::getProject, Function.identity()));
    }

    /**
     * The readiness of some callers, except those without a valid token, those refused as newcomers who do not say that
     * they need the call, and those that have only rehearsed and say nothing.
     */
    List<CallerReadiness> judge(List<Sighting> callers, Instant at) {
        Plan plan = endOfLife.plan();
        Instant now = endOfLife.now();
        List<String> ids = callers.stream().map(Sighting::project).toList();
        Map<String, Judgement> judgements = judgements(callers, now);
        Map<String, CallHistory.Rehearsed> rehearsals = history.rehearsals(ids);
        Map<String, Instant> lastCalls = callsSinceTheMove(ids, plan);
        Set<String> needing = plan.needing(at);
        return callers.stream()
                .filter(caller -> !caller.project().equals(Sighting.NOBODY))
                .filter(caller -> !plan.isNewcomer(caller.project(), now) || needing.contains(caller.project()))
                .filter(caller -> !Judgement.NEVER_SEEN.equals(judgements.get(caller.project()))
                        || !rehearsals.containsKey(caller.project())
                        || plan.word(caller.project()).isPresent())
                .map(caller -> new Witnesses(caller, Optional.ofNullable(lastCalls.get(caller.project())), at)
                        .hearTraffic(
                                Objects.requireNonNull(judgements.get(caller.project())), plan.word(caller.project()))
                        .hearWord(plan.word(caller.project()))
                        .hearRehearsal(Optional.ofNullable(rehearsals.get(caller.project())))
                        .hearExemption(plan.exemptUntil(caller.project()))
                        .hearPact(pacts.expectsTheCall(caller.project()))
                        .conclude())
                .toList();
    }

    /** When those who say that they have moved last called since the first of them said so. */
    private Map<String, Instant> callsSinceTheMove(List<String> projects, Plan plan) {
        Map<String, Instant> moved = new HashMap<>();
        for (String project : projects) {
            plan.word(project)
                    .filter(word -> word.getKind() == KindEnum.MOVED)
                    .ifPresent(word -> moved.put(project, word.getAt().toInstant()));
        }
        return moved.isEmpty() ? Map.of() : history.lastCalls(moved.keySet(), Collections.min(moved.values()));
    }

    /**
     * A cached judgement stays right until the days change; if the successor is called, it may be a few minutes late.
     */
    private Map<String, Judgement> judgements(List<Sighting> callers, Instant now) {
        LocalDate today = day(now);
        List<Days> asked = callers.stream()
                .map(caller -> new Days(caller.project(), day(caller.lastAt()), today))
                .toList();
        Map<Days, Judgement> found = judged.getAll(asked, unknown -> judge(unknown, now));
        return found.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().project(), Map.Entry::getValue));
    }

    private Map<Days, Judgement> judge(Collection<? extends Days> unknown, Instant now) {
        Map<String, Rhythm> rhythms =
                history.rhythms(unknown.stream().map(Days::project).toList(), now);
        Map<Days, Judgement> judgements = new HashMap<>();
        for (Days days : unknown) {
            Rhythm rhythm = rhythms.get(days.project());
            judgements.put(days, rhythm == null ? Judgement.NEVER_SEEN : rhythm.judge());
        }
        return judgements;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** What a judgement of a project depends on. */
    private record Days(String project, LocalDate last, LocalDate today) {}
}
