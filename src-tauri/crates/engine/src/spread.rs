//! One row over time: what was paid, then the profile on what is left.

use std::collections::HashMap;

use model::{Allocation, Money, Package, Profile, Quarter, Run, share_of, share_of_fine};

/// Cumulative shares by profile and what is left of it. Rows of a plan share few of them.
#[derive(Default)]
pub(crate) struct Curves<'a> {
    known: HashMap<(&'a Profile, Run), usize>,
    shares: Vec<Vec<i64>>,
    last: Option<(&'a Profile, Run, usize)>,
}

impl<'a> Curves<'a> {
    /// The shares of `profile` by the end of each period of `run`, at least the first `wanted` of them if there are as
    /// many. A profile may reach far past the package, where nobody asks when it pays.
    fn of(&mut self, profile: &'a Profile, run: Run, wanted: u32) -> &[i64] {
        // Neighbouring rows mostly share a profile; comparing is cheaper than hashing.
        let remembered = self.last.filter(|(shape, left, _)| *left == run && *shape == profile);
        let at = remembered.map_or_else(|| self.find(profile, run), |(_, _, at)| at);
        self.last = Some((profile, run, at));
        let enough = wanted.min(run.periods());
        if self.shares[at].len() < enough as usize {
            self.lengthen(at, profile, run, enough);
        }
        &self.shares[at]
    }

    /// Computes the shares anew, in whole decades, so that rows with starts a little apart do not each begin anew.
    #[cold]
    fn lengthen(&mut self, at: usize, profile: &Profile, run: Run, enough: u32) {
        self.shares[at] = profile.shares(run, enough.next_multiple_of(40));
    }

    fn find(&mut self, profile: &'a Profile, run: Run) -> usize {
        let shares = &mut self.shares;
        *self.known.entry((profile, run)).or_insert_with(|| {
            shares.push(Vec::new());
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

/// Appends the cents of one row per quarter to `cells`, from the first quarter in which money may move to the last of the
/// row's reach that lies in the package. What falls past the package is told as one sum.
pub(crate) fn spread_row<'a>(
    row: &'a Allocation,
    package: &Package,
    curves: &mut Curves<'a>,
    cells: &mut Vec<i64>,
) -> Spread {
    let begin = cells.len();
    let last_paid = row.paid.last().map(|paid| paid.quarter);
    // The profile runs from the start, or from the quarter after the last actual, to the end of its reach: the row's own
    // end, later by its delay and by what its stretch adds. Where nothing of that is left, what is owed is due at once.
    let from = last_paid.map_or(row.start, |quarter| row.start.max(quarter.next()));
    let count = |quarters: i32| u32::try_from(quarters).unwrap_or(0);
    let run = row.profile.run(count(row.end.since(row.start) + 1), count(from.since(row.start)));
    // Nothing is planned in the past: what the profile puts there moves to the first open quarter.
    let floor = package.open_quarter().max(from);
    let first = row.paid.first().map_or(floor, |paid| paid.quarter.min(floor));
    let slot = |quarter: Quarter| usize::try_from(quarter.since(first)).unwrap_or(0);
    let inside = usize::try_from(package.last.since(first) + 1).unwrap_or(0);
    let until = i64::from(from.since(first)) + i64::from(run.periods());
    let reach = usize::try_from(until).unwrap_or(0).max(slot(floor) + 1);
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
    let shares = curves.of(&row.profile, run, count(package.last.max(floor).since(from) + 1));
    let overdue = usize::try_from(floor.since(from)).unwrap_or(0).min(shares.len());
    let overdue_cents = if overdue == 0 { 0 } else { row.profile.part_of(rest, shares[overdue - 1]).cents() };
    let open = own.get_mut(slot(floor)..).unwrap_or_default();
    if let Some(cell) = open.first_mut() {
        *cell += overdue_cents;
    }
    let shares = shares.get(overdue..).unwrap_or_default();
    let before = if open.is_empty() { 0 } else { overdue_cents };
    // Asked once for the row: the rounding is done for every cell of it.
    let until = if row.profile.is_fine() {
        fill(open, shares, before, |share| share_of_fine(rest, share))
    } else {
        fill(open, shares, before, |share| share_of(rest, share))
    };
    after += rest.cents() - until;
    let moved = if run.is_over() { rest.cents() } else { overdue_cents };
    Spread { first: u32::try_from(first.since(package.first)).unwrap_or(0), length: length as u32, after, moved }
}

/// Adds to each cell what is paid by its end and was not before; the cents paid by the end of the last one.
fn fill(cells: &mut [i64], shares: &[i64], mut before: i64, paid_by: impl Fn(i64) -> Money) -> i64 {
    for (cell, share) in cells.iter_mut().zip(shares) {
        let until = paid_by(*share).cents();
        *cell += until - before;
        before = until;
    }
    before
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use model::{Plan, sketch};
    use proptest::prelude::*;

    fn plan_of(row: &str) -> Plan {
        sketch::plan(&format!("package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20\nA001 eu {row}\n")).unwrap()
    }

    /// Billions per quarter, from the package's first on, and what comes after it.
    fn billions(row: &str) -> (Vec<String>, String, String) {
        let plan = plan_of(row);
        let mut cells = Vec::new();
        let told =
            spread_row(plan.allocations.iter().next().unwrap(), &plan.package, &mut Curves::default(), &mut cells);
        let bn = |cents: i64| model::Decimal::new(cents, 11).normalize().to_string();
        let quarters = std::iter::repeat_n(0, told.first as usize).chain(cells).map(bn).collect();
        (quarters, bn(told.after), bn(told.moved))
    }

    #[test]
    fn a_delayed_row_begins_later_and_ends_later() {
        let (quarters, after, moved) = billions("grant energy 8bn 2027-Q1..2027-Q4 uniform(delay=2,stretch=2)");
        assert_eq!(quarters, ["0", "0", "0", "0", "0", "0", "1", "1", "1", "1", "1", "1", "1", "1"]);
        assert_eq!((after.as_str(), moved.as_str()), ("0", "0"));
    }

    #[test]
    fn what_reaches_past_the_package_comes_after() {
        let (quarters, after, _) = billions("grant energy 8bn 2035-Q1..2035-Q4 uniform(delay=2,stretch=2)");
        assert_eq!(quarters[36..], ["0", "0", "1", "1"]);
        assert_eq!(after, "6");
        let (_, after, _) = billions("grant energy 8bn 2035-Q1..2035-Q4 uniform(delay=400)");
        assert_eq!(after, "8");
        let (quarters, after, _) =
            billions("grant energy 8bn 2034-Q1..2035-Q4 outlay_rates(years=2,r001=0.5,r002=0.5)");
        assert_eq!(quarters[32..], ["0.5", "0.5", "0.5", "0.5", "1", "1", "1", "1"]);
        assert_eq!(after, "2");
    }

    #[test]
    fn only_what_the_delayed_curve_owes_is_overdue() {
        // Today is 2026-Q4: of eight quarters from 2026-Q2 on, two have passed.
        let (quarters, _, moved) = billions("grant energy 8bn 2026-Q1..2026-Q4 uniform(delay=1,stretch=2)");
        assert_eq!(quarters, ["0", "0", "0", "3", "1", "1", "1", "1", "1"]);
        assert_eq!(moved, "2");
        let (quarters, _, moved) = billions("grant energy 8bn 2026-Q1..2026-Q4 uniform(delay=6)");
        assert_eq!(quarters, ["0", "0", "0", "0", "0", "0", "2", "2", "2", "2"]);
        assert_eq!(moved, "0");
    }

    #[test]
    fn shares_of_eighteen_places_meet_their_cents() {
        // A cent of three hundred billion is less than a share of twelve places can tell.
        let shares = "s001=0.000000000000033333,s002=0.333333333333333333,s003=0.666666666666633334";
        let (quarters, _, _) = billions(&format!("grant energy 300bn 2027-Q1..2027-Q3 typed({shares})"));
        assert_eq!(quarters[4..], ["0.00000000001", "100", "199.99999999999"]);
    }

    #[test]
    fn after_an_actual_what_is_left_follows_over_the_rest_of_the_reach() {
        // The reach is 2026-Q2 to 2027-Q4; an actual within the delay leaves what is left of it.
        let (quarters, _, _) = billions("grant energy 8bn 2026-Q1..2026-Q4 uniform(delay=4) paid 2026-Q1=4bn");
        assert_eq!(quarters, ["4", "0", "0", "0", "1", "1", "1", "1"]);
        let (quarters, _, _) = billions("grant energy 8bn 2026-Q1..2026-Q4 uniform(stretch=2) paid 2026-Q4=4bn");
        assert_eq!(quarters, ["0", "0", "0", "4", "1", "1", "1", "1"]);
    }

    /// A row of any span, curve and timing, with what may come of a payment.
    fn row() -> impl Strategy<Value = (String, String)> {
        let shape = prop::sample::select(vec![
            ("uniform", ""),
            ("trapezoid", "u=0.2,d=0.3,"),
            ("beta", "alpha=2,beta=3,"),
            ("geometric", "q=0.8,"),
            ("typed", "s001=0.5,s002=0.1,s003=0.4,"),
            ("outlay_rates", "years=3,r001=0.2,r002=0.5,r003=0.3,"),
        ]);
        let paid = prop::sample::select(vec!["", "paid 2026-Q1=0.01", "paid 2026-Q2=0.01 2026-Q3=0.02"]);
        (2..100_000_000_000_000_i64, 2024..2040_i32, 0..60_i32, shape, paid).prop_map(
            |(cents, year, length, (key, shape), paid)| {
                let start = Quarter::new(year, 1).unwrap();
                let end = Quarter::from_ordinal(start.ordinal() + length).unwrap();
                let amount = Money::from_cents(cents + 3);
                (format!("grant energy {amount} {start}..{end} {key}({shape}"), format!(") {paid}"))
            },
        )
    }

    /// The cents of each quarter of the package, then what comes after it, of this row alone.
    fn told(row: &str) -> (Vec<i64>, i64) {
        let plan = plan_of(row);
        let mut cells = Vec::new();
        let allocation = plan.allocations.iter().next().unwrap();
        let told = spread_row(allocation, &plan.package, &mut Curves::default(), &mut cells);
        let mut quarters = vec![0; told.first as usize];
        quarters.append(&mut cells);
        quarters.resize(plan.package.quarters(), 0);
        assert_eq!(quarters.iter().sum::<i64>() + told.after, allocation.amount.cents(), "{row}");
        (quarters, told.after)
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_a_later_row_pays_nothing_earlier(
            (before, after) in row(), delay in 0..60_u32, more in 0..20_u32, stretch in 1..40_u32, longer in 0..20_u32,
        ) {
            let timed = |delay: u32, tenths: u32| {
                told(&format!("{before}delay={delay},stretch={}.{}{after}", tenths / 10, tenths % 10))
            };
            let (sooner, later) = (timed(delay, stretch), timed(delay + more, stretch + longer));
            prop_assert!(sooner.0.iter().all(|cents| *cents >= 0) && sooner.1 >= 0);
            let (mut paid, mut paid_later) = (0, 0);
            for (one, other) in sooner.0.iter().zip(&later.0) {
                paid += one;
                paid_later += other;
                prop_assert!(paid >= paid_later);
            }
        }

        #[test]
        fn rows_that_share_a_curve_do_not_shorten_it_for_each_other(rows in prop::collection::vec(0..12_i32, 1..6)) {
            let lines = rows.iter().enumerate().map(|(at, years)| {
                let start = 2035 - years;
                format!("A{:03} eu grant energy 8bn {start}-Q1..{}-Q4 beta(alpha=2,beta=3)\n", at + 1, start + 12)
            });
            let text = format!("package 800bn 2020-Q1..2035-Q4 as-of 2020-01-01\n{}", lines.collect::<String>());
            let plan = sketch::plan(&text).unwrap();
            let mut curves = Curves::default();
            for row in plan.allocations.iter() {
                let (mut shared, mut alone) = (Vec::new(), Vec::new());
                let told = spread_row(row, &plan.package, &mut curves, &mut shared);
                prop_assert_eq!(told, spread_row(row, &plan.package, &mut Curves::default(), &mut alone));
                prop_assert_eq!(shared, alone);
            }
        }
    }
}
