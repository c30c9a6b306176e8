//! Rows in payloads.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::CodecRefusal;
use crate::cell::{Cell, Cells, RowReader, Words};
use crate::table::{Part, Stored, Told};

// One value of a row, version 1: a whole number, a text, or null. A text without escapes is read where it stands.

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Cell<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

struct CellVisitor;

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Cell<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, a text or null")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Cell::Null)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Cell::Integer(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        i64::try_from(number).map(Cell::Integer).map_err(E::custom)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cell::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cell::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cell::Text(Cow::Owned(text)))
    }
}

/// One row, version 1: its cells in the order of its columns, then those of its parts. What is usual in columns that
/// later schemas added is left out at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecordV1<'a> {
    #[serde(borrow)]
    pub(crate) cells: Cells<'a>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) parts: Vec<Cells<'a>>,
}

impl<'a> RecordV1<'a> {
    pub(crate) fn of<T: Stored>(row: &'a T) -> Self {
        let Told { cells, parts } = Told::of(row);
        Self { cells, parts }
    }

    pub(crate) fn read<T: Stored>(&self, words: &mut Words) -> Result<T, CodecRefusal> {
        let mut row = T::read(&mut RowReader::new(T::SHAPE, &self.cells, words)?)?;
        for cells in &self.parts {
            let Part { shape, .. } = T::PART.ok_or_else(|| CodecRefusal(format!("a row of {} has parts", T::TABLE)))?;
            row.read_part(&mut RowReader::new(shape, cells, words)?)?;
        }
        Ok(row)
    }

    /// The first version of payloads that can hold this row.
    pub(crate) fn needs<T: Stored>(&self) -> u32 {
        let parts = self.parts.iter().filter_map(|cells| T::PART.map(|part| part.shape.needs(cells.len())));
        parts.fold(T::SHAPE.needs(self.cells.len()), u32::max)
    }
}
