package dev.imagesunset.server.glance;

import static dev.imagesunset.server.glance.RealGlance.image;
import static dev.imagesunset.server.glance.RealGlance.imageOf;
import static dev.imagesunset.server.glance.RealGlance.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What Glance answers, and what a caller of v1.1 gets of it; written down in {@code target/glance-table.md}. */
@ProductionTest
class GlanceTableCheck {
    private static final List<String> ROWS = new ArrayList<>();

    @Autowired
    ImageService service;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        RealGlance.isBehind(properties, RealGlance.GLANCE);
    }

    @AfterAll
    static void writeDown() throws IOException {
        List<String> table = new ArrayList<>(List.of("| `DELETE` | Glance | through Image Sunset |", "|---|---|---|"));
        table.addAll(ROWS);
        Files.write(Path.of("target", "glance-table.md"), table);
    }

    @Test
    void theMembersOwnImageIsDeleted() {
        row("deleted", () -> imageOf("member-a"), token("member-a"), 204, 204, "");
    }

    @Test
    void soIsAnyImageForAnAdmin() {
        row("admin, another project's", () -> imageOf("member-a"), token("admin"), 204, 204, "");
    }

    @Test
    void anUnknownImageIsNotFound() {
        row("unknown", UUID::randomUUID, token("member-a"), 404, 404, "image-not-found");
    }

    @Test
    void aDeletedImageIsNotFound() {
        row("deleted already", () -> deleted(imageOf("member-a")), token("member-a"), 404, 404, "image-not-found");
    }

    private static UUID deleted(UUID id) {
        RealGlance.send("DELETE", RealGlance.GLANCE + "/v2/images/" + id, token("admin"), "");
        return id;
    }

    @Test
    void anotherProjectsPrivateImageIsNotFound() {
        row(
                "not visible",
                () -> image(token("member-b"), ", \"visibility\": \"private\""),
                token("member-a"),
                404,
                404,
                "image-not-found");
    }

    @Test
    void anotherProjectsCommunityImageIsForbidden() {
        row(
                "visible, another project's",
                () -> image(token("member-b"), ", \"visibility\": \"community\""),
                token("member-a"),
                403,
                403,
                "delete-not-permitted");
    }

    @Test
    void aProtectedImageIsForbiddenToItsOwner() {
        row(
                "protected, its owner",
                () -> image(token("member-a"), ", \"protected\": true"),
                token("member-a"),
                403,
                403,
                "image-protected");
    }

    @Test
    void andToAnAdmin() {
        row(
                "protected, an admin",
                () -> image(token("member-a"), ", \"protected\": true"),
                token("admin"),
                403,
                403,
                "image-protected");
    }

    @Test
    void aReaderMayByGlancesDefaultPolicy() {
        row("role reader, default policy", () -> imageOf("member-a"), token("reader-a"), 204, 204, "");
    }

    @Test
    void anImageWithoutOwnerIsForbidden() {
        row("without owner", GlanceTableCheck::withoutOwner, token("member-a"), 403, 403, "delete-not-permitted");
    }

    private static UUID withoutOwner() {
        UUID id = image(token("admin"), ", \"visibility\": \"public\"");
        RealGlance.psql("UPDATE images SET owner = NULL WHERE id = '" + id + "'");
        return id;
    }

    @Test
    void anImageWhoseStatusSomebodySetByHandIsNotFound() {
        row(
                "status `deleted` set by hand",
                GlanceTableCheck::deletedByHand,
                token("member-a"),
                400,
                404,
                "image-not-found");
    }

    private static UUID deletedByHand() {
        UUID id = imageOf("member-a");
        RealGlance.psql("UPDATE images SET status = 'deleted' WHERE id = '" + id + "'");
        return id;
    }

    @Test
    void aBadTokenIsRefused() {
        row("token unknown", () -> imageOf("member-a"), "gAAAAABnobodys", 401, 401, "token-invalid");
    }

    @Test
    void soIsARevokedOne() {
        String revoked = RealGlance.newToken("member-a");
        RealGlance.revoke(revoked);
        row("token revoked", () -> imageOf("member-a"), revoked, 401, 401, "token-invalid");
    }

    @Test
    void anIdThatIsNoneIsRefusedHereAlone() {
        service.delete("not-a-uuid", token("member-a")).isRefusal(400, "image-id-malformed");
        ROWS.add("| not a UUID | 404 | 400 `image-id-malformed` |");
    }

    /** One image for each way. */
    private void row(String what, Supplier<UUID> images, String token, int glances, int status, String code) {
        HttpResponse<String> direct =
                RealGlance.send("DELETE", RealGlance.GLANCE + "/v2/images/" + images.get(), token, "");
        assertThat(direct.statusCode()).as(direct.body()).isEqualTo(glances);
        for (String version : List.of("/v1.1", "/v2")) {
            Answer answer = service.call("DELETE", version + "/images/" + images.get(), token);
            if (code.isEmpty()) {
                assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            } else {
                answer.isRefusal(status, code);
            }
        }
        ROWS.add("| %s | %d | %d%s |".formatted(what, glances, status, code.isEmpty() ? "" : " `" + code + "`"));
    }
}
