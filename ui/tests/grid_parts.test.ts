import { describe, expect, it } from "vitest";
import { as_tsv, from_tsv } from "../src/format/tsv";
import { amount_in, columns_of } from "../src/parts/grid/columns";
import { only_rows, place, unfolded } from "../src/parts/grid/lines";
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
