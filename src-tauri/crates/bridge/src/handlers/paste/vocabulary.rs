//! The words and keys by which cells name places: programmes, sectors, instruments, grades, profiles, in either language.

use std::collections::HashMap;

use model::{Allocation, Capital, Dimension, Grade, Instrument, PROFILES, Profile, Purpose, Share};

use super::folded;
use crate::handlers::grid::columns::Column;
use crate::handlers::telling::Tongue;
use crate::handlers::{View, row};
use crate::{Language, Problem, Words};

/// The keys that a word may mean, by the word.
type Keys = HashMap<String, Vec<String>>;

/// What cells may name, by column, as far as it was asked.
pub(super) struct Vocabulary<'a> {
    view: &'a View<'a>,
    known: HashMap<&'static str, Keys>,
}

impl<'a> Vocabulary<'a> {
    /// That of a view. Nothing is gathered before it is asked for.
    pub(super) fn of(view: &'a View<'a>) -> Self {
        Self { view, known: HashMap::new() }
    }

    /// The key of the place that a text names, by key or by word.
    ///
    /// # Errors
    /// Where it names none, or several.
    pub(super) fn place(&mut self, dimension: Dimension, text: &str, label: &str) -> Result<String, Problem> {
        let view = self.view;
        let keys = self.known.entry(dimension.key()).or_insert_with(|| places(view, dimension));
        named(keys, text, label)
    }

    /// The profile that a text names: by its text with parameters, or by its word, with those of the row where it has that
    /// shape already, or the usual ones.
    ///
    /// # Errors
    /// Where it names none, or the parameters make none.
    pub(super) fn profile(&mut self, text: &str, row: Option<&Allocation>, label: &str) -> Result<Profile, Problem> {
        let view = self.view;
        let keys = self.known.entry("profile").or_insert_with(|| profiles(view));
        let key = match named(keys, text, label) {
            Ok(key) => key,
            Err(_) if text.contains('=') => return with_parameters(text),
            Err(problem) => return Err(problem),
        };
        if let Some(row) = row.filter(|row| row.profile.key() == key) {
            return Ok(row.profile.clone());
        }
        let usual = PROFILES.iter().find(|curve| curve.key == key).map(|curve| curve.usual()).unwrap_or_default();
        Ok(Profile::new(&key, usual)?)
    }
}

/// `trapezoid d=0.3 u=0.2`, with a point in its numbers whatever the reader's format.
fn with_parameters(text: &str) -> Result<Profile, Problem> {
    let mut words = text.split_whitespace();
    let key = words.next().unwrap_or_default();
    let parameters = words.map(|word| {
        let (name, value) = word.split_once('=').unwrap_or((word, ""));
        let refused = || Problem::refused("parameter-not-a-number").with("parameter", name).with("text", value);
        Ok((name.to_owned(), Share::read_fine(value).map_err(|_| refused())?))
    });
    Ok(Profile::new(&key.to_lowercase(), parameters.collect::<Result<_, Problem>>()?)?)
}

fn named(keys: &Keys, text: &str, label: &str) -> Result<String, Problem> {
    let refused = |code: &str| Problem::refused(code).with("text", text).with("column-text", label);
    match keys.get(&folded(text)).map(Vec::as_slice) {
        None | Some([]) => Err(refused("paste-no-place")),
        Some([key]) => Ok(key.clone()),
        Some(several) => Err(refused("paste-two-places").with("known", several.join(", "))),
    }
}

fn spoken(view: &View) -> [Words; 2] {
    [Language::English, Language::Ukrainian].map(|language| Words { language, ..view.words })
}

fn profiles(view: &View) -> Keys {
    let mut keys = Keys::new();
    for words in spoken(view) {
        let told = PROFILES.iter().map(|curve| (curve.key.to_owned(), words.label("profile", curve.key)));
        gather(&mut keys, told);
    }
    keys
}

fn places(view: &View, dimension: Dimension) -> Keys {
    let mut keys = Keys::new();
    for words in spoken(view) {
        let tongue = Tongue { plan: view.plan, words };
        let told = keys_of(view, dimension).into_iter().map(|key| {
            let label = row::place_text(tongue, dimension, &key);
            (key, label)
        });
        gather(&mut keys, told);
    }
    keys
}

/// Each word with the keys that it may mean. A key means itself, whatever is called so.
fn gather(keys: &mut Keys, told: impl Iterator<Item = (String, String)>) {
    let told: Vec<(String, String)> = told.collect();
    for (key, label) in &told {
        let meant = keys.entry(folded(label)).or_default();
        if !meant.contains(key) {
            meant.push(key.clone());
        }
    }
    for (key, _) in told {
        keys.insert(folded(&key), vec![key]);
    }
}

fn keys_of(view: &View, dimension: Dimension) -> Vec<String> {
    let plan = view.plan;
    let set = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    match dimension {
        Dimension::Funder => plan.funders.iter().map(|row| row.key.to_string()).collect(),
        Dimension::Programme => plan.programmes.iter().map(|row| row.key.to_string()).collect(),
        Dimension::Sector => plan.sectors.iter().map(|row| row.key.to_string()).collect(),
        Dimension::Cluster => plan.clusters.iter().map(|row| row.key.to_string()).chain([String::new()]).collect(),
        Dimension::Instrument => set(&Instrument::ALL.map(Instrument::key)),
        Dimension::Capital => set(&Capital::ALL.map(Capital::key)),
        Dimension::Purpose => set(&Purpose::ALL.map(Purpose::key)),
        Dimension::Booster => set(&["yes", "no"]),
        Dimension::AmountGrade | Dimension::SplitGrade => set(&Grade::ALL.map(Grade::key)),
    }
}

/// The dimension whose places a column names, where cells of it can be set.
pub(super) const fn dimension_of(column: Column) -> Option<Dimension> {
    match column {
        Column::Place(Dimension::AmountGrade | Dimension::Funder | Dimension::Booster) => None,
        Column::Place(dimension) => Some(dimension),
        Column::AmountGrade => Some(Dimension::SplitGrade),
        _ => None,
    }
}
