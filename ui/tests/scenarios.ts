import type { Changed, OverrideLine, Place, ScenarioLine, Status, VersionLine } from "../src/host";
import { HERE } from "../src/host";
import type { Answers } from "../src/host/recorded";
import { grid_reply, open_window, replies, rows } from "./desk";

const status = replies["status"] as Status;
const [row] = rows;
if (!row) throw new Error("the recorded grid has no rows");
/** The row that the scenario overrides. */
export const overridden = row;

const id_of = (number: number) => number.toString(16).padStart(32, "0");
export const COLLAPSE = id_of(1);
export const DEEPER = id_of(2);
export const ACCESSION = id_of(3);
export const FROZEN = id_of(9);

function scenario(id: string, label: string, rest: Partial<ScenarioLine>): ScenarioLine {
  return {
    id,
    name: { en: label, uk: label },
    label,
    parent: "base",
    depth: 1,
    place: 0,
    outcome: null,
    outcome_label: null,
    trigger: "",
    grade: "assumption",
    grade_label: "Assumption",
    sources: [],
    note: "",
    overrides: 0,
    own_rows: 0,
    removed_rows: 0,
    concerns: 0,
    reading: "overlay",
    allocated: "800000000000.00",
    paid: null,
    booster: false,
    ...rest,
  };
}

export const lines: ScenarioLine[] = [
  scenario("base", "Base", { parent: null, depth: 0 }),
  scenario(COLLAPSE, "Deal collapses", { overrides: 2, concerns: 1, trigger: "The ceasefire breaks" }),
  scenario(DEEPER, "Collapse without loans", { parent: COLLAPSE, depth: 2, overrides: 1 }),
  scenario(ACCESSION, "Accession in 2027", { place: 1 }),
];

function override(field: string, rest: Partial<OverrideLine> = {}): OverrideLine {
  return {
    key: `${COLLAPSE}/allocations/${overridden.id}/${field}`,
    scenario: COLLAPSE,
    scenario_label: "Deal collapses",
    at: `${overridden.code}.${field}`,
    table: "allocations",
    table_label: "Allocation",
    row: overridden.id,
    called: overridden.code,
    label: overridden.programme_label,
    field,
    field_label: field,
    what: "set",
    value: "1000000000.00",
    value_label: "USD 1.0 bn",
    parent_value: "2000000000.00",
    parent_label: "USD 2.0 bn",
    reason: "",
    sources: [],
    applied: true,
    why_not: null,
    ...rest,
  };
}

export const overrides: OverrideLine[] = [
  override("amount", { reason: "The second tranche is not paid" }),
  override("start", { value_label: "2028-Q1", parent_label: "2027-Q1" }),
];

export const versions: VersionLine[] = [
  {
    id: FROZEN,
    name: "URC 2026",
    note: "",
    author: "Olena",
    time: "2026-11-19T10:00:00Z",
    seq: 3,
    fingerprint: "7c1e04ab",
    sound: true,
    allocated: null,
  },
];

/** The status at a place. */
export function status_at(at: Place = HERE, revision = status.revision, author_known = true): Status {
  const label = lines.find((line) => line.id === at.scenario)?.label ?? "Base";
  const version = versions.find((line) => line.id === at.version);
  return {
    ...status,
    revision,
    author_known,
    counts: { ...status.counts, scenarios: 3, versions: 1, overrides: at.scenario === COLLAPSE ? 2 : 0 },
    place: {
      scenario: at.scenario ?? "base",
      scenario_label: label,
      version: version ? { id: version.id, name: version.name } : null,
      moment: at.moment,
      frozen: at.version !== null || at.moment !== null,
      sound: version?.sound ?? true,
      note: "",
    },
  };
}

export function changed_at(at: Place = HERE, revision = status.revision + 1): Changed {
  return { revision, status: status_at(at, revision), rows: [], tables: [], label: "" };
}

const marked = grid_reply.lines.map((line) =>
  line.kind === "row" && line.id === overridden.id ? { ...line, overridden: ["amount", "start"] } : line,
);

/** The window on a plan with three scenarios, one in the other, and a frozen version; edits succeed. */
export function open_scenarios(answers: Answers = {}) {
  let revision = status.revision;
  return open_window({
    status: (_, at) => status_at(at, revision),
    scenarios: () => lines,
    versions: () => versions,
    overrides: () => overrides,
    grid: (_, at) => (at?.scenario === COLLAPSE ? { ...grid_reply, lines: marked } : grid_reply),
    edit: (_, at) => changed_at(at, (revision += 1)),
    ...answers,
  });
}
