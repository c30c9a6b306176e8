//! A whole database as bytes, built from rows in memory.
//!
//! A plan file is not copied page by page from a working copy, it is made anew from the plan: no free page, no trace of
//! what was removed, no pages of a foreign file, and the same bytes for the same plan and history.

use std::sync::Arc;

use model::{Plan, Total};
use rusqlite::{Connection, MAIN_DB, params};

use crate::digest::Digest;
use crate::history::Entry;
use crate::schema::{PAGE_BYTES, Schema, VERSION};
use crate::table;

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
}

/// What a working copy knows of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WorkingRow {
    pub(crate) document_sha256: Digest,
    pub(crate) origin: Origin,
    pub(crate) changed_at: String,
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

/// The bytes of a plan file.
pub(crate) fn plan_image(plan: &Plan, entries: &[Arc<Entry>], stamp: &Stamp) -> rusqlite::Result<Vec<u8>> {
    build(Schema::file(VERSION), plan, entries, |connection| insert_stamp(connection, stamp))
}

/// The bytes of a working copy.
pub(crate) fn working_image(plan: &Plan, entries: &[Arc<Entry>], row: &WorkingRow) -> rusqlite::Result<Vec<u8>> {
    let mut image = build(Schema::working(VERSION), plan, entries, |connection| insert_working(connection, row))?;
    // The two bytes that say "write-ahead log": born with them, the file needs no transaction to change its mode.
    // <https://www.sqlite.org/fileformat2.html#file_format_version_numbers>
    image[18..20].fill(2);
    Ok(image)
}

fn build(
    schema: Schema,
    plan: &Plan,
    entries: &[Arc<Entry>],
    finish: impl FnOnce(&Connection) -> rusqlite::Result<()>,
) -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(&format!("PRAGMA page_size = {PAGE_BYTES};"))?;
    connection.execute_batch(&schema.script())?;
    let transaction = connection.transaction()?;
    table::insert_plan(&transaction, plan)?;
    for entry in entries {
        insert_entry(&transaction, entry)?;
    }
    finish(&transaction)?;
    transaction.commit()?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

/// Adds one entry to the history.
pub(crate) fn insert_entry(connection: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let Entry { seq, kind, edits: _, of_seq, author, time, note, state_sha256, edits_text, diff_text } = entry;
    let number = |seq: u64| i64::try_from(seq).unwrap_or(i64::MAX);
    connection
        .prepare_cached(
            "INSERT INTO history (seq, kind, edits, diff, of_seq, author, time, state_sha256, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            number(*seq),
            kind.key(),
            &**edits_text,
            &**diff_text,
            of_seq.map(number),
            author,
            time,
            state_sha256.to_string(),
            note
        ])?;
    Ok(())
}

fn insert_stamp(connection: &Connection, stamp: &Stamp) -> rusqlite::Result<()> {
    let Stamp { save_seq, document_sha256, state_sha256, previous_sha256, rows_by_table, allocated, saved_at } = stamp;
    connection.execute(
        "INSERT INTO stamp (id, save_seq, document_sha256, state_sha256, previous_sha256, rows_by_table, allocated,
                            saved_at, min_reader, min_writer)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
        params![
            i64::try_from(*save_seq).unwrap_or(i64::MAX),
            document_sha256.to_string(),
            state_sha256.to_string(),
            previous_sha256.map(|digest| digest.to_string()),
            rows_by_table,
            allocated.to_string(),
            saved_at,
            VERSION
        ],
    )?;
    Ok(())
}

/// Writes what a working copy knows of itself, in the place of what it knew.
pub(crate) fn insert_working(connection: &Connection, row: &WorkingRow) -> rusqlite::Result<()> {
    let WorkingRow { document_sha256, origin, changed_at } = row;
    let Origin { path, file_sha256, saved_seq, save_seq, document_sha256: previous } = origin;
    let number = |seq: u64| i64::try_from(seq).unwrap_or(i64::MAX);
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO working (id, document_sha256, saved_seq, save_seq, path, file_sha256,
                                             previous_sha256, changed_at, saved_versions)
             VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)",
        )?
        .execute(params![
            document_sha256.to_string(),
            number(*saved_seq),
            number(*save_seq),
            // A path that is not Unicode is forgotten: what is recovered then asks for a place.
            path.as_deref().and_then(std::path::Path::to_str),
            file_sha256.map(|digest| digest.to_string()),
            previous.map(|digest| digest.to_string()),
            changed_at
        ])?;
    Ok(())
}
