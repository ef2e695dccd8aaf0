-- What an image service deleted that this server stands in front of, when it was asked through this server. Of several callers at
-- the same time the one whose row is here has deleted the image. A row is never removed: it is all that tells who did it.
CREATE TABLE upstream_deletions (
    id                   uuid PRIMARY KEY,
    -- What the caller's token saw of the image.
    name                 varchar(255),
    owner                varchar(255),
    visibility           varchar(30),
    status_before_delete varchar(30),
    created_at           timestamptz,
    -- When, who (user id), by which request, through which API version.
    deleted_at           timestamptz NOT NULL,
    deleted_by           varchar(255) NOT NULL,
    deleted_by_request   varchar(40) NOT NULL,
    deleted_through      varchar(10) NOT NULL
);

CREATE TRIGGER deletions_are_kept BEFORE DELETE OR UPDATE ON upstream_deletions FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER deletions_are_kept_altogether BEFORE TRUNCATE ON upstream_deletions FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();

CREATE INDEX upstream_deletions_by_time ON upstream_deletions (deleted_at, id);
CREATE INDEX upstream_deletions_of_owner_by_time ON upstream_deletions (owner, deleted_at, id);
