import type { Locale } from "../../format/words";
import type { Names } from "../../host";

/** A name with another text in the reader's language; the other language keeps its own. A new name is the same in both. */
export function renamed(names: Names | null, locale: Locale, text: string): string | Names {
  return names === null ? text : { ...names, [locale]: text };
}
