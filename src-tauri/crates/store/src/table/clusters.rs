//! The tables `clusters` and `release_terms`. The terms are part of their cluster, in the hash and in the history too.

use model::{Cluster, Grade, OnLoss, ReleaseRule, ReleaseTerms};

use super::{Part, Shape, Stored};
use crate::cell::{Cells, RowReader, count, keys, made, maybe_made, text};
use crate::error::Damage;

/// The table of the terms: `cluster`, and these columns.
pub(crate) const TERMS: Part = Part {
    owner: "cluster",
    shape: Shape {
        table: "release_terms",
        since: 2,
        columns: &[
            "from_quarter",
            "rule",
            "level",
            "window_quarters",
            "lag_quarters",
            "on_loss",
            "extension_quarters",
            "clawback",
            "fundamentals_first",
            "grade",
            "sources",
            "note",
        ],
        added: &[],
    },
};

impl Stored for Cluster {
    const TABLE: &'static str = "clusters";
    const COLUMNS: &'static [&'static str] = &["key", "name_en", "name_uk", "number"];
    const PART: Option<Part> = Some(TERMS);

    fn cells(&self) -> Cells<'_> {
        // The terms are the part.
        let Self { key, name, number, terms: _ } = self;
        vec![text(key.as_str()), text(&name.en), text(&name.uk), count(*number)]
    }

    fn parts(&self) -> Vec<Cells<'_>> {
        self.terms.iter().map(terms_cells).collect()
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self { key: row.key()?, name: row.name()?, number: row.number()?, terms: Vec::new() })
    }

    fn read_part(&mut self, part: &mut RowReader<'_>) -> Result<(), Damage> {
        self.terms.push(read_terms(part)?);
        Ok(())
    }
}

/// The cells of one entry of the terms.
pub(crate) fn terms_cells(terms: &ReleaseTerms) -> Cells<'_> {
    let ReleaseTerms {
        from,
        rule,
        level,
        window_quarters,
        lag_quarters,
        on_loss,
        extension_quarters,
        clawback,
        fundamentals_first,
        grade,
        sources,
        note,
    } = terms;
    vec![
        made(from),
        text(rule.key()),
        maybe_made(level.as_ref()),
        count(*window_quarters),
        count(*lag_quarters),
        text(on_loss.key()),
        count(*extension_quarters),
        made(clawback),
        maybe_made(fundamentals_first.as_ref()),
        text(grade.key()),
        keys(sources),
        text(note),
    ]
}

/// The entry of the terms that these cells are.
pub(crate) fn read_terms(part: &mut RowReader<'_>) -> Result<ReleaseTerms, Damage> {
    Ok(ReleaseTerms {
        from: part.quarter()?,
        rule: part.choice(ReleaseRule::from_key)?,
        level: part.maybe()?,
        window_quarters: part.number()?,
        lag_quarters: part.number()?,
        on_loss: part.choice(OnLoss::from_key)?,
        extension_quarters: part.number()?,
        clawback: part.share()?,
        fundamentals_first: part.maybe()?,
        grade: part.choice(Grade::from_key)?,
        sources: part.keys()?,
        note: part.text()?,
    })
}
