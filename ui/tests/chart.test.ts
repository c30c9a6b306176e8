import { describe, expect, it } from "vitest";
import type { Figure } from "../src/host";
import { drawing_of, redraw, units_of } from "../src/parts/chart/drawing";
import { replies } from "./desk";

const HOSTILE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" onload="alert(1)">
  <script>alert(1)</script>
  <foreignObject><p>x</p></foreignObject>
  <clipPath id="plot"><rect width="10" height="10"/></clipPath>
  <rect clip-path="url(#plot)" onclick="alert(1)" width="10" height="10"/>
  <image href="http://elsewhere.example/picture.png"/>
  <use href="#plot"/>
</svg>`;

describe("a drawing that is taken into the page", () => {
  it("can neither act nor reach out", () => {
    const drawing = drawing_of(HOSTILE, "one-");
    expect(drawing?.querySelector("script, foreignObject")).toBeNull();
    expect(drawing?.outerHTML).not.toMatch(/onload|onclick|elsewhere/);
  });

  it("keeps its references apart from those of another drawing", () => {
    const drawing = drawing_of(HOSTILE, "one-");
    expect(drawing?.querySelector("clipPath")?.id).toBe("one-plot");
    expect(drawing?.querySelector("rect[clip-path]")?.getAttribute("clip-path")).toBe("url(#one-plot)");
    expect(drawing?.querySelector("use")?.getAttribute("href")).toBe("#one-plot");
  });

  it("is refused when it is no drawing", () => {
    expect(drawing_of("<p>not a drawing</p>", "")).toBeNull();
  });
});

describe("a drawing that is told anew", () => {
  const marks = (...names: string[]) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${names
      .map((name, at) =>
        name === "text" ? `<text x="${at}">${at}</text>` : `<${name} x="${at}" height="${at}"/>`,
      )
      .join("\n")}</svg>`;

  it.each([
    [
      ["rect", "text", "text"],
      ["rect", "text", "text"],
    ],
    [
      ["rect", "polygon", "text"],
      ["rect", "polygon", "polygon", "polygon", "text"],
    ],
    [
      ["rect", "polygon", "polygon", "rect", "text"],
      ["rect", "rect", "text"],
    ],
    [["text"], []],
    [[], ["rect", "text"]],
  ])("becomes the fresh one: %j to %j", (before, after) => {
    const drawn = drawing_of(marks(...before), "a-");
    const [fresh, expected] = [drawing_of(marks(...after), "a-"), drawing_of(marks(...after), "a-")];
    if (!drawn || !fresh || !expected) throw new Error("no drawing");
    redraw(drawn, fresh);
    expect(drawn.outerHTML).toBe(expected.outerHTML);
  });

  it("keeps the marks that it has in common with the one before", () => {
    const drawn = drawing_of(marks("rect", "polygon", "text"), "a-");
    const fresh = drawing_of(marks("rect", "polygon", "polygon", "text"), "a-");
    if (!drawn || !fresh) throw new Error("no drawing");
    const words = drawn.querySelector("text");
    redraw(drawn, fresh);
    expect(drawn.querySelector("text")).toBe(words);
    expect(words?.textContent).toBe("3");
  });
});

describe.each(["chart_who_pays", "chart_when_it_flows"])("the recorded %s", (name) => {
  const figure = replies[name] as Figure;

  it("is a drawing whose periods lie inside it", () => {
    const drawing = drawing_of(figure.svg, "");
    if (!drawing) throw new Error("no drawing");
    const { width } = units_of(drawing);
    expect(figure.hover.length).toBeGreaterThan(0);
    for (const { x0, x, x1 } of figure.hover) {
      expect(0 <= x0 && x0 <= x && x <= x1 && x1 <= width).toBe(true);
    }
  });

  it("has its exact figures in the table behind it", () => {
    expect(figure.table.rows.length).toBeGreaterThan(0);
    expect(figure.table.rows.every((row) => row.length === figure.table.header.length)).toBe(true);
  });
});
