//! Versions: a plan as it was frozen, whole, under a name. What is in one never changes.
//!
//! A version holds its plan itself, not a place in the history, so that it survives a copy that is shared without one.
//! Two hashes watch over it. That of its payload is compared whenever a file is opened; that of the plan in it whenever
//! the version itself is.

use std::sync::Arc;

use model::{Id, Plan};

use crate::codec;
use crate::digest::{Digest, StateDigest, Stream};
use crate::error::Damage;

/// A frozen plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its identity.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What was said of it.
    pub note: String,
    /// Who froze it.
    pub author: String,
    /// When, as RFC 3339 text.
    pub time: String,
    /// The last entry of the history at that time; 0 where that history is not in this document.
    pub seq: u64,
    /// What the plan in it hashed to.
    pub state_sha256: Digest,
    pub(crate) payload: Arc<[u8]>,
    pub(crate) payload_sha256: Digest,
    doubted: bool,
}

/// What a version is made of, beside the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freezing<'a> {
    /// Its identity.
    pub id: Id,
    /// What it is called.
    pub name: &'a str,
    /// What is said of it.
    pub note: &'a str,
    /// Who freezes it.
    pub author: &'a str,
    /// When, as RFC 3339 text.
    pub time: &'a str,
    /// The last entry of the history; 0 where that history is not in this document.
    pub seq: u64,
}

/// What is in a version.
#[derive(Clone, Debug)]
pub struct Frozen {
    /// The plan.
    pub plan: Plan,
    /// Its hash, taken anew.
    pub digest: StateDigest,
    /// Whether every hash agrees. Where one does not, the plan may be looked at, and nothing else.
    pub sound: bool,
}

impl Version {
    /// Freezes a plan that hashes to `state_sha256`.
    #[must_use]
    pub fn freeze(is: &Freezing<'_>, plan: &Plan, state_sha256: Digest) -> Self {
        let payload: Arc<[u8]> = codec::plan_to_text(plan).into_bytes().into();
        let payload_sha256 = Digest::of_bytes(&payload);
        Self::found(is, state_sha256, payload, payload_sha256)
    }

    /// A version as a file has it. Its payload is compared with the hash noted for it.
    pub(crate) fn found(is: &Freezing<'_>, state_sha256: Digest, payload: Arc<[u8]>, payload_sha256: Digest) -> Self {
        let Freezing { id, name, note, author, time, seq } = *is;
        Self {
            id,
            name: name.to_owned(),
            note: note.to_owned(),
            author: author.to_owned(),
            time: time.to_owned(),
            seq,
            state_sha256,
            doubted: Digest::of_bytes(&payload) != payload_sha256,
            payload,
            payload_sha256,
        }
    }

    /// Whether something in it was seen not to be what was frozen.
    #[must_use]
    pub const fn is_doubted(&self) -> bool {
        self.doubted
    }

    /// How many bytes its plan has. Opening it takes as long.
    #[must_use]
    pub fn payload_bytes(&self) -> usize {
        self.payload.len()
    }

    /// The plan in it, with every hash taken anew.
    ///
    /// # Errors
    /// [`Damage::Version`] where there is no plan in it, or one that contradicts itself.
    pub fn open(&self) -> Result<Frozen, Damage> {
        let damaged = |what: String| Damage::Version { name: self.name.clone(), what };
        let text = std::str::from_utf8(&self.payload).map_err(|error| damaged(error.to_string()))?;
        let plan = codec::plan_from_text(text).map_err(|refusal| damaged(refusal.0))?;
        if let Some(flaw) = plan.flaws().first() {
            return Err(damaged(flaw.to_string()));
        }
        let digest = StateDigest::of(&plan);
        let sound = !self.doubted && digest.state_sha256() == self.state_sha256;
        Ok(Frozen { plan, digest, sound })
    }

    /// The version with a mark where opening it shows that it is not what was frozen.
    pub(crate) fn looked_into(self: Arc<Self>) -> Arc<Self> {
        if self.doubted || self.open().is_ok_and(|frozen| frozen.sound) {
            return self;
        }
        Arc::new(Self { doubted: true, ..(*self).clone() })
    }

    /// The version as a document without its history has it.
    pub(crate) fn without_history(&self) -> Self {
        Self { seq: 0, ..self.clone() }
    }

    /// What it is made of, beside the plan.
    pub(crate) fn is(&self) -> Freezing<'_> {
        let Self { id, name, note, author, time, seq, .. } = self;
        Freezing { id: *id, name, note, author, time, seq: *seq }
    }
}

/// The hash of the versions of a document, ready to take in the next one. It is of what they say and of the hashes noted
/// for them; whether those agree with what is in them is looked at for each by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct VersionChain(Option<Digest>);

impl VersionChain {
    pub(crate) fn after<'a>(versions: impl IntoIterator<Item = &'a Version>) -> Self {
        versions.into_iter().fold(Self::default(), Self::with)
    }

    pub(crate) fn with(self, version: &Version) -> Self {
        let Version { id, name, note, author, time, seq, state_sha256, payload: _, payload_sha256, doubted: _ } =
            version;
        let mut stream = Stream::new();
        stream.digest(&self.0.unwrap_or_else(|| Digest::of_bytes(b"tranche versions 1")));
        for text in [&id.to_string(), name, note, author, time, &seq.to_string()] {
            stream.text(text);
        }
        stream.digest(state_sha256).digest(payload_sha256);
        Self(Some(stream.end()))
    }

    /// The hash; nothing where there are no versions.
    pub(crate) const fn sha256(self) -> Option<Digest> {
        self.0
    }
}
