package dev.imagesunset.server.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** When a project called the version that ends, first and last. */
record Seen(String project, OffsetDateTime first, OffsetDateTime last) {
    static Seen read(ResultSet row, int number) throws SQLException {
        return new Seen(row.getString("project"), time(row, "first_seen"), time(row, "last_seen"));
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS);
    }
}
