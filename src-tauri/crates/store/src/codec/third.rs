//! What version 3 added to the edits: scenarios, overrides and odds.

use model::{Change, Odds, Question, ScenarioId};
use serde::{Deserialize, Serialize};

use super::record::RecordV1;
use super::{CodecRefusal, id, parsed, word};
use crate::cell::Words;

/// What an edit does, as far as version 3 added it.
#[derive(Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub(super) enum ChangeV3<'a> {
    AddScenario {
        #[serde(borrow)]
        row: RecordV1<'a>,
    },
    SetScenario {
        #[serde(borrow)]
        row: RecordV1<'a>,
    },
    RemoveScenario {
        of: String,
    },
    DuplicateScenario {
        of: String,
        #[serde(borrow)]
        row: RecordV1<'a>,
    },
    PromoteScenario {
        of: String,
    },
    SetOverride {
        #[serde(borrow)]
        row: RecordV1<'a>,
    },
    ResetOverride {
        at: String,
    },
    ResetScenario {
        of: String,
    },
    SetOdds {
        question: String,
        #[serde(borrow)]
        row: Option<RecordV1<'a>>,
    },
}

/// The change of a mirror.
pub(super) fn from_third(mirror: ChangeV3<'_>) -> Result<Change, CodecRefusal> {
    use ChangeV3 as Mirror;
    let mut words = Words::default();
    Ok(match mirror {
        Mirror::AddScenario { row } => Change::AddScenario { scenario: Box::new(row.read(&mut words)?) },
        Mirror::SetScenario { row } => Change::SetScenario { scenario: Box::new(row.read(&mut words)?) },
        Mirror::RemoveScenario { of } => Change::RemoveScenario { scenario: id(&of)? },
        Mirror::DuplicateScenario { of, row } => {
            Change::DuplicateScenario { of: id(&of)?, scenario: Box::new(row.read(&mut words)?) }
        }
        Mirror::PromoteScenario { of } => Change::PromoteScenario { scenario: id(&of)? },
        Mirror::SetOverride { row } => Change::SetOverride { is: Box::new(row.read(&mut words)?) },
        Mirror::ResetOverride { at } => Change::ResetOverride { at: parsed(&at)? },
        Mirror::ResetScenario { of } => Change::ResetScenario { scenario: id(&of)? },
        Mirror::SetOdds { question, row } => Change::SetOdds {
            question: word(Question::from_key, &question)?,
            odds: row.map(|row| row.read::<Odds>(&mut words).map(Box::new)).transpose()?,
        },
    })
}

/// The first version of payloads that can hold an edit of this scenario.
pub(super) fn scenario_needs(scenario: &str) -> u32 {
    if scenario == ScenarioId::BASE { 1 } else { 3 }
}
