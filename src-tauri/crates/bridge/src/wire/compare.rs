//! Comparisons: two to six plans side by side, and what leads from the first to each other.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, PeriodAmount, Place};

/// One of the plans that are compared: a place of the open plan, or of another file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Side {
    /// The file; the open plan where nothing is said.
    #[ts(optional = nullable)]
    pub path: Option<String>,
    /// The scenario, by id or name.
    #[ts(optional = nullable)]
    pub scenario: Option<String>,
    /// The frozen version, by id or name.
    #[ts(optional = nullable)]
    pub version: Option<String>,
    /// The state after this entry of the history.
    #[ts(optional = nullable, type = "number | null")]
    pub moment: Option<u64>,
}

impl Side {
    /// The place within its plan.
    #[must_use]
    pub fn place(&self) -> Place {
        let Self { path: _, scenario, version, moment } = self.clone();
        Place { scenario, version, moment }
    }
}

/// What to compare.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareRequest {
    /// From two to six; the others are held against the first.
    pub sides: Vec<Side>,
    /// What the table and the bridge go by; `year` where nothing is said.
    #[serde(default = "by_year")]
    #[ts(optional, type = "\"year\" | \"change\" | Dim")]
    pub by: String,
    /// `planned` or `paid`; `paid` where nothing is said.
    #[serde(default = "paid")]
    #[ts(optional, type = "\"planned\" | \"paid\"")]
    pub measure: String,
}

fn by_year() -> String {
    "year".to_owned()
}

fn paid() -> String {
    "paid".to_owned()
}

/// Plans side by side.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Compared {
    /// What the table and the bridge go by.
    pub by: String,
    /// The word for that.
    pub by_label: String,
    /// What they measure.
    pub measure: String,
    /// The word for that.
    pub measure_label: String,
    /// The plans.
    pub sides: Vec<SideShown>,
    /// Each but the first, held against the first.
    pub pairs: Vec<ComparedPair>,
}

/// One of the plans that are compared.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SideShown {
    /// What it is called.
    pub label: String,
    /// Its state's fingerprint.
    pub fingerprint: String,
    /// The scenario's id, or `base`.
    pub scenario: String,
    /// The plan's today.
    pub as_of: String,
    /// What it allocates.
    pub allocated: Amount,
    /// What is paid within the package.
    pub paid: Amount,
    /// What is planned for after it.
    pub after: Amount,
    /// What is paid per year.
    pub years: Vec<PeriodAmount>,
}

/// Two plans.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ComparedPair {
    /// The place of the first among the sides.
    pub a: u32,
    /// The place of the second.
    pub b: u32,
    /// What is different, in one sentence.
    pub sentence: String,
    /// What is different, field by field.
    pub changes: Vec<DifferenceLine>,
    /// What the changed rows of a table do together, where there are too many of them to tell apart.
    pub together: Vec<TogetherWire>,
    /// What rows that did not change gain or lose because others leave or take room.
    pub room: Option<EffectWire>,
    /// The measure by what was asked for; the last line is the sum.
    pub table: Vec<PairLine>,
    /// From the first to the second; adds exactly.
    pub bridge: BridgeWire,
}

/// What the changed rows of a table do to what is paid.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "Together")]
pub struct TogetherWire {
    /// The table.
    pub table: String,
    /// How many of its rows changed.
    pub rows: u32,
    /// What they do, in a sentence.
    pub sentence: String,
    /// What they do.
    pub effect: EffectWire,
}

/// One line of the table of two plans.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PairLine {
    /// The period, the place in the dimension, or the row that changed; empty for the sum.
    pub key: String,
    /// The word for it.
    pub label: String,
    /// In the first.
    pub a: Amount,
    /// In the second.
    pub b: Amount,
    /// By how much the second is more.
    pub change: Amount,
    /// The same in thousandths of the first, where there is something to compare with.
    pub per_mille: Option<i32>,
}

/// The way from one sum to another.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "Bridge")]
pub struct BridgeWire {
    /// The sum of the first.
    pub from: Amount,
    /// What is added or taken away; `from` and all of them make `to`.
    pub bars: Vec<BridgeBarWire>,
    /// The sum of the second.
    pub to: Amount,
}

/// One step of the way.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "BridgeBar")]
pub struct BridgeBarWire {
    /// What it stands for.
    pub key: String,
    /// The word for it.
    pub label: String,
    /// How much.
    pub change: Amount,
}

/// What happened to a row or field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DifferenceKind")]
pub enum DifferenceWire {
    /// The row is new.
    Added,
    /// The row is gone.
    Removed,
    /// The field is another.
    Changed,
}

/// One difference between two plans.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DifferenceLine {
    /// The table.
    pub table: String,
    /// The word for it.
    pub table_label: String,
    /// The row's key.
    pub id: String,
    /// What people call the row: its code or name.
    pub row: String,
    /// What the row is.
    pub label: String,
    /// What happened.
    pub change: DifferenceWire,
    /// The field; nothing where the row as a whole is meant.
    pub field: Option<String>,
    /// The word for it.
    pub field_label: String,
    /// What it was, as files write it.
    pub before: String,
    /// What it is, as files write it.
    pub after: String,
    /// What it was, for the reader.
    pub before_label: String,
    /// What it is, for the reader.
    pub after_label: String,
    /// What is different, in a sentence.
    pub sentence: String,
    /// What the row's differences together do to what is paid; on the first line of each row.
    pub effect: Option<EffectWire>,
}

/// What a difference does to what is paid.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "Effect")]
pub struct EffectWire {
    /// In a sentence; empty where it does nothing.
    pub sentence: String,
    /// The change per period, where there is one.
    pub years: Vec<PeriodAmount>,
    /// The sum of what leaves periods.
    pub leaves: Amount,
    /// The sum of what comes to periods.
    pub arrives: Amount,
    /// What comes less what leaves.
    pub net: Amount,
}
