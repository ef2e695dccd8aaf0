package dev.imagesunset.server.calls;

import dev.imagesunset.server.Catalogue;

/** Rows as the flush would have written them, of projects that no test has tokens for. */
record SeededCalls(Catalogue catalogue) {
    /** A call on each of so many days, so many days apart, of which the last one is given. */
    SeededCalls days(String project, String version, int number, int apart, String last) {
        return rows(project, version, "ok", 1, number, apart, last);
    }

    SeededCalls rows(String project, String version, String outcome, int calls, int number, int apart, String last) {
        catalogue.execute("""
                INSERT INTO api_calls (id, span, start_at, project, version, agent, outcome, calls, first_at, last_at)
                SELECT gen_random_uuid(), 'day', day, '%s', '%s', 'curl', '%s', %d, day + interval '1 hour', day + interval '1 hour'
                FROM generate_series(0, %d - 1) AS i, LATERAL (SELECT timestamptz '%sT00:00:00Z' - i * interval '%d days' AS day) AS days
                """.formatted(project, version, outcome, calls, number, last, apart));
        if (version.equals("v1.1")) {
            catalogue.execute("""
                    INSERT INTO calling_projects AS known (project, name, last_request, user_agents, first_at, last_at)
                    SELECT project, 'Team ' || project, 'req-1', '["curl/8"]', min(first_at), max(last_at)
                    FROM api_calls WHERE project = '%s' AND version = 'v1.1' GROUP BY project
                    ON CONFLICT (project) DO UPDATE SET first_at = EXCLUDED.first_at, last_at = EXCLUDED.last_at
                    """.formatted(project));
        }
        return this;
    }

    SeededCalls word(String project, String kind, String at, String end) {
        catalogue.execute("""
                INSERT INTO decisions (kind, at, by_user, request, reason, end_at, projects)
                VALUES ('%s', '%s', 'mia', 'req-1', 'a test', %s, '["%s"]')
                """.formatted(kind, at, end.isEmpty() ? "NULL" : "'" + end + "'", project));
        return this;
    }
}
