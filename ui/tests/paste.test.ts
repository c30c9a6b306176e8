import { fireEvent, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { own_problem, Refused, type Pasted } from "../src/host";
import type { Answers } from "../src/host/recorded";
import type { HandedPaste } from "../src/parts/grid/handover";
import { columns_under } from "../src/parts/paste/landing";
import PasteDialog from "../src/parts/paste/PasteDialog.svelte";
import { columns_told, parts_of } from "../src/parts/paste/told";
import { changed } from "./acting";
import { asked_of, lay, leave, type Laying } from "./laying";
import { answering, applied, cell, focused, formula, pasted, QUERY, refused, violations } from "./pasting";

function handed(rest: Partial<HandedPaste> = {}): HandedPaste {
  return {
    kind: "paste",
    text: "1\n2",
    html: null,
    at: { row: "A001", column: "amount" },
    query: QUERY,
    leave: leave(),
    ...rest,
  };
}

async function open(preview: Pasted, answers: Answers = answering(preview), block = handed()) {
  const land = vi.fn(() => Promise.resolve());
  const page = await lay(PasteDialog, { handed: block, columns: ["code", "amount", "start"], land }, answers);
  return { page, block, land, user: userEvent.setup() };
}

const button = (page: Laying) => page.getByTestId("paste-apply") as HTMLButtonElement;

describe("a block in which nothing is refused", () => {
  it("is told cell by cell, and pasted by one Enter", async () => {
    const { page, block, land, user } = await open(pasted());
    await waitFor(() => expect(focused()).toBe("paste-apply"));
    expect(asked_of(page, "paste")).toEqual([
      { text: "1\n2", html: null, at: block.at, grid: QUERY, columns: ["code", "amount", "start"] },
    ]);
    expect(page.getByTestId("paste-sentence").textContent.trim()).toBe("Change 2 cells of 2 rows");
    const lines = page.getAllByTestId("paste-change");
    expect(lines.map((line) => line.dataset["row"])).toEqual(["A001", "A002"]);
    for (const text of ["1", "A001", "Amount", "USD 1.00", "USD 2.00"])
      expect(lines[0]?.textContent).toContain(text);
    expect(await violations(page.container)).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(block.leave).toHaveBeenCalledWith(0, 0));
    expect(applied(page)).toHaveLength(1);
    expect(land).toHaveBeenCalledWith(pasted(), ["1", "2"]);
  });

  it("is told with what follows from it, and with the sums that it moves", async () => {
    const year = cell(0, { column: "planned:2028", field_label: "2028" });
    const amount = cell(0, { place: null, follows: true, before_label: "1 mn", after_label: "10 mn" });
    const { page } = await open(pasted({ cells: [year, amount] }));
    const lines = await page.findAllByTestId("paste-change");
    expect(lines.map((line) => line.dataset["follows"])).toEqual(["false", "true"]);
    for (const text of ["Amount", "follows", "1 mn", "10 mn"]) expect(lines[1]?.textContent).toContain(text);
    const title = (id: string) => page.getByTestId(id).title.replaceAll("\u00a0", " ");
    expect(title("paste-allocated")).toBe("USD 2.00 → USD 4.00");
    expect(title("outlook-unallocated")).toBe("USD 8.00 → USD 6.00");
    expect(await violations(page.container)).toEqual([]);
  });

  it("is pasted by an Enter that comes before the answer, and only once", async () => {
    let tell: (told: Pasted) => void = () => undefined;
    const told = new Promise<Pasted>((resolve) => (tell = resolve));
    const { page, block, user } = await open(pasted(), {
      paste: ({ apply }) => (apply ? { ...pasted(), changed: changed(1000) } : told),
    });
    await waitFor(() => expect(focused()).toBe("paste"));
    expect(button(page).disabled).toBe(true);
    await user.keyboard("{Enter}{Enter}");
    expect(applied(page)).toEqual([]);
    tell(pasted());
    await waitFor(() => expect(block.leave).toHaveBeenCalledWith(0, 0));
    expect(applied(page)).toHaveLength(1);
  });

  it("keeps what refuses it when it is pasted, and gives the keyboard back at Escape", async () => {
    const { page, block, user } = await open(pasted(), {
      paste: ({ apply }) => {
        if (apply) throw new Refused(own_problem("limit-missed", "This would miss the limit “Public”."));
        return pasted();
      },
    });
    await waitFor(() => expect(focused()).toBe("paste-apply"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(page.getByTestId("problem").textContent).toContain("“Public”"));
    expect(block.leave).not.toHaveBeenCalled();
    await fireEvent(page.getByRole("dialog", { hidden: true }), new Event("cancel", { cancelable: true }));
    expect(block.leave).toHaveBeenCalledWith(0, 0);
  });

  it("is told anew when the plan changes meanwhile", async () => {
    const { page } = await open(pasted());
    await waitFor(() => expect(focused()).toBe("paste-apply"));
    await page.desk.plan.edit({ edit: "rename_plan", name: "Other" });
    await waitFor(() => expect(asked_of(page, "paste")).toHaveLength(2));
  });
});

describe("a block in which something is refused", () => {
  it("puts that first, with its count and reason, and does not let it be pasted", async () => {
    const cells = [cell(0), refused(1), cell(2)];
    const { page, block, land, user } = await open(pasted({ cells, unchanged: 3, added: 1 }));
    await waitFor(() => expect(focused()).toBe("paste-list"));
    const parts = [...page.container.querySelectorAll("[data-testid^=paste-part], tr[data-row]")];
    expect(parts.map((part) => (part as HTMLElement).dataset["row"] ?? part.textContent.trim())).toEqual([
      "Refused: 1 cell",
      "A002",
      "Would change: 2 cells",
      "A001",
      "A003",
    ]);
    const line = page.getByTestId("paste-refused");
    expect(line.dataset["code"]).toBe("paste-formula");
    for (const text of ["=A1", "USD 1.00", formula.message]) expect(line.textContent).toContain(text);
    for (const [name, text] of [
      ["would", "2 other cells"],
      ["added", "1 row would be added"],
      ["same", "3 cells say"],
    ])
      expect(page.getByTestId(`paste-${name}`).textContent).toContain(text);
    expect(button(page).disabled).toBe(true);
    expect(await violations(page.container)).toEqual([]);
    await user.keyboard("{Enter}");
    expect(applied(page)).toEqual([]);
    await user.click(page.getByTestId("paste-cancel"));
    expect(block.leave).toHaveBeenCalledWith(0, 0);
    expect(land).not.toHaveBeenCalled();
  });

  it("says why it is refused as a whole, and leads back", async () => {
    const limit = own_problem("limit-missed", "This would miss the limit “Public” by 2 bn.");
    const whole = await open(pasted({ problem: limit }));
    await waitFor(() => expect(focused()).toBe("paste-cancel"));
    expect(whole.page.getByTestId("problem").textContent).toContain(limit.message);
    expect(whole.page.getAllByTestId("paste-change")).toHaveLength(2);
    expect(button(whole.page).disabled).toBe(true);
    whole.page.unmount();
    const unread = await open(pasted(), {
      paste: () => {
        throw new Refused(own_problem("paste-too-many-cells", "1,000,000 cells are on the clipboard."));
      },
    });
    await waitFor(() => expect(focused()).toBe("paste-cancel"));
    expect(unread.page.getByTestId("problem").textContent).toContain("1,000,000 cells");
    expect(unread.page.queryByTestId("paste-header")).toBeNull();
    expect(await violations(unread.page.container)).toEqual([]);
    await unread.user.keyboard("{Enter}");
    expect(unread.block.leave).toHaveBeenCalledWith(0, 0);
    expect(applied(unread.page)).toEqual([]);
  });
});

describe("the columns of a block", () => {
  const named = pasted({
    header: true,
    columns: [
      { at: 0, column: "code", label: "Code", written: "code" },
      { at: 1, column: "start", label: "First quarter", written: "Start" },
      { at: 2, column: null, label: "Foo", written: "Foo" },
    ],
  });

  it("are told as they are understood", async () => {
    const { page } = await open(named);
    const told = await page.findAllByTestId("paste-column");
    expect(told.map((each) => each.textContent.replace(/\s+/g, " ").trim())).toEqual([
      "Code",
      "Start → First quarter",
      "Foo is not understood",
    ]);
  });

  it("may be named by the first line or not, as the reader says", async () => {
    const nowhere = own_problem("paste-needs-place", "The block does not name its columns.");
    const { page, user } = await open(named, {
      paste: ({ header }) => {
        if (header === false) throw new Refused(nowhere);
        return named;
      },
    });
    const box = (await page.findByTestId("paste-header")) as HTMLInputElement;
    expect(box.checked).toBe(true);
    await user.click(box);
    await waitFor(() => expect(page.getByTestId("problem").textContent).toContain(nowhere.message));
    expect(asked_of(page, "paste").at(-1)).toMatchObject({ header: false });
    expect(button(page).disabled).toBe(true);
    expect(page.queryByTestId("paste-cells")).toBeNull();
    box.focus();
    await user.keyboard(" ");
    await waitFor(() => expect(button(page).disabled).toBe(false));
    expect(asked_of(page, "paste").at(-1)).toMatchObject({ header: true });
    expect(document.activeElement).toBe(box);
  });

  it("are not listed beyond a glance, but for those that are not understood", () => {
    const columns = Array.from({ length: 60 }, (_, at) => ({
      at,
      column: at === 59 ? null : `planned:${at}`,
      label: String(at),
      written: "",
    }));
    const { told, more } = columns_told(columns);
    expect([told.length, told.at(-1)?.at, more]).toEqual([25, 59, 35]);
  });
});

describe("a long block", () => {
  it("lists what fits a glance, more on demand, and the number of the rest", async () => {
    const cells = Array.from({ length: 1000 }, (_, line) => (line < 70 ? refused(line) : cell(line)));
    const { page, user } = await open(pasted({ cells, more: 9000, lines: 10_000, refused: 70 }));
    const more = await page.findByTestId("paste-more");
    expect(page.container.querySelectorAll("tr[data-row]")).toHaveLength(60);
    expect(more.textContent).toContain("Show 940 more");
    expect(more.textContent).toContain("9,000 more cells that are not listed");
    await user.click(more.querySelector("button") as HTMLElement);
    expect(page.getAllByTestId("paste-refused")).toHaveLength(70);
    expect(page.getAllByTestId("paste-change")).toHaveLength(290);
  });

  it("puts nothing but refused cells on the first page where there are many", () => {
    const cells = Array.from({ length: 100 }, (_, line) => (line % 2 ? refused(line) : cell(line)));
    expect(parts_of(pasted({ cells }), 60).map(({ kind, cells }) => [kind, cells.length])).toEqual([
      ["refused", 50],
      ["changes", 10],
    ]);
    expect(parts_of(pasted({ cells: [cell(0)] }), 60).map(({ kind }) => kind)).toEqual(["changes"]);
  });
});

describe("where a block has landed", () => {
  const shown = ["code", "programme", "instrument", "amount"].map((id) => ({ id }));
  const under = (...names: (string | null)[]) =>
    columns_under(
      pasted({ columns: names.map((column, at) => ({ at, column, label: "", written: "" })) }),
      shown,
    );

  it("is a block of columns only where they stand side by side", () => {
    expect(under("instrument", "amount")).toEqual([2, 3]);
    expect(under("code", "amount")).toEqual([3, 3]);
    expect(under("programme", "amount")).toEqual([1, 1]);
    expect(under("note")).toBeNull();
  });
});
