//! Reform steps, and the dated terms on which a group of them releases money.

use crate::allocation::closed_set;
use crate::table::Row;
use crate::{Code, Grade, Id, Instrument, Key, Name, Quarter, Share};

/// What kind of act a step asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepKind {
    /// A chapter of the accession negotiations is closed.
    Chapter,
    /// A law is passed.
    Legislative,
    /// An institution is set up or reformed.
    Institutional,
    /// A count is reached: posts filled, homes connected.
    Quantitative,
    /// Something is built or bought.
    Investment,
}

closed_set!(
    StepKind,
    5,
    Chapter = "chapter",
    Legislative = "legislative",
    Institutional = "institutional",
    Quantitative = "quantitative",
    Investment = "investment",
);

/// Which money a step bears on: grants and loans are suspended separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepPart {
    /// On all money of its group.
    All,
    /// On grants only.
    Grants,
    /// On loans only.
    Loans,
}

closed_set!(StepPart, 3, All = "all", Grants = "grants", Loans = "loans");

impl StepPart {
    /// The part of a group's money that an instrument belongs to; what is neither grant nor loan waits for the steps that
    /// bear on all money.
    #[must_use]
    pub const fn of(instrument: Instrument) -> Self {
        match instrument {
            Instrument::Grant => Self::Grants,
            Instrument::LoanConcessional
            | Instrument::LoanLimitedRecourse
            | Instrument::LoanCommercial
            | Instrument::LoanPrivate => Self::Loans,
            Instrument::EquityPublic | Instrument::Guarantee | Instrument::EquityPrivate => Self::All,
        }
    }

    /// Whether a step of this part bears on money of `money`.
    #[must_use]
    pub fn bears_on(self, money: Self) -> bool {
        self == Self::All || self == money
    }
}

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepState {
    /// Not met yet: expected at its due quarter and the delay after it.
    Due,
    /// Met.
    Met {
        /// In which quarter.
        quarter: Quarter,
    },
    /// Met in part; what is missing lapses with the catch-up window.
    PartlyMet {
        /// In which quarter.
        quarter: Quarter,
        /// How much of it, above nought and below one.
        share: Share,
    },
    /// Met, and later undone.
    Reversed {
        /// When it was met.
        met: Quarter,
        /// From which quarter on it no longer holds.
        quarter: Quarter,
    },
}

impl StepState {
    /// The words for the states in files.
    pub const KEYS: [&'static str; 4] = ["due", "met", "partly_met", "reversed"];

    /// The word for it in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Met { .. } => "met",
            Self::PartlyMet { .. } => "partly_met",
            Self::Reversed { .. } => "reversed",
        }
    }
}

/// The most quarters by which a step may be late.
pub const MOST_DELAY_QUARTERS: u32 = 400;

/// One reform step on which booster money waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Identity; never changes.
    pub id: Id,
    /// What people call it: `S23`. Unique among the steps.
    pub code: Code,
    /// What has to be done.
    pub name: Name,
    /// The group whose money waits for it.
    pub cluster: Key,
    /// The chapter of the negotiations it belongs to, where it belongs to one.
    pub chapter: Option<u32>,
    /// When it is due.
    pub due: Quarter,
    /// Its weight among the steps of its group: above nought, relative to the others.
    pub weight: Share,
    /// What kind of act it is.
    pub kind: StepKind,
    /// Which money of the group it bears on.
    pub part: StepPart,
    /// Whether nothing is released before it is met, under a rule with gates.
    pub gate: bool,
    /// How far it has come.
    pub state: StepState,
    /// By how many quarters it is expected to be late; counts while it is due.
    pub delay_quarters: u32,
    /// The probability that it is met in any one quarter once it is due, where somebody has entered one.
    pub probability: Option<Share>,
    /// How firm due quarter and weight are.
    pub grade: Grade,
    /// Where it comes from.
    pub sources: Vec<Key>,
    /// A remark.
    pub note: String,
}

impl Step {
    /// When the step is counted as met, window apart: the quarter in which it was, or the one in which it is expected.
    #[must_use]
    pub fn met_in(&self) -> Quarter {
        match self.state {
            StepState::Due => self.due.plus(self.delay_quarters),
            StepState::Met { quarter } | StepState::PartlyMet { quarter, .. } => quarter,
            StepState::Reversed { met, .. } => met,
        }
    }
}

impl Row for Step {
    type Key = Id;
    fn key(&self) -> &Id {
        &self.id
    }
}

/// How the steps of a group release its money. `s` is the weight of what is met, between nought and one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReleaseRule {
    /// `s`.
    Proportional,
    /// Nothing until all is met.
    AllOrNothing,
    /// `f + (1 − f) s`: a floor is free of conditions.
    Floor,
    /// `s` from the threshold on, nothing below it.
    Threshold,
    /// Everything from the threshold on, `s` below it.
    ThresholdThenFull,
    /// `s` once every gate is met, nothing before.
    Gate,
}

closed_set!(
    ReleaseRule,
    6,
    Proportional = "proportional",
    AllOrNothing = "all_or_nothing",
    Floor = "floor",
    Threshold = "threshold",
    ThresholdThenFull = "threshold_then_full",
    Gate = "gate",
);

impl ReleaseRule {
    /// Whether the rule has a number of its own: the floor, or the threshold.
    #[must_use]
    pub const fn has_level(self) -> bool {
        matches!(self, Self::Floor | Self::Threshold | Self::ThresholdThenFull)
    }
}

/// What becomes of money whose catch-up window has closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OnLoss {
    /// It is lost.
    Lost,
    /// It goes to the other steps of the group, in proportion.
    Reallocated,
    /// The window is extended once.
    Extended,
}

closed_set!(OnLoss, 3, Lost = "lost", Reallocated = "reallocated", Extended = "extended");

/// The terms on which a group releases money from a quarter on. A change of method is a second entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseTerms {
    /// From which quarter on they hold.
    pub from: Quarter,
    /// How met steps release money.
    pub rule: ReleaseRule,
    /// The floor or the threshold of the rules that have one; between nought and one.
    pub level: Option<Share>,
    /// For how many quarters after its due quarter a step can still be met.
    pub window_quarters: u32,
    /// How many quarters after its release money is paid.
    pub lag_quarters: u32,
    /// What becomes of money whose window has closed.
    pub on_loss: OnLoss,
    /// By how many quarters the window is extended, where it is.
    pub extension_quarters: u32,
    /// How much of what a reversed step had released is taken back; between nought and one.
    pub clawback: Share,
    /// Where the group waits for the fundamentals: how far its release may run ahead of theirs.
    pub fundamentals_first: Option<Share>,
    /// How firm the terms are.
    pub grade: Grade,
    /// Where they come from.
    pub sources: Vec<Key>,
    /// A remark.
    pub note: String,
}

impl ReleaseTerms {
    /// How many quarters after its due quarter a step's money lapses, any extension included.
    #[must_use]
    pub fn open_quarters(&self) -> u32 {
        match self.on_loss {
            OnLoss::Extended => self.window_quarters.saturating_add(self.extension_quarters),
            OnLoss::Lost | OnLoss::Reallocated => self.window_quarters,
        }
    }
}
