package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** What Glance filters by, and how. */
@ServerTest
class FilteringImagesTest {
    private static final UUID ID = UUID.fromString("abcdef01-0000-4000-8000-000000000001");
    private static final UUID TWIN = UUID.fromString("abcdef01-0000-4000-8000-000000000002");

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    DataSource database;

    /** One image, another like it that differs in all that can be filtered by, and one that has nothing. */
    @BeforeEach
    void startWithThree() {
        catalogue.execute(
                "UPDATE images SET visibility = 'private', owner = NULL WHERE owner IS NOT NULL OR visibility <> 'private'");
        image(ID);
        catalogue.imageOf("demo", "private");
        catalogue.execute(
                "UPDATE images SET name = NULL, size = NULL, checksum = NULL, tags = '[]', properties = '{}' WHERE id = '"
                        + catalogue.imageOf("demo", "private") + "'");
    }

    private void image(UUID id) {
        catalogue.execute("""
                UPDATE images SET name = 'a, "b"', status = 'queued', tags = '["nightly", "x86, or not", "golden"]',
                    properties = '{"os_distro": "arch", "a": "b", "caller": "x", "it''s": "\\"=&"}', size = 100,
                    virtual_size = 200, disk_format = 'raw', container_format = 'bare', min_disk = 7, min_ram = 128,
                    checksum = 'd41d8cd98f00b204e9800998ecf8427e', created_at = '2020-05-20T08:00:00.5Z',
                    updated_at = '2021-05-20T08:00:00.5Z'
                WHERE id = '%s'
                """.formatted(catalogue.image(id, "demo", "private", true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=a, \"b\"",
                "name=eq:a, \"b\"",
                "name=in:\"a, \\\"b\\\"\",c",
                "status=queued",
                "status=in:queued,importing",
                "id=abcdef01-0000-4000-8000-000000000001",
                "id=in:ABCDEF01-0000-4000-8000-000000000001,abcdef01-0000-4000-8000-000000000009",
                "tag=golden",
                "tag=x86, or not",
                "tag=golden&tag=nightly",
                "disk_format=raw",
                "disk_format=in:iso,raw",
                "container_format=bare",
                "container_format=in:bare,ovf",
                "size=100",
                "size_min=43",
                "size_min=42&size_max=100&status=queued",
                "virtual_size=200",
                "min_disk=7",
                "min_ram=128",
                "checksum=d41d8cd98f00b204e9800998ecf8427e",
                "a=b",
                "a=b&os_distro=arch",
                "caller=x",
                "it's=\"=&",
                "protected=true&member_status=all",
                "member_status=pending&a=b&visibility=private",
                "created_at=2020-05-20T08:00:00Z",
                "created_at=eq:2020-05-20T10:00:00+02:00",
                "created_at=eq:2020-05-21T02:00:00+18:00",
                "created_at=gt:2020-05-20T07:59:59Z",
                "created_at=gte:2020-05-20T08:00:00",
                "created_at=gte:2020-05-20",
                "created_at=neq:2016-05-20T08:00:00Z",
                "updated_at=lt:2021-05-20T08:00:01Z&a=b",
                "updated_at=lte:2021-05-20T08:00:00Z&a=b",
                "updated_at=gt:2020-01-01T00:00:00.123+0200"
            })
    void aFilterListsWhatItIsTrueOf(String filter) {
        assertThat(ids("/v2/images?" + encoded(filter))).containsExactly(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=a",
                "name=in:a,b",
                "name=",
                "status=deleted",
                "status=in:importing,uploading",
                "tag=golden&tag=silver",
                "tag=x86",
                "size=0",
                "size_min=101",
                "size_max=41",
                "min_disk=9223372036854775",
                "os_hash_value=d41d8cd98f00b204e9800998ecf8427e",
                "os_hash_algo=sha512",
                "a=c",
                "a=b&os_distro=debian",
                "a=",
                "properties=x",
                "created_at=2020-05-20T08:00:00.5Z",
                "created_at=gt:2020-05-20T08:00:00Z",
                "created_at=lt:2016-05-20T08:00:00Z",
                "updated_at=gt:2021-05-20T08:00:00.2Z",
                "updated_at=gte:9999-12-31T23:59:59.9Z"
            })
    void aFilterThatIsTrueOfNoneListsNone(String filter) {
        assertThat(ids("/v2/images?" + encoded(filter))).isEmpty();
    }

    @Test
    void aListMayBeAsLongAsARequest() {
        String many = IntStream.range(0, 5_000)
                .mapToObj(number -> Integer.toString(number, Character.MAX_RADIX))
                .collect(Collectors.joining(","));
        for (String list : List.of(",".repeat(15_000), many.substring(0, 15_000))) {
            assertThat(service.call("GET", "/v2/images?visibility=all&name=in:" + list, "demo-member")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aNameMayHaveColons() {
        catalogue.execute("UPDATE images SET name = 'ubuntu:22.04' WHERE id = '" + ID + "'");
        for (String name : List.of("ubuntu:22.04", "eq:ubuntu:22.04", "in:ubuntu:22.04,b")) {
            assertThat(ids("/v2/images?name=" + name)).as(name).containsExactly(ID);
        }
        catalogue.execute("UPDATE images SET name = 'in:a' WHERE id = '" + ID + "'");
        assertThat(ids("/v2/images?name=eq:in:a")).containsExactly(ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status=nonsense | Send one of active, deactivated, deleted",
                "status=in:active,nonsense | Send one of active, deactivated, deleted",
                "status=gt:active | in: or eq:",
                "status= | Send one of active, deactivated, deleted",
                "name=gt:a | in: or eq:",
                "name=in: | values that have commas in quotes",
                "name=in:\"a | values that have commas in quotes",
                "name=in:a\"b | values that have commas in quotes",
                "name=in:\"a\"b | values that have commas in quotes",
                "name=in:\"a\\ | values that have commas in quotes",
                "disk_format=like:raw | in: or eq:",
                "id=nope | 8-4-4-4-12 hexadecimal digits",
                "id=1-1-1-1-1 | 8-4-4-4-12 hexadecimal digits",
                "created_at=yesterday | a time like 2026-05-20T08:00:00Z",
                "created_at=around:2020-01-01 | a time like 2026-05-20T08:00:00Z",
                "created_at=in:2020-01-01 | a time like 2026-05-20T08:00:00Z",
                "created_at=gt: | a time like 2026-05-20T08:00:00Z",
                "updated_at=gt:2020-02-30 | a time like 2026-05-20T08:00:00Z",
                "updated_at=gt:+99999-01-01 | a time like 2026-05-20T08:00:00Z",
                "created_at=2020-05-2008:00 | a time like 2026-05-20T08:00:00Z",
                "created_at=2020-05-20T08 | a time like 2026-05-20T08:00:00Z",
                "updated_at=0000-01-01 | a time like 2026-05-20T08:00:00Z",
                "size_min=big | a whole number from 0",
                "size_max=-1 | a whole number from 0",
                "min_ram=99999999999999999999 | a whole number from 0",
                "member_status=maybe | one of pending, accepted, rejected, all",
                "size=1&size=2 | Send it once",
                "a=b&a=c | Send it once",
                "tags=nightly | nor the name of a custom property",
                "deleted=true | nor the name of a custom property",
                "virtual_size_min=1 | nor the name of a custom property",
                "changes-since=2020-01-01 | nor the name of a custom property"
            })
    void aFilterThatIsNotGoodIsRefusedWithWhatWouldBe(String query, String advice) {
        service.call("GET", "/v2/images?" + encoded(query), "demo-member")
                .isRefusal(400, "parameter-invalid")
                .advises(advice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=in:\"a, \\\"b\\\"\",c",
                "tag=golden&tag=x86, or not",
                "it's=\"=&",
                "created_at=gte:2020-05-20T10:00:00+02:00",
                "size_min=43&sort=disk_format:asc,size:desc"
            })
    void theNextPageKeepsTheFilters(String filter) {
        image(TWIN);
        List<UUID> ids = new ArrayList<>();
        String path = "/v2/images?limit=1&" + encoded(filter);
        while (path != null) {
            JsonNode page = service.call("GET", path, "demo-member").json();
            ids.addAll(ids(page));
            assertThat(page.get("first").asString()).isEqualTo("/v2/images?limit=1&" + encoded(filter));
            path = page.has("next") ? page.get("next").asString() : null;
        }
        assertThat(ids).containsExactlyInAnyOrder(ID, TWIN);
    }

    @Test
    void aListThatTakesTooLongSaysHowToAskForLess() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE images");
            assertThat(detail("/v2/images?sort_key=size")).contains("Sort by created_at or name");
            assertThat(detail("/v2/images?size_min=1")).contains("Sort by created_at or name");
            assertThat(detail("/v2/images?sort_key=name")).contains("The image catalogue does not answer");
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private String detail(String path) {
        return service.call("GET", path, "demo-member")
                .isRefusal(503, "catalogue-unavailable")
                .problem()
                .get("detail")
                .asString();
    }

    /** Percent-encodes all but what divides a query; a value may have these too, behind the first. */
    private static String encoded(String query) {
        List<String> parameters = new ArrayList<>();
        for (String parameter : query.split("&(?=[^&=]+=)", -1)) {
            String[] parts = parameter.split("=", 2);
            parameters.add(UriUtils.encode(parts[0], StandardCharsets.UTF_8) + "="
                    + UriUtils.encode(parts[1], StandardCharsets.UTF_8));
        }
        return String.join("&", parameters);
    }

    private List<UUID> ids(String path) {
        return ids(service.call("GET", path, "demo-member").json());
    }

    private static List<UUID> ids(JsonNode page) {
        return page.get("images")
                .valueStream()
                .map(image -> UUID.fromString(image.get("id").asString()))
                .toList();
    }
}
