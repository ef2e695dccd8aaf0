package dev.imagesunset.server.image;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys that images can be sorted by. Only their SQL becomes part of an order. */
enum SortKey {
    NAME("COALESCE(name, '')"),
    STATUS("status"),
    ID("id"),
    SIZE("COALESCE(size, -1)"),
    DISK_FORMAT("COALESCE(disk_format, '')"),
    CONTAINER_FORMAT("COALESCE(container_format, '')"),
    CREATED_AT("created_at"),
    UPDATED_AT("updated_at");

    /** Columns that may be null need a value to be sorted by; the indexes use exactly these expressions. */
    private final String sql;

    SortKey(String sql) {
        this.sql = sql;
    }

    static Optional<SortKey> of(String word) {
        return Stream.of(values()).filter(key -> key.word().equals(word)).findFirst();
    }

    static String words() {
        return Stream.of(values()).map(SortKey::word).collect(Collectors.joining(", "));
    }

    String sql() {
        return sql;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
