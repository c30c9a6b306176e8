//! One row over time: what was paid, then the profile on what is left.

use std::collections::HashMap;

use model::{Allocation, Money, Package, Profile, Quarter, share_of};

/// Cumulative shares by profile and number of quarters. Rows of a plan share few of them.
#[derive(Default)]
pub(crate) struct Curves<'a> {
    known: HashMap<(&'a Profile, u32), usize>,
    shares: Vec<Vec<i64>>,
    last: Option<(&'a Profile, u32, usize)>,
}

impl<'a> Curves<'a> {
    /// The shares of `profile` over `quarters` quarters.
    fn of(&mut self, profile: &'a Profile, quarters: u32) -> &[i64] {
        // Neighbouring rows mostly share a profile; comparing is cheaper than hashing.
        let remembered = self.last.filter(|(shape, length, _)| *length == quarters && *shape == profile);
        let at = remembered.map_or_else(|| self.find(profile, quarters), |(_, _, at)| at);
        self.last = Some((profile, quarters, at));
        &self.shares[at]
    }

    fn find(&mut self, profile: &'a Profile, quarters: u32) -> usize {
        let shares = &mut self.shares;
        *self.known.entry((profile, quarters)).or_insert_with(|| {
            shares.push(profile.cumulative(quarters));
            shares.len() - 1
        })
    }
}

/// Where one row's money falls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spread {
    /// The package's quarter, counted from nought, that the first cell belongs to.
    pub first: u32,
    /// How many cells were written.
    pub length: u32,
    /// Cents planned past the package's last quarter.
    pub after: i64,
    /// Cents that should have been paid before the plan's today, were not, and moved to the first open quarter.
    pub moved: i64,
}

/// Appends the cents of one row per quarter to `cells`, from its first quarter with money to its last in the package.
pub(crate) fn spread_row<'a>(
    row: &'a Allocation,
    package: &Package,
    curves: &mut Curves<'a>,
    cells: &mut Vec<i64>,
) -> Spread {
    let begin = cells.len();
    let last_paid = row.paid.last().map(|paid| paid.quarter);
    // The profile runs from the start, or from the quarter after the last actual, to the end; where nothing of that
    // span is left, what is owed is due at once.
    let from = last_paid.map_or(row.start, |quarter| row.start.max(quarter.next()));
    let quarters = (row.end.since(from) + 1).max(1).unsigned_abs();
    // Nothing is planned in the past: what the profile puts there moves to the first open quarter.
    let floor = package.open_quarter().max(from);
    let first = row.paid.first().map_or(floor, |paid| paid.quarter.min(floor));
    let slot = |quarter: Quarter| usize::try_from(quarter.since(first)).unwrap_or(0);
    let inside = usize::try_from(package.last.since(first) + 1).unwrap_or(0);
    let reach = slot(row.end.max(floor)) + 1;
    let length = reach.min(inside);
    cells.resize(begin + length, 0);
    let own = &mut cells[begin..];
    let mut after = 0;
    for paid in &row.paid {
        match own.get_mut(slot(paid.quarter)) {
            Some(cell) => *cell = paid.amount.cents(),
            // The plan's today lies past the package.
            None => after += paid.amount.cents(),
        }
    }
    let rest = Money::from_cents(row.amount.cents() - row.paid_total().cents());
    let shares = curves.of(&row.profile, quarters);
    let overdue = usize::try_from(floor.since(from)).unwrap_or(0).min(shares.len());
    let overdue_cents = if overdue == 0 { 0 } else { share_of(rest, shares[overdue - 1]).cents() };
    let open = own.get_mut(slot(floor)..).unwrap_or_default();
    if let Some(cell) = open.first_mut() {
        *cell += overdue_cents;
    }
    let mut before = if open.is_empty() { 0 } else { overdue_cents };
    for (cell, share) in open.iter_mut().zip(shares.iter().skip(overdue)) {
        let until = share_of(rest, *share).cents();
        *cell += until - before;
        before = until;
    }
    after += rest.cents() - before;
    let moved = if from > row.end { rest.cents() } else { overdue_cents };
    Spread { first: u32::try_from(first.since(package.first)).unwrap_or(0), length: length as u32, after, moved }
}
