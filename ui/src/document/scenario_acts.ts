import type { MenuItem } from "../parts/controls/Menu.svelte";
import { HERE, type Changed, type Place, type Problem, type ScenarioLine, type VersionLine } from "../host";
import type { Act } from "./acts";
import { scenario_compare_items, version_compare_item } from "./copy_acts";
import type { Desk } from "./desk";
import { attempt, file_name, PLAN_EXTENSION, step_back, write_to } from "./files";
import { BASE } from "./scenarios.svelte";

/** Shows above the screen what went wrong with an act that has no place of its own. */
async function told(desk: Desk, answer: Promise<Problem | null>): Promise<void> {
  const problem = await answer;
  if (problem) desk.plan.problem = problem;
}

/** The place of a scenario as it is now. */
export function place_of(scenario: string): Place {
  return { ...HERE, scenario: scenario === BASE ? null : scenario };
}

export function look_at_scenario(desk: Desk, scenario: string): Promise<void> {
  return told(desk, desk.plan.look(place_of(scenario)));
}

export function look_at_version(desk: Desk, version: string): Promise<void> {
  return told(desk, desk.plan.look({ ...HERE, version }));
}

/** Looks at the plan as it stood after an entry of its history. */
export function look_at_moment(desk: Desk, moment: number): Promise<void> {
  return told(desk, desk.plan.look({ ...HERE, moment }));
}

/** Leaves a version or a moment for the plan as it is now; from there, leaves a scenario for the base. */
export function look_here(desk: Desk): Promise<void> {
  return told(desk, desk.plan.look(HERE));
}

/** Brings the state of a version or of a moment back as one edit, which can be undone like any other. */
export async function return_to(desk: Desk, place: Place): Promise<void> {
  const { host, notices, plan, reader, scenarios } = desk;
  await plan.before_edit();
  await attempt(desk, async () => {
    const { version, moment } = place;
    const request = { ...(version === null ? {} : { version }), ...(moment === null ? {} : { moment }) };
    await host.call("return_to", request, HERE);
    await plan.look(HERE);
    await plan.refresh();
    await scenarios.ask_lines();
    const undo = { label: reader.t("act-undo"), run: () => step_back(desk) };
    notices.say(reader.t("notice-returned"), null, undo);
  });
}

/** Makes a scenario of the plan as it is now that stands for a version or a moment, and looks at it. */
export function branch(desk: Desk, place: Place, name: string): Promise<Problem | null> {
  const { version, moment } = place;
  const request = {
    name,
    ...(version === null ? {} : { version }),
    ...(moment === null ? {} : { moment }),
  };
  return made(desk, name, () => desk.host.call("branch", request, HERE));
}

/** Does what makes a scenario, and looks at the new one, which is found by its name. */
async function made(desk: Desk, name: string, make: () => Promise<Changed>): Promise<Problem | null> {
  const { plan, scenarios } = desk;
  await plan.before_edit();
  const problem = await plan.act(make(), HERE);
  if (problem) return problem;
  await scenarios.ask_lines();
  const fresh = scenarios.lines.find((line) => [line.name.en, line.name.uk, line.label].includes(name));
  if (fresh) await look_at_scenario(desk, fresh.id);
  return null;
}

export function add(desk: Desk, name: string, parent: string, note: string): Promise<Problem | null> {
  const edit = { edit: "add_scenario", name, parent, ...(note === "" ? {} : { note }) } as const;
  return made(desk, name, () => desk.host.call("edit", { edits: [edit] }, HERE));
}

export function duplicate(desk: Desk, of: string, name: string): Promise<Problem | null> {
  const edit = { edit: "duplicate_scenario", of, name } as const;
  return made(desk, name, () => desk.host.call("edit", { edits: [edit] }, HERE));
}

/** Keeps the plan as it is under a name, for good. */
export async function freeze(desk: Desk, name: string, note: string): Promise<void> {
  const { host, plan, reader, notices, scenarios } = desk;
  await plan.before_edit();
  await host.call("freeze", { name, note }, HERE);
  await Promise.all([plan.refresh(), scenarios.ask_versions()]);
  notices.say(reader.t("notice-frozen", { name }));
}

/** Puts a scenario one place higher or lower among those that follow the same parent. */
export async function shift(desk: Desk, line: ScenarioLine, by: -1 | 1): Promise<void> {
  const { scenarios } = desk;
  const siblings = scenarios.followers(line.parent ?? BASE);
  const at = siblings.findIndex((each) => each.id === line.id);
  const to = at + by;
  if (to < 0 || to >= siblings.length) return;
  await told(desk, scenarios.edit({ edit: "set_scenario", scenario: line.id, place: to }));
}

/** All that a scenario says itself: fields, rows added, and rows taken out. */
export function counted(line: ScenarioLine): number {
  return line.overrides + line.own_rows + line.removed_rows;
}

/** Takes all overrides of a scenario back, once the reader has agreed: it says the same as its parent then. */
export async function reset_all(desk: Desk, line: ScenarioLine): Promise<void> {
  const { t } = desk.reader;
  const way = await desk.questions.ask({
    title: t("reset-all-title", { name: line.label }),
    text: t("reset-all-text", { count: counted(line), parent: parent_label(desk, line) }),
    ways: [{ key: "reset", label: t("act-reset-all"), main: true }],
  });
  if (way !== "reset") return;
  await told(desk, desk.scenarios.edit({ edit: "reset_scenario", scenario: line.id }));
}

export function parent_label(desk: Desk, line: ScenarioLine): string {
  return desk.scenarios.line(line.parent ?? BASE)?.label ?? desk.reader.t("scenario-base");
}

/** Makes a scenario the base, once the reader has agreed to what that does to the others. */
export async function promote(desk: Desk, line: ScenarioLine): Promise<void> {
  const { scenarios, reader, questions } = desk;
  const { t } = reader;
  const others = scenarios.lines.filter((each) => each.id !== BASE && each.id !== line.id).length;
  const way = await questions.ask({
    title: t("promote-title", { name: line.label }),
    text: `${t("promote-text", { count: counted(line) })} ${t("promote-others", { count: others })}`,
    ways: [{ key: "promote", label: t("act-promote"), main: true }],
  });
  if (way !== "promote") return;
  await told(desk, scenarios.edit({ edit: "promote_scenario", scenario: line.id }));
}

/** Deletes a scenario that no other follows. One with something in it is asked about first. */
export async function remove(desk: Desk, line: ScenarioLine): Promise<void> {
  const { plan, scenarios, reader, questions } = desk;
  const { t } = reader;
  if (counted(line) > 0) {
    const way = await questions.ask({
      title: t("delete-title", { name: line.label }),
      text: t("delete-text", { count: counted(line) }),
      ways: [{ key: "delete", label: t("act-delete"), main: true }],
    });
    if (way !== "delete") return;
  }
  // Nobody stands in a scenario that is going.
  const former = plan.place;
  if (former.scenario === line.id) await look_at_scenario(desk, line.parent ?? BASE);
  const problem = await scenarios.edit({ edit: "remove_scenario", scenario: line.id });
  if (!problem) return;
  await plan.look(former);
  plan.problem = problem;
}

/** Writes a scenario as a plan of its own, in which it is the base. */
export function split_off(desk: Desk, line: ScenarioLine): Promise<void> {
  const { host, notices, plan, reader } = desk;
  return attempt(desk, async () => {
    const path = await write_to(desk, {
      title: reader.t("act-split-off"),
      suggested: file_name(`${plan.status?.name ?? ""} ${line.label}`, PLAN_EXTENSION),
      extensions: [PLAN_EXTENSION],
      write: (path, replace) => host.call("split_off", { path, scenario: line.id, replace }, HERE),
    });
    if (path !== null) notices.say(reader.t("notice-split-off", { name: line.label }), path);
  });
}

/** What can be done with a scenario, as its menu offers it. */
export function scenario_menu(desk: Desk, line: ScenarioLine): MenuItem[] {
  const { scenarios, reader, view } = desk;
  const { t } = reader;
  const is_base = line.id === BASE;
  const item = (key: string, run: () => unknown, rest: Partial<MenuItem> = {}): MenuItem => ({
    key,
    label: t(`act-${key}`),
    testid: `scenario-${key}`,
    run,
    ...rest,
  });
  const under = item("add-scenario", () => (scenarios.asking = { kind: "add", parent: line.id }), {
    label: is_base ? t("act-add-scenario") : t("act-add-under", { name: line.label }),
  });
  if (is_base) return [under, item("freeze", () => (scenarios.asking = { kind: "freeze" }))];

  const siblings = scenarios.followers(line.parent ?? BASE);
  const at = siblings.findIndex((each) => each.id === line.id);
  const followers = scenarios.followers(line.id).length;
  const ask = (kind: "duplicate" | "rename" | "move") => () => (scenarios.asking = { kind, scenario: line });
  return [
    item("show-overrides", async () => {
      await look_at_scenario(desk, line.id);
      view.show_side("overrides");
    }),
    under,
    ...scenario_compare_items(desk, line),
    item("duplicate", ask("duplicate"), { apart: true }),
    item("rename-scenario", ask("rename"), { keys: "F2" }),
    item("move-up", () => shift(desk, line, -1), { disabled: at <= 0, keys: "Alt+↑" }),
    item("move-down", () => shift(desk, line, 1), { disabled: at === siblings.length - 1, keys: "Alt+↓" }),
    item("reparent", ask("move")),
    item("promote", () => promote(desk, line), { apart: true }),
    item("split-off", () => split_off(desk, line)),
    item("reset-all", () => reset_all(desk, line), { disabled: counted(line) === 0, apart: true }),
    item("delete", () => remove(desk, line), {
      disabled: followers > 0,
      ...(followers > 0 ? { detail: t("delete-followed", { count: followers }) } : { keys: "Del" }),
    }),
  ];
}

/** What can be done with a version, as its menu offers it. A version that is not what it claims is only looked at. */
export function version_menu(desk: Desk, line: VersionLine): MenuItem[] {
  const { scenarios, reader } = desk;
  const { t } = reader;
  const place = { ...HERE, version: line.id };
  const unsound = line.sound === false;
  const item = (key: string, run: () => unknown, disabled = false): MenuItem => ({
    key,
    label: t(`act-${key}`),
    testid: `version-${key}`,
    disabled,
    ...(disabled ? { detail: t("version-broken-short") } : {}),
    run,
  });
  return [
    item("look-at-version", () => look_at_version(desk, line.id)),
    version_compare_item(desk, line),
    item("return", () => return_to(desk, place), unsound),
    item("branch", () => (scenarios.asking = { kind: "branch", place, called: line.name }), unsound),
  ];
}

/** Everything about scenarios that the palette can find. */
export function scenario_acts(desk: Desk): Act[] {
  const { plan, scenarios, reader, view } = desk;
  const { t } = reader;
  const { current } = scenarios;
  const own = current !== null && current.id !== BASE ? scenario_menu(desk, current) : [];
  return [
    ...scenarios.lines.map((line) => ({
      key: `look-${line.id}`,
      label: t("act-look-at", { name: line.label }),
      run: () => look_at_scenario(desk, line.id),
    })),
    ...scenarios.versions.map((line) => ({
      key: `look-${line.id}`,
      label: t("act-look-at-version-named", { name: line.name }),
      run: () => look_at_version(desk, line.id),
    })),
    {
      key: "add-scenario",
      label: t("act-add-scenario"),
      run: () => (scenarios.asking = { kind: "add", parent: plan.place.scenario ?? BASE }),
    },
    { key: "freeze", label: t("act-freeze"), run: () => (scenarios.asking = { kind: "freeze" }) },
    { key: "overrides", label: t("overrides-title"), run: () => view.show_side("overrides") },
    ...own.map((item) => ({
      key: `scenario-${item.key}`,
      label: t("act-of-scenario", { act: item.label, name: current?.label ?? "" }),
      enabled: item.disabled !== true,
      run: item.run,
    })),
  ];
}
