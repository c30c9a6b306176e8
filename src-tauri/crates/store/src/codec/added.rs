//! Rows that scenarios add, as JSON.

use std::sync::Arc;

use model::{AddedRow, Allocation, Cap, Event, Limit, Step, TableName};
use serde::{Deserialize, Serialize};

use super::record::RecordV1;
use super::{CodecRefusal, check_version, to_text};
use crate::cell::Words;
use crate::table::Stored;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AddedV1<'a> {
    v: u32,
    #[serde(borrow)]
    row: RecordV1<'a>,
}

/// The payload of a row that a scenario adds.
pub(crate) fn added_to_text(row: &AddedRow) -> String {
    match row {
        AddedRow::Allocation(row) => told(&**row),
        AddedRow::Limit(row) => told(&**row),
        AddedRow::Step(row) => told(&**row),
        AddedRow::Event(row) => told(&**row),
        AddedRow::Cap(row) => told(&**row),
    }
}

fn told<T: Stored>(row: &T) -> String {
    let row = RecordV1::of(row);
    to_text(&AddedV1 { v: row.needs::<T>(), row })
}

/// The row of such a payload.
///
/// # Errors
/// What was not understood, and tables to which scenarios add no rows.
pub(crate) fn added_from_text(table: TableName, text: &str) -> Result<AddedRow, CodecRefusal> {
    Ok(match table {
        TableName::Allocations => AddedRow::Allocation(read::<Allocation>(text)?),
        TableName::Limits => AddedRow::Limit(read::<Limit>(text)?),
        TableName::Steps => AddedRow::Step(read::<Step>(text)?),
        TableName::Events => AddedRow::Event(read::<Event>(text)?),
        TableName::Caps => AddedRow::Cap(read::<Cap>(text)?),
        other => return Err(CodecRefusal(format!("no scenario adds rows to {}", other.key()))),
    })
}

fn read<T: Stored>(text: &str) -> Result<Arc<T>, CodecRefusal> {
    let AddedV1 { v, row } = serde_json::from_str(text)?;
    check_version(v, row.needs::<T>())?;
    row.read(&mut Words::default()).map(Arc::new)
}
