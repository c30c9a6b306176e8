import type { Call, CommandName, Host, Outcome, Place, Reply, Request } from "./index";

/** The page's clock, and a call when the screen shows what the page holds now: two frames on. */
export type Clock = { now: () => number; painted: (then: () => void) => void };

export const PAGE_CLOCK: Clock = {
  now: () => performance.now(),
  painted: (then) => requestAnimationFrame(() => requestAnimationFrame(then)),
};

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

  function watch() {
    for (const kind of ["click", "keydown"]) window.addEventListener(kind, act, { capture: true });
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
