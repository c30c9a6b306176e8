//! What an analyst should know before he defends the plan.
//!
//! An error is a contradiction within the plan. A warning is a limit missed or a sanity bound passed. A note is neither
//! wrong nor suspicious, but will be asked about.

use model::{Id, Money, Plan, Purpose, ScenarioId, Share, TableName, Total, Unapplied};

use crate::concern_kind::ConcernKind;
use crate::condition_concerns::conditions;
use crate::scenario_concerns::scenario_concerns;
use crate::{Every, Measure, Overview, Schedule, overview, residuals};

/// How serious a concern is; the most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The plan contradicts itself.
    Error,
    /// A limit is missed or a sanity bound passed.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word for it in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One concern, and the rows it is about (none for the whole plan).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// How serious it is.
    pub severity: Severity,
    /// What it is.
    pub kind: ConcernKind,
    /// The rows it is about.
    pub rows: Vec<Id>,
}

/// Payments of a year above this part of its product are warned about (methods: 15 % of GDP, the lower end of the
/// saturation range of the aid literature).
fn output_bound() -> Share {
    Share::quantised(rust_decimal::Decimal::new(15, 2))
}

/// Every concern about `plan`, the most serious first.
#[must_use]
pub fn concerns(plan: &Plan, schedule: &Schedule) -> Vec<Concern> {
    let told = overview(plan, schedule);
    let mut found = Vec::new();
    found.extend(flaws(plan));
    found.extend(package(&told));
    found.extend(reading(plan, &told));
    found.extend(limits(plan));
    found.extend(output(plan, schedule));
    found.extend(programmes(plan));
    found.extend(timing(plan, schedule));
    found.extend(conditions(plan, schedule));
    found.extend(firmness(plan, &told));
    found.sort_by_key(|concern| concern.severity);
    found
}

/// Every concern about `plan` as `scenario` sees it, the most serious first: those of any plan, and what of the scenario and
/// of those it follows was not applied.
#[must_use]
pub fn concerns_in(plan: &Plan, schedule: &Schedule, scenario: ScenarioId, unapplied: &[Unapplied]) -> Vec<Concern> {
    let mut found = concerns(plan, schedule);
    found.extend(scenario_concerns(plan, scenario, unapplied));
    found.sort_by_key(|concern| concern.severity);
    found
}

pub(crate) fn whole_plan(severity: Severity, kind: ConcernKind) -> Concern {
    Concern { severity, kind, rows: Vec::new() }
}

fn flaws(plan: &Plan) -> impl Iterator<Item = Concern> {
    plan.flaws().into_iter().map(|flaw| {
        let (table, row, refusal) = match flaw {
            model::Flaw::Allocation { code, refusal } => (TableName::Allocations, code.to_string(), refusal),
            model::Flaw::Row { table, key, refusal } => (table, key, refusal),
            model::Flaw::Package(refusal) => (TableName::Package, String::new(), refusal),
        };
        whole_plan(Severity::Error, ConcernKind::Flawed { table, row, refusal })
    })
}

fn package(told: &Overview) -> Option<Concern> {
    let by = Total::ZERO - told.unallocated;
    (by > Total::ZERO).then(|| whole_plan(Severity::Error, ConcernKind::PackageExceeded { by }))
}

fn reading(plan: &Plan, told: &Overview) -> Vec<Concern> {
    let Some(reading) = plan.reading() else { return Vec::new() };
    let parts = [
        ("public", reading.public, told.public),
        ("private", reading.private, told.private),
        ("booster", reading.booster(), told.booster),
    ];
    let concern = |(part, limit, held): (&'static str, Option<Money>, Total)| {
        let limit = limit?;
        let label = reading.label.clone();
        let over = held - Total::from(limit);
        if over > Total::ZERO {
            let kind = ConcernKind::ReadingExceeded { reading: label, part, limit, by: over };
            Some(whole_plan(Severity::Warning, kind))
        } else if over < Total::ZERO {
            let kind = ConcernKind::ReadingUnfilled { reading: label, part, limit, by: Total::ZERO - over };
            Some(whole_plan(Severity::Note, kind))
        } else {
            None
        }
    };
    parts.into_iter().filter_map(concern).collect()
}

fn limits(plan: &Plan) -> impl Iterator<Item = Concern> {
    residuals(plan).into_iter().filter(|residual| residual.missed() > Total::ZERO).map(|residual| {
        let by = residual.missed();
        whole_plan(Severity::Warning, ConcernKind::LimitMissed { limit: residual.limit.name, by })
    })
}

/// The year in which payments are the largest part of its product, where that passes the bound.
fn output(plan: &Plan, schedule: &Schedule) -> Option<Concern> {
    let (paid, _) = schedule.totals(Measure::Paid, Every::Year);
    let shares: Vec<_> = plan
        .package
        .years()
        .zip(paid)
        .filter_map(|(year, paid)| {
            let output = plan.output.get(&year)?;
            Some((share_of_total(paid, Total::from(output.gdp))?, year, paid, output.extrapolated))
        })
        .filter(|(share, ..)| *share > output_bound())
        .collect();
    let years = shares.len();
    // Of equal shares the earlier year.
    let (share, year, paid, extrapolated) = shares.into_iter().rev().max_by_key(|(share, ..)| *share)?;
    let kind = ConcernKind::PaymentsAboveOutput { year, paid, share, extrapolated, years, bound: output_bound() };
    Some(whole_plan(Severity::Warning, kind))
}

fn programmes(plan: &Plan) -> Vec<Concern> {
    let mut found = Vec::new();
    for programme in plan.programmes.iter() {
        let Some(amount) = programme.amount else { continue };
        let rows: Vec<_> = plan.allocations.iter().filter(|row| row.programme == programme.key).collect();
        let by = rows.iter().map(|row| row.amount).sum::<Total>() - Total::from(amount);
        if by > Total::ZERO {
            let kind = ConcernKind::ProgrammeExceeded { programme: programme.name.clone(), amount, by };
            found.push(Concern { severity: Severity::Warning, kind, rows: rows.iter().map(|row| row.id).collect() });
        }
    }
    found
}

/// What moved past the plan's today, and what lies past its end.
fn timing(plan: &Plan, schedule: &Schedule) -> Vec<Concern> {
    let mut found = Vec::new();
    let mut note = |amounts: Vec<(Id, Money)>, kind: fn(Total) -> ConcernKind| {
        let amount: Total = amounts.iter().map(|(_, amount)| *amount).sum();
        if amount != Total::ZERO {
            let rows = amounts.into_iter().filter(|(_, amount)| !amount.is_zero()).map(|(id, _)| id).collect();
            found.push(Concern { severity: Severity::Note, kind: kind(amount), rows });
        }
    };
    let rows = || plan.allocations.iter().zip(schedule.rows());
    note(rows().map(|(row, told)| (row.id, told.moved())).collect(), |amount| ConcernKind::Overdue { amount });
    note(rows().map(|(row, told)| (row.id, told.after_conditions())).collect(), |amount| ConcernKind::AfterHorizon {
        amount,
    });
    found
}

/// What is not sourced, not named or not provided for.
fn firmness(plan: &Plan, told: &Overview) -> Vec<Concern> {
    let mut found = Vec::new();
    let mut note = |kind| found.push(whole_plan(Severity::Note, kind));
    if let Some(share) = share_of_total(told.assumed, told.allocated).filter(|share| *share > Share::ZERO) {
        note(ConcernKind::Assumed { amount: told.assumed, share });
    }
    if let Some(share) = share_of_total(told.unnamed, told.allocated).filter(|share| *share > Share::ZERO) {
        note(ConcernKind::Unnamed { amount: told.unnamed, share });
    }
    // The package is said to cover damage compensation; a plan that sets nothing aside for it should say so.
    if !plan.allocations.iter().any(|row| row.purpose == Purpose::Compensation) {
        note(ConcernKind::PurposeEmpty { purpose: Purpose::Compensation });
    }
    let mut unsourced: Vec<_> = plan.allocations.iter().filter(|row| row.sources.is_empty()).collect();
    unsourced.sort_by_key(|row| (row.code.number(), row.code.clone()));
    if let Some(first) = unsourced.first() {
        let kind = ConcernKind::Unsourced { count: unsourced.len(), first: first.code.clone() };
        found.push(Concern { severity: Severity::Note, kind, rows: unsourced.iter().map(|row| row.id).collect() });
    }
    found
}

/// `part / whole`, quantised to twelve places; nothing where there is no whole.
pub(crate) fn share_of_total(part: Total, whole: Total) -> Option<Share> {
    use rust_decimal::Decimal;
    // Decimals hold 28 digits; sums of cents of a package have far fewer, and a plan beyond that has no share to tell.
    let part = Decimal::try_from_i128_with_scale(part.cents(), 0).ok()?;
    let whole = Decimal::try_from_i128_with_scale(whole.cents(), 0).ok()?;
    if whole <= Decimal::ZERO { None } else { part.checked_div(whole).map(Share::quantised) }
}
