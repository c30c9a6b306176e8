//! The table `caps`.

use model::{Cap, CapKind};

use super::Stored;
use crate::cell::{Cells, RowReader, keys, made, maybe_count, money, slice_text, text};
use crate::error::Damage;

impl Stored for Cap {
    const TABLE: &'static str = "caps";
    const SINCE: u32 = 2;
    const COLUMNS: &'static [&'static str] =
        &["id", "name_en", "name_uk", "slice", "kind", "amount_cents", "rate", "carry_years", "sources", "note"];

    fn cells(&self) -> Cells<'_> {
        let Self { id, name, slice, kind, amount, rate, carry_years, sources, note } = self;
        vec![
            made(id),
            text(&name.en),
            text(&name.uk),
            slice_text(slice),
            text(kind.key()),
            money(*amount),
            made(rate),
            maybe_count(*carry_years),
            keys(sources),
            text(note),
        ]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self {
            id: row.id()?,
            name: row.name()?,
            slice: row.slice()?,
            kind: row.choice(CapKind::from_key)?,
            amount: row.money()?,
            rate: row.share()?,
            carry_years: row.maybe_number()?,
            sources: row.keys()?,
            note: row.text()?,
        })
    }
}
