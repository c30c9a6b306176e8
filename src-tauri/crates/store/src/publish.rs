//! Saving: putting a whole new file in the place of the user's, so that at every moment the old or the new one is there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use model::Plan;

use crate::backup;
use crate::digest::{Digest, StateDigest};
use crate::disk::{Disk, Facts, Kind as FileKind, Opening, write_whole};
use crate::error::{Damage, Doing, StoreError, refused};
use crate::history::{Entry, document_sha256};
use crate::image::{Origin, Stamp, allocated, plan_image, rows_by_table};
use crate::open::{MOST_BYTES, check_bytes, read_bytes};

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
    /// Where it was last saved.
    pub origin: &'a Origin,
    /// Now, as RFC 3339 text.
    pub time: &'a str,
}

/// What is known of the file that will be replaced.
struct Old {
    bytes: Vec<u8>,
    facts: Facts,
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
    let old = compare(disk, &path, saving.origin, over)?;
    let (image, stamp) = stamped(&path, saving)?;
    let mode = old.as_ref().map_or(0o600, |old| old.facts.mode);
    let temporary = write_beside(disk, &path, &image, mode)?;
    let replaced = || {
        let back = read_bytes(disk, &temporary)?;
        if back != image {
            return Err(StoreError::Damaged {
                path: temporary.clone(),
                what: Damage::Stamp("file that was just written"),
            });
        }
        if let Some(old) = &old {
            backup::keep(disk, backups, &path, &old.bytes, saving.time)?;
        }
        unchanged(disk, &path, old.as_ref())?;
        disk.rename(&temporary, &path).map_err(refused(&path, Doing::Rename))
    };
    if let Err(error) = replaced() {
        // The message is about what failed; a temporary file that stays is removed by the next save.
        let _ = disk.unlink(&temporary);
        return Err(error);
    }
    confirm(disk, &path, &image)?;
    let origin = Origin {
        path: Some(path),
        file_sha256: Some(Digest::of_bytes(&image)),
        saved_seq: saving.entries.len() as u64,
        save_seq: stamp.save_seq,
        document_sha256: Some(stamp.document_sha256),
    };
    Ok((origin, stamp))
}

/// The place itself: absolute, with links followed, so that a link stays a link and its target is replaced.
pub(crate) fn settle(disk: &dyn Disk, path: &Path) -> Result<PathBuf, StoreError> {
    match disk.resolve(path) {
        Ok(path) => return Ok(path),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(cause) => return Err(StoreError::from_io(path, Doing::Open, cause)),
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = disk.resolve(folder).map_err(refused(folder, Doing::Open))?;
    match path.file_name() {
        Some(name) => Ok(folder.join(name)),
        None => Err(StoreError::IsFolder { path: folder }),
    }
}

/// What is in the place now, where it may be replaced.
fn compare(disk: &dyn Disk, path: &Path, origin: &Origin, over: Over) -> Result<Option<Old>, StoreError> {
    let facts = match disk.facts(path) {
        Ok(facts) => facts,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(StoreError::from_io(path, Doing::Open, cause)),
    };
    let own = origin.path.as_deref() == Some(path);
    if facts.kind == FileKind::File && over == Over::Own && !own {
        return Err(StoreError::Exists { path: path.to_owned() });
    }
    let bytes = read_bytes(disk, path)?;
    if facts.read_only {
        return Err(StoreError::ReadOnly { path: path.to_owned() });
    }
    if over == Over::Own && origin.file_sha256 != Some(Digest::of_bytes(&bytes)) {
        return Err(StoreError::Changed { path: path.to_owned() });
    }
    Ok(Some(Old { bytes, facts }))
}

/// Whether the place is still as it was compared.
fn unchanged(disk: &dyn Disk, path: &Path, old: Option<&Old>) -> Result<(), StoreError> {
    match (disk.facts(path).ok(), old) {
        (None, None) => Ok(()),
        (Some(now), Some(old)) if now == old.facts => Ok(()),
        (Some(_), None) => Err(StoreError::Exists { path: path.to_owned() }),
        (_, Some(_)) => Err(StoreError::Changed { path: path.to_owned() }),
    }
}

/// The bytes of the file, read back through the same door as any stranger's file and compared with the plan in memory.
fn stamped(path: &Path, saving: &Saving<'_>) -> Result<(Vec<u8>, Stamp), StoreError> {
    let Saving { plan, digest, entries, origin, time } = *saving;
    let stamp = Stamp {
        save_seq: origin.save_seq + 1,
        document_sha256: document_sha256(digest.state_sha256(), entries.iter().map(|entry| &**entry)),
        state_sha256: digest.state_sha256(),
        previous_sha256: origin.document_sha256,
        rows_by_table: rows_by_table(plan),
        allocated: allocated(plan),
        saved_at: time.to_owned(),
    };
    let image = plan_image(plan, entries, &stamp).map_err(|error| StoreError::from_sql(path, &error, None))?;
    if image.len() as u64 > MOST_BYTES {
        return Err(StoreError::TooLarge { path: path.to_owned(), most: MOST_BYTES });
    }
    let (read, found) = check_bytes(path, &image)?;
    if found != stamp || read.plan != *plan {
        return Err(StoreError::Damaged { path: path.to_owned(), what: Damage::Stamp("plan that was to be written") });
    }
    Ok((image, stamp))
}

/// Writes the new file beside the old one, under a name of its own, and makes its bytes safe.
fn write_beside(disk: &dyn Disk, path: &Path, image: &[u8], mode: u32) -> Result<PathBuf, StoreError> {
    let (folder, start) = beside(path);
    sweep(disk, folder, &start);
    let sha = Digest::of_bytes(image).fingerprint();
    let temporary = folder.join(format!("{start}{sha}.new"));
    let handle = disk.open(&temporary, Opening::CreateNew { mode }).map_err(refused(&temporary, Doing::Open))?;
    let written = || {
        // Held while the file grows, so that nobody takes it for a left-over.
        let _ = handle.try_lock();
        write_whole(&*handle, image).map_err(refused(path, Doing::Write))?;
        handle.fsync().map_err(refused(path, Doing::Fsync))
    };
    let done = written();
    drop(handle);
    if let Err(error) = done {
        let _ = disk.unlink(&temporary);
        return Err(error);
    }
    Ok(temporary)
}

/// The folder of a file, and how the names of temporary files for it begin.
fn beside(path: &Path) -> (&Path, String) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    (path.parent().unwrap_or(path), format!(".{name}."))
}

/// Removes temporary files that a save which was cut off left behind. What cannot be removed does no harm.
fn sweep(disk: &dyn Disk, folder: &Path, start: &str) {
    for path in disk.list(folder).unwrap_or_default() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let sha = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(".new"));
        let ours = sha.is_some_and(|sha| sha.len() == 8 && sha.bytes().all(|byte| byte.is_ascii_hexdigit()));
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
