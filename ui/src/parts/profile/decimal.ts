/**
 * Decimal texts as whole numbers of a small unit and back. Shares and parameters alone: they place handles and bars, and
 * a dragged one becomes text again. Money is never read here.
 */

/** `text` in units of 10^-places, cut off after them: scaled("0.355", 2) is 35. */
export function scaled(text: string, places: number): number {
  const [, sign = "", whole = "", fraction = ""] = /^([-\u2212]?)(\d*)\.?(\d*)/.exec(text.trim()) ?? [];
  const digits = `${whole}${fraction.padEnd(places, "0").slice(0, places)}`;
  const size = Number.parseInt(digits || "0", 10);
  return sign === "" || size === 0 ? size : -size;
}

/** A whole number of units of 10^-places as the shortest text: unscaled(350, 3) is "0.35". */
export function unscaled(units: number, places: number): string {
  const rounded = Math.round(units);
  const digits = String(Math.abs(rounded)).padStart(places + 1, "0");
  const point = digits.length - places;
  const fraction = digits.slice(point).replace(/0+$/, "");
  const text = fraction === "" ? digits.slice(0, point) : `${digits.slice(0, point)}.${fraction}`;
  return rounded < 0 ? `-${text}` : text;
}

/** The decimal text that a person has typed with either mark, or null where it is none. */
export function typed_decimal(text: string): string | null {
  const plain = text.trim().replace(",", ".").replace("\u2212", "-");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? plain.replace(/^(-?)\./, "$10.").replace(/\.$/, "") : null;
}

/** Per cent as a share: "15.5" is "0.155". */
export function share_of(per_cent: string): string {
  const sign = per_cent.startsWith("-") ? "-" : "";
  const [whole = "0", fraction = ""] = per_cent.slice(sign.length).split(".");
  const padded = whole.padStart(3, "0");
  const left = padded.slice(0, -2).replace(/^0+(?=\d)/, "");
  const right = `${padded.slice(-2)}${fraction}`.replace(/0+$/, "");
  return `${sign}${left}${right === "" ? "" : `.${right}`}`;
}
