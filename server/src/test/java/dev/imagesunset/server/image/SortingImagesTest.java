package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Both ways in which OpenStack writes an order, over several pages. */
@ServerTest
class SortingImagesTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    /** Twelve images with few names, sizes and times, and some with none, so that every key after the first decides. */
    @BeforeEach
    void startWithTwelve() {
        catalogue.execute(
                "UPDATE images SET visibility = 'private', owner = NULL WHERE owner IS NOT NULL OR visibility <> 'private'");
        for (int i = 0; i < 12; i++) {
            catalogue.execute("""
                    UPDATE images SET name = %s, size = %s, status = '%s', created_at = '2020-01-0%dT00:00:00Z',
                        disk_format = %s
                    WHERE id = '%s'
                    """.formatted(
                            i % 3 == 0 ? "NULL" : "'image " + i % 3 + "'",
                            i % 4 == 0 ? "NULL" : i % 4 * 10,
                            i % 2 == 0 ? "active" : "queued",
                            1 + i % 5,
                            i % 6 == 0 ? "NULL" : "'raw'",
                            catalogue.imageOf(i % 2 == 0 ? "demo" : "other", i % 2 == 0 ? "private" : "public")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=name:asc | name:asc,id:asc",
                "sort=name | name:desc,id:desc",
                "sort=name: | name:desc,id:desc",
                "sort=name:asc,size:desc | name:asc,size:desc,id:desc",
                "sort=name%3Aasc%2C+size%3Aasc | name:asc,size:asc,id:asc",
                "sort=status:desc,name:asc,created_at:desc | status:desc,name:asc,created_at:desc,id:desc",
                "sort=size:asc,id:desc,name:asc | size:asc,id:desc",
                "sort=name:asc,name:desc | name:asc,id:asc",
                "sort_key=name&sort_key=status | name:desc,status:desc,id:desc",
                "sort_key=name&sort_key=status&sort_dir=asc | name:asc,status:asc,id:asc",
                "sort_key=name&sort_dir=asc&sort_key=size&sort_dir=desc | name:asc,size:desc,id:desc",
                "sort_key=disk_format&sort_key=created_at&sort_dir=desc&sort_dir=asc | disk_format:desc,created_at:asc,id:asc",
                "sort_dir=asc | created_at:asc,id:asc",
                "limit=2 | created_at:desc,id:desc"
            })
    void pagesFollowEachOtherInOrder(String query, String order) {
        List<JsonNode> all = new ArrayList<>();
        String path = "/v2/images?" + query + (query.startsWith("limit") ? "" : "&limit=5");
        while (path != null) {
            JsonNode page = service.call("GET", path, "demo-member").json();
            page.get("images").forEach(all::add);
            path = page.has("next") ? page.get("next").asString() : null;
        }
        assertThat(all).hasSize(12).isSortedAccordingTo(by(order));
    }

    /** No two images have the same id, so there is one order only. */
    private static Comparator<JsonNode> by(String order) {
        Comparator<JsonNode> comparator =
                Comparator.comparing(image -> image.get("schema").asString());
        for (String term : order.split(",", -1)) {
            String key = term.replaceFirst(":.*", "");
            Comparator<JsonNode> next = key.equals("size")
                    ? Comparator.comparingLong(image -> image.get(key).asLong(-1))
                    : Comparator.comparing(image -> image.get(key).asString(""));
            comparator = comparator.thenComparing(term.endsWith(":asc") ? next : next.reversed());
        }
        return comparator;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=colour | Send one of name, status, id",
                "sort= | Send one of name, status, id",
                "sort=name, | Send one of name, status, id",
                "sort=owner:asc | Send one of name, status, id",
                "sort=name:up | Send asc or desc",
                "sort=name:asc:desc | Send asc or desc",
                "sort=name;drop:asc | Send one of name, status, id",
                "sort=name&sort_key=name | Send it alone",
                "sort=name&sort_dir=asc | Send it alone",
                "sort=name&sort=size | Send it once",
                "sort_key=name&sort_key=owner | one of name, status, id",
                "sort_key=name,size | one of name, status, id",
                "sort_key=name&sort_dir=asc&sort_dir=desc | once for each key",
                "sort_dir=asc&sort_dir=desc | once for each key"
            })
    void anOrderThatIsNotGoodIsRefusedWithWhatWouldBe(String query, String advice) {
        service.call("GET", "/v2/images?" + query, "demo-member")
                .isRefusal(400, "parameter-invalid")
                .advises(advice);
    }
}
