import { fireEvent, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { own_problem, Refused, type Changed, type Concern, type Problem, type Status } from "../src/host";
import { SCREENS } from "../src/screens";
import { grid_reply, open_window, replies, rows } from "./desk";

const status = replies["status"] as Status;
const [first, second] = rows;
if (!first || !second) throw new Error("the recorded grid has too few rows");

function changed(revision: number, undo: string | null): Changed {
  return {
    revision,
    status: { ...status, revision, undo, dirty: true },
    rows: [first?.id ?? ""],
    tables: [],
    label: "",
  };
}

describe("the window", () => {
  it("shows the plan, its strip with exact amounts, and the grid", async () => {
    const page = await open_window();
    expect(page.getByTestId("plan-name").textContent).toBe(status.name);
    expect(page.getByTestId("plan-fingerprint").textContent).toBe(status.fingerprint);
    for (const item of status.strip) {
      const figure = page.getByTestId(`strip-${item.key}`).querySelector("[data-amount]");
      expect(figure?.getAttribute("data-amount") ?? null).toBe(item.amount);
    }
    expect(page.getByTestId(`cell-${first.code}-amount`).getAttribute("data-amount")).toBe(first.amount);
  });

  it.each(SCREENS.map((screen) => screen.name))("%s passes axe", async (name) => {
    const page = await open_window();
    await fireEvent.click(page.getByTestId(`nav-${name}`));
    await waitFor(() => expect(page.desk.view.screen).toBe(name));
    const found = await axe.run(page.container, { rules: { "color-contrast": { enabled: false } } });
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it.each(["row", "new", "package", "concerns", "rules"] as const)("the %s pane passes axe", async (side) => {
    const page = await open_window();
    page.desk.view.select(first.id);
    page.desk.view.show_side(side);
    await waitFor(() => expect(page.getByTestId("inspector").dataset["side"]).toBe(side));
    const found = await axe.run(page.container, { rules: { "color-contrast": { enabled: false } } });
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it("speaks Ukrainian", async () => {
    const page = await open_window();
    await page.desk.reader.change({ locale: "uk" });
    await waitFor(() => expect(page.getByTestId("nav-allocate").textContent).toContain("Розподіл"));
    expect(document.documentElement.lang).toBe("uk");
  });

  it("leads from a figure of the strip to what it counts", async () => {
    const page = await open_window();
    await fireEvent.click(page.getByTestId("strip-private"));
    await waitFor(() => {
      const asked = page.host.asked.filter((each) => each.command === "grid").at(-1);
      expect(asked?.request).toMatchObject({
        query: { filters: [{ dimension: "capital", keys: ["private"] }] },
      });
    });
  });
});

describe("an amount", () => {
  it("is typed over in its cell, read by the bridge, and sent as text", async () => {
    const user = userEvent.setup();
    const page = await open_window({
      read_amount: () => ({ amount: "45000000000.00" }),
      edit: () => changed(status.revision + 1, "label"),
    });
    await user.pointer({ keys: "[MouseLeft]", target: page.getByTestId(`cell-${first.code}-amount`) });
    await user.keyboard("4");
    const editor = page.getByTestId("amount-editor");
    expect((editor as HTMLInputElement).value).toBe("4");
    await user.keyboard("5bn{Enter}");
    await waitFor(() => expect(page.queryByTestId("amount-editor")).toBeNull());
    const asked = page.host.asked.filter((each) => ["read_amount", "edit"].includes(each.command));
    // It was read while it was being typed, and not again on Enter.
    expect(asked.slice(-2)).toEqual([
      { command: "read_amount", request: { text: "45bn" } },
      {
        command: "edit",
        request: { edits: [{ edit: "set_amount", allocation: first.id, amount: "45000000000.00" }] },
      },
    ]);
  });

  it("stands in its cell with all sums as soon as the plan has taken it, without another question", async () => {
    const user = userEvent.setup();
    const lines = grid_reply.lines.map((line) =>
      line.kind === "row" && line.id === first.id ? { ...line, amount: "45000000000.00" } : line,
    );
    let edited = false;
    const page = await open_window({
      read_amount: () => ({ amount: "45000000000.00" }),
      edit: () => {
        edited = true;
        return changed(status.revision + 1, "label");
      },
      grid: () => (edited ? { ...grid_reply, lines, revision: status.revision + 1 } : grid_reply),
    });
    await user.pointer({ keys: "[MouseLeft]", target: page.getByTestId(`cell-${first.code}-amount`) });
    await user.keyboard("45bn{Enter}");
    await waitFor(() => expect(page.queryByTestId("amount-editor")).toBeNull());
    const cell = page.getByTestId(`cell-${first.code}-amount`);
    expect(cell.getAttribute("data-amount")).toBe("45000000000.00");
    const after = page.host.asked.slice(page.host.asked.findIndex(({ command }) => command === "edit"));
    const commands = after.map(({ command }) => command);
    expect(commands.filter((command) => command === "grid")).toEqual(["grid"]);
    expect(commands.filter((command) => command === "chart").length).toBeLessThan(2);
  });

  it.each(["7", "4.5"])("is not taken for dollars where the column is in billions: %s", async (text) => {
    const user = userEvent.setup();
    const page = await open_window({ read_amount: () => ({ amount: "7.00" }) });
    const cell = page.getByTestId(`cell-${first.code}-amount`);
    await user.pointer({ keys: "[MouseLeft]", target: cell });
    await user.keyboard(`${text}{Enter}`);
    expect((await page.findByTestId("problem")).textContent).toContain(`${text}bn`);
    expect(page.host.asked.some((each) => each.command === "edit")).toBe(false);
  });

  it("may be a few dollars where it says so", async () => {
    const user = userEvent.setup();
    const page = await open_window({
      read_amount: () => ({ amount: "7.00" }),
      edit: () => changed(status.revision + 1, "label"),
    });
    await user.pointer({ keys: "[MouseLeft]", target: page.getByTestId(`cell-${first.code}-amount`) });
    await user.keyboard("7 USD{Enter}");
    await waitFor(() => expect(page.host.asked.some((each) => each.command === "edit")).toBe(true));
  });

  it("is refused in words at its cell, and Escape restores it", async () => {
    const user = userEvent.setup();
    const problem = replies["problem"] as Problem;
    const page = await open_window({
      read_amount: () => {
        throw new Refused(problem);
      },
    });
    const cell = page.getByTestId(`cell-${first.code}-amount`);
    await user.pointer({ keys: "[MouseLeft]", target: cell });
    await user.keyboard("{F2}");
    const editor = page.getByTestId("amount-editor");
    expect((editor as HTMLInputElement).value).toBe(page.desk.reader.exact(first.amount));
    await user.clear(editor);
    await user.type(editor, "1,234{Enter}");
    expect((await page.findByTestId("problem")).textContent).toContain(problem.message);
    expect(editor.getAttribute("aria-invalid")).toBe("true");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(page.queryByTestId("problem")).toBeNull());
    expect(cell.textContent).toContain(page.desk.reader.bn(first.amount, 3));
    expect(page.host.asked.some((each) => each.command === "edit")).toBe(false);
  });

  it("asks nothing when it is left as it was", async () => {
    const user = userEvent.setup();
    const page = await open_window();
    await user.pointer({ keys: "[MouseLeft]", target: page.getByTestId(`cell-${first.code}-amount`) });
    await user.keyboard("{Enter}{Tab}");
    await waitFor(() => expect(page.queryByTestId("amount-editor")).toBeNull());
    expect(page.host.asked.some((each) => each.command === "read_amount")).toBe(false);
  });
});

describe("the grid", () => {
  it("keeps only the lines in sight in the page, whatever their number", async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => ({
      ...first,
      depth: 0,
      id: at.toString(16).padStart(32, "0"),
      code: `A${String(at).padStart(5, "0")}`,
    }));
    const page = await open_window({
      grid: ({ first, count = lines.length }) => ({
        ...grid_reply,
        first,
        lines: lines.slice(first, first + count),
        line_count: lines.length,
        shown: lines.length,
        of: lines.length,
      }),
    });
    const grid = page.getByTestId("grid");
    expect(grid.getAttribute("aria-rowcount")).toBe("10002");
    expect(grid.querySelectorAll("[role=row]").length).toBeLessThan(100);
  });

  it("puts the largest first when its heading is pressed, and then goes back to the plan's order", async () => {
    const page = await open_window();
    const order = () => page.getByTestId("order");
    const heading = () => order().closest("[role=columnheader]")?.getAttribute("aria-sort");
    for (const sorted of ["descending", "ascending", "none"]) {
      await fireEvent.click(order());
      await waitFor(() => expect(heading()).toBe(sorted));
    }
  });

  it("follows keys, and tells where it stands", async () => {
    const user = userEvent.setup();
    const page = await open_window();
    await user.pointer({ keys: "[MouseLeft]", target: page.getByTestId(`cell-${first.code}-amount`) });
    expect(page.getByTestId("status-cell").textContent).toContain(page.desk.reader.money(first.amount));
    await user.keyboard("{ArrowRight}");
    const grid = page.getByTestId("grid");
    expect(document.activeElement).toBe(grid);
    const active = document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
    expect(active).toBe(page.getByTestId(`cell-${first.code}-planned:${grid_reply.periods[0]}`));
    expect(page.getByTestId("status-cell").textContent).toContain(grid_reply.periods[0]);
    expect(page.desk.view.selected).toBe(first.id);
  });
});

describe("a concern", () => {
  it("offers no way to the screen that is on view already", async () => {
    const concern: Concern = {
      severity: "error",
      code: "x",
      message: "Too much.",
      rows: [],
      screen: "allocate",
      sources: [],
    };
    const page = await open_window({ concerns: () => [concern] });
    page.desk.view.show_side("concerns");
    const pane = await page.findByTestId("inspector");
    await waitFor(() => expect(pane.textContent).toContain(concern.message));
    expect(within(pane).queryAllByRole("button")).toEqual([]);
    page.desk.view.screen = "needs";
    await waitFor(() => expect(within(pane).queryAllByRole("button").length).toBe(1));
  });
});

describe("undo", () => {
  it("names what it would undo, and says when there is nothing", async () => {
    const page = await open_window({ undo: () => changed(status.revision + 2, null) });
    expect(page.getByTestId("undo").getAttribute("aria-disabled")).toBe("true");
    page.desk.plan.status = { ...status, undo: "Set the amount of A001" };
    await waitFor(() => expect(page.getByTestId("undo").title).toContain("Set the amount of A001"));
    await fireEvent.keyDown(page.getByTestId("grid"), { key: "z", code: "KeyZ", ctrlKey: true });
    await waitFor(() => expect(page.host.asked.some((each) => each.command === "undo")).toBe(true));
  });
});

describe("saving", () => {
  const placed = { ...status, path: "/somewhere/plan.tranche", shipped: false };

  it("asks before a file that others changed is replaced", async () => {
    const problem = own_problem("file-changed", "plan.tranche has changed.");
    const page = await open_window({
      status: () => placed,
      save: ({ replace }) => {
        if (!replace) throw new Refused(problem);
        return { ...placed, dirty: false };
      },
    });
    await fireEvent.click(page.getByTestId("save"));
    expect((await page.findByTestId("question")).textContent).toBe(problem.message);
    await fireEvent.click(page.getByTestId("answer-replace"));
    expect((await page.findByTestId("notice")).textContent).toContain(placed.path);
    const saves = page.host.asked.filter((each) => each.command === "save");
    expect(saves.map((each) => each.request)).toEqual([{}, { replace: true }]);
  });

  it("says above the screen what went wrong", async () => {
    const problem = own_problem("disk-full", "There is no room on the disk.");
    const page = await open_window({
      status: () => placed,
      save: () => {
        throw new Refused(problem);
      },
    });
    await fireEvent.click(page.getByTestId("save"));
    expect((await page.findByTestId("problem")).textContent).toContain(problem.message);
  });
});

describe("late answers", () => {
  it("are dropped", async () => {
    const waiting: ((value: typeof grid_reply) => void)[] = [];
    const page = await open_window();
    const { desk } = page;
    const { Answer } = await import("../src/document/answer.svelte");
    const host = { ...desk.host, call: () => new Promise((resolve) => waiting.push(resolve)) };
    const answer = new Answer(host as unknown as typeof desk.host, "grid");
    const request = { query: desk.view.query, first: 0 };
    const asked = [answer.ask(request), answer.ask(request)];
    waiting[1]?.({ ...grid_reply, revision: 2 });
    waiting[0]?.({ ...grid_reply, revision: 1 });
    await Promise.all(asked);
    expect(answer.value?.revision).toBe(2);
  });
});

describe("a field of the inspector", () => {
  it("lets go of a refused text when something else is done", async () => {
    const user = userEvent.setup();
    const problem = own_problem("too-large", "Too large.");
    const page = await open_window({
      read_amount: () => {
        throw new Refused(problem);
      },
    });
    page.desk.view.show_side("package");
    const pane = await page.findByTestId("inspector");
    const field = within(pane).getAllByRole("textbox")[0] as HTMLInputElement;
    const before = field.value;
    await user.type(field, "9{Enter}");
    expect((await within(pane).findByTestId("problem")).textContent).toContain(problem.message);
    page.desk.plan.status = { ...status, revision: status.revision + 1 };
    await waitFor(() => expect(within(pane).queryByTestId("problem")).toBeNull());
    expect(field.value).toBe(before);
  });
});
