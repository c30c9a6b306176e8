import type { GridLine, Id } from "../../host";

/** A line with a key that outlives a new answer: the row's id, or the path of the group. */
export type Placed = { key: string; line: GridLine; path: readonly string[] };

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
