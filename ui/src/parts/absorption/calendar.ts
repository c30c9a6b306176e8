import type { EffectLine, EventLine, NewEffect } from "../../host";

/** What a delay and a scale are when nobody has said: a year, and nothing less than all. */
const FIRST_QUARTERS = 4;
const FIRST_SHARE = "0.5";

/** An event, or the plan's own day among them. */
export type Entry = { kind: "event"; event: EventLine } | { kind: "today"; day: string };

/** The calendar with the plan's own day in its place. */
export function with_today(events: readonly EventLine[], day: string): Entry[] {
  const at = events.findIndex((event) => event.date > day);
  const entries: Entry[] = events.map((event) => ({ kind: "event", event }));
  return entries.toSpliced(at < 0 ? entries.length : at, 0, { kind: "today", day });
}

/** An effect as the door takes it: only what its verb needs. */
export function effect_of(effect: Pick<EffectLine, "verb" | "slice" | "except"> & NewEffect): NewEffect {
  const { verb, slice, except, quarters, share } = effect;
  return {
    verb,
    ...(slice && slice.length > 0 ? { slice } : {}),
    ...(except && except.length > 0 ? { except } : {}),
    ...(verb === "delay" ? { quarters: quarters || FIRST_QUARTERS } : {}),
    ...(verb === "scale"
      ? { share: share === undefined || /^1(\.0*)?$/.test(share) ? FIRST_SHARE : share }
      : {}),
  };
}
