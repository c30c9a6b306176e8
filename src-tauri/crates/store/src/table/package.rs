//! The table `package`: one row.

use model::Package;

use super::Stored;
use crate::cell::{Cell, Cells, RowReader, keys, made, money, text};
use crate::error::Damage;

impl Stored for Package {
    const TABLE: &'static str = "package";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name_en",
        "name_uk",
        "total_cents",
        "currency",
        "price_basis",
        "as_of",
        "first_quarter",
        "last_quarter",
        "reading",
        "needs_total_cents",
        "sources",
    ];

    fn cells(&self) -> Cells<'_> {
        let Self { name, total, currency, price_basis, as_of, first, last, reading, needs_total, sources } = self;
        vec![
            Cell::Integer(1),
            text(&name.en),
            text(&name.uk),
            money(*total),
            text(currency),
            text(price_basis),
            made(as_of),
            made(first),
            made(last),
            text(reading.as_str()),
            money(*needs_total),
            keys(sources),
        ]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        if row.integer()? != 1 {
            return Err(row.wrong());
        }
        Ok(Self {
            name: row.name()?,
            total: row.money()?,
            currency: row.text()?,
            price_basis: row.text()?,
            as_of: row.date()?,
            first: row.quarter()?,
            last: row.quarter()?,
            reading: row.key()?,
            needs_total: row.money()?,
            sources: row.keys()?,
        })
    }
}
