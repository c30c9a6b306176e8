import { problem_of, type Edit, type Preview, type Problem } from "../host";
import type { Plan } from "./plan.svelte";

/** What edits would do, asked for before anything moves; and those very edits, once they are wanted. */
export class Previewing {
  /** What the last edits that could be previewed would do; while others are asked about, that stays. */
  value = $state.raw<Preview | null>(null);
  /** Why what is asked about cannot be done. */
  problem = $state.raw<Problem | null>(null);
  /** Whether the answer is still to come. */
  waiting = $state(false);
  /** Whether the edits are being made. */
  busy = $state(false);
  readonly #plan: Plan;
  #edits: Edit[] | null = null;
  #asked = 0;
  #answered: Promise<void> = Promise.resolve();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Whether there is something that can be done as it stands. */
  ready = $derived.by(() => this.value !== null && this.problem === null && !this.busy);
  /** Whether what is told is about something else than what is asked about now. */
  stale = $derived.by(() => this.waiting || this.problem !== null);

  /** Asks what these edits would do; nothing is told where there are none. */
  ask(edits: Edit[] | null): void {
    this.#asked += 1;
    this.#edits = edits;
    if (edits) {
      this.waiting = true;
      this.#answered = this.#answer(this.#asked, edits);
    } else {
      this.waiting = false;
      this.value = null;
      this.problem = null;
    }
  }

  /** Waits for the answer to what was asked last. */
  answered(): Promise<void> {
    return this.#answered;
  }

  /** Makes the edits that were asked about last, unless they are refused. Says whether it was done. */
  async apply(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      // Enter may come before the answer does; what that refuses is not tried.
      await this.#answered;
      if (!this.#edits || this.problem) return false;
      this.problem = await this.#plan.edit(...this.#edits);
      return this.problem === null;
    } finally {
      this.busy = false;
    }
  }

  async #answer(mine: number, edits: Edit[]): Promise<void> {
    try {
      const value = await this.#plan.host.call("preview", { edits });
      if (mine !== this.#asked) return;
      this.value = value;
      this.problem = null;
    } catch (thrown) {
      if (mine !== this.#asked) return;
      this.problem = problem_of(thrown);
    }
    this.waiting = false;
  }
}
