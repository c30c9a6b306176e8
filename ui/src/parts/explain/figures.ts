import type { Dim, Filter } from "../../host";

/** The instruments that a chart's series stand for, beside the capital that they have in common. */
const SERIES: Record<string, { capital: string; instruments: string[] }> = {
  grants: { capital: "public", instruments: ["grant"] },
  loans: {
    capital: "public",
    instruments: ["loan_concessional", "loan_limited_recourse", "loan_commercial", "loan_private"],
  },
  other_public: { capital: "public", instruments: ["equity_public", "equity_private", "guarantee"] },
  private: { capital: "private", instruments: [] },
};
const BOOSTER = /_booster$/;

/** What is told of all rows. */
const SUMS = new Set(["total", "planned", "paid"]);

/** The filters that give the rows of a chart's series; null where it is no money of rows. */
export function filters_of(key: string): Filter[] | null {
  if (SUMS.has(key)) return [];
  const series = SERIES[key.replace(BOOSTER, "")];
  if (!series) return null;
  const filters: Filter[] = [
    { dimension: "capital", keys: [series.capital] },
    { dimension: "booster", keys: [BOOSTER.test(key) ? "yes" : "no"] },
  ];
  return series.instruments.length > 0
    ? [...filters, { dimension: "instrument", keys: series.instruments }]
    : filters;
}

/** Filters and those of a group that passes them: of a dimension that both name, the group's own. */
export function narrowed(filters: readonly Filter[], group: readonly Filter[]): Filter[] {
  const named = new Set(group.map(({ dimension }) => dimension));
  return [...filters.filter(({ dimension }) => !named.has(dimension)), ...group];
}

/** The filters of a group of the grid, from its path: `sector=energy/capital=private`. */
export function filters_in(path: string): Filter[] {
  return path.split("/").map((part) => {
    const at = part.indexOf("=");
    return { dimension: part.slice(0, at) as Dim, keys: [part.slice(at + 1)] };
  });
}
