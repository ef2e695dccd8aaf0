-- A row is never removed and its id never changes, whoever asks: a freed id could be taken by somebody else.
CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'An image is never removed and keeps its id; a deleted one stays as a tombstone.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER images_are_kept BEFORE DELETE ON images FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER images_are_kept_altogether BEFORE TRUNCATE ON images FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER ids_are_kept BEFORE UPDATE OF id ON images FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION refuse_removal();

-- Pages of what a project owns, of what everybody sees, and of everything, by time and by name, whatever the number of tombstones.
CREATE INDEX images_of_owner_by_time ON images (owner, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX images_of_owner_by_name ON images (owner, COALESCE(name, ''), id) WHERE deleted_at IS NULL;
CREATE INDEX images_seen_by_time ON images (visibility, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX images_seen_by_name ON images (visibility, COALESCE(name, ''), id) WHERE deleted_at IS NULL;
CREATE INDEX images_by_time ON images (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX images_by_name ON images (COALESCE(name, ''), id) WHERE deleted_at IS NULL;
-- The few among many that a filter asks for.
CREATE INDEX images_of_status_by_time ON images (status, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX images_protected_by_time ON images (created_at, id) WHERE deleted_at IS NULL AND protected;
CREATE INDEX images_hidden_by_time ON images (created_at, id) WHERE deleted_at IS NULL AND os_hidden;
-- Pages of tombstones.
CREATE INDEX tombstones_by_time ON images (deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX tombstones_of_owner_by_time ON images (owner, deleted_at, id) WHERE deleted_at IS NOT NULL;
