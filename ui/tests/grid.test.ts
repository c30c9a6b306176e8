import { fireEvent, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { own_problem, Refused, type Edit, type GridRangeRequest, type GridRequest } from "../src/host";
import type { Answers } from "../src/host/recorded";
import { asked, changed, edits, open, violations, type Page } from "./acting";
import { grid_reply, replies, rows } from "./desk";

const [first, second, third] = rows;
if (!first || !second || !third) throw new Error("the recorded grid has too few rows");
const group = grid_reply.lines[0];
if (group?.kind !== "group") throw new Error("the recorded grid has no group");

/** The window with every column, and the cell with the keyboard. */
async function at(code: string, column: string, answers: Answers = {}) {
  const page = await open({
    grid_range: ({ top, bottom }) => {
      const chosen = grid_reply.lines.slice(top, bottom + 1).filter((line) => line.kind === "row");
      return {
        rows: chosen.map((line) => line.id),
        row_count: chosen.length,
        cells: chosen.length,
        numbers: chosen.length,
        sum: "45000000000.00",
        share: "5.63",
      };
    },
    ...answers,
  });
  page.desk.view.choose_columns([
    ...["instrument", "sector", "purpose", "booster", "amount", "share", "start", "note", "locked"],
    ...["planned", "paid"],
  ]);
  const user = userEvent.setup();
  const cell = await page.findByTestId(`cell-${code}-${column}`);
  await user.pointer({ keys: "[MouseLeft]", target: cell });
  return { page, user, cell };
}

const choices = (page: Page) => within(page.getByRole("listbox"));
const last_edit = (page: Page): Edit[] | undefined => edits(page).at(-1);
const active = (page: Page) =>
  document.getElementById(page.getByTestId("grid").getAttribute("aria-activedescendant") ?? "")?.dataset[
    "testid"
  ];

describe("cells of every kind", () => {
  it("are chosen from a list by typing a few letters", async () => {
    const { page, user } = await at(first.code, "instrument");
    await user.keyboard("limi");
    expect(choices(page).getByRole("option", { selected: true }).textContent).toContain("Limited-recourse");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(page.queryByTestId("cell-editor")).toBeNull());
    expect(last_edit(page)).toEqual([
      { edit: "set_field", rows: [first.id], field: "instrument", value: "loan_limited_recourse" },
    ]);
    expect(active(page)).toBe(`cell-${second.code}-instrument`);
  });

  it("show the whole list with what stands there, and arrows walk through it", async () => {
    const { page, user } = await at(first.code, "purpose");
    await user.keyboard("{F2}");
    const editor = page.getByTestId("cell-editor") as HTMLInputElement;
    expect(editor.value).toBe(first.purpose_label);
    expect(choices(page).getByRole("option", { selected: true }).textContent?.trim()).toBe(
      first.purpose_label,
    );
    expect(choices(page).getAllByRole("option").length).toBeGreaterThan(2);
    expect(await violations(page)).toEqual([]);
    await user.keyboard("{Escape}");
    expect(page.queryByTestId("cell-editor")).toBeNull();
    expect(document.activeElement).toBe(page.getByTestId("grid"));
    expect(edits(page)).toEqual([]);
  });

  it("take words as they are typed, and what they may be is for the bridge to say", async () => {
    const problem = own_problem("bad-value", "“2028-Q9” is no quarter.");
    const { page, user } = await at(first.code, "start", {
      edit: () => {
        throw new Refused(problem);
      },
    });
    await user.keyboard("2028-Q9{Enter}");
    expect((await page.findByTestId("problem")).textContent).toContain(problem.message);
    expect(page.getByTestId(`cell-${first.code}-start`).getAttribute("aria-invalid")).toBe("true");
    expect(last_edit(page)).toEqual([
      { edit: "set_field", rows: [first.id], field: "start", value: "2028-Q9" },
    ]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(page.queryByTestId("problem")).toBeNull());
  });

  it("are locked and unlocked by the space bar", async () => {
    const { page, user } = await at(first.code, "locked");
    await user.keyboard(" ");
    await waitFor(() =>
      expect(last_edit(page)).toEqual([
        { edit: "set_field", rows: [first.id], field: "locked", value: first.locked ? "no" : "yes" },
      ]),
    );
  });

  it("say so where they are worked out", async () => {
    const { page, user } = await at(first.code, "share");
    await user.keyboard("5");
    expect((await page.findByTestId("problem")).dataset["code"]).toBe("grid-computed");
    expect(page.getByTestId(`cell-${first.code}-share`).getAttribute("aria-readonly")).toBe("true");
    expect(edits(page)).toEqual([]);
  });
});

describe("a block of cells", () => {
  it("is counted, added up and told as a share of the package", async () => {
    const { page, user } = await at(first.code, "amount");
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect((await page.findByTestId("status-sum")).dataset["amount"]).toBe("45000000000.00");
    expect(page.getByTestId("status-share").textContent).toContain("5.63");
    const range = asked(page, "grid_range").at(-1) as GridRangeRequest;
    expect(range).toMatchObject({ top: 1, bottom: 3, columns: ["amount"] });
    const chosen = page.getByTestId("grid").querySelectorAll("[role=gridcell][aria-selected=true]");
    expect(chosen.length).toBe(3);
  });

  it("is filled from its first row", async () => {
    const { page, user } = await at(first.code, "note");
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    await user.keyboard("{Control>}d{/Control}");
    await waitFor(() =>
      expect(last_edit(page)).toEqual([
        { edit: "set_field", rows: [second.id, third.id], field: "note", value: first.note },
      ]),
    );
  });

  it("of one row is filled from the row above", async () => {
    const { page, user } = await at(second.code, "amount");
    await user.keyboard("{Control>}d{/Control}");
    await waitFor(() =>
      expect(last_edit(page)).toEqual([
        { edit: "set_field", rows: [second.id], field: "amount", value: first.amount },
      ]),
    );
  });

  it("is emptied where it may be empty, and refused in words where it may not", async () => {
    const { page, user } = await at(first.code, "amount");
    await user.keyboard("{Delete}");
    await waitFor(() =>
      expect(last_edit(page)).toEqual([
        { edit: "set_field", rows: [first.id], field: "amount", value: "0.00" },
      ]),
    );
    await user.keyboard("{ArrowLeft}{ArrowLeft}{Delete}");
    expect((await page.findByTestId("problem")).dataset["code"]).toBe("grid-not-empty");
    expect(edits(page)).toHaveLength(1);
  });

  it("is selected whole by line, by column, or all of it", async () => {
    const { page, user } = await at(first.code, "amount");
    const block = () => page.desk.view.chosen;
    await user.keyboard("{Shift>} {/Shift}");
    await waitFor(() => expect(block()?.columns.length).toBeGreaterThan(10));
    expect(block()).toMatchObject({ top: 1, bottom: 1 });
    await user.keyboard("{Control>}a{/Control}");
    await waitFor(() => expect(block()).toMatchObject({ top: 0, bottom: grid_reply.line_count - 1 }));
  });

  it("is copied in the words that the bridge gives it", async () => {
    const { page, user } = await at(first.code, "amount", { grid_text: () => ({ text: "45000000000.00" }) });
    await waitFor(() => expect(asked(page, "grid_text").length).toBeGreaterThan(0));
    await waitFor(async () => {
      await user.keyboard("{Control>}c{/Control}");
      const board = page.container.querySelector<HTMLTextAreaElement>("textarea[aria-hidden]");
      expect(board?.value).toBe("45000000000.00");
    });
  });
});

describe("what the grid hands over", () => {
  it("is what is typed over the sum of a group, with the rows behind it", async () => {
    const { page, user } = await at(first.code, "amount");
    const cell = page.getByTestId(`group-${group.path}-amount`);
    await user.pointer({ keys: "[MouseLeft]", target: cell });
    await user.keyboard("6");
    await waitFor(() => expect(page.desk.view.handed?.kind).toBe("total"));
    expect(page.desk.view.handed).toMatchObject({
      behind: { slice: [{ dimension: group.dimension, keys: [group.key] }], rows: null },
      former: group.amount,
      typed: "6",
    });
  });

  it("is what is typed into a planned year of a row, and not into that of a group", async () => {
    const { page, user } = await at(first.code, "planned:2027");
    await user.keyboard("1");
    expect(page.desk.view.handed).toMatchObject({
      kind: "year",
      year: 2027,
      row: { id: first.id },
      typed: "1",
    });
    page.desk.view.handed?.leave(0, 0);
    await user.pointer({ keys: "[MouseLeft]", target: page.getByTestId(`group-${group.path}-planned:2027`) });
    await user.keyboard("1");
    expect((await page.findByTestId("problem")).dataset["code"]).toBe("grid-year-of-group");
  });

  it("is what lies on the clipboard, as text and as a table", async () => {
    const { page } = await at(second.code, "start");
    const board = page.container.querySelector("textarea[aria-hidden]");
    if (!board) throw new Error("there is nothing to paste into");
    const data: Record<string, string> = { "text/plain": "a\tb", "text/html": "<table></table>" };
    const clipboardData = { getData: (type: string) => data[type] ?? "" } as unknown as DataTransfer;
    await fireEvent.paste(board, { clipboardData });
    expect(page.desk.view.handed).toMatchObject({
      kind: "paste",
      text: "a\tb",
      html: "<table></table>",
      at: { row: second.code, column: "start" },
      query: page.desk.view.query,
    });
  });
});

describe("lines", () => {
  it("are put in order by any column, by its heading and by keys", async () => {
    const { page, user } = await at(first.code, "start");
    await fireEvent.click(page.getByTestId("order-start"));
    const order = () => (asked(page, "grid").at(-1) as GridRequest).query.order;
    await waitFor(() => expect(order()).toEqual({ column: "start", down: false }));
    await user.pointer({ keys: "[MouseLeft]", target: page.getByTestId(`cell-${first.code}-amount`) });
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await waitFor(() => expect(order()).toEqual({ column: "amount", down: true }));
    expect(page.getByTestId("order").closest("[role=columnheader]")?.getAttribute("aria-sort")).toBe(
      "descending",
    );
  });

  it("end with the last of them, under which the total is one line on", async () => {
    const { page, user } = await at(first.code, "amount");
    await user.keyboard("{Control>}{ArrowDown}{/Control}");
    const last = grid_reply.lines.at(-1);
    await waitFor(() => expect(page.desk.view.cell?.row?.id).toBe(last?.kind === "row" ? last.id : ""));
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(active(page)).toBe("total-amount"));
  });

  it("are duplicated and removed by keys, each in one edit", async () => {
    const { page, user } = await at(first.code, "amount");
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await waitFor(() => expect(page.desk.view.chosen?.count).toBe(2));
    await user.keyboard("{Control>}{Shift>}D{/Shift}{/Control}");
    await waitFor(() =>
      expect(last_edit(page)).toEqual([
        { edit: "duplicate_row", allocation: first.id },
        { edit: "duplicate_row", allocation: second.id },
      ]),
    );
    await fireEvent.keyDown(page.getByTestId("grid"), { key: "-", ctrlKey: true });
    await waitFor(() => expect(last_edit(page)?.[0]).toMatchObject({ edit: "remove_allocation" }));
  });

  it("are asked for as they come into sight, and lines far away are let go", async () => {
    const many = (query: GridRequest) => {
      const count = Math.min(query.count ?? 0, 10_000 - query.first);
      const lines = Array.from({ length: count }, (_, at) => ({
        ...first,
        depth: 0,
        id: (query.first + at).toString(16).padStart(32, "0"),
        code: `A${String(query.first + at).padStart(5, "0")}`,
      }));
      return { ...grid_reply, first: query.first, lines, line_count: 10_000, shown: 10_000, of: 10_000 };
    };
    const page = await open({ grid: many });
    await page.findByTestId("cell-A00000-amount");
    const grid = page.getByTestId("grid");
    grid.scrollTop = 28 * 5_000;
    await fireEvent.scroll(grid);
    await page.findByTestId("cell-A05000-amount");
    expect(page.queryByTestId("cell-A00000-amount")).toBeNull();
    const far = asked(page, "grid").at(-1) as GridRequest;
    expect(far.first).toBeGreaterThan(4_900);
    expect(far.count).toBeLessThan(200);
    expect(grid.querySelectorAll("[role=row]").length).toBeLessThan(60);
  });

  it("are edited and told again in one trip, with all that is on view", async () => {
    const page = await open({
      edit: () => changed(((replies["status"] as { revision: number }).revision ?? 0) + 1),
    });
    await page.findByTestId(`cell-${first.code}-amount`);
    let trips = 0;
    const { call_all } = page.host;
    page.host.call_all = (calls) => {
      trips += 1;
      expect(calls.map(({ command }) => command)).toEqual(expect.arrayContaining(["edit", "grid"]));
      return call_all(calls);
    };
    const before = page.host.asked.length;
    await page.desk.plan.edit({ edit: "set_locked", allocation: first.id, locked: true });
    await waitFor(() => expect(page.desk.plan.status?.revision).toBeGreaterThan(1));
    expect(trips).toBe(1);
    const after = page.host.asked.slice(before).map(({ command }) => command);
    expect(after.filter((command) => command === "grid")).toHaveLength(1);
  });
});

describe("the columns", () => {
  it("are chosen from a list, and remembered", async () => {
    const page = await open();
    await fireEvent.click(page.getByTestId("columns"));
    await fireEvent.click(page.getByTestId("column-note"));
    await page.findByTestId(`cell-${first.code}-note`);
    expect(page.desk.reader.layout("columns", "")).toContain("note");
    expect(await violations(page)).toEqual([]);
    await fireEvent.click(page.getByTestId("columns-first"));
    await waitFor(() => expect(page.queryByTestId(`cell-${first.code}-note`)).toBeNull());
  });

  it("of years are asked for by their measure", async () => {
    const page = await open();
    await fireEvent.click(page.getByTestId("columns"));
    await fireEvent.click(page.getByTestId("column-paid"));
    await waitFor(() =>
      expect((asked(page, "grid").at(-1) as GridRequest).query.measures).toEqual(["planned", "paid"]),
    );
  });
});
