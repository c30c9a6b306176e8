// Written by hand from the wire until the Rust test `bindings` writes it from the bridge's types.

export type Amount = string;
export type Quarter = string;
export type Id = string;
export type Dim = "funder" | "programme" | "instrument" | "capital" | "sector" | "purpose" | "booster" | "cluster" | "amount_grade" | "split_grade";

export type Problem = { code: string; args: Record<string, string>; message: string };
export type Reading = { id: string; label: string; date: string | null; arithmetic: string; evidence_for: string; evidence_against: string; judgement: string; sources: string[] };
export type StripKey = "package" | "allocated" | "unallocated" | "public" | "private" | "booster" | "paid" | "assumption" | "concerns";
export type StripItem = { key: StripKey; amount: Amount | null; count: number | null; limit: Amount | null; used_per_mille: number | null; over: Amount | null; screen: string };
export type ConcernCounts = { error: number; warning: number; note: number };
export type Counts = { allocations: number; sources: number; history: number; concerns: ConcernCounts };
export type Status = { name: string; path: string | null; shipped: boolean; dirty: boolean; saved_at: string | null; read_only: string | null; revision: number; fingerprint: string; scenario: string; as_of: string; first_year: number; last_year: number; reading: Reading; readings: Reading[]; undo: string | null; redo: string | null; strip: StripItem[]; counts: Counts };
export type Severity = "error" | "warning" | "note";
export type Concern = { severity: Severity; code: string; message: string; rows: Id[]; screen: string };
export type Paid = { quarter: Quarter; amount: Amount };
export type Row = { id: Id; code: string; programme: string; programme_label: string; funder: string; funder_label: string; instrument: string; instrument_label: string; capital: string; capital_label: string; sector: string; sector_label: string; purpose: string; purpose_label: string; cluster: string | null; cluster_label: string | null; amount: Amount; start: Quarter; end: Quarter; profile: string; profile_label: string; parameters: Record<string, string>; amount_grade: string; amount_grade_label: string; split_grade: string; split_grade_label: string; sources: string[]; note: string; locked: boolean; paid: Paid[]; moved: Amount };
export type GridLine = { kind: "group"; depth: number; dimension: Dim; key: string; label: string; count: number; amount: Amount; cells: Amount[] } | ({ kind: "row"; depth: number; cells: Amount[] } & Row);
export type Total = { count: number; amount: Amount; cells: Amount[] };
export type Grid = { revision: number; periods: string[]; lines: GridLine[]; total: Total; shown: number; of: number };
export type Filter = { dimension: Dim; keys: string[] };
export type HoverLine = { key: string; label: string; amount: Amount };
export type Hover = { period: string; x0: number; x1: number; x: number; lines: HoverLine[] };
export type Table = { header: string[]; rows: string[][] };
export type Figure = { name: string; title: string; subtitle: string; svg: string; alt: string; note: string; source: string; fingerprint: string; width: number; height: number; table: Table; hover: Hover[] };
export type Curve = { t_per_mille: number[]; f_per_mille: number[] };
export type PeriodAmount = { period: string; amount: Amount };
export type Source = { id: string; title: string; publisher: string; date: string; url: string; how_verified: string };
export type EntryKind = "edit" | "undo" | "redo" | "created";
export type Entry = { seq: number; label: string; author: string; time: string; undone: boolean; kind: EntryKind };
export type Detail = { row: Row; curve: Curve; years: PeriodAmount[]; sources: Source[]; history: Entry[]; profile_sentence: string; profile_source: string };
export type Choice = { key: string; label: string };
export type ProgrammeChoice = { key: string; label: string; funder: string; funder_label: string };
export type InstrumentChoice = { key: string; label: string; capital: string };
export type ParameterChoice = { key: string; label: string; min: string; max: string; default: string };
export type ProfileChoice = { key: string; label: string; sentence: string; source: string; parameters: ParameterChoice[] };
export type ChartChoice = { name: string; label: string };
export type Choices = { programmes: ProgrammeChoice[]; funders: Choice[]; instruments: InstrumentChoice[]; sectors: Choice[]; purposes: Choice[]; clusters: Choice[]; amount_grades: Choice[]; profiles: ProfileChoice[]; quarters: Quarter[]; charts: ChartChoice[] };
export type Changed = { revision: number; status: Status; rows: Id[]; tables: string[]; label: string };
export type Settings = { theme: "system" | "light" | "dark" | "contrast"; locale: "en" | "uk"; number_format: "point" | "comma"; author: string; layout: Record<string, string> };
export type Exported = { path: string; bytes: number };
export type NeedLine = { sector: string; label: string; need: Amount | null; allocated: Amount; gap: Amount | null; note: string; sources: string[] };
export type Rule = { heading: string; text: string };
export type Recent = { path: string; name: string; opened_at: string; missing: boolean };
export type Copy = { id: string; name: string; path: string | null; time: string; total: Amount; edits: number };

export type Edit =
  | { edit: "set_amount"; allocation: string; amount: Amount }
  | { edit: "set_programme"; allocation: string; programme: string }
  | { edit: "set_instrument"; allocation: string; instrument: string }
  | { edit: "set_capital"; allocation: string; capital: string }
  | { edit: "set_sector"; allocation: string; sector: string }
  | { edit: "set_purpose"; allocation: string; purpose: string }
  | { edit: "set_cluster"; allocation: string; cluster: string | null }
  | { edit: "set_span"; allocation: string; start: Quarter; end: Quarter }
  | { edit: "set_profile"; allocation: string; profile: string; parameters: Record<string, string> }
  | { edit: "set_amount_grade"; allocation: string; grade: string }
  | { edit: "set_split_grade"; allocation: string; grade: string }
  | { edit: "set_sources"; allocation: string; sources: string[] }
  | { edit: "set_note"; allocation: string; note: string }
  | { edit: "set_locked"; allocation: string; locked: boolean }
  | { edit: "set_paid"; allocation: string; quarter: Quarter; amount: Amount | null }
  | { edit: "add_allocation"; code?: string; programme: string; instrument: string; capital?: string; sector: string; purpose: string; cluster?: string; amount: Amount; start: Quarter; end: Quarter; profile?: string; parameters: Record<string, string>; amount_grade?: string; split_grade?: string; sources: string[]; note: string; locked: boolean; paid: Paid[] }
  | { edit: "remove_allocation"; allocation: string }
  | { edit: "set_package_total"; amount: Amount }
  | { edit: "set_reading"; reading: string }
  | { edit: "rename_plan"; name: string };

export type Commands = {
  status: { request: Record<string, never>; reply: Status };
  grid: { request: { group_by: Dim[]; search: string; filters: Filter[] }; reply: Grid };
  row: { request: { id: Id }; reply: Detail };
  choices: { request: Record<string, never>; reply: Choices };
  chart: { request: { name: string; width: number; height: number; theme: "light" | "dark" | "print" }; reply: Figure };
  export_chart: { request: { name: string; path: string; width: number; height: number; theme: "light" | "dark" | "print"; replace?: boolean }; reply: Exported };
  export_plan: { request: { path: string; replace?: boolean }; reply: Exported };
  edit: { request: { edits: Edit[] }; reply: Changed };
  undo: { request: Record<string, never>; reply: Changed };
  redo: { request: Record<string, never>; reply: Changed };
  history: { request: Record<string, never>; reply: Entry[] };
  concerns: { request: Record<string, never>; reply: Concern[] };
  sources: { request: Record<string, never>; reply: Source[] };
  needs: { request: Record<string, never>; reply: NeedLine[] };
  rules: { request: Record<string, never>; reply: Rule[] };
  read_amount: { request: { text: string }; reply: { amount: Amount } };
  save: { request: { replace?: boolean }; reply: Status };
  save_as: { request: { path: string; replace?: boolean }; reply: Status };
  open: { request: { path: string }; reply: Status };
  open_shipped: { request: Record<string, never>; reply: Status };
  recent: { request: Record<string, never>; reply: Recent[] };
  copies: { request: Record<string, never>; reply: Copy[] };
  recover: { request: { id: string }; reply: Status };
  discard: { request: { id: string }; reply: Copy[] };
  settings: { request: Record<string, never>; reply: Settings };
  set_settings: { request: { settings: Settings }; reply: Settings };
};
