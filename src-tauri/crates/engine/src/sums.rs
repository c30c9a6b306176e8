//! What the rows of a schedule have together.

use model::Total;

use crate::{Every, Measure, Schedule};

impl Schedule {
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
}
