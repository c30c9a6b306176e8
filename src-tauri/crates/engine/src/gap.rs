//! What is missing: against the package, against the reading, against limits, against needs.

use model::{Capital, Dimension, Grade, Key, Limit, Money, Plan, Total};

use crate::{Every, Measure, Schedule};

/// The plan's headline sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The package's total.
    pub package: Money,
    /// All allocations.
    pub allocated: Total,
    /// What is left to allocate; below nothing where the package is exceeded.
    pub unallocated: Total,
    /// Public capital. Where the reading takes the booster as a block of its own, without the rows that belong to it.
    pub public: Total,
    /// Private capital, likewise.
    pub private: Total,
    /// Rows that depend on reform steps.
    pub booster: Total,
    /// What is paid by the package's last quarter.
    pub paid: Total,
    /// Rows whose amount no source states.
    pub assumed: Total,
    /// Rows of funders that nobody has named yet, private capital to be mobilised included.
    pub unnamed: Total,
}

/// The headline sums of `plan` and its schedule.
#[must_use]
pub fn overview(plan: &Plan, schedule: &Schedule) -> Overview {
    let block = plan.reading().is_some_and(|reading| reading.booster_is_block());
    let mut told = Overview {
        package: plan.package.total,
        allocated: Total::ZERO,
        unallocated: Total::ZERO,
        public: Total::ZERO,
        private: Total::ZERO,
        booster: Total::ZERO,
        paid: schedule.totals(Measure::Paid, Every::Year).0.into_iter().sum(),
        assumed: Total::ZERO,
        unnamed: Total::ZERO,
    };
    for row in plan.allocations.iter() {
        told.allocated.add(row.amount);
        let boosted = row.booster.is_some();
        if boosted {
            told.booster.add(row.amount);
        }
        if !(block && boosted) {
            match row.capital {
                Capital::Public => told.public.add(row.amount),
                Capital::Private => told.private.add(row.amount),
            }
        }
        if row.held_grade() == Grade::Assumption {
            told.assumed.add(row.amount);
        }
        if is_unnamed(plan, Dimension::Funder.of(row, plan)) {
            told.unnamed.add(row.amount);
        }
    }
    told.unallocated = Total::from(told.package) - told.allocated;
    told
}

fn is_unnamed(plan: &Plan, funder: &str) -> bool {
    use model::FunderKind::{Government, Ifi, Private, Unidentified, Union};
    let kind = funder.parse::<Key>().ok().and_then(|key| plan.funders.get(&key).map(|funder| funder.kind));
    match kind {
        Some(Private | Unidentified) => true,
        Some(Union | Ifi | Government) | None => false,
    }
}

/// How a slice stands against a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Residual {
    /// The limit.
    pub limit: Limit,
    /// What the slice holds.
    pub held: Total,
    /// What it is held against.
    pub bound: Total,
    /// What is left up to the limit; below nothing where it is passed.
    pub left: Total,
}

impl Residual {
    /// By how much the limit is missed; nothing where it is kept.
    #[must_use]
    pub fn missed(&self) -> Total {
        self.limit.missed_by(self.held, self.bound)
    }
}

/// How the plan stands against each of the analyst's own limits.
#[must_use]
pub fn residuals(plan: &Plan) -> Vec<Residual> {
    let residual = |limit: &Limit| {
        let held = limit.held(plan);
        let bound = limit.bound(plan);
        Residual { held, bound, left: bound - held, limit: limit.clone() }
    };
    plan.limits.iter().map(|limit| residual(limit)).collect()
}

/// What is allocated to a sector against what it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The sector.
    pub sector: Key,
    /// What the assessment says it needs, where it says so.
    pub need: Option<Money>,
    /// What is allocated to it.
    pub allocated: Total,
}

/// The sectors, in the order of their keys, against their needs.
#[must_use]
pub fn coverage(plan: &Plan) -> Vec<Coverage> {
    let covered = |sector: &Key| Coverage {
        sector: sector.clone(),
        need: plan.needs.get(sector).map(|need| need.amount),
        allocated: plan.allocations.iter().filter(|row| row.sector == *sector).map(|row| row.amount).sum(),
    };
    plan.sectors.iter().map(|sector| covered(&sector.key)).collect()
}
