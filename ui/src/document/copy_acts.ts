import type { MenuItem } from "../parts/controls/Menu.svelte";
import { HERE, type Place, type ScenarioLine, type Side, type VersionLine } from "../host";
import type { Act } from "./acts";
import { side_of } from "./comparing.svelte";
import type { Desk } from "./desk";
import { attempt, file_name, PLAN_EXTENSION, step_back, write_to } from "./files";
import { is_here } from "./looking";
import type { Merging } from "./merging.svelte";
import { BASE } from "./scenarios.svelte";

/** Leads to the comparison of two states. */
export function compare(desk: Desk, first: Side, other: Side): void {
  desk.comparing.only(first, other);
  desk.view.screen = "compare";
}

/** Holds a state of the open plan against the plan as it is now. */
export function compare_with_now(desk: Desk, place: Place): void {
  compare(desk, side_of({ ...place, scenario: null }), side_of(HERE));
}

/** Holds the file that the reader chooses against what is looked at. */
export function compare_with_file(desk: Desk): Promise<void> {
  return attempt(desk, async () => {
    const path = await desk.host.pick_open(desk.reader.t("compare-pick-file"));
    if (path !== null) compare(desk, side_of(desk.plan.place), { ...side_of(HERE), path });
  });
}

/** What a scenario can be compared with, for its menu. */
export function scenario_compare_items(desk: Desk, line: ScenarioLine): MenuItem[] {
  const { scenarios, reader } = desk;
  const to = (against: string, key: string): MenuItem => ({
    key,
    label: reader.t("act-compare-with", {
      name: scenarios.line(against)?.label ?? reader.t("scenario-base"),
    }),
    testid: `scenario-${key}`,
    run: () => compare(desk, scenario_side(against), scenario_side(line.id)),
  });
  const parent = line.parent ?? BASE;
  const own = [to(BASE, "compare")];
  return parent === BASE ? own : [...own, to(parent, "compare-parent")];
}

function scenario_side(scenario: string): Side {
  return side_of({ ...HERE, scenario: scenario === BASE ? null : scenario });
}

/** What a version can be compared with, for its menu. */
export function version_compare_item(desk: Desk, line: VersionLine): MenuItem {
  return {
    key: "compare",
    label: desk.reader.t("act-compare-now"),
    testid: "version-compare",
    run: () => compare_with_now(desk, { ...HERE, version: line.id }),
  };
}

/** What goes with a copy that is handed on. */
export type Sharing = { history: boolean; versions: boolean; names: boolean };

/** Writes a copy where the reader chooses. Gives whether it was written. */
export async function share(desk: Desk, sharing: Sharing): Promise<boolean> {
  const { host, notices, plan, reader } = desk;
  const name = reader.t("share-suggested", { name: plan.status?.name ?? "" });
  let notice = "";
  const path = await write_to(desk, {
    title: reader.t("share-title"),
    suggested: file_name(name, PLAN_EXTENSION),
    extensions: [PLAN_EXTENSION],
    write: async (path, replace) => {
      const written = await host.call("share", { path, ...sharing, replace }, HERE);
      notice = written.notice ?? "";
      return written;
    },
  });
  if (path !== null) notices.say([reader.t("notice-shared"), notice].filter(Boolean).join(" "), path);
  return path !== null;
}

/** Lets the reader choose the copy to merge with, and asks what that would do. */
export function merge_with(desk: Desk): Promise<void> {
  return attempt(desk, async () => {
    const path = await desk.host.pick_open(desk.reader.t("act-merge"));
    if (path !== null) await desk.copies.begin(path);
  });
}

/** Merges what has been decided, and says so with the way back. */
export async function merge(desk: Desk, merging: Merging): Promise<void> {
  const { copies, notices, reader, scenarios } = desk;
  if (!(await merging.merge())) return;
  copies.merging = null;
  const undo = { label: reader.t("act-undo"), run: () => step_back(desk) };
  notices.say(reader.t("notice-merged", { name: merging.name }), null, undo);
  await scenarios.ask_lines();
}

/** Everything about copies, for the menu and the palette. */
export function copy_acts(desk: Desk): Act[] {
  const { t } = desk.reader;
  return [
    { key: "share", label: t("act-share"), run: () => (desk.copies.sharing = true) },
    { key: "merge", label: t("act-merge"), run: () => merge_with(desk) },
    { key: "compare-file", label: t("act-compare-file"), run: () => compare_with_file(desk) },
  ];
}

/** What is looked at can be compared from anywhere. */
export function compare_acts(desk: Desk): Act[] {
  const { plan, reader, scenarios } = desk;
  const { place } = plan;
  const named = scenarios.lines
    .filter((line) => line.id !== (place.scenario ?? BASE) || plan.frozen)
    .map((line) => ({
      key: `compare-${line.id}`,
      label: reader.t("act-compare-with", { name: line.label }),
      run: () => compare(desk, side_of(place), scenario_side(line.id)),
    }));
  const versions = scenarios.versions
    .filter((line) => line.id !== place.version)
    .map((line) => ({
      key: `compare-${line.id}`,
      label: reader.t("act-compare-with", { name: line.name }),
      run: () => compare(desk, side_of(place), side_of({ ...HERE, version: line.id })),
    }));
  const now = {
    key: "compare-now",
    label: reader.t("act-compare-now"),
    run: () => compare_with_now(desk, place),
  };
  return [...named, ...versions, ...(plan.frozen && !is_here(place) ? [now] : [])];
}
