import { fireEvent, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { own_problem, Refused, type ScenarioLine } from "../src/host";
import { shown_lines } from "../src/parts/scenarios/lines";
import { asked, edits, violations, type Page } from "./acting";
import {
  ACCESSION,
  changed_at,
  COLLAPSE,
  DEEPER,
  FROZEN,
  lines,
  open_scenarios,
  overridden,
  overrides,
  status_at,
  versions,
} from "./scenarios";

const item = (page: Page, id: string) => page.findByTestId(`scenario-${id}`);
const last_at = (page: Page, command: string) =>
  page.host.asked.filter((each) => each.command === command).at(-1)?.at;

async function look_at(page: Page, id: string) {
  await fireEvent.click(await item(page, id));
  await waitFor(() => expect(page.desk.plan.status?.place.scenario).toBe(id));
}

describe("the tree of scenarios", () => {
  it("tells who follows whom, and where there is something to look into", async () => {
    const page = await open_scenarios();
    const collapse = await item(page, COLLAPSE);
    expect(collapse.getAttribute("aria-level")).toBe("2");
    expect(collapse.getAttribute("aria-expanded")).toBe("true");
    expect(collapse.textContent).toContain("2 overrides");
    expect(collapse.textContent).toContain("1 concern");
    expect((await item(page, DEEPER)).getAttribute("aria-level")).toBe("3");
    expect((await item(page, "base")).getAttribute("aria-selected")).toBe("true");
  });

  it("is asked of the plan as it is now, and all else of the scenario that is looked at", async () => {
    const page = await open_scenarios();
    await look_at(page, COLLAPSE);
    const at = { scenario: COLLAPSE, version: null, moment: null };
    for (const command of ["status", "grid", "choices", "overrides"])
      expect(last_at(page, command)).toEqual(at);
    expect(last_at(page, "scenarios")).toBeUndefined();
    expect(page.getByTestId("place").textContent).toContain("Deal collapses");
    await fireEvent.click(page.getByTestId("place-back"));
    await waitFor(() => expect(page.queryByTestId("place")).toBeNull());
    expect(last_at(page, "grid")).toBeUndefined();
  });

  it("is walked, folded, and searched with keys", async () => {
    const user = userEvent.setup();
    const page = await open_scenarios();
    (await item(page, "base")).focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(await item(page, COLLAPSE));
    await user.keyboard("{ArrowLeft}");
    await waitFor(() => expect(page.queryByTestId(`scenario-${DEEPER}`)).toBeNull());
    await user.keyboard("{ArrowRight}{ArrowRight}");
    await waitFor(async () => expect(document.activeElement).toBe(await item(page, DEEPER)));
    await user.keyboard("acc");
    await waitFor(async () => expect(document.activeElement).toBe(await item(page, ACCESSION)));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(page.desk.plan.place.scenario).toBe(ACCESSION));
  });

  it("stays where it was when a scenario cannot be looked at, and says why", async () => {
    const problem = own_problem("unknown-scenario", "There is no such scenario.");
    const page = await open_scenarios({
      status: (_, at) => {
        if (at?.scenario) throw new Refused(problem);
        return status_at(at);
      },
    });
    await fireEvent.click(await item(page, COLLAPSE));
    expect((await page.findByTestId("problem")).textContent).toContain(problem.message);
    expect(page.desk.plan.place.scenario).toBeNull();
  });

  it("offers what can be done, and why something cannot", async () => {
    const page = await open_scenarios();
    await fireEvent.contextMenu(await item(page, COLLAPSE));
    const remove = await page.findByTestId("scenario-delete");
    expect((remove as HTMLButtonElement).disabled).toBe(true);
    expect(remove.textContent).toContain("1 scenario follows it");
    expect((page.getByTestId("scenario-move-up") as HTMLButtonElement).disabled).toBe(true);
    await fireEvent.click(page.getByTestId("scenario-move-down"));
    await waitFor(() =>
      expect(edits(page)).toEqual([[{ edit: "set_scenario", scenario: COLLAPSE, place: 1 }]]),
    );
  });

  it("takes what is done to it as edits of the base, wherever the reader stands", async () => {
    const page = await open_scenarios();
    await look_at(page, COLLAPSE);
    page.desk.scenarios.asking = { kind: "rename", scenario: lines[1] as ScenarioLine };
    const name = (await page.findByTestId("name-field")) as HTMLInputElement;
    expect(name.value).toBe("Deal collapses");
    await fireEvent.input(name, { target: { value: "No deal" } });
    await fireEvent.submit(page.getByTestId("name-dialog"));
    await waitFor(() =>
      expect(edits(page)).toEqual([[{ edit: "set_scenario", scenario: COLLAPSE, name: "No deal" }]]),
    );
  });

  it("goes back to the base when undo takes away the scenario that is looked at", async () => {
    const page = await open_scenarios({ undo: () => changed_at() });
    await look_at(page, ACCESSION);
    await page.desk.plan.undo();
    expect(page.desk.plan.place.scenario).toBeNull();
    await waitFor(() => expect(page.queryByTestId("place")).toBeNull());
  });

  it("hides what follows a folded scenario, however deep", () => {
    const shown = shown_lines(lines, new Set(["base"]));
    expect(shown.map((line) => line.id)).toEqual(["base"]);
    expect(shown_lines(lines, new Set([COLLAPSE])).map((line) => line.id)).not.toContain(DEEPER);
  });

  it("holds a hundred scenarios, and passes axe", async () => {
    const many = Array.from({ length: 100 }, (_, at): ScenarioLine => ({
      ...(lines[3] as ScenarioLine),
      id: (at + 20).toString(16).padStart(32, "0"),
      label: `Scenario ${at}`,
    }));
    const page = await open_scenarios({ scenarios: () => [lines[0] as ScenarioLine, ...many] });
    await waitFor(() => expect(page.getAllByRole("treeitem")).toHaveLength(101));
    expect(await violations(page)).toEqual([]);
  }, 20_000);
});

describe("a new scenario", () => {
  it("starts under the one that is looked at, and is looked at once it is there", async () => {
    const fresh = { ...(lines[3] as ScenarioLine), id: "f".repeat(32), label: "Late accession" };
    let there = lines;
    const page = await open_scenarios({
      scenarios: () => there,
      edit: (_, at) => {
        there = [...lines, { ...fresh, name: { en: fresh.label, uk: fresh.label } }];
        return changed_at(at);
      },
    });
    await look_at(page, ACCESSION);
    await fireEvent.click(page.getByTestId("add-scenario"));
    const name = await page.findByTestId("name-field");
    expect((page.getByTestId("parent-field") as HTMLSelectElement).value).toBe(ACCESSION);
    await fireEvent.input(name, { target: { value: " Late accession " } });
    await fireEvent.submit(page.getByTestId("name-dialog"));
    await waitFor(() => expect(page.desk.plan.place.scenario).toBe(fresh.id));
    expect(edits(page)).toEqual([[{ edit: "add_scenario", name: "Late accession", parent: ACCESSION }]]);
    await waitFor(() => expect(page.queryByTestId("name-dialog")).toBeNull());
  });

  it("is refused in words under its name", async () => {
    const problem = own_problem("scenario-name-taken", "There is a scenario by that name.");
    const page = await open_scenarios({
      edit: () => {
        throw new Refused(problem);
      },
    });
    await fireEvent.click(page.getByTestId("add-scenario"));
    const dialog = await page.findByTestId("name-dialog");
    await fireEvent.input(page.getByTestId("name-field"), { target: { value: "Deal collapses" } });
    await fireEvent.submit(dialog);
    expect((await within(dialog).findByTestId("problem")).textContent).toContain(problem.message);
  });

  it("cannot follow itself or what follows it", async () => {
    const page = await open_scenarios();
    await item(page, COLLAPSE);
    page.desk.scenarios.asking = { kind: "move", scenario: lines[1] as ScenarioLine };
    const parent = (await page.findByTestId("parent-field")) as HTMLSelectElement;
    expect([...parent.options].map((option) => option.value)).toEqual(["base", ACCESSION]);
  });
});

describe("what cannot be taken back by a glance", () => {
  it("is asked about: promotion says what it does to the others", async () => {
    const page = await open_scenarios();
    await fireEvent.contextMenu(await item(page, COLLAPSE));
    await fireEvent.click(await page.findByTestId("scenario-promote"));
    const question = await page.findByTestId("question");
    expect(question.textContent).toContain("its 2 overrides become part of the base");
    expect(question.textContent).toContain("The 2 other scenarios keep their own overrides");
    expect(edits(page)).toEqual([]);
    await fireEvent.click(page.getByTestId("answer-promote"));
    await waitFor(() => expect(edits(page)).toEqual([[{ edit: "promote_scenario", scenario: COLLAPSE }]]));
  });

  it("leaves an empty scenario to go without a question, and steps out of it first", async () => {
    const page = await open_scenarios();
    await look_at(page, ACCESSION);
    (await item(page, ACCESSION)).focus();
    await userEvent.keyboard("{Delete}");
    await waitFor(() => expect(edits(page)).toEqual([[{ edit: "remove_scenario", scenario: ACCESSION }]]));
    expect(last_at(page, "edit")).toBeUndefined();
    expect(page.queryByTestId("question")).toBeNull();
  });

  it("splits a scenario off where the reader says", async () => {
    const page = await open_scenarios({ split_off: ({ path }) => ({ path, bytes: 1 }) });
    page.host.pick_save = () => Promise.resolve({ path: "/somewhere/own.tranche", replace: false });
    await fireEvent.contextMenu(await item(page, COLLAPSE));
    await fireEvent.click(await page.findByTestId("scenario-split-off"));
    expect((await page.findByTestId("notice")).textContent).toContain("/somewhere/own.tranche");
    expect(asked(page, "split_off")).toEqual([
      { path: "/somewhere/own.tranche", scenario: COLLAPSE, replace: false },
    ]);
  });
});

describe("overrides", () => {
  it("are marked in the grid with what the parent says, for every reader", async () => {
    const page = await open_scenarios();
    expect(page.queryAllByTestId("override-mark")).toEqual([]);
    await look_at(page, COLLAPSE);
    const cell = page.getByTestId(`cell-${overridden.code}-amount`);
    expect(await within(cell).findByTestId("override-mark")).toBeTruthy();
    await waitFor(() => expect(cell.getAttribute("aria-label")).toContain("USD 2.0 bn in the parent"));
    await fireEvent.pointerOver(cell);
    expect(cell.title).toContain("USD 2.0 bn in the parent");
    // What no column shows is marked at the code.
    expect(page.getAllByTestId("override-mark")).toHaveLength(2);
  });

  it("are listed row by row, given a reason, and taken back one by one or some together", async () => {
    const page = await open_scenarios();
    await look_at(page, COLLAPSE);
    await fireEvent.click(page.getByTestId("place-overrides"));
    const list = await page.findByTestId("overrides");
    expect(within(list).getAllByRole("heading")).toHaveLength(1);
    const reason = within(list).getByTestId(`reason-${overridden.code}.start`) as HTMLTextAreaElement;
    await fireEvent.change(reason, { target: { value: "A year later" } });
    await fireEvent.click(within(list).getByTestId(`reset-line-${overridden.code}.amount`));
    for (const box of within(list).getAllByRole("checkbox")) await fireEvent.click(box);
    await fireEvent.click(page.getByTestId("reset-chosen"));
    const reset = (field: string) => ({
      edit: "reset_override",
      scenario: COLLAPSE,
      field: `${overridden.code}.${field}`,
    });
    await waitFor(() =>
      expect(edits(page)).toEqual([
        [
          {
            edit: "set_reason",
            scenario: COLLAPSE,
            field: `${overridden.code}.start`,
            reason: "A year later",
          },
        ],
        [reset("amount")],
        [reset("amount"), reset("start")],
      ]),
    );
  });

  it("say why one does not apply", async () => {
    const gone = { ...overrides[0], applied: false, why_not: "The row is gone." } as (typeof overrides)[0];
    const page = await open_scenarios({ overrides: () => [gone] });
    await look_at(page, COLLAPSE);
    page.desk.view.show_side("overrides");
    expect((await page.findByTestId(`override-line-${gone.at}`)).textContent).toContain("The row is gone.");
    expect(await violations(page)).toEqual([]);
  }, 20_000);

  it("tell in the base that only scenarios have some", async () => {
    const page = await open_scenarios();
    page.desk.view.show_side("overrides");
    const pane = await page.findByTestId("inspector");
    await waitFor(() => expect(pane.textContent).toContain("The base overrides nothing"));
  });
});

describe("a frozen version", () => {
  it("says what it is, cannot be changed, and is returned to as one edit", async () => {
    const user = userEvent.setup();
    const page = await open_scenarios({ return_to: () => changed_at() });
    await fireEvent.click(await page.findByTestId("version-URC 2026"));
    const bar = await page.findByTestId("place");
    expect(bar.textContent).toContain("URC 2026");
    expect(bar.textContent).toContain("nothing in it can be changed");
    expect(last_at(page, "grid")).toEqual({ scenario: null, version: FROZEN, moment: null });

    const cell = page.getByTestId(`cell-${overridden.code}-amount`);
    expect(cell.getAttribute("aria-readonly")).toBe("true");
    await user.pointer({ keys: "[MouseLeft]", target: cell });
    await user.keyboard("4");
    expect((await page.findByTestId("problem")).dataset["code"]).toBe("read-only-place");
    expect(page.queryByTestId("amount-editor")).toBeNull();

    await fireEvent.click(page.getByTestId("place-return"));
    await waitFor(() => expect(page.queryByTestId("place")).toBeNull());
    expect(asked(page, "return_to")).toEqual([{ version: FROZEN }]);
    expect(last_at(page, "return_to")).toBeUndefined();
  });

  it("is never taken from where it is not what its fingerprint says", async () => {
    const broken = versions.map((line) => ({ ...line, sound: false }));
    const page = await open_scenarios({
      versions: () => broken,
      status: (_, at) => {
        const status = status_at(at);
        return { ...status, place: { ...status.place, sound: at?.version === undefined } };
      },
    });
    await fireEvent.click(await page.findByTestId("version-URC 2026"));
    const bar = await page.findByTestId("place");
    await waitFor(() => expect(bar.textContent).toContain("is not what its fingerprint says"));
    expect(page.queryByTestId("place-return")).toBeNull();
    expect(page.queryByTestId("place-branch")).toBeNull();
    await fireEvent.click(page.getByTestId("version-menu-URC 2026"));
    expect(((await page.findByTestId("version-return")) as HTMLButtonElement).disabled).toBe(true);
  });

  it("is made of the plan as it is now, wherever the reader stands", async () => {
    const page = await open_scenarios({ freeze: (_, at) => status_at(at) });
    await look_at(page, COLLAPSE);
    await fireEvent.click(page.getByTestId("freeze"));
    await fireEvent.input(await page.findByTestId("name-field"), { target: { value: "Before the summit" } });
    await fireEvent.input(page.getByTestId("note-field"), { target: { value: "Sent to Brussels" } });
    await fireEvent.submit(page.getByTestId("name-dialog"));
    expect((await page.findByTestId("notice")).textContent).toContain("Before the summit");
    expect(asked(page, "freeze")).toEqual([{ name: "Before the summit", note: "Sent to Brussels" }]);
    expect(last_at(page, "freeze")).toBeUndefined();
  });
});

describe("the author", () => {
  const status = () => status_at(undefined, undefined, false);

  async function open_unsigned() {
    const page = await open_scenarios({ status });
    const { settings } = page.desk.reader;
    page.desk.reader.settings = { ...settings, layout: {} };
    return page;
  }

  it("is asked once, before the first edit, which waits for the answer", async () => {
    const page = await open_unsigned();
    const edit = page.desk.plan.edit({ edit: "rename_plan", name: "Another" });
    const name = await page.findByTestId("author-name");
    expect(edits(page)).toEqual([]);
    await fireEvent.input(name, { target: { value: " Olena " } });
    await fireEvent.submit(page.getByTestId("author-dialog"));
    expect(await edit).toBeNull();
    expect(page.desk.reader.settings.author).toBe("Olena");
    await page.desk.plan.edit({ edit: "rename_plan", name: "Third" });
    expect(page.queryByTestId("author-dialog")).toBeNull();
    expect(edits(page)).toHaveLength(2);
  });

  it("may be left empty, and is not asked again", async () => {
    const page = await open_unsigned();
    const edit = page.desk.plan.edit({ edit: "rename_plan", name: "Another" });
    await fireEvent.click(await page.findByTestId("author-empty"));
    expect(await edit).toBeNull();
    expect(page.desk.reader.settings.author).toBe("");
    await page.desk.plan.edit({ edit: "rename_plan", name: "Third" });
    expect(page.queryByTestId("author-dialog")).toBeNull();
  });
});

describe("the palette", () => {
  it("reaches scenarios and versions by name, and what can be done with the one that is looked at", async () => {
    const page = await open_scenarios();
    await look_at(page, COLLAPSE);
    page.desk.view.palette_open = true;
    const palette = await page.findByTestId("palette");
    for (const words of ["Look at Accession in 2027", "Look at version URC 2026", "Promote to base: Deal"])
      expect(palette.textContent).toContain(words);
  });
});
