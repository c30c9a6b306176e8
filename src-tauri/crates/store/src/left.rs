//! Working copies that were left behind: what they hold, and whether anybody still needs them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use model::{Id, Money, Total};
use rusqlite::Connection;

use crate::digest::Digest;
use crate::disk::{Disk, Opening};
use crate::error::StoreError;
use crate::history::{Entry, document_sha256};
use crate::image::WorkingRow;
use crate::open::{check_bytes, read_bytes};
use crate::version::Version;
use crate::vfs::Vfs;
use crate::working::{connect, keep_log, read_version, read_working, remove_files};

/// A working copy with unsaved edits that nobody has open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftCopy {
    /// By which it is recovered or discarded.
    pub id: Id,
    /// What the plan in it is called, in English and in Ukrainian.
    pub name: model::Name,
    /// The file it was opened from; nothing for a plan that was never saved.
    pub path: Option<PathBuf>,
    /// When it was last edited, as RFC 3339 text.
    pub time: String,
    /// The sum of its allocations.
    pub total: Total,
    /// How many entries of its history no file has.
    pub edits: u64,
    /// How many of its versions no file has.
    pub versions: u64,
}

/// The working copies that were found.
#[derive(Debug, Default)]
pub struct Copies {
    /// Those with unsaved edits, in the order of their ids.
    pub left: Vec<LeftCopy>,
    /// Those that cannot be read, and why. They are kept.
    pub unreadable: Vec<(Id, StoreError)>,
}

/// What a working copy holds beside its rows.
struct Found {
    copy: LeftCopy,
    row: WorkingRow,
    /// How many entries its history has.
    entries: u64,
    /// How many versions it has.
    versions: u64,
}

/// What is in the newest of the generations of a working copy; nothing where it has no unsaved edits. One whose edits are
/// all in its file is removed.
pub(crate) fn look_at(
    (disk, vfs): (&Arc<dyn Disk>, &Arc<Vfs>),
    id: Id,
    generations: &[PathBuf],
) -> Result<Option<LeftCopy>, StoreError> {
    let Some((newest, older)) = generations.split_last() else { return Ok(None) };
    // Locked from here on.
    let connection = connect(vfs, newest)?;
    let version = read_version(&connection, newest)?;
    let found = find(&connection, id, version);
    let found = found.map_err(|error| StoreError::from_sql(newest, &error, vfs.take_fault(newest)))?;
    if found.copy.edits == 0 && found.copy.versions == 0 {
        return Ok(None);
    }
    if !is_in_its_file(&**disk, &found) {
        return Ok(Some(found.copy));
    }
    keep_log(&connection);
    // The newest goes last: as long as it is there, no older one is looked at. What stays is removed the next time.
    let _ = older.iter().chain([newest]).try_for_each(|path| remove_files(&**disk, path));
    Ok(None)
}

fn find(connection: &Connection, id: Id, version: u32) -> rusqlite::Result<Found> {
    let row = read_working(connection, version)?;
    let names = "SELECT name_en, name_uk FROM package";
    let (en, uk) = connection.query_row(names, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let entries: u64 = connection.query_row("SELECT max(seq) FROM history", [], |row| row.get(0))?;
    let versions = if version < 3 { "SELECT 0" } else { "SELECT count(*) FROM versions" };
    let versions: u64 = connection.query_row(versions, [], |row| row.get(0))?;
    let mut amounts = connection.prepare("SELECT amount_cents FROM allocations")?;
    let mut total = Total::ZERO;
    for cents in amounts.query_map([], |row| row.get(0))? {
        total.add(Money::from_cents(cents?));
    }
    let copy = LeftCopy {
        id,
        name: model::Name { en, uk },
        path: row.origin.path.clone(),
        time: row.changed_at.clone(),
        total,
        edits: entries.saturating_sub(row.origin.saved_seq),
        versions: versions.saturating_sub(row.origin.saved_versions),
    };
    Ok(Found { copy, row, entries, versions })
}

/// Whether the file of a working copy is whole, begins with the copy's history, and will still do so after a power cut.
fn is_in_its_file(disk: &dyn Disk, found: &Found) -> bool {
    let Some(path) = found.row.origin.path.as_deref() else { return false };
    let Ok(bytes) = read_bytes(disk, path) else { return false };
    // As it was before the edits: no need to look inside.
    if found.row.origin.file_sha256 == Some(Digest::of_bytes(&bytes)) {
        return false;
    }
    let Ok((contents, _)) = check_bytes(path, &bytes) else { return false };
    let count = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let entries = contents.entries.get(..count(found.entries));
    let (Some(entries), Some(versions)) = (entries, contents.versions.get(..count(found.versions))) else {
        return false;
    };
    begins_with(entries, versions, found.row.document_sha256) && make_safe(disk, path).is_ok()
}

/// Whether these entries and versions, and the state after the last entry, are the document that hashes to `document`.
fn begins_with(entries: &[Arc<Entry>], versions: &[Arc<Version>], document: Digest) -> bool {
    let hash = |last: &Arc<Entry>| {
        let (entries, versions) = (entries.iter().map(|entry| &**entry), versions.iter().map(|version| &**version));
        document_sha256(last.state_sha256, entries, versions)
    };
    entries.last().map(hash) == Some(document)
}

/// Whoever saved may have died before the new name was safe.
fn make_safe(disk: &dyn Disk, path: &Path) -> std::io::Result<()> {
    disk.open(path, Opening::Read)?.fsync()?;
    disk.fsync_dir(path.parent().unwrap_or(path))
}
