//! The document as it was: at a moment of its history, in a version.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use store::{Damage, Entry, StateDigest};

use crate::{At, Document, DocumentError, Snapshot, When};

/// How many earlier states are kept ready.
const KEPT: usize = 6;

/// Earlier states that were looked at, the last one first. They never change: entries and versions do not.
#[derive(Debug, Default)]
pub(crate) struct Seen(Mutex<Vec<(When, Arc<Snapshot>)>>);

impl Seen {
    fn get(&self, when: When) -> Option<Arc<Snapshot>> {
        let mut seen = self.lock();
        let at = seen.iter().position(|(other, _)| *other == when)?;
        seen[..=at].rotate_right(1);
        seen.first().map(|(_, snapshot)| Arc::clone(snapshot))
    }

    fn put(&self, when: When, snapshot: &Arc<Snapshot>) {
        let mut seen = self.lock();
        seen.retain(|(other, _)| *other != when);
        seen.insert(0, (when, Arc::clone(snapshot)));
        seen.truncate(KEPT);
    }

    /// The earliest state of the history that is known and comes after `seq`.
    fn after(&self, seq: u64) -> Option<Arc<Snapshot>> {
        let seen = self.lock();
        let moments = seen.iter().filter(|(when, _)| matches!(when, When::Moment(later) if *later > seq));
        moments.min_by_key(|(when, _)| *when).map(|(_, snapshot)| Arc::clone(snapshot))
    }

    fn lock(&self) -> MutexGuard<'_, Vec<(When, Arc<Snapshot>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Document {
    /// A state of the plan, now or earlier, in one of its scenarios. Nothing changes by looking.
    ///
    /// # Errors
    /// [`DocumentError::NoSuchVersion`], [`DocumentError::NoSuchMoment`], [`DocumentError::Scenario`] where the state has
    /// no such scenario, [`DocumentError::History`] where the way back is broken.
    pub fn snapshot_at(&self, at: At) -> Result<Arc<Snapshot>, DocumentError> {
        let base = match at.when {
            When::Now => self.snapshot(),
            when => match self.seen.get(when) {
                Some(known) => known,
                None => self.look_back(when)?,
            },
        };
        base.in_scenario(at.scenario).map_err(DocumentError::Scenario)
    }

    fn look_back(&self, when: When) -> Result<Arc<Snapshot>, DocumentError> {
        let then = match when {
            When::Now => return Ok(self.snapshot()),
            When::Version(id) => Arc::new(self.frozen(id)?),
            When::Moment(seq) => self.moment(seq)?,
        };
        self.seen.put(when, &then);
        Ok(then)
    }

    /// The plan after an entry, found by going back from the next later state that is known.
    fn moment(&self, seq: u64) -> Result<Arc<Snapshot>, DocumentError> {
        let (now, entries) = self.look(|state| {
            let from = usize::try_from(seq).unwrap_or(usize::MAX).saturating_sub(1);
            (Arc::clone(&state.snapshot), state.entries.get(from..).unwrap_or_default().to_vec())
        });
        let last = now.revision();
        let Some((entry, later)) = entries.split_first().filter(|_| seq > 0) else {
            return Err(DocumentError::NoSuchMoment { seq, last });
        };
        if later.is_empty() {
            return Ok(now);
        }
        let nearest = self.seen.after(seq).filter(|nearest| nearest.revision() <= last).unwrap_or(now);
        let steps = usize::try_from(nearest.revision() - seq).unwrap_or(usize::MAX);
        let plan = store::rewind(nearest.whole(), later.get(..steps).unwrap_or(later))?;
        let digest = StateDigest::of(&plan);
        let broken = |what: String| Damage::History { seq, what };
        if digest.state_sha256() != entry.state_sha256 {
            return Err(broken("going back leads to another state than was noted".to_owned()).into());
        }
        // The history may come from a file that somebody else has written.
        if let Some(flaw) = plan.flaws().first() {
            return Err(broken(flaw.to_string()).into());
        }
        Ok(Arc::new(Snapshot::frozen(plan, digest, (seq, true), &nearest)))
    }

    /// The plan of a version.
    fn frozen(&self, id: model::Id) -> Result<Snapshot, DocumentError> {
        let version = self.version(id).ok_or(DocumentError::NoSuchVersion(id))?;
        let frozen = version.open()?;
        Ok(Snapshot::frozen(frozen.plan, frozen.digest, (version.seq, frozen.sound), &self.snapshot()))
    }

    /// The entries up to and with this one, oldest first, where there is such a one.
    pub(crate) fn entries_until(&self, seq: u64) -> Option<Vec<Arc<Entry>>> {
        let until = usize::try_from(seq).ok()?;
        self.look(|state| state.entries.get(..until).map(<[_]>::to_vec))
    }
}
