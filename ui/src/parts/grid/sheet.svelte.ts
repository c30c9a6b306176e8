import type { Desk } from "../../document/desk";
import { place_key } from "../../document/looking";
import type { Cell, Why } from "../../document/view.svelte";
import { is_unseen } from "../../format/amount";
import { as_tsv, from_tsv } from "../../format/tsv";
import { own_problem, problem_of, type Edit, type Grid, type Problem, type GridRow } from "../../host";
import { filters_in, narrowed } from "../explain/figures";
import { amount_in, columns_of, END_PX, widths_of, words_in, type Column } from "./columns";
import { in_order, only_rows, place, unfolded, type Placed } from "./lines";
import { block, moved, within, type Spot } from "./moves";

export const ROW_PX = 28;

/** An amount that is being typed, and why it was refused, if it was. */
export type Editing = { key: string; text: string; all: boolean };
export type Refusal = { key: string; problem: Problem };
/** An amount that the plan has taken in a place of it, and that the grid has not told yet. */
type Taken = { key: string; amount: string; revision: number; place: string };

/** What the grid shows and where the reader stands in it. */
export class Sheet {
  grid = $state.raw<Grid | null>(null);
  /** The corner that stays while a selection is drawn out from it to the active cell; null for a single cell. */
  #anchor = $state.raw<Spot | null>(null);
  #key = $state<string | null>(null);
  #row = $state(0);
  #column = $state("amount");
  editing = $state.raw<Editing | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  /** Rows that fit on a page, and the pixels that the columns share with the scroll bar, as the frame measures them. */
  page = $state(10);
  width = $state(0);
  #taken = $state.raw<Taken | null>(null);

  readonly #desk: Desk;

  #placed = $derived.by((): Placed[] => {
    const { only, order } = this.#desk.view;
    if (!this.grid) return [];
    if (!only) return place(in_order(this.grid.lines, order));
    const rows = only_rows(place(this.grid.lines), only.ids);
    return order === "plan"
      ? rows
      : place(
          in_order(
            rows.map(({ line }) => line),
            order,
          ),
        );
  });
  lines = $derived.by(() => unfolded(this.#placed, this.#desk.view.closed));
  columns = $derived.by((): Column[] => {
    const { reader, view } = this.#desk;
    if (!this.grid) return [];
    return columns_of(this.grid, view.only ? [] : view.group_by, reader.t("column-amount"));
  });
  #widths = $derived(widths_of(this.columns, this.width));
  /** The columns as a grid's template. */
  template = $derived(this.#widths.map((width) => `${width}px`).join(" "));
  /** How wide a line is, in pixels. */
  line_width = $derived(this.#widths.reduce((sum, width) => sum + width, END_PX));
  #places = $derived.by(() => new Map(this.lines.map((placed, at) => [placed.key, at])));

  /** The active cell. It follows its row when rows move, and stays in its place when the row is gone. */
  at = $derived.by((): Spot => {
    const col = this.columns.findIndex((column) => column.id === this.#column);
    const row = (this.#key === null ? undefined : this.#places.get(this.#key)) ?? this.#row;
    return within({ row, col }, this.size);
  });
  /** The active cell in words, once the reader has been to one. */
  cell = $derived.by((): Cell | null => {
    const placed = this.lines[this.at.row];
    const column = this.columns[this.at.col];
    if (this.#key === null || !placed || !column) return null;
    const { line } = placed;
    const name = line.kind === "row" ? line.code : line.label;
    const { top, bottom, left, right } = this.block;
    return {
      row: line.kind === "row" ? line : null,
      label: column.kind === "amount" ? name : `${name} · ${this.told(column)}`,
      amount: amount_in(line, column),
      cells: (bottom - top + 1) * (right - left + 1),
    };
  });
  block = $derived.by(() => block(within(this.#anchor ?? this.at, this.size), this.at));

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get size() {
    return { rows: this.lines.length, cols: this.columns.length, page: this.page };
  }

  /** Whether groups stand above rows, so that the grid is a tree. */
  get grouped(): boolean {
    return this.lines[0]?.line.kind === "group";
  }

  get active(): Placed | null {
    return this.lines[this.at.row] ?? null;
  }

  get active_column(): Column | null {
    return this.columns[this.at.col] ?? null;
  }

  /** What the active cell can be asked about: the payments of its row or of its group in its year. Null for other cells. */
  get why(): Why | null {
    const { active, active_column: column } = this;
    const { search, filters } = this.#desk.view;
    if (!active || column?.kind !== "period") return null;
    const { line, key } = active;
    const figure = { period: column.id, label: line.kind === "row" ? line.code : line.label };
    if (line.kind === "row") return { ...figure, rows: [line.id], filters: [] };
    // A search cannot be asked again as filters: the rows that it has left are named.
    if (search.trim() === "") return { ...figure, rows: [], filters: narrowed(filters, filters_in(key)) };
    const inside = this.#placed.filter((placed) => placed.line.kind === "row" && placed.path.includes(key));
    return { ...figure, rows: inside.map((placed) => placed.key), filters: [] };
  }

  /** What the sum of all lines in a period can be asked about. */
  why_sum(period: string): Why {
    const { search, filters } = this.#desk.view;
    const figure = { period, label: this.#desk.reader.t("grid-total") };
    if (search.trim() === "") return { ...figure, rows: [], filters };
    const rows = this.#placed.filter((placed) => placed.line.kind === "row");
    return { ...figure, rows: rows.map((placed) => placed.key), filters: [] };
  }

  /** Moves to a cell; with `extend` the selection is drawn out from where it began. */
  go(to: Spot, extend = false): void {
    const spot = within(to, this.size);
    this.#anchor = extend ? (this.#anchor ?? this.at) : null;
    const placed = this.lines[spot.row];
    this.#row = spot.row;
    this.#key = placed?.key ?? null;
    this.#column = this.columns[spot.col]?.id ?? "amount";
    if (placed?.line.kind === "row") this.#desk.view.select(placed.key);
  }

  /** Follows a key. Says whether it was one that moves. */
  step(key: string, far: boolean, extend: boolean): boolean {
    const to = moved(key, far, this.at, this.size);
    if (to) this.go(to, extend);
    return to !== null;
  }

  /** Makes a row's amount the active cell, and opens the groups around it. Says whether the row is there. */
  find(id: string): boolean {
    const placed = this.#placed.find((each) => each.key === id);
    if (!placed) return false;
    for (const key of placed.path) this.#desk.view.closed.delete(key);
    const row = this.lines.findIndex((each) => each.key === id);
    this.go({ row, col: this.columns.findIndex((column) => column.kind === "amount") });
    return true;
  }

  select_all(): void {
    this.go({ row: 0, col: 0 });
    this.go({ row: this.size.rows - 1, col: this.size.cols - 1 }, true);
  }

  fold(key: string): void {
    const { closed } = this.#desk.view;
    if (!closed.delete(key)) closed.add(key);
  }

  /** Folds or opens the group that is active, as `open` says; says whether there was something to do. */
  fold_active(open: boolean): boolean {
    const placed = this.active;
    if (placed?.line.kind !== "group" || this.at.col > 0) return false;
    const { closed } = this.#desk.view;
    if (closed.has(placed.key) !== open) return false;
    this.fold(placed.key);
    return true;
  }

  heading(column: Column): string {
    const { t } = this.#desk.reader;
    if (column.kind === "period") return column.id === "after" ? t("column-after") : column.id;
    return t(`column-${column.id}`);
  }

  /** What the cells of a column tell; the periods hold what is planned, before any condition. */
  told(column: Column): string {
    const heading = this.heading(column);
    return column.kind === "period" ? this.#desk.reader.t("column-planned", { period: heading }) : heading;
  }

  /** The amount of a row: what the plan has taken last, until the grid has told it with all its sums. */
  amount_of(row: GridRow): string {
    const taken = this.#taken;
    // A state of long ago has a lower revision for good, and was not what was typed into.
    if (taken?.key !== row.id || taken.place !== place_key(this.#desk.plan.place)) return row.amount;
    return (this.grid?.revision ?? 0) < taken.revision ? taken.amount : row.amount;
  }

  /** Starts typing over the active amount, with what has been typed or with what stands there. */
  edit(typed: string | null): void {
    const placed = this.active;
    if (placed?.line.kind !== "row" || this.active_column?.kind !== "amount") return;
    this.refusal = null;
    if (this.#desk.plan.frozen) {
      const problem = own_problem("read-only-place", this.#desk.reader.t("at-read-only"));
      this.refusal = { key: placed.key, problem };
      return;
    }
    this.editing = {
      key: placed.key,
      text: typed ?? this.#desk.reader.exact(this.amount_of(placed.line)),
      all: typed === null,
    };
  }

  restore(): void {
    this.editing = null;
    this.refusal = null;
  }

  /**
   * Reads an amount. A bare number so small that a column in billions would show it as nothing is refused: whoever types
   * "4.5" under "USD bn" means billions. Throws a problem.
   */
  async #read(text: string, former: string): Promise<string> {
    const { host, reader } = this.#desk;
    const { amount } = await host.call("read_amount", { text });
    const bare = /^[\d.,\s\u2212-]+$/.test(text);
    if (bare && is_unseen(amount) && !is_unseen(former)) {
      const args = { text: text.trim(), amount: reader.money(amount) };
      throw own_problem("amount-unseen", reader.t("amount-unseen", args));
    }
    return amount;
  }

  /** Reads what was typed and sets the amount. Says whether the cell may be left. */
  async commit(row: GridRow, text: string): Promise<boolean> {
    const { plan, reader, view } = this.#desk;
    const former = this.amount_of(row);
    if (text.trim() === reader.exact(former)) {
      this.restore();
      return true;
    }
    try {
      const amount = await this.#read(text, former);
      const problem = amount === former ? null : await plan.edit(view.amount_edit(row.id, amount));
      if (problem) this.refusal = { key: row.id, problem };
      else {
        this.#taken = {
          key: row.id,
          amount,
          revision: plan.status?.revision ?? 0,
          place: place_key(plan.place),
        };
        this.restore();
      }
    } catch (thrown) {
      this.refusal = { key: row.id, problem: problem_of(thrown) };
    }
    return this.refusal === null;
  }

  /** The selected cells for a spreadsheet: amounts to the cent, with the reader's decimal mark. */
  copied(): string {
    const { top, bottom, left, right } = this.block;
    const { reader } = this.#desk;
    const columns = this.columns.slice(left, right + 1);
    const cells = this.lines.slice(top, bottom + 1).map(({ line }) =>
      columns.map((column, at) => {
        const amount = amount_in(line, column);
        if (amount !== null) return reader.pasteable(amount);
        if (line.kind === "row") return words_in(line, column);
        return at === 0 ? line.label : "";
      }),
    );
    return as_tsv(cells);
  }

  /** Sets the amounts from the active cell downwards, all or none of them. */
  async paste(text: string): Promise<void> {
    const { plan, reader, view } = this.#desk;
    const cells = from_tsv(text);
    const from = this.lines.slice(this.at.row).filter((placed) => placed.line.kind === "row");
    const first = from[0];
    if (!first || cells.length === 0) return;
    const refuse = (key: string, id: string, args = {}) =>
      (this.refusal = { key, problem: own_problem(id, reader.t(id, args)) });
    if (this.active_column?.kind !== "amount") return void refuse(first.key, "paste-not-amounts");
    if (cells.some((row) => row.length > 1)) return void refuse(first.key, "paste-one-column");
    if (cells.length > from.length) return void refuse(first.key, "paste-too-long", { rows: from.length });

    const edits: Edit[] = [];
    for (const [at, [typed = ""]] of cells.entries()) {
      const placed = from[at] ?? first;
      try {
        const former = placed.line.kind === "row" ? this.amount_of(placed.line) : "0.00";
        const amount = await this.#read(typed, former);
        edits.push(view.amount_edit(placed.key, amount));
      } catch (thrown) {
        this.refusal = { key: placed.key, problem: problem_of(thrown) };
        return;
      }
    }
    const problem = await plan.edit(...edits);
    this.refusal = problem ? { key: first.key, problem } : null;
  }
}
