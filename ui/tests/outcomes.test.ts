import { fireEvent, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Outcomes } from "../src/host";
import { within_one } from "../src/parts/scenarios/odds";
import { asked, edits, open, violations, type Page } from "./acting";
import { replies } from "./desk";

const recorded = replies["outcomes"] as Outcomes;

/** The recorded outcomes, once somebody has said how likely a deal is, and how likely each of them is. */
const weighed: Outcomes = {
  ...recorded,
  questions: recorded.questions.map((question) =>
    question.key === "signed"
      ? { ...question, share: "0.35", author: "Olena", day: "2026-11-20", note: "Own judgement" }
      : question,
  ),
  leaves: recorded.leaves.map((leaf) => ({ ...leaf, share: "0.2" })),
  weighted: {
    years: [],
    after: "0.00",
    total: "543210000000.00",
    deviation: "101000000000.00",
    shortfall: "256790000000.00",
    worst: [{ level: "0.9", label: "Mean of the worst 10%", amount: "604616000000.00" }],
  },
  missing: [],
};

async function show(page: Page) {
  await fireEvent.click(page.getByTestId("nav-outcomes"));
  return page.findByTestId("leaves");
}

async function enter(page: Page, text: string) {
  const field = (await page.findByTestId("odds-signed")) as HTMLInputElement;
  await userEvent.clear(field);
  await userEvent.type(field, `${text}{Enter}`);
}

describe("the outcomes", () => {
  it("are each told with what is paid in it, and lead to its scenario", async () => {
    const page = await open();
    const table = await show(page);
    for (const leaf of recorded.leaves) {
      const line = within(table).getByTestId(`leaf-${leaf.outcome}`);
      expect(line.querySelector("[data-amount]")?.getAttribute("data-amount")).toBe(leaf.total);
    }
    const [first] = recorded.leaves;
    await fireEvent.click(within(table).getByText(first?.scenario_label ?? ""));
    await waitFor(() => expect(page.desk.plan.place.scenario).toBe(first?.scenario));
  });

  it("are not weighed before somebody has said how likely they are, and say what is missing", async () => {
    const page = await open();
    await show(page);
    expect(page.queryByTestId("weighted")).toBeNull();
    const missing = page.getByTestId("weighted-missing");
    for (const sentence of recorded.missing) expect(missing.textContent).toContain(sentence);
    for (const { key } of recorded.questions)
      expect((page.getByTestId(`odds-${key}`) as HTMLInputElement).value).toBe("");
  });

  it("are weighed beside their lines, never alone, with whose judgement it is", async () => {
    const page = await open({ outcomes: () => weighed });
    const table = await show(page);
    expect(within(table).getAllByTestId(/^leaf-/)).toHaveLength(recorded.leaves.length);
    const line = within(table).getByTestId("weighted");
    expect(line.querySelector("[data-amount]")?.getAttribute("data-amount")).toBe("543210000000.00");
    const by = page.getByTestId("odds-by-signed");
    expect(by.textContent).toContain("Olena");
    expect(by.textContent).toContain("20 Nov 2026");
    expect(page.getByTestId("weighted-spread").textContent).toContain("101.0");
  });

  it("offer to bring in what ships where the plan pictures none", async () => {
    const none = recorded.leaves.map((leaf) => ({ ...leaf, scenario: null, scenario_label: "" }));
    const page = await open({ outcomes: () => ({ ...recorded, leaves: none }) });
    await fireEvent.click(page.getByTestId("nav-outcomes"));
    const offer = await page.findByText(page.desk.reader.t("act-add-shipped-scenarios"));
    await fireEvent.click(offer);
    await waitFor(() => expect(asked(page, "add_shipped_scenarios")).toHaveLength(1));
  });

  it("pass axe, weighed", async () => {
    const page = await open({ outcomes: () => weighed });
    await show(page);
    expect(await violations(page)).toEqual([]);
  }, 20_000);
});

describe("a probability", () => {
  it("is an edit, with the grounds that were there", async () => {
    const page = await open({ outcomes: () => weighed });
    await show(page);
    await enter(page, "40%");
    await waitFor(() =>
      expect(edits(page)).toEqual([
        [{ edit: "set_odds", question: "signed", share: "0.4", note: "Own judgement" }],
      ]),
    );
  });

  it.each(["150%", "-5", "101", "half"])("lies between 0 and 1: %s is refused in its place", async (text) => {
    const page = await open();
    await show(page);
    await enter(page, text);
    const question = page.getByTestId("question-signed");
    expect((await within(question).findByTestId("problem")).dataset["code"]).toBe("odds-outside");
    expect(edits(page)).toEqual([]);
  });

  it("is cleared as a whole", async () => {
    const page = await open({ outcomes: () => weighed });
    await show(page);
    await fireEvent.click(page.getByTestId("odds-clear-signed"));
    await waitFor(() =>
      expect(edits(page)).toEqual([[{ edit: "set_odds", question: "signed", share: null, note: "" }]]),
    );
  });

  it("is compared as text, to the last digit", () => {
    expect(["0", "1", "1.000", "0.999999999999", "0.35"].every(within_one)).toBe(true);
    expect(["1.000000000001", "1.5", "2", "10"].some(within_one)).toBe(false);
  });
});
