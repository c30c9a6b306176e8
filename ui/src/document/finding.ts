import type { GridRow, GridQuery, Id } from "../host";
import type { Desk } from "./desk";

/** A question about all rows: ungrouped, in the order of their codes. */
export const EVERY_ROW: GridQuery = {
  group_by: [],
  search: "",
  filters: [],
  only: null,
  order: null,
  closed: [],
  measures: [],
};

/** The first rows in which these words occur. */
export async function find_rows({ host }: Desk, search: string, count: number): Promise<GridRow[]> {
  const { lines } = await host.call("grid", { query: { ...EVERY_ROW, search }, first: 0, count });
  return lines.filter((line) => line.kind === "row");
}

/** The rows with these ids, in the order of their codes. */
export async function these_rows({ host }: Desk, only: readonly Id[], count: number): Promise<GridRow[]> {
  const { lines } = await host.call("grid", { query: { ...EVERY_ROW, only: [...only] }, first: 0, count });
  return lines.filter((line) => line.kind === "row");
}
