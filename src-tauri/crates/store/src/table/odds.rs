//! The table `odds`.

use model::{Odds, Question};

use super::Stored;
use crate::cell::{Cells, RowReader, made, text};
use crate::error::Damage;

impl Stored for Odds {
    const TABLE: &'static str = "odds";
    const SINCE: u32 = 3;
    const COLUMNS: &'static [&'static str] = &["question", "share", "author", "day", "note"];

    fn cells(&self) -> Cells<'_> {
        let Self { question, share, author, day, note } = self;
        vec![text(question.key()), made(share), text(author), made(day), text(note)]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self {
            question: row.choice(Question::from_key)?,
            share: row.share()?,
            author: row.text()?,
            day: row.date()?,
            note: row.text()?,
        })
    }
}
