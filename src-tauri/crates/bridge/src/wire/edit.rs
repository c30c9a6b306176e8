//! Edits as they cross the door.

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{
    BalanceTable, CapPatch, EventPatch, FieldAct, NewCap, NewEvent, NewLimit, NewStep, NewTerms, Paid, ScenarioAct,
    SpreadAct, StepPatch, YearGives,
};

/// One act on the plan. A row is named by its code or id; `scenario` is the one looked at where nothing is said. In acts on a
/// scenario itself, `scenario` says which.
#[derive(Clone, Debug, TS)]
#[ts(type = "(Act | ScenarioAct) & { scenario?: string }")]
pub struct Edit {
    /// The scenario it applies to.
    pub scenario: Option<String>,
    /// What it does.
    pub act: AnyAct,
}

/// An act on the plan, or on the scenarios themselves.
#[derive(Clone, Debug)]
pub enum AnyAct {
    /// On the plan, as a scenario sees it.
    Plan(Act),
    /// On the scenarios themselves.
    Scenarios(ScenarioAct),
}

impl<'de> Deserialize<'de> for Edit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut fields = Map::deserialize(deserializer)?;
        let name = match fields.remove("edit") {
            None => return Err(D::Error::missing_field("edit")),
            Some(Value::String(name)) => name,
            Some(other) => return Err(D::Error::custom(format!("edit: {other} is not a name"))),
        };
        // Among the fields of some acts `scenario` is what they are about.
        let where_to = if ON_A_SCENARIO.contains(&name.as_str()) { None } else { fields.remove("scenario") };
        let scenario = match where_to {
            None => None,
            Some(Value::String(name)) => Some(name),
            Some(other) => return Err(D::Error::custom(format!("scenario: {other} is not a name"))),
        };
        // The name before the fields, so that a mistake among them is told with the field it is in.
        let act = Value::Object(Map::from_iter([(name.clone(), Value::Object(fields))]));
        let of_scenarios = ON_A_SCENARIO.contains(&name.as_str()) || ON_SCENARIOS.contains(&name.as_str());
        let act = if of_scenarios { AnyAct::Scenarios(act_of(&name, act)?) } else { AnyAct::Plan(act_of(&name, act)?) };
        Ok(Self { scenario, act })
    }
}

/// The act called `name`, or what is wrong with it and in which field.
fn act_of<T: DeserializeOwned, E: Error>(name: &str, act: Value) -> Result<T, E> {
    serde_path_to_error::deserialize(act).map_err(|error| {
        let path = error.path().to_string();
        let field = path.strip_prefix(name).map_or("", |field| field.trim_start_matches('.'));
        match error.into_inner() {
            reason if field.is_empty() => E::custom(reason),
            reason => E::custom(format_args!("{field}: {reason}")),
        }
    })
}

/// The acts on scenarios that do not say of which one by `scenario`.
const ON_SCENARIOS: [&str; 3] = ["add_scenario", "duplicate_scenario", "set_odds"];
/// The acts on a scenario itself, in which `scenario` is what they are about.
const ON_A_SCENARIO: [&str; 7] = [
    "set_scenario",
    "remove_scenario",
    "promote_scenario",
    "set_override",
    "set_reason",
    "reset_override",
    "reset_scenario",
];

/// What an edit does. Its name stands among its fields; [`Edit`] reads both.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[ts(tag = "edit")]
#[allow(missing_docs)]
pub enum Act {
    RenamePlan {
        name: String,
    },
    SetPackageTotal {
        #[serde(deserialize_with = "amount_text")]
        #[ts(type = "Amount")]
        amount: String,
    },
    SetReading {
        reading: String,
    },
    AddAllocation(Box<NewRow>),
    RemoveAllocation {
        allocation: String,
    },
    SetAmount {
        allocation: String,
        #[serde(deserialize_with = "amount_text")]
        #[ts(type = "Amount")]
        amount: String,
        #[serde(default)]
        #[ts(optional)]
        balance: Option<Balance>,
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
        #[serde(default, deserialize_with = "texts")]
        parameters: BTreeMap<String, String>,
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
    SetCited {
        allocation: String,
        field: String,
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
        #[serde(deserialize_with = "optional_amount_text")]
        #[ts(type = "Amount | null")]
        amount: Option<String>,
    },
    SetLimit(Box<NewLimit>),
    RemoveLimit {
        limit: String,
    },
    SetPriority {
        allocation: String,
        priority: u32,
    },
    AddStep {
        step: Box<NewStep>,
    },
    SetStep(Box<StepPatch>),
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
        #[serde(deserialize_with = "Option::deserialize")]
        terms: Option<Box<NewTerms>>,
    },
    AddEvent {
        event: Box<NewEvent>,
    },
    SetEvent(Box<EventPatch>),
    RemoveEvent {
        event: String,
    },
    AddCap {
        cap: Box<NewCap>,
    },
    SetCap(Box<CapPatch>),
    RemoveCap {
        cap: String,
    },
    SetLapse {
        programme: String,
        #[serde(deserialize_with = "Option::deserialize")]
        years: Option<u32>,
    },
    Spread(Box<SpreadAct>),
    SetYear {
        allocation: String,
        year: i32,
        #[serde(deserialize_with = "amount_text")]
        #[ts(type = "Amount")]
        amount: String,
        gives: YearGives,
    },
    Balance(Box<BalanceTable>),
    SplitRow {
        allocation: String,
        #[serde(deserialize_with = "amount_texts")]
        #[ts(type = "Amount[]")]
        parts: Vec<String>,
        /// Whether what the parts leave of the row becomes one more.
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        rest: bool,
    },
    MergeRows {
        allocations: Vec<String>,
    },
    DuplicateRow {
        allocation: String,
    },
    SetField(Box<FieldAct>),
}

/// What gives when an amount changes.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Balance {
    /// The total moves; so it is where nothing is said.
    Total,
    /// The other unlocked rows rescale in proportion.
    Others,
    /// This row, by code or id, gives or takes the difference.
    Row(String),
}

/// A row to be added. What is left out takes its usual value.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewRow {
    /// Its code; the next free one where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub code: Option<String>,
    /// Through what it is paid.
    pub programme: String,
    /// On what terms.
    pub instrument: String,
    /// Whose money; the instrument's own where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub capital: Option<String>,
    /// What for.
    pub sector: String,
    /// What it is meant to do.
    pub purpose: String,
    /// On which reform steps it depends.
    #[serde(default)]
    #[ts(optional)]
    pub cluster: Option<String>,
    /// How much.
    #[serde(deserialize_with = "amount_text")]
    #[ts(type = "Amount")]
    pub amount: String,
    /// First quarter.
    pub start: String,
    /// Last quarter.
    pub end: String,
    /// The shape of payment; uniform where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub profile: Option<String>,
    /// Its parameters.
    #[serde(default, deserialize_with = "texts")]
    pub parameters: BTreeMap<String, String>,
    /// How firm the programme's amount is; an assumption where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub amount_grade: Option<String>,
    /// How firm the row's part of it is; an assumption where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub split_grade: Option<String>,
    /// Where the figures come from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default)]
    pub note: String,
    /// Whether it is locked.
    #[serde(default)]
    pub locked: bool,
    /// What was paid.
    #[serde(default)]
    pub paid: Vec<Paid>,
    /// Who is served first where not all can be absorbed, from 1 to 9; 5 where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub priority: Option<u32>,
    /// Where single fields come from.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<CitedWire>>")]
    pub cited: Vec<CitedWire>,
}

/// Where one field of a row comes from.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "Cited")]
pub struct CitedWire {
    /// Which field.
    pub field: String,
    /// Its sources.
    pub sources: Vec<String>,
}

/// The acts to be done, all or none.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditRequest {
    /// In order.
    pub edits: Vec<Edit>,
}

/// An amount must be text: a JSON number has been through a float somewhere.
pub(super) fn amount_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    optional_amount_text(deserializer)?.ok_or_else(|| unquoted(&Value::Null, AMOUNT))
}

/// The same of several amounts.
fn amount_texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    struct Quoted(String);
    impl<'de> Deserialize<'de> for Quoted {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            amount_text(deserializer).map(Self)
        }
    }
    Ok(Vec::<Quoted>::deserialize(deserializer)?.into_iter().map(|Quoted(text)| text).collect())
}

pub(super) fn optional_amount_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    quoted_or_null(deserializer, AMOUNT)
}

/// A text or null; anything else is refused with an example of what it should look like.
pub(super) fn quoted_or_null<'de, D: Deserializer<'de>>(
    deserializer: D,
    such_as: &str,
) -> Result<Option<String>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        other => Err(unquoted(&other, such_as)),
    }
}

const AMOUNT: &str = "45000000000.00";

fn unquoted<E: Error>(value: &Value, such_as: &str) -> E {
    E::custom(format!("{value} must be text in quotes, such as \"{such_as}\""))
}

/// The texts of parameters, for the same reason.
fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    struct Quoted(String);
    impl<'de> Deserialize<'de> for Quoted {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            match Value::deserialize(deserializer)? {
                Value::String(text) => Ok(Self(text)),
                other => Err(unquoted(&other, "0.2")),
            }
        }
    }
    let texts = BTreeMap::<String, Quoted>::deserialize(deserializer)?;
    Ok(texts.into_iter().map(|(name, Quoted(text))| (name, text)).collect())
}
