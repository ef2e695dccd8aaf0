package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class LimitOfAListTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Test
    void aListIsAsLongAsItIsAskedToBeWhateverWasAskedBefore() {
        for (int i = 0; i < 4; i++) {
            catalogue.imageOf("demo", "private");
        }
        assertThat(images(1)).hasSize(1);
        assertThat(images(4)).hasSize(4);
        assertThat(images(2)).hasSize(2);
    }

    /** They are the oldest, and come last in what other tests list. */
    @Test
    void moreThanTheMostMeansTheMost() {
        catalogue.execute("""
                INSERT INTO images (id, name, status, visibility, owner, protected, min_disk, min_ram, created_at, updated_at)
                SELECT gen_random_uuid(), 'one of many', 'active', 'private', 'many', FALSE, 1, 64, TIMESTAMPTZ 'epoch', now()
                FROM generate_series(1, 1001)
                """);
        JsonNode page = service.call("GET", "/v2/images?owner=many&limit=5000", "demo-admin")
                .json();
        assertThat(page.get("images")).hasSize(1000);
        assertThat(page.get("next").asString()).startsWith("/v2/images?owner=many&limit=5000&marker=");
        assertThat(service.call("GET", page.get("next").asString(), "demo-admin")
                        .json()
                        .get("images"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operator/tombstones", "/operator/callers"})
    void operatorsListsTakeAsMuch(String path) {
        assertThat(service.call("GET", path + "?limit=5000", "demo-admin").status())
                .isEqualTo(200);
    }

    private JsonNode images(int limit) {
        String path = "/v2/images?name=of%20a%20test&limit=" + limit;
        return JsonMapper.shared()
                .readTree(service.send("GET", path, Map.of("X-Auth-Token", "demo-member"))
                        .body())
                .get("images");
    }
}
