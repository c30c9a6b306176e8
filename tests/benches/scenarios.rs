//! How long it takes to look at a scenario of a large plan, and to compare two: 100 scenarios of 200 overrides each on 5,000
//! rows, with steps, events and caps.

use model::{
    Event, FieldName, Grade, Id, Money, Name, Override, OverrideKey, Plan, Scenario, ScenarioId, TableName, What,
};

use crate::conditions::{conditioned, timed};
use crate::{Line, line, median_and_p95, plan_of};

pub(crate) const ROWS: usize = 5_000;
pub(crate) const SCENARIOS: usize = 100;
pub(crate) const OVERRIDES: usize = 200;

/// The plan, and its scenarios: each of them changes the amounts of some rows.
pub(crate) fn with_scenarios(plan: &Plan) -> Plan {
    let scenario = |at: usize| Scenario {
        id: id(at),
        name: Name::same(format!("Scenario {at}")),
        parent: ScenarioId::Base,
        place: at as u32,
        outcome: None,
        trigger: Name::default(),
        grade: Grade::Assumption,
        sources: Vec::new(),
        note: String::new(),
    };
    let amount = FieldName::of(TableName::Allocations, "amount").unwrap();
    let of = |at: usize| -> Vec<Override> {
        let change = |number: usize| {
            let row = &plan.allocations.as_slice()[(number * (ROWS / OVERRIDES) + at) % ROWS];
            let key = OverrideKey {
                scenario: id(at),
                table: TableName::Allocations,
                row: row.id.to_string().into(),
                field: Some(amount),
            };
            let value = Money::from_cents(row.amount.cents() + 100 * (number as i64 + 1));
            Override { at: key, what: What::Set(value.to_string()), reason: "Measured".to_owned(), sources: Vec::new() }
        };
        (0..OVERRIDES).map(change).collect()
    };
    Plan {
        scenarios: (0..SCENARIOS).map(scenario).collect(),
        overrides: (0..SCENARIOS).flat_map(of).collect(),
        ..plan.clone()
    }
}

/// The id of one of the scenarios.
pub(crate) fn id(at: usize) -> Id {
    Id::from_bits(at as u128 + 1_000_000)
}

/// The plan as a scenario sees it, and with more changes of what rows depend on: every step and event is another.
fn with_conditions_changed(plan: &Plan) -> Plan {
    let late = |step: &model::Step| model::Step { delay_quarters: step.delay_quarters + 1, ..step.clone() };
    let sooner = |event: &Event| Event { date: model::Date::new(2028, 3, 1).unwrap(), ..event.clone() };
    Plan {
        steps: plan.steps.iter().map(|step| late(step)).collect(),
        events: plan.events.iter().map(|event| sooner(event)).collect(),
        ..plan.clone()
    }
}

/// A scenario looked at; it and the base compared, its schedule included: with the shipped conditions and with many that bind,
/// and with all of these changed.
pub(crate) fn lines() -> Vec<Line> {
    let shipped = lines_of("the shipped steps", &plan_of(ROWS), |plan| plan);
    let many = lines_of("300 steps, 3 events, 3 caps", &conditioned(ROWS), |plan| plan);
    let changed = lines_of("all steps and events changed", &conditioned(ROWS), |plan| with_conditions_changed(&plan));
    [shipped, many, changed].into_iter().flatten().collect()
}

fn lines_of(what: &str, base: &Plan, changed: impl Fn(Plan) -> Plan) -> Vec<Line> {
    let plan = with_scenarios(base);
    let told = engine::schedule(&plan);
    let resolved = |at: usize| changed(plan.resolve(ScenarioId::Of(id(at % SCENARIOS))).unwrap().plan);
    let look = timed(100, |round| {
        std::hint::black_box(engine::schedule_after(&plan, &told, &resolved(round)));
    });
    let compare = timed(100, |round| {
        let next = resolved(round);
        let after = engine::schedule_after(&plan, &told, &next);
        let [a, b] = [(&plan, &told), (&next, &after)].map(|(plan, schedule)| engine::Side { plan, schedule });
        assert!(engine::compare(a, b).rows.len() >= OVERRIDES);
    });
    vec![
        line(
            format!("{SCENARIOS} scenarios of {OVERRIDES} overrides, {ROWS} rows, {what}: one looked at"),
            median_and_p95(look),
            "",
        ),
        line("  compared with the base, its schedule included", median_and_p95(compare), "under 50 ms"),
    ]
}
