//! Sums by any set of dimensions. However the money is cut, the pieces add to the same total.

use std::collections::BTreeMap;

use model::{Dimension, Plan, Total};

use crate::{Every, Measure, Period, Schedule};

/// A measure by some dimensions and by period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cube {
    /// The dimensions, in the order asked for.
    pub dimensions: Vec<Dimension>,
    /// The periods of the package; what comes after it is told apart.
    pub periods: Vec<Period>,
    /// One line for each combination of keys that has a row, in the order of the keys.
    pub lines: Vec<CubeLine>,
}

/// One combination of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CubeLine {
    /// The keys, one for each dimension.
    pub keys: Vec<String>,
    /// The sum in each period.
    pub cells: Vec<Total>,
    /// The sum past the package's last quarter; nothing for a stock.
    pub after: Total,
}

impl CubeLine {
    /// The sum over all periods and what comes after.
    #[must_use]
    pub fn total(&self) -> Total {
        self.cells.iter().copied().sum::<Total>() + self.after
    }
}

impl Cube {
    /// Every figure that is not nothing, as keys, period and sum, in order; what comes after the package last.
    pub fn figures(&self) -> impl Iterator<Item = (&[String], Period, Total)> {
        self.lines.iter().flat_map(|line| {
            let inside = self.periods.iter().copied().zip(line.cells.iter().copied());
            let all = inside.chain(std::iter::once((Period::After, line.after)));
            all.filter(|(_, sum)| *sum != Total::ZERO).map(|(period, sum)| (line.keys.as_slice(), period, sum))
        })
    }
}

/// Sums `measure` of a plan and its schedule by `dimensions` and period.
#[must_use]
pub fn cube(plan: &Plan, schedule: &Schedule, measure: Measure, dimensions: &[Dimension], every: Every) -> Cube {
    let places = schedule.places(every);
    let mut sums: BTreeMap<Vec<&str>, (Vec<i128>, i128)> = BTreeMap::new();
    for (allocation, row) in plan.allocations.iter().zip(schedule.rows()) {
        let keys: Vec<&str> = dimensions.iter().map(|dimension| dimension.of(allocation, plan)).collect();
        let (cells, after) = sums.entry(keys).or_insert_with(|| (vec![0; places], 0));
        *after += row.add_to(cells, measure, every);
    }
    let lines = sums.into_iter().map(|(keys, (cells, after))| CubeLine {
        keys: keys.into_iter().map(str::to_owned).collect(),
        cells: cells.into_iter().map(Total::from_cents).collect(),
        after: Total::from_cents(after),
    });
    Cube { dimensions: dimensions.to_vec(), periods: every.periods(&plan.package), lines: lines.collect() }
}
