import { fireEvent, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { all_acts } from "../src/document/acts";
import type { Grid } from "../src/host";
import type { Answers } from "../src/host/recorded";
import Screen from "../src/screens/allocate/Screen.svelte";
import { changed } from "./acting";
import { grid_reply, open_window, replies, rows } from "./desk";
import { asked_of, lay, type Laying } from "./laying";
import { answering, applied, cell, focused, pasted, violations } from "./pasting";

/** What the web view hands over when something is pasted. */
function pasting(text: string, html = ""): Event {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  const data = { getData: (kind: string) => (kind === "text/html" ? html : text) };
  return Object.assign(event, { clipboardData: data });
}

/** Two rows of the recorded grid that stand below each other. */
function neighbours() {
  const at = grid_reply.lines.findIndex(
    (line, place) => line.kind === "row" && grid_reply.lines[place + 1]?.kind === "row",
  );
  return [grid_reply.lines[at], grid_reply.lines[at + 1]].filter((line) => line?.kind === "row");
}

describe("pasting into the grid", () => {
  const [first, second] = neighbours();
  if (!first || !second) throw new Error("no two rows");
  const block = pasted({
    cells: [first, second].map(({ code, id }, line) => cell(line, { row: code, id })),
  });

  async function begin() {
    const page = await open_window(answering(block, [second?.id ?? "", first?.id ?? ""]));
    const user = userEvent.setup();
    await user.click(page.getByTestId(`cell-${first?.code}-amount`));
    await waitFor(() => expect(focused()).toBe("grid"));
    await user.keyboard("{Control>}v{/Control}");
    const board = document.activeElement as HTMLElement;
    expect(board.tagName).toBe("TEXTAREA");
    await fireEvent(board, pasting("1\n2", "<table></table>"));
    await page.findByTestId("paste");
    return { page, user };
  }

  it("selects the cells that were pasted, and has the keyboard again", async () => {
    const { page, user } = await begin();
    expect(asked_of(page as unknown as Laying, "paste")[0]).toMatchObject({
      text: "1\n2",
      html: "<table></table>",
      at: { row: first.code, column: "amount" },
    });
    await waitFor(() => expect(focused()).toBe("paste-apply"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(page.queryByTestId("paste")).toBeNull());
    await waitFor(() => expect(focused()).toBe("grid"));
    const chosen = [...page.container.querySelectorAll<HTMLElement>(".cell.chosen")];
    expect(chosen.map((each) => each.dataset["testid"])).toEqual(
      [first, second].map(({ code }) => `cell-${code}-amount`),
    );
    expect(page.desk.view.cell?.label).toBe(first.code);
    expect([...page.desk.plan.touched].sort()).toEqual([first.id, second.id].sort());
  });

  it("leaves everything as it was at Escape", async () => {
    const { page } = await begin();
    await fireEvent(page.getByRole("dialog", { hidden: true }), new Event("cancel", { cancelable: true }));
    await waitFor(() => expect(focused()).toBe("grid"));
    expect(page.queryByTestId("paste")).toBeNull();
    expect(page.desk.view.cell?.label).toBe(first.code);
    expect(applied(page as unknown as Laying)).toEqual([]);
  });

  it("stands in the menu and among all acts, with everything else that is done with rows", async () => {
    const page = await open_window();
    const user = userEvent.setup();
    await user.click(page.getByTestId(`cell-${first.code}-amount`));
    await user.keyboard("{ContextMenu}");
    const keys = ["copy", "paste", "fill", "clear", "duplicate", "remove"];
    const bulk = ["bulk-edit", "bulk-split", "bulk-merge", "bulk-lock", "bulk-unlock"];
    const menu = await page.findByTestId("grid-menu");
    for (const key of [...keys, ...bulk].filter((each) => each !== "bulk-merge"))
      expect(menu.querySelector(`[data-testid=grid-act-${key}]`), key).not.toBeNull();
    const all = all_acts(page.desk).map(({ key }) => key);
    for (const key of [...keys, ...bulk]) expect(all).toContain(key);
    expect(new Set(all).size).toBe(all.length);
  });

  it("says which keys to press where the web view does not let the menu paste", async () => {
    const page = await open_window();
    const user = userEvent.setup();
    document.execCommand = () => false;
    await user.click(page.getByTestId(`cell-${first.code}-amount`));
    await user.keyboard("{ContextMenu}");
    await user.click(await page.findByTestId("grid-act-paste"));
    await waitFor(() => expect(page.getByTestId("problem").textContent).toContain("Ctrl+V"));
    await waitFor(() => expect(focused()).toBe("grid"));
    await user.keyboard("{Escape}");
    expect(page.queryByTestId("problem")).toBeNull();
    page.desk.view.palette_open = true;
    const box = (await page.findByTestId("palette")).querySelector("input") as HTMLElement;
    await user.type(box, "paste{Enter}");
    expect(page.queryByTestId("palette")).toBeNull();
    await waitFor(() => expect(page.getByTestId("problem").textContent).toContain("Ctrl+V"));
    await waitFor(() => expect(focused()).toBe("grid"));
  });
});

describe("a row that is to be added", () => {
  it("is asked for its amount first", async () => {
    const page = await open_window();
    const user = userEvent.setup();
    await user.click(page.getByTestId(`cell-${rows[0]?.code}-amount`));
    await user.keyboard("{Control>}+{/Control}");
    await page.findByText("A new row");
    const field = document.activeElement as HTMLInputElement;
    expect(field.inputMode).toBe("decimal");
    expect(field.closest("aside, section")?.textContent).toContain("A new row");
  });
});

describe("a plan without rows", () => {
  const empty: Grid = { ...(replies["grid_empty"] as Grid), of: 0 };
  const execute = document.execCommand;
  afterEach(() => (document.execCommand = execute));

  async function begin(answers: Answers = {}) {
    const page = await lay(Screen, {}, { grid: () => empty, ...answers });
    await page.findByTestId("empty-plan");
    return { page, user: userEvent.setup() };
  }

  it("offers a first row and a table, and says what a table needs", async () => {
    document.execCommand = () => false;
    const { page, user } = await begin();
    expect(page.getByTestId("empty-hint").textContent).toContain("Last quarter");
    expect(focused()).toBe("empty-add-row");
    expect(await violations(page.getByTestId("empty-plan"))).toEqual([]);
    await user.click(page.getByTestId("empty-paste"));
    await waitFor(() => expect(page.getByTestId("empty-hint").textContent).toContain("Press Ctrl+V"));
    expect(all_acts(page.desk).find(({ key }) => key === "paste")?.label).toBe("Paste a table");
    await user.click(page.getByTestId("empty-add-row"));
    expect(page.desk.view.side).toBe("new");
  });

  it("takes a table wherever the focus is, and stands in the grid that comes of it", async () => {
    const two = pasted({
      header: true,
      lines: 3,
      cells: rows.slice(0, 2).map(({ code }, line) => cell(line, { row: code, id: null, added: true })),
      added: 2,
      rows: 0,
    });
    let done = false;
    const { page, user } = await begin({
      grid: () => (done ? grid_reply : empty),
      paste: ({ apply }) => {
        done = apply === true;
        const ids = rows.slice(0, 2).map(({ id }) => id);
        return done ? { ...two, changed: { ...changed(1000), rows: ids } } : two;
      },
    });
    await user.keyboard("{Control>}v{/Control}");
    expect(focused()).toBe("paste-field");
    await fireEvent(page.getByTestId("paste-field"), pasting("Programme\n1\n2"));
    await page.findByTestId("paste");
    expect(asked_of(page, "paste")[0]).toMatchObject({ at: null, html: null });
    await waitFor(() => expect(focused()).toBe("paste-apply"));
    expect(page.queryByText("Before")).not.toBeNull();
    await user.keyboard("{Enter}");
    await page.findByTestId("grid");
    await waitFor(() => expect(focused()).toBe("grid"));
    expect(page.desk.view.handed).toBeNull();
    expect(page.desk.view.cell?.row?.id).toBe(rows[0]?.id);
  });

  it("leaves keys to fields, and gives the keyboard back at Escape", async () => {
    const { page, user } = await begin(answering(pasted()));
    await user.click(page.container.querySelector("input") as HTMLElement);
    await user.keyboard("{Control>}v{/Control}");
    expect(focused()).not.toBe("paste-field");
    page.getByTestId("empty-add-row").focus();
    await user.keyboard("{Control>}v{/Control}");
    await fireEvent(page.getByTestId("paste-field"), pasting("1"));
    await page.findByTestId("paste");
    await fireEvent(page.getByRole("dialog", { hidden: true }), new Event("cancel", { cancelable: true }));
    await waitFor(() => expect(focused()).toBe("empty-add-row"));
    expect(page.queryByTestId("paste")).toBeNull();
  });
});
