/** The lines of the tracker: a line for each cluster, and under it one for each of its steps. */
import type { ClusterLine, StepLine, Steps } from "../../host";

export type Line =
  | { kind: "cluster"; key: string; cluster: ClusterLine; shown: number; folded: boolean }
  | { kind: "step"; key: string; step: StepLine };

/** Whether each of the words occurs in what is known of the step. */
function fits(step: StepLine, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [step.code, step.name.en, step.name.uk, step.cluster_label, step.state_label, step.due]
    .join(" ")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The lines as they are shown: steps that fit the search, in clusters that are not folded. A search unfolds. */
export function lines_of(reply: Steps, search: string, folded: ReadonlySet<string>): Line[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const of_cluster = new Map<string, StepLine[]>();
  for (const step of reply.steps) {
    if (!fits(step, words)) continue;
    const list = of_cluster.get(step.cluster);
    if (list) list.push(step);
    else of_cluster.set(step.cluster, [step]);
  }
  return reply.clusters.flatMap((cluster): Line[] => {
    const steps = of_cluster.get(cluster.key) ?? [];
    if (words.length > 0 && steps.length === 0) return [];
    const is_folded = words.length === 0 && folded.has(cluster.key);
    const head: Line = {
      kind: "cluster",
      key: cluster.key,
      cluster,
      shown: steps.length,
      folded: is_folded,
    };
    const below = steps.map((step): Line => ({ kind: "step", key: step.id, step }));
    return is_folded ? [head] : [head, ...below];
  });
}

/** How wide the tracker's columns are. */
export type Widths = { label: number; value: number; cell: number };

/** A quarter is never narrower than this, nor wider than that; a name keeps this much. */
const LEAST_CELL = 7;
const MOST_CELL = 18;
const LEAST_LABEL = 190;
/** What a name gets before the quarters grow: a share of the width, within bounds. */
const EASY_LABEL = { share: 0.42, least: 320, most: 460 };
const VALUE = 84;
/** Room after the last quarter. */
export const END_PX = 16;

/** Columns that fill the width: names first get an easy room, then quarters grow, then names take what is left. */
export function widths_of(quarters: number, width: number): Widths {
  const free = width - VALUE - END_PX;
  const count = Math.max(1, quarters);
  const easy = Math.min(EASY_LABEL.most, Math.max(EASY_LABEL.least, width * EASY_LABEL.share));
  const cell = Math.max(LEAST_CELL, Math.min(MOST_CELL, Math.floor((free - easy) / count)));
  return { label: Math.max(LEAST_LABEL, free - cell * count), value: VALUE, cell };
}

/** How far into its quarter a day lies, from nought to one. */
export function part_of_quarter(date: string): number {
  const [, month = "1", day = "1"] = date.split("-");
  const months = (Number.parseInt(month, 10) - 1) % 3;
  return (months + (Number.parseInt(day, 10) - 1) / 31) / 3;
}
