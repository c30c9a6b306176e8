//! Scenarios and their overrides.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    FieldName, Fields, Grade, Id, Key, Name, Outcome, Override, OverrideKey, Plan, Row, Scenario, ScenarioId, Source,
    Table, TableName, What,
};

use super::reference::{File, first_time, name, sources_of};
use super::{field, key, word};
use crate::finding::{Findings, Reason};
use crate::sheet::{Cells, Columns, Sheet};

/// Columns of `scenarios.csv`. An empty parent is the base plan; else it stands in an earlier row.
pub const SCENARIOS: Columns = Columns {
    needed: &[
        "scenario_id",
        "name_en",
        "name_uk",
        "parent_id",
        "outcome",
        "trigger_en",
        "trigger_uk",
        "grade",
        "source_id",
        "note",
    ],
    allowed: &[],
};
/// Columns of `scenario_overrides.csv`. A row is told by the code of a step or event or by the key of a cluster; `*` means each
/// row of the table. A value is told as [`model::Fields`] do.
pub const OVERRIDES: Columns =
    Columns { needed: &["scenario_id", "table", "row", "field", "value", "reason", "source_id"], allowed: &[] };

/// What stands in the place of a row where each row of the table is meant.
const EACH: &str = "*";
/// What the one row of the package is called.
const PACKAGE: &str = "package";

/// Scenarios as read, with the ids that the keys of the file stand for.
#[derive(Clone, Debug)]
pub struct Scenarios {
    /// The scenarios.
    pub rows: Table<Scenario>,
    /// The id behind each key of the file.
    pub ids: BTreeMap<Key, Id>,
}

/// Reads `scenarios.csv`; `draw_id` gives the id of the scenario in a place, counted from 1. Scenarios of one parent keep the
/// order of the file.
///
/// # Errors
/// Everything found wrong in the file, unknown parents and sources and keys used twice among it.
pub fn scenarios(
    file: File<'_>,
    sources: &Table<Source>,
    mut draw_id: impl FnMut(u64) -> Id,
) -> Result<Scenarios, Findings> {
    let mut ids: BTreeMap<Key, Id> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut children: BTreeMap<ScenarioId, u32> = BTreeMap::new();
    let mut place = 0;
    let rows = Sheet::open(file.name, file.text, SCENARIOS)?.rows(|cells| {
        place += 1;
        let (own, id) = (cells.read("scenario_id", key)?, draw_id(place));
        first_time(&mut seen, cells, "scenario_id", &own)?;
        let parent = cells.read_optional("parent_id", |text| id_of(text, &ids))?;
        let parent = parent.map_or(ScenarioId::Base, ScenarioId::Of);
        ids.insert(own, id);
        let siblings = children.entry(parent).or_default();
        *siblings += 1;
        Some(Scenario {
            id,
            name: name(cells, "name_en", "name_uk")?,
            parent,
            place: *siblings,
            outcome: cells.read_optional("outcome", |text| word(text, &Outcome::ALL, Outcome::key))?,
            trigger: Name { en: cells.text("trigger_en")?, uk: cells.text("trigger_uk")? },
            grade: cells.read("grade", |text| word(text, &Grade::ALL, Grade::key))?,
            sources: sources_of(cells, sources)?,
            note: cells.text("note")?,
        })
    })?;
    Ok(Scenarios { rows: Table::from_rows(rows), ids })
}

/// Reads `scenario_overrides.csv`: what the scenarios with these `ids` say differently from `plan`.
///
/// # Errors
/// Everything found wrong in the file: unknown scenarios, rows, fields and sources, values that a field cannot mean, a field
/// overridden twice, and an override without a reason or a source.
pub fn overrides(file: File<'_>, plan: &Plan, ids: &BTreeMap<Key, Id>) -> Result<Table<Override>, Findings> {
    let mut seen: BTreeSet<OverrideKey> = BTreeSet::new();
    let rows = Sheet::open(file.name, file.text, OVERRIDES)?.rows(|cells| {
        let scenario = cells.read("scenario_id", |text| id_of(text, ids))?;
        let table = cells.read("table", table)?;
        let fields = overridden(cells, plan, table)?;
        cells.filled("source_id")?;
        cells.filled("reason")?;
        let (reason, sources) = (cells.text("reason")?, sources_of(cells, &plan.sources)?);
        let mut taken = Vec::with_capacity(fields.len());
        for Field { row, field, value } in fields {
            let at = OverrideKey { scenario, table, row: row.into(), field: Some(field) };
            if !seen.insert(at.clone()) {
                return cells.refuse("row", &at.row, Reason::Twice(at.to_string()));
            }
            let what = What::Set(value);
            taken.push(Override { at, what, reason: reason.clone(), sources: sources.clone() });
        }
        Some(taken)
    })?;
    Ok(Table::from_rows(rows.into_iter().flatten()))
}

/// One field of one row, and its new value.
struct Field {
    row: String,
    field: FieldName,
    value: String,
}

/// The fields that a row of the file overrides.
fn overridden(cells: &mut Cells<'_>, plan: &Plan, table: TableName) -> Option<Vec<Field>> {
    let wanted = cells.filled("row")?;
    let each = wanted == EACH;
    match table {
        TableName::Package => put(cells, [(PACKAGE.to_owned(), (*plan.package).clone())], table),
        TableName::Steps => {
            let rows = plan.steps_in_order().into_iter().filter(|row| each || row.code.as_str() == wanted);
            put(cells, keyed(rows), table)
        }
        TableName::Events => {
            let rows = plan.events.iter().filter(|row| each || row.code.as_str() == wanted);
            put(cells, keyed(rows), table)
        }
        _ => {
            let rows = plan.clusters.iter().filter(|row| each || row.key.as_str() == wanted);
            put(cells, keyed(rows), table)
        }
    }
}

/// Rows with their keys as text.
fn keyed<'a, T: Row + Clone + 'a>(
    rows: impl Iterator<Item = &'a std::sync::Arc<T>>,
) -> impl Iterator<Item = (String, T)>
where
    T::Key: ToString,
{
    rows.map(|row| (row.key().to_string(), T::clone(row)))
}

/// Gives the field of each row the value that stands in the cells; none of them is a row that is not there.
fn put<T: Fields>(
    cells: &mut Cells<'_>,
    rows: impl IntoIterator<Item = (String, T)>,
    table: TableName,
) -> Option<Vec<Field>> {
    let name = cells.filled("field")?;
    let mut fields = Vec::new();
    for (key, mut row) in rows {
        let field = cells.read("value", |text| field(&mut row, table, name, text))?;
        fields.push(Field { row: key, field, value: row.tell(field) });
    }
    if fields.is_empty() {
        let wanted = cells.raw("row");
        return cells.refuse("row", wanted, Reason::UnknownKey { table: table.key(), key: wanted.to_owned() });
    }
    Some(fields)
}

/// The id behind a key of `scenarios.csv`.
fn id_of(text: &str, ids: &BTreeMap<Key, Id>) -> Result<Id, Reason> {
    let found = key(text)?;
    ids.get(&found).copied().ok_or_else(|| Reason::UnknownKey { table: "scenarios", key: text.to_owned() })
}

/// A table that shipped scenarios override.
fn table(text: &str) -> Result<TableName, Reason> {
    let all = [TableName::Package, TableName::Clusters, TableName::Steps, TableName::Events];
    word(text, &all, TableName::key)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const PLAN: &str = "A001 eu grant energy 10bn 2027-Q1..2028-Q4 uniform fundamentals\n\
                        step S01 fundamentals due 2027-Q1\nstep S02 fundamentals due 2027-Q3\n\
                        event E01 2028-01-01 stop capital=private\n";

    fn plan() -> Plan {
        let mut plan = model::sketch::plan(PLAN).unwrap();
        let source = |key: &str| Source {
            key: key.parse().unwrap(),
            title: String::new(),
            publisher: String::new(),
            date: String::new(),
            url: String::new(),
            how_verified: String::new(),
        };
        plan.sources = Table::from_rows([source("S1")]);
        plan
    }

    fn ids() -> BTreeMap<Key, Id> {
        BTreeMap::from([("late".parse().unwrap(), Id::from_bits(9))])
    }

    fn read(lines: &str) -> Result<Table<Override>, Findings> {
        let text = format!("{}\n{lines}\n", OVERRIDES.needed.join(","));
        overrides(File { name: "x.csv", text: &text }, &plan(), &ids())
    }

    /// Row and column of each finding.
    fn told<T>(read: Result<T, Findings>) -> Vec<(usize, String)> {
        read.err().unwrap().as_slice().iter().map(|found| (found.row, found.column.clone())).collect()
    }

    #[test]
    fn a_star_is_each_row_of_the_table() {
        let read = read("late,steps,*,delay_quarters,4,why,S1\nlate,events,E01,state,excluded,why,S1").unwrap();
        let told: Vec<_> = read.iter().map(|is| (is.at.table, is.what.clone())).collect();
        let set = |value: &str| What::Set(value.to_owned());
        assert_eq!(
            told,
            [(TableName::Steps, set("4")), (TableName::Steps, set("4")), (TableName::Events, set("excluded")),]
        );
        assert!(read.iter().all(|is| is.reason == "why" && is.sources.len() == 1));
    }

    #[test]
    fn an_override_that_cannot_be_taken_is_named() {
        let bad = "early,steps,S01,due,2030-Q1,why,S1\n\
                   late,odds,S01,due,2030-Q1,why,S1\n\
                   late,steps,S09,due,2030-Q1,why,S1\n\
                   late,steps,S01,colour,red,why,S1\n\
                   late,steps,S01,due,soon,why,S1\n\
                   late,steps,S01,due,2030-Q1,,S1\n\
                   late,steps,S01,due,2030-Q1,why,\n\
                   late,steps,S01,due,2030-Q1,why,S9\n\
                   late,steps,S02,due,2030-Q1,why,S1\n\
                   late,steps,*,due,2031-Q1,why,S1";
        let expected = [
            (2, "scenario_id"),
            (3, "table"),
            (4, "row"),
            (5, "value"),
            (6, "value"),
            (7, "reason"),
            (8, "source_id"),
            (9, "source_id"),
            (11, "row"),
        ];
        assert_eq!(told(read(bad)), expected.map(|(row, column)| (row, column.to_owned())));
    }

    #[test]
    fn a_scenario_follows_one_that_stands_before_it() {
        let read = |lines: &str| {
            let text = format!("{}\n{lines}\n", SCENARIOS.needed.join(","));
            scenarios(File { name: "x.csv", text: &text }, &plan().sources, |place| Id::from_bits(u128::from(place)))
        };
        let found =
            read("peace,Peace,Мир,,deal,,,assumption,S1,\nwar,War,Війна,peace,rejected,,,assumption,,").unwrap();
        let parents: Vec<_> = found.rows.iter().map(|row| (row.parent.to_string(), row.place)).collect();
        assert_eq!(parents, [("base".to_owned(), 1), (Id::from_bits(1).to_string(), 1)]);
        assert_eq!(found.ids.len(), 2);
        let bad =
            "war,War,Війна,peace,,,,assumption,,\npeace,Peace,Мир,,party,,,assumption,,\npeace,Peace,,,,,,assumption,,";
        let expected = [(2, "parent_id"), (3, "outcome"), (4, "scenario_id")];
        assert_eq!(told(read(bad)), expected.map(|(row, column)| (row, column.to_owned())));
    }
}
