import { SCREENS } from "../screens";
import { compare_acts, copy_acts } from "./copy_acts";
import type { Desk } from "./desk";
import * as files from "./files";
import { row_acts } from "./row_acts";
import { scenario_acts } from "./scenario_acts";
import { DIMENSIONS } from "./view.svelte";

/** Something the window can do, by name: the palette lists it, and a key may do it. */
export type Act = {
  key: string;
  label: string;
  /** Keys as a person reads them: "Ctrl+Shift+S". */
  keys?: string;
  detail?: string;
  enabled?: boolean;
  run: () => unknown;
};

const MAC = navigator.platform.startsWith("Mac");

/** Keys as they are written on this machine. */
export function keys_here(keys: string): string {
  return MAC ? keys.replace("Ctrl+", "⌘").replace("Shift+", "⇧") : keys;
}

/** The chart that "export chart" means on this screen. */
function chart_in_view(desk: Desk): string {
  return desk.plan.choices?.charts[0]?.name ?? "who_pays";
}

export function file_acts(desk: Desk): Act[] {
  const { t } = desk.reader;
  const status = desk.plan.status;
  return [
    { key: "open", label: t("act-open"), keys: "Ctrl+O", run: () => files.open(desk) },
    { key: "save", label: t("act-save"), keys: "Ctrl+S", run: () => files.save(desk) },
    { key: "save-as", label: t("act-save-as"), keys: "Ctrl+Shift+S", run: () => files.save_as(desk) },
    {
      key: "undo",
      label: t("act-undo"),
      keys: "Ctrl+Z",
      detail: status?.undo ?? t("act-undo-nothing"),
      enabled: (status?.undo ?? null) !== null,
      run: () => files.step_back(desk),
    },
    {
      key: "redo",
      label: t("act-redo"),
      keys: "Ctrl+Shift+Z",
      detail: status?.redo ?? t("act-redo-nothing"),
      enabled: (status?.redo ?? null) !== null,
      run: () => files.step_forward(desk),
    },
  ];
}

function export_acts(desk: Desk): Act[] {
  const { t } = desk.reader;
  const charts = desk.plan.choices?.charts ?? [];
  const formats: files.ChartFormat[] = ["png", "svg", "pdf"];
  return [
    ...charts.flatMap((chart) =>
      formats.map((format) => ({
        key: `export-${chart.name}-${format}`,
        label: t("act-export-chart-as", { chart: chart.label, format: format.toUpperCase() }),
        run: () => files.export_chart(desk, chart.name, format),
      })),
    ),
    {
      key: "export-csv",
      label: t("act-export-plan", { format: "CSV" }),
      run: () => files.export_plan(desk, "csv"),
    },
    {
      key: "export-json",
      label: t("act-export-plan", { format: "JSON" }),
      run: () => files.export_plan(desk, "json"),
    },
    { key: "verify", label: t("act-verify"), run: () => files.verify(desk) },
    { key: "open-empty", label: t("act-open-empty"), run: () => files.open_empty(desk) },
    { key: "open-shipped", label: t("act-open-shipped"), run: () => files.open_shipped(desk) },
  ];
}

function view_acts(desk: Desk): Act[] {
  const { t } = desk.reader;
  const { view, reader } = desk;
  const themes = ["system", "light", "dark", "contrast"] as const;
  return [
    ...SCREENS.map((screen) => ({
      key: `screen-${screen.name}`,
      label: t("act-go-to", { screen: t(`screen-${screen.name}`) }),
      run: () => (view.screen = screen.name),
    })),
    { key: "rules", label: t("rules-title"), run: () => view.show_side("rules") },
    { key: "concerns", label: t("concerns-title"), run: () => view.show_side("concerns") },
    { key: "package", label: t("package-title"), run: () => view.show_side("package") },
    { key: "new-row", label: t("act-add-row"), run: () => view.show_side("new") },
    { key: "new-event", label: t("act-add-event"), run: () => view.show_event(null) },
    { key: "new-cap", label: t("act-add-cap"), run: () => view.show_cap(null) },
    {
      key: "why",
      label: t("act-why"),
      keys: "F1",
      enabled: view.why !== null,
      run: () => view.show_side("why"),
    },
    ...DIMENSIONS.map((dim) => ({
      key: `group-${dim}`,
      label: t("act-group-by", { dimension: reader.dimension(dim) }),
      run: () => {
        view.screen = "allocate";
        view.group([dim]);
      },
    })),
    ...(["largest", "smallest", "plan"] as const).map((order) => ({
      key: `order-${order}`,
      label: t(`act-order-${order}`),
      run: () => {
        view.screen = "allocate";
        view.order = order === "plan" ? null : { column: "amount", down: order === "largest" };
      },
    })),
    { key: "group-none", label: t("act-group-none"), run: () => view.group([]) },
    { key: "rail", label: t("act-toggle-rail"), run: () => view.toggle_rail() },
    { key: "side", label: t("act-toggle-side"), run: () => view.toggle_side() },
    ...themes.map((theme) => ({
      key: `theme-${theme}`,
      label: t("act-theme", { theme: t(`theme-${theme}`) }),
      run: () => reader.change({ theme }),
    })),
    { key: "english", label: t("locale-en"), run: () => reader.change({ locale: "en" }) },
    { key: "ukrainian", label: t("locale-uk"), run: () => reader.change({ locale: "uk" }) },
  ];
}

function reading_acts(desk: Desk): Act[] {
  const { t } = desk.reader;
  return (desk.plan.status?.readings ?? []).map((reading) => ({
    key: `reading-${reading.id}`,
    label: t("act-reading", { reading: reading.label }),
    run: async () => {
      desk.plan.problem = await desk.plan.edit({ edit: "set_reading", reading: reading.id });
    },
  }));
}

/** Everything the palette can find. */
export function all_acts(desk: Desk): Act[] {
  return [
    ...file_acts(desk),
    ...row_acts(desk),
    ...view_acts(desk),
    ...scenario_acts(desk),
    ...copy_acts(desk),
    ...compare_acts(desk),
    ...export_acts(desk),
    ...reading_acts(desk),
  ];
}

function in_text({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** The keys that work everywhere. In a text field undo belongs to the text. Says whether the key was used. */
export function press(desk: Desk, event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const run = (act: () => unknown) => {
    act();
    return true;
  };
  const { view } = desk;
  // On a Cyrillic layout the key's place on the board says what its letter does not.
  const latin = /^[a-z]$/i.test(event.key);
  const key = latin ? event.key.toLowerCase() : event.code.replace(/^Key/, "").toLowerCase();
  switch (event.shiftKey ? `shift+${key}` : key) {
    case "s":
      return run(() => files.save(desk));
    case "shift+s":
      return run(() => files.save_as(desk));
    case "o":
      return run(() => files.open(desk));
    case "k":
      return run(() => (view.palette_open = !view.palette_open));
    case "e":
      return run(() => files.export_chart(desk, chart_in_view(desk), "png"));
    case "z":
      return in_text(event) ? false : run(() => files.step_back(desk));
    case "y":
    case "shift+z":
      return in_text(event) ? false : run(() => files.step_forward(desk));
    default:
      return false;
  }
}
