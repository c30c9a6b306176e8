-- What a working copy of the third schema has beside the tables of a plan file.
CREATE TABLE working (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  document_sha256 TEXT NOT NULL,
  saved_seq INTEGER NOT NULL,
  save_seq INTEGER NOT NULL,
  path TEXT,
  file_sha256 TEXT,
  previous_sha256 TEXT,
  changed_at TEXT NOT NULL,
  saved_versions INTEGER NOT NULL,
  versions_sha256 TEXT
) STRICT;
