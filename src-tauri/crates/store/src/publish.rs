//! Saving: putting a whole new file in the place of the user's, so that at every moment the old or the new one is there.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use model::Plan;

use crate::backup;
use crate::digest::{Digest, StateDigest};
use crate::disk::{Disk, Facts, Handle, Kind as FileKind, Opening, read_whole, write_whole};
use crate::error::{Damage, Doing, StoreError, refused};
use crate::history::Entry;
use crate::image::{Kept, Origin, Stamp, allocated, plan_image, rows_by_table};
use crate::open::{MOST_BYTES, check_bytes, read_bytes};
use crate::schema::VERSION;
use crate::version::Version;

/// The ending of a temporary file's name, and how many digits of a hash stand before it.
const ENDING: &str = ".new";
const SHA_DIGITS: usize = 8;
/// How many bytes of a file's name are in the names of temporary files for it.
const MOST_OF_NAME: usize = 60;

/// What may be in the place where a document is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Nothing, or the very file that was opened or saved last.
    Own,
    /// Anything; it is kept among the backups.
    Anything,
}

/// A document to be saved.
#[derive(Clone, Copy, Debug)]
pub struct Saving<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its hash.
    pub digest: &'a StateDigest,
    /// Its history.
    pub entries: &'a [Arc<Entry>],
    /// Its versions.
    pub versions: &'a [Arc<Version>],
    /// Where it was last saved.
    pub origin: &'a Origin,
    /// Now, as RFC 3339 text.
    pub time: &'a str,
}

/// What is known of the file that will be replaced.
#[derive(PartialEq)]
struct Old {
    bytes: Vec<u8>,
    facts: Facts,
}

/// The new file, still under a name of its own. Locked while it is held, so that nobody takes it for a left-over.
struct New {
    path: PathBuf,
    handle: Box<dyn Handle>,
}

/// Saves a document at `path` and returns where it lies now.
///
/// # Errors
/// Under every error but [`StoreError::Unconfirmed`] what was at `path` is there unchanged.
pub(crate) fn publish(
    disk: &dyn Disk,
    backups: &Path,
    saving: &Saving<'_>,
    path: &Path,
    over: Over,
) -> Result<(Origin, Stamp), StoreError> {
    let path = settle(disk, path)?;
    let (image, stamp) = stamped(&path, saving)?;
    // From the comparison to the last look no other program of ours, whoever runs it, may put a file into this folder.
    let claim = claim(disk, &path)?;
    let old = compare(disk, &path, saving.origin, over)?;
    let new = write_beside(disk, &path, &image, old.as_ref().map(|old| &old.facts))?;
    let replaced = || {
        if let Some(old) = &old {
            backup::keep(disk, backups, &path, &old.bytes, saving.time)?;
        }
        unchanged(disk, &path, old.as_ref())?;
        disk.rename(&new.path, &path).map_err(|cause| match cause.kind() {
            // Somebody took the new file away.
            ErrorKind::NotFound => StoreError::Changed { path: path.clone() },
            _ => StoreError::from_io(&path, Doing::Rename, cause),
        })
    };
    if let Err(error) = replaced() {
        // The message is about what failed; a temporary file that stays is removed by the next save.
        let _ = disk.unlink(&new.path);
        return Err(error);
    }
    confirm(disk, &path, &image)?;
    drop((new, claim));
    let origin = Origin {
        path: Some(path),
        file_sha256: Some(Digest::of_bytes(&image)),
        saved_seq: saving.entries.len() as u64,
        saved_versions: saving.versions.len() as u64,
        save_seq: stamp.save_seq,
        document_sha256: Some(stamp.document_sha256),
    };
    Ok((origin, stamp))
}

/// The place itself: absolute, with links followed, so that a link stays a link and its target is replaced.
pub(crate) fn settle(disk: &dyn Disk, path: &Path) -> Result<PathBuf, StoreError> {
    match disk.resolve(path) {
        Ok(path) => return Ok(path),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(cause) => return Err(StoreError::from_io(path, Doing::Open, cause)),
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = disk.resolve(folder).map_err(refused(folder, Doing::Open))?;
    match path.file_name() {
        Some(name) => Ok(folder.join(name)),
        None => Err(StoreError::IsFolder { path: folder }),
    }
}

/// The folder of a file, claimed.
fn claim(disk: &dyn Disk, path: &Path) -> Result<Box<dyn Handle>, StoreError> {
    let folder = path.parent().unwrap_or(path);
    let claimed = disk.claim(folder).map_err(refused(path, Doing::Lock))?;
    claimed.ok_or_else(|| StoreError::InUse { path: path.to_owned() })
}

/// What is in the place now.
fn look(disk: &dyn Disk, path: &Path) -> Result<Option<Old>, StoreError> {
    let facts = match disk.facts(path) {
        Ok(facts) => facts,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(StoreError::from_io(path, Doing::Open, cause)),
    };
    match read_bytes(disk, path) {
        Ok(bytes) => Ok(Some(Old { bytes, facts })),
        // It went in between.
        Err(StoreError::Missing { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What is in the place now, where it may be replaced.
fn compare(disk: &dyn Disk, path: &Path, origin: &Origin, over: Over) -> Result<Option<Old>, StoreError> {
    let own = origin.path.as_deref() == Some(path);
    if over == Over::Own && !own && disk.facts(path).is_ok_and(|facts| facts.kind == FileKind::File) {
        return Err(StoreError::Exists { path: path.to_owned() });
    }
    let Some(old) = look(disk, path)? else { return Ok(None) };
    if old.facts.read_only {
        return Err(StoreError::ReadOnly { path: path.to_owned() });
    }
    if over == Over::Own && origin.file_sha256 != Some(Digest::of_bytes(&old.bytes)) {
        return Err(StoreError::Changed { path: path.to_owned() });
    }
    Ok(Some(old))
}

/// Whether the place is still as it was compared: programs that know nothing of our claim may write there, too.
fn unchanged(disk: &dyn Disk, path: &Path, old: Option<&Old>) -> Result<(), StoreError> {
    match (look(disk, path)?, old) {
        (None, None) => Ok(()),
        (Some(now), Some(old)) if now == *old => Ok(()),
        (Some(_), None) => Err(StoreError::Exists { path: path.to_owned() }),
        (_, Some(_)) => Err(StoreError::Changed { path: path.to_owned() }),
    }
}

/// The bytes of the file, read back through the same door as any stranger's file and compared with the plan in memory.
fn stamped(path: &Path, saving: &Saving<'_>) -> Result<(Vec<u8>, Stamp), StoreError> {
    let Saving { plan, digest, entries, versions, origin, time } = *saving;
    let kept = Kept { plan, entries, versions };
    let (chain, version_chain) = kept.chains();
    let versions_sha256 = version_chain.sha256();
    let stamp = Stamp {
        save_seq: origin.save_seq + 1,
        document_sha256: chain.document_sha256(digest.state_sha256(), versions_sha256),
        state_sha256: digest.state_sha256(),
        previous_sha256: origin.document_sha256,
        rows_by_table: rows_by_table(plan, VERSION),
        allocated: allocated(plan),
        saved_at: time.to_owned(),
        versions_sha256,
    };
    let image = plan_image(&kept, &stamp).map_err(|error| StoreError::from_sql(path, &error, None))?;
    if image.len() as u64 > MOST_BYTES {
        return Err(StoreError::TooLarge { path: path.to_owned(), most: MOST_BYTES });
    }
    let (read, found) = check_bytes(path, &image)?;
    if found != stamp || read.plan != *plan || !same_versions(&read.versions, versions) {
        return Err(StoreError::Damaged { path: path.to_owned(), what: Damage::Stamp("plan that was to be written") });
    }
    Ok((image, stamp))
}

/// Whether the versions hold the same, and none that is doubted would be believed from now on.
fn same_versions(read: &[Arc<Version>], versions: &[Arc<Version>]) -> bool {
    read.len() == versions.len() && read.iter().zip(versions).all(|(read, version)| read == version)
}

/// Writes the new file beside the old one, with the old one's rights, makes its bytes safe and reads them back.
fn write_beside(disk: &dyn Disk, path: &Path, image: &[u8], old: Option<&Facts>) -> Result<New, StoreError> {
    let new = create_beside(disk, path, image)?;
    let written = || {
        // Where a file system has no locks, nothing is swept either.
        let _ = new.handle.try_lock();
        write_whole(&*new.handle, image).map_err(refused(path, Doing::Write))?;
        if let Some(old) = old {
            take_after(&*new.handle, old).map_err(refused(path, Doing::Write))?;
        }
        new.handle.fsync().map_err(refused(path, Doing::Fsync))?;
        match read_whole(&*new.handle, MOST_BYTES).map_err(refused(path, Doing::Read))? {
            Some(back) if back == image => Ok(()),
            _ => Err(StoreError::Damaged { path: path.to_owned(), what: Damage::Stamp("file that was just written") }),
        }
    };
    if let Err(error) = written() {
        let _ = disk.unlink(&new.path);
        return Err(error);
    }
    Ok(new)
}

/// Makes the new file, under a name that nobody has: one of the eight that the hash of its bytes gives.
fn create_beside(disk: &dyn Disk, path: &Path, image: &[u8]) -> Result<New, StoreError> {
    let (folder, start) = beside(path);
    sweep(disk, folder, &start);
    let sha = Digest::of_bytes(image).to_string();
    for part in sha.as_bytes().chunks(SHA_DIGITS).map(String::from_utf8_lossy) {
        let name = folder.join(format!("{start}{part}{ENDING}"));
        match disk.open(&name, Opening::CreateNew { mode: 0o600 }) {
            Ok(handle) => return Ok(New { path: name, handle }),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            // The reader knows his file, not ours.
            Err(cause) => return Err(StoreError::from_io(path, Doing::Open, cause)),
        }
    }
    Err(StoreError::InUse { path: path.to_owned() })
}

/// Gives the new file the old one's rights, where the file system has such a thing.
fn take_after(handle: &dyn Handle, old: &Facts) -> std::io::Result<()> {
    match handle.take_after(old) {
        Err(error) if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

/// The folder of a file, and how the names of temporary files for it begin. They are never longer than its own name
/// where that is long: what the system allows differs.
fn beside(path: &Path) -> (&Path, String) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let start = &name[..name.floor_char_boundary(MOST_OF_NAME)];
    (path.parent().unwrap_or(path), format!(".{start}."))
}

/// Removes temporary files that a save which was cut off left behind. What cannot be removed does no harm.
fn sweep(disk: &dyn Disk, folder: &Path, start: &str) {
    for path in disk.list(folder).unwrap_or_default() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let sha = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(ENDING));
        let ours = sha.is_some_and(|sha| sha.len() == SHA_DIGITS && sha.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if ours && disk.open(&path, Opening::Write).is_ok_and(|handle| handle.try_lock().unwrap_or(false)) {
            let _ = disk.unlink(&path);
        }
    }
}

/// After the rename: makes the name safe, and looks once more.
fn confirm(disk: &dyn Disk, path: &Path, image: &[u8]) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(path);
    let looked = || {
        disk.fsync_dir(folder)?;
        match read_bytes(disk, path) {
            Ok(bytes) if bytes == image => Ok(()),
            _ => Err(std::io::Error::other("the file does not hold what was written")),
        }
    };
    looked().map_err(|cause| StoreError::Unconfirmed { path: path.to_owned(), written: Digest::of_bytes(image), cause })
}
