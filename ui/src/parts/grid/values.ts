import type { Choices, Dim } from "../../host";

/** A value of a dimension. */
export type Value = { key: string; label: string };

/** The values that a dimension can have, in the order of the choices. */
export function values_of(dim: Dim, choices: Choices | null, t: (id: string) => string): readonly Value[] {
  if (!choices) return [];
  switch (dim) {
    case "funder":
      return choices.funders;
    case "programme":
      return choices.programmes;
    case "instrument":
      return choices.instruments;
    case "sector":
      return choices.sectors;
    case "purpose":
      return choices.purposes;
    case "cluster":
      return choices.clusters;
    case "amount_grade":
    case "split_grade":
      return choices.amount_grades;
    case "capital":
      return ["public", "private"].map((key) => ({ key, label: t(`capital-${key}`) }));
    case "booster":
      return ["yes", "no"].map((key) => ({ key, label: t(`booster-${key}`) }));
  }
}
