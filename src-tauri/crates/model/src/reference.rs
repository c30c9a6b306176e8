//! The reference nouns: who pays, through what, for what, and where each figure comes from.

use crate::table::Row;
use crate::{Grade, Key, Money, Quarter, ReleaseTerms, Share};

/// A name in the two languages of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Name {
    /// English.
    pub en: String,
    /// Ukrainian.
    pub uk: String,
}

impl Name {
    /// A name in both languages.
    pub fn new(en: impl Into<String>, uk: impl Into<String>) -> Self {
        Self { en: en.into(), uk: uk.into() }
    }

    /// One name for both languages.
    pub fn same(text: impl Into<String>) -> Self {
        let en = text.into();
        Self { uk: en.clone(), en }
    }
}

/// What kind of payer a funder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FunderKind {
    /// The European Union.
    Union,
    /// An international financial institution.
    Ifi,
    /// A government.
    Government,
    /// Private investors.
    Private,
    /// Nobody has been named yet.
    Unidentified,
}

impl FunderKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Union, Self::Ifi, Self::Government, Self::Private, Self::Unidentified];

    /// The word for it in files: `union`, `ifi`, ...
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Union => "union",
            Self::Ifi => "ifi",
            Self::Government => "government",
            Self::Private => "private",
            Self::Unidentified => "unidentified",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// Who pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funder {
    /// Its key: `eu`.
    pub key: Key,
    /// What it is called.
    pub name: Name,
    /// What kind of payer it is.
    pub kind: FunderKind,
    /// A remark.
    pub note: String,
}

/// A funder's named vehicle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Its key: `eu_support_loan`.
    pub key: Key,
    /// Who pays through it.
    pub funder: Key,
    /// What it is called.
    pub name: Name,
    /// The amount as its source states it, in `original_unit`; as text, because the plan computes in dollars only.
    pub original_amount: String,
    /// The unit of the original amount: `EUR bn`.
    pub original_unit: String,
    /// Dollars for one unit of the original currency, where one was applied.
    pub usd_per_unit: Option<Share>,
    /// The programme's amount in US dollars, where it has one.
    pub amount: Option<Money>,
    /// How firm that amount is.
    pub grade: Grade,
    /// Where it comes from.
    pub sources: Vec<Key>,
    /// After how many years what was planned in a year and is still unpaid lapses (n+2, n+3); never where nothing is said.
    pub lapse_years: Option<u32>,
    /// The programme whose amount contains this one's.
    pub part_of: Option<Key>,
    /// What is payable back to the same lender over the programme's years, where a source states it.
    pub owed: Option<Money>,
}

/// What the money is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sector {
    /// Its key: `energy`.
    pub key: Key,
    /// What it is called.
    pub name: Name,
    /// A remark.
    pub note: String,
}

/// How much a sector takes over the decade, as a source says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The sector it is the need of.
    pub sector: Key,
    /// The need, at the prices the source uses.
    pub amount: Money,
    /// Where it comes from.
    pub sources: Vec<Key>,
    /// A remark.
    pub note: String,
}

/// One of the groups of reform steps on the way to accession.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Its key: `fundamentals`.
    pub key: Key,
    /// What it is called.
    pub name: Name,
    /// Its number in the negotiations; the first one is the fundamentals.
    pub number: u32,
    /// The terms on which its steps release money, in the order of the quarters from which they hold, each once.
    pub terms: Vec<ReleaseTerms>,
}

impl Cluster {
    /// Whether these are the fundamentals, which set the pace of the others.
    #[must_use]
    pub const fn is_fundamentals(&self) -> bool {
        self.number == 1
    }

    /// The terms that hold in `quarter`; before the first entry, the first.
    #[must_use]
    pub fn terms_in(&self, quarter: Quarter) -> Option<&ReleaseTerms> {
        self.terms.iter().rev().find(|terms| terms.from <= quarter).or(self.terms.first())
    }
}

/// A chapter of the accession negotiations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its number, from 1 to 35.
    pub number: i32,
    /// What it is called.
    pub name: Name,
    /// The cluster it belongs to; none for the two outside the clusters.
    pub cluster: Option<Key>,
    /// Where it comes from.
    pub sources: Vec<Key>,
}

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its key: `I10`.
    pub key: Key,
    /// Title of the document or page.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, as far as it is known.
    pub date: String,
    /// Its address.
    pub url: String,
    /// How the figure was checked against it.
    pub how_verified: String,
}

/// A rule by which figures that no source splits were split; shown beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its key; rules are shown in the order of their keys.
    pub key: Key,
    /// What it is about.
    pub heading: Name,
    /// The rule.
    pub text: Name,
}

/// The gross domestic product of one year, as a yardstick for what is paid in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputYear {
    /// The year.
    pub year: i32,
    /// Nominal product in the package's currency.
    pub gdp: Money,
    /// Whether no source states it and it was carried forward by a rule.
    pub extrapolated: bool,
    /// Where it comes from.
    pub sources: Vec<Key>,
}

macro_rules! keyed_by {
    ($($row:ty, $key:ty, $field:ident;)*) => {$(
        impl Row for $row {
            type Key = $key;
            fn key(&self) -> &$key {
                &self.$field
            }
        }
    )*};
}

keyed_by! {
    Funder, Key, key;
    Programme, Key, key;
    Sector, Key, key;
    Need, Key, sector;
    Cluster, Key, key;
    Chapter, i32, number;
    Source, Key, key;
    Rule, Key, key;
    OutputYear, i32, year;
}
