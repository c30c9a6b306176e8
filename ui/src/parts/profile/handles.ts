import type { ParameterChoice } from "../../host";
import { timing_of, type Timing } from "./curve";
import { scaled, unscaled } from "./decimal";
import { entries_of, entry_name, with_entries, type Parameters } from "./shares";
import type { Span } from "./span";

/** How far one key press or one pixel of a slow hand may move a share of time. */
export const STEP = 0.01;
/** Handles set shares of time and of money in hundredths, and a stretch likewise. */
const HANDLE_PLACES = 2;
const HUNDRED = 10 ** HANDLE_PLACES;
/**
 * Something that can be dragged. `time` is its place in quarters from the row's first; `share`, where it has one of its own,
 * is its height in millionths: other handles sit on the curve or beside it.
 */
export type Handle = {
  id: string;
  kind: "parameter" | "point" | "delay" | "stretch";
  /** The word for it, where the bridge has one. */
  label: string;
  time: number;
  share: number | null;
  /** What it sets, as it is told to those who cannot see where it is. */
  value: string;
};

/** The handles of a profile, from left to right as they lie when nobody has moved them. */
export function handles_of(
  profile: string,
  parameters: Parameters,
  known: readonly ParameterChoice[],
  span: Span,
): Handle[] {
  const timing = timing_of(parameters, span);
  const on_curve = known.flatMap((parameter): Handle[] => {
    if (parameter.handle === null) return [];
    const value = parameters[parameter.key] ?? parameter.default;
    const share = scaled(value, 4) / 10_000;
    const time = timing.delay + timing.length * (parameter.handle === "from_end" ? 1 - share : share);
    return [{ id: parameter.key, kind: "parameter", label: parameter.label, time, share: null, value }];
  });
  return [...on_curve, ...points(profile, parameters, timing), ...ends(parameters, known, timing)];
}

/** The points of a typed-in curve. The last one is the whole at the end, and stays there. */
function points(profile: string, parameters: Parameters, timing: Timing): Handle[] {
  if (profile !== "empirical") return [];
  const shares = entries_of(parameters, "f");
  return entries_of(parameters, "t")
    .slice(0, -1)
    .map((time, at) => ({
      id: entry_name("t", at + 1),
      kind: "point",
      label: "",
      time: timing.delay + timing.length * (scaled(time, 4) / 10_000),
      share: scaled(shares[at] ?? "0", 6),
      value: `${time}; ${shares[at] ?? "0"}`,
    }));
}

/** The two ends of the rail under the curve. */
function ends(parameters: Parameters, known: readonly ParameterChoice[], timing: Timing): Handle[] {
  const end = (kind: "delay" | "stretch", time: number): Handle[] =>
    known
      .filter(({ key }) => key === kind)
      .map(({ key, label, default: usual }) => {
        return { id: key, kind, label, time, share: null, value: parameters[key] ?? usual };
      });
  return [...end("delay", timing.delay), ...end("stretch", timing.end)];
}

const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** What a handle is being moved over. */
export type Ground = {
  profile: string;
  parameters: Parameters;
  known: readonly ParameterChoice[];
  span: Span;
};

/** The parameters with the handle brought to a time in quarters and, for a point, to a share in millionths. */
export function moved(ground: Ground, handle: Handle, time: number, share: number | null): Parameters {
  const { parameters, span } = ground;
  const timing = timing_of(parameters, span);
  if (handle.kind === "delay") return timed(ground, "delay", in_range(ground, "delay", time, 0));
  if (handle.kind === "stretch") {
    const stretch = (time - timing.delay) / timing.usual;
    return timed(ground, "stretch", in_range(ground, "stretch", stretch, HANDLE_PLACES));
  }
  const place = timing.length === 0 ? 0 : (time - timing.delay) / timing.length;
  if (handle.kind === "point") return point_at(parameters, handle.id, place, share ?? handle.share ?? 0);
  return { ...parameters, [handle.id]: parameter_at(ground, handle.id, place) };
}

/** A value with so many places, held between the bounds of its parameter. */
function in_range({ known }: Ground, key: string, value: number, places: number): string {
  const parameter = known.find((each) => each.key === key);
  const [least, most] = [scaled(parameter?.min ?? "0", places), scaled(parameter?.max ?? "1", places)];
  return unscaled(between(Math.round(value * 10 ** places), least, most), places);
}

/** The parameters with another delay or stretch. What is as usual is left out, as it is in files. */
export function timed(
  { parameters, known }: Pick<Ground, "parameters" | "known">,
  key: string,
  value: string,
): Parameters {
  const others = Object.fromEntries(Object.entries(parameters).filter(([each]) => each !== key));
  return value === known.find((each) => each.key === key)?.default ? others : { ...others, [key]: value };
}

function parameter_at(ground: Ground, key: string, place: number): string {
  const { profile, parameters, known } = ground;
  const meaning = known.find((each) => each.key === key)?.handle;
  let value = meaning === "from_end" ? 1 - place : place;
  // The two ramps of a trapezoid share the time.
  const other = { u: "d", d: "u" }[key];
  if (profile === "trapezoid" && other) {
    value = Math.min(value, 1 - scaled(parameters[other] ?? "0", HANDLE_PLACES) / HUNDRED);
  }
  return in_range(ground, key, value, HANDLE_PLACES);
}

/** A point stays between its neighbours: time goes on, and the share does not fall. */
function point_at(parameters: Parameters, id: string, place: number, share: number): Parameters {
  const at = Number.parseInt(id.slice(1), 10) - 1;
  const times = entries_of(parameters, "t");
  const shares = entries_of(parameters, "f");
  const time = (each: number) => scaled(times[each] ?? "1", HANDLE_PLACES);
  const height = (each: number) => scaled(shares[each] ?? "1", HANDLE_PLACES);
  const earliest = at === 0 ? 1 : time(at - 1) + 1;
  const latest = Math.max(earliest, time(at + 1) - 1);
  const least = at === 0 ? 0 : height(at - 1);
  times[at] = unscaled(between(Math.round(place * HUNDRED), earliest, latest), HANDLE_PLACES);
  shares[at] = unscaled(
    between(Math.round(share / 10_000), least, Math.max(least, height(at + 1))),
    HANDLE_PLACES,
  );
  return with_entries(with_entries(parameters, "t", times), "f", shares);
}

/** The parameters after a key has pushed a handle, or null where the key pushes nothing. */
export function pushed(ground: Ground, handle: Handle, key: string): Parameters | null {
  const timing = timing_of(ground.parameters, ground.span);
  const far = key === "PageUp" || key === "PageDown" ? 10 : 1;
  const sideways: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, PageUp: 1, PageDown: -1 };
  const upwards: Record<string, number> = { ArrowUp: 1, ArrowDown: -1 };
  const up = upwards[key] ?? 0;
  const by = sideways[key] ?? (handle.kind === "point" ? 0 : up);
  if (by === 0 && up === 0) return null;
  if (handle.kind === "point" && by === 0) {
    return moved(ground, handle, handle.time, (handle.share ?? 0) + up * STEP * 1_000_000);
  }
  return moved(ground, handle, handle.time + by * far * step_of(handle, timing), null);
}

/** One step of a handle, in quarters. */
function step_of(handle: Handle, timing: Timing): number {
  if (handle.kind === "delay") return 1;
  if (handle.kind === "stretch") return timing.usual * STEP;
  return timing.length * STEP;
}
