import { read_typed } from "../../document/amounts";
import { problem_of, type Edit, type Filter, type GridRow, type Id } from "../../host";
import { filters_in, narrowed } from "../explain/figures";
import { amount_in, value_in, type GroupLine, type TotalLine } from "./cells";
import type { Column } from "./columns";
import type { Behind, Leave } from "./handover";
import type { Sheet } from "./sheet.svelte";

/** What nothing is, in a column that may be empty. */
const nothing_in = (column: Column): string => (column.kind === "amount" ? "0.00" : "");

/** Everything that is typed into the grid: from one cell to a block of them. */
export class Typing {
  readonly #sheet: Sheet;
  /** What was typed last and how it was read, while it is still being typed: Enter need not wait for it. */
  #read: { text: string; former: string; amount: Promise<string> } | null = null;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  get #desk() {
    return this.#sheet.desk;
  }

  /** Says why nothing can be typed here, at the cell. Says whether something can. */
  #open(column: Column): boolean {
    const sheet = this.#sheet;
    if (this.#desk.plan.frozen) sheet.refuse_frozen();
    else if (column.editor === null) sheet.refuse("grid-computed", { column: sheet.heading(column) });
    else return true;
    return false;
  }

  /** Starts typing into the active cell: in its place, or in the piece that sums and years are handed to. */
  async start(typed: string | null, leave: Leave): Promise<void> {
    const sheet = this.#sheet;
    const { active: line, active_column: column } = sheet;
    if (!line || !column || !this.#open(column)) return;
    if (line.kind === "row") {
      if (column.editor === "flag") await this.flip();
      else if (column.editor === "year") this.#hand_year(line, column, typed, leave);
      else sheet.edit(typed);
      return;
    }
    if (column.id === "amount") this.#hand_total(line, typed, leave);
    else sheet.refuse(column.editor === "year" ? "grid-year-of-group" : "grid-not-of-group");
  }

  #hand_year(row: GridRow, column: Column, typed: string | null, leave: Leave): void {
    const { feed, active } = this.#sheet;
    if (!column.at || column.period === null || active?.kind !== "row") return;
    const cells = active.cells[column.at.measure] ?? [];
    this.#desk.view.handed = {
      kind: "year",
      row,
      year: Number.parseInt(column.period, 10),
      former: amount_in(active, column) ?? "0.00",
      years: (feed.grid?.periods ?? []).map((period, at) => ({ period, amount: cells[at] ?? "0.00" })),
      typed,
      leave,
    };
  }

  #hand_total(line: GroupLine | TotalLine, typed: string | null, leave: Leave): void {
    this.#desk.view.handed = {
      kind: "total",
      behind: this.#behind(line),
      label: this.#sheet.name_of(line),
      count: line.count,
      former: line.amount,
      locked: line.locked,
      typed,
      leave,
    };
  }

  /** The rows behind a sum. A search is no slice: the rows that it has left are named. */
  #behind(line: GroupLine | TotalLine): Behind | Promise<Behind> {
    const { view } = this.#desk;
    const own: Filter[] = line.kind === "group" ? filters_in(line.path) : [];
    const filters = narrowed(view.query.filters, own);
    if (view.query.search === "" && view.query.only === null) return { slice: filters, rows: null };
    return this.#named(filters, line.count);
  }

  async #named(filters: Filter[], count: number): Promise<Behind> {
    const { host, view } = this.#desk;
    const query = { ...view.query, group_by: [], closed: [], filters, measures: [] };
    const { rows } = await host.call("grid_range", { query, top: 0, bottom: count - 1, columns: [] });
    return { slice: null, rows };
  }

  /** Hands the amount that is being typed over a row's to the piece in which it is chosen what gives. */
  hand_amount(row: GridRow, text: string, leave: Leave): void {
    this.#sheet.restore();
    this.#desk.view.handed = { kind: "amount", row, former: row.amount, typed: text, leave };
  }

  /** Reads an amount while it is being typed. */
  read_ahead(row: GridRow, text: string): void {
    const former = row.amount;
    const amount = read_typed(this.#desk, text, former);
    // Whether it can be read is told when it is entered.
    amount.catch(() => undefined);
    this.#read = { text, former, amount };
  }

  #amount(text: string, former: string): Promise<string> {
    const read = this.#read;
    if (read?.text === text && read.former === former) return read.amount;
    return read_typed(this.#desk, text, former);
  }

  /** Takes what was typed into a cell of a row. Says whether the cell may be left. */
  async commit(row: GridRow, column: Column, text: string): Promise<boolean> {
    const sheet = this.#sheet;
    try {
      const edit = await this.#edit_of(row, column, text);
      const problem = edit ? await this.#desk.plan.edit(edit) : null;
      if (problem) throw problem;
      sheet.restore();
      return true;
    } catch (thrown) {
      sheet.refusal = { key: row.id, column: column.id, problem: problem_of(thrown) };
      return false;
    }
  }

  /** The edit that a text in a cell asks for; null where it says what stands there already. */
  async #edit_of(row: GridRow, column: Column, text: string): Promise<Edit | null> {
    const { reader, view } = this.#desk;
    if (column.id === "amount") {
      const former = row.amount;
      if (text.trim() === reader.exact(former)) return null;
      const amount = await this.#amount(text, former);
      return amount === former ? null : view.amount_edit(row.id, amount);
    }
    const value =
      column.id === "sources"
        ? text
            .split(/[\s,;]+/)
            .filter(Boolean)
            .join(",")
        : text.trim();
    if (value === value_in(row, column)) return null;
    return { edit: "set_field", rows: [row.id], field: column.id, value };
  }

  /** Turns a yes into a no, and the other way round, in all selected rows. */
  async flip(): Promise<void> {
    const { active_row: row, active_column: column } = this.#sheet;
    if (!row || !column || !this.#open(column)) return;
    const value = value_in(row, column) === "yes" ? "no" : "yes";
    await this.#set_all([{ column, value }], await this.#rows());
  }

  /** Empties the selected cells, all or none of them. What is worked out is left alone beside what is not. */
  async clear(leave: Leave): Promise<void> {
    const sheet = this.#sheet;
    const { active, active_column, several } = sheet;
    if (!active || !active_column) return;
    if (active.kind !== "row" && !several) {
      if (active_column.id === "amount") return this.start("0", leave);
      return sheet.refuse("grid-not-of-group");
    }
    if (active_column.editor === "year" && !several) return this.start("0", leave);
    const columns = this.#columns();
    if (columns.length === 0) return this.#refuse_block(active_column);
    const full = columns.find((column) => !column.empties);
    if (full) return sheet.refuse("grid-not-empty", { column: sheet.heading(full) });
    await this.#set_all(
      columns.map((column) => ({ column, value: nothing_in(column) })),
      await this.#rows(),
    );
  }

  /** Gives the rows of the selection what the first of them holds; a single row gets what the row above it holds. */
  async fill_down(): Promise<void> {
    const sheet = this.#sheet;
    const { block, active_column } = sheet;
    const columns = this.#columns();
    if (columns.length === 0) return this.#refuse_block(active_column);
    const from = sheet.line(block.top === block.bottom ? block.top - 1 : block.top);
    const rows = await this.#rows();
    const alone = block.top === block.bottom && rows.length === 1;
    const model = from?.kind === "row" ? from : alone ? null : this.#first_row(rows);
    if (!model) return sheet.refuse("grid-nothing-above");
    const values = columns.map((column) => ({
      column,
      value: value_in(model, column),
    }));
    await this.#set_all(
      values,
      rows.filter((row) => row !== model.id),
    );
  }

  /** Says why a block of these columns cannot be set: a year needs to be told what gives, and the others are worked out. */
  #refuse_block(column: Column | null): void {
    if (column && this.#open(column)) this.#sheet.refuse("grid-years-alone");
  }

  /** The first of these rows, where the selection begins with the line of a group. */
  #first_row(rows: readonly Id[]): GridRow | null {
    const { feed } = this.#sheet;
    const at = rows[0] === undefined ? undefined : feed.place_of(rows[0]);
    const line = at === undefined ? undefined : feed.line(at);
    return line?.kind === "row" ? line : null;
  }

  /** The selected columns that can be typed into as a block: a year needs to be told what gives. */
  #columns(): Column[] {
    const { block, columns } = this.#sheet;
    if (this.#desk.plan.frozen) return [];
    return columns
      .slice(block.left, block.right + 1)
      .filter((column) => column.editor !== null && column.editor !== "year");
  }

  async #rows(): Promise<Id[]> {
    try {
      return await this.#sheet.selection.rows();
    } catch (thrown) {
      this.#sheet.refuse_with(problem_of(thrown));
      return [];
    }
  }

  async #set_all(values: readonly { column: Column; value: string }[], rows: Id[]): Promise<void> {
    if (rows.length === 0) return;
    const edits = values.map(({ column, value }): Edit => ({
      edit: "set_field",
      rows,
      field: column.id,
      value,
    }));
    const problem = await this.#desk.plan.edit(...edits);
    if (problem) this.#sheet.refuse_with(problem);
    else this.#sheet.restore();
  }
}
