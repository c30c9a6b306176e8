//! The open plan: what readers see of it, how it came to be, and the only one who may change it.
//!
//! A [`Document`] holds an immutable [`Snapshot`]. Readers take its `Arc` and let go of the lock, so a chart never holds up
//! an edit. An edit makes the next plan, takes the difference, makes it safe in the working copy in one transaction, and
//! only then publishes the next snapshot; undo is the same with an earlier difference reversed. This crate knows no file
//! formats, no charts and no wire; time, author and ids are passed in.

mod acts;
mod ancestry;
mod at;
mod back;
mod document;
mod error;
mod life;
mod past;
mod reckoning;
mod save;
mod share;
mod snapshot;
mod verify;
mod versions;

pub use ancestry::{Meeting, SharedPast};
pub use at::{At, When};
pub use back::{Back, Told};
pub use document::{Change, Document, View};
pub use error::{DocumentError, ReadOnly};
pub use life::Closed;
pub use share::{Shared, Sharing};
pub use snapshot::Snapshot;
pub use store::{
    Copies, Damage, Digest, Disk, Doing, Entry, Kind, LeftCopy, Over, RealDisk, Store, StoreError, Touch, Touched,
    Version, merge_note,
};
pub use verify::{Verified, VerifyFailure};
pub use versions::Unfit;
