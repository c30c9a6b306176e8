//! What an act changed, field by field, as the history tells it.

use std::str::FromStr;

use model::{
    AddedRow, Diff, DifferenceKind, FieldDifference, Fields, Override, OverrideKey, Plan, RowDifference, ScenarioId,
    TableName, What, differences,
};

use crate::handlers::telling::{Tongue, field_label, table_label};
use crate::place;
use crate::wire::EntryDetail;

/// The first `most` details of a difference, and how many more there are. `tongue` names rows by the plan after it.
pub(crate) fn details(tongue: Tongue<'_>, diff: &Diff, most: usize) -> (Vec<EntryDetail>, usize) {
    let (mut told, mut all) = (Vec::new(), 0);
    for row in differences(diff) {
        let count = match &row.kind {
            DifferenceKind::Changed(fields) => fields.len(),
            DifferenceKind::Added | DifferenceKind::Removed => 1,
        };
        all += count;
        if told.len() < most {
            told.extend(of_row(tongue, diff, &row));
        }
    }
    told.truncate(most);
    let more = all - told.len();
    (told, more)
}

fn of_row(tongue: Tongue<'_>, diff: &Diff, row: &RowDifference) -> Vec<EntryDetail> {
    if row.table == TableName::Overrides {
        return of_override(tongue, diff, row).into_iter().collect();
    }
    let named = || tongue.row_text(row.table, &row.row, &row.called);
    match &row.kind {
        DifferenceKind::Added => vec![detail(tongue, row, None, [String::new(), named()])],
        DifferenceKind::Removed => vec![detail(tongue, row, None, [named(), String::new()])],
        DifferenceKind::Changed(fields) => fields.iter().map(|field| of_field(tongue, row, field)).collect(),
    }
}

fn of_field(tongue: Tongue<'_>, row: &RowDifference, change: &FieldDifference) -> EntryDetail {
    let value = |text: &str| match change.field {
        Some(field) => tongue.value(row.table, &row.row, field, text),
        // Such rows are only told as a whole.
        None => tongue.row_text(row.table, &row.row, &row.called),
    };
    detail(tongue, row, change.field, [value(&change.before), value(&change.after)])
}

fn detail(
    tongue: Tongue<'_>,
    row: &RowDifference,
    field: Option<model::FieldName>,
    [before, after]: [String; 2],
) -> EntryDetail {
    EntryDetail {
        table_label: table_label(tongue.words, row.table),
        row: row.row.clone(),
        called: row.called.clone(),
        field_label: field_label(tongue.words, row.table, field),
        before_label: before,
        after_label: after,
    }
}

/// An override as the field that it is about.
fn of_override(tongue: Tongue<'_>, diff: &Diff, row: &RowDifference) -> Option<EntryDetail> {
    let at = OverrideKey::from_str(&row.row).ok()?;
    let is = |one: &Override| one.at == at;
    let change = diff.overrides.iter().find(|change| change.before.iter().chain(&change.after).any(|one| is(one)))?;
    let told = [&change.before, &change.after].map(|one| says(tongue, &at, one.as_deref()));
    let added = change.before.iter().chain(&change.after).find_map(|one| called_by(one));
    let called = tongue.plan.called(at.table, &at.row).or(added).unwrap_or_else(|| at.row.to_string());
    let scenario = place::scenario_label(tongue.plan, ScenarioId::Of(at.scenario), tongue.words);
    let [before_label, after_label] = told;
    Some(EntryDetail {
        table_label: format!("{} \u{b7} {scenario}", table_label(tongue.words, at.table)),
        row: at.row.to_string(),
        called,
        field_label: field_label(tongue.words, at.table, at.field),
        before_label,
        after_label,
    })
}

/// What people call the row that an override adds.
pub(crate) fn called_by(one: &Override) -> Option<String> {
    match &one.what {
        What::Add(added) => Some(match added {
            AddedRow::Allocation(row) => row.called(),
            AddedRow::Limit(row) => row.called(),
            AddedRow::Step(row) => row.called(),
            AddedRow::Event(row) => row.called(),
            AddedRow::Cap(row) => row.called(),
        }),
        What::Set(_) | What::Remove => None,
    }
}

/// What an override says, for people; without one the scenario follows its parent.
pub(crate) fn says(tongue: Tongue<'_>, at: &OverrideKey, one: Option<&Override>) -> String {
    let Some(one) = one else { return tongue.words.plain("detail-follows") };
    match (&one.what, at.field) {
        (What::Set(text), Some(field)) => tongue.value(at.table, &at.row, field, text),
        (What::Set(text), None) => text.clone(),
        (What::Remove, _) => tongue.words.plain("detail-taken-out"),
        (What::Add(_), _) => {
            let called = called_by(one).unwrap_or_default();
            tongue.words.say("detail-added", &[("called-text", &called)])
        }
    }
}

/// An override of a plan by its key as text.
pub(crate) fn override_of<'a>(plan: &'a Plan, key: &str) -> Option<&'a Override> {
    let at = OverrideKey::from_str(key).ok()?;
    plan.overrides.get(&at).map(AsRef::as_ref)
}
