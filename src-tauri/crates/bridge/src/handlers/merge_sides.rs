//! What each side of a conflict says, so that somebody can decide: the value of a field, or the fields in which rows differ.

use std::str::FromStr;

use model::{AddedRow, Conflict, FieldName, Fields, Limit, Override, OverrideKey, Plan, TableName, What};

use crate::Words;
use crate::handlers::details::{override_of, says};
use crate::handlers::limits;
use crate::handlers::merging::Found;
use crate::handlers::telling::{Tongue, cut, field_label};

/// The labels of a conflict: before both, in ours, in theirs.
pub(super) fn labels(found: &Found, conflict: &Conflict, words: Words) -> [String; 3] {
    let plans = [found.base.whole(), found.ours.state.whole(), found.theirs.state.whole()];
    let rows = plans.map(|plan| whole_row(plan, conflict));
    let differing = differing(&rows);
    let texts = [&conflict.base, &conflict.ours, &conflict.theirs].map(Option::as_deref);
    let sides = [0, 1, 2].map(|at| (Tongue { plan: plans[at], words }, &rows[at], texts[at]));
    let plain = sides.map(|(tongue, row, text)| match row {
        Some(row) if !differing.is_empty() => fields_text(tongue, conflict, row, &differing),
        _ => side(tongue, conflict, text),
    });
    if plain[1] == plain[2] && conflict.at.table == TableName::Overrides {
        // One value for two reasons, or by two sources.
        let said = plans.map(|plan| override_of(plan, &conflict.at.row));
        return [0, 1, 2].map(|at| with_grounds(words, &plain[at], said[at], [said[1], said[2]]));
    }
    plain
}

/// The override that a conflict is about.
pub(super) fn overridden(conflict: &Conflict) -> Option<OverrideKey> {
    if conflict.at.table == TableName::Overrides { OverrideKey::from_str(&conflict.at.row).ok() } else { None }
}

/// The table and row whose fields are told.
fn about(conflict: &Conflict) -> (TableName, String) {
    overridden(conflict)
        .map_or_else(|| (conflict.at.table, conflict.at.row.clone()), |at| (at.table, at.row.to_string()))
}

/// The fields of a row that is in conflict as a whole, also where only a scenario has it.
fn whole_row(plan: &Plan, conflict: &Conflict) -> Option<Vec<(FieldName, String)>> {
    let (table, row) = (conflict.at.table, conflict.at.row.as_str());
    if overridden(conflict).is_some() {
        return match &override_of(plan, row)?.what {
            What::Add(added) => Some(match added {
                AddedRow::Allocation(row) => told(&**row),
                AddedRow::Limit(row) => told(&**row),
                AddedRow::Step(row) => told(&**row),
                AddedRow::Event(row) => told(&**row),
                AddedRow::Cap(row) => told(&**row),
            }),
            What::Set(_) | What::Remove => None,
        };
    }
    if conflict.at.field.is_some() || !plan.has_row(table, row) {
        return None;
    }
    let fields = FieldName::all(table).iter();
    Some(fields.filter_map(|(field, _)| Some((*field, plan.field(table, row, *field)?))).collect())
}

fn told<T: Fields>(row: &T) -> Vec<(FieldName, String)> {
    T::FIELDS.iter().map(|(field, _)| (*field, row.tell(*field))).collect()
}

/// The fields in which ours and theirs differ; where one of them has no such row, those that the other has changed.
fn differing([base, ours, theirs]: &[Option<Vec<(FieldName, String)>>; 3]) -> Vec<FieldName> {
    let pair = match (ours, theirs) {
        (Some(ours), Some(theirs)) => Some((ours, theirs)),
        (Some(one), None) | (None, Some(one)) => base.as_ref().map(|base| (base, one)),
        (None, None) => None,
    };
    let Some((one, other)) = pair else { return Vec::new() };
    let differ = one.iter().zip(other).filter(|(one, other)| one.1 != other.1).map(|(one, _)| one.0);
    let mut fields: Vec<FieldName> = differ.collect();
    let has = |name: &str| fields.iter().any(|field| field.as_str() == name);
    // The reader's language tells a name and a trigger once.
    let doubled = [("name_uk", has("name")), ("trigger_uk", has("trigger"))];
    fields.retain(|field| !doubled.contains(&(field.as_str(), true)));
    fields
}

/// `Probability 40 %; Note –`.
fn fields_text(tongue: Tongue<'_>, conflict: &Conflict, row: &[(FieldName, String)], fields: &[FieldName]) -> String {
    let (table, key) = about(conflict);
    let own = row.iter().filter(|(field, _)| fields.contains(field));
    let told = own.map(|(field, text)| {
        let label = field_label(tongue.words, table, Some(*field));
        let value = cut(&tongue.value(table, &key, *field, text));
        tongue.words.say("merge-field", &[("field-text", &label), ("value-text", &value)])
    });
    told.collect::<Vec<_>>().join("; ")
}

/// Whether a conflict is about what a limit allows: an amount, or a share of a slice.
pub(super) fn is_bound(conflict: &Conflict) -> bool {
    conflict.at.table == TableName::Limits && conflict.at.fields().len() > 1
}

fn limit_in<'a>(plan: &'a Plan, conflict: &Conflict) -> Option<&'a Limit> {
    let id = conflict.at.row.parse().ok()?;
    plan.limits.get(&id).map(AsRef::as_ref)
}

/// What one side says; where it has no such row, that it is not there.
fn side(tongue: Tongue<'_>, conflict: &Conflict, text: Option<&str>) -> String {
    if let Some(at) = overridden(conflict) {
        if tongue.plan.scenarios.get(&at.scenario).is_none() {
            return tongue.words.plain("merge-not-there");
        }
        return says(tongue, &at, override_of(tongue.plan, &conflict.at.row));
    }
    if let (true, Some(limit)) = (is_bound(conflict), limit_in(tongue.plan, conflict)) {
        return match limit.share {
            Some(share) => limits::share_text(tongue, share, &limit.of),
            None => tongue.words.money(limit.amount.into()),
        };
    }
    match (text, conflict.at.field) {
        (None, _) => tongue.words.plain("merge-not-there"),
        (Some(text), Some(field)) => tongue.value(conflict.at.table, &conflict.at.row, field, text),
        (Some(called), None) => tongue.row_text(conflict.at.table, &conflict.at.row, called),
    }
}

/// What an override says, with the grounds on which it does: its reason, or its sources where only they differ.
fn with_grounds(words: Words, label: &str, own: Option<&Override>, sides: [Option<&Override>; 2]) -> String {
    let Some(own) = own else { return label.to_owned() };
    let [ours, theirs] = sides.map(|side| side.map(|side| &side.reason));
    let sources = || own.sources.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let grounds = if ours == theirs { sources() } else { own.reason.clone() };
    let grounds = if grounds.is_empty() { words.plain("named-nothing") } else { grounds };
    words.say("merge-reason", &[("value-text", label), ("reason-text", &grounds)])
}
