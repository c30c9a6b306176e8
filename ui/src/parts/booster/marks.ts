/** The shapes of the tracker. What a step's money is in a quarter is told by shape as well as by colour. */

/** How a step's money stands in a quarter, as the bridge tells it. */
export type Place = "not_yet_due" | "released" | "at_risk" | "lost";
/** The places in the order in which they are told. */
export const PLACES: readonly Place[] = ["released", "at_risk", "not_yet_due", "lost"];

/** Quarters on end in which a step stands the same: from the first to the last, both included. */
export type Run = { place: Place; from: number; to: number };

/** A place that this window knows; anything else is shown as not yet due. */
function place_of(word: string): Place {
  return PLACES.find((place) => place === word) ?? "not_yet_due";
}

/** The quarters of a step as runs. */
export function runs_of(places: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const [at, word] of places.entries()) {
    const place = place_of(word);
    const last = runs.at(-1);
    if (last?.place === place) last.to = at;
    else runs.push({ place, from: at, to: at });
  }
  return runs;
}

/** The size of a shape in a cell of this width: it never touches its neighbour. */
export function radius_in(width: number): number {
  return Math.min(4.25, width / 2 - 1.2);
}

const round = (value: number) => Math.round(value * 100) / 100;

function circle(x: number, y: number, r: number): string {
  const [left, across] = [round(x - r), round(2 * r)];
  return `M${left} ${round(y)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 ${-across} 0z`;
}

/** A small ring: nothing has happened yet. */
function ring(x: number, y: number, r: number): string {
  return circle(x, y, round(Math.max(1.25, r * 0.42)));
}

function triangle(x: number, y: number, r: number): string {
  const half = round(r * 1.28);
  return `M${round(x)} ${round(y - r * 1.2)}L${round(x + half)} ${round(y + r)}H${round(x - half)}z`;
}

function cross(x: number, y: number, r: number): string {
  const arm = round(r * 0.8);
  const [left, top, side] = [round(x - arm), round(y - arm), 2 * arm];
  return `M${left} ${top}l${side} ${side}M${round(x + arm)} ${top}l${-side} ${side}`;
}

/** The left half of a disc: a part of the step is met. */
export function half(x: number, y: number, r: number): string {
  return `M${round(x)} ${round(y - r)}a${r} ${r} 0 0 0 0 ${round(2 * r)}z`;
}

/** The exclamation mark in a triangle that is large enough to hold one. */
export function exclamation(x: number, y: number, r: number): string {
  return `M${round(x)} ${round(y - r * 0.36)}v${round(r * 0.56)}M${round(x)} ${round(y + r * 0.62)}v${round(r * 0.08)}`;
}

const SHAPES: Record<Place, (x: number, y: number, r: number) => string> = {
  not_yet_due: ring,
  released: circle,
  at_risk: triangle,
  lost: cross,
};

/** One shape, for a legend or a heading. */
export function shape(place: Place, x: number, y: number, r: number): string {
  return SHAPES[place](x, y, r);
}

/** From this radius on a triangle holds an exclamation mark. */
const LEGIBLE = 4;

/** A step's line as one path for each place, so that a line costs a handful of nodes and not one for each quarter. */
export type Drawing = Record<Place, string> & { signs: string; halves: string };

/** Draws the places of a step in cells of this width, in the middle of a line of this height. */
export function drawing_of(
  places: readonly string[],
  width: number,
  height: number,
  partly_from: number | null,
): Drawing {
  const r = radius_in(width);
  const y = height / 2;
  const paths: Drawing = { not_yet_due: "", released: "", at_risk: "", lost: "", signs: "", halves: "" };
  for (const [at, word] of places.entries()) {
    const place = place_of(word);
    const x = at * width + width / 2;
    const in_part = partly_from !== null && at >= partly_from && place === "at_risk";
    paths[place] += in_part ? circle(x, y, round(r - 0.5)) : SHAPES[place](x, y, r);
    if (in_part) paths.halves += half(x, y, round(r - 0.5));
    else if (place === "at_risk" && r >= LEGIBLE) paths.signs += exclamation(x, y, r);
  }
  return paths;
}

/** A mark above a cell, that points at it. */
export function caret(x: number): string {
  return `M${round(x - 3)} 1h6l-3 4z`;
}
