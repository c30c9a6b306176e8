//! The fields of rows as text: one vocabulary for what scenarios override, what comparisons list and what merging asks.
//!
//! A field's text is canonical: two rows have one text of a field exactly where they have one value, and
//! [`Fields::put`] of what [`Fields::tell`] tells changes nothing. It is what people read as well: `45000000000.00`,
//! `2028-Q1`, `trapezoid d=0.3 u=0.2`.

mod change;
mod rows;
mod text;

pub use self::change::FieldRefusal;
pub(crate) use self::rows::{KeyText, PACKAGE, every_table};

use std::fmt;

use crate::table::Row;
use crate::{Plan, TableName};

/// The name of a field of a table in files and on the command line: `amount`, `start`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldName(&'static str);

impl FieldName {
    /// The field of `table` with this name.
    #[must_use]
    pub fn of(table: TableName, name: &str) -> Option<Self> {
        rows::fields_of(table).iter().map(|(field, _)| *field).find(|field| field.0 == name)
    }

    /// Every field of a table with its kind; of a table whose rows are only ever taken as a whole, none.
    #[must_use]
    pub fn all(table: TableName) -> &'static [(Self, FieldKind)] {
        rows::fields_of(table)
    }

    /// What kind of value a field of `table` with this name has.
    #[must_use]
    pub fn kind(self, table: TableName) -> FieldKind {
        rows::fields_of(table).iter().find(|(field, _)| *field == self).map_or(FieldKind::Text, |(_, kind)| *kind)
    }

    /// The name as text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// What kind of value a field has, so that it can be worded for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// An amount of money.
    Money,
    /// A whole number.
    Count,
    /// `yes` or `no`.
    Flag,
    /// A quarter.
    Quarter,
    /// A day.
    Day,
    /// A share or rate.
    Share,
    /// Free text.
    Text,
    /// A display code; scenarios do not override it.
    Code,
    /// A member of a closed set, which has this name in the catalogues: `grade`.
    Set(&'static str),
    /// The key of a row of another table, or nothing.
    Key(TableName),
    /// Keys of sources, separated by commas.
    Sources,
    /// Sources of single fields: `amount=I10,I12 start=S05`.
    Cited,
    /// A profile with its parameters.
    Profile,
    /// A slice: `sector=energy,transport capital=private`.
    Slice,
    /// What was paid in which quarter: `2026-Q1=5.00 2026-Q2=6.00`.
    Payments,
    /// The effects of an event.
    Effects,
    /// The release terms of a cluster.
    Terms,
    /// The state of a step: `met 2027-Q1`.
    State,
}

/// A text that a field cannot mean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{value:?} is no value for the field {field}")]
pub struct BadValue {
    /// Which field.
    pub field: FieldName,
    /// The text.
    pub value: String,
}

/// A row whose fields can be told and put as text.
pub trait Fields: Row {
    /// Its fields in the order in which they are listed to people.
    const FIELDS: &'static [(FieldName, FieldKind)];

    /// The text of one of its fields; empty where the field holds nothing, or is none of its own.
    fn tell(&self, field: FieldName) -> String;

    /// Gives a field the value of a text. Whether the row still keeps its rules is another question.
    ///
    /// # Errors
    /// [`BadValue`] where the field cannot mean that.
    fn put(&mut self, field: FieldName, text: &str) -> Result<(), BadValue>;

    /// What people call the row: its code or name, or else its key.
    fn called(&self) -> String;
}

impl Plan {
    /// The text of a field of a row, by table and key as text; nothing where there is no such row.
    #[must_use]
    pub fn field(&self, table: TableName, row: &str, field: FieldName) -> Option<String> {
        rows::field_of(self, table, row, field)
    }

    /// Whether there is a row of a table with this key as text.
    #[must_use]
    pub fn has_row(&self, table: TableName, row: &str) -> bool {
        rows::called(self, table, row).is_some()
    }

    /// What people call a row of a table, by its key as text; nothing where there is no such row.
    #[must_use]
    pub fn called(&self, table: TableName, row: &str) -> Option<String> {
        rows::called(self, table, row)
    }
}
