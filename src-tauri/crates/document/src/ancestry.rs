//! What two copies of one plan have in common.

use std::sync::Arc;

use store::{Digest, Entry};

use crate::Document;

/// Where two copies of one plan were one for the last time: at the end of their common past, or where one of them took
/// the other in as it was then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The number of the entry after which that state stood in one of them.
    pub seq: u64,
    /// Whether that is the other one.
    pub in_theirs: bool,
    /// How far their histories are one.
    pub past: SharedPast,
    /// What the other did after this entry, it did since.
    pub theirs: u64,
}

/// The last entry that two documents share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedPast {
    /// Its number in the one that was asked.
    pub ours: u64,
    /// Its number in the other. It differs where one of them is a copy that was shared without its history.
    pub theirs: u64,
}

impl Document {
    /// Up to which entry this document and another have one history; nothing where they are no copies of one plan.
    ///
    /// Histories are one where they begin with the same state, and as long as the same was done at the same time and led
    /// to the same state. Who did it does not matter: the names may have been left out of a copy. Where the history was
    /// left out, it begins with a state that the other reached later.
    #[must_use]
    pub fn common_with(&self, other: &Self) -> Option<SharedPast> {
        let (ours, theirs) = (self.history(), other.history());
        let (first, their_first) = (ours.first()?, theirs.first()?);
        let last_with = |entries: &[Arc<Entry>], state: &Entry| last_in(entries, state.state_sha256);
        let (from, their_from) = if first.state_sha256 == their_first.state_sha256 {
            (0, 0)
        } else if let Some(at) = last_with(&ours, their_first) {
            (at, 0)
        } else {
            (0, last_with(&theirs, first)?)
        };
        let pairs = ours[from + 1..].iter().zip(&theirs[their_from + 1..]);
        let more = pairs.take_while(|(mine, their)| are_one(mine, their)).count();
        let number = |at: usize| (at + more + 1) as u64;
        Some(SharedPast { ours: number(from), theirs: number(their_from) })
    }

    /// Where this document and another were one for the last time; nothing where they are no copies of one plan. A copy
    /// that was taken in before is not asked again what it was asked then.
    #[must_use]
    pub fn meeting(&self, other: &Self) -> Option<Meeting> {
        let past = self.common_with(other)?;
        let start = Meeting { seq: past.ours, in_theirs: false, past, theirs: past.theirs };
        let (ours, theirs) = (self.history(), other.history());
        let number = |at: usize| at as u64 + 1;
        let taken = self.merges().into_iter().rev().find_map(|(entry, state)| {
            let seq = last_in(&theirs, state).map(number).filter(|seq| *seq > past.theirs)?;
            Some((entry, Meeting { seq, in_theirs: true, theirs: seq, ..start }))
        });
        let given = other.merges().into_iter().rev().find_map(|(entry, state)| {
            let seq = last_in(&ours, state).map(number).filter(|seq| *seq > past.ours)?;
            Some((Arc::clone(&entry), Meeting { seq, in_theirs: false, theirs: entry.seq, ..start }))
        });
        match (taken, given) {
            // Each took the other in: what came later knows of what came before. Times are noted alike by all copies.
            (Some((taken, first)), Some((given, second))) => Some(if given.time > taken.time { second } else { first }),
            (Some((_, met)), None) | (None, Some((_, met))) => Some(met),
            (None, None) => Some(start),
        }
    }

    /// Whether this state of a copy was taken in, and that stands.
    #[must_use]
    pub fn has_taken(&self, state: Digest) -> bool {
        self.merges().iter().any(|(_, taken)| *taken == state)
    }

    /// The merges that stand, oldest first, each with the state that it took in.
    fn merges(&self) -> Vec<(Arc<Entry>, Digest)> {
        let undone = self.undone();
        let entries = self.history();
        let standing = entries.iter().filter(|entry| !undone.contains(&entry.seq));
        standing.filter_map(|entry| entry.merged_state().map(|state| (Arc::clone(entry), state))).collect()
    }
}

/// The place of the last entry after which the plan was in this state.
fn last_in(entries: &[Arc<Entry>], state: Digest) -> Option<usize> {
    entries.iter().rposition(|entry| entry.state_sha256 == state)
}

/// Whether two entries are copies of one.
fn are_one(one: &Entry, other: &Entry) -> bool {
    one.kind == other.kind && one.time == other.time && one.state_sha256 == other.state_sha256
}
