//! What two copies of one plan have in common.

use store::Entry;

use crate::Document;

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
        let last_with = |entries: &[std::sync::Arc<Entry>], state: &Entry| {
            entries.iter().rposition(|entry| entry.state_sha256 == state.state_sha256)
        };
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
}

/// Whether two entries are copies of one.
fn are_one(one: &Entry, other: &Entry) -> bool {
    one.kind == other.kind && one.time == other.time && one.state_sha256 == other.state_sha256
}
