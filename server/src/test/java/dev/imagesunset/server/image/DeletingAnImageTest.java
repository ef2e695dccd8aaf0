package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DeletingAnImageTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    /** The path of all images in the version of the API that is tested. */
    String images() {
        return "/v1.1/images/";
    }

    private Answer delete(Object id, String token) {
        return service.call("DELETE", images() + id, token);
    }

    @Test
    void aMemberOfTheOwningProjectDeletesAnImage() {
        assertThat(delete(catalogue.imageOf("demo", "private"), "demo-member").status())
                .isEqualTo(204);
    }

    @Test
    void anAdminDeletesAnybodysImage() {
        assertThat(delete(catalogue.imageOf("other", "private"), "demo-admin").status())
                .isEqualTo(204);
    }

    @Test
    void theRowStaysAndTellsWhoDeletedItWhenByWhichRequestAndThroughWhichVersion() {
        UUID id = catalogue.imageOf("demo", "shared");
        Answer answer = delete(id, "demo-member");

        Map<String, @Nullable Object> row = catalogue.row(id);
        assertThat(row)
                .containsEntry("status", "deleted")
                .containsEntry("status_before_delete", "active")
                .containsEntry("deleted_by", "mia")
                .containsEntry("deleted_by_request", answer.header("X-Openstack-Request-Id"))
                .containsEntry("deleted_through", images().split("/", -1)[1]);
        assertThat(row.get("deleted_at")).isEqualTo(row.get("updated_at"));
        assertThat(catalogue.deletedAt(id))
                .isCloseTo(OffsetDateTime.now(ZoneOffset.UTC), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void everythingElseInTheRowStaysAsItWas() {
        UUID id = catalogue.imageOf("demo", "shared");
        Map<String, @Nullable Object> before = catalogue.row(id);
        delete(id, "demo-member");

        Map<String, @Nullable Object> after = catalogue.row(id);
        before.keySet()
                .removeIf(column ->
                        column.startsWith("deleted") || column.startsWith("status") || column.equals("updated_at"));
        assertThat(after).containsAllEntriesOf(before);
    }

    @Test
    void deletingTwiceFindsNothingTheSecondTimeEvenForAnAdmin() {
        UUID id = catalogue.imageOf("demo", "public");
        delete(id, "demo-member");
        Map<String, @Nullable Object> tombstone = catalogue.row(id);

        delete(id, "demo-member").isRefusal(404, "image-not-found");
        delete(id, "demo-admin").isRefusal(404, "image-not-found");
        assertThat(catalogue.row(id)).isEqualTo(tombstone);
    }

    @Test
    void anIdIsTheSameInUpperCase() {
        UUID id = catalogue.imageOf("demo", "private");
        String upperCase = id.toString().toUpperCase(Locale.ROOT);
        assertThat(delete(upperCase, "demo-member").status()).isEqualTo(204);
        assertThat(catalogue.row(id)).containsEntry("status", "deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "shared"})
    void anImageThatTheCallerCannotSeeIsNotFound(String visibility) {
        UUID id = catalogue.imageOf("other", visibility);
        delete(id, "demo-member").isRefusal(404, "image-not-found");
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "community"})
    void anImageThatTheCallerSeesButDoesNotOwnIsRefused(String visibility) {
        UUID id = catalogue.imageOf("other", visibility);
        delete(id, "demo-member").isRefusal(403, "delete-not-permitted");
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }

    @Test
    void aReaderOfTheOwningProjectIsRefused() {
        UUID id = catalogue.imageOf("demo", "private");
        delete(id, "demo-reader").isRefusal(403, "delete-not-permitted");
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-member", "demo-admin"})
    void aProtectedImageIsRefusedEvenToAnAdmin(String token) {
        UUID id = catalogue.protectedImageOf("demo", "private");
        delete(id, token).isRefusal(403, "image-protected");
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }

    @Test
    void aStrangerDoesNotLearnThatAnImageIsProtected() {
        delete(catalogue.protectedImageOf("other", "private"), "demo-member").isRefusal(404, "image-not-found");
        delete(catalogue.protectedImageOf("other", "public"), "demo-member").isRefusal(403, "delete-not-permitted");
    }

    @Test
    void anUnknownImageIsNotFound() {
        delete(UUID.randomUUID(), "demo-member").isRefusal(404, "image-not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope",
                "1-1-1-1-1",
                "3c3d1d01b48a46398a8808be3b9b5d78",
                "3c3d1d01-b48a-4639-8a88-08be3b9b5d7",
                "3c3d1d01-b48a-4639-8a88-08be3b9b5d788",
                "%203c3d1d01-b48a-4639-8a88-08be3b9b5d7",
                "%7B3c3d1d01-b48a-4639-8a88-08be3b9b5d78%7D",
                "3c3d1d01-b48a-4639-8a88-08be3b9b5dg8",
                "%F0%9F%98%80",
                "%D9%A3c3d1d01-b48a-4639-8a88-08be3b9b5d78"
            })
    void aMalformedIdIsRefused(String id) {
        delete(id, "demo-member").isRefusal(400, "image-id-malformed");
    }

    @Test
    void aMissingTokenIsRefusedBeforeTheIdIsLookedAt() {
        service.send("DELETE", images() + "nope", Map.of()).isRefusal(401, "token-missing");
        delete("nope", " ").isRefusal(401, "token-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "DEMO-MEMBER", "demo-member,demo-admin"})
    void aTokenThatIsNotGoodIsRefused(String token) {
        UUID id = catalogue.imageOf("demo", "private");
        Answer answer = delete(id, token).isRefusal(401, "token-invalid");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Keystone");
        assertThat(answer.body()).doesNotContain(token);
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }
}
