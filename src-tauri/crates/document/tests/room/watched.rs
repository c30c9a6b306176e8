//! A disk that somebody else looks at, or writes to, at a chosen moment of a save.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use document::{Disk, RealDisk};
use store::{Facts, Handle, Opening};

/// What is about to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A new file is made.
    Create,
    /// A file is given a name.
    Rename,
}

type Hook = Box<dyn FnMut(Moment, &Path) + Send>;

/// The file system of the machine; what is to happen before a new file or a new name is told in a hook. For a name it is
/// told where the file comes from.
pub struct WatchedDisk(Mutex<Hook>);

impl WatchedDisk {
    pub fn new(hook: impl FnMut(Moment, &Path) + Send + 'static) -> Self {
        Self(Mutex::new(Box::new(hook)))
    }

    fn tell(&self, moment: Moment, path: &Path) {
        (self.0.lock().unwrap())(moment, path);
    }
}

impl fmt::Debug for WatchedDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WatchedDisk")
    }
}

impl Disk for WatchedDisk {
    fn open(&self, path: &Path, how: Opening) -> io::Result<Box<dyn Handle>> {
        if matches!(how, Opening::CreateNew { .. }) {
            self.tell(Moment::Create, path);
        }
        RealDisk.open(path, how)
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        RealDisk.facts(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.tell(Moment::Rename, from);
        RealDisk.rename(from, to)
    }

    fn unlink(&self, path: &Path) -> io::Result<()> {
        RealDisk.unlink(path)
    }

    fn fsync_dir(&self, folder: &Path) -> io::Result<()> {
        RealDisk.fsync_dir(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        RealDisk.list(folder)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.make_folder(folder)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        RealDisk.resolve(path)
    }

    fn claim(&self, folder: &Path) -> io::Result<Option<Box<dyn Handle>>> {
        RealDisk.claim(folder)
    }
}
