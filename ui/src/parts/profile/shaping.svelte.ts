import { Answer } from "../../document/answer.svelte";
import type { Desk } from "../../document/desk";
import type { Problem, Row } from "../../host";
import { line_of, reached_of } from "./curve";
import { timed } from "./handles";
import type { Parameters } from "./shares";
import { span_of } from "./span";

/** A row's profile while its shape is being tried, and until it is kept or given up. */
export class Shaping {
  /** What is being tried; null while the row's own shape is shown. */
  draft = $state.raw<Parameters | null>(null);
  problem = $state.raw<Problem | null>(null);
  row = $state.raw<Row>() as Row;
  readonly tried: Answer<"profile">;
  readonly #desk: Desk;
  #frame = 0;

  parameters = $derived.by((): Parameters => this.draft ?? (this.row.parameters as Parameters));
  span = $derived.by(() => span_of(this.row));
  /** The curve as it is drawn. */
  line = $derived.by(() => this.tried.value && line_of(this.tried.value));
  /** What is reached by the end of each quarter, in millionths; null until the bridge has said so. */
  reached = $derived.by(() => this.tried.value && reached_of(this.tried.value.cumulative));

  constructor(desk: Desk, row: Row) {
    this.#desk = desk;
    this.tried = new Answer(desk.host, "profile");
    this.row = row;
  }

  /** Takes the row as the plan has it now. What was being tried is past. */
  take(row: Row): void {
    this.row = row;
    this.draft = null;
    this.#ask();
  }

  /** Shows another shape. The bridge is asked once for each picture that can be drawn. */
  try(parameters: Parameters): void {
    this.draft = parameters;
    this.problem = null;
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#ask();
    });
  }

  /** Shows the row's own shape again. */
  restore(): void {
    this.problem = null;
    if (this.draft === null) return;
    this.draft = null;
    this.#ask();
  }

  /** Makes what was tried the row's profile, as one edit. */
  async keep(): Promise<void> {
    const parameters = this.draft;
    if (parameters === null) return;
    if (same(parameters, this.row.parameters as Parameters)) return this.restore();
    const problem = await this.#edit(this.row.profile, parameters);
    if (problem) this.restore();
    this.problem = problem;
  }

  /** Sets some parameters at once, as one edit; what is usual is left out. Returns why it was refused, or null. */
  set(change: Parameters): Promise<Problem | null> {
    const next = { ...this.row.parameters, ...change } as Parameters;
    const known = this.#desk.plan.choices?.timing ?? [];
    const kept = known.reduce((parameters, { key }) => {
      const value = parameters[key];
      return value === undefined ? parameters : timed({ parameters, known }, key, value);
    }, next);
    return this.#edit(this.row.profile, kept);
  }

  /** Sets all parameters at once, as one edit; a refusal stands under the curve. */
  async replace(parameters: Parameters): Promise<Problem | null> {
    this.problem = await this.#edit(this.row.profile, parameters);
    return this.problem;
  }

  /** Takes another kind of curve, as one edit. */
  choose(profile: string, parameters: Parameters): Promise<Problem | null> {
    return this.#edit(profile, parameters);
  }

  #edit(profile: string, parameters: Parameters): Promise<Problem | null> {
    this.problem = null;
    return this.#desk.plan.edit({ edit: "set_profile", allocation: this.row.id, profile, parameters });
  }

  #ask(): void {
    void this.tried.ask({
      profile: this.row.profile,
      parameters: this.parameters,
      total: this.row.amount,
      periods: this.span.periods,
    });
  }
}

/** Whether two sets of parameters say the same in the same words. */
function same(one: Parameters, other: Parameters): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
