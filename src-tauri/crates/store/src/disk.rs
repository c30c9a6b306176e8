//! The one door to the file system. Every byte that a plan leaves on a disk goes through [`Disk`], SQLite's own too.
//!
//! A test passes in a disk that is full, slow to forget or killed in the middle; the program passes in
//! [`crate::RealDisk`].

use std::fmt::Debug;
use std::io;
use std::path::{Path, PathBuf};

/// What an entry of a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A pipe, a device or a socket: never a plan.
    Other,
}

/// What a disk knows of an entry without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What it is.
    pub kind: Kind,
    /// Its length in bytes.
    pub len: u64,
    /// Whether its owner marked it as not to be written.
    pub read_only: bool,
    /// Its Unix permission bits; `0o600` where the system has none.
    pub mode: u32,
    /// When it was last written, in seconds since 1970.
    pub modified_seconds: i64,
    /// The part of that time below a second, in nanoseconds.
    pub modified_nanos: u32,
    /// Which file it is, whatever it is called: its file system and its number there. Nothing where the system has none.
    pub identity: Option<(u64, u64)>,
    /// Its user and its group. Nothing where the system has none.
    pub owner: Option<(u32, u32)>,
}

/// How a file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// An existing file, to be read.
    Read,
    /// An existing file, to be read and written.
    Write,
    /// To be read and written; made empty, for its owner alone, where there is none.
    WriteOrCreate,
    /// A file that must not be there yet (`O_EXCL`).
    CreateNew {
        /// Its Unix permission bits.
        mode: u32,
    },
}

/// Where plans are kept. Every path is absolute.
///
/// Nothing that was written is safe before [`Handle::fsync`]; no name that was made, moved or removed is safe before
/// [`Disk::fsync_dir`] of its folder.
pub trait Disk: Send + Sync + Debug {
    /// Opens a file.
    ///
    /// # Errors
    /// What the system says.
    fn open(&self, path: &Path, how: Opening) -> io::Result<Box<dyn Handle>>;

    /// What is known of an entry; links are followed.
    ///
    /// # Errors
    /// What the system says; [`io::ErrorKind::NotFound`] where there is none.
    fn facts(&self, path: &Path) -> io::Result<Facts>;

    /// Gives a file another name in the same file system, in the place of what has that name.
    ///
    /// # Errors
    /// What the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes a file's name away.
    ///
    /// # Errors
    /// What the system says.
    fn unlink(&self, path: &Path) -> io::Result<()>;

    /// Makes the names in a folder safe.
    ///
    /// # Errors
    /// What the system says.
    fn fsync_dir(&self, folder: &Path) -> io::Result<()>;

    /// The names in a folder, in their order.
    ///
    /// # Errors
    /// What the system says.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Makes a folder for its owner alone, and those above it where they are missing.
    ///
    /// # Errors
    /// What the system says.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;

    /// The path with every link followed, absolute.
    ///
    /// # Errors
    /// What the system says.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// Claims a folder: until the handle is dropped, nobody else on this machine who asks for it, whoever he is, is given
    /// it. Waits a few seconds; `None` where somebody still has it then. Nothing stays behind in the folder. Where a file
    /// system has no such locks the claim is given all the same and keeps nobody out.
    ///
    /// # Errors
    /// What the system says of the folder.
    fn claim(&self, folder: &Path) -> io::Result<Option<Box<dyn Handle>>>;
}

/// An open file. Dropping it closes it and releases its lock.
pub trait Handle: Send + Sync + Debug {
    /// Reads up to a buffer's length from `offset` on; fewer bytes at the end of the file.
    ///
    /// # Errors
    /// What the system says.
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize>;

    /// Writes all of `bytes` at `offset`.
    ///
    /// # Errors
    /// What the system says; part of the bytes may have been written.
    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()>;

    /// Cuts or stretches the file to `len` bytes.
    ///
    /// # Errors
    /// What the system says.
    fn truncate(&self, len: u64) -> io::Result<()>;

    /// Makes what was written safe from a power cut.
    ///
    /// # Errors
    /// What the system says. Afterwards nothing is known of what was written: a new file must be written instead.
    fn fsync(&self) -> io::Result<()>;

    /// What is known of the open file.
    ///
    /// # Errors
    /// What the system says.
    fn facts(&self) -> io::Result<Facts>;

    /// Gives the file the permission bits of another and, as far as the system lets this user, its group and its user.
    /// Where the group cannot be given, the file's own group may do no more than everybody.
    ///
    /// # Errors
    /// What the system says of the permission bits.
    fn take_after(&self, other: &Facts) -> io::Result<()>;

    /// Tries to be the only one, of all handles in all processes, that has locked this file.
    ///
    /// # Errors
    /// What the system says; `false`, and no error, where another handle has it.
    fn try_lock(&self) -> io::Result<bool>;

    /// Gives the lock back.
    ///
    /// # Errors
    /// What the system says.
    fn unlock(&self) -> io::Result<()>;
}

/// How much is read or written at once.
const CHUNK_BYTES: usize = 1 << 20;

/// From how many bytes on a file is read by two threads: making room for the bytes takes longer than reading them.
const WORTH_A_THREAD: u64 = 8 << 20;

/// Reads a handle from the start to the end, at most `most` bytes; `Ok(None)` where it is longer.
///
/// # Errors
/// What the disk says.
pub(crate) fn read_whole(handle: &dyn Handle, most: u64) -> io::Result<Option<Vec<u8>>> {
    let len = handle.facts()?.len;
    if len > most {
        return Ok(None);
    }
    let mut bytes = vec![0; usize::try_from(len).unwrap_or(usize::MAX)];
    let middle = if len < WORTH_A_THREAD { bytes.len() } else { bytes.len() / 2 };
    let (first, second) = bytes.split_at_mut(middle);
    let filled = std::thread::scope(|scope| {
        let later = (!second.is_empty()).then(|| scope.spawn(|| fill(handle, second, middle as u64)));
        let first = fill(handle, first, 0)?;
        match later.map(|later| later.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))) {
            // The file became shorter while it was read: what follows the gap is no part of it.
            Some(later) if first == middle => Ok::<_, io::Error>(middle + later?),
            _ => Ok(first),
        }
    })?;
    bytes.truncate(filled);
    Ok(Some(bytes))
}

/// Fills a buffer with what a file holds from `offset` on; gives how many bytes that were.
fn fill(handle: &dyn Handle, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        let end = buffer.len().min(filled + CHUNK_BYTES);
        match handle.read_at(&mut buffer[filled..end], offset + filled as u64) {
            // The file became shorter while it was read.
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Writes all of `bytes` from the start of a handle on.
///
/// # Errors
/// What the disk says.
pub(crate) fn write_whole(handle: &dyn Handle, bytes: &[u8]) -> io::Result<()> {
    for (at, chunk) in bytes.chunks(CHUNK_BYTES).enumerate() {
        handle.write_at(chunk, (at * CHUNK_BYTES) as u64)?;
    }
    Ok(())
}

/// Makes a folder, and those above it where they are missing, and makes their names safe.
///
/// # Errors
/// What the disk says.
pub(crate) fn make_folder(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let missing = folder.ancestors().take_while(|folder| disk.facts(folder).is_err()).count();
    if missing == 0 {
        return Ok(());
    }
    disk.make_folder(folder)?;
    folder.ancestors().skip(1).take(missing).try_for_each(|above| disk.fsync_dir(above))
}
