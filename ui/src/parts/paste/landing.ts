import type { Id, Pasted } from "../../host";
import type { Sheet } from "../grid/sheet.svelte";

/** The first and the last column of a block, if its columns stand side by side; else its first alone. */
export function columns_under(pasted: Pasted, shown: readonly { id: string }[]): [number, number] | null {
  // By its code a line has found its row: that column is not written.
  const names = new Set(pasted.columns.map(({ column }) => column).filter((name) => name !== "code"));
  const places = shown.flatMap(({ id }, at) => (names.has(id) ? [at] : []));
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return null;
  return [first, last - first + 1 === places.length ? last : first];
}

/**
 * Selects the cells that a block has landed on, of which these rows changed. Rows that do not stand together, and those that
 * filters or folded groups hide, are marked as changed all the same; then only the first is gone to.
 */
export async function select_pasted(sheet: Sheet, pasted: Pasted, rows: readonly Id[]): Promise<void> {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined || !(await sheet.find(first))) return;
  const columns = columns_under(pasted, sheet.columns);
  if (!columns) return;
  const [left, right] = columns;
  const begin = sheet.at.row;
  const end = first === last ? begin : ((await sheet.feed.find(last))?.at ?? begin);
  const [top, bottom] = [Math.min(begin, end), Math.max(begin, end)];
  if (!(await stand_alone(sheet, pasted, rows, [top, bottom]))) return sheet.go({ row: begin, col: left });
  // Drawn out from its end, so that the reader stands where the block begins.
  sheet.go({ row: bottom, col: right });
  sheet.go({ row: top, col: left }, true);
}

/** Whether between these lines there is all that was pasted, and nothing else. */
async function stand_alone(
  sheet: Sheet,
  pasted: Pasted,
  changed: readonly Id[],
  [top, bottom]: readonly [number, number],
): Promise<boolean> {
  const lines = pasted.lines - (pasted.header ? 1 : 0);
  if (bottom - top + 1 > lines) return false;
  if (top === bottom) return changed.length === 1;
  const { host, view } = sheet.desk;
  const { rows } = await host.call("grid_range", { query: view.query, top, bottom, columns: [] });
  const there = new Set(rows);
  return there.size <= lines && changed.every((id) => there.has(id));
}
