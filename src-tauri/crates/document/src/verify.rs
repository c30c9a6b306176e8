//! Verifying: whether the history leads to the plan, and whether versions hold what was frozen.

use std::sync::Arc;

use model::{Id, Plan};
use store::{Damage, Digest, Entry, Kind, Pointers, StateDigest};

use crate::Document;

/// A history that leads to its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many entries it has.
    pub entries: usize,
    /// How many versions there are.
    pub versions: usize,
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
    /// The plan of a version cannot be read, or does not hash to what was noted when it was frozen.
    #[error("version {name:?} is not what was frozen")]
    Version {
        /// Which version.
        id: Id,
        /// What it is called.
        name: String,
    },
}

impl Document {
    /// Goes through the whole history: back from the plan to the first entry by the reversed differences, then forward
    /// again, hashing the whole plan anew at both ends and following the hash at every entry on the way forward. Then it
    /// opens each version.
    ///
    /// That is as good as replaying from nothing: the first state is kept nowhere, but each difference holds what it
    /// changed before and after, and is refused where the plan does not hold exactly that. Going back is therefore
    /// possible in one way only, and a first state that hashes to what was noted when the plan was created is that very
    /// state.
    ///
    /// # Errors
    /// The first thing that does not fit.
    pub fn verify(&self) -> Result<Verified, VerifyFailure> {
        let (snapshot, entries, versions) =
            self.look(|state| (Arc::clone(&state.snapshot), state.entries.clone(), state.versions.clone()));
        Pointers::after(entries.iter().map(|entry| &**entry))?;
        let known = snapshot.state_sha256();
        same(known, StateDigest::of(snapshot.whole()).state_sha256())?;
        let mut plan: Plan = snapshot.whole().clone();
        back(&mut plan, &entries)?;
        forth(&mut plan, &entries)?;
        same(known, StateDigest::of(&plan).state_sha256())?;
        for version in &versions {
            if !version.open().is_ok_and(|frozen| frozen.sound) {
                return Err(VerifyFailure::Version { id: version.id, name: version.name.clone() });
            }
        }
        Ok(Verified { entries: entries.len(), versions: versions.len(), state_sha256: known })
    }
}

/// Makes the plan after the last entry the one before the first.
fn back(plan: &mut Plan, entries: &[Arc<Entry>]) -> Result<(), VerifyFailure> {
    for entry in entries.iter().rev() {
        let back = entry.diff_to(plan)?.reversed();
        back.apply_in(plan).map_err(|_| VerifyFailure::Misfit { seq: entry.seq })?;
    }
    Ok(())
}

/// Makes the plan before the first entry the one after the last.
fn forth(plan: &mut Plan, entries: &[Arc<Entry>]) -> Result<(), VerifyFailure> {
    let mut digest = StateDigest::of(plan);
    for entry in entries {
        let diff = entry.diff_from(plan)?;
        // A plan comes into being without a change, and nothing else is noted that changes nothing. Only where a name
        // was all that changed, and was left out of a copy, an entry is empty.
        let fits = entry.kind != Kind::Created || diff.is_empty();
        diff.apply_in(plan).ok().filter(|()| fits).ok_or(VerifyFailure::Misfit { seq: entry.seq })?;
        digest = digest.after(&diff);
        noted(entry.seq, entry.state_sha256, digest.state_sha256())?;
    }
    Ok(())
}

fn same(expected: Digest, found: Digest) -> Result<(), VerifyFailure> {
    if expected == found { Ok(()) } else { Err(VerifyFailure::Plan { expected, found }) }
}

fn noted(seq: u64, expected: Digest, found: Digest) -> Result<(), VerifyFailure> {
    if expected == found { Ok(()) } else { Err(VerifyFailure::Differs { seq, expected, found }) }
}
