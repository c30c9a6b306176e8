//! What conditions make of the rows: events bend the plan, steps release it, absorption lets it through.

use std::collections::HashMap;

use model::{Allocation, Key, Money, Plan, Quarter, SHARE_UNITS, StepPart, share_of};

use crate::absorb::{Absorbed, Claim, Room, absorb, rooms};
use crate::bend::{Acting, Bent, Stop, acting};
use crate::release::{Bounds, Groups, Release};
use crate::spread::Spread;

/// No place in a list.
const NONE: u32 = u32::MAX;

/// What holds one row back, as places in the lists of [`Conditions`]. Most rows of most plans are held by nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    flows: u32,
    release: u32,
    stops: (u32, u32),
    absorbed: u32,
}

const FREE: Held = Held { flows: NONE, release: NONE, stops: (0, 0), absorbed: NONE };

/// What conditions make of all rows. Nothing in it where a plan has no conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Conditions {
    held: Vec<Held>,
    releases: Vec<Release>,
    /// What is payable in each quarter of the package, row after row of those that are held.
    flows: Vec<i64>,
    stops: Vec<Stop>,
    absorbed: Vec<Absorbed>,
}

/// What holds one row back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hold<'a> {
    /// What is payable in each quarter of the package, before absorption.
    pub flows: &'a [i64],
    /// The boundaries of the row's group, where it has one with steps.
    pub release: Option<&'a Release>,
    /// What events have ended.
    pub stops: &'a [Stop],
    /// What absorption made of it, where a cap binds it.
    pub absorbed: Option<&'a Absorbed>,
}

/// How one row stands at the end of a quarter, in cents. The parts add to its amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    pub paid: i64,
    pub backlog: i64,
    pub to_come: i64,
    pub after: i64,
    pub at_risk: i64,
    pub not_yet_due: i64,
    pub lost: i64,
    pub stopped: i64,
    /// Of what is committed, what reform steps have released.
    pub released: i64,
    /// Of what is lost, what waited too long for room.
    pub lapsed: i64,
}

/// An earlier state from which what did not change is taken over.
pub(crate) struct Earlier<'a> {
    pub conditions: &'a Conditions,
    /// For each row of the plan its place in the earlier one, where it is the very same row.
    pub places: &'a [Option<u32>],
}

/// The conditions of a plan whose rows are spread as told.
pub(crate) fn conditions<'a>(
    plan: &Plan,
    planned: impl Fn(usize) -> (Spread, &'a [i64]),
    earlier: Option<&Earlier<'_>>,
) -> Conditions {
    let effects = acting(plan);
    let rooms = rooms(plan);
    let mut made = Making {
        plan,
        quarters: plan.package.quarters(),
        effects,
        groups: Groups::of(plan),
        known: HashMap::new(),
        made: Conditions::default(),
    };
    if !made.may_hold(&rooms) {
        return made.made;
    }
    let mut claims = Vec::new();
    for (at, row) in plan.allocations.iter().enumerate() {
        let caps: Vec<usize> = caps_of(plan, row);
        let same = earlier.and_then(|earlier| Some((earlier.conditions, earlier.places.get(at).copied()??)));
        match same {
            Some((conditions, place)) if !conditions.held.is_empty() => made.copy(row, conditions, place as usize),
            _ => {
                let (spread, cells) = planned(at);
                made.hold(row, spread, cells, !caps.is_empty());
            }
        }
        if !caps.is_empty() {
            claims.push(claim(plan, at, row, caps));
        }
    }
    made.absorb(&rooms, &claims)
}

fn caps_of(plan: &Plan, row: &Allocation) -> Vec<usize> {
    plan.caps.iter().enumerate().filter(|(_, cap)| cap.slice.holds(row, plan)).map(|(at, _)| at).collect()
}

fn claim(plan: &Plan, at: usize, row: &Allocation, caps: Vec<usize>) -> Claim {
    let lapse = plan.programmes.get(&row.programme).and_then(|programme| programme.lapse_years);
    let carries = caps.iter().filter_map(|cap| plan.caps.as_slice().get(*cap).and_then(|cap| cap.carry_years));
    Claim {
        row: at,
        class: row.priority.class(),
        waits_years: carries.chain(lapse).min(),
        open: open_place(row, plan),
        caps,
    }
}

/// The first quarter of the package in which a row is planned rather than paid.
pub(crate) fn open_place(row: &Allocation, plan: &Plan) -> usize {
    let from = row.paid.last().map_or(plan.package.first, |paid| paid.quarter.next());
    let open: Quarter = plan.package.open_quarter().max(from);
    usize::try_from(open.since(plan.package.first)).unwrap_or(0)
}

/// The plan of a row over the whole package before any event.
pub(crate) fn unbent(spread: Spread, cells: &[i64], quarters: usize) -> Bent {
    let mut bent = Bent { cells: vec![0; quarters], after: spread.after, stops: Vec::new() };
    let first = spread.first as usize;
    if let Some(own) = bent.cells.get_mut(first..first + cells.len()) {
        own.copy_from_slice(cells);
    }
    bent
}

struct Making<'a> {
    plan: &'a Plan,
    quarters: usize,
    effects: Vec<Acting<'a>>,
    groups: Groups,
    known: HashMap<(Key, StepPart), u32>,
    made: Conditions,
}

impl Making<'_> {
    fn may_hold(&self, rooms: &[Room]) -> bool {
        let waits = !self.plan.steps.is_empty() || self.plan.clusters.iter().any(|cluster| !cluster.terms.is_empty());
        waits || !self.effects.is_empty() || !rooms.is_empty()
    }

    /// The place of the release of the row's group and part.
    fn release(&mut self, row: &Allocation) -> u32 {
        let Some(group) = &row.booster else { return NONE };
        let key = (group.clone(), StepPart::of(row.instrument));
        if let Some(at) = self.known.get(&key) {
            return *at;
        }
        let at = match self.groups.release(self.plan, &key.0, key.1) {
            Some(release) => {
                self.made.releases.push(release);
                place(self.made.releases.len() - 1)
            }
            None => NONE,
        };
        self.known.insert(key, at);
        at
    }

    /// Takes over what an earlier state made of the very same row.
    fn copy(&mut self, row: &Allocation, earlier: &Conditions, at: usize) {
        let release = self.release(row);
        let Some(hold) = earlier.hold(at, self.quarters) else {
            self.made.held.push(FREE);
            return;
        };
        let stops = self.keep_stops(hold.stops);
        let flows = self.made.flows.len();
        self.made.flows.extend_from_slice(hold.flows);
        self.made.held.push(Held { flows: place(flows / self.quarters.max(1)), release, stops, absorbed: NONE });
    }

    fn keep_stops(&mut self, stops: &[Stop]) -> (u32, u32) {
        let begin = place(self.made.stops.len());
        self.made.stops.extend_from_slice(stops);
        (begin, place(self.made.stops.len()))
    }

    fn hold(&mut self, row: &Allocation, spread: Spread, cells: &[i64], capped: bool) {
        let release = self.release(row);
        let plan = self.plan;
        let bends = self.effects.iter().any(|effect| effect.bears_on(row, plan));
        if release == NONE && !bends && !capped {
            self.made.held.push(FREE);
            return;
        }
        let mut bent = unbent(spread, cells, self.quarters);
        let open = open_place(row, plan);
        for effect in self.effects.iter().filter(|effect| effect.bears_on(row, plan)) {
            bent.take(effect, open);
        }
        let flows = self.made.flows.len();
        let released = self.made.releases.get(release as usize);
        payable(row.amount, &bent.cells, open, released, &mut self.made.flows);
        let stops = self.keep_stops(&bent.stops);
        self.made.held.push(Held { flows: place(flows / self.quarters.max(1)), release, stops, absorbed: NONE });
    }

    fn absorb(self, rooms: &[Room], claims: &[Claim]) -> Conditions {
        let Self { plan, quarters, mut made, .. } = self;
        if claims.is_empty() {
            return made;
        }
        let flows = |at: usize| made.hold(at, quarters).map_or(&[][..], |hold| hold.flows);
        let absorbed = absorb(&plan.package, rooms, claims, flows);
        for (at, claim) in claims.iter().enumerate() {
            made.held[claim.row].absorbed = place(at);
        }
        made.absorbed = absorbed;
        made
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}

/// Appends what of a row is payable in each quarter: cumulatively the lesser of its plan and its released share; what was
/// paid in the past is a fact.
pub(crate) fn payable(amount: Money, plan: &[i64], open: usize, release: Option<&Release>, flows: &mut Vec<i64>) {
    let Some(Release(bounds)) = release else {
        flows.extend_from_slice(plan);
        return;
    };
    let (mut planned, mut before) = (0, 0);
    let mut last = (0, 0);
    let actual: i64 = plan.iter().take(open).sum();
    for (at, cents) in plan.iter().enumerate() {
        planned += cents;
        let units = bounds.get(at).map_or(SHARE_UNITS, |bounds| bounds.payable);
        if units != last.0 {
            last = (units, share_of(amount, units).cents());
        }
        let reached = if at < open { planned } else { planned.min(last.1.max(actual)) };
        flows.push(reached - before);
        before = reached;
    }
}

impl Conditions {
    /// What holds the row with this place back, where anything does.
    pub(crate) fn hold(&self, at: usize, quarters: usize) -> Option<Hold<'_>> {
        let held = self.held.get(at).filter(|held| held.flows != NONE)?;
        let begin = held.flows as usize * quarters;
        Some(Hold {
            flows: &self.flows[begin..begin + quarters],
            release: self.releases.get(held.release as usize),
            stops: &self.stops[held.stops.0 as usize..held.stops.1 as usize],
            absorbed: self.absorbed.get(held.absorbed as usize),
        })
    }

    /// Whether nothing is held back.
    pub(crate) const fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    pub(crate) fn bytes(&self) -> usize {
        let absorbed = |told: &Absorbed| size_of_val(&*told.paid) + size_of_val(&*told.lapsed);
        size_of_val(&*self.held)
            + size_of_val(&*self.flows)
            + size_of_val(&*self.stops)
            + self.releases.iter().map(|release| size_of_val(&*release.0)).sum::<usize>()
            + self.absorbed.iter().map(absorbed).sum::<usize>()
    }
}

impl Hold<'_> {
    /// What is paid in a quarter.
    pub(crate) fn paid(&self, at: usize) -> i64 {
        self.absorbed.map_or(self.flows[at], |absorbed| absorbed.paid[at])
    }

    /// Tells how the row stands at the end of each quarter of the package.
    pub(crate) fn each(&self, amount: i64, mut tell: impl FnMut(usize, &Standing)) {
        let quarters = self.flows.len();
        // The most that will be payable by the end of the package, seen from each quarter.
        let mut reaches = vec![0; quarters];
        let mut payable: i64 = self.flows.iter().sum();
        let mut most = payable;
        for at in (0..quarters).rev() {
            most = most.max(payable);
            reaches[at] = most;
            payable -= self.flows[at];
        }
        let mut known = Known::default();
        let mut sums = Sums::default();
        let mut lapses = self.lapses();
        for (at, reach) in reaches.into_iter().enumerate() {
            sums.payable += self.flows[at];
            sums.paid += self.paid(at);
            while let Some((_, cents)) = lapses.next_if(|(of, _)| *of as usize <= at) {
                sums.lapsed += cents;
            }
            tell(at, &self.standing(at, amount, sums, reach, &mut known));
        }
    }

    /// What is planned past the package, seen from its end.
    pub(crate) fn after(&self, amount: i64) -> i64 {
        let Some(last) = self.flows.len().checked_sub(1) else { return amount };
        let payable = self.flows.iter().sum();
        let sums = Sums { payable, ..Sums::default() };
        self.standing(last, amount, sums, payable, &mut Known::default()).after
    }

    fn standing(&self, at: usize, amount: i64, sums: Sums, reach: i64, known: &mut Known) -> Standing {
        let Sums { payable, paid, lapsed } = sums;
        let ended: i64 = self.stops.iter().map(|stop| stop.inside + stop.beyond).sum();
        let (stopped, inside) = self.stopped(at);
        let left = amount - stopped;
        let (released, due_later, claimable) = self.boundaries(at, amount, known);
        let released = released.min(left).max(payable);
        let due_later = due_later.min(left).max(released);
        let claimable = claimable.min(left).max(due_later);
        let steady = released.min(amount - ended);
        let reach = reach.min(steady).max(payable);
        // Money that an event is going to end is still planned until it does.
        let doomed = released - steady;
        let doomed_inside = doomed.min(inside);
        Standing {
            paid,
            backlog: payable - paid - lapsed,
            to_come: reach - payable + doomed_inside,
            after: steady - reach + doomed - doomed_inside,
            at_risk: claimable - due_later,
            not_yet_due: due_later - released,
            lost: left - claimable + lapsed,
            stopped,
            released,
            lapsed,
        }
    }

    fn lapses(&self) -> std::iter::Peekable<impl Iterator<Item = &(u32, i64)>> {
        self.absorbed.map_or(&[][..], |absorbed| absorbed.lapsed.as_slice()).iter().peekable()
    }

    /// What has been ended by the end of a quarter, and what of the rest that will be ended was planned within the package.
    fn stopped(&self, at: usize) -> (i64, i64) {
        let (mut gone, mut inside) = (0, 0);
        for stop in self.stops {
            if stop.from as usize <= at {
                gone += stop.inside + stop.beyond;
            } else {
                inside += stop.inside;
            }
        }
        (gone, inside)
    }

    fn boundaries(&self, at: usize, amount: i64, known: &mut Known) -> (i64, i64, i64) {
        let Some(bounds) = self.release.and_then(|release| release.0.get(at)) else { return (amount, amount, amount) };
        let of = |units: i64, last: &mut (i64, i64)| {
            if units != last.0 {
                *last = (units, share_of(Money::from_cents(amount), units).cents());
            }
            last.1
        };
        let Bounds { released, due_later, claimable, payable: _ } = *bounds;
        (of(released, &mut known.0), of(due_later, &mut known.1), of(claimable, &mut known.2))
    }
}

/// What has become of a row by the end of a quarter, in cents.
#[derive(Clone, Copy, Default)]
struct Sums {
    payable: i64,
    paid: i64,
    lapsed: i64,
}

/// The last boundaries in share units and cents: they change rarely from one quarter to the next.
#[derive(Default)]
struct Known((i64, i64), (i64, i64), (i64, i64));
