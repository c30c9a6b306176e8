//! The table `readings`.

use model::Reading;

use super::Stored;
use crate::cell::{Cells, RowReader, keys, maybe_money, text};
use crate::error::Damage;

impl Stored for Reading {
    const TABLE: &'static str = "readings";
    const COLUMNS: &'static [&'static str] = &[
        "key",
        "label_en",
        "label_uk",
        "date",
        "public_cents",
        "booster_block_cents",
        "private_cents",
        "booster_mark_cents",
        "total_cents",
        "arithmetic_en",
        "arithmetic_uk",
        "evidence_for_en",
        "evidence_for_uk",
        "evidence_against_en",
        "evidence_against_uk",
        "judgement_en",
        "judgement_uk",
        "sources",
    ];

    fn cells(&self) -> Cells<'_> {
        let Self {
            key,
            label,
            date,
            public,
            booster_block,
            private,
            booster_mark,
            total,
            arithmetic,
            evidence_for,
            evidence_against,
            judgement,
            sources,
        } = self;
        vec![
            text(key.as_str()),
            text(&label.en),
            text(&label.uk),
            text(date),
            maybe_money(*public),
            maybe_money(*booster_block),
            maybe_money(*private),
            maybe_money(*booster_mark),
            maybe_money(*total),
            text(&arithmetic.en),
            text(&arithmetic.uk),
            text(&evidence_for.en),
            text(&evidence_for.uk),
            text(&evidence_against.en),
            text(&evidence_against.uk),
            text(&judgement.en),
            text(&judgement.uk),
            keys(sources),
        ]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self {
            key: row.key()?,
            label: row.name()?,
            date: row.text()?,
            public: row.maybe_money()?,
            booster_block: row.maybe_money()?,
            private: row.maybe_money()?,
            booster_mark: row.maybe_money()?,
            total: row.maybe_money()?,
            arithmetic: row.name()?,
            evidence_for: row.name()?,
            evidence_against: row.name()?,
            judgement: row.name()?,
            sources: row.keys()?,
        })
    }
}
