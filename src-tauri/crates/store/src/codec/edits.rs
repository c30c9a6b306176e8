//! Edits as JSON.

use model::{
    Allocation, Capital, Change, Edit, Grade, Instrument, Key, Limit, Money, Name, Parameters, Priority, Profile,
    Purpose, Quarter, ReleaseTerms, Share, ShareRefusal,
};
use serde::{Deserialize, Serialize};

use super::fourth::{ChangeV4, cited, from_fourth};
use super::record::RecordV1;
use super::third::{ChangeV3, from_third, scenario_needs};
use super::{CodecRefusal, check_version, id, parsed, to_text, word};
use crate::cell::{Cells, RowReader, Words};
use crate::table::{TERMS, read_terms, terms_cells};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EditsV1<'a> {
    v: u32,
    #[serde(borrow)]
    edits: Vec<EditV1<'a>>,
}

#[derive(Serialize, Deserialize)]
struct EditV1<'a> {
    scenario: String,
    #[serde(flatten, borrow)]
    change: Mirror<'a>,
}

/// What an edit does, of any version. No two versions have an edit of one name.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Mirror<'a> {
    #[serde(borrow)]
    First(ChangeV1<'a>),
    #[serde(borrow)]
    Second(ChangeV2<'a>),
    #[serde(borrow)]
    Third(ChangeV3<'a>),
    Fourth(ChangeV4),
}

/// What an edit does, version 1. Amounts in cents, all else by the words of files.
#[derive(Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
enum ChangeV1<'a> {
    RenamePlan {
        en: String,
        uk: String,
    },
    SetPackageTotal {
        cents: i64,
    },
    SetReading {
        reading: String,
    },
    AddAllocation {
        #[serde(borrow)]
        row: RecordV1<'a>,
    },
    RemoveAllocation {
        allocation: String,
    },
    SetAmount {
        allocation: String,
        cents: i64,
    },
    SetProgramme {
        allocation: String,
        programme: String,
    },
    SetInstrument {
        allocation: String,
        instrument: String,
    },
    SetCapital {
        allocation: String,
        capital: String,
    },
    SetSector {
        allocation: String,
        sector: String,
    },
    SetPurpose {
        allocation: String,
        purpose: String,
    },
    SetCluster {
        allocation: String,
        cluster: Option<String>,
    },
    SetSpan {
        allocation: String,
        start: String,
        end: String,
    },
    SetProfile {
        allocation: String,
        profile: String,
        parameters: Vec<(String, String)>,
    },
    SetAmountGrade {
        allocation: String,
        grade: String,
    },
    SetSplitGrade {
        allocation: String,
        grade: String,
    },
    SetSources {
        allocation: String,
        sources: Vec<String>,
    },
    SetNote {
        allocation: String,
        note: String,
    },
    SetLocked {
        allocation: String,
        locked: bool,
    },
    SetPaid {
        allocation: String,
        quarter: String,
        cents: Option<i64>,
    },
    SetLimit {
        #[serde(borrow)]
        row: RecordV1<'a>,
    },
    RemoveLimit {
        limit: String,
    },
}

/// What version 2 added.
#[derive(Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
enum ChangeV2<'a> {
    SetPriority {
        allocation: String,
        priority: u8,
    },
    SetStep {
        #[serde(borrow)]
        row: RecordV1<'a>,
    },
    SlipStep {
        step: String,
        quarters: u32,
    },
    RemoveStep {
        step: String,
    },
    SetTerms {
        cluster: String,
        from: String,
        #[serde(borrow)]
        terms: Option<Cells<'a>>,
    },
    SetEvent {
        #[serde(borrow)]
        row: RecordV1<'a>,
    },
    RemoveEvent {
        event: String,
    },
    SetCap {
        #[serde(borrow)]
        row: RecordV1<'a>,
    },
    RemoveCap {
        cap: String,
    },
    SetLapse {
        programme: String,
        years: Option<u32>,
    },
}

impl Mirror<'_> {
    /// The first version of payloads that can hold this change.
    fn needs(&self) -> u32 {
        match self {
            Self::First(ChangeV1::AddAllocation { row }) => row.needs::<Allocation>(),
            Self::First(ChangeV1::SetLimit { row }) => row.needs::<Limit>(),
            Self::First(_) => 1,
            Self::Second(_) => 2,
            Self::Third(_) => 3,
            Self::Fourth(_) => 4,
        }
    }
}

impl EditV1<'_> {
    /// The first version of payloads that can hold this edit.
    fn needs(&self) -> u32 {
        self.change.needs().max(scenario_needs(&self.scenario))
    }
}

/// The payload of a list of edits.
pub(crate) fn edits_to_text(edits: &[Edit]) -> String {
    let mirror = |edit| {
        let Edit { scenario, change }: &Edit = edit;
        EditV1 { scenario: scenario.to_string(), change: to_mirror(change) }
    };
    let edits: Vec<EditV1> = edits.iter().map(mirror).collect();
    let v = edits.iter().map(EditV1::needs).max().unwrap_or(1);
    to_text(&EditsV1 { v, edits })
}

/// The edits of a payload.
///
/// # Errors
/// What was not understood.
pub(crate) fn edits_from_text(text: &str) -> Result<Vec<Edit>, CodecRefusal> {
    let EditsV1 { v, edits } = serde_json::from_str(text)?;
    check_version(v, 1)?;
    let read = |edit: EditV1<'_>| {
        check_version(v, edit.needs())?;
        let EditV1 { scenario, change } = edit;
        let change = match change {
            Mirror::First(change) => from_first(change)?,
            Mirror::Second(change) => from_second(change)?,
            Mirror::Third(change) => from_third(change)?,
            Mirror::Fourth(change) => from_fourth(change)?,
        };
        Ok(Edit { scenario: parsed(&scenario)?, change })
    };
    edits.into_iter().map(read).collect()
}

/// One match over the whole set: a new change does not compile before it has a mirror.
fn to_mirror(change: &Change) -> Mirror<'_> {
    use {ChangeV1 as First, ChangeV2 as Second, ChangeV3 as Third};
    let first = match change {
        Change::RenamePlan { name: Name { en, uk } } => First::RenamePlan { en: en.clone(), uk: uk.clone() },
        Change::SetPackageTotal { amount } => First::SetPackageTotal { cents: amount.cents() },
        Change::SetReading { reading } => First::SetReading { reading: reading.to_string() },
        Change::AddAllocation { row } => First::AddAllocation { row: RecordV1::of(&**row) },
        Change::RemoveAllocation { allocation } => First::RemoveAllocation { allocation: allocation.to_string() },
        Change::SetAmount { allocation, amount } => {
            First::SetAmount { allocation: allocation.to_string(), cents: amount.cents() }
        }
        Change::SetProgramme { allocation, programme } => {
            First::SetProgramme { allocation: allocation.to_string(), programme: programme.to_string() }
        }
        Change::SetInstrument { allocation, instrument } => {
            First::SetInstrument { allocation: allocation.to_string(), instrument: instrument.key().to_owned() }
        }
        Change::SetCapital { allocation, capital } => {
            First::SetCapital { allocation: allocation.to_string(), capital: capital.key().to_owned() }
        }
        Change::SetSector { allocation, sector } => {
            First::SetSector { allocation: allocation.to_string(), sector: sector.to_string() }
        }
        Change::SetPurpose { allocation, purpose } => {
            First::SetPurpose { allocation: allocation.to_string(), purpose: purpose.key().to_owned() }
        }
        Change::SetCluster { allocation, cluster } => {
            First::SetCluster { allocation: allocation.to_string(), cluster: cluster.as_ref().map(Key::to_string) }
        }
        Change::SetSpan { allocation, start, end } => {
            First::SetSpan { allocation: allocation.to_string(), start: start.to_string(), end: end.to_string() }
        }
        Change::SetProfile { allocation, profile } => First::SetProfile {
            allocation: allocation.to_string(),
            profile: profile.key().to_owned(),
            parameters: profile.parameters().iter().map(|(name, value)| (name.clone(), value.to_string())).collect(),
        },
        Change::SetAmountGrade { allocation, grade } => {
            First::SetAmountGrade { allocation: allocation.to_string(), grade: grade.key().to_owned() }
        }
        Change::SetSplitGrade { allocation, grade } => {
            First::SetSplitGrade { allocation: allocation.to_string(), grade: grade.key().to_owned() }
        }
        Change::SetSources { allocation, sources } => First::SetSources {
            allocation: allocation.to_string(),
            sources: sources.iter().map(Key::to_string).collect(),
        },
        Change::SetCited { allocation, field, sources } => {
            return Mirror::Fourth(cited(*allocation, *field, sources));
        }
        Change::SetNote { allocation, note } => {
            First::SetNote { allocation: allocation.to_string(), note: note.clone() }
        }
        Change::SetLocked { allocation, locked } => {
            First::SetLocked { allocation: allocation.to_string(), locked: *locked }
        }
        Change::SetPaid { allocation, quarter, amount } => First::SetPaid {
            allocation: allocation.to_string(),
            quarter: quarter.to_string(),
            cents: amount.map(Money::cents),
        },
        Change::SetLimit { limit } => First::SetLimit { row: RecordV1::of(&**limit) },
        Change::RemoveLimit { limit } => First::RemoveLimit { limit: limit.to_string() },
        Change::SetPriority { allocation, priority } => {
            let (allocation, priority) = (allocation.to_string(), priority.class());
            return Mirror::Second(Second::SetPriority { allocation, priority });
        }
        Change::SetStep { step } => return Mirror::Second(Second::SetStep { row: RecordV1::of(&**step) }),
        Change::SlipStep { step, quarters } => {
            return Mirror::Second(Second::SlipStep { step: step.to_string(), quarters: *quarters });
        }
        Change::RemoveStep { step } => return Mirror::Second(Second::RemoveStep { step: step.to_string() }),
        Change::SetTerms { cluster, from, terms } => {
            let terms = terms.as_deref().map(|terms| TERMS.shape.told(terms_cells(terms)));
            return Mirror::Second(Second::SetTerms { cluster: cluster.to_string(), from: from.to_string(), terms });
        }
        Change::SetEvent { event } => return Mirror::Second(Second::SetEvent { row: RecordV1::of(&**event) }),
        Change::RemoveEvent { event } => return Mirror::Second(Second::RemoveEvent { event: event.to_string() }),
        Change::SetCap { cap } => return Mirror::Second(Second::SetCap { row: RecordV1::of(&**cap) }),
        Change::RemoveCap { cap } => return Mirror::Second(Second::RemoveCap { cap: cap.to_string() }),
        Change::SetLapse { programme, years } => {
            return Mirror::Second(Second::SetLapse { programme: programme.to_string(), years: *years });
        }
        Change::AddScenario { scenario } => {
            return Mirror::Third(Third::AddScenario { row: RecordV1::of(&**scenario) });
        }
        Change::SetScenario { scenario } => {
            return Mirror::Third(Third::SetScenario { row: RecordV1::of(&**scenario) });
        }
        Change::RemoveScenario { scenario } => {
            return Mirror::Third(Third::RemoveScenario { of: scenario.to_string() });
        }
        Change::DuplicateScenario { of, scenario } => {
            let row = RecordV1::of(&**scenario);
            return Mirror::Third(Third::DuplicateScenario { of: of.to_string(), row });
        }
        Change::PromoteScenario { scenario } => {
            return Mirror::Third(Third::PromoteScenario { of: scenario.to_string() });
        }
        Change::SetOverride { is } => return Mirror::Third(Third::SetOverride { row: RecordV1::of(&**is) }),
        Change::ResetOverride { at } => return Mirror::Third(Third::ResetOverride { at: at.to_string() }),
        Change::ResetScenario { scenario } => return Mirror::Third(Third::ResetScenario { of: scenario.to_string() }),
        Change::SetOdds { question, odds } => {
            let row = odds.as_deref().map(RecordV1::of);
            return Mirror::Third(Third::SetOdds { question: question.key().to_owned(), row });
        }
    };
    Mirror::First(first)
}

fn from_first(mirror: ChangeV1<'_>) -> Result<Change, CodecRefusal> {
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

fn from_second(mirror: ChangeV2<'_>) -> Result<Change, CodecRefusal> {
    use ChangeV2 as Mirror;
    let mut words = Words::default();
    Ok(match mirror {
        Mirror::SetPriority { allocation, priority } => {
            let wrong = || CodecRefusal(format!("{priority} is not a priority"));
            let priority = Priority::new(priority).ok_or_else(wrong)?;
            Change::SetPriority { allocation: id(&allocation)?, priority }
        }
        Mirror::SetStep { row } => Change::SetStep { step: Box::new(row.read(&mut words)?) },
        Mirror::SlipStep { step, quarters } => Change::SlipStep { step: id(&step)?, quarters },
        Mirror::RemoveStep { step } => Change::RemoveStep { step: id(&step)? },
        Mirror::SetTerms { cluster, from, terms } => Change::SetTerms {
            cluster: parsed(&cluster)?,
            from: parsed(&from)?,
            terms: terms.map(|cells| terms_of(&cells, &mut words).map(Box::new)).transpose()?,
        },
        Mirror::SetEvent { row } => Change::SetEvent { event: Box::new(row.read(&mut words)?) },
        Mirror::RemoveEvent { event } => Change::RemoveEvent { event: id(&event)? },
        Mirror::SetCap { row } => Change::SetCap { cap: Box::new(row.read(&mut words)?) },
        Mirror::RemoveCap { cap } => Change::RemoveCap { cap: id(&cap)? },
        Mirror::SetLapse { programme, years } => Change::SetLapse { programme: parsed(&programme)?, years },
    })
}

fn terms_of(cells: &Cells<'_>, words: &mut Words) -> Result<ReleaseTerms, CodecRefusal> {
    Ok(read_terms(&mut RowReader::new(TERMS.shape, cells, words)?)?)
}

fn read_profile(key: &str, parameters: Vec<(String, String)>) -> Result<Profile, CodecRefusal> {
    let not_a_share = |refusal: ShareRefusal| CodecRefusal(format!("{:?} was not understood", refusal.0));
    let pairs = parameters.into_iter().map(|(name, value)| Ok((name, Share::read_fine(&value).map_err(not_a_share)?)));
    let parameters: Parameters = pairs.collect::<Result<_, CodecRefusal>>()?;
    Profile::new(key, parameters).map_err(CodecRefusal::of)
}
