//! The table `overrides`. A row that a scenario adds is held as a payload of the history holds one.

use std::borrow::Cow;

use model::{Override, OverrideKey, What};

use super::Stored;
use crate::cell::{Cell, Cells, RowReader, keys, made, text};
use crate::codec;
use crate::error::Damage;

impl Stored for Override {
    const TABLE: &'static str = "overrides";
    const SINCE: u32 = 3;
    const COLUMNS: &'static [&'static str] = &["key", "what", "value", "reason", "sources"];

    fn cells(&self) -> Cells<'_> {
        let Self { at, what, reason, sources } = self;
        let (what, value) = match what {
            What::Set(value) => ("set", text(value)),
            What::Add(row) => ("add", Cell::Text(Cow::Owned(codec::added_to_text(row)))),
            What::Remove => ("remove", text("")),
        };
        vec![made(at), text(what), value, text(reason), keys(sources)]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        let at: OverrideKey = row.parsed()?;
        let (what, value) = (row.str()?, row.str()?);
        let what = match (what, at.field.is_some()) {
            ("set", true) => What::Set(value.to_owned()),
            ("add", false) => What::Add(codec::added_from_text(at.table, value).map_err(|_| row.wrong())?),
            ("remove", false) if value.is_empty() => What::Remove,
            _ => return Err(row.wrong()),
        };
        Ok(Self { at, what, reason: row.text()?, sources: row.keys()? })
    }
}
