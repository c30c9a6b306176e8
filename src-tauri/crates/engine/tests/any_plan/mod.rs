//! Any plan, with any steps, terms, events and caps, for laws that hold for all of them.

use std::sync::Arc;

use model::{Plan, Priority, sketch};
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
    /// Any plan whose package is described by this line of a sketch.
    pub fn plan_of(package: &'static str)(
        rows in prop::collection::vec(row(), 1..8),
        steps in prop::collection::vec(step(), 0..8),
        terms in terms(),
        events in prop::collection::vec(event(), 0..4),
        caps in prop::collection::vec(cap(), 0..3),
        classes in prop::collection::vec(1..10_u8, 8),
        lapse in prop::option::of(0..4_u32),
    ) -> Plan {
        let mut text = format!("{package}\n");
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

/// Any plan of the usual package.
pub fn plan() -> impl Strategy<Value = Plan> {
    plan_of("package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20")
}
