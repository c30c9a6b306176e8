//! The history: what was done to the plan, by whom and when, with what was there before.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Choice;

/// What kind of entry of the history it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// The plan came into being.
    Created,
    /// An act.
    Edit,
    /// An act undone.
    Undo,
    /// An act done again.
    Redo,
    /// An earlier state taken up again.
    Return,
    /// A copy that was edited apart, merged in.
    Merge,
}

/// An entry of the history.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Entry {
    /// Its number.
    #[ts(type = "number")]
    pub seq: u64,
    /// What was done.
    pub label: String,
    /// By whom.
    pub author: String,
    /// When (RFC 3339).
    pub time: String,
    /// Whether it has been undone and not done again.
    pub undone: bool,
    /// What kind of entry.
    pub kind: EntryKind,
    /// Where it comes from: the version returned to, the copy merged in.
    pub note: String,
    /// The scenario it was made in; nothing where that is the base plan.
    pub scenario_label: Option<String>,
    /// What it changed, field by field, at most twenty.
    pub details: Vec<EntryDetail>,
    /// How many more there are.
    pub details_more: u32,
}

/// One field that an entry changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EntryDetail {
    /// The word for the table.
    pub table_label: String,
    /// The row's key.
    pub row: String,
    /// What people call the row.
    pub called: String,
    /// The word for the field; empty where the row as a whole is meant.
    pub field_label: String,
    /// What it was, for the reader; empty where it was not there.
    pub before_label: String,
    /// What it became; empty where it is gone.
    pub after_label: String,
}

/// Which entries are wanted.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct HistoryRequest {
    /// Only entries before this one.
    #[ts(optional = nullable, type = "number | null")]
    pub before_seq: Option<u64>,
    /// How many at most; a hundred where nothing is said.
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
    /// Only those that touch this row, by code or id.
    #[ts(optional = nullable)]
    pub row: Option<String>,
    /// Only those of this author.
    #[ts(optional = nullable)]
    pub author: Option<String>,
    /// Only those that change this field.
    #[ts(optional = nullable)]
    pub field: Option<String>,
    /// Only those on or after this day.
    #[ts(optional = nullable)]
    pub from: Option<String>,
    /// Only those on or before this day.
    #[ts(optional = nullable)]
    pub to: Option<String>,
    /// Only those in whose label each of these words occurs.
    #[ts(optional = nullable)]
    pub text: Option<String>,
}

/// Entries of the history, the latest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HistoryPage {
    /// The entries.
    pub entries: Vec<Entry>,
    /// Whether there are earlier ones that pass.
    pub more: bool,
    /// How many entries the history has.
    pub total: u32,
    /// Who made entries.
    pub authors: Vec<String>,
    /// The fields one can ask for.
    pub fields: Vec<Choice>,
}
