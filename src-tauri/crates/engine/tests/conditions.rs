//! Laws of what money depends on, for any plan, steps, terms, events and caps.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use engine::{Every, Measure, Period, Schedule, booster, explain, schedule, schedule_after};
use model::{Change, Edit, Id, Plan, Priority, Step, StepState, Total, sketch};
use proptest::prelude::*;

const CLUSTERS: [&str; 2] = ["fundamentals", "green"];

fn row() -> impl Strategy<Value = String> {
    let instrument = prop::sample::select(vec!["grant", "loan_concessional", "equity_private"]);
    let sector = prop::sample::select(vec!["energy", "transport"]);
    let profile = prop::sample::select(vec!["uniform", "front_linear(s=1)", "trapezoid(u=0.2,d=0.3)"]);
    let booster = prop::sample::select(vec!["", "fundamentals", "green"]);
    let paid = prop::sample::select(vec!["", "paid 2026-Q1=0.01", "paid 2026-Q2=0.01 2026-Q3=0.01"]);
    let amount = prop_oneof![2..100_000_000_000_000_i64, 2..1000_i64];
    (instrument, sector, amount, 2025..2037_i32, 1..5_i32, 0..30_i32, profile, booster, paid).prop_map(
        |(instrument, sector, cents, year, part, length, profile, booster, paid)| {
            let start = model::Quarter::new(year, part).unwrap();
            let end = model::Quarter::from_ordinal(start.ordinal() + length).unwrap();
            let amount = model::Money::from_cents(cents);
            format!("eu {instrument} {sector} {amount} {start}..{end} {profile} {booster} {paid}")
        },
    )
}

fn quarter() -> impl Strategy<Value = String> {
    (2024..2038_i32, 1..5_i32).prop_map(|(year, part)| format!("{year}-Q{part}"))
}

fn step() -> impl Strategy<Value = String> {
    let state = prop_oneof![
        4 => Just(String::new()),
        1 => quarter().prop_map(|quarter| format!("met {quarter}")),
        1 => quarter().prop_map(|quarter| format!("partly 0.4 {quarter}")),
        1 => (2026..2030_i32, 2030..2036_i32).prop_map(|(met, undone)| format!("met {met}-Q1 reversed {undone}-Q3")),
    ];
    let part = prop::sample::select(vec!["", "grants", "loans", "gate"]);
    let weight = prop::sample::select(vec!["1", "2", "0.3", "17.46"]);
    (prop::sample::select(CLUSTERS.to_vec()), quarter(), weight, 0..9_u32, part, state).prop_map(
        |(cluster, due, weight, delay, part, state)| {
            format!("{cluster} due {due} weight {weight} delay {delay} {part} {state}")
        },
    )
}

fn terms() -> impl Strategy<Value = Vec<String>> {
    let rule = prop::sample::select(vec![
        "proportional",
        "all_or_nothing",
        "floor 0.3",
        "threshold 0.6",
        "threshold_then_full 0.8",
        "gate",
    ]);
    let loss = prop::sample::select(vec!["", "reallocated", "extended 3"]);
    let pace = prop::sample::select(vec!["", "first 0", "first 0.2"]);
    let one = (rule, 0..6_u32, 0..4_u32, loss, pace, prop::sample::select(vec!["1", "0.5", "0"]));
    prop::collection::vec(one, 0..3).prop_map(|list| {
        let line = |(at, (rule, window, lag, loss, pace, clawback)): (usize, _)| {
            let cluster = CLUSTERS[at % 2];
            format!(
                "terms {cluster} from {}-Q1 {rule} window {window} lag {lag} {loss} {pace} clawback {clawback}",
                2026 + at
            )
        };
        list.into_iter().enumerate().map(line).collect()
    })
}

fn event() -> impl Strategy<Value = String> {
    let verb = prop::sample::select(vec!["open", "stop", "delay 3", "delay 60", "scale 0.37", "while"]);
    let slice = prop::sample::select(vec!["", "sector=energy", "capital=private", "except instrument=grant"]);
    let until = prop::sample::select(vec!["", "until 2031-06-30"]);
    let state = prop::sample::select(vec!["", "", "", "excluded"]);
    (2025..2038_i32, 1..13_u32, verb, slice, until, state).prop_map(|(year, month, verb, slice, until, state)| {
        let until = if year < 2031 { until } else { "" };
        format!("{year}-{month:02}-01 {until} {state} {verb} {slice}")
    })
}

fn cap() -> impl Strategy<Value = String> {
    let size = prop::sample::select(vec!["0.05", "3bn", "200bn", "growing 0.07 1bn", "growing -0.5 5bn", "gdp 0.15"]);
    let carry = prop::sample::select(vec!["", "carry 0", "carry 1", "carry 3"]);
    let slice = prop::sample::select(vec!["", "sector=energy", "capital=public", "booster=yes"]);
    (size, carry, slice).prop_map(|(size, carry, slice)| format!("cap {size} {carry} {slice}"))
}

prop_compose! {
    fn plan()(
        rows in prop::collection::vec(row(), 1..8),
        steps in prop::collection::vec(step(), 0..8),
        terms in terms(),
        events in prop::collection::vec(event(), 0..4),
        caps in prop::collection::vec(cap(), 0..3),
        classes in prop::collection::vec(1..10_u8, 8),
        lapse in prop::option::of(0..4_u32),
    ) -> Plan {
        let mut text = String::from("package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20\n");
        for (at, row) in rows.iter().enumerate() {
            text += &format!("A{:03} {row}\n", at + 1);
        }
        for (at, step) in steps.iter().enumerate() {
            text += &format!("step S{at:02} {step}\n");
        }
        for (at, event) in events.iter().enumerate() {
            text += &format!("event E{at:02} {event}\n");
        }
        for line in terms.iter().chain(&caps) {
            text += &format!("{line}\n");
        }
        let mut plan = sketch::plan(&text).unwrap();
        for year in 2026..=2035 {
            let gdp = model::Money::from_cents(22_000_000_000_000);
            plan.output.put(Arc::new(model::OutputYear { year, gdp, extrapolated: false, sources: Vec::new() }));
        }
        let rows: Vec<_> = plan.allocations.iter().cloned().collect();
        for (row, class) in rows.into_iter().zip(classes) {
            plan.allocations.put(Arc::new(model::Allocation { priority: Priority::new(class).unwrap(), ..(*row).clone() }));
        }
        let programmes: Vec<_> = plan.programmes.iter().cloned().collect();
        for programme in programmes {
            plan.programmes.put(Arc::new(model::Programme { lapse_years: lapse, ..(*programme).clone() }));
        }
        assert_eq!(plan.flaws(), []);
        plan
    }
}

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
