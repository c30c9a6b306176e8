//! Laws of what money depends on, for any plan, steps, terms, events and caps.

#![allow(clippy::unwrap_used)]

mod any_plan;

use std::sync::Arc;

use any_plan::plan;

use engine::{Every, Measure, Period, Schedule, booster, explain, schedule, schedule_after};
use model::{Change, Edit, Id, Plan, Priority, Step, StepState, Total, sketch};
use proptest::prelude::*;

const STOCKS: [Measure; 7] = [
    Measure::Backlog,
    Measure::ToCome,
    Measure::After,
    Measure::AtRisk,
    Measure::NotYetDue,
    Measure::Lost,
    Measure::Stopped,
];

/// `committed = paid + backlog + to_come + after + at_risk + not_yet_due + lost + stopped`, per row and quarter and in total,
/// and nothing is below nought.
fn identity(plan: &Plan, told: &Schedule) -> Result<(), TestCaseError> {
    for every in [Every::Quarter, Every::Year] {
        let mut sums = vec![0_i128; told.places(every)];
        for row in told.rows() {
            let of = |measure| row.told(measure, every).0;
            let (committed, paid, stocks) = (of(Measure::Committed), of(Measure::Paid), STOCKS.map(of));
            let (mut owed, mut gone) = (0, 0);
            for at in 0..committed.len() {
                owed += committed[at].cents();
                gone += paid[at].cents();
                let held: i64 = stocks.iter().map(|stock| stock[at].cents()).sum();
                prop_assert_eq!(
                    owed,
                    gone + held,
                    "{} quarters in, {:?}",
                    at,
                    stocks.iter().map(|stock| stock[at]).collect::<Vec<_>>()
                );
                prop_assert!(stocks.iter().all(|stock| stock[at].cents() >= 0), "{:?}", stocks);
                prop_assert!(gone >= 0);
                sums[at] += i128::from(owed);
            }
        }
        let mut paid = Total::ZERO;
        for (at, flow) in told.totals(Measure::Paid, every).0.into_iter().enumerate() {
            paid += flow;
            let held: Total = STOCKS.map(|measure| told.totals(measure, every).0[at]).into_iter().sum();
            prop_assert_eq!(Total::from_cents(sums[at]), paid + held);
        }
        // In one pass what the totals tell one by one.
        let totals = STOCKS.map(|measure| told.totals(measure, every).0);
        for (at, stocks) in told.stocks(every).into_iter().enumerate() {
            prop_assert_eq!(stocks, std::array::from_fn(|measure| totals[measure][at]));
        }
        let mark: Total = plan.allocations.iter().filter(|row| row.booster.is_some()).map(|row| row.amount).sum();
        for (period, stocks) in booster(plan, told, every) {
            prop_assert_eq!(stocks.total(), mark, "{}", period);
            for part in [stocks.released, stocks.at_risk, stocks.not_yet_due, stocks.lost] {
                prop_assert!(part >= Total::ZERO);
            }
        }
    }
    Ok(())
}

/// Cumulative payments of the row with this place by quarter.
fn paid_by(told: &Schedule, at: usize) -> Vec<i64> {
    let mut sum = 0;
    (0..told.quarters())
        .map(|quarter| {
            sum += told.row(at).paid(quarter).cents();
            sum
        })
        .collect()
}

fn without_conditions(plan: &Plan) -> Plan {
    let mut bare = plan.clone();
    bare.steps = model::Table::default();
    bare.events = model::Table::default();
    bare.caps = model::Table::default();
    bare.clusters =
        plan.clusters.iter().map(|cluster| model::Cluster { terms: Vec::new(), ..(**cluster).clone() }).collect();
    bare
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn committed_is_the_sum_of_what_became_of_it(plan in plan()) {
        identity(&plan, &schedule(&plan))?;
    }

    #[test]
    fn it_holds_after_any_edits_and_the_quick_way_tells_the_same(plan in plan(), edits in prop::collection::vec((0..7_u8, any::<u64>()), 1..6)) {
        let (mut plan, mut told) = (plan.clone(), schedule(&plan));
        for (kind, seed) in edits {
            let Some(change) = change(&plan, kind, seed) else { continue };
            let Ok(next) = plan.apply(&Edit::base(change)) else { continue };
            let quick = schedule_after(&plan, &told, &next);
            prop_assert_eq!(&quick, &schedule(&next));
            identity(&next, &quick)?;
            (plan, told) = (next, quick);
        }
    }

    #[test]
    fn without_conditions_what_is_planned_is_paid(plan in plan()) {
        let bare = without_conditions(&plan);
        let told = schedule(&bare);
        for every in [Every::Year, Every::Quarter] {
            prop_assert_eq!(told.totals(Measure::Paid, every), told.totals(Measure::Planned, every));
        }
        // Conditions that are all fulfilled are as good as none.
        let mut met = bare.clone();
        for step in plan.steps.iter() {
            let early: model::Quarter = "2020-Q1".parse().unwrap();
            met.steps.put(Arc::new(Step { due: early, state: StepState::Met { quarter: early }, ..(**step).clone() }));
        }
        let room = "cap 9000bn";
        met.caps = sketch::plan(room).unwrap().caps;
        let told = schedule(&met);
        prop_assert_eq!(told.totals(Measure::Paid, Every::Quarter), told.totals(Measure::Planned, Every::Quarter));
    }

    #[test]
    fn a_step_that_comes_later_never_brings_its_own_rows_money_earlier(plan in plan(), pick: prop::sample::Index, quarters in 1..12_u32) {
        // Freed room may let other rows advance, so that the law is about what steps alone decide.
        let mut plan = plan;
        plan.caps = model::Table::default();
        let due: Vec<Arc<Step>> = plan.steps.iter().filter(|step| step.state == StepState::Due).cloned().collect();
        prop_assume!(!due.is_empty());
        let step = &due[pick.index(due.len())];
        let before = schedule(&plan);
        let mut changed = vec![Step { delay_quarters: step.delay_quarters + quarters, ..(**step).clone() }];
        if step.due >= plan.package.open_quarter() {
            changed.push(Step { due: step.due.plus(quarters), ..(**step).clone() });
        }
        for step in changed {
            let mut late = plan.clone();
            late.steps.put(Arc::new(step));
            let after = schedule(&late);
            for at in 0..before.len() {
                let (before, after) = (paid_by(&before, at), paid_by(&after, at));
                prop_assert!(before.iter().zip(&after).all(|(before, after)| after <= before), "{:?} {:?}", before, after);
            }
        }
    }

    #[test]
    fn each_year_keeps_within_its_room(plan in plan()) {
        let told = schedule(&plan);
        for year in engine::cap_years(&plan, &told) {
            let past = year.year <= plan.package.as_of.quarter().year();
            if let Some(room) = year.room.filter(|_| !past) {
                prop_assert!(year.paid <= Total::from(room), "{:?}", year);
            }
        }
    }

    #[test]
    fn an_explanation_adds_up_to_the_figure(plan in plan(), quarter in 0..40_u32) {
        let told = schedule(&plan);
        let rows: Vec<usize> = (0..told.len()).collect();
        let quarter = plan.package.first.plus(quarter);
        for period in [Period::Quarter(quarter), Period::Year(quarter.year()), Period::After] {
            let chain = explain(&plan, &told, &rows, period);
            let mut amount = Total::ZERO;
            for link in &chain.links {
                amount += link.change;
                prop_assert_eq!(amount, link.amount);
            }
            let every = if matches!(period, Period::Year(_)) { Every::Year } else { Every::Quarter };
            let (cells, after) = told.totals(Measure::Paid, every);
            let places = every.periods(&plan.package);
            let figure = places.iter().position(|place| *place == period).map_or(after, |at| cells[at]);
            prop_assert_eq!(amount, figure);
            prop_assert_eq!(chain.rows.iter().map(|row| row.paid).sum::<Total>(), figure);
        }
    }
}

/// Some edit of the plan.
fn change(plan: &Plan, kind: u8, seed: u64) -> Option<Change> {
    let at = |count: usize| usize::try_from(seed).unwrap_or(0) % count.max(1);
    let row = plan.allocations.as_slice().get(at(plan.allocations.len()))?;
    let amount = model::Money::from_cents(i64::try_from(seed % 1_000_000_000).unwrap());
    Some(match kind {
        0 => Change::SetAmount { allocation: row.id, amount },
        1 => Change::RemoveAllocation { allocation: row.id },
        2 => {
            Change::SlipStep { step: plan.steps.as_slice().get(at(plan.steps.len()))?.id, quarters: (seed % 7) as u32 }
        }
        3 => Change::RemoveStep { step: plan.steps.as_slice().get(at(plan.steps.len()))?.id },
        4 => Change::RemoveCap { cap: plan.caps.as_slice().get(at(plan.caps.len()))?.id },
        5 => Change::SetPriority { allocation: row.id, priority: Priority::new((seed % 9 + 1) as u8)? },
        _ => {
            let id = Id::from_bits(u128::from(seed) + 1_000);
            let code = plan.next_code();
            Change::AddAllocation {
                row: Box::new(model::Allocation { id, code, amount, paid: Vec::new(), ..(**row).clone() }),
            }
        }
    })
}
