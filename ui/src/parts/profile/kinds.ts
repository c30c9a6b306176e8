import type { ProfileChoice } from "../../host";
import { height_at, timing_of, type Reached } from "./curve";
import { scaled, unscaled } from "./decimal";
import { entries_of, parts_of, WHOLE, with_entries, type Parameters } from "./shares";
import { years_of, type Span } from "./span";

/** The kinds of curve that most rows need, in the order in which they are offered; the others come after them. */
const USUAL = [
  "trapezoid",
  "uniform",
  "front_linear",
  "back_linear",
  "logistic",
  "empirical_wb_investment",
  "empirical_wb_policy",
  "typed",
  "empirical",
];

/** The parameters that every kind takes, which are set on the rail under the curve. */
const TIMING = ["delay", "stretch"];

/** The points that a curve of one's own begins with, in hundredths of the time. */
const FIRST_POINTS = [25, 50, 75];
/** The most parts that typed shares begin with. */
const MOST_PARTS = 40;

/** The kinds of curve in two groups: the usual ones in their order, and the others in the bridge's. */
export function grouped(profiles: readonly ProfileChoice[]): {
  usual: ProfileChoice[];
  advanced: ProfileChoice[];
} {
  const usual = USUAL.flatMap((key) => profiles.filter((profile) => profile.key === key));
  return { usual, advanced: profiles.filter((profile) => !USUAL.includes(profile.key)) };
}

/**
 * The parameters with which a row takes another kind of curve: what is usual, its own delay and stretch, and for shares and
 * points of one's own those of the curve that was there.
 */
export function first_parameters(
  profile: ProfileChoice,
  former: Parameters,
  span: Span,
  reached: Reached | null,
): Parameters {
  const own = profile.parameters.filter(({ kind }) => kind === "one");
  const kept = Object.entries(former).filter(([key]) => TIMING.includes(key));
  const usual: Parameters = Object.fromEntries([...own.map((each) => [each.key, each.default]), ...kept]);
  const { delay, length } = timing_of(former, span);
  const height = (time: number) => (reached ? height_at(reached, delay + length * time) : time * WHOLE);
  const years = Math.min(MOST_PARTS, years_of(span, span.periods).length);
  switch (profile.key) {
    case "typed":
      return with_entries(usual, "s", parts_of(years, height));
    case "empirical":
      return points_of(usual, height);
    case "outlay_rates":
      return with_entries({ ...usual, years: String(years) }, "r", ["1"]);
    default:
      return profile.parameters
        .filter(({ kind }) => kind === "list")
        .reduce((all, list) => with_entries(all, list.key, list.usual), usual);
  }
}

function points_of(usual: Parameters, height: (time: number) => number): Parameters {
  const times = [...FIRST_POINTS.map((time) => unscaled(time, 2)), "1"];
  const shares = [...FIRST_POINTS.map((time) => unscaled(height(time / 100) / 10_000, 2)), "1"];
  return with_entries(with_entries(usual, "t", times), "f", shares);
}

/** A point more, in the middle of the widest gap, on the line that is there. */
export function with_point(parameters: Parameters): Parameters {
  const { times, shares } = hundredths(parameters);
  const from = [0, ...times];
  const gaps = times.map((time, at) => time - (from[at] ?? 0));
  const at = gaps.indexOf(Math.max(...gaps));
  const middle = Math.round(((times[at] ?? 100) + (from[at] ?? 0)) / 2);
  const share = Math.round(((shares[at] ?? 100) + ([0, ...shares][at] ?? 0)) / 2);
  return with_points(parameters, times.toSpliced(at, 0, middle), shares.toSpliced(at, 0, share));
}

/** A point less. */
export function without_point(parameters: Parameters, at: number): Parameters {
  const { times, shares } = hundredths(parameters);
  return with_points(parameters, times.toSpliced(at, 1), shares.toSpliced(at, 1));
}

function hundredths(parameters: Parameters): { times: number[]; shares: number[] } {
  const read = (key: string) => entries_of(parameters, key).map((entry) => scaled(entry, 2));
  return { times: read("t"), shares: read("f") };
}

function with_points(parameters: Parameters, times: number[], shares: number[]): Parameters {
  const text = (each: number) => unscaled(each, 2);
  return with_entries(with_entries(parameters, "t", times.map(text)), "f", shares.map(text));
}
