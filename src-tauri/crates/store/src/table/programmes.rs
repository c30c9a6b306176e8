//! The table `programmes`.

use model::{Grade, Key, Programme};

use super::{Added, Stored};
use crate::cell::{Cell, Cells, RowReader, keys, maybe_count, maybe_made, maybe_money, maybe_text, text};
use crate::error::Damage;

impl Stored for Programme {
    const TABLE: &'static str = "programmes";
    const COLUMNS: &'static [&'static str] = &[
        "key",
        "funder",
        "name_en",
        "name_uk",
        "original_amount",
        "original_unit",
        "usd_per_unit",
        "amount_cents",
        "grade",
        "sources",
        "lapse_years",
        "part_of",
        "owed_cents",
    ];
    const ADDED: &'static [Added] = &[
        Added { since: 2, usual: Cell::Null },
        Added { since: 4, usual: Cell::Null },
        Added { since: 4, usual: Cell::Null },
    ];

    fn cells(&self) -> Cells<'_> {
        let Self {
            key,
            funder,
            name,
            original_amount,
            original_unit,
            usd_per_unit,
            amount,
            grade,
            sources,
            lapse_years,
            part_of,
            owed,
        } = self;
        vec![
            text(key.as_str()),
            text(funder.as_str()),
            text(&name.en),
            text(&name.uk),
            text(original_amount),
            text(original_unit),
            maybe_made(usd_per_unit.as_ref()),
            maybe_money(*amount),
            text(grade.key()),
            keys(sources),
            maybe_count(*lapse_years),
            maybe_text(part_of.as_ref().map(Key::as_str)),
            maybe_money(*owed),
        ]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self {
            key: row.key()?,
            funder: row.key()?,
            name: row.name()?,
            original_amount: row.text()?,
            original_unit: row.text()?,
            usd_per_unit: row.maybe()?,
            amount: row.maybe_money()?,
            grade: row.choice(Grade::from_key)?,
            sources: row.keys()?,
            lapse_years: row.maybe_number()?,
            part_of: row.maybe_key()?,
            owed: row.maybe_money()?,
        })
    }
}
