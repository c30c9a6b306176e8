import type { Desk } from "../../document/desk";
import { find_rows } from "../../document/finding";
import { DIMENSIONS } from "../../document/view.svelte";
import type { Dim, GridRow } from "../../host";
import type { Behind } from "../grid/handover";
import { values_of } from "../grid/values";
import type { Option } from "./Pick.svelte";

/** As many rows as a short list holds. */
const MOST_ROWS = 30;

/** Whether a row is one of those behind a sum. */
function is_behind(row: GridRow, { slice, rows }: Behind): boolean {
  if (!slice) return rows.includes(row.id);
  return slice.every(({ dimension, keys }) => keys.includes(place_in(row, dimension)));
}

/** Where a row stands in a dimension. */
function place_in(row: GridRow, dimension: Dim): string {
  if (dimension === "booster") return row.cluster === null ? "no" : "yes";
  return row[dimension] ?? "none";
}

/** Rows that may give, by a few letters: a locked one never does, nor one of those that are spread. */
export async function givers(desk: Desk, text: string, without: Behind): Promise<Option[]> {
  const { reader } = desk;
  const rows = await find_rows(desk, text.trim(), MOST_ROWS);
  return rows
    .filter((row) => !row.locked && !is_behind(row, without))
    .map((row) => ({
      key: row.id,
      label: `${row.code} · ${row.programme_label} · ${row.sector_label}`,
      detail: reader.bn(row.amount, 3),
    }));
}

/** A key for a place in a dimension, and the place again. */
export const place_key = (dimension: Dim, key: string) => `${dimension}=${key}`;
export function place_of(place: string): { dimension: Dim; key: string } {
  const cut = place.indexOf("=");
  return { dimension: place.slice(0, cut) as Dim, key: place.slice(cut + 1) };
}

/** The groups that others can be spread after, by a few letters. */
export function groups(desk: Desk, text: string): Option[] {
  const { plan, reader } = desk;
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  return DIMENSIONS.flatMap((dimension) =>
    values_of(dimension, plan.choices, reader.t).map((value) => ({
      key: place_key(dimension, value.key),
      label: reader.t("filter-chip", { dimension: reader.dimension(dimension), values: value.label }),
    })),
  ).filter(({ label }) => parts.every((part) => label.toLowerCase().includes(part)));
}

/** What the rows of a group can be told apart by: not by what they are all alike in. */
export function tellers(alike: readonly Dim[]): Dim[] {
  return DIMENSIONS.filter((dimension) => !alike.includes(dimension));
}
