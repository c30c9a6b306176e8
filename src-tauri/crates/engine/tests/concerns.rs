//! What an analyst is told of steps that come too late or too early to be certain, and of events past the package.

#![allow(clippy::unwrap_used)]

use engine::{Concern, ConcernKind, Severity, concerns, schedule, schedule_after, shift};
use model::{Change, Edit, Id, Total, sketch};

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
