//! Why a file was not read or written. Facts, not sentences: the door words them for people.

use std::io;
use std::path::{Path, PathBuf};

use model::{DiffMismatch, Flaw, Id};

use crate::digest::Digest;
use crate::vfs::Fault;

/// What was being done to a file when the disk refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doing {
    /// Opening or creating it.
    Open,
    /// Reading it.
    Read,
    /// Writing to it.
    Write,
    /// Making what was written safe.
    Fsync,
    /// Giving it its name.
    Rename,
    /// Removing it.
    Remove,
    /// Locking it.
    Lock,
}

/// What is wrong with a file that looks like a plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// A field of the file's first hundred bytes has a value that no plan of ours has.
    #[error("its header has a wrong {0}")]
    Header(&'static str),
    /// SQLite's own check, or its reading, found something.
    #[error("the database is broken: {0}")]
    Pages(String),
    /// It has tables, triggers or views that a plan of its version does not have, or lacks some.
    #[error("its schema is not the one of its version, at {0:?}")]
    Schema(String),
    /// A cell holds what its column cannot mean.
    #[error("{table}.{column} of row {row} cannot be {found:?}")]
    Cell {
        /// Which table.
        table: &'static str,
        /// Which column.
        column: &'static str,
        /// The row's key, or its place in the table where the key itself is wrong.
        row: String,
        /// What it holds, shortened.
        found: String,
    },
    /// Two rows have one key, or a row belongs to none.
    #[error("the rows of {0} do not fit together")]
    Rows(&'static str),
    /// What is in the file is not what was saved.
    #[error("its content is not what was saved: the {0} differs")]
    Stamp(&'static str),
    /// An entry of the history is not one.
    #[error("entry {seq} of its history cannot be read: {what}")]
    History {
        /// Which entry.
        seq: u64,
        /// What is wrong with it.
        what: String,
    },
    /// A version is not one.
    #[error("the version {name:?} cannot be read: {what}")]
    Version {
        /// What it is called.
        name: String,
        /// What is wrong with it.
        what: String,
    },
}

/// Why a file was not read or written. Whatever it was, the plan in memory and the file that was there are unchanged,
/// save under [`StoreError::Unconfirmed`].
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is nothing at that place.
    #[error("{path:?} is not there")]
    Missing {
        /// Where.
        path: PathBuf,
    },
    /// It is a folder.
    #[error("{path:?} is a folder")]
    IsFolder {
        /// Where.
        path: PathBuf,
    },
    /// It is a pipe, a device or a socket.
    #[error("{path:?} is not a regular file")]
    NotAFile {
        /// Where.
        path: PathBuf,
    },
    /// The system does not permit it.
    #[error("the system does not permit this with {path:?} ({doing:?})")]
    Denied {
        /// Where.
        path: PathBuf,
        /// What.
        doing: Doing,
    },
    /// There is not a byte in it.
    #[error("{path:?} is empty")]
    Empty {
        /// Where.
        path: PathBuf,
    },
    /// Its end is missing.
    #[error("{path:?} is cut off: {found} of {expected} bytes are there")]
    Truncated {
        /// Where.
        path: PathBuf,
        /// How many bytes it says it has.
        expected: u64,
        /// How many it has.
        found: u64,
    },
    /// It, or what should be written to it, is larger than a plan may be.
    #[error("{path:?} is larger than {most} bytes")]
    TooLarge {
        /// Where.
        path: PathBuf,
        /// The most bytes.
        most: u64,
    },
    /// It is something else than a plan.
    #[error("{path:?} is not a plan")]
    NotOurs {
        /// Where.
        path: PathBuf,
    },
    /// A newer program wrote it.
    #[error("{path:?} is of version {found}; this program knows versions up to {known}")]
    NewerVersion {
        /// Where.
        path: PathBuf,
        /// The version of the file.
        found: u32,
        /// The newest version known.
        known: u32,
    },
    /// It looks like a plan and is broken.
    #[error("{path:?} is damaged: {what}")]
    Damaged {
        /// Where.
        path: PathBuf,
        /// What is wrong.
        what: Damage,
    },
    /// Its rows can be read, and contradict each other.
    #[error("the plan in {path:?} contradicts itself in {} places", flaws.len())]
    Invalid {
        /// Where.
        path: PathBuf,
        /// Where it contradicts itself.
        flaws: Vec<Flaw>,
    },
    /// There is no room left.
    #[error("there is no room left for {path:?}")]
    Full {
        /// Where.
        path: PathBuf,
    },
    /// The file is marked as not to be written, or its file system is.
    #[error("{path:?} may not be written")]
    ReadOnly {
        /// Where.
        path: PathBuf,
    },
    /// Somebody else has written the file since it was opened.
    #[error("{path:?} was changed by somebody else")]
    Changed {
        /// Where.
        path: PathBuf,
    },
    /// There is a file of that name already.
    #[error("{path:?} is there already")]
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// Another window or program has it open.
    #[error("{path:?} is open elsewhere")]
    InUse {
        /// Where.
        path: PathBuf,
    },
    /// The new file stands at its place, and the disk did not confirm that it will stay. The old one is in the backups.
    #[error("{path:?} was written, but the disk did not confirm it: {cause}")]
    Unconfirmed {
        /// Where.
        path: PathBuf,
        /// The hash of the new file's bytes.
        written: Digest,
        /// What the disk said.
        cause: io::Error,
    },
    /// There is no working copy with that id.
    #[error("there is no working copy {id}")]
    NoSuchCopy {
        /// Which.
        id: Id,
    },
    /// An edit is too large for one entry of the history.
    #[error("the edit is too large for the working copy {path:?}")]
    EditTooLarge {
        /// Where.
        path: PathBuf,
    },
    /// The disk refused in a way that has no name of its own here.
    #[error("{path:?}: {doing:?} failed: {cause}")]
    Io {
        /// Where.
        path: PathBuf,
        /// What.
        doing: Doing,
        /// What the system said.
        cause: io::Error,
    },
    /// The database refused for a reason of its own.
    #[error("the database {path:?} refused: {what}")]
    Database {
        /// Where.
        path: PathBuf,
        /// What it said.
        what: String,
    },
    /// A difference was asked to be stored that does not fit what is stored.
    #[error(transparent)]
    Mismatch(#[from] DiffMismatch),
}

impl StoreError {
    /// The error for what a disk said.
    pub(crate) fn from_io(path: &Path, doing: Doing, cause: io::Error) -> Self {
        let path = path.to_owned();
        match cause.kind() {
            io::ErrorKind::NotFound => Self::Missing { path },
            io::ErrorKind::IsADirectory => Self::IsFolder { path },
            io::ErrorKind::PermissionDenied => Self::Denied { path, doing },
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { path },
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            _ => Self::Io { path, doing, cause },
        }
    }

    /// The error for what SQLite said of a database of ours on a disk, and what the disk had said to SQLite.
    pub(crate) fn from_sql(path: &Path, error: &rusqlite::Error, fault: Option<Fault>) -> Self {
        use rusqlite::ErrorCode;
        if let Some(Fault { path, doing, cause }) = fault {
            return Self::from_io(&path, doing, cause);
        }
        let path = path.to_owned();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse { path },
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(ErrorCode::TooBig) => Self::EditTooLarge { path },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { path, what: Damage::Pages(error.to_string()) }
            }
            _ => Self::Database { path, what: error.to_string() },
        }
    }
}

/// `.map_err(refused(path, Doing::Read))`.
pub(crate) fn refused(path: &Path, doing: Doing) -> impl FnOnce(io::Error) -> StoreError {
    move |cause| StoreError::from_io(path, doing, cause)
}
