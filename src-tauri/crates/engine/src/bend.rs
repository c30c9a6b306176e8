//! What events do to the plan of a row: open it later, delay, scale or stop it.
//!
//! Events bend what is still planned; what was paid stands. First the openings, then the rest in the order of their days.
//! An event acts from the quarter of its day on; one past the package's last quarter, unless it opens money, does nothing
//! within it. (`product.md`: an event may open or close money.)

use model::{Allocation, EffectVerb, Event, EventState, Id, Plan, Quarter, Slice};

/// One effect of an event that counts, at its place in the package.
#[derive(Clone, Debug)]
pub(crate) struct Acting<'a> {
    pub event: Id,
    /// The package's quarter from which it acts; past the package where it is its length or more.
    from: usize,
    act: Act,
    slice: &'a Slice,
    except: &'a Slice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Open,
    Delay(usize),
    /// What share is kept, in share units.
    Keep(i64),
}

impl Acting<'_> {
    /// Whether it acts on `row`.
    pub(crate) fn bears_on(&self, row: &Allocation, plan: &Plan) -> bool {
        self.slice.holds(row, plan) && (self.except.0.is_empty() || !self.except.holds(row, plan))
    }

    /// Whether it opens money only after a package of so many quarters.
    pub(crate) fn opens_after(&self, quarters: usize) -> bool {
        self.act == Act::Open && self.from >= quarters
    }
}

/// The effects of every event that counts, in the order in which they act.
pub(crate) fn acting(plan: &Plan) -> Vec<Acting<'_>> {
    let mut all = Vec::new();
    for (day, event) in plan.calendar() {
        if event.state == EventState::Excluded || event.effects.is_empty() {
            continue;
        }
        gather(plan, event, day.quarter(), &mut all);
    }
    all.sort_by_key(|effect| (effect.act != Act::Open, effect.from));
    all
}

fn gather<'a>(plan: &Plan, event: &'a Event, quarter: Quarter, all: &mut Vec<Acting<'a>>) {
    let place = |quarter: Quarter| usize::try_from(quarter.since(plan.package.first)).unwrap_or(0);
    for effect in &event.effects {
        let mut push = |from, act| {
            all.push(Acting { event: event.id, from, act, slice: &effect.slice, except: &effect.except });
        };
        let here = place(quarter);
        match effect.verb {
            EffectVerb::Open => push(here, Act::Open),
            EffectVerb::While => {
                push(here, Act::Open);
                if let Some(until) = event.until {
                    push(place(until.quarter().next()), Act::Keep(0));
                }
            }
            EffectVerb::Delay => push(here, Act::Delay(effect.quarters as usize)),
            EffectVerb::Scale => push(here, Act::Keep(effect.share.units())),
            EffectVerb::Stop => push(here, Act::Keep(0)),
        }
    }
}

/// What an event has ended of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stop {
    /// The package's quarter from which it has.
    pub from: u32,
    /// What was planned within the package.
    pub inside: i64,
    /// What was planned past it.
    pub beyond: i64,
}

/// The plan of one row over the whole package, in cents per quarter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bent {
    /// What is planned in each quarter of the package, what was paid included.
    pub cells: Vec<i64>,
    /// What is planned past it.
    pub after: i64,
    /// What was ended, in the order of the quarters.
    pub stops: Vec<Stop>,
}

impl Bent {
    /// What was ended in all.
    #[cfg(test)]
    pub(crate) fn stopped(&self) -> i64 {
        self.stops.iter().map(|stop| stop.inside + stop.beyond).sum()
    }

    /// Lets one effect act. `open` is the first quarter that is still plan rather than paid.
    pub(crate) fn take(&mut self, effect: &Acting<'_>, open: usize) {
        match effect.act {
            Act::Open => {
                let planned = (open..self.cells.len()).find(|at| self.cells[*at] != 0);
                if let Some(planned) = planned.filter(|planned| *planned < effect.from) {
                    self.shift(planned, effect.from - planned);
                }
            }
            Act::Delay(quarters) => self.shift(effect.from.max(open), quarters),
            Act::Keep(share) => self.keep(effect.from, open, share),
        }
    }

    /// Moves what is planned in `from` and later by `by` quarters; what leaves the package is planned past it.
    fn shift(&mut self, from: usize, by: usize) {
        let count = self.cells.len();
        if from >= count || by == 0 {
            return;
        }
        let stays = count.saturating_sub(by).max(from);
        self.after += self.cells[stays..].iter().sum::<i64>();
        self.cells.copy_within(from..stays, (from + by).min(count));
        let emptied = (from + by).min(count);
        self.cells[from..emptied].fill(0);
    }

    /// Keeps a share of what is planned in `from` and later, and ends the rest. Rounded cumulatively, so that what is kept
    /// and what is ended add to what was planned.
    fn keep(&mut self, from: usize, open: usize, share: i64) {
        let count = self.cells.len();
        if from >= count {
            return;
        }
        let (mut planned, mut kept) = (0, 0);
        let mut part = |cents: i64| {
            planned += cents;
            let until = model::share_of(model::Money::from_cents(planned), share).cents();
            let mine = until - kept;
            kept = until;
            mine
        };
        let mut inside = 0;
        for cell in &mut self.cells[from.max(open).min(count)..] {
            let mine = part(*cell);
            inside += *cell - mine;
            *cell = mine;
        }
        let mine = part(self.after);
        let beyond = self.after - mine;
        self.after = mine;
        if inside != 0 || beyond != 0 {
            self.stops.push(Stop { from: u32::try_from(from).unwrap_or(u32::MAX), inside, beyond });
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn bent(cells: &[i64], after: i64) -> Bent {
        Bent { cells: cells.to_vec(), after, stops: Vec::new() }
    }

    fn effect<'a>(from: usize, act: Act, slice: &'a Slice) -> Acting<'a> {
        Acting { event: Id::from_bits(1), from, act, slice, except: slice }
    }

    #[test]
    fn opening_moves_the_whole_plan_and_loses_nothing() {
        let all = Slice::default();
        let mut plan = bent(&[0, 10, 20, 30], 5);
        plan.take(&effect(3, Act::Open, &all), 0);
        assert_eq!(plan, bent(&[0, 0, 0, 10], 55));
        plan.take(&effect(2, Act::Open, &all), 0);
        assert_eq!(plan, bent(&[0, 0, 0, 10], 55), "what is open already does not move");
        let mut paid = bent(&[7, 10, 20, 30], 0);
        paid.take(&effect(2, Act::Open, &all), 1);
        assert_eq!(paid, bent(&[7, 0, 10, 20], 30), "what was paid stands");
    }

    #[test]
    fn a_delay_beyond_the_package_is_planned_after_it() {
        let all = Slice::default();
        let mut plan = bent(&[1, 2, 3, 4], 0);
        plan.take(&effect(1, Act::Delay(2), &all), 0);
        assert_eq!(plan, bent(&[1, 0, 0, 2], 7));
        let mut plan = bent(&[1, 2, 3, 4], 0);
        plan.take(&effect(1, Act::Delay(400), &all), 0);
        assert_eq!(plan, bent(&[1, 0, 0, 0], 9));
    }

    #[test]
    fn what_is_kept_and_what_is_ended_add_up() {
        let all = Slice::default();
        let mut plan = bent(&[10, 5, 5, 5], 5);
        plan.take(&effect(1, Act::Keep(model::SHARE_UNITS / 2), &all), 0);
        assert_eq!(plan.cells.iter().sum::<i64>() + plan.after + plan.stopped(), 30);
        assert_eq!(plan.cells[0], 10);
        assert_eq!(plan.stopped(), 10);
        plan.take(&effect(2, Act::Keep(0), &all), 0);
        assert_eq!(plan.cells[2..], [0, 0]);
        assert_eq!(plan.after, 0);
        assert_eq!(plan.cells.iter().sum::<i64>() + plan.stopped(), 30);
    }
}
