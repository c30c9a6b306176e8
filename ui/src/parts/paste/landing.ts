import type { Id, Pasted } from "../../host";
import type { Sheet } from "../grid/sheet.svelte";

/** Blocks that are longer are gone to, and not selected as a whole. */
const MOST_LINES = 2_000;

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

/** A row that was pasted, and the line that it stands on. */
type Landed = { id: Id; at: number };

/**
 * Selects the cells that a block has landed on, of which these rows changed. Rows that do not stand together, and those that
 * filters or folded groups hide, are marked as changed all the same; then only the first is gone to.
 */
export async function select_pasted(sheet: Sheet, pasted: Pasted, rows: readonly Id[]): Promise<void> {
  const [some] = rows;
  if (some === undefined || !(await sheet.find(some))) return;
  const lines = Math.min(pasted.lines - (pasted.header ? 1 : 0), MOST_LINES);
  const near = await landed_near(sheet, sheet.at.row, lines, new Set(rows));
  const first = near[0];
  const last = near.at(-1);
  const columns = columns_under(pasted, sheet.columns);
  if (!first || !last || !columns || !(await sheet.find(first.id))) return;
  const [left, right] = columns;
  const top = sheet.at.row;
  const whole = near.length === rows.length && last.at - first.at < lines;
  // Drawn out from its end, so that the reader stands where the block begins.
  if (whole) sheet.go({ row: top + last.at - first.at, col: right });
  sheet.go({ row: top, col: left }, whole);
}

/** Those of the changed rows that stand no farther from a line than the block is long. */
async function landed_near(
  sheet: Sheet,
  line: number,
  lines: number,
  changed: ReadonlySet<Id>,
): Promise<Landed[]> {
  const { host, view } = sheet.desk;
  const first = Math.max(0, line - lines + 1);
  const query = { ...view.query, measures: [] };
  const reply = await host.call("grid", { query, first, count: line - first + lines });
  return reply.lines.flatMap((each, place) =>
    each.kind === "row" && changed.has(each.id) ? [{ id: each.id, at: reply.first + place }] : [],
  );
}
