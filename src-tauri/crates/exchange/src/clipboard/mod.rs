//! A block of cells as other programs put it on the clipboard: text with tabs, and the same as an HTML table.
//!
//! Reading decides nothing about what the cells mean. It gives their texts as they stand, names the cells whose text cannot
//! be trusted (merged ones, ones with signs that cannot be seen), and refuses blocks that are larger than is read.
//!
//! ```
//! use exchange::clipboard::read_block;
//! let block = read_block("code\tamount\nA017\t45bn\n", None)?;
//! assert_eq!(block.lines[1][1].text, "45bn");
//! # Ok::<(), exchange::clipboard::BlockRefusal>(())
//! ```

mod html;
mod tsv;

use crate::sheet::CELL_BYTES_MAX;

/// The most cells that are read.
pub const BLOCK_CELLS_MAX: usize = 200_000;
/// The longest text or HTML that is read, in bytes.
pub const BLOCK_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Cells in lines, as they were copied. Lines may be of unequal length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The lines from top to bottom; at least one, and at least one cell that is not empty.
    pub lines: Vec<Vec<BlockCell>>,
}

impl Block {
    /// How many cells the longest line has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.lines.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// How many cells there are.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.lines.iter().map(Vec::len).sum()
    }
}

/// One cell of a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockCell {
    /// Its text, as it stands there.
    pub text: String,
    /// Why the text cannot be trusted, if it cannot.
    pub flaw: Option<CellFlaw>,
}

impl BlockCell {
    /// The text without blanks and marks of byte order around it. Blanks are those of typesetters too.
    #[must_use]
    pub fn trimmed(&self) -> &str {
        trimmed(&self.text)
    }
}

/// Why the text of a cell cannot be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellFlaw {
    /// It is one of several cells that were merged: which of them the text belongs to cannot be known.
    Merged,
    /// Another table stands in it.
    TableInside,
    /// Some of its signs stand above or below the others: a footnote's mark or a power would become digits of a number.
    OffLine,
    /// It holds a sign that cannot be seen: a control, a mark of direction, something of no width.
    HiddenSign(char),
    /// It is longer than is read, in bytes.
    TooLong(usize),
}

/// Why a block is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BlockRefusal {
    /// There is no cell in it that is not empty.
    #[error("the clipboard holds no cells")]
    Empty,
    /// More cells than are read.
    #[error("{cells} cells are more than {most}")]
    TooManyCells {
        /// How many there are.
        cells: usize,
        /// How many are read.
        most: usize,
    },
    /// Longer than is read.
    #[error("{bytes} bytes are more than {most}")]
    TooLong {
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        most: usize,
    },
    /// Several tables were copied together: how they belong together cannot be known.
    #[error("{0} tables were copied together")]
    SeveralTables(usize),
}

/// Reads a block from the clipboard's text and, where there is one, its HTML.
///
/// A table in the HTML says which cells are merged. The cells' texts are those of the plain text where both have the same
/// shape: HTML folds blanks. Where the shapes differ (cells of several paragraphs, hidden rows) the table is taken. HTML
/// without a table says nothing.
///
/// # Errors
/// [`BlockRefusal`] where there are no cells, or more than are read.
pub fn read_block(text: &str, html: Option<&str>) -> Result<Block, BlockRefusal> {
    for part in [text, html.unwrap_or_default()] {
        if part.len() > BLOCK_BYTES_MAX {
            return Err(BlockRefusal::TooLong { bytes: part.len(), most: BLOCK_BYTES_MAX });
        }
    }
    let table = html.map_or(Ok(None), html::read)?;
    let mut lines = match (tsv::read(text), table) {
        (plain, Some(table)) if plain.as_ref().is_ok_and(|plain| same_shape(plain, &table)) => {
            with_flaws(plain?, &table)
        }
        (_, Some(table)) => table,
        (plain, None) => plain?,
    };
    if lines.iter().flatten().all(|cell| cell.trimmed().is_empty()) {
        return Err(BlockRefusal::Empty);
    }
    for cell in lines.iter_mut().flatten() {
        cell.flaw = cell.flaw.or_else(|| flaw_of(&cell.text));
    }
    Ok(Block { lines })
}

fn same_shape(plain: &[Vec<BlockCell>], table: &[Vec<BlockCell>]) -> bool {
    plain.len() == table.len() && plain.iter().zip(table).all(|(plain, table)| plain.len() == table.len())
}

/// The cells of the plain text with what the table knows of them.
fn with_flaws(mut plain: Vec<Vec<BlockCell>>, table: &[Vec<BlockCell>]) -> Vec<Vec<BlockCell>> {
    for (cell, told) in plain.iter_mut().flatten().zip(table.iter().flatten()) {
        cell.flaw = told.flaw;
    }
    plain
}

/// What is wrong with a text by itself.
fn flaw_of(text: &str) -> Option<CellFlaw> {
    if text.len() > CELL_BYTES_MAX {
        return Some(CellFlaw::TooLong(CELL_BYTES_MAX));
    }
    trimmed(text).chars().find(|sign| is_hidden(*sign)).map(CellFlaw::HiddenSign)
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}')
}

/// Whether a sign cannot be seen and may mislead. Line feeds and tabs within a cell are blanks.
fn is_hidden(sign: char) -> bool {
    (sign.is_control() && !matches!(sign, '\n' | '\t'))
        || matches!(sign,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{e0000}'..='\u{e007f}')
}

/// Counts cells, so that a block is refused with its size and without being kept.
fn check_count(cells: usize) -> Result<(), BlockRefusal> {
    if cells > BLOCK_CELLS_MAX {
        return Err(BlockRefusal::TooManyCells { cells, most: BLOCK_CELLS_MAX });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
