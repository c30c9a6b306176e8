//! Rows in payloads.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::CodecRefusal;
use crate::cell::{Cell, RowReader, Words};
use crate::table::{Part, Stored, Told};

/// One value of a row, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum CellV1 {
    Integer(i64),
    Text(String),
    Null(()),
}

/// One row, version 1: its cells in the order of its columns, then those of its parts. What is usual in columns that
/// later schemas added is left out at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RecordV1 {
    cells: Vec<CellV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Vec<CellV1>>,
}

pub(super) fn to_cells(cells: Vec<Cell<'_>>) -> Vec<CellV1> {
    let to_cell = |cell| match cell {
        Cell::Null => CellV1::Null(()),
        Cell::Integer(number) => CellV1::Integer(number),
        Cell::Text(text) => CellV1::Text(text.into_owned()),
    };
    cells.into_iter().map(to_cell).collect()
}

pub(super) fn from_cells(cells: &[CellV1]) -> Vec<Cell<'_>> {
    let from_cell = |cell: &'_ CellV1| match cell {
        CellV1::Null(()) => Cell::Null,
        CellV1::Integer(number) => Cell::Integer(*number),
        CellV1::Text(text) => Cell::Text(Cow::Owned(text.clone())),
    };
    cells.iter().map(from_cell).collect()
}

impl RecordV1 {
    pub(super) fn of<T: Stored>(row: &T) -> Self {
        let Told { cells, parts } = Told::of(row);
        Self { cells: to_cells(cells), parts: parts.into_iter().map(to_cells).collect() }
    }

    pub(super) fn read<T: Stored>(&self, words: &mut Words) -> Result<T, CodecRefusal> {
        let mut row = T::read(&mut RowReader::new(T::SHAPE, &from_cells(&self.cells), words)?)?;
        for cells in &self.parts {
            let Part { shape, .. } = T::PART.ok_or_else(|| CodecRefusal(format!("a row of {} has parts", T::TABLE)))?;
            row.read_part(&mut RowReader::new(shape, &from_cells(cells), words)?)?;
        }
        Ok(row)
    }

    /// The first version of payloads that can hold this row.
    pub(super) fn needs<T: Stored>(&self) -> u32 {
        let parts = self.parts.iter().filter_map(|cells| T::PART.map(|part| part.shape.needs(cells.len())));
        parts.fold(T::SHAPE.needs(self.cells.len()), u32::max)
    }
}
