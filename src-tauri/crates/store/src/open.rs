//! Reading a plan file that anybody may have made.
//!
//! The bytes are read once. SQLite sees them in memory and nothing else: no neighbour of the file (`-wal`,
//! `-journal`) can change what is read, and reading changes nothing on the disk. No SQL of the file is ever run: its schema
//! must be, to the letter, the one of its version before the first row is looked at.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};

use model::{Plan, Total};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;

use crate::digest::{Digest, StateDigest};
use crate::disk::{Disk, Kind as FileKind, Opening, read_whole};
use crate::error::{Damage, Doing, StoreError, refused};
use crate::history::{Chain, Entry, Pointers};
use crate::image::{Kept, Origin, Stamp, allocated, rows_by_table};
use crate::kept::{Batches, digest_at, middle_seq, read_entries, read_versions};
use crate::schema::{APPLICATION_ID, PAGE_BYTES, Schema, VERSION};
use crate::table::{self, TableFault};
use crate::version::{Version, VersionChain};
use crate::view::View;

/// The most bytes of a plan file: a million allocations take about 300 MB.
pub(crate) const MOST_BYTES: u64 = 1 << 30;

/// What a document holds: the plan, its hash and how it came to be.
#[derive(Clone, Debug)]
pub struct Contents {
    /// The plan.
    pub plan: Plan,
    /// Its hash.
    pub digest: StateDigest,
    /// Its history, oldest first. Never empty.
    pub entries: Vec<Arc<Entry>>,
    /// Its versions, in the order in which they were frozen.
    pub versions: Vec<Arc<Version>>,
}

impl Contents {
    /// The first version that was seen not to be what was frozen, where there is one. All else was found whole: whoever
    /// opens the document may look at it and must not write.
    #[must_use]
    pub fn doubted(&self) -> Option<&Arc<Version>> {
        self.versions.iter().find(|version| version.is_doubted())
    }

    pub(crate) fn kept(&self) -> Kept<'_> {
        Kept { plan: &self.plan, entries: &self.entries, versions: &self.versions }
    }

    /// Whether this document, whose history hashes to `chain`, is the one that hashes to `noted`, with versions that hash
    /// to `noted_versions`; gives what its versions hash to.
    ///
    /// Where nothing but what is noted of versions differs, and opening them shows which, those are marked, and the rest
    /// is taken for what it is.
    pub(crate) fn agrees(
        &mut self,
        chain: Chain,
        noted: Digest,
        noted_versions: Option<Digest>,
    ) -> Result<VersionChain, Damage> {
        let versions = VersionChain::after(self.versions.iter().map(|version| &**version));
        let state = self.digest.state_sha256();
        if chain.document_sha256(state, versions.sha256()) == noted {
            let same = versions.sha256() == noted_versions;
            return if same { Ok(versions) } else { Err(Damage::Stamp("hash of the versions")) };
        }
        if chain.document_sha256(state, noted_versions) != noted {
            return Err(Damage::Stamp("hash of the document"));
        }
        self.versions = self.versions.drain(..).map(Version::looked_into).collect();
        if self.doubted().is_some() { Ok(versions) } else { Err(Damage::Stamp("hash of the versions")) }
    }
}

/// A plan file that was read and found whole.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What it holds.
    pub contents: Contents,
    /// Where it lies, and what it held when it was read.
    pub origin: Origin,
    /// What its last save noted.
    pub stamp: Stamp,
}

/// Reads a plan file and checks everything about it. Nothing on the disk changes.
///
/// # Errors
/// What is wrong with it; the file is never half read.
pub fn read(disk: &dyn Disk, path: &Path) -> Result<Opened, StoreError> {
    let path = disk.resolve(path).map_err(refused(path, Doing::Open))?;
    let bytes = read_bytes(disk, &path)?;
    let (checked, file_sha256) = std::thread::scope(|scope| {
        let hash = scope.spawn(|| Digest::of_bytes(&bytes));
        (check_bytes(&path, &bytes), joined(hash))
    });
    let (contents, stamp) = checked?;
    let origin = Origin {
        path: Some(path),
        file_sha256: Some(file_sha256),
        saved_seq: contents.entries.len() as u64,
        saved_versions: contents.versions.len() as u64,
        save_seq: stamp.save_seq,
        document_sha256: Some(stamp.document_sha256),
    };
    Ok(Opened { contents, origin, stamp })
}

/// The bytes of a regular file of reasonable size.
pub(crate) fn read_bytes(disk: &dyn Disk, path: &Path) -> Result<Vec<u8>, StoreError> {
    // Asked before opening, because opening a pipe would wait for ever.
    match disk.facts(path).map_err(refused(path, Doing::Open))?.kind {
        FileKind::File => {}
        FileKind::Folder => return Err(StoreError::IsFolder { path: path.to_owned() }),
        FileKind::Other => return Err(StoreError::NotAFile { path: path.to_owned() }),
    }
    let handle = disk.open(path, Opening::Read).map_err(refused(path, Doing::Open))?;
    let bytes = read_whole(&*handle, MOST_BYTES).map_err(refused(path, Doing::Read))?;
    bytes.ok_or_else(|| StoreError::TooLarge { path: path.to_owned(), most: MOST_BYTES })
}

/// Everything that these bytes hold, where they are a plan file that is whole. One core checks the pages while another
/// reads them; nothing is given away before both are done.
pub(crate) fn check_bytes(path: &Path, bytes: &[u8]) -> Result<(Contents, Stamp), StoreError> {
    let schema = Schema::file(check_header(path, bytes)?);
    let checked = Checked { path: path.to_owned(), schema, work_left: bytes.len() as u64 };
    std::thread::scope(|scope| {
        let pages = scope.spawn(|| checked.check_pages(&*checked.view(bytes)?));
        let read = checked.document(bytes);
        // A broken page is what is wrong, whatever was read from it.
        joined(pages).and(read)
    })
}

/// What a thread has found. It panics where the thread did.
fn joined<T>(thread: std::thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Number, in a file's header, big-endian.
fn number_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).map_or(0, |four| four.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

/// Tells from the first hundred bytes whether this can be a plan and whether all of it is there; gives its version.
/// The offsets are those of <https://www.sqlite.org/fileformat2.html#the_database_header>.
fn check_header(path: &Path, bytes: &[u8]) -> Result<u32, StoreError> {
    const MAGIC: &[u8] = b"SQLite format 3\0";
    let path = path.to_owned();
    if bytes.is_empty() {
        return Err(StoreError::Empty { path });
    }
    let found = bytes.len() as u64;
    if !bytes.starts_with(&MAGIC[..MAGIC.len().min(bytes.len())]) {
        return Err(StoreError::NotOurs { path });
    }
    if bytes.len() < 100 {
        return Err(StoreError::Truncated { path, expected: u64::from(PAGE_BYTES), found });
    }
    if number_at(bytes, 68) != APPLICATION_ID {
        return Err(StoreError::NotOurs { path });
    }
    let version = number_at(bytes, 60);
    if version > VERSION {
        return Err(StoreError::NewerVersion { path, found: version, known: VERSION });
    }
    let pages_bytes = u64::from(number_at(bytes, 28)) * u64::from(PAGE_BYTES);
    if found < pages_bytes {
        return Err(StoreError::Truncated { path, expected: pages_bytes, found });
    }
    let wrong = [
        (version == 0, "version"),
        (number_at(bytes, 16) >> 16 != PAGE_BYTES, "page size"),
        (bytes[18] != 1 || bytes[19] != 1, "journal mode"),
        (bytes[20] != 0 || bytes[21..24] != [64, 32, 32], "page layout"),
        (found != pages_bytes, "length"),
        (number_at(bytes, 32) != 0 || number_at(bytes, 36) != 0, "list of free pages"),
        (number_at(bytes, 44) != 4, "schema format"),
        (number_at(bytes, 52) != 0 || number_at(bytes, 64) != 0, "vacuum mode"),
        (number_at(bytes, 56) != 1, "text encoding"),
    ];
    match wrong.iter().find(|(wrong, _)| *wrong) {
        Some((_, what)) => Err(StoreError::Damaged { path, what: Damage::Header(what) }),
        None => Ok(version),
    }
}

/// A database that is being checked.
pub(crate) struct Checked {
    pub(crate) path: PathBuf,
    /// What it should be made of.
    pub(crate) schema: Schema,
    /// How much work reading may be, in bytes of the file.
    pub(crate) work_left: u64,
}

impl Checked {
    pub(crate) fn damaged(&self, what: Damage) -> StoreError {
        StoreError::Damaged { path: self.path.clone(), what }
    }

    pub(crate) fn broken(&self, error: &rusqlite::Error) -> StoreError {
        self.damaged(Damage::Pages(error.to_string()))
    }

    /// A database of these bytes, hardened, with the schema that it should have.
    fn view<'a>(&self, bytes: &'a [u8]) -> Result<View<'a>, StoreError> {
        let prepare = |connection: &mut Connection| {
            harden(connection)?;
            limit_work(connection, self.work_left)
        };
        let view = View::of(bytes, prepare).map_err(|error| self.broken(&error))?;
        self.check_schema(&view)?;
        Ok(view)
    }

    /// The document and its stamp. The later half of a long history is read on another core.
    fn document(&self, bytes: &[u8]) -> Result<(Contents, Stamp), StoreError> {
        let view = self.view(bytes)?;
        let (mut contents, chain) = self.contents(&view, Some(bytes))?;
        let stamp = self.stamp(&view, &mut contents, chain)?;
        Ok((contents, stamp))
    }

    /// Whether the database has the tables of its schema, to the letter, and nothing else.
    pub(crate) fn check_schema(&self, connection: &Connection) -> Result<(), StoreError> {
        let mut expected = self.schema.tables();
        let differs = |name: String| self.damaged(Damage::Schema(name));
        let mut each = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Option<String>> {
            let (kind, name, table): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let sql: Option<String> = row.get(3)?;
            let text = expected.remove(name.as_str());
            let same = kind == "table" && name == table && text.is_some() && text == sql.as_deref();
            Ok((!same).then_some(name))
        };
        let all = || -> rusqlite::Result<Option<String>> {
            let mut statement = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                if let Some(name) = each(row)? {
                    return Ok(Some(name));
                }
            }
            Ok(None)
        };
        let mut all = all;
        if let Some(name) = all().map_err(|error| self.broken(&error))? {
            return Err(differs(name));
        }
        match expected.keys().next() {
            Some(missing) => Err(differs((*missing).to_owned())),
            None => Ok(()),
        }
    }

    /// SQLite's own check of its pages.
    pub(crate) fn check_pages(&self, connection: &Connection) -> Result<(), StoreError> {
        let found: rusqlite::Result<String> = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
        match found {
            Ok(text) if text == "ok" => Ok(()),
            Ok(text) => Err(self.damaged(Damage::Pages(text))),
            Err(error) => Err(self.broken(&error)),
        }
    }

    /// The plan, its history and its versions, each row checked by itself and with all others; and the hash of the history.
    /// `bytes` are what the connection reads, where they are in memory.
    pub(crate) fn contents(
        &self,
        connection: &Connection,
        bytes: Option<&[u8]>,
    ) -> Result<(Contents, Chain), StoreError> {
        let plan = table::read_plan(connection, self.schema.version).map_err(|fault| self.fault(fault))?;
        let flaws = plan.flaws();
        if !flaws.is_empty() {
            return Err(StoreError::Invalid { path: self.path.clone(), flaws });
        }
        let digest = StateDigest::of(&plan);
        let (entries, chain) = self.history(connection, bytes)?;
        Pointers::after(entries.iter().map(|entry| &**entry)).map_err(|damage| self.damaged(damage))?;
        let versions = read_versions(connection, self.schema.version).map_err(|fault| self.fault(fault))?;
        match entries.last() {
            Some(last) if last.state_sha256 == digest.state_sha256() => {
                Ok((Contents { plan, digest, entries, versions }, chain))
            }
            _ => Err(self.damaged(Damage::Stamp("last entry of the history"))),
        }
    }

    /// The history and its hash, which another core takes meanwhile. The later half of a long one is read by a connection
    /// of its own, where the bytes are in memory.
    fn history(&self, connection: &Connection, bytes: Option<&[u8]>) -> Result<(Vec<Arc<Entry>>, Chain), StoreError> {
        let read = |connection: &Connection, seqs: RangeInclusive<i64>, hand_on: Batches| {
            read_entries(connection, self.schema.version, seqs, &hand_on).map_err(|fault| self.fault(fault))
        };
        let (first, later) = match bytes {
            None => (i64::MIN..=i64::MAX, None),
            Some(bytes) => {
                let middle = middle_seq(connection).map_err(|error| self.broken(&error))?;
                (i64::MIN..=middle, Some((bytes, middle + 1..=i64::MAX)))
            }
        };
        std::thread::scope(|scope| {
            let [(to_first, first_batches), (to_later, later_batches)] =
                [mpsc::channel::<Vec<Arc<Entry>>>(), mpsc::channel()];
            let batches = first_batches.into_iter().chain(later_batches);
            let chain = scope.spawn(|| Chain::after(batches.flatten()));
            let later = scope.spawn(|| match later {
                Some((bytes, seqs)) => self.view(bytes).and_then(|view| read(&view, seqs, to_later)),
                None => Ok(Vec::new()),
            });
            let first = read(connection, first, to_first);
            let later = joined(later);
            let chain = joined(chain);
            let mut entries = first?;
            entries.append(&mut later?);
            Ok((entries, chain))
        })
    }

    fn stamp(&self, connection: &Connection, contents: &mut Contents, chain: Chain) -> Result<Stamp, StoreError> {
        let stamp = read_stamp(connection, self.schema.version).map_err(|fault| self.fault(fault))?;
        let Contents { plan, digest, .. } = &*contents;
        let differs = [
            (stamp.state_sha256 != digest.state_sha256(), "hash of the state"),
            (stamp.rows_by_table != rows_by_table(plan, self.schema.version), "count of the rows"),
            (stamp.allocated != allocated(plan), "sum of the allocations"),
        ];
        if let Some((_, what)) = differs.iter().find(|(differs, _)| *differs) {
            return Err(self.damaged(Damage::Stamp(what)));
        }
        match contents.agrees(chain, stamp.document_sha256, stamp.versions_sha256) {
            Ok(_) => Ok(stamp),
            Err(damage) => Err(self.damaged(damage)),
        }
    }

    fn fault(&self, fault: TableFault) -> StoreError {
        match fault {
            TableFault::Sql(error) => self.broken(&error),
            TableFault::Damage(damage) => self.damaged(damage),
            TableFault::Mismatch(mismatch) => StoreError::Mismatch(mismatch),
        }
    }
}

/// Takes away what a hostile database could make SQLite do.
pub(crate) fn harden(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    for config in [
        DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA,
        DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER,
        DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW,
        DbConfig::SQLITE_DBCONFIG_DQS_DML,
        DbConfig::SQLITE_DBCONFIG_DQS_DDL,
        DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA,
    ] {
        connection.set_db_config(config, false)?;
    }
    for (limit, most) in [
        // One entry of the history may hold a whole import.
        (Limit::SQLITE_LIMIT_LENGTH, 512 << 20),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 50),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 10),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 3),
        (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 50),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, most)?;
    }
    connection.execute_batch("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;")
}

/// Stops SQLite where reading takes far more steps than a file of `bytes` bytes can need: crafted pages can form a tree
/// that never ends.
fn limit_work(connection: &mut Connection, bytes: u64) -> rusqlite::Result<()> {
    const STEP: u64 = 10_000;
    let mut left = (10_000_000 + bytes.saturating_mul(20)) / STEP;
    let enough = move || {
        left = left.saturating_sub(1);
        left == 0
    };
    connection.progress_handler(i32::try_from(STEP).unwrap_or(i32::MAX), Some(enough))
}

fn read_stamp(connection: &Connection, version: u32) -> Result<Stamp, TableFault> {
    let versions = if version < 3 { "NULL" } else { "versions_sha256" };
    let sql = format!(
        "SELECT save_seq, document_sha256, state_sha256, previous_sha256, rows_by_table, allocated, saved_at, min_reader,
                {versions} FROM stamp"
    );
    let stamp = connection.query_row(&sql, [], |row| {
        let min_reader: u32 = row.get(7)?;
        let (document, state) = (digest_at(row, 1)?, digest_at(row, 2)?);
        let allocated: String = row.get(5)?;
        let (Some(document_sha256), Some(state_sha256), Some(allocated), true) =
            (document, state, total_of(&allocated), min_reader <= version)
        else {
            return Err(rusqlite::Error::QueryReturnedNoRows);
        };
        Ok(Stamp {
            save_seq: row.get(0)?,
            document_sha256,
            state_sha256,
            previous_sha256: digest_at(row, 3)?,
            rows_by_table: row.get(4)?,
            allocated,
            saved_at: row.get(6)?,
            versions_sha256: digest_at(row, 8)?,
        })
    });
    match stamp {
        Ok(stamp) if crate::time::day_of(&stamp.saved_at).is_some() => Ok(stamp),
        Ok(_) | Err(rusqlite::Error::QueryReturnedNoRows) => Err(Damage::Stamp("stamp itself").into()),
        Err(error) => Err(error.into()),
    }
}

/// A sum as [`Total`] writes it.
fn total_of(text: &str) -> Option<Total> {
    let cents: String = text.chars().filter(|sign| *sign != '.').collect();
    let total = Total::from_cents(cents.parse().ok()?);
    (total.to_string() == text).then_some(total)
}
