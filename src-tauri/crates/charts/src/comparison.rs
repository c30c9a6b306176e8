//! What several states of a plan come to, as charts are told it: the steps from one to the other, the states side by side,
//! and the outcomes with the path that is weighted by their probabilities.

use crate::figure::ChartError;
use model::{Share, Total};

/// What is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compared {
    /// What is planned to be paid.
    Planned,
    /// What would be paid, after release and absorption.
    #[default]
    Paid,
}

impl Compared {
    /// A part of the ids of words about it.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Paid => "paid",
        }
    }
}

/// By what the steps from one state to the other are told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// By calendar year.
    #[default]
    Year,
    /// By what was changed.
    Change,
    /// By a dimension, with its name in the reader's language: `Funder`.
    Dimension(String),
}

/// A step from one state to the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// A name that does not change with the language: `2029`, `energy`, `A017`.
    pub key: String,
    /// What it is called in the reader's language.
    pub label: String,
    /// By how much it raises or lowers the sum.
    pub change: Total,
}

/// A state of a plan and what it comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct End {
    /// What the state is called: a scenario, a version, a moment, a file.
    pub label: String,
    /// What it comes to.
    pub amount: Total,
}

/// Two states of a plan and the steps from the one to the other: the steps add to the difference exactly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// What is compared.
    pub compared: Compared,
    /// By what the steps are told apart.
    pub by: By,
    /// The state compared with.
    pub from: End,
    /// The steps, in the order in which they are told; those that change nothing may be among them.
    pub bars: Vec<Bar>,
    /// The state that is compared.
    pub to: End,
}

/// A state of a plan, year by year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// What the state is called.
    pub label: String,
    /// The first calendar year.
    pub first_year: i32,
    /// The amounts of the years.
    pub years: Vec<Total>,
    /// What comes after the last year; nought where nothing does or nothing is known of it.
    pub after: Total,
}

/// States of a plan beside one another, the first the one that the others are held against. Their years may differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// What is compared.
    pub compared: Compared,
    /// The states: [`Sides::MOST`] at most.
    pub sides: Vec<Side>,
}

impl Sides {
    /// As many states stand beside one another.
    pub const MOST: usize = 6;
}

/// An outcome of the talks and what would be paid in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// What it is called in the reader's language.
    pub label: String,
    /// Its probability, where all of them can be told from what a person entered.
    pub share: Option<Share>,
    /// What would be paid in each year.
    pub years: Vec<Total>,
    /// What would be paid after them.
    pub after: Total,
}

/// How it could end: the outcomes' paths, and the one weighted by their probabilities. The latter is drawn only with all of
/// its leaves, each with its probability.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Endings {
    /// The first calendar year.
    pub first_year: i32,
    /// The outcomes, in the order in which they are told: [`Endings::MOST`] at most.
    pub paths: Vec<Path>,
    /// The sum of all, each times its probability: years and what comes after them.
    pub weighted: Option<(Vec<Total>, Total)>,
    /// How many probabilities have been entered: where none has, the legend says so.
    pub entered: usize,
    /// What else the reader must know, in whole sentences of the reader's language: who entered the probabilities and when, how
    /// one was split, which outcome has no scenario.
    pub notes: Vec<String>,
}

impl Endings {
    /// As many outcomes can be told apart.
    pub const MOST: usize = 6;
}

/// What the charts of comparisons are drawn from. By default nothing: such a chart says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Two states and the steps between them.
    pub difference: Option<Difference>,
    /// States beside one another.
    pub sides: Sides,
    /// The outcomes.
    pub endings: Endings,
}

impl Comparison {
    /// Refuses more sides and paths than can be told apart, years that are none or too many, and paths of another length.
    pub(crate) fn check(&self) -> Result<(), ChartError> {
        let Self { sides: Sides { sides, .. }, endings, .. } = self;
        let at_most = |what: &'static str, given: usize, most: usize| {
            if given <= most { Ok(()) } else { Err(ChartError::TooMany { what, given, most }) }
        };
        let years = |count: usize| {
            if (1..=200).contains(&count) { Ok(()) } else { Err(ChartError::Years { quarters: count * 4 }) }
        };
        at_most("sides", sides.len(), Sides::MOST)?;
        at_most("outcomes", endings.paths.len(), Endings::MOST)?;
        sides.iter().try_for_each(|side| years(side.years.len()))?;
        let first = sides.iter().map(|side| side.first_year).min().unwrap_or(0);
        if sides.iter().any(|side| i64::from(side.first_year) - i64::from(first) + side.years.len() as i64 > 200) {
            return Err(ChartError::Years { quarters: 804 });
        }
        let Some(path) = endings.paths.first() else { return Ok(()) };
        years(path.years.len())?;
        let expected = path.years.len();
        let weighted = endings.weighted.iter().map(|(years, _)| ("the weighted path", years.len()));
        let mut given = endings.paths.iter().map(|path| ("an outcome", path.years.len())).chain(weighted);
        match given.find(|(_, given)| *given != expected) {
            Some((what, given)) => Err(ChartError::Lengths { what, given, expected }),
            None => Ok(()),
        }
    }
}
