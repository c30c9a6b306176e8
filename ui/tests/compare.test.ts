import { fireEvent, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { HERE, Refused, type Compared, type CompareRequest, type Problem, type Side } from "../src/host";
import type { Answers } from "../src/host/recorded";
import { Comparing, MOST_SIDES, side_key, side_of } from "../src/document/comparing.svelte";
import { asked, violations, type Page } from "./acting";
import { replies } from "./desk";
import { ACCESSION, COLLAPSE, DEEPER, FROZEN, open_scenarios } from "./scenarios";

const told = replies["compare"] as Compared;
const by_change = replies["compare_change"] as Compared;
const refused = replies["problem_past"] as Problem;
const [pair, other_pair] = told.pairs;
if (!pair || !other_pair) throw new Error("the recorded comparison has too few pairs");

const scenario = (id: string): Side => side_of({ ...HERE, scenario: id });
const compares = (page: Page) => asked(page, "compare") as CompareRequest[];

/** The answer for as many sides as are asked for. */
function answer({ sides, by }: CompareRequest): Compared {
  const full = by === "change" ? by_change : told;
  return { ...full, sides: full.sides.slice(0, sides.length), pairs: full.pairs.slice(0, sides.length - 1) };
}

async function open_compare(answers: Answers = {}, ...sides: Side[]) {
  const page = await open_scenarios({ compare: answer, ...answers });
  await waitFor(() => expect(page.desk.scenarios.lines.length).toBeGreaterThan(1));
  const [first, second] = sides;
  if (first && second) page.desk.comparing.only(first, second);
  for (const side of sides.slice(2)) page.desk.comparing.add(side);
  page.desk.view.screen = "compare";
  await page.findByTestId("compare-sides");
  return page;
}

const HELD: [Side, Side] = [side_of(HERE), scenario(COLLAPSE)];

describe("what is compared", () => {
  async function comparing(): Promise<Comparing> {
    const page = await open_scenarios({ compare: answer });
    return page.desk.comparing;
  }

  it("is nothing while there is one state, and is told of the last that was added", async () => {
    const one = await comparing();
    expect(one.request).toBeNull();
    one.add(scenario(COLLAPSE));
    one.add(scenario(ACCESSION));
    expect(one.request?.sides.map((side) => side.scenario)).toEqual([null, COLLAPSE, ACCESSION]);
    expect(one.at).toBe(2);
    expect(one.pair_request?.sides.map((side) => side.scenario)).toEqual([null, ACCESSION]);
  });

  it("never holds a state against itself, and never more than fit", async () => {
    const one = await comparing();
    one.add(side_of(HERE));
    expect(one.sides).toHaveLength(1);
    one.add(scenario(COLLAPSE));
    one.put(0, scenario(COLLAPSE));
    expect(one.sides.map((side) => side.scenario)).toEqual([null, COLLAPSE]);
    for (let moment = 1; moment < 9; moment += 1) one.add(side_of({ ...HERE, moment }));
    expect(one.sides).toHaveLength(MOST_SIDES);
    expect(new Set(one.sides.map(side_key)).size).toBe(MOST_SIDES);
  });

  it("names the base one way or the other as the same state", () => {
    expect(side_key(scenario("base"))).toBe(side_key(side_of(HERE)));
    expect(side_key({ path: "/a.tranche" })).not.toBe(side_key(side_of(HERE)));
  });

  it("is exchanged, replaced and taken away", async () => {
    const one = await comparing();
    one.only(side_of(HERE), scenario(COLLAPSE));
    one.add(scenario(DEEPER));
    one.swap();
    expect(one.sides.map((side) => side.scenario)).toEqual([DEEPER, COLLAPSE, null]);
    one.put(1, scenario(ACCESSION));
    expect(one.at).toBe(1);
    one.remove(0);
    expect(one.sides.map((side) => side.scenario)).toEqual([ACCESSION, null]);
    one.remove(1);
    one.remove(0);
    expect(one.sides.map((side) => side.scenario)).toEqual([ACCESSION]);
    one.only(side_of(HERE), side_of(HERE));
    expect(one.sides).toHaveLength(1);
    one.clear();
    expect(one.sides).toEqual([side_of(HERE)]);
  });

  it("is told by what the reader chose last", async () => {
    const one = await comparing();
    one.set_by("sector");
    one.set_measure("planned");
    const page = await open_scenarios({ compare: answer });
    page.desk.reader.remember("compare_by", "sector");
    page.desk.reader.remember("compare_measure", "planned");
    page.desk.comparing.start();
    expect([page.desk.comparing.by, page.desk.comparing.measure]).toEqual(["sector", "planned"]);
    page.desk.reader.remember("compare_by", "nonsense");
    const fresh = new Comparing(page.desk.plan, page.desk.reader);
    fresh.start();
    expect(fresh.by).toBe("year");
  });
});

describe("the comparison", () => {
  it("says what belongs there, and starts with one press", async () => {
    const page = await open_compare();
    expect(compares(page)).toEqual([]);
    await fireEvent.click(await page.findByText("Compare with Deal collapses"));
    await waitFor(() => expect(compares(page)).toHaveLength(1));
    expect(compares(page)[0]?.sides.map((side) => side.scenario)).toEqual([null, COLLAPSE]);
  });

  it("lists each difference before and after, and what it does to payments", async () => {
    const page = await open_compare({}, ...HELD);
    const list = await page.findByTestId("compare-differences");
    expect(page.getByTestId("compare-finding").textContent).toBe(pair.sentence);
    const lines = within(list).getAllByTestId("difference");
    expect(lines).toHaveLength(pair.changes.length);
    pair.changes.forEach((line, at) => {
      expect(lines[at]?.dataset["row"]).toBe(line.row);
      expect(lines[at]?.textContent).toContain(line.after_label);
      if (line.effect) expect(lines[at]?.textContent).toContain(line.effect.sentence);
    });
    expect(await violations(page)).toEqual([]);
  });

  it("adds up in its table, to the cent", async () => {
    const page = await open_compare({}, ...HELD);
    await page.findByTestId("compare-differences");
    await fireEvent.click(page.getByTestId("tab-table"));
    const table = await page.findByTestId("compare-table");
    const rows = [...table.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll<HTMLElement>("[data-amount]")].map((cell) => cell.dataset["amount"] ?? ""),
    );
    expect(rows).toEqual(pair.table.map(({ a, b, change }) => [a, b, change]));
    const cents = (text: string) => BigInt(text.replace(".", ""));
    const sums = rows
      .slice(0, -1)
      .reduce((sum, row) => row.map((text, at) => (sum[at] ?? 0n) + cents(text)), [0n, 0n, 0n]);
    expect(sums).toEqual(rows.at(-1)?.map(cents));
    expect(await violations(page)).toEqual([]);
  });

  it("shows one of several in full, and all of them side by side", async () => {
    const page = await open_compare({}, ...HELD, scenario(ACCESSION));
    await waitFor(() => expect(page.getByTestId("compare-finding").textContent).toBe(other_pair.sentence));
    await fireEvent.change(page.getByTestId("compare-shown"), { target: { value: "1" } });
    await waitFor(() => expect(page.getByTestId("compare-finding").textContent).toBe(pair.sentence));
    expect(page.getByTestId("chart-what_differs")).toBeTruthy();
    expect(page.desk.comparing.pair_request?.sides).toEqual(HELD);
    await fireEvent.click(page.getByTestId("tab-side_by_side"));
    expect(await page.findByTestId("chart-side_by_side")).toBeTruthy();
    expect(page.desk.comparing.request?.sides).toHaveLength(3);
  });

  it("goes by year, by difference, or by a dimension, in either measure", async () => {
    const page = await open_compare({}, ...HELD);
    await page.findByTestId("compare-differences");
    for (const by of ["change", "sector"]) {
      await fireEvent.change(page.getByTestId("compare-by"), { target: { value: by } });
      await waitFor(() => expect(compares(page).at(-1)?.by).toBe(by));
    }
    await fireEvent.change(page.getByTestId("compare-measure"), { target: { value: "planned" } });
    await waitFor(() => expect(compares(page).at(-1)?.measure).toBe("planned"));
  });

  it("takes a file, a version and a moment beside scenarios", async () => {
    const page = await open_compare({}, ...HELD);
    page.desk.host.pick_open = () => Promise.resolve("/plans/theirs.tranche");
    await fireEvent.click(page.getByTestId("compare-add"));
    await fireEvent.click(await page.findByTestId("compare-side-URC 2026"));
    await waitFor(() => expect(compares(page).at(-1)?.sides.at(-1)?.version).toBe(FROZEN));
    await fireEvent.click(page.getByTestId("compare-add"));
    await fireEvent.click(await page.findByTestId("compare-side-file"));
    await waitFor(() => expect(compares(page).at(-1)?.sides.at(-1)?.path).toBe("/plans/theirs.tranche"));
  });

  it("says why two states cannot be compared, and lets go of it with another", async () => {
    const page = await open_compare(
      {
        compare: (request) => {
          if (request.sides[1]?.scenario === COLLAPSE) throw new Refused(refused);
          return answer(request);
        },
      },
      ...HELD,
    );
    expect((await page.findByTestId("problem")).textContent).toContain(refused.message);
    page.desk.comparing.put(1, scenario(ACCESSION));
    expect(await page.findByTestId("compare-differences")).toBeTruthy();
  });

  it("is told anew when the plan changes", async () => {
    const page = await open_compare({}, ...HELD);
    await page.findByTestId("compare-differences");
    const before = compares(page).length;
    await page.desk.plan.edit({ edit: "rename_plan", name: "Another" });
    await waitFor(() => expect(compares(page).length).toBe(before + 1));
  });
});

describe("the ways to the comparison", () => {
  it("lead from a scenario's menu, to the base and to its parent", async () => {
    const page = await open_scenarios({ compare: answer });
    await page.findByTestId(`scenario-${DEEPER}`);
    await fireEvent.click(page.getByTestId(`scenario-menu-${DEEPER}`));
    expect(await page.findByTestId("scenario-compare")).toBeTruthy();
    await fireEvent.click(page.getByTestId("scenario-compare-parent"));
    await waitFor(() => expect(page.desk.view.screen).toBe("compare"));
    expect(page.desk.comparing.sides.map((side) => side.scenario)).toEqual([COLLAPSE, DEEPER]);
  });

  it("lead from a version's menu, to the plan as it is now", async () => {
    const page = await open_scenarios({ compare: answer });
    await fireEvent.click(await page.findByTestId("version-menu-URC 2026"));
    await fireEvent.click(await page.findByTestId("version-compare"));
    await waitFor(() => expect(page.desk.view.screen).toBe("compare"));
    expect(page.desk.comparing.sides.map((side) => side.version)).toEqual([FROZEN, null]);
  });
});
