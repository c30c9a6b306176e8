/** The time under a curve, counted in quarters from the row's first one. */

/** Quarters since the year nought. */
export function ordinal_of(quarter: string): number {
  const [year = "0", part = "1"] = quarter.split("-Q");
  return Number.parseInt(year, 10) * 4 + Number.parseInt(part, 10) - 1;
}

/** The quarter with this number. */
export function quarter_at(ordinal: number): string {
  return `${Math.floor(ordinal / 4)}-Q${(((ordinal % 4) + 4) % 4) + 1}`;
}

/** A row's first quarter, and how many it has. */
export type Span = { first: number; periods: number };

export function span_of(row: { start: string; end: string }): Span {
  const first = ordinal_of(row.start);
  return { first, periods: Math.max(1, ordinal_of(row.end) - first + 1) };
}

/** A calendar year as it lies under the curve: from one place on the time axis to another. */
export type Year = { year: number; from: number; to: number };

/** The calendar years from the first quarter to `end` quarters later. The first and the last may be cut. */
export function years_of(span: Span, end: number): Year[] {
  const years: Year[] = [];
  let from = 0;
  while (from < end) {
    const year = Math.floor((span.first + from) / 4);
    const to = Math.min(end, (year + 1) * 4 - span.first);
    years.push({ year, from, to });
    from = to;
  }
  return years;
}
