-- The fourth schema of a plan file: in full, every table that is new or changed in it; the others are as they were.
-- What single fields of an allocation cite is text as it is shown: `amount=I10,I12 start=S05`.
-- A limit that is a share of a slice has an amount of nothing.
PRAGMA user_version = 4;
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
  lapse_years INTEGER,
  part_of TEXT,
  owed_cents INTEGER
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
  priority INTEGER NOT NULL,
  cited TEXT NOT NULL
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
  note TEXT NOT NULL,
  share TEXT,
  share_of TEXT NOT NULL
) STRICT, WITHOUT ROWID;
