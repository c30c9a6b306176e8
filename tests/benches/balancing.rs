//! How long it takes to fill a table of two dimensions from its totals, to the cent.

use model::{Total, fit};

use crate::conditions::timed;
use crate::{Line, line, median_and_p95};

const ROWS: usize = 50;
const COLUMNS: usize = 40;

/// Numbers that look like no pattern, the same ones every time.
fn numbers() -> impl FnMut(i128) -> i128 {
    let mut state = 0x0123_4567_89ab_cdef_u64;
    move |most| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        i128::from(state) % most
    }
}

/// A table of billions of which `filled` cells of a hundred hold something, and the totals of another one that holds
/// something in the same cells: of each, some tenths to twice as much.
fn table(filled: i128) -> (Vec<Vec<Total>>, Vec<Total>, Vec<Total>) {
    let mut number = numbers();
    let mut cell = || if number(100) < filled { 1 + number(100_000_000_000) } else { 0 };
    let seed: Vec<Vec<i128>> = (0..ROWS).map(|_| (0..COLUMNS).map(|_| cell()).collect()).collect();
    let mut number = numbers();
    let goal: Vec<Vec<i128>> =
        seed.iter().map(|line| line.iter().map(|cell| cell * (20 + number(180)) / 100).collect()).collect();
    let rows = goal.iter().map(|line| Total::from_cents(line.iter().sum())).collect();
    let columns = (0..COLUMNS).map(|at| Total::from_cents(goal.iter().map(|line| line[at]).sum())).collect();
    (seed.into_iter().map(|line| line.into_iter().map(Total::from_cents).collect()).collect(), rows, columns)
}

/// A full table, and one of which nine cells in ten are empty.
pub(crate) fn lines() -> Vec<Line> {
    let one = |(filled, what): (i128, &str)| {
        let (seed, rows, columns) = table(filled);
        let times = timed(50, |_| {
            let filled = std::hint::black_box(fit(&seed, &rows, &columns)).unwrap();
            assert!(filled.iter().zip(&rows).all(|(line, total)| line.iter().copied().sum::<Total>() == *total));
        });
        line(
            format!("{ROWS} x {COLUMNS} fitted to its totals and rounded, {what}"),
            median_and_p95(times),
            "under 20 ms",
        )
    };
    [(100, "every cell filled"), (10, "one cell in ten filled")].map(one).into()
}
