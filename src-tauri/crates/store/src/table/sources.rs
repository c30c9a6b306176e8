//! The table `sources`.

use model::Source;

use super::Stored;
use crate::cell::{Cells, RowReader, text};
use crate::error::Damage;

impl Stored for Source {
    const TABLE: &'static str = "sources";
    const COLUMNS: &'static [&'static str] = &["key", "title", "publisher", "date", "url", "how_verified"];

    fn cells(&self) -> Cells<'_> {
        let Self { key, title, publisher, date, url, how_verified } = self;
        vec![text(key.as_str()), text(title), text(publisher), text(date), text(url), text(how_verified)]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self {
            key: row.key()?,
            title: row.text()?,
            publisher: row.text()?,
            date: row.text()?,
            url: row.text()?,
            how_verified: row.text()?,
        })
    }
}
