/** The strip under a cluster's line: its money in each quarter, stacked as in the chart beside it. */
import type { StockLine } from "../../host";

const WHOLE = 1000n;

const cents = (amount: string) => BigInt(amount.replace(".", ""));

/** A part of a whole in thousandths. Amounts stay whole numbers; only what is drawn becomes a length. */
function per_mille(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number.parseInt(String((part * WHOLE) / whole), 10);
}

/** The states that are drawn; what is not yet due stays blank. */
export type Strip = { released: string; at_risk: string; lost: string };

/** Fills the quarters from one level to another, in thousandths from the bottom. */
function band(levels: readonly (readonly [number, number])[], cell: number, height: number): string {
  const y = (level: number) => Math.round((height - (level * height) / 1000) * 10) / 10;
  return levels
    .map(([from, to], at) => (to > from ? `M${at * cell} ${y(from)}V${y(to)}h${cell}V${y(from)}z` : ""))
    .join("");
}

/** Draws a cluster's money in cells of this width, as high as this. */
export function strip_of(lines: readonly StockLine[], cell: number, height: number): Strip {
  const levels = lines.map((line) => {
    const [released, at_risk, due, lost] = [line.released, line.at_risk, line.not_yet_due, line.lost].map(
      cents,
    ) as [bigint, bigint, bigint, bigint];
    const whole = released + at_risk + due + lost;
    const upto = (part: bigint) => per_mille(part, whole);
    return [upto(released), upto(released + at_risk), upto(released + at_risk + due)] as const;
  });
  return {
    released: band(
      levels.map(([released]) => [0, released]),
      cell,
      height,
    ),
    at_risk: band(
      levels.map(([released, at_risk]) => [released, at_risk]),
      cell,
      height,
    ),
    lost: band(
      levels.map(([, , due], at) => [due, lines[at]?.lost === "0.00" ? due : 1000]),
      cell,
      height,
    ),
  };
}
