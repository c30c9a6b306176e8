//! A plan and its schedule, computed at most once, from the nearest one that is known.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use engine::Schedule;
use model::{Id, Plan};

/// A plan and its schedule.
#[derive(Debug)]
pub(crate) struct Reckoning {
    plan: Plan,
    schedule: OnceLock<Arc<Schedule>>,
    /// What the schedule can be computed from sooner than from nothing. Let go of as soon as that is done.
    nearest: Mutex<Nearest>,
}

/// An earlier plan and its schedule. It knows of nothing earlier still, so no chain of states builds up.
#[derive(Clone, Debug)]
pub(crate) struct Earlier {
    plan: Plan,
    schedule: Arc<Schedule>,
}

/// A plan that differs little from another one.
#[derive(Clone, Debug, Default)]
pub(crate) enum Nearest {
    /// There is none.
    #[default]
    None,
    /// One with its schedule.
    Earlier(Earlier),
    /// One whose schedule is computed when it is needed: the base plan of a scenario.
    Base(Arc<Reckoning>),
}

impl Reckoning {
    pub(crate) fn new(plan: Plan, nearest: Nearest) -> Self {
        Self { plan, schedule: OnceLock::new(), nearest: Mutex::new(nearest) }
    }

    pub(crate) const fn plan(&self) -> &Plan {
        &self.plan
    }

    pub(crate) fn schedule(&self) -> &Schedule {
        if let Some(schedule) = self.schedule.get() {
            return schedule;
        }
        let schedule = self.schedule.get_or_init(|| Arc::new(self.compute()));
        // Not before it is set: whoever makes an edit meanwhile finds the one or the other.
        *self.nearest() = Nearest::None;
        schedule
    }

    fn compute(&self) -> Schedule {
        let nearest = self.nearest().clone();
        match nearest {
            Nearest::None => engine::schedule(&self.plan),
            Nearest::Earlier(Earlier { plan, schedule }) => engine::schedule_after(&plan, &schedule, &self.plan),
            Nearest::Base(base) => engine::schedule_after(base.plan(), base.schedule(), &self.plan),
        }
    }

    /// The schedule that was computed last, on the way to this plan.
    pub(crate) fn known(&self) -> Option<Earlier> {
        // Looked at first: by the time it is let go of, the own one is there.
        let nearest = self.nearest().clone();
        let own =
            self.schedule.get().map(|schedule| Earlier { plan: self.plan.clone(), schedule: Arc::clone(schedule) });
        own.or(match nearest {
            Nearest::Earlier(earlier) => Some(earlier),
            Nearest::None | Nearest::Base(_) => None,
        })
    }

    /// How many bytes the schedule takes, where it was computed.
    pub(crate) fn bytes(&self) -> usize {
        self.schedule.get().map_or(0, |schedule| schedule.bytes())
    }

    fn nearest(&self) -> MutexGuard<'_, Nearest> {
        self.nearest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Earlier {
    /// Puts rows of the earlier plan into the place of those of `plan` that are equal to them. A schedule is computed
    /// sooner from one whose rows are the very same ones.
    pub(crate) fn lend_rows(&self, plan: &mut Plan, allocations: &[Id]) {
        for id in allocations {
            let (Some(own), Some(row)) = (self.plan.allocations.get(id), plan.allocations.get(id)) else { continue };
            if own == row {
                plan.allocations.put(Arc::clone(own));
            }
        }
    }
}

impl From<Option<Earlier>> for Nearest {
    fn from(earlier: Option<Earlier>) -> Self {
        earlier.map_or(Self::None, Self::Earlier)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Weak;

    use model::{Change, Edit, Money};

    use super::*;

    fn first() -> Reckoning {
        let rows = "package 800bn\nA001 eu grant energy 10bn 2027-Q1..2028-Q4 uniform\ncap 1bn sector=energy";
        Reckoning::new(model::sketch::plan(rows).unwrap(), Nearest::None)
    }

    fn after(before: &Reckoning, cents: i64) -> Reckoning {
        let allocation = before.plan().allocations.as_slice()[0].id;
        let edit = Edit::base(Change::SetAmount { allocation, amount: Money::from_cents(cents) });
        Reckoning::new(before.plan().apply(&edit).unwrap(), before.known().into())
    }

    fn schedule_of(reckoning: &Reckoning) -> Weak<Schedule> {
        Arc::downgrade(reckoning.schedule.get().unwrap())
    }

    #[test]
    fn a_schedule_is_computed_from_the_last_one_there_is() {
        let first = first();
        assert!(first.known().is_none());
        assert_eq!(first.schedule(), &engine::schedule(first.plan()));
        // Nobody asks for the one in between.
        let third = after(&after(&first, 500), 700);
        assert!(third.known().is_some_and(|known| Arc::ptr_eq(&known.schedule, first.schedule.get().unwrap())));
        assert_eq!(third.schedule(), &engine::schedule(third.plan()));
        assert!(third.known().is_some_and(|known| Arc::ptr_eq(&known.schedule, third.schedule.get().unwrap())));
    }

    #[test]
    fn a_schedule_is_computed_from_that_of_the_base() {
        let base = Arc::new(first());
        let changed = after(&base, 500).plan().clone();
        let overlay = Reckoning::new(changed, Nearest::Base(Arc::clone(&base)));
        assert!(overlay.known().is_none() && overlay.bytes() == 0);
        assert_eq!(overlay.schedule(), &engine::schedule(overlay.plan()));
        assert!(base.schedule.get().is_some() && overlay.known().is_some() && overlay.bytes() > 0);
        assert_eq!(Arc::strong_count(&base), 1);
    }

    #[test]
    fn schedules_do_not_pile_up() {
        let mut reckoning = first();
        let mut seen = Vec::new();
        for cents in 1..40 {
            if cents % 3 == 0 {
                assert_eq!(reckoning.schedule().len(), 1);
                seen.push(schedule_of(&reckoning));
            }
            reckoning = after(&reckoning, cents);
        }
        let alive = || seen.iter().filter(|schedule| schedule.strong_count() > 0).count();
        // The last one, kept for the plan that nobody has asked yet.
        assert_eq!(alive(), 1);
        assert_eq!(reckoning.schedule().len(), 1);
        assert_eq!(alive(), 0);
    }
}
