//! Absorption: how much can be paid in a year, and what becomes of the rest.
//!
//! `D_t = min(cap_t, P_t + B_{t−1})`, `B_t = B_{t−1} + P_t − D_t − expired_t` (methods/01, 1.4). Within a year money is
//! paid as it comes until the year's room is used. Where not all fits, rows are served by priority, and within a class in
//! proportion to what waits, by largest remainders. The oldest money is paid first and lapses first: when the cap's
//! carry-over is over, or as a programme's commitments do (n+2, n+3; methods/01, 1.5).
//!
//! Rows of one kind (the same caps, class and patience) go through the quarters together, by their sums: in most quarters
//! all of them are paid, or none. Only where room is shared out is each row looked at by itself.

use std::collections::BTreeMap;

use model::{Package, Plan, Quarter};

use crate::group::Group;
use crate::room::{Room, compare_ratios, proportional};

/// What one row brings to absorption.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Claim<'a> {
    /// Its place among the plan's allocations.
    pub row: u32,
    /// What becomes payable in each quarter of the package; less than nothing where it is taken back.
    pub flows: &'a [i64],
    /// What it has in common with others.
    pub kind: Kind,
}

/// What rows that go through absorption together have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kind {
    /// The lower, the sooner it is served.
    pub class: u8,
    /// The caps that bind it: a bit for each.
    pub caps: u64,
    /// For how long its money waits.
    pub waits: Waits,
    /// Before this quarter of the package all is paid already.
    pub open: u32,
    /// The row itself, where something is taken back of it: then its sums tell too little.
    pub alone: Option<u32>,
}

/// For how long money waits for room, in years after the one in which it became payable; for ever where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Waits {
    /// It may still be paid in that many further years, and lapses when the next one opens.
    pub carry_years: Option<u32>,
    /// It lapses at the end of that many further years, as commitments of a programme do.
    pub lapse_years: Option<u32>,
}

/// What absorption makes of the rows that caps bind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Absorption {
    /// For each row of the plan its group and its place in it, where a cap binds it.
    places: Vec<Option<(u32, u32)>>,
    /// For each group what was decided in each quarter.
    groups: Vec<Vec<Decision>>,
    /// What lapses, by row and quarter, in order; less than nothing where its release is taken back.
    lapsed: Vec<(u32, u32, i64)>,
}

/// What is paid of a group in a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// All that waits.
    All,
    /// Nothing.
    Nothing,
    /// So much of each row; less than nothing where it is taken back.
    Parts(Vec<i64>),
}

/// What absorption makes of one row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Absorbed<'a> {
    group: &'a [Decision],
    place: usize,
    /// The row, the quarter and what lapses in it.
    pub lapsed: &'a [(u32, u32, i64)],
}

impl Absorption {
    /// What it makes of the row with this place among the plan's allocations, where a cap binds it.
    pub(crate) fn of(&self, row: usize) -> Option<Absorbed<'_>> {
        let (group, place) = self.places.get(row).copied().flatten()?;
        let from = self.lapsed.partition_point(|(of, ..)| (*of as usize) < row);
        let until = self.lapsed.partition_point(|(of, ..)| (*of as usize) <= row);
        Some(Absorbed { group: &self.groups[group as usize], place: place as usize, lapsed: &self.lapsed[from..until] })
    }

    pub(crate) fn bytes(&self) -> usize {
        let parts = self.groups.iter().flatten().map(|decision| match decision {
            Decision::Parts(parts) => size_of_val(&**parts),
            Decision::All | Decision::Nothing => 0,
        });
        size_of_val(&*self.places) + size_of_val(&*self.lapsed) + parts.sum::<usize>()
    }
}

impl Absorbed<'_> {
    /// Tells what is paid in each quarter, given what became payable, and what has lapsed by its end.
    pub(crate) fn each(&self, flows: &[i64], mut tell: impl FnMut(usize, i64, i64)) {
        let (mut waiting, mut gone) = (0, 0);
        let mut lapses = self.lapsed.iter().peekable();
        for (at, flow) in flows.iter().enumerate() {
            let mut lapsed = 0;
            while let Some((.., cents)) = lapses.next_if(|(_, of, _)| *of as usize <= at) {
                lapsed += cents;
            }
            let paid = match &self.group[at] {
                Decision::All => waiting + flow - lapsed,
                Decision::Nothing => 0,
                Decision::Parts(parts) => parts[self.place],
            };
            waiting += flow - paid - lapsed;
            gone += lapsed;
            tell(at, paid, gone);
        }
    }
}

/// Sends the rows' payable money through the caps.
pub(crate) fn absorb(plan: &Plan, rooms: &[Room], claims: &[Claim<'_>]) -> Absorption {
    let (package, rows) = (&*plan.package, plan.allocations.as_slice());
    // By code, which people see, and not by identity, which is drawn at random: A2 before A10.
    let code = |row: u32| rows.get(row as usize).map(|row| (row.code.as_str().len(), row.code.as_str()));
    let earlier = |one: u32, other: u32| code(one).cmp(&code(other));
    let mut by_kind: BTreeMap<Kind, Vec<&Claim<'_>>> = BTreeMap::new();
    let mut last: Option<(Kind, Vec<&Claim<'_>>)> = None;
    for claim in claims {
        // Neighbours are mostly of one kind; looking it up once for all of them is cheaper.
        match &mut last {
            Some((kind, run)) if *kind == claim.kind => run.push(claim),
            _ => {
                if let Some((kind, run)) = last.replace((claim.kind, vec![claim])) {
                    by_kind.entry(kind).or_default().extend(run);
                }
            }
        }
    }
    if let Some((kind, run)) = last {
        by_kind.entry(kind).or_default().extend(run);
    }
    let quarters = package.quarters();
    let groups = by_kind.into_iter().map(|(kind, rows)| Group::of(kind, rows, quarters)).collect();
    let mut queue = Queue { earlier: &earlier, groups, left: vec![i128::MAX; rooms.len()], lapsed: Vec::new() };
    for at in 0..quarters {
        let Some(quarter) = Quarter::from_ordinal(package.first.ordinal() + i32::try_from(at).unwrap_or(0)) else {
            break;
        };
        let year = quarter.year();
        if at == 0 || quarter.part() == 1 {
            let place = usize::try_from(year - package.first.year()).unwrap_or(0);
            queue.left = rooms.iter().map(|room| room.years[place].map_or(i128::MAX, i128::from)).collect();
            let kept = |waits: Waits| waits.carry_years.map(|years| year.saturating_sub(as_years(years)));
            queue.lapse(at, at, package, kept);
        }
        queue.serve(at);
        if quarter.part() == 4 {
            let kept = |waits: Waits| waits.lapse_years.map(|years| year.saturating_sub(as_years(years)) + 1);
            queue.lapse(at + 1, at, package, kept);
        }
    }
    queue.told(rows.len())
}

fn as_years(years: u32) -> i32 {
    i32::try_from(years).unwrap_or(i32::MAX)
}

/// The groups on their way through the quarters, those that are served first at the front.
struct Queue<'a> {
    /// Which of two rows gets a cent that cannot be shared.
    earlier: &'a dyn Fn(u32, u32) -> std::cmp::Ordering,
    groups: Vec<Group<'a>>,
    /// What is left of each cap's room in the year.
    left: Vec<i128>,
    lapsed: Vec<(u32, u32, i64)>,
}

impl Queue<'_> {
    /// Pays in quarter `at` what fits.
    fn serve(&mut self, at: usize) {
        for place in 0..self.groups.len() {
            self.arrive(place, at);
        }
        let undecided: Vec<usize> = self.undecided(at, |_| true);
        let wanted = self.wanted(&undecided);
        if wanted.iter().zip(&self.left).all(|(wanted, left)| wanted <= left) {
            self.pay_all(&undecided, at);
            return;
        }
        let mut from = 0;
        while let Some(first) = undecided.get(from) {
            let class = self.groups[*first].kind.class;
            let count = undecided[from..].partition_point(|place| self.groups[*place].kind.class == class);
            self.share_out(at, undecided[from..from + count].to_vec());
            from += count;
        }
    }

    /// The groups of which nothing was decided in quarter `at` yet.
    fn undecided(&self, at: usize, keep: impl Fn(&Group<'_>) -> bool) -> Vec<usize> {
        let open = |place: &usize| self.groups[*place].decisions.len() == at && keep(&self.groups[*place]);
        (0..self.groups.len()).filter(open).collect()
    }

    /// Takes in what becomes payable. What was paid already is a fact: it bypasses the queue, and takes room all the same.
    fn arrive(&mut self, place: usize, at: usize) {
        let group = &mut self.groups[place];
        if group.sums[at] < 0 && group.kind.alone.is_some() {
            self.give_back(place, at);
            return;
        }
        group.waiting += group.sums[at];
        if at < group.kind.open as usize {
            let paid = group.pay_all(at);
            self.take_room(place, paid);
        }
    }

    /// Takes money back: first what still waits, then what had lapsed while it waited, and only then what was paid.
    fn give_back(&mut self, place: usize, at: usize) {
        let group = &mut self.groups[place];
        let settled = group.settled;
        let Some(row) = group.rows.first_mut() else { return };
        let waiting = row.bring(at, settled);
        let cents = -row.flows[at];
        let unpaid = cents.min(waiting);
        let had_lapsed: i64 = self.lapsed.iter().filter(|(of, ..)| *of == row.row).map(|(.., cents)| cents).sum();
        let unlapsed = (cents - unpaid).min(had_lapsed);
        if unlapsed > 0 {
            self.lapsed.push((row.row, narrow(at), -unlapsed));
        }
        row.withdrawn.push((at, unpaid));
        row.cents = waiting - unpaid;
        row.counted = at + 1;
        group.waiting = i128::from(row.cents);
        group.taken = unpaid + unlapsed - cents;
    }

    /// What groups want of each cap.
    fn wanted(&self, places: &[usize]) -> Vec<i128> {
        let of = |cap: usize| {
            let bound = places.iter().map(|place| &self.groups[*place]).filter(|group| group.is_bound_by(cap));
            bound.map(|group| group.waiting).sum()
        };
        (0..self.left.len()).map(of).collect()
    }

    fn take_room(&mut self, place: usize, cents: i128) {
        let caps = self.groups[place].kind.caps;
        for (cap, left) in self.left.iter_mut().enumerate() {
            if caps >> cap & 1 == 1 {
                *left = left.saturating_sub(cents);
            }
        }
    }

    fn pay_all(&mut self, places: &[usize], at: usize) {
        for place in places {
            let paid = self.groups[*place].pay_all(at);
            self.take_room(*place, paid);
        }
    }

    /// Shares the room among the groups of one class. The tightest cap is shared out first; the rows that it binds are
    /// settled, and what is left of the other caps is shared among the rest.
    fn share_out(&mut self, at: usize, mut places: Vec<usize>) {
        while !places.is_empty() {
            let Some(cap) = self.tightest(&places) else {
                self.pay_all(&places, at);
                return;
            };
            let (bound, free): (Vec<usize>, Vec<usize>) =
                places.into_iter().partition(|place| self.groups[*place].is_bound_by(cap));
            places = free;
            if self.left[cap] <= 0 {
                bound.iter().for_each(|place| self.groups[*place].decide(Decision::Nothing));
            } else {
                self.share_cap(at, cap, &bound);
            }
        }
    }

    /// Shares what is left of a cap among the rows of these groups, in proportion to what waits.
    fn share_cap(&mut self, at: usize, cap: usize, places: &[usize]) {
        let (mut claims, mut rows) = (Vec::new(), Vec::new());
        for place in places {
            let group = &mut self.groups[*place];
            let settled = group.settled;
            claims.extend(group.rows.iter_mut().map(|row| row.arrived(at, settled)));
            rows.extend(group.rows.iter().map(|row| row.row));
        }
        let earlier = |one: usize, other: usize| (self.earlier)(rows[one], rows[other]);
        let parts = proportional(&claims, self.left[cap], earlier);
        let mut from = 0;
        for place in places {
            let group = &mut self.groups[*place];
            let mine = parts[from..from + group.rows.len()].to_vec();
            for (row, part) in group.rows.iter_mut().zip(&mine) {
                row.cents -= part;
            }
            from += mine.len();
            let paid: i128 = mine.iter().copied().map(i128::from).sum();
            group.waiting -= paid;
            group.decide(Decision::Parts(mine));
            self.take_room(*place, paid);
        }
    }

    /// The cap with the least room for what these groups want of it, if any has too little.
    fn tightest(&self, places: &[usize]) -> Option<usize> {
        let wanted = self.wanted(places);
        let room = |cap: usize| self.left[cap].max(0);
        let binding = (0..wanted.len()).filter(|cap| wanted[*cap] > room(*cap));
        binding.reduce(|best, cap| {
            let tighter = compare_ratios((room(cap), wanted[cap]), (room(best), wanted[best]));
            if tighter.is_lt() { cap } else { best }
        })
    }

    /// Lets what became payable before the year that `kept_from` gives lapse, as `at` quarters are over; told in `quarter`.
    fn lapse(&mut self, at: usize, quarter: usize, package: &Package, kept_from: impl Fn(Waits) -> Option<i32>) {
        for group in &mut self.groups {
            let Some(kept_from) = kept_from(group.kind.waits).filter(|_| group.waiting > 0) else { continue };
            // The first quarter of the package whose money is kept.
            let begin = i64::from(kept_from) * 4 - i64::from(package.first.ordinal());
            let begin = usize::try_from(begin).unwrap_or(0).min(at);
            let settled = group.settled;
            for row in &mut group.rows {
                let waiting = row.bring(at, settled);
                // The oldest was paid first, so that what waits is the newest of what arrived.
                let gone = waiting - waiting.min(row.kept(begin, at));
                if gone > 0 {
                    row.cents -= gone;
                    group.waiting -= i128::from(gone);
                    self.lapsed.push((row.row, narrow(quarter), gone));
                }
            }
        }
    }

    fn told(mut self, rows: usize) -> Absorption {
        let mut places = vec![None; rows];
        for (group, rows) in self.groups.iter().enumerate() {
            for (place, row) in rows.rows.iter().enumerate() {
                places[row.row as usize] = Some((narrow(group), narrow(place)));
            }
        }
        self.lapsed.sort_by_key(|(row, quarter, _)| (*row, *quarter));
        Absorption {
            places,
            groups: self.groups.into_iter().map(|group| group.decisions).collect(),
            lapsed: self.lapsed,
        }
    }
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
