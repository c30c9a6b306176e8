import { tick } from "svelte";
import type { Edit, Id, LimitSlice } from "../host";
import type { Chosen, GridAct } from "../parts/grid/handover";
import { whole_rows } from "../parts/grid/own_acts";
import type { Act } from "./acts";
import type { Desk } from "./desk";
import { attempt } from "./files";
import { EVERY_ROW } from "./finding";

/** Which rows an act is about: those that a slice holds, or these. */
type Rows = { slice: LimitSlice[] } | { rows: Id[] };

/** Locks rows, or unlocks them: what is locked moves with no total. */
async function lock(desk: Desk, rows: Rows, locked: boolean): Promise<void> {
  const edit: Edit = { edit: "set_field", ...rows, field: "locked", value: locked ? "yes" : "no" };
  desk.plan.problem = await desk.plan.edit(edit);
}

/** All rows that the filters, the search and the list on view leave. */
async function shown(desk: Desk): Promise<Rows> {
  const { host, view } = desk;
  const { search, filters, only } = view.query;
  if (search === "" && only === null) return { slice: filters };
  const query = { ...EVERY_ROW, search, filters, only };
  const { lines } = await host.call("grid", { query, first: 0 });
  return { rows: lines.flatMap((line) => (line.kind === "row" ? [line.id] : [])) };
}

/** Locks, or unlocks, the rows of a selection. */
export function lock_chosen(desk: Desk, chosen: Chosen, locked: boolean): Promise<void> {
  return attempt(desk, async () => {
    await lock(desk, { rows: await chosen.rows() }, locked);
    chosen.leave(0, 0);
  });
}

/** Locks, or unlocks, all rows on view. */
export function lock_shown(desk: Desk, locked: boolean): Promise<void> {
  return attempt(desk, async () => lock(desk, await shown(desk), locked));
}

/** Asks which field of the selection to set to what. */
export function set_field(desk: Desk, chosen: Chosen): Promise<void> {
  return attempt(desk, async () => {
    const rows = await chosen.rows();
    const back = () => chosen.leave(0, 0);
    if (rows.length > 0) desk.reshaping.asking = { kind: "bulk", rows, field: chosen.column, back };
  });
}

/** Asks into which parts to split the active row. */
export function split(desk: Desk, chosen: Chosen): void {
  const { active } = chosen;
  if (active.kind !== "row") return;
  desk.reshaping.asking = { kind: "split", row: active.id, back: () => chosen.leave(0, 0) };
}

/** Asks whether to make one row of the selected ones. */
export function merge(desk: Desk, chosen: Chosen): Promise<void> {
  return attempt(desk, async () => {
    const rows = await chosen.rows();
    const back = () => chosen.leave(0, 0);
    if (rows.length > 0) desk.reshaping.asking = { kind: "merge", rows, back };
  });
}

/** Asks for the totals of a table of two dimensions. */
export function balance(desk: Desk): void {
  const { reshaping, view } = desk;
  reshaping.asking = { kind: "balance", back: () => view.chosen?.leave(0, 0) };
}

/** What can be done with a selection, by name and by key. */
export function chosen_acts(desk: Desk, chosen: Chosen): Act[] {
  const { t } = desk.reader;
  const { count, active } = chosen;
  const enabled = !desk.plan.frozen && count !== 0;
  return [
    {
      key: "bulk-edit",
      label: t("bulk-edit"),
      keys: "Ctrl+Shift+E",
      enabled,
      run: () => set_field(desk, chosen),
    },
    {
      key: "bulk-split",
      label: t("bulk-split"),
      enabled: enabled && active.kind === "row",
      run: () => split(desk, chosen),
    },
    {
      key: "bulk-merge",
      label: t("bulk-merge"),
      enabled: enabled && count !== 1,
      run: () => merge(desk, chosen),
    },
    {
      key: "bulk-lock",
      label: t("bulk-lock"),
      keys: "Ctrl+L",
      enabled,
      run: () => lock_chosen(desk, chosen, true),
    },
    {
      key: "bulk-unlock",
      label: t("bulk-unlock"),
      keys: "Ctrl+Shift+L",
      enabled,
      run: () => lock_chosen(desk, chosen, false),
    },
  ];
}

/** An act on cells, done once the palette has given the focus back to them: a page copies and pastes where the focus is. */
function once_back(act: GridAct): Act {
  return {
    ...act,
    run: async () => {
      await tick();
      await act.run();
    },
  };
}

/** What can be done with the cells and rows that are selected on the screen. */
function acts_here(desk: Desk): Act[] {
  const { view } = desk;
  const rows = view.chosen
    ? [...whole_rows(desk, view.chosen), ...chosen_acts(desk, view.chosen)].filter(
        // A new row hangs on no selection: the palette has it in any case.
        ({ key }) => key !== "add-row",
      )
    : [];
  return [...view.cell_acts.map(once_back), ...rows];
}

/** What can be done with rows, from wherever the reader is. */
export function row_acts(desk: Desk): Act[] {
  const { plan, reader, view } = desk;
  const { t } = reader;
  const here = view.screen === "allocate" ? acts_here(desk) : [];
  const enabled = !plan.frozen;
  return [
    ...here,
    {
      key: "lock-shown",
      label: t("bulk-lock-shown"),
      detail: t("bulk-shown-detail"),
      enabled,
      run: () => lock_shown(desk, true),
    },
    {
      key: "unlock-shown",
      label: t("bulk-unlock-shown"),
      detail: t("bulk-shown-detail"),
      enabled,
      run: () => lock_shown(desk, false),
    },
    { key: "balance-table", label: t("balancing-act"), enabled, run: () => balance(desk) },
  ];
}
