//! The edits of scenarios, overrides and odds, and the rules these keep.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::conditions::{check_name, check_share, ok_or, unknown};
use crate::edit::keep_limits;
use crate::field::KeyText;
use crate::overlay::check_overridable;
use crate::plan::{LONGEST_NAME, LONGEST_NOTE, check_text};
use crate::resolve::DEEPEST;
use crate::{
    AddedRow, Change, FieldName, Flaw, Id, Instrument, Odds, Override, OverrideKey, Plan, Question, Refusal, Scenario,
    ScenarioId, Table, TableName, What,
};

/// The most scenarios of a plan.
const MOST_SCENARIOS: usize = 10_000;

/// Makes one change to scenarios, overrides or odds.
///
/// # Errors
/// [`Refusal`] where the change names what is not there or would break a rule.
pub(crate) fn change_scenarios(plan: &mut Plan, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::AddScenario { scenario } => add_scenario(plan, scenario),
        Change::SetScenario { scenario } => {
            found(plan, scenario.id)?;
            plan.check_scenario(scenario)?;
            plan.scenarios.put(Arc::new((**scenario).clone()));
            Ok(())
        }
        Change::RemoveScenario { scenario } => {
            found(plan, *scenario)?;
            if let Some(by) = plan.scenarios.iter().find(|row| row.parent == ScenarioId::Of(*scenario)) {
                return Err(Refusal::ScenarioFollowed { by: by.name.en.clone() });
            }
            drop_overrides(plan, *scenario);
            plan.scenarios.remove(scenario);
            Ok(())
        }
        Change::DuplicateScenario { of, scenario } => {
            found(plan, *of)?;
            add_scenario(plan, scenario)?;
            let copy = |row: &Arc<Override>| {
                let at = OverrideKey { scenario: scenario.id, ..row.at.clone() };
                Arc::new(Override { at, ..Override::clone(row) })
            };
            let copies: Vec<_> = plan.overrides_of(*of).iter().map(copy).collect();
            copies.into_iter().for_each(|row| plan.overrides.put(row));
            Ok(())
        }
        Change::PromoteScenario { scenario } => promote(plan, *scenario),
        Change::SetOverride { is } => within_limits(plan, is.at.scenario, |plan| set_override(plan, is)),
        Change::ResetOverride { at } => within_limits(plan, at.scenario, |plan| {
            plan.overrides.remove(at).map(|_| ()).ok_or_else(|| Refusal::NotOverridden { at: Box::new(at.clone()) })
        }),
        Change::ResetScenario { scenario } => within_limits(plan, *scenario, |plan| {
            drop_overrides(plan, *scenario);
            Ok(())
        }),
        Change::SetOdds { question, odds } => set_odds(plan, *question, odds.as_deref()),
        _ => Ok(()),
    }
}

fn found(plan: &Plan, id: Id) -> Result<&Arc<Scenario>, Refusal> {
    plan.scenarios.get(&id).ok_or_else(|| Refusal::UnknownScenario(id.to_string()))
}

fn add_scenario(plan: &mut Plan, scenario: &Scenario) -> Result<(), Refusal> {
    ok_or(plan.scenarios.len() < MOST_SCENARIOS, || Refusal::TooManyRows { most: MOST_SCENARIOS })?;
    ok_or(plan.scenarios.get(&scenario.id).is_none(), || Refusal::IdTaken(scenario.id.to_string()))?;
    plan.check_scenario(scenario)?;
    plan.scenarios.put(Arc::new(scenario.clone()));
    Ok(())
}

fn drop_overrides(plan: &mut Plan, scenario: Id) {
    let own: BTreeSet<OverrideKey> = plan.overrides_of(scenario).iter().map(|row| row.at.clone()).collect();
    if !own.is_empty() {
        plan.overrides = plan.overrides.without(|row| own.contains(&row.at));
    }
}

/// The base becomes what the scenario stands for; the scenario follows it and overrides nothing.
fn promote(plan: &mut Plan, scenario: Id) -> Result<(), Refusal> {
    let row = Scenario { parent: ScenarioId::Base, ..Scenario::clone(found(plan, scenario)?) };
    let resolved = plan.resolve(ScenarioId::Of(scenario))?;
    ok_or(resolved.unapplied.is_empty(), || Refusal::Unapplied { count: resolved.unapplied.len() })?;
    *plan = resolved.plan;
    drop_overrides(plan, scenario);
    plan.scenarios.put(Arc::new(row));
    // The parent may have moved on in a way that no override shows. A base plan that contradicts itself is no plan.
    match plan.flaws().into_iter().next() {
        Some(Flaw::Allocation { refusal, .. } | Flaw::Row { refusal, .. } | Flaw::Package(refusal)) => Err(refusal),
        None => Ok(()),
    }
}

/// Makes a change of overrides where it moves no limit that refuses further out of its bounds.
fn within_limits(
    plan: &mut Plan,
    scenario: Id,
    change: impl FnOnce(&mut Plan) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    found(plan, scenario)?;
    let before = plan.resolve(ScenarioId::Of(scenario))?;
    change(plan)?;
    let after = plan.resolve(ScenarioId::Of(scenario))?;
    keep_limits(&before.plan, &after.plan)
}

fn set_override(plan: &mut Plan, is: &Override) -> Result<(), Refusal> {
    let OverrideKey { scenario, table, row, field } = &is.at;
    plan.check_override(is)?;
    let before = plan.resolve(ScenarioId::Of(*scenario))?.plan;
    if *table == TableName::Allocations {
        let free = field.is_some_and(|field| matches!(field.as_str(), "note" | "sources" | "locked"));
        let standing = before.allocations.iter().find(|own| own.id.told() == **row);
        if let Some(locked) = standing.filter(|own| own.locked && !free) {
            return Err(Refusal::Locked(locked.code.clone()));
        }
    }
    if let What::Add(AddedRow::Allocation(added)) = &is.what {
        let taken = before.allocations.iter().any(|own| own.code == added.code && own.id != added.id);
        ok_or(!taken, || Refusal::CodeTaken(added.code.clone()))?;
    }
    plan.overrides.put(Arc::new(is.clone()));
    implied_capital(plan, is);
    let after = plan.resolve(ScenarioId::Of(*scenario))?;
    match after.unapplied.into_iter().find(|told| told.at == is.at).map(|told| told.why) {
        None => Ok(()),
        Some(crate::Why::Refused(refusal)) => Err(refusal),
        Some(crate::Why::RowGone) => Err(unknown(*table, row)),
    }
}

/// Whose money it is follows from the instrument, as it does in any other edit.
fn implied_capital(plan: &mut Plan, is: &Override) {
    let OverrideKey { table: TableName::Allocations, field: Some(field), .. } = &is.at else { return };
    let What::Set(value) = &is.what else { return };
    let Some(instrument) = Instrument::from_key(value).filter(|_| field.as_str() == "instrument") else { return };
    let at = OverrideKey { field: FieldName::of(TableName::Allocations, "capital"), ..is.at.clone() };
    let what = What::Set(instrument.capital().key().to_owned());
    plan.overrides.put(Arc::new(Override { at, what, ..is.clone() }));
}

/// Refuses names that do not stand on one line, or on none: people choose scenarios by them.
fn check_line(name: &str) -> Result<(), Refusal> {
    let unseen = |sign: char| {
        sign.is_whitespace() || matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    };
    ok_or(!name.contains('\n'), || Refusal::Unprintable { field: "name" })?;
    ok_or(!name.chars().all(unseen), || Refusal::EmptyName)
}

fn set_odds(plan: &mut Plan, question: Question, odds: Option<&Odds>) -> Result<(), Refusal> {
    match odds {
        Some(odds) if odds.question == question => {
            plan.check_odds(odds)?;
            plan.odds.put(Arc::new(odds.clone()));
            Ok(())
        }
        Some(_) => Err(unknown(TableName::Odds, &question.key())),
        None => plan.odds.remove(&question).map(|_| ()).ok_or_else(|| unknown(TableName::Odds, &question.key())),
    }
}

impl Plan {
    /// Whether a scenario keeps every rule, given the others.
    ///
    /// # Errors
    /// The first rule it breaks.
    pub fn check_scenario(&self, scenario: &Scenario) -> Result<(), Refusal> {
        check_name(&scenario.name)?;
        [&scenario.name.en, &scenario.name.uk].into_iter().try_for_each(|name| check_line(name))?;
        check_text("note", &scenario.note, LONGEST_NOTE)?;
        for text in [&scenario.trigger.en, &scenario.trigger.uk] {
            check_text("trigger", text, LONGEST_NOTE)?;
        }
        self.check_sources(&scenario.sources)?;
        let folded = |row: &Scenario| [row.name.en.trim().to_lowercase(), row.name.uk.trim().to_lowercase()];
        let names = folded(scenario);
        let others = || self.scenarios.iter().filter(|row| row.id != scenario.id);
        let taken = names.iter().any(|name| name == ScenarioId::BASE || name.parse::<Id>().is_ok())
            || others().any(|row| folded(row).iter().any(|name| names.contains(name)));
        ok_or(!taken, || Refusal::ScenarioNameTaken(scenario.name.en.clone()))?;
        if let Some(outcome) = scenario.outcome
            && let Some(by) = others().find(|row| row.outcome == Some(outcome))
        {
            return Err(Refusal::OutcomeTaken { outcome: outcome.key(), by: by.name.en.clone() });
        }
        self.check_parents(scenario)
    }

    fn check_parents(&self, scenario: &Scenario) -> Result<(), Refusal> {
        let mut chain = vec![scenario.name.en.clone()];
        let mut next = scenario.parent;
        while let ScenarioId::Of(id) = next {
            if id == scenario.id {
                chain.push(scenario.name.en.clone());
                return Err(Refusal::ScenariosInCircle { chain });
            }
            let found = self.scenarios.get(&id).ok_or_else(|| Refusal::UnknownScenario(id.to_string()))?;
            chain.push(found.name.en.clone());
            ok_or(chain.len() <= DEEPEST, || Refusal::ScenariosTooDeep { most: DEEPEST })?;
            next = found.parent;
        }
        // Those that follow it come along.
        let deep = chain.len() + self.followers_deep(scenario.id, DEEPEST);
        ok_or(deep <= DEEPEST, || Refusal::ScenariosTooDeep { most: DEEPEST })
    }

    /// How many scenarios follow one another below this one, at the longest; not counted beyond `most`.
    fn followers_deep(&self, scenario: Id, most: usize) -> usize {
        let below = self.scenarios.iter().filter(|row| most > 0 && row.parent == ScenarioId::Of(scenario));
        below.map(|row| 1 + self.followers_deep(row.id, most - 1)).max().unwrap_or(0)
    }

    /// Whether an override keeps every rule that does not depend on what it lies over.
    ///
    /// # Errors
    /// The first rule it breaks.
    pub fn check_override(&self, is: &Override) -> Result<(), Refusal> {
        let Override { at, what, reason, sources } = is;
        ok_or(self.scenarios.get(&at.scenario).is_some(), || Refusal::UnknownScenario(at.scenario.to_string()))?;
        check_overridable(at.table, at.field)?;
        check_text("reason", reason, LONGEST_NOTE)?;
        self.check_sources(sources)?;
        let fits = match (what, at.field) {
            (What::Set(text), Some(_)) => {
                check_text("value", text, LONGEST_NOTE)?;
                true
            }
            (What::Add(row), None) => row.table() == at.table && row.row() == *at.row,
            (What::Remove, None) => true,
            _ => false,
        };
        ok_or(fits, || Refusal::NotOverridable { what: at.to_string() })
    }

    /// Whether an answer to a question of the outcomes is one.
    ///
    /// # Errors
    /// The first rule it breaks.
    pub fn check_odds(&self, odds: &Odds) -> Result<(), Refusal> {
        check_share(odds.question.key(), odds.share)?;
        check_text("author", &odds.author, LONGEST_NAME)?;
        check_text("note", &odds.note, LONGEST_NOTE)
    }

    pub(crate) fn scenario_flaws(&self, flaws: &mut Vec<Flaw>) {
        let mut push = |table, key: String, result: Result<(), Refusal>| {
            if let Err(refusal) = result {
                flaws.push(Flaw::Row { table, key, refusal });
            }
        };
        // A circle that leads to a scenario without going through it is found at the scenarios it goes through.
        for scenario in self.scenarios.iter() {
            push(TableName::Scenarios, scenario.id.to_string(), self.check_scenario(scenario));
        }
        for is in self.overrides.iter() {
            push(TableName::Overrides, is.at.to_string(), self.check_override(is));
        }
        for odds in self.odds.iter() {
            push(TableName::Odds, odds.question.key().to_owned(), self.check_odds(odds));
        }
    }
}

impl<T: crate::Row> Table<T> {
    /// The table without the rows of which this holds.
    pub(crate) fn without(&self, gone: impl Fn(&T) -> bool) -> Self {
        Self::from_shared(self.iter().filter(|row| !gone(row)).cloned().collect())
    }
}
