-- The first schema of a plan file. Released: never edited. A change is a new file beside this one.
-- Money is integer cents; quarters, days, ids and keys are text; lists of keys are joined by semicolons.
PRAGMA application_id = 1414680131;
PRAGMA user_version = 1;
CREATE TABLE package (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name_en TEXT NOT NULL,
  name_uk TEXT NOT NULL,
  total_cents INTEGER NOT NULL,
  currency TEXT NOT NULL,
  price_basis TEXT NOT NULL,
  as_of TEXT NOT NULL,
  first_quarter TEXT NOT NULL,
  last_quarter TEXT NOT NULL,
  reading TEXT NOT NULL,
  needs_total_cents INTEGER NOT NULL,
  sources TEXT NOT NULL
) STRICT;
CREATE TABLE sources (
  key TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  date TEXT NOT NULL,
  url TEXT NOT NULL,
  how_verified TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE rules (
  key TEXT PRIMARY KEY,
  heading_en TEXT NOT NULL,
  heading_uk TEXT NOT NULL,
  text_en TEXT NOT NULL,
  text_uk TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE output (
  year INTEGER PRIMARY KEY,
  gdp_cents INTEGER NOT NULL,
  extrapolated INTEGER NOT NULL CHECK (extrapolated IN (0, 1)),
  sources TEXT NOT NULL
) STRICT;
CREATE TABLE readings (
  key TEXT PRIMARY KEY,
  label_en TEXT NOT NULL,
  label_uk TEXT NOT NULL,
  date TEXT NOT NULL,
  public_cents INTEGER,
  booster_block_cents INTEGER,
  private_cents INTEGER,
  booster_mark_cents INTEGER,
  total_cents INTEGER,
  arithmetic_en TEXT NOT NULL,
  arithmetic_uk TEXT NOT NULL,
  evidence_for_en TEXT NOT NULL,
  evidence_for_uk TEXT NOT NULL,
  evidence_against_en TEXT NOT NULL,
  evidence_against_uk TEXT NOT NULL,
  judgement_en TEXT NOT NULL,
  judgement_uk TEXT NOT NULL,
  sources TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE funders (
  key TEXT PRIMARY KEY,
  name_en TEXT NOT NULL,
  name_uk TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE programmes (
  key TEXT PRIMARY KEY,
  funder TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_uk TEXT NOT NULL,
  original_amount TEXT NOT NULL,
  original_unit TEXT NOT NULL,
  usd_per_unit TEXT,
  amount_cents INTEGER,
  grade TEXT NOT NULL,
  sources TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sectors (
  key TEXT PRIMARY KEY,
  name_en TEXT NOT NULL,
  name_uk TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE needs (
  sector TEXT PRIMARY KEY,
  amount_cents INTEGER NOT NULL,
  sources TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE clusters (
  key TEXT PRIMARY KEY,
  name_en TEXT NOT NULL,
  name_uk TEXT NOT NULL,
  number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE allocations (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  programme TEXT NOT NULL,
  instrument TEXT NOT NULL,
  capital TEXT NOT NULL,
  sector TEXT NOT NULL,
  purpose TEXT NOT NULL,
  booster TEXT,
  amount_cents INTEGER NOT NULL,
  start_quarter TEXT NOT NULL,
  end_quarter TEXT NOT NULL,
  profile TEXT NOT NULL,
  parameters TEXT NOT NULL,
  amount_grade TEXT NOT NULL,
  split_grade TEXT NOT NULL,
  sources TEXT NOT NULL,
  note TEXT NOT NULL,
  locked INTEGER NOT NULL CHECK (locked IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE paid (
  allocation TEXT NOT NULL,
  quarter TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  PRIMARY KEY (allocation, quarter)
) STRICT, WITHOUT ROWID;
CREATE TABLE limits (
  id TEXT PRIMARY KEY,
  name_en TEXT NOT NULL,
  name_uk TEXT NOT NULL,
  slice TEXT NOT NULL,
  kind TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  refuses INTEGER NOT NULL CHECK (refuses IN (0, 1)),
  sources TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE history (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('created', 'edit', 'undo', 'redo')),
  edits TEXT NOT NULL,
  diff TEXT NOT NULL,
  of_seq INTEGER,
  author TEXT NOT NULL,
  time TEXT NOT NULL,
  state_sha256 TEXT NOT NULL
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
  min_writer INTEGER NOT NULL
) STRICT;
