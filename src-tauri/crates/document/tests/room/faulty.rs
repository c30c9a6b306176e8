//! A disk that fails at its n-th operation, once or from then on.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use store::{Disk, Facts, Handle, Opening, RealDisk};

/// What is counted and when it fails.
#[derive(Debug, Default)]
pub struct Plug {
    count: AtomicU64,
    at: AtomicU64,
    for_ever: AtomicBool,
    errno: Mutex<i32>,
    /// Only operations on paths that contain this.
    within: Mutex<String>,
}

/// The file system of the machine behind a [`Plug`].
#[derive(Debug, Default)]
pub struct FaultyDisk {
    pub plug: Arc<Plug>,
}

#[derive(Debug)]
struct FaultyHandle {
    handle: Box<dyn Handle>,
    path: PathBuf,
    plug: Arc<Plug>,
}

impl Plug {
    /// Fails at the `at`-th writing operation from now on (from one) with this error number; nought never fails.
    pub fn set(&self, at: u64, errno: i32, for_ever: bool) {
        self.count.store(0, Ordering::SeqCst);
        self.at.store(at, Ordering::SeqCst);
        self.for_ever.store(for_ever, Ordering::SeqCst);
        *self.errno.lock().unwrap() = errno;
        self.within.lock().unwrap().clear();
    }

    /// Counts only operations on paths that contain `part`.
    pub fn only(&self, part: &str) {
        *self.within.lock().unwrap() = part.to_owned();
    }

    /// How many operations there were since the last `set`.
    pub fn count(&self) -> u64 {
        self.count.load(Ordering::SeqCst)
    }

    fn pass(&self, path: &Path) -> io::Result<()> {
        if !path.to_string_lossy().contains(self.within.lock().unwrap().as_str()) {
            return Ok(());
        }
        let count = self.count.fetch_add(1, Ordering::SeqCst) + 1;
        let at = self.at.load(Ordering::SeqCst);
        let fails = at > 0 && (count == at || (count > at && self.for_ever.load(Ordering::SeqCst)));
        if fails { Err(io::Error::from_raw_os_error(*self.errno.lock().unwrap())) } else { Ok(()) }
    }
}

impl Disk for FaultyDisk {
    fn open(&self, path: &Path, how: Opening) -> io::Result<Box<dyn Handle>> {
        self.plug.pass(path)?;
        let handle = RealDisk.open(path, how)?;
        Ok(Box::new(FaultyHandle { handle, path: path.to_owned(), plug: Arc::clone(&self.plug) }))
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        RealDisk.facts(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.plug.pass(to)?;
        RealDisk.rename(from, to)
    }

    fn unlink(&self, path: &Path) -> io::Result<()> {
        self.plug.pass(path)?;
        RealDisk.unlink(path)
    }

    fn fsync_dir(&self, folder: &Path) -> io::Result<()> {
        self.plug.pass(folder)?;
        RealDisk.fsync_dir(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        RealDisk.list(folder)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.plug.pass(folder)?;
        RealDisk.make_folder(folder)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        RealDisk.resolve(path)
    }

    fn claim(&self, folder: &Path) -> io::Result<Option<Box<dyn Handle>>> {
        self.plug.pass(folder)?;
        RealDisk.claim(folder)
    }
}

impl Handle for FaultyHandle {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        self.plug.pass(&self.path)?;
        self.handle.read_at(buffer, offset)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        if let Err(error) = self.plug.pass(&self.path) {
            // A disk that fills up takes part of what it is given.
            let _ = self.handle.write_at(&bytes[..bytes.len() / 2], offset);
            return Err(error);
        }
        self.handle.write_at(bytes, offset)
    }

    fn truncate(&self, len: u64) -> io::Result<()> {
        self.plug.pass(&self.path)?;
        self.handle.truncate(len)
    }

    fn fsync(&self) -> io::Result<()> {
        self.plug.pass(&self.path)?;
        self.handle.fsync()
    }

    fn facts(&self) -> io::Result<Facts> {
        self.handle.facts()
    }

    fn take_after(&self, other: &Facts) -> io::Result<()> {
        self.plug.pass(&self.path)?;
        self.handle.take_after(other)
    }

    fn try_lock(&self) -> io::Result<bool> {
        self.plug.pass(&self.path)?;
        self.handle.try_lock()
    }

    fn unlock(&self) -> io::Result<()> {
        self.handle.unlock()
    }
}
