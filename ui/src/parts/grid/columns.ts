import { is_zero } from "../../format/amount";
import type { Dim, GridMeasure } from "../../host";

/** What every period is called that money may fall into after the package's last year. */
export const AFTER = "after";

/** How a cell is typed into; a choice is one of a list. */
export type Editor = "amount" | "choice" | "quarter" | "text" | "number" | "flag" | "year";

/** A column. Its id is its name on the wire: a field's, or a measure with its period, `planned:2027`. */
export type Column = {
  id: string;
  kind: "words" | "amount" | "share" | "number" | "flag" | "period";
  /** How it is typed into; null where it is worked out. */
  editor: Editor | null;
  /** Whether a group's line tells a sum in it. */
  sums: boolean;
  /** Whether an empty value is one. */
  empties: boolean;
  /** Where a period's amount stands in the cells of a line. */
  at: { measure: number; period: number } | null;
  measure: GridMeasure | null;
  period: string | null;
};

const field = (id: string, kind: Column["kind"], editor: Editor | null, empties = false): Column => ({
  id,
  kind,
  editor,
  sums: kind === "amount" || kind === "share",
  empties,
  at: null,
  measure: null,
  period: null,
});

/** Every column that is no period, in the order in which they stand. */
export const FIELDS: readonly Column[] = [
  field("code", "words", null),
  field("programme", "words", "choice"),
  field("funder", "words", null),
  field("instrument", "words", "choice"),
  field("capital", "words", "choice"),
  field("sector", "words", "choice"),
  field("purpose", "words", "choice"),
  field("booster", "words", "choice", true),
  field("amount", "amount", "amount", true),
  field("share", "share", null),
  field("start", "words", "quarter"),
  field("end", "words", "quarter"),
  field("profile", "words", "choice"),
  field("priority", "number", "number"),
  field("amount_grade", "words", "choice"),
  field("split_grade", "words", "choice"),
  field("held_grade", "words", null),
  field("sources", "words", "text", true),
  field("cited", "words", null),
  field("note", "words", "text", true),
  field("locked", "flag", "flag"),
  field("settled", "amount", null),
  field("moved", "amount", null),
];

/** The measures that years can be told in, in the order of their blocks. */
export const MEASURES: readonly GridMeasure[] = ["planned", "paid", "committed"];

/** What stays in sight while the other columns pass under it. */
export const FROZEN: ReadonlySet<string> = new Set(["code", "programme"]);

/** What is shown until the reader chooses: a name stands for a column, or for a measure's whole block of years. */
export const FIRST_CHOICE: readonly string[] = [
  "code",
  "programme",
  "instrument",
  "sector",
  "amount",
  "planned",
];

/** The names that can be chosen, the first columns aside, which are always there. */
export const CHOICES: readonly string[] = [
  ...FIELDS.map(({ id }) => id).filter((id) => !FROZEN.has(id)),
  ...MEASURES,
];

/** The measures among the chosen names. */
export function measures_in(chosen: readonly string[]): GridMeasure[] {
  return MEASURES.filter((measure) => chosen.includes(measure));
}

function block(measure: GridMeasure, at: number, periods: readonly string[]): Column[] {
  return periods.map((period, place) => ({
    id: `${measure}:${period}`,
    kind: "period",
    editor: measure === "planned" && period !== AFTER ? "year" : null,
    sums: true,
    empties: false,
    at: { measure: at, period: place },
    measure,
    period,
  }));
}

/** What is told of a grid, beside its lines, that its columns hang on. */
export type Told = { periods: readonly string[]; measures: readonly GridMeasure[]; cells: string[][] };

/**
 * The columns that are shown. What the rows are grouped by stands in the group's line, not in each row again; and money
 * after the horizon is never dropped: its column shows as soon as there is any.
 */
export function columns_of(told: Told, chosen: readonly string[], group_by: readonly Dim[]): Column[] {
  const grouped: ReadonlySet<string> = new Set(group_by.map((dim) => (dim === "cluster" ? "booster" : dim)));
  const fields = FIELDS.filter(({ id }) => FROZEN.has(id) || (chosen.includes(id) && !grouped.has(id)));
  const years = told.measures.flatMap((measure, at) =>
    block(measure, at, told.periods).filter(
      ({ period }, place) => period !== AFTER || !is_zero(told.cells[at]?.[place] ?? "0.00"),
    ),
  );
  return [...fields, ...years];
}

/** How many columns stand before the first that a group has a sum in: the group's label spans them. */
export function label_span(columns: readonly Column[]): number {
  const first = columns.findIndex((column) => column.sums);
  return first < 0 ? columns.length : first;
}
