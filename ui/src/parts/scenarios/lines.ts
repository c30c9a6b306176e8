import type { OverrideLine, ScenarioLine } from "../../host";

/** Whether other scenarios follow this one, so that they can be folded away under it. */
export function folds(lines: readonly ScenarioLine[], line: ScenarioLine): boolean {
  return lines.some((each) => each.parent === line.id);
}

/** The lines that nothing folded hides; they come in the order of the tree. */
export function shown_lines(lines: readonly ScenarioLine[], closed: ReadonlySet<string>): ScenarioLine[] {
  const hidden = new Set<string>();
  return lines.filter((line) => {
    const under = line.parent !== null && (closed.has(line.parent) || hidden.has(line.parent));
    if (under) hidden.add(line.id);
    return !under;
  });
}

/** Overrides of one row, at least one. */
export type OfRow = [OverrideLine, ...OverrideLine[]];

/** The overrides row by row, in the order in which each row comes first. */
export function by_row(lines: readonly OverrideLine[]): OfRow[] {
  const rows = new Map<string, OfRow>();
  for (const line of lines) {
    const key = `${line.table}/${line.row}`;
    const there = rows.get(key);
    if (there) there.push(line);
    else rows.set(key, [line]);
  }
  return [...rows.values()];
}

/** The tables whose rows can be shown somewhere. */
const SHOWN: ReadonlySet<string> = new Set([
  "allocations",
  "events",
  "caps",
  "steps",
  "clusters",
  "limits",
  "package",
]);

/** Whether there is a place to go to from an override: its row stands in the plan that is looked at. */
export function leads(line: OverrideLine): boolean {
  return SHOWN.has(line.table) && line.applied && line.what !== "remove";
}

/** The overrides of an allocation that no column of the grid shows: they are marked at its code. */
export function unseen_fields(overridden: readonly string[], columns: readonly string[]): string[] {
  return overridden.filter((field) => !columns.includes(field));
}

/** What a scenario itself overrides in a field of a row; what it has from its parent is not its own. */
export function over_in(
  overrides: readonly OverrideLine[],
  scenario: string | null,
  field: string,
): OverrideLine | null {
  return overrides.find((line) => line.scenario === scenario && line.field === field) ?? null;
}
