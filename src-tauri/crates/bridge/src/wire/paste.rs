//! A block of cells from the clipboard as it crosses the door, and what it would do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, Changed, GridQuery};
use crate::Problem;

/// A block to be looked at, or to be pasted.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PasteRequest {
    /// The clipboard's text: a line for each row, tabs between cells.
    pub text: String,
    /// The same as HTML, where the clipboard has it: it says which cells were merged.
    #[ts(optional = nullable)]
    pub html: Option<String>,
    /// The cell on which the block is to land; a block that names its columns needs none.
    #[ts(optional = nullable)]
    pub at: Option<PasteAt>,
    /// Which rows are in view, in which order; all of them in the order of their codes where nothing is said.
    #[ts(optional = nullable)]
    pub grid: Option<GridQuery>,
    /// The columns in view from left to right, named as in [`super::GridOrder`]; the usual ones where nothing is said.
    #[ts(optional = nullable)]
    pub columns: Option<Vec<String>>,
    /// Whether the first line names the columns; found out where nothing is said.
    #[ts(optional = nullable)]
    pub header: Option<bool>,
    /// Whether to do it, all or nothing. Otherwise it is only told what would be done.
    #[ts(as = "Option<bool>", optional)]
    pub apply: bool,
}

/// A cell of the grid.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PasteAt {
    /// The row's id or code.
    pub row: String,
    /// The column, named as in [`super::GridOrder`].
    pub column: String,
}

/// What a block would do, or has done.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Pasted {
    /// Whether its first line names the columns.
    pub header: bool,
    /// How many lines it has, that one among them.
    pub lines: u32,
    /// What its columns mean.
    pub columns: Vec<PastedColumn>,
    /// The cells that change something or are refused, in the order of the block, and what of a row follows from them: at
    /// most a thousand, and refused ones before others where there are more.
    pub cells: Vec<PastedCell>,
    /// How many more there are.
    pub more: u32,
    /// How many cells of the block change something.
    pub changes: u32,
    /// How many are refused.
    pub refused: u32,
    /// How many say what stands there already.
    pub unchanged: u32,
    /// How many rows change.
    pub rows: u32,
    /// How many rows are added.
    pub added: u32,
    /// What is allocated before and after; the same where a cell is refused.
    #[ts(type = "[Amount, Amount]")]
    pub allocated: [Amount; 2],
    /// What is left of the package before and after.
    #[ts(type = "[Amount, Amount]")]
    pub unallocated: [Amount; 2],
    /// Why the block is refused as a whole, though each cell could be taken: a limit that refuses.
    pub problem: Option<Problem>,
    /// What would be done, or was done.
    pub sentence: String,
    /// What was done; nothing where it is only told.
    pub changed: Option<Changed>,
}

/// A column of a block.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PastedColumn {
    /// Its place in the block, from nought.
    pub at: u32,
    /// The column that it means; nothing where that is not understood.
    pub column: Option<String>,
    /// The word for that column.
    pub label: String,
    /// How the block calls it; empty where it does not.
    pub written: String,
}

/// A cell of a block that changes something or is refused.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PastedCell {
    /// Its line in the block, from nought.
    pub line: u32,
    /// Its place in the line, from nought; nothing where the block has no cell that it needs.
    pub place: Option<u32>,
    /// The code of the row; empty for the line that names columns.
    pub row: String,
    /// The row's id; nothing where it is added.
    pub id: Option<String>,
    /// Whether the row is added.
    pub added: bool,
    /// The column; empty where it is not understood.
    pub column: String,
    /// The word for it.
    pub field_label: String,
    /// What stands there.
    pub before_label: String,
    /// What would stand there, or what was refused.
    pub after_label: String,
    /// Why it is refused, if it is.
    pub problem: Option<Problem>,
    /// Whether the block has no such cell, and it follows from those that it has: the amount of a row from its years.
    pub follows: bool,
}
