-- The latest sunset that a server has told callers, in one row: they have planned with it.
CREATE TABLE told_sunset (
    sunset timestamptz NOT NULL
);
INSERT INTO told_sunset VALUES ('epoch');
