import { is_zero } from "../../format/amount";
import type { Dim, Grid, GridLine, GridRow } from "../../host";

/** What every period column that money may fall into after the package's last year is called. */
export const AFTER = "after";

/** How narrow a column may get, in pixels, and its share of the room that is left. */
type Width = { least: number; share: number };

/** A column: words, the amount, or the money of a period (`at` is its place in a line's cells). */
export type Column = Width &
  (
    | { id: "code" | "programme" | "instrument" | "sector"; kind: "text" }
    | { id: "amount"; kind: "amount" }
    | { id: string; kind: "period"; at: number }
  );

const WORDS: readonly Extract<Column, { kind: "text" }>[] = [
  { id: "code", kind: "text", least: 16, share: 0 },
  { id: "programme", kind: "text", least: 136, share: 24 },
  { id: "instrument", kind: "text", least: 124, share: 10 },
  { id: "sector", kind: "text", least: 100, share: 10 },
];

/** Money after the horizon is never dropped; its column shows as soon as a single line has some. */
function has_money(grid: Grid, at: number): boolean {
  return grid.lines.some((line) => !is_zero(line.cells[at] ?? "0.00"));
}

/** A letter of a row's code, in pixels. A code is never cut short. */
const CODE_LETTER_PX = 9;

/** Groups stand in a gutter before the rows, this wide for each level. */
export const LEVEL_PX = 16;

/** The room that the longest code takes. */
function code_width(grid: Grid): number {
  const longest = grid.lines.reduce(
    (most, line) => (line.kind === "row" ? Math.max(most, line.code.length) : most),
    0,
  );
  return longest * CODE_LETTER_PX;
}

/** The columns for an answer. What the rows are grouped by stands in the group's line, not in each row again. */
export function columns_of(grid: Grid, group_by: readonly Dim[]): Column[] {
  const grouped = new Set<string>(group_by);
  const code = code_width(grid);
  const periods = grid.periods
    .map((period, at): Column => ({ id: period, kind: "period", at, least: 41, share: 4 }))
    .filter((column) => column.id !== AFTER || (column.kind === "period" && has_money(grid, column.at)));
  return [
    ...WORDS.filter((column) => column.id === "programme" || !grouped.has(column.id)).map((column) =>
      column.id === "code" ? { ...column, least: column.least + code + LEVEL_PX * grouped.size } : column,
    ),
    { id: "amount", kind: "amount", least: 82, share: 2 },
    ...periods,
  ];
}

/** The columns as a grid's template. */
export function template_of(columns: readonly Column[]): string {
  return columns
    .map(({ least, share }) => (share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`))
    .join(" ");
}

/** How narrow all columns together may get, in pixels. */
export function least_width(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + column.least, 0);
}

/** How many columns stand before the amount: a group's label spans them. */
export function word_columns(columns: readonly Column[]): number {
  return columns.filter((column) => column.kind === "text").length;
}

/** The words of a row in a text column. */
export function words_in(row: GridRow, column: Column): string {
  if (column.id === "code") return row.code;
  if (column.id === "programme") return row.programme_label;
  if (column.id === "instrument") return row.instrument_label;
  return row.sector_label;
}

/** The exact amount of a line in a column, or null where the column holds words. */
export function amount_in(line: GridLine, column: Column): string | null {
  if (column.kind === "amount") return line.amount;
  if (column.kind === "period") return line.cells[column.at] ?? null;
  return null;
}
