/**
 * Shares cross the door as decimal strings between nought and one ("0.25"). People read and type them as per cent. As with
 * money, the point is moved in the text, and nothing becomes a number.
 */
import type { NumberFormat } from "../../format/amount";

/** Places by which the point moves between a share and per cent. */
const PERCENT_PLACES = 2;

/** A plain decimal without zeros that say nothing: "007.50" is "7.5". */
function plain(whole: string, fraction: string): string {
  const ahead = whole.replace(/^0+(?=\d)/, "");
  const behind = fraction.replace(/0+$/, "");
  return behind === "" ? ahead : `${ahead}.${behind}`;
}

/** A share in per cent, to the last digit: "0.125" is "12.5". */
export function percent_of(share: string, number_format: NumberFormat = "point"): string {
  const [whole = "0", fraction = ""] = share.split(".");
  const padded = fraction.padEnd(PERCENT_PLACES, "0");
  const text = plain(whole + padded.slice(0, PERCENT_PLACES), padded.slice(PERCENT_PLACES));
  return number_format === "comma" ? text.replace(".", ",") : text;
}

/** What a typed share is: canonical, or why it is none. */
export type ReadShare = { share: string } | { refused: "share-unread" | "share-ambiguous" };

/**
 * Reads per cent as people type it: "25", "25%", "12,5 %". A bare figure up to one, nought apart, could mean per cent or a
 * part of the whole, and is not guessed.
 */
export function read_share(text: string): ReadShare {
  const found = /^(\d+)(?:[.,](\d+))?\s*(%?)$/.exec(text.trim());
  if (!found) return { refused: "share-unread" };
  const [, whole = "0", fraction = "", sign] = found;
  const figure = plain(whole, fraction);
  const up_to_one = figure === "1" || (figure.startsWith("0.") && figure !== "0");
  if (sign === "" && up_to_one) return { refused: "share-ambiguous" };
  const padded = whole.padStart(PERCENT_PLACES + 1, "0");
  const point = padded.length - PERCENT_PLACES;
  return { share: plain(padded.slice(0, point), padded.slice(point) + fraction) };
}

/** A plain decimal as it is typed, with either decimal mark, as the door takes it. */
export function typed_decimal(text: string): string {
  return text.trim().replace(",", ".");
}

/** A plain decimal with the reader's decimal mark. */
export function written_decimal(text: string, number_format: NumberFormat): string {
  return number_format === "comma" ? text.replace(".", ",") : text;
}
