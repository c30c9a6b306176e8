import type { Reader } from "../../document/reader.svelte";
import type { Words } from "../../format/words";
import type { CapLine } from "../../host";
import { percent_of } from "../booster/share";

/** How a cap's room is found, in a few words: "45 bn a year", "15 % of GDP". */
export function room_words(cap: CapLine, t: Words, reader: Reader): string {
  const rate = t("per-cent", { number: percent_of(cap.rate, reader.settings.number_format) });
  const amount = reader.bn(cap.amount);
  if (cap.kind === "gdp_share") return t("cap-of-gdp", { rate });
  return cap.kind === "growing" ? t("cap-growing", { amount, rate }) : t("cap-fixed", { amount });
}

/** For how long money waits for room. */
export function carry_words(years: number | null, t: Words): string {
  return years === null ? t("carry-for-ever") : t("carry-years", { count: years });
}

/** After how many years what was planned and not paid lapses, as the rule is known. */
export function lapse_words(years: number | null, t: Words): string {
  return years === null ? t("lapse-never") : t("lapse-years", { years: String(years) });
}
