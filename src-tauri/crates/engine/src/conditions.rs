//! What conditions make of the rows: events bend the plan, steps release it, absorption lets it through.

use std::sync::Arc;

use model::{Allocation, Money, Plan, Quarter, SHARE_UNITS, StepPart, share_of};

use crate::Measure;
use crate::absorb::{Absorbed, Absorption, Claim, Kind, Waits, absorb};
use crate::bend::{Acting, Bent, Stop, acting};
use crate::release::{Bounds, Groups, Release};
use crate::room::rooms;
use crate::schedule::CHUNK;
use crate::spread::Spread;

/// No place in a list.
const NONE: u32 = u32::MAX;

/// What holds one row back, as places in the lists of its chunk. Most rows of most plans are held by nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Held {
    flows: u32,
    release: u32,
    stops: (u32, u32),
    /// The caps that bind it: a bit for each.
    caps: u64,
    waits: Waits,
    class: u8,
    /// The first quarter that is planned rather than paid.
    open: u32,
    /// Whether anything is taken back of it.
    falls: bool,
}

const FREE: Held = Held {
    flows: NONE,
    release: NONE,
    stops: (0, 0),
    caps: 0,
    waits: Waits { carry_years: None, lapse_years: None },
    class: 0,
    open: 0,
    falls: false,
};

/// What holds the rows of one chunk back.
#[derive(Debug, Default, PartialEq, Eq)]
struct Chunk {
    held: Vec<Held>,
    /// What is payable in each quarter of the package, row after row of those that are held.
    flows: Vec<i64>,
    stops: Vec<Stop>,
}

/// What conditions make of all rows. Nothing in it where a plan has no conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Conditions {
    /// For each cluster, in order, and each part of its money.
    releases: Vec<Option<Release>>,
    chunks: Vec<Arc<Chunk>>,
    absorption: Absorption,
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
    pub absorbed: Option<Absorbed<'a>>,
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

impl Standing {
    /// What the row has of a stock; nothing of what is none.
    pub(crate) const fn stock(&self, measure: Measure) -> i64 {
        match measure {
            Measure::Backlog => self.backlog,
            Measure::ToCome => self.to_come,
            Measure::After => self.after,
            Measure::AtRisk => self.at_risk,
            Measure::NotYetDue => self.not_yet_due,
            Measure::Lost => self.lost,
            Measure::Stopped => self.stopped,
            Measure::Committed | Measure::Planned | Measure::Paid | Measure::Clawback => 0,
        }
    }
}

/// The conditions of a plan whose rows are spread as told. `kept` tells of a chunk of rows whether an earlier state, the
/// conditions of which were the same, has it as it is.
pub(crate) fn conditions<'a>(
    plan: &Plan,
    planned: impl Fn(usize) -> (Spread, &'a [i64]),
    earlier: Option<&Conditions>,
    kept: impl Fn(usize) -> bool,
) -> Conditions {
    let effects = acting(plan);
    let waits = !plan.steps.is_empty() || plan.clusters.iter().any(|cluster| !cluster.terms.is_empty());
    if !waits && effects.is_empty() && plan.caps.is_empty() {
        return Conditions::default();
    }
    let releases = earlier.map_or_else(|| releases(plan), |earlier| earlier.releases.clone());
    let lapses = plan.programmes.iter().any(|programme| programme.lapse_years.is_some());
    let making = Making { plan, quarters: plan.package.quarters(), effects, lapses, releases: &releases };
    let chunk = |(place, rows): (usize, &[Arc<Allocation>])| {
        let known = earlier.and_then(|earlier| earlier.chunks.get(place)).filter(|_| kept(place));
        known.map_or_else(|| Arc::new(making.chunk(rows, |at| planned(place * CHUNK + at))), Arc::clone)
    };
    let chunks: Vec<Arc<Chunk>> = plan.allocations.as_slice().chunks(CHUNK).enumerate().map(chunk).collect();
    let absorption = absorption(plan, &chunks);
    Conditions { releases, chunks, absorption }
}

/// Sends the rows that caps bind through absorption.
fn absorption(plan: &Plan, chunks: &[Arc<Chunk>]) -> Absorption {
    if plan.caps.is_empty() {
        return Absorption::default();
    }
    let quarters = plan.package.quarters();
    let mut claims = Vec::new();
    for (place, chunk) in chunks.iter().enumerate() {
        for (at, held) in chunk.held.iter().enumerate().filter(|(_, held)| held.caps != 0) {
            let row = self::place(place * CHUNK + at);
            let Held { caps, waits, class, open, .. } = *held;
            let kind = Kind { class, caps, waits, open, alone: held.falls.then_some(row) };
            claims.push(Claim { row, flows: &chunk.flows[held.flows as usize * quarters..][..quarters], kind });
        }
    }
    absorb(plan, &rooms(plan), &claims)
}

/// The releases of every cluster and part.
fn releases(plan: &Plan) -> Vec<Option<Release>> {
    let groups = Groups::of(plan);
    let parts = |cluster: &model::Cluster| StepPart::ALL.map(|part| groups.release(plan, &cluster.key, part));
    plan.clusters.iter().flat_map(|cluster| parts(cluster)).collect()
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
    /// Whether any programme's commitments lapse.
    lapses: bool,
    releases: &'a [Option<Release>],
}

impl Making<'_> {
    fn chunk<'c>(&self, rows: &[Arc<Allocation>], planned: impl Fn(usize) -> (Spread, &'c [i64])) -> Chunk {
        let mut chunk = Chunk::default();
        for (at, row) in rows.iter().enumerate() {
            let (spread, cells) = planned(at);
            let held = self.hold(row, spread, cells, &mut chunk);
            chunk.held.push(held);
        }
        chunk
    }

    /// The place of the release of the row's group and part, where anything bears on it.
    fn release(&self, row: &Allocation) -> u32 {
        let cluster = row.booster.as_ref().and_then(|key| self.plan.clusters.place_of(key));
        let part = StepPart::of(row.instrument);
        let part = StepPart::ALL.iter().position(|known| *known == part);
        let at = cluster.zip(part).map(|(cluster, part)| cluster * StepPart::ALL.len() + part);
        at.filter(|at| self.releases.get(*at).is_some_and(Option::is_some)).map_or(NONE, place)
    }

    /// The caps that bind a row, a bit for each; a plan has no more than there are bits.
    fn caps(&self, row: &Allocation) -> u64 {
        let binding = self.plan.caps.iter().take(64).enumerate().filter(|(_, cap)| cap.slice.holds(row, self.plan));
        binding.fold(0, |mask, (at, _)| mask | 1 << at)
    }

    fn waits(&self, row: &Allocation, caps: u64) -> Waits {
        let programme = if self.lapses { self.plan.programmes.get(&row.programme) } else { None };
        let binding = self.plan.caps.iter().enumerate().filter(|(at, _)| *at < 64 && caps >> at & 1 == 1);
        Waits {
            carry_years: binding.filter_map(|(_, cap)| cap.carry_years).min(),
            lapse_years: programme.and_then(|programme| programme.lapse_years),
        }
    }

    /// What holds one row back; its figures go to the lists of its chunk.
    fn hold(&self, row: &Allocation, spread: Spread, cells: &[i64], chunk: &mut Chunk) -> Held {
        let (release, caps) = (self.release(row), self.caps(row));
        let bearing = |effect: &&Acting<'_>| effect.bears_on(row, self.plan);
        if release == NONE && caps == 0 && !self.effects.iter().any(|effect| bearing(&effect)) {
            return FREE;
        }
        let mut bent = unbent(spread, cells, self.quarters);
        let open = open_place(row, self.plan);
        for effect in self.effects.iter().filter(bearing) {
            bent.take(effect, open);
        }
        let begin = chunk.flows.len();
        let released = self.releases.get(release as usize).and_then(Option::as_ref);
        payable(row.amount, &bent.cells, open, released, &mut chunk.flows);
        let stops = (place(chunk.stops.len()), place(chunk.stops.len() + bent.stops.len()));
        chunk.stops.extend(bent.stops);
        Held {
            flows: place(begin / self.quarters.max(1)),
            release,
            stops,
            caps,
            waits: self.waits(row, caps),
            class: row.priority.class(),
            open: place(open),
            falls: chunk.flows[begin..].iter().any(|flow| *flow < 0),
        }
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
        let chunk = self.chunks.get(at / CHUNK)?;
        let held = chunk.held.get(at % CHUNK).filter(|held| held.flows != NONE)?;
        Some(Hold {
            flows: &chunk.flows[held.flows as usize * quarters..][..quarters],
            release: self.releases.get(held.release as usize).and_then(Option::as_ref),
            stops: &chunk.stops[held.stops.0 as usize..held.stops.1 as usize],
            absorbed: self.absorption.of(at),
        })
    }

    /// Whether nothing is held back.
    pub(crate) const fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    pub(crate) fn bytes(&self) -> usize {
        let chunk =
            |chunk: &Arc<Chunk>| size_of_val(&*chunk.held) + size_of_val(&*chunk.flows) + size_of_val(&*chunk.stops);
        self.chunks.iter().map(chunk).sum::<usize>()
            + self.releases.iter().flatten().map(|release| size_of_val(&*release.0)).sum::<usize>()
            + self.absorption.bytes()
    }
}

impl Hold<'_> {
    /// Tells what is paid in each quarter of the package, and what has lapsed by its end.
    pub(crate) fn each_paid(&self, mut tell: impl FnMut(usize, i64, i64)) {
        match self.absorbed {
            Some(absorbed) => absorbed.each(self.flows, tell),
            None => self.flows.iter().enumerate().for_each(|(at, cents)| tell(at, *cents, 0)),
        }
    }

    /// Tells how the row stands at the end of those quarters of the package that are `wanted`.
    pub(crate) fn each(&self, amount: i64, wanted: impl Fn(usize) -> bool, mut tell: impl FnMut(usize, &Standing)) {
        let reaches = self.reaches();
        let total: i64 = self.flows.iter().sum();
        let mut known = Known::default();
        let mut sums = Sums::default();
        self.each_paid(|at, paid, lapsed| {
            sums = Sums { payable: sums.payable + self.flows[at], paid: sums.paid + paid, lapsed };
            if wanted(at) {
                let reach = reaches.as_ref().map_or(total, |reaches| reaches[at]);
                tell(at, &self.standing(at, amount, sums, reach, &mut known));
            }
        });
    }

    /// The most that will be payable by the end of the package, seen from each quarter; nothing where that is what is payable
    /// at its end, because nothing is taken back.
    fn reaches(&self) -> Option<Vec<i64>> {
        if self.flows.iter().all(|flow| *flow >= 0) {
            return None;
        }
        let mut payable: i64 = self.flows.iter().sum();
        let mut most = payable;
        let mut reaches = vec![0; self.flows.len()];
        for at in (0..self.flows.len()).rev() {
            most = most.max(payable);
            reaches[at] = most;
            payable -= self.flows[at];
        }
        Some(reaches)
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
