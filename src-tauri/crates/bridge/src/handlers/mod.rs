//! What the commands do, in terms of a view of the plan.

pub(crate) mod about;
pub(crate) mod absorption;
pub(crate) mod choices;
pub(crate) mod compare;
pub(crate) mod concerns;
pub(crate) mod conditions;
pub(crate) mod details;
pub(crate) mod differences;
pub(crate) mod edit;
pub(crate) mod edit_list;
pub(crate) mod edit_rows;
pub(crate) mod events;
pub(crate) mod explain;
mod explain_links;
pub(crate) mod export;
pub(crate) mod field_names;
pub(crate) mod figure;
pub(crate) mod grid;
pub(crate) mod history;
pub(crate) mod history_filter;
pub(crate) mod label;
pub(crate) mod label_conditions;
mod label_rows;
mod label_scenarios;
mod label_years;
pub(crate) mod limits;
pub(crate) mod margins;
pub(crate) mod merge_reply;
mod merge_sides;
pub(crate) mod merging;
mod named;
pub(crate) mod needs;
pub(crate) mod outcomes;
pub(crate) mod paste;
pub(crate) mod plan;
pub(crate) mod preview;
pub(crate) mod profile;
pub(crate) mod row;
pub(crate) mod scenario_edits;
pub(crate) mod scenarios;
pub(crate) mod schedule;
pub(crate) mod share;
pub(crate) mod sides;
pub(crate) mod slip;
pub(crate) mod status;
pub(crate) mod steps;
pub(crate) mod telling;
pub(crate) mod versions;

use engine::Schedule;
use model::{Plan, ScenarioId};

use crate::Words;

/// A state of the plan, its schedule, and the reader's words for it.
pub(crate) struct View<'a> {
    /// The plan, as its scenario resolves it.
    pub plan: &'a Plan,
    /// The plan with its scenarios side by side, none of them applied.
    pub whole: &'a Plan,
    /// The scenario that is looked at.
    pub scenario: ScenarioId,
    /// What follows from it.
    pub schedule: &'a Schedule,
    /// First eight characters of the hash of its state.
    pub fingerprint: &'a str,
    /// The reader's words.
    pub words: Words,
}
