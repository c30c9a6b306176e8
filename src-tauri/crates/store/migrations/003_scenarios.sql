-- The third schema of a plan file: in full, every table that is new or changed in it; the others are as they were.
-- An override that adds a row holds it as a payload of the history would; one that removes a row holds nothing.
-- Alternatives are spelled out: SQLite builds a list of them anew for each row that it checks.
-- A version holds a whole plan as a payload, and what that and the plan in it hash to. Versions are numbered from 1.
PRAGMA user_version = 3;
CREATE TABLE scenarios (
  id TEXT PRIMARY KEY,
  name_en TEXT NOT NULL,
  name_uk TEXT NOT NULL,
  parent TEXT NOT NULL,
  place INTEGER NOT NULL,
  outcome TEXT,
  trigger_en TEXT NOT NULL,
  trigger_uk TEXT NOT NULL,
  grade TEXT NOT NULL,
  sources TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE overrides (
  key TEXT PRIMARY KEY,
  what TEXT NOT NULL CHECK (what = 'set' OR what = 'add' OR what = 'remove'),
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  sources TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE odds (
  question TEXT PRIMARY KEY,
  share TEXT NOT NULL,
  author TEXT NOT NULL,
  day TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE history (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (
    kind = 'created' OR kind = 'edit' OR kind = 'undo' OR kind = 'redo' OR kind = 'return' OR kind = 'merge'
  ),
  edits TEXT NOT NULL,
  diff TEXT NOT NULL,
  of_seq INTEGER,
  author TEXT NOT NULL,
  time TEXT NOT NULL,
  state_sha256 TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE TABLE versions (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  author TEXT NOT NULL,
  time TEXT NOT NULL,
  seq INTEGER NOT NULL,
  state_sha256 TEXT NOT NULL,
  payload TEXT NOT NULL,
  payload_sha256 TEXT NOT NULL
) STRICT;
CREATE TABLE stamp (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  save_seq INTEGER NOT NULL,
  document_sha256 TEXT NOT NULL,
  state_sha256 TEXT NOT NULL,
  previous_sha256 TEXT,
  rows_by_table TEXT NOT NULL,
  allocated TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  min_reader INTEGER NOT NULL,
  min_writer INTEGER NOT NULL,
  versions_sha256 TEXT
) STRICT;
