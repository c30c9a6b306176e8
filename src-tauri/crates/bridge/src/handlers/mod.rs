//! What the commands do, in terms of a view of the plan.

pub(crate) mod about;
pub(crate) mod absorption;
pub(crate) mod choices;
pub(crate) mod concerns;
pub(crate) mod conditions;
pub(crate) mod edit;
pub(crate) mod events;
pub(crate) mod explain;
mod explain_links;
pub(crate) mod export;
pub(crate) mod figure;
pub(crate) mod grid;
pub(crate) mod label;
pub(crate) mod label_conditions;
pub(crate) mod plan;
pub(crate) mod profile;
pub(crate) mod row;
pub(crate) mod schedule;
pub(crate) mod slip;
pub(crate) mod status;
pub(crate) mod steps;

use engine::Schedule;
use model::Plan;

use crate::Words;

/// A state of the plan, its schedule, and the reader's words for it.
pub(crate) struct View<'a> {
    /// The plan, as its scenario resolves it.
    pub plan: &'a Plan,
    /// What follows from it.
    pub schedule: &'a Schedule,
    /// First eight characters of the hash of its state.
    pub fingerprint: &'a str,
    /// The reader's words.
    pub words: Words,
}
