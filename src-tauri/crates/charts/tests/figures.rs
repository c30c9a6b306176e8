//! What holds for every chart, at every size, in every theme and language.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use charts::{CHARTS, ChartError, Figure, Funding, Hover, Palette, Setting, Subject, Words, draw, to_pdf, to_png};
use model::{Name, Total};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};
use support::comparisons::comparisons;
use support::conditions::{conditional, waiting};
use support::{Catalogue, EN, UK, decade, flow, subject};
use usvg::fontdb::Database;
use usvg::roxmltree;

const SIZES: [(u32, u32); 8] =
    [(400, 240), (480, 300), (605, 340), (760, 360), (1440, 420), (1920, 1080), (400, 1200), (2400, 300)];
const THEMES: [Palette; 3] = [Palette::LIGHT, Palette::DARK, Palette::PRINT];

fn at(name: &str, subject: &Subject, (width, height): (u32, u32), palette: &Palette, words: &Catalogue) -> Figure {
    draw(name, subject, &Setting { width, height, palette, words }).unwrap()
}

fn plain(name: &str, subject: &Subject) -> Figure {
    at(name, subject, (1440, 420), &Palette::LIGHT, &EN)
}

/// Every kind of plan a chart may meet.
fn subjects() -> Vec<(&'static str, Subject)> {
    let mut lagging = decade();
    for flow in &mut lagging.flows {
        flow.paid.rotate_right(4);
        flow.paid[..4].fill(Total::ZERO);
        flow.after = Total::from_cents(1_234_567);
    }
    let mut unneeded = decade();
    unneeded.needs = None;
    unneeded.facts.as_of = "someday".to_owned();
    let tiny = flow(Funding::Private, true, &[1, 0], 0);
    let giant = flow(Funding::Grants, false, &[90_000_000_000, 90_000_000_000, 1], 0);
    let long: Vec<i128> = (0..60).map(|year| year * 100).collect();
    vec![
        ("decade", decade()),
        ("lagging", lagging),
        ("unneeded", unneeded),
        ("nothing", subject(2026, Vec::new(), 10)),
        ("one year", subject(2026, vec![flow(Funding::Loans, true, &[12_000], 0)], 1)),
        ("tiny", subject(2026, vec![tiny], 2)),
        ("giant", subject(2026, vec![giant], 3)),
        ("long", subject(1990, vec![flow(Funding::OtherPublic, false, &long, 77_000)], 60)),
        ("only after", subject(2026, vec![flow(Funding::Grants, false, &[0; 5], 9_000)], 5)),
    ]
}

#[test]
fn every_figure_is_whole_and_inside_its_frame() {
    for (number, (plan, subject)) in subjects().into_iter().enumerate() {
        for chart in CHARTS {
            for (place, size) in SIZES.into_iter().enumerate() {
                // The first plan in every size and both languages, of the others every second size in turn.
                if number > 0 && (number + place) % 2 == 0 {
                    continue;
                }
                let turn = if place % 4 < 2 { &EN } else { &UK };
                let languages = if number == 0 { vec![&EN, &UK] } else { vec![turn] };
                for words in languages {
                    let figure = at(chart.name, &subject, size, &Palette::LIGHT, words);
                    check(&figure, &format!("{} of {plan} at {size:?} in {}", chart.name, words.language()));
                }
            }
        }
    }
}

#[test]
fn whatever_money_waits_for_is_whole_and_inside_its_frame() {
    for (number, (plan, subject)) in waiting().into_iter().enumerate() {
        for (turn, chart) in CHARTS.iter().enumerate() {
            // Every plan in every chart, in three of the sizes and both languages by turns.
            for place in 0..3 {
                let size = SIZES[(number + turn * 3 + place * 5) % SIZES.len()];
                let words = if (number + turn + place) % 2 == 0 { &EN } else { &UK };
                let figure = at(chart.name, &subject, size, &THEMES[place], words);
                check(&figure, &format!("{} of {plan} at {size:?} in {}", chart.name, words.language()));
            }
        }
    }
}

#[test]
fn whatever_is_compared_is_whole_and_inside_its_frame() {
    for (number, (name, subject)) in comparisons().into_iter().enumerate() {
        let given = &subject.comparison;
        let chart = match (given.difference.is_some(), given.sides.sides.is_empty()) {
            (true, _) => "what_differs",
            (_, false) => "side_by_side",
            _ => "how_it_could_end",
        };
        for (place, size) in SIZES.into_iter().enumerate() {
            // Languages and themes by turns: every size meets both languages.
            let words = if (number + place) % 2 == 0 { &EN } else { &UK };
            let figure = at(chart, &subject, size, &THEMES[(number + place) % 3], words);
            check(&figure, &format!("{chart} of {name} at {size:?} in {}", words.language()));
        }
    }
}

fn check(figure: &Figure, what: &str) {
    let document = roxmltree::Document::parse(&figure.svg).unwrap_or_else(|error| panic!("{what}: {error}"));
    let root = document.root_element();
    let number = |name: &str| root.attribute(name).unwrap().parse::<u32>().unwrap();
    assert_eq!((number("width"), number("height")), (figure.width, figure.height), "{what}");
    let view = format!("0 0 {} {}", figure.width * 10, figure.height * 10);
    assert_eq!(root.attribute("viewBox"), Some(view.as_str()), "{what}");
    assert_eq!(root.attribute("role"), Some("img"), "{what}");
    let said = |tag: &str| root.children().find(|node| node.has_tag_name(tag)).and_then(|node| node.text());
    assert_eq!(said("title"), Some(figure.title.as_str()), "{what}");
    assert_eq!(said("desc"), Some(figure.alt.as_str()), "{what}");
    assert!(!figure.svg.contains("NaN") && !figure.svg.contains("inf\""), "{what}");
    for row in &figure.table.rows {
        assert_eq!(row.len(), figure.table.header.len(), "{what}");
    }
    for pair in figure.hover.windows(2) {
        match (pair[0].band, pair[1].band) {
            (Some(above), Some(below)) if above != below => assert!(above.1 <= below.0, "{what}: zones overlap"),
            _ => assert_eq!(pair[0].x1, pair[1].x0, "{what}: a gap between hover zones"),
        }
        assert!(keys_differ(&pair[0]), "{what}: {:?}", pair[0].lines);
    }
    for zone in &figure.hover {
        assert!(zone.x0 <= zone.x && zone.x <= zone.x1 && zone.x1 <= figure.width as i32 * 10, "{what}");
    }
    texts_apart(&figure.svg, what);
}

fn keys_differ(zone: &Hover) -> bool {
    let keys: BTreeSet<&str> = zone.lines.iter().map(|line| line.key).collect();
    keys.len() == zone.lines.len()
}

/// No text leaves the picture and no two texts touch, as the bundled font sets them.
fn texts_apart(svg: &str, what: &str) {
    let tree = tree(svg);
    let mut boxes: Vec<(String, usvg::Rect)> = Vec::new();
    collect(tree.root(), &mut boxes);
    assert!(boxes.len() >= 4, "{what}: only {} texts", boxes.len());
    // The boxes are in units of the viewBox.
    let (width, height) = (tree.size().width() * 10.0, tree.size().height() * 10.0);
    for (index, (text, a)) in boxes.iter().enumerate() {
        let inside = a.left() >= 0.0 && a.top() >= 0.0 && a.right() <= width && a.bottom() <= height;
        assert!(inside, "{what}: {text:?} leaves the picture: {a:?}");
        for (other, b) in &boxes[index + 1..] {
            let across = a.right().min(b.right()) - a.left().max(b.left());
            let down = a.bottom().min(b.bottom()) - a.top().max(b.top());
            assert!(across <= 5.0 || down <= 5.0, "{what}: {text:?} touches {other:?}: {a:?} {b:?}");
        }
    }
}

fn tree(svg: &str) -> usvg::Tree {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| {
        let mut fonts = Database::new();
        for bytes in [charts::FONT_REGULAR, charts::FONT_SEMI_BOLD] {
            fonts.load_font_data(bytes.to_vec());
        }
        Arc::new(fonts)
    });
    let font_family = charts::FONT_FAMILY.to_owned();
    let options = usvg::Options { font_family, fontdb: fonts.clone(), ..usvg::Options::default() };
    usvg::Tree::from_str(svg, &options).unwrap()
}

fn collect(group: &usvg::Group, boxes: &mut Vec<(String, usvg::Rect)>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => collect(inner, boxes),
            // The ink's box, not the line's: two lines of a paragraph stand close.
            usvg::Node::Text(text) => {
                let content = text.chunks().iter().map(usvg::TextChunk::text).collect();
                let ink = text.flattened().abs_bounding_box();
                boxes.push((content, ink));
            }
            _ => {}
        }
    }
}

#[test]
fn the_same_subject_gives_the_same_bytes() {
    let subject = decade();
    for chart in CHARTS {
        for palette in THEMES {
            let draw = || at(chart.name, &subject, (480, 300), &palette, &UK);
            assert_eq!(draw(), draw());
        }
        let figure = at(chart.name, &subject, (480, 300), &Palette::PRINT, &UK);
        assert_eq!(to_png(&figure.svg, 1.0).unwrap(), to_png(&figure.svg, 1.0).unwrap());
        assert_eq!(to_pdf(&figure, "uk").unwrap(), to_pdf(&figure, "uk").unwrap());
    }
}

#[test]
fn a_palette_is_all_that_tells_themes_apart() {
    let [light, dark, print] = THEMES.map(|palette| at("who_pays", &decade(), (760, 360), &palette, &EN));
    assert!(light.svg.contains(&Palette::LIGHT.grants.hex()) && !dark.svg.contains(&Palette::LIGHT.grants.hex()));
    assert!(print.svg.contains("#FFFFFF") && print.svg.contains("#000000"));
    assert_eq!((&light.table, &light.hover, &light.alt), (&dark.table, &dark.hover, &dark.alt));
}

#[test]
fn the_drawn_stack_is_as_high_as_its_total() {
    let figure = plain("who_pays", &decade());
    let document = roxmltree::Document::parse(&figure.svg).unwrap();
    let of = |node: roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<i64>().unwrap();
    let palette = Palette::LIGHT;
    let colours = [palette.grants, palette.loans, palette.other_public, palette.private].map(charts::Colour::hex);
    let rectangles: Vec<_> = document
        .descendants()
        .filter(|node| {
            node.has_tag_name("rect") && colours.iter().any(|it| node.attribute("fill") == Some(it.as_str()))
        })
        .map(|node| (of(node, "x"), of(node, "y"), of(node, "width"), of(node, "height")))
        // The legend's swatches are square.
        .filter(|(_, _, width, height)| width != height)
        .collect();
    let mut per_unit: Vec<f64> = Vec::new();
    for zone in &figure.hover {
        let here: Vec<_> = rectangles.iter().filter(|it| zone.x0 as i64 <= it.0 && it.0 < zone.x1 as i64).collect();
        let highest = here.iter().map(|it| it.1).min().unwrap();
        let lowest = here.iter().map(|it| it.1 + it.3).max().unwrap();
        // Segments meet without gap or overlap.
        assert_eq!(here.iter().map(|it| it.3).sum::<i64>(), lowest - highest, "{}", zone.period);
        let total = zone.lines.iter().find(|line| line.key == "total").unwrap().amount;
        let parts: Total = zone.lines.iter().filter(|line| line.key != "total").map(|line| line.amount).sum();
        assert_eq!(parts, total, "{}", zone.period);
        per_unit.push((lowest - highest) as f64 / (total.cents() as f64 / 1e11));
    }
    for one in &per_unit {
        // Half a grid unit of rounding on the smallest column.
        assert!((one / per_unit[5] - 1.0).abs() < 0.002, "{per_unit:?}");
    }
}

#[test]
fn who_pays_finds_the_peak() {
    let figure = plain("who_pays", &decade());
    assert_eq!(figure.title, "Planned payments would peak in 2031 at 111.9 bn");
    for said in ["18.7 in 2026", "a peak of 111.9 in 2031", "51.0 in 2035", "booster", "Target, not a signed budget."] {
        assert!(figure.alt.contains(said), "{said:?} missing in {}", figure.alt);
    }
    assert!(figure.subtitle.contains("reading: overlay") && figure.subtitle.contains("scenario: base"));
    assert!(figure.source.contains("own assumptions for 78\u{a0}% of the amount"));
    assert!(figure.note.contains("Public equity and guarantees, 150.0 mn in all"), "{}", figure.note);
    let last = figure.table.rows.last().unwrap();
    assert_eq!(last.last().unwrap(), "800000000000.00");
    assert_eq!(figure.hover.len(), 10);
}

#[test]
fn there_is_a_finding_for_every_plan() {
    let title = |name: &str| {
        let subject = subjects().into_iter().find(|(plan, _)| *plan == name).unwrap().1;
        plain("who_pays", &subject).title
    };
    assert_eq!(title("nothing"), "No payments are planned");
    assert_eq!(title("one year"), "All planned payments would fall in 2026: 12.0 bn");
    assert_eq!(title("tiny"), "All planned payments would fall in 2026: 1.0 mn");
    let flowing = |name: &str| {
        let subject = subjects().into_iter().find(|(plan, _)| *plan == name).unwrap().1;
        plain("when_it_flows", &subject).title
    };
    assert_eq!(flowing("nothing"), "Nothing is committed yet");
    assert_eq!(flowing("tiny"), "Half of the 1.0 mn would be paid by Q2 2026");
    assert_eq!(title("only after"), "All planned payments would come after 2030");
    let level = subject(2026, vec![flow(Funding::Loans, false, &[5_000; 4], 0)], 4);
    assert_eq!(plain("who_pays", &level).title, "Planned payments would stay level at 5.0 bn a year");
}

#[test]
fn what_comes_after_the_years_is_drawn() {
    let figure = plain("who_pays", &subject(2026, vec![flow(Funding::Grants, false, &[1_000, 2_000], 3_000)], 2));
    assert_eq!(figure.hover.last().unwrap().period, "after");
    assert!(figure.svg.contains("after 2027") && figure.alt.contains("after 2027 3.0"), "{}", figure.alt);
    let figure = plain("when_it_flows", &subject(2026, vec![flow(Funding::Grants, false, &[1_000, 2_000], 9_000)], 2));
    assert_eq!(figure.title, "Only 3.0 of 12.0 bn would be paid by the end of 2027");
    assert!(figure.note.contains("9.0 bn would follow after 2027."), "{}", figure.note);
}

#[test]
fn when_it_flows_finds_the_half() {
    let figure = plain("when_it_flows", &decade());
    assert_eq!(figure.title, "Half of the 800.0 bn would be paid by Q3 2031");
    assert_eq!(figure.hover.len(), 40);
    assert_eq!(figure.table.rows.len(), 40);
    assert_eq!(figure.table.rows[39], ["2035-Q4", "800000000000.00", "800000000000.00", "587700000000.00"]);
    for said in ["as of 20\u{a0}Nov\u{a0}2026", "RDNA5 needs 587.7", "Committed 800.0", "Paid 800.0"] {
        assert!(figure.svg.contains(said), "{said:?} missing");
    }
    assert!(figure.note.contains("RDNA5 needs at end-2025 prices, not deflated."));
    for said in ["18.7 by the end of 2026", "800.0 by the end of 2035", "Q3 2031"] {
        assert!(figure.alt.contains(said), "{said:?} missing in {}", figure.alt);
    }
}

#[test]
fn a_plan_that_is_not_paid_as_planned_shows_both() {
    let lagging = subjects().remove(1).1;
    let figure = plain("when_it_flows", &lagging);
    let keys: Vec<_> = figure.hover[0].lines.iter().map(|line| line.key).collect();
    assert_eq!(keys, ["committed", "planned", "paid", "needs"]);
    assert!(figure.subtitle.starts_with("Cumulative commitments, plans and payments"));
    assert!(!plain("when_it_flows", &decade()).table.header.contains(&"Planned".to_owned()));
}

#[test]
fn hostile_names_break_nothing() {
    let mut subject = conditional();
    let hostile = "</text><script>alert(1)</script> \u{0}\u{1b}\u{202e}gnp.exe\u{2066} & \"quotes\" ' ]]> \u{fffe}";
    subject.facts.reading = hostile.repeat(3);
    subject.facts.scenario = Some("Сценарій ".repeat(40));
    subject.facts.frozen = Some(hostile.repeat(2));
    subject.facts.sources = vec![hostile.to_owned(), "x".repeat(300), "🏗 建設".to_owned()];
    subject.facts.fingerprint = "\u{202e}7c1e04ab".to_owned();
    subject.facts.prices = "\n\t".to_owned();
    subject.needs.as_mut().unwrap().name = "W".repeat(120);
    for mark in &mut subject.conditions.marks {
        mark.name = Name::new(hostile.repeat(2), "Подія ".repeat(60));
    }
    subject.conditions.caps[0].name = Name::same(hostile.repeat(3));
    subject.comparison = support::comparisons::hostile(hostile);
    for chart in CHARTS {
        for size in SIZES {
            let figure = at(chart.name, &subject, size, &Palette::LIGHT, &EN);
            let told: String = figure.hover.iter().flat_map(|zone| zone.notes.clone()).collect();
            let named = format!("{}{told}", figure.table.header.concat());
            let all = format!("{}{}{}{}{}{named}", figure.svg, figure.title, figure.alt, figure.note, figure.source);
            assert!(!all.contains(['\u{0}', '\u{1b}', '\u{202e}', '\u{2066}', '\u{fffe}']));
            assert!(!figure.svg.contains("<script"));
            roxmltree::Document::parse(&figure.svg).unwrap();
            texts_apart(&figure.svg, &format!("hostile {} at {size:?}", chart.name));
        }
        let figure = at(chart.name, &subject, (480, 300), &Palette::LIGHT, &EN);
        to_png(&figure.svg, 1.0).unwrap();
        to_pdf(&figure, "en").unwrap();
    }
}

#[test]
fn refusals_state_the_fact() {
    let setting = Setting { width: 1440, height: 420, palette: &Palette::LIGHT, words: &EN };
    let unknown = draw("who_plays", &decade(), &setting).unwrap_err();
    assert_eq!(unknown.to_string(), "there is no chart named \"who_plays\"");
    for (width, height) in [(0, 420), (1440, 0), (399, 420), (1440, 239), (100_000, 420)] {
        let setting = Setting { width, height, ..setting };
        assert_eq!(draw("who_pays", &decade(), &setting).unwrap_err(), ChartError::Size { width, height });
    }
    for chart in CHARTS {
        for quarters in [0, 3, 41, 804] {
            let subject = Subject { quarters, flows: Vec::new(), ..decade() };
            assert_eq!((chart.draw)(&subject, &setting).unwrap_err(), ChartError::Years { quarters });
        }
        let mut short = decade();
        short.flows[2].paid.pop();
        let refusal = ChartError::Lengths { what: "loans", given: 39, expected: 40 };
        assert_eq!((chart.draw)(&short, &setting).unwrap_err(), refusal);
    }
    let mut below = decade();
    below.flows[0].planned[5] = Total::from_cents(-90_000_000_000_000);
    for name in ["who_pays", "when_it_flows"] {
        assert!(matches!(draw(name, &below, &setting).unwrap_err(), ChartError::Negative { .. }));
    }
    assert!(to_png("<svg", 2.0).is_err());
    assert!(to_png(&plain("who_pays", &decade()).svg, 100.0).is_err());
    assert!(to_png(&plain("who_pays", &decade()).svg, f32::NAN).is_err());
}

#[test]
fn a_png_is_twice_as_fine_and_says_so() {
    let png = to_png(&plain("who_pays", &decade()).svg, 2.0).unwrap();
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!((number(16), number(20)), (2880, 840));
    assert_eq!(&png[37..41], b"pHYs");
    // 192 pixels to the inch.
    assert_eq!(number(41), 7559);
}

#[test]
fn a_pdf_has_the_picture_s_size() {
    let figure = at("who_pays", &decade(), (640, 360), &Palette::PRINT, &EN);
    let pdf = to_pdf(&figure, "en").unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("480 270"), "a page of 640 x 360 pixels is 480 x 270 points");
    assert!(!text.contains("CreationDate"));
}

#[test]
fn every_word_exists_in_both_languages_with_the_same_places() {
    let places = |text: &str| {
        let mut found: Vec<String> =
            text.split("{ $").skip(1).filter_map(|rest| rest.split_once(" }")).map(|it| it.0.to_owned()).collect();
        found.sort();
        found
    };
    assert_eq!(EN.ids(), UK.ids());
    for id in EN.ids() {
        let (en, uk) = (EN.find(id).unwrap(), UK.find(id).unwrap());
        assert_eq!(places(en), places(uk), "{id}");
    }
    for chart in CHARTS {
        assert!(EN.find(&format!("chart-{}", chart.name.replace('_', "-"))).is_some());
    }
}
