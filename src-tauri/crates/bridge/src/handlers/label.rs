//! What was done, in words: the labels of history, undo and redo.

use model::{Allocation, Change, Diff, Dimension, Edit, Id, Key, Limit, Money, TableName, Total};

use crate::handlers::differences::lowered;
use crate::handlers::telling::{Tongue, cut, field_label};
use crate::handlers::{View, label_conditions, label_rows, label_scenarios, limits, row};

/// What one act did: of one edit what it was, of several on rows what they are together, of others the first and how many more. Where the difference is not known and
/// the first edit cannot be told without it, only how many there were.
pub(crate) fn label(view: &View, edits: &[Edit], diff: Option<&Diff>) -> String {
    let words = &view.words;
    let Some((first, more)) = edits.split_first() else { return words.plain("edit-nothing") };
    if diff.is_none() && rests_on_diff(view, &first.change) {
        return words.say("edit-many", &[("changes", &edits.len().to_string())]);
    }
    if let Some(together) = label_rows::label(view, edits, diff) {
        return together;
    }
    let first = one(view, &first.change, diff.unwrap_or(&Diff::default()));
    if more.is_empty() {
        return first;
    }
    words.say("edit-several", &[("first-text", &first), ("more", &more.len().to_string())])
}

/// Whether only the difference tells what a change did: whether something is new, or what is gone was called.
fn rests_on_diff(view: &View, change: &Change) -> bool {
    match change {
        Change::SetStep { .. }
        | Change::RemoveStep { .. }
        | Change::SetEvent { .. }
        | Change::RemoveEvent { .. }
        | Change::RemoveCap { .. }
        | Change::RemoveLimit { .. } => true,
        Change::RemoveScenario { scenario } => view.whole.scenarios.get(scenario).is_none(),
        Change::SlipStep { step, .. } => view.plan.steps.get(step).is_none(),
        Change::AddAllocation { .. } => false,
        change => change.allocation().is_some_and(|row| view.plan.allocations.get(&row).is_none()),
    }
}

/// The code of a row, as it was or is.
pub(super) fn code(id: Id, diff: &Diff, view: &View) -> String {
    let changed = diff.allocations.iter().flat_map(|change| [&change.before, &change.after]).flatten();
    let row: Option<&Allocation> = changed.map(AsRef::as_ref).find(|row: &&Allocation| row.id == id);
    row.or_else(|| view.plan.allocations.get(&id).map(AsRef::as_ref))
        .map(|row| row.code.to_string())
        .or_else(|| label_scenarios::own_row(view, diff, TableName::Allocations, id))
        .or_else(|| view.whole.allocations.get(&id).map(|row| row.code.to_string()))
        .unwrap_or_else(|| id.to_string())
}

fn limit_name(id: Id, diff: &Diff, view: &View) -> String {
    let changed = diff.limits.iter().flat_map(|change| [&change.before, &change.after]).flatten();
    let found: Option<&Limit> = changed.map(AsRef::as_ref).find(|limit: &&Limit| limit.id == id);
    let found = found.map(|limit| view.words.name(&limit.name).to_owned());
    found.or_else(|| label_scenarios::own_row(view, diff, TableName::Limits, id)).unwrap_or_else(|| id.to_string())
}

/// The value that a change gives a field of a row, in words; nothing of other changes.
pub(super) fn value(view: &View, change: &Change) -> Option<String> {
    let words = &view.words;
    let place = |dimension, key: &str| row::place_label(view, dimension, key);
    let keys = |keys: &[Key]| keys.iter().map(Key::as_str).collect::<Vec<_>>().join(", ");
    Some(match change {
        Change::SetProgramme { programme, .. } => place(Dimension::Programme, programme.as_str()),
        Change::SetInstrument { instrument, .. } => place(Dimension::Instrument, instrument.key()),
        Change::SetCapital { capital, .. } => place(Dimension::Capital, capital.key()),
        Change::SetSector { sector, .. } => place(Dimension::Sector, sector.as_str()),
        Change::SetPurpose { purpose, .. } => place(Dimension::Purpose, purpose.key()),
        Change::SetCluster { cluster, .. } => {
            place(Dimension::Cluster, cluster.as_ref().map_or("", |cluster| cluster.as_str()))
        }
        Change::SetProfile { profile, .. } => words.label("profile", profile.key()),
        Change::SetAmountGrade { grade, .. } | Change::SetSplitGrade { grade, .. } => words.label("grade", grade.key()),
        Change::SetPriority { priority, .. } => priority.class().to_string(),
        Change::SetSources { sources, .. } | Change::SetCited { sources, .. } => keys(sources),
        Change::SetNote { note, .. } => cut(note),
        Change::SetLocked { locked, .. } => locked.to_string(),
        Change::SetPaid { amount, .. } => amount.map_or_else(String::new, |amount| words.money(Total::from(amount))),
        _ => return None,
    })
}

fn one(view: &View, change: &Change, diff: &Diff) -> String {
    let words = &view.words;
    let id = format!("edit-{}", change.name().replace('_', "-"));
    let money = |amount: Money| words.money(Total::from(amount));
    let of = |allocation: &Id| code(*allocation, diff, view);
    let set = |allocation: &Id, value: String| words.say(&id, &[("row-text", &of(allocation)), ("value-text", &value)]);
    match change {
        Change::RenamePlan { name } => words.say(&id, &[("name-text", words.name(name))]),
        Change::SetPackageTotal { amount } => words.say(&id, &[("amount-text", &money(*amount))]),
        Change::SetReading { reading } => {
            let label = view.plan.readings.get(reading).map_or(reading.as_str(), |reading| words.name(&reading.label));
            words.say(&id, &[("reading-text", label)])
        }
        Change::AddAllocation { row } => {
            words.say(&id, &[("row-text", row.code.as_str()), ("amount-text", &money(row.amount))])
        }
        Change::RemoveAllocation { allocation }
        | Change::SetSources { allocation, .. }
        | Change::SetNote { allocation, .. } => words.say(&id, &[("row-text", &of(allocation))]),
        Change::SetCited { allocation, field, .. } => {
            let field = lowered(&field_label(*words, TableName::Allocations, Some(*field)));
            words.say(&id, &[("row-text", &of(allocation)), ("field-text", &field)])
        }
        Change::SetAmount { allocation, amount } => {
            words.say(&id, &[("row-text", &of(allocation)), ("amount-text", &money(*amount))])
        }
        Change::SetProgramme { allocation, .. }
        | Change::SetInstrument { allocation, .. }
        | Change::SetCapital { allocation, .. }
        | Change::SetSector { allocation, .. }
        | Change::SetPurpose { allocation, .. }
        | Change::SetCluster { allocation, cluster: Some(_) }
        | Change::SetProfile { allocation, .. }
        | Change::SetAmountGrade { allocation, .. }
        | Change::SetSplitGrade { allocation, .. }
        | Change::SetPriority { allocation, .. } => set(allocation, value(view, change).unwrap_or_default()),
        Change::SetCluster { allocation, cluster: None } => {
            words.say("edit-clear-cluster", &[("row-text", &of(allocation))])
        }
        Change::SetSpan { allocation, start, end } => {
            words.say(&id, &[("row-text", &of(allocation)), ("start", &start.to_string()), ("end", &end.to_string())])
        }
        Change::SetLocked { allocation, locked } => {
            words.say(if *locked { "edit-lock" } else { "edit-unlock" }, &[("row-text", &of(allocation))])
        }
        Change::SetPaid { allocation, quarter, amount } => {
            let quarter = quarter.to_string();
            let args = [
                ("row-text", of(allocation)),
                ("quarter", quarter),
                ("amount-text", amount.map_or_else(String::new, money)),
            ];
            let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            words.say(if amount.is_some() { &id } else { "edit-clear-paid" }, &args)
        }
        Change::SetLimit { limit } => {
            let bound = match limit.share {
                Some(share) => limits::share_text(Tongue::from(view), share, &limit.of),
                None => money(limit.amount),
            };
            words.say(&id, &[("name-text", words.name(&limit.name)), ("amount-text", &bound)])
        }
        Change::RemoveLimit { limit } => words.say(&id, &[("name-text", &limit_name(*limit, diff, view))]),
        Change::SetStep { .. }
        | Change::SlipStep { .. }
        | Change::RemoveStep { .. }
        | Change::SetTerms { .. }
        | Change::SetEvent { .. }
        | Change::RemoveEvent { .. }
        | Change::SetCap { .. }
        | Change::RemoveCap { .. }
        | Change::SetLapse { .. } => label_conditions::label(view, change, diff).unwrap_or(id),
        Change::AddScenario { .. }
        | Change::SetScenario { .. }
        | Change::RemoveScenario { .. }
        | Change::DuplicateScenario { .. }
        | Change::PromoteScenario { .. }
        | Change::SetOverride { .. }
        | Change::ResetOverride { .. }
        | Change::ResetScenario { .. }
        | Change::SetOdds { .. } => label_scenarios::label(view, change, diff).unwrap_or(id),
    }
}
