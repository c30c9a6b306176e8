//! Why a document refused.

use model::Refusal;
use store::{Damage, StoreError};

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
