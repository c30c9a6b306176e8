import {
  problem_of,
  type Changed,
  type Choices,
  type Edit,
  type Host,
  type Id,
  type Problem,
  type Status,
} from "../host";
import type { Reader } from "./reader.svelte";

/** The open plan as the window knows it: its last status, and the acts that change it. */
export class Plan {
  status = $state.raw<Status | null>(null);
  choices = $state.raw<Choices | null>(null);
  /** The rows that the last act touched. */
  touched = $state.raw<ReadonlySet<Id>>(new Set());
  /** What went wrong with the plan as a whole; what goes wrong in a field stands in that field. */
  problem = $state.raw<Problem | null>(null);
  #opened = $state(0);
  readonly #host: Host;
  readonly #reader: Reader;

  constructor(host: Host, reader: Reader) {
    this.#host = host;
    this.#reader = reader;
  }

  /** Changes whenever a reply about the plan would: every question that is on view reads it and asks again. */
  get stamp(): string {
    return `${this.#opened}.${this.status?.revision ?? 0}.${this.#reader.epoch}`;
  }

  async start(): Promise<void> {
    this.status = await this.#host.call("status", {});
  }

  /** Asks for what may be chosen for a row. */
  async load_choices(): Promise<void> {
    this.choices = await this.#host.call("choices", {});
  }

  /** Asks for the status and the choices again: they carry words in the reader's language. */
  async refresh(): Promise<void> {
    const [status, choices] = await Promise.all([
      this.#host.call("status", {}),
      this.#host.call("choices", {}),
    ]);
    this.#take(status);
    this.choices = choices;
  }

  /** Takes a status of another plan, or of the same plan in another place. */
  replace(status: Status): void {
    this.status = status;
    this.touched = new Set();
    this.problem = null;
    this.#opened += 1;
  }

  /** Takes the status of a save: the plan is the same, its state of saving is not. */
  saved(status: Status): void {
    this.status = status;
    this.problem = null;
  }

  /** Does one edit, whole or not at all. Returns why it was refused, or null. */
  edit(...edits: Edit[]): Promise<Problem | null> {
    return this.#act(this.#host.call("edit", { edits }));
  }

  undo(): Promise<Problem | null> {
    return this.#act(this.#host.call("undo", {}));
  }

  redo(): Promise<Problem | null> {
    return this.#act(this.#host.call("redo", {}));
  }

  /** Brings in the steps, terms and events that ship, as far as the plan lacks them. */
  add_shipped_steps(): Promise<Problem | null> {
    return this.#act(this.#host.call("add_shipped_steps", {}));
  }

  async #act(answer: Promise<Changed>): Promise<Problem | null> {
    try {
      const changed = await answer;
      this.touched = new Set(changed.rows);
      this.problem = null;
      this.#take(changed.status);
      return null;
    } catch (thrown) {
      return problem_of(thrown);
    }
  }

  /** Revisions only rise: a status that was overtaken by a later one is dropped. */
  #take(status: Status): void {
    if (this.status && status.revision < this.status.revision) return;
    this.status = status;
  }
}
