//! The grid: which rows in which order, a window of its lines, and a range of its cells.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, Dim, Filter};

/// What is told per period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GridMeasure {
    /// The full amount, in the period in which payment may begin.
    Committed,
    /// What was paid, then the profile on what is left.
    Planned,
    /// What is paid after events, reform steps and absorption.
    Paid,
}

/// The order of the lines of one level.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GridOrder {
    /// The column: the name of a field, `funder`, `share`, `moved`, or a measure with its period, `planned:2027`.
    pub column: String,
    /// Whether the largest comes first.
    #[serde(default)]
    pub down: bool,
}

/// Which rows, in which groups and order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct GridQuery {
    /// Group by these, the outermost first.
    pub group_by: Vec<Dim>,
    /// Only rows in which each of these words occurs.
    pub search: String,
    /// Only rows that pass each of these.
    pub filters: Vec<Filter>,
    /// Only these rows, by id or code.
    pub only: Option<Vec<String>>,
    /// In this order; in that of the codes, and groups as they are told anywhere, where none is said.
    pub order: Option<GridOrder>,
    /// Groups that are folded, by their paths: `sector=energy/funder=eu`.
    pub closed: Vec<String>,
    /// What to tell per period.
    pub measures: Vec<GridMeasure>,
}

impl Default for GridQuery {
    fn default() -> Self {
        Self {
            group_by: Vec::new(),
            search: String::new(),
            filters: Vec::new(),
            only: None,
            order: None,
            closed: Vec::new(),
            measures: vec![GridMeasure::Planned],
        }
    }
}

/// A window of the grid.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct GridRequest {
    /// Which rows, in which groups and order.
    pub query: GridQuery,
    /// The first line of the window, from nought.
    pub first: u32,
    /// How many lines; all that follow where nothing is said.
    #[ts(optional)]
    pub count: Option<u32>,
    /// The window around the line of this row instead, by id or code, where it is among the lines.
    #[ts(optional = nullable)]
    pub around: Option<String>,
}

/// A window of the grid's lines, and the sums of all that is shown.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Grid {
    /// The state it shows.
    #[ts(type = "number")]
    pub revision: u64,
    /// Where the window begins.
    pub first: u32,
    /// How many lines there are beside those of the window, with them.
    pub line_count: u32,
    /// Groups and rows of the window, as they are shown.
    pub lines: Vec<GridLine>,
    /// The periods of the cells; `after` is the last.
    pub periods: Vec<String>,
    /// The measures of the cells.
    pub measures: Vec<GridMeasure>,
    /// The sum of all rows that are shown, in the window or not.
    pub total: GridTotal,
    /// How many rows are shown, in the window or not.
    pub shown: u32,
    /// Of how many.
    pub of: u32,
    /// How long the longest text of each column is, in the window or not.
    pub widths: Vec<GridWidth>,
    /// The line of the row that the window was wanted around.
    pub found: Option<u32>,
}

/// How long the longest text of a column is: of words, over all that a row could have; of all else, over all lines. Amounts
/// count as they cross the wire.
#[derive(Clone, Debug, Serialize, TS)]
pub struct GridWidth {
    /// The column.
    pub column: String,
    /// How many signs.
    pub signs: u32,
}

/// A sum of rows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct GridTotal {
    /// How many rows.
    pub count: u32,
    /// Their amount.
    pub amount: Amount,
    /// Its part of the package in per cent, to two decimals: `5.63`.
    pub share: String,
    /// What of the amount is in locked rows.
    pub locked: Amount,
    /// What of it is not.
    pub unlocked: Amount,
    /// Per measure and period.
    pub cells: Vec<Vec<Amount>>,
}

/// A line of the grid.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum GridLine {
    /// A group with its sum.
    Group {
        /// How deep it stands.
        depth: u32,
        /// What folds it: its place within the groups that it lies in, `sector=energy/funder=eu`.
        path: String,
        /// What it is grouped by.
        dimension: Dim,
        /// The place in the dimension.
        key: String,
        /// The word for it.
        label: String,
        /// Whether its lines follow.
        open: bool,
        /// How many of its rows are locked.
        locked_count: u32,
        /// Its sum.
        #[serde(flatten)]
        sum: GridTotal,
    },
    /// A row.
    Row {
        /// How deep it stands.
        depth: u32,
        /// Per measure and period.
        cells: Vec<Vec<Amount>>,
        /// The row.
        #[serde(flatten)]
        row: Box<GridRow>,
    },
}

/// What the grid shows of a row.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct GridRow {
    pub id: String,
    pub code: String,
    pub programme: String,
    pub programme_label: String,
    pub funder: String,
    pub funder_label: String,
    pub instrument: String,
    pub instrument_label: String,
    pub capital: String,
    pub capital_label: String,
    pub sector: String,
    pub sector_label: String,
    pub purpose: String,
    pub purpose_label: String,
    pub cluster: Option<String>,
    pub cluster_label: Option<String>,
    pub amount: Amount,
    /// Its part of the package in per cent, to two decimals.
    pub share: String,
    pub start: String,
    pub end: String,
    pub profile: String,
    pub profile_label: String,
    /// The profile with its parameters, as the field's text: `trapezoid d=0.3 u=0.2`.
    pub profile_text: String,
    pub priority: u32,
    pub amount_grade: String,
    pub amount_grade_label: String,
    pub split_grade: String,
    pub split_grade_label: String,
    /// How firm the amount is in fact: an assumption where neither the row nor the amount has a source.
    pub held_grade: String,
    pub held_grade_label: String,
    pub sources: Vec<String>,
    /// The fields that have sources of their own.
    pub cited: Vec<String>,
    pub note: String,
    pub locked: bool,
    /// What has been paid; it cannot be planned otherwise.
    pub settled: Amount,
    /// What should have been paid before the plan's today, was not, and moved to the first open quarter.
    pub moved: Amount,
    /// The fields in which the scenario differs from its parent.
    pub overridden: Vec<String>,
    /// Whether the scenario has added the row.
    pub own: bool,
}

/// Cells of the grid: lines from `top` to `bottom`, both among them, in these columns.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GridRangeRequest {
    /// Which rows, in which groups and order.
    #[serde(default)]
    pub query: GridQuery,
    /// The first line, from nought.
    pub top: u32,
    /// The last line.
    pub bottom: u32,
    /// The columns, named as in an order.
    pub columns: Vec<String>,
}

/// What a range of cells comes to. A group counts with all of its rows where none of its lines is in the range; where one
/// is, those lines count and the group does not, so that nothing counts twice.
#[derive(Clone, Debug, Serialize, TS)]
pub struct GridRange {
    /// The rows that it stands for, at most 10,000.
    pub rows: Vec<String>,
    /// How many they are.
    pub row_count: u32,
    /// How many cells it has.
    #[ts(type = "number")]
    pub cells: u64,
    /// How many amounts are added up.
    #[ts(type = "number")]
    pub numbers: u64,
    /// Their sum; nothing where there is none.
    pub sum: Option<Amount>,
    /// Its part of the package in per cent, to two decimals.
    pub share: Option<String>,
}

/// Cells of the grid as text, with the columns' names over them or not.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GridTextRequest {
    /// Which rows, in which groups and order.
    #[serde(default)]
    pub query: GridQuery,
    /// The first line, from nought.
    pub top: u32,
    /// The last line.
    pub bottom: u32,
    /// The columns, named as in an order.
    pub columns: Vec<String>,
    /// Whether the first line names the columns.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub header: bool,
}
