import axe from "axe-core";
import { own_problem, type Changed, type Pasted, type PastedCell } from "../src/host";
import type { Answers } from "../src/host/recorded";
import { changed } from "./acting";
import { asked_of, type Laying } from "./laying";

/** All rows, in the order of their codes. */
export const QUERY = {
  group_by: [],
  search: "",
  filters: [],
  only: null,
  order: null,
  closed: [],
  measures: [],
};

/** A cell that is told. */
export function cell(line: number, rest: Partial<PastedCell> = {}): PastedCell {
  return {
    line,
    place: 0,
    row: `A${String(line + 1).padStart(3, "0")}`,
    id: String(line).padStart(32, "0"),
    added: false,
    column: "amount",
    field_label: "Amount",
    before_label: "USD 1.00",
    after_label: "USD 2.00",
    problem: null,
    follows: false,
    ...rest,
  };
}

/** Why a cell is refused. */
export const formula = own_problem("paste-formula", "“=A1” is a formula, not a value.");
export const refused = (line: number) => cell(line, { after_label: "=A1", problem: formula });

/** What a block of two amounts would do. */
export function pasted(rest: Partial<Pasted> = {}): Pasted {
  const cells = rest.cells ?? [cell(0), cell(1)];
  const wrong = cells.filter(({ problem }) => problem !== null).length;
  return {
    header: false,
    lines: 2,
    columns: [{ at: 0, column: "amount", label: "Amount", written: "" }],
    cells,
    more: 0,
    changes: cells.filter(({ follows }) => !follows).length - wrong,
    refused: wrong,
    unchanged: 0,
    rows: 2,
    added: 0,
    allocated: ["2.00", "4.00"],
    unallocated: ["8.00", "6.00"],
    problem: null,
    sentence: "Change 2 cells of 2 rows",
    changed: null,
    ...rest,
  };
}

/** Answers a preview with this, and pastes when asked to. */
export function answering(preview: Pasted, ids: string[] = ["1", "2"]): Answers {
  const done = (): Changed => ({ ...changed(1000), rows: ids });
  return { paste: ({ apply }) => (apply ? { ...preview, changed: done() } : preview) };
}

/** What has the focus. */
export const focused = () => (document.activeElement as HTMLElement | null)?.dataset["testid"];
/** What was pasted, and not only told. */
export const applied = (page: Laying) => asked_of(page, "paste").filter((request) => (request as Told).apply);
type Told = { apply?: boolean };

/** What axe-core finds in a part of the page. */
export async function violations(container: Element) {
  const rules = { "color-contrast": { enabled: false }, region: { enabled: false } };
  const found = await axe.run(container, { rules });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
