import {
  HERE,
  own_problem,
  problem_of,
  Refused,
  type Call,
  type Changed,
  type Choices,
  type Edit,
  type Host,
  type Id,
  type Outcome,
  type Pasted,
  type PasteRequest,
  type Place,
  type Problem,
  type Status,
} from "../host";
import { is_frozen, looking, place_key } from "./looking";
import type { Reader } from "./reader.svelte";
import { Standing } from "./standing";

/** The open plan as the window knows it: which place of it is looked at, its last status, and the acts that change it. */
export class Plan {
  status = $state.raw<Status | null>(null);
  choices = $state.raw<Choices | null>(null);
  /** The scenario, the version or the moment that is looked at. */
  place = $state.raw<Place>(HERE);
  /** The rows that the last act touched. */
  touched = $state.raw<ReadonlySet<Id>>(new Set());
  /** What went wrong with the plan as a whole; what goes wrong in a field stands in that field. */
  problem = $state.raw<Problem | null>(null);
  /** Asked before each edit; an edit waits for it. */
  before_edit: () => Promise<unknown> = () => Promise.resolve();
  /** Answers about the place that is looked at. */
  readonly host: Host;
  /** The questions that are on view: their answers come along with that to an edit. */
  readonly standing = new Standing();
  #opened = $state(0);
  readonly #reader: Reader;

  constructor(host: Host, reader: Reader) {
    this.host = looking(host, () => this.place);
    this.#reader = reader;
  }

  /** Changes whenever the plan itself would tell something else, whichever place of it is looked at. */
  get state_stamp(): string {
    return `${this.#opened}.${this.status?.revision ?? 0}.${this.#reader.epoch}`;
  }

  /** Changes whenever a reply about the plan would: every question that is on view reads it and asks again. */
  get stamp(): string {
    return `${this.state_stamp}.${place_key(this.place)}`;
  }

  /** Whether what is looked at is a version or a moment, which nobody can change. */
  get frozen(): boolean {
    return is_frozen(this.place);
  }

  async start(): Promise<void> {
    this.status = await this.host.call("status", {});
  }

  /** Asks for what may be chosen for a row. */
  async load_choices(): Promise<void> {
    this.choices = await this.host.call("choices", {});
  }

  /** Asks for the status and the choices again: they carry words in the reader's language. */
  async refresh(): Promise<void> {
    const { place } = this;
    const [status, choices] = await Promise.all([
      this.host.call("status", {}, place),
      this.host.call("choices", {}, place),
    ]);
    if (place !== this.place) return;
    this.#take(status);
    this.choices = choices;
  }

  /** Looks at another place of the plan. Returns why there is none, or null; then nothing has moved. */
  async look(place: Place): Promise<Problem | null> {
    const former = this.place;
    if (place_key(place) === place_key(former)) return null;
    this.place = place;
    this.touched = new Set();
    try {
      await this.refresh();
      this.problem = null;
      return null;
    } catch (thrown) {
      if (place === this.place) this.place = former;
      return problem_of(thrown);
    }
  }

  /** Takes a status of another plan, or of the same plan in another file. */
  replace(status: Status): void {
    this.place = HERE;
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
  async edit(...edits: Edit[]): Promise<Problem | null> {
    await this.before_edit();
    return this.#change({ command: "edit", request: { edits } });
  }

  /** Pastes a block from the clipboard, whole or not at all. Returns why it was refused, or null. */
  async paste(block: PasteRequest): Promise<Problem | null> {
    await this.before_edit();
    const request: PasteRequest = { ...block, apply: true };
    return this.#change({ command: "paste", request }, (reply) => (reply as Pasted).changed);
  }

  undo(): Promise<Problem | null> {
    return this.#change({ command: "undo", request: {} });
  }

  redo(): Promise<Problem | null> {
    return this.#change({ command: "redo", request: {} });
  }

  /**
   * Sends a change of what is looked at, and with it every question that is on view, whose answers come back with it.
   * `changed_in` finds in the reply what was changed.
   */
  async #change(
    call: Call,
    changed_in: (reply: unknown) => Changed | null = (reply) => reply as Changed,
  ): Promise<Problem | null> {
    const { place } = this;
    const asked = this.standing.ask();
    let others: Outcome[] = [];
    const changed = this.host.call_all([call, ...asked.calls]).then(([first, ...rest]) => {
      others = rest;
      if (first && "problem" in first) throw new Refused(first.problem);
      const done = first ? changed_in(first.ok) : null;
      if (!done) throw new Refused(own_problem("unexpected", call.command));
      return done;
    });
    const problem = await this.act(changed, place, ({ status }) => {
      if (this.#stays(status, place)) asked.take(others);
    });
    void this.standing.settle();
    return problem;
  }

  /** Whether the place that a change was made in is looked at still, and has not gone with the change. */
  #stays(status: Status, place: Place): boolean {
    if (place_key(place) !== place_key(this.place)) return false;
    return place.scenario === null || status.place.scenario === place.scenario;
  }

  /** Brings in the steps, terms and events that ship, as far as the plan lacks them. */
  async add_shipped_steps(): Promise<Problem | null> {
    await this.before_edit();
    return this.act(this.host.call("add_shipped_steps", {}));
  }

  /** Brings in the scenarios that ship, and the events they need, as far as the plan lacks them. */
  async add_shipped_scenarios(): Promise<Problem | null> {
    await this.before_edit();
    return this.act(this.host.call("add_shipped_scenarios", {}, HERE), HERE);
  }

  /** Edits the scenarios themselves, which the plan as it is now holds, whatever is looked at. */
  async edit_scenarios(edit: Edit): Promise<Problem | null> {
    await this.before_edit();
    return this.act(this.host.call("edit", { edits: [edit] }, HERE), HERE);
  }

  /**
   * Takes up the answer of a command that changes the plan, asked about a place, and what came `along` with it. Returns why
   * it was refused, or null.
   */
  async act(
    answer: Promise<Changed>,
    place = this.place,
    along: (changed: Changed) => void = () => undefined,
  ): Promise<Problem | null> {
    try {
      const changed = await answer;
      // What came along is taken up in the same breath as the change, so that the page is laid out once.
      along(changed);
      this.touched = new Set(changed.rows);
      this.problem = null;
      if (place_key(place) !== place_key(this.place)) await this.refresh();
      else this.#settle(changed.status);
      return null;
    } catch (thrown) {
      return problem_of(thrown);
    }
  }

  /** Takes a status, and goes where it stands: a scenario that is gone, undone maybe, leaves the base on view. */
  #settle(status: Status): void {
    if (this.place.scenario !== null && status.place.scenario !== this.place.scenario) this.place = HERE;
    this.#take(status);
  }

  /** Revisions only rise: a status that was overtaken by a later one is dropped. */
  #take(status: Status): void {
    if (this.status && status.revision < this.status.revision) return;
    this.status = status;
  }
}
