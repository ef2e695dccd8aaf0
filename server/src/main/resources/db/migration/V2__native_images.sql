-- What the native API knows besides.
ALTER TABLE images ADD COLUMN os_hidden boolean DEFAULT FALSE NOT NULL;
-- JSON: an array of words, an object of custom properties, and an array of what was restored when, by whom and from what.
ALTER TABLE images ADD COLUMN tags text DEFAULT '[]' NOT NULL;
ALTER TABLE images ADD COLUMN properties text DEFAULT '{}' NOT NULL;
ALTER TABLE images ADD COLUMN restorations text DEFAULT '[]' NOT NULL;
