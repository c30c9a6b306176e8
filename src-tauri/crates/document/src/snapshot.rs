//! One state of a plan, and what was computed from it.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use engine::Schedule;
use model::Plan;
use store::{Digest, StateDigest};

/// One state of a plan. It never changes; what is computed from it dies with it.
#[derive(Debug)]
pub struct Snapshot {
    plan: Plan,
    digest: StateDigest,
    fingerprint: String,
    revision: u64,
    schedule: OnceLock<Arc<Schedule>>,
    /// What the schedule can be computed from sooner than from nothing. Let go of as soon as that is done.
    earlier: Mutex<Option<Earlier>>,
}

/// An earlier plan and its schedule. It knows of nothing earlier still, so no chain of states builds up.
#[derive(Clone, Debug)]
struct Earlier {
    plan: Plan,
    schedule: Arc<Schedule>,
}

impl Snapshot {
    pub(crate) fn new(plan: Plan, digest: StateDigest, revision: u64) -> Self {
        let fingerprint = digest.fingerprint();
        let (schedule, earlier) = (OnceLock::new(), Mutex::new(None));
        Self { plan, digest, fingerprint, revision, schedule, earlier }
    }

    /// The state to which an act leads from this one.
    pub(crate) fn next(&self, plan: Plan, digest: StateDigest, revision: u64) -> Self {
        Self { earlier: Mutex::new(self.known()), ..Self::new(plan, digest, revision) }
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What the plan hashes to. Equal for equal plans, however they came to be.
    #[must_use]
    pub fn state_sha256(&self) -> Digest {
        self.digest.state_sha256()
    }

    /// The first eight digits of the hash, as every chart and export shows them.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// How many entries the history had when this became the state; it only grows while a document is open.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// The schedule of the plan, computed when it is first asked for: from the one before the last acts, where somebody
    /// had asked for that.
    #[must_use]
    pub fn schedule(&self) -> &Schedule {
        if let Some(schedule) = self.schedule.get() {
            return schedule;
        }
        let schedule = self.schedule.get_or_init(|| Arc::new(self.compute()));
        // Not before it is set: whoever makes an edit meanwhile finds the one or the other.
        *self.earlier() = None;
        schedule
    }

    fn compute(&self) -> Schedule {
        let earlier = self.earlier().clone();
        match earlier {
            Some(Earlier { plan, schedule }) => engine::schedule_after(&plan, &schedule, &self.plan),
            None => engine::schedule(&self.plan),
        }
    }

    /// The schedule that was computed last, on the way to this state.
    fn known(&self) -> Option<Earlier> {
        let earlier = self.earlier();
        let own =
            self.schedule.get().map(|schedule| Earlier { plan: self.plan.clone(), schedule: Arc::clone(schedule) });
        own.or_else(|| earlier.clone())
    }

    fn earlier(&self) -> MutexGuard<'_, Option<Earlier>> {
        self.earlier.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) const fn digest(&self) -> &StateDigest {
        &self.digest
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Weak;

    use model::{Change, Edit, Money};

    use super::*;

    fn first() -> Snapshot {
        let rows = "package 800bn\nA001 eu grant energy 10bn 2027-Q1..2028-Q4 uniform\ncap 1bn sector=energy";
        let plan = model::sketch::plan(rows).unwrap();
        let digest = StateDigest::of(&plan);
        Snapshot::new(plan, digest, 1)
    }

    fn after(before: &Snapshot, cents: i64) -> Snapshot {
        let allocation = before.plan().allocations.as_slice()[0].id;
        let edit = Edit::base(Change::SetAmount { allocation, amount: Money::from_cents(cents) });
        let plan = before.plan().apply(&edit).unwrap();
        let digest = StateDigest::of(&plan);
        before.next(plan, digest, before.revision() + 1)
    }

    fn schedule_of(snapshot: &Snapshot) -> Weak<Schedule> {
        Arc::downgrade(snapshot.schedule.get().unwrap())
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
    fn schedules_do_not_pile_up() {
        let mut snapshot = first();
        let mut seen = Vec::new();
        for cents in 1..40 {
            if cents % 3 == 0 {
                assert_eq!(snapshot.schedule().len(), 1);
                seen.push(schedule_of(&snapshot));
            }
            snapshot = after(&snapshot, cents);
        }
        let alive = || seen.iter().filter(|schedule| schedule.strong_count() > 0).count();
        // The last one, kept for the state that nobody has asked yet.
        assert_eq!(alive(), 1);
        assert_eq!(snapshot.schedule().len(), 1);
        assert_eq!(alive(), 0);
    }
}
