package dev.imagesunset.server.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue's table, with a number of rows, of which at most a share is deleted before it is filled anew. */
final class Table {
    private static final int AT_ONCE = 1_000_000;

    private final JdbcClient database;
    private final int rows;
    private final double share;
    private List<UUID> images = List.of();

    Table(EmbeddedPostgres database, int rows) {
        this(database, rows, 0.2);
    }

    Table(EmbeddedPostgres database, int rows, double share) {
        this.share = share;
        this.database = JdbcClient.create(database.getPostgresDatabase());
        this.rows = rows;
    }

    /** Some images to delete, in no order; as many, unless the table has fewer. */
    List<UUID> take(int number) {
        if (images.size() < Math.min(number, rows)) {
            fill();
        }
        List<UUID> taken = images.subList(0, Math.min(number, images.size()));
        images = images.subList(taken.size(), images.size());
        database.sql("CHECKPOINT").update();
        return taken;
    }

    private void fill() {
        // What the catalogue's owner must not do, and its trigger keeps it from.
        database.sql("ALTER TABLE images DISABLE TRIGGER images_are_kept_altogether")
                .update();
        database.sql("TRUNCATE images").update();
        database.sql("ALTER TABLE images ENABLE TRIGGER images_are_kept_altogether")
                .update();
        for (int from = 1; from <= rows; from += AT_ONCE) {
            if (rows > AT_ONCE) {
                System.err.printf("Filling the table, %d of %d rows%n", from - 1, rows);
            }
            database.sql("""
                            INSERT INTO images (id, name, status, visibility, owner, protected, size, checksum, disk_format, container_format, min_disk, min_ram, created_at, updated_at)
                            SELECT gen_random_uuid(), 'image ' || n, 'active', 'private', 'demo', false, 2252800, md5(n::text), 'qcow2', 'bare', 1, 64, now(), now()
                            FROM generate_series(?, ?) AS n
                            """).params(from, Math.min(rows, from + AT_ONCE - 1)).update();
        }
        database.sql("VACUUM (ANALYZE) images").update();
        images = database.sql("SELECT id FROM images ORDER BY random() LIMIT ?")
                .param(Math.max(1_000, (int) (rows * share)))
                .query(UUID.class)
                .list();
    }
}
