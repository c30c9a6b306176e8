/** How steps and terms are put into words, the same in the tracker, in the ledger and for those who have it read out. */
import type { Words } from "../../format/words";
import type { StepLine, TermsLine } from "../../host";
import { runs_of, type Place } from "./marks";
import { percent_of } from "./share";

/** The word for how a step stands. Whether the money of a met step is released, its cluster's terms decide. */
export function place_word(t: Words, place: Place): string {
  return t(`place-${place.replaceAll("_", "-")}`);
}

/** The word for how money stands. */
export function stock_word(t: Words, place: Place): string {
  return t(`stock-${place.replaceAll("_", "-")}`);
}

/** Why the quarter of a step is marked: due, expected, the last of its window. */
function marks_in(t: Words, step: StepLine, quarter: string): string[] {
  const marks: string[] = [];
  if (quarter === step.due) marks.push(t("mark-due"));
  if (quarter === step.expected && step.expected !== step.due) marks.push(t("mark-expected"));
  if (quarter === step.closes) marks.push(t("mark-closes"));
  return marks;
}

/** One quarter of a step in words: "At risk · due". */
export function quarter_words(t: Words, step: StepLine, quarter: string, place: Place): string {
  return [place_word(t, place), ...marks_in(t, step, quarter)].join(" · ");
}

/** All quarters of a step in words, as runs: what a screen reader tells of its line. */
export function strand_words(t: Words, step: StepLine, quarters: readonly string[]): string {
  const runs = runs_of(step.places).map(({ place, from, to }) =>
    t(from === to ? "run-one" : "run-several", {
      place: place_word(t, place),
      from: quarters[from] ?? "",
      to: quarters[to] ?? "",
    }),
  );
  const dates = t("strand-dates", {
    due: step.due,
    expected: step.expected ?? t("step-never"),
    closes: step.closes,
  });
  return [dates, ...runs].join("; ");
}

/** How far a step has come, in a few words: "Met in part, 80% in 2027-Q1". */
export function state_words(t: Words, step: StepLine, share: (share: string) => string): string {
  const { state_label: state, state_quarter: quarter } = step;
  if (step.state === "partly_met" && step.state_share !== null && quarter !== null) {
    return t("state-in-part", { state, quarter, share: share(step.state_share) });
  }
  if (step.state === "reversed" && step.reversed_quarter !== null && quarter !== null) {
    return t("state-reversed", { state, quarter, reversed: step.reversed_quarter });
  }
  return quarter === null ? state : t("state-in", { state, quarter });
}

/** A share as people read it. */
export function share_words(t: Words, share: string, number_format: "point" | "comma"): string {
  return t("share", { number: percent_of(share, number_format) });
}

/** A label as it stands inside a sentence. */
function inside(label: string): string {
  return label.slice(0, 1).toLowerCase() + label.slice(1);
}

/** The terms of a cluster from a quarter on, in a sentence. */
export function terms_words(t: Words, terms: TermsLine, share: (share: string) => string): string {
  const rule =
    terms.level === null
      ? terms.rule_label
      : t("terms-level", { rule: terms.rule_label, level: share(terms.level) });
  const parts = [rule];
  if (terms.fundamentals_first !== null) {
    parts.push(
      /^0*(\.0*)?$/.test(terms.fundamentals_first)
        ? t("terms-fundamentals")
        : t("terms-fundamentals-by", { share: share(terms.fundamentals_first) }),
    );
  }
  parts.push(t("terms-window", { quarters: terms.window_quarters, loss: inside(terms.on_loss_label) }));
  parts.push(t("terms-lag", { quarters: terms.lag_quarters }));
  return parts.join("; ");
}
