import { describe, expect, it } from "vitest";
import type { Choices, ProfileReply } from "../src/host";
import { half_at, height_at, line_of, reached_of, timing_of } from "../src/parts/profile/curve";
import { scaled, share_of, typed_decimal, unscaled } from "../src/parts/profile/decimal";
import { handles_of, moved, pushed, timed, type Ground } from "../src/parts/profile/handles";
import { first_parameters, grouped, with_point, without_point } from "../src/parts/profile/kinds";
import { extent, written } from "../src/parts/profile/plot";
import {
  entries_of,
  in_proportion,
  parts_of,
  reached_by,
  WHOLE,
  with_entries,
  with_share,
} from "../src/parts/profile/shares";
import { place_of, value_at } from "../src/parts/profile/slider";
import { ordinal_of, quarter_at, span_of, years_of } from "../src/parts/profile/span";
import { replies } from "./desk";

const choices = replies["choices"] as Choices;
const span = span_of({ start: "2027-Q1", end: "2035-Q4" });

function ground(profile: string, parameters: Record<string, string>): Ground {
  const chosen = choices.profiles.find((each) => each.key === profile);
  return { profile, parameters, known: [...(chosen?.parameters ?? []), ...choices.timing], span };
}

function handle(on: Ground, id: string) {
  const found = handles_of(on.profile, on.parameters, on.known, on.span).find((each) => each.id === id);
  if (!found) throw new Error(`no handle ${id}`);
  return found;
}

const sum = (entries: readonly string[]) => entries.reduce((total, entry) => total + scaled(entry, 6), 0);

describe("decimals that place things", () => {
  it("become units and the shortest text again", () => {
    expect(scaled("0.355", 4)).toBe(3550);
    expect(scaled("-1", 2)).toBe(-100);
    expect(scaled("12", 0)).toBe(12);
    expect(unscaled(3550, 4)).toBe("0.355");
    expect(unscaled(-5, 2)).toBe("-0.05");
    expect(unscaled(100, 2)).toBe("1");
    expect(unscaled(7, 0)).toBe("7");
  });

  it("are read with either mark, and refused where they are none", () => {
    expect(typed_decimal(" 0,25 ")).toBe("0.25");
    expect(typed_decimal(".5")).toBe("0.5");
    expect(typed_decimal("half")).toBeNull();
    expect(share_of("12.5")).toBe("0.125");
    expect(share_of("100")).toBe("1");
  });
});

describe("time", () => {
  it("is counted in quarters", () => {
    expect(span).toEqual({ first: ordinal_of("2027-Q1"), periods: 36 });
    expect(quarter_at(ordinal_of("2031-Q3"))).toBe("2031-Q3");
  });

  it("is cut into calendar years", () => {
    const years = years_of(span_of({ start: "2026-Q4", end: "2027-Q4" }), 9);
    expect(years).toEqual([
      { year: 2026, from: 0, to: 1 },
      { year: 2027, from: 1, to: 5 },
      { year: 2028, from: 5, to: 9 },
    ]);
  });

  it("on view is whole years, with one more to drag into", () => {
    expect(extent(span.first, 36, 36)).toBe(40);
    expect(extent(ordinal_of("2026-Q4"), 5, 5)).toBe(9);
    expect(extent(span.first, 36, 50.2)).toBe(56);
    expect(written(years_of(span, 40), 280).size).toBe(10);
    expect([...written(years_of(span, 40), 100)]).toEqual([2030, 2035]);
  });
});

describe("a curve", () => {
  const reply = replies["profile"] as ProfileReply;

  it("lies where the bridge has put it", () => {
    const reached = reached_of(reply.cumulative);
    expect(reached.length).toBe(reply.cumulative.length + 1);
    expect(height_at(reached, 1)).toBe(scaled(reply.cumulative[0] ?? "", 6));
    expect(height_at(reached, 99)).toBe(WHOLE);
    expect(line_of(reply).at(-1)).toEqual({ time: reply.cumulative.length, share: WHOLE });
    const half = half_at(reached);
    expect(height_at(reached, half + 1)).toBeGreaterThanOrEqual(WHOLE / 2);
    expect(height_at(reached, half)).toBeLessThan(WHOLE / 2);
  });

  it("begins and ends as its timing says, and reaches beyond its span by its rates", () => {
    expect(timing_of({ delay: "4", stretch: "1.5" }, span)).toEqual({
      delay: 4,
      length: 54,
      end: 58,
      usual: 36,
    });
    const rates = { years: "9", r001: "0.5", r002: "0.5" };
    expect(timing_of(rates, span).end).toBe(40);
  });
});

describe("a handle", () => {
  const trapezoid = ground("trapezoid", { u: "0.25", d: "0.1" });

  it("stands on the time axis where its parameter is", () => {
    expect(handle(trapezoid, "u").time).toBe(9);
    expect(handle(trapezoid, "d").time).toBeCloseTo(32.4);
    expect(handle(trapezoid, "delay").time).toBe(0);
    expect(handle(trapezoid, "stretch").time).toBe(36);
    expect(handles_of("beta", { alpha: "2", beta: "3" }, ground("beta", {}).known, span).length).toBe(2);
  });

  it("sets its parameter to the hundredth", () => {
    expect(moved(trapezoid, handle(trapezoid, "u"), 15.48, null)).toEqual({ u: "0.43", d: "0.1" });
    expect(moved(trapezoid, handle(trapezoid, "d"), 18, null)).toEqual({ u: "0.25", d: "0.5" });
  });

  it("stops where its parameter ends, and where the other ramp begins", () => {
    expect(moved(trapezoid, handle(trapezoid, "u"), 99, null)["u"]).toBe("0.9");
    expect(moved(trapezoid, handle(trapezoid, "u"), -9, null)["u"]).toBe("0");
    expect(moved(trapezoid, handle(trapezoid, "d"), 0, null)["d"]).toBe("0.75");
  });

  it("delays by whole quarters, stretches to the hundredth, and leaves out what is usual", () => {
    const delayed = moved(trapezoid, handle(trapezoid, "delay"), 3.6, null);
    expect(delayed).toEqual({ u: "0.25", d: "0.1", delay: "4" });
    expect(moved(trapezoid, handle(trapezoid, "stretch"), 30.25, null)["stretch"]).toBe("0.84");
    const later = ground("trapezoid", delayed);
    expect(moved(later, handle(later, "delay"), 0, null)).toEqual(trapezoid.parameters);
    expect(timed(later, "stretch", "1")).toEqual(delayed);
    expect(moved(later, handle(later, "delay"), -5, null)).toEqual(trapezoid.parameters);
  });

  it("is pushed by a hundredth with an arrow key, and by a tenth with a page key", () => {
    expect(pushed(trapezoid, handle(trapezoid, "u"), "ArrowRight")?.["u"]).toBe("0.26");
    expect(pushed(trapezoid, handle(trapezoid, "u"), "PageUp")?.["u"]).toBe("0.35");
    // To the right is later: the ramp down becomes shorter.
    expect(pushed(trapezoid, handle(trapezoid, "d"), "ArrowRight")?.["d"]).toBe("0.09");
    expect(pushed(trapezoid, handle(trapezoid, "delay"), "ArrowUp")?.["delay"]).toBe("1");
    expect(pushed(trapezoid, handle(trapezoid, "stretch"), "ArrowLeft")?.["stretch"]).toBe("0.99");
    expect(pushed(trapezoid, handle(trapezoid, "u"), "a")).toBeNull();
  });

  it("keeps a point between its neighbours", () => {
    const points = ground("empirical", {
      t001: "0.25",
      t002: "0.5",
      t003: "1",
      f001: "0.2",
      f002: "0.6",
      f003: "1",
    });
    const first = handle(points, "t001");
    expect(handles_of(points.profile, points.parameters, points.known, span).map(({ id }) => id)).toEqual([
      "t001",
      "t002",
      "delay",
      "stretch",
    ]);
    expect(moved(points, first, 36, WHOLE)).toMatchObject({ t001: "0.49", f001: "0.6" });
    expect(moved(points, first, 0, 0)).toMatchObject({ t001: "0.01", f001: "0" });
    expect(pushed(points, first, "ArrowUp")).toMatchObject({ t001: "0.25", f001: "0.21" });
  });
});

describe("shares", () => {
  const entries = ["0.25", "0.25", "0.3", "0.2"];

  it("give in proportion to the one that is set, and always add to the whole", () => {
    const next = with_share(entries, 2, 500_000);
    expect(next[2]).toBe("0.5");
    expect(sum(next)).toBe(WHOLE);
    expect(sum(with_share(["0.1", "0.2", "0.7"], 0, 333_333))).toBe(WHOLE);
    expect(with_share(entries, 0, WHOLE)).toEqual(["1", "0", "0", "0"]);
    expect(with_share(["1"], 0, 5)).toEqual(["1"]);
    expect(sum(with_share(["0", "0", "1"], 2, 400_000))).toBe(WHOLE);
  });

  it("are read from a curve, and read it again", () => {
    const parts = parts_of(9, (time) => time * WHOLE);
    expect(parts.length).toBe(9);
    expect(sum(parts)).toBe(WHOLE);
    expect(reached_by(entries, 0.5)).toBe(500_000);
    expect(reached_by(entries, 0.875)).toBe(900_000);
    expect(in_proportion([0, 0], 10)).toEqual([5, 5]);
  });

  it("stand under numbered names", () => {
    const parameters = with_entries({ delay: "4", s001: "0.5", s002: "0.5" }, "s", ["1"]);
    expect(parameters).toEqual({ delay: "4", s001: "1" });
    expect(entries_of({ s002: "0.4", s001: "0.6", stretch: "2" }, "s")).toEqual(["0.6", "0.4"]);
  });
});

describe("a kind of curve", () => {
  const of = (key: string) => {
    const found = choices.profiles.find((profile) => profile.key === key);
    if (!found) throw new Error(`no profile ${key}`);
    return found;
  };

  it("is offered among the usual ones first", () => {
    const { usual, advanced } = grouped(choices.profiles);
    expect(usual[0]?.key).toBe("trapezoid");
    expect(usual.map(({ key }) => key)).toContain("empirical_wb_policy");
    expect(advanced.map(({ key }) => key)).toContain("weibull");
    expect(usual.length + advanced.length).toBe(choices.profiles.length);
  });

  it("begins as is usual, and keeps the row's timing", () => {
    expect(first_parameters(of("trapezoid"), { k: "10", m: "0.5", delay: "2" }, span, null)).toEqual({
      u: "0.2",
      d: "0.3",
      delay: "2",
    });
    expect(first_parameters(of("uniform"), {}, span, null)).toEqual({});
  });

  it("of one's own begins as the curve that was there", () => {
    const typed = first_parameters(of("typed"), {}, span, null);
    expect(entries_of(typed, "s").length).toBe(9);
    expect(sum(entries_of(typed, "s"))).toBe(WHOLE);
    expect(first_parameters(of("empirical"), {}, span, null)).toEqual({
      t001: "0.25",
      t002: "0.5",
      t003: "0.75",
      t004: "1",
      f001: "0.25",
      f002: "0.5",
      f003: "0.75",
      f004: "1",
    });
    expect(first_parameters(of("outlay_rates"), {}, span, null)).toEqual({ years: "9", r001: "1" });
  });

  it("takes a point more in its widest gap, and a point less", () => {
    const points = { t001: "0.2", t002: "1", f001: "0.4", f002: "1" };
    const more = with_point(points);
    expect(entries_of(more, "t")).toEqual(["0.2", "0.6", "1"]);
    expect(entries_of(more, "f")).toEqual(["0.4", "0.7", "1"]);
    expect(without_point(more, 1)).toEqual(points);
  });
});

describe("a slider", () => {
  const steepness = choices.profiles.find(({ key }) => key === "logistic")?.parameters[0];
  const earlier = choices.profiles.find(({ key }) => key === "back_linear")?.parameters[0];
  if (!steepness || !earlier) throw new Error("the recorded choices lack parameters");

  it("comes back to where it was put", () => {
    for (const place of [0, 250, 500, 1000]) {
      expect(Math.abs(place_of(steepness, value_at(steepness, place)) - place)).toBeLessThan(25);
      expect(place_of(earlier, value_at(earlier, place))).toBe(place);
    }
  });

  it("ends at the bounds, and means no more than a hand can", () => {
    expect(value_at(steepness, 0)).toBe("0.1");
    expect(value_at(steepness, 1000)).toBe("60");
    expect(value_at(earlier, 500)).toBe("-0.5");
    expect(value_at({ min: "1", max: "40", whole: true }, 333)).toBe("14");
  });
});
