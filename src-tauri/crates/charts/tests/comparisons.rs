//! The charts of comparisons say what is compared, exactly, and never more than is known.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use charts::{ChartError, Comparison, Endings, Figure, Palette, Setting, Side, Sides, Subject, draw, to_png};
use model::Total;
use support::comparisons::{BASE, SECTORS, compared, comparisons, difference, endings, side, sides};
use support::conditions::millions;
use support::{EN, decade};

fn figure_of(name: &str, comparison: Comparison, (width, height): (u32, u32)) -> Result<Figure, ChartError> {
    let setting = Setting { width, height, palette: &Palette::LIGHT, words: &EN };
    draw(name, &compared(comparison), &setting)
}

fn differs(from: i128, bars: &[(&str, i128)]) -> Figure {
    let comparison = Comparison { difference: Some(difference(from, bars)), ..Comparison::default() };
    figure_of("what_differs", comparison, (1440, 420)).unwrap()
}

fn beside(sides: Sides) -> Figure {
    figure_of("side_by_side", Comparison { sides, ..Comparison::default() }, (1440, 420)).unwrap()
}

fn ended(endings: Endings) -> Figure {
    figure_of("how_it_could_end", Comparison { endings, ..Comparison::default() }, (1440, 420)).unwrap()
}

fn amounts(figure: &Figure, column: usize) -> Vec<Total> {
    let cents = |row: &Vec<String>| row[column].replace('.', "").parse().unwrap_or(0);
    figure.table.rows.iter().map(|row| Total::from_cents(cents(row))).collect()
}

#[test]
fn the_steps_of_the_table_add_exactly() {
    let figure = differs(763_200, &SECTORS);
    let (changes, sums) = (amounts(&figure, 1), amounts(&figure, 2));
    let last = changes.len() - 1;
    assert_eq!(changes[1..last].iter().copied().sum::<Total>(), changes[last]);
    assert_eq!(sums[0] + changes[last], sums[last]);
    for at in 1..last {
        assert_eq!(sums[at - 1] + changes[at], sums[at]);
    }
    // Those that change nothing are in the table, not in the picture.
    assert_eq!(figure.table.rows.len(), SECTORS.len() + 2);
    assert_eq!(figure.hover.len(), SECTORS.len() + 1);
    assert!(!figure.svg.contains("Social protection"));
}

/// The steps of the vector `09_waterfall.csv`, from the package to the gap, in billions.
#[test]
fn the_package_leads_to_its_gap() {
    let steps = [
        ("Not committed", -120_000),
        ("Conditionality losses", -35_000),
        ("Delays beyond 2035", -60_000),
        ("Decommitment", -15_000),
        ("Debt service on package", -90_000),
        ("Needs (RDNA5)", -588_000),
    ];
    let figure = differs(800_000, &steps);
    let sums: Vec<Total> = amounts(&figure, 2);
    assert_eq!(sums, [800, 680, 645, 585, 570, 480, -108, -108].map(|billions| millions(billions * 1_000)));
    let drawn: Vec<Total> = figure.hover.iter().map(|zone| zone.lines.last().unwrap().amount).collect();
    assert_eq!(drawn, sums);
    for said in ["−588.0", "−108.0", "800.0"] {
        assert!(figure.svg.contains(said), "{said} missing");
    }
}

#[test]
fn steps_that_do_not_add_are_refused() {
    let mut broken = difference(100_000, &SECTORS);
    broken.to.amount += Total::from_cents(1);
    let comparison = Comparison { difference: Some(broken), ..Comparison::default() };
    let refusal = figure_of("what_differs", comparison, (860, 400)).unwrap_err();
    assert_eq!(
        refusal,
        ChartError::NotAdding { expected: "3020000000.01".to_owned(), found: "3020000000.00".to_owned() }
    );
}

#[test]
fn of_many_steps_the_smallest_are_told_together() {
    let (_, subject) = comparisons().into_iter().find(|(name, _)| *name == "changes").unwrap();
    for (size, most) in [((1920, 1080), 13), ((860, 400), 13), ((400, 240), 13)] {
        let figure = figure_of("what_differs", subject.comparison.clone(), size).unwrap();
        let steps = &figure.hover[1..figure.hover.len() - 1];
        assert!((2..=most).contains(&steps.len()), "{} at {size:?}", steps.len());
        let other = steps.last().unwrap();
        assert_eq!(other.period, format!("Other changes ({})", 40 - steps.len() + 1));
        assert_eq!(other.notes.last().unwrap(), &format!("and {} more", 40 - steps.len() + 1 - 12));
        let change = |zone: &charts::Hover| zone.lines.iter().find(|line| line.key == "change").unwrap().amount;
        let all: Total = steps.iter().map(change).sum();
        assert_eq!(all, change(figure.hover.last().unwrap()));
        assert_eq!(figure.table.rows.len(), 42);
    }
}

#[test]
fn what_does_not_differ_is_said() {
    let same = differs(763_200, &[("Housing", 0)]);
    assert_eq!(same.title, "No difference in the sum: both come to 763.2 bn");
    assert!(same.svg.contains("no difference") && same.alt.contains("Nothing lies between them"));
    let moved = differs(763_200, &[("Energy", -90_000), ("Housing", 90_000)]);
    assert_eq!(moved.title, "The sum stays the same, but 90.0 bn would move within it");
    let alike = Sides { sides: vec![side("a", 2026, &BASE, 0), side("b", 2026, &BASE, 0)], ..Sides::default() };
    assert_eq!(beside(alike).title, "No difference in any year: each comes to 803.2 bn");
}

#[test]
fn changes_that_would_hardly_be_seen_have_a_scale_of_their_own_and_say_so() {
    let figure = differs(763_200, &[("Energy", -1_250), ("Housing", 420)]);
    assert_eq!(figure.title, "830.0 mn less would be paid; the largest change is Energy: −1.3 bn");
    assert!(figure.note.starts_with("The bars begin at the first sum, not at nought"), "{}", figure.note);
    assert!(figure.svg.contains("763.2 bn") && figure.svg.contains("−0.8 (762.4 bn)"));
    assert!(!differs(100_000, &[("Energy", 25_000)]).note.contains("begin"));
}

#[test]
fn sides_of_other_years_stand_on_common_ones() {
    let later =
        Side { label: "later".to_owned(), first_year: 2028, years: vec![millions(5), millions(7)], after: millions(3) };
    let earlier = Side { label: "earlier".to_owned(), first_year: 2026, years: vec![millions(4)], after: Total::ZERO };
    let figure = beside(Sides { sides: vec![earlier, later], ..Sides::default() });
    let years: Vec<&str> = figure.table.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(years, ["2026", "2027", "2028", "2029", "after 2029", "Total"]);
    assert_eq!(amounts(&figure, 1), [4, 0, 0, 0, 0, 4].map(millions));
    assert_eq!(amounts(&figure, 2), [0, 0, 5, 7, 3, 15].map(millions));
    assert_eq!(figure.title, "11.0 mn more would be paid; widest gap: 2029, +7.0 mn");
    assert!(figure.note.contains("The last column is what comes after 2029."));
    // Two panels with a zone for each place; only in the second there is a change to tell.
    assert_eq!(figure.hover.len(), 10);
    let has_change = |at: usize| figure.hover[at].lines.iter().any(|line| line.key == "change");
    assert!(!has_change(0) && has_change(9));
}

#[test]
fn all_sides_have_one_scale() {
    let figure = beside(sides(6));
    assert_eq!(figure.title, "From 214.3 bn to 803.2 bn would be paid; widest gap: 2033, 110.5 bn");
    let document = usvg::roxmltree::Document::parse(&figure.svg).unwrap();
    let fill = Palette::LIGHT.payments.hex();
    let columns = document.descendants().filter(|node| node.attribute("fill") == Some(fill.as_str()));
    let of = |node: &usvg::roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let heights: Vec<f64> = columns.filter(|node| node.has_tag_name("rect")).map(|node| of(&node, "height")).collect();
    let all = sides(6);
    let values = all.sides.iter().flat_map(|side| {
        let lead = usize::try_from(side.first_year - 2026).unwrap();
        let tail = 10 - lead - side.years.len();
        let years = vec![Total::ZERO; lead].into_iter().chain(side.years.clone()).chain(vec![Total::ZERO; tail]);
        years.chain([side.after]).collect::<Vec<_>>()
    });
    let values: Vec<f64> = values.map(|amount| amount.cents() as f64).collect();
    assert_eq!(heights.len(), values.len());
    let most = values.iter().copied().fold(0.0, f64::max);
    let highest = heights.iter().copied().fold(0.0, f64::max);
    for (height, value) in heights.iter().zip(&values) {
        assert!((height / highest - value / most).abs() < 0.005, "{height} of {highest} for {value} of {most}");
    }
}

#[test]
fn the_weighted_path_is_never_alone_and_never_guessed() {
    let weighted = ended(endings(true));
    assert!(weighted.svg.contains("Weighted by probability") && weighted.svg.contains("40.0\u{a0}%"));
    assert!(weighted.title.ends_with("weighted by probability 527.6 bn"), "{}", weighted.title);
    assert_eq!(weighted.hover[0].lines.len(), 6);
    assert_eq!(weighted.table.header.len(), 7);
    let unknown = ended(endings(false));
    assert!(unknown.svg.contains("No probability has been entered") && !unknown.svg.contains("Weighted"));
    assert_eq!((unknown.hover[0].lines.len(), unknown.table.header.len()), (5, 6));

    // One probability short, or not adding to one: no weighted path, whatever is given.
    let mut short = endings(true);
    short.paths[2].share = None;
    let figure = ended(short);
    assert!(figure.svg.contains("Not weighted: a probability is missing"));
    let mut leafless = endings(true);
    leafless.paths.pop();
    let figure = ended(leafless);
    assert!(figure.svg.contains("Not weighted: an outcome has no scenario") && figure.hover[0].lines.len() == 4);
    let mut alone = endings(true);
    alone.paths.clear();
    let figure = ended(alone);
    assert_eq!(figure.title, "No scenario pictures an outcome yet");
    assert!(figure.hover.is_empty() && !figure.svg.contains("Weighted"));
}

#[test]
fn outcomes_that_come_to_the_same_are_said_to() {
    let of = |name: &str| {
        let (_, subject) = comparisons().into_iter().find(|(known, _)| *known == name).unwrap();
        ended(subject.comparison.endings).title
    };
    assert_eq!(of("equal paths"), "However it ends, 803.2 bn would be paid by the end of 2035");
    assert_eq!(of("one path"), "Deal with enforcement: 803.2 bn would be paid by the end of 2035");
    assert_eq!(of("no odds"), "Depending on how it ends, 260.5 bn to 803.2 bn would be paid by the end of 2035");
    let mut later = endings(true);
    later.paths[0].after = millions(12_000);
    let figure = ended(later);
    assert!(figure.note.contains("After 2035: A\u{a0}12.0 bn, B\u{a0}0 bn"), "{}", figure.note);
    assert_eq!(figure.table.rows.len(), 12);
}

#[test]
fn more_than_can_be_told_apart_is_refused() {
    let mut many = sides(6);
    many.sides.push(side("seventh", 2026, &BASE, 0));
    let refusal = figure_of("side_by_side", Comparison { sides: many, ..Comparison::default() }, (860, 400));
    assert_eq!(refusal.unwrap_err(), ChartError::TooMany { what: "sides", given: 7, most: 6 });
    let mut uneven = endings(false);
    uneven.paths[3].years.pop();
    let refusal = figure_of("how_it_could_end", Comparison { endings: uneven, ..Comparison::default() }, (860, 400));
    assert_eq!(refusal.unwrap_err(), ChartError::Lengths { what: "an outcome", given: 9, expected: 10 });
    for years in [Vec::new(), vec![Total::ZERO; 201]] {
        let side = Side { label: "a".to_owned(), first_year: 2026, years, after: Total::ZERO };
        let sides = Sides { sides: vec![side], ..Sides::default() };
        let refusal = figure_of("side_by_side", Comparison { sides, ..Comparison::default() }, (860, 400));
        assert!(matches!(refusal.unwrap_err(), ChartError::Years { .. }));
    }
    let apart = Sides { sides: vec![side("a", i32::MIN, &[1], 0), side("b", i32::MAX, &[1], 0)], ..Sides::default() };
    let refusal = figure_of("side_by_side", Comparison { sides: apart, ..Comparison::default() }, (860, 400));
    assert!(matches!(refusal.unwrap_err(), ChartError::Years { .. }));
}

#[test]
fn every_chart_names_its_scenario_and_state() {
    let mut subject = decade();
    subject.facts.scenario = Some("Late accession".to_owned());
    subject.facts.frozen = Some("version “Board draft”".to_owned());
    let setting = Setting { width: 860, height: 400, palette: &Palette::LIGHT, words: &EN };
    for chart in charts::CHARTS {
        let figure = draw(chart.name, &subject, &setting).unwrap();
        let begins = "Scenario: Late accession. State: version “Board draft”. Source: ";
        assert!(figure.source.starts_with(begins), "{}: {}", chart.name, figure.source);
        assert!(figure.svg.contains("Scenario: Late accession. State: version “Board draft”."), "{}", chart.name);
        let bare = draw(chart.name, &decade(), &setting).unwrap();
        assert!(bare.source.starts_with("Source: "), "{}: {}", chart.name, bare.source);
    }
}

#[test]
fn comparisons_become_pictures() {
    for (name, subject) in comparisons().into_iter().step_by(4) {
        for chart in ["what_differs", "side_by_side", "how_it_could_end"] {
            let setting = Setting { width: 480, height: 300, palette: &Palette::PRINT, words: &EN };
            let figure = draw(chart, &subject, &setting).unwrap_or_else(|error| panic!("{chart} of {name}: {error}"));
            assert_eq!(draw(chart, &subject, &setting).unwrap(), figure);
            assert!(!to_png(&figure.svg, 1.0).unwrap().is_empty());
        }
    }
    let nothing = figure_of("what_differs", Comparison::default(), (860, 400)).unwrap();
    assert_eq!((nothing.title.as_str(), nothing.table.rows.len()), ("Nothing is compared yet", 0));
    assert_eq!(Subject { comparison: Comparison::default(), ..decade() }, decade());
}
