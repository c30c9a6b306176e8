import type { Desk } from "../../document/desk";
import type { GridRow } from "../../host";
import { unseen_fields } from "../scenarios/lines";
import { amount_in, is_assumed, is_moved_here, is_typed_year, words_in, type Line } from "./cells";
import type { Column } from "./columns";
import type { Sheet } from "./sheet.svelte";

/** The fields that a cell answers for: the code for all that no column shows. */
function fields_of(row: GridRow, column: Column, columns: readonly Column[]): readonly string[] {
  if (column.id !== "code") return [column.id];
  return unseen_fields(
    row.overridden,
    columns.map(({ id }) => id),
  );
}

/** What the scenario says differently from its parent in a cell, one line for each field. */
function told_over({ scenarios, reader }: Desk, row: GridRow, fields: readonly string[]): string[] {
  return fields
    .filter((field) => row.overridden.includes(field))
    .map((field) => {
      const line = scenarios.of_field("allocations", row.id, field);
      return line
        ? reader.t("mark-overridden", { field: line.field_label, value: line.parent_label })
        : reader.t("mark-changed");
    });
}

/** What the marks of a cell say, in words. */
export function marks_of(sheet: Sheet, row: GridRow, column: Column): string[] {
  const { desk } = sheet;
  const { t, money } = desk.reader;
  const marks = row.overridden.length > 0 ? told_over(desk, row, fields_of(row, column, sheet.columns)) : [];
  if (column.id === "code" && row.own) marks.unshift(t("mark-own"));
  if (column.id === "amount" && row.locked) marks.unshift(t("mark-locked"));
  if (column.id === "amount" && is_assumed(row)) marks.unshift(t("mark-assumption"));
  if (is_typed_year(row, column)) marks.unshift(t("mark-typed-year"));
  if (is_moved_here(row, column, desk.plan.status?.as_of.slice(0, 4))) {
    marks.unshift(t("mark-moved", { amount: money(row.moved) }));
  }
  return marks;
}

/** Whether the scenario says something differently in a cell. */
export function is_over(sheet: Sheet, row: GridRow, column: Column): boolean {
  if (row.overridden.length === 0) return false;
  return fields_of(row, column, sheet.columns).some((field) => row.overridden.includes(field));
}

/** What the hint over a cell tells: the exact amount or the whole words, and what the marks mean. */
export function hint_of(sheet: Sheet, line: Line, column: Column): string {
  const { reader } = sheet.desk;
  const amount = amount_in(line, column);
  const told = amount === null ? [] : [reader.money(amount)];
  if (line.kind !== "row") return told.join("\n");
  if (column.id === "amount") told.push(line.amount_grade_label);
  if (column.id === "programme") told.push(line.programme_label, line.funder_label);
  else if (column.kind === "words") told.push(words_in(line, column));
  if (column.editor === null && column.id !== "code") told.push(reader.t("mark-computed"));
  return [...told, ...marks_of(sheet, line, column)].filter(Boolean).join("\n");
}
