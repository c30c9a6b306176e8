//! The table `needs`.

use model::Need;

use super::Stored;
use crate::cell::{Cells, RowReader, keys, money, text};
use crate::error::Damage;

impl Stored for Need {
    const TABLE: &'static str = "needs";
    const COLUMNS: &'static [&'static str] = &["sector", "amount_cents", "sources", "note"];

    fn cells(&self) -> Cells<'_> {
        let Self { sector, amount, sources, note } = self;
        vec![text(sector.as_str()), money(*amount), keys(sources), text(note)]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self { sector: row.key()?, amount: row.money()?, sources: row.keys()?, note: row.text()? })
    }
}
