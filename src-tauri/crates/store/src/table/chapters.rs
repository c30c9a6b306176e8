//! The table `chapters`.

use model::{Chapter, Key};

use super::Stored;
use crate::cell::{Cell, Cells, RowReader, keys, maybe_text, text};
use crate::error::Damage;

impl Stored for Chapter {
    const TABLE: &'static str = "chapters";
    const SINCE: u32 = 2;
    const COLUMNS: &'static [&'static str] = &["number", "name_en", "name_uk", "cluster", "sources"];

    fn cells(&self) -> Cells<'_> {
        let Self { number, name, cluster, sources } = self;
        vec![
            Cell::Integer(i64::from(*number)),
            text(&name.en),
            text(&name.uk),
            maybe_text(cluster.as_ref().map(Key::as_str)),
            keys(sources),
        ]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self { number: row.number()?, name: row.name()?, cluster: row.maybe_key()?, sources: row.keys()? })
    }
}
