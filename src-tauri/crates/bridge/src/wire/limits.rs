//! Limits as they cross the door: the analyst's own, and those of the reading in force.

use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use super::edit::{optional_amount_text, quoted_or_null};
use super::{Amount, Dim};

/// A limit to be added, or changed where `id` names one.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewLimit {
    /// Which limit to change.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<String>,
    /// What it is called.
    pub name: String,
    /// Which rows it counts.
    #[serde(default)]
    pub slice: Vec<SliceWire>,
    /// Which side of the amount is wrong.
    pub kind: LimitKindWire,
    /// The amount; left out where the limit is a share.
    #[serde(default, deserialize_with = "optional_amount_text")]
    #[ts(optional, type = "Amount | null")]
    pub amount: Option<String>,
    /// The share of what another slice holds, from 0 to 1, where the limit is no amount.
    #[serde(default, deserialize_with = "share_text")]
    #[ts(optional)]
    pub share: Option<String>,
    /// The slice that it is a share of; without conditions, all allocations.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<SliceWire>>")]
    pub of: Vec<SliceWire>,
    /// Whether it refuses edits rather than warns.
    #[serde(default)]
    pub refuses: bool,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

/// Rows whose place in the dimension is one of the keys.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "LimitSlice")]
pub struct SliceWire {
    /// The dimension.
    pub dimension: Dim,
    /// The places.
    pub keys: Vec<String>,
}

/// Which side of a limit is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LimitKind")]
pub enum LimitKindWire {
    /// Not more than.
    Ceiling,
    /// Not less than.
    Floor,
    /// Neither.
    Exact,
}

/// Who sets a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LimitSource {
    /// The reading in force: it cannot be changed or taken out, only another reading chosen.
    Reading,
    /// An analyst.
    Own,
}

/// A limit and how the plan stands against it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LimitLine {
    /// Its id; of the reading's `reading:public` and the like.
    pub id: String,
    /// Who sets it.
    pub source: LimitSource,
    /// What it is called.
    pub name: String,
    /// Which rows it counts: what a click filters the grid by.
    pub slice: Vec<SliceWire>,
    /// The same in words.
    pub slice_label: String,
    /// `ceiling`, `floor` or `exact`.
    pub kind: LimitKindWire,
    /// The amount; nothing where it is a share.
    pub amount: Option<Amount>,
    /// The share of what another slice holds, where it is one: from 0 to 1.
    pub share: Option<String>,
    /// The slice that it is a share of.
    pub of: Vec<SliceWire>,
    /// The same in words; empty where the limit is no share.
    pub of_label: String,
    /// What the rows are held against: the amount, or what the share comes to.
    pub bound: Amount,
    /// The same in words, with its kind: `at most 40 % of all allocations, 320 bn`.
    pub bound_label: String,
    /// What the rows hold.
    pub held: Amount,
    /// What is left up to it; below nothing where it is passed.
    pub left: Amount,
    /// Whether it is missed.
    pub missed: bool,
    /// By how much; nothing (`0.00`) where it is kept.
    pub missed_by: Amount,
    /// Whether it refuses edits.
    pub refuses: bool,
    /// How many rows it counts.
    pub rows: u32,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// A remark.
    pub note: String,
}

fn share_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    quoted_or_null(deserializer, "0.25")
}
