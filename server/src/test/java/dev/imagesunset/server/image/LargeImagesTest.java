package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class LargeImagesTest {
    private static final int MIB = 1024 * 1024;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    /** Others use the same database, and would be slow in it. */
    @AfterEach
    void makeThemSmall() {
        for (String owner : List.of("demo", "other")) {
            catalogue.execute(
                    "UPDATE images SET properties = '{}' WHERE octet_length(properties::text) > 10000 AND owner = '%s'"
                            .formatted(owner));
        }
    }

    @Test
    void anImageHasAtMost128KibOfPropertiesAndTags() {
        UUID id = catalogue.imageOf("demo", "private");
        assertThat(add(id, "a", "x".repeat(60_000)).status()).isEqualTo(200);
        assertThat(add(id, "b", "x".repeat(60_000)).status()).isEqualTo(200);
        // As many characters as there is room for, but twice as many bytes.
        Answer refused = add(id, "c", "ä".repeat(10_000)).isRefusal(400, "image-invalid");
        assertThat(refused.problem().get("detail").asString()).contains("128 KiB");
        assertThat(add(id, "c", "x".repeat(10_000)).status()).isEqualTo(200);
        assertThat(add(id, "a", "short").status()).isEqualTo(200);
    }

    @Test
    void tagsCountToo() {
        UUID id = catalogue.imageOf("demo", "private");
        for (String property : List.of("a", "b", "c")) {
            assertThat(add(id, property, "x".repeat(43_000)).status()).isEqualTo(200);
        }
        service.call("PUT", "/v2/images/" + id + "/tags/" + "%F0%9F%8C%B1".repeat(250), "demo-member");
        service.call("PUT", "/v2/images/" + id + "/tags/a" + "%F0%9F%8C%B1".repeat(250), "demo-member");
        service.call("PUT", "/v2/images/" + id + "/tags/b" + "%F0%9F%8C%B1".repeat(250), "demo-member")
                .isRefusal(400, "image-invalid");
    }

    @Test
    void aPageOfLargeImagesEndsBeforeItsLimitAndTheNextGoesOn() {
        for (int i = 0; i < 200; i++) {
            catalogue.execute("""
                    INSERT INTO images (id, status, visibility, owner, protected, min_disk, min_ram, created_at, updated_at, properties)
                    VALUES (gen_random_uuid(), 'active', 'private', 'other', FALSE, 1, 64, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP,
                        jsonb_build_object('one', repeat('x', 60000), 'two', repeat('x', 60000)))
                    """);
        }
        List<Integer> lengths = new ArrayList<>();
        HashSet<String> ids = new HashSet<>();
        String next = "/v2/images?limit=1000&visibility=private";
        while (!next.isEmpty()) {
            Answer answer = service.call("GET", next, "demo-other");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().length()).isLessThan(8 * MIB + MIB / 8);
            JsonNode page = answer.json();
            lengths.add(page.get("images").size());
            page.get("images").forEach(image -> ids.add(image.get("id").asString()));
            next = page.path("next").asString("");
        }
        assertThat(lengths).hasSizeBetween(3, 4).startsWith(69);
        assertThat(ids.size())
                .isGreaterThanOrEqualTo(200)
                .isEqualTo(lengths.stream().mapToInt(one -> one).sum());
    }

    private Answer add(UUID id, String property, String value) {
        return service.call(
                "PATCH",
                "/v2/images/" + id,
                "demo-member",
                "[{\"op\": \"add\", \"path\": \"/" + property + "\", \"value\": \"" + value + "\"}]");
    }
}
