import { fireEvent, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { own_problem, Refused, type Status } from "../src/host";
import type { Answers } from "../src/host/recorded";
import type { HandedAmount, HandedTotal, HandedYear } from "../src/parts/grid/handover";
import { led, type Question } from "../src/parts/spread/choosing";
import { placed } from "../src/parts/spread/place";
import RowAmountEditor from "../src/parts/spread/RowAmountEditor.svelte";
import TotalEditor from "../src/parts/spread/TotalEditor.svelte";
import YearEditor from "../src/parts/spread/YearEditor.svelte";
import { asked_of, last_edits, lay, leave, preview, row_of, type Laying } from "./laying";

const ENERGY = [{ dimension: "sector", keys: ["energy"] }] as const;

function total(rest: Partial<HandedTotal> = {}): HandedTotal {
  return {
    kind: "total",
    behind: { slice: [{ dimension: "sector", keys: ["energy"] }], rows: null },
    label: "Energy",
    count: 3,
    former: "100000000000.00",
    locked: "10000000000.00",
    typed: null,
    leave: leave(),
    ...rest,
  };
}

async function open_total(rest: Partial<HandedTotal> = {}, answers: Answers = {}) {
  const handed = total(rest);
  const page = await lay(TotalEditor, { handed }, answers);
  return { page, handed, user: userEvent.setup() };
}

const figure = (page: Laying, name: string) => page.getByTestId(`${name}-figure`) as HTMLInputElement;
const focused = () => (document.activeElement as HTMLElement | null)?.dataset["testid"];
const told = (page: Laying) =>
  waitFor(() => expect(page.getByTestId("outlook").dataset["waiting"]).toBe("false"));

/** Types over the figure, and goes on to the choices. */
async function type(page: Laying, user: ReturnType<typeof userEvent.setup>, name: string, text: string) {
  await user.clear(figure(page, name));
  await user.keyboard(`${text}{Enter}`);
  await waitFor(() => expect(focused()).not.toBe(`${name}-figure`));
}

async function violations(page: Laying) {
  const found = await axe.run(page.container, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe("typing over a subtotal", () => {
  it("shows what stands there, all selected, and asks nothing before something is typed", async () => {
    const { page } = await open_total();
    const box = figure(page, "spread");
    expect(document.activeElement).toBe(box);
    expect(box.value).toBe("100,000,000,000.00");
    expect([box.selectionStart, box.selectionEnd]).toEqual([0, box.value.length]);
    expect(asked_of(page, "preview")).toEqual([]);
    expect(page.getByTestId("spread").textContent).toContain("10.0 bn of it is locked");
  });

  it("begins with what was typed over the cell", async () => {
    const { page } = await open_total({ typed: "2" });
    expect(figure(page, "spread").value).toBe("2");
  });

  it("leaves the caret where it is when the plan is told anew", async () => {
    const { page, user } = await open_total();
    await user.clear(figure(page, "spread"));
    await user.keyboard("110bn{ArrowLeft}{ArrowLeft}");
    page.desk.plan.status = { ...(page.desk.plan.status as Status), revision: 99 };
    await user.keyboard("5");
    expect(figure(page, "spread").value).toBe("1105bn");
  });

  it("tells every row that would move before it moves, and what stays", async () => {
    const { page, user } = await open_total();
    await type(page, user, "spread", "110bn");
    await told(page);
    expect(last_edits(page, "preview")).toEqual([
      { edit: "spread", slice: ENERGY, total: "110000000000.00", how: "rescale", gives: "unallocated" },
    ]);
    const lines = page.getAllByTestId("preview-line");
    expect(lines.map((line) => line.dataset["row"])).toEqual(["A001", "A002"]);
    for (const text of ["50,000,000,000.00", "55,000,000,000.00", "+5,000,000,000.00"])
      expect(lines[0]?.textContent).toContain(text);
    expect(page.getByTestId("outlook-sentence").textContent).toBe(preview.sentence);
    expect(page.getByTestId("outlook-held").textContent).toContain("1 locked row stays");
    expect(page.getByTestId("outlook-unallocated").textContent).toContain("0.0 → −10.0 bn");
    expect(page.getByTestId("outlook").textContent).toContain("Public: missed by 0.0 → 10.0 bn");
    expect(asked_of(page, "edit")).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  it("is done by keyboard alone: digits choose, Enter applies, and the choices are remembered", async () => {
    const { page, user, handed } = await open_total();
    await type(page, user, "spread", "110bn");
    expect(focused()).toBe("choice-how-rescale");
    await user.keyboard("3");
    expect(focused()).toBe("choice-how-needs");
    await user.keyboard("6");
    expect(focused()).toBe("choice-gives-others");
    await told(page);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(handed.leave).toHaveBeenCalledWith(1, 0));
    expect(last_edits(page)).toEqual([
      { edit: "spread", slice: ENERGY, total: "110000000000.00", how: "needs", gives: "others" },
    ]);
    expect(page.desk.reader.layout("spread_how", "")).toBe("needs");
    expect(page.desk.reader.layout("spread_gives", "")).toBe("others");
  });

  it("moves through the choices with the arrows, and back up into the figure", async () => {
    const { page, user } = await open_total();
    await type(page, user, "spread", "110bn");
    await user.keyboard("{ArrowDown}");
    expect(focused()).toBe("choice-how-equal");
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(focused()).toBe("choice-gives-others");
    await user.keyboard("{ArrowLeft}{ArrowUp}{ArrowUp}");
    await waitFor(() => expect(focused()).toBe("spread-figure"));
  });

  it("takes from a row that is found by a few letters", async () => {
    const { page, user, handed } = await open_total(
      {},
      {
        grid: () =>
          ({
            lines: [
              { kind: "row", depth: 0, cells: [], ...row_of("A017") },
              { kind: "row", depth: 0, cells: [], ...row_of("A018", { locked: true }) },
            ],
          }) as never,
      },
    );
    await type(page, user, "spread", "110bn");
    await user.keyboard("7");
    expect(focused()).toBe("pick-row");
    expect(page.getByTestId("spread-missing")).toBeTruthy();
    expect(asked_of(page, "preview").length).toBeGreaterThan(0);
    await user.keyboard("A01");
    await page.findByTestId(`pick-row-${row_of("A017").id}`);
    expect(page.queryByTestId(`pick-row-${row_of("A018").id}`)).toBeNull();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(focused()).toBe("choice-gives-row"));
    await told(page);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(handed.leave).toHaveBeenCalledWith(1, 0));
    expect(last_edits(page)?.[0]).toMatchObject({ gives: { row: row_of("A017").id } });
    expect(page.desk.reshaping.giver?.id).toBe(row_of("A017").id);
  });

  it("spreads like another group, by what the reader says", async () => {
    const { page, user } = await open_total();
    await type(page, user, "spread", "110bn");
    await user.keyboard("4");
    expect(focused()).toBe("pick-group");
    await user.keyboard("transport{Enter}");
    await waitFor(() => expect(focused()).toBe("choice-how-like"));
    const by = page.getByTestId("pick-by") as HTMLSelectElement;
    expect([...by.options].map(({ value }) => value)).not.toContain("sector");
    await fireEvent.change(by, { target: { value: "programme" } });
    await waitFor(() =>
      expect(last_edits(page, "preview")?.[0]).toMatchObject({
        how: { like: { slice: [{ dimension: "sector", keys: ["transport"] }], by: "programme" } },
      }),
    );
  });

  it("restores on Escape, wherever it is pressed, and changes nothing", async () => {
    const { page, user, handed } = await open_total();
    await type(page, user, "spread", "110bn");
    await user.keyboard("{Escape}");
    expect(handed.leave).toHaveBeenCalledWith(0, 0);
    expect(asked_of(page, "edit")).toEqual([]);
    expect(page.desk.reader.layout("spread_how", "none")).toBe("none");
  });

  it("leaves an unchanged figure as it is", async () => {
    const { page, user, handed } = await open_total();
    await user.keyboard("{Tab}");
    await waitFor(() => expect(handed.leave).toHaveBeenCalledWith(0, 1));
    expect(asked_of(page, "preview")).toEqual([]);
  });

  it("refuses in words what is no amount, and what would be shown as nothing", async () => {
    const { page, user, handed } = await open_total();
    for (const [text, words] of [
      ["abc", "is no amount"],
      ["2", "The column is in billions"],
    ]) {
      await user.clear(figure(page, "spread"));
      await user.keyboard(`${text}{Enter}`);
      await waitFor(() => expect(page.getByTestId("problem").textContent).toContain(words));
      expect(focused()).toBe("spread-figure");
    }
    expect(figure(page, "spread").getAttribute("aria-invalid")).toBe("true");
    expect(handed.leave).not.toHaveBeenCalled();
    await violations(page).then((found) => expect(found).toEqual([]));
  });

  it("says in the panel why a spread cannot be had, keeps the focus, and applies nothing", async () => {
    const locked = own_problem("spread-locked", "The locked rows hold 120 bn, more than 110 bn.");
    const { page, user, handed } = await open_total(
      {},
      {
        preview: () => {
          throw new Refused(locked);
        },
      },
    );
    await type(page, user, "spread", "110bn");
    await waitFor(() => expect(page.getByTestId("problem").textContent).toContain(locked.message));
    await user.keyboard("{Enter}");
    expect(focused()).toBe("choice-how-rescale");
    expect((page.getByTestId("spread-apply") as HTMLButtonElement).disabled).toBe(true);
    expect(asked_of(page, "edit")).toEqual([]);
    expect(handed.leave).not.toHaveBeenCalled();
  });

  it("keeps the panel where the edit itself is refused", async () => {
    const limit = own_problem("limit-missed", "This would exceed the public limit by 10 bn.");
    const { page, user, handed } = await open_total(
      {},
      {
        edit: () => {
          throw new Refused(limit);
        },
      },
    );
    await type(page, user, "spread", "110bn");
    await told(page);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(page.getByTestId("problem").textContent).toContain(limit.message));
    expect(handed.leave).not.toHaveBeenCalled();
    await user.keyboard("{Escape}");
    expect(handed.leave).toHaveBeenCalledWith(0, 0);
  });

  it("offers nothing else to give where all rows are meant, and names rows where no slice says it", async () => {
    const { page, user } = await open_total({ behind: { slice: [], rows: null }, label: "Total" });
    expect(page.queryByTestId("choice-gives-others")).toBeNull();
    page.unmount();
    const named = await open_total({ behind: { slice: null, rows: ["1", "2"] } });
    await type(named.page, user, "spread", "110bn");
    await told(named.page);
    expect(last_edits(named.page, "preview")?.[0]).toMatchObject({
      rows: ["1", "2"],
      total: "110000000000.00",
    });
  });

  it("takes what is typed while the rows of a search are still being named, and says why they cannot be", async () => {
    const named = Promise.resolve({ slice: null, rows: ["7"] });
    const { page, user } = await open_total({ behind: named });
    await type(page, user, "spread", "110bn");
    await waitFor(() => expect(last_edits(page, "preview")?.[0]).toMatchObject({ rows: ["7"] }));
    page.unmount();
    const gone = Promise.reject(new Refused(own_problem("gone", "The search is gone.")));
    const refused = await open_total({ behind: gone });
    await waitFor(() => expect(refused.page.getByTestId("problem").textContent).toContain("gone"));
  });

  it("keeps the focus inside: Tab from the last goes to the first", async () => {
    const { page, user } = await open_total();
    page.getByTestId("spread-restore").focus();
    await user.keyboard("{Tab}");
    expect(focused()).toBe("spread-figure");
  });
});

describe("typing into a year", () => {
  function year(): HandedYear {
    return {
      kind: "year",
      row: row_of("A017"),
      year: 2027,
      former: "10000000000.00",
      years: ["2026", "2027", "2028", "after"].map((period) => ({ period, amount: "10000000000.00" })),
      typed: null,
      leave: leave(),
    };
  }

  it("holds the total, changes it, or takes from another year that is named", async () => {
    const handed = year();
    const page = await lay(YearEditor, { handed });
    const user = userEvent.setup();
    await type(page, user, "year", "20bn");
    expect(focused()).toBe("choice-gives-others");
    await told(page);
    const edit = {
      edit: "set_year",
      allocation: handed.row.id,
      year: 2027,
      amount: "20000000000.00",
      gives: "others",
    };
    expect(last_edits(page, "preview")).toEqual([edit]);
    await user.keyboard("2");
    await waitFor(() => expect(last_edits(page, "preview")).toEqual([{ ...edit, gives: "total" }]));
    await user.keyboard("3");
    expect(focused()).toBe("pick-year");
    expect(page.queryByTestId("pick-year-2027")).toBeNull();
    expect(page.queryByTestId("pick-year-after")).toBeNull();
    await user.keyboard("2028{Enter}");
    await waitFor(() => expect(focused()).toBe("choice-gives-year"));
    await told(page);
    expect(await violations(page)).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(handed.leave).toHaveBeenCalledWith(1, 0));
    expect(last_edits(page)).toEqual([{ ...edit, gives: { year: 2028 } }]);
    expect(page.desk.reader.layout("year_gives", "")).toBe("year");
  });
});

describe("what gives when the amount of a row is typed", () => {
  it("is chosen with a preview, and holds from then on", async () => {
    const handed: HandedAmount = {
      kind: "amount",
      row: row_of("A017"),
      former: "50000000000.00",
      typed: "30bn",
      leave: leave(),
    };
    const page = await lay(RowAmountEditor, { handed });
    const user = userEvent.setup();
    // The arrow down in the grid's editor has asked for the choices already.
    await waitFor(() => expect(focused()).toBe("choice-gives-total"));
    await user.keyboard("2");
    await told(page);
    expect(page.desk.view.balance).toBe("total");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(handed.leave).toHaveBeenCalledWith(1, 0));
    expect(last_edits(page)).toEqual([
      { edit: "set_amount", allocation: handed.row.id, amount: "30000000000.00", balance: "others" },
    ]);
    expect(page.desk.view.balance).toBe("others");
  });
});

describe("the choices", () => {
  const questions: Question[] = [
    {
      key: "a",
      label: "",
      chosen: "y",
      choices: ["x", "y"].map((key) => ({ key, label: key })),
      choose: () => undefined,
    },
    {
      key: "b",
      label: "",
      chosen: "v",
      choices: ["u", "v", "w"].map((key) => ({ key, label: key })),
      choose: () => undefined,
    },
  ];

  it("are led to by arrows within a question, across questions, and by digits through all of them", () => {
    expect(led("ArrowDown", questions, 0)).toEqual({ question: 0, choice: 0 });
    expect(led("ArrowUp", questions, 0)).toEqual({ question: 0, choice: 0 });
    expect(led("ArrowRight", questions, 0)).toEqual({ question: 1, choice: 1 });
    expect(led("ArrowRight", questions, 1)).toEqual({ question: 1, choice: 1 });
    expect(led("5", questions, 0)).toEqual({ question: 1, choice: 2 });
    expect(led("6", questions, 0)).toBeNull();
    expect(led("x", questions, 0)).toBeNull();
  });
});

describe("the panel", () => {
  it("hangs under its cell, stands on it where there is more room, and stays in the window", () => {
    expect(placed(new DOMRect(600, 100, 120, 28), 1440, 900)).toMatchObject({ top: 132, bottom: null });
    expect(placed(new DOMRect(600, 800, 120, 28), 1440, 900)).toMatchObject({ top: null, bottom: 104 });
    const narrow = placed(new DOMRect(20, 100, 120, 28), 640, 900);
    expect([narrow.left, narrow.width]).toEqual([8, 624]);
  });
});
