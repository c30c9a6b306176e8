import { is_zero } from "../../format/amount";
import type { Amount, BacklogRow, Id } from "../../host";

/** A row that waits for room or lapses: its amounts by period. */
export type BacklogLine = {
  id: Id;
  code: string;
  /** What pays it and for what. */
  label: string;
  waiting: Map<string, Amount>;
  lapsed: Map<string, Amount>;
};

/** One line for each row, in the order of their codes. What is nothing is left out. */
export function backlog_lines(told: readonly BacklogRow[]): BacklogLine[] {
  const lines = new Map<Id, BacklogLine>();
  for (const { id, allocation_code: code, label, period, backlog, lapsed } of told) {
    const line = lines.get(id) ?? { id, code, label, waiting: new Map(), lapsed: new Map() };
    if (!is_zero(backlog)) line.waiting.set(period, backlog);
    if (!is_zero(lapsed)) line.lapsed.set(period, lapsed);
    lines.set(id, line);
  }
  return [...lines.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** The periods of the lines, in order; what comes after the package is last. */
export function periods_of(told: readonly BacklogRow[]): string[] {
  return [...new Set(told.map(({ period }) => period))].sort();
}
