import type { Call, CommandName, Host, Outcome, Place, Reply, Request } from "./index";

/** The page's clock, and a call when what the page holds now has been painted. */
export type Clock = { now: () => number; painted: (then: () => void) => void };

/** A frame is painted once its callbacks have run: a message that one of them sends is read after that. */
const after_paint = new MessageChannel();

export const PAGE_CLOCK: Clock = {
  now: () => performance.now(),
  painted: (then) =>
    requestAnimationFrame(() => {
      after_paint.port1.onmessage = then;
      after_paint.port2.postMessage(null);
    }),
};

/** Scrolls of fewer frames are not worth telling. */
const MANY_FRAMES = 30;
/** How long nothing may scroll before a scroll is over, in milliseconds. */
const STILL_MS = 400;

/** The time between two frames while something scrolls: the median and the 99th of a hundred. */
export function frames_between(
  stamps: readonly number[],
): { median: number; slowest: number; count: number } | null {
  const gaps = stamps.slice(1).map((stamp, at) => stamp - (stamps[at] ?? stamp));
  const sorted = gaps.sort((one, other) => one - other);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return sorted.length < 2 ? null : { median: at(0.5), slowest: at(0.99), count: sorted.length };
}

/**
 * The host, with the time beside it that each act of the reader takes: from the click, or from Enter, until every question
 * that followed is answered and painted. Nothing is timed unless whoever started the program asked for it.
 */
export function timed(host: Host, { now, painted }: Clock = PAGE_CLOCK): Host {
  let waiting = 0;
  let began: number | null = null;
  let place: string | null = null;

  function settle() {
    if (began === null || waiting > 0) return;
    painted(() => {
      // What came in the last frames may have asked once more.
      if (began === null || waiting > 0) return;
      if (place !== null) void host.painted({ place, ms: now() - began }).catch(() => undefined);
      began = null;
    });
  }

  function act(event: Event) {
    if (event instanceof KeyboardEvent && event.key !== "Enter") return;
    began = event.timeStamp;
    place = null;
    // An act that asks nothing is over with its own frame.
    queueMicrotask(settle);
  }

  let scrolled = 0;
  let stamps: number[] = [];

  /** Counts the frames from the first scroll on until all is still. */
  function scroll() {
    scrolled = now();
    if (stamps.length > 0) return;
    const frame = (stamp: number) => {
      if (now() - scrolled < STILL_MS) {
        stamps.push(stamp);
        requestAnimationFrame(frame);
        return;
      }
      // The last frames showed nothing new.
      const told = frames_between(stamps.filter((each) => each <= scrolled));
      stamps = [];
      if (!told || told.count < MANY_FRAMES) return;
      const place = `scrolling, ${told.count} frames, p99 ${told.slowest.toFixed(1)} ms, median`;
      void host.painted({ place, ms: told.median }).catch(() => undefined);
    };
    requestAnimationFrame(frame);
  }

  function watch() {
    for (const kind of ["click", "keydown"]) window.addEventListener(kind, act, { capture: true });
    window.addEventListener("scroll", scroll, { capture: true, passive: true });
  }

  async function wait<T>(at: Place | undefined, answer: () => Promise<T>): Promise<T> {
    waiting += 1;
    // The list of scenarios is the base's, whichever of them is looked at.
    place = at?.scenario ?? place ?? "base";
    try {
      return await answer();
    } finally {
      waiting -= 1;
      settle();
    }
  }

  const call = <C extends CommandName>(command: C, request: Request<C>, at?: Place): Promise<Reply<C>> =>
    wait(at, () => host.call(command, request, at));
  const call_all = (calls: readonly Call[]): Promise<Outcome[]> =>
    wait(calls.find((each) => each.at?.scenario)?.at, () => host.call_all(calls));

  async function first_painted(): Promise<boolean> {
    const asked = await host.painted();
    if (asked) watch();
    return asked;
  }

  return Object.assign(Object.create(host) as Host, { call, call_all, painted: first_painted });
}
