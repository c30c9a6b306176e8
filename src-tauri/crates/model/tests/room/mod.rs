//! A small plan and random edits of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

use std::sync::Arc;

use model::{
    Allocation, Change, Code, Edit, Event, EventState, Grade, Id, Instrument, Money, Name, Plan, Priority, Profile,
    Quarter, Reading, Scenario, ScenarioId, Share, Step, StepState, apply_all, sketch,
};
use proptest::prelude::*;

/// Eight rows, five steps in two groups, four events of which one follows another, two caps, terms.
pub fn plan() -> Plan {
    let rows = (1..=8).map(|at| {
        let cluster = ["", "fundamentals", "green"][at % 3];
        format!("A{at:03} eu grant energy {at}0bn 2027-Q{}..203{at}-Q4 uniform {cluster}\n", at % 4 + 1)
    });
    let mut plan = sketch::plan(
        &(rows.collect::<String>()
            + "step S01 fundamentals due 2027-Q1 weight 2\nstep S02 fundamentals due 2028-Q1\nstep S03 green due 2027-Q3\n\
               step S04 green due 2029-Q1\nstep S05 green due 2030-Q1\n\
               terms fundamentals from 2026-Q1 proportional window 4 lag 2\n\
               event E01 2028-01-01 stop sector=energy\nevent E02 2028-06-30 delay 4 sector=energy\n\
               event E03 2029-01-01 stop capital=private\nevent E04 2030-01-01 scale 0.5 sector=energy\n\
               cap 5bn sector=energy\ncap gdp 0.15\n"),
    )
    .unwrap();
    let first = plan.events.iter().find(|event| event.code.as_str() == "E01").unwrap().id;
    let follower = plan.events.iter().find(|event| event.code.as_str() == "E02").unwrap();
    let follower = Event { follows: Some(first), lag_days: 30, ..Event::clone(follower) };
    plan.events.put(Arc::new(follower));
    let (key, name) = (plan.package.reading.clone(), Name::default);
    plan.readings.put(Arc::new(Reading {
        key,
        label: name(),
        date: String::new(),
        public: None,
        booster_block: None,
        private: None,
        booster_mark: None,
        total: None,
        arithmetic: name(),
        evidence_for: name(),
        evidence_against: name(),
        judgement: name(),
        sources: Vec::new(),
    }));
    plan
}

pub fn id(bits: u128) -> Id {
    Id::from_bits(bits)
}

pub fn scenario(bits: u128, parent: ScenarioId) -> Scenario {
    Scenario {
        id: id(bits),
        name: Name::same(format!("scenario {bits}")),
        parent,
        place: 0,
        outcome: None,
        trigger: Name::default(),
        grade: Grade::Assumption,
        sources: Vec::new(),
        note: String::new(),
    }
}

/// The plan with a chain of scenarios, each following the one before.
pub fn with_scenarios(plan: &Plan, count: u128) -> Plan {
    let mut parent = ScenarioId::Base;
    let edits = (1..=count).map(|bits| {
        let row = scenario(bits, parent);
        parent = ScenarioId::Of(row.id);
        Edit::base(Change::AddScenario { scenario: Box::new(row) })
    });
    apply_all(plan, &edits.collect::<Vec<_>>()).unwrap()
}

/// Numbers from which an edit is made; any will do.
pub type Seed = (u8, u16, u16, u32);

pub fn seeds(most: usize) -> impl Strategy<Value = Vec<Seed>> {
    proptest::collection::vec(any::<Seed>(), 0..most)
}

fn pick<T: Clone>(rows: &[T], number: u16) -> Option<T> {
    rows.get(usize::from(number) % rows.len().max(1)).cloned()
}

/// What a seed does to a plan, as that stands.
pub fn change(plan: &Plan, (kind, which, number, bits): Seed) -> Option<Change> {
    let row = || pick(plan.allocations.as_slice(), which);
    let allocation = row().map(|row| row.id);
    let quarter = |number: u16| Quarter::new(2026 + i32::from(number % 12), i32::from(number % 4) + 1).unwrap();
    let step = || pick(plan.steps.as_slice(), which).map(|row| Step::clone(&row));
    let event = || pick(plan.events.as_slice(), which).map(|row| Event::clone(&row));
    Some(match kind % 16 {
        0 | 1 => Change::SetAmount { allocation: allocation?, amount: Money::from_cents(i64::from(bits)) },
        2 => Change::SetSpan {
            allocation: allocation?,
            start: quarter(number),
            end: quarter(number).plus(u32::from(which % 9)),
        },
        3 => Change::SetNote { allocation: allocation?, note: format!("note {number}") },
        4 => Change::SetInstrument { allocation: allocation?, instrument: Instrument::ALL[usize::from(number % 8)] },
        5 => Change::SetLocked { allocation: allocation?, locked: number % 8 == 0 },
        6 => Change::RemoveAllocation { allocation: allocation? },
        7 => {
            let (code, id) = (plan.next_code(), id(u128::from(bits) + 1_000_000));
            let row = Allocation { id, code, locked: false, paid: Vec::new(), ..Allocation::clone(&*row()?) };
            Change::AddAllocation { row: Box::new(row) }
        }
        8 => Change::SetPriority {
            allocation: allocation?,
            priority: Priority::new((number % 9 + 1).try_into().unwrap()).unwrap(),
        },
        9 => {
            let profile = [
                Profile::uniform(),
                Profile::new(
                    "trapezoid",
                    [("u", "0.2"), ("d", "0.3")].map(|(k, v)| (k.to_owned(), v.parse().unwrap())).into(),
                )
                .unwrap(),
            ];
            Change::SetProfile { allocation: allocation?, profile: profile[usize::from(number % 2)].clone() }
        }
        10 => Change::SetStep { step: Box::new(Step { due: quarter(number), ..step()? }) },
        11 => {
            Change::SetStep { step: Box::new(Step { state: StepState::Met { quarter: quarter(number) }, ..step()? }) }
        }
        12 => {
            Change::SetEvent { event: Box::new(Event { state: EventState::ALL[usize::from(number % 4)], ..event()? }) }
        }
        13 if number % 2 == 0 => Change::RemoveEvent { event: event()?.id },
        13 => {
            let code: Code = format!("X{bits}").parse().ok()?;
            Change::SetEvent {
                event: Box::new(Event {
                    id: id(u128::from(bits) + 5_000_000),
                    code,
                    follows: None,
                    lag_days: 0,
                    ..event()?
                }),
            }
        }
        14 => Change::SetStep {
            step: Box::new(Step { weight: Share::quantised(model::Decimal::from(number % 9 + 1)), ..step()? }),
        },
        _ => Change::SetPackageTotal { amount: Money::from_cents(i64::from(bits) + 1) },
    })
}

/// The plan after those of the edits that it takes, in turn in each of these scenarios.
pub fn edited(plan: &Plan, seeds: &[Seed], scenarios: &[ScenarioId]) -> Plan {
    let mut plan = plan.clone();
    for (at, seed) in seeds.iter().enumerate() {
        let scenario = scenarios[at % scenarios.len()];
        let Some(change) = change(&plan.resolve(scenario).unwrap().plan, *seed) else { continue };
        plan = plan.apply(&Edit { scenario, change }).unwrap_or(plan);
    }
    plan
}

/// The plan without its scenarios, to compare what it says of money.
pub fn bare(plan: &Plan) -> Plan {
    let empty = sketch::plan("").unwrap();
    Plan { scenarios: empty.scenarios, overrides: empty.overrides, odds: empty.odds, ..plan.clone() }
}
