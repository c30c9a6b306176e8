//! The table `funders`.

use model::{Funder, FunderKind};

use super::Stored;
use crate::cell::{Cells, RowReader, text};
use crate::error::Damage;

impl Stored for Funder {
    const TABLE: &'static str = "funders";
    const COLUMNS: &'static [&'static str] = &["key", "name_en", "name_uk", "kind", "note"];

    fn cells(&self) -> Cells<'_> {
        let Self { key, name, kind, note } = self;
        vec![text(key.as_str()), text(&name.en), text(&name.uk), text(kind.key()), text(note)]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self { key: row.key()?, name: row.name()?, kind: row.choice(FunderKind::from_key)?, note: row.text()? })
    }
}
