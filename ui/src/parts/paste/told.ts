import type { Pasted, PastedCell, PastedColumn } from "../../host";

/** Cells of a preview under one heading. */
export type Part = { kind: "refused" | "changes"; count: number; cells: readonly PastedCell[] };

/** The cells that are told: what is refused first, then what would change, both in the order of the block; as many as `most`. */
export function parts_of(pasted: Pasted, most: number): Part[] {
  const refused = pasted.cells.filter(({ problem }) => problem !== null);
  const changes = pasted.cells.filter(({ problem }) => problem === null);
  const parts: Part[] = [
    { kind: "refused", count: pasted.refused, cells: refused.slice(0, most) },
    { kind: "changes", count: pasted.changes, cells: changes.slice(0, Math.max(0, most - refused.length)) },
  ];
  return parts.filter(({ count }) => count > 0);
}

/** A cell's own name among those of its block: one that is missing has no place in it. */
export function key_of({ line, place, column }: PastedCell): string {
  return `${line}/${place ?? ""}/${column}`;
}

/** As many columns as a glance takes in; those that are not understood stand there whatever their number. */
const MOST_COLUMNS = 24;

/** The columns of a block that are told, and how many more there are. */
export function columns_told(columns: readonly PastedColumn[]): {
  told: readonly PastedColumn[];
  more: number;
} {
  const told = columns.filter(({ column }, at) => at < MOST_COLUMNS || column === null);
  return { told, more: columns.length - told.length };
}

/** Whether a block calls a column otherwise than the grid does. */
export function is_renamed({ written, label }: PastedColumn): boolean {
  return written !== "" && written.trim().toLowerCase() !== label.toLowerCase();
}
