//! One state of a plan, and what was computed from it.

use std::sync::OnceLock;

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
    schedule: OnceLock<Schedule>,
}

impl Snapshot {
    pub(crate) fn new(plan: Plan, digest: StateDigest, revision: u64) -> Self {
        let fingerprint = digest.fingerprint();
        Self { plan, digest, fingerprint, revision, schedule: OnceLock::new() }
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

    /// The schedule of the plan, computed when it is first asked for.
    #[must_use]
    pub fn schedule(&self) -> &Schedule {
        self.schedule.get_or_init(|| engine::schedule(&self.plan))
    }

    pub(crate) const fn digest(&self) -> &StateDigest {
        &self.digest
    }
}
