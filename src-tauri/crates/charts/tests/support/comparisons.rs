//! Subjects of comparisons: two states and the steps between them, states side by side, outcomes. Round figures, of no plan
//! in the world.

use super::conditions::millions;
use super::decade;
use charts::{Bar, By, Compared, Comparison, Difference, End, Endings, Path, Side, Sides, Subject};
use model::Total;

/// Two states and what leads from one to the other, in millions.
pub fn difference(from: i128, bars: &[(&str, i128)]) -> Difference {
    let bar = |(label, change): &(&str, i128)| Bar {
        key: (*label).to_owned(),
        label: (*label).to_owned(),
        change: millions(*change),
    };
    let bars: Vec<Bar> = bars.iter().map(bar).collect();
    let from = millions(from);
    let to = from + bars.iter().map(|bar| bar.change).sum();
    let end = |label: &str, amount| End { label: label.to_owned(), amount };
    Difference {
        compared: Compared::Paid,
        by: By::Dimension("Sector".to_owned()),
        from: end("base", from),
        bars,
        to: end("Late accession", to),
    }
}

/// What a decade differs in by sector.
pub const SECTORS: [(&str, i128); 9] = [
    ("Housing", -41_200),
    ("Energy and extractives", -63_500),
    ("Transport", 18_400),
    ("Commerce and industry", -22_100),
    ("Agriculture", 9_300),
    ("Social protection and livelihoods", 0),
    ("Explosive hazard management", 4_100),
    ("Water supply and sanitation", -1_250),
    ("Culture and tourism", -730),
];

/// A state year by year in millions.
pub fn side(label: &str, first_year: i32, years: &[i128], after: i128) -> Side {
    let years = years.iter().map(|year| millions(*year)).collect();
    Side { label: label.to_owned(), first_year, years, after: millions(after) }
}

pub const BASE: [i128; 10] = [18_700, 49_400, 48_100, 83_200, 105_300, 117_400, 125_000, 101_300, 103_600, 51_200];

/// The decade in several states.
pub fn sides(count: usize) -> Sides {
    let later: Vec<i128> = [vec![18_700, 38_000, 31_000], BASE[2..9].to_vec()].concat();
    let stopped: Vec<i128> = BASE.iter().enumerate().map(|(at, year)| if at < 3 { *year } else { year / 7 }).collect();
    let sooner: Vec<i128> = BASE.iter().enumerate().map(|(at, year)| year * (14 - at as i128) / 10).collect();
    let all = vec![
        side("base", 2026, &BASE, 0),
        side("Late accession", 2026, &later, 0),
        side("Collapse in 2028", 2026, &stopped, 0),
        side("Accession in January 2027", 2026, &sooner, 0),
        side("Board draft of 12 March", 2026, &BASE, 0),
        side("Three blocks", 2027, &BASE[..8], 61_000),
    ];
    Sides { compared: Compared::Paid, sides: all.into_iter().take(count).collect() }
}

/// The five outcomes; with their probabilities and what they let expect, where asked.
pub fn endings(has_odds: bool) -> Endings {
    let until = |year: usize, rest: i128| {
        BASE.iter().enumerate().map(|(at, amount)| if at < year { *amount } else { amount * rest / 100 }).collect()
    };
    let paths: [(&str, Vec<i128>, &str); 5] = [
        ("Deal with enforcement", BASE.to_vec(), "0.4"),
        ("Russia rejects", until(1, 38), "0.3"),
        ("Collapse in 2028", until(3, 21), "0.12"),
        ("Collapse in 2030", until(5, 21), "0.08"),
        ("Referendum rejects", until(2, 55), "0.1"),
    ];
    let path = |(label, years, share): &(&str, Vec<i128>, &str)| Path {
        label: (*label).to_owned(),
        share: has_odds.then(|| share.parse().unwrap()),
        years: years.iter().map(|year| millions(*year)).collect(),
        after: Total::ZERO,
    };
    let weights = [40, 30, 12, 8, 10];
    let year = |at: usize| paths.iter().zip(weights).map(|((_, years, _), weight)| years[at] * weight).sum::<i128>();
    let weighted = (0..BASE.len()).map(|at| Total::from_cents(year(at) * 1_000_000)).collect();
    let notes = if has_odds { vec!["Probabilities: A. Analyst, 20 Nov 2026.".to_owned()] } else { Vec::new() };
    Endings {
        first_year: 2026,
        paths: paths.iter().map(path).collect(),
        weighted: has_odds.then_some((weighted, Total::ZERO)),
        entered: if has_odds { 3 } else { 0 },
        notes,
    }
}

/// The decade with what it is compared with.
pub fn compared(comparison: Comparison) -> Subject {
    Subject { comparison, ..decade() }
}

/// Everything that a comparison may be.
pub fn comparisons() -> Vec<(&'static str, Subject)> {
    let years: Vec<(String, i128)> =
        BASE.iter().enumerate().map(|(at, it)| ((2026 + at).to_string(), it / 9)).collect();
    let by_year: Vec<(&str, i128)> = years.iter().map(|(year, change)| (year.as_str(), *change)).collect();
    let names: Vec<String> = (1..=40).map(|at| format!("A{at:03} EU loans: two years later")).collect();
    let many: Vec<(&str, i128)> =
        names.iter().enumerate().map(|(at, name)| (name.as_str(), (at as i128 * 7_919) % 9_001 - 4_300)).collect();
    let long = "A very long name of a change that somebody has thought about for a while and then some more ".repeat(4);
    let mut named = difference(800_000, &[(&long, -120_000), ("W", 30_000), (&"W".repeat(300), -20_000)]);
    named.from.label = long.clone();
    named.to.label = "Дуже довга назва сценарію ".repeat(12);
    let mut planned = difference(800_000, &by_year);
    (planned.compared, planned.by) = (Compared::Planned, By::Year);
    let mut changes = difference(800_000, &many);
    changes.by = By::Change;
    let of = |difference| Comparison { difference: Some(difference), ..Comparison::default() };
    let beside = |sides| Comparison { sides, ..Comparison::default() };
    let ended = |endings| Comparison { endings, ..Comparison::default() };
    let mut stretched = sides(6);
    for side in &mut stretched.sides {
        side.label = long.clone();
    }
    let taken_back = Sides {
        compared: Compared::Paid,
        sides: vec![side("base", 2026, &[5_000, -1_200, 3_000], 0), side("other", 2026, &[0, 4_000, -2_000], 0)],
    };
    let mut renamed = endings(true);
    renamed.paths.iter_mut().for_each(|path| path.label = long.clone());
    renamed.notes = vec![long.clone()];
    let mut one_path = endings(false);
    one_path.paths.truncate(1);
    let mut equal = endings(true);
    let first = equal.paths[0].years.clone();
    equal.paths.iter_mut().for_each(|path| path.years.clone_from(&first));
    equal.weighted = Some((first, Total::ZERO));
    let mut once = endings(true);
    once.paths.iter_mut().for_each(|path| path.years.truncate(1));
    once.weighted.as_mut().unwrap().0.truncate(1);
    vec![
        ("sectors", compared(of(difference(763_200, &SECTORS)))),
        ("years", compared(of(planned))),
        ("changes", compared(of(changes))),
        ("nothing changed", compared(of(difference(763_200, &[("Housing", 0)])))),
        ("nothing at all", compared(of(difference(0, &[])))),
        ("below nought", compared(of(difference(20_000, &[("Energy", -50_000), ("Transport", 12_000)])))),
        ("hardly seen", compared(of(difference(763_200, &[("Energy", -1_250), ("Housing", 420), ("Transport", 300)])))),
        ("moved", compared(of(difference(763_200, &[("Energy", -90_000), ("Housing", 90_000)])))),
        ("one step", compared(of(difference(100_000, &[("Energy", 25_000)])))),
        ("long names", compared(of(named))),
        ("one side", compared(beside(sides(1)))),
        ("two sides", compared(beside(sides(2)))),
        ("three sides", compared(beside(sides(3)))),
        ("five sides", compared(beside(sides(5)))),
        ("six sides", compared(beside(sides(6)))),
        ("long sides", compared(beside(stretched))),
        ("taken back", compared(beside(taken_back))),
        ("odds", compared(ended(endings(true)))),
        ("no odds", compared(ended(endings(false)))),
        ("long paths", compared(ended(renamed))),
        ("one path", compared(ended(one_path))),
        ("equal paths", compared(ended(equal))),
        ("one year of paths", compared(ended(once))),
    ]
}

/// Everything at once, with names that would break a picture if they could.
pub fn hostile(name: &str) -> Comparison {
    let mut difference = difference(800_000, &[(name, -120_000), (name, 3_000)]);
    (difference.from.label, difference.to.label) = (name.repeat(3), String::new());
    difference.by = By::Dimension(name.to_owned());
    let (mut sides, mut endings) = (sides(6), endings(true));
    sides.sides.iter_mut().for_each(|side| side.label = name.repeat(2));
    endings.paths.iter_mut().for_each(|path| path.label = name.repeat(2));
    endings.notes = vec![name.to_owned()];
    Comparison { difference: Some(difference), sides, endings }
}
