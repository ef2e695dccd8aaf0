package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.imagesunset.client.model.Image;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ListingPactTest extends OperationPact {
    private static final String LATER_ID = "4c3d1d01-b48a-4639-8a88-08be3b9b5d78";
    private static final String TWO_IMAGES = "two private images of the caller's project, of one name";
    private static final Map<String, Object> THE_TWO = Map.of("ids", List.of(ID, LATER_ID), "name", "one of two");
    private static final String FILTERS =
            "name=one of two&status=active&visibility=private&owner=demo&protected=false&os_hidden=false&limit=1";
    private static final String ORDER = "&sort_key=id&sort_dir=asc";

    @Override
    String doing() {
        return "listing images";
    }

    @Override
    PactDslRequestWithPath request(PactDslRequestWithoutPath asked) {
        return asked.method("GET").path("/v2/images");
    }

    @Override
    void call(ImageServiceClient images) {
        images.listImages(ImageQuery.all()).forEach(image -> {});
    }

    @Pact(consumer = CONSUMER)
    V4Pact twoPages(PactBuilder pact) {
        PactDslResponse first = answer(
                request(pact.usingLegacyDsl()
                                .given(TWO_IMAGES, THE_TWO)
                                .uponReceiving("listing the first of two images"))
                        .query(FILTERS + ORDER),
                200);
        String next = "/v2/images\\?(.+&)?marker=" + ID + "(&.+)?";
        return answer(
                        request(first.body(page(ID).stringMatcher("next", next, "/v2/images?limit=1&marker=" + ID))
                                        .given(TWO_IMAGES, THE_TWO)
                                        .uponReceiving("listing what follows the first of two images"))
                                .query(FILTERS + "&marker=" + ID + ORDER),
                        200)
                .body(page(LATER_ID))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "twoPages")
    void imagesAreListedPageByPage(MockServer service) {
        ImageQuery query = ImageQuery.all()
                .withName("one of two")
                .withStatus(Image.StatusEnum.ACTIVE)
                .withVisibility(Image.VisibilityEnum.PRIVATE)
                .withOwner("demo")
                .withProtected(false)
                .withHidden(false)
                .withPageSize(1)
                .ascendingBy(ImageQuery.SortKey.ID);
        assertThat(client(service).listImages(query).map(Image::getId))
                .extracting(Object::toString)
                .containsExactly(ID, LATER_ID);
    }

    @Pact(consumer = CONSUMER)
    V4Pact noName(PactBuilder pact) {
        String doing = "listing images of a name that none can have";
        PactDslResponse answer =
                given(pact, GOOD_TOKEN, ID, doing, to -> request(to).query("name=\0"), 400);
        return problem(answer, 400, BAD_REQUEST, "parameter-invalid");
    }

    @Test
    @PactTestFor(pactMethod = "noName")
    void aNameThatNoImageCanHaveIsRefused(MockServer service) {
        ImageQuery query = ImageQuery.all().withName("\0");
        failsWith(
                InvalidRequestException.class,
                service,
                images -> images.listImages(query).forEach(image -> {}),
                400,
                "parameter-invalid");
    }

    private static PactDslJsonBody page(String id) {
        PactDslJsonBody image =
                PactImages.describe(new PactDslJsonBody().array("images").object(), id);
        DslPart images = Objects.requireNonNull(image.closeObject());
        return ((PactDslJsonBody) Objects.requireNonNull(images.closeArray()))
                .stringType("first", "/v2/images")
                .stringType("schema", "/v2/schemas/images");
    }
}
