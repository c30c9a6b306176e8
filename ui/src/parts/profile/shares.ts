import { scaled, unscaled } from "./decimal";

/** Shares of a list are counted in millionths, so that they can be made to add to the whole exactly. */
export const PLACES = 6;
export const WHOLE = 10 ** PLACES;

/** Parameters of a profile by name, as decimal texts. The entries of a list `s` are `s001`, `s002` and so on. */
export type Parameters = Record<string, string>;

/** The name of an entry, counted from one. */
export function entry_name(key: string, number: number): string {
  return `${key}${String(number).padStart(3, "0")}`;
}

/** The entries of a list, in their order. */
export function entries_of(parameters: Parameters, key: string): string[] {
  const name = new RegExp(`^${key}\\d{3,}$`);
  return Object.keys(parameters)
    .filter((each) => name.test(each))
    .sort()
    .map((each) => parameters[each] ?? "0");
}

/** The same parameters with another list under `key`. */
export function with_entries(parameters: Parameters, key: string, entries: readonly string[]): Parameters {
  const name = new RegExp(`^${key}\\d{3,}$`);
  const others = Object.entries(parameters).filter(([each]) => !name.test(each));
  return Object.fromEntries([...others, ...entries.map((entry, at) => [entry_name(key, at + 1), entry])]);
}

/** Shares that give way to another are no finer than the hundredth of a per cent, and those read from a curve than the tenth. */
const FINE = 100;
const COARSE = 1000;

/** Weights made to add to `whole`, each in proportion: cumulative rounding to `grain`, so that nothing is lost. */
export function in_proportion(weights: readonly number[], whole: number, grain = 1): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let before = 0;
  let reached = 0;
  return weights.map((weight, at) => {
    reached += sum === 0 ? 1 : weight;
    const bare = (whole * reached) / (sum === 0 ? weights.length : sum);
    const until = at === weights.length - 1 ? whole : Math.min(whole, Math.round(bare / grain) * grain);
    const share = until - before;
    before = until;
    return share;
  });
}

/** The shares with entry `at` set to `share` millionths. The others give in proportion, so that all add to the whole. */
export function with_share(entries: readonly string[], at: number, share: number): string[] {
  const held = Math.min(WHOLE, Math.max(0, share));
  if (entries.length === 1) return ["1"];
  const others = entries.filter((_, each) => each !== at).map((entry) => scaled(entry, PLACES));
  const given = in_proportion(others, WHOLE - held, FINE);
  given.splice(at, 0, held);
  return given.map((each) => unscaled(each, PLACES));
}

/** Shares of `parts` equal parts of the time, read from a curve that is given by what it has reached at a time of 0 to 1. */
export function parts_of(parts: number, reached: (time: number) => number): string[] {
  const ends = Array.from({ length: parts + 1 }, (_, at) =>
    at === 0 ? 0 : at === parts ? WHOLE : Math.round(reached(at / parts) / COARSE) * COARSE,
  );
  return ends.slice(1).map((end, at) => unscaled(end - (ends[at] ?? 0), PLACES));
}

/** What a list of shares has reached at a time of 0 to 1, in millionths: each part is paid evenly. */
export function reached_by(entries: readonly string[], time: number): number {
  const place = Math.min(1, Math.max(0, time)) * entries.length;
  return entries.reduce(
    (sum, entry, at) => sum + scaled(entry, PLACES) * Math.min(1, Math.max(0, place - at)),
    0,
  );
}
