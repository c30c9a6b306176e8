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
concerns: ConcernCounts, };

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
 * The scenario shown.
 */
scenario: string, 
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
screen: string, };

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
 * What it needs, where the assessment says so.
 */
need: Amount | null, 
/**
 * What is allocated to it.
 */
allocated: Amount, 
/**
 * What is missing, where there is a need.
 */
gap: Amount | null, 
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

export type LimitLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Which rows it counts.
 */
slice: Array<LimitSlice>, 
/**
 * `ceiling`, `floor` or `exact`.
 */
kind: LimitKind, 
/**
 * The amount.
 */
amount: Amount, 
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
 * Whether it refuses edits.
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

export type EntryKind = "created" | "edit" | "undo" | "redo";

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
kind: EntryKind, };

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
 * What should have been paid before the plan's today, was not, and moved to the first open quarter.
 */
moved: Amount, };

export type GridRequest = { 
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
filters: Array<Filter>, };

export type Filter = { 
/**
 * The dimension.
 */
dimension: Dim, 
/**
 * The places.
 */
keys: Array<string>, };

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
 * Per period.
 */
cells: Array<Amount>, };

export type GridRow = { id: string, code: string, programme: string, programme_label: string, funder_label: string, instrument: string, instrument_label: string, sector: string, sector_label: string, purpose: string, start: string, end: string, amount: Amount, amount_grade: string, amount_grade_label: string, locked: boolean, 
/**
 * What moved to the first open quarter.
 */
moved: Amount, };

export type GridLine = { "kind": "group", 
/**
 * How deep it stands.
 */
depth: number, 
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
 * How many rows.
 */
count: number, 
/**
 * Their amount.
 */
amount: Amount, 
/**
 * Per period.
 */
cells: Array<Amount>, } | { "kind": "row", 
/**
 * How deep it stands.
 */
depth: number, 
/**
 * What is planned per period.
 */
cells: Array<Amount>, id: string, code: string, programme: string, programme_label: string, funder_label: string, instrument: string, instrument_label: string, sector: string, sector_label: string, purpose: string, start: string, end: string, amount: Amount, amount_grade: string, amount_grade_label: string, locked: boolean, 
/**
 * What moved to the first open quarter.
 */
moved: Amount, };

export type Grid = { 
/**
 * The state it shows.
 */
revision: number, 
/**
 * The periods of the cells; `after` is the last.
 */
periods: Array<string>, 
/**
 * Groups and rows, as they are shown.
 */
lines: Array<GridLine>, 
/**
 * The sum of what is shown.
 */
total: GridTotal, 
/**
 * How many rows are shown.
 */
shown: number, 
/**
 * Of how many.
 */
of: number, };

export type RowRequest = { 
/**
 * Its id or code.
 */
id: string, };

export type Curve = { 
/**
 * Time.
 */
t_per_mille: Array<number>, 
/**
 * Share paid by then.
 */
f_per_mille: Array<number>, };

export type PeriodAmount = { 
/**
 * The period.
 */
period: string, 
/**
 * How much.
 */
amount: Amount, };

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
 * Its sources.
 */
sources: Array<Source>, 
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
profile_source: string, };

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

export type ParameterChoice = { key: string, label: string, min: string, max: string, default: string, };

export type ProfileChoice = { key: string, label: string, sentence: string, source: string, parameters: Array<ParameterChoice>, };

export type ChartChoice = { name: string, label: string, };

export type Choices = { programmes: Array<ProgrammeChoice>, funders: Array<Choice>, instruments: Array<InstrumentChoice>, capitals: Array<Choice>, sectors: Array<Choice>, purposes: Array<Choice>, clusters: Array<Choice>, amount_grades: Array<Choice>, dimensions: Array<Choice>, profiles: Array<ProfileChoice>, quarters: Array<string>, charts: Array<ChartChoice>, };

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
theme: FigureTheme, };

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
replace?: boolean, };

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
bytes: number, };

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
 * The amounts.
 */
lines: Array<HoverLine>, };

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
paid: Array<Paid>, };

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
 * The amount.
 */
amount: Amount, 
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

export type Act = { "edit": "rename_plan", name: string, } | { "edit": "set_package_total", amount: Amount, } | { "edit": "set_reading", reading: string, } | { "edit": "add_allocation" } & NewRow | { "edit": "remove_allocation", allocation: string, } | { "edit": "set_amount", allocation: string, amount: Amount, balance?: Balance, } | { "edit": "set_programme", allocation: string, programme: string, } | { "edit": "set_instrument", allocation: string, instrument: string, } | { "edit": "set_capital", allocation: string, capital: string, } | { "edit": "set_sector", allocation: string, sector: string, } | { "edit": "set_purpose", allocation: string, purpose: string, } | { "edit": "set_cluster", allocation: string, cluster: string | null, } | { "edit": "set_span", allocation: string, start: string, end: string, } | { "edit": "set_profile", allocation: string, profile: string, parameters: { [key in string]: string }, } | { "edit": "set_amount_grade", allocation: string, grade: string, } | { "edit": "set_split_grade", allocation: string, grade: string, } | { "edit": "set_sources", allocation: string, sources: Array<string>, } | { "edit": "set_note", allocation: string, note: string, } | { "edit": "set_locked", allocation: string, locked: boolean, } | { "edit": "set_paid", allocation: string, quarter: string, amount: Amount | null, } | { "edit": "set_limit" } & NewLimit | { "edit": "remove_limit", limit: string, };

export type Edit = Act & { scenario?: string };

export type EditRequest = { 
/**
 * In order.
 */
edits: Array<Edit>, };

/** The one command table: what is asked for, and what is answered. */
export type Commands = {
  /** Where the open plan stands. */
  status: { request: Nothing; reply: Status };
  /** The allocations in groups, with sums per year. */
  grid: { request: GridRequest; reply: Grid };
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
  /** The sectors against their needs. */
  needs: { request: Nothing; reply: Array<NeedLine> };
  /** By which rules unsplit figures were split. */
  rules: { request: Nothing; reply: Array<Rule> };
  /** The analyst's limits and what is left of them. */
  limits: { request: Nothing; reply: Array<LimitLine> };
  /** What was done to the plan, the latest first. */
  history: { request: Nothing; reply: Array<Entry> };
  /** Whether the history leads to the present state. */
  verify: { request: Nothing; reply: Verified };
  /** Reads an amount as people type it. */
  read_amount: { request: ReadAmount; reply: AmountRead };
  /** Makes changes, all or none. */
  edit: { request: EditRequest; reply: Changed };
  /** Undoes the latest change. */
  undo: { request: Nothing; reply: Changed };
  /** Makes the latest undone change again. */
  redo: { request: Nothing; reply: Changed };
  /** Writes a chart as SVG, PNG or PDF. */
  export_chart: { request: ExportChartRequest; reply: Exported };
  /** Writes the plan as CSV or JSON. */
  export_plan: { request: ExportPlanRequest; reply: Exported };
  /** Saves the plan in its file. */
  save: { request: SaveRequest; reply: Status };
  /** Saves the plan in a file of that name. */
  save_as: { request: SaveAsRequest; reply: Status };
  /** Opens a plan file. */
  open: { request: OpenRequest; reply: Status };
  /** Opens the shipped plan. */
  open_shipped: { request: Nothing; reply: Status };
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
