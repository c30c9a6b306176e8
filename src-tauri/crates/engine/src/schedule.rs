//! The schedule: every row over every quarter of the package.

use std::sync::Arc;

use model::{Allocation, Money, Package, Plan, Quarter};

use crate::conditions::{Conditions, Hold, Standing, conditions};
use crate::sound::Sound;
use crate::spread::{Curves, Spread, spread_row};
use crate::stages::same_time;
use crate::{Every, Measure};

/// How many rows are kept together. What did not change is shared between a schedule and the next, chunk by chunk.
pub(crate) const CHUNK: usize = 128;

/// What follows from a plan per quarter. Computed, never typed; it dies with the plan it was computed from.
///
/// Rows stand in the order of the plan's allocations. Only the quarters in which a row has money take memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    first: Quarter,
    quarters: usize,
    count: usize,
    chunks: Vec<Arc<Chunk>>,
    conditions: Conditions,
}

/// Some neighbouring rows and what their profiles plan.
#[derive(Debug, Default, PartialEq, Eq)]
struct Chunk {
    rows: Vec<Planned>,
    cells: Vec<i64>,
    sound: Sound,
}

/// One row: where its cells begin in those of its chunk, and what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Planned {
    begin: u32,
    spread: Spread,
    amount: i64,
    /// The package's quarter in which it is committed.
    committed: i32,
}

/// The schedule of `plan`, which is the resolved one of a scenario.
#[must_use]
pub fn schedule(plan: &Plan) -> Schedule {
    build(plan, None)
}

/// The schedule of `plan`, given that of the plan from which it came by an edit: the same as [`schedule`], sooner. What
/// depends on nothing that changed is taken over.
#[must_use]
pub fn schedule_after(before: &Plan, told: &Schedule, plan: &Plan) -> Schedule {
    if !same_time(&before.package, &plan.package) || told.len() != before.allocations.len() {
        return build(plan, None);
    }
    let unchanged = before.clusters == plan.clusters
        && before.steps == plan.steps
        && before.events == plan.events
        && before.caps == plan.caps
        && before.programmes == plan.programmes;
    build(plan, Some(&Before { plan: before, told, unchanged }))
}

/// An earlier plan and its schedule.
struct Before<'a> {
    plan: &'a Plan,
    told: &'a Schedule,
    /// Whether what rows depend on is the same.
    unchanged: bool,
}

impl Before<'_> {
    /// Whether the rows of a chunk of `plan` are the very same ones as here.
    fn has(&self, plan: &Plan, chunk: usize) -> bool {
        let of = |plan: &'_ Plan| -> Vec<*const Allocation> {
            plan.allocations.as_slice().iter().skip(chunk * CHUNK).take(CHUNK).map(Arc::as_ptr).collect()
        };
        of(self.plan) == of(plan)
    }
}

fn build(plan: &Plan, before: Option<&Before<'_>>) -> Schedule {
    let package: &Package = &plan.package;
    let mut curves = Curves::default();
    let mut kept = Vec::new();
    let mut chunks: Vec<Arc<Chunk>> = Vec::new();
    for (place, rows) in plan.allocations.as_slice().chunks(CHUNK).enumerate() {
        let same = before.filter(|before| before.has(plan, place)).and_then(|before| before.told.chunks.get(place));
        kept.push(same.is_some());
        chunks.push(same.map_or_else(|| Arc::new(chunk(rows, package, &mut curves)), Arc::clone));
    }
    let planned = |at: usize| {
        let chunk = &chunks[at / CHUNK];
        let row = chunk.rows[at % CHUNK];
        (row.spread, chunk.of(row))
    };
    let earlier = before.filter(|before| before.unchanged).map(|before| &before.told.conditions);
    let conditions = conditions(plan, planned, earlier, |place| kept[place]);
    let count = plan.allocations.len();
    Schedule { first: package.first, quarters: package.quarters(), count, chunks, conditions }
}

fn chunk<'a>(rows: &'a [Arc<Allocation>], package: &Package, curves: &mut Curves<'a>) -> Chunk {
    let mut chunk = Chunk { rows: Vec::with_capacity(rows.len()), ..Chunk::default() };
    for row in rows {
        let begin = u32::try_from(chunk.cells.len()).unwrap_or(u32::MAX);
        let spread = spread_row(row, package, curves, &mut chunk.cells);
        let committed = committed_in(row).since(package.first);
        chunk.rows.push(Planned { begin, spread, amount: row.amount.cents(), committed });
    }
    chunk
}

impl Chunk {
    /// The cells of one of its rows.
    fn of(&self, row: Planned) -> &[i64] {
        &self.cells[row.begin as usize..][..row.spread.length as usize]
    }
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
        self.count
    }

    /// How many bytes the figures take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let chunk = |chunk: &Arc<Chunk>| size_of_val(&*chunk.rows) + size_of_val(&*chunk.cells);
        self.chunks.iter().map(chunk).sum::<usize>() + self.conditions.bytes()
    }

    /// Whether events, steps or caps hold anything back at all.
    #[must_use]
    pub const fn is_conditioned(&self) -> bool {
        !self.conditions.is_empty()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The row with this place among the plan's allocations.
    ///
    /// # Panics
    /// Where there is no such row.
    #[must_use]
    pub fn row(&self, at: usize) -> RowSchedule<'_> {
        let chunk = &self.chunks[at / CHUNK];
        let row = chunk.rows[at % CHUNK];
        let Planned { begin: _, spread, amount, committed } = row;
        let hold = self.conditions.hold(at, self.quarters);
        RowSchedule { schedule: self, spread, cells: chunk.of(row), amount, committed, hold }
    }

    /// The rows, in the order of the plan's allocations.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = RowSchedule<'_>> {
        (0..self.len()).map(|at| self.row(at))
    }

    /// What is known of the soundness of each chunk of rows.
    pub(crate) fn sounds(&self) -> impl Iterator<Item = &Sound> {
        self.chunks.iter().map(|chunk| &chunk.sound)
    }

    /// Which period ends with the package's quarter number `at`, if one does.
    pub(crate) fn period_ending(&self, at: usize, every: Every) -> Option<usize> {
        let place = every.place(self.first, at);
        let last = at + 1 == self.quarters || every.place(self.first, at + 1) != place;
        last.then_some(place)
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
    pub(crate) hold: Option<Hold<'a>>,
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

    /// What is paid in the package's quarter number `at`, less what is taken back in it.
    #[must_use]
    pub fn paid(&self, at: usize) -> Money {
        let Some(hold) = self.hold else { return self.planned(at) };
        let mut told = 0;
        hold.each_paid(|of, cents, _| told += if of == at { cents } else { 0 });
        Money::from_cents(told)
    }

    /// What is payable in the package's quarter number `at`: planned, opened by events and released, before absorption.
    #[must_use]
    pub fn payable(&self, at: usize) -> Money {
        self.hold.map_or_else(|| self.planned(at), |hold| Money::from_cents(hold.flows[at]))
    }

    /// What lapses in the package's quarter number `at` because it waited too long for room.
    #[must_use]
    pub fn lapsed(&self, at: usize) -> Money {
        let lapses = self.hold.and_then(|hold| hold.absorbed).map_or(&[][..], |absorbed| absorbed.lapsed);
        Money::from_cents(lapses.iter().filter(|(_, of, _)| *of as usize == at).map(|(.., cents)| cents).sum())
    }

    /// What is planned past the package after all conditions.
    #[must_use]
    pub fn after_conditions(&self) -> Money {
        self.hold.map_or_else(|| self.after(), |hold| Money::from_cents(hold.after(self.amount)))
    }

    /// Whether reform steps decide of the row.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.hold.is_some_and(|hold| hold.release.is_some())
    }

    /// Whether a cap binds the row.
    #[must_use]
    pub fn is_capped(&self) -> bool {
        self.hold.is_some_and(|hold| hold.absorbed.is_some())
    }

    /// Where the profile puts the row, before any condition.
    pub(crate) const fn spread(&self) -> (Spread, &[i64]) {
        (self.spread, self.cells)
    }

    /// Whether anything but its own profile says when the row is paid.
    #[must_use]
    pub const fn is_held(&self) -> bool {
        self.hold.is_some()
    }

    /// Adds what the row has of `measure`, in cents, to the sum of each period, and gives what it has past the package.
    ///
    /// # Panics
    /// Where there are fewer sums than [`Schedule::places`].
    pub fn add_to(&self, sums: &mut [i128], measure: Measure, every: Every) -> i128 {
        let place = every.placing(self.schedule.first);
        match (measure, self.hold) {
            (Measure::Committed, _) => self.add_commitment(sums, every),
            (Measure::Planned, _) | (Measure::Paid, None) => {
                every.add(self.schedule.first, self.spread.first as usize, self.cells, sums);
                i128::from(self.spread.after)
            }
            (Measure::Paid, Some(hold)) => {
                hold.each_paid(|at, cents, _| sums[place(at)] += i128::from(cents));
                i128::from(hold.after(self.amount))
            }
            (Measure::Clawback, Some(hold)) => {
                let mut add = |at, cents: i64| sums[place(at)] -= i128::from(cents.min(0));
                hold.each_paid(|at, cents, _| add(at, cents));
                0
            }
            (Measure::Clawback, None) => 0,
            (measure, hold) if measure.is_stock() => {
                match hold {
                    Some(hold) => self.add_held(sums, every, hold, measure),
                    None => self.add_stock(sums, every, measure),
                }
                0
            }
            _ => 0,
        }
    }

    /// Adds, of a row that nothing holds back, to the quarter in which it begins what is committed and due within the package,
    /// and what is due past it; and to each quarter what is paid in it.
    pub(crate) fn add_free(&self, quarters: &mut [[i128; 3]]) {
        let own = quarters.get_mut(self.spread.first as usize..).unwrap_or_default();
        own.iter_mut().zip(self.cells).for_each(|(sums, cents)| sums[2] += i128::from(*cents));
        let begins = usize::try_from(self.committed.max(0)).unwrap_or(0);
        if let Some(sums) = quarters.get_mut(begins) {
            sums[0] += i128::from(self.amount - self.spread.after);
            sums[1] += i128::from(self.spread.after);
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

    /// Where the sum of a stock at the end of quarter `at` belongs, where a period ends with it and the row is committed.
    pub(crate) fn ends(&self, at: usize, every: Every) -> Option<usize> {
        let committed = i64::from(self.committed) <= at as i64;
        self.schedule.period_ending(at, every).filter(|_| committed)
    }

    /// Adds a stock of a row that nothing holds back: all that is not paid is to come, or planned past the package.
    fn add_stock(&self, sums: &mut [i128], every: Every, measure: Measure) {
        let after = self.spread.after;
        match measure {
            Measure::ToCome => {
                let mut paid = 0;
                for at in 0..self.schedule.quarters {
                    paid += self.planned(at).cents();
                    if let Some(place) = self.ends(at, every) {
                        sums[place] += i128::from(self.amount - after - paid);
                    }
                }
            }
            Measure::After => {
                for place in (0..self.schedule.quarters).filter_map(|at| self.ends(at, every)) {
                    sums[place] += i128::from(after);
                }
            }
            _ => {}
        }
    }

    /// Adds a stock of a row that is held back, from the commitment on.
    fn add_held(&self, sums: &mut [i128], every: Every, hold: Hold<'_>, measure: Measure) {
        hold.each(
            self.amount,
            |at| self.ends(at, every).is_some(),
            |at, standing| {
                let Some(place) = self.ends(at, every) else { return };
                sums[place] += i128::from(standing.stock(measure));
            },
        );
    }

    /// How the row stands at the end of the package, where it is committed by then.
    pub(crate) fn at_end(&self) -> Option<Standing> {
        let last = self.schedule.quarters.checked_sub(1).filter(|last| i64::from(self.committed) <= *last as i64)?;
        let mut end = Standing { after: self.spread.after, ..Standing::default() };
        if let Some(hold) = self.hold {
            hold.each(self.amount, |at| at == last, |_, standing| end = *standing);
        }
        Some(end)
    }

    /// Tells how the row stands at the end of each quarter, whether it is committed by then or not.
    pub(crate) fn each(&self, mut tell: impl FnMut(usize, &Standing)) {
        if let Some(hold) = self.hold {
            hold.each(self.amount, |_| true, tell);
            return;
        }
        let mut paid = 0;
        for at in 0..self.schedule.quarters {
            paid += self.planned(at).cents();
            let after = self.spread.after;
            let standing = Standing {
                paid,
                to_come: self.amount - after - paid,
                after,
                released: self.amount,
                ..Standing::default()
            };
            tell(at, &standing);
        }
    }
}
