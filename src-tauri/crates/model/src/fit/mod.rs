//! Filling a table of two dimensions so that its rows and its columns add up to given totals, to the cent.
//!
//! First it is asked whether that can be done at all where what is empty stays empty ([`feasible`]); then the pattern is
//! brought to the totals in proportion ([`ipf`]); then the cells are rounded so that the sums still hold ([`controlled`]).

mod controlled;
mod feasible;
mod flow;
mod ipf;
mod table;

pub use controlled::controlled_rounding;
pub use ipf::{Fitted, ipf};
pub use table::{BalanceRefusal, Margins, balance_table};

use crate::{Decimal, Total};
use controlled::{Between, Wanted};

/// Why a table cannot have its totals. Lines are named by their places, from nought.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// A total below nought, or more than 28 digits can hold.
    #[error("the totals are below nought or too large")]
    OutOfRange,
    /// The rows add to something else than the columns.
    #[error("the rows add to {rows}, the columns to {columns}")]
    TotalsDiffer {
        /// What the rows add to.
        rows: Total,
        /// What the columns add to.
        columns: Total,
    },
    /// Some lines are to hold more than all lines across that are open to them.
    #[error("the {} {lines:?} need {need}; {open:?}, all that are open to them, take {room}", if *of_rows { "rows" } else { "columns" })]
    Conflict {
        /// Whether the lines are rows; columns otherwise.
        of_rows: bool,
        /// Which lines.
        lines: Vec<usize>,
        /// What they are to hold.
        need: Total,
        /// All lines across that are open to them.
        open: Vec<usize>,
        /// What those are to hold.
        room: Total,
    },
}

/// A millionth of a cent: the sums of a fitted table are no farther from their totals before they are rounded.
const NEAR_ENOUGH: (i64, u32) = (1, 6);

/// The table whose rows add to `rows` and whose columns to `columns`, to the cent, and that keeps the proportions of `seed`
/// as far as that goes. Where the seed holds nothing (or less), nothing will be.
///
/// ```
/// use model::{Total, fit};
/// let cents = |cells: [i128; 2]| cells.map(Total::from_cents).to_vec();
/// let seed = [cents([1, 2]), cents([0, 4])];
/// let table = fit(&seed, &cents([50, 50]), &cents([20, 80])).unwrap();
/// assert_eq!(table, [cents([20, 30]), cents([0, 50])]);
/// ```
///
/// # Errors
/// [`Misfit`] where no such table exists.
pub fn fit(seed: &[Vec<Total>], rows: &[Total], columns: &[Total]) -> Result<Vec<Vec<Total>>, Misfit> {
    let (row_targets, column_targets) = (targets(rows)?, targets(columns)?);
    let (of_rows, of_columns) = (rows.iter().copied().sum::<Total>(), columns.iter().copied().sum::<Total>());
    if of_rows != of_columns {
        return Err(Misfit::TotalsDiffer { rows: of_rows, columns: of_columns });
    }
    let seed = pattern(seed, rows.len(), columns.len())?;
    let cents = |totals: &[Total]| totals.iter().map(|total| total.cents()).collect::<Vec<_>>();
    let open: Vec<Vec<bool>> =
        seed.iter().map(|line| line.iter().map(|cell| *cell > Decimal::ZERO).collect()).collect();
    let open = feasible::feasible(&open, &cents(rows), &cents(columns)).map_err(|clash| told(clash, rows, columns))?;
    let seed = kept(seed, &open);
    let fitted = ipf(&seed, &row_targets, &column_targets, Decimal::new(NEAR_ENOUGH.0, NEAR_ENOUGH.1));
    let exactly = |totals: &[Total]| totals.iter().map(|total| Between::whole(total.cents())).collect::<Vec<_>>();
    let wanted =
        Wanted { rows: &exactly(rows), columns: &exactly(columns), total: of_rows.cents(), loose: Some(&open) };
    let rounded = controlled::rounded(&fitted.cells, &wanted);
    Ok(rounded.into_iter().map(|line| line.into_iter().map(Total::from_cents).collect()).collect())
}

/// Totals as decimals.
fn targets(totals: &[Total]) -> Result<Vec<Decimal>, Misfit> {
    let target = |total: &Total| decimal(total.cents()).filter(|target| *target >= Decimal::ZERO);
    totals.iter().map(target).collect::<Option<_>>().ok_or(Misfit::OutOfRange)
}

/// What the seed holds, as a table of that size.
fn pattern(seed: &[Vec<Total>], rows: usize, columns: usize) -> Result<Vec<Vec<Decimal>>, Misfit> {
    let held = |row: usize, column: usize| seed.get(row).and_then(|line| line.get(column)).copied().unwrap_or_default();
    let line = |row| (0..columns).map(|column| decimal(held(row, column).cents())).collect::<Option<Vec<_>>>();
    (0..rows).map(line).collect::<Option<_>>().ok_or(Misfit::OutOfRange)
}

/// The table with nothing where it is not open.
fn kept(mut table: Vec<Vec<Decimal>>, open: &[Vec<bool>]) -> Vec<Vec<Decimal>> {
    for (cell, open) in table.iter_mut().flatten().zip(open.iter().flatten()) {
        if !open {
            *cell = Decimal::ZERO;
        }
    }
    table
}

/// Whole cents as a decimal, or nothing where 28 digits do not hold them.
fn decimal(cents: i128) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(cents, 0).ok()
}

fn told(clash: feasible::Clash, rows: &[Total], columns: &[Total]) -> Misfit {
    let feasible::Clash { of_rows, lines, open } = clash;
    let (own, across) = if of_rows { (rows, columns) } else { (columns, rows) };
    let sum = |places: &[usize], totals: &[Total]| places.iter().map(|place| totals[*place]).sum();
    Misfit::Conflict { of_rows, need: sum(&lines, own), room: sum(&open, across), lines, open }
}
