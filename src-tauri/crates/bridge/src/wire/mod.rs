//! The wire: what crosses the door, as JSON and as TypeScript. Amounts are decimal strings and never numbers.

mod absorption;
mod call;
mod compare;
mod conditions;
mod edit;
mod events;
mod explain;
mod figure;
mod file;
mod grid;
mod history;
mod limits;
mod merge;
mod needs;
mod paste;
mod plan;
mod preview;
mod row;
mod row_acts;
mod scenarios;
mod steps;
mod versions;

pub use absorption::*;
pub use call::*;
pub use compare::*;
pub use conditions::*;
pub use edit::*;
pub use events::*;
pub use explain::*;
pub use figure::*;
pub use file::*;
pub use grid::*;
pub use history::*;
pub use limits::*;
pub use merge::*;
pub use needs::*;
pub use paste::*;
pub use plan::*;
pub use preview::*;
pub use row::*;
pub use row_acts::*;
pub use scenarios::*;
pub use steps::*;
pub use versions::*;

use model::Total;
use serde::{Deserialize, Serialize, Serializer};
use ts_rs::TS;

/// An amount as canonical text: `45000000000.00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, TS)]
#[ts(type = "string")]
pub struct Amount(pub Total);

impl From<Total> for Amount {
    fn from(total: Total) -> Self {
        Self(total)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A command that asks for nothing in particular.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}
