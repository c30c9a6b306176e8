//! Differences as JSON: what a payload notes of each changed row.
//!
//! Version 3 notes a row that is there before and after as a patch: the cells that are not the same. The rows themselves
//! come from the plan before or after the entry. A row that came or went is noted whole, and versions 1 and 2 noted every
//! row whole, before and after.

use std::borrow::Cow;

use model::TableName;
use serde::{Deserialize, Serialize};

use super::record::RecordV1;
use super::{CodecRefusal, check_version};
use crate::cell::{Cell, Cells};
use crate::table::{Form, form_of};

/// The payload of a difference.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DiffV1<'a> {
    pub(super) v: u32,
    #[serde(borrow)]
    pub(super) changes: Vec<ChangeV1<'a>>,
}

/// One changed row: from version 3 on a patch where there is a `row`.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeV1<'a> {
    #[serde(borrow)]
    pub(super) table: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) row: Option<Word<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub(super) cells: Vec<(Word<'a>, Cell<'a>, Cell<'a>)>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) parts: Option<(Vec<Cells<'a>>, Vec<Cells<'a>>)>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) before: Option<RecordV1<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) after: Option<RecordV1<'a>>,
}

/// A text that is read where it stands, if it has no escapes.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Word<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

/// One of two sides: a value before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sides<T> {
    pub(crate) before: T,
    pub(crate) after: T,
}

impl<T> Sides<T> {
    /// The same the other way round.
    pub(crate) fn turned(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// What is noted of one changed row.
#[derive(Clone, Debug)]
pub(crate) struct Noted<'a> {
    /// In which table.
    pub(crate) table: TableName,
    /// Which row: its key as text.
    pub(crate) row: Cow<'a, str>,
    /// What of it.
    pub(crate) change: NotedChange<'a>,
}

/// What is noted of a changed row.
#[derive(Clone, Debug)]
pub(crate) enum NotedChange<'a> {
    /// The row, before and after, where it is there.
    Whole(Sides<Option<RecordV1<'a>>>),
    /// The cells that changed, by their places, and the parts, where they changed.
    Patch {
        /// Place of the column, and its cell.
        cells: Vec<(usize, Sides<Cell<'a>>)>,
        /// All parts.
        parts: Option<Sides<Vec<Cells<'a>>>>,
    },
}

/// What a payload notes, row by row.
///
/// # Errors
/// What was not understood.
pub(crate) fn noted(text: &str) -> Result<Vec<Noted<'_>>, CodecRefusal> {
    let DiffV1 { v, changes } = serde_json::from_str(text)?;
    check_version(v, 1)?;
    changes.into_iter().map(|change| change.noted(v)).collect()
}

impl<'a> ChangeV1<'a> {
    fn noted(self, v: u32) -> Result<Noted<'a>, CodecRefusal> {
        let Self { table, row, cells, parts, before, after } = self;
        let table = TableName::from_key(&table).ok_or_else(|| CodecRefusal(format!("there is no table {table:?}")))?;
        let form = form_of(table);
        let records = [&before, &after].into_iter().flatten();
        let needed = records.map(|record| (form.needs)(record)).fold(form.shape.since, u32::max);
        check_version(v, needed)?;
        match row {
            Some(Word(row)) if before.is_none() && after.is_none() => {
                check_version(v, 3)?;
                let change = patch(&form, v, cells, parts)?;
                Ok(Noted { table, row, change })
            }
            None if cells.is_empty() && parts.is_none() => whole(table, Sides { before, after }),
            _ => Err(CodecRefusal(format!("a change of {} is noted in two ways", table.key()))),
        }
    }
}

fn patch<'a>(
    form: &Form,
    v: u32,
    cells: Vec<(Word<'a>, Cell<'a>, Cell<'a>)>,
    parts: Option<(Vec<Cells<'a>>, Vec<Cells<'a>>)>,
) -> Result<NotedChange<'a>, CodecRefusal> {
    let table = form.shape.table;
    if cells.is_empty() && parts.is_none() {
        return Err(CodecRefusal(format!("a change of {table} changes nothing")));
    }
    let mut last = 0;
    let mut placed = Vec::with_capacity(cells.len());
    for (Word(column), before, after) in cells {
        // The first column is the key, which never changes; the others stand in their order, each once.
        let found = form.shape.columns.iter().position(|known| *known == column);
        let at = found.filter(|at| *at > last);
        let at = at.ok_or_else(|| CodecRefusal(format!("a change of {table} has no place for {column:?}")))?;
        check_version(v, form.shape.needs(at + 1))?;
        last = at;
        placed.push((at, Sides { before, after }));
    }
    match (&parts, form.part) {
        (Some(_), None) => Err(CodecRefusal(format!("a row of {table} has parts"))),
        _ => Ok(NotedChange::Patch { cells: placed, parts: parts.map(|(before, after)| Sides { before, after }) }),
    }
}

/// The key of a row that is noted whole is its first cell.
fn whole<'a>(table: TableName, sides: Sides<Option<RecordV1<'a>>>) -> Result<Noted<'a>, CodecRefusal> {
    let record = sides.before.as_ref().or(sides.after.as_ref());
    let nothing = || CodecRefusal(format!("a change of {} changes nothing", table.key()));
    let row = match record.ok_or_else(nothing)?.cells.first() {
        _ if table == TableName::Package => Cow::Borrowed("package"),
        Some(Cell::Text(text)) => text.clone(),
        Some(Cell::Integer(number)) => Cow::Owned(number.to_string()),
        _ => return Err(CodecRefusal(format!("a row of {} has no key", table.key()))),
    };
    Ok(Noted { table, row, change: NotedChange::Whole(sides) })
}
