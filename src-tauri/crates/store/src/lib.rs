//! Plans on a disk: opening any file safely, keeping each edit at once, and saving so that at every moment the old or the
//! new file is there.
//!
//! The user's file is a quiescent SQLite database that is read whole and replaced whole, never edited in place. While a
//! document is edited, a working copy in the data folder makes each edit safe before anybody sees it. All file work goes
//! through [`Disk`], SQLite's own too. This crate is the only one that knows SQLite, fsync and rename; it knows neither the
//! engine nor screens, and reads no clock and draws no random number: times and ids are passed in.

mod backup;
mod cell;
mod codec;
mod digest;
mod disk;
mod error;
mod history;
mod image;
mod kept;
mod left;
mod open;
mod publish;
mod real_disk;
mod rewind;
mod schema;
mod sharing;
mod store;
mod table;
mod time;
mod touched;
mod version;
mod vfs;
mod view;
mod working;

pub use digest::{Digest, DigestRefusal, StateDigest};
pub use disk::{Disk, Facts, Handle, Kind as FileKind, Opening};
pub use error::{Damage, Doing, StoreError};
pub use history::{Act, Entry, Kind, Pointers, document_sha256, merge_note};
pub use image::{Origin, Stamp};
pub use left::{Copies, LeftCopy};
pub use open::{Contents, Opened, read};
pub use publish::{Over, Saving};
pub use real_disk::RealDisk;
pub use rewind::rewind;
pub use store::{FileLock, Store};
pub use time::day_of;
pub use touched::{Touch, Touched};
pub use version::{Freezing, Frozen, Version};
pub use working::Working;
