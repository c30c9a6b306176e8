/** Release terms as the door takes them, from what it told of them. */
import type { NewTerms, TermsLine } from "../../host";

/** The rules that have a number of their own: the floor, or the threshold. */
const RULES_WITH_LEVEL: ReadonlySet<string> = new Set(["floor", "threshold", "threshold_then_full"]);

export function has_level(rule: string): boolean {
  return RULES_WITH_LEVEL.has(rule);
}

/** What may change in an entry; null takes away what may be missing. */
export type TermsChange = Partial<
  Omit<NewTerms, "level" | "fundamentals_first"> & { level: string | null; fundamentals_first: string | null }
>;

/** By how much a window is extended when nobody has said: as long as the catch-up of the Ukraine Facility. */
const FIRST_EXTENSION = 4;

/** The entry with a change, whole: the door replaces entries, it does not mend them. */
export function changed_terms(line: TermsLine, change: TermsChange): NewTerms {
  const { from, rule, window_quarters, lag_quarters, on_loss, extension_quarters, clawback } = line;
  const { grade, sources, note } = line;
  const { level: new_level, fundamentals_first: new_tolerance, ...plain } = change;
  const next = { from, rule, window_quarters, lag_quarters, on_loss, extension_quarters, clawback };
  const level = new_level === undefined ? line.level : new_level;
  const tolerance = new_tolerance === undefined ? line.fundamentals_first : new_tolerance;
  const terms: NewTerms = { ...next, grade, sources, note, ...plain };
  if (level !== null && has_level(terms.rule)) terms.level = level;
  if (tolerance !== null) terms.fundamentals_first = tolerance;
  // Only a window that is extended has an extension, and it has one.
  if (terms.on_loss !== "extended") terms.extension_quarters = 0;
  else if (change.on_loss !== undefined) terms.extension_quarters ||= FIRST_EXTENSION;
  return terms;
}

/** What a group without any terms starts from: the catch-up and the lag of the Ukraine Facility. */
const FIRST_TERMS = { rule: "proportional", window_quarters: 4, lag_quarters: 2 } as const;

/**
 * A change of method from a quarter on: it starts as what held until then, and says nothing yet of where it comes from.
 */
export function method_from(terms: readonly TermsLine[], from: string): NewTerms {
  const before = terms.filter((line) => line.from < from).at(-1) ?? terms[0];
  if (!before) return { ...FIRST_TERMS, from };
  return changed_terms(before, { from, grade: "assumption", sources: [], note: "" });
}
