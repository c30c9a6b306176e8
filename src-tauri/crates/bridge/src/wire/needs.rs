//! Needs and what is allocated against them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Amount;

/// Which needs.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NeedsRequest {
    /// Whether what is signed or running is taken off both the needs and the allocations first.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub net: bool,
}

/// A sector against its need.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NeedLine {
    /// The sector's key; empty for the line of the sum.
    pub sector: String,
    /// What it is called.
    pub label: String,
    /// What it needs, where the assessment says so; net of what is funded where that was asked for.
    pub need: Option<Amount>,
    /// What is allocated to it; beyond what is funded where net needs were asked for.
    pub allocated: Amount,
    /// What of its allocations is signed or running.
    pub funded: Amount,
    /// What is missing, where there is a need: below nothing where more is allocated.
    pub gap: Option<Amount>,
    /// What is allocated in per cent of the need, in the reader's words; empty where there is no need.
    pub coverage: String,
    /// Of the longest bar among the sectors, in thousandths: the need. Nothing on the line of the sum.
    pub need_per_mille: Option<u32>,
    /// Of the longest bar among the sectors, in thousandths: what is allocated. Nothing on the line of the sum.
    pub allocated_per_mille: Option<u32>,
    /// A remark.
    pub note: String,
    /// Where the need comes from.
    pub sources: Vec<String>,
}
