-- A row is never removed and its id never changes, whoever asks: a freed id could be taken by somebody else.
CREATE TRIGGER images_are_kept BEFORE DELETE ON images FOR EACH ROW CALL 'dev.imagesunset.server.image.RefuseRemoval';
CREATE TRIGGER ids_are_kept BEFORE UPDATE ON images FOR EACH ROW CALL 'dev.imagesunset.server.image.RefuseRemoval';

CREATE INDEX images_of_owner_by_time ON images (owner, created_at, id);
CREATE INDEX images_by_time ON images (created_at, id);
CREATE INDEX tombstones_by_time ON images (deleted_at, id);
