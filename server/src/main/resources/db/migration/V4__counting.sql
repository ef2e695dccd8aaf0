-- Since when calls are counted, in one row: the silence of those who never called is worth nothing before.
CREATE TABLE counting (
    since timestamptz NOT NULL
);
INSERT INTO counting VALUES (CURRENT_TIMESTAMP);
