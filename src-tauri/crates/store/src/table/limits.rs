//! The table `limits`.

use std::borrow::Cow;

use model::{Limit, LimitKind};

use super::{Added, Stored};
use crate::cell::{Cell, Cells, RowReader, flag, keys, made, maybe_made, money, slice_text, text};
use crate::error::Damage;

impl Stored for Limit {
    const TABLE: &'static str = "limits";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name_en",
        "name_uk",
        "slice",
        "kind",
        "amount_cents",
        "refuses",
        "sources",
        "note",
        "share",
        "share_of",
    ];
    const ADDED: &'static [Added] =
        &[Added { since: 4, usual: Cell::Null }, Added { since: 4, usual: Cell::Text(Cow::Borrowed("[]")) }];

    fn cells(&self) -> Cells<'_> {
        let Self { id, name, slice, kind, amount, refuses, sources, note, share, of } = self;
        vec![
            made(id),
            text(&name.en),
            text(&name.uk),
            slice_text(slice),
            text(kind.key()),
            money(*amount),
            flag(*refuses),
            keys(sources),
            text(note),
            maybe_made(share.as_ref()),
            slice_text(of),
        ]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self {
            id: row.id()?,
            name: row.name()?,
            slice: row.slice()?,
            kind: row.choice(LimitKind::from_key)?,
            amount: row.money()?,
            refuses: row.flag()?,
            sources: row.keys()?,
            note: row.text()?,
            share: row.maybe()?,
            of: row.slice()?,
        })
    }
}
