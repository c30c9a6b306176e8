//! What money waits for, as charts are told it: why it is not paid, the booster's four states, the odds of the steps, the
//! room of the years, and the events.

use model::{Date, EventKind, EventState, Money, Name, Quarter, Share, Total};

/// Why committed money is not paid, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unpaid {
    /// Withheld because a step is late; still claimable.
    AtRisk,
    /// Its step is not due yet.
    NotYetDue,
    /// Payable, and waiting because more cannot be absorbed.
    Backlog,
    /// Released, and planned for a later quarter of the package.
    ToCome,
    /// Planned past the last quarter.
    After,
    /// Its step was not met in time, or it lapsed.
    Lost,
    /// Ended by an event.
    Stopped,
}

impl Unpaid {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 7] =
        [Self::AtRisk, Self::NotYetDue, Self::Backlog, Self::ToCome, Self::After, Self::Lost, Self::Stopped];

    /// A name that does not change with the language: the measure's.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::AtRisk => "at_risk",
            Self::NotYetDue => "not_yet_due",
            Self::Backlog => "backlog",
            Self::ToCome => "to_come",
            Self::After => "after",
            Self::Lost => "lost",
            Self::Stopped => "stopped",
        }
    }
}

/// The four states of the booster at the end of one quarter. They add to its amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct States {
    /// Its steps are met.
    pub released: Total,
    /// Withheld and still claimable.
    pub at_risk: Total,
    /// Its steps are not due yet.
    pub not_yet_due: Total,
    /// Its steps were not met in time.
    pub lost: Total,
}

impl States {
    /// The booster's amount.
    #[must_use]
    pub fn total(&self) -> Total {
        self.released + self.at_risk + self.not_yet_due + self.lost
    }

    /// The states' amounts, in the order of the stack, from the bottom.
    #[must_use]
    pub const fn parts(&self) -> [Total; 4] {
        [self.released, self.at_risk, self.not_yet_due, self.lost]
    }
}

/// The steps that money waits for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// How many there are.
    pub all: usize,
    /// Of how many weight and due quarter are assumptions of the plan.
    pub assumed: usize,
}

/// How probable it is that all steps are met by the end of a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Odds {
    /// The quarter.
    pub quarter: Quarter,
    /// If the steps are independent of each other.
    pub independent: Share,
    /// The least, however they depend on each other.
    pub least: Share,
    /// The most, however they depend on each other.
    pub most: Share,
}

/// When all steps may be met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accession {
    /// How many steps have no probability: no odds are told while there is one.
    pub missing: usize,
    /// When all are met as the plan expects; nothing where they never are.
    pub planned: Option<Quarter>,
    /// The odds, in the order of the quarters; empty where they cannot be told.
    pub odds: Vec<Odds>,
}

/// What the room of a year is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The room of the caps.
    pub room: Total,
    /// What is paid in it.
    pub paid: Total,
}

/// One calendar year beside what the economy can take.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearLoad {
    /// Paid in the year.
    pub paid: Total,
    /// Payable, and waiting at the year's end.
    pub waiting: Total,
    /// The year's gross domestic product, where it is known.
    pub gdp: Option<Money>,
    /// Whether the product is extrapolated.
    pub extrapolated: bool,
    /// The caps' room, where there is one that can be held against payments: of caps that share no row, or of one over all.
    pub room: Option<Room>,
}

/// A cap's name and its room in each year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapRooms {
    /// What it is called.
    pub name: Name,
    /// The room of each year and what is paid in it; nothing for a year without a figure.
    pub years: Vec<Option<Room>>,
}

/// An event on an axis of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its day.
    pub day: Date,
    /// Its last day, where it lasts.
    pub until: Option<Date>,
    /// What happens.
    pub name: Name,
    /// What kind of event it is.
    pub kind: EventKind,
    /// Whether it counts; what is excluded is not drawn.
    pub state: EventState,
}

/// Everything that money waits for. By default nothing: all is paid as planned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// What is committed and not paid at the end of each quarter, by reason, over all flows.
    pub unpaid: Vec<(Unpaid, Vec<Total>)>,
    /// The steps.
    pub steps: Steps,
    /// The booster's states at the end of each quarter of the plan; nothing before the package, and none where a plan has no
    /// booster.
    pub booster: Vec<States>,
    /// When all steps may be met.
    pub accession: Accession,
    /// The years of the plan, in order.
    pub years: Vec<YearLoad>,
    /// From which share of the product, in thousandths, payments are more than was ever absorbed.
    pub bound_per_mille: u32,
    /// The caps.
    pub caps: Vec<CapRooms>,
    /// The events, in the order of their days.
    pub marks: Vec<Mark>,
}
