//! Absorption: how much can be paid in a year, and what becomes of the rest.
//!
//! `D_t = min(cap_t, P_t + B_{t−1})`, `B_t = B_{t−1} + P_t − D_t − expired_t` (methods/01, 1.4). Within a year money is
//! paid as it comes until the year's room is used. Where not all fits, rows are served by priority, and within a class in
//! proportion to what waits, by largest remainders. What waits is kept in lots by the year in which it became payable, and
//! the oldest is paid first, so that it can lapse: after the cap's carry-over, or as a programme's commitments do (n+2,
//! n+3; methods/01, 1.5).

use std::collections::VecDeque;

use model::{Cap, CapKind, Decimal, Id, Money, Package, Plan, Quarter};
use rust_decimal::RoundingStrategy;

/// The room of one cap in each year of the package; nothing where it is not bounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Room {
    pub cap: Id,
    pub years: Vec<Option<i64>>,
}

/// The room of every cap.
pub(crate) fn rooms(plan: &Plan) -> Vec<Room> {
    let room =
        |cap: &Cap| Room { cap: cap.id, years: plan.package.years().map(|year| room_in(cap, plan, year)).collect() };
    plan.caps.iter().map(|cap| room(cap)).collect()
}

/// The room of a cap in `year`, rounded half-even to the cent. A share of an unknown product is no bound.
fn room_in(cap: &Cap, plan: &Plan, year: i32) -> Option<i64> {
    let scaled = |amount: Money, factor: Decimal| {
        let cents = Decimal::from(amount.cents()).checked_mul(factor).unwrap_or(Decimal::MAX);
        let whole = cents.round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven);
        i64::try_from(whole).unwrap_or(i64::MAX)
    };
    match cap.kind {
        CapKind::Fixed => Some(cap.amount.cents()),
        CapKind::Growing => {
            let factor = Decimal::ONE + cap.rate.decimal();
            let years = year - plan.package.first.year();
            let grown = (0..years).try_fold(Decimal::ONE, |grown, _| grown.checked_mul(factor));
            Some(scaled(cap.amount, grown.unwrap_or(Decimal::MAX)))
        }
        CapKind::GdpShare => plan.output.get(&year).map(|output| scaled(output.gdp, cap.rate.decimal())),
    }
}

/// What one row brings to absorption.
#[derive(Debug)]
pub(crate) struct Claim {
    /// Its place among the plan's allocations.
    pub row: usize,
    /// Which of the caps bind it, by their places.
    pub caps: Vec<usize>,
    /// Its class: the lower, the sooner.
    pub class: u8,
    /// For how many years after the one in which it became payable its money waits; for ever where nothing is said.
    pub waits_years: Option<u32>,
    /// Before this quarter of the package all is paid already.
    pub open: usize,
}

/// What absorption makes of one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Absorbed {
    /// What is paid in each quarter of the package; less than nothing where it is taken back.
    pub paid: Vec<i64>,
    /// What lapses, by quarter, in order; less than nothing where its release is taken back.
    pub lapsed: Vec<(u32, i64)>,
}

/// A row on its way through the quarters.
struct Line<'a> {
    claim: &'a Claim,
    flows: &'a [i64],
    /// What waits, oldest first, with the year in which it became payable.
    lots: VecDeque<(i32, i64)>,
    waiting: i64,
    told: Absorbed,
}

impl Line<'_> {
    fn pay(&mut self, at: usize, cents: i64) {
        self.told.paid[at] += cents;
        self.waiting -= cents;
        if self.claim.waits_years.is_none() {
            return;
        }
        let mut left = cents;
        while left > 0 {
            let Some((_, oldest)) = self.lots.front_mut() else { break };
            let part = left.min(*oldest);
            *oldest -= part;
            left -= part;
            if *oldest == 0 {
                self.lots.pop_front();
            }
        }
    }

    /// Takes in what becomes payable in a quarter; what was paid already bypasses the queue. Gives what waits now.
    fn arrive(&mut self, at: usize, year: i32) -> i64 {
        let cents = self.flows[at];
        if cents < 0 {
            self.give_back(at, -cents);
        } else if cents > 0 {
            self.waiting += cents;
            if self.claim.waits_years.is_some() {
                match self.lots.back_mut().filter(|(of, _)| *of == year) {
                    Some((_, lot)) => *lot += cents,
                    None => self.lots.push_back((year, cents)),
                }
            }
        }
        self.waiting
    }

    /// Money that is taken back comes first from what still waits, newest first, then from what had lapsed while it waited,
    /// and only then from what was paid.
    fn give_back(&mut self, at: usize, cents: i64) {
        let unpaid = cents.min(self.waiting);
        self.waiting -= unpaid;
        let mut left = unpaid;
        while left > 0 {
            let Some((_, newest)) = self.lots.back_mut() else { break };
            let part = left.min(*newest);
            *newest -= part;
            left -= part;
            if *newest == 0 {
                self.lots.pop_back();
            }
        }
        let had_lapsed: i64 = self.told.lapsed.iter().map(|(_, cents)| cents).sum();
        let unlapsed = (cents - unpaid).min(had_lapsed);
        if unlapsed > 0 {
            self.told.lapsed.push((u32::try_from(at).unwrap_or(u32::MAX), -unlapsed));
        }
        self.told.paid[at] -= cents - unpaid - unlapsed;
    }

    /// Lets what has waited too long by the end of `year` lapse.
    fn expire(&mut self, at: usize, year: i32) {
        let Some(years) = self.claim.waits_years else { return };
        let years = i32::try_from(years).unwrap_or(i32::MAX);
        let mut gone = 0;
        while let Some((of, lot)) = self.lots.front().copied().filter(|(of, _)| of.saturating_add(years) <= year) {
            debug_assert!(of <= year);
            gone += lot;
            self.lots.pop_front();
        }
        if gone > 0 {
            self.waiting -= gone;
            self.told.lapsed.push((u32::try_from(at).unwrap_or(u32::MAX), gone));
        }
    }
}

/// Sends the rows' payable money through the caps. `flows` gives a row's cents per quarter of the package.
pub(crate) fn absorb<'a>(
    package: &Package,
    rooms: &[Room],
    claims: &'a [Claim],
    flows: impl Fn(usize) -> &'a [i64],
) -> Vec<Absorbed> {
    let quarters = package.quarters();
    let line = |claim: &'a Claim| Line {
        claim,
        flows: flows(claim.row),
        lots: VecDeque::new(),
        waiting: 0,
        told: Absorbed { paid: vec![0; quarters], lapsed: Vec::new() },
    };
    let mut lines: Vec<Line<'_>> = claims.iter().map(line).collect();
    let mut by_class: Vec<usize> = (0..lines.len()).collect();
    by_class.sort_by_key(|at| lines[*at].claim.class);
    let mut left: Vec<i128> = Vec::new();
    for at in 0..quarters {
        let Some(quarter) = Quarter::from_ordinal(package.first.ordinal() + i32::try_from(at).unwrap_or(0)) else {
            break;
        };
        let year = quarter.year();
        if at == 0 || quarter.part() == 1 {
            let place = usize::try_from(year - package.first.year()).unwrap_or(0);
            left = rooms.iter().map(|room| room.years[place].map_or(i128::MAX, i128::from)).collect();
        }
        serve(&mut lines, &by_class, at, year, &mut left);
        if quarter.part() == 4 {
            lines.iter_mut().for_each(|line| line.expire(at, year));
        }
    }
    lines.into_iter().map(|line| line.told).collect()
}

/// Pays in one quarter what fits.
fn serve(lines: &mut [Line<'_>], by_class: &[usize], at: usize, year: i32, left: &mut [i128]) {
    let mut wanted = vec![0_i128; left.len()];
    for line in lines.iter_mut() {
        let waiting = line.arrive(at, year);
        if waiting == 0 {
            continue;
        }
        if at < line.claim.open {
            // Paid in the past: a fact, which takes room all the same.
            line.pay(at, waiting);
            line.claim.caps.iter().for_each(|cap| left[*cap] = left[*cap].saturating_sub(i128::from(waiting)));
        } else {
            line.claim.caps.iter().for_each(|cap| wanted[*cap] += i128::from(waiting));
        }
    }
    let ample = wanted.iter().zip(left.iter()).all(|(wanted, left)| wanted <= left);
    if ample {
        for line in lines.iter_mut().filter(|line| line.waiting > 0) {
            line.pay(at, line.waiting);
        }
        left.iter_mut().zip(&wanted).for_each(|(left, wanted)| *left = left.saturating_sub(*wanted));
        return;
    }
    let mut rest = by_class;
    while let Some(first) = rest.first() {
        let class = lines[*first].claim.class;
        let count = rest.partition_point(|at| lines[*at].claim.class == class);
        let (mine, later) = rest.split_at(count);
        let waiting: Vec<usize> = mine.iter().copied().filter(|at| lines[*at].waiting > 0).collect();
        share_out(lines, waiting, at, left);
        rest = later;
    }
}

/// Shares the room among the rows of one class. The tightest cap is shared out first; rows that it binds are settled, and
/// what is left of the other caps is shared among the rest.
fn share_out(lines: &mut [Line<'_>], mut waiting: Vec<usize>, at: usize, left: &mut [i128]) {
    while !waiting.is_empty() {
        let mut wanted = vec![0_i128; left.len()];
        for line in waiting.iter().map(|at| &lines[*at]) {
            line.claim.caps.iter().for_each(|cap| wanted[*cap] += i128::from(line.waiting));
        }
        let binding = (0..left.len()).filter(|cap| wanted[*cap] > left[*cap].max(0));
        // The least share left / wanted, compared as exact ratios; room below nothing counts as none.
        let tightest = binding.reduce(|best, cap| {
            let tighter = compare_ratios((left[cap].max(0), wanted[cap]), (left[best].max(0), wanted[best]));
            if tighter.is_lt() { cap } else { best }
        });
        let bound: Vec<usize> = match tightest {
            None => std::mem::take(&mut waiting),
            Some(cap) => {
                let (bound, free) = waiting.iter().partition(|at| lines[**at].claim.caps.contains(&cap));
                waiting = free;
                bound
            }
        };
        let parts: Vec<i64> = match tightest {
            None => bound.iter().map(|at| lines[*at].waiting).collect(),
            Some(cap) => proportional(&bound.iter().map(|at| lines[*at].waiting).collect::<Vec<_>>(), left[cap].max(0)),
        };
        for (line, part) in bound.into_iter().zip(parts).filter(|(_, part)| *part > 0) {
            let line = &mut lines[line];
            line.pay(at, part);
            line.claim.caps.iter().for_each(|cap| left[*cap] = left[*cap].saturating_sub(i128::from(part)));
        }
    }
}

/// Whether `one.0 / one.1` is less than, equal to or greater than `other.0 / other.1`; rooms are below what is wanted of
/// them, and sums of 64-bit amounts, so that the products fit where both are below 2⁶³; larger ones are halved first.
fn compare_ratios(one: (i128, i128), other: (i128, i128)) -> std::cmp::Ordering {
    let product = |left: i128, right: i128| left.checked_mul(right);
    match (product(one.0, other.1), product(other.0, one.1)) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => compare_ratios((one.0 >> 1, one.1 >> 1), (other.0 >> 1, other.1 >> 1)),
    }
}

/// `room`, which is less than the claims' sum, in proportion to them by largest remainders; ties to the earlier row.
fn proportional(claims: &[i64], room: i128) -> Vec<i64> {
    let sum: i128 = claims.iter().copied().map(i128::from).sum();
    if sum == 0 || room <= 0 {
        return vec![0; claims.len()];
    }
    let mut parts: Vec<i64> = Vec::with_capacity(claims.len());
    let mut rests: Vec<(i128, usize)> = Vec::with_capacity(claims.len());
    let mut given = 0;
    for (at, claim) in claims.iter().enumerate() {
        let product = i128::from(*claim) * room;
        let part = product / sum;
        given += part;
        parts.push(i64::try_from(part).unwrap_or(*claim));
        rests.push((product - part * sum, at));
    }
    let missing = usize::try_from(room - given).unwrap_or(0).min(rests.len());
    if missing > 0 {
        let larger = |left: &(i128, usize), right: &(i128, usize)| right.0.cmp(&left.0).then(left.1.cmp(&right.1));
        if missing < rests.len() {
            rests.select_nth_unstable_by(missing - 1, larger);
        }
        for (_, at) in &rests[..missing] {
            parts[*at] += 1;
        }
    }
    parts
}
