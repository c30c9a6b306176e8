import { untrack } from "svelte";
import { HERE, problem_of, type Choice, type Entry, type HistoryRequest, type Problem } from "../host";
import type { Plan } from "./plan.svelte";

/** Which changes are listed; what is empty leaves all of them. Days as they are typed: 2027-01-31. `upto` is a number. */
export type PastFilter = {
  text: string;
  row: string;
  author: string;
  field: string;
  from: string;
  to: string;
  upto: string;
};

const ALL: PastFilter = { text: "", row: "", author: "", field: "", from: "", to: "", upto: "" };
/** How many entries come at once. */
const PAGE = 100;
/** The most that one question may ask for. */
const MOST = 1000;

/** The history of the open plan, the latest change first, as far as it has been asked for. */
export class Past {
  filter = $state.raw<PastFilter>(ALL);
  entries = $state.raw<readonly Entry[]>([]);
  /** Whether there are earlier ones that fit. */
  more = $state(false);
  /** How many entries the history has, whether they fit or not. */
  total = $state(0);
  authors = $state.raw<readonly string[]>([]);
  fields = $state.raw<readonly Choice[]>([]);
  problem = $state.raw<Problem | null>(null);
  /** Set once the first answer has come. */
  told = $state(false);
  /** The entry that is unfolded. */
  open = $state<number | null>(null);
  readonly #plan: Plan;
  #asked = 0;
  #listed: PastFilter = ALL;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Whether only some of the changes are asked for. */
  filtered = $derived.by(() => Object.values(this.filter).some((value) => value !== ""));

  set(change: Partial<PastFilter>): void {
    this.filter = { ...this.filter, ...change };
  }

  show_all(): void {
    this.filter = ALL;
  }

  /** Asks for the latest entries that fit; as many as are listed already, where the plan alone has changed. */
  async ask(): Promise<void> {
    const { filter } = this;
    const listed = untrack(() => (this.#listed === filter ? this.entries.length : 0));
    const limit = Math.min(Math.max(listed, PAGE), MOST);
    const upto = Number.parseInt(filter.upto, 10);
    const request = Number.isNaN(upto) ? { limit } : { limit, before_seq: upto + 1 };
    await this.#turn(request, filter, () => []);
  }

  /** Asks for the entries before the last one that is listed. */
  async ask_earlier(): Promise<void> {
    const last = this.entries.at(-1);
    if (last) await this.#turn({ limit: PAGE, before_seq: last.seq }, this.filter, () => this.entries);
  }

  /** Forgets the history of a plan that was closed. */
  clear(): void {
    this.#asked += 1;
    this.filter = ALL;
    this.entries = [];
    this.problem = null;
    this.told = false;
    this.open = null;
  }

  async #turn(request: HistoryRequest, filter: PastFilter, before: () => readonly Entry[]): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const named = Object.entries(filter).filter(([key, value]) => value !== "" && key !== "upto");
    try {
      const page = await this.#plan.host.call("history", { ...request, ...Object.fromEntries(named) }, HERE);
      if (mine !== this.#asked) return;
      this.entries = [...before(), ...page.entries];
      this.more = page.more;
      this.total = page.total;
      this.authors = page.authors;
      this.fields = page.fields;
      this.#listed = filter;
      this.told = true;
      this.problem = null;
    } catch (thrown) {
      if (mine === this.#asked) this.problem = problem_of(thrown);
    }
  }
}
