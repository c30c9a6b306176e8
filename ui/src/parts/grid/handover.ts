/** What the grid hands over to the pieces that spread totals, type years, paste blocks and change many rows at once. */
import type { Desk } from "../../document/desk";
import type { Filter, GridLine, GridQuery, GridRow, Id } from "../../host";

/**
 * Gives the keyboard back to the grid, once the piece is done or was given up: the active cell is left by so many lines
 * and columns, (0, 0) stays. Enter leaves by (1, 0), Shift+Enter by (-1, 0), Tab by (0, 1), Shift+Tab by (0, -1), Escape by
 * (0, 0).
 */
export type Leave = (rows: number, cols: number) => void;

/** The rows behind a sum: all that the slice holds, or these where no slice says it (a search, a list of rows). */
export type Behind = { slice: Filter[]; rows: null } | { slice: null; rows: Id[] };

/** An amount is typed over the sum of a group, or of all lines. */
export type HandedTotal = {
  kind: "total";
  /** The rows; still to come where a search has to name them, so that no key waits for it. */
  behind: Behind | Promise<Behind>;
  /** What the sum is of: the group's label, or the word for the total. */
  label: string;
  /** How many rows it holds. */
  count: number;
  /** What it comes to now, and what of it is in locked rows. */
  former: string;
  locked: string;
  /** What was typed already; null where the editor was opened: then it shows the former amount, all selected. */
  typed: string | null;
  leave: Leave;
};

/** An amount is typed into a planned year of a row. */
export type HandedYear = {
  kind: "year";
  row: GridRow;
  year: number;
  former: string;
  /** What is planned in each period of the row, "after" last, as the grid tells it. */
  years: { period: string; amount: string }[];
  typed: string | null;
  leave: Leave;
};

/** An amount is typed over that of a row, and what gives is to be chosen for it: the arrow down in the editor asks for that. */
export type HandedAmount = {
  kind: "amount";
  row: GridRow;
  former: string;
  typed: string | null;
  leave: Leave;
};

/** What lies on the clipboard, for the cells from the active one on. */
export type HandedPaste = {
  kind: "paste";
  text: string;
  html: string | null;
  /** The cell that the block begins in: a row's code and the column's name; null where no row is active. */
  at: { row: string; column: string } | null;
  /** Which rows stand in which order, so that the block falls on the lines that are seen. */
  query: GridQuery;
  leave: Leave;
};

export type Handed = HandedTotal | HandedYear | HandedAmount | HandedPaste;

/** What is selected in the grid, for acts on it. */
export type Chosen = {
  query: GridQuery;
  /** The lines from the first to the last, and the names of the columns. */
  top: number;
  bottom: number;
  columns: string[];
  /** The active line and column. */
  active: GridLine;
  column: string;
  /** How many rows the selection stands for; null until the grid has counted them. */
  count: number | null;
  /** The rows that the selection stands for, in the order of the lines: a group stands for all of its rows. */
  rows: () => Promise<Id[]>;
  leave: Leave;
};

/** Something that can be done with a selection: the grid's menu lists it, and its keys do it in the grid. */
export type GridAct = {
  key: string;
  label: string;
  /** Keys as a person reads them: "Ctrl+Shift+D". */
  keys?: string;
  enabled?: boolean;
  run: () => unknown;
};

/** What a piece offers for a selection. */
export type Offer = (desk: Desk, chosen: Chosen) => GridAct[];
