//! What people call what sentences would else name by its id: overrides, and what contradicts itself in a plan.

use std::str::FromStr;

use model::{Flaw, Id, OverrideKey, Plan, Refusal, ScenarioId, TableName};

use crate::handlers::details::{called_by, override_of};
use crate::handlers::telling::{Tongue, field_label, table_label};
use crate::{Problem, Words, place};

/// `A017 (EU support loan, energy), amount, in the scenario “Late”`; nothing where `key` is that of no override.
pub(crate) fn override_text(tongue: Tongue<'_>, key: &str) -> Option<String> {
    let at = OverrideKey::from_str(key).ok()?;
    let words = tongue.words;
    let field = field_label(words, at.table, at.field).to_lowercase();
    Some(words.say(
        "override-named",
        &[
            ("row-text", &overridden_row(tongue, &at)),
            ("field", if field.is_empty() { "none" } else { "some" }),
            ("field-text", &field),
            ("name-text", &scenario_text(tongue, at.scenario)),
        ],
    ))
}

/// The row that an override is about, also where only a scenario has it.
pub(crate) fn overridden_row(tongue: Tongue<'_>, at: &OverrideKey) -> String {
    overridden_called(tongue.plan, at)
        .map_or_else(|| tongue.words.plain("override-of-gone"), |called| tongue.row_text(at.table, &at.row, &called))
}

/// What the row of an override is called; nothing where it is gone from the plan and from every scenario.
pub(crate) fn overridden_called(plan: &Plan, at: &OverrideKey) -> Option<String> {
    let added = || {
        let same = plan.overrides.iter().filter(|one| one.at.table == at.table && one.at.row == at.row);
        override_of(plan, &at.to_string()).and_then(called_by).or_else(|| same.filter_map(|one| called_by(one)).next())
    };
    plan.called(at.table, &at.row).or_else(added)
}

/// The name of a scenario; where it is gone, that it is.
pub(crate) fn scenario_text(tongue: Tongue<'_>, scenario: Id) -> String {
    if tongue.plan.scenarios.get(&scenario).is_none() {
        return tongue.words.plain("scenario-gone");
    }
    place::scenario_label(tongue.plan, ScenarioId::Of(scenario), tongue.words)
}

/// What contradicts itself, with rows as the first of `plans` calls them that has them.
pub(crate) fn flaw_text(flaw: &Flaw, plans: &[&Plan], words: Words) -> String {
    let (table, key, refusal) = match flaw {
        Flaw::Allocation { code, refusal } => (TableName::Allocations, code.to_string(), refusal),
        Flaw::Row { table, key, refusal } => (*table, key.clone(), refusal),
        Flaw::Package(refusal) => return reason(refusal, plans, words),
    };
    let row = row_text(table, &key, plans, words);
    let args = [("table-text", &*table_label(words, table)), ("row-text", &row)];
    words.say("flaw-named", &[&args[..], &[("reason-text", &reason(refusal, plans, words))]].concat())
}

fn row_text(table: TableName, key: &str, plans: &[&Plan], words: Words) -> String {
    if let (TableName::Overrides, Ok(at)) = (table, OverrideKey::from_str(key)) {
        // None of the plans need have the override: the scenario is of the one, and what is said in it of the other.
        let knows = |plan: &&&Plan| plan.scenarios.get(&at.scenario).is_some();
        let plan = plans.iter().find(knows).or_else(|| plans.first());
        return plan.and_then(|plan| override_text(Tongue { plan, words }, key)).unwrap_or_else(|| key.to_owned());
    }
    let having = plans.iter().find(|plan| plan.has_row(table, key));
    let Some(tongue) = having.map(|plan| Tongue { plan, words }) else { return called(key, plans, words) };
    tongue.row_text(table, key, &tongue.plan.called(table, key).unwrap_or_else(|| key.to_owned()))
}

/// Why, without the point at its end and without ids where one of the plans has the row.
fn reason(refusal: &Refusal, plans: &[&Plan], words: Words) -> String {
    let mut problem = Problem::from(refusal.clone());
    for value in problem.args.values_mut() {
        let parts: Vec<String> = value.split(' ').map(|part| called(part, plans, words)).collect();
        *value = parts.join(" ");
    }
    problem.worded(words).message.trim_end_matches('.').to_owned()
}

/// What a row is called whose id this is; the same text where it is none.
fn called(text: &str, plans: &[&Plan], words: Words) -> String {
    const WITH_IDS: [TableName; 6] = [
        TableName::Scenarios,
        TableName::Allocations,
        TableName::Steps,
        TableName::Events,
        TableName::Caps,
        TableName::Limits,
    ];
    if text.parse::<Id>().is_err() {
        return text.to_owned();
    }
    let found = plans.iter().find_map(|plan| {
        let table = WITH_IDS.into_iter().find(|table| plan.has_row(*table, text))?;
        let tongue = Tongue { plan, words };
        Some(tongue.called(table, text, &plan.called(table, text)?))
    });
    found.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::Language;

    #[test]
    fn what_contradicts_itself_is_told_by_names() {
        let plan = exchange::shipped_plan().unwrap();
        let ids: Vec<String> = plan.scenarios.iter().take(2).map(|row| row.id.to_string()).collect();
        let names: Vec<&str> = plan.scenarios.iter().take(2).map(|row| row.name.en.as_str()).collect();
        let refusal = Refusal::ScenariosInCircle { chain: vec![ids[1].clone(), ids[0].clone(), ids[1].clone()] };
        let flaw = Flaw::Row { table: TableName::Scenarios, key: ids[1].clone(), refusal };
        let told = flaw_text(&flaw, &[&plan], Words::default());
        assert!(told.contains(names[0]) && told.matches(names[1]).count() == 3, "{told}");
        assert!(!told.contains(&ids[0]) && !told.contains(&ids[1]), "{told}");
        let flaw = Flaw::Row {
            table: TableName::Overrides,
            key: format!("{}/allocations/{}/amount", ids[0], plan.allocations.iter().next().unwrap().id),
            refusal: Refusal::UnknownScenario(ids[1].clone()),
        };
        for language in [Language::English, Language::Ukrainian] {
            let told = flaw_text(&flaw, &[&plan], Words { language, ..Words::default() });
            assert!(told.contains("A001") && !told.contains(&ids[0]) && !told.contains(&ids[1]), "{told}");
        }
    }

    #[test]
    fn what_is_gone_is_said_to_be() {
        let plan = exchange::shipped_plan().unwrap();
        let gone = Id::from_bits(0xdead);
        let text =
            override_text(Tongue { plan: &plan, words: Words::default() }, &format!("{gone}/allocations/{gone}/*"));
        assert_eq!(text.as_deref(), Some("a row that is gone in the scenario “a scenario that is gone”"));
    }
}
