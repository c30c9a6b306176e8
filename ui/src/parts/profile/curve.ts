import type { ProfileReply } from "../../host";
import { scaled } from "./decimal";
import { entries_of, PLACES, WHOLE, type Parameters } from "./shares";
import type { Span } from "./span";

/** A curve as it lies on the row's time: what is reached by the end of each quarter, in millionths, from nought on. */
export type Reached = readonly number[];

/** The answer of the bridge, as heights. */
export function reached_of(cumulative: readonly string[]): Reached {
  return [0, ...cumulative.map((share) => scaled(share, PLACES))];
}

/** What is reached at a time in quarters: straight lines between the ends of quarters. */
export function height_at(reached: Reached, time: number): number {
  if (time <= 0) return 0;
  if (time >= reached.length - 1) return WHOLE;
  const before = Math.floor(time);
  const from = reached[before] ?? 0;
  const to = reached[before + 1] ?? WHOLE;
  return from + (to - from) * (time - before);
}

/** A drawn line: places in quarters and heights in millionths. */
export type Line = readonly { time: number; share: number }[];

/** The curve of the bridge's answer, which runs from nought to the end of its last quarter. */
export function line_of({ cumulative, curve }: Pick<ProfileReply, "cumulative" | "curve">): Line {
  return curve.t_per_mille.map((time, at) => ({
    time: (time / 1000) * cumulative.length,
    share: (curve.f_per_mille[at] ?? 1000) * 1000,
  }));
}

/**
 * Where the curve begins, how long the time from 0 to 1 is, where all is paid, and how long all would take unstretched; in
 * quarters.
 */
export type Timing = { delay: number; length: number; end: number; usual: number };

/** Spans that pass until all is paid: one, but for commitments that are paid out over years of their own. */
function natural(parameters: Parameters): number {
  const rates = entries_of(parameters, "r").length;
  const years = scaled(parameters["years"] ?? "0", 0);
  return rates > 0 && years > 0 ? (years + rates - 1) / years : 1;
}

export function timing_of(parameters: Parameters, span: Span): Timing {
  const delay = scaled(parameters["delay"] ?? "0", 0);
  const stretch = scaled(parameters["stretch"] ?? "1", 4) / 10_000;
  const usual = span.periods * natural(parameters);
  return { delay, length: stretch * span.periods, end: delay + stretch * usual, usual };
}

/** The first quarter, counted from the row's first, by whose end half is paid. */
export function half_at(reached: Reached): number {
  const at = reached.findIndex((share) => share * 2 >= WHOLE);
  return Math.max(0, at - 1);
}
