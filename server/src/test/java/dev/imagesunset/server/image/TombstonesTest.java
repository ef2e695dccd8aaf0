package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

@ServerTest
class TombstonesTest {
    private static final String TOMBSTONES = "/operator/tombstones";

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Test
    void aTombstoneTellsWhoDeletedTheImageWhenByWhichRequestAndThroughWhichVersion() {
        UUID id = catalogue.imageOf("demo", "shared");
        Answer delete = service.delete(id, "demo-member");
        JsonNode tombstone = show(id);
        assertThat(tombstone.get("owner").asString()).isEqualTo("demo");
        assertThat(tombstone.get("name").asString()).isEqualTo("of a test");
        assertThat(tombstone.get("status_before_delete").asString()).isEqualTo("active");
        assertThat(tombstone.get("deleted_by").asString()).isEqualTo("mia");
        assertThat(tombstone.get("deleted_by_request").asString()).isEqualTo(delete.header("X-Openstack-Request-Id"));
        assertThat(tombstone.get("deleted_through").asString()).isEqualTo("v1.1");
        assertThat(tombstone.get("restorations")).isEmpty();
    }

    @Test
    void theLatestTombstonesAreListedFirstPageByPage() {
        List<UUID> deleted = Stream.generate(() -> catalogue.imageOf("paged", "private"))
                .limit(5)
                .toList();
        deleted.forEach(id -> service.call("DELETE", "/v2/images/" + id, "demo-admin"));
        JsonNode first = list("?owner=paged&limit=3");
        JsonNode second =
                service.call("GET", first.get("next").asString(), "demo-admin").json();
        assertThat(Stream.concat(ids(first).stream(), ids(second).stream()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> deleted.get(5 - i))
                        .toList());
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void tombstonesAreFilteredByProjectAndTime() {
        UUID id = catalogue.imageOf("filtered", "private");
        service.delete(id, "demo-admin");
        assertThat(ids(list("?owner=filtered"))).containsExactly(id);
        assertThat(ids(list("?owner=filtered&deleted_since=2020-01-01T00:00:00Z")))
                .containsExactly(id);
        assertThat(ids(list("?owner=filtered&deleted_before=2020-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(ids(list("?owner=filtered&deleted_since=2099-01-01T01:00:00%2B01:00")))
                .isEmpty();
        assertThat(ids(list("?owner=filtered&deleted_before=2099-01-01T18:00:00%2B18:00")))
                .containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.1", "v2"})
    void aRestoredImageIsEverythingThatItWasBefore(String version) {
        UUID id = catalogue.protectedImageOf("demo", "community");
        catalogue.execute("UPDATE images SET protected = FALSE, status = 'deactivated' WHERE id = '" + id + "'");
        Map<String, @Nullable Object> before = catalogue.row(id);
        JsonNode shownBefore =
                service.call("GET", "/v2/images/" + id, "demo-member").json();
        service.call("DELETE", "/" + version + "/images/" + id, "demo-member");
        Answer restored = service.call("POST", TOMBSTONES + "/" + id + "/restore", "demo-admin");
        assertThat(restored.status()).isEqualTo(200);

        Map<String, @Nullable Object> after = catalogue.row(id);
        for (String changed : List.of("updated_at", "restorations")) {
            before.remove(changed);
            after.remove(changed);
        }
        assertThat(after).isEqualTo(before);
        assertThat(service.call("GET", "/v2/images/" + id, "demo-member").json())
                .usingRecursiveComparison()
                .ignoringFields("_children.updated_at")
                .isEqualTo(shownBefore);
        service.call("GET", TOMBSTONES + "/" + id, "demo-admin").isRefusal(404, "tombstone-not-found");
    }

    @Test
    void restoringIsRecordedOnTheRowForGood() {
        UUID id = catalogue.imageOf("demo", "private");
        Answer firstDelete = service.delete(id, "demo-member");
        Answer restore = service.call("POST", TOMBSTONES + "/" + id + "/restore", "demo-admin");
        service.call("DELETE", "/v2/images/" + id, "demo-admin");
        JsonNode tombstone = show(id);
        assertThat(tombstone.get("deleted_through").asString()).isEqualTo("v2");
        assertThat(tombstone.get("restorations")).singleElement().satisfies(event -> {
            assertThat(event.get("restored_by").asString()).isEqualTo("ada");
            assertThat(event.get("restored_by_request").asString()).isEqualTo(restore.header("X-Openstack-Request-Id"));
            assertThat(event.get("deleted_by").asString()).isEqualTo("mia");
            assertThat(event.get("deleted_by_request").asString())
                    .isEqualTo(firstDelete.header("X-Openstack-Request-Id"));
            assertThat(event.get("deleted_through").asString()).isEqualTo("v1.1");
        });
    }

    @Test
    void whatIsNotDeletedCannotBeRestored() {
        UUID id = catalogue.imageOf("demo", "private");
        service.call("POST", TOMBSTONES + "/" + id + "/restore", "demo-admin").isRefusal(404, "tombstone-not-found");
        service.call("POST", TOMBSTONES + "/" + UUID.randomUUID() + "/restore", "demo-admin")
                .isRefusal(404, "tombstone-not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "GET, /44444444-4444-4444-8444-444444444444",
        "POST, /44444444-4444-4444-8444-444444444444/restore"
    })
    void onlyAnAdminSeesAndRestoresThem(String method, String path) {
        service.call(method, TOMBSTONES + path, "demo-member").isRefusal(403, "admin-only");
        service.send(method, TOMBSTONES + path, Map.of()).isRefusal(401, "token-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deleted_since=yesterday",
                "deleted_since=%2B999999999-01-01T00:00:00Z",
                "os_distro=debian",
                "limit=-1",
                "marker=00000000-0000-4000-8000-000000000000",
                "visibility=private"
            })
    void aParameterThatIsNotGoodIsRefused(String query) {
        service.call("GET", TOMBSTONES + "?" + query, "demo-admin").isRefusal(400, "parameter-invalid");
    }

    @Test
    void noRowIsEverRemovedAndNoIdEverChangesNotEvenInTheDatabase() {
        UUID id = catalogue.imageOf("demo", "private");
        for (String forbidden : List.of(
                "DELETE FROM images WHERE id = '" + id + "'",
                "UPDATE images SET id = '" + UUID.randomUUID() + "' WHERE id = '" + id + "'")) {
            assertThatThrownBy(() -> catalogue.execute(forbidden))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("An image is never removed and keeps its id");
        }
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }

    private JsonNode show(UUID id) {
        return service.call("GET", TOMBSTONES + "/" + id, "demo-admin").json();
    }

    private JsonNode list(String query) {
        return service.call("GET", TOMBSTONES + query, "demo-admin").json();
    }

    private static List<UUID> ids(JsonNode page) {
        return page.get("tombstones")
                .valueStream()
                .map(tombstone -> UUID.fromString(tombstone.get("id").asString()))
                .toList();
    }
}
