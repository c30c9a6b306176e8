//! From a plan to the charts: nothing is lost on the way, and nothing is invented.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use charts::{Facts, Flow, Funding, Palette, Setting, Subject, draw};
use model::{Plan, Total, sketch};
use support::{EN, facts};

const SKETCH: &str = "package 100bn 2026-Q1..2029-Q4 as-of 2026-11-20
A001 eu grant energy 10bn 2027-Q1..2028-Q4 uniform
A002 eu loan_concessional transport 5bn 2027-Q1..2028-Q4 trapezoid(d=0.3,u=0.2) fundamentals
A003 wb loan_commercial transport 7bn 2026-Q4..2031-Q2 uniform
A004 us equity_public energy 0.15bn 2026-Q4..2028-Q4 uniform
A005 ebrd guarantee energy 0.25bn 2026-Q4..2028-Q4 uniform
A006 investors loan_private energy 20bn 2026-Q1..2027-Q4 uniform paid 2026-Q2=1bn
A007 investors equity_private energy 3bn 2028-Q1..2029-Q4 uniform fundamentals";

fn subject_of(plan: &Plan) -> Subject {
    Subject::from_plan(plan, &engine::schedule(plan), facts(), None)
}

fn sum(subject: &Subject, funding: Funding, measure: impl Fn(&Flow) -> Total) -> i128 {
    subject.flows.iter().filter(|flow| flow.funding == funding).map(measure).sum::<Total>().cents()
}

#[test]
fn every_cent_of_a_plan_reaches_its_charts() {
    let subject = subject_of(&sketch::plan(SKETCH).unwrap());
    let planned = |flow: &Flow| flow.planned.iter().copied().sum::<Total>() + flow.after;
    let committed = |flow: &Flow| flow.committed.iter().copied().sum::<Total>();
    for (funding, millions) in
        [(Funding::Grants, 10_000), (Funding::Loans, 12_000), (Funding::OtherPublic, 400), (Funding::Private, 23_000)]
    {
        assert_eq!(sum(&subject, funding, planned), millions * 100_000_000, "{funding:?}");
        assert_eq!(sum(&subject, funding, committed), millions * 100_000_000, "{funding:?}");
    }
    let booster: Total = subject.flows.iter().filter(|flow| flow.booster).map(planned).sum();
    assert_eq!(booster.cents(), 800_000_000_000);
    assert!(subject.flows.iter().any(|flow| flow.after > Total::ZERO));
}

#[test]
fn a_sketch_can_be_drawn() {
    let subject = subject_of(&sketch::plan(SKETCH).unwrap());
    let setting = Setting { width: 1440, height: 420, palette: &Palette::LIGHT, words: &EN };
    for chart in charts::CHARTS {
        let figure = draw(chart.name, &subject, &setting).unwrap();
        assert!(!figure.svg.is_empty() && !figure.alt.is_empty());
    }
    let table = draw("who_pays", &subject, &setting).unwrap().table;
    assert_eq!(table.rows.last().unwrap().last().unwrap(), "45400000000.00");
}

#[test]
fn a_package_that_begins_within_a_year_is_shown_in_whole_years() {
    let text = SKETCH.replace("2026-Q1..2029-Q4", "2026-Q3..2029-Q2").replace(" paid 2026-Q2=1bn", "");
    let subject = subject_of(&sketch::plan(&text).unwrap());
    assert_eq!((subject.first.to_string(), subject.quarters), ("2026-Q1".to_owned(), 16));
    assert!(subject.flows.iter().all(|flow| flow.planned[..2].iter().all(|sum| *sum == Total::ZERO)));
    let planned = |flow: &Flow| flow.planned.iter().copied().sum::<Total>() + flow.after;
    assert_eq!(subject.flows.iter().map(planned).sum::<Total>().cents(), 4_540_000_000_000);
}

#[test]
fn the_assumed_share_is_that_of_the_amounts() {
    let plan = sketch::plan(SKETCH).unwrap();
    let assumed = Facts::assumed_per_mille(&plan);
    assert!(assumed <= 1000);
    assert_eq!(Facts::assumed_per_mille(&sketch::plan("").unwrap()), 0);
}
