//! How long the conditions of a large plan take: steps, events and caps on 10,000 rows.

use std::sync::Arc;
use std::time::{Duration, Instant};

use model::{Change, Edit, Money, Plan, Step, sketch};

use crate::{Line, line, median_and_p95, plan_of};

const ROWS: usize = 10_000;
const STEPS: usize = 300;

/// That many of the shipped rows over and over, each a hundredth of itself so that the package is met, with its steps over
/// and over, some of them late; and events and caps that bear on most rows and bind in most years.
pub(crate) fn conditioned(count: usize) -> Plan {
    let mut plan = plan_of(count);
    let rows: Vec<_> = plan.allocations.iter().cloned().collect();
    for row in rows {
        let amount = Money::from_cents(row.amount.cents() / 101);
        plan.allocations.put(Arc::new(model::Allocation { amount, paid: Vec::new(), ..(*row).clone() }));
    }
    let shipped: Vec<_> = plan.steps.iter().cloned().collect();
    let step = |at: usize| Step {
        id: model::Id::from_bits(at as u128 + 1),
        code: format!("S{at:03}").parse().unwrap(),
        delay_quarters: (at % 7) as u32,
        ..(*shipped[at % shipped.len()]).clone()
    };
    plan.steps = (0..STEPS).map(step).collect();
    let conditions = sketch::plan(
        "event E01 2027-07-01 open capital=private\n\
         event E02 2029-01-01 delay 2 sector=energy\n\
         event E03 2031-01-01 scale 0.9 sector=transport\n\
         cap 60bn\ncap 12bn carry 2 sector=energy\ncap gdp 0.15 capital=public",
    )
    .unwrap();
    Plan { events: conditions.events, caps: conditions.caps, ..plan }
}

pub(crate) fn timed(rounds: usize, mut work: impl FnMut(usize)) -> Vec<Duration> {
    let one = |round| {
        let began = Instant::now();
        work(round);
        began.elapsed()
    };
    (0..rounds).map(one).collect()
}

/// The whole schedule, one row edited, one step slipped, one figure explained.
pub(crate) fn lines() -> Vec<Line> {
    let plan = conditioned(ROWS);
    assert_eq!(plan.flaws(), []);
    let told = engine::schedule(&plan);
    assert!(told.totals(engine::Measure::Backlog, engine::Every::Year).0.iter().any(|sum| *sum > model::Total::ZERO));
    let whole = timed(100, |_| drop(std::hint::black_box(engine::schedule(&plan))));
    let row = plan.allocations.as_slice()[ROWS / 2].id;
    let edited = |round: usize| {
        let amount = Money::from_cents(400_000_000 + round as i64);
        plan.apply(&Edit::base(Change::SetAmount { allocation: row, amount })).unwrap()
    };
    let edit = timed(200, |round| {
        let next = edited(round);
        std::hint::black_box(engine::schedule_after(&plan, &told, &next));
    });
    let step = plan.steps.as_slice()[3].id;
    let slip = timed(50, |_| {
        let next = plan.apply(&Edit::base(Change::SlipStep { step, quarters: 4 })).unwrap();
        std::hint::black_box(engine::shift(&next, &told, &engine::schedule_after(&plan, &told, &next)));
    });
    let explain = timed(50, |_| {
        std::hint::black_box(engine::explain(&plan, &told, &[ROWS / 2], engine::Period::Year(2031)));
    });
    vec![
        line(
            format!("conditions: {ROWS} rows, {STEPS} steps, 3 events, 3 caps, whole"),
            median_and_p95(whole),
            "under 25 ms",
        ),
        line("  one row edited: applied and computed again", median_and_p95(edit), "under 3 ms"),
        line("  one step slipped: computed again and told in money", median_and_p95(slip), ""),
        line("  one figure explained", median_and_p95(explain), ""),
        line("  its figures in memory", format!("{:.1} MB", told.bytes() as f64 / 1e6), ""),
    ]
}
