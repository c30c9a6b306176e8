import { SvelteSet } from "svelte/reactivity";
import type { Dim, Edit, Filter, GridOrder, GridQuery, GridRange, GridRow, Id } from "../host";
import { FIRST_CHOICE, measures_in } from "../parts/grid/columns";
import type { Chosen, GridAct, Handed } from "../parts/grid/handover";
import type { Reader } from "./reader.svelte";

export type ScreenName =
  "allocate" | "disburse" | "booster" | "outcomes" | "compare" | "needs" | "sources" | "history";
/**
 * What the pane at the right shows: the selected row, a row to be added, why a figure is what it is, an event, a cap, what
 * the scenario overrides, or what a figure of the strip leads to.
 */
export type Side = "row" | "new" | "why" | "event" | "cap" | "overrides" | "package" | "concerns" | "rules";
/** The lists under the chart of payments. */
export type DisburseTab = "years" | "caps" | "events" | "amounts";
/** A figure of the schedule that is to be explained: of these rows, or of all that pass the filters, in a period. */
export type Why = { label: string; period: string; rows: Id[]; filters: Filter[] };
/** A set of rows that a concern has led to. */
export type Only = { label: string; ids: ReadonlySet<Id> };
/** The cell that has the focus, as the status bar tells it, and what the selection around it comes to. */
export type Cell = {
  row: GridRow | null;
  label: string;
  amount: string | null;
  cells: number;
  range: GridRange | null;
};

/** What gives when an amount changes: the total, the other rows in proportion, or this row. */
export type Balance = "total" | "others" | { id: Id; code: string };

export const DIMENSIONS: readonly Dim[] = [
  "sector",
  "funder",
  "programme",
  "instrument",
  "capital",
  "purpose",
  "booster",
  "cluster",
  "amount_grade",
  "split_grade",
];

/** The panes that list rows: to choose one of them does not take the list away. */
const STAYS: ReadonlySet<Side> = new Set<Side>(["concerns", "overrides"]);

/** The window's width from which both panes fit beside the screen, and from which the rail alone does. */
const SIDE_FITS_PX = 1240;
const RAIL_FITS_PX = 960;

/** What the window shows: nothing here is part of the plan. */
export class View {
  screen = $state<ScreenName>("allocate");
  side = $state<Side>("package");
  side_open = $state(true);
  rail_open = $state(true);
  palette_open = $state(false);
  group_by = $state.raw<Dim[]>(["sector"]);
  search = $state("");
  filters = $state.raw<Filter[]>([]);
  only = $state.raw<Only | null>(null);
  /** Groups that are folded, by their path. */
  readonly closed = new SvelteSet<string>();
  balance = $state.raw<Balance>("total");
  selected = $state<Id | null>(null);
  /** The reform step or the cluster that the booster's screen tells about: a step's id, or a cluster's key. */
  step = $state<string | null>(null);
  /** The figure whose chain the inspector tells. */
  why = $state.raw<Why | null>(null);
  /** The event and the cap in the inspector; none where one is to be added. */
  event = $state<Id | null>(null);
  cap = $state<Id | null>(null);
  disburse_tab = $state<DisburseTab>("years");
  cell = $state.raw<Cell | null>(null);
  /** Rows shown and rows there are, as the grid says. */
  shown = $state.raw<{ shown: number; of: number } | null>(null);
  /** How the grid's lines are put in order, within their groups; as the plan has them where nothing is said. */
  order = $state.raw<GridOrder | null>(null);
  /** The columns that the reader has chosen; the name of a measure stands for its whole block of years. */
  columns = $state.raw<readonly string[]>(FIRST_CHOICE);
  /** What is selected in the grid, for acts on it. */
  chosen = $state.raw<Chosen | null>(null);
  /** What can be done with the cells on view: copied, pasted, filled, emptied. */
  cell_acts = $state.raw<readonly GridAct[]>([]);
  /** What the grid has handed over: a total, a year or a block that is being typed or pasted. */
  handed = $state.raw<Handed | null>(null);
  /** A row that the grid should bring into sight, once. */
  wanted = $state.raw<{ id: Id } | null>(null);
  /** Set once the first chart is on the screen. */
  painted = $state(false);
  readonly #reader: Reader;
  /** Which rows the grid shows, in which groups and order. */
  query = $derived.by((): GridQuery => {
    const measures = measures_in(this.columns);
    const { only, order } = this;
    const whole = { group_by: [], search: "", filters: [], only: null, order, closed: [], measures };
    if (only) return { ...whole, only: [...only.ids] };
    return {
      ...whole,
      group_by: this.group_by,
      search: this.search.trim(),
      filters: this.filters,
      closed: [...this.closed].sort(),
    };
  });

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Takes up the layout that was left, or one that fits the window. */
  start(): void {
    const open = (name: string, fits: boolean) =>
      this.#reader.layout(name, fits ? "open" : "closed") === "open";
    this.side_open = open("side", window.innerWidth >= SIDE_FITS_PX);
    this.rail_open = open("rail", window.innerWidth >= RAIL_FITS_PX);
    const dims = this.#reader.layout("group_by", "sector").split(",");
    this.group_by = DIMENSIONS.filter((dim) => dims.includes(dim)).sort(
      (a, b) => dims.indexOf(a) - dims.indexOf(b),
    );
    this.columns = this.#reader.layout("columns", FIRST_CHOICE.join(",")).split(",");
  }

  /** Shows these columns, and remembers it. */
  choose_columns(columns: readonly string[]): void {
    this.columns = columns;
    this.#reader.remember("columns", columns.join(","));
  }

  toggle_rail(): void {
    this.rail_open = !this.rail_open;
    this.#reader.remember("rail", this.rail_open ? "open" : "closed");
  }

  toggle_side(): void {
    this.side_open = !this.side_open;
    this.#reader.remember("side", this.side_open ? "open" : "closed");
  }

  show_side(side: Side): void {
    this.side = side;
    if (!this.side_open) this.toggle_side();
  }

  /** Asks why a figure is what it is. */
  ask_why(why: Why): void {
    this.why = why;
    this.show_side("why");
  }

  /** Follows the selection: a year's figure is explained where a row was told, and the row is told again after it. */
  follow(why: Why | null): void {
    if (why) this.why = why;
    if (why && !STAYS.has(this.side) && this.side !== "rules") this.side = "why";
    if (!why && this.side === "why") this.side = "row";
  }

  /** Leads to an event, or to a new one. */
  show_event(id: Id | null): void {
    this.screen = "disburse";
    this.disburse_tab = "events";
    this.event = id;
    this.show_side("event");
  }

  /** Leads to a cap, or to a new one. */
  show_cap(id: Id | null): void {
    this.screen = "disburse";
    this.disburse_tab = "caps";
    this.cap = id;
    this.show_side("cap");
  }

  /** Leads to a reform step or to a cluster of them. */
  show_step(step: string): void {
    this.step = step;
    this.screen = "booster";
  }

  group(dims: Dim[]): void {
    this.group_by = dims;
    this.closed.clear();
    this.#reader.remember("group_by", dims.join(","));
  }

  /** Shows the rows with these values and nothing else. */
  filter_only(filters: Filter[]): void {
    this.screen = "allocate";
    this.search = "";
    this.only = null;
    this.filters = filters;
  }

  set_filter(dimension: Dim, keys: string[]): void {
    const others = this.filters.filter((filter) => filter.dimension !== dimension);
    this.filters = keys.length > 0 ? [...others, { dimension, keys }] : others;
  }

  /** Shows these rows as a flat list. */
  show_rows(label: string, ids: Id[]): void {
    this.filter_only([]);
    this.only = { label, ids: new Set(ids) };
    this.find(ids[0] ?? null);
  }

  /** The edit that gives a row this amount, with what the reader has chosen to give. */
  amount_edit(allocation: Id, amount: string): Edit {
    const edit = { edit: "set_amount", allocation, amount } as const;
    if (this.balance === "total") return edit;
    return { ...edit, balance: this.balance === "others" ? "others" : { row: this.balance.id } };
  }

  clear_filters(): void {
    this.search = "";
    this.filters = [];
    this.only = null;
  }

  select(id: Id | null): void {
    this.selected = id;
    // Lists that lead from row to row stay.
    if (id !== null && !STAYS.has(this.side)) this.side = "row";
  }

  /** Selects a row and brings it into sight. */
  find(id: Id | null): void {
    this.select(id);
    if (id !== null) this.wanted = { id };
  }
}
