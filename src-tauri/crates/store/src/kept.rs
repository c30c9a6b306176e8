//! Reading what a document has beside the plan: its history and its versions.

use std::collections::HashSet;
use std::ops::RangeInclusive;
use std::sync::{Arc, mpsc};

use model::Id;
use rusqlite::types::{Type, ValueRef};
use rusqlite::{Connection, Row};

use crate::digest::Digest;
use crate::error::Damage;
use crate::history::{Entry, Kind, Payloads};
use crate::table::TableFault;
use crate::time::day_of;
use crate::version::{Freezing, Version};

/// The first schema with notes on entries, and with versions.
const WITH_VERSIONS: u32 = 3;

/// How many entries are handed on at once.
const BATCH: usize = 1_000;

/// To whom the entries of a history are handed on as they are read.
pub(crate) type Batches = mpsc::Sender<Vec<Arc<Entry>>>;

/// The number that parts a history into halves.
pub(crate) fn middle_seq(connection: &Connection) -> rusqlite::Result<i64> {
    let last: Option<i64> = connection.query_row("SELECT max(seq) FROM history", [], |row| row.get(0))?;
    Ok(last.map_or(0, |last| last / 2))
}

/// The entries of a history with these numbers, oldest first. Their payloads are not looked into: the hash of the document
/// is of them.
pub(crate) fn read_entries(
    connection: &Connection,
    version: u32,
    seqs: RangeInclusive<i64>,
    batches: &Batches,
) -> Result<Vec<Arc<Entry>>, TableFault> {
    let note = if version < WITH_VERSIONS { "''" } else { "note" };
    let sql = format!(
        "SELECT seq, kind, edits, diff, of_seq, author, time, state_sha256, {note} FROM history
         WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq"
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([seqs.start(), seqs.end()])?;
    let (mut entries, mut batch) = (Vec::new(), Batch::default());
    loop {
        let row = rows.next()?;
        if batch.noted.len() == BATCH || (row.is_none() && !batch.noted.is_empty()) {
            let next = Batch::after(&batch);
            let made = std::mem::replace(&mut batch, next).entries();
            entries.extend_from_slice(&made);
            // Nobody is there to take them only where hashing panicked, which is told when that is waited for.
            drop(batches.send(made));
        }
        match row {
            Some(row) => batch.take(row)?,
            None => return Ok(entries),
        }
    }
}

/// Entries that are read together: their payloads, one after the other, and what else is noted of each.
#[derive(Default)]
struct Batch {
    payloads: String,
    /// What stands for them until all are there.
    none: Payloads,
    noted: Vec<(Entry, [usize; 3])>,
}

impl Batch {
    /// The next one, with room for as much as this one holds: growing step by step would copy all of it again and again.
    fn after(last: &Self) -> Self {
        let bytes = last.payloads.len();
        Self {
            payloads: String::with_capacity(bytes + bytes / 8),
            none: last.none.clone(),
            noted: Vec::with_capacity(last.noted.len()),
        }
    }

    /// Takes in one row of the history.
    fn take(&mut self, row: &Row<'_>) -> Result<(), TableFault> {
        let seq: u64 = row.get(0)?;
        let wrong = |what: String| Damage::History { seq, what };
        let (kind, time) = (text_at(row, 1)?, text_at(row, 6)?);
        if day_of(time).is_none() {
            return Err(wrong(format!("{time:?} is not a time")).into());
        }
        let start = self.payloads.len();
        self.payloads.push_str(text_at(row, 2)?);
        let middle = self.payloads.len();
        self.payloads.push_str(text_at(row, 3)?);
        let entry = Entry {
            seq,
            kind: Kind::from_key(kind).ok_or_else(|| wrong(format!("{kind:?} is not a kind")))?,
            of_seq: row.get(4)?,
            author: text_at(row, 5)?.to_owned(),
            time: time.to_owned(),
            note: text_at(row, 8)?.to_owned(),
            state_sha256: text_at(row, 7)?.parse().map_err(|_| wrong("its hash is not one".to_owned()))?,
            payloads: self.none.clone(),
        };
        self.noted.push((entry, [start, middle, self.payloads.len()]));
        Ok(())
    }

    fn entries(self) -> Vec<Arc<Entry>> {
        let text = Arc::new(self.payloads);
        let entry = |(entry, at)| Arc::new(Entry { payloads: Payloads::within(&text, at), ..entry });
        self.noted.into_iter().map(entry).collect()
    }
}

/// Every version, in the order in which they were frozen. The payload of each is compared with the hash noted for it.
pub(crate) fn read_versions(connection: &Connection, version: u32) -> Result<Vec<Arc<Version>>, TableFault> {
    if version < WITH_VERSIONS {
        return Ok(Vec::new());
    }
    let sql = "SELECT number, id, name, note, author, time, seq, state_sha256, payload, payload_sha256
               FROM versions ORDER BY number";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let (mut versions, mut ids) = (Vec::new(), HashSet::new());
    while let Some(row) = rows.next()? {
        let number: u64 = row.get(0)?;
        let name = text_at(row, 2)?;
        let wrong = |what: &str| Damage::Version { name: name.to_owned(), what: what.to_owned() };
        let id: Id = text_at(row, 1)?.parse().map_err(|_| wrong("its id is not one"))?;
        if number != versions.len() as u64 + 1 || !ids.insert(id) {
            return Err(wrong("it does not follow the versions before it").into());
        }
        let time = text_at(row, 5)?;
        if day_of(time).is_none() {
            return Err(wrong("its time is not one").into());
        }
        let is = Freezing { id, name, note: text_at(row, 3)?, author: text_at(row, 4)?, time, seq: row.get(6)? };
        let [state, payload] = [7, 9].map(|at| -> Result<Digest, TableFault> {
            text_at(row, at)?.parse().map_err(|_| wrong("its hash is not one").into())
        });
        // Whatever it holds: what is in a version is looked at when that is opened.
        let ValueRef::Text(text) = row.get_ref(8)? else { return Err(wrong("it has no plan").into()) };
        versions.push(Arc::new(Version::found(&is, state?, text.into(), payload?)));
    }
    Ok(versions)
}

/// A text, where it stands.
fn text_at<'a>(row: &'a Row<'_>, at: usize) -> rusqlite::Result<&'a str> {
    let wrong = |error| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error));
    row.get_ref(at)?.as_str().map_err(wrong)
}

/// A hash in a column.
pub(crate) fn digest_at(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Digest>> {
    let text: Option<String> = row.get(at)?;
    let wrong = |error| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error));
    text.map(|text| text.parse().map_err(wrong)).transpose()
}
