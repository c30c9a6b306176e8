//! From a plan and its schedule to what charts are drawn from.

use crate::subject::{Facts, Flow, Funding, Needs, Subject};
use engine::{Every, Measure, Schedule};
use model::{Allocation, Capital, Grade, Instrument, Money, Plan, Quarter, Total};

impl Funding {
    /// Whose money an allocation is, and on what terms.
    #[must_use]
    pub const fn of(allocation: &Allocation) -> Self {
        match (allocation.capital, allocation.instrument) {
            (Capital::Private, _) => Self::Private,
            (Capital::Public, Instrument::Grant) => Self::Grants,
            (Capital::Public, Instrument::EquityPublic | Instrument::EquityPrivate | Instrument::Guarantee) => {
                Self::OtherPublic
            }
            (
                Capital::Public,
                Instrument::LoanConcessional
                | Instrument::LoanLimitedRecourse
                | Instrument::LoanCommercial
                | Instrument::LoanPrivate,
            ) => Self::Loans,
        }
    }
}

impl Facts {
    /// How much of the amounts rests on assumptions of the plan rather than on a source, in thousandths, rounded down
    /// but never to nothing.
    #[must_use]
    pub fn assumed_per_mille(plan: &Plan) -> u16 {
        let rows = || plan.allocations.iter().map(|row| (row.amount_grade, row.amount));
        let whole: Total = rows().map(|(_, amount)| amount).sum();
        let assumed: Total = rows().filter(|(grade, _)| *grade == Grade::Assumption).map(|(_, amount)| amount).sum();
        if assumed.cents() <= 0 || whole.cents() <= 0 {
            return 0;
        }
        u16::try_from(assumed.cents() * 1000 / whole.cents()).unwrap_or(1000).clamp(1, 1000)
    }
}

impl Subject {
    /// The flows of `plan` as `schedule` tells them, one for each funding inside and outside the booster. A package that
    /// begins or ends within a year is shown in whole years.
    #[must_use]
    pub fn from_plan(plan: &Plan, schedule: &Schedule, facts: Facts, needs: Option<Needs>) -> Self {
        let first = schedule.first();
        let lead = usize::try_from(first.part() - 1).unwrap_or(0);
        let quarters = (lead + schedule.quarters()).next_multiple_of(4);
        let mut flows = empty_flows(quarters);
        for (allocation, row) in plan.allocations.iter().zip(schedule.rows()) {
            let (funding, booster) = (Funding::of(allocation), allocation.booster.is_some());
            let Some(flow) = flows.iter_mut().find(|flow| (flow.funding, flow.booster) == (funding, booster)) else {
                continue;
            };
            let (planned, after) = row.told(Measure::Planned, Every::Quarter);
            add(&mut flow.planned[lead..], &planned);
            add(&mut flow.paid[lead..], &row.told(Measure::Paid, Every::Quarter).0);
            add(&mut flow.committed[lead..], &row.told(Measure::Committed, Every::Quarter).0);
            flow.after.add(after);
        }
        // The first quarter of a year that holds a quarter.
        let first = Quarter::new(first.year(), 1).unwrap_or(first);
        Self { facts, first, quarters, flows, needs }
    }
}

/// A flow of nothing for every kind of money.
fn empty_flows(quarters: usize) -> Vec<Flow> {
    let nothing = || vec![Total::ZERO; quarters];
    let flow = |funding, booster| {
        let (committed, planned, paid) = (nothing(), nothing(), nothing());
        Flow { funding, booster, committed, planned, paid, after: Total::ZERO }
    };
    Funding::ALL.into_iter().flat_map(|funding| [flow(funding, false), flow(funding, true)]).collect()
}

fn add(sums: &mut [Total], amounts: &[Money]) {
    for (sum, amount) in sums.iter_mut().zip(amounts) {
        sum.add(*amount);
    }
}
