import { fireEvent, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { own_problem, Refused, type Detail, type Explanation, type Figure } from "../src/host";
import { type Answers } from "../src/host/recorded";
import { filters_in, filters_of } from "../src/parts/explain/figures";
import { asked, edits, open, type Page, violations } from "./acting";
import { grid_reply, replies, rows } from "./desk";

const explained = replies["explain"] as Explanation;
const detail = replies["row"] as Detail;
const flows = replies["chart_who_pays"] as Figure;
const [row] = rows;
if (!row) throw new Error("the recorded plan lacks a row, a cap or an event");

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

  it.each(["{F1}", "?"])("is told with %s though concerns are on view", async (keys) => {
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
  }, 20_000);

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
