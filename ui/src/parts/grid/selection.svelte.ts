import { Answer } from "../../document/answer.svelte";
import type { GridRange, Id } from "../../host";
import type { Chosen, Leave } from "./handover";
import type { Sheet } from "./sheet.svelte";

/** Cells beyond this number are put into words only when they are copied. */
const READY_CELLS = 5_000;
/** How long a selection rests before its text is asked for, in milliseconds. */
const REST_MS = 80;

/** What is selected: what it comes to, which rows it stands for, and its text for the clipboard. */
export class Selection {
  readonly #sheet: Sheet;
  readonly #range: Answer<"grid_range">;
  /** The text of the cells, and of which cells of which state it is. */
  #text = $state.raw<{ of: string; text: string } | null>(null);

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.#range = new Answer(sheet.desk.host, "grid_range");
  }

  /** Keeps counting what is selected, as long as the component lives that says so. */
  stand(): void {
    const { plan } = this.#sheet.desk;
    this.#range.stand(plan, () => (this.#sheet.several ? this.request() : null));
    $effect(() => {
      const of = `${plan.stamp} ${JSON.stringify(this.request())}`;
      const { top, bottom, left, right } = this.#sheet.block;
      if (this.#sheet.cell === null || (bottom - top + 1) * (right - left + 1) > READY_CELLS) return;
      const resting = setTimeout(() => void this.#ready(of), REST_MS);
      return () => clearTimeout(resting);
    });
  }

  /** The selected lines and columns. The total stands for all lines. */
  request() {
    const { block, columns, feed, desk } = this.#sheet;
    const last = Math.max(0, feed.count - 1);
    const whole = block.top > last;
    return {
      query: desk.view.query,
      top: whole ? 0 : block.top,
      bottom: Math.min(block.bottom, last),
      columns: columns.slice(block.left, block.right + 1).map((column) => column.id),
    };
  }

  /** What several cells come to, as it was counted last. */
  get range(): GridRange | null {
    return this.#range.value;
  }

  /** The rows that the selection stands for, in the order of the lines. */
  async rows(): Promise<Id[]> {
    const { active_row: row, several, desk } = this.#sheet;
    if (row && !several) return [row.id];
    const { rows } = await desk.host.call("grid_range", { ...this.request(), columns: [] });
    return rows;
  }

  /** The text of the selected cells, if it is ready. */
  get ready(): string | null {
    const of = `${this.#sheet.desk.plan.stamp} ${JSON.stringify(this.request())}`;
    return this.#text?.of === of ? this.#text.text : null;
  }

  /** The text of the selected cells. */
  async text(): Promise<string> {
    const { text } = await this.#sheet.desk.host.call("grid_text", this.request());
    return text;
  }

  async #ready(of: string): Promise<void> {
    try {
      const text = await this.text();
      this.#text = { of, text };
    } catch {
      // What cannot be told now is told, or refused, when it is copied.
      this.#text = null;
    }
  }

  /** The selection as acts take it; null until the reader has been to a cell. */
  chosen(leave: Leave): Chosen | null {
    const { active, active_column: column, cell, several } = this.#sheet;
    if (!active || active.kind === "total" || !column || !cell) return null;
    const alone = active.kind === "row" ? 1 : active.count;
    return {
      ...this.request(),
      active,
      column: column.id,
      count: several ? (this.range?.row_count ?? null) : alone,
      rows: () => this.rows(),
      leave,
    };
  }
}
