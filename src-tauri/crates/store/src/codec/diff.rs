//! Differences, to and from what payloads note of them.

use std::borrow::Cow;
use std::sync::Arc;

use model::{Diff, Package, Plan, Row, RowChange, Table, TableName};

use super::noted::{ChangeV1, DiffV1, Noted, NotedChange, Sides, Word, noted};
use super::record::RecordV1;
use super::{CodecRefusal, to_text};
use crate::cell::Words;
use crate::table::{KeyText, Stored, Told, every_table};

/// Which of the two plans of a difference is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// The one before.
    Before,
    /// The one after.
    After,
}

fn put<'a, T: Stored + Row<Key: KeyText>>(diff: &mut DiffV1<'a>, table: TableName, rows: &'a [RowChange<T>]) {
    for change in rows {
        let change = match (change.before.as_deref(), change.after.as_deref()) {
            (Some(before), Some(after)) => {
                let change = patch(before, after);
                let place = |column: &str| T::COLUMNS.iter().position(|known| *known == column).unwrap_or(0);
                let needed = change.cells.iter().map(|(Word(column), ..)| T::SHAPE.needs(place(column) + 1));
                diff.v = needed.fold(diff.v.max(3), u32::max);
                change
            }
            (before, after) => {
                let (before, after) = (before.map(RecordV1::of), after.map(RecordV1::of));
                let records = [&before, &after].into_iter().flatten();
                diff.v = records.map(RecordV1::needs::<T>).fold(diff.v, u32::max);
                ChangeV1 { before, after, ..ChangeV1::default() }
            }
        };
        diff.changes.push(ChangeV1 { table: Cow::Borrowed(table.key()), ..change });
    }
}

/// What is not the same in two rows with one key.
fn patch<'a, T: Stored + Row<Key: KeyText>>(before: &'a T, after: &'a T) -> ChangeV1<'a> {
    let columns = T::COLUMNS.iter().zip(before.cells()).zip(after.cells());
    let changed = columns.filter(|((_, before), after)| before != after);
    let (old, new) = (Told::of(before).parts, Told::of(after).parts);
    ChangeV1 {
        row: Some(Word(Cow::Owned(before.key().told()))),
        cells: changed.map(|((column, before), after)| (Word(Cow::Borrowed(column)), before, after)).collect(),
        parts: (old != new).then_some((old, new)),
        ..ChangeV1::default()
    }
}

/// The change of a row of which one side may be known.
fn read<T: Stored>(
    change: NotedChange<'_>,
    (known, row): (Known, Option<&Arc<T>>),
    words: &mut Words,
) -> Result<RowChange<T>, CodecRefusal> {
    let (cells, parts) = match change {
        NotedChange::Whole(Sides { before, after }) => {
            let mut side =
                |record: Option<RecordV1<'_>>| record.map(|record| record.read(words).map(Arc::new)).transpose();
            return Ok(RowChange { before: side(before)?, after: side(after)? });
        }
        NotedChange::Patch { cells, parts } => (cells, parts),
    };
    let misfit = || CodecRefusal(format!("its change of {} does not fit the plan", T::TABLE));
    let row = row.ok_or_else(misfit)?;
    // From the side that is known to the other.
    let told = Told::of(&**row);
    let mut other = RecordV1 { cells: row.cells(), parts: told.parts };
    let towards = |sides: Sides<_>| if known == Known::Before { sides } else { sides.turned() };
    for (at, sides) in cells {
        let Sides { before, after } = towards(sides);
        match other.cells.get_mut(at) {
            Some(cell) if *cell == before => *cell = after,
            _ => return Err(misfit()),
        }
    }
    if let Some(sides) = parts {
        let Sides { before, after } = if known == Known::Before { sides } else { sides.turned() };
        if other.parts != before {
            return Err(misfit());
        }
        other.parts = after;
    }
    let (one, other) = (Some(Arc::clone(row)), Some(Arc::new(other.read(words)?)));
    Ok(match known {
        Known::Before => RowChange { before: one, after: other },
        Known::After => RowChange { before: other, after: one },
    })
}

/// The change of a row of a table, of which the row in the known plan is one side where it is noted as a patch.
fn read_in<T: Stored + Row<Key: KeyText>>(
    Noted { row, change, .. }: Noted<'_>,
    (known, table): (Known, &Table<T>),
    words: &mut Words,
) -> Result<RowChange<T>, CodecRefusal> {
    let row = T::Key::of(&row).and_then(|key| table.get(&key));
    read(change, (known, row), words)
}

macro_rules! over_tables {
    ($($field:ident $name:ident,)+) => {
        /// The payload of a difference.
        pub(crate) fn diff_to_text(diff: &Diff) -> String {
            let Diff { package, $($field,)+ } = diff;
            let mut text = DiffV1 { v: 1, changes: Vec::new() };
            let package = package.iter().map(|(before, after)| RowChange {
                before: Some(Arc::clone(before)),
                after: Some(Arc::clone(after)),
            });
            let package: Vec<_> = package.collect();
            put(&mut text, TableName::Package, &package);
            $(put(&mut text, TableName::$name, $field);)+
            to_text(&text)
        }

        /// The difference of a payload, where the plan on one of its sides is known.
        ///
        /// # Errors
        /// What was not understood, or does not fit the plan.
        pub(crate) fn diff_from_text(text: &str, (known, plan): (Known, &Plan)) -> Result<Diff, CodecRefusal> {
            let mut words = Words::default();
            let mut diff = Diff::default();
            for noted in noted(text)? {
                match noted.table {
                    TableName::Package => {
                        let change = read::<Package>(noted.change, (known, Some(&plan.package)), &mut words)?;
                        let lost = || CodecRefusal("the package is missing on one side".to_owned());
                        diff.package = Some((change.before.ok_or_else(lost)?, change.after.ok_or_else(lost)?));
                    }
                    $(TableName::$name => diff.$field.push(read_in(noted, (known, &plan.$field), &mut words)?),)+
                }
            }
            Ok(diff)
        }
    };
}
every_table!(over_tables);
