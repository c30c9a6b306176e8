//! What an analyst is told of steps that come too late or too early to be certain, and of events past the package.

#![allow(clippy::unwrap_used, clippy::panic)]

use engine::{Concern, ConcernKind, Severity, concerns, concerns_in, schedule, schedule_after, shift};
use model::{Change, Edit, Grade, Id, Money, Name, Plan, Scenario, ScenarioId, TableName, Total, sketch};

/// The concerns of a sketch that are of one kind.
fn told(lines: &str, key: &str) -> Vec<Concern> {
    let head = "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
        terms fundamentals from 2026-Q1 proportional window 4 lag 0\n";
    let plan = sketch::plan(&format!("{head}{lines}")).unwrap();
    let schedule = schedule(&plan);
    concerns(&plan, &schedule).into_iter().filter(|concern| concern.kind.key() == key).collect()
}

/// How many and the first of the steps or events that a concern is about.
fn named(concerns: &[Concern]) -> Vec<(Severity, usize, String)> {
    let of = |concern: &Concern| match &concern.kind {
        ConcernKind::StepsOverdue { count, first }
        | ConcernKind::StepsLapsed { count, first }
        | ConcernKind::StepsTooLate { count, first }
        | ConcernKind::StepsAhead { count, first }
        | ConcernKind::EventsAfterHorizon { count, first }
        | ConcernKind::OpenedAfterHorizon { count, first, .. } => (concern.severity, *count, first.to_string()),
        other => (concern.severity, 0, format!("{other:?}")),
    };
    concerns.iter().map(of).collect()
}

const ROW: &str = "A001 eu grant energy 12bn 2027-Q1..2029-Q4 uniform fundamentals\n";

#[test]
fn an_overdue_step_counts_as_met_only_while_its_window_is_open() {
    let steps = format!(
        "{ROW}step S1 fundamentals due 2025-Q4
        step S2 fundamentals due 2025-Q3
        step S3 fundamentals due 2025-Q1
        step S4 fundamentals due 2027-Q1"
    );
    let warning = |count, first: &str| vec![(Severity::Warning, count, first.to_owned())];
    assert_eq!(
        named(&told(&steps, "steps_overdue")),
        warning(1, "S1"),
        "the window of S1 closes with the open quarter"
    );
    assert_eq!(named(&told(&steps, "steps_lapsed")), warning(2, "S2"));
    assert_eq!(told(&steps, "steps_too_late"), []);
}

#[test]
fn a_step_that_comes_after_its_window_is_named_whatever_its_state() {
    let steps = format!(
        "{ROW}step S1 fundamentals due 2028-Q1 delay 5
        step S2 fundamentals due 2028-Q1 met 2029-Q2
        step S3 fundamentals due 2028-Q1 partly 0.5 2029-Q2
        step S4 fundamentals due 2028-Q1 met 2029-Q2 reversed 2030-Q1
        step S5 fundamentals due 2028-Q1 delay 4
        step S6 fundamentals due 2028-Q1 met 2029-Q1"
    );
    assert_eq!(named(&told(&steps, "steps_too_late")), [(Severity::Warning, 4, "S1".to_owned())]);
    // What is met in time, later than today, is an assumption.
    assert_eq!(named(&told(&steps, "steps_ahead")), [(Severity::Note, 1, "S6".to_owned())]);
}

#[test]
fn what_is_entered_for_a_later_quarter_than_todays_is_an_assumption() {
    let steps = format!(
        "{ROW}step S1 fundamentals due 2026-Q2 met 2026-Q4
        step S2 fundamentals due 2026-Q2 met 2027-Q1
        step S3 fundamentals due 2026-Q2 partly 0.5 2027-Q1
        step S4 fundamentals due 2026-Q2 met 2026-Q3 reversed 2027-Q1
        step S5 fundamentals due 2026-Q2 met 2026-Q3 reversed 2026-Q4"
    );
    assert_eq!(named(&told(&steps, "steps_ahead")), [(Severity::Note, 3, "S2".to_owned())]);
}

#[test]
fn an_opening_past_the_package_moves_money_and_other_events_there_do_nothing() {
    let amount = |lines: &str| {
        let found = told(lines, "opened_after_horizon");
        let rows = found.iter().flat_map(|concern| concern.rows.clone()).collect::<Vec<Id>>();
        let amount = found.iter().find_map(|concern| match concern.kind {
            ConcernKind::OpenedAfterHorizon { amount, .. } => Some(amount),
            _ => None,
        });
        (named(&found), amount, rows.len())
    };
    let rows = "A001 eu grant energy 12bn 2027-Q1..2029-Q4 uniform
        A002 eu grant energy 12bn 2034-Q1..2036-Q4 uniform
        A003 eu grant transport 10bn 2026-Q1..2026-Q4 uniform paid 2026-Q1=4bn 2026-Q2=1bn
        A004 eu grant health 9bn 2036-Q1..2036-Q4 uniform\n";
    let billions = |billions: i128| Some(Total::from_cents(billions * 100_000_000_000));
    let warned = |count, first: &str| vec![(Severity::Warning, count, first.to_owned())];
    // 12 bn within the package, and eight of twelve quarters of another row.
    let opened = amount(&format!("{rows}event E1 2036-01-01 open sector=energy"));
    assert_eq!(opened, (warned(1, "E1"), billions(20), 2));
    let both = format!(
        "{rows}event E2 2036-01-01 open sector=energy
        event E3 2040-05-09 until 2045-01-01 while sector=transport
        event E4 2036-01-01 open sector=health
        event E5 2036-01-01 stop
        event E6 2036-01-01 open excluded"
    );
    // What was paid stands; of what is left nothing is paid within the package.
    assert_eq!(amount(&both), (warned(2, "E2"), billions(25), 3));
    assert_eq!(named(&told(&both, "events_after_horizon")), [(Severity::Note, 2, "E4".to_owned())]);
    assert_eq!(amount(&format!("{rows}event E1 2035-12-31 open sector=energy")).0, []);
    let after = told(&both, "after_horizon");
    assert!(
        matches!(after[0].kind, ConcernKind::AfterHorizon { amount } if amount > billions(25).unwrap()),
        "{after:?}"
    );
}

#[test]
fn a_slip_within_a_year_is_told_by_its_quarters() {
    let plan = sketch::plan(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
        terms fundamentals from 2026-Q1 proportional window 4 lag 0
        A001 eu grant energy 12bn 2027-Q1..2027-Q1 uniform fundamentals
        step S1 fundamentals due 2028-Q1",
    )
    .unwrap();
    let before = schedule(&plan);
    let slipped = |quarters| {
        let edit = Edit::base(Change::SlipStep { step: Id::from_bits(1), quarters });
        let next = plan.apply(&edit).unwrap();
        shift(&next, &before, &schedule_after(&plan, &before, &next))
    };
    let within = slipped(2);
    assert_eq!((within.moved, within.moved_in_quarters), (Total::ZERO, Total::from_cents(1_200_000_000_000)));
    assert_eq!(within.within, [2028]);
    let beyond = slipped(4);
    assert_eq!((beyond.moved, &beyond.within[..]), (Total::from_cents(1_200_000_000_000), &[][..]));
}

/// A plan with a scenario that overrides what these edits change, and one that follows it and overrides nothing.
fn with_scenarios(changes: &[Change]) -> Plan {
    let mut plan = sketch::plan(&format!(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20\n{ROW}A002 eu grant health 9bn 2027-Q1..2029-Q4 uniform"
    ))
    .unwrap();
    for (number, parent) in [(7, ScenarioId::Base), (8, ScenarioId::Of(Id::from_bits(7)))] {
        let scenario = Scenario {
            id: Id::from_bits(number),
            name: Name::same(format!("Case {number}")),
            parent,
            place: 1,
            outcome: None,
            trigger: Name::default(),
            grade: Grade::Assumption,
            sources: Vec::new(),
            note: String::new(),
        };
        plan = plan.apply(&Edit::base(Change::AddScenario { scenario: Box::new(scenario) })).unwrap();
    }
    for change in changes {
        let edit = Edit { scenario: ScenarioId::Of(Id::from_bits(7)), change: change.clone() };
        plan = plan.apply(&edit).unwrap();
    }
    plan
}

/// What is said of overrides in a scenario.
fn of_overrides(plan: &Plan, number: u128) -> Vec<Concern> {
    let scenario = ScenarioId::Of(Id::from_bits(number));
    let resolved = plan.resolve(scenario).unwrap();
    let told = concerns_in(&resolved.plan, &schedule(&resolved.plan), scenario, &resolved.unapplied);
    assert!(told.is_sorted_by_key(|concern| concern.severity));
    told.into_iter().filter(|concern| concern.kind.key().starts_with("override")).collect()
}

fn amount(row: u128, billions: i64) -> Change {
    Change::SetAmount { allocation: Id::from_bits(row), amount: Money::from_cents(billions * 100_000_000_000) }
}

#[test]
fn overrides_without_a_reason_are_noted_where_they_stand() {
    let plan = with_scenarios(&[amount(1, 5), amount(2, 6)]);
    let told = of_overrides(&plan, 7);
    let kind = ConcernKind::OverridesUnreasoned { scenario: Name::same("Case 7"), count: 2 };
    assert_eq!(told, [Concern { severity: Severity::Note, kind, rows: Vec::new(), sources: Vec::new() }]);
    assert_eq!(of_overrides(&plan, 8), [], "the scenario that follows has none of its own");
    let base = plan.resolve(ScenarioId::Base).unwrap().plan;
    let told = schedule(&base);
    assert_eq!(concerns_in(&base, &told, ScenarioId::Base, &[]), concerns(&base, &told));
}

#[test]
fn overrides_of_a_row_that_is_gone_are_told_once_also_to_who_follows() {
    let id = Id::from_bits(2);
    let (start, end) = ("2028-Q1".parse().unwrap(), "2029-Q4".parse().unwrap());
    let plan = with_scenarios(&[amount(2, 6), Change::SetSpan { allocation: id, start, end }]);
    let plan = plan.apply(&Edit::base(Change::RemoveAllocation { allocation: id })).unwrap();
    for number in [7, 8] {
        let told = of_overrides(&plan, number);
        assert_eq!((told[0].severity, &told[0].rows[..]), (Severity::Warning, &[][..]));
        let ConcernKind::OverrideRowGone { scenario, table, row, says } = &told[0].kind else { panic!("{told:?}") };
        assert_eq!((&*scenario.en, *table, &**row), ("Case 7", TableName::Allocations, &*id.to_string()));
        let says: Vec<(&str, &str)> = says.iter().map(|(field, value)| (field.as_str(), &**value)).collect();
        assert_eq!(says, [("amount", "6000000000.00"), ("start", "2028-Q1")]);
        assert_eq!(told.len(), if number == 7 { 2 } else { 1 }, "{told:?}");
    }
}

#[test]
fn an_override_that_breaks_a_rule_by_now_is_named_with_the_rule() {
    let plan = with_scenarios(&[amount(2, 6)]);
    let quarter = "2026-Q2".parse().unwrap();
    let paid = Some(Money::from_cents(700_000_000_000));
    let paid = Change::SetPaid { allocation: Id::from_bits(2), quarter, amount: paid };
    let plan = plan.apply(&Edit::base(paid)).unwrap();
    let told = of_overrides(&plan, 8);
    assert_eq!((told[0].severity, &told[0].rows[..]), (Severity::Warning, &[Id::from_bits(2)][..]));
    let ConcernKind::OverrideRefused { called, field, value, refusal, .. } = &told[0].kind else { panic!("{told:?}") };
    assert_eq!((&**called, field.unwrap().as_str(), &**value), ("A002", "amount", "6000000000.00"));
    assert!(matches!(refusal, model::Refusal::LessThanPaid { .. }), "{refusal:?}");
}
