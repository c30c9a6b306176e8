//! Going back in the history: what the plan was before some entries, found in one pass over what they note.
//!
//! What an entry notes of a cell before it is what the cell held until then. So, from the oldest of the entries on, the
//! first value noted for a cell is the one it had before all of them; a cell that none of them names has it still.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use model::{Package, Plan, Row, Table, TableName};

use crate::cell::{Cell, Cells, Words};
use crate::codec::{CodecRefusal, Noted, NotedChange, RecordV1};
use crate::error::Damage;
use crate::history::Entry;
use crate::table::{KeyText, Shape, Stored, Told, every_table, form_of};

/// How many entries are worth a second thread.
const WORTH_A_THREAD: usize = 4_000;

/// The plan before `later`: the last entries of its history, oldest first. Time grows with their payloads, not with the
/// plan. Whether it is the plan that the entry before them hashed is for the caller to compare.
///
/// # Errors
/// [`Damage::History`] where a payload is not one, or the entries do not fit one another or the plan.
pub fn rewind(plan: &Plan, later: &[Arc<Entry>]) -> Result<Plan, Damage> {
    let Some(first) = later.first() else { return Ok(plan.clone()) };
    let back = if later.len() < WORTH_A_THREAD { Back::over(later)? } else { Back::by_two(first, later)? };
    let mut before = plan.clone();
    back.put_into(&mut before).map_err(|refusal| first.damaged(refusal))?;
    Ok(before)
}

/// What a row was.
enum Was<'a> {
    /// It was not there.
    Absent,
    /// This.
    Row(RecordV1<'a>),
    /// What it is later, but for these cells, by their places, and these parts.
    But { cells: Vec<(usize, Cell<'a>)>, parts: Option<Vec<Cells<'a>>> },
}

/// What the rows of each table were, by their keys.
#[derive(Default)]
struct Back<'a>(BTreeMap<TableName, HashMap<Cow<'a, str>, Was<'a>>>);

impl<'a> Back<'a> {
    fn over(entries: &'a [Arc<Entry>]) -> Result<Self, Damage> {
        let mut back = Self::default();
        for entry in entries {
            for Noted { table, row, change } in entry.noted()? {
                let was = match change {
                    NotedChange::Whole(sides) => sides.before.map_or(Was::Absent, Was::Row),
                    NotedChange::Patch { cells, parts } => {
                        let cells = cells.into_iter().map(|(at, sides)| (at, sides.before)).collect();
                        Was::But { cells, parts: parts.map(|sides| sides.before) }
                    }
                };
                back.then(table, row, was).map_err(|refusal| entry.damaged(refusal))?;
            }
        }
        Ok(back)
    }

    /// The older half of the entries on one core, the later half on the other.
    fn by_two(first: &Entry, entries: &'a [Arc<Entry>]) -> Result<Self, Damage> {
        let (older, later) = entries.split_at(entries.len() / 2);
        let (older, later) = std::thread::scope(|scope| {
            let later = scope.spawn(|| Self::over(later));
            let older = Self::over(older);
            let later = later.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (older, later)
        });
        let (mut back, later) = (older?, later?);
        for (table, rows) in later.0 {
            for (row, was) in rows {
                back.then(table, row, was).map_err(|refusal| first.damaged(refusal))?;
            }
        }
        Ok(back)
    }

    /// Takes in what a later entry notes of a row. What is known already wins.
    fn then(&mut self, table: TableName, row: Cow<'a, str>, was: Was<'a>) -> Result<(), CodecRefusal> {
        let rows = self.0.entry(table).or_default();
        let Some(known) = rows.get_mut(&row) else {
            rows.insert(row, was);
            return Ok(());
        };
        let Was::But { cells, parts } = known else { return Ok(()) };
        match was {
            Was::Absent => return Err(misfit(table)),
            Was::Row(mut record) => {
                lay_over(&mut record, form_of(table).shape, std::mem::take(cells), parts.take());
                *known = Was::Row(record);
            }
            Was::But { cells: more, parts: later } => {
                for (at, cell) in more {
                    if cells.iter().all(|(known, _)| *known != at) {
                        cells.push((at, cell));
                    }
                }
                if parts.is_none() {
                    *parts = later;
                }
            }
        }
        Ok(())
    }
}

fn misfit(table: TableName) -> CodecRefusal {
    CodecRefusal(format!("the entries from it on do not fit one another in {}", table.key()))
}

/// Puts cells and parts into the place of those of a row.
fn lay_over<'a>(record: &mut RecordV1<'a>, shape: Shape, cells: Vec<(usize, Cell<'a>)>, parts: Option<Vec<Cells<'a>>>) {
    for (at, cell) in cells {
        while record.cells.len() <= at {
            let usual = shape.usual(record.cells.len()).cloned();
            record.cells.push(usual.unwrap_or(Cell::Null));
        }
        record.cells[at] = cell;
    }
    if let Some(parts) = parts {
        record.parts = parts;
    }
}

/// The row that was, given the row that is.
fn row_before<T: Stored>(was: Was<'_>, now: Option<&Arc<T>>, words: &mut Words) -> Result<Option<T>, CodecRefusal> {
    match was {
        Was::Absent => Ok(None),
        Was::Row(record) => record.read(words).map(Some),
        Was::But { cells, parts } => {
            let gone = || CodecRefusal(format!("the entries from it on do not fit the plan in {}", T::TABLE));
            let row = now.ok_or_else(gone)?;
            let mut record = RecordV1 { cells: row.cells(), parts: Told::of(&**row).parts };
            lay_over(&mut record, T::SHAPE, cells, parts);
            record.read(words).map(Some)
        }
    }
}

fn put_rows<T: Stored + Row<Key: KeyText>>(
    table: &mut Table<T>,
    rows: HashMap<Cow<'_, str>, Was<'_>>,
    words: &mut Words,
) -> Result<(), CodecRefusal> {
    for (row, was) in rows {
        let key = T::Key::of(&row).ok_or_else(|| CodecRefusal(format!("{row:?} is no key of {}", T::TABLE)))?;
        match row_before(was, table.get(&key), words)? {
            Some(row) if *row.key() == key => table.put(Arc::new(row)),
            Some(_) => return Err(CodecRefusal(format!("a row of {} changes its key", T::TABLE))),
            None => drop(table.remove(&key)),
        }
    }
    Ok(())
}

macro_rules! over_tables {
    ($($field:ident $name:ident,)+) => {
        impl Back<'_> {
            fn put_into(self, plan: &mut Plan) -> Result<(), CodecRefusal> {
                let mut words = Words::default();
                for (table, rows) in self.0 {
                    match table {
                        TableName::Package => {
                            for was in rows.into_values() {
                                let before = row_before::<Package>(was, Some(&plan.package), &mut words)?;
                                plan.package = Arc::new(before.ok_or_else(|| misfit(table))?);
                            }
                        }
                        $(TableName::$name => put_rows(&mut plan.$field, rows, &mut words)?,)+
                    }
                }
                Ok(())
            }
        }
    };
}
every_table!(over_tables);
