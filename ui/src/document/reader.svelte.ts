import { billions, decimal, exact, in_billions, pasteable } from "../format/amount";
import { day, moment } from "../format/time";
import { words_of, type WordArgs } from "../format/words";
import type { Host, Settings } from "../host";

/** How long the layout may rest before it is written: a drag ends in one write, not in hundreds. */
const LAYOUT_REST_MS = 400;

const FIRST_SETTINGS: Settings = {
  theme: "system",
  locale: "en",
  number_format: "point",
  author: "",
  layout: {},
};

/** The person at the window: language, number format, theme and layout, and how figures are written for them. */
export class Reader {
  settings = $state.raw<Settings>(FIRST_SETTINGS);
  /** Rises when replies would come out in other words. */
  epoch = $state(0);
  #prefers_dark = $state(false);
  #words = $derived(words_of(this.settings.locale));
  #resting: ReturnType<typeof setTimeout> | undefined;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    this.#prefers_dark = dark.matches;
    dark.addEventListener("change", (event) => (this.#prefers_dark = event.matches));
  }

  get locale(): Settings["locale"] {
    return this.settings.locale;
  }

  /** The theme that charts are drawn in. Print is black on white, which is what high contrast asks for. */
  get chart_theme(): "light" | "dark" | "print" {
    if (this.settings.theme === "contrast") return "print";
    if (this.settings.theme === "system") return this.#prefers_dark ? "dark" : "light";
    return this.settings.theme;
  }

  /** The words for an id, in the reader's language. */
  t = (id: string, args?: WordArgs): string => this.#words(id, args);

  /** What a dimension is called. */
  dimension = (dim: string): string => this.t(`dimension-${dim.replaceAll("_", "-")}`);

  /** Billions, in short form. */
  bn = (amount: string, digits = 1): string => billions(amount, digits, this.settings.number_format);

  /** Billions where a figure stands alone: nothing is written as 0.0. */
  figure = (amount: string): string => decimal(in_billions(amount), 1, this.settings.number_format);

  /** A decimal with so many places: a share in per cent. */
  decimal = (text: string, digits: number): string => decimal(text, digits, this.settings.number_format);

  /** To the cent. */
  exact = (amount: string): string => exact(amount, this.settings.number_format);

  /** To the cent, with the currency. */
  money = (amount: string): string => this.t("amount-exact", { amount: this.exact(amount) });

  /** For a spreadsheet. */
  pasteable = (amount: string): string => pasteable(amount, this.settings.number_format);

  moment = (time: string): string => moment(time, this.locale);
  day = (date: string): string => day(date, this.locale);

  /** Reads the settings; the first ones stand where none can be read. */
  async start(): Promise<void> {
    this.settings = await this.#host.call("settings", {});
  }

  /** Changes theme, language or number format. */
  async change(change: Partial<Omit<Settings, "layout">>): Promise<void> {
    this.settings = await this.#host.call("set_settings", { settings: { ...this.settings, ...change } });
    this.epoch += 1;
  }

  layout(key: string, fallback: string): string {
    return this.settings.layout[key] ?? fallback;
  }

  /** Remembers a part of the layout, a moment later. */
  remember(key: string, value: string): void {
    if (this.settings.layout[key] === value) return;
    this.settings = { ...this.settings, layout: { ...this.settings.layout, [key]: value } };
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      // A layout that cannot be kept is not worth a message: the window works without it.
      this.#host.call("set_settings", { settings: this.settings }).catch(() => undefined);
    }, LAYOUT_REST_MS);
  }
}
