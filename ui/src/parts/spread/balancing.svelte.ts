import { read_typed } from "../../document/amounts";
import type { Desk } from "../../document/desk";
import { Answer } from "../../document/answer.svelte";
import { Previewing } from "../../document/previewing.svelte";
import { from_tsv } from "../../format/tsv";
import { problem_of, type Dim, type Edit, type KeyTotal, type MarginLine, type Problem } from "../../host";

/** Which of the two margins of the table. */
export type Side = "rows" | "columns";

/** A total that is wanted: as it was typed, and what it reads as, or why it reads as nothing. */
export type Wanted = { text: string; amount: string | null; problem: Problem | null };

const NONE: ReadonlyMap<string, Wanted> = new Map();

/** A table of two dimensions whose totals are typed, and what it would become. */
export class Balancing {
  /** The table as it is, and as it would be. */
  readonly now: Answer<"margins">;
  readonly then: Answer<"margins">;
  readonly previewing: Previewing;
  rows = $state<Dim>("programme");
  columns = $state<Dim>("sector");
  /** What was typed, by the places of the rows and columns. */
  wanted = $state.raw<Record<Side, ReadonlyMap<string, Wanted>>>({ rows: NONE, columns: NONE });
  readonly #desk: Desk;
  #asked = 0;

  constructor(desk: Desk, rows: Dim, columns: Dim) {
    this.#desk = desk;
    this.rows = rows;
    this.columns = columns;
    this.now = new Answer(desk.host, "margins");
    this.then = new Answer(desk.host, "margins");
    this.previewing = new Previewing(desk.plan);
  }

  #unread = $derived.by(() => [...this.wanted.rows.values(), ...this.wanted.columns.values()]);
  /** Whether nothing was typed. */
  empty = $derived.by(() => this.#unread.length === 0);
  /** The act that fills the table; none while nothing is typed, or something that means nothing. */
  edits = $derived.by((): Edit[] | null => {
    if (this.empty || this.#unread.some(({ amount }) => amount === null)) return null;
    const { rows, columns } = this;
    return [
      {
        edit: "balance",
        rows,
        columns,
        row_totals: totals(this.wanted.rows),
        column_totals: totals(this.wanted.columns),
      },
    ];
  });

  /** Takes other dimensions: what was typed belongs to the former ones. */
  turn(side: Side, dim: Dim): void {
    const other = side === "rows" ? this.columns : this.rows;
    // A table of a dimension against itself says nothing: the two change places.
    if (dim === other) [this.rows, this.columns] = [this.columns, this.rows];
    else this[side] = dim;
    this.clear();
  }

  clear(): void {
    this.wanted = { rows: NONE, columns: NONE };
  }

  /** Tells the table as it is; and, where the totals can be had, as it would be. */
  async tell(): Promise<void> {
    const { rows, columns } = this;
    await this.now.ask({ rows, columns });
  }

  /** Asks what the typed totals would do. */
  async look(edits: Edit[] | null): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const { rows, columns } = this;
    this.previewing.ask(edits);
    if (edits) await this.then.ask({ rows, columns, edits });
    if (mine === this.#asked && !edits) this.then.value = null;
  }

  /** Takes what was typed for one place; nothing leaves its total as it is. */
  async type(side: Side, line: MarginLine, text: string): Promise<Problem | null> {
    const read = text.trim() === "" ? null : await this.#read(line, text);
    this.#put(side, [[line.key, read]]);
    return read?.problem ?? null;
  }

  /** Takes a column, or a line, of amounts from one place on: all of them, or what is wrong with the first that is not one. */
  async paste(side: Side, lines: readonly MarginLine[], block: string): Promise<Problem | null> {
    const cells = from_tsv(block);
    const texts = cells.length === 1 ? (cells[0] ?? []) : cells.map(([cell = ""]) => cell);
    const pairs = texts
      .slice(0, lines.length)
      .map((text, at) => [lines[at], text.trim()] as const)
      .filter((pair): pair is readonly [MarginLine, string] => pair[0] !== undefined && pair[1] !== "");
    const read = await Promise.all(
      pairs.map(async ([line, text]) => [line.key, await this.#read(line, text)] as const),
    );
    this.#put(side, read);
    return read.find(([, { problem }]) => problem)?.[1].problem ?? null;
  }

  async #read(line: MarginLine, text: string): Promise<Wanted> {
    try {
      return { text, amount: await read_typed(this.#desk, text, line.amount), problem: null };
    } catch (thrown) {
      return { text, amount: null, problem: problem_of(thrown) };
    }
  }

  #put(side: Side, read: readonly (readonly [string, Wanted | null])[]): void {
    const wanted = new Map(this.wanted[side]);
    for (const [key, total] of read) {
      if (total) wanted.set(key, total);
      else wanted.delete(key);
    }
    this.wanted = { ...this.wanted, [side]: wanted };
  }
}

function totals(wanted: ReadonlyMap<string, Wanted>): KeyTotal[] {
  return [...wanted].flatMap(([key, { amount }]) => (amount === null ? [] : [{ key, amount }]));
}
