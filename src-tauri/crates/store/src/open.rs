//! Reading a plan file that anybody may have made.
//!
//! The bytes are read once. SQLite sees a copy of them in memory and nothing else: no neighbour of the file (`-wal`,
//! `-journal`) can change what is read, and reading changes nothing on the disk. No SQL of the file is ever run: its schema
//! must be, to the letter, the one of its version before the first row is looked at.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use model::{Plan, Total};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, MAIN_DB};

use crate::codec;
use crate::digest::{Digest, StateDigest};
use crate::disk::{Disk, Kind as FileKind, Opening, read_whole};
use crate::error::{Damage, Doing, StoreError, refused};
use crate::history::{Entry, Kind, Pointers, document_sha256};
use crate::image::{Origin, Stamp, allocated, rows_by_table};
use crate::schema::{APPLICATION_ID, PAGE_BYTES, Schema, VERSION};
use crate::table::{self, TableFault};

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
    let (contents, stamp) = check_bytes(&path, &bytes)?;
    let origin = Origin {
        path: Some(path),
        file_sha256: Some(Digest::of_bytes(&bytes)),
        saved_seq: contents.entries.len() as u64,
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

/// Everything that these bytes hold, where they are a plan file that is whole.
pub(crate) fn check_bytes(path: &Path, bytes: &[u8]) -> Result<(Contents, Stamp), StoreError> {
    let schema = Schema::file(check_header(path, bytes)?);
    let checked = Checked { path: path.to_owned(), schema, work_left: bytes.len() as u64 };
    let connection = checked.connect(bytes).map_err(|error| checked.broken(&error))?;
    checked.check_schema(&connection)?;
    checked.check_pages(&connection)?;
    let contents = checked.contents(&connection)?;
    let stamp = checked.stamp(&connection, &contents)?;
    Ok((contents, stamp))
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

    fn connect(&self, bytes: &[u8]) -> rusqlite::Result<Connection> {
        let mut connection = Connection::open_in_memory()?;
        connection.deserialize_read_exact(MAIN_DB, bytes, bytes.len(), true)?;
        harden(&connection)?;
        limit_work(&mut connection, self.work_left)?;
        Ok(connection)
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

    /// The plan and its history, each row checked by itself and with all others.
    pub(crate) fn contents(&self, connection: &Connection) -> Result<Contents, StoreError> {
        let plan = table::read_plan(connection, self.schema.version).map_err(|fault| self.fault(fault))?;
        let flaws = plan.flaws();
        if !flaws.is_empty() {
            return Err(StoreError::Invalid { path: self.path.clone(), flaws });
        }
        let digest = StateDigest::of(&plan);
        let entries = read_entries(connection, self.schema.version).map_err(|fault| self.fault(fault))?;
        Pointers::after(entries.iter().map(|entry| &**entry)).map_err(|damage| self.damaged(damage))?;
        match entries.last() {
            Some(last) if last.state_sha256 == digest.state_sha256() => Ok(Contents { plan, digest, entries }),
            _ => Err(self.damaged(Damage::Stamp("last entry of the history"))),
        }
    }

    fn stamp(&self, connection: &Connection, contents: &Contents) -> Result<Stamp, StoreError> {
        let stamp = read_stamp(connection, self.schema.version).map_err(|fault| self.fault(fault))?;
        let Contents { plan, digest, entries } = contents;
        let document = document_sha256(digest.state_sha256(), entries.iter().map(|entry| &**entry));
        let differs = [
            (stamp.state_sha256 != digest.state_sha256(), "hash of the state"),
            (stamp.document_sha256 != document, "hash of the document"),
            (stamp.rows_by_table != rows_by_table(plan, self.schema.version), "count of the rows"),
            (stamp.allocated != allocated(plan), "sum of the allocations"),
        ];
        match differs.iter().find(|(differs, _)| *differs) {
            Some((_, what)) => Err(self.damaged(Damage::Stamp(what))),
            None => Ok(stamp),
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

fn read_entries(connection: &Connection, version: u32) -> Result<Vec<Arc<Entry>>, TableFault> {
    let note = if version < 3 { "''" } else { "note" };
    let sql = format!(
        "SELECT seq, kind, edits, diff, of_seq, author, time, state_sha256, {note} FROM history ORDER BY seq"
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let seq: u64 = row.get(0)?;
        let wrong = |what: String| Damage::History { seq, what };
        let (kind, edits): (String, Arc<str>) = (row.get(1)?, row.get(2)?);
        let time: String = row.get(6)?;
        if crate::time::day_of(&time).is_none() {
            return Err(wrong(format!("{time:?} is not a time")).into());
        }
        let state: String = row.get(7)?;
        entries.push(Arc::new(Entry {
            seq,
            kind: Kind::from_key(&kind).ok_or_else(|| wrong(format!("{kind:?} is not a kind")))?,
            edits: codec::edits_from_text(&edits).map_err(|refusal| wrong(refusal.0))?,
            of_seq: row.get(4)?,
            author: row.get(5)?,
            time,
            note: row.get(8)?,
            state_sha256: state.parse().map_err(|_| wrong("its hash is not one".to_owned()))?,
            edits_text: edits,
            diff_text: row.get(3)?,
        }));
    }
    Ok(entries)
}

/// A hash in a column.
pub(crate) fn digest_at(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<Digest>> {
    let text: Option<String> = row.get(at)?;
    let wrong = |error| rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, Box::new(error));
    text.map(|text| text.parse().map_err(wrong)).transpose()
}

fn read_stamp(connection: &Connection, version: u32) -> Result<Stamp, TableFault> {
    let sql = "SELECT save_seq, document_sha256, state_sha256, previous_sha256, rows_by_table, allocated, saved_at,
                      min_reader FROM stamp";
    let stamp = connection.query_row(sql, [], |row| {
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
