//! From a plan to the charts: nothing is lost on the way, and nothing is invented.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use charts::{CHARTS, Facts, Flow, Funding, Palette, Room, Setting, Subject, Unpaid, draw};
use engine::{Every, Measure};
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
    for chart in CHARTS {
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
    for chart in CHARTS {
        let setting = Setting { width: 860, height: 400, palette: &Palette::LIGHT, words: &EN };
        draw(chart.name, &subject, &setting).unwrap();
    }
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

/// A plan whose money waits for steps, room and events.
const HELD: &str = "package 100bn 2026-Q1..2029-Q4 as-of 2026-11-20
A001 eu grant energy 10bn 2027-Q1..2028-Q4 uniform
A002 eu loan_concessional transport 6bn 2027-Q1..2028-Q4 uniform fundamentals
A003 wb loan_commercial transport 7bn 2026-Q4..2031-Q2 uniform
A004 investors equity_private energy 4bn 2027-Q1..2029-Q4 uniform
step S01 fundamentals due 2027-Q1
step S02 fundamentals due 2027-Q3 delay 9
step S03 fundamentals due 2029-Q1
terms fundamentals from 2026-Q1 proportional window 4 lag 1
event E01 2027-07-01 stop capital=private
event E02 2026-03-01 excluded
cap 3bn sector=energy
cap 2bn sector=transport";

fn billions(amount: i128) -> Total {
    Total::from_cents(amount * 100_000_000_000)
}

#[test]
fn what_waits_is_what_the_schedule_tells() {
    let plan = sketch::plan(HELD).unwrap();
    let schedule = engine::schedule(&plan);
    let subject = Subject::from_plan(&plan, &schedule, facts(), None);
    let conditions = &subject.conditions;
    let of = |reason: Unpaid| &conditions.unpaid.iter().find(|(known, _)| *known == reason).unwrap().1;
    for reason in Unpaid::ALL {
        let measure = Measure::from_key(reason.key()).unwrap();
        assert_eq!(*of(reason), schedule.totals(measure, Every::Quarter).0, "{reason:?}");
    }
    for held in [Unpaid::AtRisk, Unpaid::Backlog, Unpaid::Lost, Unpaid::Stopped, Unpaid::After] {
        assert!(of(held).iter().any(|sum| *sum > Total::ZERO), "the sketch holds nothing back as {held:?}");
    }
    // Committed is paid or told why not, at the end of every quarter.
    let mut open = Total::ZERO;
    for at in 0..subject.quarters {
        open += subject.flows.iter().map(|flow| flow.committed[at] - flow.paid[at]).sum();
        assert_eq!(Unpaid::ALL.iter().map(|reason| of(*reason)[at]).sum::<Total>(), open, "quarter {at}");
    }
    assert!(conditions.booster.iter().all(|states| states.total() == billions(6)));
    assert_eq!((conditions.steps.all, conditions.steps.assumed), (3, 3));
    assert_eq!((conditions.accession.missing, conditions.accession.odds.len()), (3, 0));
    assert_eq!(conditions.marks.len(), 2);
}

#[test]
fn years_stand_beside_the_room_of_caps_that_share_no_row() {
    let plan = sketch::plan(HELD).unwrap();
    let schedule = engine::schedule(&plan);
    let subject = Subject::from_plan(&plan, &schedule, facts(), None);
    let sane = engine::sanity(&plan, &schedule);
    let backlog = schedule.totals(Measure::Backlog, Every::Year).0;
    for ((year, sane), backlog) in subject.conditions.years.iter().zip(sane).zip(backlog) {
        assert_eq!((year.paid, year.gdp, year.waiting), (sane.paid, sane.gdp, backlog), "{}", sane.year);
        assert_eq!(year.room, Some(Room { room: billions(5), paid: sane.paid }), "{}", sane.year);
    }
    let told = |text: &str| {
        let plan = sketch::plan(text).unwrap();
        subject_of(&plan).conditions.years.into_iter().map(|year| year.room.map(|room| room.room)).collect::<Vec<_>>()
    };
    // Of caps that share a row only one over all rows can be held against payments.
    assert_eq!(told(&format!("{HELD}\ncap 1bn sector=energy")), [None; 4]);
    assert_eq!(told(&format!("{HELD}\ncap 4bn")), [Some(billions(4)); 4]);
}

#[test]
fn a_chart_is_told_enough_and_the_same() {
    let text = HELD.replace("due 2027-Q1", "due 2027-Q1 probability 0.5").replace("delay 9", "delay 9 probability 0.4");
    let plan = sketch::plan(&text.replace("due 2029-Q1", "due 2029-Q1 probability 0.6")).unwrap();
    let schedule = engine::schedule(&plan);
    let setting = Setting { width: 860, height: 400, palette: &Palette::LIGHT, words: &EN };
    let all = Subject::from_plan(&plan, &schedule, facts(), None);
    for chart in CHARTS {
        let own = Subject::for_chart(chart.name, &plan, &schedule, facts(), None);
        assert_eq!(
            draw(chart.name, &own, &setting).unwrap(),
            draw(chart.name, &all, &setting).unwrap(),
            "{}",
            chart.name
        );
    }
    let bare = Subject::for_chart("who_pays", &plan, &schedule, facts(), None);
    assert!(bare.conditions.unpaid.is_empty() && bare.conditions.years.is_empty());
}
