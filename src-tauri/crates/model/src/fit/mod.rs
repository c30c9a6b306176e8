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
    let cents = |totals: &[Total]| totals.iter().map(|total| total.cents()).collect::<Vec<_>>();
    let (row_cents, column_cents) = (cents(rows), cents(columns));
    let decimals = |totals: &[i128]| totals.iter().map(|cents| decimal(*cents)).collect::<Option<Vec<_>>>();
    let targets = decimals(&row_cents).zip(decimals(&column_cents));
    let whole = targets.filter(|_| row_cents.iter().chain(&column_cents).all(|cents| *cents >= 0));
    let (row_targets, column_targets) = whole.ok_or(Misfit::OutOfRange)?;
    let of_rows = rows.iter().copied().sum::<Total>();
    let of_columns = columns.iter().copied().sum::<Total>();
    if of_rows != of_columns {
        return Err(Misfit::TotalsDiffer { rows: of_rows, columns: of_columns });
    }
    decimal(of_rows.cents()).ok_or(Misfit::OutOfRange)?;
    let held = |row: usize, column: usize| {
        seed.get(row).and_then(|line: &Vec<Total>| line.get(column)).copied().unwrap_or_default().max(Total::ZERO)
    };
    let table = |cell: &dyn Fn(usize, usize) -> bool| -> Vec<Vec<bool>> {
        (0..rows.len()).map(|row| (0..columns.len()).map(|column| cell(row, column)).collect()).collect()
    };
    let open = table(&|row, column| held(row, column) > Total::ZERO);
    let open = feasible::feasible(&open, &row_cents, &column_cents).map_err(|clash| told(clash, rows, columns))?;
    let pattern = |row: usize, column: usize| -> Option<Decimal> {
        if open[row][column] { decimal(held(row, column).cents()) } else { Some(Decimal::ZERO) }
    };
    let seed: Option<Vec<Vec<Decimal>>> =
        (0..rows.len()).map(|row| (0..columns.len()).map(|column| pattern(row, column)).collect()).collect();
    let fitted = ipf(
        &seed.ok_or(Misfit::OutOfRange)?,
        &row_targets,
        &column_targets,
        Decimal::new(NEAR_ENOUGH.0, NEAR_ENOUGH.1),
    );
    let exactly = |cents: &[i128]| cents.iter().map(|cents| controlled::Between::whole(*cents)).collect::<Vec<_>>();
    let (rows, columns) = (exactly(&row_cents), exactly(&column_cents));
    let wanted = controlled::Wanted { rows: &rows, columns: &columns, total: of_rows.cents(), loose: Some(&open) };
    let rounded = controlled::rounded(&fitted.cells, &wanted);
    Ok(rounded.into_iter().map(|line| line.into_iter().map(Total::from_cents).collect()).collect())
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
