import type { Year } from "./span";

/** The parts of the drawing from top to bottom, in pixels. */
export const CURVE_PX = 96;
const RAIL_PX = 22;
export const BARS_PX = 60;
const WORDS_PX = 16;
/** The middle of the rail on which the curve's beginning and end are moved. */
export const RAIL_AT = CURVE_PX + RAIL_PX / 2 + 1;
export const BARS_TOP = CURVE_PX + RAIL_PX;
export const BARS_FOOT = BARS_TOP + BARS_PX;
export const HEIGHT_PX = BARS_FOOT + WORDS_PX;
/** Handles reach beyond the plot by this much at both sides. */
export const EDGE_PX = 7;
/** The room that the words of one year take. */
const YEAR_WORD_PX = 24;

/** The time on view in quarters: the whole curve and the row's own time, a year more to drag into, and whole years. */
export function extent(first: number, periods: number, end: number): number {
  const least = first + Math.max(periods, Math.ceil(end)) + 4;
  return Math.ceil(least / 4) * 4 - first;
}

/** The years that are written under the bars: all of them, or every second or fifth where they would touch. */
export function written(years: readonly Year[], pixels: number): ReadonlySet<number> {
  const fit = Math.max(1, pixels / YEAR_WORD_PX);
  const every = [1, 2, 5, 10, 20, 50].find((step) => years.length / step <= fit) ?? 100;
  return new Set(years.filter(({ year }) => every === 1 || year % every === 0).map(({ year }) => year));
}
