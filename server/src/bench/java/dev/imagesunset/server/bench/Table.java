package dev.imagesunset.server.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue's table, filled anew for each run. */
final class Table {
    private final JdbcClient database;

    Table(EmbeddedPostgres database) {
        this.database = JdbcClient.create(database.getPostgresDatabase());
    }

    /** Fills the table with rows, and returns some of them to delete, in no order. */
    List<UUID> fill(int rows, int deletes) {
        // What the catalogue's owner must not do, and its trigger keeps it from.
        database.sql("ALTER TABLE images DISABLE TRIGGER images_are_kept_altogether")
                .update();
        database.sql("TRUNCATE images").update();
        database.sql("ALTER TABLE images ENABLE TRIGGER images_are_kept_altogether")
                .update();
        database.sql("""
                        INSERT INTO images (id, name, status, visibility, owner, protected, size, checksum, disk_format, container_format, min_disk, min_ram, created_at, updated_at)
                        SELECT gen_random_uuid(), 'image ' || n, 'active', 'private', 'demo', false, 2252800, 'eb9139e4942121f22bbc2afc0400b2a4', 'qcow2', 'bare', 1, 64, now(), now()
                        FROM generate_series(1, ?) AS n
                        """).param(rows).update();
        database.sql("VACUUM (ANALYZE) images").update();
        database.sql("CHECKPOINT").update();
        return database.sql("SELECT id FROM images ORDER BY random() LIMIT ?")
                .param(deletes)
                .query(UUID.class)
                .list();
    }
}
