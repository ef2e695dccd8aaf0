package dev.imagesunset.client;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.imagesunset.client.model.Decision;
import dev.imagesunset.client.model.NewRehearsal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsingPactTest extends SpeakingPact {
    private static final NewRehearsal REHEARSAL =
            NewRehearsal.builder().minutes(15).reason(REASON).build();

    RehearsingPactTest() {
        super("/my/rehearsals", Map.of("minutes", 15, "reason", REASON), Map.of("minutes", 15));
    }

    @Override
    String doing() {
        return "rehearsing the end";
    }

    @Override
    void call(ImageServiceClient images) {
        images.rehearse(REHEARSAL);
    }

    @Override
    void callWithoutAReason(ImageServiceClient images) {
        images.rehearse(NewRehearsal.builder().minutes(15).build());
    }

    @Pact(consumer = CONSUMER)
    V4Pact rehearsalBegins(PactBuilder pact) {
        return kept(given(pact, "a project that nobody else calls for", 201), "rehearsal", "start", "end");
    }

    @Test
    @PactTestFor(pactMethod = "rehearsalBegins")
    void aRehearsalBegins(MockServer service) {
        isKept(client(service).rehearse(REHEARSAL), Decision.KindEnum.REHEARSAL);
    }

    @Pact(consumer = CONSUMER)
    V4Pact tooLate(PactBuilder pact) {
        return problem(given(pact, "a server after the sunset", 409), 409, CONFLICT, "decision-impossible");
    }

    @Test
    @PactTestFor(pactMethod = "tooLate")
    void afterTheSunsetNothingIsLeftToRehearse(MockServer service) {
        failsWith(ConflictException.class, service, 409, "decision-impossible");
    }
}
