-- What a working copy has beside the tables of a plan file. It never leaves the data folder.
CREATE TABLE working (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  document_sha256 TEXT NOT NULL,
  saved_seq INTEGER NOT NULL,
  save_seq INTEGER NOT NULL,
  path TEXT,
  file_sha256 TEXT,
  previous_sha256 TEXT,
  changed_at TEXT NOT NULL
) STRICT;
