import { fireEvent, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import {
  own_problem,
  Refused,
  type BacklogReply,
  type Caps,
  type EventLine,
  type Sanity,
  type Status,
} from "../src/host";
import { amount_lines, periods_in } from "../src/parts/absorption/amounts";
import { backlog_lines, periods_of } from "../src/parts/absorption/backlog";
import { effect_of, with_today } from "../src/parts/absorption/calendar";
import { by_programme, paces } from "../src/parts/absorption/pace";
import { with_part, without_part } from "../src/parts/absorption/slices";
import { asked, edits, open, type Page, schedule, violations } from "./acting";
import { replies, rows } from "./desk";

const status = replies["status"] as Status;
const caps = replies["caps"] as Caps;
const events = replies["events"] as EventLine[];
const sanity = replies["sanity"] as Sanity;
const [cap] = caps.caps;
const [row] = rows;
const [event] = events;
if (!cap || !row || !event) throw new Error("the recorded plan lacks a row, a cap or an event");

async function show_tab(page: Page, tab: string) {
  await fireEvent.click(page.getByTestId("nav-disburse"));
  await fireEvent.click(await page.findByTestId(`tab-${tab}`));
  return page.findByTestId(`disburse-${tab}`);
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
