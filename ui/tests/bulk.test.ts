import { waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { describe, expect, it, vi } from "vitest";
import { chosen_acts, row_acts } from "../src/document/row_acts";
import { own_problem, Refused, type GridLine, type Id } from "../src/host";
import type { Answers } from "../src/host/recorded";
import RowDialogs from "../src/parts/bulk/RowDialogs.svelte";
import type { Chosen } from "../src/parts/grid/handover";
import { asked_of, last_edits, lay, preview, row_of, type Laying } from "./laying";

const row = row_of("A017");
const other = row_of("A018");

/** A selection of these two rows. */
function chosen(rows: Id[] = [row.id, other.id], column = "start"): Chosen {
  const active = { kind: "row", depth: 0, cells: [], ...row } as unknown as GridLine;
  return {
    query: { group_by: [], search: "", filters: [], only: null, order: null, closed: [], measures: [] },
    top: 0,
    bottom: rows.length - 1,
    columns: [column],
    active,
    column,
    count: rows.length,
    rows: () => Promise.resolve(rows),
    leave: vi.fn(),
  };
}

async function open(act: string, selection = chosen(), answers: Answers = {}) {
  const page = await lay(
    RowDialogs,
    {},
    {
      grid: () => ({ lines: [{ kind: "row", depth: 0, cells: [], ...row }] }) as never,
      ...answers,
    },
  );
  const found = chosen_acts(page.desk, selection).find(({ key }) => key === act);
  if (!found) throw new Error(`no act ${act}`);
  await found.run();
  return { page, selection, user: userEvent.setup() };
}

const focused = () => (document.activeElement as HTMLElement | null)?.dataset["testid"];
const button = (page: Laying, name: string) => page.getByTestId(name) as HTMLButtonElement;

async function violations(page: Laying) {
  const found = await axe.run(page.container, { rules: { "color-contrast": { enabled: false } } });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe("setting a field of many rows", () => {
  it("begins with the active column, and is done by keyboard alone", async () => {
    const { page, selection, user } = await open("bulk-edit");
    await waitFor(() => expect(focused()).toBe("bulk-value"));
    expect(page.getByRole("dialog", { hidden: true }).getAttribute("aria-label")).toBe(
      "Set a field of 2 rows",
    );
    await user.keyboard("2028-Q1{Enter}");
    await waitFor(() => expect(focused()).toBe("bulk-apply"));
    expect(page.getByTestId("outlook-sentence").textContent).toBe(preview.sentence);
    expect(await violations(page)).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(selection.leave).toHaveBeenCalledWith(0, 0));
    expect(last_edits(page)).toEqual([
      { edit: "set_field", rows: [row.id, other.id], field: "start", value: "2028-Q1" },
    ]);
  });

  it("asks for the field where the active column is not one of the plan's own", async () => {
    const { page, user } = await open("bulk-edit", chosen(undefined, "funder"));
    await waitFor(() => expect(focused()).toBe("bulk-field"));
    await user.keyboard("note{Enter}");
    await waitFor(() => expect(focused()).toBe("bulk-value"));
    await user.keyboard("agreed");
    await waitFor(() =>
      expect(last_edits(page, "preview")?.[0]).toMatchObject({ field: "note", value: "agreed" }),
    );
  });

  it("takes a booster away, and several sources at once", async () => {
    const booster = await open("bulk-edit", chosen(undefined, "booster"));
    await waitFor(() => expect(focused()).toBe("bulk-value"));
    await booster.user.keyboard("{Enter}");
    await waitFor(() =>
      expect(last_edits(booster.page, "preview")?.[0]).toMatchObject({ field: "booster", value: "" }),
    );
    booster.page.unmount();
    const sources = await open("bulk-edit", chosen(undefined, "sources"));
    await waitFor(() => expect(focused()).toBe("bulk-value"));
    const box = sources.page.getByTestId("bulk-value");
    await waitFor(() =>
      expect(sources.page.getAllByRole("option", { hidden: true }).length).toBeGreaterThan(2),
    );
    await sources.user.keyboard("{Enter}");
    box.focus();
    await sources.user.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => {
      const [edit] = last_edits(sources.page, "preview") ?? [];
      expect(edit?.edit === "set_field" && edit.value.split(",")).toHaveLength(2);
    });
  });

  it("reads an amount, and says under the field what is none", async () => {
    const { page, user } = await open("bulk-edit", chosen(undefined, "amount"));
    await waitFor(() => expect(focused()).toBe("bulk-value"));
    await user.keyboard("lots");
    await waitFor(() => expect(page.getByTestId("problem").textContent).toContain("lots"));
    expect(button(page, "bulk-apply").disabled).toBe(true);
    await user.clear(page.getByTestId("bulk-value"));
    await user.keyboard("30bn");
    await waitFor(() =>
      expect(last_edits(page, "preview")?.[0]).toMatchObject({ field: "amount", value: "30000000000.00" }),
    );
  });
});

describe("splitting a row", () => {
  it("leaves the last part to what is left, as the door computes it", async () => {
    const [line] = preview.changes;
    if (!line) throw new Error("nothing changes");
    const added = {
      ...line,
      id: "9",
      row: "A101",
      change: "added" as const,
      field: null,
      by: "20000000000.00",
    };
    const { page, user, selection } = await open("bulk-split", chosen([row.id]), {
      preview: () => ({ ...preview, changes: [line, added] }),
    });
    await waitFor(() => expect(focused()).toBe("split-part-0"));
    expect((await page.findByTestId("split-whole")).textContent).toBe("50,000,000,000.00");
    expect(button(page, "split-apply").disabled).toBe(true);
    await user.keyboard("30bn");
    await waitFor(() => expect(page.getByTestId("split-rest").dataset["amount"]).toBe("20000000000.00"));
    expect(await violations(page)).toEqual([]);
    await user.click(page.getByTestId("split-add"));
    await waitFor(() => expect(focused()).toBe("split-part-1"));
    expect(button(page, "split-apply").disabled).toBe(true);
    await user.click(page.getByTestId("split-drop"));
    await waitFor(() => expect(button(page, "split-apply").disabled).toBe(false));
    page.getByTestId("split-part-0").focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(selection.leave).toHaveBeenCalledWith(0, 0));
    expect(last_edits(page)).toEqual([
      { edit: "split_row", allocation: row.id, parts: ["30000000000.00"], rest: true },
    ]);
  });
});

describe("merging rows", () => {
  it("tells what becomes one, and in words why rows cannot", async () => {
    const merged = await open("bulk-merge");
    await merged.page.findByTestId("outlook-sentence");
    await waitFor(() => expect(focused()).toBe("merge-rows-apply"));
    await merged.user.keyboard("{Enter}");
    await waitFor(() =>
      expect(last_edits(merged.page)).toEqual([{ edit: "merge_rows", allocations: [row.id, other.id] }]),
    );
    merged.page.unmount();
    const differ = own_problem("rows-differ", "A018 has another sector than A017.");
    const refused = await open("bulk-merge", chosen(), {
      preview: () => {
        throw new Refused(differ);
      },
    });
    await waitFor(() => expect(refused.page.getByTestId("problem").textContent).toContain(differ.message));
    expect(button(refused.page, "merge-rows-apply").disabled).toBe(true);
  });
});

describe("locking", () => {
  it("locks a selection as one edit and gives the keyboard back", async () => {
    const { page, selection } = await open("bulk-lock");
    await waitFor(() => expect(selection.leave).toHaveBeenCalledWith(0, 0));
    expect(last_edits(page)).toEqual([
      { edit: "set_field", rows: [row.id, other.id], field: "locked", value: "yes" },
    ]);
  });

  it("locks what the filters leave as a slice, and what a search leaves row by row", async () => {
    const { page } = await open("bulk-unlock");
    const run = async (key: string) =>
      row_acts(page.desk)
        .find((act) => act.key === key)
        ?.run();
    page.desk.view.filters = [{ dimension: "sector", keys: ["energy"] }];
    await run("lock-shown");
    expect(last_edits(page)?.[0]).toMatchObject({
      slice: [{ dimension: "sector", keys: ["energy"] }],
      value: "yes",
    });
    page.desk.view.search = "facility";
    await run("unlock-shown");
    expect(last_edits(page)?.[0]).toMatchObject({ rows: [row.id], value: "no" });
    expect(asked_of(page, "grid").at(-1)).toMatchObject({ query: { search: "facility" } });
  });
});
