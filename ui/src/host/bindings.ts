// Written from the bridge's types; `./dev bless` writes it anew. Do not edit.

export type Amount = string;

export type ProblemKind = "refused" | "usage" | "file" | "internal";

export type Problem = { 
/**
 * What kind of trouble.
 */
kind: ProblemKind, 
/**
 * What went wrong, for programs: `unknown-allocation`.
 */
code: string, 
/**
 * The facts.
 */
args: { [key in string]: string }, 
/**
 * The sentence: what happened, where, what to do.
 */
message: string, };

export type Dim = "funder" | "programme" | "instrument" | "capital" | "sector" | "purpose" | "booster" | "cluster" | "amount_grade" | "split_grade";

export type Nothing = Record<symbol, never>;

export type Text = { 
/**
 * The text.
 */
text: string, };

export type Place = { 
/**
 * The scenario, by id or name.
 */
scenario?: string | null, 
/**
 * The frozen version, by id or name.
 */
version?: string | null, 
/**
 * The state after this entry of the history.
 */
moment?: number | null, };

export type VersionShown = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
name: string, };

export type PlaceShown = { 
/**
 * The scenario: its id, or `base`.
 */
scenario: string, 
/**
 * What it is called.
 */
scenario_label: string, 
/**
 * The frozen version, where it is one.
 */
version: VersionShown | null, 
/**
 * The state after this entry of the history, where it is one.
 */
moment: number | null, 
/**
 * Whether it cannot be changed here: a version or a moment.
 */
frozen: boolean, 
/**
 * Whether the content is what its hash says.
 */
sound: boolean, 
/**
 * What to say over the screen; empty where it is the base plan now.
 */
note: string, };

export type Reading = { 
/**
 * Its key.
 */
id: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * When it was said.
 */
date: string | null, 
/**
 * How the figures add.
 */
arithmetic: string, 
/**
 * What speaks for it.
 */
evidence_for: string, 
/**
 * What speaks against it.
 */
evidence_against: string, 
/**
 * How strong it is.
 */
judgement: string, 
/**
 * Where it comes from.
 */
sources: Array<string>, };

export type StripKey = "package" | "allocated" | "unallocated" | "public" | "private" | "booster" | "paid" | "assumption" | "concerns";

export type StripItem = { 
/**
 * Which figure.
 */
key: StripKey, 
/**
 * How much.
 */
amount: Amount | null, 
/**
 * How many.
 */
count: number | null, 
/**
 * The limit it is held against.
 */
limit: Amount | null, 
/**
 * How much of the limit is used, in thousandths; more than 1000 where it is passed.
 */
used_per_mille: number | null, 
/**
 * By how much the limit is passed.
 */
over: Amount | null, 
/**
 * The screen on which it can be looked into.
 */
screen: string, };

export type ConcernCounts = { 
/**
 * Contradictions.
 */
error: number, 
/**
 * Limits missed, bounds passed.
 */
warning: number, 
/**
 * Worth knowing.
 */
note: number, };

export type Counts = { 
/**
 * Rows.
 */
allocations: number, 
/**
 * Sources.
 */
sources: number, 
/**
 * Entries of the history.
 */
history: number, 
/**
 * Concerns by severity.
 */
concerns: ConcernCounts, 
/**
 * Scenarios besides the base plan.
 */
scenarios: number, 
/**
 * Frozen versions.
 */
versions: number, 
/**
 * Overrides of the scenario looked at.
 */
overrides: number, };

export type Status = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Its file; none while it has no place.
 */
path: string | null, 
/**
 * Whether it is the shipped plan, not yet saved anywhere.
 */
shipped: boolean, 
/**
 * Whether something is not saved in the file.
 */
dirty: boolean, 
/**
 * When it was saved last.
 */
saved_at: string | null, 
/**
 * Why it cannot be changed, if it cannot.
 */
read_only: string | null, 
/**
 * Counts the states of this session; a late answer has a lower one.
 */
revision: number, 
/**
 * First eight characters of the hash of the plan's state.
 */
fingerprint: string, 
/**
 * The scenario shown: its id, or `base`.
 */
scenario: string, 
/**
 * Where one looks.
 */
place: PlaceShown, 
/**
 * Whether edits are signed with a name: by the reader's setting, or by the command line.
 */
author_known: boolean, 
/**
 * The plan's today.
 */
as_of: string, 
/**
 * First year of the package.
 */
first_year: number, 
/**
 * Last year of the package.
 */
last_year: number, 
/**
 * The currency the plan computes in.
 */
currency: string, 
/**
 * What the prices are called.
 */
price_basis: string, 
/**
 * The reading in force.
 */
reading: Reading, 
/**
 * Every reading.
 */
readings: Array<Reading>, 
/**
 * What would be undone.
 */
undo: string | null, 
/**
 * What would be done again.
 */
redo: string | null, 
/**
 * The strip above the screens.
 */
strip: Array<StripItem>, 
/**
 * How many there are of what.
 */
counts: Counts, };

export type Severity = "error" | "warning" | "note";

export type Concern = { 
/**
 * How serious.
 */
severity: Severity, 
/**
 * What kind.
 */
code: string, 
/**
 * The sentence.
 */
message: string, 
/**
 * The rows it is about.
 */
rows: Array<string>, 
/**
 * The screen on which it can be looked into.
 */
screen: string, 
/**
 * The sources that it rests on.
 */
sources: Array<string>, };

export type Source = { 
/**
 * Its key.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Who published it.
 */
publisher: string, 
/**
 * When.
 */
date: string, 
/**
 * Where.
 */
url: string, 
/**
 * How it was checked.
 */
how_verified: string, };

export type NeedsRequest = { 
/**
 * Whether what is signed or running is taken off both the needs and the allocations first.
 */
net?: boolean, };

export type NeedLine = { 
/**
 * The sector's key; empty for the line of the sum.
 */
sector: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * What it needs, where the assessment says so; net of what is funded where that was asked for.
 */
need: Amount | null, 
/**
 * What is allocated to it; beyond what is funded where net needs were asked for.
 */
allocated: Amount, 
/**
 * What of its allocations is signed or running.
 */
funded: Amount, 
/**
 * What is missing, where there is a need: below nothing where more is allocated.
 */
gap: Amount | null, 
/**
 * What is allocated in per cent of the need, in the reader's words; empty where there is no need.
 */
coverage: string, 
/**
 * Of the longest bar among the sectors, in thousandths: the need. Nothing on the line of the sum.
 */
need_per_mille: number | null, 
/**
 * Of the longest bar among the sectors, in thousandths: what is allocated. Nothing on the line of the sum.
 */
allocated_per_mille: number | null, 
/**
 * A remark.
 */
note: string, 
/**
 * Where the need comes from.
 */
sources: Array<string>, };

export type Rule = { 
/**
 * What it is about.
 */
heading: string, 
/**
 * The rule.
 */
text: string, };

export type LimitSlice = { 
/**
 * The dimension.
 */
dimension: Dim, 
/**
 * The places.
 */
keys: Array<string>, };

export type LimitKind = "ceiling" | "floor" | "exact";

export type LimitSource = "reading" | "own";

export type LimitLine = { 
/**
 * Its id; of the reading's `reading:public` and the like.
 */
id: string, 
/**
 * Who sets it.
 */
source: LimitSource, 
/**
 * What it is called.
 */
name: string, 
/**
 * Which rows it counts: what a click filters the grid by.
 */
slice: Array<LimitSlice>, 
/**
 * The same in words.
 */
slice_label: string, 
/**
 * `ceiling`, `floor` or `exact`.
 */
kind: LimitKind, 
/**
 * The amount; nothing where it is a share.
 */
amount: Amount | null, 
/**
 * The share of what another slice holds, where it is one: from 0 to 1.
 */
share: string | null, 
/**
 * The slice that it is a share of.
 */
of: Array<LimitSlice>, 
/**
 * The same in words; empty where the limit is no share.
 */
of_label: string, 
/**
 * What the rows are held against: the amount, or what the share comes to.
 */
bound: Amount, 
/**
 * The same in words, with its kind: `at most 40 % of all allocations, 320 bn`.
 */
bound_label: string, 
/**
 * What the rows hold.
 */
held: Amount, 
/**
 * What is left up to it; below nothing where it is passed.
 */
left: Amount, 
/**
 * Whether it is missed.
 */
missed: boolean, 
/**
 * By how much; nothing (`0.00`) where it is kept.
 */
missed_by: Amount, 
/**
 * Whether it refuses edits.
 */
refuses: boolean, 
/**
 * How many rows it counts.
 */
rows: number, 
/**
 * Where it comes from.
 */
sources: Array<string>, 
/**
 * A remark.
 */
note: string, };

export type EntryKind = "created" | "edit" | "undo" | "redo" | "return" | "merge";

export type EntryDetail = { 
/**
 * The word for the table.
 */
table_label: string, 
/**
 * The row's key.
 */
row: string, 
/**
 * What people call the row.
 */
called: string, 
/**
 * The word for the field; empty where the row as a whole is meant.
 */
field_label: string, 
/**
 * What it was, for the reader; empty where it was not there.
 */
before_label: string, 
/**
 * What it became; empty where it is gone.
 */
after_label: string, };

export type Entry = { 
/**
 * Its number.
 */
seq: number, 
/**
 * What was done.
 */
label: string, 
/**
 * By whom.
 */
author: string, 
/**
 * When (RFC 3339).
 */
time: string, 
/**
 * Whether it has been undone and not done again.
 */
undone: boolean, 
/**
 * What kind of entry.
 */
kind: EntryKind, 
/**
 * Where it comes from: the version returned to, the copy merged in.
 */
note: string, 
/**
 * The scenario it was made in; nothing where that is the base plan.
 */
scenario_label: string | null, 
/**
 * What it changed, field by field, at most twenty.
 */
details: Array<EntryDetail>, 
/**
 * How many more there are.
 */
details_more: number, };

export type HistoryRequest = { 
/**
 * Only entries before this one.
 */
before_seq?: number | null, 
/**
 * How many at most; a hundred where nothing is said.
 */
limit?: number | null, 
/**
 * Only those that touch this row, by code or id.
 */
row?: string | null, 
/**
 * Only those of this author.
 */
author?: string | null, 
/**
 * Only those that change this field.
 */
field?: string | null, 
/**
 * Only those on or after this day.
 */
from?: string | null, 
/**
 * Only those on or before this day.
 */
to?: string | null, 
/**
 * Only those in whose label each of these words occurs.
 */
text?: string | null, };

export type HistoryPage = { 
/**
 * The entries.
 */
entries: Array<Entry>, 
/**
 * Whether there are earlier ones that pass.
 */
more: boolean, 
/**
 * How many entries the history has.
 */
total: number, 
/**
 * Who made entries.
 */
authors: Array<string>, 
/**
 * The fields one can ask for.
 */
fields: Array<Choice>, };

export type Changed = { 
/**
 * The state it led to.
 */
revision: number, 
/**
 * Where the plan stands now.
 */
status: Status, 
/**
 * The rows it touched.
 */
rows: Array<string>, 
/**
 * The tables it touched.
 */
tables: Array<string>, 
/**
 * What was done.
 */
label: string, };

export type Verified = { 
/**
 * Whether it does.
 */
ok: boolean, 
/**
 * How many entries were replayed.
 */
entries: number, 
/**
 * The sentence.
 */
message: string, 
/**
 * Hash of the plan's state.
 */
state_sha256: string, };

export type ReadAmount = { 
/**
 * As typed.
 */
text: string, };

export type AmountRead = { 
/**
 * Canonical.
 */
amount: Amount, };

export type Paid = { 
/**
 * When.
 */
quarter: string, 
/**
 * How much.
 */
amount: Amount, };

export type Row = { id: string, code: string, programme: string, programme_label: string, funder: string, funder_label: string, instrument: string, instrument_label: string, capital: string, capital_label: string, sector: string, sector_label: string, purpose: string, purpose_label: string, cluster: string | null, cluster_label: string | null, amount: Amount, start: string, end: string, profile: string, profile_label: string, parameters: { [key in string]: string }, amount_grade: string, amount_grade_label: string, split_grade: string, split_grade_label: string, sources: Array<string>, note: string, locked: boolean, paid: Array<Paid>, 
/**
 * Who is served first where not all can be absorbed: 1 before 9.
 */
priority: number, 
/**
 * Where single fields come from, beside the row's own sources.
 */
cited: Array<Cited>, 
/**
 * What should have been paid before the plan's today, was not, and moved to the first open quarter.
 */
moved: Amount, };

export type Filter = { 
/**
 * The dimension.
 */
dimension: Dim, 
/**
 * The places.
 */
keys: Array<string>, };

export type GridMeasure = "committed" | "planned" | "paid";

export type GridOrder = { 
/**
 * The column: the name of a field, `funder`, `share`, `moved`, or a measure with its period, `planned:2027`.
 */
column: string, 
/**
 * Whether the largest comes first.
 */
down: boolean, };

export type GridQuery = { 
/**
 * Group by these, the outermost first.
 */
group_by: Array<Dim>, 
/**
 * Only rows in which each of these words occurs.
 */
search: string, 
/**
 * Only rows that pass each of these.
 */
filters: Array<Filter>, 
/**
 * Only these rows, by id or code.
 */
only: Array<string> | null, 
/**
 * In this order; in that of the codes, and groups as they are told anywhere, where none is said.
 */
order: GridOrder | null, 
/**
 * Groups that are folded, by their paths: `sector=energy/funder=eu`.
 */
closed: Array<string>, 
/**
 * What to tell per period.
 */
measures: Array<GridMeasure>, };

export type GridRequest = { 
/**
 * Which rows, in which groups and order.
 */
query: GridQuery, 
/**
 * The first line of the window, from nought.
 */
first: number, 
/**
 * How many lines; all that follow where nothing is said.
 */
count?: number, 
/**
 * The window around the line of this row instead, by id or code, where it is among the lines.
 */
around?: string | null, };

export type GridWidth = { 
/**
 * The column.
 */
column: string, 
/**
 * How many signs.
 */
signs: number, };

export type GridTotal = { 
/**
 * How many rows.
 */
count: number, 
/**
 * Their amount.
 */
amount: Amount, 
/**
 * Its part of the package in per cent, to two decimals: `5.63`.
 */
share: string, 
/**
 * What of the amount is in locked rows.
 */
locked: Amount, 
/**
 * What of it is not.
 */
unlocked: Amount, 
/**
 * Per measure and period.
 */
cells: Array<Array<Amount>>, };

export type GridRow = { id: string, code: string, programme: string, programme_label: string, funder: string, funder_label: string, instrument: string, instrument_label: string, capital: string, capital_label: string, sector: string, sector_label: string, purpose: string, purpose_label: string, cluster: string | null, cluster_label: string | null, amount: Amount, 
/**
 * Its part of the package in per cent, to two decimals.
 */
share: string, start: string, end: string, profile: string, profile_label: string, 
/**
 * The profile with its parameters, as the field's text: `trapezoid d=0.3 u=0.2`.
 */
profile_text: string, priority: number, amount_grade: string, amount_grade_label: string, split_grade: string, split_grade_label: string, 
/**
 * How firm the amount is in fact: an assumption where neither the row nor the amount has a source.
 */
held_grade: string, held_grade_label: string, sources: Array<string>, 
/**
 * The fields that have sources of their own.
 */
cited: Array<string>, note: string, locked: boolean, 
/**
 * What has been paid; it cannot be planned otherwise.
 */
settled: Amount, 
/**
 * What should have been paid before the plan's today, was not, and moved to the first open quarter.
 */
moved: Amount, 
/**
 * The fields in which the scenario differs from its parent.
 */
overridden: Array<string>, 
/**
 * Whether the scenario has added the row.
 */
own: boolean, };

export type GridLine = { "kind": "group", 
/**
 * How deep it stands.
 */
depth: number, 
/**
 * What folds it: its place within the groups that it lies in, `sector=energy/funder=eu`.
 */
path: string, 
/**
 * What it is grouped by.
 */
dimension: Dim, 
/**
 * The place in the dimension.
 */
key: string, 
/**
 * The word for it.
 */
label: string, 
/**
 * Whether its lines follow.
 */
open: boolean, 
/**
 * How many of its rows are locked.
 */
locked_count: number, 
/**
 * How many rows.
 */
count: number, 
/**
 * Their amount.
 */
amount: Amount, 
/**
 * Its part of the package in per cent, to two decimals: `5.63`.
 */
share: string, 
/**
 * What of the amount is in locked rows.
 */
locked: Amount, 
/**
 * What of it is not.
 */
unlocked: Amount, 
/**
 * Per measure and period.
 */
cells: Array<Array<Amount>>, } | { "kind": "row", 
/**
 * How deep it stands.
 */
depth: number, 
/**
 * Per measure and period.
 */
cells: Array<Array<Amount>>, id: string, code: string, programme: string, programme_label: string, funder: string, funder_label: string, instrument: string, instrument_label: string, capital: string, capital_label: string, sector: string, sector_label: string, purpose: string, purpose_label: string, cluster: string | null, cluster_label: string | null, amount: Amount, 
/**
 * Its part of the package in per cent, to two decimals.
 */
share: string, start: string, end: string, profile: string, profile_label: string, 
/**
 * The profile with its parameters, as the field's text: `trapezoid d=0.3 u=0.2`.
 */
profile_text: string, priority: number, amount_grade: string, amount_grade_label: string, split_grade: string, split_grade_label: string, 
/**
 * How firm the amount is in fact: an assumption where neither the row nor the amount has a source.
 */
held_grade: string, held_grade_label: string, sources: Array<string>, 
/**
 * The fields that have sources of their own.
 */
cited: Array<string>, note: string, locked: boolean, 
/**
 * What has been paid; it cannot be planned otherwise.
 */
settled: Amount, 
/**
 * What should have been paid before the plan's today, was not, and moved to the first open quarter.
 */
moved: Amount, 
/**
 * The fields in which the scenario differs from its parent.
 */
overridden: Array<string>, 
/**
 * Whether the scenario has added the row.
 */
own: boolean, };

export type Grid = { 
/**
 * The state it shows.
 */
revision: number, 
/**
 * Where the window begins.
 */
first: number, 
/**
 * How many lines there are beside those of the window, with them.
 */
line_count: number, 
/**
 * Groups and rows of the window, as they are shown.
 */
lines: Array<GridLine>, 
/**
 * The periods of the cells; `after` is the last.
 */
periods: Array<string>, 
/**
 * The measures of the cells.
 */
measures: Array<GridMeasure>, 
/**
 * The sum of all rows that are shown, in the window or not.
 */
total: GridTotal, 
/**
 * How many rows are shown, in the window or not.
 */
shown: number, 
/**
 * Of how many.
 */
of: number, 
/**
 * How long the longest text of each column is, in the window or not.
 */
widths: Array<GridWidth>, 
/**
 * The line of the row that the window was wanted around.
 */
found: number | null, };

export type GridRangeRequest = { 
/**
 * Which rows, in which groups and order.
 */
query: GridQuery, 
/**
 * The first line, from nought.
 */
top: number, 
/**
 * The last line.
 */
bottom: number, 
/**
 * The columns, named as in an order.
 */
columns: Array<string>, };

export type GridRange = { 
/**
 * The rows that it stands for, at most 10,000.
 */
rows: Array<string>, 
/**
 * How many they are.
 */
row_count: number, 
/**
 * How many cells it has.
 */
cells: number, 
/**
 * How many amounts are added up.
 */
numbers: number, 
/**
 * Their sum; nothing where there is none.
 */
sum: Amount | null, 
/**
 * Its part of the package in per cent, to two decimals.
 */
share: string | null, };

export type GridTextRequest = { 
/**
 * Which rows, in which groups and order.
 */
query: GridQuery, 
/**
 * The first line, from nought.
 */
top: number, 
/**
 * The last line.
 */
bottom: number, 
/**
 * The columns, named as in an order.
 */
columns: Array<string>, 
/**
 * Whether the first line names the columns.
 */
header?: boolean, };

export type PasteAt = { 
/**
 * The row's id or code.
 */
row: string, 
/**
 * The column, named as in [`super::GridOrder`].
 */
column: string, };

export type PasteRequest = { 
/**
 * The clipboard's text: a line for each row, tabs between cells.
 */
text: string, 
/**
 * The same as HTML, where the clipboard has it: it says which cells were merged.
 */
html?: string | null, 
/**
 * The cell on which the block is to land; a block that names its columns needs none.
 */
at?: PasteAt | null, 
/**
 * Which rows are in view, in which order; all of them in the order of their codes where nothing is said.
 */
grid?: GridQuery | null, 
/**
 * The columns in view from left to right, named as in [`super::GridOrder`]; the usual ones where nothing is said.
 */
columns?: Array<string> | null, 
/**
 * Whether the first line names the columns; found out where nothing is said.
 */
header?: boolean | null, 
/**
 * Whether to do it, all or nothing. Otherwise it is only told what would be done.
 */
apply?: boolean, };

export type PastedColumn = { 
/**
 * Its place in the block, from nought.
 */
at: number, 
/**
 * The column that it means; nothing where that is not understood.
 */
column: string | null, 
/**
 * The word for that column.
 */
label: string, 
/**
 * How the block calls it; empty where it does not.
 */
written: string, };

export type PastedCell = { 
/**
 * Its line in the block, from nought.
 */
line: number, 
/**
 * Its place in the line, from nought; nothing where the block has no cell that it needs.
 */
place: number | null, 
/**
 * The code of the row; empty for the line that names columns.
 */
row: string, 
/**
 * The row's id; nothing where it is added.
 */
id: string | null, 
/**
 * Whether the row is added.
 */
added: boolean, 
/**
 * The column; empty where it is not understood.
 */
column: string, 
/**
 * The word for it.
 */
field_label: string, 
/**
 * What stands there.
 */
before_label: string, 
/**
 * What would stand there, or what was refused.
 */
after_label: string, 
/**
 * Why it is refused, if it is.
 */
problem: Problem | null, 
/**
 * Whether the block has no such cell, and it follows from those that it has: the amount of a row from its years.
 */
follows: boolean, };

export type Pasted = { 
/**
 * Whether its first line names the columns.
 */
header: boolean, 
/**
 * How many lines it has, that one among them.
 */
lines: number, 
/**
 * What its columns mean.
 */
columns: Array<PastedColumn>, 
/**
 * The cells that change something or are refused, in the order of the block, and what of a row follows from them: at
 * most a thousand, and refused ones before others where there are more.
 */
cells: Array<PastedCell>, 
/**
 * How many more there are.
 */
more: number, 
/**
 * How many cells of the block change something.
 */
changes: number, 
/**
 * How many are refused.
 */
refused: number, 
/**
 * How many say what stands there already.
 */
unchanged: number, 
/**
 * How many rows change.
 */
rows: number, 
/**
 * How many rows are added.
 */
added: number, 
/**
 * What is allocated before and after; the same where a cell is refused.
 */
allocated: [Amount, Amount], 
/**
 * What is left of the package before and after.
 */
unallocated: [Amount, Amount], 
/**
 * Why the block is refused as a whole, though each cell could be taken: a limit that refuses.
 */
problem: Problem | null, 
/**
 * What would be done, or was done.
 */
sentence: string, 
/**
 * What was done; nothing where it is only told.
 */
changed: Changed | null, };

export type Call = { 
/**
 * A command of the table.
 */
command: string, 
/**
 * Its request.
 */
request?: unknown, 
/**
 * What it is about; the base plan as it is now where nothing is said.
 */
at?: Place | null, };

export type Answer = { "ok": unknown } | { "problem": Problem };

export type RowRequest = { 
/**
 * Its id or code.
 */
id: string, };

export type Curve = { 
/**
 * Time, in thousandths of the reach.
 */
t_per_mille: Array<number>, 
/**
 * Share paid by then.
 */
f_per_mille: Array<number>, 
/**
 * How many periods the span has.
 */
span: number, 
/**
 * After how many periods all is paid: more than the span where the profile is delayed or stretched.
 */
reach: number, };

export type PeriodAmount = { 
/**
 * The period.
 */
period: string, 
/**
 * How much.
 */
amount: Amount, };

export type FieldSources = { 
/**
 * The field.
 */
field: string, 
/**
 * The word for it.
 */
label: string, 
/**
 * Whether the field has sources of its own; where not, the row's count for it.
 */
own: boolean, 
/**
 * Their keys; none where the figure is an assumption of the plan's author.
 */
sources: Array<string>, };

export type Detail = { 
/**
 * The row.
 */
row: Row, 
/**
 * Its curve.
 */
curve: Curve, 
/**
 * What is planned per year, and after.
 */
years: Array<PeriodAmount>, 
/**
 * The sources of the row and of its single fields.
 */
sources: Array<Source>, 
/**
 * Every field that can have sources of its own, in the order of the table, and where it comes from.
 */
fields: Array<FieldSources>, 
/**
 * What was done to it.
 */
history: Array<Entry>, 
/**
 * What the profile means.
 */
profile_sentence: string, 
/**
 * Who describes the profile.
 */
profile_source: string, 
/**
 * What the scenario says otherwise of the row than its parent.
 */
overrides: Array<OverrideLine>, };

export type Choice = { 
/**
 * The key.
 */
key: string, 
/**
 * The word.
 */
label: string, };

export type ProgrammeChoice = { key: string, label: string, funder: string, funder_label: string, };

export type InstrumentChoice = { key: string, label: string, sentence: string, capital: string, };

export type ParameterChoice = { key: string, label: string, min: string, max: string, default: string, 
/**
 * `one`, `optional` (left out where it is as usual) or `list` (entries `s001`, `s002`, ...).
 */
kind: string, 
/**
 * How many entries a list may have.
 */
most: number | null, 
/**
 * The entries of a list where nobody says.
 */
usual: Array<string>, 
/**
 * Whether it takes whole numbers only.
 */
whole: boolean, 
/**
 * What dragging a handle along the time axis sets: `at` the time itself, `from_end` one less it; nothing for a number
 * that is no time.
 */
handle: string | null, };

export type ProfileChoice = { key: string, label: string, sentence: string, source: string, parameters: Array<ParameterChoice>, };

export type ChartChoice = { name: string, label: string, };

export type ChapterChoice = { number: number, label: string, cluster: string | null, };

export type Choices = { programmes: Array<ProgrammeChoice>, funders: Array<Choice>, instruments: Array<InstrumentChoice>, capitals: Array<Choice>, sectors: Array<Choice>, purposes: Array<Choice>, clusters: Array<Choice>, amount_grades: Array<Choice>, dimensions: Array<Choice>, profiles: Array<ProfileChoice>, 
/**
 * What every profile takes besides its own parameters.
 */
timing: Array<ParameterChoice>, quarters: Array<string>, charts: Array<ChartChoice>, measures: Array<Choice>, chapters: Array<ChapterChoice>, step_kinds: Array<Choice>, step_parts: Array<Choice>, step_states: Array<Choice>, release_rules: Array<Choice>, on_loss: Array<Choice>, event_kinds: Array<Choice>, event_states: Array<Choice>, effect_verbs: Array<Choice>, cap_kinds: Array<Choice>, };

export type Names = { 
/**
 * English.
 */
en: string, 
/**
 * Ukrainian.
 */
uk: string, };

export type ChapterLine = { 
/**
 * Its number.
 */
number: number, 
/**
 * What it is called.
 */
label: string, };

export type TermsLine = { 
/**
 * From which quarter on they hold.
 */
from: string, 
/**
 * How met steps release money.
 */
rule: string, 
/**
 * The word for it.
 */
rule_label: string, 
/**
 * The rule in one sentence.
 */
rule_sentence: string, 
/**
 * The floor or the threshold, of rules that have one.
 */
level: string | null, 
/**
 * For how many quarters after it was due a step can still be met.
 */
window_quarters: number, 
/**
 * How many quarters after its release money is paid.
 */
lag_quarters: number, 
/**
 * What becomes of money whose window has closed.
 */
on_loss: string, 
/**
 * The word for it.
 */
on_loss_label: string, 
/**
 * By how many quarters the window is extended, where it is.
 */
extension_quarters: number, 
/**
 * How much of what a reversed step had released is taken back.
 */
clawback: string, 
/**
 * How far the group may run ahead of the fundamentals, where it waits for them.
 */
fundamentals_first: string | null, 
/**
 * How firm the terms are.
 */
grade: string, 
/**
 * The word for it.
 */
grade_label: string, 
/**
 * Where they come from.
 */
sources: Array<string>, 
/**
 * A remark.
 */
note: string, };

export type ClusterLine = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its number in the negotiations.
 */
number: number, 
/**
 * What it is called.
 */
label: string, 
/**
 * What waits for its steps.
 */
amount: Amount, 
/**
 * How many steps it has.
 */
steps: number, 
/**
 * On what terms it releases money, the earliest first.
 */
terms: Array<TermsLine>, 
/**
 * What its probabilities let expect; nothing while one is missing.
 */
expected: ExpectedRelease | null, };

export type ExpectedRelease = { 
/**
 * The amount, where the steps are independent of each other.
 */
amount: Amount, 
/**
 * The least that any dependence between them allows, where all or nothing is released.
 */
least: Amount | null, 
/**
 * The most, likewise.
 */
most: Amount | null, };

export type StepLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * What people call it: `S23`.
 */
code: string, 
/**
 * What has to be done, in the reader's language.
 */
label: string, 
/**
 * The same in both.
 */
name: Names, 
/**
 * The group whose money waits for it.
 */
cluster: string, 
/**
 * The word for it.
 */
cluster_label: string, 
/**
 * The chapter it belongs to.
 */
chapter: number | null, 
/**
 * When it is due.
 */
due: string, 
/**
 * Its weight among the steps of its group.
 */
weight: string, 
/**
 * What kind of act it is.
 */
kind: string, 
/**
 * The word for it.
 */
kind_label: string, 
/**
 * Which money it bears on.
 */
part: string, 
/**
 * The word for it.
 */
part_label: string, 
/**
 * Whether nothing is released before it is met, under a rule with gates.
 */
gate: boolean, 
/**
 * How far it has come: `due`, `met`, `partly_met`, `reversed`.
 */
state: string, 
/**
 * The word for it.
 */
state_label: string, 
/**
 * When it was met.
 */
state_quarter: string | null, 
/**
 * How much of it is met, where it is met in part.
 */
state_share: string | null, 
/**
 * From which quarter on it no longer holds, where it was reversed.
 */
reversed_quarter: string | null, 
/**
 * By how many quarters it is expected to be late.
 */
delay_quarters: number, 
/**
 * The probability of being met in any one quarter once it is due, where somebody has entered one.
 */
probability: string | null, 
/**
 * How firm due quarter and weight are.
 */
grade: string, 
/**
 * The word for it.
 */
grade_label: string, 
/**
 * Where it comes from.
 */
sources: Array<string>, 
/**
 * A remark.
 */
note: string, 
/**
 * When the plan counts it as met; never where its window closes first.
 */
expected: string | null, 
/**
 * The quarter in which its window closes.
 */
closes: string, 
/**
 * Its part of its group's money.
 */
value: Amount, 
/**
 * How it stands in each quarter of the package: `not_yet_due`, `released`, `at_risk` or `lost`.
 */
places: Array<string>, };

export type Steps = { 
/**
 * The quarters of the package.
 */
quarters: Array<string>, 
/**
 * The plan's today.
 */
as_of_quarter: string, 
/**
 * The groups, in the order of their numbers.
 */
clusters: Array<ClusterLine>, 
/**
 * The steps, in the order of their groups, due quarters and codes.
 */
steps: Array<StepLine>, 
/**
 * The chapters of the negotiations that belong to no group.
 */
outside: Array<ChapterLine>, };

export type StepRequest = { 
/**
 * Its code or id.
 */
step: string, };

export type StockLine = { 
/**
 * The period.
 */
period: string, 
/**
 * Released.
 */
released: Amount, 
/**
 * Withheld and still claimable.
 */
at_risk: Amount, 
/**
 * Waiting for steps that are not due yet.
 */
not_yet_due: Amount, 
/**
 * Lost.
 */
lost: Amount, };

export type StepRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its code.
 */
code: string, 
/**
 * What pays it and for what.
 */
label: string, 
/**
 * Its amount.
 */
amount: Amount, };

export type StepDetail = { 
/**
 * The step.
 */
step: StepLine, 
/**
 * What became of its money by the end of each quarter of the package.
 */
ledger: Array<StockLine>, 
/**
 * The rows that wait for it.
 */
rows: Array<StepRow>, 
/**
 * Its sources.
 */
sources: Array<Source>, 
/**
 * What was done to it.
 */
history: Array<Entry>, };

export type BoosterRequest = { 
/**
 * `year` or `quarter`.
 */
every: string, 
/**
 * Only this group's money; all of it where nothing is said.
 */
cluster?: string, };

export type Booster = { 
/**
 * All of it.
 */
total: Amount, 
/**
 * By the end of each period.
 */
periods: Array<StockLine>, };

export type SlipRequest = { 
/**
 * Its code or id.
 */
step: string, 
/**
 * By how many quarters more; at least one.
 */
quarters: number, 
/**
 * Whether it is only to be told what would happen.
 */
dry_run: boolean, };

export type Slip = { 
/**
 * The effect in one sentence.
 */
sentence: string, 
/**
 * What is paid more or less in each year; only years in which something changes.
 */
years: Array<PeriodAmount>, 
/**
 * What is planned more, or less, past the package.
 */
after: Amount, 
/**
 * What is lost more, or less, by the end of the package.
 */
lost: Amount, 
/**
 * What still waits for steps at the end of the package, more or less.
 */
withheld: Amount, 
/**
 * What still waits for room at the end of the package, more or less.
 */
backlog: Amount, 
/**
 * The most that is at risk more than before in any quarter.
 */
at_risk_peak: Amount, 
/**
 * In which quarter that is.
 */
at_risk_peak_in: string | null, 
/**
 * Until which quarter more is at risk than before.
 */
at_risk_until: string | null, 
/**
 * What the act did; nothing where it was only told.
 */
changed: Changed | null, };

export type AccessionQuarter = { 
/**
 * The quarter.
 */
quarter: string, 
/**
 * Where the steps are independent of each other.
 */
independent: string, 
/**
 * The least that any dependence between them allows.
 */
least: string, 
/**
 * The most.
 */
most: string, };

export type Accession = { 
/**
 * How many steps that are not met have no probability; with any, there is no distribution.
 */
missing: number, 
/**
 * When all steps are met as the plan expects them; never where one of them lapses.
 */
planned: string | null, 
/**
 * For each quarter, how probable it is that all steps are met by its end.
 */
quarters: Array<AccessionQuarter>, };

export type EffectLine = { 
/**
 * What it does.
 */
verb: string, 
/**
 * The word for it.
 */
verb_label: string, 
/**
 * To which rows.
 */
slice: Array<LimitSlice>, 
/**
 * Save these.
 */
except: Array<LimitSlice>, 
/**
 * By how many quarters, for a delay.
 */
quarters: number, 
/**
 * What share is still paid, for a scale.
 */
share: string, 
/**
 * The effect in one sentence.
 */
sentence: string, };

export type EventLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * What people call it: `E01`.
 */
code: string, 
/**
 * What happens, in the reader's language.
 */
label: string, 
/**
 * The same in both.
 */
name: Names, 
/**
 * Its day; counted from the event it follows, where it follows one.
 */
date: string, 
/**
 * The day that was typed.
 */
own_date: string, 
/**
 * Its last day, where it lasts.
 */
until: string | null, 
/**
 * The code of the event it follows.
 */
follows: string | null, 
/**
 * How many days after that one.
 */
lag_days: number, 
/**
 * What kind of event it is.
 */
kind: string, 
/**
 * The word for it.
 */
kind_label: string, 
/**
 * Whether it counts.
 */
state: string, 
/**
 * The word for it.
 */
state_label: string, 
/**
 * How firm it is.
 */
grade: string, 
/**
 * The word for it.
 */
grade_label: string, 
/**
 * The quarter its day lies in.
 */
quarter: string, 
/**
 * What it does to money.
 */
effects: Array<EffectLine>, 
/**
 * Where it comes from.
 */
sources: Array<string>, 
/**
 * A remark.
 */
note: string, };

export type CapYearLine = { 
/**
 * The year.
 */
year: number, 
/**
 * The room; nothing bounds where the year's product is not known.
 */
room: Amount | null, 
/**
 * Whether it rests on an extrapolated product.
 */
extrapolated: boolean, 
/**
 * What is paid.
 */
paid: Amount, 
/**
 * What still waits at its end.
 */
waiting: Amount, };

export type CapLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called, in the reader's language.
 */
label: string, 
/**
 * The same in both.
 */
name: Names, 
/**
 * Which rows share the room.
 */
slice: Array<LimitSlice>, 
/**
 * The same in words.
 */
slice_label: string, 
/**
 * How the room is found: `fixed`, `growing` or `gdp_share`.
 */
kind: string, 
/**
 * The word for it.
 */
kind_label: string, 
/**
 * The room of a fixed cap, or of a growing one in the first year.
 */
amount: Amount, 
/**
 * The yearly growth, or the share of product.
 */
rate: string, 
/**
 * For how many years money waits before it lapses; for ever where nothing is said.
 */
carry_years: number | null, 
/**
 * Where it comes from.
 */
sources: Array<string>, 
/**
 * A remark.
 */
note: string, 
/**
 * How it is used in each year of the package.
 */
years: Array<CapYearLine>, };

export type LapseLine = { 
/**
 * The programme.
 */
programme: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * After how many years, or never.
 */
years: number | null, };

export type Caps = { 
/**
 * The caps, in the order of their names.
 */
caps: Array<CapLine>, 
/**
 * The programmes that have rows.
 */
lapses: Array<LapseLine>, };

export type SanityYearLine = { 
/**
 * The year.
 */
year: number, 
/**
 * What is paid.
 */
paid: Amount, 
/**
 * The product, where it is known.
 */
gdp: Amount | null, 
/**
 * Whether the product is extrapolated.
 */
extrapolated: boolean, 
/**
 * What is paid in thousandths of the product.
 */
share_per_mille: number | null, 
/**
 * Whether that is above the bound.
 */
over: boolean, };

export type PacePoint = { 
/**
 * Years since the package began.
 */
years_since_start: number, 
/**
 * What is paid by then, in thousandths of the package.
 */
share_per_mille: number, };

export type YardstickLine = { programme: string, measure: string, as_of: string, years_since_start: string | null, share_pct: string | null, value: string, unit: string, sources: Array<string>, verification: string, note: string, };

export type Sanity = { 
/**
 * The years of the package.
 */
years: Array<SanityYearLine>, 
/**
 * Above how many thousandths of the product a year is warned about.
 */
bound_per_mille: number, 
/**
 * How much of the package is paid by the end of each year.
 */
plan: Array<PacePoint>, 
/**
 * What others reached.
 */
yardsticks: Array<YardstickLine>, };

export type BacklogRequest = { 
/**
 * `year` or `quarter`.
 */
every: string, };

export type BacklogRow = { 
/**
 * The row's code.
 */
allocation_code: string, 
/**
 * Its id.
 */
id: string, 
/**
 * What pays it and for what.
 */
label: string, 
/**
 * The period.
 */
period: string, 
/**
 * What waits at its end.
 */
backlog: Amount, 
/**
 * What lapsed in it.
 */
lapsed: Amount, };

export type BacklogReply = { 
/**
 * One line for each row and period in which something waits or lapses.
 */
lines: Array<BacklogRow>, };

export type ExplainRequest = { 
/**
 * Codes or ids; with none, every row.
 */
rows?: Array<string>, 
/**
 * Only rows that pass each of these.
 */
filters?: Array<Filter>, 
/**
 * `2029`, `2029-Q3` or `after`.
 */
period: string, };

export type ExplainTarget = { 
/**
 * `profile`, `event`, `cluster`, `step` or `cap`.
 */
kind: string, 
/**
 * Its id or key.
 */
id: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * How it stands.
 */
sentence: string, };

export type ExplainLink = { 
/**
 * What happens in it: `committed`, `profile`, `event`, `release`, `absorption`, `paid`.
 */
kind: string, 
/**
 * The word for it.
 */
label: string, 
/**
 * What happens, how much, and by what.
 */
sentence: string, 
/**
 * What is left for the period after it.
 */
amount: Amount, 
/**
 * What it changed.
 */
change: Amount, 
/**
 * What the first of those is that it is about: `allocation`, `event`, `cluster`, `cap`.
 */
target_kind: string | null, 
/**
 * That one's id or key.
 */
target: string | null, 
/**
 * All that decide it, each in a sentence: the steps of a group, the caps that share out room.
 */
about: Array<ExplainTarget>, 
/**
 * The keys of the sources it rests on.
 */
sources: Array<string>, };

export type ExplainStanding = { 
/**
 * Which: a measure such as `at_risk`.
 */
measure: string, 
/**
 * The word for it.
 */
label: string, 
/**
 * How much.
 */
amount: Amount, };

export type ExplainRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its code.
 */
code: string, 
/**
 * What pays it and for what.
 */
label: string, 
/**
 * What is planned of it.
 */
planned: Amount, 
/**
 * What is paid of it.
 */
paid: Amount, };

export type Explanation = { 
/**
 * The period.
 */
period: string, 
/**
 * The chain in order; each amount is the one before it and the change.
 */
links: Array<ExplainLink>, 
/**
 * How many rows it is told for.
 */
of: number, 
/**
 * Those of them that have a part in the period, the largest payment first; the largest 500 of very many.
 */
rows: Array<ExplainRow>, 
/**
 * Of what is planned for the period, what was really paid.
 */
actual: Amount, 
/**
 * Of what is planned for the period, what should have been paid before the plan's today and moved.
 */
moved: Amount, 
/**
 * How all that is committed stands at the end of the period: each part of it that is not nothing.
 */
standing: Array<ExplainStanding>, 
/**
 * Every source that a link rests on.
 */
sources: Array<Source>, };

export type ParameterText = string | Array<string> | Array<[string, string]>;

export type ProfileRequest = { 
/**
 * Its key.
 */
profile: string, 
/**
 * Its parameters; lists by their own names (`shares`, `points`, `rates`, `commitments`) or entry by
 * entry (`s001`).
 */
parameters: { [key in string]: ParameterText }, 
/**
 * What it spreads.
 */
total: Amount, 
/**
 * Over how many periods.
 */
periods: number, };

export type ProfileReply = { 
/**
 * What it is called.
 */
label: string, 
/**
 * What it means.
 */
sentence: string, 
/**
 * Who describes it.
 */
source: string, 
/**
 * The share paid by the end of each period, with twelve decimals.
 */
cumulative: Array<string>, 
/**
 * What is paid in each period; they add to the total.
 */
amounts: Array<Amount>, 
/**
 * For outlay rates: of each year's commitment what is paid in each year, from the first commitment to the last
 * payment; else none.
 */
vintages: Array<Array<Amount>>, 
/**
 * The curve for drawing.
 */
curve: Curve, };

export type ScenariosRequest = { 
/**
 * Whether to compute what is paid in each.
 */
figures?: boolean, };

export type ScenarioLine = { 
/**
 * Its id, or `base`.
 */
id: string, 
/**
 * Its name in both languages.
 */
name: Names, 
/**
 * What it is called in the reader's language.
 */
label: string, 
/**
 * What it follows where it overrides nothing; nothing for the base plan.
 */
parent: string | null, 
/**
 * How deep it stands in the tree.
 */
depth: number, 
/**
 * Its place among those that follow the same.
 */
place: number, 
/**
 * The outcome of the talks that it pictures.
 */
outcome: string | null, 
/**
 * The word for that.
 */
outcome_label: string | null, 
/**
 * What would bring it about, in the reader's language.
 */
trigger: string, 
/**
 * How firm it is.
 */
grade: string, 
/**
 * The word for that.
 */
grade_label: string, 
/**
 * Where it comes from.
 */
sources: Array<string>, 
/**
 * A remark.
 */
note: string, 
/**
 * How many fields it overrides.
 */
overrides: number, 
/**
 * How many rows it adds.
 */
own_rows: number, 
/**
 * How many rows it takes out.
 */
removed_rows: number, 
/**
 * Overrides that do not apply, and the like.
 */
concerns: number, 
/**
 * The reading in force.
 */
reading: string, 
/**
 * What it allocates.
 */
allocated: Amount, 
/**
 * What is paid within the package, where that was asked for.
 */
paid: Amount | null, 
/**
 * Whether it only touches steps, their terms and events.
 */
booster: boolean, };

export type OverridesRequest = { 
/**
 * The scenario, by id or name; the one looked at where nothing is said.
 */
scenario?: string | null, };

export type OverrideKind = "set" | "add" | "remove";

export type OverrideLine = { 
/**
 * What it is about: `scenario/table/row/field`, with `*` for the row itself.
 */
key: string, 
/**
 * The scenario that says it.
 */
scenario: string, 
/**
 * What that is called.
 */
scenario_label: string, 
/**
 * What to name it by in edits: `A017.amount`, or the row alone.
 */
at: string, 
/**
 * The table.
 */
table: string, 
/**
 * The word for it.
 */
table_label: string, 
/**
 * The row's key.
 */
row: string, 
/**
 * What people call the row: its code or name.
 */
called: string, 
/**
 * What the row is.
 */
label: string, 
/**
 * The field; nothing where the row itself is added or taken out.
 */
field: string | null, 
/**
 * The word for it.
 */
field_label: string, 
/**
 * What it does.
 */
what: OverrideKind, 
/**
 * The value as files and edits write it.
 */
value: string, 
/**
 * The value for the reader.
 */
value_label: string, 
/**
 * What the parent says, as files and edits write it; nothing where it has no such row.
 */
parent_value: string | null, 
/**
 * The same for the reader.
 */
parent_label: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Where it comes from.
 */
sources: Array<Source>, 
/**
 * Whether it applies.
 */
applied: boolean, 
/**
 * Why it does not.
 */
why_not: string | null, };

export type QuestionLine = { 
/**
 * `signed`, `accepted`, `holds`, `early`.
 */
key: string, 
/**
 * The word for it.
 */
label: string, 
/**
 * What is asked, and given what.
 */
sentence: string, 
/**
 * Whether the outcomes need no answer to it.
 */
optional: boolean, 
/**
 * The probability of yes, where somebody entered it.
 */
share: string | null, 
/**
 * Who.
 */
author: string, 
/**
 * On which day.
 */
day: string, 
/**
 * On what grounds.
 */
note: string, };

export type OutcomeLine = { 
/**
 * Its key.
 */
outcome: string, 
/**
 * The word for it.
 */
label: string, 
/**
 * The scenario that pictures it; nothing where the plan has none.
 */
scenario: string | null, 
/**
 * What that is called.
 */
scenario_label: string, 
/**
 * Its probability, where it follows from what was entered.
 */
share: string | null, 
/**
 * What is paid per year.
 */
years: Array<PeriodAmount>, 
/**
 * What would be paid after the package.
 */
after: Amount, 
/**
 * What is paid within the package.
 */
total: Amount, 
/**
 * By how much less than in the base plan is paid within the package.
 */
shortfall: Amount, };

export type ShortfallLine = { 
/**
 * The share of cases that are better and left out: at 0.9 the worst tenth is told.
 */
level: string, 
/**
 * In a sentence: of which cases it is the mean.
 */
label: string, 
/**
 * What is missing against the base plan.
 */
amount: Amount, };

export type WeightedLine = { 
/**
 * What is to be expected per year.
 */
years: Array<PeriodAmount>, 
/**
 * After the package.
 */
after: Amount, 
/**
 * Within the package.
 */
total: Amount, 
/**
 * How far the total scatters: its standard deviation.
 */
deviation: Amount, 
/**
 * By how much less than in the base plan is to be expected within the package.
 */
shortfall: Amount, 
/**
 * The same in the worst cases.
 */
worst: Array<ShortfallLine>, };

export type Outcomes = { 
/**
 * The questions whose answers part the outcomes.
 */
questions: Array<QuestionLine>, 
/**
 * The outcomes.
 */
leaves: Array<OutcomeLine>, 
/**
 * What is to be expected; nothing until every probability that it takes is entered.
 */
weighted: WeightedLine | null, 
/**
 * What is missing for that, in sentences.
 */
missing: Array<string>, 
/**
 * How an early collapse was parted from a late one, in a sentence; empty where nothing was parted.
 */
split_rule: string, };

export type Side = { 
/**
 * The file; the open plan where nothing is said.
 */
path?: string | null, 
/**
 * The scenario, by id or name.
 */
scenario?: string | null, 
/**
 * The frozen version, by id or name.
 */
version?: string | null, 
/**
 * The state after this entry of the history.
 */
moment?: number | null, };

export type CompareRequest = { 
/**
 * From two to six; the others are held against the first.
 */
sides: Array<Side>, 
/**
 * What the table and the bridge go by; `year` where nothing is said.
 */
by?: "year" | "change" | Dim, 
/**
 * `planned` or `paid`; `paid` where nothing is said.
 */
measure?: "planned" | "paid", };

export type SideShown = { 
/**
 * What it is called.
 */
label: string, 
/**
 * Its state's fingerprint.
 */
fingerprint: string, 
/**
 * The scenario's id, or `base`.
 */
scenario: string, 
/**
 * The plan's today.
 */
as_of: string, 
/**
 * What it allocates.
 */
allocated: Amount, 
/**
 * What is paid within the package.
 */
paid: Amount, 
/**
 * What is planned for after it.
 */
after: Amount, 
/**
 * What is paid per year.
 */
years: Array<PeriodAmount>, };

export type Effect = { 
/**
 * In a sentence; empty where it does nothing.
 */
sentence: string, 
/**
 * The change per period, where there is one.
 */
years: Array<PeriodAmount>, 
/**
 * The sum of what leaves periods.
 */
leaves: Amount, 
/**
 * The sum of what comes to periods.
 */
arrives: Amount, 
/**
 * What comes less what leaves.
 */
net: Amount, };

export type Together = { 
/**
 * The table.
 */
table: string, 
/**
 * How many of its rows changed.
 */
rows: number, 
/**
 * What they do, in a sentence.
 */
sentence: string, 
/**
 * What they do.
 */
effect: Effect, };

export type DifferenceKind = "added" | "removed" | "changed";

export type DifferenceLine = { 
/**
 * The table.
 */
table: string, 
/**
 * The word for it.
 */
table_label: string, 
/**
 * The row's key.
 */
id: string, 
/**
 * What people call the row: its code or name.
 */
row: string, 
/**
 * What the row is.
 */
label: string, 
/**
 * What happened.
 */
change: DifferenceKind, 
/**
 * The field; nothing where the row as a whole is meant.
 */
field: string | null, 
/**
 * The word for it.
 */
field_label: string, 
/**
 * What it was, as files write it.
 */
before: string, 
/**
 * What it is, as files write it.
 */
after: string, 
/**
 * What it was, for the reader.
 */
before_label: string, 
/**
 * What it is, for the reader.
 */
after_label: string, 
/**
 * What is different, in a sentence.
 */
sentence: string, 
/**
 * What the row's differences together do to what is paid; on the first line of each row.
 */
effect: Effect | null, };

export type PreviewLine = { 
/**
 * By how much an amount would grow; below nothing where it shrinks. Of an allocation that comes or goes, all that it
 * holds. Nothing for other fields.
 */
by: Amount | null, 
/**
 * The table.
 */
table: string, 
/**
 * The word for it.
 */
table_label: string, 
/**
 * The row's key.
 */
id: string, 
/**
 * What people call the row: its code or name.
 */
row: string, 
/**
 * What the row is.
 */
label: string, 
/**
 * What happened.
 */
change: DifferenceKind, 
/**
 * The field; nothing where the row as a whole is meant.
 */
field: string | null, 
/**
 * The word for it.
 */
field_label: string, 
/**
 * What it was, as files write it.
 */
before: string, 
/**
 * What it is, as files write it.
 */
after: string, 
/**
 * What it was, for the reader.
 */
before_label: string, 
/**
 * What it is, for the reader.
 */
after_label: string, 
/**
 * What is different, in a sentence.
 */
sentence: string, 
/**
 * What the row's differences together do to what is paid; on the first line of each row.
 */
effect: Effect | null, };

export type LimitMoved = { 
/**
 * What it is called.
 */
name: string, 
/**
 * By how much it is missed now.
 */
before: Amount, 
/**
 * By how much it would be missed.
 */
after: Amount, };

export type Preview = { 
/**
 * What the history would say.
 */
sentence: string, 
/**
 * What would be different, field by field: at most a thousand.
 */
changes: Array<PreviewLine>, 
/**
 * How many more there are.
 */
more: number, 
/**
 * How many rows would change, come or go.
 */
rows: number, 
/**
 * How many locked rows stay as they are among those that the acts are about.
 */
held: number, 
/**
 * What is allocated before and after.
 */
allocated: [Amount, Amount], 
/**
 * What is left of the package before and after.
 */
unallocated: [Amount, Amount], 
/**
 * The limits that would be missed by another amount than now.
 */
limits: Array<LimitMoved>, 
/**
 * What to know of how the acts were read.
 */
notes: Array<string>, 
/**
 * Where one row alone changes: its planned years that would be others, `after` last.
 */
years: Array<{ 
/**
 * The year, or `after`.
 */
period: string, 
/**
 * What is planned in it now.
 */
before: Amount, 
/**
 * What would be.
 */
after: Amount, 
/**
 * By how much that is more; below nothing where it is less.
 */
by: Amount, }>, };

export type MarginsRequest = { 
/**
 * What its rows are.
 */
rows: Dim, 
/**
 * What its columns are.
 */
columns: Dim, 
/**
 * Told as the plan would be after these edits.
 */
edits?: Array<Edit>, };

export type MarginLine = { 
/**
 * The place.
 */
key: string, 
/**
 * The word for it.
 */
label: string, 
/**
 * What it holds.
 */
amount: Amount, 
/**
 * What of it cannot move: locked rows, and what was paid.
 */
locked: Amount, };

export type Margins = { 
/**
 * The word for what the rows are.
 */
rows_label: string, 
/**
 * The word for what the columns are.
 */
columns_label: string, 
/**
 * The places of the rows that hold something.
 */
rows: Array<MarginLine>, 
/**
 * The places of the columns that hold something.
 */
columns: Array<MarginLine>, 
/**
 * What stands in each row and column; nothing where no allocation is.
 */
cells: Array<Array<Amount | null>>, 
/**
 * The sum of all.
 */
total: Amount, };

export type PairLine = { 
/**
 * The period, the place in the dimension, or the row that changed; empty for the sum.
 */
key: string, 
/**
 * The word for it.
 */
label: string, 
/**
 * In the first.
 */
a: Amount, 
/**
 * In the second.
 */
b: Amount, 
/**
 * By how much the second is more.
 */
change: Amount, 
/**
 * The same in thousandths of the first, where there is something to compare with.
 */
per_mille: number | null, };

export type BridgeBar = { 
/**
 * What it stands for.
 */
key: string, 
/**
 * The word for it.
 */
label: string, 
/**
 * How much.
 */
change: Amount, };

export type Bridge = { 
/**
 * The sum of the first.
 */
from: Amount, 
/**
 * What is added or taken away; `from` and all of them make `to`.
 */
bars: Array<BridgeBar>, 
/**
 * The sum of the second.
 */
to: Amount, };

export type ComparedPair = { 
/**
 * The place of the first among the sides.
 */
a: number, 
/**
 * The place of the second.
 */
b: number, 
/**
 * What is different, in one sentence.
 */
sentence: string, 
/**
 * What is different, field by field.
 */
changes: Array<DifferenceLine>, 
/**
 * What the changed rows of a table do together, where there are too many of them to tell apart.
 */
together: Array<Together>, 
/**
 * What rows that did not change gain or lose because others leave or take room.
 */
room: Effect | null, 
/**
 * The measure by what was asked for; the last line is the sum.
 */
table: Array<PairLine>, 
/**
 * From the first to the second; adds exactly.
 */
bridge: Bridge, };

export type Compared = { 
/**
 * What the table and the bridge go by.
 */
by: string, 
/**
 * The word for that.
 */
by_label: string, 
/**
 * What they measure.
 */
measure: string, 
/**
 * The word for that.
 */
measure_label: string, 
/**
 * The plans.
 */
sides: Array<SideShown>, 
/**
 * Each but the first, held against the first.
 */
pairs: Array<ComparedPair>, };

export type VersionLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * A remark.
 */
note: string, 
/**
 * Who froze it.
 */
author: string, 
/**
 * When (RFC 3339).
 */
time: string, 
/**
 * The entry of the history after which it was frozen.
 */
seq: number, 
/**
 * First eight characters of the hash of its content.
 */
fingerprint: string, 
/**
 * Whether its content is what its hash says; nothing while it has not been opened.
 */
sound: boolean | null, 
/**
 * What it allocates; nothing while it has not been opened.
 */
allocated: Amount | null, };

export type FreezeRequest = { 
/**
 * Its name.
 */
name: string, 
/**
 * A remark.
 */
note?: string, };

export type ReturnRequest = { 
/**
 * The frozen version, by id or name.
 */
version?: string | null, 
/**
 * The state after this entry of the history.
 */
moment?: number | null, };

export type BranchRequest = { 
/**
 * What to call the scenario.
 */
name: string, 
/**
 * What it follows: `base`, an id or a name; the base plan where nothing is said.
 */
parent?: string | null, 
/**
 * The frozen version, by id or name.
 */
version?: string | null, 
/**
 * The state after this entry of the history.
 */
moment?: number | null, };

export type SplitRequest = { 
/**
 * The file to be written.
 */
path: string, 
/**
 * The scenario, by id or name; the one looked at where nothing is said.
 */
scenario?: string | null, 
/**
 * Whether a file that is there may be replaced.
 */
replace?: boolean, };

export type ShareRequest = { 
/**
 * The file to be written.
 */
path: string, 
/**
 * Whether the history goes with it.
 */
history: boolean, 
/**
 * Whether frozen versions go with it.
 */
versions: boolean, 
/**
 * Whether the names of authors go with it.
 */
names: boolean, 
/**
 * Whether a file that is there may be replaced.
 */
replace?: boolean, };

export type Pick = "ours" | "theirs";

export type PickLine = { 
/**
 * The conflict's key.
 */
key: string, 
/**
 * With whose value.
 */
pick: Pick, };

export type MergeRequest = { 
/**
 * The file of the other copy.
 */
theirs: string, 
/**
 * The file from which both come; their common history where nothing is said.
 */
base?: string | null, 
/**
 * How conflicts are settled.
 */
picks: Array<PickLine>, 
/**
 * Only tell what would happen.
 */
dry_run: boolean, };

export type CommonLine = { 
/**
 * Its entry of the history.
 */
seq: number, 
/**
 * When that was made.
 */
time: string, 
/**
 * What it did.
 */
label: string, };

export type MergeAuthors = { 
/**
 * In the open plan.
 */
ours: Array<string>, 
/**
 * In the other copy.
 */
theirs: Array<string>, };

export type RecodedLine = { 
/**
 * What the row was called in the other copy.
 */
from: string, 
/**
 * What it is called now.
 */
to: string, };

export type MergeTotal = { 
/**
 * What is summed.
 */
label: string, 
/**
 * In the open plan.
 */
ours: Amount, 
/**
 * In the merged one.
 */
merged: Amount, };

export type ConflictLine = { 
/**
 * Its key: `table/row/field`, with `*` for the row itself.
 */
key: string, 
/**
 * What people call the row.
 */
called: string, 
/**
 * What the row is.
 */
label: string, 
/**
 * The word for the table.
 */
table_label: string, 
/**
 * The word for the field; empty where the row as a whole is meant.
 */
field_label: string, 
/**
 * What both come from, for the reader; empty where it was not there.
 */
base_label: string, 
/**
 * What the open plan says.
 */
ours_label: string, 
/**
 * What the other copy says.
 */
theirs_label: string, 
/**
 * Who last changed it in the open plan.
 */
ours_author: string, 
/**
 * When.
 */
ours_time: string, 
/**
 * Who last changed it in the other copy.
 */
theirs_author: string, 
/**
 * When.
 */
theirs_time: string, 
/**
 * What is paid within the package if the open plan's value is kept.
 */
effect_ours: Amount, 
/**
 * What is paid within the package if the other copy's value is taken.
 */
effect_theirs: Amount, 
/**
 * The conflict in a sentence.
 */
sentence: string, 
/**
 * How it is settled; nothing while it is open.
 */
pick: Pick | null, };

export type MergeReply = { 
/**
 * The last state that both have in common; nothing where a file was named for it.
 */
common: CommonLine | null, 
/**
 * How many acts the open plan has seen since; nothing where its history does not reach back so far.
 */
ours_edits: number | null, 
/**
 * How many the other copy.
 */
theirs_edits: number | null, 
/**
 * Who made them.
 */
authors: MergeAuthors, 
/**
 * What the other copy brings.
 */
taken: Array<DifferenceLine>, 
/**
 * What both changed, each otherwise.
 */
conflicts: Array<ConflictLine>, 
/**
 * Codes that both gave to different rows, and what the other copy's row is called now.
 */
recoded: Array<RecodedLine>, 
/**
 * What was done; nothing while conflicts are open or it was only to be told.
 */
changed: Changed | null, 
/**
 * What merging does to sums.
 */
totals: Array<MergeTotal>, };

export type FigureTheme = "light" | "dark" | "print";

export type ChartRequest = { 
/**
 * Its name.
 */
name: string, 
/**
 * Width in pixels.
 */
width: number, 
/**
 * Height in pixels.
 */
height: number, 
/**
 * Colours.
 */
theme: FigureTheme, 
/**
 * What it compares, where it compares.
 */
compare?: CompareRequest | null, };

export type ExportChartRequest = { 
/**
 * Its name.
 */
name: string, 
/**
 * The file; its extension (`svg`, `png`, `pdf`) says the format.
 */
path: string, 
/**
 * Width in pixels.
 */
width: number, 
/**
 * Height in pixels.
 */
height: number, 
/**
 * Colours.
 */
theme: FigureTheme, 
/**
 * Whether a file that is there may be replaced.
 */
replace?: boolean, 
/**
 * What it compares, where it compares.
 */
compare?: CompareRequest | null, };

export type ExportPlanRequest = { 
/**
 * The file; its extension (`csv`, `json`) says the format.
 */
path: string, 
/**
 * Whether a file that is there may be replaced.
 */
replace?: boolean, };

export type Exported = { 
/**
 * The file.
 */
path: string, 
/**
 * Its size.
 */
bytes: number, 
/**
 * What a reader should know of it, such as what did not go along.
 */
notice?: string, };

export type Table = { 
/**
 * The names of the columns.
 */
header: Array<string>, 
/**
 * The rows.
 */
rows: Array<Array<string>>, };

export type HoverLine = { 
/**
 * Which series.
 */
key: string, 
/**
 * The word for it.
 */
label: string, 
/**
 * How much.
 */
amount: Amount, };

export type Band = { 
/**
 * Where it begins, in units of the picture.
 */
y0: number, 
/**
 * Where it ends.
 */
y1: number, };

export type Hover = { 
/**
 * The period.
 */
period: string, 
/**
 * Where it begins, in units of the picture.
 */
x0: number, 
/**
 * Where it ends.
 */
x1: number, 
/**
 * Where the line goes.
 */
x: number, 
/**
 * From where to where down the picture; all of it where nothing is said.
 */
band: Band | null, 
/**
 * The amounts.
 */
lines: Array<HoverLine>, 
/**
 * What else is to be told, in sentences: what is no amount, and the events of the period.
 */
notes: Array<string>, };

export type Figure = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it says.
 */
title: string, 
/**
 * What is measured, in which unit, under which reading.
 */
subtitle: string, 
/**
 * The picture.
 */
svg: string, 
/**
 * The picture in words.
 */
alt: string, 
/**
 * How to read it.
 */
note: string, 
/**
 * Where it comes from.
 */
source: string, 
/**
 * The state of the plan it shows.
 */
fingerprint: string, 
/**
 * Width in pixels.
 */
width: number, 
/**
 * Height in pixels.
 */
height: number, 
/**
 * The exact figures.
 */
table: Table, 
/**
 * What stands under the pointer.
 */
hover: Array<Hover>, };

export type ScheduleRequest = { 
/**
 * The measure: `planned`, `paid`, ...
 */
measure: string, 
/**
 * The dimensions.
 */
by: Array<string>, 
/**
 * `year` or `quarter`.
 */
every: string, };

export type ScheduleLine = { 
/**
 * The places in the dimensions.
 */
keys: Array<string>, 
/**
 * The period.
 */
period: string, 
/**
 * How much.
 */
amount: Amount, };

export type ScheduleReply = { 
/**
 * What was asked for.
 */
measure: string, 
/**
 * The dimensions.
 */
dimensions: Array<Dim>, 
/**
 * The figures, in order.
 */
lines: Array<ScheduleLine>, };

export type SaveRequest = { 
/**
 * Whether a file that was changed by others may be replaced, after a backup.
 */
replace?: boolean, };

export type SaveAsRequest = { 
/**
 * The file.
 */
path: string, 
/**
 * Whether a file that is there may be replaced.
 */
replace?: boolean, };

export type OpenRequest = { 
/**
 * The file.
 */
path: string, };

export type Recent = { 
/**
 * The file.
 */
path: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * When it was opened last.
 */
opened_at: string, 
/**
 * Whether the file is gone.
 */
missing: boolean, };

export type Copy = { 
/**
 * Its id.
 */
id: string, 
/**
 * What the plan is called.
 */
name: string, 
/**
 * The file it belongs to.
 */
path: string | null, 
/**
 * When it was changed last.
 */
time: string, 
/**
 * What it allocates.
 */
total: Amount, 
/**
 * How many acts are not saved.
 */
edits: number, };

export type CopyRequest = { 
/**
 * Its id.
 */
id: string, };

export type Theme = "system" | "light" | "dark" | "contrast";

export type Locale = "en" | "uk";

export type Numbers = "point" | "comma";

export type Settings = { 
/**
 * Colours.
 */
theme: Theme, 
/**
 * Language.
 */
locale: Locale, 
/**
 * Numbers.
 */
number_format: Numbers, 
/**
 * Who edits.
 */
author: string, 
/**
 * Sizes and states of the window's parts, by name.
 */
layout: { [key in string]: string }, };

export type SetSettings = { 
/**
 * All settings.
 */
settings: Settings, };

export type Balance = "total" | "others" | { "row": string };

export type Cited = { 
/**
 * Which field.
 */
field: string, 
/**
 * Its sources.
 */
sources: Array<string>, };

export type SpreadHow = "rescale" | "equal" | "needs" | { "like": { 
/**
 * Those other rows; without conditions, all.
 */
slice: Array<LimitSlice>, 
/**
 * By what.
 */
by: Dim, } };

export type SpreadGives = "unallocated" | "others" | { "row": string };

export type SpreadAct = { 
/**
 * The rows by what they are; without conditions, all. Either this or `rows` is said.
 */
slice?: Array<LimitSlice>, 
/**
 * The rows by their codes or ids.
 */
rows?: Array<string>, 
/**
 * What they hold together afterwards.
 */
total: Amount, 
/**
 * In which proportion the unlocked rows share it.
 */
how: SpreadHow, 
/**
 * Where the difference comes from, or goes.
 */
gives: SpreadGives, };

export type YearGives = "others" | "total" | { "year": number };

export type KeyTotal = { 
/**
 * The place.
 */
key: string, 
/**
 * The total.
 */
amount: Amount, };

export type BalanceTable = { 
/**
 * What its rows are.
 */
rows: Dim, 
/**
 * What its columns are.
 */
columns: Dim, 
/**
 * What rows come to.
 */
row_totals: Array<KeyTotal>, 
/**
 * What columns come to.
 */
column_totals: Array<KeyTotal>, };

export type FieldAct = { 
/**
 * The rows by what they are; without conditions, all. Either this or `rows` is said.
 */
slice?: Array<LimitSlice>, 
/**
 * The rows by their codes or ids.
 */
rows?: Array<string>, 
/**
 * Which field.
 */
field: string, 
/**
 * The value, as files write it: `2028-Q1`, `yes`, `trapezoid d=0.3 u=0.2`, `45000000000.00`.
 */
value: string, };

export type NewRow = { 
/**
 * Its code; the next free one where nothing is said.
 */
code?: string, 
/**
 * Through what it is paid.
 */
programme: string, 
/**
 * On what terms.
 */
instrument: string, 
/**
 * Whose money; the instrument's own where nothing is said.
 */
capital?: string, 
/**
 * What for.
 */
sector: string, 
/**
 * What it is meant to do.
 */
purpose: string, 
/**
 * On which reform steps it depends.
 */
cluster?: string, 
/**
 * How much.
 */
amount: Amount, 
/**
 * First quarter.
 */
start: string, 
/**
 * Last quarter.
 */
end: string, 
/**
 * The shape of payment; uniform where nothing is said.
 */
profile?: string, 
/**
 * Its parameters.
 */
parameters: { [key in string]: string }, 
/**
 * How firm the programme's amount is; an assumption where nothing is said.
 */
amount_grade?: string, 
/**
 * How firm the row's part of it is; an assumption where nothing is said.
 */
split_grade?: string, 
/**
 * Where the figures come from.
 */
sources: Array<string>, 
/**
 * A remark.
 */
note: string, 
/**
 * Whether it is locked.
 */
locked: boolean, 
/**
 * What was paid.
 */
paid: Array<Paid>, 
/**
 * Who is served first where not all can be absorbed, from 1 to 9; 5 where nothing is said.
 */
priority?: number, 
/**
 * Where single fields come from.
 */
cited?: Array<Cited>, };

export type NewLimit = { 
/**
 * Which limit to change.
 */
id?: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Which rows it counts.
 */
slice: Array<LimitSlice>, 
/**
 * Which side of the amount is wrong.
 */
kind: LimitKind, 
/**
 * The amount; left out where the limit is a share.
 */
amount?: Amount | null, 
/**
 * The share of what another slice holds, from 0 to 1, where the limit is no amount.
 */
share?: string, 
/**
 * The slice that it is a share of; without conditions, all allocations.
 */
of?: Array<LimitSlice>, 
/**
 * Whether it refuses edits rather than warns.
 */
refuses: boolean, 
/**
 * Where it comes from.
 */
sources: Array<string>, 
/**
 * A remark.
 */
note: string, };

export type NewStep = { 
/**
 * Its id; the door's own where nothing is said.
 */
id?: string, 
/**
 * Its code; the next free one where nothing is said.
 */
code?: string, 
/**
 * What has to be done.
 */
name: string | Names, 
/**
 * The group whose money waits for it.
 */
cluster: string, 
/**
 * The chapter it belongs to.
 */
chapter?: number, 
/**
 * When it is due.
 */
due: string, 
/**
 * Its weight among the steps of its group; one where nothing is said.
 */
weight?: string, 
/**
 * What kind of act it is.
 */
kind: string, 
/**
 * Which money it bears on; all where nothing is said.
 */
part?: string, 
/**
 * Whether nothing is released before it is met, under a rule with gates.
 */
gate?: boolean, 
/**
 * How far it has come; due where nothing is said.
 */
state?: string, 
/**
 * When it was met.
 */
state_quarter?: string, 
/**
 * How much of it is met.
 */
state_share?: string, 
/**
 * From which quarter on it no longer holds.
 */
reversed_quarter?: string, 
/**
 * By how many quarters it is expected to be late.
 */
delay_quarters?: number, 
/**
 * The probability of being met in any one quarter once it is due.
 */
probability?: string, 
/**
 * How firm due quarter and weight are; an assumption where nothing is said.
 */
grade?: string, 
/**
 * Where it comes from.
 */
sources?: Array<string>, 
/**
 * A remark.
 */
note?: string, };

export type StepPatch = { 
/**
 * Which step, by code or id.
 */
step: string, code?: string, name?: string | Names, cluster?: string, chapter?: number | null, due?: string, weight?: string, kind?: string, part?: string, gate?: boolean, state?: string, state_quarter?: string | null, state_share?: string | null, reversed_quarter?: string | null, delay_quarters?: number, probability?: string | null, grade?: string, sources?: Array<string>, note?: string, };

export type NewTerms = { 
/**
 * From which quarter on they hold; the entry's own where nothing is said.
 */
from?: string, 
/**
 * How met steps release money.
 */
rule: string, 
/**
 * The floor or the threshold, of rules that have one.
 */
level?: string, 
/**
 * For how many quarters after it was due a step can still be met.
 */
window_quarters: number, 
/**
 * How many quarters after its release money is paid.
 */
lag_quarters: number, 
/**
 * What becomes of money whose window has closed; lost where nothing is said.
 */
on_loss?: string, 
/**
 * By how many quarters the window is extended.
 */
extension_quarters?: number, 
/**
 * How much of what a reversed step had released is taken back; all of it where nothing is said.
 */
clawback?: string, 
/**
 * How far the group may run ahead of the fundamentals; free of them where nothing is said.
 */
fundamentals_first?: string, 
/**
 * How firm the terms are; an assumption where nothing is said.
 */
grade?: string, 
/**
 * Where they come from.
 */
sources?: Array<string>, 
/**
 * A remark.
 */
note?: string, };

export type NewEffect = { 
/**
 * What it does.
 */
verb: string, 
/**
 * To which rows; to all where nothing is said.
 */
slice?: Array<LimitSlice>, 
/**
 * Save these.
 */
except?: Array<LimitSlice>, 
/**
 * By how many quarters, for a delay.
 */
quarters?: number, 
/**
 * What share is still paid, for a scale.
 */
share?: string, };

export type NewEvent = { 
/**
 * Its id; the door's own where nothing is said.
 */
id?: string, 
/**
 * Its code; the next free one where nothing is said.
 */
code?: string, 
/**
 * What happens.
 */
name: string | Names, 
/**
 * Its day.
 */
date: string, 
/**
 * Its last day, where it lasts.
 */
until?: string, 
/**
 * The event it is counted from, by code or id.
 */
follows?: string, 
/**
 * How many days after that one.
 */
lag_days?: number, 
/**
 * What kind of event it is; another one where nothing is said.
 */
kind?: string, 
/**
 * Whether it counts; assumed where nothing is said.
 */
state?: string, 
/**
 * How firm it is; an assumption where nothing is said.
 */
grade?: string, 
/**
 * What it does to money.
 */
effects?: Array<NewEffect>, 
/**
 * Where it comes from.
 */
sources?: Array<string>, 
/**
 * A remark.
 */
note?: string, };

export type EventPatch = { 
/**
 * Which event, by code or id.
 */
event: string, code?: string, name?: string | Names, date?: string, until?: string | null, follows?: string | null, lag_days?: number, kind?: string, state?: string, grade?: string, effects?: Array<NewEffect>, sources?: Array<string>, note?: string, };

export type NewCap = { 
/**
 * Its id; the door's own where nothing is said.
 */
id?: string, 
/**
 * What it is called.
 */
name: string | Names, 
/**
 * Which rows share the room; all where nothing is said.
 */
slice?: Array<LimitSlice>, 
/**
 * How the room is found.
 */
kind: string, 
/**
 * The room of a fixed cap, or of a growing one in the package's first year.
 */
amount?: Amount, 
/**
 * The yearly growth, or the share of product.
 */
rate?: string, 
/**
 * For how many years money waits before it lapses; for ever where nothing is said.
 */
carry_years?: number, 
/**
 * Where it comes from.
 */
sources?: Array<string>, 
/**
 * A remark.
 */
note?: string, };

export type CapPatch = { 
/**
 * Which cap, by its id or English name.
 */
cap: string, name?: string | Names, slice?: Array<LimitSlice>, kind?: string, amount?: Amount, rate?: string, carry_years?: number | null, sources?: Array<string>, note?: string, };

export type NewScenario = { 
/**
 * Its id; the door's own where nothing is said.
 */
id?: string, 
/**
 * Its name.
 */
name: string | Names, 
/**
 * What it follows: `base`, an id or a name; the base plan where nothing is said.
 */
parent?: string, 
/**
 * The outcome that it pictures.
 */
outcome?: string, 
/**
 * What would bring it about.
 */
trigger?: string | Names, 
/**
 * How firm it is; an assumption where nothing is said.
 */
grade?: string, 
/**
 * Where it comes from.
 */
sources?: Array<string>, 
/**
 * A remark.
 */
note?: string, };

export type ScenarioPatch = { 
/**
 * Which scenario, by id or name.
 */
scenario: string, 
/**
 * Its name.
 */
name?: string | Names, 
/**
 * What it follows: `base`, an id or a name.
 */
parent?: string, 
/**
 * Its place among those that follow the same, from 0.
 */
place?: number, 
/**
 * The outcome that it pictures, or null.
 */
outcome?: string | null, 
/**
 * What would bring it about.
 */
trigger?: string | Names, 
/**
 * How firm it is.
 */
grade?: string, 
/**
 * Where it comes from.
 */
sources?: Array<string>, 
/**
 * A remark.
 */
note?: string, };

export type NewOverride = { 
/**
 * In which scenario, by id or name.
 */
scenario: string, 
/**
 * What it is about.
 */
field: string, 
/**
 * What the field is to hold, as files write it; null with a row alone takes the row out.
 */
value: string | null, 
/**
 * Why.
 */
reason?: string, 
/**
 * Where that comes from.
 */
sources?: Array<string>, };

export type Act = { "edit": "rename_plan", name: string, } | { "edit": "set_package_total", amount: Amount, } | { "edit": "set_reading", reading: string, } | { "edit": "add_allocation" } & NewRow | { "edit": "remove_allocation", allocation: string, } | { "edit": "set_amount", allocation: string, amount: Amount, balance?: Balance, } | { "edit": "set_programme", allocation: string, programme: string, } | { "edit": "set_instrument", allocation: string, instrument: string, } | { "edit": "set_capital", allocation: string, capital: string, } | { "edit": "set_sector", allocation: string, sector: string, } | { "edit": "set_purpose", allocation: string, purpose: string, } | { "edit": "set_cluster", allocation: string, cluster: string | null, } | { "edit": "set_span", allocation: string, start: string, end: string, } | { "edit": "set_profile", allocation: string, profile: string, parameters: { [key in string]: string }, } | { "edit": "set_amount_grade", allocation: string, grade: string, } | { "edit": "set_split_grade", allocation: string, grade: string, } | { "edit": "set_sources", allocation: string, sources: Array<string>, } | { "edit": "set_cited", allocation: string, field: string, sources: Array<string>, } | { "edit": "set_note", allocation: string, note: string, } | { "edit": "set_locked", allocation: string, locked: boolean, } | { "edit": "set_paid", allocation: string, quarter: string, amount: Amount | null, } | { "edit": "set_limit" } & NewLimit | { "edit": "remove_limit", limit: string, } | { "edit": "set_priority", allocation: string, priority: number, } | { "edit": "add_step", step: NewStep, } | { "edit": "set_step" } & StepPatch | { "edit": "slip_step", step: string, quarters: number, } | { "edit": "remove_step", step: string, } | { "edit": "set_terms", cluster: string, from: string, terms: NewTerms | null, } | { "edit": "add_event", event: NewEvent, } | { "edit": "set_event" } & EventPatch | { "edit": "remove_event", event: string, } | { "edit": "add_cap", cap: NewCap, } | { "edit": "set_cap" } & CapPatch | { "edit": "remove_cap", cap: string, } | { "edit": "set_lapse", programme: string, years: number | null, } | { "edit": "spread" } & SpreadAct | { "edit": "set_year", allocation: string, year: number, amount: Amount, gives: YearGives, } | { "edit": "balance" } & BalanceTable | { "edit": "split_row", allocation: string, parts: Amount[], 
/**
 * Whether what the parts leave of the row becomes one more.
 */
rest?: boolean, } | { "edit": "merge_rows", allocations: Array<string>, } | { "edit": "duplicate_row", allocation: string, } | { "edit": "set_field" } & FieldAct;

export type ScenarioAct = { "edit": "add_scenario" } & NewScenario | { "edit": "set_scenario" } & ScenarioPatch | { "edit": "remove_scenario", scenario: string, } | { "edit": "duplicate_scenario", of: string, name: string | Names, } | { "edit": "promote_scenario", scenario: string, } | { "edit": "set_override" } & NewOverride | { "edit": "set_reason", scenario: string, field: string, reason: string, sources?: Array<string>, } | { "edit": "reset_override", scenario: string, field: string, } | { "edit": "reset_scenario", scenario: string, } | { "edit": "set_odds", question: string, share: string | null, note?: string, };

export type Edit = (Act | ScenarioAct) & { scenario?: string };

export type EditRequest = { 
/**
 * In order.
 */
edits: Array<Edit>, };

/** The one command table: what is asked for, and what is answered. */
export type Commands = {
  /** Where the open plan stands. */
  status: { request: Nothing; reply: Status };
  /** The allocations in groups, with sums per year: a window of the lines. */
  grid: { request: GridRequest; reply: Grid };
  /** What a range of the grid's cells comes to. */
  grid_range: { request: GridRangeRequest; reply: GridRange };
  /** A range of the grid's cells, as a spreadsheet takes them. */
  grid_text: { request: GridTextRequest; reply: Text };
  /** Everything about one allocation. */
  row: { request: RowRequest; reply: Detail };
  /** What may be chosen for an allocation. */
  choices: { request: Nothing; reply: Choices };
  /** A measure by dimensions and period. */
  schedule: { request: ScheduleRequest; reply: ScheduleReply };
  /** The same as CSV. */
  schedule_csv: { request: ScheduleRequest; reply: Text };
  /** A chart with its table and words. */
  chart: { request: ChartRequest; reply: Figure };
  /** What to know before defending the plan. */
  concerns: { request: Nothing; reply: Array<Concern> };
  /** Where the figures come from. */
  sources: { request: Nothing; reply: Array<Source> };
  /** The sectors against their needs, gross or net of what is funded. */
  needs: { request: NeedsRequest; reply: Array<NeedLine> };
  /** The same as CSV. */
  needs_csv: { request: NeedsRequest; reply: Text };
  /** By which rules unsplit figures were split. */
  rules: { request: Nothing; reply: Array<Rule> };
  /** The limits of the reading and the analyst's own, and what is left of them. */
  limits: { request: Nothing; reply: Array<LimitLine> };
  /** What edits would do; nothing is changed. */
  preview: { request: EditRequest; reply: Preview };
  /** Two dimensions against each other with the sums of both: what balancing starts from. */
  margins: { request: MarginsRequest; reply: Margins };
  /** What was done to the plan, the latest first. */
  history: { request: HistoryRequest; reply: HistoryPage };
  /** The scenarios as a tree, the base plan first. */
  scenarios: { request: ScenariosRequest; reply: Array<ScenarioLine> };
  /** What a scenario says otherwise than its parent. */
  overrides: { request: OverridesRequest; reply: Array<OverrideLine> };
  /** How the talks could end, and what is paid then. */
  outcomes: { request: Nothing; reply: Outcomes };
  /** What is different between plans, and what that does to money. */
  compare: { request: CompareRequest; reply: Compared };
  /** The frozen versions, the latest first. */
  versions: { request: Nothing; reply: Array<VersionLine> };
  /** Whether the history leads to the present state. */
  verify: { request: Nothing; reply: Verified };
  /** Reads an amount as people type it. */
  read_amount: { request: ReadAmount; reply: AmountRead };
  /** The reform steps, their groups and terms, quarter by quarter. */
  steps: { request: Nothing; reply: Steps };
  /** Everything about one step, and the ledger of its money. */
  step: { request: StepRequest; reply: StepDetail };
  /** What of the booster is released, at risk, not yet due or lost by when. */
  booster: { request: BoosterRequest; reply: Booster };
  /** The same as CSV. */
  booster_csv: { request: BoosterRequest; reply: Text };
  /** When all steps are met, as a distribution. */
  accession: { request: Nothing; reply: Accession };
  /** The calendar of events and what they do to money. */
  events: { request: Nothing; reply: Array<EventLine> };
  /** How much can be absorbed in a year, and when commitments lapse. */
  caps: { request: Nothing; reply: Caps };
  /** Each year beside the product and beside what others reached. */
  sanity: { request: Nothing; reply: Sanity };
  /** What waits for room, and what lapsed. */
  backlog: { request: BacklogRequest; reply: BacklogReply };
  /** The same as CSV. */
  backlog_csv: { request: BacklogRequest; reply: Text };
  /** Why a figure of the schedule is what it is. */
  explain: { request: ExplainRequest; reply: Explanation };
  /** What a profile makes of an amount. */
  profile: { request: ProfileRequest; reply: ProfileReply };
  /** Lets a step come later, and tells what that does to money. */
  slip: { request: SlipRequest; reply: Slip };
  /** Adds the shipped steps, terms and events that the plan lacks. */
  add_shipped_steps: { request: Nothing; reply: Changed };
  /** Adds the shipped scenarios, and the events they need, that the plan lacks. */
  add_shipped_scenarios: { request: Nothing; reply: Changed };
  /** Keeps the present state under a name; it never changes again. */
  freeze: { request: FreezeRequest; reply: Status };
  /** Takes an earlier state up again, as one act. */
  return_to: { request: ReturnRequest; reply: Changed };
  /** Makes a scenario of an earlier state. */
  branch: { request: BranchRequest; reply: Changed };
  /** Merges a copy that was edited apart, as one act. */
  merge: { request: MergeRequest; reply: MergeReply };
  /** Makes changes, all or none. */
  edit: { request: EditRequest; reply: Changed };
  /** Tells what a block from the clipboard would do, or pastes it, all or nothing. */
  paste: { request: PasteRequest; reply: Pasted };
  /** Undoes the latest change. */
  undo: { request: Nothing; reply: Changed };
  /** Makes the latest undone change again. */
  redo: { request: Nothing; reply: Changed };
  /** Writes a chart as SVG, PNG or PDF. */
  export_chart: { request: ExportChartRequest; reply: Exported };
  /** Writes the plan as CSV or JSON. */
  export_plan: { request: ExportPlanRequest; reply: Exported };
  /** Writes a scenario as a plan of its own. */
  split_off: { request: SplitRequest; reply: Exported };
  /** Writes a copy to be handed on. */
  share: { request: ShareRequest; reply: Exported };
  /** Saves the plan in its file. */
  save: { request: SaveRequest; reply: Status };
  /** Saves the plan in a file of that name. */
  save_as: { request: SaveAsRequest; reply: Status };
  /** Opens a plan file. */
  open: { request: OpenRequest; reply: Status };
  /** Opens the shipped plan. */
  open_shipped: { request: Nothing; reply: Status };
  /** Opens a new plan: what ships without its allocations. */
  open_empty: { request: Nothing; reply: Status };
  /** The plans that were open lately. */
  recent: { request: Nothing; reply: Array<Recent> };
  /** Work that was not saved. */
  copies: { request: Nothing; reply: Array<Copy> };
  /** Takes up unsaved work. */
  recover: { request: CopyRequest; reply: Status };
  /** Throws unsaved work away. */
  discard: { request: CopyRequest; reply: Array<Copy> };
  /** What the reader has set. */
  settings: { request: Nothing; reply: Settings };
  /** Keeps what the reader sets. */
  set_settings: { request: SetSettings; reply: Settings };
};
