//! The words for the places of every dimension, and the order in which people are told them.

use std::collections::HashMap;

use model::{Capital, Dimension, Grade, Instrument, PROFILES, Purpose};

use crate::handlers::{View, row};

/// A place in a dimension.
#[derive(Debug)]
pub(crate) struct Placed {
    /// The word for it.
    pub label: String,
    /// The same in small letters, for searching.
    pub lowered: String,
    /// Where it stands among the places of its dimension.
    pub rank: u32,
    /// Whether another place of its dimension has the same word.
    pub shared: bool,
}

/// The words for every place that a row of a plan can have.
#[derive(Debug)]
pub(crate) struct Labels {
    dimensions: [HashMap<String, Placed>; Dimension::ALL.len()],
    profiles: HashMap<&'static str, String>,
}

/// Places stand in the order of their closed set, or else of their words; rows without a place come last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Order {
    last: bool,
    number: u32,
    label: String,
}

impl Labels {
    /// Those of a plan in the reader's language.
    pub(crate) fn of(view: &View) -> Self {
        let profiles = PROFILES.iter().map(|curve| (curve.key, view.words.label("profile", curve.key))).collect();
        Self { dimensions: Dimension::ALL.map(|dimension| places(view, dimension)), profiles }
    }

    /// The place of a dimension with this key; nothing where the plan has none.
    pub(crate) fn place(&self, dimension: Dimension, key: &str) -> Option<&Placed> {
        self.dimensions[at(dimension)].get(key)
    }

    /// The word for a place.
    pub(crate) fn label(&self, dimension: Dimension, key: &str) -> String {
        self.place(dimension, key).map_or_else(|| key.to_owned(), |place| place.label.clone())
    }

    /// Where a place stands among those of its dimension.
    pub(crate) fn rank(&self, dimension: Dimension, key: &str) -> u32 {
        self.place(dimension, key).map_or(u32::MAX, |place| place.rank)
    }

    /// How long the longest word for a place of a dimension is.
    pub(super) fn longest(&self, dimension: Dimension) -> usize {
        let lengths = self.dimensions[at(dimension)].iter().filter(|(key, _)| !key.is_empty());
        lengths.map(|(_, place)| place.label.chars().count()).max().unwrap_or(0)
    }

    /// How long the longest word for a profile is.
    pub(super) fn longest_profile(&self) -> usize {
        self.profiles.values().map(|label| label.chars().count()).max().unwrap_or(0)
    }

    /// The word for a profile.
    pub(crate) fn profile(&self, key: &str) -> String {
        self.profiles.get(key).map_or_else(|| key.to_owned(), Clone::clone)
    }
}

fn at(dimension: Dimension) -> usize {
    Dimension::ALL.iter().position(|one| *one == dimension).unwrap_or(0)
}

fn places(view: &View, dimension: Dimension) -> HashMap<String, Placed> {
    let mut found: Vec<(Order, String, String)> = keys(view, dimension)
        .into_iter()
        .map(|(key, number)| {
            let label = row::place_label(view, dimension, &key);
            let order = Order { last: key.is_empty(), number, label: collated(&label) };
            (order, key, label)
        })
        .collect();
    found.sort();
    let labels: Vec<String> = found.iter().map(|(_, _, label)| label.clone()).collect();
    let place = |(rank, (_, key, label)): (usize, (Order, String, String))| {
        let shared = labels.iter().filter(|other| **other == label).count() > 1;
        let lowered = label.to_lowercase();
        (key, Placed { label, lowered, rank: u32::try_from(rank).unwrap_or(u32::MAX), shared })
    };
    found.into_iter().enumerate().map(place).collect()
}

/// The places of a dimension, and where its closed set puts them.
fn keys(view: &View, dimension: Dimension) -> Vec<(String, u32)> {
    let plan = view.plan;
    let set = |keys: &[&str]| keys.iter().zip(0..).map(|(key, at)| ((*key).to_owned(), at)).collect();
    match dimension {
        Dimension::Funder => plan.funders.iter().map(|row| (row.key.to_string(), 0)).collect(),
        Dimension::Programme => plan.programmes.iter().map(|row| (row.key.to_string(), 0)).collect(),
        Dimension::Sector => plan.sectors.iter().map(|row| (row.key.to_string(), 0)).collect(),
        Dimension::Cluster => {
            let clusters = plan.clusters.iter().map(|row| (row.key.to_string(), row.number));
            clusters.chain([(String::new(), 0)]).collect()
        }
        Dimension::Instrument => set(&Instrument::ALL.map(Instrument::key)),
        Dimension::Capital => set(&Capital::ALL.map(Capital::key)),
        Dimension::Purpose => set(&Purpose::ALL.map(Purpose::key)),
        Dimension::Booster => set(&["yes", "no"]),
        Dimension::AmountGrade | Dimension::SplitGrade => set(&Grade::ALL.map(Grade::key)),
    }
}

/// A text by whose signs words stand as in a dictionary, in English and in Ukrainian: letters that the alphabet puts after
/// another, and computers at its end, stand after that one.
pub(super) fn collated(text: &str) -> String {
    let mut told = String::with_capacity(text.len() + 8);
    for sign in text.chars().flat_map(char::to_lowercase) {
        match sign {
            'ґ' => told.push_str("г\u{f8fe}"),
            'є' => told.push_str("е\u{f8fe}"),
            'і' => told.push_str("и\u{f8fe}"),
            'ї' => told.push_str("и\u{f8ff}"),
            sign => told.push(sign),
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_as_in_a_dictionary() {
        let sorted =
            ["Банк", "Гроші", "Ґанок", "Енергія", "Єдність", "Жито", "Земля", "Інше", "Їжа", "Йод", "Культура"];
        let mut words = sorted;
        words.reverse();
        words.sort_by_key(|word| collated(word));
        assert_eq!(words, sorted);
        assert!(collated("Agriculture") < collated("energy"));
    }
}
