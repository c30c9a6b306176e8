//! The tables `events` and `event_effects`. The effects are part of their event, in the hash and in the history too.

use model::{Effect, EffectVerb, Event, EventKind, EventState, Grade};

use super::{Part, Shape, Stored};
use crate::cell::{Cell, Cells, RowReader, count, keys, made, maybe_made, slice_text, text};
use crate::error::Damage;

/// The table of the effects: `event`, and these columns. Their places are numbered from 1, without gaps.
pub(crate) const EFFECTS: Part = Part {
    owner: "event",
    shape: Shape {
        table: "event_effects",
        since: 2,
        columns: &["place", "verb", "slice", "except_slice", "quarters", "share"],
        added: &[],
    },
};

impl Stored for Event {
    const TABLE: &'static str = "events";
    const SINCE: u32 = 2;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "code",
        "name_en",
        "name_uk",
        "date",
        "until_date",
        "follows",
        "lag_days",
        "kind",
        "state",
        "grade",
        "sources",
        "note",
    ];
    const PART: Option<Part> = Some(EFFECTS);

    fn cells(&self) -> Cells<'_> {
        let Self {
            id,
            code,
            name,
            date,
            until,
            follows,
            lag_days,
            kind,
            state,
            grade,
            // The part.
            effects: _,
            sources,
            note,
        } = self;
        vec![
            made(id),
            text(code.as_str()),
            text(&name.en),
            text(&name.uk),
            made(date),
            maybe_made(until.as_ref()),
            maybe_made(follows.as_ref()),
            count(*lag_days),
            text(kind.key()),
            text(state.key()),
            text(grade.key()),
            keys(sources),
            text(note),
        ]
    }

    fn parts(&self) -> Vec<Cells<'_>> {
        let cells = |(place, effect): (i64, &Effect)| {
            let Effect { verb, slice, except, quarters, share } = effect;
            vec![
                Cell::Integer(place),
                text(verb.key()),
                slice_text(slice),
                slice_text(except),
                count(*quarters),
                made(share),
            ]
        };
        (1..).zip(&self.effects).map(cells).collect()
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self {
            id: row.id()?,
            code: row.parsed()?,
            name: row.name()?,
            date: row.date()?,
            until: row.maybe()?,
            follows: row.maybe()?,
            lag_days: row.number()?,
            kind: row.choice(EventKind::from_key)?,
            state: row.choice(EventState::from_key)?,
            grade: row.choice(Grade::from_key)?,
            effects: Vec::new(),
            sources: row.keys()?,
            note: row.text()?,
        })
    }

    fn read_part(&mut self, part: &mut RowReader<'_>) -> Result<(), Damage> {
        if part.number::<usize>()? != self.effects.len() + 1 {
            return Err(part.wrong());
        }
        self.effects.push(Effect {
            verb: part.choice(EffectVerb::from_key)?,
            slice: part.slice()?,
            except: part.slice()?,
            quarters: part.number()?,
            share: part.share()?,
        });
        Ok(())
    }
}
