import { is_zero } from "../../format/amount";
import type { Dim, Grid, GridLine, GridRow } from "../../host";

/** What every period column that money may fall into after the package's last year is called. */
export const AFTER = "after";

/** How narrow a column may get, and how wide its longest words or figures are; both in pixels. */
type Width = { least: number; whole: number };

/** A column: words, the amount, or the money of a period (`at` is its place in a line's cells). */
export type Column = Width &
  (
    | { id: WordId; kind: "text" }
    | { id: "amount"; kind: "amount" }
    | { id: string; kind: "period"; at: number }
  );

type WordId = "code" | "programme" | "instrument" | "sector";

/** Groups stand in a gutter before the rows, this wide for each level. */
export const LEVEL_PX = 16;

/** What a letter, a digit and a mark between digits take at most, in the grid's sizes, in pixels. */
const LETTER_PX = 6.9;
const CODE_LETTER_PX = 9;
const DIGIT_PX = 8.4;
const SMALL_DIGIT_PX = 7.8;
const MARK_PX = 4;
/** The room around words, around the code, around a figure, and of a padlock before an amount. */
const WORD_PADDING_PX = 14;
const CODE_PADDING_PX = 14;
const FIGURE_PADDING_PX = 8;
const PERIOD_PADDING_PX = 4;
const LOCK_PX = 14;

/** How narrow the columns of words may get. */
const LEAST_WORDS: Record<Exclude<WordId, "code">, number> = { programme: 136, instrument: 96, sector: 88 };
/** Words have this much before any of them has all it needs; and none is ever given more than it can use. */
const FAIR_PROGRAMME_PX = 168;
const FAIR_WORDS_PX = 128;
const MOST_WORDS_PX = 480;
/** Years stand close, so that they are read along a line; this is as far apart as they get. */
const LEAST_AMOUNT_PX = 62;
const LEAST_PERIOD_PX = 36;
const MOST_PERIOD_PX = 64;

/** Money after the horizon is never dropped; its column shows as soon as a single line has some. */
function has_money(grid: Grid, at: number): boolean {
  return grid.lines.some((line) => !is_zero(line.cells[at] ?? "0.00"));
}

/** The longest of the rows' texts, in letters. */
function longest(grid: Grid, text_of: (row: GridRow) => string): number {
  return grid.lines.reduce(
    (most, line) => (line.kind === "row" ? Math.max(most, text_of(line).length) : most),
    0,
  );
}

/** The room that an amount takes in billions with `places` places, in pixels. */
function figure_width(amount: string, places: number, digit: number): number {
  const sign = amount.startsWith("-") ? 1 : 0;
  const whole = Math.max(1, amount.indexOf(".") - sign - 9);
  const marks = Math.floor((whole - 1) / 3) + (places > 0 ? 1 : 0);
  return Math.ceil((whole + places + sign) * digit + marks * MARK_PX);
}

/** The amounts that may be the longest of a column: those of the groups, and the total of all. */
function sums_of(grid: Grid): { amount: string; cells: string[] }[] {
  return [grid.total, ...grid.lines.filter((line) => line.kind === "group")];
}

/** One width for all the periods, so that they stand in step. */
function period_width(grid: Grid): number {
  const figures = sums_of(grid).flatMap((sum) => sum.cells);
  const widest = figures.reduce((most, amount) => Math.max(most, figure_width(amount, 1, SMALL_DIGIT_PX)), 0);
  return Math.max(LEAST_PERIOD_PX, widest + PERIOD_PADDING_PX);
}

function amount_width(grid: Grid, heading: string): number {
  const widest = sums_of(grid).reduce(
    (most, { amount }) => Math.max(most, figure_width(amount, 3, DIGIT_PX)),
    0,
  );
  const locked = grid.lines.some((line) => line.kind === "row" && line.locked);
  const words = Math.ceil(heading.length * LETTER_PX);
  return Math.max(LEAST_AMOUNT_PX, Math.max(widest + (locked ? LOCK_PX : 0), words) + FIGURE_PADDING_PX);
}

/** The funder follows the programme that it pays through. */
const programme_words = (row: GridRow) => `${row.programme_label} · ${row.funder_label}`;

function words(id: Exclude<WordId, "code">, grid: Grid, text_of: (row: GridRow) => string): Column {
  const whole = Math.ceil(longest(grid, text_of) * LETTER_PX) + WORD_PADDING_PX;
  const least = LEAST_WORDS[id];
  return { id, kind: "text", least, whole: Math.min(MOST_WORDS_PX, Math.max(least, whole)) };
}

/**
 * The columns for an answer, with `heading` over the amounts. What the rows are grouped by stands in the group's line, not
 * in each row again.
 */
export function columns_of(grid: Grid, group_by: readonly Dim[], heading = ""): Column[] {
  const code =
    longest(grid, (row) => row.code) * CODE_LETTER_PX + CODE_PADDING_PX + LEVEL_PX * group_by.length;
  const amount = amount_width(grid, heading);
  const period = period_width(grid);
  const columns: Column[] = [
    { id: "code", kind: "text", least: code, whole: code },
    words("programme", grid, group_by.includes("funder") ? (row) => row.programme_label : programme_words),
    words("instrument", grid, (row) => row.instrument_label),
    words("sector", grid, (row) => row.sector_label),
    { id: "amount", kind: "amount", least: amount, whole: amount },
    ...grid.periods.map((id, at): Column => ({
      id,
      kind: "period",
      at,
      least: period,
      whole: Math.max(period, MOST_PERIOD_PX),
    })),
  ];
  const stays = (column: Column) =>
    column.id === "programme" || !(group_by as readonly string[]).includes(column.id);
  return columns.filter(
    (column) =>
      stays(column) && (column.id !== AFTER || column.kind !== "period" || has_money(grid, column.at)),
  );
}

/** The room after the last column, over which the scroll bar stands. */
export const END_PX = 12;

/**
 * The widths of the columns in a grid that is `width` pixels wide. Figures are never cut: where not all years fit, a whole
 * number of them does. Where all fit, the words have what they need, the programme a fair part of it first; what is left
 * spreads the years, and the last of it is the programme's.
 */
export function widths_of(columns: readonly Column[], width: number): number[] {
  const widths = columns.map((column) => column.least);
  const least = widths.reduce((sum, each) => sum + each, 0);
  let spare = Math.floor(width) - END_PX - least;
  if (spare < 0) {
    const period = columns.find((column) => column.kind === "period")?.least ?? 1;
    // What is in sight ends between two years.
    const over = ((spare + END_PX) % period) + period;
    return widths.map((each, at) => (columns[at]?.id === "programme" ? each + (over % period) : each));
  }
  const widen = (at: number, to: number) => {
    const given = Math.max(0, Math.min(spare, to - (widths[at] ?? 0)));
    widths[at] = (widths[at] ?? 0) + given;
    spare -= given;
  };
  const widen_all = (ids: readonly string[], to: (column: Column) => number) =>
    columns.forEach((column, at) => ids.includes(column.id) && widen(at, to(column)));

  widen_all(["programme"], (column) => Math.min(column.whole, FAIR_PROGRAMME_PX));
  widen_all(["instrument", "sector"], (column) => Math.min(column.whole, FAIR_WORDS_PX));
  widen_all(["instrument", "sector"], (column) => column.whole);
  widen_all(["programme"], (column) => column.whole);
  const periods = columns.filter((column) => column.kind === "period");
  const each = periods.length === 0 ? 0 : Math.max(0, Math.floor(spare / periods.length));
  for (const [at, column] of columns.entries()) {
    if (column.kind === "period") widen(at, Math.min(column.whole, column.least + each));
  }
  widen_all(["programme"], () => Number.MAX_SAFE_INTEGER);
  return widths;
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
