package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.imagesunset.client.model.MyCalls;
import org.junit.jupiter.api.Test;

class MyCallsPactTest extends OperationPact {
    private static final String VERDICT = "yes|no|unknown";

    @Override
    String doing() {
        return "asking for the calls of a project";
    }

    @Override
    PactDslRequestWithPath request(PactDslRequestWithoutPath asked) {
        return asked.method("GET").path("/my/calls");
    }

    @Override
    void call(ImageServiceClient images) {
        images.myCalls();
    }

    @Pact(consumer = CONSUMER)
    V4Pact calls(PactBuilder pact) {
        DslPart calls = LambdaDsl.newJsonBody(body -> body.stringType("project", "demo")
                        .stringValue("operation", "DELETE /v1.1/images/{image_id}")
                        .stringValue("successor", "DELETE /v2/images/{image_id}")
                        .stringMatcher("sunset", PactImages.TIME, "2027-12-31T00:00:00Z")
                        .minArrayLike("days", 0, 1, MyCallsPactTest::day)
                        .minArrayLike("user_agents", 0, PactDslJsonRootValue.stringType("curl/8"), 1)
                        .object("outcomes", outcomes -> {})
                        .minArrayLike("brownouts", 0, 1, MyCallsPactTest::brownout)
                        .minArrayLike("words", 0, 1, MyCallsPactTest::word)
                        .object("readiness", MyCallsPactTest::readiness))
                .build();
        return given(pact, GOOD_TOKEN, 200).body(calls).toPact(V4Pact.class);
    }

    private static void day(LambdaDslObject day) {
        day.stringMatcher("day", "\\d{4}-\\d{2}-\\d{2}", "2026-11-01").integerType("deprecated", 12);
    }

    private static void brownout(LambdaDslObject window) {
        window.stringMatcher("start", PactImages.TIME, "2027-12-01T10:00:00Z")
                .stringMatcher("end", PactImages.TIME, "2027-12-01T11:00:00Z")
                .integerType("percent", 100);
    }

    private static void word(LambdaDslObject word) {
        word.integerType("id", 2)
                .stringType("kind", "moved")
                .stringMatcher("at", PactImages.TIME, "2026-11-01T09:00:00Z")
                .stringType("user", "mia")
                .stringMatcher("request_id", REQUEST_ID_FORM, REQUEST_ID)
                .stringType("reason", "Released.")
                .minArrayLike("projects", 0, PactDslJsonRootValue.stringType("demo"), 1);
    }

    private static void readiness(LambdaDslObject readiness) {
        readiness
                .stringType("project", "demo")
                .stringMatcher("ready", VERDICT, "no")
                .minArrayLike("witnesses", 0, 1, witness -> witness.stringType("witness", "traffic")
                        .stringMatcher("says", VERDICT, "no")
                        .stringType("because", "It called last today."));
    }

    @Test
    @PactTestFor(pactMethod = "calls")
    void aProjectSeesItsCalls(MockServer service) {
        MyCalls calls = client(service).myCalls();
        assertThat(calls.getOperation()).isEqualTo("DELETE /v1.1/images/{image_id}");
        assertThat(calls.missing()).isEmpty();
        assertThat(calls.requestId()).hasValue(REQUEST_ID);
    }

    @Pact(consumer = CONSUMER)
    V4Pact ofNoProject(PactBuilder pact) {
        return problem(
                given(pact, "a caller whose token is for no project", 403), 403, FORBIDDEN, "change-not-permitted");
    }

    @Test
    @PactTestFor(pactMethod = "ofNoProject")
    void whoIsOfNoProjectHasNoCalls(MockServer service) {
        failsWith(PermissionDeniedException.class, service, 403, "change-not-permitted");
    }
}
