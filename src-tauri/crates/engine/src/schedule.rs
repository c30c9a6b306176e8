//! The schedule: every row over every quarter of the package.

use model::{Allocation, Money, Package, Plan, Quarter, Total};

use crate::spread::{Curves, Spread, spread_row};
use crate::{Every, Measure};

/// What follows from a plan per quarter. Computed, never typed; it dies with the plan it was computed from.
///
/// Rows stand in the order of the plan's allocations. Only the quarters in which a row has money take memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    first: Quarter,
    quarters: usize,
    rows: Vec<(usize, Spread)>,
    cells: Vec<i64>,
    amounts: Vec<i64>,
    commitments: Vec<i32>,
}

/// The schedule of `plan`, which is the resolved one of a scenario.
#[must_use]
pub fn schedule(plan: &Plan) -> Schedule {
    let package: &Package = &plan.package;
    let count = plan.allocations.len();
    let mut curves = Curves::default();
    let mut cells = Vec::with_capacity(count * package.quarters());
    let mut rows = Vec::with_capacity(count);
    let mut amounts = Vec::with_capacity(count);
    let mut commitments = Vec::with_capacity(count);
    for row in plan.allocations.iter() {
        let begin = cells.len();
        rows.push((begin, spread_row(row, package, &mut curves, &mut cells)));
        amounts.push(row.amount.cents());
        commitments.push(committed_in(row).since(package.first));
    }
    Schedule { first: package.first, quarters: package.quarters(), rows, cells, amounts, commitments }
}

/// A row is committed from its start on, or from its first payment where that came earlier.
fn committed_in(row: &Allocation) -> Quarter {
    row.paid.first().map_or(row.start, |paid| paid.quarter.min(row.start))
}

impl Schedule {
    /// The package's first quarter.
    #[must_use]
    pub fn first(&self) -> Quarter {
        self.first
    }

    /// How many quarters the package has.
    #[must_use]
    pub fn quarters(&self) -> usize {
        self.quarters
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many bytes the figures take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.rows)
            + size_of_val(&*self.cells)
            + size_of_val(&*self.amounts)
            + size_of_val(&*self.commitments)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row with this place among the plan's allocations.
    ///
    /// # Panics
    /// Where there is no such row.
    #[must_use]
    pub fn row(&self, at: usize) -> RowSchedule<'_> {
        let (begin, spread) = self.rows[at];
        let cells = &self.cells[begin..begin + spread.length as usize];
        RowSchedule { schedule: self, spread, cells, amount: self.amounts[at], committed: self.commitments[at] }
    }

    /// The rows, in the order of the plan's allocations.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = RowSchedule<'_>> {
        (0..self.len()).map(|at| self.row(at))
    }

    /// What all rows together have of `measure` in each period, and past the package.
    #[must_use]
    pub fn totals(&self, measure: Measure, every: Every) -> (Vec<Total>, Total) {
        self.grouped(measure, every, 1, |_| 0).pop().unwrap_or_default()
    }

    /// What the rows of each group together have of `measure` in each period, and past the package. `group_of` gives the
    /// group, below `groups`, of the row with that place.
    #[must_use]
    pub fn grouped(
        &self,
        measure: Measure,
        every: Every,
        groups: usize,
        group_of: impl Fn(usize) -> usize,
    ) -> Vec<(Vec<Total>, Total)> {
        let mut sums = vec![(vec![0_i128; self.places(every)], 0_i128); groups];
        for (at, row) in self.rows().enumerate() {
            let (cells, after) = &mut sums[group_of(at)];
            *after += row.add_to(cells, measure, every);
        }
        let total = |(cells, after): (Vec<i128>, i128)| {
            (cells.into_iter().map(Total::from_cents).collect(), Total::from_cents(after))
        };
        sums.into_iter().map(total).collect()
    }

    /// How many periods the package has.
    #[must_use]
    pub fn places(&self, every: Every) -> usize {
        if self.quarters == 0 { 0 } else { every.place(self.first, self.quarters - 1) + 1 }
    }
}

/// One row of a schedule.
#[derive(Clone, Copy, Debug)]
pub struct RowSchedule<'a> {
    schedule: &'a Schedule,
    spread: Spread,
    cells: &'a [i64],
    amount: i64,
    committed: i32,
}

impl RowSchedule<'_> {
    /// What is planned in the package's quarter number `at`.
    #[must_use]
    pub fn planned(&self, at: usize) -> Money {
        let own = at.checked_sub(self.spread.first as usize);
        Money::from_cents(own.and_then(|own| self.cells.get(own)).copied().unwrap_or(0))
    }

    /// What is planned past the package's last quarter.
    #[must_use]
    pub fn after(&self) -> Money {
        Money::from_cents(self.spread.after)
    }

    /// What should have been paid before the plan's today, was not, and moved to the first open quarter.
    #[must_use]
    pub fn moved(&self) -> Money {
        Money::from_cents(self.spread.moved)
    }

    /// What the row has of `measure` in each period, and past the package.
    #[must_use]
    pub fn told(&self, measure: Measure, every: Every) -> (Vec<Money>, Money) {
        let mut sums = vec![0_i128; self.schedule.places(every)];
        let after = self.add_to(&mut sums, measure, every);
        // Parts of one row's amount, which is an i64.
        let money = |cents: i128| Money::from_cents(i64::try_from(cents).unwrap_or(i64::MAX));
        (sums.into_iter().map(money).collect(), money(after))
    }

    /// Adds what the row has of `measure` to the sum of each period, and gives what it has past the package.
    pub(crate) fn add_to(&self, sums: &mut [i128], measure: Measure, every: Every) -> i128 {
        match measure {
            Measure::Planned | Measure::Paid => {
                let first = self.spread.first as usize;
                for (at, cents) in self.cells.iter().enumerate() {
                    sums[every.place(self.schedule.first, first + at)] += i128::from(*cents);
                }
                i128::from(self.spread.after)
            }
            Measure::Committed => self.add_commitment(sums, every),
            Measure::ToCome => {
                self.add_stock(sums, every, |paid| self.amount - self.spread.after - paid);
                0
            }
            Measure::After => {
                self.add_stock(sums, every, |_| self.spread.after);
                0
            }
        }
    }

    fn add_commitment(&self, sums: &mut [i128], every: Every) -> i128 {
        let amount = i128::from(self.amount);
        // What was committed before the package stands in its first quarter.
        let at = usize::try_from(self.committed.max(0)).unwrap_or(0);
        if at >= self.schedule.quarters {
            return amount;
        }
        sums[every.place(self.schedule.first, at)] += amount;
        0
    }

    /// Adds a stock, told from what has been paid by the end of each period, from the commitment on.
    fn add_stock(&self, sums: &mut [i128], every: Every, stock: impl Fn(i64) -> i64) {
        let mut paid = 0;
        let quarters = self.schedule.quarters;
        for at in 0..quarters {
            paid += self.planned(at).cents();
            let place = every.place(self.schedule.first, at);
            let ends = at + 1 == quarters || every.place(self.schedule.first, at + 1) != place;
            if ends && i64::from(self.committed) <= at as i64 {
                sums[place] += i128::from(stock(paid));
            }
        }
    }
}
