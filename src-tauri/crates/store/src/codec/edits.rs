//! Edits as JSON.

use std::str::FromStr;

use model::{Capital, Change, Edit, Grade, Id, Instrument, Key, Money, Name, Parameters, Profile, Purpose, Quarter};
use serde::{Deserialize, Serialize};

use super::record::RecordV1;
use super::{CodecRefusal, VERSION, known, to_text};
use crate::cell::Words;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EditsV1 {
    v: u32,
    edits: Vec<EditV1>,
}

#[derive(Serialize, Deserialize)]
struct EditV1 {
    scenario: String,
    #[serde(flatten)]
    change: ChangeV1,
}

/// What an edit does, version 1. Amounts in cents, all else by the words of files.
#[derive(Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
enum ChangeV1 {
    RenamePlan { en: String, uk: String },
    SetPackageTotal { cents: i64 },
    SetReading { reading: String },
    AddAllocation { row: RecordV1 },
    RemoveAllocation { allocation: String },
    SetAmount { allocation: String, cents: i64 },
    SetProgramme { allocation: String, programme: String },
    SetInstrument { allocation: String, instrument: String },
    SetCapital { allocation: String, capital: String },
    SetSector { allocation: String, sector: String },
    SetPurpose { allocation: String, purpose: String },
    SetCluster { allocation: String, cluster: Option<String> },
    SetSpan { allocation: String, start: String, end: String },
    SetProfile { allocation: String, profile: String, parameters: Vec<(String, String)> },
    SetAmountGrade { allocation: String, grade: String },
    SetSplitGrade { allocation: String, grade: String },
    SetSources { allocation: String, sources: Vec<String> },
    SetNote { allocation: String, note: String },
    SetLocked { allocation: String, locked: bool },
    SetPaid { allocation: String, quarter: String, cents: Option<i64> },
    SetLimit { row: RecordV1 },
    RemoveLimit { limit: String },
}

/// The payload of a list of edits.
pub(crate) fn edits_to_text(edits: &[Edit]) -> String {
    let mirror = |edit: &Edit| {
        let Edit { scenario, change } = edit;
        EditV1 { scenario: scenario.to_string(), change: to_mirror(change) }
    };
    to_text(&EditsV1 { v: VERSION, edits: edits.iter().map(mirror).collect() })
}

/// The edits of a payload.
///
/// # Errors
/// What was not understood.
pub(crate) fn edits_from_text(text: &str) -> Result<Vec<Edit>, CodecRefusal> {
    let EditsV1 { v, edits } = serde_json::from_str(text)?;
    known(v)?;
    let read = |EditV1 { scenario, change }| Ok(Edit { scenario: parsed(&scenario)?, change: from_mirror(change)? });
    edits.into_iter().map(read).collect()
}

/// One match over the whole set: a new change does not compile before it has a mirror.
fn to_mirror(change: &Change) -> ChangeV1 {
    use ChangeV1 as Mirror;
    match change {
        Change::RenamePlan { name: Name { en, uk } } => Mirror::RenamePlan { en: en.clone(), uk: uk.clone() },
        Change::SetPackageTotal { amount } => Mirror::SetPackageTotal { cents: amount.cents() },
        Change::SetReading { reading } => Mirror::SetReading { reading: reading.to_string() },
        Change::AddAllocation { row } => Mirror::AddAllocation { row: RecordV1::of(&**row) },
        Change::RemoveAllocation { allocation } => Mirror::RemoveAllocation { allocation: allocation.to_string() },
        Change::SetAmount { allocation, amount } => {
            Mirror::SetAmount { allocation: allocation.to_string(), cents: amount.cents() }
        }
        Change::SetProgramme { allocation, programme } => {
            Mirror::SetProgramme { allocation: allocation.to_string(), programme: programme.to_string() }
        }
        Change::SetInstrument { allocation, instrument } => {
            Mirror::SetInstrument { allocation: allocation.to_string(), instrument: instrument.key().to_owned() }
        }
        Change::SetCapital { allocation, capital } => {
            Mirror::SetCapital { allocation: allocation.to_string(), capital: capital.key().to_owned() }
        }
        Change::SetSector { allocation, sector } => {
            Mirror::SetSector { allocation: allocation.to_string(), sector: sector.to_string() }
        }
        Change::SetPurpose { allocation, purpose } => {
            Mirror::SetPurpose { allocation: allocation.to_string(), purpose: purpose.key().to_owned() }
        }
        Change::SetCluster { allocation, cluster } => {
            Mirror::SetCluster { allocation: allocation.to_string(), cluster: cluster.as_ref().map(Key::to_string) }
        }
        Change::SetSpan { allocation, start, end } => {
            Mirror::SetSpan { allocation: allocation.to_string(), start: start.to_string(), end: end.to_string() }
        }
        Change::SetProfile { allocation, profile } => Mirror::SetProfile {
            allocation: allocation.to_string(),
            profile: profile.key().to_owned(),
            parameters: profile.parameters().iter().map(|(name, value)| (name.clone(), value.to_string())).collect(),
        },
        Change::SetAmountGrade { allocation, grade } => {
            Mirror::SetAmountGrade { allocation: allocation.to_string(), grade: grade.key().to_owned() }
        }
        Change::SetSplitGrade { allocation, grade } => {
            Mirror::SetSplitGrade { allocation: allocation.to_string(), grade: grade.key().to_owned() }
        }
        Change::SetSources { allocation, sources } => Mirror::SetSources {
            allocation: allocation.to_string(),
            sources: sources.iter().map(Key::to_string).collect(),
        },
        Change::SetNote { allocation, note } => {
            Mirror::SetNote { allocation: allocation.to_string(), note: note.clone() }
        }
        Change::SetLocked { allocation, locked } => {
            Mirror::SetLocked { allocation: allocation.to_string(), locked: *locked }
        }
        Change::SetPaid { allocation, quarter, amount } => Mirror::SetPaid {
            allocation: allocation.to_string(),
            quarter: quarter.to_string(),
            cents: amount.map(Money::cents),
        },
        Change::SetLimit { limit } => Mirror::SetLimit { row: RecordV1::of(&**limit) },
        Change::RemoveLimit { limit } => Mirror::RemoveLimit { limit: limit.to_string() },
    }
}

fn from_mirror(mirror: ChangeV1) -> Result<Change, CodecRefusal> {
    use ChangeV1 as Mirror;
    let mut words = Words::default();
    Ok(match mirror {
        Mirror::RenamePlan { en, uk } => Change::RenamePlan { name: Name { en, uk } },
        Mirror::SetPackageTotal { cents } => Change::SetPackageTotal { amount: Money::from_cents(cents) },
        Mirror::SetReading { reading } => Change::SetReading { reading: parsed(&reading)? },
        Mirror::AddAllocation { row } => Change::AddAllocation { row: Box::new(row.read(&mut words)?) },
        Mirror::RemoveAllocation { allocation } => Change::RemoveAllocation { allocation: id(&allocation)? },
        Mirror::SetAmount { allocation, cents } => {
            Change::SetAmount { allocation: id(&allocation)?, amount: Money::from_cents(cents) }
        }
        Mirror::SetProgramme { allocation, programme } => {
            Change::SetProgramme { allocation: id(&allocation)?, programme: parsed(&programme)? }
        }
        Mirror::SetInstrument { allocation, instrument } => {
            Change::SetInstrument { allocation: id(&allocation)?, instrument: word(Instrument::from_key, &instrument)? }
        }
        Mirror::SetCapital { allocation, capital } => {
            Change::SetCapital { allocation: id(&allocation)?, capital: word(Capital::from_key, &capital)? }
        }
        Mirror::SetSector { allocation, sector } => {
            Change::SetSector { allocation: id(&allocation)?, sector: parsed(&sector)? }
        }
        Mirror::SetPurpose { allocation, purpose } => {
            Change::SetPurpose { allocation: id(&allocation)?, purpose: word(Purpose::from_key, &purpose)? }
        }
        Mirror::SetCluster { allocation, cluster } => {
            Change::SetCluster { allocation: id(&allocation)?, cluster: cluster.as_deref().map(parsed).transpose()? }
        }
        Mirror::SetSpan { allocation, start, end } => Change::SetSpan {
            allocation: id(&allocation)?,
            start: parsed::<Quarter>(&start)?,
            end: parsed::<Quarter>(&end)?,
        },
        Mirror::SetProfile { allocation, profile, parameters } => {
            Change::SetProfile { allocation: id(&allocation)?, profile: read_profile(&profile, parameters)? }
        }
        Mirror::SetAmountGrade { allocation, grade } => {
            Change::SetAmountGrade { allocation: id(&allocation)?, grade: word(Grade::from_key, &grade)? }
        }
        Mirror::SetSplitGrade { allocation, grade } => {
            Change::SetSplitGrade { allocation: id(&allocation)?, grade: word(Grade::from_key, &grade)? }
        }
        Mirror::SetSources { allocation, sources } => Change::SetSources {
            allocation: id(&allocation)?,
            sources: sources.iter().map(|key| parsed(key)).collect::<Result<_, _>>()?,
        },
        Mirror::SetNote { allocation, note } => Change::SetNote { allocation: id(&allocation)?, note },
        Mirror::SetLocked { allocation, locked } => Change::SetLocked { allocation: id(&allocation)?, locked },
        Mirror::SetPaid { allocation, quarter, cents } => Change::SetPaid {
            allocation: id(&allocation)?,
            quarter: parsed(&quarter)?,
            amount: cents.map(Money::from_cents),
        },
        Mirror::SetLimit { row } => Change::SetLimit { limit: Box::new(row.read(&mut words)?) },
        Mirror::RemoveLimit { limit } => Change::RemoveLimit { limit: id(&limit)? },
    })
}

fn id(text: &str) -> Result<Id, CodecRefusal> {
    parsed(text)
}

fn parsed<T: FromStr>(text: &str) -> Result<T, CodecRefusal> {
    text.parse().map_err(|_| CodecRefusal(format!("{text:?} was not understood")))
}

fn word<T>(from_key: fn(&str) -> Option<T>, text: &str) -> Result<T, CodecRefusal> {
    from_key(text).ok_or_else(|| CodecRefusal(format!("{text:?} was not understood")))
}

fn read_profile(key: &str, parameters: Vec<(String, String)>) -> Result<Profile, CodecRefusal> {
    let pairs = parameters.into_iter().map(|(name, value)| parsed(&value).map(|value| (name, value)));
    let parameters: Parameters = pairs.collect::<Result<_, _>>()?;
    Profile::new(key, parameters).map_err(CodecRefusal::of)
}
