//! The tree of scenarios, and what each says differently from its parent.

use std::collections::{BTreeMap, BTreeSet};

use engine::Schedule;
use model::{
    AddedRow, Id, Key, Override, OverrideKey, Plan, Scenario, ScenarioId, TableName, Total, Unapplied, What, Why,
};

use crate::handlers::telling::{self, Tongue};
use crate::handlers::{View, field_names, named, plan, steps};
use crate::wire::{Names, OverrideKind, OverrideLine, ScenarioLine};
use crate::{Problem, Words, place};

/// The base plan and every scenario, as a tree. `paid` tells what is paid in one of them, where that is wanted.
///
/// # Errors
/// What `paid` says, and where scenarios follow each other in a circle, which opening a file rules out.
pub(crate) fn lines(
    view: &View,
    paid: impl Fn(ScenarioId) -> Result<Option<Total>, Problem>,
) -> Result<Vec<ScenarioLine>, Problem> {
    let whole = view.whole;
    let mut told = Vec::with_capacity(whole.scenarios.len());
    let mut unapplied = BTreeSet::new();
    for (depth, scenario) in whole.scenario_order() {
        let resolved = whole.resolve(ScenarioId::Of(scenario.id))?;
        unapplied.extend(resolved.unapplied.into_iter().map(|one| one.at));
        let mut line = line(view.words, whole, (depth + 1, scenario), &resolved.plan);
        line.paid = paid(ScenarioId::Of(scenario.id))?.map(Into::into);
        told.push((scenario.id, line));
    }
    let mut lines = vec![base(view, paid(ScenarioId::Base)?)];
    lines.extend(told.into_iter().map(|(id, line)| {
        let own = unapplied.iter().filter(|at: &&OverrideKey| at.scenario == id).count();
        ScenarioLine { concerns: count(own), ..line }
    }));
    Ok(lines)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn allocated(plan: &Plan) -> Total {
    plan.allocations.iter().map(|row| row.amount).sum()
}

/// What is paid within the package.
pub(crate) fn paid(plan: &Plan, schedule: &Schedule) -> Total {
    engine::overview(plan, schedule).paid
}

fn base(view: &View, paid: Option<Total>) -> ScenarioLine {
    let name = |language| Words { language, ..view.words }.plain("scenario-base");
    ScenarioLine {
        id: ScenarioId::BASE.to_owned(),
        name: Names { en: name(crate::Language::English), uk: name(crate::Language::Ukrainian) },
        label: view.words.plain("scenario-base"),
        parent: None,
        depth: 0,
        place: 0,
        outcome: None,
        outcome_label: None,
        trigger: String::new(),
        grade: String::new(),
        grade_label: String::new(),
        sources: Vec::new(),
        note: String::new(),
        overrides: 0,
        own_rows: 0,
        removed_rows: 0,
        concerns: 0,
        reading: view.whole.package.reading.to_string(),
        allocated: allocated(view.whole).into(),
        paid: paid.map(Into::into),
        booster: false,
    }
}

fn line(words: Words, whole: &Plan, (depth, scenario): (usize, &Scenario), resolved: &Plan) -> ScenarioLine {
    let own = whole.overrides_of(scenario.id);
    let of = |kind: fn(&What) -> bool| count(own.iter().filter(|one| kind(&one.what)).count());
    let bears_on_booster =
        |one: &Override| matches!(one.at.table, TableName::Steps | TableName::Clusters | TableName::Events);
    let Scenario { id, name, parent, place, outcome, trigger, grade, sources, note } = scenario;
    ScenarioLine {
        id: id.to_string(),
        name: steps::names(name),
        label: words.name(name).to_owned(),
        parent: Some(parent.to_string()),
        depth: count(depth),
        place: *place,
        outcome: outcome.map(|outcome| outcome.key().to_owned()),
        outcome_label: outcome.map(|outcome| words.label("outcome", outcome.key())),
        trigger: words.name(trigger).to_owned(),
        grade: grade.key().to_owned(),
        grade_label: words.label("grade", grade.key()),
        sources: sources.iter().map(ToString::to_string).collect(),
        note: note.clone(),
        overrides: of(|what| matches!(what, What::Set(_))),
        own_rows: of(|what| matches!(what, What::Add(_))),
        removed_rows: of(|what| matches!(what, What::Remove)),
        concerns: 0,
        reading: resolved.package.reading.to_string(),
        allocated: allocated(resolved).into(),
        paid: None,
        booster: !own.is_empty() && own.iter().all(|one| bears_on_booster(one)),
    }
}

/// The plans that the overrides of one scenario are told with.
struct Around<'a> {
    words: Words,
    whole: &'a Plan,
    /// The scenario's parent.
    above: Plan,
    /// The scenario itself.
    resolved: Plan,
    unapplied: Vec<Unapplied>,
}

impl<'a> Around<'a> {
    fn of(view: &View<'a>, scenario: Id) -> Result<Self, Problem> {
        let whole = view.whole;
        let parent = whole.scenarios.get(&scenario).map_or(ScenarioId::Base, |row| row.parent);
        let resolved = whole.resolve(ScenarioId::Of(scenario))?;
        let above = whole.resolve(parent)?.plan;
        Ok(Self { words: view.words, whole, above, resolved: resolved.plan, unapplied: resolved.unapplied })
    }

    fn line(&self, one: &Override) -> OverrideLine {
        let Override { at, what, reason, sources } = one;
        let OverrideKey { scenario, table, row, field } = at;
        let (above, here) = (self.tongue(&self.above), self.tongue(&self.resolved));
        let called = self.resolved.called(*table, row).or_else(|| self.above.called(*table, row));
        let called = called.or_else(|| added_code(what)).or_else(|| named::overridden_called(self.whole, at));
        let called = called.unwrap_or_else(|| self.words.plain("override-of-gone"));
        let named = if self.resolved.has_row(*table, row) { here } else { above };
        let told = field.map(|field| self.above.field(*table, row, field));
        let parent_value = told.unwrap_or_else(|| self.above.called(*table, row));
        let parent_label = match (field, &parent_value) {
            (Some(field), Some(value)) => above.value(*table, row, *field, value),
            (None, Some(called)) => above.row_text(*table, row, called),
            (_, None) => String::new(),
        };
        let (what, value, value_label) = match (what, field) {
            (What::Set(value), Some(field)) => {
                (OverrideKind::Set, value.clone(), here.value(*table, row, *field, value))
            }
            (What::Set(value), None) => (OverrideKind::Set, value.clone(), value.clone()),
            (What::Add(_), _) => (OverrideKind::Add, called.clone(), here.row_text(*table, row, &called)),
            (What::Remove, _) => (OverrideKind::Remove, String::new(), self.words.plain("named-taken-out")),
        };
        let why = self.unapplied.iter().find(|told| told.at == *at).map(|told| self.why(&told.why));
        OverrideLine {
            key: at.to_string(),
            scenario: scenario.to_string(),
            scenario_label: place::scenario_label(self.whole, ScenarioId::Of(*scenario), self.words),
            at: self.at(at),
            table: table.key().to_owned(),
            table_label: telling::table_label(self.words, *table),
            row: row.to_string(),
            label: named.row_label(*table, row),
            called: named.called(*table, row, &called),
            field: field.map(|field| field.to_string()),
            field_label: telling::field_label(self.words, *table, *field),
            what,
            value,
            value_label,
            parent_value,
            parent_label,
            reason: reason.clone(),
            sources: self.sources(sources),
            applied: why.is_none(),
            why_not: why,
        }
    }

    /// What edits name it by.
    fn at(&self, at: &OverrideKey) -> String {
        let told = field_names::write(&self.resolved, at);
        if told.contains('/') { field_names::write(&self.above, at) } else { told }
    }

    fn sources(&self, keys: &[Key]) -> Vec<crate::wire::Source> {
        keys.iter().filter_map(|key| self.whole.sources.get(key)).map(|source| plan::source(source)).collect()
    }

    fn tongue<'b>(&self, plan: &'b Plan) -> Tongue<'b> {
        Tongue { plan, words: self.words }
    }

    fn why(&self, why: &Why) -> String {
        match why {
            Why::RowGone => self.words.plain("override-row-gone"),
            Why::Refused(refusal) => Problem::from(refusal.clone()).worded(self.words).message,
        }
    }
}

fn added_code(what: &What) -> Option<String> {
    match what {
        What::Add(row) => Some(added_name(row)),
        What::Set(_) | What::Remove => None,
    }
}

/// What people call a row that a scenario adds.
pub(super) fn added_name(row: &AddedRow) -> String {
    match row {
        AddedRow::Allocation(row) => row.code.to_string(),
        AddedRow::Step(row) => row.code.to_string(),
        AddedRow::Event(row) => row.code.to_string(),
        AddedRow::Cap(row) => row.name.en.clone(),
        AddedRow::Limit(row) => row.name.en.clone(),
    }
}

/// What a scenario says differently from its parent.
///
/// # Errors
/// Where scenarios follow each other in a circle, which opening a file rules out.
pub(crate) fn overrides(view: &View, scenario: ScenarioId) -> Result<Vec<OverrideLine>, Problem> {
    let Some(id) = scenario.id() else { return Ok(Vec::new()) };
    let around = Around::of(view, id)?;
    Ok(view.whole.overrides_of(id).iter().map(|one| around.line(one)).collect())
}

/// What the scenario that is looked at says differently of one row.
///
/// # Errors
/// As [`overrides`].
pub(crate) fn of_row(view: &View, table: TableName, row: Id) -> Result<Vec<OverrideLine>, Problem> {
    let Some(id) = view.scenario.id() else { return Ok(Vec::new()) };
    let row = row.to_string();
    let own: Vec<_> =
        view.whole.overrides_of(id).iter().filter(|one| one.at.table == table && *one.at.row == *row).collect();
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let around = Around::of(view, id)?;
    Ok(own.into_iter().map(|one| around.line(one)).collect())
}

/// The marks of the allocations that the scenario touches: the fields it overrides, and whether it has added the row.
#[derive(Debug, Default)]
pub(crate) struct Marks(BTreeMap<Id, (Vec<String>, bool)>);

impl Marks {
    /// Those of the scenario that is looked at.
    pub(crate) fn of(view: &View) -> Self {
        let mut marks: BTreeMap<Id, (Vec<String>, bool)> = BTreeMap::new();
        let own = view.scenario.id().map_or(&[][..], |id| view.whole.overrides_of(id));
        for one in own.iter().filter(|one| one.at.table == TableName::Allocations) {
            let Ok(row) = one.at.row.parse::<Id>() else { continue };
            let (fields, added) = marks.entry(row).or_default();
            match one.at.field {
                Some(field) => fields.push(field.to_string()),
                None => *added = true,
            }
        }
        Self(marks)
    }

    /// Those of one row.
    pub(crate) fn row(&self, row: Id) -> (Vec<String>, bool) {
        self.0.get(&row).cloned().unwrap_or_default()
    }
}
