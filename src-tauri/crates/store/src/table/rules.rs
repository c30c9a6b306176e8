//! The table `rules`.

use model::Rule;

use super::Stored;
use crate::cell::{Cells, RowReader, text};
use crate::error::Damage;

impl Stored for Rule {
    const TABLE: &'static str = "rules";
    const COLUMNS: &'static [&'static str] = &["key", "heading_en", "heading_uk", "text_en", "text_uk"];

    fn cells(&self) -> Cells<'_> {
        let Self { key, heading, text: body } = self;
        vec![text(key.as_str()), text(&heading.en), text(&heading.uk), text(&body.en), text(&body.uk)]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self { key: row.key()?, heading: row.name()?, text: row.name()? })
    }
}
