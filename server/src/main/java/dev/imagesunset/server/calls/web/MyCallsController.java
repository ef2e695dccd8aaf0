package dev.imagesunset.server.calls.web;

import dev.imagesunset.server.calls.OwnCalls;
import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.generated.Decision;
import dev.imagesunset.server.generated.Decision.KindEnum;
import dev.imagesunset.server.generated.MyCalls;
import dev.imagesunset.server.generated.MyCallsApi;
import dev.imagesunset.server.http.BodyRules;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.sunset.EndOfLife;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves a project's own calls of the operation that ends, and takes its word on them; every caller, even an admin,
 * gets only its own project.
 */
@RestController
class MyCallsController implements MyCallsApi {
    private static final int AN_HOUR = 60;

    private final BodyRules wordRules;
    private final BodyRules rehearsalRules;
    private final OwnCalls calls;
    private final EndOfLife endOfLife;

    MyCallsController(Contract contract, OwnCalls calls, EndOfLife endOfLife) {
        wordRules = new BodyRules(contract, "NewWord");
        rehearsalRules = new BodyRules(contract, "NewRehearsal");
        this.calls = calls;
        this.endOfLife = endOfLife;
    }

    @Override
    public ResponseEntity<MyCalls> myCalls() {
        return ResponseEntity.ok(calls.of(project(Exchange.current().caller())));
    }

    @Override
    public ResponseEntity<Decision> sayWord(ObjectNode newWord) {
        wordRules.check(newWord);
        KindEnum word = KindEnum.fromValue(newWord.get("word").asString());
        if (word == KindEnum.NEED && !newWord.has("until")) {
            throw new Refusal(
                    ProblemCode.BODY_MALFORMED,
                    "The property until is missing, which goes with the word need. Send it, too.");
        }
        if (word == KindEnum.MOVED && newWord.has("until")) {
            throw new Refusal(
                    ProblemCode.BODY_MALFORMED, "Who has moved needs nothing: send until only with the word need.");
        }
        return keep(said(word, newWord)
                .end(newWord.optional("until")
                        .map(until -> OffsetDateTime.parse(until.asString()))
                        .orElse(null)));
    }

    @Override
    public ResponseEntity<Decision> rehearse(ObjectNode newRehearsal) {
        rehearsalRules.check(newRehearsal);
        OffsetDateTime start = endOfLife.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        int minutes = newRehearsal.path("minutes").asInt(AN_HOUR);
        return keep(said(KindEnum.REHEARSAL, newRehearsal).start(start).end(start.plusMinutes(minutes)));
    }

    private static Decision said(KindEnum kind, ObjectNode body) {
        return new Decision()
                .kind(kind)
                .reason(body.get("reason").asString())
                .projects(List.of(spokenFor(Exchange.current().caller())));
    }

    private ResponseEntity<Decision> keep(Decision said) {
        return ResponseEntity.status(HttpStatus.CREATED).body(endOfLife.decide(said, Exchange.current()));
    }

    private static String spokenFor(Caller caller) {
        String project = project(caller);
        if (!caller.isMember()) {
            throw new Refusal(
                    ProblemCode.CHANGE_NOT_PERMITTED,
                    "Only a member of a project may speak for it. Use a token of the project with the role member.");
        }
        return project;
    }

    private static String project(Caller caller) {
        String project = caller.project();
        if (project == null) {
            throw new Refusal(
                    ProblemCode.CHANGE_NOT_PERMITTED,
                    "The token is for no project, and this is about the calls of one. Use a token for a project.");
        }
        return project;
    }
}
