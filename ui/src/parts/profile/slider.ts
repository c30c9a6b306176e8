import type { ParameterChoice } from "../../host";
import { scaled, unscaled } from "./decimal";

/** A slider moves through this many places. */
export const PLACES = 1000;
/** Bounds and values are read to the ten-thousandth. */
const GRAIN = 4;
/** Where the greatest value is this many times the least, each place is a factor rather than a step. */
const WIDE = 20;

type Bounds = { least: number; most: number; wide: boolean };
type Ranged = Pick<ParameterChoice, "min" | "max" | "whole">;

function bounds_of({ min, max, whole }: Ranged): Bounds {
  const [least, most] = [scaled(min, GRAIN), scaled(max, GRAIN)];
  return { least, most, wide: !whole && least > 0 && most > 10 ** GRAIN && most / least > WIDE };
}

/** Where a value stands on its slider. */
export function place_of(parameter: Ranged, value: string): number {
  const { least, most, wide } = bounds_of(parameter);
  const at = Math.min(most, Math.max(least, scaled(value, GRAIN)));
  if (most === least) return 0;
  const part = wide ? Math.log(at / least) / Math.log(most / least) : (at - least) / (most - least);
  return Math.round(part * PLACES);
}

/** The value at a place, no finer than a hand can mean it. */
export function value_at(parameter: Ranged, place: number): string {
  const { least, most, wide } = bounds_of(parameter);
  const part = place / PLACES;
  const bare = wide ? least * (most / least) ** part : least + (most - least) * part;
  const grain = parameter.whole ? 10_000 : bare >= 100_000 ? 10_000 : bare >= 10_000 ? 1000 : 100;
  return unscaled(Math.min(most, Math.max(least, Math.round(bare / grain) * grain)), GRAIN);
}
