-- What operators decide about the end, and what calling projects say of it. Nobody edits it: the newest counts.
CREATE TABLE decisions (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind     varchar(20) NOT NULL,
    at       timestamptz NOT NULL,
    by_user  varchar(255) NOT NULL,
    request  varchar(40) NOT NULL,
    reason   text NOT NULL,
    start_at timestamptz,
    end_at   timestamptz,
    -- An array of project ids; none for all.
    projects jsonb NOT NULL DEFAULT '[]',
    percent  integer
);
CREATE INDEX decisions_of_project ON decisions USING gin (projects jsonb_path_ops);

CREATE FUNCTION refuse_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A decision is never changed or removed; decide anew.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER decisions_are_kept BEFORE UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION refuse_edit();
CREATE TRIGGER decisions_are_kept_altogether BEFORE TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit();

-- The few calls that were refused on purpose, among very many others.
CREATE INDEX api_calls_refused ON api_calls (outcome, project, start_at) WHERE span = 'day' AND outcome IN ('brownout', 'rehearsal');
