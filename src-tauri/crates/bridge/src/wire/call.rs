//! Several calls in one.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::Place;
use crate::Problem;

/// One of several calls.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// A command of the table.
    pub command: String,
    /// Its request.
    #[serde(default)]
    #[ts(type = "unknown", optional)]
    pub request: Value,
    /// What it is about; the base plan as it is now where nothing is said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub at: Option<Place>,
}

/// The answer to one of several calls.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The reply.
    Ok(#[ts(type = "unknown")] Value),
    /// Why there is none.
    Problem(Problem),
}
