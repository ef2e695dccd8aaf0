package dev.imagesunset.client;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.imagesunset.client.model.Decision;
import dev.imagesunset.client.model.NewWord;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SayingAWordPactTest extends SpeakingPact {
    private static final String PAST = "2016-10-06T00:00:00Z";

    SayingAWordPactTest() {
        super("/my/words", Map.of("word", "moved", "reason", REASON), Map.of("word", "moved"));
    }

    @Override
    String doing() {
        return "saying that a project has moved";
    }

    @Override
    void call(ImageServiceClient images) {
        images.sayWord(ProjectWord.moved(REASON));
    }

    @Override
    void callWithoutAReason(ImageServiceClient images) {
        images.sayWord(NewWord.builder().word(NewWord.WordEnum.MOVED).build());
    }

    @Pact(consumer = CONSUMER)
    V4Pact wordIsKept(PactBuilder pact) {
        return kept(given(pact, GOOD_TOKEN, 201), "moved");
    }

    @Test
    @PactTestFor(pactMethod = "wordIsKept")
    void aWordIsKept(MockServer service) {
        isKept(client(service).sayWord(ProjectWord.moved(REASON)), Decision.KindEnum.MOVED);
    }

    @Pact(consumer = CONSUMER)
    V4Pact pastTime(PactBuilder pact) {
        Map<String, ?> late = Map.of("word", "need", "until", PAST, "reason", REASON);
        PactDslResponse answer = given(
                pact, GOOD_TOKEN, ID, "saying that a call is needed until a time past", to -> speaking(to, late), 409);
        return problem(answer, 409, CONFLICT, "decision-impossible");
    }

    @Test
    @PactTestFor(pactMethod = "pastTime")
    void nobodyNeedsACallUntilATimePast(MockServer service) {
        NewWord late = ProjectWord.need(Instant.parse(PAST), REASON);
        failsWith(ConflictException.class, service, images -> images.sayWord(late), 409, "decision-impossible");
    }
}
