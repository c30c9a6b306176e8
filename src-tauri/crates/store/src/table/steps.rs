//! The table `steps`. Of the three columns behind `state` those are filled that the state has.

use model::{Grade, Quarter, Share, Step, StepKind, StepPart, StepState};

use super::Stored;
use crate::cell::{Cells, RowReader, count, flag, keys, made, maybe_count, maybe_made, text};
use crate::error::Damage;

impl Stored for Step {
    const TABLE: &'static str = "steps";
    const SINCE: u32 = 2;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "code",
        "name_en",
        "name_uk",
        "cluster",
        "chapter",
        "due_quarter",
        "weight",
        "kind",
        "part",
        "gate",
        "state",
        "met_quarter",
        "met_share",
        "reversed_quarter",
        "delay_quarters",
        "probability",
        "grade",
        "sources",
        "note",
    ];

    fn cells(&self) -> Cells<'_> {
        let Self {
            id,
            code,
            name,
            cluster,
            chapter,
            due,
            weight,
            kind,
            part,
            gate,
            state,
            delay_quarters,
            probability,
            grade,
            sources,
            note,
        } = self;
        let (met, share, reversed) = columns_of(*state);
        vec![
            made(id),
            text(code.as_str()),
            text(&name.en),
            text(&name.uk),
            text(cluster.as_str()),
            maybe_count(*chapter),
            made(due),
            made(weight),
            text(kind.key()),
            text(part.key()),
            flag(*gate),
            text(state.key()),
            maybe_made(met.as_ref()),
            maybe_made(share.as_ref()),
            maybe_made(reversed.as_ref()),
            count(*delay_quarters),
            maybe_made(probability.as_ref()),
            text(grade.key()),
            keys(sources),
            text(note),
        ]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self {
            id: row.id()?,
            code: row.parsed()?,
            name: row.name()?,
            cluster: row.key()?,
            chapter: row.maybe_number()?,
            due: row.quarter()?,
            weight: row.share()?,
            kind: row.choice(StepKind::from_key)?,
            part: row.choice(StepPart::from_key)?,
            gate: row.flag()?,
            state: read_state(row)?,
            delay_quarters: row.number()?,
            probability: row.maybe()?,
            grade: row.choice(Grade::from_key)?,
            sources: row.keys()?,
            note: row.text()?,
        })
    }
}

/// When it was met, how much of it, and when it was undone.
type StateColumns = (Option<Quarter>, Option<Share>, Option<Quarter>);

fn columns_of(state: StepState) -> StateColumns {
    match state {
        StepState::Due => (None, None, None),
        StepState::Met { quarter } => (Some(quarter), None, None),
        StepState::PartlyMet { quarter, share } => (Some(quarter), Some(share), None),
        StepState::Reversed { met, quarter } => (Some(met), None, Some(quarter)),
    }
}

fn read_state(row: &mut RowReader<'_>) -> Result<StepState, Damage> {
    let key = row.str()?;
    let columns: StateColumns = (row.maybe()?, row.maybe()?, row.maybe()?);
    let state = match columns {
        (None, None, None) => StepState::Due,
        (Some(quarter), None, None) => StepState::Met { quarter },
        (Some(quarter), Some(share), None) => StepState::PartlyMet { quarter, share },
        (Some(met), None, Some(quarter)) => StepState::Reversed { met, quarter },
        _ => return Err(row.wrong()),
    };
    if state.key() == key { Ok(state) } else { Err(row.wrong()) }
}
