package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    private JsonNode images(int limit) {
        String path = "/v2/images?name=of%20a%20test&limit=" + limit;
        return JsonMapper.shared()
                .readTree(service.send("GET", path, Map.of("X-Auth-Token", "demo-member"))
                        .body())
                .get("images");
    }
}
