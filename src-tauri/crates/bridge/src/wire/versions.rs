//! Frozen versions: how they are made, listed, returned to and branched from; and copies to be handed on.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Amount;

/// A frozen version.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VersionLine {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// A remark.
    pub note: String,
    /// Who froze it.
    pub author: String,
    /// When (RFC 3339).
    pub time: String,
    /// The entry of the history after which it was frozen.
    #[ts(type = "number")]
    pub seq: u64,
    /// First eight characters of the hash of its content.
    pub fingerprint: String,
    /// Whether its content is what its hash says; nothing while it has not been opened.
    pub sound: Option<bool>,
    /// What it allocates; nothing while it has not been opened.
    pub allocated: Option<Amount>,
}

/// What to call the version that is frozen now.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FreezeRequest {
    /// Its name.
    pub name: String,
    /// A remark.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
}

/// A version or a moment of the history: exactly one of the two.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ReturnRequest {
    /// The frozen version, by id or name.
    #[ts(optional = nullable)]
    pub version: Option<String>,
    /// The state after this entry of the history.
    #[ts(optional = nullable, type = "number | null")]
    pub moment: Option<u64>,
}

/// A scenario of the present plan that stands for an earlier state: exactly one of version and moment.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BranchRequest {
    /// What to call the scenario.
    pub name: String,
    /// What it follows: `base`, an id or a name; the base plan where nothing is said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub parent: Option<String>,
    /// The frozen version, by id or name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub version: Option<String>,
    /// The state after this entry of the history.
    #[serde(default)]
    #[ts(optional = nullable, type = "number | null")]
    pub moment: Option<u64>,
}

/// A scenario that becomes a plan of its own.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SplitRequest {
    /// The file to be written.
    pub path: String,
    /// The scenario, by id or name; the one looked at where nothing is said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub scenario: Option<String>,
    /// Whether a file that is there may be replaced.
    #[serde(default)]
    #[ts(optional)]
    pub replace: Option<bool>,
}

/// A copy to be handed on. The open plan stays as it is.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShareRequest {
    /// The file to be written.
    pub path: String,
    /// Whether the history goes with it.
    pub history: bool,
    /// Whether frozen versions go with it.
    pub versions: bool,
    /// Whether the names of authors go with it.
    pub names: bool,
    /// Whether a file that is there may be replaced.
    #[serde(default)]
    #[ts(optional)]
    pub replace: Option<bool>,
}
