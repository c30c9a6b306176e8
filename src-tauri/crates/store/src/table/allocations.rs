//! The tables `allocations` and `paid`. What was paid is part of its allocation, in the hash and in the history too.

use std::borrow::Cow;

use model::{Allocation, Capital, Grade, Instrument, Key, PaidQuarter, Priority, Purpose};

use super::{Added, Part, Shape, Stored};
use crate::cell::{Cell, Cells, RowReader, cited_text, flag, keys, made, maybe_text, money, parameters, text};
use crate::error::Damage;

/// The table of the payments: `allocation`, and these columns.
pub(crate) const PAID: Part = Part {
    owner: "allocation",
    shape: Shape { table: "paid", since: 1, columns: &["quarter", "amount_cents"], added: &[] },
};

impl Stored for Allocation {
    const TABLE: &'static str = "allocations";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "code",
        "programme",
        "instrument",
        "capital",
        "sector",
        "purpose",
        "booster",
        "amount_cents",
        "start_quarter",
        "end_quarter",
        "profile",
        "parameters",
        "amount_grade",
        "split_grade",
        "sources",
        "note",
        "locked",
        "priority",
        "cited",
    ];
    const ADDED: &'static [Added] = &[
        Added { since: 2, usual: Cell::Integer(Priority::USUAL.class() as i64) },
        Added { since: 4, usual: Cell::Text(Cow::Borrowed("")) },
    ];
    const PART: Option<Part> = Some(PAID);

    fn cells(&self) -> Cells<'_> {
        let Self {
            id,
            code,
            programme,
            instrument,
            capital,
            sector,
            purpose,
            booster,
            amount,
            start,
            end,
            profile,
            amount_grade,
            split_grade,
            sources,
            note,
            locked,
            priority,
            cited,
            // The part.
            paid: _,
        } = self;
        vec![
            made(id),
            text(code.as_str()),
            text(programme.as_str()),
            text(instrument.key()),
            text(capital.key()),
            text(sector.as_str()),
            text(purpose.key()),
            maybe_text(booster.as_ref().map(Key::as_str)),
            money(*amount),
            made(start),
            made(end),
            text(profile.key()),
            parameters(profile.parameters()),
            text(amount_grade.key()),
            text(split_grade.key()),
            keys(sources),
            text(note),
            flag(*locked),
            Cell::Integer(priority.class().into()),
            cited_text(cited),
        ]
    }

    fn parts(&self) -> Vec<Cells<'_>> {
        let cells = |paid: &PaidQuarter| {
            let PaidQuarter { quarter, amount } = *paid;
            vec![made(&quarter), money(amount)]
        };
        self.paid.iter().map(cells).collect()
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self {
            id: row.id()?,
            code: row.parsed()?,
            programme: row.key()?,
            instrument: row.choice(Instrument::from_key)?,
            capital: row.choice(Capital::from_key)?,
            sector: row.key()?,
            purpose: row.choice(Purpose::from_key)?,
            booster: row.maybe_key()?,
            amount: row.money()?,
            start: row.quarter()?,
            end: row.quarter()?,
            profile: row.profile()?,
            amount_grade: row.choice(Grade::from_key)?,
            split_grade: row.choice(Grade::from_key)?,
            sources: row.keys()?,
            note: row.text()?,
            locked: row.flag()?,
            paid: Vec::new(),
            priority: {
                let class = row.number()?;
                Priority::new(class).ok_or_else(|| row.wrong())?
            },
            cited: row.cited()?,
        })
    }

    fn read_part(&mut self, part: &mut RowReader<'_>) -> Result<(), Damage> {
        let paid = PaidQuarter { quarter: part.quarter()?, amount: part.money()? };
        self.paid.push(paid);
        Ok(())
    }
}
