import type { Amount, ScheduleLine } from "../../host";

/** A place in a dimension with its amounts by period. */
export type AmountLine = { key: string; amounts: Map<string, Amount> };

/** The lines of a schedule that is told apart by one dimension or by none, in its own order. */
export function amount_lines(told: readonly ScheduleLine[]): AmountLine[] {
  const lines = new Map<string, AmountLine>();
  for (const { keys, period, amount } of told) {
    const key = keys.join("/");
    const line = lines.get(key) ?? { key, amounts: new Map() };
    line.amounts.set(period, amount);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** The periods of the lines in order; what comes after the package is last. */
export function periods_in(told: readonly ScheduleLine[]): string[] {
  return [...new Set(told.map(({ period }) => period))].sort();
}
