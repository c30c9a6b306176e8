import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import english_allocate from "@words/en/allocate_ui.ftl?raw";
import english_booster from "@words/en/booster.ftl?raw";
import english_compare from "@words/en/compare_ui.ftl?raw";
import english_disburse from "@words/en/disburse.ftl?raw";
import english_model from "@words/en/model.ftl?raw";
import english_past from "@words/en/past_ui.ftl?raw";
import english_scenarios from "@words/en/scenarios_ui.ftl?raw";
import english_window from "@words/en/ui.ftl?raw";
import ukrainian_allocate from "@words/uk/allocate_ui.ftl?raw";
import ukrainian_booster from "@words/uk/booster.ftl?raw";
import ukrainian_compare from "@words/uk/compare_ui.ftl?raw";
import ukrainian_disburse from "@words/uk/disburse.ftl?raw";
import ukrainian_model from "@words/uk/model.ftl?raw";
import ukrainian_past from "@words/uk/past_ui.ftl?raw";
import ukrainian_scenarios from "@words/uk/scenarios_ui.ftl?raw";
import ukrainian_window from "@words/uk/ui.ftl?raw";

export type Locale = "en" | "uk";
export type WordArgs = Record<string, FluentVariable>;
export type Words = (id: string, args?: WordArgs) => string;

/** The window's own words, and those of the model that it shares with the bridge. */
const CATALOGUES: Record<Locale, string[]> = {
  en: [
    english_model,
    english_window,
    english_booster,
    english_disburse,
    english_scenarios,
    english_compare,
    english_past,
    english_allocate,
  ],
  uk: [
    ukrainian_model,
    ukrainian_window,
    ukrainian_booster,
    ukrainian_disburse,
    ukrainian_scenarios,
    ukrainian_compare,
    ukrainian_past,
    ukrainian_allocate,
  ],
};
const bundles = new Map<Locale, FluentBundle>();

function bundle_of(locale: Locale): FluentBundle {
  let bundle = bundles.get(locale);
  if (!bundle) {
    // Isolation marks would land in copied text and in file names.
    bundle = new FluentBundle(locale, { useIsolating: false });
    for (const text of CATALOGUES[locale]) bundle.addResource(new FluentResource(text));
    bundles.set(locale, bundle);
  }
  return bundle;
}

/** The words of one language. An unknown id is returned as it is: a test finds it before a reader does. */
export function words_of(locale: Locale): Words {
  const bundle = bundle_of(locale);
  return (id, args) => {
    const message = bundle.getMessage(id);
    // A word with a gap in it is better than a window without words: errors are gathered, not thrown.
    return message?.value ? bundle.formatPattern(message.value, args ?? null, []) : id;
  };
}
