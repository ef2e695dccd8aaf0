-- Who still calls: a row for each day or hour in UTC, project, API version, family of programs and outcome, and for each server that
-- counted them. A row is that server's alone, so that servers never wait for each other and none counts twice.
-- Days are kept for long, hours only for as long as they tell the last 24 of them.
CREATE TABLE api_calls_by_day (
    id       uuid PRIMARY KEY,
    start_at timestamp with time zone NOT NULL,
    project  varchar(255) NOT NULL,
    version  varchar(10) NOT NULL,
    agent    varchar(30) NOT NULL,
    outcome  varchar(40) NOT NULL,
    calls    bigint NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at  timestamp with time zone NOT NULL
);
-- No column that changes is in an index, so that PostgreSQL updates rows in place.
CREATE INDEX api_calls_by_day_of_project ON api_calls_by_day (version, project, start_at);
CREATE INDEX api_calls_by_day_by_time ON api_calls_by_day (start_at);

CREATE TABLE api_calls_by_hour (
    id       uuid PRIMARY KEY,
    start_at timestamp with time zone NOT NULL,
    project  varchar(255) NOT NULL,
    version  varchar(10) NOT NULL,
    agent    varchar(30) NOT NULL,
    outcome  varchar(40) NOT NULL,
    calls    bigint NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at  timestamp with time zone NOT NULL
);
CREATE INDEX api_calls_by_hour_of_project ON api_calls_by_hour (version, project, start_at);
CREATE INDEX api_calls_by_hour_by_time ON api_calls_by_hour (start_at);
