import { is_zero } from "../../format/amount";
import type { GridLine, GridRow, GridTotal } from "../../host";
import type { Column } from "./columns";

/** A line of a row, a line of a group, and the line under all of them. */
export type RowLine = Extract<GridLine, { kind: "row" }>;
export type GroupLine = Extract<GridLine, { kind: "group" }>;
export type TotalLine = { kind: "total" } & GridTotal;
export type Line = GridLine | TotalLine;

/** A key that outlives a new answer: the row's id, or the path of the group. */
export function key_of(line: Line): string {
  if (line.kind === "row") return line.id;
  return line.kind === "group" ? line.path : "";
}

/** The exact amount of a line in a column, or null where the column holds none. */
export function amount_in(line: Line, column: Column): string | null {
  if (column.at) return line.cells[column.at.measure]?.[column.at.period] ?? null;
  if (column.kind !== "amount") return null;
  if (column.id === "amount") return line.amount;
  if (line.kind !== "row") return null;
  return column.id === "settled" ? line.settled : line.moved;
}

/** The words of a row in a column of words. */
export function words_in(row: GridRow, column: Column): string {
  switch (column.id) {
    case "code":
      return row.code;
    case "programme":
      return row.programme_label;
    case "funder":
      return row.funder_label;
    case "instrument":
      return row.instrument_label;
    case "capital":
      return row.capital_label;
    case "sector":
      return row.sector_label;
    case "purpose":
      return row.purpose_label;
    case "booster":
      return row.cluster_label ?? "";
    case "start":
      return row.start;
    case "end":
      return row.end;
    case "profile":
      return row.profile_label;
    case "priority":
      return String(row.priority);
    case "amount_grade":
      return row.amount_grade_label;
    case "split_grade":
      return row.split_grade_label;
    case "held_grade":
      return row.held_grade_label;
    case "sources":
      return row.sources.join(", ");
    case "cited":
      return row.cited.join(", ");
    case "note":
      return row.note;
    default:
      return "";
  }
}

/** What a row holds in a field, as the text that sets it. */
export function value_in(row: GridRow, column: Column): string {
  switch (column.id) {
    case "programme":
      return row.programme;
    case "instrument":
      return row.instrument;
    case "capital":
      return row.capital;
    case "sector":
      return row.sector;
    case "purpose":
      return row.purpose;
    case "booster":
      return row.cluster ?? "";
    case "amount":
      return row.amount;
    case "profile":
      return row.profile_text;
    case "amount_grade":
      return row.amount_grade;
    case "split_grade":
      return row.split_grade;
    case "sources":
      return row.sources.join(",");
    case "locked":
      return row.locked ? "yes" : "no";
    default:
      return words_in(row, column);
  }
}

/** How firmly the amount of a row is held: an assumption is underlined with dots. */
export function is_assumed(row: GridRow): boolean {
  return row.held_grade === "assumption";
}

/** Whether the year's amount was typed: the row's profile says what is paid in each quarter. */
export function is_typed_year(row: GridRow, column: Column): boolean {
  return column.measure === "planned" && row.profile === "typed";
}

/** Whether what should have been paid before the plan's today has moved to its first open quarter, which is in this column. */
export function is_moved_here(row: GridRow, column: Column, open_year: string | undefined): boolean {
  return column.measure !== null && column.period === open_year && !is_zero(row.moved);
}

/** The place of a row in a dimension, as the path of a group names it. */
function place_in(row: GridRow, dimension: string): string {
  switch (dimension) {
    case "funder":
      return row.funder;
    case "programme":
      return row.programme;
    case "instrument":
      return row.instrument;
    case "capital":
      return row.capital;
    case "sector":
      return row.sector;
    case "purpose":
      return row.purpose;
    case "booster":
      return row.cluster === null ? "no" : "yes";
    case "cluster":
      return row.cluster ?? "";
    case "amount_grade":
      return row.held_grade;
    default:
      return row.split_grade;
  }
}

/** The paths of the groups that a row lies in, the outermost first. */
export function paths_of(row: GridRow, group_by: readonly string[]): string[] {
  const parts = group_by.map((dimension) => `${dimension}=${place_in(row, dimension)}`);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
