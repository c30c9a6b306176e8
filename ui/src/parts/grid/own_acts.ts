import type { Desk } from "../../document/desk";
import type { Edit } from "../../host";
import type { Chosen, GridAct } from "./handover";

/** Duplicates or removes whole rows, in one edit, and gives the grid the keyboard back. */
async function each_row(desk: Desk, chosen: Chosen, edit: (allocation: string) => Edit): Promise<void> {
  const rows = await chosen.rows();
  if (rows.length === 0) return;
  desk.plan.problem = await desk.plan.edit(...rows.map(edit));
  chosen.leave(0, 0);
}

/** What the grid itself can do with whole rows: add one, duplicate and remove those that are selected. */
export function whole_rows(desk: Desk, chosen: Chosen): GridAct[] {
  const { t } = desk.reader;
  const count = chosen.count ?? 0;
  const enabled = !desk.plan.frozen && count > 0;
  return [
    {
      key: "add-row",
      label: t("act-add-row"),
      keys: "Ctrl++",
      enabled: !desk.plan.frozen,
      run: () => desk.view.show_side("new"),
    },
    {
      key: "duplicate",
      label: t("grid-duplicate", { count }),
      keys: "Ctrl+Shift+D",
      enabled,
      run: () => each_row(desk, chosen, (allocation) => ({ edit: "duplicate_row", allocation })),
    },
    {
      key: "remove",
      label: t("grid-remove", { count }),
      keys: "Ctrl+-",
      enabled,
      run: () => each_row(desk, chosen, (allocation) => ({ edit: "remove_allocation", allocation })),
    },
  ];
}
