import type { GridWidth } from "../../host";
import { FROZEN, type Column } from "./columns";

/** A column with its place in the line, in pixels. */
export type Laid = { column: Column; col: number; left: number; width: number; frozen: boolean };

/** Where the columns stand. */
export type Layout = {
  columns: readonly Laid[];
  /** How wide the columns are that stay in sight, and the whole line. */
  frozen: number;
  width: number;
};

/** Groups stand in a gutter before the rows, this wide for each level. */
export const LEVEL_PX = 16;
/** The room after the last column, over which the scroll bar stands. */
export const END_PX = 12;

/** What a letter, a sign of a code and a digit take at most, in the grid's sizes, in pixels. */
const LETTER_PX = 6.9;
const HEAD_LETTER_PX = 7.6;
const CODE_LETTER_PX = 9;
const DIGIT_PX = 8.4;
const SMALL_DIGIT_PX = 7.8;
const MARK_PX = 4;
/** The room around words, around a figure, and of a padlock before an amount. */
const WORD_PADDING_PX = 14;
const FIGURE_PADDING_PX = 8;
const PERIOD_PADDING_PX = 4;
const LOCK_PX = 14;
/** The room of an arrow before a name. */
const ARROW_PX = 12;

/** How narrow the columns of words may get where they must; and none is ever given more than it can use. */
const LEAST_WORDS_PX = 88;
const LEAST_PROGRAMME_PX = 136;
/** Words have this much before any of them has all it needs. */
const FAIR_PROGRAMME_PX = 168;
const FAIR_WORDS_PX = 128;
const MOST_WORDS_PX = 480;
/** Years stand close, so that they are read along a line; this is as far apart as they get. */
const LEAST_AMOUNT_PX = 62;
const LEAST_PERIOD_PX = 36;
const MOST_PERIOD_PX = 64;

/** Where words are given their fair room, this many years are seen beside them all the same. */
const YEARS_IN_SIGHT = 6;

/** How far the point moves for billions, and what stands after it on the wire: a point and two digits. */
const BILLION_PLACES = 9;
const CENTS = 3;

/** How narrow a column may get, and how wide its longest text is; both in pixels. */
type Width = { least: number; whole: number };

/** The room that the longest amount takes in billions with `places` places, by its signs on the wire. */
function figure_width(signs: number, places: number, digit: number): number {
  const whole = Math.max(1, signs - CENTS - BILLION_PLACES);
  const marks = Math.floor((whole - 1) / 3) + (places > 0 ? 1 : 0);
  return Math.ceil((whole + places) * digit + marks * MARK_PX);
}

const same = (width: number): Width => ({ least: width, whole: width });

function width_of(column: Column, signs: number, heading: string, levels: number): Width {
  // What is worked out has a sign before its name.
  const head = Math.ceil((heading.length + (column.editor === null ? 1 : 0)) * HEAD_LETTER_PX);
  switch (column.kind) {
    case "amount":
      return same(
        Math.max(LEAST_AMOUNT_PX, figure_width(signs, 3, DIGIT_PX) + LOCK_PX, head + ARROW_PX) +
          FIGURE_PADDING_PX,
      );
    case "share":
    case "number":
    case "flag":
      return same(Math.max(Math.ceil(signs * DIGIT_PX), head) + WORD_PADDING_PX);
    case "period":
      return {
        least: Math.max(
          LEAST_PERIOD_PX,
          figure_width(signs, 1, SMALL_DIGIT_PX) + PERIOD_PADDING_PX,
          column.measure === "planned" ? 0 : head + PERIOD_PADDING_PX,
        ),
        whole: MOST_PERIOD_PX,
      };
    case "words": {
      if (column.id === "code") return same(signs * CODE_LETTER_PX + WORD_PADDING_PX + LEVEL_PX * levels);
      const letter = column.editor === "quarter" ? DIGIT_PX : LETTER_PX;
      const whole = Math.max(Math.ceil(signs * letter), head) + WORD_PADDING_PX;
      const least = Math.min(whole, column.id === "programme" ? LEAST_PROGRAMME_PX : LEAST_WORDS_PX);
      return { least, whole: Math.min(MOST_WORDS_PX, whole) };
    }
  }
}

/** The least and the whole width of each column; all the periods of a measure share one, so that they stand in step. */
function measured(
  columns: readonly Column[],
  widths: readonly GridWidth[],
  heading: (column: Column) => string,
  levels: number,
): Width[] {
  const signs = new Map(widths.map((each) => [each.column, each.signs]));
  const own = columns.map((column) => width_of(column, signs.get(column.id) ?? 0, heading(column), levels));
  const period = columns.reduce(
    (most, column, at) => (column.kind === "period" ? Math.max(most, own[at]?.least ?? 0) : most),
    0,
  );
  return own.map((each, at) =>
    columns[at]?.kind === "period" ? { least: period, whole: Math.max(period, each.whole) } : each,
  );
}

/**
 * The widths of the columns in a grid that is `width` pixels wide. Figures are never cut: where not all years fit, a whole
 * number of them does. Where all fit, the words have what they need, the programme a fair part of it first; what is left
 * spreads the years, and the last of it is the programme's.
 */
function spread(columns: readonly Column[], wanted: readonly Width[], width: number): number[] {
  const widths = wanted.map((each) => each.least);
  let spare = Math.floor(width) - END_PX - widths.reduce((sum, each) => sum + each, 0);
  const widen = (at: number, to: number) => {
    const now = widths[at] ?? 0;
    const given = Math.max(0, Math.min(spare, to - now));
    widths[at] = now + given;
    spare -= given;
  };
  const widen_all = (of: (column: Column) => boolean, to: (width: Width) => number) =>
    columns.forEach((column, at) => of(column) && widen(at, to(wanted[at] ?? same(0))));
  const programme = (column: Column) => column.id === "programme";
  const words = (column: Column) => column.kind === "words" && !FROZEN.has(column.id);
  const period = (column: Column) => column.kind === "period";

  const each = wanted[columns.findIndex(period)]?.least ?? 0;
  if (spare < 0) {
    // What passes under the first columns anyway need not be squeezed, unless that keeps some years in sight.
    const fair = wanted.map(({ least, whole }, at) => {
      const column = columns[at];
      if (column?.kind !== "words") return column?.kind === "period" ? 0 : least;
      return Math.min(whole, programme(column) ? FAIR_PROGRAMME_PX : FAIR_WORDS_PX);
    });
    const sum_of = (of: readonly number[]) =>
      of.reduce((sum, part, at) => (columns[at]?.kind === "period" ? sum : sum + part), 0);
    const shows_years = (of: readonly number[]) => sum_of(of) + YEARS_IN_SIGHT * each <= width;
    if (each === 0 || shows_years(fair) || !shows_years(widths)) {
      widths.forEach((least, at) => (widths[at] = Math.max(least, fair[at] ?? 0)));
    }
    // What is in sight ends between two years.
    if (each > 0) {
      const before = sum_of(widths);
      const over = (((Math.floor(width) - before) % each) + each) % each;
      const at = columns.findIndex(programme);
      if (before < width) widths[at] = (widths[at] ?? 0) + over;
    }
    return widths;
  }
  widen_all(programme, ({ whole }) => Math.min(whole, FAIR_PROGRAMME_PX));
  widen_all(words, ({ whole }) => Math.min(whole, FAIR_WORDS_PX));
  widen_all(words, ({ whole }) => whole);
  widen_all(programme, ({ whole }) => whole);
  const periods = columns.filter(period).length;
  const more = periods === 0 ? 0 : Math.max(0, Math.floor(spare / periods));
  widen_all(period, ({ least, whole }) => Math.min(whole, least + more));
  widen_all(programme, () => Number.MAX_SAFE_INTEGER);
  return widths;
}

/** Lays the columns out in a grid that is `width` pixels wide. */
export function laid_out(
  columns: readonly Column[],
  widths: readonly GridWidth[],
  heading: (column: Column) => string,
  levels: number,
  width: number,
): Layout {
  const given = spread(columns, measured(columns, widths, heading, levels), width);
  let left = 0;
  let frozen = 0;
  const laid = columns.map((column, col): Laid => {
    const each = given[col] ?? 0;
    const placed = { column, col, left, width: each, frozen: FROZEN.has(column.id) };
    left += each;
    if (placed.frozen) frozen = left;
    return placed;
  });
  return { columns: laid, frozen, width: left + END_PX };
}

/** Columns beyond both edges that are kept ready, in pixels. */
const SPARE_PX = 160;

/** The columns that pass under the frozen ones and are in sight, from `first` until before `end`. */
export function in_sight(layout: Layout, scrolled: number, width: number): { first: number; end: number } {
  // Until the frame is measured nothing is known to be out of sight.
  if (width === 0)
    return { first: layout.columns.filter((each) => each.frozen).length, end: layout.columns.length };
  const from = scrolled + layout.frozen - SPARE_PX;
  const to = scrolled + width + SPARE_PX;
  const { columns } = layout;
  const first = columns.findIndex((each) => !each.frozen && each.left + each.width > from);
  if (first < 0) return { first: columns.length, end: columns.length };
  const end = columns.findIndex((each) => !each.frozen && each.left >= to);
  return { first, end: end < 0 ? columns.length : end };
}
