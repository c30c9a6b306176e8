//! Verifying: whether the history leads to the plan.

use model::Plan;
use store::{Damage, Digest, Kind, Pointers, StateDigest};

use crate::Document;

/// A history that leads to its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many entries it has.
    pub entries: usize,
    /// What the plan hashes to.
    pub state_sha256: Digest,
}

/// Why a history does not lead to its plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifyFailure {
    /// The plan does not hash to what it is known by.
    #[error("the plan hashes to {found}, not to {expected}")]
    Plan {
        /// What it is known by.
        expected: Digest,
        /// What it hashes to.
        found: Digest,
    },
    /// An entry cannot be read or does not follow from those before it.
    #[error(transparent)]
    Entry(#[from] Damage),
    /// An entry's difference does not fit the plan it should change.
    #[error("the difference of entry {seq} does not fit the plan")]
    Misfit {
        /// Which entry.
        seq: u64,
    },
    /// The plan after an entry does not hash to what was noted.
    #[error("after entry {seq} the plan hashes to {found}, and {expected} was noted")]
    Differs {
        /// Which entry.
        seq: u64,
        /// What was noted.
        expected: Digest,
        /// What it hashes to.
        found: Digest,
    },
}

impl Document {
    /// Goes through the whole history: back from the plan to the first entry by the reversed differences, then forward
    /// again, hashing the whole plan anew at both ends and following the hash at every entry.
    ///
    /// That is as good as replaying from nothing: the first state is kept nowhere, but each difference holds its rows
    /// before and after, and is refused where the plan does not hold exactly those. Going back is therefore possible in
    /// one way only, and a first state that hashes to what was noted when the plan was created is that very state.
    ///
    /// # Errors
    /// The first thing that does not fit.
    pub fn verify(&self) -> Result<Verified, VerifyFailure> {
        let (snapshot, entries) = self.look(|state| (state.snapshot.clone(), state.entries.clone()));
        Pointers::after(entries.iter().map(|entry| &**entry))?;
        let known = snapshot.state_sha256();
        same(known, StateDigest::of(snapshot.plan()).state_sha256())?;
        let mut plan: Plan = snapshot.plan().clone();
        let mut digest = snapshot.digest().clone();
        for entry in entries.iter().rev() {
            noted(entry.seq, entry.state_sha256, digest.state_sha256())?;
            let back = entry.diff()?.reversed();
            plan = back.apply_to(&plan).map_err(|_| VerifyFailure::Misfit { seq: entry.seq })?;
            digest = digest.after(&back);
        }
        digest = StateDigest::of(&plan);
        for entry in &entries {
            let diff = entry.diff()?;
            let fits = (entry.kind == Kind::Created) == diff.is_empty();
            let next = diff.apply_to(&plan).ok().filter(|_| fits);
            plan = next.ok_or(VerifyFailure::Misfit { seq: entry.seq })?;
            digest = digest.after(&diff);
            noted(entry.seq, entry.state_sha256, digest.state_sha256())?;
        }
        same(known, StateDigest::of(&plan).state_sha256())?;
        Ok(Verified { entries: entries.len(), state_sha256: known })
    }
}

fn same(expected: Digest, found: Digest) -> Result<(), VerifyFailure> {
    if expected == found { Ok(()) } else { Err(VerifyFailure::Plan { expected, found }) }
}

fn noted(seq: u64, expected: Digest, found: Digest) -> Result<(), VerifyFailure> {
    if expected == found { Ok(()) } else { Err(VerifyFailure::Differs { seq, expected, found }) }
}
