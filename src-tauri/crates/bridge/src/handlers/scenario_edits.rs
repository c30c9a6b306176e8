//! Edits of scenarios, overrides and odds: from what crosses the door to changes of the model.

use std::str::FromStr;

use model::{
    Change, Date, Edit, FieldKind, Grade, Id, Name, Odds, Outcome, Override, OverrideKey, Plan, Question, Refusal,
    Scenario, ScenarioId, Share, TableName, What,
};

use crate::handlers::edit::{grade, member, source_keys};
use crate::handlers::field_names;
use crate::wire::{Names, NewOverride, NewScenario, ScenarioAct, ScenarioPatch};
use crate::{Ids, Language, Problem, Words};

/// Who edits, when, and where the identities of what is new come from.
pub(crate) struct Hand<'a> {
    /// Draws identities.
    pub ids: &'a Ids,
    /// Who.
    pub author: String,
    /// On which day.
    pub day: Date,
    /// The state that is edited.
    pub revision: u64,
    /// In which words refusals name what they are about.
    pub words: Words,
}

/// The changes that one act stands for, on `plan` with its scenarios as earlier edits left them.
///
/// # Errors
/// Where it names what is not there, or means nothing.
pub(super) fn changes(plan: &Plan, act: ScenarioAct, hand: &Hand) -> Result<Vec<Change>, Problem> {
    let one = |change| Ok(vec![change]);
    match act {
        ScenarioAct::AddScenario(new) => one(Change::AddScenario { scenario: Box::new(added(plan, *new, hand)?) }),
        ScenarioAct::SetScenario(patch) => patched(plan, *patch),
        ScenarioAct::RemoveScenario { scenario } => one(Change::RemoveScenario { scenario: named(plan, &scenario)? }),
        ScenarioAct::DuplicateScenario { of, name } => one(duplicated(plan, &of, name, hand)?),
        ScenarioAct::PromoteScenario { scenario } => one(Change::PromoteScenario { scenario: named(plan, &scenario)? }),
        ScenarioAct::SetOverride(new) => one(Change::SetOverride { is: Box::new(overridden(plan, *new)?) }),
        ScenarioAct::SetReason { scenario, field, reason, sources } => {
            let at = standing(plan, named(plan, &scenario)?, &field)?;
            let before = plan.overrides.get(&at).ok_or_else(|| Refusal::NotOverridden { at: Box::new(at.clone()) })?;
            let sources = sources.map_or_else(|| Ok(before.sources.clone()), |keys| source_keys(&keys))?;
            one(Change::SetOverride { is: Box::new(Override { reason, sources, ..Override::clone(before) }) })
        }
        ScenarioAct::ResetOverride { scenario, field } => {
            one(Change::ResetOverride { at: standing(plan, named(plan, &scenario)?, &field)? })
        }
        ScenarioAct::ResetScenario { scenario } => one(Change::ResetScenario { scenario: named(plan, &scenario)? }),
        ScenarioAct::SetOdds { question, share, note } => {
            let question = member("question", &question, &Question::ALL, Question::key)?;
            if share.is_none() && plan.odds.get(&question).is_none() {
                return Err(Problem::refused("odds-not-entered").with("question", question.key()));
            }
            let share = share.map(|text| Share::from_str(&text)).transpose()?;
            let odds =
                share.map(|share| Box::new(Odds { question, share, author: hand.author.clone(), day: hand.day, note }));
            one(Change::SetOdds { question, odds })
        }
    }
}

/// The scenario of that name, which is not the base plan.
///
/// # Errors
/// Where there is none, or it is the base plan.
pub(crate) fn named(plan: &Plan, name: &str) -> Result<Id, Problem> {
    plan.scenario_named(name)?.id().ok_or_else(|| Problem::refused("base-is-no-scenario"))
}

fn name(names: Names) -> Name {
    Name { en: names.en, uk: names.uk }
}

/// A scenario's name: not the word that stands for the base plan in either language, whatever the case.
///
/// # Errors
/// Where it is that word.
pub(crate) fn fit_name(name: Name) -> Result<Name, Problem> {
    let word = |language| Words { language, ..Words::default() }.plain("scenario-base").to_lowercase();
    let words = [Language::English, Language::Ukrainian].map(word);
    for own in [&name.en, &name.uk] {
        if words.contains(&own.trim().to_lowercase()) {
            return Err(Refusal::ScenarioNameTaken(own.trim().to_owned()).into());
        }
    }
    Ok(name)
}

fn outcome(word: &str) -> Result<Outcome, Problem> {
    member("outcome", word, &Outcome::ALL, Outcome::key)
}

/// The place after all that follow the same.
pub(crate) fn next_place(plan: &Plan, parent: ScenarioId) -> u32 {
    let places = plan.scenarios.iter().filter(|row| row.parent == parent).map(|row| row.place);
    places.max().map_or(0, |place| place.saturating_add(1))
}

fn added(plan: &Plan, new: NewScenario, hand: &Hand) -> Result<Scenario, Problem> {
    let NewScenario { id, name, parent, outcome, trigger, grade, sources, note } = new;
    let parent = parent.map_or(Ok(ScenarioId::Base), |name| plan.scenario_named(&name))?;
    Ok(Scenario {
        id: id.map_or_else(|| Ok(hand.ids.next(hand.revision)), |text| Id::from_str(&text))?,
        name: fit_name(self::name(name))?,
        parent,
        place: next_place(plan, parent),
        outcome: outcome.map(|word| self::outcome(&word)).transpose()?,
        trigger: trigger.map_or_else(|| Name::same(String::new()), self::name),
        grade: grade.map_or(Ok(Grade::Assumption), |word| self::grade(&word))?,
        sources: source_keys(&sources)?,
        note,
    })
}

fn duplicated(plan: &Plan, of: &str, name: Names, hand: &Hand) -> Result<Change, Problem> {
    let of = named(plan, of)?;
    let before = plan.scenarios.get(&of).ok_or_else(|| Refusal::UnknownScenario(of.to_string()))?;
    let scenario = Scenario {
        id: hand.ids.next(hand.revision),
        name: fit_name(self::name(name))?,
        place: next_place(plan, before.parent),
        // Each outcome is pictured by one scenario.
        outcome: None,
        ..Scenario::clone(before)
    };
    Ok(Change::DuplicateScenario { of, scenario: Box::new(scenario) })
}

/// The change of a scenario, and those that make room for it among those that follow the same.
fn patched(plan: &Plan, patch: ScenarioPatch) -> Result<Vec<Change>, Problem> {
    let ScenarioPatch { scenario, name, parent, place, outcome, trigger, grade, sources, note } = patch;
    let id = named(plan, &scenario)?;
    let before = plan.scenarios.get(&id).ok_or(Refusal::UnknownScenario(scenario))?;
    let parent = parent.map_or(Ok(before.parent), |name| plan.scenario_named(&name))?;
    let kept = if parent == before.parent { before.place } else { next_place(plan, parent) };
    let after = Scenario {
        id,
        name: name.map_or_else(|| Ok(before.name.clone()), |name| fit_name(self::name(name)))?,
        parent,
        place: kept,
        outcome: outcome.map_or(Ok(before.outcome), |word| word.map(|word| self::outcome(&word)).transpose())?,
        trigger: trigger.map_or_else(|| before.trigger.clone(), self::name),
        grade: grade.map_or(Ok(before.grade), |word| self::grade(&word))?,
        sources: sources.map_or_else(|| Ok(before.sources.clone()), |keys| source_keys(&keys))?,
        note: note.unwrap_or_else(|| before.note.clone()),
    };
    let Some(place) = place else { return Ok(vec![set(after)]) };
    let order = plan.scenario_order();
    let mut siblings: Vec<Scenario> = order
        .into_iter()
        .filter(|(_, row)| row.parent == parent && row.id != id)
        .map(|(_, row)| Scenario::clone(row))
        .collect();
    siblings.insert(siblings.len().min(place as usize), after);
    let numbered = siblings.into_iter().zip(0_u32..).map(|(row, place)| Scenario { place, ..row });
    let moved =
        numbered.filter(|row| row.id == id || plan.scenarios.get(&row.id).is_some_and(|old| old.place != row.place));
    // The one that is meant comes first: it gives the act its label.
    let (own, others): (Vec<Scenario>, Vec<Scenario>) = moved.partition(|row| row.id == id);
    Ok(own.into_iter().chain(others).map(set).collect())
}

fn set(scenario: Scenario) -> Change {
    Change::SetScenario { scenario: Box::new(scenario) }
}

/// What an override is about that stands already: its row may be gone from every plan.
fn standing(plan: &Plan, scenario: Id, field: &str) -> Result<OverrideKey, Problem> {
    let resolved = plan.resolve(ScenarioId::Of(scenario))?.plan;
    let parent = plan.scenarios.get(&scenario).map_or(ScenarioId::Base, |row| row.parent);
    let above = plan.resolve(parent)?.plan;
    Ok(field_names::read(field, &[&resolved, &above, plan])?.in_scenario(scenario))
}

fn overridden(plan: &Plan, new: NewOverride) -> Result<Override, Problem> {
    let NewOverride { scenario, field, value, reason, sources } = new;
    let scenario = named(plan, &scenario)?;
    let at = standing(plan, scenario, &field)?;
    let what = match (value, at.field) {
        (Some(value), Some(field)) => What::Set(by_code(plan, scenario, field.kind(at.table), value)?),
        (None, None) => What::Remove,
        (Some(_), None) => return Err(Problem::refused("override-needs-field").with("wanted", field)),
        (None, Some(_)) => return Err(Problem::refused("override-needs-value").with("wanted", field)),
    };
    canonical(plan, Override { at, what, reason, sources: source_keys(&sources)? })
}

/// The value of a field that names a row, as files write it: its code may stand for its id.
fn by_code(plan: &Plan, scenario: Id, kind: FieldKind, value: String) -> Result<String, Problem> {
    let FieldKind::Key(table @ TableName::Events) = kind else { return Ok(value) };
    let resolved = plan.resolve(ScenarioId::Of(scenario))?.plan;
    let found = field_names::by_code(value.trim(), &resolved).filter(|(found, _)| *found == table);
    Ok(found.map_or(value, |(_, id)| id))
}

/// The override with its value as files write it: `45000000000` means `45000000000.00`.
fn canonical(plan: &Plan, is: Override) -> Result<Override, Problem> {
    let (What::Set(_), Some(field)) = (&is.what, is.at.field) else { return Ok(is) };
    let edit = Edit::base(Change::SetOverride { is: Box::new(is.clone()) });
    let after = plan.apply(&edit)?.resolve(ScenarioId::Of(is.at.scenario))?.plan;
    let told = after.field(is.at.table, &is.at.row, field);
    Ok(Override { what: told.map_or(is.what, What::Set), ..is })
}
