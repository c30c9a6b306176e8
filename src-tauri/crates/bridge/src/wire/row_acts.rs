//! Acts on several rows at once. Each of them stands for plain changes, and is one act of the history.

use serde::Deserialize;
use ts_rs::TS;

use super::edit::amount_text;
use super::{Dim, SliceWire};

/// Brings a slice to a total, by changing the amounts of its unlocked rows.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SpreadAct {
    /// The rows by what they are; without conditions, all. Either this or `rows` is said.
    #[serde(default)]
    #[ts(optional)]
    pub slice: Option<Vec<SliceWire>>,
    /// The rows by their codes or ids.
    #[serde(default)]
    #[ts(optional)]
    pub rows: Option<Vec<String>>,
    /// What they hold together afterwards.
    #[serde(deserialize_with = "amount_text")]
    #[ts(type = "Amount")]
    pub total: String,
    /// In which proportion the unlocked rows share it.
    pub how: SpreadHow,
    /// Where the difference comes from, or goes.
    pub gives: SpreadGives,
}

/// In which proportion unlocked rows share a total.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SpreadHow {
    /// As they do now; what was paid stays.
    Rescale,
    /// Each the same.
    Equal,
    /// As the needs of their sectors, and within a sector as now.
    Needs,
    /// As other rows are spread.
    Like {
        /// Those other rows; without conditions, all.
        slice: Vec<SliceWire>,
        /// By what.
        by: Dim,
    },
}

/// Where the difference comes from when a slice comes to hold another total.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SpreadGives {
    /// What is left of the package: no other row changes.
    Unallocated,
    /// The other unlocked rows, in proportion.
    Others,
    /// This row, by code or id.
    Row(String),
}

/// Where the difference comes from when a year of a row is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum YearGives {
    /// The row's other open years, in proportion: its amount holds.
    Others,
    /// The row's amount changes.
    Total,
    /// That year of the row.
    Year(i32),
}

/// Fills a table of two dimensions so that its rows and columns come to given totals. What is not named keeps its own.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BalanceTable {
    /// What its rows are.
    pub rows: Dim,
    /// What its columns are.
    pub columns: Dim,
    /// What rows come to.
    #[serde(default)]
    pub row_totals: Vec<KeyTotal>,
    /// What columns come to.
    #[serde(default)]
    pub column_totals: Vec<KeyTotal>,
}

/// What a place in a dimension comes to.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeyTotal {
    /// The place.
    pub key: String,
    /// The total.
    #[serde(deserialize_with = "amount_text")]
    #[ts(type = "Amount")]
    pub amount: String,
}

/// Sets one field of several rows to the same value. `locked` locks and unlocks.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FieldAct {
    /// The rows by what they are; without conditions, all. Either this or `rows` is said.
    #[serde(default)]
    #[ts(optional)]
    pub slice: Option<Vec<SliceWire>>,
    /// The rows by their codes or ids.
    #[serde(default)]
    #[ts(optional)]
    pub rows: Option<Vec<String>>,
    /// Which field.
    pub field: String,
    /// The value, as files write it: `2028-Q1`, `yes`, `trapezoid d=0.3 u=0.2`, `45000000000.00`.
    pub value: String,
}
