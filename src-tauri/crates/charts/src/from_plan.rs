//! From a plan and its schedule to what charts are drawn from.

use crate::subject::{Facts, Flow, Funding, Needs, Subject};
use engine::{Every, Measure, Schedule};
use model::{Allocation, Capital, Grade, Instrument, Plan, Quarter, Total};

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
        let kinds = kinds();
        let places: Vec<usize> = plan
            .allocations
            .iter()
            .map(|row| {
                let kind = (Funding::of(row), row.booster.is_some());
                kinds.iter().position(|known| *known == kind).unwrap_or_else(|| unreachable!("every kind is listed"))
            })
            .collect();
        let told = |measure| schedule.grouped(measure, Every::Quarter, kinds.len(), |at| places[at]);
        let whole_years = |cells: Vec<Total>| {
            let mut years = vec![Total::ZERO; quarters];
            years[lead..lead + cells.len()].copy_from_slice(&cells);
            years
        };
        let (committed, planned, paid) = (told(Measure::Committed), told(Measure::Planned), told(Measure::Paid));
        let flows = kinds.into_iter().zip(committed).zip(planned).zip(paid);
        let flows = flows
            .map(|((((funding, booster), (committed, _)), (planned, after)), (paid, _))| Flow {
                funding,
                booster,
                committed: whole_years(committed),
                planned: whole_years(planned),
                paid: whole_years(paid),
                after,
            })
            .collect();
        // The first quarter of a year that holds a quarter.
        let first = Quarter::new(first.year(), 1).unwrap_or(first);
        Self { facts, first, quarters, flows, needs }
    }
}

/// Every kind of money: each funding outside the booster and inside it.
fn kinds() -> Vec<(Funding, bool)> {
    Funding::ALL.into_iter().flat_map(|funding| [(funding, false), (funding, true)]).collect()
}
