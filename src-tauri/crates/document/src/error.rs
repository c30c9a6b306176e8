//! Why a document refused.

use model::{Flaw, Id, Refusal};
use store::{Damage, StoreError};

use crate::Unfit;

/// Why a document cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReadOnly {
    /// Another window or program has the file open.
    InUse,
    /// The program's own folder cannot be written, so no edit could be made safe.
    NoOwnFolder,
    /// It was opened to be read only.
    Peeked,
    /// It was closed or discarded.
    Closed,
    /// What this version holds is not what was frozen. It is shown as it is, and never mended behind anybody's back.
    Version(Id),
}

/// Why a document refused. Its plan is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// An edit breaks a rule; none of the edits given with it was made.
    #[error("edit {}: {refusal}", at + 1)]
    Refused {
        /// The place of the edit in the list, from nought.
        at: usize,
        /// The rule.
        refusal: Refusal,
    },
    /// The document cannot be changed.
    #[error("the plan cannot be changed ({0:?})")]
    ReadOnly(ReadOnly),
    /// It was never saved, so somebody must say where.
    #[error("the plan has no file yet")]
    NeedsPlace,
    /// Nothing that was done is left to undo.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// Nothing that was undone is left to make again.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// There is no version with that id.
    #[error("there is no version {0}")]
    NoSuchVersion(Id),
    /// The history has no entry with that number.
    #[error("the history has no entry {seq}; its last one is {last}")]
    NoSuchMoment {
        /// Which was asked for.
        seq: u64,
        /// The number of the last one.
        last: u64,
    },
    /// The state that is looked at has no such scenario, or one that cannot be told.
    #[error("{0}")]
    Scenario(Refusal),
    /// A version has that name already.
    #[error("there is a version {0:?} already")]
    NameTaken(String),
    /// Something that cannot be the name of a version.
    #[error("{name:?} cannot be the name of a version ({why:?})")]
    UnfitName {
        /// What it was to be called.
        name: String,
        /// Why it cannot be.
        why: Unfit,
    },
    /// The plan of a version does not hash to what was noted when it was frozen, so nothing is made of it.
    #[error("version {0} is not what was frozen")]
    Unsound(Id),
    /// What was merged contradicts itself.
    #[error("what was merged contradicts itself in {} places", .0.len())]
    Flawed(Vec<Flaw>),
    /// The plan was changed since something was computed from it.
    #[error("the plan was at entry {from} and is at {now}")]
    MovedOn {
        /// The revision it was computed from.
        from: u64,
        /// The revision there is.
        now: u64,
    },
    /// A time is not RFC 3339.
    #[error("{0:?} is not a time such as 2026-11-20T08:46:27Z")]
    NotATime(String),
    /// The history does not lead to the plan.
    #[error(transparent)]
    History(#[from] Damage),
    /// The disk, or what is on it.
    #[error(transparent)]
    Store(#[from] StoreError),
}
