-- The second schema of a plan file: in full, every table that is new or changed in it; the others are as they were.
-- It is never run over an old file: that one is read by its own schema, and a new one is made from its rows.
-- A column that is added to a table stands at its end, and its usual value is said in the code (`Stored::ADDED`).
-- Shares and rates are decimal text; slices are JSON lists of a dimension and its keys.
PRAGMA user_version = 2;
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
  sources TEXT NOT NULL,
  lapse_years INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE release_terms (
  cluster TEXT NOT NULL,
  from_quarter TEXT NOT NULL,
  rule TEXT NOT NULL,
  level TEXT,
  window_quarters INTEGER NOT NULL,
  lag_quarters INTEGER NOT NULL,
  on_loss TEXT NOT NULL,
  extension_quarters INTEGER NOT NULL,
  clawback TEXT NOT NULL,
  fundamentals_first TEXT,
  grade TEXT NOT NULL,
  sources TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (cluster, from_quarter)
) STRICT, WITHOUT ROWID;
CREATE TABLE chapters (
  number INTEGER PRIMARY KEY,
  name_en TEXT NOT NULL,
  name_uk TEXT NOT NULL,
  cluster TEXT,
  sources TEXT NOT NULL
) STRICT;
CREATE TABLE steps (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_uk TEXT NOT NULL,
  cluster TEXT NOT NULL,
  chapter INTEGER,
  due_quarter TEXT NOT NULL,
  weight TEXT NOT NULL,
  kind TEXT NOT NULL,
  part TEXT NOT NULL,
  gate INTEGER NOT NULL CHECK (gate IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('due', 'met', 'partly_met', 'reversed')),
  met_quarter TEXT,
  met_share TEXT,
  reversed_quarter TEXT,
  delay_quarters INTEGER NOT NULL,
  probability TEXT,
  grade TEXT NOT NULL,
  sources TEXT NOT NULL,
  note TEXT NOT NULL
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
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  priority INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_uk TEXT NOT NULL,
  date TEXT NOT NULL,
  until_date TEXT,
  follows TEXT,
  lag_days INTEGER NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  grade TEXT NOT NULL,
  sources TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE event_effects (
  event TEXT NOT NULL,
  place INTEGER NOT NULL,
  verb TEXT NOT NULL,
  slice TEXT NOT NULL,
  except_slice TEXT NOT NULL,
  quarters INTEGER NOT NULL,
  share TEXT NOT NULL,
  PRIMARY KEY (event, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE caps (
  id TEXT PRIMARY KEY,
  name_en TEXT NOT NULL,
  name_uk TEXT NOT NULL,
  slice TEXT NOT NULL,
  kind TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  rate TEXT NOT NULL,
  carry_years INTEGER,
  sources TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
