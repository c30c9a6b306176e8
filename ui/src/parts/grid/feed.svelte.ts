import { untrack } from "svelte";
import type { Desk } from "../../document/desk";
import { problem_of, type Grid, type GridLine, type GridQuery, type Outcome, type Problem } from "../../host";
import { key_of } from "./cells";

/** Lines that are asked for beyond those in sight: with a new state, and ahead of a scroll. */
const MARGIN = 10;
const AHEAD = 70;
/** Lines farther away than this are forgotten. */
const KEEP = 400;
/** How long the page rests after a new state before it reads ahead, in milliseconds: the picture comes first. */
const REST_MS = 150;
/** How many lines may be in sight before anybody has measured. */
const FIRST_LINES = 30;

/** The lines of the grid near those in sight. What is not here yet is asked for; what is far away is let go. */
export class Feed {
  /** The last answer: the sums, the counts, the periods. */
  grid = $state.raw<Grid | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** Changes with every line that comes or goes. */
  #turn = $state(0);
  #lines = new Map<number, GridLine>();
  #places = new Map<string, number>();
  #seen = { first: 0, last: FIRST_LINES };
  #down = true;
  #asked = 0;
  /** The question that was answered along with an edit. */
  #handed: string | null = null;
  #ahead = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** The line at a place, if it is here. */
  line(at: number): GridLine | undefined {
    void this.#turn;
    return this.#lines.get(at);
  }

  /** Where the line with this key stands, if it is here. */
  place_of(key: string): number | undefined {
    void this.#turn;
    return this.#places.get(key);
  }

  get count(): number {
    return this.grid?.line_count ?? 0;
  }

  /** Keeps asking as long as the component lives that says so: with the plan, with the question, and with every edit. */
  stand(): void {
    const { plan, view } = this.#desk;
    $effect(() =>
      plan.standing.add({
        call: () => ({ command: "grid", request: untrack(() => this.#request(view.query)) }),
        expect: () => {
          const mine = this.#asked;
          return (request, outcome) => this.#hand(mine, request as { query: GridQuery }, outcome);
        },
        settle: () => (this.#handed = null),
      }),
    );
    $effect(() => {
      void plan.stamp;
      const { query } = view;
      untrack(() => void this.#ask(query));
    });
    $effect(() => () => clearTimeout(this.#resting));
  }

  /** Tells which lines are in sight. What is missing there, and ahead of there, is asked for. */
  see(first: number, last: number): void {
    if (first === this.#seen.first && last === this.#seen.last) return;
    this.#down = first >= this.#seen.first;
    this.#seen = { first, last };
    void this.#read_ahead();
  }

  /**
   * Where the line of a row stands, with the lines around it; null where the row is not shown, or in a folded group. A state
   * that has changed in the meantime is no answer.
   */
  async find(id: string): Promise<{ at: number; line: GridLine } | null> {
    const { host, view } = this.#desk;
    const request = { query: view.query, first: 0, count: 2 * MARGIN + FIRST_LINES, around: id };
    const reply = await host.call("grid", request);
    if (reply.found === null) return null;
    const line = reply.lines[reply.found - reply.first];
    if (!line) return null;
    if (reply.revision === this.grid?.revision) this.#merge(reply);
    else this.#replace(reply);
    return { at: reply.found, line };
  }

  #request(query: GridQuery): { query: GridQuery; first: number; count: number } {
    const first = Math.max(0, this.#seen.first - MARGIN);
    return { query, first, count: this.#seen.last + MARGIN - first + 1 };
  }

  async #ask(query: GridQuery): Promise<void> {
    if (this.#handed !== null && this.#handed === JSON.stringify(query)) return;
    this.#asked += 1;
    const mine = this.#asked;
    try {
      const reply = await this.#desk.host.call("grid", this.#request(query));
      if (mine === this.#asked) this.#replace(reply);
    } catch (thrown) {
      if (mine === this.#asked) this.problem = problem_of(thrown);
    }
  }

  #hand(asked: number, { query }: { query: GridQuery }, outcome: Outcome): void {
    if (asked !== this.#asked) return;
    this.#asked += 1;
    this.#handed = JSON.stringify(query);
    if ("problem" in outcome) this.problem = outcome.problem;
    else this.#replace(outcome.ok as Grid);
  }

  /** Takes a new state: nothing of the former one stays. */
  #replace(reply: Grid): void {
    this.grid = reply;
    this.problem = null;
    this.#lines = new Map();
    this.#places = new Map();
    this.#merge(reply);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.#read_ahead(), REST_MS);
  }

  #merge(reply: Grid): void {
    for (const [at, line] of reply.lines.entries()) {
      this.#lines.set(reply.first + at, line);
      this.#places.set(key_of(line), reply.first + at);
    }
    if (this.#lines.size > 2 * KEEP) this.#forget();
    this.#turn += 1;
  }

  #forget(): void {
    const { first, last } = this.#seen;
    for (const [at, line] of this.#lines) {
      if (at >= first - KEEP && at <= last + KEEP) continue;
      this.#lines.delete(at);
      this.#places.delete(key_of(line));
    }
  }

  /** The next lines that are missing: those in sight first, then those that the scroll leads to, then those behind. */
  #missing(): { first: number; count: number } | null {
    const { first, last } = this.#seen;
    const end = this.count - 1;
    const gap = (from: number, to: number) => {
      for (let at = Math.max(0, from); at <= Math.min(end, to); at += 1) if (!this.#lines.has(at)) return at;
      return null;
    };
    const seen = gap(first, last);
    if (seen !== null) {
      const from = this.#down ? seen : Math.max(0, Math.min(seen, last - AHEAD));
      return { first: from, count: AHEAD };
    }
    // The lines ahead are asked for once half of them have come into sight, a good number at a time.
    const below = gap(last + 1, last + (this.#down ? AHEAD : MARGIN));
    if (below !== null && (this.#down || below <= last + MARGIN)) return { first: below, count: AHEAD };
    // A list that has become shorter may have been scrolled beyond its end.
    for (
      let at = Math.min(first - 1, end);
      at >= Math.max(0, first - (this.#down ? MARGIN : AHEAD));
      at -= 1
    ) {
      if (!this.#lines.has(at)) return { first: Math.max(0, at - AHEAD + 1), count: Math.min(AHEAD, at + 1) };
    }
    return null;
  }

  /** Asks for what is missing, one window after the other, until nothing is. */
  async #read_ahead(): Promise<void> {
    if (this.#ahead || !this.grid) return;
    this.#ahead = true;
    try {
      for (let missing = this.#missing(); missing; missing = this.#missing()) {
        const asked = this.#asked;
        const { query } = this.#desk.view;
        const reply = await this.#desk.host.call("grid", { query, ...missing });
        // Another state has come, or another question was asked: its answer brings its own lines.
        if (asked !== this.#asked || reply.revision !== this.grid.revision) break;
        this.#merge(reply);
        const more = this.#missing();
        // What did not come will not come by asking once more.
        if (more && more.first === missing.first && more.count === missing.count) break;
      }
    } catch (thrown) {
      this.problem = problem_of(thrown);
    } finally {
      this.#ahead = false;
    }
  }
}
