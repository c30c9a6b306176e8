//! Making the next plan from the last.

use std::collections::HashSet;
use std::sync::Arc;

use crate::condition_edits::{change_conditions, check_dimensions};
use crate::overlay::write_overlay;
use crate::plan::{LONGEST_NAME, LONGEST_NOTE, MOST_ALLOCATIONS, check_amount, check_span, check_text};
use crate::scenario_edits::change_scenarios;
use crate::{
    Allocation, Change, Cited, Code, Edit, Id, Limit, Money, PaidQuarter, Plan, Refusal, ScenarioId, TableName, Total,
};

impl Plan {
    /// The plan after one edit.
    ///
    /// # Errors
    /// [`Refusal`] where the edit names what is not there or would break a rule; this plan is unchanged either way.
    pub fn apply(&self, edit: &Edit) -> Result<Self, Refusal> {
        apply_all(self, std::slice::from_ref(edit)).map_err(|(_, refusal)| refusal)
    }
}

/// The plan after several edits, all or none. An edit in a scenario changes the plan that the scenario stands for, and
/// becomes its overrides.
///
/// # Errors
/// The place of the first edit that is refused, and why.
pub fn apply_all(plan: &Plan, edits: &[Edit]) -> Result<Plan, (usize, Refusal)> {
    let mut next = plan.clone();
    let mut at = 0;
    for group in edits.chunk_by(|left, right| left.scenario == right.scenario) {
        next = match group[0].scenario {
            ScenarioId::Base => apply_to_base(&next, group),
            ScenarioId::Of(scenario) => apply_to_scenario(next, scenario, group),
        }
        .map_err(|(place, refusal)| (at + place, refusal))?;
        at += group.len();
    }
    // Limits bind what the edits lead to together: of two that balance each other neither alone has passed one.
    if edits.iter().any(|edit| edit.scenario.is_base() && !sets_limits(edit)) {
        keep_limits(plan, &next).map_err(|refusal| (edits.len().saturating_sub(1), refusal))?;
    }
    Ok(next)
}

/// A plan on which changes are tried one after the other, as a list of edits is read. Many in a row cost no copies. Limits
/// are not asked: they bind what the whole list leads to.
pub struct Attempt {
    plan: Plan,
    codes: Codes,
}

impl Attempt {
    /// Begins with `plan`.
    #[must_use]
    pub fn on(plan: Plan) -> Self {
        Self { plan, codes: Codes::default() }
    }

    /// The plan that the changes have led to.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Makes a change.
    ///
    /// # Errors
    /// [`Refusal`] as [`Plan::apply`]; the plan is as it was then.
    pub fn make(&mut self, change: &Change) -> Result<(), Refusal> {
        apply_change(&mut self.plan, change, &mut self.codes)
    }
}

fn apply_to_base(plan: &Plan, edits: &[Edit]) -> Result<Plan, (usize, Refusal)> {
    let mut next = plan.clone();
    let mut codes = Codes::default();
    for (at, edit) in edits.iter().enumerate() {
        apply_change(&mut next, &edit.change, &mut codes).map_err(|refusal| (at, refusal))?;
    }
    Ok(next)
}

fn apply_to_scenario(mut plan: Plan, scenario: Id, edits: &[Edit]) -> Result<Plan, (usize, Refusal)> {
    let (parent, before) = stands_for(&plan, scenario).map_err(|refusal| (0, refusal))?;
    let mut after = before.clone();
    let mut codes = Codes::default();
    for (at, edit) in edits.iter().enumerate() {
        let made = if is_of_the_whole(&edit.change) {
            Err(Refusal::BaseOnly { change: edit.change.name() })
        } else {
            apply_change(&mut after, &edit.change, &mut codes)
        };
        made.map_err(|refusal| (at, refusal))?;
    }
    if !edits.iter().all(sets_limits) {
        keep_limits(&before, &after).map_err(|refusal| (edits.len().saturating_sub(1), refusal))?;
    }
    write_overlay(&mut plan, scenario, &parent, &before, &after);
    Ok(plan)
}

/// What the parent of a scenario stands for, and what the scenario itself does.
fn stands_for(plan: &Plan, scenario: Id) -> Result<(Plan, Plan), Refusal> {
    let found = plan.scenarios.get(&scenario).ok_or_else(|| Refusal::UnknownScenario(scenario.to_string()))?;
    Ok((plan.resolve(found.parent)?.plan, plan.resolve(ScenarioId::Of(scenario))?.plan))
}

/// Whether an act concerns the plan with all its scenarios.
const fn is_of_the_whole(change: &Change) -> bool {
    matches!(
        change,
        Change::RenamePlan { .. }
            | Change::AddScenario { .. }
            | Change::SetScenario { .. }
            | Change::RemoveScenario { .. }
            | Change::DuplicateScenario { .. }
            | Change::PromoteScenario { .. }
            | Change::SetOverride { .. }
            | Change::ResetOverride { .. }
            | Change::ResetScenario { .. }
            | Change::SetOdds { .. }
    )
}

/// Setting a limit that is missed already is no contradiction.
const fn sets_limits(edit: &Edit) -> bool {
    matches!(edit.change, Change::SetLimit { .. } | Change::RemoveLimit { .. })
}

/// The codes that are taken, gathered when the first row is added.
#[derive(Default)]
struct Codes(Option<HashSet<Code>>);

impl Codes {
    fn of(&mut self, plan: &Plan) -> &mut HashSet<Code> {
        let taken = || plan.allocations.iter().map(|row| &row.code).chain(plan.codes_of_scenarios()).cloned().collect();
        self.0.get_or_insert_with(taken)
    }
}

fn apply_change(plan: &mut Plan, change: &Change, codes: &mut Codes) -> Result<(), Refusal> {
    match change {
        Change::RenamePlan { .. } | Change::SetPackageTotal { .. } | Change::SetReading { .. } => {
            change_package(plan, change)
        }
        Change::AddAllocation { row } => add_allocation(plan, row, codes),
        Change::RemoveAllocation { allocation } => {
            let row = unlocked(plan, *allocation)?;
            plan.allocations.remove(allocation);
            if let Some(taken) = &mut codes.0 {
                taken.remove(&row.code);
            }
            Ok(())
        }
        Change::SetLimit { limit } => set_limit(plan, limit),
        Change::RemoveLimit { limit } => {
            let unknown = || Refusal::Unknown { table: TableName::Limits, wanted: limit.to_string() };
            plan.limits.remove(limit).map(|_| ()).ok_or_else(unknown)
        }
        Change::SetNote { allocation, note } => {
            check_text("note", note, LONGEST_NOTE)?;
            let row = found(plan, *allocation)?;
            put(plan, Allocation { note: note.clone(), ..row })
        }
        Change::SetCited { allocation, field, sources } => {
            let mut row = found(plan, *allocation)?;
            row.cited.retain(|cited| cited.field != *field);
            if !Allocation::is_citable(*field) {
                return Err(Refusal::NotCitable { field: field.as_str() });
            }
            if !sources.is_empty() {
                row.cited.push(Cited { field: *field, sources: sources.clone() });
                row.cited.sort_by_key(|cited| cited.field);
            }
            put(plan, row)
        }
        Change::SetSources { allocation, sources } => {
            let row = found(plan, *allocation)?;
            put(plan, Allocation { sources: sources.clone(), ..row })
        }
        Change::SetLocked { allocation, locked } => {
            let row = found(plan, *allocation)?;
            put(plan, Allocation { locked: *locked, ..row })
        }
        Change::SetStep { .. }
        | Change::SlipStep { .. }
        | Change::RemoveStep { .. }
        | Change::SetTerms { .. }
        | Change::SetEvent { .. }
        | Change::RemoveEvent { .. }
        | Change::SetCap { .. }
        | Change::RemoveCap { .. }
        | Change::SetLapse { .. } => change_conditions(plan, change),
        change if is_of_the_whole(change) => change_scenarios(plan, change),
        change => change_row(plan, change),
    }
}

fn change_package(plan: &mut Plan, change: &Change) -> Result<(), Refusal> {
    let mut package = (*plan.package).clone();
    match change {
        Change::RenamePlan { name } => {
            for text in [&name.en, &name.uk] {
                check_text("name", text, LONGEST_NAME)?;
                if text.trim().is_empty() {
                    return Err(Refusal::EmptyName);
                }
            }
            package.name = name.clone();
        }
        Change::SetPackageTotal { amount } => {
            check_amount(*amount)?;
            if amount.is_zero() {
                return Err(Refusal::EmptyPackage);
            }
            package.total = *amount;
        }
        Change::SetReading { reading } => {
            plan.check_reading(reading)?;
            package.reading = reading.clone();
        }
        _ => {}
    }
    plan.package = Arc::new(package);
    Ok(())
}

/// The changes that a lock forbids.
fn change_row(plan: &mut Plan, change: &Change) -> Result<(), Refusal> {
    let row = |id: &Id| unlocked(plan, *id);
    let next = match change {
        Change::SetAmount { allocation, amount } => Allocation { amount: *amount, ..row(allocation)? },
        Change::SetProgramme { allocation, programme } => {
            Allocation { programme: programme.clone(), ..row(allocation)? }
        }
        Change::SetInstrument { allocation, instrument } => {
            Allocation { instrument: *instrument, capital: instrument.capital(), ..row(allocation)? }
        }
        Change::SetCapital { allocation, capital } => Allocation { capital: *capital, ..row(allocation)? },
        Change::SetSector { allocation, sector } => Allocation { sector: sector.clone(), ..row(allocation)? },
        Change::SetPurpose { allocation, purpose } => Allocation { purpose: *purpose, ..row(allocation)? },
        Change::SetCluster { allocation, cluster } => Allocation { booster: cluster.clone(), ..row(allocation)? },
        Change::SetSpan { allocation, start, end } => {
            check_span(*start, *end)?;
            Allocation { start: *start, end: *end, ..row(allocation)? }
        }
        Change::SetProfile { allocation, profile } => Allocation { profile: profile.clone(), ..row(allocation)? },
        Change::SetPriority { allocation, priority } => Allocation { priority: *priority, ..row(allocation)? },
        Change::SetAmountGrade { allocation, grade } => Allocation { amount_grade: *grade, ..row(allocation)? },
        Change::SetSplitGrade { allocation, grade } => Allocation { split_grade: *grade, ..row(allocation)? },
        Change::SetPaid { allocation, quarter, amount } => {
            let mut next = row(allocation)?;
            next.paid.retain(|paid| paid.quarter != *quarter);
            next.paid.extend(amount.map(|amount| PaidQuarter { quarter: *quarter, amount }));
            next.paid.sort_by_key(|paid| paid.quarter);
            next
        }
        _ => return Ok(()),
    };
    put(plan, next)
}

fn add_allocation(plan: &mut Plan, row: &Allocation, codes: &mut Codes) -> Result<(), Refusal> {
    if plan.allocations.len() >= MOST_ALLOCATIONS {
        return Err(Refusal::TooManyRows { most: MOST_ALLOCATIONS });
    }
    if plan.allocations.get(&row.id).is_some() {
        return Err(Refusal::IdTaken(row.id.to_string()));
    }
    if codes.of(plan).contains(&row.code) {
        return Err(Refusal::CodeTaken(row.code.clone()));
    }
    put(plan, row.clone())?;
    codes.of(plan).insert(row.code.clone());
    Ok(())
}

fn set_limit(plan: &mut Plan, limit: &Limit) -> Result<(), Refusal> {
    plan.check_limit(limit)?;
    if plan.limits.get(&limit.id).is_none_or(|before| before.slice != limit.slice) {
        check_dimensions(&limit.slice)?;
    }
    check_dimensions(&limit.of)?;
    plan.limits.put(Arc::new(limit.clone()));
    Ok(())
}

fn put(plan: &mut Plan, row: Allocation) -> Result<(), Refusal> {
    plan.check_allocation(&row)?;
    plan.allocations.put(Arc::new(row));
    Ok(())
}

/// A copy of the row, to be changed.
fn found(plan: &Plan, id: Id) -> Result<Allocation, Refusal> {
    let unknown = || Refusal::Unknown { table: TableName::Allocations, wanted: id.to_string() };
    plan.allocations.get(&id).map(|row| Allocation::clone(row)).ok_or_else(unknown)
}

/// A copy of the row where it may be changed.
fn unlocked(plan: &Plan, id: Id) -> Result<Allocation, Refusal> {
    let row = found(plan, id)?;
    if row.locked { Err(Refusal::Locked(row.code)) } else { Ok(row) }
}

/// Refuses changes of rows that move further past a limit whose author wants it to refuse.
pub(crate) fn keep_limits(before: &Plan, after: &Plan) -> Result<(), Refusal> {
    for limit in after.limits.iter().filter(|limit| limit.refuses) {
        let missed = limit.missed_by(limit.held(after), limit.bound(after));
        if missed > Total::ZERO && missed > limit.missed_by(limit.held(before), limit.bound(before)) {
            let by = missed.to_money().unwrap_or(Money::from_cents(i64::MAX));
            return Err(Refusal::LimitMissed { limit: limit.name.en.clone(), by });
        }
    }
    Ok(())
}
