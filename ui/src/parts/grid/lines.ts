import { compare } from "../../format/amount";
import type { GridLine, Id } from "../../host";

/** A line with a key that outlives a new answer: the row's id, or the path of the group. */
export type Placed = { key: string; line: GridLine; path: readonly string[] };

/** How lines of one level are put in order: as the plan has them, or by their amount. */
export type Order = "plan" | "largest" | "smallest";

/** The lines in an order. Rows stay in their group, and groups in theirs. */
export function in_order(lines: readonly GridLine[], order: Order): readonly GridLine[] {
  if (order === "plan") return lines;
  const sign = order === "largest" ? -1 : 1;
  type Branch = { line: GridLine; below: GridLine[] };
  const branches: Branch[] = [];
  const top = lines.reduce((least, line) => Math.min(least, line.depth), Number.MAX_SAFE_INTEGER);
  for (const line of lines) {
    if (line.depth === top) branches.push({ line, below: [] });
    else branches.at(-1)?.below.push(line);
  }
  branches.sort((one, other) => sign * compare(one.line.amount, other.line.amount));
  return branches.flatMap(({ line, below }) => [line, ...in_order(below, order)]);
}

/** Gives each line its key and the groups that it lies in. */
export function place(lines: readonly GridLine[]): Placed[] {
  const path: string[] = [];
  return lines.map((line) => {
    path.length = line.depth;
    const above = [...path];
    if (line.kind === "row") return { key: line.id, line, path: above };
    const key = [...above.slice(-1), `${line.dimension}=${line.key}`].join("/");
    path.push(key);
    return { key, line, path: above };
  });
}

/** The lines that no folded group hides. */
export function unfolded(placed: readonly Placed[], closed: ReadonlySet<string>): Placed[] {
  if (closed.size === 0) return [...placed];
  return placed.filter((each) => !each.path.some((key) => closed.has(key)));
}

/** These rows alone, without groups: a subtotal would count rows that are not shown. */
export function only_rows(placed: readonly Placed[], ids: ReadonlySet<Id>): Placed[] {
  return placed
    .filter((each) => each.line.kind === "row" && ids.has(each.key))
    .map((each) => ({ ...each, line: { ...each.line, depth: 0 }, path: [] }));
}
