//! The booster: which of its money is released, at risk, not yet due or lost, and what each reform step decides.

use std::collections::BTreeMap;

use model::{Allocation, Id, Key, Money, Plan, Quarter, SHARE_UNITS, Step, StepPart, Total, apportion, share_of};

use crate::release::{Life, Standing};
use crate::{Every, Period, Schedule};

/// Where the booster's money stands. The four add to its amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stocks {
    /// Released by the steps that are met.
    pub released: Total,
    /// Withheld for a step that is late, and still claimable.
    pub at_risk: Total,
    /// Waiting for steps that are not due yet.
    pub not_yet_due: Total,
    /// Lapsed with a step that was not met in time, or ended by an event.
    pub lost: Total,
}

impl Stocks {
    /// All of it.
    #[must_use]
    pub fn total(&self) -> Total {
        self.released + self.at_risk + self.not_yet_due + self.lost
    }

    fn add(&mut self, other: &Self) {
        self.released += other.released;
        self.at_risk += other.at_risk;
        self.not_yet_due += other.not_yet_due;
        self.lost += other.lost;
    }
}

/// How the booster stands at the end of each period of the package, whether its rows are committed by then or not.
#[must_use]
pub fn booster(plan: &Plan, schedule: &Schedule, every: Every) -> Vec<(Period, Stocks)> {
    booster_of(plan, schedule, every, |_| true)
}

/// The same for those rows of the booster that `keep` picks.
#[must_use]
pub fn booster_of(
    plan: &Plan,
    schedule: &Schedule,
    every: Every,
    keep: impl Fn(&Allocation) -> bool,
) -> Vec<(Period, Stocks)> {
    let periods = every.periods(&plan.package);
    let mut stocks = vec![Stocks::default(); periods.len()];
    let rows = plan.allocations.iter().zip(schedule.rows());
    for (allocation, row) in rows.filter(|(row, _)| row.booster.is_some() && keep(row)) {
        row.each(|at, standing| {
            let Some(place) = schedule.period_ending(at, every) else { return };
            let cents = |cents: i64| Total::from_cents(cents.into());
            let held = standing.released + standing.at_risk + standing.not_yet_due;
            stocks[place].add(&Stocks {
                released: cents(standing.released),
                at_risk: cents(standing.at_risk),
                not_yet_due: cents(standing.not_yet_due),
                lost: cents(allocation.amount.cents() - held),
            });
        });
    }
    periods.into_iter().zip(stocks).collect()
}

/// What one step decides, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// Its part of its group's money by weight, in cents.
    pub value: Money,
    /// When it is met, as the plan expects; nothing where its money lapses first.
    pub expected: Option<Quarter>,
    /// The last quarter in which it can be met.
    pub closes: Quarter,
    /// How its own part stands at the end of each quarter of the package.
    pub quarters: Vec<(Quarter, StepPlace, Stocks)>,
    /// The rows that wait for it.
    pub rows: Vec<Id>,
}

/// Where a step stands in a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepPlace {
    /// Not due yet.
    Future,
    /// Met; in part, where it is met in part and the rest is still open.
    Met,
    /// Late, and still claimable.
    Late,
    /// Its window has closed.
    Lapsed,
}

impl StepPlace {
    /// The word for it in files: the state of its money.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Future => "not_yet_due",
            Self::Met => "released",
            Self::Late => "at_risk",
            Self::Lapsed => "lost",
        }
    }

    pub(crate) fn of(standing: Standing) -> Self {
        let Standing { met, future, lapsed } = standing;
        if met == SHARE_UNITS {
            Self::Met
        } else if lapsed > 0 {
            Self::Lapsed
        } else if future > 0 {
            Self::Future
        } else {
            Self::Late
        }
    }
}

/// The part of its group's money that each step decides by its weight, exact to the cent within each group.
#[must_use]
pub fn step_values(plan: &Plan) -> BTreeMap<Id, Money> {
    let mut money: BTreeMap<(&Key, StepPart), i128> = BTreeMap::new();
    for row in plan.allocations.iter() {
        if let Some(group) = &row.booster {
            *money.entry((group, StepPart::of(row.instrument))).or_default() += i128::from(row.amount.cents());
        }
    }
    let mut values: BTreeMap<Id, Money> = plan.steps.iter().map(|step| (step.id, Money::ZERO)).collect();
    for ((group, part), cents) in money {
        let bearing: Vec<&Step> = plan
            .steps
            .iter()
            .map(|step| &**step)
            .filter(|step| step.cluster == *group && step.part.bears_on(part))
            .collect();
        let weights: Vec<u64> = bearing.iter().map(|step| step.weight.units().unsigned_abs()).collect();
        let total = Money::from_cents(i64::try_from(cents).unwrap_or(i64::MAX));
        let Ok(parts) = apportion(total, &weights) else { continue };
        for (step, mine) in bearing.iter().zip(parts) {
            if let Some(value) = values.get_mut(&step.id) {
                *value = Money::from_cents(value.cents().saturating_add(mine.cents()));
            }
        }
    }
    values
}

/// What one step decides, and when.
#[must_use]
pub fn ledger(plan: &Plan, step: &Step) -> Ledger {
    ledger_of(plan, step, step_values(plan).get(&step.id).copied().unwrap_or(Money::ZERO), &waiting(plan))
}

/// The ledgers of all steps, in the order of the plan's steps.
#[must_use]
pub fn ledgers(plan: &Plan) -> Vec<Ledger> {
    let values = step_values(plan);
    let value = |step: &Step| values.get(&step.id).copied().unwrap_or(Money::ZERO);
    let rows = waiting(plan);
    plan.steps.iter().map(|step| ledger_of(plan, step, value(step), &rows)).collect()
}

/// The rows of the booster in the order of their codes; sorted once for all steps.
fn waiting(plan: &Plan) -> Vec<&Allocation> {
    plan.by_code().into_iter().map(AsRef::as_ref).filter(|row: &&Allocation| row.booster.is_some()).collect()
}

fn ledger_of(plan: &Plan, step: &Step, value: Money, rows: &[&Allocation]) -> Ledger {
    let life = Life::of(step, plan);
    let told = |period: Period| {
        let Period::Quarter(quarter) = period else { return None };
        let standing = life.standing(quarter);
        Some((quarter, StepPlace::of(standing), stocks_of(value, standing)))
    };
    let waits = |row: &Allocation| {
        row.booster.as_ref() == Some(&step.cluster) && step.part.bears_on(StepPart::of(row.instrument))
    };
    Ledger {
        value,
        expected: life.met(),
        closes: life.closes(),
        quarters: Every::Quarter.periods(&plan.package).into_iter().filter_map(told).collect(),
        rows: rows.iter().filter(|row| waits(row)).map(|row| row.id).collect(),
    }
}

/// The value by where the step stands, its boundaries rounded cumulatively.
fn stocks_of(value: Money, standing: Standing) -> Stocks {
    let Standing { met, future, lapsed } = standing;
    let upto = |units: i64| Total::from(share_of(value, units.clamp(0, SHARE_UNITS)));
    let (released, due_later, claimable) = (upto(met), upto(met + future), upto(SHARE_UNITS - lapsed));
    Stocks {
        released,
        not_yet_due: due_later - released,
        at_risk: claimable - due_later,
        lost: Total::from(value) - claimable,
    }
}
