//! Readings: how the package's headline amounts relate, as limits with what speaks for and against them.

use std::collections::BTreeSet;

use model::{Name, Reading, Source, Table};

use super::reference::{File, first_time, sources_of};
use super::{billions, key};
use crate::finding::Findings;
use crate::sheet::{Cells, Columns, Sheet};

/// Columns of `readings.csv`. An empty figure is no limit.
pub const READINGS: Columns = Columns {
    needed: &[
        "reading_id",
        "label",
        "label_uk",
        "public_usd_bn",
        "booster_as_separate_block_usd_bn",
        "private_usd_bn",
        "booster_as_cross_tag_usd_bn",
        "total_usd_bn",
        "arithmetic",
        "arithmetic_uk",
        "evidence_for",
        "evidence_for_uk",
        "evidence_against",
        "evidence_against_uk",
        "judgement",
        "judgement_uk",
        "date",
        "source_id",
    ],
    allowed: &[],
};

/// Reads `readings.csv`.
///
/// # Errors
/// Everything found wrong in the file, unknown sources among it.
pub fn readings(file: File<'_>, sources: &Table<Source>) -> Result<Table<Reading>, Findings> {
    let mut seen = BTreeSet::new();
    let rows = Sheet::open(file.name, file.text, READINGS)?.rows(|cells| {
        let key = cells.read("reading_id", key)?;
        first_time(&mut seen, cells, "reading_id", &key)?;
        Some(Reading {
            key,
            label: in_both(cells, "label", "label_uk")?,
            date: cells.text("date")?,
            public: cells.read_optional("public_usd_bn", billions)?,
            booster_block: cells.read_optional("booster_as_separate_block_usd_bn", billions)?,
            private: cells.read_optional("private_usd_bn", billions)?,
            booster_mark: cells.read_optional("booster_as_cross_tag_usd_bn", billions)?,
            total: cells.read_optional("total_usd_bn", billions)?,
            arithmetic: in_both(cells, "arithmetic", "arithmetic_uk")?,
            evidence_for: in_both(cells, "evidence_for", "evidence_for_uk")?,
            evidence_against: in_both(cells, "evidence_against", "evidence_against_uk")?,
            judgement: in_both(cells, "judgement", "judgement_uk")?,
            sources: sources_of(cells, sources)?,
        })
    })?;
    Ok(Table::from_rows(rows))
}

/// A text in both languages; either may be empty.
fn in_both(cells: &mut Cells<'_>, en: &'static str, uk: &'static str) -> Option<Name> {
    Some(Name { en: cells.text(en)?, uk: cells.text(uk)? })
}
