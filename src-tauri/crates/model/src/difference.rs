//! What differs between two plans, row by row and field by field, as people ask it.

use std::sync::Arc;

use crate::field::{KeyText, PACKAGE, every_table};
use crate::{
    Allocation, Cap, Chapter, Cluster, Diff, Event, FieldName, Fields, Funder, Instrument, Limit, Need, Odds,
    OutputYear, Override, Package, Programme, Reading, RowChange, Rule, Scenario, Sector, Source, Step, TableName,
};

/// One row that is not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowDifference {
    /// In which table.
    pub table: TableName,
    /// The key of the row as text; the package is `package`.
    pub row: String,
    /// What people call it.
    pub called: String,
    /// What became of it.
    pub kind: DifferenceKind,
}

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Fields of it changed.
    Changed(Vec<FieldDifference>),
}

/// One field that is not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDifference {
    /// Which field; nothing where rows of the table are only taken as a whole.
    pub field: Option<FieldName>,
    /// Its text before.
    pub before: String,
    /// Its text after.
    pub after: String,
}

/// The rows that a difference changes, in the order of the tables and of what the rows are called. Of what follows from
/// another changed field only that field is told: the capital where the instrument implies it on both sides.
#[must_use]
pub fn differences(diff: &Diff) -> Vec<RowDifference> {
    let mut told = Vec::new();
    if let Some((before, after)) = &diff.package {
        let changes = fields_between::<Package>(before, after);
        let kind = DifferenceKind::Changed(changes);
        told.push(RowDifference { table: TableName::Package, row: PACKAGE.to_owned(), called: after.called(), kind });
    }
    tell_tables(diff, &mut told);
    told
}

macro_rules! over_diffs {
    ($($variant:ident $field:ident $row:ident,)+) => {
        fn tell_tables(diff: &Diff, told: &mut Vec<RowDifference>) {
            $(tell_table::<$row>(TableName::$variant, &diff.$field, told);)+
        }
    };
}
every_table!(over_diffs);

fn tell_table<T: Fields<Key: KeyText>>(table: TableName, changes: &[RowChange<T>], told: &mut Vec<RowDifference>) {
    let from = told.len();
    for RowChange { before, after } in changes {
        let (Some(row), kind) = (match (before, after) {
            (Some(before), Some(after)) => (Some(after), DifferenceKind::Changed(fields_between(before, after))),
            (None, after) => (after.as_ref(), DifferenceKind::Added),
            (before, None) => (before.as_ref(), DifferenceKind::Removed),
        }) else {
            continue;
        };
        told.push(RowDifference { table, row: row.key().told(), called: row.called(), kind });
    }
    told[from..].sort_by(|left, right| order(&left.called).cmp(&order(&right.called)));
}

/// `A2` before `A10`.
fn order(called: &str) -> (&str, u64, &str) {
    let begin = called.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let number = called[begin.len()..].parse().unwrap_or(0);
    (begin, number, called)
}

fn fields_between<T: Fields>(before: &Arc<T>, after: &Arc<T>) -> Vec<FieldDifference> {
    if T::FIELDS.is_empty() {
        return vec![FieldDifference { field: None, before: String::new(), after: String::new() }];
    }
    let told = T::FIELDS.iter().filter_map(|(field, _)| {
        let (before, after) = (before.tell(*field), after.tell(*field));
        (before != after).then_some(FieldDifference { field: Some(*field), before, after })
    });
    let mut told: Vec<_> = told.collect();
    let is = |difference: &FieldDifference, name| difference.field.is_some_and(|field| field.as_str() == name);
    let implied = told.iter().find(|difference| is(difference, "instrument")).is_some_and(|instrument| {
        let capital = |key: &str| Instrument::from_key(key).map(|instrument| instrument.capital().key());
        told.iter().any(|difference| {
            is(difference, "capital")
                && capital(&instrument.before) == Some(&*difference.before)
                && capital(&instrument.after) == Some(&*difference.after)
        })
    });
    let named = told.iter().any(|difference| is(difference, "name"));
    let triggered = told.iter().any(|difference| is(difference, "trigger"));
    told.retain(|difference| {
        !(implied && is(difference, "capital")
            || named && is(difference, "name_uk")
            || triggered && is(difference, "trigger_uk"))
    });
    told
}
