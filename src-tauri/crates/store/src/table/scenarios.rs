//! The table `scenarios`.

use model::{Grade, Outcome, Scenario};

use super::Stored;
use crate::cell::{Cells, RowReader, count, keys, made, maybe_text, text};
use crate::error::Damage;

impl Stored for Scenario {
    const TABLE: &'static str = "scenarios";
    const SINCE: u32 = 3;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name_en",
        "name_uk",
        "parent",
        "place",
        "outcome",
        "trigger_en",
        "trigger_uk",
        "grade",
        "sources",
        "note",
    ];

    fn cells(&self) -> Cells<'_> {
        let Self { id, name, parent, place, outcome, trigger, grade, sources, note } = self;
        vec![
            made(id),
            text(&name.en),
            text(&name.uk),
            made(parent),
            count(*place),
            maybe_text(outcome.map(Outcome::key)),
            text(&trigger.en),
            text(&trigger.uk),
            text(grade.key()),
            keys(sources),
            text(note),
        ]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self {
            id: row.id()?,
            name: row.name()?,
            parent: row.parsed()?,
            place: row.number()?,
            outcome: row.maybe_choice(Outcome::from_key)?,
            trigger: row.name()?,
            grade: row.choice(Grade::from_key)?,
            sources: row.keys()?,
            note: row.text()?,
        })
    }
}
