package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class ShowingAnImageTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Test
    void anImageIsShownAsGlanceShowsIt() {
        UUID id = catalogue.imageOf("demo", "private");
        JsonNode image = service.call("GET", "/v2/images/" + id, "demo-reader").json();
        assertThat(image.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "status",
                        "visibility",
                        "owner",
                        "protected",
                        "size",
                        "virtual_size",
                        "checksum",
                        "disk_format",
                        "container_format",
                        "min_disk",
                        "min_ram",
                        "os_hidden",
                        "os_hash_algo",
                        "os_hash_value",
                        "created_at",
                        "updated_at",
                        "tags",
                        "self",
                        "file",
                        "schema",
                        "os_distro");
        assertThat(image.get("created_at").asString()).isEqualTo("2016-05-20T08:00:00Z");
        assertThat(image.get("size").asLong()).isEqualTo(42);
        assertThat(image.get("virtual_size").isNull()).isTrue();
        assertThat(image.get("self").asString()).isEqualTo("/v2/images/" + id);
    }

    @ParameterizedTest
    @CsvSource({"private, 404", "shared, 404", "community, 200", "public, 200"})
    void anImageOfAnotherProjectIsShownToThoseWhoSeeIt(String visibility, int status) {
        UUID id = catalogue.imageOf("other", visibility);
        assertThat(service.call("GET", "/v2/images/" + id, "demo-member").status())
                .isEqualTo(status);
        assertThat(service.call("GET", "/v2/images/" + id, "demo-admin").status())
                .isEqualTo(200);
    }

    @Test
    void aDeletedImageIsNotFoundEvenByAnAdmin() {
        UUID id = catalogue.imageOf("demo", "public");
        service.call("DELETE", "/v2/images/" + id, "demo-member");
        service.call("GET", "/v2/images/" + id, "demo-member").isRefusal(404, "image-not-found");
        service.call("GET", "/v2/images/" + id, "demo-admin").isRefusal(404, "image-not-found");
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        service.call("GET", "/v2/images/nope", "demo-member").isRefusal(400, "image-id-malformed");
    }

    @Test
    void theHeadOfAnImageNeedsATokenToo() {
        UUID id = catalogue.imageOf("demo", "private");
        String head = "HEAD /v2/images/" + id + " HTTP/1.1";
        assertThat(RawHttp.send(service.port(), head).status()).isEqualTo(401);
        assertThat(RawHttp.send(service.port(), head, "X-Auth-Token: demo-member")
                        .status())
                .isEqualTo(200);
    }
}
