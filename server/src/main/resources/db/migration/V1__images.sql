-- The catalogue of images. A row is never removed: a deleted image stays as a tombstone, and its id stays taken.
CREATE TABLE images (
    id                   uuid PRIMARY KEY,
    name                 varchar(255),
    status               varchar(30) NOT NULL
        CHECK (status IN ('queued', 'saving', 'active', 'killed', 'deactivated', 'pending_delete', 'deleted')),
    visibility           varchar(30) NOT NULL CHECK (visibility IN ('private', 'shared', 'community', 'public')),
    owner                varchar(255),
    protected            boolean NOT NULL,
    size                 bigint,
    virtual_size         bigint,
    checksum             varchar(32),
    disk_format          varchar(20),
    container_format     varchar(20),
    min_disk             integer NOT NULL,
    min_ram              integer NOT NULL,
    created_at           timestamp with time zone NOT NULL,
    updated_at           timestamp with time zone NOT NULL,
    -- The tombstone: when, who (user id), by which request, through which API version, and what the status was.
    deleted_at           timestamp with time zone,
    deleted_by           varchar(255),
    deleted_by_request   varchar(40),
    deleted_through      varchar(10),
    status_before_delete varchar(30),
    CONSTRAINT a_tombstone_is_whole CHECK (
        (status = 'deleted') = (deleted_at IS NOT NULL)
        AND (status = 'deleted') = (deleted_by IS NOT NULL)
        AND (status = 'deleted') = (deleted_by_request IS NOT NULL)
        AND (status = 'deleted') = (deleted_through IS NOT NULL)
        AND (status = 'deleted') = (status_before_delete IS NOT NULL)
    )
);
