package dev.imagesunset.server.calls;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The number of calls of one project with the same API version, program family and outcome. */
record CallGroup(String project, String version, String agent, String outcome, long week, long month) {
    static CallGroup read(ResultSet row, int number) throws SQLException {
        return new CallGroup(
                row.getString("project"),
                row.getString("version"),
                row.getString("agent"),
                row.getString("outcome"),
                row.getLong("last_week"),
                row.getLong("last_month"));
    }
}
