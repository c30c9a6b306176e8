//! What the charts say of money that waits: nothing vanishes, nothing is drawn as certain, no odds are invented.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use charts::{ChartError, Figure, Palette, Setting, States, Subject, Words, draw};
use model::{EventState, Money, Quarter, Total};
use support::conditions::{accession, booster, conditional, marks, millions, waiting};
use support::{Catalogue, EN, UK, decade};

fn figure(name: &str, subject: &Subject) -> Figure {
    in_words(name, subject, &EN)
}

fn in_words(name: &str, subject: &Subject, words: &Catalogue) -> Figure {
    let setting = Setting { width: 1440, height: 600, palette: &Palette::LIGHT, words };
    draw(name, subject, &setting).unwrap()
}

fn of(plan: &str) -> Subject {
    waiting().into_iter().find(|(name, _)| *name == plan).unwrap().1
}

#[test]
fn the_booster_s_four_states_always_add_to_its_amount() {
    for (plan, subject) in waiting() {
        let figure = figure("what_waits_for_reforms", &subject);
        let amount = |text: &String| text.parse::<Money>().unwrap();
        for (row, zone) in figure.table.rows.iter().zip(&figure.hover) {
            let [parts @ .., whole] = &row[1..] else { panic!("{row:?}") };
            assert_eq!(parts.iter().map(amount).sum::<Total>(), amount(whole).into(), "{plan} {row:?}");
            let told: Total = zone.lines.iter().filter(|line| line.key != "total").map(|line| line.amount).sum();
            assert_eq!(told, amount(whole).into(), "{plan} {}", zone.period);
        }
        let wholes: Vec<&String> = figure.table.rows.iter().filter_map(|row| row.last()).collect();
        assert!(wholes.iter().all(|whole| *whole == wholes[0]), "{plan}: {wholes:?}");
    }
}

#[test]
fn the_booster_s_title_tells_what_matters_most() {
    let title = |change: &dyn Fn(&mut Subject)| {
        let mut subject = conditional();
        change(&mut subject);
        figure("what_waits_for_reforms", &subject).title
    };
    let set = |states: Vec<States>| move |subject: &mut Subject| subject.conditions.booster.clone_from(&states);
    assert_eq!(
        title(&|_| ()),
        "Of the 200.0 bn booster, 5.6 bn would be lost and 190.4 bn released by the end of 2035"
    );
    assert_eq!(title(&set(Vec::new())), "No money waits for reforms");
    assert_eq!(title(&set(booster(|_| (200_000, 0, 0)))), "All of the 200.0 bn booster is released");
    assert_eq!(
        title(&set(booster(|at| (0, 0, at as i128 * 5_128)))),
        "Of the 200.0 bn booster, 200.0 bn would be lost and 0 bn released by the end of 2035"
    );
    assert_eq!(
        title(&set(booster(|at| (0, 0, if at < 9 { 0 } else { 200_000 })))),
        "All 200.0 bn of the booster would be lost by the end of 2035"
    );
    assert_eq!(
        title(&set(booster(|at| (at as i128 * 1_000, if at == 20 { 7_250 } else { 0 }, 0)))),
        "Of the 200.0 bn booster, up to 7.3 bn would be at risk, first in Q1 2031"
    );
    assert_eq!(
        title(&set(booster(|at| (at as i128 * 1_000, 0, 0)))),
        "Of the 200.0 bn booster, 39.0 bn would be released by the end of 2035"
    );
    assert_eq!(
        title(&set(booster(|at| (at as i128 * 5_000, 0, 0)))),
        "Half of the 200.0 bn booster would be released by Q1 2031"
    );
    assert_eq!(
        title(&|subject| subject.conditions.steps.all = 0),
        "No step is named, so all 200.0 bn of the booster count as released"
    );
}

#[test]
fn states_are_told_apart_by_more_than_colour() {
    let subject = conditional();
    let with = figure("what_waits_for_reforms", &subject).svg;
    let mut calm = subject;
    calm.conditions.booster = booster(|at| (at as i128 * 5_000, 0, 0));
    let without = figure("what_waits_for_reforms", &calm).svg;
    // Stripes over what is at risk are polygons of the booster's colour, rules over what is lost are of the canvas.
    let stripes = |svg: &str| svg.matches("<polygon").count();
    assert!(stripes(&with) > stripes(&without) + 20, "{} {}", stripes(&with), stripes(&without));
    assert!(with.contains(&Palette::LIGHT.lost.hex()) && !without.contains(&Palette::LIGHT.lost.hex()));
}

#[test]
fn no_curve_is_drawn_without_probabilities() {
    let none = figure("when_could_accession_come", &of("no odds"));
    assert_eq!(none.title, "As planned, all steps would be met in Q4 2033; their odds are not known");
    assert!(none.alt.contains("Steps without a probability: 33 of 33. No curve is drawn from guesses."));
    assert!(!none.svg.contains(&Palette::LIGHT.band.hex()) && !none.svg.contains("If independent"));
    for said in ["All steps met as planned: Q4 2033", "1\u{a0}Jan\u{a0}2027 Accession as targeted"] {
        assert!(none.svg.contains(said), "{said:?} missing");
    }
    assert_eq!(none.table.rows[0], ["2033-Q4", "All steps met as planned"]);
    assert!(none.table.rows.contains(&vec!["2027-01-01".to_owned(), "Accession as targeted".to_owned()]));
    assert!(none.hover[31].notes.contains(&"All steps met as planned: Q4 2033".to_owned()), "{:?}", none.hover[31]);

    let curve = figure("when_could_accession_come", &conditional());
    assert_eq!(curve.title, "If steps are independent, the odds of all being met would be even by Q1 2033");
    assert!(curve.svg.contains(&Palette::LIGHT.band.hex()) && curve.svg.contains("If independent 72.8\u{a0}%"));
    assert_eq!(curve.table.rows.len(), 40);
    assert_eq!(curve.table.rows[39], ["2035-Q4", "72.8\u{a0}%", "70.6\u{a0}%", "85.3\u{a0}%"]);
    assert_eq!(curve.hover[39].notes[0], "If independent: 72.8\u{a0}%");
}

#[test]
fn the_planned_quarter_is_told_even_where_it_cannot_be_drawn() {
    let mut subject = of("no odds");
    subject.conditions.accession.planned = Quarter::new(2041, 2);
    let late = figure("when_could_accession_come", &subject);
    assert_eq!(late.title, "As planned, all steps would be met in Q2 2041; their odds are not known");
    assert!(late.alt.contains("All steps met as planned: Q2 2041."));
    subject.conditions.accession.planned = None;
    assert_eq!(figure("when_could_accession_come", &subject).title, "As planned, the steps would never all be met");
    subject.conditions.steps.all = 0;
    assert_eq!(figure("when_could_accession_come", &subject).title, "No steps are named");
    let mut slow = conditional();
    slow.conditions.accession = accession(Some(0.01));
    let slow = figure("when_could_accession_come", &slow);
    assert_eq!(slow.title, "If steps are independent, all would be met by Q4 2035 with a probability of 7.2\u{a0}%");
}

#[test]
fn absorption_counts_the_years_beyond_the_bound() {
    let found = figure("can_it_be_absorbed", &conditional());
    assert_eq!(found.title, "Payments would pass 15\u{a0}% of GDP in 9 of 10 years");
    assert!(found.note.contains("GDP is extrapolated from 2031 on: dashes."), "{}", found.note);
    assert_eq!(found.hover[0].notes[0], "8.3\u{a0}% of GDP");
    assert_eq!(found.hover[9].notes[0], "15.6\u{a0}% of an extrapolated GDP");
    let row = &found.table.rows[5];
    assert_eq!(row[..4], ["2031", "109400000000.00", "9000000000.00", "309065000000.00"]);
    assert_eq!(row[4..], ["46359750000.00", "35.4\u{a0}%", "105000000000.00"]);

    let mut subject = conditional();
    let title = |subject: &Subject| figure("can_it_be_absorbed", subject).title;
    subject.conditions.bound_per_mille = 900;
    assert_eq!(title(&subject), "Up to 9.0 bn would wait for room, most at the end of 2031");
    subject.conditions.years.iter_mut().for_each(|year| year.waiting = Total::ZERO);
    assert_eq!(title(&subject), "Payments would stay below 90\u{a0}% of GDP in every year");
    subject.conditions.years.iter_mut().for_each(|year| year.gdp = None);
    assert_eq!(title(&subject), "All that is due would be paid: nothing waits for room");
    subject.conditions.years.clear();
    subject.conditions.caps.clear();
    assert_eq!(title(&subject), "Nothing is paid");
}

#[test]
fn a_year_exactly_at_the_bound_does_not_pass_it() {
    let mut subject = conditional();
    for year in &mut subject.conditions.years {
        (year.paid, year.gdp) = (millions(15), Some(Money::from_cents(10_000_000_000)));
    }
    let title = |subject: &Subject| figure("can_it_be_absorbed", subject).title;
    assert!(!title(&subject).contains("pass"), "{}", title(&subject));
    subject.conditions.years[3].paid = Total::from_cents(1_500_000_001);
    assert_eq!(title(&subject), "Payments would pass 15\u{a0}% of GDP in 1 of 10 years");
}

#[test]
fn payments_are_what_is_paid_and_the_rest_is_told() {
    let mut subject = conditional();
    let flows = figure("when_it_flows", &subject);
    let last = flows.table.rows.last().unwrap();
    let amount = |text: &String| text.parse::<Money>().unwrap();
    // Committed, planned, paid, at risk, to come, needs.
    assert_eq!(flows.table.header[4..6], ["At risk", "To come"]);
    assert_eq!(amount(&last[1]), amount(&last[3]).checked_add(amount(&last[4])).unwrap(), "{last:?}");
    assert!(flows.note.contains("Not paid by the end of 2035: 13.2 bn at risk."), "{}", flows.note);
    assert!(flows.svg.contains("Behind plan: booster"));
    assert!(flows.alt.contains("13.2 bn at risk"));
    let payers = figure("who_pays", &subject);
    assert_eq!(payers.title, "Planned payments would peak in 2031 at 111.9 bn");
    assert_eq!(payers.table.header.last().unwrap(), "Paid");
    assert_eq!(payers.table.rows.last().unwrap().last().unwrap(), "786800000000.00");
    assert!(payers.note.contains("786.8 of 800.0 bn by the end of 2035"), "{}", payers.note);
    assert!(!figure("who_pays", &decade()).table.header.contains(&"Paid".to_owned()));
    // Payments may be taken back within a year, and never more of them than there were.
    subject.flows[6].paid[8] = Total::from_cents(-99_000_000_000_000);
    let setting = Setting { width: 1440, height: 420, palette: &Palette::LIGHT, words: &EN };
    assert!(matches!(draw("when_it_flows", &subject, &setting), Err(ChartError::Negative { .. })));
}

#[test]
fn a_year_in_which_more_is_taken_back_than_paid_is_said() {
    let mut subject = conditional();
    subject.flows[2].paid[36] = millions(-90_000);
    subject.conditions.years[9].paid = millions(-20_000);
    for name in ["who_pays", "can_it_be_absorbed"] {
        let figure = figure(name, &subject);
        assert!(figure.note.contains("More is taken back than paid in 2035."), "{name}: {}", figure.note);
        assert!(figure.svg.contains("2035") && !figure.svg.contains("height=\"-"), "{name}");
    }
    assert!(figure("when_it_flows", &subject).title.starts_with("Half of the 800.0 bn"));
}

#[test]
fn events_are_marked_named_and_found_by_the_pointer() {
    let subject = conditional();
    for name in ["when_it_flows", "what_waits_for_reforms", "when_could_accession_come", "can_it_be_absorbed"] {
        let figure = figure(name, &subject);
        // Four days of January share a marker; the others have a letter each.
        for marker in [">4</text>", ">E</text>", ">F</text>", ">G</text>", ">H</text>"] {
            assert!(figure.svg.contains(marker), "{name}: {marker} missing");
        }
        assert!(figure.note.contains("A\u{a0}5\u{a0}Jan\u{a0}2026 Chiefs of staff meet; B\u{a0}6"), "{}", figure.note);
        assert!(figure.note.contains("Guarantee begins (assumed)"), "{}", figure.note);
        assert!(figure.alt.contains("F\u{a0}1\u{a0}Jan\u{a0}2027 Accession as targeted (expected)"), "{}", figure.alt);
        assert!(
            !figure.svg.contains("Settlement") && !figure.note.contains("Settlement"),
            "{name} draws what is excluded"
        );
        let told: Vec<&String> = figure.hover[0].notes.iter().filter(|note| note.contains("Chiefs of staff")).collect();
        assert_eq!(told, ["5\u{a0}Jan\u{a0}2026 Chiefs of staff meet"], "{name}");
        assert!(in_words(name, &subject, &UK).note.contains("Вступ за ціллю (очікується)"));
    }
}

#[test]
fn events_outside_the_years_and_excluded_ones_leave_no_trace() {
    let mut subject = decade();
    let bare = figure("when_it_flows", &subject);
    subject.conditions.marks = marks();
    for mark in &mut subject.conditions.marks {
        mark.state = EventState::Excluded;
    }
    assert_eq!(figure("when_it_flows", &subject), bare);
    subject.conditions.marks = marks().drain(..1).collect();
    subject.conditions.marks[0].day = "2025-12-31".parse().unwrap();
    assert_eq!(figure("when_it_flows", &subject), bare);
}

#[test]
fn the_charts_of_conditions_refuse_what_cannot_be() {
    let setting = Setting { width: 1440, height: 420, palette: &Palette::LIGHT, words: &EN };
    let mut short = conditional();
    short.conditions.booster.pop();
    let refusal = ChartError::Lengths { what: "booster", given: 39, expected: 40 };
    assert_eq!(draw("what_waits_for_reforms", &short, &setting).unwrap_err(), refusal);
    let mut below = conditional();
    below.conditions.booster[3].at_risk = Total::from_cents(-1);
    assert!(matches!(draw("what_waits_for_reforms", &below, &setting), Err(ChartError::Negative { .. })));
    let mut years = conditional();
    years.conditions.years.pop();
    let refusal = ChartError::Lengths { what: "years", given: 9, expected: 10 };
    assert_eq!(draw("can_it_be_absorbed", &years, &setting).unwrap_err(), refusal);
}

#[test]
fn a_unit_and_its_reading_survive_the_smallest_export() {
    for (name, subject) in [("what_waits_for_reforms", of("conditional")), ("can_it_be_absorbed", of("conditional"))] {
        for words in [&EN, &UK] {
            let setting = Setting { width: 480, height: 300, palette: &Palette::LIGHT, words };
            let figure = draw(name, &subject, &setting).unwrap();
            let drawn: String = figure.svg.split("<text").skip(1).collect();
            for said in [words.say("chart-unit-billion", &[]).split('\u{a0}').next().unwrap(), "overlay", "7c1e04ab"] {
                assert!(drawn.contains(said), "{name} in {}: {said:?} missing", words.language());
            }
            assert!(drawn.contains("78"), "{name}: how much is assumed is missing");
        }
    }
}
