package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.ServerTest;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Role;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Autowired
    ImageQueries queries;

    @BeforeEach
    void fillTheCatalogue() {
        if (database.sql("SELECT count(*) FROM images").query(Integer.class).single() < ROWS) {
            database.sql("""
                    INSERT INTO images (id, name, status, visibility, owner, protected, min_disk, min_ram, created_at, updated_at,
                        checksum, tags, properties, deleted_at, deleted_by, deleted_by_request, deleted_through, status_before_delete)
                    SELECT gen_random_uuid(), 'image ' || n % 1000,
                        CASE WHEN dead THEN 'deleted' WHEN n % 5000 = 1 THEN 'queued' ELSE 'active' END,
                        CASE WHEN n % 100 < 2 THEN 'public' ELSE 'private' END, 'project ' || n % 20, n % 5000 = 1, 1, 64,
                        TIMESTAMPTZ '2016-01-01 00:00:00+00' + n * INTERVAL '1 minute',
                        TIMESTAMPTZ '2016-01-01 00:00:00+00' + n * INTERVAL '1 minute', md5(n::text),
                        CASE WHEN n % 5000 = 1 THEN '["nightly", "rare"]' ELSE '["nightly"]' END::jsonb,
                        jsonb_build_object('os', 'debian', 'build', n::text),
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
        "member, created_at:desc, false",
        "member, created_at:desc, true",
        "member, name:desc, false",
        "member, name:asc, true",
        "admin, created_at:asc, false",
        "admin, created_at:desc, true",
        "admin, name:asc, true",
        "nobody, created_at:desc, true",
        "member, 'created_at:desc,name:asc', true",
        "admin, updated_at:desc, true"
    })
    void aPageOfImagesLooksAtFewBlocks(String who, String order, boolean isAfterMarker) {
        assertThat(page(who, "sort=" + order, isAfterMarker)).isLessThan(4L * LIMIT);
    }

    /** All that are equal by the key that an index has are sorted by the next one: 40 of each name here. */
    @ParameterizedTest
    @ValueSource(strings = {"member", "admin"})
    void whatIsEqualByAnIndexedKeyIsSortedApart(String who) {
        assertThat(page(who, "sort=name:asc,created_at:desc", true)).isLessThan(10L * LIMIT);
    }

    @ParameterizedTest
    @CsvSource({
        "member, name=image 21",
        "admin, name=image 21",
        "member, status=queued",
        "admin, status=queued",
        "member, protected=true",
        "admin, protected=true",
        "member, os_hidden=true",
        "admin, os_hidden=true",
        "admin, owner=project 3",
        "member, 'name=in:image 21,image 22'",
        "admin, 'name=in:image 21,image 22'",
        "member, 'status=in:queued,killed'",
        "admin, 'status=in:queued,killed'",
        "member, id=3c3d1d01-b48a-4639-8a88-08be3b9b5d78",
        "member, tag=nightly",
        "member, tag=rare",
        "admin, tag=rare",
        "admin, tag=nightly&tag=rare",
        "member, os=debian",
        "admin, build=2001",
        "member, build=2001&os=debian",
        "admin, checksum=08f90c1a417155361a5c4b8d297e0d78",
        "member, checksum=08f90c1a417155361a5c4b8d297e0d78",
        "member, created_at=lt:2016-01-01T01:00:00Z",
        "admin, created_at=2016-01-02T00:01:00Z",
        "admin, updated_at=gte:2016-01-28T17:00:00Z",
        "member, updated_at=gte:2016-01-28T17:00:00Z",
        "member, size_min=1&tag=rare"
    })
    void theFewImagesThatAFilterAsksForAreFoundAmongMany(String who, String filters) {
        assertThat(page(who, filters, false)).isLessThan(4L * LIMIT);
    }

    /** No index has these; so a page costs as many blocks as the caller sees images, two on the way to each at most. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sort=size:asc", "sort=status:asc,disk_format:desc", "size_min=1", "disk_format=raw", "min_ram=1"
            })
    void anOrderOrAFilterWithoutAnIndexLooksAtWhatTheCallerSees(String query) {
        long seen = database.sql("""
                        SELECT count(*) FROM images
                        WHERE deleted_at IS NULL AND (owner = 'project 1' OR visibility = 'public')
                        """).query(Long.class).single();
        assertThat(page("member", query, false)).isLessThan(2 * seen);
    }

    @ParameterizedTest
    @CsvSource({"'', false", "'', true", "project 2, false", "project 2, true"})
    void aPageOfTombstonesLooksAtFewBlocks(String owner, boolean isAfterMarker) {
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("limit", LIMIT + 1));
        String sql = Tombstones.SHOW.formatted("images");
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

    private long page(String who, String filters, boolean isAfterMarker) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        for (String parameter : filters.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            parameters.merge(parts[0], new String[] {parts[1]}, (one, other) -> new String[] {one[0], other[0]});
        }
        ImageQuery query = queries.read(parameters, LIMIT);
        Map<String, Object> position = isAfterMarker ? position(query.order()) : Map.of();
        return blocks(query.sql(caller(who), isAfterMarker), query.parameters(caller(who), position));
    }

    private Map<String, Object> position(ImageOrder order) {
        Map<String, Object> position = new HashMap<>();
        database.sql(
                        "SELECT " + order.position()
                                + " FROM images WHERE owner = 'project 1' AND deleted_at IS NULL ORDER BY created_at OFFSET 500 LIMIT 1")
                .query()
                .singleRow()
                .forEach((column, value) -> position.put(column, Objects.requireNonNull(value)));
        return position;
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
