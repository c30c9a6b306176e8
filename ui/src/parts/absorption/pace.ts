import type { PacePoint, YardstickLine } from "../../host";
import type { Words } from "../../format/words";
import { scaled } from "../profile/decimal";

/** What was really paid out by then. What was pledged, authorised, obligated or given in one year alone is no pace. */
const PAID = /^(disbursed|expended|spent|paid|delivered)/;
/** Those that are named on the picture, because the plan is held against them; the others are named in the list. */
const NAMED = ["EU RRF", "Marshall Plan", "World Bank", "Ukraine Facility"];
/** What nobody could check against a text. */
export const UNVERIFIED = "memory_unverified";

/** One figure of another programme: years since it began in tenths, and the share in tenths of a per cent. */
export type Reached = { at: number; line: YardstickLine; years: number; share: number; verified: boolean };

/** The figures that tell how fast others paid, each with its place in the list. */
export function paces(yardsticks: readonly YardstickLine[]): Reached[] {
  return yardsticks.flatMap((line, at) => {
    if (line.years_since_start === null || line.share_pct === null || !PAID.test(line.measure)) return [];
    const years = scaled(line.years_since_start, 1);
    const share = scaled(line.share_pct, 1);
    return [{ at, line, years, share, verified: line.verification !== UNVERIFIED }];
  });
}

/** The same, programme by programme in the order of the list, and each in the order of time. */
export function by_programme(
  reached: readonly Reached[],
): { programme: string; named: boolean; points: Reached[] }[] {
  const programmes = [...new Set(reached.map(({ line }) => line.programme))];
  return programmes.map((programme) => ({
    programme,
    named: NAMED.some((name) => programme.startsWith(name)),
    points: reached
      .filter(({ line }) => line.programme === programme)
      .sort((one, other) => one.years - other.years),
  }));
}

/** The years that the picture spans: those of the plan and of every figure in it. */
export function span_years(plan: readonly PacePoint[], reached: readonly Reached[]): number {
  const last = plan.reduce((most, point) => Math.max(most, point.years_since_start), 1);
  return reached.reduce((most, { years }) => Math.max(most, Math.ceil(years / 10)), last);
}

/** What a programme of the list is called. The list names them in English; one without a word of its own keeps that name. */
export function programme_words(programme: string, t: Words): string {
  const id = `pace-of-${programme.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  const word = t(id);
  return word === id ? programme : word;
}
