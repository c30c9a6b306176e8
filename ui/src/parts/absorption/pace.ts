import type { PacePoint, YardstickLine } from "../../host";
import type { Words } from "../../format/words";
import { scaled } from "../profile/decimal";

/** What was really paid out by then. What was pledged, authorised, obligated or given in one year alone is no pace. */
const PAID = /^(disbursed|expended|spent|paid|delivered)/;
/** Where a name stands beside one of the programme's points: which, how far from it in pixels, and on which side. */
export type NamePlace = {
  point: "last" | number;
  right: number;
  down: number;
  anchor: "start" | "middle" | "end";
};
/** Those that are named on the picture, because the plan is held against them; the others are named in the list. */
const NAMED: Record<string, NamePlace> = {
  "EU RRF": { point: "last", right: 6, down: 12, anchor: "start" },
  "Marshall Plan": { point: "last", right: -7, down: 6, anchor: "end" },
  "Ukraine Facility": { point: "last", right: 4, down: -8, anchor: "middle" },
  "World Bank investment lending": { point: 6, right: -22, down: 9, anchor: "end" },
  "World Bank policy lending": { point: 1, right: 8, down: 13, anchor: "start" },
};
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

/** A programme's figures in the order of time, and where its name stands, if it is named. */
export type Pace = { programme: string; name: NamePlace | null; points: Reached[] };

/** The same, programme by programme: those that are named first, and else in the order of the list. */
export function by_programme(reached: readonly Reached[]): Pace[] {
  const programmes = [...new Set(reached.map(({ line }) => line.programme))];
  const named = (programme: string) => (programme in NAMED ? 0 : 1);
  programmes.sort((one, other) => named(one) - named(other));
  return programmes.map((programme) => ({
    programme,
    name: NAMED[programme] ?? null,
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
