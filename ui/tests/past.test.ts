import { fireEvent, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { Refused, type HistoryPage, type Problem, type Status } from "../src/host";
import type { Answers } from "../src/host/recorded";
import { asked, changed, violations, type Page } from "./acting";
import { replies } from "./desk";
import { open_scenarios, status_at } from "./scenarios";

const long = replies["history_long"] as HistoryPage;
const page_of_three = replies["history_page"] as HistoryPage;
const refused = replies["problem_past"] as Problem;
const status = replies["status"] as Status;
const [latest] = long.entries;
if (!latest) throw new Error("the recorded history is empty");
const merged = long.entries.find((entry) => entry.kind === "merge");
const edited = long.entries.find((entry) => entry.kind === "edit" && entry.details.length > 0);
if (!merged || !edited) throw new Error("the recorded history has no merge or no edit");

/** The history as it was recorded, in pages of three. */
async function open_past(answers: Answers = {}) {
  const page = await open_scenarios({
    history: ({ before_seq }) => {
      if (before_seq === undefined) return page_of_three;
      return { ...long, entries: long.entries.filter((entry) => entry.seq < (before_seq ?? 0)) };
    },
    ...answers,
  });
  await fireEvent.click(page.getByTestId("nav-history"));
  await page.findByTestId(`entry-${latest?.seq}`);
  return page;
}

const last = (page: Page) => asked(page, "history").at(-1);

describe("the history", () => {
  it("tells who did what, when, and what kind of change it was", async () => {
    const page = await open_past({ history: () => long });
    for (const entry of long.entries) {
      const row = page.getByTestId(`entry-${entry.seq}`);
      expect(row.textContent).toContain(entry.label);
      expect(row.textContent).toContain(entry.author);
    }
    expect(page.getByTestId(`entry-${merged.seq}`).textContent).toContain("Merge");
    expect(page.getByTestId(`entry-${latest.seq}`).textContent).toContain("Return");
    expect(page.getByTestId("history-count").textContent).toBe(`${long.total} changes`);
    expect(await violations(page)).toEqual([]);
  });

  it("brings earlier changes when asked, after those that are listed", async () => {
    const page = await open_past();
    expect(page.getByTestId("history-count").textContent).toContain(`The latest 3 of ${long.total}`);
    await fireEvent.click(page.getByTestId("history-more"));
    await waitFor(() => expect(page.queryByTestId("history-more")).toBeNull());
    expect(page.getAllByTestId(/^entry-\d+$/).map((row) => row.dataset["testid"])).toEqual(
      long.entries.map(({ seq }) => `entry-${seq}`),
    );
    expect(last(page)).toEqual({ limit: 100, before_seq: page_of_three.entries.at(-1)?.seq });
  });

  it("asks for rows, authors, fields and days, and for all of them at once", async () => {
    const page = await open_past({ history: () => long });
    const set = (name: string, value: string) =>
      fireEvent.change(page.getByTestId(`history-${name}`), { target: { value } });
    const field = long.fields[0]?.key ?? "";
    await set("row", " A017 ");
    await set("author", "Analyst");
    await set("field", field);
    await set("from", "2026-11-01");
    await set("to", "2026-11-30");
    await fireEvent.input(page.getByTestId("history-text"), { target: { value: "amount" } });
    const wanted = {
      row: "A017",
      author: "Analyst",
      field,
      from: "2026-11-01",
      to: "2026-11-30",
      text: "amount",
    };
    await waitFor(() => expect(last(page)).toEqual({ limit: 100, ...wanted }));
    await set("upto", "4");
    await waitFor(() => expect(last(page)).toEqual({ limit: 100, before_seq: 5, ...wanted }));
    await fireEvent.click(page.getByTestId("history-clear"));
    await waitFor(() => expect(last(page)).toEqual({ limit: 100 }));
    expect((page.getByTestId("history-text") as HTMLInputElement).value).toBe("");
  });

  it("says why a row cannot be asked for, and what to do where nothing fits", async () => {
    const page = await open_past({
      history: ({ row, author }) => {
        if (row) throw new Refused(refused);
        return author ? { ...long, entries: [] } : long;
      },
    });
    await fireEvent.change(page.getByTestId("history-row"), { target: { value: "A999" } });
    expect((await page.findByTestId("problem")).textContent).toContain(refused.message);
    await fireEvent.change(page.getByTestId("history-row"), { target: { value: "" } });
    await fireEvent.change(page.getByTestId("history-author"), { target: { value: "Analyst" } });
    expect(await page.findByText("No change is like that.")).toBeTruthy();
  });

  it("is walked with keys, and unfolds what stood there before", async () => {
    const user = userEvent.setup();
    const page = await open_past({ history: () => long });
    page.getByTestId(`entry-open-${latest.seq}`).focus();
    const at = long.entries.indexOf(edited);
    await user.keyboard("{ArrowDown}".repeat(at) + "{Enter}");
    const details = await page.findByTestId("entry-details");
    for (const detail of edited.details) {
      expect(details.textContent).toContain(detail.before_label);
      expect(details.textContent).toContain(detail.after_label);
    }
    expect(page.getByTestId(`entry-open-${edited.seq}`).getAttribute("aria-expanded")).toBe("true");
    expect(await violations(page)).toEqual([]);
  });

  it("lists as many as before when the plan has changed", async () => {
    const many = Array.from({ length: 150 }, (_, index) => ({ ...edited, seq: 1000 - index }));
    const page = await open_past({ history: () => ({ ...long, entries: [latest, ...many], total: 1001 }) });
    await page.desk.plan.edit({ edit: "rename_plan", name: "Another" });
    await waitFor(() => expect(last(page)).toEqual({ limit: 151 }));
  });
});

describe("a moment of the history", () => {
  async function unfold(page: Page) {
    await fireEvent.click(page.getByTestId(`entry-open-${edited?.seq}`));
    await page.findByTestId("entry-details");
  }

  it("is looked at, and the history tells which one it is", async () => {
    const page = await open_past({ history: () => long });
    await unfold(page);
    await fireEvent.click(page.getByTestId(`entry-look-${edited.seq}`));
    const bar = await page.findByTestId("place");
    expect(bar.textContent).toContain(`As it stood after change ${edited.seq}`);
    expect(page.getByTestId(`entry-${edited.seq}`).getAttribute("aria-current")).toBe("true");
    expect(page.queryByTestId(`entry-look-${edited.seq}`)).toBeNull();
    // The history itself is always that of the plan as it is now.
    expect(page.host.asked.filter(({ command }) => command === "history").every(({ at }) => !at)).toBe(true);
  });

  it("is returned to as one change", async () => {
    const page = await open_past({ history: () => long, return_to: () => changed(status.revision + 1) });
    await unfold(page);
    await fireEvent.click(page.getByTestId(`entry-return-${edited.seq}`));
    await waitFor(() => expect(asked(page, "return_to")).toEqual([{ moment: edited.seq }]));
    expect((await page.findByTestId("notice")).textContent).toContain("Undo takes that back");
  });

  it("is branched from under a name", async () => {
    const page = await open_past({ history: () => long, branch: () => changed(status.revision + 1) });
    await unfold(page);
    await fireEvent.click(page.getByTestId(`entry-branch-${edited.seq}`));
    await fireEvent.input(await page.findByTestId("name-field"), { target: { value: "As in March" } });
    await fireEvent.submit(page.getByTestId("name-dialog"));
    await waitFor(() => expect(asked(page, "branch")).toEqual([{ name: "As in March", moment: edited.seq }]));
  });

  it("is compared with the plan as it is now", async () => {
    const page = await open_past({ history: () => long });
    await unfold(page);
    await fireEvent.click(page.getByTestId(`entry-compare-${edited.seq}`));
    await waitFor(() => expect(page.desk.view.screen).toBe("compare"));
    expect(page.desk.comparing.sides.map(({ moment }) => moment)).toEqual([edited.seq, null]);
  });

  it("is not offered for the latest change: that is the plan as it is now", async () => {
    const page = await open_past({ history: () => long });
    await fireEvent.click(page.getByTestId(`entry-open-${latest.seq}`));
    await page.findByTestId("entry-details");
    expect(page.queryByTestId(`entry-look-${latest.seq}`)).toBeNull();
  });
});

describe("another plan", () => {
  it("brings its own history, and is compared with nothing yet", async () => {
    const page = await open_past({
      history: () => long,
      open_shipped: () => status_at(),
      compare: () => {
        throw new Refused(refused);
      },
    });
    await fireEvent.click(page.getByTestId(`entry-open-${edited.seq}`));
    page.desk.past.set({ author: "Analyst" });
    await fireEvent.click(await page.findByTestId(`entry-compare-${edited.seq}`));
    expect(page.desk.comparing.sides).toHaveLength(2);
    await fireEvent.click(page.getByTestId("recent"));
    await fireEvent.click(await page.findByText("Open the shipped plan"));
    await waitFor(() => expect(page.desk.comparing.sides).toHaveLength(1));
    expect(page.desk.past.filtered).toBe(false);
    expect(page.desk.past.open).toBeNull();
  });
});
