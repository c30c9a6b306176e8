//! A whole database as bytes, built from rows in memory.
//!
//! A plan file is not copied page by page from a working copy, it is made anew from the plan: no free page, no trace of
//! what was removed, no pages of a foreign file, and the same bytes for the same plan and history.

use std::sync::Arc;

use model::{Plan, Total};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, MAIN_DB, params};

use crate::digest::Digest;
use crate::history::{Chain, Entry};
use crate::schema::{PAGE_BYTES, Schema, VERSION};
use crate::table;
use crate::version::{Freezing, Version, VersionChain};

/// What a save notes beside the plan, so that opening can tell whether everything is still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// How often the document has been saved, this time included.
    pub save_seq: u64,
    /// The hash of everything but the stamp.
    pub document_sha256: Digest,
    /// The hash of the state.
    pub state_sha256: Digest,
    /// `document_sha256` of the save before.
    pub previous_sha256: Option<Digest>,
    /// How many rows each table has: `allocations=99 funders=12`.
    pub rows_by_table: String,
    /// The sum of all allocations.
    pub allocated: Total,
    /// When it was saved, as RFC 3339 text.
    pub saved_at: String,
    /// The hash of what the versions say, where there are any.
    pub versions_sha256: Option<Digest>,
}

/// What a working copy knows of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WorkingRow {
    pub(crate) document_sha256: Digest,
    pub(crate) origin: Origin,
    pub(crate) changed_at: String,
    pub(crate) versions_sha256: Option<Digest>,
}

/// Where a document was last saved, and what was saved there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The file, absolute and with links followed; nothing where it was never saved.
    pub path: Option<std::path::PathBuf>,
    /// The hash of the file's bytes as they were read or written last.
    pub file_sha256: Option<Digest>,
    /// The last entry of the history that the file has.
    pub saved_seq: u64,
    /// How many of the versions the file has.
    pub saved_versions: u64,
    /// How often the document has been saved.
    pub save_seq: u64,
    /// `document_sha256` of the last save.
    pub document_sha256: Option<Digest>,
}

/// The rows of a plan in the tables of a schema: `allocations=99 funders=12`.
pub(crate) fn rows_by_table(plan: &Plan, version: u32) -> String {
    table::count_rows(plan, version).iter().map(|(name, count)| format!("{name}={count}")).collect::<Vec<_>>().join(" ")
}

/// The sum of all allocations.
pub(crate) fn allocated(plan: &Plan) -> Total {
    plan.allocations.iter().map(|row| row.amount).sum()
}

/// What is kept of a document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) entries: &'a [Arc<Entry>],
    pub(crate) versions: &'a [Arc<Version>],
}

impl Kept<'_> {
    /// The hash of the history, and that of the versions.
    pub(crate) fn chains(&self) -> (Chain, VersionChain) {
        let chain = Chain::after(self.entries.iter().map(|entry| &**entry));
        (chain, VersionChain::after(self.versions.iter().map(|version| &**version)))
    }
}

/// The bytes of a plan file.
pub(crate) fn plan_image(kept: &Kept<'_>, stamp: &Stamp) -> rusqlite::Result<Vec<u8>> {
    build(Schema::file(VERSION), kept, |connection| insert_stamp(connection, stamp))
}

/// The bytes of a working copy.
pub(crate) fn working_image(kept: &Kept<'_>, row: &WorkingRow) -> rusqlite::Result<Vec<u8>> {
    let mut image = build(Schema::working(VERSION), kept, |connection| insert_working(connection, row))?;
    // The two bytes that say "write-ahead log": born with them, the file needs no transaction to change its mode.
    // <https://www.sqlite.org/fileformat2.html#file_format_version_numbers>
    image[18..20].fill(2);
    Ok(image)
}

fn build(
    schema: Schema,
    kept: &Kept<'_>,
    finish: impl FnOnce(&Connection) -> rusqlite::Result<()>,
) -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(&format!("PRAGMA page_size = {PAGE_BYTES};"))?;
    connection.execute_batch(&schema.script())?;
    let transaction = connection.transaction()?;
    table::insert_plan(&transaction, kept.plan)?;
    for entry in kept.entries {
        insert_entry(&transaction, entry)?;
    }
    for (number, version) in (1..).zip(kept.versions) {
        insert_version(&transaction, number, version)?;
    }
    finish(&transaction)?;
    transaction.commit()?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

/// Adds one entry to the history.
pub(crate) fn insert_entry(connection: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let Entry { seq, kind, of_seq, author, time, note, state_sha256, payloads } = entry;
    connection
        .prepare_cached(
            "INSERT INTO history (seq, kind, edits, diff, of_seq, author, time, state_sha256, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            stored(*seq),
            kind.key(),
            payloads.edits(),
            payloads.diff(),
            of_seq.map(stored),
            author,
            time,
            state_sha256.to_string(),
            note
        ])?;
    Ok(())
}

/// Adds one version, as the one with this number.
pub(crate) fn insert_version(connection: &Connection, number: u64, version: &Version) -> rusqlite::Result<()> {
    let Freezing { id, name, note, author, time, seq } = version.is();
    connection
        .prepare_cached(
            "INSERT INTO versions (number, id, name, note, author, time, seq, state_sha256, payload, payload_sha256)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            stored(number),
            id.to_string(),
            name,
            note,
            author,
            time,
            stored(seq),
            version.state_sha256.to_string(),
            // A payload that is not what was frozen may be anything; it stays what it is.
            ToSqlOutput::Borrowed(ValueRef::Text(&version.payload)),
            version.payload_sha256.to_string()
        ])?;
    Ok(())
}

/// A number as SQLite keeps it.
fn stored(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn insert_stamp(connection: &Connection, stamp: &Stamp) -> rusqlite::Result<()> {
    let Stamp {
        save_seq,
        document_sha256,
        state_sha256,
        previous_sha256,
        rows_by_table,
        allocated,
        saved_at,
        versions_sha256,
    } = stamp;
    connection.execute(
        "INSERT INTO stamp (id, save_seq, document_sha256, state_sha256, previous_sha256, rows_by_table, allocated,
                            saved_at, min_reader, min_writer, versions_sha256)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9)",
        params![
            stored(*save_seq),
            document_sha256.to_string(),
            state_sha256.to_string(),
            previous_sha256.map(|digest| digest.to_string()),
            rows_by_table,
            allocated.to_string(),
            saved_at,
            VERSION,
            versions_sha256.map(|digest| digest.to_string())
        ],
    )?;
    Ok(())
}

/// Writes what a working copy knows of itself, in the place of what it knew.
pub(crate) fn insert_working(connection: &Connection, row: &WorkingRow) -> rusqlite::Result<()> {
    let WorkingRow { document_sha256, origin, changed_at, versions_sha256 } = row;
    let Origin { path, file_sha256, saved_seq, saved_versions, save_seq, document_sha256: previous } = origin;
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO working (id, document_sha256, saved_seq, save_seq, path, file_sha256,
                                             previous_sha256, changed_at, saved_versions, versions_sha256)
             VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            document_sha256.to_string(),
            stored(*saved_seq),
            stored(*save_seq),
            // A path that is not Unicode is forgotten: what is recovered then asks for a place.
            path.as_deref().and_then(std::path::Path::to_str),
            file_sha256.map(|digest| digest.to_string()),
            previous.map(|digest| digest.to_string()),
            changed_at,
            stored(*saved_versions),
            versions_sha256.map(|digest| digest.to_string())
        ])?;
    Ok(())
}
