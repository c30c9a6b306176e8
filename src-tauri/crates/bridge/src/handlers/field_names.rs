//! How edits name a field of a row: `A017.amount`, `S05.due`, `package.reading`; a row alone is named without a field.

use std::sync::Arc;

use model::{FieldName, Id, Key, OverrideKey, Plan, TableName};

use crate::Problem;

/// What the package is called among rows.
const PACKAGE: &str = "package";

/// A field of a row, or the row itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldAt {
    /// In which table.
    pub table: TableName,
    /// Which row: its key as text.
    pub row: Arc<str>,
    /// Which field; nothing where the row itself is meant.
    pub field: Option<FieldName>,
}

impl FieldAt {
    /// The same in a scenario.
    pub(crate) fn in_scenario(self, scenario: Id) -> OverrideKey {
        let Self { table, row, field } = self;
        OverrideKey { scenario, table, row, field }
    }
}

/// Reads what an edit names. The rows of the earlier plans are looked through first; the key of an override is a name too.
///
/// # Errors
/// Where no plan has such a row, several have, or the row has no such field.
pub(crate) fn read(text: &str, plans: &[&Plan]) -> Result<FieldAt, Problem> {
    let text = text.trim();
    if text.contains('/') {
        return by_key(text);
    }
    if let Some(found) = find_row(text, plans)? {
        return Ok(FieldAt { field: None, ..found });
    }
    // The package's own fields need no row in front.
    if let Some(field) = FieldName::of(TableName::Package, text) {
        return Ok(FieldAt { table: TableName::Package, row: PACKAGE.into(), field: Some(field) });
    }
    let Some((row, name)) = text.rsplit_once('.') else { return Err(no_row(text)) };
    let found = find_row(row, plans)?.ok_or_else(|| no_row(row))?;
    let field = FieldName::of(found.table, name).ok_or_else(|| no_field(found.table, name))?;
    Ok(FieldAt { field: Some(field), ..found })
}

fn no_row(wanted: &str) -> Problem {
    Problem::refused("unknown-named-row").with("wanted", wanted)
}

pub(crate) fn no_field(table: TableName, wanted: &str) -> Problem {
    let known: Vec<&str> = FieldName::all(table).iter().map(|(field, _)| field.as_str()).collect();
    Problem::refused("unknown-field").with("table", table.key()).with("wanted", wanted).with("known", known.join(", "))
}

/// `table/row/field`, with the scenario in front or not.
fn by_key(text: &str) -> Result<FieldAt, Problem> {
    let parts: Vec<&str> = text.split('/').collect();
    let (table, row, field) = match parts[..] {
        [_, table, row, field] | [table, row, field] => (table, row, field),
        _ => return Err(no_row(text)),
    };
    let table = TableName::from_key(table).ok_or_else(|| no_row(text))?;
    let field = match field {
        "*" => None,
        name => Some(FieldName::of(table, name).ok_or_else(|| no_field(table, name))?),
    };
    Ok(FieldAt { table, row: row.into(), field })
}

fn find_row(name: &str, plans: &[&Plan]) -> Result<Option<FieldAt>, Problem> {
    let at = |(table, row): (TableName, String)| FieldAt { table, row: row.into(), field: None };
    if name == PACKAGE {
        return Ok(Some(at((TableName::Package, PACKAGE.to_owned()))));
    }
    for plan in plans {
        if let Some(found) = by_id(name, plan).or_else(|| by_code(name, plan)) {
            return Ok(Some(at(found)));
        }
        if let Some(found) = by_name(name, plan)? {
            return Ok(Some(at(found)));
        }
    }
    Ok(None)
}

fn by_id(name: &str, plan: &Plan) -> Option<(TableName, String)> {
    let tables = [TableName::Allocations, TableName::Steps, TableName::Events, TableName::Caps, TableName::Limits];
    name.parse::<Id>().ok()?;
    tables.into_iter().find(|table| plan.has_row(*table, name)).map(|table| (table, name.to_owned()))
}

/// Codes, and the keys of groups and programmes.
pub(crate) fn by_code(name: &str, plan: &Plan) -> Option<(TableName, String)> {
    let allocation = || plan.allocations.iter().find(|row| row.code.as_str() == name).map(|row| row.id);
    let step = || plan.steps.iter().find(|row| row.code.as_str() == name).map(|row| row.id);
    let event = || plan.events.iter().find(|row| row.code.as_str() == name).map(|row| row.id);
    let coded = allocation().map(|id| (TableName::Allocations, id.to_string()));
    let coded = coded.or_else(|| step().map(|id| (TableName::Steps, id.to_string())));
    let coded = coded.or_else(|| event().map(|id| (TableName::Events, id.to_string())));
    coded.or_else(|| {
        name.parse::<Key>().ok()?;
        let tables = [TableName::Clusters, TableName::Programmes];
        tables.into_iter().find(|table| plan.has_row(*table, name)).map(|table| (table, name.to_owned()))
    })
}

/// Caps and limits have only their names.
fn by_name(name: &str, plan: &Plan) -> Result<Option<(TableName, String)>, Problem> {
    let called = |own: &model::Name| own.en == name || own.uk == name;
    let caps = plan.caps.iter().filter(|row| called(&row.name)).map(|row| (TableName::Caps, row.id.to_string()));
    let limits = plan.limits.iter().filter(|row| called(&row.name)).map(|row| (TableName::Limits, row.id.to_string()));
    let found: Vec<_> = caps.chain(limits).collect();
    if found.len() > 1 {
        return Err(Problem::refused("row-ambiguous").with("wanted", name).with("number", found.len()));
    }
    Ok(found.into_iter().next())
}

/// What edits can name a field or row by, in as few signs as `plan` allows.
pub(crate) fn write(plan: &Plan, at: &OverrideKey) -> String {
    let row = match at.table {
        TableName::Allocations | TableName::Steps | TableName::Events => plan.called(at.table, &at.row),
        TableName::Package | TableName::Clusters | TableName::Programmes => Some(at.row.to_string()),
        TableName::Caps | TableName::Limits => plan.has_row(at.table, &at.row).then(|| at.row.to_string()),
        _ => None,
    };
    match (row, at.field) {
        (None, _) => at.to_string(),
        (Some(row), Some(field)) => format!("{row}.{field}"),
        (Some(row), None) => row,
    }
}
