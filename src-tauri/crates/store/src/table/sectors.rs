//! The table `sectors`.

use model::Sector;

use super::Stored;
use crate::cell::{Cells, RowReader, text};
use crate::error::Damage;

impl Stored for Sector {
    const TABLE: &'static str = "sectors";
    const COLUMNS: &'static [&'static str] = &["key", "name_en", "name_uk", "note"];

    fn cells(&self) -> Cells<'_> {
        let Self { key, name, note } = self;
        vec![text(key.as_str()), text(&name.en), text(&name.uk), text(note)]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self { key: row.key()?, name: row.name()?, note: row.text()? })
    }
}
