//! Scenarios: named overlays on the plan or on one another.
//!
//! A scenario holds overrides of single fields, added rows and removed rows. What it does not override follows its parent
//! as that changes. [`crate::Plan::resolve`] makes a plan of it.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::allocation::closed_set;
use crate::table::Row;
use crate::{Allocation, Cap, Date, Event, FieldName, Grade, Id, Key, KeyRefusal, Limit, Name, Share, Step, TableName};

/// Which scenario: the root of all, or one of the plan's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScenarioId {
    /// The base plan itself.
    #[default]
    Base,
    /// The scenario with this identity.
    Of(Id),
}

impl ScenarioId {
    /// What the root is called in files.
    pub const BASE: &'static str = "base";

    /// Whether this is the root.
    #[must_use]
    pub const fn is_base(self) -> bool {
        matches!(self, Self::Base)
    }

    /// The identity of the scenario, where it is not the root.
    #[must_use]
    pub const fn id(self) -> Option<Id> {
        match self {
            Self::Base => None,
            Self::Of(id) => Some(id),
        }
    }
}

impl fmt::Display for ScenarioId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Base => f.write_str(Self::BASE),
            Self::Of(id) => id.fmt(f),
        }
    }
}

impl FromStr for ScenarioId {
    type Err = KeyRefusal;
    fn from_str(text: &str) -> Result<Self, KeyRefusal> {
        if text == Self::BASE { Ok(Self::Base) } else { text.parse().map(Self::Of) }
    }
}

/// How the talks end: a leaf of the tree of outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// A deal is signed, accepted, and holds.
    Deal,
    /// No deal is signed.
    Rejected,
    /// A deal is signed and accepted, and breaks down early.
    CollapseEarly,
    /// A deal is signed and accepted, and breaks down late.
    CollapseLate,
    /// A deal is signed, and the referendum rejects it.
    ReferendumRejects,
}

closed_set!(
    Outcome,
    5,
    Deal = "deal",
    Rejected = "rejected",
    CollapseEarly = "collapse_early",
    CollapseLate = "collapse_late",
    ReferendumRejects = "referendum_rejects",
);

/// A question whose answer parts the outcomes. Each probability is given that all before it were answered with yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Is a deal signed?
    Signed,
    /// Does the referendum accept it, given that it is signed?
    Accepted,
    /// Does it hold for five years, given both?
    Holds,
    /// Where it does not hold, does it break down early? The one question that need not be answered.
    Early,
}

closed_set!(Question, 4, Signed = "signed", Accepted = "accepted", Holds = "holds", Early = "early");

/// A probability that somebody has entered. None is ever preset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odds {
    /// Of what.
    pub question: Question,
    /// The probability of yes, from nought to one.
    pub share: Share,
    /// Whose judgement it is.
    pub author: String,
    /// On which day.
    pub day: Date,
    /// On what grounds.
    pub note: String,
}

impl Row for Odds {
    type Key = Question;
    fn key(&self) -> &Question {
        &self.question
    }
}

/// A named set of overrides on the base plan or on another scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Identity; never changes.
    pub id: Id,
    /// What it is called. No two scenarios of a plan have one name.
    pub name: Name,
    /// What it follows where it overrides nothing.
    pub parent: ScenarioId,
    /// Its place among the scenarios with the same parent.
    pub place: u32,
    /// The outcome of the talks that it pictures, where it is one.
    pub outcome: Option<Outcome>,
    /// What would bring it about.
    pub trigger: Name,
    /// How firm it is.
    pub grade: Grade,
    /// Where it comes from.
    pub sources: Vec<Key>,
    /// A remark.
    pub note: String,
}

impl Row for Scenario {
    type Key = Id;
    fn key(&self) -> &Id {
        &self.id
    }
}

/// What an override is about: at most one for each field of each row in each scenario.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OverrideKey {
    /// In which scenario.
    pub scenario: Id,
    /// In which table.
    pub table: TableName,
    /// Which row: its key as text; the package is `package`.
    pub row: Arc<str>,
    /// Which field; nothing where the row itself is added or removed.
    pub field: Option<FieldName>,
}

impl fmt::Display for OverrideKey {
    /// `scenario/table/row/field`, with `*` for the row itself.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scenario, table, row, field } = self;
        write!(f, "{scenario}/{}/{row}/{}", table.key(), field.map_or("*", FieldName::as_str))
    }
}

impl fmt::Debug for OverrideKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for OverrideKey {
    type Err = KeyRefusal;

    fn from_str(text: &str) -> Result<Self, KeyRefusal> {
        let refusal = || KeyRefusal::NotAKey(text.to_owned());
        let mut parts = text.split('/');
        let mut next = || parts.next().ok_or_else(refusal);
        let (scenario, table, row, field) = (next()?, next()?, next()?, next()?);
        let table = TableName::from_key(table).ok_or_else(refusal)?;
        let field = match field {
            "*" => None,
            name => Some(FieldName::of(table, name).ok_or_else(refusal)?),
        };
        if parts.next().is_some() || row.is_empty() {
            return Err(refusal());
        }
        Ok(Self { scenario: scenario.parse()?, table, row: row.into(), field })
    }
}

/// What an override says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The field holds this, as [`crate::Fields`] tell it.
    Set(String),
    /// The row is added.
    Add(AddedRow),
    /// The row is taken out.
    Remove,
}

/// A row of a table to which scenarios may add some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddedRow {
    /// An allocation.
    Allocation(Arc<Allocation>),
    /// A limit.
    Limit(Arc<Limit>),
    /// A step.
    Step(Arc<Step>),
    /// An event.
    Event(Arc<Event>),
    /// A cap.
    Cap(Arc<Cap>),
}

impl AddedRow {
    /// The table it belongs to.
    #[must_use]
    pub const fn table(&self) -> TableName {
        match self {
            Self::Allocation(_) => TableName::Allocations,
            Self::Limit(_) => TableName::Limits,
            Self::Step(_) => TableName::Steps,
            Self::Event(_) => TableName::Events,
            Self::Cap(_) => TableName::Caps,
        }
    }

    /// Its identity.
    #[must_use]
    pub fn id(&self) -> Id {
        match self {
            Self::Allocation(row) => row.id,
            Self::Limit(row) => row.id,
            Self::Step(row) => row.id,
            Self::Event(row) => row.id,
            Self::Cap(row) => row.id,
        }
    }
}

/// One thing that a scenario says differently from its parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// What it is about.
    pub at: OverrideKey,
    /// What it says.
    pub what: What,
    /// Why.
    pub reason: String,
    /// Where that comes from.
    pub sources: Vec<Key>,
}

impl Row for Override {
    type Key = OverrideKey;
    fn key(&self) -> &OverrideKey {
        &self.at
    }
}
