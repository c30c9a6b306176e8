import { describe, expect, it } from "vitest";
import { as_tsv, from_tsv } from "../src/format/tsv";
import { compare } from "../src/format/amount";
import { filters_in, narrowed } from "../src/parts/explain/figures";
import { amount_in, columns_of, END_PX, widths_of } from "../src/parts/grid/columns";
import { in_order, only_rows, place, unfolded, type Order } from "../src/parts/grid/lines";
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

describe("lines", () => {
  const placed = place(grid_reply.lines);
  const group = placed.find((each) => each.line.kind === "group");

  it("have keys of their own", () => {
    expect(new Set(placed.map((each) => each.key)).size).toBe(placed.length);
  });

  it("fold with their group, and the group stays", () => {
    const hidden = group?.line.kind === "group" ? group.line.count : 0;
    expect(hidden).toBeGreaterThan(0);
    expect(unfolded(placed, new Set([group?.key ?? ""])).length).toBe(placed.length - hidden);
  });

  it("stand alone without subtotals that would count others", () => {
    const ids = new Set(rows.slice(0, 3).map((row) => row.id));
    const alone = only_rows(placed, ids);
    expect(alone.map((each) => each.key)).toEqual([...ids]);
    expect(alone.every((each) => each.line.depth === 0)).toBe(true);
  });
});

describe("columns", () => {
  it("do not repeat what the rows are grouped by", () => {
    const ids = columns_of(grid_reply, ["sector"]).map((column) => column.id);
    expect(ids).not.toContain("sector");
    expect(columns_of(grid_reply, []).map((column) => column.id)).toContain("sector");
  });

  it("show money after the last year as soon as one row has some", () => {
    const [first, ...others] = grid_reply.lines;
    if (!first) throw new Error("the recorded grid is empty");
    const periods = [...grid_reply.periods.filter((period) => period !== "after"), "after"];
    const filled = (cell: string) => (line: typeof first) => ({
      ...line,
      cells: [...line.cells.slice(0, periods.length - 1), cell],
    });
    const without = { ...grid_reply, periods, lines: [first, ...others].map(filled("0.00")) };
    expect(columns_of(without, []).map((column) => column.id)).not.toContain("after");
    const some = { ...without, lines: [filled("0.01")(first), ...others.map(filled("0.00"))] };
    const after = columns_of(some, []).find((column) => column.id === "after");
    expect(after).toBeDefined();
    expect(after && amount_in(some.lines[0] ?? first, after)).toBe("0.01");
  });
});

describe("the widths of columns", () => {
  const columns = columns_of(grid_reply, ["sector"]);
  const sum = (widths: number[]) => widths.reduce((total, width) => total + width, 0);
  const kinds = (kind: string, widths: number[]) => widths.filter((_, at) => columns[at]?.kind === kind);

  it("fill the grid, and nothing is narrower than it may be", () => {
    for (const width of [900, 1100, 1440, 1900]) {
      const widths = widths_of(columns, width);
      expect(sum(widths)).toBe(width - END_PX);
      expect(widths.every((each, at) => each >= (columns[at]?.least ?? 0))).toBe(true);
    }
  });

  it("give words what they need before years are spread", () => {
    const widths = widths_of(columns, 1000);
    const instrument = columns.findIndex((column) => column.id === "instrument");
    expect(widths[instrument]).toBe(columns[instrument]?.whole);
    expect(new Set(kinds("period", widths)).size).toBe(1);
  });

  it("end between two years where not all of them fit", () => {
    for (const width of [500, 555, 610, 640]) {
      const widths = widths_of(columns, width);
      const [period = 1] = kinds("period", widths);
      const before = sum(widths) - sum(kinds("period", widths));
      expect((width - before) % period).toBe(0);
    }
  });

  it("make room for the longest figure", () => {
    const total = { ...grid_reply.total, amount: "1234567000000000.00" };
    const amount = (grid: typeof grid_reply) =>
      columns_of(grid, []).find((column) => column.id === "amount")?.least ?? 0;
    expect(amount({ ...grid_reply, total })).toBeGreaterThan(amount(grid_reply));
  });
});

describe("order", () => {
  const amounts = (order: Order, depth: number) =>
    in_order(grid_reply.lines, order)
      .filter((line) => line.depth === depth)
      .map((line) => line.amount);

  it("is the plan's own at first", () => {
    expect(in_order(grid_reply.lines, "plan")).toBe(grid_reply.lines);
  });

  it("puts the largest group first, and the rows of a group likewise", () => {
    const groups = amounts("largest", 0);
    expect(groups).toEqual([...groups].sort((one, other) => compare(other, one)));
    const [group, ...others] = in_order(grid_reply.lines, "largest");
    const end = others.findIndex((line) => line.kind === "group");
    const inside = others.slice(0, end).map((line) => line.amount);
    expect(group?.kind).toBe("group");
    expect(inside).toEqual([...inside].sort((one, other) => compare(other, one)));
  });

  it("loses no line", () => {
    for (const order of ["largest", "smallest"] as const) {
      expect(new Set(in_order(grid_reply.lines, order))).toEqual(new Set(grid_reply.lines));
    }
  });
});
