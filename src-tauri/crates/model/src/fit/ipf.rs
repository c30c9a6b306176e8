//! Filling a table from its totals by proportion: the table nearest to a pattern whose rows and columns add up.

use crate::Decimal;

/// The most sweeps over rows and columns. A table that can be filled at all is so long before.
const MOST_SWEEPS: u32 = 1_000;

/// A table filled in proportion to a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitted {
    /// The cells. Where the pattern holds nothing, nothing is.
    pub cells: Vec<Vec<Decimal>>,
    /// How often rows and then columns were brought to their totals.
    pub sweeps: u32,
    /// How far a row's sum is from its total at most. The columns hold theirs.
    pub off: Decimal,
}

/// A cell of the pattern that holds something.
struct Cell {
    row: usize,
    column: usize,
    held: Decimal,
}

/// The table whose rows add to `rows` and whose columns to `columns`, and that is `seed` times a factor for each row and a
/// factor for each column (iterative proportional fitting): of all such tables the one that tells least beyond the seed.
/// What is nought in the seed stays nought; what is below counts as nought.
///
/// It ends when no row's sum is farther than `tolerance` from its total, or after 1,000 sweeps: where the seed's zeros
/// forbid such a table there is none to be found, and the last one is returned. The totals of the rows and of the columns
/// must have one sum. Computed on decimals of 28 digits.
///
/// ```
/// use model::{Decimal, ipf};
/// let table = |cells: [[i64; 2]; 2]| cells.map(|row| row.map(Decimal::from).to_vec()).to_vec();
/// let totals = [3, 3].map(Decimal::from);
/// let fitted = ipf(&table([[1, 1], [1, 0]]), &totals, &[4, 2].map(Decimal::from), Decimal::new(1, 6));
/// assert_eq!(fitted.cells[1][1], Decimal::ZERO);
/// ```
#[must_use]
pub fn ipf(seed: &[Vec<Decimal>], rows: &[Decimal], columns: &[Decimal], tolerance: Decimal) -> Fitted {
    let pattern = held(seed, rows.len(), columns.len());
    let mut down = vec![Decimal::ONE; rows.len()];
    let mut across = vec![Decimal::ONE; columns.len()];
    let (mut sweeps, mut off) = (0, Decimal::MAX);
    while let Some(sums) = summed(&pattern, &across, |cell| (cell.row, cell.column), rows.len()) {
        if sweeps > 0 {
            let Some(now) = farthest(&sums, &down, rows) else { break };
            off = now;
        }
        if off <= tolerance || sweeps == MOST_SWEEPS {
            break;
        }
        let Some(next_down) = factors(rows, &sums) else { break };
        let sums = summed(&pattern, &next_down, |cell| (cell.column, cell.row), columns.len());
        let Some(next_across) = sums.and_then(|sums| factors(columns, &sums)) else { break };
        (down, across) = (next_down, next_across);
        sweeps += 1;
    }
    let mut cells: Vec<Vec<Decimal>> = vec![vec![Decimal::ZERO; columns.len()]; rows.len()];
    for Cell { row, column, held } in pattern {
        let product = held.checked_mul(down[row]).and_then(|part| part.checked_mul(across[column]));
        // No cell holds more than its row or its column.
        cells[row][column] = product.unwrap_or(Decimal::MAX).min(rows[row]).min(columns[column]).max(Decimal::ZERO);
    }
    Fitted { cells, sweeps, off }
}

/// The cells of the seed that hold something, in the order of the rows.
fn held(seed: &[Vec<Decimal>], rows: usize, columns: usize) -> Vec<Cell> {
    let cells = seed.iter().take(rows).enumerate().flat_map(|(row, line)| {
        line.iter().take(columns).enumerate().map(move |(column, held)| Cell { row, column, held: *held })
    });
    cells.filter(|cell| cell.held > Decimal::ZERO).collect()
}

/// The sums of the lines on one side, each cell times the factor of its line on the other; nothing where the sums of
/// 28 digits run over.
fn summed(
    pattern: &[Cell],
    factors: &[Decimal],
    lines: impl Fn(&Cell) -> (usize, usize),
    count: usize,
) -> Option<Vec<Decimal>> {
    let mut sums = vec![Decimal::ZERO; count];
    for cell in pattern {
        let (line, other) = lines(cell);
        sums[line] = sums[line].checked_add(cell.held.checked_mul(factors[other])?)?;
    }
    Some(sums)
}

/// What each line is to be multiplied by. A line that holds nothing stays so.
fn factors(targets: &[Decimal], sums: &[Decimal]) -> Option<Vec<Decimal>> {
    let factor = |(target, sum): (&Decimal, &Decimal)| {
        if sum.is_zero() { Some(Decimal::ZERO) } else { target.checked_div(*sum) }
    };
    targets.iter().zip(sums).map(factor).collect()
}

/// How far a line is from its total at most.
fn farthest(sums: &[Decimal], factors: &[Decimal], targets: &[Decimal]) -> Option<Decimal> {
    let off = |((sum, factor), target): ((&Decimal, &Decimal), &Decimal)| {
        Some(sum.checked_mul(*factor)?.checked_sub(*target)?.abs())
    };
    let off: Option<Vec<Decimal>> = sums.iter().zip(factors).zip(targets).map(off).collect();
    Some(off?.into_iter().max().unwrap_or_default())
}
