package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.net.URI;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@SuppressWarnings("removal")
class DeletingV11PactTest extends DeletingPact {
    private static final String SUCCESSOR = "DELETE /v2/images/{image_id}";

    // Pact's implementations differ: some hold each part of a header between its commas against the expression, some
    // the whole.
    private static final String SUNSET = "\\w{3}|(\\w{3}, )?\\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";
    private static final String SUCCESSOR_LINK = "</v2/images(/[^>]+)?>; rel=\"successor-version\"";
    private static final String PAGE_LINK = "<[^>]+>; rel=\"(deprecation|sunset)\"; type=\"text/html\"";
    private static final String LINK = "(%s|%s)(, %s)*".formatted(SUCCESSOR_LINK, PAGE_LINK, PAGE_LINK);

    @Override
    String doing() {
        return "deleting an image through v1.1";
    }

    @Override
    String images() {
        return "/v1.1/images/";
    }

    @Override
    Deletion delete(ImageServiceClient images, String id) {
        return images.deleteImageV11(id);
    }

    @Override
    PactDslResponse answer(PactDslRequestWithPath request, int status) {
        return super.answer(request, status)
                .matchHeader("Deprecation", "@\\d+", "@1475712000")
                .matchHeader("Sunset", SUNSET, "Fri, 31 Dec 2027 00:00:00 GMT")
                .matchHeader("Link", LINK, link(status == 400 ? "" : "/" + ID));
    }

    @Override
    ImageServiceException failsWith(
            Class<? extends ImageServiceException> type,
            MockServer service,
            Consumer<ImageServiceClient> call,
            int status,
            String code) {
        ImageServiceException failure = super.failsWith(type, service, call, status, code);
        assertThat(failure.deprecation()).isPresent();
        return failure;
    }

    @Test
    @PactTestFor(pactMethod = "imageIsDeleted")
    void theAnswerTellsTheEnd(MockServer service) {
        assertThat(delete(client(service), ID).deprecation()).hasValueSatisfying(notice -> {
            assertThat(notice.since()).hasValue(Instant.parse("2016-10-06T00:00:00Z"));
            assertThat(notice.sunset()).hasValue(Instant.parse("2027-12-31T00:00:00Z"));
            assertThat(notice.successor()).hasValue(URI.create(service.getUrl() + "/v2/images/" + ID));
            assertThat(notice.documentation()).hasValue(URI.create(service.getUrl() + "/deprecation"));
        });
    }

    @Pact(consumer = CONSUMER)
    V4Pact imageIsDeletedAsInTheExample(PactBuilder pact) {
        return given(pact, "an image of the caller's project, on a server that answers with 200", 200)
                .matchHeader("Content-Type", "text/html; ?charset=UTF-8", "text/html;charset=UTF-8")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "imageIsDeletedAsInTheExample")
    void anImageIsDeletedWithTheAnswerOfTheExample(MockServer service) {
        assertThat(delete(client(service), ID).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
    }

    @Pact(consumer = CONSUMER)
    V4Pact inABrownout(PactBuilder pact) {
        PactDslResponse answer = given(pact, "a server in a brownout", 410)
                .matchHeader("Brownout", "@\\d+;until=@\\d+", "@1827655200;until=@1827658800")
                .matchHeader("Retry-After", "[1-9]\\d*", "1800");
        return problem(answer, gone("brownout"));
    }

    @Test
    @PactTestFor(pactMethod = "inABrownout")
    void inABrownoutTheCallIsGoneForAWhile(MockServer service) {
        OperationGoneException gone = gone(service, "brownout");
        assertThat(gone.isBrownout()).isTrue();
        assertThat(gone.until()).hasValue(Instant.parse("2027-12-01T11:00:00Z"));
    }

    @Pact(consumer = CONSUMER)
    V4Pact afterTheSunset(PactBuilder pact) {
        return problem(given(pact, "a server after the sunset", 410), gone("operation-gone"));
    }

    @Test
    @PactTestFor(pactMethod = "afterTheSunset")
    void afterTheSunsetTheCallIsGoneForGood(MockServer service) {
        OperationGoneException gone = gone(service, "operation-gone");
        assertThat(gone.isBrownout()).isFalse();
        assertThat(gone.until()).isEmpty();
    }

    @Pact(consumer = CONSUMER)
    V4Pact rehearsed(PactBuilder pact) {
        PactDslResponse answer = given(
                pact,
                OWN_IMAGE,
                ID,
                "a rehearsal of " + doing(),
                to -> request(to).headers("Sunset-Rehearsal", "true"),
                410);
        return problem(answer, gone("operation-gone"));
    }

    @Test
    @PactTestFor(pactMethod = "rehearsed")
    void aRehearsedDeleteIsGone(MockServer service) {
        ImageService rehearsing = client(service).rehearsing();
        assertThatThrownBy(() -> rehearsing.deleteImageV11(ID))
                .isInstanceOfSatisfying(OperationGoneException.class, gone -> assertThat(gone.isRehearsal())
                        .isTrue());
    }

    @Pact(consumer = CONSUMER)
    V4Pact forNewcomers(PactBuilder pact) {
        PactDslResponse answer = given(pact, "a server that is closed to newcomers", 410)
                .matchHeader("Closed-To-Newcomers", "@\\d+", "@1577836800");
        return problem(answer, gone("closed-to-newcomers"));
    }

    @Test
    @PactTestFor(pactMethod = "forNewcomers")
    void forANewcomerTheCallIsGone(MockServer service) {
        assertThat(gone(service, "closed-to-newcomers").isClosedToNewcomers()).isTrue();
    }

    private static PactDslJsonBody gone(String code) {
        return problem(410, "This operation is gone.", code).stringValue("successor", SUCCESSOR);
    }

    private OperationGoneException gone(MockServer service, String code) {
        OperationGoneException gone =
                (OperationGoneException) failsWith(OperationGoneException.class, service, this::call, 410, code);
        assertThat(gone).hasMessageContaining("call " + SUCCESSOR + " instead");
        assertThat(gone.successor()).hasValue(SUCCESSOR);
        return gone;
    }

    private static String link(String id) {
        return "</v2/images" + id
                + ">; rel=\"successor-version\", </deprecation>; rel=\"deprecation\"; type=\"text/html\","
                + " </deprecation>; rel=\"sunset\"; type=\"text/html\"";
    }
}
