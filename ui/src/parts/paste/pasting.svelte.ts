import type { Plan } from "../../document/plan.svelte";
import { problem_of, type PasteRequest, type Pasted, type Problem } from "../../host";

/** A block from the clipboard: what it would do, told before anything moves; and the pasting of that very block. */
export class Pasting {
  /** What it would do, as it was told last. */
  value = $state.raw<Pasted | null>(null);
  /** Why it cannot be read, or not be pasted. */
  problem = $state.raw<Problem | null>(null);
  /** Whether the answer is still to come. */
  waiting = $state(false);
  readonly #plan: Plan;
  /** The block and where it lands; whether its first line names the columns is said once the reader has said so. */
  #request: PasteRequest;
  #asked = 0;
  #answered: Promise<void> = Promise.resolve();
  /** Set while it is being pasted, and for good once it is. */
  #busy = false;

  constructor(plan: Plan, request: PasteRequest) {
    this.#plan = plan;
    this.#request = request;
  }

  /** Whether it can be pasted as it was told: something changes, and nothing is refused. */
  ready = $derived.by(() => {
    const { value } = this;
    if (!value || this.problem) return false;
    return value.refused === 0 && value.problem === null && value.changes > 0;
  });
  /** Whether what is told is about something else than what is asked about now. */
  stale = $derived.by(() => this.waiting || this.problem !== null);

  /** Asks what it would do, unless it is being done. */
  ask(): void {
    if (this.#busy) return;
    this.#asked += 1;
    this.waiting = true;
    this.#answered = this.#answer(this.#asked);
  }

  /** Says whether the first line names the columns, and asks again. */
  name_columns(header: boolean): void {
    this.#request = { ...this.#request, header };
    this.ask();
  }

  /** Pastes it, unless anything is refused. Gives what was told of it; null where nothing was done. */
  async apply(): Promise<Pasted | null> {
    // Enter may come before the answer does, and come again; what the answer refuses is not tried.
    await this.#answered;
    const { value, ready } = this;
    if (!ready || this.#busy) return null;
    this.#busy = true;
    this.problem = await this.#plan.paste(this.#request);
    this.#busy = this.problem === null;
    return this.#busy ? value : null;
  }

  async #answer(mine: number): Promise<void> {
    try {
      const value = await this.#plan.host.call("paste", this.#request);
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
