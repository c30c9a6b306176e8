/** Where a panel stands, in pixels of the window: it hangs from its top, or stands on its bottom. */
export type Spot = {
  left: number;
  width: number;
  top: number | null;
  bottom: number | null;
  /** How high it may become. */
  height: number;
};

/** As wide as four columns of exact amounts need. */
const WIDTH = 760;
/** Kept off the window's edges, and off the cell. */
const EDGE = 8;
const GAP = 4;
/** Below this there is more room on the other side, if there is. */
const ENOUGH = 480;

/**
 * The place of a panel that belongs to a cell: under it and flush with its right edge, but no further to the left than
 * `least`, as far as the window lets it.
 */
export function placed(cell: DOMRect, width: number, height: number, least = 0): Spot {
  const wide = Math.max(0, Math.min(WIDTH, width - 2 * EDGE));
  const left = Math.max(EDGE, Math.min(Math.max(cell.right - wide, least + EDGE), width - wide - EDGE));
  const under = Math.max(0, height - cell.bottom - GAP - EDGE);
  const over = Math.max(0, cell.top - GAP - EDGE);
  if (under >= ENOUGH || under >= over) {
    return { left, width: wide, top: cell.bottom + GAP, bottom: null, height: under };
  }
  return { left, width: wide, top: null, bottom: height - cell.top + GAP, height: over };
}
