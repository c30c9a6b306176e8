//! Laws of the schedule, for any plan.

#![allow(clippy::unwrap_used)]

use engine::{Every, Measure, cube, overview, schedule};
use model::{Dimension, Plan, Total, sketch};
use proptest::prelude::*;

/// A row of a sketch: any instrument, span, profile, cluster and payment that a plan may hold.
fn row() -> impl Strategy<Value = String> {
    let instrument =
        prop::sample::select(vec!["grant", "loan_concessional", "equity_public", "loan_private", "equity_private"]);
    let sector = prop::sample::select(vec!["energy", "transport", "health"]);
    let profile = prop::sample::select(vec![
        "uniform",
        "front_linear(s=1)",
        "back_linear(s=-0.4)",
        "trapezoid(u=0.2,d=0.3)",
        "trapezoid(u=0,d=0)",
        "logistic(k=10,m=0.5)",
        "empirical_wb_investment",
        "empirical_wb_policy",
    ]);
    let booster = prop::sample::select(vec!["", "fundamentals", "green_agenda"]);
    let paid = prop::sample::select(vec!["", "paid 2026-Q1=0.01", "paid 2026-Q2=0.01 2026-Q3=0.01"]);
    let amount = prop_oneof![2..1_000_000_000_000_000_i64, 2..1000_i64];
    (instrument, sector, amount, 2024..2040_i32, 1..5_i32, 0..60_i32, profile, booster, paid).prop_map(
        |(instrument, sector, cents, year, part, length, profile, booster, paid)| {
            let start = model::Quarter::new(year, part).unwrap();
            let end = model::Quarter::from_ordinal(start.ordinal() + length).unwrap();
            let amount = model::Money::from_cents(cents);
            format!("eu {instrument} {sector} {amount} {start}..{end} {profile} {booster} {paid}")
        },
    )
}

fn plan_of(rows: &[String]) -> Plan {
    let lines = rows.iter().enumerate().map(|(at, row)| format!("A{:03} {row}\n", at + 1));
    let text = format!("package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20\n{}", lines.collect::<String>());
    sketch::plan(&text).unwrap()
}

fn plan() -> impl Strategy<Value = Plan> {
    prop::collection::vec(row(), 0..12).prop_map(|rows| plan_of(&rows))
}

fn allocated(plan: &Plan) -> Total {
    plan.allocations.iter().map(|row| row.amount).sum()
}

fn everything(told: (Vec<Total>, Total)) -> Total {
    told.0.into_iter().sum::<Total>() + told.1
}

proptest! {
    #[test]
    fn flows_add_to_the_amount_in_every_direction(plan in plan()) {
        let told = schedule(&plan);
        for measure in [Measure::Committed, Measure::Planned, Measure::Paid] {
            for every in [Every::Year, Every::Quarter] {
                prop_assert_eq!(everything(told.totals(measure, every)), allocated(&plan));
                for dimension in Dimension::ALL {
                    let cut = cube(&plan, &told, measure, &[dimension, Dimension::Sector], every);
                    prop_assert_eq!(cut.lines.iter().map(engine::CubeLine::total).sum::<Total>(), allocated(&plan));
                    prop_assert_eq!(cut.figures().map(|(_, _, sum)| sum).sum::<Total>(), allocated(&plan));
                }
            }
        }
    }

    #[test]
    fn each_row_adds_to_its_amount_and_pays_nothing_back(plan in plan()) {
        let told = schedule(&plan);
        for (allocation, row) in plan.allocations.iter().zip(told.rows()) {
            let (cells, after) = row.told(Measure::Planned, Every::Quarter);
            prop_assert!(cells.iter().all(|cell| cell.cents() >= 0) && after.cents() >= 0);
            prop_assert_eq!(cells.into_iter().sum::<Total>() + Total::from(after), Total::from(allocation.amount));
        }
    }

    #[test]
    fn committed_is_paid_and_to_come_and_after_at_the_end_of_every_period(plan in plan()) {
        let told = schedule(&plan);
        for every in [Every::Year, Every::Quarter] {
            let [committed, paid, to_come, after] =
                [Measure::Committed, Measure::Paid, Measure::ToCome, Measure::After].map(|measure| told.totals(measure, every).0);
            let (mut committed_so_far, mut paid_so_far) = (Total::ZERO, Total::ZERO);
            for at in 0..committed.len() {
                committed_so_far += committed[at];
                paid_so_far += paid[at];
                prop_assert_eq!(committed_so_far, paid_so_far + to_come[at] + after[at]);
            }
        }
    }

    #[test]
    fn before_today_only_actuals_count(plan in plan()) {
        let told = schedule(&plan);
        let open = plan.package.open_quarter().since(plan.package.first) as usize;
        for (allocation, row) in plan.allocations.iter().zip(told.rows()) {
            let typed: Total = allocation.paid.iter().filter(|paid| paid.quarter < plan.package.open_quarter()).map(|paid| paid.amount).sum();
            prop_assert_eq!((0..open).map(|at| row.planned(at)).sum::<Total>(), typed);
        }
    }

    #[test]
    fn a_longer_horizon_moves_nothing(rows in prop::collection::vec(row(), 1..8)) {
        let short = plan_of(&rows);
        let mut long = short.clone();
        let mut package = (*long.package).clone();
        package.last = model::Quarter::new(2060, 4).unwrap();
        long.package = package.into();
        let (near, far) = (schedule(&short), schedule(&long));
        for (near, far) in near.rows().zip(far.rows()) {
            for at in 0..40 {
                prop_assert_eq!(near.planned(at), far.planned(at));
            }
        }
    }

    #[test]
    fn the_headline_adds_up(plan in plan()) {
        let told = overview(&plan, &schedule(&plan));
        prop_assert_eq!(told.public + told.private, told.allocated);
        prop_assert_eq!(told.allocated + told.unallocated, Total::from(plan.package.total));
    }
}

#[test]
fn what_is_overdue_moves_to_the_first_open_quarter() {
    let plan = plan_of(&["eu grant energy 6bn 2026-Q3..2027-Q4 uniform".to_owned()]);
    let told = schedule(&plan);
    let row = told.row(0);
    let cells: Vec<String> = (0..8).map(|at| row.planned(at).to_string()).collect();
    let bn = |whole: &str| format!("{whole}000000000.00");
    assert_eq!(cells, ["0.00", "0.00", "0.00", &bn("2"), &bn("1"), &bn("1"), &bn("1"), &bn("1")]);
    assert_eq!(row.moved().to_string(), bn("1"));
}

#[test]
fn what_is_left_after_the_end_is_due_at_once() {
    let plan = plan_of(&["eu grant energy 6bn 2026-Q1..2026-Q2 uniform paid 2026-Q2=1bn".to_owned()]);
    let told = schedule(&plan);
    assert_eq!(told.row(0).planned(1).to_string(), "1000000000.00");
    assert_eq!(told.row(0).planned(3).to_string(), "5000000000.00");
    assert_eq!(told.row(0).moved().to_string(), "5000000000.00");
}

#[test]
fn a_row_past_the_horizon_is_shown_after_and_not_as_overdue() {
    let plan = plan_of(&["eu grant energy 6bn 2036-Q1..2037-Q4 uniform".to_owned()]);
    let told = schedule(&plan);
    assert_eq!(told.row(0).after().to_string(), "6000000000.00");
    assert!(told.row(0).moved().is_zero());
}
