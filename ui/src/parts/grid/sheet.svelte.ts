import type { Desk } from "../../document/desk";
import type { Cell, Why } from "../../document/view.svelte";
import { own_problem, type GridRow, type Id, type Problem } from "../../host";
import { filters_in, narrowed } from "../explain/figures";
import { amount_in, key_of, paths_of, value_in, type Line, type TotalLine } from "./cells";
import { columns_of, label_span, type Column } from "./columns";
import { Feed } from "./feed.svelte";
import { laid_out, type Layout } from "./layout";
import { block, moved, within, type Block, type Spot } from "./moves";
import { Selection } from "./selection.svelte";

export const ROW_PX = 28;

/** A cell that is being typed into: with what was typed already, or with all that stands there. */
export type Editing = { key: string; column: string; text: string; all: boolean };
/** Why what was typed into a cell was refused. */
export type Refusal = { key: string; column: string; problem: Problem };

/** What the grid shows and where the reader stands in it. */
export class Sheet {
  readonly feed: Feed;
  readonly selection: Selection;
  /** The corner that stays while a selection is drawn out from it to the active cell; null for a single cell. */
  #anchor = $state.raw<Spot | null>(null);
  /** Whole lines or columns that are selected; the active cell stays where it was among them. */
  #whole = $state.raw<Block | null>(null);
  #key = $state<string | null>(null);
  #row = $state(0);
  #column = $state("amount");
  editing = $state.raw<Editing | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  /** Rows that fit on a page, and the pixels that the columns share with the scroll bar, as the frame measures them. */
  page = $state(10);
  width = $state(0);

  readonly desk: Desk;

  /** The line under all others, with the sum of what is shown; a list of rows that a concern led to has none. */
  total = $derived.by((): TotalLine | null => {
    const { grid } = this.feed;
    return grid && !this.desk.view.only ? { kind: "total", ...grid.total } : null;
  });
  #levels = $derived.by(() => this.desk.view.query.group_by.length);
  // The columns and their places stay the very same through an edit that changes none of them: nothing is laid out anew.
  #told = $derived.by(() => {
    const { grid } = this.feed;
    return JSON.stringify(
      grid
        ? columns_of(
            { ...grid, cells: grid.total.cells },
            this.desk.view.columns,
            this.desk.view.query.group_by,
          )
        : [],
    );
  });
  columns = $derived.by((): Column[] => JSON.parse(this.#told) as Column[]);
  #signs = $derived.by(() => JSON.stringify(this.feed.grid?.widths ?? []));
  layout = $derived.by((): Layout => {
    const heading = (column: Column) => this.heading(column);
    return laid_out(this.columns, JSON.parse(this.#signs), heading, this.#levels, this.width);
  });

  /** The active cell. It follows its row when rows move, and stays in its place when the row is gone. */
  at = $derived.by((): Spot => {
    const col = this.columns.findIndex((column) => column.id === this.#column);
    const row = (this.#key === null ? undefined : this.feed.place_of(this.#key)) ?? this.#row;
    return within({ row, col }, this.size);
  });
  block = $derived.by(() => this.#whole ?? block(within(this.#anchor ?? this.at, this.size), this.at));
  several = $derived.by(() => this.block.top !== this.block.bottom || this.block.left !== this.block.right);
  /** The active cell in words, once the reader has been to one. */
  cell = $derived.by((): Cell | null => {
    const { active: line, active_column: column } = this;
    if (this.#key === null || !line || !column) return null;
    const name = this.name_of(line);
    const { top, bottom, left, right } = this.block;
    return {
      row: line.kind === "row" ? line : null,
      label: column.id === "amount" ? name : `${name} · ${this.told(column)}`,
      amount: amount_in(line, column),
      cells: (bottom - top + 1) * (right - left + 1),
      range: this.several ? this.selection.range : null,
    };
  });

  constructor(desk: Desk) {
    this.desk = desk;
    this.feed = new Feed(desk);
    this.selection = new Selection(this);
  }

  /** How many lines and columns there are, with the line of the total. */
  get size() {
    return { rows: this.feed.count + (this.total ? 1 : 0), cols: this.columns.length, page: this.page };
  }

  /** How many columns the label of a group spans. */
  get label_columns(): number {
    return label_span(this.columns);
  }

  /** Whether groups stand above rows, so that the grid is a tree. */
  get grouped(): boolean {
    return this.#levels > 0;
  }

  /** The line at a place, the total included; null where it is not here yet. */
  line(at: number): Line | null {
    if (at === this.feed.count) return this.total;
    return this.feed.line(at) ?? null;
  }

  get active(): Line | null {
    return this.line(this.at.row);
  }

  get active_column(): Column | null {
    return this.columns[this.at.col] ?? null;
  }

  /** The active row, where the active line is one. */
  get active_row(): GridRow | null {
    const { active } = this;
    return active?.kind === "row" ? active : null;
  }

  name_of(line: Line): string {
    if (line.kind === "row") return line.code;
    return line.kind === "group" ? line.label : this.desk.reader.t("grid-total");
  }

  /** What the active cell can be asked about: the payments of its row or of its group in its year. Null for other cells. */
  get why(): Why | null {
    const { active: line, active_column: column } = this;
    const { search, filters } = this.desk.view;
    if (!line || !column?.period) return null;
    const figure = { period: column.period, label: this.name_of(line) };
    if (line.kind === "row") return { ...figure, rows: [line.id], filters: [] };
    // A search cannot be asked again as filters.
    if (search.trim() !== "") return null;
    const own = line.kind === "group" ? filters_in(line.path) : [];
    return { ...figure, rows: [], filters: narrowed(filters, own) };
  }

  /** Moves to a cell; with `extend` the selection is drawn out from where it began. */
  go(to: Spot, extend = false): void {
    const spot = within(to, this.size);
    this.#whole = null;
    this.#anchor = extend ? (this.#anchor ?? this.at) : null;
    const line = this.line(spot.row);
    this.#row = spot.row;
    // A line that is on its way is known by its place until it is here.
    this.#key = line ? key_of(line) : "";
    this.#column = this.columns[spot.col]?.id ?? "amount";
    if (line?.kind === "row" && this.desk.view.selected !== line.id) this.desk.view.select(line.id);
    if (this.refusal && !this.editing) this.refusal = null;
  }

  /** Follows a key. Says whether it was one that moves. */
  step(key: string, far: boolean, extend: boolean): boolean {
    // The far end of the lines is the last of them, and not the sum under it.
    const size = far ? { ...this.size, rows: Math.max(1, this.feed.count) } : this.size;
    const to = moved(key, far, this.at, size);
    if (to) this.go(to, extend);
    return to !== null;
  }

  /** Selects the lines of the selection whole, or its columns, or all of both. */
  select_whole(lines: boolean, columns: boolean): void {
    const { top, bottom, left, right } = this.block;
    const last = { row: Math.max(0, this.feed.count - 1), col: this.size.cols - 1 };
    this.go(this.at);
    this.#whole = {
      ...(columns ? { top: 0, bottom: last.row } : { top, bottom }),
      ...(lines ? { left: 0, right: last.col } : { left, right }),
    };
  }

  /** Makes a row's amount the active cell, and opens the groups around it. Says whether the row is there. */
  async find(id: Id): Promise<boolean> {
    const known = this.feed.place_of(id);
    const found = known === undefined ? await this.#look_for(id) : known;
    if (found === null) return false;
    const amount = this.columns.findIndex((column) => column.id === "amount");
    this.go({ row: found, col: Math.max(0, amount) });
    return true;
  }

  async #look_for(id: Id): Promise<number | null> {
    const { host, view } = this.desk;
    const there = await this.feed.find(id);
    if (there) return there.at;
    // A folded group may hide it.
    if (view.closed.size === 0) return null;
    const query = { ...view.query, closed: [], measures: [] };
    const { lines, first, found } = await host.call("grid", { query, first: 0, count: 1, around: id });
    const line = found === null ? undefined : lines[found - first];
    if (line?.kind !== "row") return null;
    for (const path of paths_of(line, view.query.group_by)) view.closed.delete(path);
    return (await this.feed.find(id))?.at ?? null;
  }

  fold(path: string): void {
    const { closed } = this.desk.view;
    if (!closed.delete(path)) closed.add(path);
  }

  /** Folds or opens the group that is active, as `open` says; says whether there was something to do. */
  fold_active(open: boolean): boolean {
    const { active } = this;
    if (active?.kind !== "group" || this.at.col > 0 || active.open === open) return false;
    this.fold(active.path);
    return true;
  }

  heading(column: Column): string {
    const { t } = this.desk.reader;
    if (column.period === null) return t(`column-${column.id.replaceAll("_", "-")}`);
    const period = column.period === "after" ? t("column-after") : column.period;
    return column.measure === "planned" ? period : t(`column-of-${column.measure}`, { period });
  }

  /** What the cells of a column tell, at full length. */
  told(column: Column): string {
    const { t } = this.desk.reader;
    return column.measure === "planned"
      ? t("column-planned", { period: this.heading(column) })
      : this.heading(column);
  }

  /** Orders the lines by a column, or turns the order round, or takes it back. */
  order_by(column: Column, down?: boolean): void {
    const { view } = this.desk;
    const first = column.kind !== "words";
    if (down !== undefined) view.order = { column: column.id, down };
    else if (view.order?.column !== column.id) view.order = { column: column.id, down: first };
    else view.order = view.order.down === first ? { column: column.id, down: !first } : null;
  }

  /** Says at the active cell why nothing was done. */
  refuse(code: string, args: Record<string, string | number> = {}): void {
    this.refuse_with(own_problem(code, this.desk.reader.t(code, args)));
  }

  /** Says at the active cell that what is looked at cannot be changed. */
  refuse_frozen(): void {
    this.refuse_with(own_problem("read-only-place", this.desk.reader.t("at-read-only")));
  }

  refuse_with(problem: Problem): void {
    const { active, active_column: column } = this;
    if (active && column) this.refusal = { key: key_of(active), column: column.id, problem };
  }

  /** Starts typing over the active cell of a row, with what has been typed or with what stands there. */
  edit(typed: string | null): void {
    const { active_row: row, active_column: column } = this;
    if (!row || !column) return;
    this.refusal = null;
    const stands = column.id === "amount" ? this.desk.reader.exact(row.amount) : value_in(row, column);
    this.editing = { key: row.id, column: column.id, text: typed ?? stands, all: typed === null };
  }

  restore(): void {
    this.editing = null;
    this.refusal = null;
  }
}
