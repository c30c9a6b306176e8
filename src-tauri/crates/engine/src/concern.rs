//! What an analyst should know before he defends the plan.
//!
//! An error is a contradiction within the plan. A warning is a limit missed or a sanity bound passed. A note is neither
//! wrong nor suspicious, but will be asked about.

use model::{Id, Key, Limit, Money, Plan, Purpose, ScenarioId, Share, TableName, Total, Unapplied};

use crate::concern_kind::ConcernKind;
use crate::condition_concerns::conditions;
use crate::gap::{Headline, headline};
use crate::programme_concerns::programmes;
use crate::scenario_concerns::scenario_concerns;
use crate::schedule::CHUNK;
use crate::{Overview, Schedule, residuals};

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

/// One concern, the rows it is about (none for the whole plan) and the sources of the figures it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// How serious it is.
    pub severity: Severity,
    /// What it is.
    pub kind: ConcernKind,
    /// The rows it is about.
    pub rows: Vec<Id>,
    /// Where the figures come from that it holds the plan against: a reading's, a limit's, a programme's.
    pub sources: Vec<Key>,
}

/// Payments of a year above this part of its product are warned about (methods: 15 % of GDP, the lower end of the
/// saturation range of the aid literature).
fn output_bound() -> Share {
    Share::quantised(rust_decimal::Decimal::new(15, 2))
}

impl Concern {
    /// A concern about the whole plan that rests on no source.
    pub(crate) const fn new(severity: Severity, kind: ConcernKind) -> Self {
        Self { severity, kind, rows: Vec::new(), sources: Vec::new() }
    }

    /// The same about these rows.
    pub(crate) fn about(mut self, rows: impl IntoIterator<Item = Id>) -> Self {
        self.rows = rows.into_iter().collect();
        self
    }

    /// The same resting on these sources, each told once.
    pub(crate) fn resting_on<'a>(mut self, sources: impl IntoIterator<Item = &'a Key>) -> Self {
        for source in sources {
            if !self.sources.contains(source) {
                self.sources.push(source.clone());
            }
        }
        self
    }
}

/// Every concern about `plan`, the most serious first.
#[must_use]
pub fn concerns(plan: &Plan, schedule: &Schedule) -> Vec<Concern> {
    found(plan, schedule, &headline(plan, schedule))
}

/// Every concern about `plan` as `scenario` sees it, the most serious first: those of any plan, and what of the scenario and
/// of those it follows was not applied.
#[must_use]
pub fn concerns_in(plan: &Plan, schedule: &Schedule, scenario: ScenarioId, unapplied: &[Unapplied]) -> Vec<Concern> {
    overview_and_concerns(plan, schedule, scenario, unapplied).1
}

/// The headline sums and [`concerns_in`] together, in the time that the latter takes.
#[must_use]
pub fn overview_and_concerns(
    plan: &Plan,
    schedule: &Schedule,
    scenario: ScenarioId,
    unapplied: &[Unapplied],
) -> (Overview, Vec<Concern>) {
    let headline = headline(plan, schedule);
    let mut found = found(plan, schedule, &headline);
    found.extend(scenario_concerns(plan, scenario, unapplied));
    found.sort_by_key(|concern| concern.severity);
    (headline.told, found)
}

fn found(plan: &Plan, schedule: &Schedule, headline: &Headline) -> Vec<Concern> {
    let mut found = Vec::new();
    found.extend(flaws(plan, schedule));
    found.extend(package(&headline.told));
    found.extend(reading(plan, &headline.told));
    found.extend(limits(plan));
    found.extend(output(plan, &headline.paid));
    found.extend(programmes(plan, headline));
    found.extend(timing(plan, schedule));
    found.extend(conditions(plan, schedule));
    found.extend(firmness(plan, &headline.told));
    found.sort_by_key(|concern| concern.severity);
    found
}

fn flaws(plan: &Plan, schedule: &Schedule) -> impl Iterator<Item = Concern> {
    let chunks = plan.allocations.as_slice().chunks(CHUNK).zip(schedule.sounds());
    let of_rows: Vec<_> = chunks.flat_map(|(rows, sound)| sound.flaws(rows, plan)).collect();
    plan.flaws_beside_rows().into_iter().chain(of_rows).map(|flaw| {
        let (table, row, refusal) = match flaw {
            model::Flaw::Allocation { code, refusal } => (TableName::Allocations, code.to_string(), refusal),
            model::Flaw::Row { table, key, refusal } => (table, key, refusal),
            model::Flaw::Package(refusal) => (TableName::Package, String::new(), refusal),
        };
        Concern::new(Severity::Error, ConcernKind::Flawed { table, row, refusal })
    })
}

fn package(told: &Overview) -> Option<Concern> {
    let by = Total::ZERO - told.unallocated;
    (by > Total::ZERO).then(|| Concern::new(Severity::Error, ConcernKind::PackageExceeded { by }))
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
            Some(Concern::new(Severity::Warning, kind).resting_on(&reading.sources))
        } else if over < Total::ZERO {
            let kind = ConcernKind::ReadingUnfilled { reading: label, part, limit, by: Total::ZERO - over };
            Some(Concern::new(Severity::Note, kind).resting_on(&reading.sources))
        } else {
            None
        }
    };
    parts.into_iter().filter_map(concern).collect()
}

fn limits(plan: &Plan) -> impl Iterator<Item = Concern> {
    residuals(plan).into_iter().filter(|residual| residual.missed() > Total::ZERO).map(|residual| {
        let by = residual.missed();
        let Limit { name, sources, .. } = residual.limit;
        Concern::new(Severity::Warning, ConcernKind::LimitMissed { limit: name, by }).resting_on(&sources)
    })
}

/// The year in which payments are the largest part of its product, where that passes the bound.
fn output(plan: &Plan, paid: &[Total]) -> Option<Concern> {
    let shares: Vec<_> = plan
        .package
        .years()
        .zip(paid)
        .filter_map(|(year, paid)| {
            let output = plan.output.get(&year)?;
            Some((share_of_total(*paid, Total::from(output.gdp))?, year, *paid, output))
        })
        .filter(|(share, ..)| *share > output_bound())
        .collect();
    let years = shares.len();
    // Of equal shares the earlier year.
    let (share, year, paid, output) = shares.into_iter().rev().max_by_key(|(share, ..)| *share)?;
    let extrapolated = output.extrapolated;
    let kind = ConcernKind::PaymentsAboveOutput { year, paid, share, extrapolated, years, bound: output_bound() };
    Some(Concern::new(Severity::Warning, kind).resting_on(&output.sources))
}

/// What moved past the plan's today, and what lies past its end.
fn timing(plan: &Plan, schedule: &Schedule) -> Vec<Concern> {
    let mut found = Vec::new();
    let mut note = |amounts: Vec<(Id, Money)>, kind: fn(Total) -> ConcernKind| {
        let amount: Total = amounts.iter().map(|(_, amount)| *amount).sum();
        if amount != Total::ZERO {
            let rows = amounts.into_iter().filter(|(_, amount)| !amount.is_zero()).map(|(id, _)| id);
            found.push(Concern::new(Severity::Note, kind(amount)).about(rows));
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
    let mut note = |kind| found.push(Concern::new(Severity::Note, kind));
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
    let mut unsourced: Vec<_> = plan.allocations.iter().filter(|row| !row.has_sourced_amount()).collect();
    unsourced.sort_by(|one, other| (one.code.number(), &one.code).cmp(&(other.code.number(), &other.code)));
    if let Some(first) = unsourced.first() {
        let kind = ConcernKind::Unsourced { count: unsourced.len(), first: first.code.clone() };
        found.push(Concern::new(Severity::Note, kind).about(unsourced.iter().map(|row| row.id)));
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
