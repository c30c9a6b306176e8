import { fireEvent, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { asked, edits, open, violations, type Page } from "./acting";
import { grid_reply, rows } from "./desk";
import { preview } from "./laying";

const group = grid_reply.lines.find((line) => line.kind === "group");
const [row] = rows;
if (group?.kind !== "group" || !row) throw new Error("the recorded grid has no groups or no rows");

/** The whole window is looked over for what keeps people out, which takes its time. */
const LONG_MS = 30_000;

const active = () => document.activeElement as HTMLElement | null;
const open_plan = () => open({ preview: () => preview, read_amount: () => ({ amount: "70000000000.00" }) });

/** Makes a cell the active one, and types a sign over it. */
async function type_over(page: Page, cell: string, sign: string) {
  await fireEvent.pointerDown(await page.findByTestId(cell), { button: 0 });
  await fireEvent.keyDown(page.getByTestId("grid"), { key: sign });
}

describe("in the window", { timeout: LONG_MS }, () => {
  it("an amount typed over a subtotal is spread by keyboard alone, and the grid has the keyboard again", async () => {
    const user = userEvent.setup();
    const page = await open_plan();
    await type_over(page, `group-${group.path}-amount`, "7");
    await waitFor(() => expect(active()?.dataset["testid"]).toBe("spread-figure"));
    expect((active() as HTMLInputElement).value).toBe("7");
    await user.keyboard("0bn{Enter}");
    await waitFor(() => expect(active()?.dataset["testid"]).toBe("choice-how-rescale"));
    await page.findByTestId("preview-lines");
    expect(await violations(page)).toEqual([]);
    await user.keyboard("6");
    await waitFor(() => expect(page.getByTestId("outlook").dataset["waiting"]).toBe("false"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(active()?.dataset["testid"]).toBe("grid"));
    expect(page.queryByTestId("spread")).toBeNull();
    expect(edits(page)).toEqual([
      [
        {
          edit: "spread",
          slice: [{ dimension: group.dimension, keys: [group.key] }],
          total: "70000000000.00",
          how: "rescale",
          gives: "others",
        },
      ],
    ]);
  });

  it("Escape and a press elsewhere give up what was typed, and change nothing", async () => {
    const user = userEvent.setup();
    const page = await open_plan();
    await type_over(page, `group-${group.path}-amount`, "7");
    await waitFor(() => expect(active()?.dataset["testid"]).toBe("spread-figure"));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(active()?.dataset["testid"]).toBe("grid"));
    await type_over(page, "total-amount", "7");
    await page.findByTestId("spread");
    await fireEvent.pointerDown(page.getByTestId("search"), { button: 0 });
    await waitFor(() => expect(page.queryByTestId("spread")).toBeNull());
    expect(asked(page, "edit")).toEqual([]);
  });

  it("the arrow down in the editor of a row's amount leads to what gives", async () => {
    const user = userEvent.setup();
    const page = await open_plan();
    await type_over(page, `cell-${row.code}-amount`, "7");
    await waitFor(() => expect(active()?.dataset["testid"]).toBe("amount-editor"));
    await user.keyboard("0bn{ArrowDown}");
    await waitFor(() => expect(active()?.dataset["testid"]).toBe("choice-gives-total"));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(active()?.dataset["testid"]).toBe("grid"));
    expect(asked(page, "edit")).toEqual([]);
  });

  it("keys of the grid set a field of the selection, and the palette balances a table", async () => {
    const user = userEvent.setup();
    const page = await open_plan();
    await fireEvent.pointerDown(await page.findByTestId(`cell-${row.code}-amount`), { button: 0 });
    await fireEvent.keyDown(page.getByTestId("grid"), {
      key: "E",
      code: "KeyE",
      ctrlKey: true,
      shiftKey: true,
    });
    expect(await page.findByTestId("bulk")).toBeTruthy();
    expect(await violations(page)).toEqual([]);
    await fireEvent(page.getByTestId("bulk").closest("dialog") as HTMLElement, new Event("cancel"));
    await waitFor(() => expect(active()?.dataset["testid"]).toBe("grid"));
    page.desk.view.palette_open = true;
    (await page.findByTestId("palette")).querySelector("input")?.focus();
    await user.keyboard(`${page.desk.reader.t("balancing-act").slice(0, 9)}{Enter}`);
    expect(await page.findByTestId("balance-dialog")).toBeTruthy();
  });
});
