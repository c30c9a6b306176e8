//! What the tests lend to the charts: the real catalogues, read plainly, and subjects.

#![allow(dead_code, missing_docs, clippy::unwrap_used)]

pub mod comparisons;
pub mod conditions;

use charts::{Comparison, Conditions, Facts, Flow, Funding, Needs, Subject, Words};
use model::{Money, Quarter, Total};

/// A catalogue of one-line messages with `{ $name }` places: all that charts.ftl uses.
pub struct Catalogue {
    language: &'static str,
    text: &'static str,
    decimal: char,
    group: char,
}

pub const EN: Catalogue = Catalogue {
    language: "en",
    text: include_str!("../../../../../assets/words/en/charts.ftl"),
    decimal: '.',
    group: ',',
};

pub const UK: Catalogue = Catalogue {
    language: "uk",
    text: include_str!("../../../../../assets/words/uk/charts.ftl"),
    decimal: ',',
    group: '\u{a0}',
};

impl Catalogue {
    pub fn ids(&self) -> Vec<&'static str> {
        let messages = self.text.lines().filter(|line| !line.starts_with('#'));
        messages.filter_map(|line| line.split_once(" = ")).map(|(id, _)| id).collect()
    }

    pub fn find(&self, id: &str) -> Option<&'static str> {
        self.text.lines().find_map(|line| line.strip_prefix(id)?.strip_prefix(" = "))
    }
}

impl Words for Catalogue {
    fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        let mut text = self.find(id).unwrap_or_else(|| panic!("no word {id} in {}", self.language)).to_owned();
        text = text.replace("{\"\\u00A0\"}", "\u{a0}");
        for (name, value) in args {
            text = text.replace(&format!("{{ ${name} }}"), value);
        }
        assert!(!text.contains("{ $"), "{id} lacks an argument: {text}");
        text
    }

    fn number(&self, canonical: &str) -> String {
        let (sign, body) = canonical.strip_prefix('-').map_or(("", canonical), |rest| ("−", rest));
        let (whole, decimals) = body.split_once('.').unwrap_or((body, ""));
        let mut out = sign.to_owned();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 && whole.len() > 3 {
                out.push(self.group);
            }
            out.push(digit);
        }
        if !decimals.is_empty() {
            out.push(self.decimal);
            out.push_str(decimals);
        }
        out
    }

    fn language(&self) -> &str {
        self.language
    }
}

pub fn facts() -> Facts {
    Facts {
        reading: "overlay".to_owned(),
        scenario: None,
        frozen: None,
        prices: "current prices".to_owned(),
        as_of: "2026-11-20".to_owned(),
        fingerprint: "7c1e04ab".to_owned(),
        sources: vec!["RDNA5 (WB/EC/UN 2026)".to_owned(), "EU".to_owned(), "EBRD".to_owned()],
        assumed_per_mille: 782,
    }
}

pub fn rdna5() -> Needs {
    Needs {
        name: "RDNA5".to_owned(),
        amount: Money::from_cents(58_770_000_000_000),
        prices: "end-2025 prices".to_owned(),
    }
}

/// A year's amount in millions, spread over its quarters to the cent.
fn quarters(millions: i128) -> [Total; 4] {
    let cents = millions * 100_000_000;
    let upto = |part: i128| cents * part / 4;
    [1, 2, 3, 4].map(|part| Total::from_cents(upto(part) - upto(part - 1)))
}

/// A flow from millions per year; all of it is committed in the first quarter.
pub fn flow(funding: Funding, booster: bool, millions: &[i128], after: i128) -> Flow {
    let planned: Vec<Total> = millions.iter().flat_map(|year| quarters(*year)).collect();
    let after = Total::from_cents(after * 100_000_000);
    let mut committed = vec![Total::ZERO; planned.len()];
    if let Some(first) = committed.first_mut() {
        *first = planned.iter().copied().sum::<Total>() + after;
    }
    Flow { funding, booster, committed, paid: planned.clone(), planned, after }
}

pub fn subject(first_year: i32, flows: Vec<Flow>, years: usize) -> Subject {
    let first = Quarter::new(first_year, 1).unwrap();
    let conditions = Conditions::default();
    Subject {
        facts: facts(),
        first,
        quarters: years * 4,
        flows,
        needs: Some(rdna5()),
        conditions,
        comparison: Comparison::default(),
    }
}

/// A decade much like the shipped plan's, in round figures.
pub fn decade() -> Subject {
    let flows = vec![
        flow(Funding::Grants, false, &[0, 4_600, 15_700, 25_500, 26_000, 26_000, 26_000, 24_500, 21_800, 11_400], 0),
        flow(Funding::Grants, true, &[0, 0, 1_900, 5_200, 5_700, 5_800, 5_700, 3_800, 1_300, 0], 0),
        flow(
            Funding::Loans,
            false,
            &[18_677, 39_773, 19_800, 29_100, 29_700, 29_200, 28_800, 27_500, 24_300, 13_600],
            0,
        ),
        flow(Funding::Loans, true, &[0, 0, 1_900, 5_200, 5_700, 5_800, 5_700, 3_800, 1_300, 0], 0),
        flow(Funding::OtherPublic, false, &[16, 67, 67, 0, 0, 0, 0, 0, 0, 0], 0),
        flow(Funding::Private, false, &[0, 3_500, 10_800, 18_600, 22_800, 22_800, 22_800, 22_800, 22_800, 12_800], 0),
        flow(Funding::Private, true, &[0, 0, 4_000, 12_000, 20_000, 22_300, 22_500, 22_800, 22_600, 13_200], 0),
    ];
    subject(2026, flows, 10)
}
