package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.id;
import static dev.imagesunset.client.ServedImages.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.api.ImageServiceContract;
import dev.imagesunset.client.model.Image;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(20)
class ListingTest {
    private final FakeService service = new FakeService();
    private final ImageServiceClient client = ImageServiceClient.builder(service.endpoint())
            .token(() -> "a-token")
            .time(new FakeTime())
            .build();

    ListingTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void nothingIsFetchedUntilSomebodyLooks() {
        Stream<Image> images = client.listImages(ImageQuery.all()).filter(Image::getProtected);
        assertThat(images).isNotNull();
        assertThat(service.paths).isEmpty();
    }

    @Test
    void theNextPageIsFetchedOnlyWhenSomebodyGetsThere() {
        service.answersJson(200, page("/v2/images?marker=" + id(2), id(1), id(2)))
                .answersJson(200, page(null, id(3)));
        Iterator<Image> images = client.listImages(ImageQuery.all()).iterator();
        images.next();
        images.next();
        assertThat(service.paths).containsExactly("/v2/images");
        assertThat(images.next().getId()).hasToString(id(3));
        assertThat(service.paths).containsExactly("/v2/images", "/v2/images?marker=" + id(2));
        assertThat(images.hasNext()).isFalse();
    }

    @Test
    void whatALimitLeavesOutIsNeverFetched() {
        service.answersJson(200, page("/v2/images?marker=" + id(2), id(1), id(2)));
        assertThat(client.listImages(ImageQuery.all()).limit(2)).hasSize(2);
        assertThat(service.paths).hasSize(1);
    }

    @Test
    void eachPageKeepsTheFilters() {
        String query = "?name=a%20%26%20b&status=queued&visibility=community&owner=demo&protected=false&os_hidden=true"
                + "&limit=1&%ssort_key=updated_at&sort_dir=asc";
        service.answersJson(200, page("/ims/v2/images?limit=1&marker=" + id(1) + "&name=x", id(1)))
                .answersJson(200, page(null, id(2)));
        ImageQuery images = ImageQuery.all()
                .withName("a & b")
                .withStatus(Image.StatusEnum.QUEUED)
                .withAnyVisibility()
                .withVisibility(Image.VisibilityEnum.COMMUNITY)
                .withOwner("demo")
                .withProtected(false)
                .withHidden(true)
                .withPageSize(1)
                .descendingBy(ImageQuery.SortKey.ID)
                .ascendingBy(ImageQuery.SortKey.UPDATED_AT);
        assertThat(client.listImages(images)).hasSize(2);
        assertThat(service.paths)
                .containsExactly(
                        "/v2/images" + query.replace("%s", ""),
                        "/v2/images" + query.replace("%s", "marker=" + id(1) + "&"));
    }

    /** A service would take what stands before a colon for an operator. */
    @Test
    void aNameWithAColonIsAskedForAsItIs() {
        service.answersJson(200, page(null)).answersJson(200, page(null));
        assertThat(client.listImages(ImageQuery.all().withName("ubuntu:22.04"))).isEmpty();
        assertThat(client.listImages(ImageQuery.all().withName("in:a"))).isEmpty();
        assertThat(service.paths).containsExactly("/v2/images?name=eq%3Aubuntu%3A22.04", "/v2/images?name=eq%3Ain%3Aa");
    }

    @Test
    void anEmptyPageInTheMiddleIsNotTheEnd() {
        service.answersJson(200, page("/v2/images?marker=a%2Fb")).answersJson(200, page(null, id(1)));
        assertThat(client.listImages(ImageQuery.all())).hasSize(1);
        assertThat(service.paths).last().isEqualTo("/v2/images?marker=a%2Fb");
    }

    @Test
    void aPageIsTriedAgainWhenTheServiceIsUnavailable() {
        service.answersJson(200, page("/v2/images?marker=" + id(1), id(1)))
                .answers(503)
                .dropsTheConnection()
                .answersJson(200, page(null, id(2)));
        assertThat(client.listImages(ImageQuery.all()).map(Image::getId))
                .extracting(Object::toString)
                .containsExactly(id(1), id(2));
    }

    @Test
    void aRefusalComesOutWhereTheStreamEnds() {
        service.answers(400, "parameter-invalid");
        Stream<Image> images = client.listImages(ImageQuery.all());
        assertThatThrownBy(images::toList)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Listing images");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/images?marker=00000000-0000-4000-8000-000000000001",
                "/v2/images?limit=1",
                "/v2/images?marker=%zz",
                "nowhere"
            })
    void aNextPageThatLeadsNowhereDoesNotGoOnForEver(String next) {
        service.answersJson(200, page("/v2/images?marker=" + id(1), id(1))).answersJson(200, page(next, id(1)));
        assertThatThrownBy(client.listImages(ImageQuery.all())::toList)
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining(next);
    }

    @Test
    void aQueryIsAValue() {
        assertThat(ImageQuery.all().withName("a"))
                .isEqualTo(ImageQuery.all().withName("b").withName("a"));
        assertThat(ImageQuery.all().withName("a"))
                .hasSameHashCodeAs(ImageQuery.all().withName("a"));
        assertThat(ImageQuery.all().withName("a"))
                .isNotEqualTo(ImageQuery.all())
                .hasToString("ImageQuery[?name=a]");
        assertThatIllegalArgumentException().isThrownBy(() -> ImageQuery.all().withPageSize(0));
    }

    @Test
    void whatImagesAreSortedByIsWhatTheContractSays() throws IOException {
        try (InputStream yaml = ImageServiceContract.url().openStream()) {
            JsonNode contract = JsonMapper.shared().valueToTree(new Yaml().load(yaml));
            List<String> keys = contract.at("/paths/~1v2~1images/get/parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("name").asString("").equals("sort_key"))
                    .flatMap(parameter -> parameter.at("/schema/items/enum").valueStream())
                    .map(JsonNode::asString)
                    .toList();
            assertThat(Arrays.stream(ImageQuery.SortKey.values()).map(ImageQuery.SortKey::word))
                    .containsExactlyElementsOf(keys);
        }
    }
}
