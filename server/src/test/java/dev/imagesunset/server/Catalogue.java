package dev.imagesunset.server;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts images into the database, and looks at what became of them, past the server. */
public class Catalogue {
    private final JdbcClient database;

    Catalogue(JdbcClient database) {
        this.database = database;
    }

    public UUID imageOf(String owner, String visibility) {
        return image(UUID.randomUUID(), owner, visibility, false);
    }

    public UUID protectedImageOf(String owner, String visibility) {
        return image(UUID.randomUUID(), owner, visibility, true);
    }

    public UUID image(UUID id, String owner, String visibility, boolean isProtected) {
        database.sql("""
                INSERT INTO images (id, name, status, visibility, owner, protected, size, checksum, min_disk, min_ram, created_at, updated_at)
                VALUES (?, 'of a test', 'active', ?, ?, ?, 42, 'eb9139e4942121f22bbc2afc0400b2a4', 1, 64, TIMESTAMP WITH TIME ZONE '2016-05-20 08:00:00+00', TIMESTAMP WITH TIME ZONE '2016-05-20 08:00:00+00')
                """).params(id, visibility, owner, isProtected).update();
        return id;
    }

    public void forget(UUID id) {
        database.sql("DELETE FROM images WHERE id = ?").param(id).update();
    }

    public Map<String, @Nullable Object> row(UUID id) {
        return new LinkedHashMap<>(database.sql("SELECT * FROM images WHERE id = ?")
                .param(id)
                .query()
                .singleRow());
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
