import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const SOURCES = join(import.meta.dirname, "../src");
const TOKENS = join(SOURCES, "styles/tokens.css");
const tokens = readFileSync(TOKENS, "utf8");

type Theme = "light" | "dark" | "contrast";
const THEMES: Theme[] = ["light", "dark", "contrast"];

/** A token's colour in a theme, as it is written. */
function colour(name: string, theme: Theme): string {
  const [first = "", contrast = ""] = tokens.split(':root[data-theme="contrast"]');
  const own = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(contrast);
  if (theme === "contrast" && own?.[1]) return own[1];
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(first);
  const found = theme === "dark" ? pair?.[2] : pair?.[1];
  if (!found) throw new Error(`no colour ${name} in ${theme}`);
  return found;
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(THEMES)("in the %s theme", (theme) => {
  const grounds = ["canvas", "surface", "raised", "selection"];

  it.each(["text", "text-muted", "accent"])("%s can be read on every ground", (text) => {
    for (const ground of grounds) {
      expect(contrast(colour(text, theme), colour(ground, theme)), `${text} on ${ground}`).toBeGreaterThan(
        4.5,
      );
    }
  });

  it.each(["ok", "warn", "refuse"])("%s can be read where it stands", (text) => {
    for (const ground of ["canvas", "surface", "raised", "refuse-fill"]) {
      expect(contrast(colour(text, theme), colour(ground, theme)), `${text} on ${ground}`).toBeGreaterThan(
        4.5,
      );
    }
  });

  it("what is written on the accent can be read", () => {
    expect(contrast(colour("accent-text", theme), colour("accent", theme))).toBeGreaterThan(4.5);
  });

  it.each(["focus", "edge", "changed", "grants", "private", "booster", "unfunded"])(
    "%s can be seen",
    (shape) => {
      expect(contrast(colour(shape, theme), colour("canvas", theme)), shape).toBeGreaterThanOrEqual(3);
    },
  );

  it("loans can be seen", () => {
    expect(contrast(colour("loans", theme), colour("canvas", theme))).toBeGreaterThanOrEqual(3);
  });
});

it("no colour is written anywhere but among the tokens", () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(svelte|css|ts)$/.test(name))
    .map((name) => join(SOURCES, name))
    .filter((file) => file !== TOKENS);
  const strays = files.filter((file) => {
    const text = readFileSync(file, "utf8").replaceAll("url(#", "");
    return /#[0-9a-fA-F]{3,8}\b(?=[;,)\s])|\b(?:rgb|hsl|oklch|color)a?\(/.test(text);
  });
  expect(strays).toEqual([]);
});
