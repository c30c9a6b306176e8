import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import english_allocate from "@words/en/allocate_ui.ftl?raw";
import english_booster from "@words/en/booster.ftl?raw";
import english_disburse from "@words/en/disburse.ftl?raw";
import english_compare from "@words/en/compare_ui.ftl?raw";
import english_past from "@words/en/past_ui.ftl?raw";
import english_scenarios from "@words/en/scenarios_ui.ftl?raw";
import english_window from "@words/en/ui.ftl?raw";
import ukrainian_allocate from "@words/uk/allocate_ui.ftl?raw";
import ukrainian_booster from "@words/uk/booster.ftl?raw";
import ukrainian_disburse from "@words/uk/disburse.ftl?raw";
import ukrainian_compare from "@words/uk/compare_ui.ftl?raw";
import ukrainian_past from "@words/uk/past_ui.ftl?raw";
import ukrainian_scenarios from "@words/uk/scenarios_ui.ftl?raw";
import ukrainian_window from "@words/uk/ui.ftl?raw";
import { words_of } from "../src/format/words";

const SOURCES = join(import.meta.dirname, "../src");
/** The catalogues that only the window speaks from. */
const english = [
  english_window,
  english_booster,
  english_disburse,
  english_scenarios,
  english_compare,
  english_past,
  english_allocate,
].join("\n");
const ukrainian = [
  ukrainian_window,
  ukrainian_booster,
  ukrainian_disburse,
  ukrainian_scenarios,
  ukrainian_compare,
  ukrainian_past,
  ukrainian_allocate,
].join("\n");
const CYRILLIC = /[А-Яа-яІіЇїЄєҐґ]/;
/** Words that are the same in both languages: figures, and a language's own name. */
const SAME = new Set([
  "window-title",
  "number-format-point",
  "number-format-comma",
  "locale-en",
  "filter-chip",
  "column-number",
  "strip-over-short",
  "cluster-name",
  "chapter-line",
  "booster-event",
  "readout-stock",
  "run-one",
  "state-in",
  "state-in-part",
  "share",
  "share-example",
  "terms-level",
  "per-cent",
  "span-quarters",
  "roughly",
  "lapse-years",
  "change-more",
  "odds-entered",
  "past-row-example",
  "past-day-example",
  "join-changed",
]);

function ids_of(text: string): string[] {
  return new FluentResource(text).body.map((message) => message.id);
}

function files_in(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(svelte|ts)$/.test(name))
    .map((name) => join(folder, name));
}

describe("the two catalogues", () => {
  it("say the same things", () => {
    expect(ids_of(ukrainian)).toEqual(ids_of(english));
  });

  it("say each thing once", () => {
    const ids = ids_of(english);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are really two languages", () => {
    const uk = words_of("uk");
    const args = { count: 2, rows: 2, shown: 1, of: 2, edits: 1, error: 1, warning: 1, note: 1 };
    const latin = ids_of(ukrainian).filter((id) => !SAME.has(id) && !CYRILLIC.test(uk(id, args)));
    expect(latin).toEqual([]);
  });

  it("decline Ukrainian counts", () => {
    const uk = words_of("uk");
    expect([1, 3, 5, 21].map((count) => uk("group-rows", { count }))).toEqual([
      "1 рядок",
      "3 рядки",
      "5 рядків",
      "21 рядок",
    ]);
  });
});

describe("the window's code", () => {
  it("asks for words that exist, and no word stands unused", () => {
    const known = new Set(ids_of(english));
    const code = files_in(SOURCES)
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const asked = [...code.matchAll(/\bt\(\s*"([a-z-]+)"/g)].map((match) => match[1] ?? "");
    expect(asked.filter((id) => words_of("en")(id) === id)).toEqual([]);

    const families = [...code.matchAll(/`([a-z-]+-)\$\{/g)].map((match) => match[1] ?? "");
    const quoted = new Set([...code.matchAll(/"([a-z][a-z-]+)"/g)].map((match) => match[1]));
    const unused = [...known].filter(
      (id) => !quoted.has(id) && !families.some((start) => id.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });

  it("has no visible text of its own", () => {
    const strays = files_in(SOURCES)
      .filter((file) => file.endsWith(".svelte"))
      .flatMap((file) => {
        const markup = readFileSync(file, "utf8")
          .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, "")
          .replace(/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, "");
        const texts = [...markup.matchAll(/>([^<>]*)</g)].map((match) => (match[1] ?? "").trim());
        return texts.filter((text) => /\p{L}{2,}/u.test(text)).map((text) => `${file}: ${text}`);
      });
    expect(strays).toEqual([]);
  });
});
