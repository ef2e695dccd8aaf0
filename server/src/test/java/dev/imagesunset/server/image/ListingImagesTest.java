package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

@ServerTest
class ListingImagesTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    /** What the demo and other tests put there is out of the way: it is nobody's any more. */
    @BeforeEach
    void startWithNothing() {
        catalogue.execute(
                "UPDATE images SET visibility = 'private', owner = NULL WHERE owner IS NOT NULL OR visibility <> 'private'");
    }

    @Test
    void aCallerSeesWhatItsProjectOwnsAndWhatIsPublic() {
        UUID ours = catalogue.imageOf("demo", "private");
        UUID shared = catalogue.imageOf("demo", "shared");
        UUID community = catalogue.imageOf("demo", "community");
        UUID publicOne = catalogue.imageOf("other", "public");
        catalogue.imageOf("other", "private");
        catalogue.imageOf("other", "shared");
        catalogue.imageOf("other", "community");
        assertThat(ids("/v2/images", "demo-reader")).containsExactlyInAnyOrder(ours, shared, community, publicOne);
    }

    @Test
    void anAdminSeesEverythingButTombstones() {
        UUID one = catalogue.imageOf("demo", "private");
        UUID other = catalogue.imageOf("other", "private");
        UUID deleted = catalogue.imageOf("other", "private");
        service.delete(deleted, "demo-other");
        assertThat(ids("/v2/images?limit=1000", "demo-admin"))
                .contains(one, other)
                .doesNotContain(deleted);
        assertThat(ids("/v2/images?status=deleted", "demo-admin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "visibility=community, community",
        "visibility=public, public",
        "visibility=private, private",
        "visibility=shared, shared"
    })
    void oneVisibilityIsListedWhenItIsAskedFor(String filter, String visibility) {
        for (String each : List.of("private", "shared", "community", "public")) {
            catalogue.imageOf("demo", each);
        }
        assertThat(images("/v2/images?" + filter, "demo-member"))
                .singleElement()
                .satisfies(
                        image -> assertThat(image.get("visibility").asString()).isEqualTo(visibility));
    }

    @Test
    void communityImagesOfOthersAreListedWhenTheyAreAskedFor() {
        UUID community = catalogue.imageOf("other", "community");
        UUID publicOne = catalogue.imageOf("other", "public");
        assertThat(ids("/v2/images?visibility=community", "demo-member")).containsExactly(community);
        assertThat(ids("/v2/images?visibility=all", "demo-member")).containsExactlyInAnyOrder(community, publicOne);
    }

    @Test
    void whatOthersKeepPrivateIsNotListedWhateverTheFilter() {
        catalogue.imageOf("other", "private");
        catalogue.imageOf("other", "shared");
        for (String filter : List.of("owner=other", "visibility=private", "visibility=all", "name=of%20a%20test")) {
            assertThat(ids("/v2/images?" + filter, "demo-member")).as(filter).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=this%20one", "status=queued", "owner=demo", "protected=true", "protected=True"})
    void aFilterLeavesOutAllOthers(String filter) {
        UUID match = catalogue.protectedImageOf("demo", "private");
        catalogue.execute("UPDATE images SET name = 'this one', status = 'queued' WHERE id = '" + match + "'");
        catalogue.imageOf("other", "public");
        assertThat(ids("/v2/images?" + filter, "demo-member")).containsExactly(match);
    }

    @Test
    void hiddenImagesAreListedOnlyWhenTheyAreAskedFor() {
        UUID hidden = catalogue.imageOf("demo", "private");
        catalogue.execute("UPDATE images SET os_hidden = TRUE WHERE id = '" + hidden + "'");
        assertThat(ids("/v2/images", "demo-member")).isEmpty();
        assertThat(ids("/v2/images?os_hidden=True", "demo-member")).containsExactly(hidden);
    }

    @ParameterizedTest
    @CsvSource({
        "demo-member, created_at, desc",
        "demo-member, created_at, asc",
        "demo-member, name, asc",
        "demo-member, name, desc",
        "demo-member, size, asc",
        "demo-member, disk_format, desc",
        "demo-member, status, asc",
        "demo-member, id, desc",
        "demo-admin, updated_at, desc",
        "demo-admin, name, asc"
    })
    void pagesFollowEachOtherWithoutGapOrRepetitionAndKeepTheirFilters(String token, String key, String direction) {
        List<UUID> all = IntStream.range(0, 11)
                .mapToObj(i -> numbered(i, i % 3 == 0 ? "other" : "demo", i % 3 == 0 ? "public" : "private"))
                .toList();
        String query = "/v2/images?status=active&limit=3&sort_key=" + key + "&sort_dir=" + direction
                + (token.equals("demo-admin") ? "&name=page&visibility=all" : "");
        List<JsonNode> paged = followed(query, token);
        assertThat(paged).extracting(ListingImagesTest::id).doesNotHaveDuplicates();
        if (token.equals("demo-member")) {
            assertThat(paged).extracting(ListingImagesTest::id).containsExactlyInAnyOrderElementsOf(all);
            assertThat(paged).isSortedAccordingTo(by(key, direction));
        } else {
            assertThat(paged).isNotEmpty().allSatisfy(image -> assertThat(
                            image.get("name").asString())
                    .isEqualTo("page"));
        }
    }

    /** Some have no name, size or format: what is empty has a place in each order too. */
    private UUID numbered(int i, String owner, String visibility) {
        UUID id = catalogue.imageOf(owner, visibility);
        String name = i % 4 == 0 ? "NULL" : i % 4 == 1 ? "'page'" : "'page " + i + "'";
        catalogue.execute("""
                UPDATE images SET name = %s, size = %s, disk_format = %s,
                    created_at = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00' + INTERVAL '%d' MINUTE WHERE id = '%s'
                """.formatted(name, i % 5 == 0 ? "NULL" : i * 10, i % 2 == 0 ? "NULL" : "'raw'", i / 2, id));
        return id;
    }

    private static Comparator<JsonNode> by(String key, String direction) {
        Comparator<JsonNode> ascending = key.equals("size")
                ? Comparator.comparingLong(image -> image.get(key).asLong(-1))
                : Comparator.comparing(image -> image.get(key).asString(""));
        return direction.equals("asc") ? ascending : ascending.reversed();
    }

    @Test
    void aPageAfterAnImageThatWasDeletedMeanwhileGoesOnWhereItWas() {
        UUID last = numbered(1, "demo", "private");
        UUID middle = numbered(3, "demo", "private");
        UUID first = numbered(5, "demo", "private");
        assertThat(ids("/v2/images?limit=2", "demo-member")).containsExactly(first, middle);
        service.delete(middle, "demo-member");
        assertThat(ids("/v2/images?limit=2&marker=" + middle, "demo-member")).containsExactly(last);
    }

    @Test
    void theFirstPageIsNamedAndTheLastHasNoNext() {
        catalogue.imageOf("demo", "private");
        catalogue.imageOf("demo", "private");
        JsonNode page = service.call("GET", "/v2/images?limit=2&name=of+a+test", "demo-member")
                .json();
        assertThat(page.get("first").asString()).isEqualTo("/v2/images?limit=2&name=of+a+test");
        assertThat(page.get("schema").asString()).isEqualTo("/v2/schemas/images");
        assertThat(page.has("next")).isFalse();
    }

    @Test
    void nothingIsListedWhenNothingIsAskedFor() {
        catalogue.imageOf("demo", "private");
        JsonNode page = service.call("GET", "/v2/images?limit=0", "demo-member").json();
        assertThat(page.get("images")).isEmpty();
        assertThat(page.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "x==", "a&b", "a b", "100%", "é?/#+"})
    void anyValueFiltersAndIsCarriedToTheNextPage(String name) {
        UUID one = catalogue.imageOf("demo", "private");
        UUID two = catalogue.imageOf("demo", "private");
        catalogue.execute("UPDATE images SET name = '%s' WHERE id IN ('%s', '%s')".formatted(name, one, two));
        String query = "name=" + UriUtils.encode(name, StandardCharsets.UTF_8).replace("%3D", "=");
        assertThat(followed("/v2/images?limit=1&" + query, "demo-member"))
                .extracting(ListingImagesTest::id)
                .containsExactlyInAnyOrder(one, two);
    }

    private List<JsonNode> followed(String first, String token) {
        List<JsonNode> images = new ArrayList<>();
        String path = first;
        for (int pages = 0; path != null && pages < 50; pages++) {
            JsonNode page = service.call("GET", path, token).json();
            page.get("images").forEach(images::add);
            path = page.has("next") ? page.get("next").asString() : null;
        }
        return images;
    }

    private List<UUID> ids(String path, String token) {
        return images(path, token).stream().map(ListingImagesTest::id).toList();
    }

    private List<JsonNode> images(String path, String token) {
        return service.call("GET", path, token)
                .json()
                .get("images")
                .valueStream()
                .toList();
    }

    private static UUID id(JsonNode image) {
        return UUID.fromString(image.get("id").asString());
    }
}
