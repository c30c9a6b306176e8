/** A cell of the grid by its place among the lines and columns on view. */
export type Spot = { row: number; col: number };
export type Size = { rows: number; cols: number; page: number };

/** Where a key leads from a cell, or null for a key that does not move. */
export function moved(key: string, far: boolean, at: Spot, size: Size): Spot | null {
  const last = { row: size.rows - 1, col: size.cols - 1 };
  const to = ((): Spot | null => {
    switch (key) {
      case "ArrowUp":
        return { row: far ? 0 : at.row - 1, col: at.col };
      case "ArrowDown":
        return { row: far ? last.row : at.row + 1, col: at.col };
      case "ArrowLeft":
        return { row: at.row, col: far ? 0 : at.col - 1 };
      case "ArrowRight":
        return { row: at.row, col: far ? last.col : at.col + 1 };
      case "Home":
        return { row: far ? 0 : at.row, col: 0 };
      case "End":
        return { row: far ? last.row : at.row, col: last.col };
      case "PageUp":
        return { row: at.row - size.page, col: at.col };
      case "PageDown":
        return { row: at.row + size.page, col: at.col };
      default:
        return null;
    }
  })();
  return to && within(to, size);
}

/** The nearest cell that exists. */
export function within(spot: Spot, size: Size): Spot {
  return {
    row: Math.max(0, Math.min(spot.row, size.rows - 1)),
    col: Math.max(0, Math.min(spot.col, size.cols - 1)),
  };
}

export type Block = { top: number; bottom: number; left: number; right: number };

/** The block of cells between two corners. */
export function block(one: Spot, other: Spot): Block {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.col, other.col),
    right: Math.max(one.col, other.col),
  };
}
