//! The table `clusters`.

use model::Cluster;

use super::Stored;
use crate::cell::{Cell, Cells, RowReader, text};
use crate::error::Damage;

impl Stored for Cluster {
    const TABLE: &'static str = "clusters";
    const COLUMNS: &'static [&'static str] = &["key", "name_en", "name_uk", "number"];

    fn cells(&self) -> Cells<'_> {
        let Self { key, name, number } = self;
        vec![text(key.as_str()), text(&name.en), text(&name.uk), Cell::Integer(i64::from(*number))]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self { key: row.key()?, name: row.name()?, number: row.number()? })
    }
}
