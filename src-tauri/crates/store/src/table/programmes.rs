//! The table `programmes`.

use model::{Grade, Programme};

use super::Stored;
use crate::cell::{Cell, Cells, RowReader, keys, made, maybe_money, text};
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
    ];

    fn cells(&self) -> Cells<'_> {
        let Self { key, funder, name, original_amount, original_unit, usd_per_unit, amount, grade, sources } = self;
        vec![
            text(key.as_str()),
            text(funder.as_str()),
            text(&name.en),
            text(&name.uk),
            text(original_amount),
            text(original_unit),
            usd_per_unit.as_ref().map_or(Cell::Null, made),
            maybe_money(*amount),
            text(grade.key()),
            keys(sources),
        ]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self {
            key: row.key()?,
            funder: row.key()?,
            name: row.name()?,
            original_amount: row.text()?,
            original_unit: row.text()?,
            usd_per_unit: row.maybe_share()?,
            amount: row.maybe_money()?,
            grade: row.choice(Grade::from_key)?,
            sources: row.keys()?,
        })
    }
}
