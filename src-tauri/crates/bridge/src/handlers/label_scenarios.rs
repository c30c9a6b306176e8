//! What was done to scenarios, overrides and odds, in words.

use model::{Change, Diff, Id, Override, OverrideKey, RowChange, Scenario, ScenarioId, TableName, What};

use crate::handlers::View;
use crate::handlers::differences::lowered;
use crate::handlers::telling::{Tongue, cut, field_label};
use crate::place::scenario_label;

/// What a change of scenarios, overrides or odds did; nothing of other changes.
pub(super) fn label(view: &View, change: &Change, diff: &Diff) -> Option<String> {
    let words = &view.words;
    let id = format!("edit-{}", change.name().replace('_', "-"));
    let named = |name: &str| words.say(&id, &[("name-text", name)]);
    Some(match change {
        Change::AddScenario { scenario } => named(words.name(&scenario.name)),
        Change::SetScenario { scenario } => set(view, scenario, of(&diff.scenarios, |row| row.id == scenario.id)),
        Change::RemoveScenario { scenario }
        | Change::PromoteScenario { scenario }
        | Change::ResetScenario { scenario } => named(&scenario_text(view, diff, *scenario)),
        Change::DuplicateScenario { of, scenario } => {
            let of = scenario_text(view, diff, *of);
            words.say(&id, &[("of-text", &of), ("name-text", words.name(&scenario.name))])
        }
        Change::SetOverride { is } => set_override(view, is, diff),
        Change::ResetOverride { at } => {
            let args = about(view, diff, at);
            words.say(if at.field.is_some() { &id } else { "edit-reset-override-row" }, &args.each_ref().map(pair))
        }
        Change::SetOdds { question, odds } => {
            let question = words.label("question", question.key());
            match odds {
                Some(odds) => {
                    let share = words.per_cent(odds.share);
                    words.say(&id, &[("question-text", &question), ("share-text", &share)])
                }
                None => words.say("edit-clear-odds", &[("question-text", &question)]),
            }
        }
        _ => return None,
    })
}

fn pair<'a>((name, value): &'a (&'static str, String)) -> (&'a str, &'a str) {
    (name, value)
}

/// The row of a difference that is meant.
fn of<T>(changes: &[RowChange<T>], meant: impl Fn(&T) -> bool) -> Option<&RowChange<T>> {
    changes.iter().find(|change| change.after.as_deref().or(change.before.as_deref()).is_some_and(&meant))
}

/// The name of a scenario, as it is or was.
pub(super) fn scenario_text(view: &View, diff: &Diff, id: Id) -> String {
    let changed = of(&diff.scenarios, |row| row.id == id);
    let changed = changed.and_then(|change| change.after.as_deref().or(change.before.as_deref()));
    changed.map_or_else(
        || scenario_label(view.whole, ScenarioId::Of(id), view.words),
        |row| view.words.name(&row.name).to_owned(),
    )
}

/// Where one thing changed, the label says which.
fn set(view: &View, scenario: &Scenario, change: Option<&RowChange<Scenario>>) -> String {
    let words = &view.words;
    let name = words.name(&scenario.name);
    let Some(before) = change.and_then(|change| change.before.as_deref()) else {
        return words.say("edit-set-scenario", &[("name-text", name)]);
    };
    if *before == (Scenario { name: before.name.clone(), ..scenario.clone() }) {
        return words.say("edit-rename-scenario", &[("of-text", words.name(&before.name)), ("name-text", name)]);
    }
    if *before == (Scenario { parent: before.parent, place: before.place, ..scenario.clone() }) {
        let parent = scenario_label(view.whole, scenario.parent, *words);
        let id = if before.parent == scenario.parent { "edit-move-scenario" } else { "edit-hang-scenario" };
        return words.say(id, &[("name-text", name), ("parent-text", &parent)]);
    }
    words.say("edit-set-scenario", &[("name-text", name)])
}

/// Scenario, row and field of an override.
fn about(view: &View, diff: &Diff, at: &OverrideKey) -> [(&'static str, String); 3] {
    let OverrideKey { scenario, table, row, field } = at;
    let called = view.plan.called(*table, row).or_else(|| view.whole.called(*table, row));
    let called = called.or_else(|| added(view, diff, *table, row)).unwrap_or_else(|| row.to_string());
    let label = lowered(&field_label(view.words, *table, *field));
    [("scenario-text", scenario_text(view, diff, *scenario)), ("row-text", called), ("field-text", label)]
}

/// What a row is called that only a scenario has, or had before the difference.
pub(super) fn own_row(view: &View, diff: &Diff, table: TableName, id: Id) -> Option<String> {
    added(view, diff, table, &id.to_string())
}

fn added(view: &View, diff: &Diff, table: TableName, row: &str) -> Option<String> {
    let changed = diff.overrides.iter().flat_map(|change| [&change.after, &change.before]).flatten();
    let known = changed.chain(view.whole.overrides.iter());
    known.filter(|own| own.at.table == table && *own.at.row == *row).find_map(|own| match &own.what {
        What::Add(row) => Some(super::scenarios::added_name(row)),
        What::Set(_) | What::Remove => None,
    })
}

/// What an edit that was made in a scenario did to a row there.
pub(super) enum InScenario {
    /// The row is new.
    Added,
    /// This one field says this now.
    Field(String, String),
    /// Something else, or more.
    Other,
}

/// What a difference does to a row as a scenario sees it.
pub(super) fn in_scenario(view: &View, diff: &Diff, table: TableName, id: Id) -> InScenario {
    let row = id.to_string();
    let about = |change: &&RowChange<Override>| {
        let own = change.after.as_deref().or(change.before.as_deref());
        own.is_some_and(|own| own.at.table == table && *own.at.row == *row)
    };
    let changes: Vec<&RowChange<Override>> = diff.overrides.iter().filter(about).collect();
    let [change] = changes[..] else { return InScenario::Other };
    match (change.before.as_deref(), change.after.as_deref()) {
        (None, Some(Override { what: What::Add(_), .. })) => InScenario::Added,
        (_, Some(Override { at: OverrideKey { field: Some(field), .. }, what: What::Set(value), .. })) => {
            let told = Tongue { plan: view.plan, words: view.words }.value(table, &row, *field, value);
            InScenario::Field(lowered(&field_label(view.words, table, Some(*field))), cut(&told))
        }
        _ => InScenario::Other,
    }
}

fn set_override(view: &View, is: &Override, diff: &Diff) -> String {
    let words = &view.words;
    let args = about(view, diff, &is.at);
    let before = of(&diff.overrides, |own| own.at == is.at).and_then(|change| change.before.as_deref());
    let mut args: Vec<(&str, &str)> = args.iter().map(pair).collect();
    let id = match (&is.what, is.at.field) {
        (what, _) if before.is_some_and(|before| before.what == *what) => "edit-set-reason",
        (What::Set(_), Some(_)) => "edit-set-override",
        (What::Add(_), _) => "edit-set-override-add",
        (What::Remove | What::Set(_), _) => "edit-set-override-remove",
    };
    let value = match (&is.what, is.at.field) {
        (What::Set(value), Some(field)) => {
            cut(&Tongue { plan: view.plan, words: *words }.value(is.at.table, &is.at.row, field, value))
        }
        _ => String::new(),
    };
    args.push(("value-text", &value));
    words.say(id, &args)
}
