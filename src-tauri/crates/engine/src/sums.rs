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

    /// What all rows together have of each stock at the end of each period, in the order of [`Measure::STOCKS`]: in one
    /// pass what [`Schedule::totals`] tells one by one.
    #[must_use]
    pub fn stocks(&self, every: Every) -> Vec<[Total; Measure::STOCKS.len()]> {
        let mut sums = vec![[0_i128; Measure::STOCKS.len()]; self.places(every)];
        let mut free = vec![[0_i128; 3]; self.quarters()];
        for row in self.rows() {
            if !row.is_held() {
                row.add_free(&mut free);
                continue;
            }
            row.each(|at, standing| {
                let Some(place) = row.ends(at, every) else { return };
                for (sum, measure) in sums[place].iter_mut().zip(Measure::STOCKS) {
                    *sum += i128::from(standing.stock(measure));
                }
            });
        }
        let place_of = |measure| Measure::STOCKS.iter().position(|known| *known == measure).unwrap_or(0);
        let (to_come, past) = (place_of(Measure::ToCome), place_of(Measure::After));
        // Of all that nothing holds back together: what has begun and is not paid yet is to come.
        let (mut owed, mut after) = (0, 0);
        for (at, [inside, outside, paid]) in free.into_iter().enumerate() {
            owed += inside - paid;
            after += outside;
            if let Some(place) = self.period_ending(at, every) {
                sums[place][to_come] += owed;
                sums[place][past] += after;
            }
        }
        sums.into_iter().map(|stocks| stocks.map(Total::from_cents)).collect()
    }
}
