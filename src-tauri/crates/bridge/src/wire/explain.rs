//! Why a figure is what it is, and what a profile does.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use super::{Amount, Curve, Filter, Source};

/// Which figure is to be explained: of these rows, or of all that pass the filters, in a period.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExplainRequest {
    /// Codes or ids; with none, every row.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub rows: Vec<String>,
    /// Only rows that pass each of these.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Filter>>")]
    pub filters: Vec<Filter>,
    /// `2029`, `2029-Q3` or `after`.
    pub period: String,
}

/// The chain from what is committed to what is paid in a period.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Explanation {
    /// The period.
    pub period: String,
    /// The chain in order; each amount is the one before it and the change.
    pub links: Vec<ExplainLink>,
    /// How many rows it is told for.
    pub of: u32,
    /// Those of them that have a part in the period, the largest payment first; the largest 500 of very many.
    pub rows: Vec<ExplainRow>,
    /// Of what is planned for the period, what was really paid.
    pub actual: Amount,
    /// Of what is planned for the period, what should have been paid before the plan's today and moved.
    pub moved: Amount,
    /// How all that is committed stands at the end of the period: each part of it that is not nothing.
    pub standing: Vec<ExplainStanding>,
    /// Every source that a link rests on.
    pub sources: Vec<Source>,
}

/// One link of the chain.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExplainLink {
    /// What happens in it: `committed`, `profile`, `event`, `release`, `absorption`, `paid`.
    pub kind: String,
    /// The word for it.
    pub label: String,
    /// What happens, how much, and by what.
    pub sentence: String,
    /// What is left for the period after it.
    pub amount: Amount,
    /// What it changed.
    pub change: Amount,
    /// What the first of those is that it is about: `allocation`, `event`, `cluster`, `cap`.
    pub target_kind: Option<String>,
    /// That one's id or key.
    pub target: Option<String>,
    /// All that decide it, each in a sentence: the steps of a group, the caps that share out room.
    pub about: Vec<ExplainTarget>,
    /// The keys of the sources it rests on.
    pub sources: Vec<String>,
}

/// Something that decides a link.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExplainTarget {
    /// `profile`, `event`, `cluster`, `step` or `cap`.
    pub kind: String,
    /// Its id or key.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// How it stands.
    pub sentence: String,
}

/// One part of what is committed, at the end of the period.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExplainStanding {
    /// Which: a measure such as `at_risk`.
    pub measure: String,
    /// The word for it.
    pub label: String,
    /// How much.
    pub amount: Amount,
}

/// A row and its part in the period.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExplainRow {
    /// Its id.
    pub id: String,
    /// Its code.
    pub code: String,
    /// What pays it and for what.
    pub label: String,
    /// What is planned of it.
    pub planned: Amount,
    /// What is paid of it.
    pub paid: Amount,
}

/// What a profile is to be tried on.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProfileRequest {
    /// Its key.
    pub profile: String,
    /// Its parameters; lists by their own names (`shares`, `points`, `rates`, `commitments`) or entry by
    /// entry (`s001`).
    #[serde(default)]
    pub parameters: BTreeMap<String, ParameterText>,
    /// What it spreads.
    #[serde(deserialize_with = "super::edit::amount_text")]
    #[ts(type = "Amount")]
    pub total: String,
    /// Over how many periods.
    pub periods: u32,
}

/// A parameter as decimal text, or a list of them.
#[derive(Clone, Debug, PartialEq, Eq, TS)]
#[ts(untagged)]
pub enum ParameterText {
    /// One number.
    One(String),
    /// A list of numbers.
    Many(Vec<String>),
    /// A list of points.
    Points(Vec<(String, String)>),
}

impl<'de> Deserialize<'de> for ParameterText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error as _;
        use serde_json::Value;
        let number = |value: &Value| value.as_str().map(str::to_owned);
        let point = |value: &Value| match value.as_array().map(Vec::as_slice) {
            Some([time, share]) => number(time).zip(number(share)),
            _ => None,
        };
        let value = Value::deserialize(deserializer)?;
        let read = match &value {
            Value::String(text) => Some(Self::One(text.clone())),
            Value::Array(list) if list.iter().all(Value::is_array) && !list.is_empty() => {
                list.iter().map(point).collect::<Option<_>>().map(Self::Points)
            }
            Value::Array(list) => list.iter().map(number).collect::<Option<_>>().map(Self::Many),
            _ => None,
        };
        read.ok_or_else(|| {
            D::Error::custom(format!("{value} is no decimal in quotes, such as \"0.2\", and no list of them"))
        })
    }
}

/// What a profile does with an amount.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProfileReply {
    /// What it is called.
    pub label: String,
    /// What it means.
    pub sentence: String,
    /// Who describes it.
    pub source: String,
    /// The share paid by the end of each period, with twelve decimals.
    pub cumulative: Vec<String>,
    /// What is paid in each period; they add to the total.
    pub amounts: Vec<Amount>,
    /// For outlay rates: of each year's commitment what is paid in each year, from the first commitment to the last
    /// payment; else none.
    pub vintages: Vec<Vec<Amount>>,
    /// The curve for drawing.
    pub curve: Curve,
}
