import { HERE, type CompareRequest, type Dim, type Place, type Side } from "../host";
import { Answer } from "./answer.svelte";
import type { Plan } from "./plan.svelte";
import type { Reader } from "./reader.svelte";
import { DIMENSIONS } from "./view.svelte";

export type CompareBy = "year" | "change" | Dim;
export type CompareMeasure = "planned" | "paid";

/** How many states can stand side by side. */
export const MOST_SIDES = 6;

const EMPTY: Side = { path: null, scenario: null, version: null, moment: null };
const BYS: readonly string[] = ["year", "change", ...DIMENSIONS];

/** A key of a side: equal for sides that are the same state. */
export function side_key({ path, scenario, version, moment }: Side): string {
  return JSON.stringify([path ?? null, scenario ?? "base", version ?? null, moment ?? null]);
}

/** The side that a place of the open plan is. */
export function side_of(place: Place): Side {
  return { ...EMPTY, ...place };
}

/** Which states are compared, by what, and what differs. The first one is what the others are held against. */
export class Comparing {
  readonly answer: Answer<"compare">;
  sides = $state.raw<readonly Side[]>([side_of(HERE)]);
  by = $state<CompareBy>("year");
  measure = $state<CompareMeasure>("paid");
  /** Which of the others is told in full. */
  shown = $state(1);
  readonly #plan: Plan;
  readonly #reader: Reader;
  #answered = $state.raw<CompareRequest | null>(null);

  constructor(plan: Plan, reader: Reader) {
    this.#plan = plan;
    this.#reader = reader;
    this.answer = new Answer(plan.host, "compare");
  }

  /** What is asked; nothing while there is only one side. */
  request = $derived.by((): CompareRequest | null =>
    this.sides.length < 2 ? null : { sides: [...this.sides], by: this.by, measure: this.measure },
  );
  /** The latest answer; while another question is open, that to the former one. */
  told = $derived.by(() => (this.request ? this.answer.value : null));
  /** Whether what is told answers what is asked now. */
  fresh = $derived.by(() => this.request !== null && this.#answered === this.request);
  pair = $derived.by(() => this.told?.pairs[this.at - 1] ?? null);
  /** The place of the side that is told in full. */
  at = $derived.by(() => Math.min(Math.max(this.shown, 1), this.sides.length - 1));
  /** What is asked for the picture of one pair. */
  pair_request = $derived.by((): CompareRequest | null => {
    const [first, other] = [this.sides[0], this.sides[this.at]];
    return first && other && this.request ? { ...this.request, sides: [first, other] } : null;
  });

  /** Takes up how the reader last compared. Which states, only the open plan can say. */
  start(): void {
    const by = this.#reader.layout("compare_by", "year");
    if (BYS.includes(by)) this.by = by as CompareBy;
    this.measure = this.#reader.layout("compare_measure", "paid") === "planned" ? "planned" : "paid";
  }

  async ask(): Promise<void> {
    void this.#plan.state_stamp;
    const { request } = this;
    if (!request) return;
    await this.answer.ask(request);
    if (!this.answer.problem) this.#answered = request;
  }

  set_by(by: CompareBy): void {
    this.by = by;
    this.#reader.remember("compare_by", by);
  }

  set_measure(measure: CompareMeasure): void {
    this.measure = measure;
    this.#reader.remember("compare_measure", measure);
  }

  /** Holds a state against the first one; the first one gives way where it is that very state. */
  add(side: Side): void {
    const there = this.sides.findIndex((known) => side_key(known) === side_key(side));
    if (there > 0) this.shown = there;
    if (there !== -1 || this.sides.length >= MOST_SIDES) return;
    this.sides = [...this.sides, side];
    this.shown = this.sides.length - 1;
  }

  /** Puts another state in the place of one. */
  put(at: number, side: Side): void {
    if (this.sides.some((known) => side_key(known) === side_key(side))) return;
    this.sides = this.sides.map((known, index) => (index === at ? side : known));
    if (at > 0) this.shown = at;
  }

  remove(at: number): void {
    if (this.sides.length > 1) this.sides = this.sides.filter((_, index) => index !== at);
    this.shown = Math.min(this.shown, Math.max(1, this.sides.length - 1));
  }

  /** Exchanges what is compared with what it is compared to. */
  swap(): void {
    const [first, other] = [this.sides[0], this.sides[this.at]];
    if (!first || !other) return;
    this.sides = this.sides.map((side, index) => (index === 0 ? other : index === this.at ? first : side));
  }

  /** Compares these two, and nothing else. */
  only(first: Side, other: Side): void {
    this.sides = side_key(first) === side_key(other) ? [first] : [first, other];
    this.shown = 1;
  }

  /** Forgets states of a plan that was closed. */
  clear(): void {
    this.sides = [side_of(HERE)];
    this.answer.value = null;
    this.answer.problem = null;
  }
}
