package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.ServerTest;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Role;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page costs about as much with many images and tombstones as with few: PostgreSQL says itself how many of its blocks
 * it looked at, which may be two for each row on each of the two ways that lead to a page. The catalogue has thousands.
 */
@ServerTest
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.data-source-properties.options=-c statement_timeout=60s",
            "spring.datasource.hikari.data-source-properties.socketTimeout=60"
        })
class PagesAreFoundByIndexesTest {
    private static final int ROWS = 40_000;
    private static final int LIMIT = 25;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void fillTheCatalogue() {
        if (database.sql("SELECT count(*) FROM images").query(Integer.class).single() < ROWS) {
            database.sql("""
                    INSERT INTO images (id, name, status, visibility, owner, protected, min_disk, min_ram, created_at, updated_at,
                        deleted_at, deleted_by, deleted_by_request, deleted_through, status_before_delete)
                    SELECT gen_random_uuid(), 'image ' || n % 1000,
                        CASE WHEN dead THEN 'deleted' WHEN n % 5000 = 1 THEN 'queued' ELSE 'active' END,
                        CASE WHEN n % 100 < 2 THEN 'public' ELSE 'private' END, 'project ' || n % 20, n % 5000 = 1, 1, 64,
                        TIMESTAMPTZ '2016-01-01 00:00:00+00' + n * INTERVAL '1 minute', now(),
                        CASE WHEN dead THEN TIMESTAMPTZ '2020-01-01 00:00:00+00' + n * INTERVAL '1 minute' END,
                        CASE WHEN dead THEN 'mia' END, CASE WHEN dead THEN 'req' END, CASE WHEN dead THEN 'v2' END,
                        CASE WHEN dead THEN 'active' END
                    FROM generate_series(1, ?) AS n, LATERAL (SELECT n % 2 = 0 AS dead)
                    """).param(ROWS).update();
            database.sql("VACUUM (ANALYZE) images").update();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "member, created_at, false", "member, created_at, true", "member, name, false", "member, name, true",
        "admin, created_at, false", "admin, created_at, true", "admin, name, true", "nobody, created_at, true"
    })
    void aPageOfImagesLooksAtFewBlocks(String who, String sortKey, boolean isAfterMarker) {
        Caller caller = caller(who);
        ImageQuery query = new ImageQuery(Map.of(), null, sortKey, false, LIMIT);
        UUID marker = isAfterMarker ? anImage() : null;
        Object key = isAfterMarker ? key(sortKey, marker) : null;
        assertThat(blocks(query.sql(caller, isAfterMarker), query.parameters(caller, key, marker)))
                .isLessThan(4L * LIMIT);
    }

    @ParameterizedTest
    @CsvSource({
        "member, name, image 21", "admin, name, image 21", "member, status, queued", "admin, status, queued",
        "member, protected, true", "admin, protected, true", "member, os_hidden, true", "admin, os_hidden, true",
        "admin, owner, project 3"
    })
    void theFewImagesThatAFilterAsksForAreFoundAmongMany(String who, String column, String value) {
        Object wanted = value.equals("true") ? (Object) true : value;
        ImageQuery query = new ImageQuery(Map.of(column, wanted), null, "created_at", false, LIMIT);
        assertThat(blocks(query.sql(caller(who), false), query.parameters(caller(who), null, null)))
                .isLessThan(4L * LIMIT);
    }

    @ParameterizedTest
    @CsvSource({"'', false", "'', true", "project 2, false", "project 2, true"})
    void aPageOfTombstonesLooksAtFewBlocks(String owner, boolean isAfterMarker) {
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("limit", LIMIT + 1));
        String sql = Tombstones.SHOW;
        if (!owner.isEmpty()) {
            sql += Tombstones.OF_OWNER;
            parameters.put("owner", owner);
        }
        if (isAfterMarker) {
            sql += Tombstones.AFTER_MARKER;
            parameters.put("marker", UUID.randomUUID());
            parameters.put("marker_key", OffsetDateTime.parse("2020-01-10T00:00:00Z"));
        }
        assertThat(blocks(sql + Tombstones.LATEST_FIRST, parameters)).isLessThan(4L * LIMIT);
    }

    private static Caller caller(String who) {
        return switch (who) {
            case "admin" -> new Caller("ada", "admin", Set.of(Role.ADMIN), null);
            case "member" -> new Caller("mia", "project 1", Set.of(Role.MEMBER), null);
            default -> new Caller("nia", null, Set.of(), null);
        };
    }

    private UUID anImage() {
        return database.sql("SELECT id FROM images WHERE owner = 'project 1' ORDER BY created_at OFFSET 500 LIMIT 1")
                .query(UUID.class)
                .single();
    }

    private Object key(String column, @Nullable UUID id) {
        return database.sql("SELECT " + column + " FROM images WHERE id = :id")
                .param("id", id)
                .query((row, number) -> row.getObject(1))
                .single();
    }

    private long blocks(String sql, Map<String, Object> parameters) {
        String plan = database.sql("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + sql)
                .params(parameters)
                .query(String.class)
                .single();
        JsonNode root = JsonMapper.shared().readTree(plan).get(0).get("Plan");
        assertThat(plan).as("plan").doesNotContain("Seq Scan");
        return root.get("Shared Hit Blocks").asLong()
                + root.get("Shared Read Blocks").asLong();
    }
}
