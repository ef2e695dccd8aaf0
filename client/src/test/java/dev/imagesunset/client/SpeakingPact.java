package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.imagesunset.client.model.Decision;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a caller's word and a rehearsal have in common: a project decides, and it is kept. */
abstract class SpeakingPact extends OperationPact {
    static final String REASON = "Who notices.";

    private static final String NO_PROJECT = "a caller whose token is for no project";

    private final String path;
    private final Map<String, ?> wanted;
    private final Map<String, ?> malformed;

    /** To a path, with a good body and one without what it must have. */
    SpeakingPact(String path, Map<String, ?> wanted, Map<String, ?> malformed) {
        this.path = path;
        this.wanted = wanted;
        this.malformed = malformed;
    }

    abstract void callWithoutAReason(ImageServiceClient images);

    @Override
    final PactDslRequestWithPath request(PactDslRequestWithoutPath asked) {
        return speaking(asked, wanted);
    }

    final PactDslRequestWithPath speaking(PactDslRequestWithoutPath asked, Map<String, ?> body) {
        return asked.method("POST")
                .path(path)
                .headers("Content-Type", "application/json")
                .body(json(body));
    }

    final V4Pact kept(PactDslResponse answer, String kind, String... times) {
        PactDslJsonBody decision = new PactDslJsonBody()
                .integerType("id", 2)
                .stringValue("kind", kind)
                .stringMatcher("at", PactImages.TIME, "2026-11-01T09:00:00Z")
                .stringType("user", "mia")
                .stringMatcher("request_id", REQUEST_ID_FORM, REQUEST_ID)
                .stringValue("reason", REASON);
        for (String time : times) {
            decision.stringMatcher(time, PactImages.TIME, "2026-11-01T09:15:00Z");
        }
        return answer.body(decision.eachLike("projects", PactDslJsonRootValue.stringType("demo")))
                .toPact(V4Pact.class);
    }

    static void isKept(Decision decision, Decision.KindEnum kind) {
        assertThat(decision.getKind()).isEqualTo(kind);
        assertThat(decision.getReason()).isEqualTo(REASON);
        assertThat(decision.getRequestId()).isEqualTo(REQUEST_ID);
    }

    @Pact(consumer = CONSUMER)
    V4Pact withoutAReason(PactBuilder pact) {
        PactDslResponse answer =
                given(pact, GOOD_TOKEN, ID, doing() + " without a reason", to -> speaking(to, malformed), 400);
        return problem(answer, 400, BAD_REQUEST, "body-malformed");
    }

    @Test
    @PactTestFor(pactMethod = "withoutAReason")
    void withoutAReasonItIsRefused(MockServer service) {
        failsWith(InvalidRequestException.class, service, this::callWithoutAReason, 400, "body-malformed");
    }

    @Pact(consumer = CONSUMER)
    V4Pact ofNoProject(PactBuilder pact) {
        return problem(given(pact, NO_PROJECT, 403), 403, FORBIDDEN, "change-not-permitted");
    }

    @Test
    @PactTestFor(pactMethod = "ofNoProject")
    void whoIsOfNoProjectSpeaksForNone(MockServer service) {
        failsWith(PermissionDeniedException.class, service, 403, "change-not-permitted");
    }

    private static PactDslJsonBody json(Map<String, ?> body) {
        PactDslJsonBody json = new PactDslJsonBody();
        body.forEach((name, value) -> {
            if (value instanceof Number number) {
                json.numberValue(name, number);
            } else {
                json.stringValue(name, String.valueOf(value));
            }
        });
        return json;
    }
}
