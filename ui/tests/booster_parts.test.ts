import { describe, expect, it } from "vitest";
import { words_of } from "../src/format/words";
import type { Steps } from "../src/host";
import { lines_of, part_of_quarter, widths_of } from "../src/parts/booster/lines";
import { drawing_of, runs_of } from "../src/parts/booster/marks";
import { percent_of, read_share } from "../src/parts/booster/share";
import { strip_of } from "../src/parts/booster/strip";
import { changed_terms, method_from } from "../src/parts/booster/terms";
import { quarter_words, state_words, strand_words } from "../src/parts/booster/words";
import { replies } from "./desk";

const steps = replies["steps"] as Steps;
const [fundamentals] = steps.clusters;
const [step] = steps.steps;
if (!fundamentals || !step) throw new Error("the recorded plan has no steps");

describe("a share", () => {
  it("is written in per cent to the last digit", () => {
    expect(percent_of("0.25")).toBe("25");
    expect(percent_of("1")).toBe("100");
    expect(percent_of("0.125", "comma")).toBe("12,5");
    expect(percent_of("0.000000000001")).toBe("0.0000000001");
    expect(percent_of("0")).toBe("0");
  });

  it.each([
    ["25", "0.25"],
    ["25%", "0.25"],
    ["12,5 %", "0.125"],
    ["100", "1"],
    ["0", "0"],
    ["0.5%", "0.005"],
    ["1%", "0.01"],
  ])("is read from %s", (text, share) => {
    expect(read_share(text)).toEqual({ share });
  });

  it("is not guessed where it could be a part of the whole", () => {
    expect(read_share("0.25")).toEqual({ refused: "share-ambiguous" });
    expect(read_share("1")).toEqual({ refused: "share-ambiguous" });
    expect(read_share("half")).toEqual({ refused: "share-unread" });
    expect(read_share("-5")).toEqual({ refused: "share-unread" });
  });

  it("comes back as it went", () => {
    for (const share of ["0.25", "0.125", "1", "0", "0.333333333333"]) {
      expect(read_share(`${percent_of(share)}%`)).toEqual({ share });
    }
  });
});

describe("the shapes of a step", () => {
  const places = ["not_yet_due", "not_yet_due", "at_risk", "released", "released", "lost"];

  it("are told as runs", () => {
    expect(runs_of(places)).toEqual([
      { place: "not_yet_due", from: 0, to: 1 },
      { place: "at_risk", from: 2, to: 2 },
      { place: "released", from: 3, to: 4 },
      { place: "lost", from: 5, to: 5 },
    ]);
  });

  it("are one path for each state, whatever the number of quarters", () => {
    const drawing = drawing_of(places, 12, 25, null);
    expect(drawing.released.match(/M/g)).toHaveLength(2);
    expect(drawing.at_risk.match(/M/g)).toHaveLength(1);
    expect(drawing.signs).not.toBe("");
    expect(drawing_of(places, 7, 25, null).signs).toBe("");
    expect(drawing_of(places, 12, 25, 2).halves).not.toBe("");
  });

  it("have words, for the pointer and for those who have them read out", () => {
    const t = words_of("en");
    const late = { ...step, due: "2027-Q4", expected: "2028-Q4", closes: "2028-Q4" };
    expect(quarter_words(t, late, "2027-Q4", "at_risk")).toBe("At risk · due");
    expect(quarter_words(t, late, "2028-Q4", "released")).toBe("Met · expected · window closes");
    expect(strand_words(t, { ...late, places: ["at_risk", "released", "released"] }, steps.quarters)).toBe(
      "Due 2027-Q4, expected 2028-Q4, window closes 2028-Q4; At risk in 2026-Q1; Met from 2026-Q2 to 2026-Q3",
    );
    const partly = { ...step, state: "partly_met", state_label: "Met in part" };
    const words = state_words(
      t,
      { ...partly, state_quarter: "2027-Q1", state_share: "0.8" },
      (share) => `${percent_of(share)}%`,
    );
    expect(words).toBe("Met in part, 80% in 2027-Q1");
  });
});

describe("the lines of the tracker", () => {
  it("are the clusters with their steps", () => {
    const lines = lines_of(steps, "", new Set());
    expect(lines.length).toBe(steps.clusters.length + steps.steps.length);
    expect(lines.slice(0, 2).map((line) => line.key)).toEqual([fundamentals.key, step.id]);
  });

  it("fold with their cluster, and a search unfolds", () => {
    const folded = new Set([fundamentals.key]);
    const before = lines_of(steps, "", new Set()).length;
    expect(lines_of(steps, "", folded).length).toBe(before - fundamentals.steps);
    const found = lines_of(steps, "procurement", folded);
    expect(found.map((line) => line.kind)).toEqual(["cluster", "step"]);
  });

  it("fill the width, and quarters never get too narrow to see", () => {
    for (const width of [548, 888, 1200, 1600]) {
      const { label, value, cell } = widths_of(40, width);
      expect(cell).toBeGreaterThanOrEqual(7);
      expect(label).toBeGreaterThanOrEqual(190);
      expect(label + value + 40 * cell).toBeGreaterThanOrEqual(width - 16);
    }
  });

  it("have today where it lies in its quarter", () => {
    expect(part_of_quarter("2026-10-01")).toBe(0);
    expect(part_of_quarter("2026-11-20")).toBeCloseTo(0.54, 2);
  });
});

describe("release terms", () => {
  const [terms] = fundamentals.terms;
  if (!terms) throw new Error("the recorded cluster has no terms");

  it("are replaced whole, without a level where the rule has none", () => {
    expect(changed_terms(terms, { lag_quarters: 3 })).toMatchObject({
      from: terms.from,
      rule: "proportional",
      window_quarters: terms.window_quarters,
      lag_quarters: 3,
      sources: terms.sources,
    });
    const floor = { ...terms, rule: "floor", level: "0.3" };
    expect(changed_terms(floor, {}).level).toBe("0.3");
    expect(changed_terms(floor, { rule: "proportional" })).not.toHaveProperty("level");
    expect(changed_terms(terms, { fundamentals_first: null })).not.toHaveProperty("fundamentals_first");
  });

  it("have an extension where the window is extended, and nowhere else", () => {
    const extended = changed_terms(terms, { on_loss: "extended" });
    expect(extended.extension_quarters).toBeGreaterThan(0);
    const line = { ...terms, on_loss: "extended", extension_quarters: 2 };
    expect(changed_terms(line, { lag_quarters: 3 }).extension_quarters).toBe(2);
    expect(changed_terms(line, { extension_quarters: 0 }).extension_quarters).toBe(0);
    expect(changed_terms(line, { on_loss: "lost" }).extension_quarters).toBe(0);
  });

  it("change from a quarter on as what held before it, with no source of its own yet", () => {
    expect(method_from([terms, { ...terms, from: "2029-Q1", rule: "gate" }], "2028-Q1")).toMatchObject({
      from: "2028-Q1",
      rule: "proportional",
      sources: [],
      grade: "assumption",
    });
  });
});

describe("the strip under a cluster", () => {
  const line = (released: string, at_risk: string, not_yet_due: string, lost: string) => ({
    period: "2027-Q1",
    released,
    at_risk,
    not_yet_due,
    lost,
  });

  it("stacks its money from the bottom, and hangs what is lost from the top", () => {
    const strip = strip_of([line("25.00", "25.00", "40.00", "10.00")], 10, 10);
    expect(strip.released).toBe("M0 10V7.5h10V10z");
    expect(strip.at_risk).toBe("M0 7.5V5h10V7.5z");
    expect(strip.lost).toBe("M0 1V0h10V1z");
  });

  it("is blank where nothing waits, or nothing has happened yet", () => {
    const nothing = { released: "", at_risk: "", lost: "" };
    expect(strip_of([line("0.00", "0.00", "0.00", "0.00")], 10, 10)).toEqual(nothing);
    expect(strip_of([line("0.00", "0.00", "92233720368547758.07", "0.00")], 10, 10)).toEqual(nothing);
  });
});
