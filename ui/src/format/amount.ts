/**
 * Amounts are canonical decimal strings ("45000000000.00") from the first byte to the last. Here the point is moved
 * in the text, and `Intl` formats the string itself, which is exact beyond 2^53. Nothing becomes a number.
 */
export type NumberFormat = "point" | "comma";

/** How far the point moves for a billion. */
const BILLION_PLACES = 9;
const NARROW_SPACE = "\u202f";
const TRUE_MINUS = "\u2212";
const EN_DASH = "\u2013";

const formats = new Map<string, Intl.NumberFormat>();

function format_of(number_format: NumberFormat, digits: number): Intl.NumberFormat {
  const key = `${number_format}${digits}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(number_format === "point" ? "en-US" : "uk-UA", {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: "always",
      signDisplay: "negative",
    });
    formats.set(key, found);
  }
  return found;
}

/** Whether the amount is nothing at all, to the cent. */
export function is_zero(amount: string): boolean {
  return /^-?0*(\.0*)?$/.test(amount);
}

/** Whether an amount is something, and yet less than a million: next to nothing where billions are shown. */
export function is_unseen(amount: string): boolean {
  return !is_zero(amount) && /^-?\d{1,6}\./.test(amount);
}

/** Which of two amounts is greater, as `sort` asks: exact at any size. */
export function compare(one: string, other: string): number {
  const cents = (amount: string) => BigInt(amount.replace(".", ""));
  const [left, right] = [cents(one), cents(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The same quantity with the point moved `places` to the left: shifted("1500.00", 3) is "1.50000". */
export function shifted(amount: string, places: number): string {
  const sign = amount.startsWith("-") ? "-" : "";
  const [whole = "0", fraction = ""] = amount.slice(sign.length).split(".");
  const padded = whole.padStart(places + 1, "0");
  const point = padded.length - places;
  return `${sign}${padded.slice(0, point)}.${padded.slice(point)}${fraction}`;
}

/** Figures as they were written last: the same ones stand on the screen again after each edit and each scroll. */
const written = new Map<string, string>();
const MOST_WRITTEN = 8_000;

/** A decimal string as people read it, with `digits` places, grouping, and a true minus. */
export function decimal(text: string, digits: number, number_format: NumberFormat): string {
  const key = `${number_format}${digits}:${text}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= MOST_WRITTEN) written.clear();
  const fresh = format_of(number_format, digits)
    .format(text as Intl.StringNumericLiteral)
    .replaceAll("\u00a0", NARROW_SPACE)
    .replace("-", TRUE_MINUS);
  written.set(key, fresh);
  return fresh;
}

/** The amount in billions, to the last digit. */
export function in_billions(amount: string): string {
  return shifted(amount, BILLION_PLACES);
}

/** Billions with `digits` places; exactly nothing is an en dash. */
export function billions(amount: string, digits: number, number_format: NumberFormat): string {
  if (is_zero(amount)) return EN_DASH;
  return decimal(in_billions(amount), digits, number_format);
}

/** The amount to the cent: "45,000,000,000.00". */
export function exact(amount: string, number_format: NumberFormat): string {
  return decimal(amount, 2, number_format);
}

/** The amount for a spreadsheet: no grouping, the reader's decimal mark. */
export function pasteable(amount: string, number_format: NumberFormat): string {
  return number_format === "point" ? amount : amount.replace(".", ",");
}

/** Whether a cell of a chart's table holds an amount rather than a name. */
export function is_amount(text: string): boolean {
  return /^-?\d+\.\d{2}$/.test(text);
}
