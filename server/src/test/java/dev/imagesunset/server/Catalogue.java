package dev.imagesunset.server;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts images into the database, and looks at what became of them, past the server. */
public class Catalogue {
    private final JdbcClient database;

    Catalogue(JdbcClient database) {
        this.database = database;
    }

    /** The one of a server that runs as a process of its own. */
    public static Catalogue of(JdbcClient database) {
        return new Catalogue(database);
    }

    public UUID imageOf(String owner, String visibility) {
        return image(UUID.randomUUID(), owner, visibility, false);
    }

    public UUID protectedImageOf(String owner, String visibility) {
        return image(UUID.randomUUID(), owner, visibility, true);
    }

    /** Makes a new image, or makes one that is there already, deleted or not, like new. */
    public UUID image(UUID id, String owner, String visibility, boolean isProtected) {
        database.sql("""
                INSERT INTO images (id, status, visibility, protected, min_disk, min_ram, created_at, updated_at)
                SELECT ?, 'active', 'private', FALSE, 1, 64, timestamptz '2016-05-20 08:00:00+00', CURRENT_TIMESTAMP
                WHERE NOT EXISTS (SELECT 1 FROM images WHERE id = ?)
                """).params(id, id).update();
        database.sql("""
                UPDATE images
                SET name = 'of a test', status = 'active', visibility = ?, owner = ?, protected = ?, size = 42,
                    checksum = 'eb9139e4942121f22bbc2afc0400b2a4', updated_at = timestamptz '2016-05-20 08:00:00+00',
                    tags = '["nightly"]', properties = '{"os_distro":"debian"}', restorations = '[]', deleted_at = NULL,
                    deleted_by = NULL, deleted_by_request = NULL, deleted_through = NULL, status_before_delete = NULL
                WHERE id = ?
                """).params(visibility, owner, isProtected, id).update();
        return id;
    }

    public boolean has(UUID id) {
        return !database.sql("SELECT 1 FROM images WHERE id = ?")
                .param(id)
                .query()
                .listOfRows()
                .isEmpty();
    }

    public Map<String, @Nullable Object> row(UUID id) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(database.sql("SELECT * FROM images WHERE id = ?")
                .param(id)
                .query()
                .singleRow());
        row.replaceAll((column, value) -> value instanceof PGobject json ? json.getValue() : value);
        return row;
    }

    public OffsetDateTime deletedAt(UUID id) {
        return database.sql("SELECT deleted_at FROM images WHERE id = ?")
                .param(id)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .single();
    }

    public void execute(String sql) {
        database.sql(sql).update();
    }
}
