-- The catalogue of images. A row is never removed: a deleted image stays as a tombstone, and its id stays taken.
CREATE TABLE images (
    id                   uuid PRIMARY KEY,
    name                 varchar(255),
    status               varchar(30) NOT NULL
        CHECK (status IN ('queued', 'saving', 'active', 'killed', 'deactivated', 'pending_delete', 'deleted')),
    visibility           varchar(30) NOT NULL CHECK (visibility IN ('private', 'shared', 'community', 'public')),
    owner                varchar(255),
    protected            boolean NOT NULL,
    os_hidden            boolean NOT NULL DEFAULT FALSE,
    size                 bigint,
    virtual_size         bigint,
    checksum             varchar(32),
    disk_format          varchar(20),
    container_format     varchar(20),
    min_disk             integer NOT NULL,
    min_ram              integer NOT NULL,
    -- An array of words, and an object of custom properties.
    tags                 jsonb NOT NULL DEFAULT '[]',
    properties           jsonb NOT NULL DEFAULT '{}',
    created_at           timestamptz NOT NULL,
    updated_at           timestamptz NOT NULL,
    -- The tombstone: when, who (user id), by which request, through which API version, and what the status was.
    deleted_at           timestamptz,
    deleted_by           varchar(255),
    deleted_by_request   varchar(40),
    deleted_through      varchar(10),
    status_before_delete varchar(30),
    -- An array of what was restored: when, by whom, by which request, and the tombstone that it was.
    restorations         jsonb NOT NULL DEFAULT '[]',
    CONSTRAINT a_tombstone_is_whole CHECK (
        (status = 'deleted') = (deleted_at IS NOT NULL)
        AND (status = 'deleted') = (deleted_by IS NOT NULL)
        AND (status = 'deleted') = (deleted_by_request IS NOT NULL)
        AND (status = 'deleted') = (deleted_through IS NOT NULL)
        AND (status = 'deleted') = (status_before_delete IS NOT NULL)
    )
);

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
CREATE INDEX images_of_checksum ON images (checksum) WHERE deleted_at IS NULL AND checksum IS NOT NULL;
CREATE INDEX images_of_words ON images USING gin (tags jsonb_path_ops, properties jsonb_path_ops) WHERE deleted_at IS NULL;
CREATE INDEX images_by_change ON images (updated_at, id) WHERE deleted_at IS NULL;
-- Pages of tombstones.
CREATE INDEX tombstones_by_time ON images (deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX tombstones_of_owner_by_time ON images (owner, deleted_at, id) WHERE deleted_at IS NOT NULL;

-- Who still calls: a row for each day and for each hour in UTC, project, API version, family of programs and outcome, and for each
-- server that counted them. A row is that server's alone, so that servers never wait for each other and none counts twice.
-- Days are kept for long, hours only for as long as they tell the last 24 of them.
CREATE TABLE api_calls (
    id       uuid PRIMARY KEY,
    span     varchar(4) NOT NULL CHECK (span IN ('day', 'hour')),
    start_at timestamptz NOT NULL,
    project  varchar(255) NOT NULL,
    version  varchar(10) NOT NULL,
    agent    varchar(30) NOT NULL,
    outcome  varchar(40) NOT NULL,
    calls    bigint NOT NULL,
    first_at timestamptz NOT NULL,
    last_at  timestamptz NOT NULL
);
-- No column that changes is in an index, so that PostgreSQL updates rows in place.
CREATE INDEX api_calls_of_project ON api_calls (span, version, project, start_at);
CREATE INDEX api_calls_by_time ON api_calls (span, start_at);

-- The projects that called the API version that ends: what a person needs to recognise each.
CREATE TABLE calling_projects (
    project      varchar(255) PRIMARY KEY,
    name         text,
    domain       text,
    last_user    text,
    last_request varchar(40) NOT NULL,
    -- An array of the last few, as they name themselves.
    user_agents  jsonb NOT NULL,
    first_at     timestamptz NOT NULL,
    last_at      timestamptz NOT NULL
);

-- One row, which is written to find out whether the database takes writes again after it has refused one.
CREATE TABLE write_probe (
    at timestamptz NOT NULL
);
INSERT INTO write_probe VALUES (CURRENT_TIMESTAMP);
