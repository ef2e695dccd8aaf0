-- What each project said last, however often it spoke: its word, and its rehearsal.
CREATE TABLE last_said (
    project      varchar(255) NOT NULL,
    is_rehearsal boolean NOT NULL,
    decision     bigint NOT NULL,
    PRIMARY KEY (project, is_rehearsal)
);

CREATE FUNCTION remember_last_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO last_said AS known (project, is_rehearsal, decision)
    SELECT project, NEW.kind = 'rehearsal', NEW.id FROM jsonb_array_elements_text(NEW.projects) AS project
    ON CONFLICT (project, is_rehearsal) DO UPDATE SET decision = EXCLUDED.decision WHERE known.decision < EXCLUDED.decision;
    RETURN NULL;
END $$;
CREATE TRIGGER what_is_said_last_is_remembered AFTER INSERT ON decisions
    FOR EACH ROW WHEN (NEW.kind IN ('moved', 'need', 'rehearsal')) EXECUTE FUNCTION remember_last_said();

INSERT INTO last_said (project, is_rehearsal, decision)
SELECT project, kind = 'rehearsal', max(id) FROM decisions, jsonb_array_elements_text(projects) AS project
WHERE kind IN ('moved', 'need', 'rehearsal') GROUP BY 1, 2;

CREATE INDEX decisions_decided ON decisions (id) WHERE kind NOT IN ('moved', 'need', 'rehearsal');
CREATE INDEX decisions_said ON decisions (projects, at) WHERE kind IN ('moved', 'need', 'rehearsal');
