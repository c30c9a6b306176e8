//! The allocation: one row of the plan.

use crate::table::Row;
use crate::{Code, FieldName, Id, Key, Money, Profile, Quarter, TableName};

/// Whose money it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Capital {
    /// Taxpayers' or public institutions' money.
    Public,
    /// Private investors' money.
    Private,
}

/// On what terms the money is given. Implies the capital, save where the row says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Instrument {
    /// Not repaid.
    Grant,
    /// A loan below market terms.
    LoanConcessional,
    /// A loan repaid only from a named stream, such as reparations.
    LoanLimitedRecourse,
    /// A public institution's loan at market terms.
    LoanCommercial,
    /// A public stake.
    EquityPublic,
    /// A promise to cover losses.
    Guarantee,
    /// A private lender's loan.
    LoanPrivate,
    /// A private stake.
    EquityPrivate,
}

/// What the money is meant to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// Making good a damage to its owner.
    Compensation,
    /// Building again what was destroyed.
    Reconstruction,
    /// Building better than before.
    Modernisation,
    /// Keeping the state and its currency afloat.
    Stability,
}

/// How firm a figure is, firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Signed by those who pay.
    Signed,
    /// Being paid out.
    Running,
    /// Announced by those who pay.
    Announced,
    /// Proposed, not decided.
    Proposed,
    /// Reported by others.
    Reported,
    /// No source states it.
    Assumption,
}

macro_rules! closed_set {
    ($name:ident, $count:literal, $($variant:ident = $key:literal),+ $(,)?) => {
        impl $name {
            /// Every member, in the order in which they are listed to people.
            pub const ALL: [Self; $count] = [$(Self::$variant),+];

            /// The word for it in files.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }

            /// The member with this word.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|member| member.key() == key)
            }
        }
    };
}

pub(crate) use closed_set;

closed_set!(Capital, 2, Public = "public", Private = "private");
closed_set!(
    Instrument,
    8,
    Grant = "grant",
    LoanConcessional = "loan_concessional",
    LoanLimitedRecourse = "loan_limited_recourse",
    LoanCommercial = "loan_commercial",
    EquityPublic = "equity_public",
    Guarantee = "guarantee",
    LoanPrivate = "loan_private",
    EquityPrivate = "equity_private",
);
closed_set!(
    Purpose,
    4,
    Compensation = "compensation",
    Reconstruction = "reconstruction",
    Modernisation = "modernisation",
    Stability = "stability",
);
closed_set!(
    Grade,
    6,
    Signed = "signed",
    Running = "running",
    Announced = "announced",
    Proposed = "proposed",
    Reported = "reported",
    Assumption = "assumption",
);

impl Instrument {
    /// Whose money the instrument brings, unless the row says otherwise.
    #[must_use]
    pub const fn capital(self) -> Capital {
        match self {
            Self::Grant
            | Self::LoanConcessional
            | Self::LoanLimitedRecourse
            | Self::LoanCommercial
            | Self::EquityPublic
            | Self::Guarantee => Capital::Public,
            Self::LoanPrivate | Self::EquityPrivate => Capital::Private,
        }
    }
}

/// What was really paid in one quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidQuarter {
    /// When.
    pub quarter: Quarter,
    /// How much; above zero.
    pub amount: Money,
}

/// One row of the plan: an amount from one programme by one instrument for one sector and purpose, paid over time.
///
/// Invariants, held by [`crate::Edit`]: the amount is not negative, the end not before the start, each reference
/// resolves in the plan, and what was paid is not more than the amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// Identity; never changes.
    pub id: Id,
    /// What people call it: `A017`. Unique in the plan.
    pub code: Code,
    /// Who pays, through which vehicle.
    pub programme: Key,
    /// On what terms.
    pub instrument: Instrument,
    /// Whose money; the instrument's own where the row does not say otherwise.
    pub capital: Capital,
    /// What it is for.
    pub sector: Key,
    /// What it is meant to do.
    pub purpose: Purpose,
    /// The group of reform steps it depends on: one of the clusters, or none. Rows that have one are the booster.
    pub booster: Option<Key>,
    /// How much, in cents of the package's currency.
    pub amount: Money,
    /// The first quarter in which it may be paid.
    pub start: Quarter,
    /// The last quarter in which it is meant to be paid.
    pub end: Quarter,
    /// How payment is spread between them.
    pub profile: Profile,
    /// How firm the programme's amount is.
    pub amount_grade: Grade,
    /// How firm this row's part of it is.
    pub split_grade: Grade,
    /// Where the figures come from.
    pub sources: Vec<Key>,
    /// A remark.
    pub note: String,
    /// Locked rows do not change.
    pub locked: bool,
    /// What was really paid, in the order of the quarters, each once.
    pub paid: Vec<PaidQuarter>,
    /// Who is served first where not all can be absorbed: 1 before 9.
    pub priority: Priority,
    /// Sources of single fields, beside those of the whole row: in the order of the fields' names, each field once.
    pub cited: Vec<Cited>,
}

/// Where one field of a row comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Which field.
    pub field: FieldName,
    /// Its sources; at least one.
    pub sources: Vec<Key>,
}

impl Cited {
    /// The text of a list of them: `amount=I10,I12 start=S05`.
    #[must_use]
    pub fn to_text(list: &[Self]) -> String {
        let keys = |sources: &[Key]| sources.iter().map(Key::as_str).collect::<Vec<_>>().join(",");
        let told: Vec<String> = list.iter().map(|cited| format!("{}={}", cited.field, keys(&cited.sources))).collect();
        told.join(" ")
    }

    /// The list with this text; nothing where no list has it.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Vec<Self>> {
        let entry = |entry: &str| {
            let (field, sources) = entry.split_once('=')?;
            let field = FieldName::of(TableName::Allocations, field)?;
            let sources = sources.split(',').map(|key| key.parse().ok()).collect::<Option<_>>()?;
            Some(Self { field, sources })
        };
        text.split(' ').filter(|entry| !entry.is_empty()).map(entry).collect()
    }
}

/// The fields of an allocation that are no figures and have no sources of their own.
const UNCITED: [&str; 6] = ["cited", "code", "locked", "note", "paid", "sources"];

/// The class in which a row is served where not all can be absorbed: 1, the first, to 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Priority(u8);

impl Priority {
    /// The class of rows of which nothing else is said.
    pub const USUAL: Self = Self(5);

    /// The class with this number, from 1 to 9.
    #[must_use]
    pub const fn new(class: u8) -> Option<Self> {
        if class >= 1 && class <= 9 { Some(Self(class)) } else { None }
    }

    /// Its number.
    #[must_use]
    pub const fn class(self) -> u8 {
        self.0
    }
}

impl Default for Priority {
    fn default() -> Self {
        Self::USUAL
    }
}

impl Row for Allocation {
    type Key = Id;
    fn key(&self) -> &Id {
        &self.id
    }
}

impl Allocation {
    /// Whether a field of allocations can have sources of its own.
    #[must_use]
    pub fn is_citable(field: FieldName) -> bool {
        !UNCITED.contains(&field.as_str())
    }

    /// Where a field comes from: its own sources, or else those of the whole row.
    #[must_use]
    pub fn sources_of(&self, field: FieldName) -> &[Key] {
        self.cited.iter().find(|cited| cited.field == field).map_or(&self.sources, |cited| &cited.sources)
    }

    /// How firm the amount is by what stands behind it: without any source it is an assumption, whatever the row says.
    #[must_use]
    pub fn held_grade(&self) -> Grade {
        if self.has_sourced_amount() { self.amount_grade } else { Grade::Assumption }
    }

    /// Whether the amount has a source: its own, or one of the whole row.
    #[must_use]
    pub fn has_sourced_amount(&self) -> bool {
        !self.sources.is_empty() || self.cited.iter().any(|cited| cited.field.as_str() == "amount")
    }

    /// What has been paid in all.
    #[must_use]
    pub fn paid_total(&self) -> Money {
        // Never more than the amount, so the sum fits.
        Money::from_cents(self.paid.iter().map(|paid| paid.amount.cents()).sum())
    }
}
