//! Merging: two copies of one plan that were edited apart become one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, Changed, DifferenceLine};

/// Whose value a conflict is settled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "Pick")]
pub enum PickWire {
    /// The open plan's.
    Ours,
    /// The other copy's.
    Theirs,
}

/// How one conflict is settled.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PickLine {
    /// The conflict's key.
    pub key: String,
    /// With whose value.
    pub pick: PickWire,
}

/// What to merge into the open plan.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeRequest {
    /// The file of the other copy.
    pub theirs: String,
    /// The file from which both come; their common history where nothing is said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub base: Option<String>,
    /// How conflicts are settled.
    #[serde(default)]
    pub picks: Vec<PickLine>,
    /// Only tell what would happen.
    pub dry_run: bool,
}

/// What merging brings, or would bring.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MergeReply {
    /// The last state that both have in common; nothing where a file was named for it.
    pub common: Option<CommonLine>,
    /// How many acts the open plan has seen since; nothing where its history does not reach back so far.
    pub ours_edits: Option<u32>,
    /// How many the other copy.
    pub theirs_edits: Option<u32>,
    /// Who made them.
    pub authors: MergeAuthors,
    /// What the other copy brings.
    pub taken: Vec<DifferenceLine>,
    /// What both changed, each otherwise.
    pub conflicts: Vec<ConflictLine>,
    /// Codes that both gave to different rows, and what the other copy's row is called now.
    pub recoded: Vec<RecodedLine>,
    /// What was done; nothing while conflicts are open or it was only to be told.
    pub changed: Option<Changed>,
    /// What merging does to sums.
    pub totals: Vec<MergeTotal>,
}

/// The state that two copies have in common.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CommonLine {
    /// Its entry of the history.
    #[ts(type = "number")]
    pub seq: u64,
    /// When that was made.
    pub time: String,
    /// What it did.
    pub label: String,
}

/// Who made the acts since.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MergeAuthors {
    /// In the open plan.
    pub ours: Vec<String>,
    /// In the other copy.
    pub theirs: Vec<String>,
}

/// A code that had to change.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecodedLine {
    /// What the row was called in the other copy.
    pub from: String,
    /// What it is called now.
    pub to: String,
}

/// A sum before and after merging.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MergeTotal {
    /// What is summed.
    pub label: String,
    /// In the open plan.
    pub ours: Amount,
    /// In the merged one.
    pub merged: Amount,
}

/// What both copies changed, each otherwise.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ConflictLine {
    /// Its key: `table/row/field`, with `*` for the row itself.
    pub key: String,
    /// What people call the row.
    pub called: String,
    /// What the row is.
    pub label: String,
    /// The word for the table.
    pub table_label: String,
    /// The word for the field; empty where the row as a whole is meant.
    pub field_label: String,
    /// What both come from, for the reader; empty where it was not there.
    pub base_label: String,
    /// What the open plan says.
    pub ours_label: String,
    /// What the other copy says.
    pub theirs_label: String,
    /// Who last changed it in the open plan.
    pub ours_author: String,
    /// When.
    pub ours_time: String,
    /// Who last changed it in the other copy.
    pub theirs_author: String,
    /// When.
    pub theirs_time: String,
    /// What is paid within the package if the open plan's value is kept.
    pub effect_ours: Amount,
    /// What is paid within the package if the other copy's value is taken.
    pub effect_theirs: Amount,
    /// The conflict in a sentence.
    pub sentence: String,
    /// How it is settled; nothing while it is open.
    pub pick: Option<PickWire>,
}
