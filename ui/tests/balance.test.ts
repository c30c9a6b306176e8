import { fireEvent, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { own_problem, Refused, type Margins } from "../src/host";
import type { Answers } from "../src/host/recorded";
import BalanceDialog from "../src/parts/spread/BalanceDialog.svelte";
import { asked_of, last_edits, lay, type Laying } from "./laying";

const line = (key: string, amount: string, locked = "0.00") => ({
  key,
  label: key.toUpperCase(),
  amount,
  locked,
});

/** Two programmes against two sectors; one cell has no row. */
const now: Margins = {
  rows_label: "Programme",
  columns_label: "Sector",
  rows: [line("uf", "100000000000.00", "10000000000.00"), line("era", "40000000000.00")],
  columns: [line("energy", "80000000000.00"), line("housing", "60000000000.00")],
  cells: [
    ["40000000000.00", "60000000000.00"],
    ["40000000000.00", null],
  ],
  total: "140000000000.00",
};
const then: Margins = {
  ...now,
  cells: [
    ["50000000000.00", "60000000000.00"],
    ["40000000000.00", null],
  ],
};

async function open(answers: Answers = {}) {
  const page = await lay(
    BalanceDialog,
    {},
    {
      margins: ({ edits }) => (edits && edits.length > 0 ? then : now),
      ...answers,
    },
  );
  await page.findByTestId("balance-table");
  return page;
}

const field = (page: Laying, name: string) => page.getByTestId(`balance-${name}`) as HTMLInputElement;
const cell = (page: Laying, row: string, column: string) =>
  page
    .getAllByTestId("balance-cell")
    .find((each) => each.dataset["row"] === row && each.dataset["column"] === column);

describe("balancing a table", () => {
  it("shows the table as it is, with what cannot move and what can hold nothing", async () => {
    const page = await open();
    expect(asked_of(page, "margins")).toEqual([{ rows: "programme", columns: "sector" }]);
    expect(cell(page, "uf", "housing")?.textContent.trim()).toBe("60.000");
    expect(cell(page, "era", "housing")?.textContent.trim()).toBe("");
    expect(page.getByTestId("balance-table").textContent).toContain("10.0");
    expect((page.getByTestId("balance-apply") as HTMLButtonElement).disabled).toBe(true);
    const found = await axe.run(page.container, { rules: { "color-contrast": { enabled: false } } });
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it("fills it from typed totals: before and after, then as one edit", async () => {
    const user = userEvent.setup();
    const page = await open();
    field(page, "rows-uf").focus();
    await user.keyboard("110bn{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(field(page, "rows-era")));
    const act = {
      edit: "balance",
      rows: "programme",
      columns: "sector",
      row_totals: [{ key: "uf", amount: "110000000000.00" }],
      column_totals: [],
    };
    await waitFor(() => expect(last_edits(page, "preview")).toEqual([act]));
    await waitFor(() => expect(cell(page, "uf", "energy")?.dataset["after"]).toBe("50000000000.00"));
    expect(cell(page, "uf", "energy")?.textContent).toContain("50.000");
    expect(cell(page, "uf", "energy")?.textContent).toContain("40.000");
    expect(cell(page, "uf", "housing")?.className).not.toContain("changes");
    await user.click(page.getByTestId("balance-listed"));
    expect(page.getAllByTestId("preview-line")).toHaveLength(2);
    await user.click(page.getByTestId("balance-listed"));
    await user.click(page.getByTestId("balance-apply"));
    await waitFor(() => expect(last_edits(page)).toEqual([act]));
  });

  it("says live by how much the two sums differ, and which rows conflict, in the door's words", async () => {
    const user = userEvent.setup();
    const differ = own_problem("balance-totals-differ", "The rows add to 150 bn and the columns to 140 bn.");
    const page = await open({
      preview: () => {
        throw new Refused(differ);
      },
    });
    field(page, "columns-energy").focus();
    await user.keyboard("110bn{Enter}");
    await waitFor(() => expect(page.getByTestId("problem").textContent).toContain(differ.message));
    expect((page.getByTestId("balance-apply") as HTMLButtonElement).disabled).toBe(true);
    expect(cell(page, "uf", "energy")?.dataset["after"]).toBe("40000000000.00");
  });

  it("takes a pasted column, and says which text is no amount", async () => {
    const page = await open();
    const paste = (text: string) =>
      fireEvent.paste(field(page, "rows-uf"), { clipboardData: { getData: () => text } });
    await paste("110bn\r\n30bn\r\n");
    await waitFor(() =>
      expect(last_edits(page, "preview")?.[0]).toMatchObject({
        row_totals: [
          { key: "uf", amount: "110000000000.00" },
          { key: "era", amount: "30000000000.00" },
        ],
      }),
    );
    await paste("110bn\nmuch");
    await waitFor(() => expect(page.getByTestId("problem").textContent).toContain("much"));
    expect(field(page, "rows-era").getAttribute("aria-invalid")).toBe("true");
    expect(field(page, "rows-era").value).toBe("much");
    await fireEvent.click(page.getByTestId("balance-clear"));
    expect(field(page, "rows-uf").value).toBe("");
    expect(page.queryByTestId("problem")).toBeNull();
  });

  it("takes other dimensions, and never one against itself", async () => {
    const page = await open();
    await fireEvent.change(page.getByTestId("balance-by-rows"), { target: { value: "sector" } });
    await waitFor(() =>
      expect(asked_of(page, "margins").at(-1)).toEqual({ rows: "sector", columns: "programme" }),
    );
    expect(page.desk.reader.layout("balance_rows", "")).toBe("sector");
  });

  it("gives the keyboard back when it is closed", async () => {
    const page = await open();
    let back = 0;
    page.desk.reshaping.asking = { kind: "balance", back: () => (back += 1) };
    await fireEvent(page.getByRole("dialog", { hidden: true }), new Event("cancel"));
    expect(back).toBe(1);
    expect(asked_of(page, "edit")).toEqual([]);
  });
});
