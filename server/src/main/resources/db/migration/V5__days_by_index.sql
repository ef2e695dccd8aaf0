-- The days on which a project called stand in the index alone: no row has to be read for them.
DROP INDEX api_calls_of_project;
CREATE INDEX api_calls_of_project ON api_calls (span, version, project, start_at, outcome);
