import { describe, expect, it } from "vitest";
import { as_tsv, from_tsv } from "../src/format/tsv";
import { filters_in, narrowed } from "../src/parts/explain/figures";
import { amount_in, paths_of, value_in } from "../src/parts/grid/cells";
import { fitting } from "../src/parts/grid/choices";
import { columns_of, FIELDS, FIRST_CHOICE, MEASURES, measures_in } from "../src/parts/grid/columns";
import { asked_by, is_pressed } from "../src/parts/grid/keys";
import { END_PX, in_sight, laid_out } from "../src/parts/grid/layout";
import { block, moved } from "../src/parts/grid/moves";
import { grid_reply, rows } from "./desk";

describe("blocks of cells", () => {
  it("drop the line break in which a spreadsheet ends them", () => {
    expect(from_tsv("45bn\r\n46bn\r\n")).toEqual([["45bn"], ["46bn"]]);
    expect(from_tsv("1\t2\n3\t4")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("keep their shape whatever a name contains", () => {
    expect(
      as_tsv([
        ["a\tb", "1.00"],
        ["c\nd", "2.00"],
      ]),
    ).toBe("a b\t1.00\nc d\t2.00");
  });
});

describe("what a cell of a group is asked with", () => {
  it("names each dimension once, by the group where a filter names it, too", () => {
    const energy = { dimension: "sector" as const, keys: ["energy", "housing"] };
    const priv = { dimension: "capital" as const, keys: ["private"] };
    expect(narrowed([energy, priv], filters_in("sector=energy/purpose=reconstruction"))).toEqual([
      priv,
      { dimension: "sector", keys: ["energy"] },
      { dimension: "purpose", keys: ["reconstruction"] },
    ]);
    expect(narrowed([], filters_in("capital=private"))).toEqual([priv]);
  });
});

describe("moving", () => {
  const size = { rows: 100, cols: 14, page: 10 };

  it("stays on the grid", () => {
    expect(moved("ArrowUp", false, { row: 0, col: 3 }, size)).toEqual({ row: 0, col: 3 });
    expect(moved("PageDown", false, { row: 95, col: 3 }, size)).toEqual({ row: 99, col: 3 });
    expect(moved("End", true, { row: 5, col: 3 }, size)).toEqual({ row: 99, col: 13 });
    expect(moved("Home", false, { row: 5, col: 3 }, size)).toEqual({ row: 5, col: 0 });
    expect(moved("ArrowDown", true, { row: 5, col: 3 }, size)).toEqual({ row: 99, col: 3 });
  });

  it("leaves other keys alone", () => {
    expect(moved("a", false, { row: 5, col: 3 }, size)).toBeNull();
  });

  it("draws a block between any two corners", () => {
    expect(block({ row: 5, col: 1 }, { row: 2, col: 4 })).toEqual({ top: 2, bottom: 5, left: 1, right: 4 });
  });
});

describe("a row", () => {
  const [row] = rows;
  if (!row) throw new Error("the recorded grid is empty");

  it("knows the groups that it lies in, as they are called", () => {
    const group = grid_reply.lines.find((line) => line.kind === "group");
    expect(paths_of(row, ["sector"])).toEqual([group?.kind === "group" ? group.path : ""]);
    expect(paths_of({ ...row, cluster: null }, ["booster", "capital"])).toEqual([
      "booster=no",
      `booster=no/capital=${row.capital}`,
    ]);
  });

  it("gives each field as the text that sets it", () => {
    const values = Object.fromEntries(FIELDS.map((column) => [column.id, value_in(row, column)]));
    expect(values).toMatchObject({
      programme: row.programme,
      profile: row.profile_text,
      locked: row.locked ? "yes" : "no",
      amount: row.amount,
      start: row.start,
    });
  });
});

describe("columns", () => {
  const told = { ...grid_reply, measures: ["planned" as const], cells: grid_reply.total.cells };
  const ids = (...rest: [readonly string[], Parameters<typeof columns_of>[2]]) =>
    columns_of(told, ...rest).map((column) => column.id);

  it("do not repeat what the rows are grouped by", () => {
    expect(ids(FIRST_CHOICE, ["sector"])).not.toContain("sector");
    expect(ids(FIRST_CHOICE, [])).toContain("sector");
    expect(ids(FIRST_CHOICE, ["programme"])).toContain("programme");
  });

  it("show money after the last year as soon as there is some", () => {
    const after = grid_reply.periods.length - 1;
    const cells = (last: string) => [[...(told.cells[0] ?? []).slice(0, after), last]];
    const shown = (last: string) => columns_of({ ...told, cells: cells(last) }, FIRST_CHOICE, []);
    expect(shown("0.00").map((column) => column.id)).not.toContain("planned:after");
    const column = shown("0.01").find(({ id }) => id === "planned:after");
    const line = { kind: "total" as const, ...grid_reply.total, cells: cells("0.01") };
    expect(column && amount_in(line, column)).toBe("0.01");
  });

  it("stand in one order, however they were chosen, and blocks of years by their measure", () => {
    expect(ids(["note", "paid", "amount", "start"], []).slice(0, 5)).toEqual([
      "code",
      "programme",
      "amount",
      "start",
      "note",
    ]);
    expect(measures_in(["paid", "x", "planned"])).toEqual(["planned", "paid"]);
  });

  it("are worked out where nothing can be typed", () => {
    const typed = (id: string) => FIELDS.find((column) => column.id === id)?.editor ?? null;
    expect(typed("funder")).toBeNull();
    expect(typed("share")).toBeNull();
    expect(typed("locked")).toBe("flag");
  });
});

describe("the places of columns", () => {
  const told = { ...grid_reply, measures: ["planned" as const], cells: grid_reply.total.cells };
  const heading = ({ id }: { id: string }) => id;
  const lay = (width: number) =>
    laid_out(columns_of(told, FIRST_CHOICE, ["sector"]), grid_reply.widths, heading, 1, width);
  const widths = (kind: string, layout: ReturnType<typeof lay>) =>
    layout.columns.filter(({ column }) => column.kind === kind).map(({ width }) => width);

  it("fill the grid", () => {
    for (const width of [1200, 1440, 1900]) expect(lay(width).width).toBe(width);
  });

  it("keep the years in step, and end between two of them where not all fit", () => {
    expect(new Set(widths("period", lay(1400))).size).toBe(1);
    const layout = lay(640);
    const [period = 1] = widths("period", layout);
    const before = layout.columns.find(({ column }) => column.kind === "period")?.left ?? 0;
    expect((640 - before) % period).toBe(0);
  });

  it("hold the first columns in sight, and only the others that are", () => {
    const whole = { ...told, measures: [...MEASURES], cells: MEASURES.flatMap(() => told.cells) };
    const columns = columns_of(whole, ["amount", "start", "end", "note"], []);
    const layout = laid_out(columns, grid_reply.widths, heading, 0, 900);
    expect(layout.columns.filter((each) => each.frozen).map(({ column }) => column.id)).toEqual([
      "code",
      "programme",
    ]);
    const start = in_sight(layout, 0, 900);
    expect(start.first).toBe(2);
    expect(start.end).toBeLessThan(layout.columns.length);
    const far = in_sight(layout, layout.width - 900, 900);
    expect(far.end).toBe(layout.columns.length);
    expect(far.first).toBeGreaterThan(2);
  });

  it("leave an end for the scroll bar", () => {
    const layout = lay(700);
    const last = layout.columns.at(-1);
    expect(layout.width).toBe((last?.left ?? 0) + (last?.width ?? 0) + END_PX);
  });
});

describe("keys", () => {
  const key = (key: string, init: KeyboardEventInit = {}) => new KeyboardEvent("keydown", { key, ...init });

  it("ask what they ask in a spreadsheet", () => {
    const ctrlKey = true;
    const shiftKey = true;
    expect(asked_by(key("d", { ctrlKey, code: "KeyD" }))).toBe("fill");
    expect(asked_by(key("в", { ctrlKey, code: "KeyD" }))).toBe("fill");
    expect(asked_by(key("x", { ctrlKey, code: "KeyX" }))).toBe("cut");
    expect(asked_by(key("z", { ctrlKey, code: "KeyZ" }))).toBeNull();
    expect(asked_by(key("Delete"))).toBe("clear");
    expect(asked_by(key("Tab", { shiftKey }))).toBe("back");
    expect(asked_by(key(" ", { shiftKey }))).toBe("line");
    expect(asked_by(key(" ", { ctrlKey }))).toBe("column");
    expect(asked_by(key("F10", { shiftKey }))).toBe("menu");
    expect(asked_by(key("ArrowDown", { altKey: true }))).toBe("fall");
    expect(asked_by(key("7"))).toEqual({ typed: "7" });
    expect(asked_by(key("ї"))).toEqual({ typed: "ї" });
    expect(asked_by(key("/"))).toBeNull();
    expect(asked_by(key("F5"))).toBeNull();
  });

  it("are known by how they are written", () => {
    const ctrlKey = true;
    expect(is_pressed("Ctrl+Shift+D", key("D", { ctrlKey, shiftKey: true, code: "KeyD" }))).toBe(true);
    expect(is_pressed("Ctrl+D", key("D", { ctrlKey, shiftKey: true, code: "KeyD" }))).toBe(false);
    expect(is_pressed("Ctrl++", key("+", { ctrlKey, shiftKey: true }))).toBe(true);
    expect(is_pressed("Ctrl+-", key("-", { ctrlKey }))).toBe(true);
    expect(is_pressed("Ctrl+-", key("-"))).toBe(false);
  });
});

describe("a list that is typed into", () => {
  const choices = [
    { key: "transport", label: "Transport" },
    { key: "energy", label: "Energy and extractives" },
    { key: "culture", label: "Culture and tourism" },
  ];

  it("gives what begins so first, then what has a word that does, then the rest", () => {
    expect(fitting(choices, "t").map(({ key }) => key)).toEqual(["transport", "culture", "energy"]);
    expect(fitting(choices, "EXTR").map(({ key }) => key)).toEqual(["energy"]);
    expect(fitting(choices, "zz")).toEqual([]);
    expect(fitting(choices, "  ")).toBe(choices);
  });
});
