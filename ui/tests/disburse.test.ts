import { fireEvent, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import {
  own_problem,
  Refused,
  type BacklogReply,
  type Caps,
  type Changed,
  type Detail,
  type Edit,
  type EventLine,
  type Explanation,
  type Figure,
  type Sanity,
  type ScheduleReply,
  type Status,
} from "../src/host";
import type { Answers } from "../src/host/recorded";
import { amount_lines, periods_in } from "../src/parts/absorption/amounts";
import { backlog_lines, periods_of } from "../src/parts/absorption/backlog";
import { effect_of, with_today } from "../src/parts/absorption/calendar";
import { by_programme, paces } from "../src/parts/absorption/pace";
import { with_part, without_part } from "../src/parts/absorption/slices";
import { filters_in, filters_of } from "../src/parts/explain/figures";
import { grid_reply, open_window, replies, rows } from "./desk";

const status = replies["status"] as Status;
const caps = replies["caps"] as Caps;
const events = replies["events"] as EventLine[];
const sanity = replies["sanity"] as Sanity;
const explained = replies["explain"] as Explanation;
const detail = replies["row"] as Detail;
const flows = replies["chart_who_pays"] as Figure;
const [cap] = caps.caps;
const [row] = rows;
const [event] = events;
if (!cap || !row || !event) throw new Error("the recorded plan lacks a row, a cap or an event");

const schedule: ScheduleReply = {
  measure: "paid",
  dimensions: ["sector"],
  lines: [
    { keys: ["housing"], period: "2026", amount: "1000000000.00" },
    { keys: ["energy"], period: "2026", amount: "2000000000.00" },
    { keys: ["energy"], period: "after", amount: "500000000.00" },
  ],
};

const SLANTED: Detail = {
  ...detail,
  row: {
    ...detail.row,
    profile: "trapezoid",
    parameters: { u: "0.2", d: "0.3" },
    start: "2026-Q1",
    end: "2035-Q4",
  },
};

function changed(revision: number): Changed {
  return { revision, status: { ...status, revision }, rows: [], tables: [], label: "" };
}

/** The window, with edits that succeed. */
function open(answers: Answers = {}) {
  let revision = status.revision;
  return open_window({
    schedule: ({ by }) => (by.length > 0 ? schedule : { ...schedule, dimensions: [], lines: [] }),
    edit: () => changed((revision += 1)),
    ...answers,
  });
}

type Page = Awaited<ReturnType<typeof open>>;

const asked = (page: Page, command: string) =>
  page.host.asked.filter((each) => each.command === command).map((each) => each.request);
const edits = (page: Page) => asked(page, "edit").map((request) => (request as { edits: Edit[] }).edits);

async function show_tab(page: Page, tab: string) {
  await fireEvent.click(page.getByTestId("nav-disburse"));
  await fireEvent.click(await page.findByTestId(`tab-${tab}`));
  return page.findByTestId(`disburse-${tab}`);
}

async function violations(page: Page) {
  const found = await axe.run(page.container, { rules: { "color-contrast": { enabled: false } } });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe("the screen of payments", () => {
  it.each(["years", "caps", "events", "amounts"])("the list of %s passes axe", async (tab) => {
    const page = await open();
    const panel = await show_tab(page, tab);
    await waitFor(() => expect(panel.querySelector("table")).not.toBeNull());
    expect(await violations(page)).toEqual([]);
  });

  it("moves between its lists with arrow keys", async () => {
    const page = await open();
    await show_tab(page, "years");
    const tab = page.getByTestId("tab-years");
    tab.focus();
    await fireEvent.keyDown(tab, { key: "ArrowRight" });
    expect(page.desk.view.disburse_tab).toBe("caps");
    expect(document.activeElement).toBe(page.getByTestId("tab-caps"));
    await fireEvent.keyDown(page.getByTestId("tab-caps"), { key: "End" });
    expect(page.desk.view.disburse_tab).toBe("amounts");
  });
});

describe("years beside the product", () => {
  it("are warned about above the bound, in words and not in colour alone", async () => {
    const page = await open();
    const table = within(await show_tab(page, "years"));
    const over = sanity.years.filter((year) => year.over).length;
    await waitFor(() => expect(table.getAllByLabelText(/More than 15/).length).toBe(over));
    const paid = page.getByTestId("sanity").querySelector(`[data-amount="${sanity.years[0]?.paid}"]`);
    await fireEvent.click(paid as Element);
    await waitFor(() => expect(page.getByTestId("inspector").dataset["side"]).toBe("why"));
    expect(asked(page, "explain").at(-1)).toEqual({ rows: [], filters: [], period: "2026" });
  });

  it("stand beside what others paid, and never beside what they pledged", () => {
    const paid = paces(sanity.yardsticks);
    expect(paid.length).toBeGreaterThan(10);
    expect(paid.every(({ line }) => !/^(pledged|obligated|authorised|total|aid)/.test(line.measure))).toBe(
      true,
    );
    expect(paid.filter(({ verified }) => !verified).length).toBeGreaterThan(0);
    const facility = by_programme(paid).find(({ programme }) => programme === "EU RRF");
    expect(facility?.name).not.toBeNull();
    expect(facility?.points.map(({ years }) => years)).toEqual([20, 21, 29, 39, 43, 46]);
  });

  it("mark what is only remembered", async () => {
    const page = await open();
    const panel = await show_tab(page, "years");
    await waitFor(() => expect(panel.textContent).toContain("from memory"));
  });
});

describe("caps", () => {
  it("are listed with room, payments and what waits, year by year", async () => {
    const page = await open();
    await show_tab(page, "caps");
    const table = await page.findByTestId("caps");
    expect(table.textContent).toContain(cap.label);
    for (const year of cap.years) {
      expect(table.querySelector(`[data-amount="${year.waiting}"]`)).not.toBeNull();
    }
  });

  it("are changed field by field in the inspector", async () => {
    const page = await open();
    page.desk.view.show_cap(cap.id);
    const name = (await page.findByTestId("cap-name")) as HTMLInputElement;
    await waitFor(() => expect(name.value).toBe(cap.label));
    expect(await violations(page)).toEqual([]);
    await userEvent.clear(name);
    await userEvent.type(name, "Builders{Enter}");
    await waitFor(() => expect(edits(page).length).toBe(1));
    expect(edits(page)[0]).toEqual([{ edit: "set_cap", cap: cap.id, name: { ...cap.name, en: "Builders" } }]);
  });

  it("are added whole, with what their kind needs and nothing else", async () => {
    const page = await open();
    page.desk.view.show_cap(null);
    const name = await page.findByTestId("cap-name");
    expect(await violations(page)).toEqual([]);
    await userEvent.type(name, "All of it{Enter}");
    await fireEvent.click(page.getByTestId("add-cap"));
    await waitFor(() => expect(edits(page).length).toBe(1));
    expect(edits(page)[0]).toEqual([
      {
        edit: "add_cap",
        cap: { name: "All of it", slice: [], kind: "gdp_share", rate: "0.15", sources: [], note: "" },
      },
    ]);
  });

  it("say where they stand why they were refused", async () => {
    const page = await open({
      edit: () => {
        throw new Refused(own_problem("empty-name", "A cap needs a name."));
      },
    });
    page.desk.view.show_cap(cap.id);
    const name = await page.findByTestId("cap-name");
    await userEvent.clear(name);
    await userEvent.type(name, " {Enter}");
    const pane = page.getByTestId("inspector");
    expect((await within(pane).findByTestId("problem")).textContent).toContain("A cap needs a name.");
  });

  it("leave a backlog that is told row by row, and lapses apart", () => {
    const told = (replies["backlog"] as BacklogReply).lines;
    const lines = backlog_lines(told);
    expect(lines.map(({ code }) => code)).toEqual(
      [...new Set(told.map((each) => each.allocation_code))].sort(),
    );
    const one = { id: "1", allocation_code: "A1", label: "", backlog: "0.00", lapsed: "5.00" };
    const [line] = backlog_lines([{ ...one, period: "2030" }]);
    expect([line?.waiting.size, line?.lapsed.get("2030")]).toEqual([0, "5.00"]);
    expect(periods_of(told)).toEqual([...periods_of(told)].sort());
  });

  it("let a programme's commitments lapse", async () => {
    const page = await open();
    await show_tab(page, "caps");
    const list = await page.findByTestId("lapses");
    const select = list.querySelector("select");
    if (!select) throw new Error("no programme is listed");
    await fireEvent.change(select, { target: { value: "2" } });
    await waitFor(() => expect(edits(page).length).toBe(1));
    expect(edits(page)[0]).toEqual([{ edit: "set_lapse", programme: caps.lapses[0]?.programme, years: 2 }]);
  });
});

describe("events", () => {
  it("stand in the order of days, with the plan's own day among them", () => {
    const entries = with_today(events, "2026-01-10");
    const at = entries.findIndex(({ kind }) => kind === "today");
    const before = entries[at - 1];
    const after = entries[at + 1];
    expect(before?.kind === "event" && before.event.date <= "2026-01-10").toBe(true);
    expect(after?.kind === "event" && after.event.date > "2026-01-10").toBe(true);
    expect(with_today([], "2026-01-10")).toEqual([{ kind: "today", day: "2026-01-10" }]);
  });

  it("are assumed or excluded in their place", async () => {
    const page = await open();
    await show_tab(page, "events");
    const table = within(await page.findByTestId("events"));
    const select = table.getByLabelText(`State of ${event.code}`);
    await fireEvent.change(select, { target: { value: "excluded" } });
    await waitFor(() => expect(edits(page).length).toBe(1));
    expect(edits(page)[0]).toEqual([{ edit: "set_event", event: event.id, state: "excluded" }]);
  });

  it("are changed in the inspector, with effects that say only what their verb needs", async () => {
    const page = await open();
    await show_tab(page, "events");
    await fireEvent.click(await page.findByTestId(`event-${event.code}`));
    const add = await page.findByTestId("add-effect");
    expect(await violations(page)).toEqual([]);
    await fireEvent.click(add);
    await waitFor(() => expect(edits(page).length).toBe(1));
    expect(edits(page)[0]).toEqual([{ edit: "set_event", event: event.id, effects: [{ verb: "open" }] }]);
    const effect = {
      verb: "stop",
      slice: [],
      except: [],
      quarters: 4,
      share: "0.5",
      verb_label: "",
      sentence: "",
    };
    expect(effect_of(effect)).toEqual({ verb: "stop" });
    expect(effect_of({ ...effect, verb: "delay" })).toEqual({ verb: "delay", quarters: 4 });
    expect(effect_of({ ...effect, verb: "scale", share: "1" })).toEqual({ verb: "scale", share: "0.5" });
  });

  it("are added whole", async () => {
    const page = await open();
    page.desk.view.show_event(null);
    await userEvent.type(await page.findByTestId("event-name"), "Ceasefire");
    await fireEvent.change(page.getByTestId("event-name"));
    expect(await violations(page)).toEqual([]);
    await fireEvent.click(page.getByTestId("add-event"));
    await waitFor(() => expect(edits(page).length).toBe(1));
    expect(edits(page)[0]).toMatchObject([
      { edit: "add_event", event: { name: "Ceasefire", date: status.as_of, state: "assumed", effects: [] } },
    ]);
  });

  it("are about slices, of which each value is taken by itself", () => {
    const slice = with_part(with_part([], "sector", "energy"), "sector", "housing");
    expect(slice).toEqual([{ dimension: "sector", keys: ["energy", "housing"] }]);
    const part = (key: string) => ({ dimension: "sector" as const, key, label: "" });
    expect(without_part(slice, part("energy"))).toEqual([{ dimension: "sector", keys: ["housing"] }]);
    expect(without_part(without_part(slice, part("energy")), part("housing"))).toEqual([]);
  });
});

describe("amounts by year", () => {
  it("are told by place and period, and each can be asked about", async () => {
    const page = await open();
    await show_tab(page, "amounts");
    const table = await page.findByTestId("amounts");
    await waitFor(() => expect(table.querySelector('[data-amount="2000000000.00"]')).not.toBeNull());
    await fireEvent.click(table.querySelector('[data-amount="500000000.00"]') as Element);
    await waitFor(() => expect(asked(page, "explain").length).toBe(1));
    expect(asked(page, "explain")[0]).toEqual({
      rows: [],
      filters: [{ dimension: "sector", keys: ["energy"] }],
      period: "after",
    });
  });

  it("are walked with arrow keys", async () => {
    const page = await open();
    await show_tab(page, "amounts");
    const table = await page.findByTestId("amounts");
    await waitFor(() => expect(table.querySelectorAll("[data-line]").length).toBe(6));
    const at = (line: number, col: number) =>
      table.querySelector(`[data-line="${line}"][data-col="${col}"]`) as HTMLElement;
    at(0, 0).focus();
    await fireEvent.keyDown(at(0, 0), { key: "ArrowDown" });
    await fireEvent.keyDown(at(1, 0), { key: "ArrowRight" });
    expect(document.activeElement).toBe(at(1, 1));
    expect(at(0, 0).tabIndex).toBe(-1);
  });

  it("keep what comes after the package last", () => {
    expect(periods_in(schedule.lines)).toEqual(["2026", "after"]);
    expect(amount_lines(schedule.lines).map(({ key }) => key)).toEqual(["housing", "energy"]);
  });
});

describe("why a figure is what it is", () => {
  async function year_cell(page: Page) {
    const line = page.getByTestId(`cell-${row?.code}-amount`).closest("[role=row]");
    const cell = line?.querySelector<HTMLElement>(".cell.period");
    if (!cell) throw new Error("the row has no year");
    await userEvent.pointer({ keys: "[MouseLeft]", target: cell });
    return cell;
  }

  it("is told when a year's figure is chosen, and the row again when the row is", async () => {
    const page = await open();
    page.desk.view.show_side("row");
    await year_cell(page);
    await waitFor(() => expect(page.getByTestId("inspector").dataset["side"]).toBe("why"));
    expect(asked(page, "explain").at(-1)).toEqual({
      rows: [row.id],
      filters: [],
      period: grid_reply.periods[0],
    });
    await waitFor(() => expect(page.getByTestId("why-chain").children.length).toBe(explained.links.length));
    expect(await violations(page)).toEqual([]);
    await userEvent.keyboard("{ArrowLeft}");
    await waitFor(() => expect(page.getByTestId("inspector").dataset["side"]).toBe("row"));
  });

  it.each(["{F1}", "?", "{Enter}"])("is told with %s though concerns are on view", async (keys) => {
    const page = await open();
    page.desk.view.show_side("concerns");
    await year_cell(page);
    expect(page.desk.view.side).toBe("concerns");
    await userEvent.keyboard(keys);
    expect(page.desk.view.side).toBe("why");
  });

  it("is offered by the right button", async () => {
    const page = await open();
    const cell = await year_cell(page);
    page.desk.view.side = "package";
    await fireEvent.contextMenu(cell);
    const offer = await page.findByTestId("why");
    expect(document.activeElement).toBe(offer);
    await fireEvent.click(offer);
    expect(page.desk.view.side).toBe("why");
    expect(page.queryByTestId("why")).toBeNull();
  });

  it("is asked for the rows of a group by the group's own values", async () => {
    const page = await open();
    page.desk.view.show_side("row");
    const cell = page.getByTestId("grid").querySelector<HTMLElement>(".group .cell.period");
    if (!cell) throw new Error("there is no group");
    await userEvent.pointer({ keys: "[MouseLeft]", target: cell });
    const [first] = grid_reply.lines;
    const key = first?.kind === "group" ? first.key : "";
    await waitFor(() =>
      expect(asked(page, "explain").at(-1)).toMatchObject({
        rows: [],
        filters: [{ dimension: "sector", keys: [key] }],
      }),
    );
    expect(filters_in("sector=energy/capital=private")).toEqual([
      { dimension: "sector", keys: ["energy"] },
      { dimension: "capital", keys: ["private"] },
    ]);
  });

  it("ends in the exact amount, and leads to the steps that decide it", async () => {
    const page = await open();
    page.desk.view.ask_why({ label: "A082", period: "2030", rows: ["A082"], filters: [] });
    const paid = await page.findByTestId("why-paid");
    expect(paid.dataset["amount"]).toBe(explained.links.at(-1)?.amount);
    const step = explained.links.flatMap(({ about }) => about).find(({ kind }) => kind === "step");
    if (!step) throw new Error("no step decides the recorded figure");
    await fireEvent.click(within(page.getByTestId("why-chain")).getByText(step.label));
    expect([page.desk.view.screen, page.desk.view.step]).toEqual(["booster", step.id]);
  });

  it("is refused in words where it was asked", async () => {
    const page = await open({
      explain: () => {
        throw new Refused(own_problem("unknown-period", "There is no such period."));
      },
    });
    page.desk.view.ask_why({ label: "A001", period: "1999", rows: ["A001"], filters: [] });
    const pane = await page.findByTestId("inspector");
    expect((await within(pane).findByTestId("problem")).textContent).toContain("There is no such period.");
  });

  it("is asked from a chart: of all rows in a period, and then of one series", async () => {
    const page = await open();
    // Nothing has a size here, so the chart is never asked for: it shows the figure that was drawn last.
    await fireEvent.click(page.getByTestId("nav-needs"));
    page.desk.figures.set("who_pays", flows);
    await fireEvent.click(page.getByTestId("nav-allocate"));
    const [pointer] = await page.findAllByRole("slider");
    if (!pointer) throw new Error("the chart cannot be pointed at");
    pointer.focus();
    await fireEvent.keyDown(pointer, { key: "ArrowRight" });
    await fireEvent.keyDown(pointer, { key: "Enter" });
    const period = flows.hover[0]?.period;
    await waitFor(() => expect(asked(page, "explain").at(-1)).toEqual({ rows: [], filters: [], period }));
    const loans = flows.hover[0]?.lines.find(({ key }) => key === "loans")?.label ?? "";
    await fireEvent.click(within(page.getByTestId("readout")).getByText(loans));
    await waitFor(() =>
      expect(asked(page, "explain").at(-1)).toEqual({ rows: [], filters: filters_of("loans"), period }),
    );
    expect(filters_of("private_booster")).toEqual([
      { dimension: "capital", keys: ["private"] },
      { dimension: "booster", keys: ["yes"] },
    ]);
    expect(filters_of("needs")).toBeNull();
  });
});

describe("the curve of a row", () => {
  async function open_row(answers: Answers = {}) {
    const page = await open({ row: () => SLANTED, ...answers });
    page.desk.view.select(SLANTED.row.id);
    page.desk.view.show_side("row");
    await page.findByTestId("grip-u");
    return page;
  }

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  it("is pushed with arrow keys, tried while the key is down, and kept as one edit when it is let go", async () => {
    const page = await open_row();
    const grip = page.getByTestId("grip-u");
    grip.focus();
    await fireEvent.keyDown(grip, { key: "ArrowRight" });
    await fireEvent.keyDown(grip, { key: "ArrowRight" });
    await frame();
    expect(edits(page)).toEqual([]);
    expect(asked(page, "profile").at(-1)).toMatchObject({
      profile: "trapezoid",
      parameters: { u: "0.22", d: "0.3" },
      total: SLANTED.row.amount,
      periods: 40,
    });
    expect(grip.getAttribute("aria-valuetext")).toContain("0.22");
    await fireEvent.keyUp(grip, { key: "ArrowRight" });
    await waitFor(() =>
      expect(edits(page)).toEqual([
        [
          {
            edit: "set_profile",
            allocation: SLANTED.row.id,
            profile: "trapezoid",
            parameters: { u: "0.22", d: "0.3" },
          },
        ],
      ]),
    );
  });

  it("asks once for each picture, however often it is pushed", async () => {
    const page = await open_row();
    await frame();
    const before = asked(page, "profile").length;
    const grip = page.getByTestId("grip-d");
    for (let push = 0; push < 20; push += 1) await fireEvent.keyDown(grip, { key: "ArrowLeft" });
    await frame();
    expect(asked(page, "profile").length - before).toBeLessThanOrEqual(3);
    expect(asked(page, "profile").at(-1)).toMatchObject({ parameters: { u: "0.2", d: "0.5" } });
  });

  it("is put back by Escape, and nothing is kept", async () => {
    const page = await open_row();
    const grip = page.getByTestId("grip-stretch");
    grip.focus();
    await fireEvent.keyDown(grip, { key: "ArrowLeft" });
    expect(grip.getAttribute("aria-valuetext")).toContain("0.99");
    await fireEvent.keyDown(grip, { key: "Escape" });
    await fireEvent.keyUp(grip, { key: "Escape" });
    await waitFor(() => expect(grip.getAttribute("aria-valuetext")).toContain("1, "));
    expect(edits(page)).toEqual([]);
  });

  it("goes back to what it was where the bridge refuses it, and says why", async () => {
    const page = await open_row({
      edit: () => {
        throw new Refused(own_problem("locked", "The row is locked."));
      },
    });
    const grip = page.getByTestId("grip-delay");
    grip.focus();
    await fireEvent.keyDown(grip, { key: "ArrowRight" });
    await fireEvent.keyUp(grip, { key: "ArrowRight" });
    const pane = page.getByTestId("inspector");
    expect((await within(pane).findByTestId("problem")).textContent).toContain("The row is locked.");
    expect(grip.getAttribute("aria-valuetext")).toContain("0, ");
  });

  it("passes axe in every kind", async () => {
    const shares = { s001: "0.5", s002: "0.3", s003: "0.2" };
    const points = { t001: "0.5", t002: "1", f001: "0.4", f002: "1" };
    for (const [profile, parameters] of [
      ["trapezoid", SLANTED.row.parameters],
      ["typed", shares],
      ["empirical", points],
      ["outlay_rates", { years: "3", r001: "0.6", r002: "0.4" }],
    ] as const) {
      const page = await open({ row: () => ({ ...SLANTED, row: { ...SLANTED.row, profile, parameters } }) });
      page.desk.view.select(SLANTED.row.id);
      page.desk.view.show_side("row");
      await page.findByTestId("curve");
      expect(await violations(page), profile).toEqual([]);
      page.unmount();
    }
  });

  it("has bars whose tops are pushed where the shares are typed", async () => {
    const parameters = { s001: "0.5", s002: "0.25", s003: "0.25" };
    const page = await open({
      row: () => ({ ...SLANTED, row: { ...SLANTED.row, profile: "typed", parameters } }),
    });
    page.desk.view.select(SLANTED.row.id);
    page.desk.view.show_side("row");
    const grip = await page.findByTestId("grip-s1");
    await fireEvent.keyDown(grip, { key: "PageDown" });
    await fireEvent.keyUp(grip, { key: "PageDown" });
    await waitFor(() => expect(edits(page).length).toBe(1));
    expect(edits(page)[0]).toMatchObject([{ parameters: { s001: "0.4", s002: "0.3", s003: "0.3" } }]);
  });

  it("takes another kind with what is usual for it, and the row's priority is an edit of its own", async () => {
    const page = await open_row();
    const pane = within(page.getByTestId("inspector"));
    await fireEvent.change(pane.getByLabelText("Profile"), { target: { value: "logistic" } });
    await fireEvent.change(pane.getByLabelText("Priority"), { target: { value: "1" } });
    await waitFor(() => expect(edits(page).length).toBe(2));
    expect(edits(page).flat()).toMatchObject([
      { edit: "set_profile", profile: "logistic", parameters: { k: "10", m: "0.5" } },
      { edit: "set_priority", allocation: SLANTED.row.id, priority: 1 },
    ]);
  });
});
