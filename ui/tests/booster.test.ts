import { fireEvent, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import {
  own_problem,
  Refused,
  type Changed,
  type Edit,
  type Slip,
  type Status,
  type StepDetail,
  type StepLine,
  type Steps,
} from "../src/host";
import type { Answers } from "../src/host/recorded";
import { open_window, replies } from "./desk";

const steps = replies["steps"] as Steps;
const detail = replies["step"] as StepDetail;
const slip = replies["slip_dry"] as Slip;
const status = replies["status"] as Status;
const [fundamentals] = steps.clusters;
const [step] = steps.steps;
if (!fundamentals || !step) throw new Error("the recorded plan has no steps");

function changed(revision: number): Changed {
  return { revision, status: { ...status, revision }, rows: [], tables: ["steps"], label: "" };
}

/** The window on the booster's screen, with what a test answers. */
async function open_booster(answers: Answers = {}) {
  let revision = status.revision;
  const page = await open_window({
    slip: () => slip,
    edit: () => changed((revision += 1)),
    ...answers,
  });
  await fireEvent.click(page.getByTestId("nav-booster"));
  await page.findByTestId("tracker");
  return page;
}

const edits_of = (page: Awaited<ReturnType<typeof open_booster>>) =>
  page.host.asked
    .filter((each) => each.command === "edit")
    .map((each) => (each.request as { edits: Edit[] }).edits);

/** The steps with the first of them changed. */
function with_first(change: Partial<StepLine>): Steps {
  return { ...steps, steps: steps.steps.map((each, at) => (at === 0 ? { ...each, ...change } : each)) };
}

describe("the booster’s screen", () => {
  it("shows each cluster’s amount, and each step’s part of it, to the cent", async () => {
    const page = await open_booster();
    const cluster = page.getByTestId(`cluster-${fundamentals.key}`);
    expect(cluster.querySelector("[data-amount]")?.getAttribute("data-amount")).toBe(fundamentals.amount);
    const line = page.getByTestId(`step-${step.code}`);
    expect(line.querySelector("[data-amount]")?.getAttribute("data-amount")).toBe(step.value);
    expect(page.getByTestId("tracker").textContent).toContain("34 Institutions");
  });

  it("tells of the first step at once, with the sentence of a slip that nobody has made", async () => {
    const page = await open_booster();
    const ledger = page.getByTestId("ledger");
    await waitFor(() => expect(ledger.textContent).toContain(step.label));
    await within(ledger).findByText(slip.sentence);
    const asked = page.host.asked.filter((each) => each.command === "slip");
    expect(asked.map((each) => each.request)).toEqual([{ step: step.id, quarters: 4, dry_run: true }]);
    expect(edits_of(page)).toEqual([]);
  });

  it("keeps only the lines in sight in the page, whatever their number", async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({
      ...step,
      id: at.toString(16).padStart(32, "0"),
      code: `S${100 + at}`,
    }));
    const page = await open_booster({ steps: () => ({ ...steps, steps: many }) });
    const tracker = page.getByTestId("tracker");
    expect(tracker.getAttribute("aria-rowcount")).toBe("308");
    expect(tracker.querySelectorAll("[role=row]").length).toBeLessThan(60);
  });

  it("tells what probabilities let expect of a cluster, and nothing without them", async () => {
    const expected = { amount: "2847591045.23", least: "0.00", most: "9152343750.00" };
    const told = { ...steps, clusters: [{ ...fundamentals, expected }, ...steps.clusters.slice(1)] };
    const page = await open_booster({ steps: () => told });
    page.desk.view.step = fundamentals.key;
    const said = await page.findByTestId("cluster-expected");
    for (const figure of ["2,847,591,045.23", "0.00", "9,152,343,750.00"])
      expect(said.textContent).toContain(figure);
    const [, other] = steps.clusters;
    page.desk.view.step = other?.key ?? null;
    await waitFor(() => expect(page.queryByTestId("cluster-expected")).toBeNull());
  });

  it.each(["step", "cluster", "new", "accession"])("%s passes axe", async (what) => {
    const page = await open_booster();
    await page.findByTestId("slip");
    if (what === "cluster") page.desk.view.step = fundamentals.key;
    if (what === "cluster") await page.findByTestId("add-terms");
    if (what === "new") await fireEvent.click(page.getByTestId("add-step"));
    if (what === "accession") await fireEvent.click(page.getByTestId("tab-accession"));
    const found = await axe.run(page.container, { rules: { "color-contrast": { enabled: false } } });
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it("offers one action where the plan has no steps", async () => {
    let brought = false;
    const page = await open_window({
      steps: () => (brought ? steps : { ...steps, steps: [] }),
      slip: () => slip,
      add_shipped_steps: () => {
        brought = true;
        return changed(status.revision + 1);
      },
    });
    await fireEvent.click(page.getByTestId("nav-booster"));
    const act = await page.findByRole("button", { name: "Add the shipped steps" });
    await fireEvent.click(act);
    expect(await page.findByTestId(`step-${step.code}`)).toBeTruthy();
  });

  it("is where the strip’s booster leads", async () => {
    const page = await open_window({ slip: () => slip });
    await fireEvent.click(page.getByTestId("strip-booster"));
    expect(await page.findByTestId("tracker")).toBeTruthy();
  });

  it("speaks Ukrainian", async () => {
    const page = await open_booster();
    await page.desk.reader.change({ locale: "uk" });
    await waitFor(() => expect(page.getByTestId("slip").textContent).toBe("Відсунути на рік"));
  });
});

describe("keys in the tracker", () => {
  it("move between lines, fold clusters, and lead to the ledger", async () => {
    const user = userEvent.setup();
    const page = await open_booster();
    const line = page.getByTestId(`step-${step.code}`);
    await user.pointer({ keys: "[MouseLeft]", target: line });
    await waitFor(() => expect(document.activeElement).toBe(line));
    await user.keyboard("{ArrowDown}");
    expect(page.desk.view.step).toBe(steps.steps[1]?.id);
    await user.keyboard("{ArrowLeft}");
    expect(page.desk.view.step).toBe(fundamentals.key);
    await user.keyboard("{ArrowLeft}");
    await waitFor(() => expect(page.queryByTestId(`step-${step.code}`)).toBeNull());
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(page.desk.view.step).toBe(step.id);
    await waitFor(() => expect(document.activeElement).toBe(page.getByTestId(`step-${step.code}`)));
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(page.getByTestId("ledger"));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(page.getByTestId(`step-${step.code}`)));
  });

  it("lead from S to the slip, on a Cyrillic board too", async () => {
    const page = await open_booster();
    const line = page.getByTestId(`step-${step.code}`);
    line.focus();
    await fireEvent.keyDown(line, { key: "і", code: "KeyS" });
    expect(document.activeElement).toBe(page.getByTestId("slip"));
    expect(edits_of(page)).toEqual([]);
  });
});

describe("a slip", () => {
  it("is one edit, and its sentence is said again when it is done", async () => {
    const page = await open_booster();
    const button = await page.findByTestId("slip");
    await waitFor(() => expect(button.getAttribute("aria-disabled")).toBe("false"));
    await fireEvent.click(button);
    expect((await page.findByTestId("notice")).textContent).toContain(slip.sentence);
    expect(edits_of(page)).toEqual([[{ edit: "slip_step", step: step.id, quarters: 4 }]]);
  });

  it("is told anew for another number of quarters before it can be made", async () => {
    const page = await open_booster({
      slip: ({ quarters }) => ({ ...slip, sentence: `${quarters} quarters later` }),
    });
    await page.findByText("4 quarters later");
    await fireEvent.click(page.getByRole("button", { name: /^More: Quarters/ }));
    await page.findByText("5 quarters later");
    await fireEvent.click(page.getByTestId("slip"));
    await waitFor(() =>
      expect(edits_of(page)).toEqual([[{ edit: "slip_step", step: step.id, quarters: 5 }]]),
    );
  });

  it("says in its place why it was refused", async () => {
    const problem = own_problem("too-late", "S05 would be 401 quarters late.");
    const page = await open_booster({
      edit: () => {
        throw new Refused(problem);
      },
    });
    const button = await page.findByTestId("slip");
    await waitFor(() => expect(button.getAttribute("aria-disabled")).toBe("false"));
    await fireEvent.click(button);
    const ledger = page.getByTestId("ledger");
    expect((await within(ledger).findByText(problem.message)).textContent).toBe(problem.message);
    expect(page.queryByTestId("notice")).toBeNull();
  });

  it("is not offered where the step is not due any more", async () => {
    const page = await open_booster({ steps: () => with_first({ state: "met", state_quarter: "2026-Q4" }) });
    await page.findByText("Only a step that is still due can slip.");
    expect(page.queryByTestId("slip")).toBeNull();
    expect(page.host.asked.some((each) => each.command === "slip")).toBe(false);
  });
});

describe("the ledger", () => {
  it("shows how the step’s money stands, a year a line, adding to its value", async () => {
    const page = await open_booster();
    page.desk.view.step = detail.step.id;
    const table = await page.findByTestId("stocks");
    const lines = [...table.querySelectorAll("tbody tr")];
    expect(lines.length).toBe(10);
    for (const line of lines) {
      const cents = [...line.querySelectorAll("[data-amount]")]
        .map((cell) => BigInt((cell.getAttribute("data-amount") ?? "").replace(".", "")))
        .reduce((sum, each) => sum + each, 0n);
      expect(cents).toBe(BigInt(detail.step.value.replace(".", "")));
    }
    expect(page.getByTestId("ledger").textContent).toContain(detail.rows[0]?.label);
  });

  it("sets a state with its quarter as one edit", async () => {
    const page = await open_booster();
    const state = await page.findByLabelText("State");
    await fireEvent.change(state, { target: { value: "met" } });
    await waitFor(() =>
      expect(edits_of(page)).toEqual([
        [{ edit: "set_step", step: step.id, state: "met", state_quarter: steps.as_of_quarter }],
      ]),
    );
  });

  it("waits for the share of a step that is met in part, and guesses none", async () => {
    const user = userEvent.setup();
    const page = await open_booster();
    await fireEvent.change(await page.findByLabelText("State"), { target: { value: "partly_met" } });
    await page.findByText("This state is set once all of it is said.");
    expect(edits_of(page)).toEqual([]);
    await user.type(page.getByTestId("state-share"), "80{Enter}");
    await waitFor(() => expect(edits_of(page).length).toBe(1));
    expect(edits_of(page)[0]).toEqual([
      {
        edit: "set_step",
        step: step.id,
        state: "partly_met",
        state_quarter: steps.as_of_quarter,
        state_share: "0.8",
      },
    ]);
  });

  it("says in the field why a weight was refused", async () => {
    const user = userEvent.setup();
    const problem = own_problem("weight-out-of-range", "A weight must be above nought.");
    const page = await open_booster({
      edit: () => {
        throw new Refused(problem);
      },
    });
    const weight = (await page.findByTestId("weight")) as HTMLInputElement;
    await user.clear(weight);
    await user.type(weight, "0,0{Enter}");
    await page.findByText(problem.message);
    expect(weight.getAttribute("aria-invalid")).toBe("true");
    expect(edits_of(page)).toEqual([[{ edit: "set_step", step: step.id, weight: "0.0" }]]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(page.queryByText(problem.message)).toBeNull());
    expect(weight.value).toBe(step.weight);
  });

  it("chooses a step that was just added", async () => {
    const user = userEvent.setup();
    const fresh = { ...step, id: "f".repeat(32), code: "S99", label: "Pass a law" };
    let added = false;
    const page = await open_booster({
      steps: () => (added ? { ...steps, steps: [...steps.steps, fresh] } : steps),
      edit: () => {
        added = true;
        return changed(status.revision + 1);
      },
    });
    await fireEvent.click(page.getByTestId("add-step"));
    await user.type(await page.findByTestId("new-step-name"), fresh.label);
    await fireEvent.click(page.getByTestId("new-step-add"));
    await waitFor(() => expect(page.desk.view.step).toBe(fresh.id));
    expect(edits_of(page)[0]?.[0]).toMatchObject({
      edit: "add_step",
      step: { name: fresh.label, cluster: fundamentals.key, due: steps.as_of_quarter },
    });
  });
});

describe("a change of method", () => {
  it("is a second entry from its quarter on", async () => {
    const page = await open_booster();
    page.desk.view.step = fundamentals.key;
    const quarters = await page.findByTestId("add-terms");
    await fireEvent.change(quarters, { target: { value: "2029-Q1" } });
    await waitFor(() => expect(edits_of(page).length).toBe(1));
    expect(edits_of(page)[0]?.[0]).toMatchObject({
      edit: "set_terms",
      cluster: fundamentals.key,
      from: "2029-Q1",
      terms: { from: "2029-Q1", rule: "proportional", sources: [] },
    });
  });

  it("waits for the level of a rule that needs one", async () => {
    const user = userEvent.setup();
    const page = await open_booster();
    page.desk.view.step = fundamentals.key;
    await fireEvent.change(await page.findByLabelText("Rule"), { target: { value: "floor" } });
    expect(edits_of(page)).toEqual([]);
    await user.type(await page.findByTestId("terms-level"), "30{Enter}");
    await waitFor(() => expect(edits_of(page).length).toBe(1));
    expect(edits_of(page)[0]?.[0]).toMatchObject({ terms: { rule: "floor", level: "0.3" } });
  });

  it("is taken away by its quarter", async () => {
    const page = await open_booster();
    page.desk.view.step = fundamentals.key;
    await fireEvent.click(await page.findByRole("button", { name: "Remove the terms from 2026-Q1" }));
    await waitFor(() =>
      expect(edits_of(page)).toEqual([
        [{ edit: "set_terms", cluster: fundamentals.key, from: "2026-Q1", terms: null }],
      ]),
    );
  });
});

describe("accession", () => {
  it("has no probability until somebody enters one, for all steps at once", async () => {
    const user = userEvent.setup();
    const page = await open_booster();
    await fireEvent.click(page.getByTestId("tab-accession"));
    const field = await page.findByTestId("accession-probability");
    expect((field as HTMLInputElement).value).toBe("");
    await user.type(field, "0.25{Enter}");
    await page.findByText(/could be per cent or a part of the whole/);
    await user.clear(field);
    await user.type(field, "25{Enter}");
    await waitFor(() => expect(edits_of(page).length).toBe(1));
    expect(edits_of(page)[0]).toEqual(
      steps.steps.map((each) => ({ edit: "set_step", step: each.id, probability: "0.25" })),
    );
  });

  it("says that a probability is the reader’s own, and takes all away at once", async () => {
    const all = { ...steps, steps: steps.steps.map((each) => ({ ...each, probability: "0.25" })) };
    const page = await open_booster({ steps: () => all });
    await fireEvent.click(page.getByTestId("tab-accession"));
    await page.findByText(/Your assumption, which no source states: .* 25%/);
    await fireEvent.click(page.getByTestId("accession-clear"));
    await waitFor(() => expect(edits_of(page)[0]?.length).toBe(steps.steps.length));
  });
});
