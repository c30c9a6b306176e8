import ChartColumnStacked from "@lucide/svelte/icons/chart-column-stacked";
import ChartNoAxesGantt from "@lucide/svelte/icons/chart-no-axes-gantt";
import GitCompareArrows from "@lucide/svelte/icons/git-compare-arrows";
import History from "@lucide/svelte/icons/history";
import Library from "@lucide/svelte/icons/library";
import Scale from "@lucide/svelte/icons/scale";
import Split from "@lucide/svelte/icons/split";
import TableProperties from "@lucide/svelte/icons/table-properties";
import type { Component } from "svelte";
import type { ScreenName } from "../document/view.svelte";
import type { Counts } from "../host";
import { allocate } from "./allocate";
import { booster } from "./booster";
import { compare } from "./compare";
import { disburse } from "./disburse";
import { history } from "./history";
import { needs } from "./needs";
import { outcomes } from "./outcomes";
import { sources } from "./sources";

/** A screen: what the rail calls it, draws it with, and counts beside it. */
export type Screen = {
  name: ScreenName;
  icon: Component<{ size?: number }>;
  component: Component;
  count?: (counts: Counts) => number;
};

/** The screens in the order of the rail. A new one is a folder and a line here. */
export const SCREENS: readonly Screen[] = [
  { name: "allocate", icon: TableProperties, component: allocate, count: (counts) => counts.allocations },
  { name: "disburse", icon: ChartColumnStacked, component: disburse },
  { name: "booster", icon: ChartNoAxesGantt, component: booster },
  { name: "outcomes", icon: Split, component: outcomes },
  { name: "compare", icon: GitCompareArrows, component: compare },
  { name: "needs", icon: Scale, component: needs },
  { name: "sources", icon: Library, component: sources, count: (counts) => counts.sources },
  { name: "history", icon: History, component: history, count: (counts) => counts.history },
];
