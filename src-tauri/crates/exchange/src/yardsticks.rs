//! Yardsticks: how fast other large programmes paid out, as sources tell it. They belong to no plan.

use model::{Key, Share, Source, Table};

use crate::columns::reference::{File, sources_of};
use crate::columns::share;
use crate::finding::Findings;
use crate::sheet::{Columns, Sheet};

/// Columns of `yardsticks.csv`.
pub const YARDSTICKS: Columns = Columns {
    needed: &[
        "programme",
        "measure",
        "as_of",
        "years_since_start",
        "value",
        "unit",
        "share_of_total_pct",
        "source_id",
        "verification",
        "note",
    ],
    allowed: &[],
};

/// One figure of one programme of the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yardstick {
    /// Which programme: `Marshall Plan`.
    pub programme: String,
    /// What was measured: `expended`.
    pub measure: String,
    /// When, as far as it is known: a day, a month, a year or a span.
    pub as_of: String,
    /// How many years after the programme began, where that is known.
    pub years_since_start: Option<Share>,
    /// The figure.
    pub value: Share,
    /// The unit of the figure: `USD bn`.
    pub unit: String,
    /// The figure in percent of the programme's total, where there is such a total.
    pub share_of_total_pct: Option<Share>,
    /// Where it comes from.
    pub sources: Vec<Key>,
    /// How it was read: `stored_text`, `memory_unverified` and others (`assets/baseline/NOTES.md`).
    pub verification: String,
    /// A remark.
    pub note: String,
}

/// Reads yardsticks, in the order of the file.
///
/// # Errors
/// Everything found wrong in the file, unknown sources among it.
pub(crate) fn read(file: File<'_>, sources: &Table<Source>) -> Result<Vec<Yardstick>, Findings> {
    Sheet::open(file.name, file.text, YARDSTICKS)?.rows(|cells| {
        cells.filled("programme")?;
        cells.filled("verification")?;
        Some(Yardstick {
            programme: cells.text("programme")?,
            measure: cells.text("measure")?,
            as_of: cells.text("as_of")?,
            years_since_start: cells.read_optional("years_since_start", share)?,
            value: cells.read("value", share)?,
            unit: cells.text("unit")?,
            share_of_total_pct: cells.read_optional("share_of_total_pct", share)?,
            sources: sources_of(cells, sources)?,
            verification: cells.text("verification")?,
            note: cells.text("note")?,
        })
    })
}
