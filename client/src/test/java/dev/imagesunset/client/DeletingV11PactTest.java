package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.net.URI;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation")
class DeletingV11PactTest extends DeletingPact {
    // Pact takes a header apart at its commas, and holds each part against the expression.
    private static final String SUNSET_PARTS = "\\w{3}|\\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";
    private static final String LINK_PARTS =
            "</v2/images(/[^>]+)?>; rel=\"successor-version\"|<[^>]+>; rel=\"(deprecation|sunset)\"; type=\"text/html\"";

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
                .matchHeader("Sunset", SUNSET_PARTS, "Fri, 31 Dec 2027 00:00:00 GMT")
                .matchHeader("Link", LINK_PARTS, link(status == 400 ? "" : "/" + ID));
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

    private static String link(String id) {
        return "</v2/images" + id
                + ">; rel=\"successor-version\", </deprecation>; rel=\"deprecation\"; type=\"text/html\","
                + " </deprecation>; rel=\"sunset\"; type=\"text/html\"";
    }
}
