//! Which rows and fields an entry of the history changed, told without the plans before and after it.

use model::{FieldName, TableName};

use crate::cell::Cell;
use crate::codec::{Noted, NotedChange, Sides};
use crate::table::{Shape, form_of};

/// A row that an entry changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// In which table.
    pub table: TableName,
    /// Which row: its key as text; the package is `package`.
    pub row: String,
    /// What became of it.
    pub kind: Touch,
    /// The fields that changed, in the order of the table's columns, each once; none where the row came or went, or where
    /// its table has no fields.
    pub fields: Vec<FieldName>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Touch {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Fields of it changed.
    Changed,
}

impl Touched {
    /// What is noted of a row, without the values.
    pub(crate) fn of(noted: &Noted<'_>) -> Self {
        let Noted { table, row, change } = noted;
        let form = form_of(*table);
        let (kind, columns, parts) = match change {
            NotedChange::Whole(Sides { before: None, .. }) => (Touch::Added, Vec::new(), false),
            NotedChange::Whole(Sides { after: None, .. }) => (Touch::Removed, Vec::new(), false),
            NotedChange::Whole(Sides { before: Some(before), after: Some(after) }) => {
                let columns = differing(&form.shape, &before.cells, &after.cells);
                (Touch::Changed, columns, before.parts != after.parts)
            }
            NotedChange::Patch { cells, parts } => {
                (Touch::Changed, cells.iter().map(|(at, _)| *at).collect(), parts.is_some())
            }
        };
        let columns = columns.into_iter().filter_map(|at| form.shape.columns.get(at).copied());
        let parts = form.part.filter(|_| parts).map(|part| part.shape.table);
        let mut fields: Vec<FieldName> = Vec::new();
        for field in columns.chain(parts).filter_map(|column| field_of(*table, column)) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        Self { table: *table, row: row.clone().into_owned(), kind, fields }
    }
}

/// The places of the cells that are not the same; cells that are missing at an end are usual.
fn differing(shape: &Shape, before: &[Cell<'_>], after: &[Cell<'_>]) -> Vec<usize> {
    let places = 0..shape.columns.len();
    places.filter(|at| shape.cell(before, *at) != shape.cell(after, *at)).collect()
}

/// The field to which a column, or a table of parts, belongs. Columns say their unit, and some fields take several.
fn field_of(table: TableName, column: &str) -> Option<FieldName> {
    let plain = ["_cents", "_quarter", "_date", "_en"].into_iter().find_map(|ending| column.strip_suffix(ending));
    let other = match column {
        "parameters" => "profile",
        "met_quarter" | "met_share" | "reversed_quarter" => "state",
        "release_terms" => "terms",
        "event_effects" => "effects",
        "share_of" => "of",
        _ => plain.unwrap_or(column),
    };
    FieldName::of(table, column).or_else(|| FieldName::of(table, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_a_table_with_fields_has_one() {
        for table in TableName::ALL.iter().filter(|table| !FieldName::all(**table).is_empty()) {
            let form = form_of(*table);
            let columns = form.shape.columns.iter().skip(1).copied();
            let mut found = Vec::new();
            for column in columns.chain(form.part.map(|part| part.shape.table)) {
                match field_of(*table, column) {
                    Some(field) => found.push(field),
                    // The order of the clusters is not told as a field.
                    None => assert_eq!((table.key(), column), ("clusters", "number")),
                }
            }
            for (field, _) in FieldName::all(*table) {
                assert!(found.contains(field), "{}.{field}", table.key());
            }
        }
    }
}
