//! The file system of the machine. The only place of this crate that names `std::fs`.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, UNIX_EPOCH};

use crate::disk::{Disk, Facts, Handle, Kind, Opening};

/// How often a folder is asked for, and how long is waited in between: ten seconds in all.
const CLAIMS: u32 = 1000;
const BETWEEN_CLAIMS: Duration = Duration::from_millis(10);

/// The file system of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

#[derive(Debug)]
struct RealHandle(File);

impl Disk for RealDisk {
    fn open(&self, path: &Path, how: Opening) -> io::Result<Box<dyn Handle>> {
        let mut options = OpenOptions::new();
        options.read(true);
        match how {
            Opening::Read => &mut options,
            Opening::Write => options.write(true),
            Opening::WriteOrCreate => with_mode(options.write(true).create(true), 0o600),
            Opening::CreateNew { mode } => with_mode(options.write(true).create_new(true), mode),
        };
        Ok(Box::new(RealHandle(options.open(path)?)))
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        fs::metadata(path).map(|metadata| facts_of(&metadata))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn unlink(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    #[cfg(unix)]
    fn fsync_dir(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    /// Windows has no such call; its file systems log the names themselves.
    #[cfg(not(unix))]
    fn fsync_dir(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut paths =
            fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
        paths.sort();
        Ok(paths)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn claim(&self, folder: &Path) -> io::Result<Option<Box<dyn Handle>>> {
        for waited in 0..CLAIMS {
            if waited > 0 {
                thread::sleep(BETWEEN_CLAIMS);
            }
            if let Some(file) = try_claim(folder)? {
                return Ok(Some(Box::new(RealHandle(file))));
            }
        }
        Ok(None)
    }
}

/// Locks the folder itself: that needs no file in it, works for every user who may read it, and ends with the process.
#[cfg(unix)]
fn try_claim(folder: &Path) -> io::Result<Option<File>> {
    let folder = File::open(folder)?;
    match folder.try_lock() {
        Err(TryLockError::WouldBlock) => Ok(None),
        // Some network file systems cannot lock a folder; saving there is still better than not saving.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(folder)),
    }
}

/// Opens a file that nobody else can open meanwhile, and that the system removes on closing, even after a crash. Here
/// a folder cannot be locked.
#[cfg(windows)]
fn try_claim(folder: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;
    // FILE_FLAG_DELETE_ON_CLOSE and ERROR_SHARING_VIOLATION.
    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    const TAKEN: i32 = 32;
    let mut options = OpenOptions::new();
    options.write(true).create(true).share_mode(0).custom_flags(DELETE_ON_CLOSE);
    match options.open(folder.join(".tranche.claim")) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(TAKEN) => Ok(None),
        Err(error) => Err(error),
    }
}

impl Handle for RealHandle {
    #[cfg(unix)]
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        std::os::unix::fs::FileExt::read_at(&self.0, buffer, offset)
    }

    #[cfg(windows)]
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        std::os::windows::fs::FileExt::seek_read(&self.0, buffer, offset)
    }

    #[cfg(unix)]
    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        std::os::unix::fs::FileExt::write_all_at(&self.0, bytes, offset)
    }

    #[cfg(windows)]
    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        let mut written = 0;
        while written < bytes.len() {
            let more = std::os::windows::fs::FileExt::seek_write(&self.0, &bytes[written..], offset + written as u64)?;
            if more == 0 {
                return Err(io::ErrorKind::WriteZero.into());
            }
            written += more;
        }
        Ok(())
    }

    fn truncate(&self, len: u64) -> io::Result<()> {
        self.0.set_len(len)
    }

    fn fsync(&self) -> io::Result<()> {
        self.0.sync_all()
    }

    fn facts(&self) -> io::Result<Facts> {
        self.0.metadata().map(|metadata| facts_of(&metadata))
    }

    #[cfg(unix)]
    fn take_after(&self, other: &Facts) -> io::Result<()> {
        use std::os::unix::fs::{PermissionsExt, fchown};
        let mut mode = other.mode;
        if let Some((user, group)) = other.owner {
            // Only root gives a file to another user; its group is kept by any of its members.
            let kept = fchown(&self.0, Some(user), Some(group)).or_else(|_| fchown(&self.0, None, Some(group)));
            if kept.is_err() {
                mode = (mode & !0o070) | ((mode & 0o007) << 3);
            }
        }
        self.0.set_permissions(fs::Permissions::from_mode(mode))
    }

    /// Elsewhere a file has the rights of its folder.
    #[cfg(not(unix))]
    fn take_after(&self, _other: &Facts) -> io::Result<()> {
        Ok(())
    }

    fn try_lock(&self) -> io::Result<bool> {
        match self.0.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn unlock(&self) -> io::Result<()> {
        self.0.unlock()
    }
}

#[cfg(unix)]
fn with_mode(options: &mut OpenOptions, mode: u32) -> &mut OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, mode)
}

#[cfg(not(unix))]
fn with_mode(options: &mut OpenOptions, _mode: u32) -> &mut OpenOptions {
    options
}

fn facts_of(metadata: &fs::Metadata) -> Facts {
    let kind = if metadata.is_file() {
        Kind::File
    } else if metadata.is_dir() {
        Kind::Folder
    } else {
        Kind::Other
    };
    #[cfg(unix)]
    let (mode, identity, owner) = {
        use std::os::unix::fs::MetadataExt;
        (metadata.mode() & 0o777, Some((metadata.dev(), metadata.ino())), Some((metadata.uid(), metadata.gid())))
    };
    #[cfg(not(unix))]
    let (mode, identity, owner) = (0o600, None, None);
    let since_1970 = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    Facts {
        kind,
        len: metadata.len(),
        read_only: metadata.permissions().readonly(),
        mode,
        modified_seconds: i64::try_from(since_1970.as_secs()).unwrap_or(0),
        modified_nanos: since_1970.subsec_nanos(),
        identity,
        owner,
    }
}
