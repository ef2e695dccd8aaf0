package dev.imagesunset.client.testing;

import dev.imagesunset.client.model.Decision;
import dev.imagesunset.client.model.NewRehearsal;
import dev.imagesunset.client.model.NewWord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the project says of its calls, and its rehearsals. */
final class StubWords {
    private static final int AN_HOUR = 60;

    private final Conditions conditions;
    private final List<Decision> latestFirst = new ArrayList<>();

    StubWords(Conditions conditions) {
        this.conditions = conditions;
    }

    List<Decision> latestFirst() {
        return List.copyOf(latestFirst);
    }

    void forget() {
        latestFirst.clear();
    }

    Decision say(StubRequest request) {
        NewWord word = body(request, NewWord::of);
        NewWord.WordEnum kind = given("word", word.getWord());
        if (kind == NewWord.WordEnum.UNKNOWN_DEFAULT_OPEN_API) {
            throw malformed("The property word is not good. Send one of moved, need.");
        }
        boolean isNeed = kind == NewWord.WordEnum.NEED;
        if (!isNeed && word.getUntil() != null) {
            throw malformed("Who has moved needs nothing: send until only with the word need.");
        }
        if (isNeed && !given("until", word.getUntil()).toInstant().isAfter(conditions.now())) {
            throw impossible("That time is past.");
        }
        return keep(said(request, word.getReason())
                .kind(isNeed ? Decision.KindEnum.NEED : Decision.KindEnum.MOVED)
                .end(word.getUntil()));
    }

    Decision rehearse(StubRequest request) {
        NewRehearsal rehearsal = body(request, NewRehearsal::of);
        int minutes = rehearsal.getMinutes() == null ? AN_HOUR : rehearsal.getMinutes();
        if (minutes < 1 || minutes > AN_HOUR) {
            throw malformed("The property minutes is not good. Send a whole number from 1 to 60.");
        }
        if (conditions.isOver()) {
            throw impossible("The sunset has come: there is nothing left to rehearse.");
        }
        Instant end = conditions.now().plus(minutes, ChronoUnit.MINUTES);
        Decision kept = keep(said(request, rehearsal.getReason())
                .kind(Decision.KindEnum.REHEARSAL)
                .start(utc(conditions.now()))
                .end(utc(end)));
        conditions.rehearsesUntil(end);
        return kept;
    }

    private Decision.Builder said(StubRequest request, @Nullable String reason) {
        if (given("reason", reason).isBlank()) {
            throw malformed("The property reason is not good. Send a text that says why.");
        }
        return Decision.builder()
                .id(latestFirst.size() + 1L)
                .at(utc(conditions.now()))
                .user("a-user")
                .requestId(request.id())
                .reason(reason)
                .projects(List.of(ImageServiceStub.PROJECT));
    }

    private Decision keep(Decision.Builder said) {
        Decision decision = said.build();
        latestFirst.add(0, decision);
        return decision;
    }

    private static <T> T body(StubRequest request, Function<Map<?, ?>, T> reading) {
        try {
            if (request.json() instanceof Map<?, ?> object) {
                return reading.apply(object);
            }
        } catch (IllegalArgumentException e) {
            throw malformed(String.valueOf(e.getMessage()));
        }
        throw malformed("The body must be an object.");
    }

    private static <T> T given(String property, @Nullable T value) {
        if (value == null) {
            throw malformed("The property " + property + " is missing.");
        }
        return value;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Refusal malformed(String detail) {
        return new Refusal(400, "body-malformed", detail);
    }

    private static Refusal impossible(String detail) {
        return new Refusal(409, "decision-impossible", detail);
    }
}
