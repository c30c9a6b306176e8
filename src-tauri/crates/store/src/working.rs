//! The working copy: where an edit is safe before anybody sees it.
//!
//! A file of ours in the data folder, with write-ahead logging and a full fsync for each transaction; one edit is one
//! transaction. It comes into being, whole and by one rename, with the first edit, and goes when its document is saved and
//! closed, or discarded on purpose.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use model::{Diff, Id};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::digest::{Digest, StateDigest};
use crate::disk::{Disk, Opening, write_whole};
use crate::error::{Damage, Doing, StoreError, refused};
use crate::history::{Chain, Entry};
use crate::image::{Origin, WorkingRow, insert_entry, insert_version, insert_working, working_image};
use crate::kept::digest_at;
use crate::open::{Checked, Contents, harden};
use crate::schema::{Schema, VERSION};
use crate::table::{self, TableFault};
use crate::version::{Version, VersionChain};
use crate::vfs::Vfs;

/// The ending of a working copy's name.
pub(crate) const ENDING: &str = "tranche-work";

/// An open working copy. Nobody else can open it meanwhile.
pub struct Working {
    // Before the VFS: it is dropped first.
    connection: Connection,
    vfs: Arc<Vfs>,
    disk: Arc<dyn Disk>,
    path: PathBuf,
    chain: Chain,
    versions: VersionChain,
    frozen: u64,
    row: WorkingRow,
    schema: Schema,
    broken: bool,
}

impl std::fmt::Debug for Working {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Working").field("path", &self.path).field("broken", &self.broken).finish_non_exhaustive()
    }
}

/// The name of a working copy. One that had to be written anew has a higher generation.
pub(crate) fn name_of(id: Id, generation: u32) -> String {
    format!("{id}-{generation}.{ENDING}")
}

/// The id and the generation in the name of a working copy.
pub(crate) fn id_of(path: &Path) -> Option<(Id, u32)> {
    let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?.strip_suffix('.')?;
    let (id, generation) = name.split_once('-')?;
    Some((id.parse().ok()?, generation.parse().ok()?))
}

/// The files that SQLite may leave beside a working copy.
pub(crate) fn neighbours(path: &Path) -> [PathBuf; 2] {
    ["-wal", "-journal"].map(|ending| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    })
}

impl Working {
    /// Writes a working copy of a document and opens it. When this returns it is safe.
    pub(crate) fn create(
        (disk, vfs): (&Arc<dyn Disk>, &Arc<Vfs>),
        path: &Path,
        contents: &Contents,
        origin: &Origin,
        time: &str,
    ) -> Result<Self, StoreError> {
        let kept = contents.kept();
        let (chain, versions) = kept.chains();
        let row = WorkingRow {
            document_sha256: chain.document_sha256(contents.digest.state_sha256(), versions.sha256()),
            origin: origin.clone(),
            changed_at: time.to_owned(),
            versions_sha256: versions.sha256(),
        };
        let database = |error| StoreError::from_sql(path, &error, None);
        let image = working_image(&kept, &row).map_err(database)?;
        forget_logs(&**disk, path)?;
        place(&**disk, path, &image)?;
        let connection = connect(vfs, path)?;
        Ok(Self {
            connection,
            vfs: Arc::clone(vfs),
            disk: Arc::clone(disk),
            path: path.to_owned(),
            chain,
            versions,
            frozen: kept.versions.len() as u64,
            row,
            schema: Schema::working(VERSION),
            broken: false,
        })
    }

    /// Opens a working copy that was left behind, and checks it as if it were a stranger's.
    pub(crate) fn recover(
        (disk, vfs): (&Arc<dyn Disk>, &Arc<Vfs>),
        path: &Path,
    ) -> Result<(Self, Contents), StoreError> {
        let connection = connect(vfs, path)?;
        let version = read_version(&connection, path)?;
        let schema = Schema::working(version);
        let checked = Checked { path: path.to_owned(), schema, work_left: 0 };
        checked.check_schema(&connection)?;
        checked.check_pages(&connection)?;
        let (mut contents, chain) = checked.contents(&connection, None)?;
        let row = read_working(&connection, version).map_err(|error| checked.broken(&error))?;
        let agrees = contents.agrees(chain, row.document_sha256, row.versions_sha256);
        let versions = agrees.map_err(|damage| checked.damaged(damage))?;
        let (entries, frozen) = (contents.entries.len() as u64, contents.versions.len() as u64);
        if row.origin.saved_seq > entries || row.origin.saved_versions > frozen {
            return Err(checked.damaged(Damage::Stamp("note of what was saved")));
        }
        let (vfs, disk) = (Arc::clone(vfs), Arc::clone(disk));
        let path = path.to_owned();
        let working = Self { connection, vfs, disk, path, chain, versions, frozen, row, schema, broken: false };
        Ok((working, contents))
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where its document was last saved.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.row.origin
    }

    /// When its document was last changed, as RFC 3339 text.
    pub(crate) fn changed_at(&self) -> &str {
        &self.row.changed_at
    }

    /// Whether it has the newest schema. One that an earlier program has made can be read, and takes no edit.
    pub(crate) const fn is_newest(&self) -> bool {
        self.schema.version == VERSION
    }

    /// Whether the disk failed in such a way that a new working copy must be written in place of this one.
    #[must_use]
    pub const fn is_broken(&self) -> bool {
        self.broken
    }

    /// Makes one edit safe: the changed rows and the entry of the history, in one transaction. `digest` is the plan's hash
    /// after it.
    ///
    /// # Errors
    /// Nothing is stored then. After an error the copy may be [broken](Self::is_broken).
    pub fn append(&mut self, diff: &Diff, entry: &Entry, digest: &StateDigest) -> Result<(), StoreError> {
        let chain = self.chain.with(entry);
        let row = WorkingRow {
            document_sha256: chain.document_sha256(digest.state_sha256(), self.versions.sha256()),
            changed_at: entry.time.clone(),
            ..self.row.clone()
        };
        self.transact(|connection| {
            table::write_diff(connection, diff)?;
            insert_entry(connection, entry)?;
            Ok(insert_working(connection, &row)?)
        })?;
        self.chain = chain;
        self.row = row;
        Ok(())
    }

    /// Makes a version safe. `digest` is the hash of the plan, which stays as it is.
    ///
    /// # Errors
    /// Nothing is stored then. After an error the copy may be [broken](Self::is_broken).
    pub fn freeze(&mut self, version: &Version, digest: &StateDigest) -> Result<(), StoreError> {
        let versions = self.versions.with(version);
        let row = WorkingRow {
            document_sha256: self.chain.document_sha256(digest.state_sha256(), versions.sha256()),
            versions_sha256: versions.sha256(),
            changed_at: version.time.clone(),
            ..self.row.clone()
        };
        let number = self.frozen + 1;
        self.transact(|connection| {
            insert_version(connection, number, version)?;
            Ok(insert_working(connection, &row)?)
        })?;
        self.versions = versions;
        self.frozen = number;
        self.row = row;
        Ok(())
    }

    /// Notes that its document was saved.
    ///
    /// # Errors
    /// The note is missing then; the document was saved all the same.
    pub fn note_saved(&mut self, origin: &Origin) -> Result<(), StoreError> {
        let row = WorkingRow { origin: origin.clone(), ..self.row.clone() };
        self.transact(|connection| Ok(insert_working(connection, &row)?))?;
        self.row = row;
        Ok(())
    }

    /// Removes it for good.
    ///
    /// # Errors
    /// What the disk says; part of it may be left.
    pub fn remove(self) -> Result<(), StoreError> {
        let Self { connection, vfs, disk, path, .. } = self;
        keep_log(&connection);
        // What SQLite cannot tidy up on closing is removed next anyway.
        let _ = connection.close();
        drop(vfs);
        remove_files(&*disk, &path)
    }

    fn transact(&mut self, work: impl FnOnce(&Connection) -> Result<(), TableFault>) -> Result<(), StoreError> {
        let _ = self.vfs.take_fault(&self.path);
        let done = match self.connection.unchecked_transaction() {
            Ok(transaction) => work(&transaction).and_then(|()| transaction.commit().map_err(TableFault::Sql)),
            Err(error) => Err(TableFault::Sql(error)),
        };
        let Err(fault) = done else { return Ok(()) };
        // A transaction that is dropped is rolled back; SQLite may have done so itself.
        let refused = self.vfs.take_fault(&self.path);
        let unsafe_bytes = refused.as_ref().is_some_and(|fault| fault.doing == Doing::Fsync);
        if unsafe_bytes || !self.connection.is_autocommit() {
            self.broken = true;
            keep_log(&self.connection);
        }
        Err(match fault {
            TableFault::Sql(error) => StoreError::from_sql(&self.path, &error, refused),
            TableFault::Damage(what) => StoreError::Damaged { path: self.path.clone(), what },
            TableFault::Mismatch(mismatch) => StoreError::Mismatch(mismatch),
        })
    }
}

/// Lets SQLite close the database without moving its log into it: the log is to be removed, or cannot be trusted.
pub(crate) fn keep_log(connection: &Connection) {
    // Where SQLite refuses, closing takes longer and nothing else.
    let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
}

/// Writes a file whole and gives it its name only when it is safe.
pub(crate) fn place(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let written = || {
        let handle = disk.open(&part, Opening::CreateNew { mode: 0o600 }).map_err(refused(path, Doing::Open))?;
        write_whole(&*handle, bytes).map_err(refused(path, Doing::Write))?;
        handle.fsync().map_err(refused(path, Doing::Fsync))?;
        drop(handle);
        disk.rename(&part, path).map_err(refused(path, Doing::Rename))?;
        let folder = path.parent().unwrap_or(path);
        disk.fsync_dir(folder).map_err(refused(folder, Doing::Fsync))
    };
    // A part that an earlier attempt left behind; where there is none, all the better.
    let _ = disk.unlink(&part);
    let done = written();
    if done.is_err() {
        let _ = disk.unlink(&part);
    }
    done
}

/// Removes a working copy and what SQLite left beside it; what is not there counts as removed.
pub(crate) fn remove_files(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    // The database first: a log without its database is nothing, a database without its log an older state.
    let [wal, journal] = neighbours(path);
    for file in [path, &wal, &journal] {
        match disk.unlink(file) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(cause) => return Err(StoreError::from_io(file, Doing::Remove, cause)),
        }
    }
    let folder = path.parent().unwrap_or(path);
    disk.fsync_dir(folder).map_err(refused(folder, Doing::Fsync))
}

/// Removes a log that an earlier copy of this name left behind: SQLite would take it for the new one's.
fn forget_logs(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    let [wal, journal] = neighbours(path);
    if disk.facts(&wal).is_err() && disk.facts(&journal).is_err() {
        return Ok(());
    }
    remove_files(disk, path)
}

/// Opens a working copy for one writer, and locks it.
pub(crate) fn connect(vfs: &Arc<Vfs>, path: &Path) -> Result<Connection, StoreError> {
    let _ = vfs.take_fault(path);
    let open = || {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags_and_vfs(path, flags, vfs.name())?;
        // Whoever has it will not let go soon: say so at once.
        connection.busy_timeout(std::time::Duration::ZERO)?;
        connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE;")?;
        let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if mode != "wal" {
            return Err(rusqlite::Error::QueryReturnedNoRows);
        }
        connection.execute_batch("PRAGMA synchronous = FULL;")?;
        harden(&connection)?;
        Ok(connection)
    };
    open().map_err(|error| StoreError::from_sql(path, &error, vfs.take_fault(path)))
}

/// The version of the schema of a working copy, where this program knows it.
pub(crate) fn read_version(connection: &Connection, path: &Path) -> Result<u32, StoreError> {
    let read = connection.pragma_query_value(None, "user_version", |row| row.get(0));
    let path = path.to_owned();
    match read {
        Ok(0) => Err(StoreError::Damaged { path, what: Damage::Header("version") }),
        Ok(found) if found > VERSION => Err(StoreError::NewerVersion { path, found, known: VERSION }),
        Ok(version) => Ok(version),
        Err(error) => Err(StoreError::Damaged { path, what: Damage::Pages(error.to_string()) }),
    }
}

pub(crate) fn read_working(connection: &Connection, version: u32) -> rusqlite::Result<WorkingRow> {
    let versions = if version < 3 { "0, NULL" } else { "saved_versions, versions_sha256" };
    let sql = format!(
        "SELECT document_sha256, saved_seq, save_seq, path, file_sha256, previous_sha256, changed_at, {versions}
         FROM working"
    );
    connection.query_row(&sql, [], |row| {
        let path: Option<String> = row.get(3)?;
        let origin = Origin {
            path: path.map(PathBuf::from),
            file_sha256: digest_at(row, 4)?,
            saved_seq: row.get(1)?,
            saved_versions: row.get(7)?,
            save_seq: row.get(2)?,
            document_sha256: digest_at(row, 5)?,
        };
        let document_sha256: Option<Digest> = digest_at(row, 0)?;
        let document_sha256 = document_sha256.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        Ok(WorkingRow { document_sha256, origin, changed_at: row.get(6)?, versions_sha256: digest_at(row, 8)? })
    })
}
