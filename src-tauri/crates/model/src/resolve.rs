//! From a scenario to the plan it stands for: the first step of every computation.

use std::sync::Arc;

use crate::field::KeyText;
use crate::overlay::Overlaid;
use crate::table::Row;
use crate::{
    AddedRow, Allocation, Cap, Cluster, Event, Fields, Id, Limit, Override, OverrideKey, Package, Plan, Programme,
    Refusal, Scenario, ScenarioId, Step, TableName, What, recode,
};

/// The most scenarios that may follow one another, the base not counted.
pub(crate) const DEEPEST: usize = 32;

/// The plan that a scenario stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// The plan: base rows with the overrides of the scenario and of those it follows. It has the tables of scenarios,
    /// overrides and odds as they are.
    pub plan: Plan,
    /// The overrides that could not be applied to what the parent has become.
    pub unapplied: Vec<Unapplied>,
}

/// An override that could not be applied. The row follows its parent there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unapplied {
    /// Which one.
    pub at: OverrideKey,
    /// Why.
    pub why: Why,
}

/// Why an override could not be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The row is not there any more.
    RowGone,
    /// The row would break this rule.
    Refused(Refusal),
}

impl Plan {
    /// The plan that a scenario stands for. A scenario that overrides nothing stands for what its parent stands for.
    ///
    /// # Errors
    /// [`Refusal::UnknownScenario`], and [`Refusal::ScenariosInCircle`] for a file that contradicts itself.
    pub fn resolve(&self, scenario: ScenarioId) -> Result<Resolved, Refusal> {
        let mut resolved = Resolved { plan: self.clone(), unapplied: Vec::new() };
        let mut adds = false;
        for id in self.parents(scenario)? {
            let overrides = self.overrides_of(id);
            lay_over(&mut resolved.plan, overrides, &mut resolved.unapplied);
            adds |= overrides.iter().any(|one| matches!(one.what, What::Add(_)));
        }
        if adds {
            // The parent may have given the code away since. What is promoted or split off must be a plan.
            recode::recode(&mut resolved.plan, self);
        }
        Ok(resolved)
    }

    /// The scenarios that a scenario follows, the first one above the base first, itself last. Of the base: none.
    ///
    /// # Errors
    /// As [`Self::resolve`].
    pub fn parents(&self, scenario: ScenarioId) -> Result<Vec<Id>, Refusal> {
        let mut chain = Vec::new();
        let mut next = scenario;
        while let ScenarioId::Of(id) = next {
            let found = self.scenarios.get(&id).ok_or_else(|| Refusal::UnknownScenario(id.to_string()))?;
            if chain.contains(&id) {
                let names = chain.iter().chain([&id]).filter_map(|id| self.scenarios.get(id));
                return Err(Refusal::ScenariosInCircle { chain: names.map(|row| row.name.en.clone()).collect() });
            }
            chain.push(id);
            next = found.parent;
        }
        chain.reverse();
        Ok(chain)
    }

    /// What a scenario overrides itself, in the order of tables, rows and fields.
    #[must_use]
    pub fn overrides_of(&self, scenario: Id) -> &[Arc<Override>] {
        let rows = self.overrides.as_slice();
        let from = rows.partition_point(|row| row.at.scenario < scenario);
        let until = rows.partition_point(|row| row.at.scenario <= scenario);
        &rows[from..until]
    }

    /// The scenario that people call `name`: `base`, its id, or its name in either language, whatever the case.
    ///
    /// # Errors
    /// [`Refusal::UnknownScenario`] where there is none.
    pub fn scenario_named(&self, name: &str) -> Result<ScenarioId, Refusal> {
        let wanted = name.trim().to_lowercase();
        if wanted == ScenarioId::BASE {
            return Ok(ScenarioId::Base);
        }
        let by_id = name.parse::<Id>().ok().filter(|id| self.scenarios.get(id).is_some());
        let called =
            |row: &&Arc<Scenario>| [&row.name.en, &row.name.uk].iter().any(|name| name.to_lowercase() == wanted);
        let by_name = || self.scenarios.iter().find(called).map(|row| row.id);
        by_id.or_else(by_name).map(ScenarioId::Of).ok_or_else(|| Refusal::UnknownScenario(name.to_owned()))
    }

    /// The scenarios as a tree: each with its depth, after its parent, siblings in the order of their places.
    #[must_use]
    pub fn scenario_order(&self) -> Vec<(usize, &Arc<Scenario>)> {
        let mut order = Vec::with_capacity(self.scenarios.len());
        self.add_children(ScenarioId::Base, 0, &mut order);
        order
    }

    fn add_children<'a>(&'a self, parent: ScenarioId, depth: usize, order: &mut Vec<(usize, &'a Arc<Scenario>)>) {
        let mut children: Vec<_> = self.scenarios.iter().filter(|row| row.parent == parent).collect();
        children
            .sort_by(|left, right| (left.place, &left.name.en, left.id).cmp(&(right.place, &right.name.en, right.id)));
        // A circle, which only a file can hold, is never reached from the base.
        for child in children {
            order.push((depth, child));
            self.add_children(ScenarioId::Of(child.id), depth + 1, order);
        }
    }
}

/// Lays overrides of one scenario over a plan, table by table. What cannot be applied is told and left out.
fn lay_over(plan: &mut Plan, overrides: &[Arc<Override>], unapplied: &mut Vec<Unapplied>) {
    for group in overrides.chunk_by(|left, right| left.at.table == right.at.table) {
        match group[0].at.table {
            TableName::Package => lay_over_package(plan, group, unapplied),
            TableName::Programmes => lay_over_table::<Programme>(plan, group, unapplied),
            TableName::Clusters => lay_over_table::<Cluster>(plan, group, unapplied),
            TableName::Steps => lay_over_table::<Step>(plan, group, unapplied),
            TableName::Allocations => lay_over_table::<Allocation>(plan, group, unapplied),
            TableName::Limits => lay_over_table::<Limit>(plan, group, unapplied),
            TableName::Events => lay_over_table::<Event>(plan, group, unapplied),
            TableName::Caps => lay_over_table::<Cap>(plan, group, unapplied),
            table => {
                let why = Why::Refused(Refusal::NotOverridable { what: table.key().to_owned() });
                unapplied.extend(group.iter().map(|row| Unapplied { at: row.at.clone(), why: why.clone() }));
            }
        }
    }
}

fn lay_over_package(plan: &mut Plan, group: &[Arc<Override>], unapplied: &mut Vec<Unapplied>) {
    for one in group {
        let mut package = Package::clone(&plan.package);
        let done = put(&mut package, one).and_then(|()| plan.check_package(&package));
        match done {
            Ok(()) => plan.package = Arc::new(package),
            Err(refusal) => unapplied.push(Unapplied { at: one.at.clone(), why: Why::Refused(refusal) }),
        }
    }
}

/// What became of one row under its overrides.
struct Laid<'a, T: Row> {
    key: T::Key,
    before: Option<Arc<T>>,
    overrides: &'a [Arc<Override>],
}

fn lay_over_table<T: Overlaid>(plan: &mut Plan, group: &[Arc<Override>], unapplied: &mut Vec<Unapplied>)
where
    T::Key: KeyText,
{
    let mut laid = Vec::new();
    for overrides in group.chunk_by(|left, right| left.at.row == right.at.row) {
        let Some(key) = T::Key::of(&overrides[0].at.row) else {
            unapplied.extend(overrides.iter().map(|row| Unapplied { at: row.at.clone(), why: Why::RowGone }));
            continue;
        };
        let before = T::table(plan).get(&key).cloned();
        let mut refused = Vec::new();
        let after = laid_row(before.as_ref(), overrides, &mut refused);
        unapplied.append(&mut refused);
        place(plan, &key, after);
        laid.push(Laid::<T> { key, before, overrides });
    }
    // Rows of one table may lean on each other, so they are checked when all of them are there. One that must be taken
    // back may be what another leans on: until nothing changes any more.
    let mut settled = false;
    while !settled {
        settled = true;
        laid.retain(|row| {
            let Some(why) = wrong_with(plan, row) else { return true };
            settled = false;
            take_back(plan, row, &why, unapplied);
            false
        });
    }
}

/// The row under all its overrides.
fn laid_row<T: Overlaid>(
    before: Option<&Arc<T>>,
    overrides: &[Arc<Override>],
    refused: &mut Vec<Unapplied>,
) -> Option<Arc<T>> {
    let mut row = before.cloned();
    for one in overrides {
        let why = match &one.what {
            What::Add(added) => match T::added(added) {
                Some(added) => {
                    row = Some(Arc::clone(added));
                    None
                }
                None => Some(Why::Refused(Refusal::NotOverridable { what: one.at.table.key().to_owned() })),
            },
            What::Remove if !T::REMOVABLE => {
                Some(Why::Refused(Refusal::NotOverridable { what: one.at.table.key().to_owned() }))
            }
            What::Remove => row.take().map_or(Some(Why::RowGone), |_| None),
            What::Set(_) => match &mut row {
                Some(row) => put(Arc::make_mut(row), one).err().map(Why::Refused),
                None => Some(Why::RowGone),
            },
        };
        refused.extend(why.map(|why| Unapplied { at: one.at.clone(), why }));
    }
    row
}

/// Puts the field of one override.
fn put<T: Fields>(row: &mut T, one: &Override) -> Result<(), Refusal> {
    match (&one.what, one.at.field) {
        (What::Set(text), Some(field)) => Ok(row.put(field, text)?),
        _ => Err(Refusal::NotOverridable { what: one.at.to_string() }),
    }
}

fn place<T: Overlaid>(plan: &mut Plan, key: &T::Key, row: Option<Arc<T>>) {
    match row {
        Some(row) => T::table_mut(plan).put(row),
        None => drop(T::table_mut(plan).remove(key)),
    }
}

/// Which rule a row breaks as it was laid.
fn wrong_with<T: Overlaid>(plan: &Plan, laid: &Laid<'_, T>) -> Option<Refusal> {
    match T::table(plan).get(&laid.key) {
        Some(row) => T::check(plan, row).err(),
        None => laid.before.as_ref().and_then(|before| T::check_gone(plan, before).err()),
    }
}

/// Puts a row back as it was and lays those overrides over it again that it can bear one by one.
fn take_back<T: Overlaid>(plan: &mut Plan, laid: &Laid<'_, T>, why: &Refusal, unapplied: &mut Vec<Unapplied>) {
    let unless_told = |unapplied: &mut Vec<Unapplied>, at: &OverrideKey, why: Refusal| {
        if unapplied.iter().all(|told| told.at != *at) {
            unapplied.push(Unapplied { at: at.clone(), why: Why::Refused(why) });
        }
    };
    place(plan, &laid.key, laid.before.clone());
    if laid.overrides.iter().any(|one| !matches!(one.what, What::Set(_))) {
        for one in laid.overrides {
            unless_told(unapplied, &one.at, why.clone());
        }
        return;
    }
    for one in laid.overrides {
        let Some(before) = T::table(plan).get(&laid.key).cloned() else { return };
        let mut row = T::clone(&before);
        if put(&mut row, one).is_err() {
            continue;
        }
        place(plan, &laid.key, Some(Arc::new(row)));
        if let Some(why) = wrong_with(plan, laid) {
            place(plan, &laid.key, Some(before));
            unless_told(unapplied, &one.at, why);
        }
    }
}

impl AddedRow {
    /// The key of the row as text, as overrides name it.
    #[must_use]
    pub fn row(&self) -> String {
        self.id().to_string()
    }
}
