//! Events: dated facts and assumptions, and what they do to money.

use serde::Serialize;
use ts_rs::TS;

use super::{Names, SliceWire};

/// A dated fact or assumption.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EventLine {
    /// Its id.
    pub id: String,
    /// What people call it: `E01`.
    pub code: String,
    /// What happens, in the reader's language.
    pub label: String,
    /// The same in both.
    pub name: Names,
    /// Its day; counted from the event it follows, where it follows one.
    pub date: String,
    /// The day that was typed.
    pub own_date: String,
    /// Its last day, where it lasts.
    pub until: Option<String>,
    /// The code of the event it follows.
    pub follows: Option<String>,
    /// How many days after that one.
    pub lag_days: u32,
    /// What kind of event it is.
    pub kind: String,
    /// The word for it.
    pub kind_label: String,
    /// Whether it counts.
    pub state: String,
    /// The word for it.
    pub state_label: String,
    /// How firm it is.
    pub grade: String,
    /// The word for it.
    pub grade_label: String,
    /// The quarter its day lies in.
    pub quarter: String,
    /// What it does to money.
    pub effects: Vec<EffectLine>,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// A remark.
    pub note: String,
}

/// One thing that an event does.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EffectLine {
    /// What it does.
    pub verb: String,
    /// The word for it.
    pub verb_label: String,
    /// To which rows.
    pub slice: Vec<SliceWire>,
    /// Save these.
    pub except: Vec<SliceWire>,
    /// By how many quarters, for a delay.
    pub quarters: u32,
    /// What share is still paid, for a scale.
    pub share: String,
    /// The effect in one sentence.
    pub sentence: String,
}
