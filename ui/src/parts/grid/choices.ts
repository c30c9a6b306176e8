import type { Choices } from "../../host";
import type { Column } from "./columns";

/** A value that a cell may take. */
export type Choice = { key: string; label: string };

/** The values that the cells of a column may take, in the order of the plan's lists; empty where anything may be typed. */
export function choices_of(
  column: Column,
  choices: Choices | null,
  t: (id: string) => string,
): readonly Choice[] {
  if (!choices) return [];
  switch (column.id) {
    case "programme":
      return choices.programmes.map(({ key, label, funder_label }) => ({
        key,
        label: `${label} · ${funder_label}`,
      }));
    case "instrument":
      return choices.instruments;
    case "capital":
      return ["public", "private"].map((key) => ({ key, label: t(`capital-${key}`) }));
    case "sector":
      return choices.sectors;
    case "purpose":
      return choices.purposes;
    case "booster":
      return [{ key: "", label: t("grid-no-cluster") }, ...choices.clusters];
    case "start":
    case "end":
      return choices.quarters.map((key) => ({ key, label: key }));
    case "profile":
      return choices.profiles;
    case "amount_grade":
    case "split_grade":
      return choices.amount_grades;
    default:
      return [];
  }
}

const plain = (text: string) => text.toLocaleLowerCase().trim();

/** The values that fit what was typed: those that begin with it first, then those in which it begins a word, then the rest. */
export function fitting(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = plain(typed);
  if (wanted === "") return choices;
  const rank = ({ key, label }: Choice) => {
    const text = plain(label);
    if (text.startsWith(wanted) || plain(key).startsWith(wanted)) return 0;
    if (text.includes(` ${wanted}`)) return 1;
    return text.includes(wanted) ? 2 : 3;
  };
  return choices
    .map((choice) => ({ choice, rank: rank(choice) }))
    .filter((each) => each.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map((each) => each.choice);
}
