//! Going through the history from the newest entry to the oldest, with the plan beside it.

use std::sync::Arc;

use model::{Diff, Plan};
use store::{Damage, Entry};

use crate::{At, Document, DocumentError, When};

/// A walk back through the history.
#[derive(Debug)]
pub struct Back {
    /// Those that are still to come, oldest first.
    entries: Vec<Arc<Entry>>,
    /// The plan after the oldest entry that was told, or skipped without being read yet.
    plan: Plan,
    /// The entry that was told last, whose difference the plan still has.
    told: Option<Diff>,
    /// The entries that were skipped since, newest first; the plan still has their differences.
    skipped: Vec<Arc<Entry>>,
}

/// One entry, and the plan it led to.
#[derive(Debug)]
pub struct Told<'a> {
    /// The entry.
    pub entry: Arc<Entry>,
    /// What it changed.
    pub diff: &'a Diff,
    /// The plan after it, with its scenarios, none of them applied.
    pub after: &'a Plan,
}

impl Document {
    /// A walk back through the history, whose first entry is the one with this number; where none is given, the last.
    ///
    /// # Errors
    /// As [`Self::snapshot_at`].
    pub fn entries_back(&self, from_seq: Option<u64>) -> Result<Back, DocumentError> {
        let (from, then) = match from_seq {
            Some(seq) => (seq, self.snapshot_at(At::then(When::Moment(seq)))?),
            None => {
                let now = self.snapshot();
                (now.revision(), now)
            }
        };
        let entries = self.entries_until(from).unwrap_or_default();
        Ok(Back { entries, plan: then.whole().clone(), told: None, skipped: Vec::new() })
    }
}

impl Back {
    /// The entry that comes next, without reading what it changed.
    #[must_use]
    pub fn upcoming(&self) -> Option<&Arc<Entry>> {
        self.entries.last()
    }

    /// Goes past the next entry. What it changed is not read before an older one is told, and then in one pass with
    /// others that were skipped.
    pub fn skip(&mut self) {
        self.skipped.extend(self.entries.pop());
    }

    /// The next entry, what it changed, and the plan after it. Nothing at the end.
    ///
    /// # Errors
    /// [`Damage::History`] where an entry cannot be read or does not fit the plan.
    pub fn tell(&mut self) -> Result<Option<Told<'_>>, Damage> {
        let Some(entry) = self.entries.pop() else { return Ok(None) };
        self.go_back(&entry)?;
        let diff = entry.diff_to(&self.plan)?;
        let diff = &*self.told.insert(diff);
        Ok(Some(Told { entry, diff, after: &self.plan }))
    }

    /// Makes the plan the one after `entry`.
    fn go_back(&mut self, entry: &Entry) -> Result<(), Damage> {
        if let Some(diff) = self.told.take() {
            let misfit = |mismatch: model::DiffMismatch| Damage::History { seq: entry.seq, what: mismatch.to_string() };
            diff.reversed().apply_in(&mut self.plan).map_err(misfit)?;
        }
        if !self.skipped.is_empty() {
            self.skipped.reverse();
            self.plan = store::rewind(&self.plan, &self.skipped)?;
            self.skipped.clear();
        }
        Ok(())
    }
}
