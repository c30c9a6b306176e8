//! Events: dated facts and assumptions that are drawn on time axes and may open, delay, scale or stop money.

use crate::allocation::closed_set;
use crate::table::Row;
use crate::{Code, Date, Grade, Id, Key, Name, Share, Slice};

/// What kind of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// People meet.
    Meeting,
    /// A day by which something is to happen.
    Deadline,
    /// The fighting stops.
    Ceasefire,
    /// The people vote.
    Referendum,
    /// A step on the way into the European Union, or the accession itself.
    Accession,
    /// A security guarantee begins; it has a term.
    Guarantee,
    /// A settlement breaks down.
    Collapse,
    /// Anything else.
    Other,
}

closed_set!(
    EventKind,
    8,
    Meeting = "meeting",
    Deadline = "deadline",
    Ceasefire = "ceasefire",
    Referendum = "referendum",
    Accession = "accession",
    Guarantee = "guarantee",
    Collapse = "collapse",
    Other = "other",
);

/// Whether an event counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventState {
    /// It happened.
    Happened,
    /// Somebody has announced it for that day.
    Expected,
    /// The analyst assumes it.
    Assumed,
    /// It is known of and does not count: its effects do nothing.
    Excluded,
}

closed_set!(EventState, 4, Happened = "happened", Expected = "expected", Assumed = "assumed", Excluded = "excluded",);

/// What an event does to the money of a slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EffectVerb {
    /// No money before it: what is planned earlier moves to begin with it.
    Open,
    /// Money only while it lasts: opened by its day, stopped by its last day.
    While,
    /// What is planned from it on moves by some quarters.
    Delay,
    /// Of what is planned from it on only a share is paid; the rest is stopped.
    Scale,
    /// What is planned from it on is stopped.
    Stop,
}

closed_set!(EffectVerb, 5, Open = "open", While = "while", Delay = "delay", Scale = "scale", Stop = "stop");

/// One thing that an event does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What it does.
    pub verb: EffectVerb,
    /// To which allocations.
    pub slice: Slice,
    /// Save these; an empty slice spares none.
    pub except: Slice,
    /// By how many quarters, for a delay; else nought.
    pub quarters: u32,
    /// What share is still paid, for a scale; else one.
    pub share: Share,
}

/// A dated fact or assumption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Identity; never changes.
    pub id: Id,
    /// What people call it: `E01`. Unique among the events.
    pub code: Code,
    /// What happens.
    pub name: Name,
    /// When; counted from the event it follows, where it follows one.
    pub date: Date,
    /// Its last day, where it lasts.
    pub until: Option<Date>,
    /// The event whose day it is counted from.
    pub follows: Option<Id>,
    /// How many days after that one.
    pub lag_days: u32,
    /// What kind of event it is.
    pub kind: EventKind,
    /// Whether it counts.
    pub state: EventState,
    /// How firm it is.
    pub grade: Grade,
    /// What it does to money; most events do nothing.
    pub effects: Vec<Effect>,
    /// Where it comes from.
    pub sources: Vec<Key>,
    /// A remark.
    pub note: String,
}

impl Row for Event {
    type Key = Id;
    fn key(&self) -> &Id {
        &self.id
    }
}
