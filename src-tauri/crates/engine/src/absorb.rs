//! Absorption: how much can be paid in a year, and what becomes of the rest.
//!
//! `D_t = min(cap_t, P_t + B_{t−1})`, `B_t = B_{t−1} + P_t − D_t − expired_t` (methods/01, 1.4). Within a year money is
//! paid as it comes until the year's room is used. Where not all fits, rows are served by priority, and within a class in
//! proportion to what waits, by largest remainders. What waits is kept in lots by the year in which it became payable, and
//! the oldest is paid first, so that it can lapse: when the cap's carry-over is over, or as a programme's commitments do
//! (n+2, n+3; methods/01, 1.5).

use std::collections::{BTreeMap, VecDeque};

use model::{Cap, CapKind, Decimal, Money, Package, Plan, Quarter};
use rust_decimal::RoundingStrategy;

/// The room of one cap in each year of the package; nothing where it is not bounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Room {
    pub years: Vec<Option<i64>>,
}

/// The room of every cap.
pub(crate) fn rooms(plan: &Plan) -> Vec<Room> {
    let room = |cap: &Cap| Room { years: plan.package.years().map(|year| room_in(cap, plan, year)).collect() };
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

/// What the rows bring to absorption, one entry each.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    lines: Vec<Claim>,
    /// The sets of caps that bind rows: a bit for each cap.
    sets: Vec<u64>,
}

/// What one row brings.
#[derive(Clone, Copy, Debug)]
struct Claim {
    set: u32,
    /// The lower, the sooner it is served.
    class: u8,
    waits: Waits,
    /// Before this quarter of the package all is paid already.
    open: u32,
}

/// For how long money waits for room, in years after the one in which it became payable; for ever where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Waits {
    /// It may still be paid in that many further years, and lapses when the next one opens.
    pub carry_years: Option<u32>,
    /// It lapses at the end of that many further years, as commitments of a programme do.
    pub lapse_years: Option<u32>,
}

impl Waits {
    const fn ends(self) -> bool {
        self.carry_years.is_some() || self.lapse_years.is_some()
    }
}

impl Claims {
    /// Adds a row that the caps of `mask` bind.
    pub(crate) fn push(&mut self, mask: u64, class: u8, waits: Waits, open: usize) {
        let set = self.sets.iter().position(|known| *known == mask).unwrap_or_else(|| {
            self.sets.push(mask);
            self.sets.len() - 1
        });
        let (set, open) = (u32::try_from(set).unwrap_or(u32::MAX), u32::try_from(open).unwrap_or(u32::MAX));
        self.lines.push(Claim { set, class, waits, open });
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub(crate) const fn len(&self) -> usize {
        self.lines.len()
    }
}

/// What absorption makes of the rows that caps bind, in the order of their claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Absorption {
    /// What is paid in each quarter of the package, row after row; less than nothing where it is taken back.
    paid: Vec<i64>,
    /// What lapses, by row and quarter, in order; less than nothing where its release is taken back.
    lapsed: Vec<(u32, u32, i64)>,
}

/// What absorption makes of one row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Absorbed<'a> {
    pub paid: &'a [i64],
    /// The row, the quarter and what lapses in it.
    pub lapsed: &'a [(u32, u32, i64)],
}

impl Absorption {
    /// What it makes of the row with claim number `at`.
    pub(crate) fn of(&self, at: usize, quarters: usize) -> Absorbed<'_> {
        let from = self.lapsed.partition_point(|(row, ..)| (*row as usize) < at);
        let until = self.lapsed.partition_point(|(row, ..)| (*row as usize) <= at);
        Absorbed { paid: &self.paid[at * quarters..(at + 1) * quarters], lapsed: &self.lapsed[from..until] }
    }

    pub(crate) fn bytes(&self) -> usize {
        size_of_val(&*self.paid) + size_of_val(&*self.lapsed)
    }
}

/// Sends the rows' payable money through the caps. `flows` gives the cents per quarter of the package of the row with a
/// claim's number.
pub(crate) fn absorb<'a>(
    package: &Package,
    rooms: &[Room],
    claims: &Claims,
    flows: impl Fn(usize) -> &'a [i64],
) -> Absorption {
    let (quarters, count) = (package.quarters(), claims.lines.len());
    let expires = |(at, claim): (usize, &Claim)| claim.waits.ends().then_some(at);
    let mut queue = Queue {
        claims,
        by_class: in_classes(&claims.lines),
        flows: by_quarter(count, quarters, flows),
        paid: vec![0; count * quarters],
        waiting: vec![0; count],
        left: vec![i128::MAX; rooms.len()],
        expiring: claims.lines.iter().enumerate().filter_map(expires).map(|at| (at, VecDeque::new())).collect(),
        lapsed: Vec::new(),
    };
    for at in 0..quarters {
        let Some(quarter) = Quarter::from_ordinal(package.first.ordinal() + i32::try_from(at).unwrap_or(0)) else {
            break;
        };
        let year = quarter.year();
        if at == 0 || quarter.part() == 1 {
            let place = usize::try_from(year - package.first.year()).unwrap_or(0);
            queue.open_year(at, year);
            queue.left = rooms.iter().map(|room| room.years[place].map_or(i128::MAX, i128::from)).collect();
        }
        queue.serve(at);
        queue.age(at, year);
        if quarter.part() == 4 {
            queue.close_year(at, year);
        }
    }
    queue.lapsed.sort_by_key(|(row, quarter, _)| (*row, *quarter));
    Absorption { paid: by_row(&queue.paid, count, quarters), lapsed: queue.lapsed }
}

/// The rows of each class, the class that is served first at the front.
fn in_classes(lines: &[Claim]) -> Vec<Vec<usize>> {
    let mut classes: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    for (at, claim) in lines.iter().enumerate() {
        classes.entry(claim.class).or_default().push(at);
    }
    classes.into_values().collect()
}

/// How many rows are turned at a time: as many cells as a line of the processor's cache holds.
const TURNED: usize = 8;

/// The rows' cells, quarter after quarter: a quarter's cells lie side by side, which is how they are walked.
fn by_quarter<'a>(count: usize, quarters: usize, flows: impl Fn(usize) -> &'a [i64]) -> Vec<i64> {
    let mut turned = vec![0; count * quarters];
    for begin in (0..count).step_by(TURNED) {
        let rows: Vec<&[i64]> = (begin..count.min(begin + TURNED)).map(&flows).collect();
        for quarter in 0..quarters {
            let cells = &mut turned[quarter * count + begin..][..rows.len()];
            cells.iter_mut().zip(&rows).for_each(|(cell, row)| *cell = row[quarter]);
        }
    }
    turned
}

/// The same cells, row after row.
fn by_row(cells: &[i64], count: usize, quarters: usize) -> Vec<i64> {
    let mut turned = vec![0; cells.len()];
    for begin in (0..count).step_by(TURNED) {
        for quarter in 0..quarters {
            let some = &cells[quarter * count + begin..][..TURNED.min(count - begin)];
            some.iter().enumerate().for_each(|(row, cell)| turned[(begin + row) * quarters + quarter] = *cell);
        }
    }
    turned
}

/// The rows on their way through the quarters.
struct Queue<'a> {
    claims: &'a Claims,
    by_class: Vec<Vec<usize>>,
    /// What becomes payable, quarter after quarter.
    flows: Vec<i64>,
    /// What is paid, quarter after quarter.
    paid: Vec<i64>,
    /// What waits of each row.
    waiting: Vec<i64>,
    /// What is left of each cap's room in the year.
    left: Vec<i128>,
    /// The rows whose money may lapse, with what waits by the year in which it became payable, oldest first.
    expiring: Vec<(usize, VecDeque<(i32, i64)>)>,
    lapsed: Vec<(u32, u32, i64)>,
}

impl Queue<'_> {
    fn sets(&self) -> &[u64] {
        &self.claims.sets
    }

    /// Pays in one quarter what fits.
    fn serve(&mut self, quarter: usize) {
        let wanted = self.arrive(quarter);
        let by_cap = self.by_cap(&wanted);
        let ample = by_cap.iter().zip(&self.left).all(|(wanted, left)| *wanted <= *left);
        if ample {
            let count = self.waiting.len();
            let paid = &mut self.paid[quarter * count..][..count];
            paid.iter_mut().zip(&mut self.waiting).for_each(|(paid, waiting)| *paid += std::mem::take(waiting));
            self.left.iter_mut().zip(by_cap).for_each(|(left, wanted)| *left = left.saturating_sub(wanted));
            return;
        }
        for class in 0..self.by_class.len() {
            let open = self.open_sets();
            if open.iter().all(|open| !open) {
                return;
            }
            let waits = |row: &usize| self.waiting[*row] > 0 && open[self.claims.lines[*row].set as usize];
            let waiting = self.by_class[class].iter().copied().filter(waits).collect();
            self.share_out(quarter, waiting);
        }
    }

    /// Which sets of caps still have room, each of them.
    fn open_sets(&self) -> Vec<bool> {
        let full = |set: &u64| self.left.iter().enumerate().any(|(cap, left)| set >> cap & 1 == 1 && *left <= 0);
        self.sets().iter().map(|set| !full(set)).collect()
    }

    /// Takes in what becomes payable in a quarter, and gives what waits by set of caps. What was paid already is a fact: it
    /// bypasses the queue, and takes room all the same.
    fn arrive(&mut self, quarter: usize) -> Vec<i128> {
        let count = self.waiting.len();
        let mut wanted = vec![0_i128; self.sets().len()];
        for row in 0..count {
            let cents = self.flows[quarter * count + row];
            if cents < 0 {
                self.give_back(quarter, row, -cents);
            } else {
                self.waiting[row] += cents;
            }
            let waiting = self.waiting[row];
            let claim = &self.claims.lines[row];
            if quarter < claim.open as usize {
                self.pay(quarter, row, waiting);
            } else {
                wanted[claim.set as usize] += i128::from(waiting);
            }
        }
        wanted
    }

    /// Sums by set of caps as sums by cap.
    fn by_cap(&self, by_set: &[i128]) -> Vec<i128> {
        let of = |cap: usize| {
            self.sets().iter().zip(by_set).filter(|(set, _)| **set >> cap & 1 == 1).map(|(_, sum)| sum).sum()
        };
        (0..self.left.len()).map(of).collect()
    }

    fn pay(&mut self, quarter: usize, row: usize, cents: i64) {
        let count = self.waiting.len();
        self.paid[quarter * count + row] += cents;
        self.waiting[row] -= cents;
        let set = self.sets()[self.claims.lines[row].set as usize];
        for (cap, left) in self.left.iter_mut().enumerate() {
            if set >> cap & 1 == 1 {
                *left = left.saturating_sub(i128::from(cents));
            }
        }
    }

    /// Money that is taken back comes first from what still waits, newest first, then from what had lapsed while it waited,
    /// and only then from what was paid.
    fn give_back(&mut self, quarter: usize, row: usize, cents: i64) {
        let unpaid = cents.min(self.waiting[row]);
        self.waiting[row] -= unpaid;
        if let Ok(at) = self.expiring.binary_search_by_key(&row, |(row, _)| *row) {
            let lots = &mut self.expiring[at].1;
            let mut left = unpaid;
            while let Some((_, newest)) = lots.back_mut().filter(|_| left > 0) {
                let part = left.min(*newest);
                *newest -= part;
                left -= part;
                if *newest == 0 {
                    lots.pop_back();
                }
            }
        }
        let had_lapsed: i64 = self.lapsed.iter().filter(|(of, ..)| *of as usize == row).map(|(.., cents)| cents).sum();
        let unlapsed = (cents - unpaid).min(had_lapsed);
        if unlapsed > 0 {
            self.lapsed.push((place(row), place(quarter), -unlapsed));
        }
        let count = self.waiting.len();
        self.paid[quarter * count + row] -= cents - unpaid - unlapsed;
    }

    /// Shares the room among the rows of one class. The tightest cap is shared out first; rows that it binds are settled,
    /// and what is left of the other caps is shared among the rest.
    fn share_out(&mut self, quarter: usize, mut waiting: Vec<usize>) {
        while !waiting.is_empty() {
            let Some(cap) = self.tightest(&waiting) else {
                for row in waiting {
                    self.pay(quarter, row, self.waiting[row]);
                }
                return;
            };
            let binds = |row: &usize| self.sets()[self.claims.lines[*row].set as usize] >> cap & 1 == 1;
            let (bound, free): (Vec<usize>, Vec<usize>) = waiting.into_iter().partition(binds);
            let claims: Vec<i64> = bound.iter().map(|row| self.waiting[*row]).collect();
            let parts = proportional(&claims, self.left[cap].max(0));
            for (row, part) in bound.into_iter().zip(parts).filter(|(_, part)| *part > 0) {
                self.pay(quarter, row, part);
            }
            waiting = free;
        }
    }

    /// The cap with the least room for what these rows want of it, if any has too little.
    fn tightest(&self, rows: &[usize]) -> Option<usize> {
        let mut by_set = vec![0_i128; self.sets().len()];
        for row in rows {
            by_set[self.claims.lines[*row].set as usize] += i128::from(self.waiting[*row]);
        }
        let wanted = self.by_cap(&by_set);
        let room = |cap: usize| self.left[cap].max(0);
        let binding = (0..wanted.len()).filter(|cap| wanted[*cap] > room(*cap));
        binding.reduce(|best, cap| {
            let tighter = compare_ratios((room(cap), wanted[cap]), (room(best), wanted[best]));
            if tighter.is_lt() { cap } else { best }
        })
    }

    /// Puts what was not paid in a quarter into lots by year.
    fn age(&mut self, quarter: usize, year: i32) {
        let count = self.waiting.len();
        for (row, lots) in &mut self.expiring {
            let waiting = self.waiting[*row];
            if waiting == 0 {
                lots.clear();
                continue;
            }
            // The oldest is paid first: what waits is the newest, so that the lots shrink from the front to fit it.
            let arrived = self.flows[quarter * count + *row].max(0);
            match lots.back_mut().filter(|(of, _)| *of == year) {
                Some((_, lot)) => *lot += arrived,
                None if arrived > 0 => lots.push_back((year, arrived)),
                None => {}
            }
            let mut paid = lots.iter().map(|(_, cents)| cents).sum::<i64>() - waiting;
            while let Some((_, oldest)) = lots.front_mut().filter(|_| paid > 0) {
                let part = paid.min(*oldest);
                *oldest -= part;
                paid -= part;
                if *oldest == 0 {
                    lots.pop_front();
                }
            }
        }
    }

    /// What was carried over for as long as its cap allows lapses as a year opens.
    fn open_year(&mut self, quarter: usize, year: i32) {
        self.lapse(quarter, |waits| waits.carry_years, |of, years| of.saturating_add(years) < year);
    }

    /// What a programme had committed long enough ago lapses as a year closes.
    fn close_year(&mut self, quarter: usize, year: i32) {
        self.lapse(quarter, |waits| waits.lapse_years, |of, years| of.saturating_add(years) <= year);
    }

    fn lapse(&mut self, quarter: usize, years: impl Fn(Waits) -> Option<u32>, over: impl Fn(i32, i32) -> bool) {
        for (row, lots) in &mut self.expiring {
            let Some(years) = years(self.claims.lines[*row].waits) else { continue };
            let years = i32::try_from(years).unwrap_or(i32::MAX);
            let mut gone = 0;
            while let Some((_, lot)) = lots.front().copied().filter(|(of, _)| over(*of, years)) {
                gone += lot;
                lots.pop_front();
            }
            if gone > 0 {
                self.waiting[*row] -= gone;
                self.lapsed.push((place(*row), place(quarter), gone));
            }
        }
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
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
