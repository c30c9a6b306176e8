//! What edits would do, before they are made.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, DifferenceLine, Dim, Edit};

/// What a list of edits would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Preview {
    /// What the history would say.
    pub sentence: String,
    /// What would be different, field by field: at most a thousand.
    pub changes: Vec<PreviewLine>,
    /// How many more there are.
    pub more: u32,
    /// How many rows would change, come or go.
    pub rows: u32,
    /// How many locked rows stay as they are among those that the acts are about.
    pub held: u32,
    /// What is allocated before and after.
    #[ts(type = "[Amount, Amount]")]
    pub allocated: [Amount; 2],
    /// What is left of the package before and after.
    #[ts(type = "[Amount, Amount]")]
    pub unallocated: [Amount; 2],
    /// The limits that would be missed by another amount than now.
    pub limits: Vec<LimitMoved>,
    /// What to know of how the acts were read.
    pub notes: Vec<String>,
    /// Where one row alone changes: its planned years that would be others, `after` last.
    #[ts(inline)]
    pub years: Vec<YearMoved>,
}

/// One difference that edits would make.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewLine {
    /// The difference; what it does to payments is not told.
    #[serde(flatten)]
    pub line: DifferenceLine,
    /// By how much an amount would grow; below nothing where it shrinks. Of an allocation that comes or goes, all that it
    /// holds. Nothing for other fields.
    pub by: Option<Amount>,
}

/// A planned year of a row that would be another.
#[derive(Clone, Debug, Serialize, TS)]
pub struct YearMoved {
    /// The year, or `after`.
    pub period: String,
    /// What is planned in it now.
    pub before: Amount,
    /// What would be.
    pub after: Amount,
    /// By how much that is more; below nothing where it is less.
    pub by: Amount,
}

/// A limit that would be missed by another amount than now.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LimitMoved {
    /// What it is called.
    pub name: String,
    /// By how much it is missed now.
    pub before: Amount,
    /// By how much it would be missed.
    pub after: Amount,
}

/// Which table to balance.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarginsRequest {
    /// What its rows are.
    pub rows: Dim,
    /// What its columns are.
    pub columns: Dim,
    /// Told as the plan would be after these edits.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Edit>>")]
    pub edits: Vec<Edit>,
}

/// Two dimensions against each other, with the sums of both.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Margins {
    /// The word for what the rows are.
    pub rows_label: String,
    /// The word for what the columns are.
    pub columns_label: String,
    /// The places of the rows that hold something.
    pub rows: Vec<MarginLine>,
    /// The places of the columns that hold something.
    pub columns: Vec<MarginLine>,
    /// What stands in each row and column; nothing where no allocation is.
    pub cells: Vec<Vec<Option<Amount>>>,
    /// The sum of all.
    pub total: Amount,
}

/// A row or column of a table to be balanced.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MarginLine {
    /// The place.
    pub key: String,
    /// The word for it.
    pub label: String,
    /// What it holds.
    pub amount: Amount,
    /// What of it cannot move: locked rows, and what was paid.
    pub locked: Amount,
}
