import { Merging } from "./merging.svelte";
import type { Plan } from "./plan.svelte";

/** Copies of the plan: whether one is being handed on, and which one is being taken in. */
export class Copies {
  sharing = $state(false);
  merging = $state.raw<Merging | null>(null);
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Begins to merge with a copy: asks what that would do. */
  async begin(theirs: string): Promise<void> {
    const merging = new Merging(this.#plan, theirs);
    this.merging = merging;
    await merging.ask();
  }
}
