import { SvelteSet } from "svelte/reactivity";
import type { Desk } from "../../document/desk";
import type { StepLine, Steps, StockLine } from "../../host";
import { lines_of, widths_of, type Line } from "./lines";

/** Every line of the tracker is this high. */
export const LINE_PX = 26;

const A_BILLION = "1000000000.00";

/** The tracker: which lines are shown, and which of them the reader stands on. */
export class Tracker {
  steps = $state.raw<Steps | null>(null);
  /** How the money of each cluster stands in each quarter. */
  stocks = $state.raw<ReadonlyMap<string, readonly StockLine[]>>(new Map());
  search = $state("");
  width = $state(0);
  /** How many lines a page key moves. */
  page = $state(10);
  readonly folded = new SvelteSet<string>();
  readonly #desk: Desk;

  lines: Line[] = $derived(this.steps ? lines_of(this.steps, this.search, this.folded) : []);
  widths = $derived(widths_of(this.steps?.quarters.length ?? 0, this.width));

  /** Where the reader stands; the first line where the chosen one is not on view. */
  at: number = $derived.by(() => {
    const { step } = this.#desk.view;
    return Math.max(
      0,
      this.lines.findIndex((line) => line.key === step),
    );
  });
  /** The longest code, by its letters. */
  code_letters = $derived(Math.max(3, ...(this.steps?.steps ?? []).map((step) => step.code.length)));
  /** Places behind the point: one, unless that would show steps as next to nothing. */
  digits = $derived(this.steps?.steps.some((step) => step.value.length < A_BILLION.length) ? 2 : 1);

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get active(): Line | null {
    return this.lines[this.at] ?? null;
  }

  /** The step that the screen tells about. */
  get step(): StepLine | null {
    const { step } = this.#desk.view;
    return this.steps?.steps.find((each) => each.id === step) ?? null;
  }

  choose(key: string): void {
    this.#desk.view.step = key;
  }

  /** Stands on the line with this number, or on the nearest. */
  go(at: number): void {
    const line = this.lines[Math.max(0, Math.min(at, this.lines.length - 1))];
    if (line) this.choose(line.key);
  }

  fold(key: string): void {
    if (!this.folded.delete(key)) this.folded.add(key);
  }

  /** Opens or folds the cluster the reader stands on; from a step, goes to its cluster. Says whether anything was done. */
  #across(open: boolean): boolean {
    const line = this.active;
    if (line?.kind === "cluster" && line.folded === open) this.fold(line.key);
    else if (line?.kind === "step" && !open) this.choose(line.step.cluster);
    else return false;
    return true;
  }

  /** Does what a key asks for. Says whether the key was used. */
  move(key: string): boolean {
    const { at } = this;
    const to: Record<string, number> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      PageUp: at - this.page,
      PageDown: at + this.page,
      Home: 0,
      End: this.lines.length - 1,
    };
    const next = to[key];
    if (next !== undefined) this.go(next);
    else if (key === "ArrowLeft" || key === "ArrowRight") return this.#across(key === "ArrowRight");
    else return false;
    return true;
  }
}
