//! Rows, and what may be chosen for them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, Entry, OverrideLine, Source};

/// The word for a dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Dim {
    /// Who pays.
    Funder,
    /// Through what.
    Programme,
    /// On what terms.
    Instrument,
    /// Whose money.
    Capital,
    /// What for.
    Sector,
    /// What it is meant to do.
    Purpose,
    /// Whether it depends on reform steps.
    Booster,
    /// On which.
    Cluster,
    /// How firm the programme's amount is.
    AmountGrade,
    /// How firm the row's part is.
    SplitGrade,
}

impl Dim {
    /// The dimension it is the word for.
    #[must_use]
    pub const fn dimension(self) -> model::Dimension {
        use model::Dimension;
        match self {
            Self::Funder => Dimension::Funder,
            Self::Programme => Dimension::Programme,
            Self::Instrument => Dimension::Instrument,
            Self::Capital => Dimension::Capital,
            Self::Sector => Dimension::Sector,
            Self::Purpose => Dimension::Purpose,
            Self::Booster => Dimension::Booster,
            Self::Cluster => Dimension::Cluster,
            Self::AmountGrade => Dimension::AmountGrade,
            Self::SplitGrade => Dimension::SplitGrade,
        }
    }

    /// How it is written: `sector`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.dimension().key()
    }

    /// How each of them is written.
    #[must_use]
    pub fn keys() -> [&'static str; model::Dimension::ALL.len()] {
        model::Dimension::ALL.map(model::Dimension::key)
    }

    /// The word for `dimension`.
    #[must_use]
    pub const fn of(dimension: model::Dimension) -> Self {
        use model::Dimension;
        match dimension {
            Dimension::Funder => Self::Funder,
            Dimension::Programme => Self::Programme,
            Dimension::Instrument => Self::Instrument,
            Dimension::Capital => Self::Capital,
            Dimension::Sector => Self::Sector,
            Dimension::Purpose => Self::Purpose,
            Dimension::Booster => Self::Booster,
            Dimension::Cluster => Self::Cluster,
            Dimension::AmountGrade => Self::AmountGrade,
            Dimension::SplitGrade => Self::SplitGrade,
        }
    }
}

/// What was paid in one quarter.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Paid {
    /// When.
    pub quarter: String,
    /// How much.
    #[serde(deserialize_with = "super::edit::amount_text")]
    #[ts(type = "Amount")]
    pub amount: String,
}

/// A row with the words for its keys.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct Row {
    pub id: String,
    pub code: String,
    pub programme: String,
    pub programme_label: String,
    pub funder: String,
    pub funder_label: String,
    pub instrument: String,
    pub instrument_label: String,
    pub capital: String,
    pub capital_label: String,
    pub sector: String,
    pub sector_label: String,
    pub purpose: String,
    pub purpose_label: String,
    pub cluster: Option<String>,
    pub cluster_label: Option<String>,
    pub amount: Amount,
    pub start: String,
    pub end: String,
    pub profile: String,
    pub profile_label: String,
    pub parameters: BTreeMap<String, String>,
    pub amount_grade: String,
    pub amount_grade_label: String,
    pub split_grade: String,
    pub split_grade_label: String,
    pub sources: Vec<String>,
    pub note: String,
    pub locked: bool,
    pub paid: Vec<Paid>,
    /// Who is served first where not all can be absorbed: 1 before 9.
    pub priority: u32,
    /// Where single fields come from, beside the row's own sources.
    pub cited: Vec<super::CitedWire>,
    /// What should have been paid before the plan's today, was not, and moved to the first open quarter.
    pub moved: Amount,
}

/// Only rows whose place in the dimension is one of the keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// The dimension.
    pub dimension: Dim,
    /// The places.
    pub keys: Vec<String>,
}

/// Which row.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RowRequest {
    /// Its id or code.
    pub id: String,
}

/// A curve for drawing, in thousandths, from its beginning until all is paid.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Curve {
    /// Time, in thousandths of the reach.
    pub t_per_mille: Vec<u32>,
    /// Share paid by then.
    pub f_per_mille: Vec<u32>,
    /// How many periods the span has.
    pub span: u32,
    /// After how many periods all is paid: more than the span where the profile is delayed or stretched.
    pub reach: u32,
}

/// An amount of a period.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PeriodAmount {
    /// The period.
    pub period: String,
    /// How much.
    pub amount: Amount,
}

/// Everything about one row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Detail {
    /// The row.
    pub row: Row,
    /// Its curve.
    pub curve: Curve,
    /// What is planned per year, and after.
    pub years: Vec<PeriodAmount>,
    /// The sources of the row and of its single fields.
    pub sources: Vec<Source>,
    /// Every field that can have sources of its own, in the order of the table, and where it comes from.
    pub fields: Vec<FieldSources>,
    /// What was done to it.
    pub history: Vec<Entry>,
    /// What the profile means.
    pub profile_sentence: String,
    /// Who describes the profile.
    pub profile_source: String,
    /// What the scenario says otherwise of the row than its parent.
    pub overrides: Vec<OverrideLine>,
}

/// Where one field of a row comes from.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FieldSources {
    /// The field.
    pub field: String,
    /// The word for it.
    pub label: String,
    /// Whether the field has sources of its own; where not, the row's count for it.
    pub own: bool,
    /// Their keys; none where the figure is an assumption of the plan's author.
    pub sources: Vec<String>,
}

/// A key and the word for it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Choice {
    /// The key.
    pub key: String,
    /// The word.
    pub label: String,
}

/// A programme that may be chosen.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ProgrammeChoice {
    pub key: String,
    pub label: String,
    pub funder: String,
    pub funder_label: String,
}

/// An instrument that may be chosen.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct InstrumentChoice {
    pub key: String,
    pub label: String,
    pub sentence: String,
    pub capital: String,
}

/// A parameter of a profile.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ParameterChoice {
    pub key: String,
    pub label: String,
    pub min: String,
    pub max: String,
    pub default: String,
    /// `one`, `optional` (left out where it is as usual) or `list` (entries `s001`, `s002`, ...).
    pub kind: String,
    /// How many entries a list may have.
    pub most: Option<u32>,
    /// The entries of a list where nobody says.
    pub usual: Vec<String>,
    /// Whether it takes whole numbers only.
    pub whole: bool,
    /// What dragging a handle along the time axis sets: `at` the time itself, `from_end` one less it; nothing for a number
    /// that is no time.
    pub handle: Option<String>,
}

/// A profile that may be chosen.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ProfileChoice {
    pub key: String,
    pub label: String,
    pub sentence: String,
    pub source: String,
    pub parameters: Vec<ParameterChoice>,
}

/// A chart that may be drawn.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ChartChoice {
    pub name: String,
    pub label: String,
}

/// What may be chosen for a row.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct Choices {
    pub programmes: Vec<ProgrammeChoice>,
    pub funders: Vec<Choice>,
    pub instruments: Vec<InstrumentChoice>,
    pub capitals: Vec<Choice>,
    pub sectors: Vec<Choice>,
    pub purposes: Vec<Choice>,
    pub clusters: Vec<Choice>,
    pub amount_grades: Vec<Choice>,
    pub dimensions: Vec<Choice>,
    pub profiles: Vec<ProfileChoice>,
    /// What every profile takes besides its own parameters.
    pub timing: Vec<ParameterChoice>,
    pub quarters: Vec<String>,
    pub charts: Vec<ChartChoice>,
    pub measures: Vec<Choice>,
    pub chapters: Vec<ChapterChoice>,
    pub step_kinds: Vec<Choice>,
    pub step_parts: Vec<Choice>,
    pub step_states: Vec<Choice>,
    pub release_rules: Vec<Choice>,
    pub on_loss: Vec<Choice>,
    pub event_kinds: Vec<Choice>,
    pub event_states: Vec<Choice>,
    pub effect_verbs: Vec<Choice>,
    pub cap_kinds: Vec<Choice>,
}

/// A chapter of the negotiations that may be chosen.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ChapterChoice {
    pub number: i32,
    pub label: String,
    pub cluster: Option<String>,
}
