//! Steps, terms, events and caps as edits bring them: a new one whole, a change with only the fields that change.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use super::SliceWire;
use super::edit::amount_text;

/// A name in both languages. One text stands for both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Names {
    /// English.
    pub en: String,
    /// Ukrainian.
    pub uk: String,
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Both {
            en: String,
            #[serde(default)]
            uk: Option<String>,
        }
        match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::String(text) => Ok(Self { en: text.clone(), uk: text }),
            object => {
                let Both { en, uk } = Both::deserialize(object).map_err(D::Error::custom)?;
                Ok(Self { uk: uk.unwrap_or_else(|| en.clone()), en })
            }
        }
    }
}

/// A field that stands in the request, be it null, is a change.
pub(super) fn stated<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

fn stated_amount<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    amount_text(deserializer).map(Some)
}

/// A step to be added. What is left out takes its usual value.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewStep {
    /// Its id; the door's own where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<String>,
    /// Its code; the next free one where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub code: Option<String>,
    /// What has to be done.
    #[ts(type = "string | Names")]
    pub name: Names,
    /// The group whose money waits for it.
    pub cluster: String,
    /// The chapter it belongs to.
    #[serde(default)]
    #[ts(optional)]
    pub chapter: Option<u32>,
    /// When it is due.
    pub due: String,
    /// Its weight among the steps of its group; one where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub weight: Option<String>,
    /// What kind of act it is.
    pub kind: String,
    /// Which money it bears on; all where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub part: Option<String>,
    /// Whether nothing is released before it is met, under a rule with gates.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub gate: bool,
    /// How far it has come; due where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub state: Option<String>,
    /// When it was met.
    #[serde(default)]
    #[ts(optional)]
    pub state_quarter: Option<String>,
    /// How much of it is met.
    #[serde(default)]
    #[ts(optional)]
    pub state_share: Option<String>,
    /// From which quarter on it no longer holds.
    #[serde(default)]
    #[ts(optional)]
    pub reversed_quarter: Option<String>,
    /// By how many quarters it is expected to be late.
    #[serde(default)]
    #[ts(optional, as = "Option<u32>")]
    pub delay_quarters: u32,
    /// The probability of being met in any one quarter once it is due.
    #[serde(default)]
    #[ts(optional)]
    pub probability: Option<String>,
    /// How firm due quarter and weight are; an assumption where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub grade: Option<String>,
    /// Where it comes from.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
}

/// What changes in a step. What is left out stays; null takes a value out.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StepPatch {
    /// Which step, by code or id.
    pub step: String,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub code: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional, type = "string | Names")]
    pub name: Option<Names>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub cluster: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub chapter: Option<Option<u32>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub due: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub weight: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub kind: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub part: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub gate: Option<bool>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub state: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub state_quarter: Option<Option<String>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub state_share: Option<Option<String>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub reversed_quarter: Option<Option<String>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub delay_quarters: Option<u32>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub probability: Option<Option<String>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub grade: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub sources: Option<Vec<String>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub note: Option<String>,
}

/// The terms of a group from a quarter on. What is left out takes its usual value.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewTerms {
    /// From which quarter on they hold; the entry's own where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<String>,
    /// How met steps release money.
    pub rule: String,
    /// The floor or the threshold, of rules that have one.
    #[serde(default)]
    #[ts(optional)]
    pub level: Option<String>,
    /// For how many quarters after it was due a step can still be met.
    pub window_quarters: u32,
    /// How many quarters after its release money is paid.
    pub lag_quarters: u32,
    /// What becomes of money whose window has closed; lost where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub on_loss: Option<String>,
    /// By how many quarters the window is extended.
    #[serde(default)]
    #[ts(optional, as = "Option<u32>")]
    pub extension_quarters: u32,
    /// How much of what a reversed step had released is taken back; all of it where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub clawback: Option<String>,
    /// How far the group may run ahead of the fundamentals; free of them where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub fundamentals_first: Option<String>,
    /// How firm the terms are; an assumption where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub grade: Option<String>,
    /// Where they come from.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
}

/// One thing that an event does to money.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewEffect {
    /// What it does.
    pub verb: String,
    /// To which rows; to all where nothing is said.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<SliceWire>>")]
    pub slice: Vec<SliceWire>,
    /// Save these.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<SliceWire>>")]
    pub except: Vec<SliceWire>,
    /// By how many quarters, for a delay.
    #[serde(default)]
    #[ts(optional, as = "Option<u32>")]
    pub quarters: u32,
    /// What share is still paid, for a scale.
    #[serde(default)]
    #[ts(optional)]
    pub share: Option<String>,
}

/// An event to be added. What is left out takes its usual value.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewEvent {
    /// Its id; the door's own where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<String>,
    /// Its code; the next free one where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub code: Option<String>,
    /// What happens.
    #[ts(type = "string | Names")]
    pub name: Names,
    /// Its day.
    pub date: String,
    /// Its last day, where it lasts.
    #[serde(default)]
    #[ts(optional)]
    pub until: Option<String>,
    /// The event it is counted from, by code or id.
    #[serde(default)]
    #[ts(optional)]
    pub follows: Option<String>,
    /// How many days after that one.
    #[serde(default)]
    #[ts(optional, as = "Option<u32>")]
    pub lag_days: u32,
    /// What kind of event it is; another one where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
    /// Whether it counts; assumed where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub state: Option<String>,
    /// How firm it is; an assumption where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub grade: Option<String>,
    /// What it does to money.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<NewEffect>>")]
    pub effects: Vec<NewEffect>,
    /// Where it comes from.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
}

/// What changes in an event. What is left out stays; null takes a value out.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct EventPatch {
    /// Which event, by code or id.
    pub event: String,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub code: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional, type = "string | Names")]
    pub name: Option<Names>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub date: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub until: Option<Option<String>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub follows: Option<Option<String>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub lag_days: Option<u32>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub kind: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub state: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub grade: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub effects: Option<Vec<NewEffect>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub sources: Option<Vec<String>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub note: Option<String>,
}

/// A cap to be added. What is left out takes its usual value.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewCap {
    /// Its id; the door's own where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<String>,
    /// What it is called.
    #[ts(type = "string | Names")]
    pub name: Names,
    /// Which rows share the room; all where nothing is said.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<SliceWire>>")]
    pub slice: Vec<SliceWire>,
    /// How the room is found.
    pub kind: String,
    /// The room of a fixed cap, or of a growing one in the package's first year.
    #[serde(default, deserialize_with = "stated_amount")]
    #[ts(optional, as = "Option<super::Amount>")]
    pub amount: Option<String>,
    /// The yearly growth, or the share of product.
    #[serde(default)]
    #[ts(optional)]
    pub rate: Option<String>,
    /// For how many years money waits before it lapses; for ever where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub carry_years: Option<u32>,
    /// Where it comes from.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
}

/// What changes in a cap. What is left out stays; null takes a value out.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CapPatch {
    /// Which cap, by its id or English name.
    pub cap: String,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional, type = "string | Names")]
    pub name: Option<Names>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub slice: Option<Vec<SliceWire>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub kind: Option<String>,
    #[serde(default, deserialize_with = "stated_amount")]
    #[ts(optional, as = "Option<super::Amount>")]
    pub amount: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub rate: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub carry_years: Option<Option<u32>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub sources: Option<Vec<String>>,
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional)]
    pub note: Option<String>,
}
