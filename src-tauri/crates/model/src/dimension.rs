//! The dimensions by which allocations are grouped, filtered and limited.

use crate::{Allocation, Key, Plan};

/// One way of telling allocations apart. They are orthogonal: none contains another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Who pays.
    Funder,
    /// Through which vehicle.
    Programme,
    /// On what terms.
    Instrument,
    /// Whose money.
    Capital,
    /// What for.
    Sector,
    /// What it is meant to do.
    Purpose,
    /// Whether it depends on reform steps: `yes` or `no`.
    Booster,
    /// On which group of steps; empty for none.
    Cluster,
    /// How firm the programme's amount is; an assumption where it has no source.
    AmountGrade,
    /// How firm the row's part of it is.
    SplitGrade,
}

impl Dimension {
    /// Every dimension.
    pub const ALL: [Self; 10] = [
        Self::Funder,
        Self::Programme,
        Self::Instrument,
        Self::Capital,
        Self::Sector,
        Self::Purpose,
        Self::Booster,
        Self::Cluster,
        Self::AmountGrade,
        Self::SplitGrade,
    ];

    /// The word for it in files and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Funder => "funder",
            Self::Programme => "programme",
            Self::Instrument => "instrument",
            Self::Capital => "capital",
            Self::Sector => "sector",
            Self::Purpose => "purpose",
            Self::Booster => "booster",
            Self::Cluster => "cluster",
            Self::AmountGrade => "amount_grade",
            Self::SplitGrade => "split_grade",
        }
    }

    /// The dimension with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.key() == key)
    }

    /// Where `row` stands in this dimension. Empty for a row without a cluster.
    #[must_use]
    pub fn of<'a>(self, row: &'a Allocation, plan: &'a Plan) -> &'a str {
        match self {
            Self::Funder => plan.programmes.get(&row.programme).map_or("", |programme| programme.funder.as_str()),
            Self::Programme => row.programme.as_str(),
            Self::Instrument => row.instrument.key(),
            Self::Capital => row.capital.key(),
            Self::Sector => row.sector.as_str(),
            Self::Purpose => row.purpose.key(),
            Self::Booster => {
                if row.booster.is_some() {
                    "yes"
                } else {
                    "no"
                }
            }
            Self::Cluster => row.booster.as_ref().map_or("", Key::as_str),
            Self::AmountGrade => row.held_grade().key(),
            Self::SplitGrade => row.split_grade.key(),
        }
    }
}

/// The allocations whose place in each named dimension is one of the listed ones. Without conditions: all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slice(pub Vec<(Dimension, Vec<String>)>);

impl Slice {
    /// Whether `row` belongs to the slice.
    #[must_use]
    pub fn holds(&self, row: &Allocation, plan: &Plan) -> bool {
        self.0.iter().all(|(dimension, keys)| {
            let place = dimension.of(row, plan);
            keys.iter().any(|key| key == place)
        })
    }
}
