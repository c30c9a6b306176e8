import { describe, expect, it } from "vitest";
import {
  billions,
  compare,
  decimal,
  exact,
  in_billions,
  is_amount,
  is_zero,
  pasteable,
  shifted,
} from "../src/format/amount";

const MINUS = "\u2212";
const THIN = "\u202f";

describe("an amount stays a text", () => {
  it("moves its point without losing a digit", () => {
    expect(shifted("45000000000.00", 9)).toBe("45.00000000000");
    expect(shifted("1.50", 9)).toBe("0.00000000150");
    expect(shifted("-1500.25", 3)).toBe("-1.50025");
    expect(in_billions("0.00")).toBe("0.00000000000");
  });

  it("is exact beyond what a JavaScript number can hold", () => {
    expect(exact("9007199254740993.01", "point")).toBe("9,007,199,254,740,993.01");
    expect(exact("92233720368547758.07", "comma")).toBe(
      `92${THIN}233${THIN}720${THIN}368${THIN}547${THIN}758,07`,
    );
  });

  it("is compared to the cent, at any size", () => {
    expect(compare("92233720368547758.07", "92233720368547758.08")).toBe(-1);
    expect(compare("-1.00", "-2.00")).toBe(1);
    expect(compare("5.00", "5.00")).toBe(0);
  });

  it("is written in billions with the reader's marks", () => {
    expect(billions("150000000.00", 3, "point")).toBe("0.150");
    expect(billions("1234500000000.00", 1, "point")).toBe("1,234.5");
    expect(billions("1234500000000.00", 1, "comma")).toBe(`1${THIN}234,5`);
  });

  it("has a true minus, an en dash for nothing, and no minus before what rounds to nothing", () => {
    expect(billions("-69250000000.00", 3, "point")).toBe(`${MINUS}69.250`);
    expect(billions("0.00", 3, "point")).toBe("\u2013");
    expect(billions("-0.01", 1, "point")).toBe("0.0");
    expect(billions("0.01", 1, "point")).toBe("0.0");
    expect(decimal("0.00000000000", 1, "point")).toBe("0.0");
  });

  it("is told from a name, and from nothing", () => {
    expect(is_amount("-12.00")).toBe(true);
    expect(is_amount("2026-Q1")).toBe(false);
    expect(is_amount("2026")).toBe(false);
    expect(is_zero("0.00")).toBe(true);
    expect(is_zero("-0.00")).toBe(true);
    expect(is_zero("0.01")).toBe(false);
  });

  it("goes to a spreadsheet with the reader's decimal mark and no grouping", () => {
    expect(pasteable("45000000000.50", "point")).toBe("45000000000.50");
    expect(pasteable("45000000000.50", "comma")).toBe("45000000000,50");
  });
});
