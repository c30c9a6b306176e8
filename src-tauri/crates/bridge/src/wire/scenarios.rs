//! Scenarios: where one looks, what each overrides, and how the talks could end.

use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use super::conditions::stated;
use super::{Amount, Names, PeriodAmount, Source};

/// Where to look: a scenario, and a version or a moment of the history. What is left out is the base plan and now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Place {
    /// The scenario, by id or name.
    #[ts(optional = nullable)]
    pub scenario: Option<String>,
    /// The frozen version, by id or name.
    #[ts(optional = nullable)]
    pub version: Option<String>,
    /// The state after this entry of the history.
    #[ts(optional = nullable, type = "number | null")]
    pub moment: Option<u64>,
}

impl Place {
    /// The scenario with this id or name, now.
    #[must_use]
    pub fn scenario(named: &str) -> Self {
        Self { scenario: Some(named.to_owned()), ..Self::default() }
    }

    /// Whether it is the present, which alone can be changed.
    #[must_use]
    pub const fn is_present(&self) -> bool {
        self.version.is_none() && self.moment.is_none()
    }
}

/// Where the reply was looked up.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlaceShown {
    /// The scenario: its id, or `base`.
    pub scenario: String,
    /// What it is called.
    pub scenario_label: String,
    /// The frozen version, where it is one.
    pub version: Option<VersionShown>,
    /// The state after this entry of the history, where it is one.
    #[ts(type = "number | null")]
    pub moment: Option<u64>,
    /// Whether it cannot be changed here: a version or a moment.
    pub frozen: bool,
    /// Whether the content is what its hash says.
    pub sound: bool,
    /// What to say over the screen; empty where it is the base plan now.
    pub note: String,
}

/// A version that is looked at.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VersionShown {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// A scenario in the tree of scenarios; the base plan is the first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ScenarioLine {
    /// Its id, or `base`.
    pub id: String,
    /// Its name in both languages.
    pub name: Names,
    /// What it is called in the reader's language.
    pub label: String,
    /// What it follows where it overrides nothing; nothing for the base plan.
    pub parent: Option<String>,
    /// How deep it stands in the tree.
    pub depth: u32,
    /// Its place among those that follow the same.
    pub place: u32,
    /// The outcome of the talks that it pictures.
    pub outcome: Option<String>,
    /// The word for that.
    pub outcome_label: Option<String>,
    /// What would bring it about, in the reader's language.
    pub trigger: String,
    /// How firm it is.
    pub grade: String,
    /// The word for that.
    pub grade_label: String,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// A remark.
    pub note: String,
    /// How many fields it overrides.
    pub overrides: u32,
    /// How many rows it adds.
    pub own_rows: u32,
    /// How many rows it takes out.
    pub removed_rows: u32,
    /// Overrides that do not apply, and the like.
    pub concerns: u32,
    /// The reading in force.
    pub reading: String,
    /// What it allocates.
    pub allocated: Amount,
    /// What is paid within the package, where that was asked for.
    pub paid: Option<Amount>,
    /// Whether it only touches steps, their terms and events.
    pub booster: bool,
}

/// What to tell of the scenarios.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ScenariosRequest {
    /// Whether to compute what is paid in each.
    #[ts(optional, as = "Option<bool>")]
    pub figures: bool,
}

/// Whose overrides.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct OverridesRequest {
    /// The scenario, by id or name; the one looked at where nothing is said.
    #[ts(optional = nullable)]
    pub scenario: Option<String>,
}

/// What an override does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OverrideKind {
    /// It gives a field another value.
    Set,
    /// It adds a row.
    Add,
    /// It takes a row out.
    Remove,
}

/// One thing that a scenario says differently from its parent.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OverrideLine {
    /// What it is about: `scenario/table/row/field`, with `*` for the row itself.
    pub key: String,
    /// The scenario that says it.
    pub scenario: String,
    /// What that is called.
    pub scenario_label: String,
    /// What to name it by in edits: `A017.amount`, or the row alone.
    pub at: String,
    /// The table.
    pub table: String,
    /// The word for it.
    pub table_label: String,
    /// The row's key.
    pub row: String,
    /// What people call the row: its code or name.
    pub called: String,
    /// What the row is.
    pub label: String,
    /// The field; nothing where the row itself is added or taken out.
    pub field: Option<String>,
    /// The word for it.
    pub field_label: String,
    /// What it does.
    pub what: OverrideKind,
    /// The value as files and edits write it.
    pub value: String,
    /// The value for the reader.
    pub value_label: String,
    /// What the parent says, as files and edits write it; nothing where it has no such row.
    pub parent_value: Option<String>,
    /// The same for the reader.
    pub parent_label: String,
    /// Why.
    pub reason: String,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// Whether it applies.
    pub applied: bool,
    /// Why it does not.
    pub why_not: Option<String>,
}

/// How the talks could end.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Outcomes {
    /// The questions whose answers part the outcomes.
    pub questions: Vec<QuestionLine>,
    /// The outcomes.
    pub leaves: Vec<OutcomeLine>,
    /// What is to be expected; nothing until every probability that it takes is entered.
    pub weighted: Option<WeightedLine>,
    /// What is missing for that, in sentences.
    pub missing: Vec<String>,
    /// How an early collapse was parted from a late one, in a sentence; empty where nothing was parted.
    pub split_rule: String,
}

/// A question of the tree of outcomes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct QuestionLine {
    /// `signed`, `accepted`, `holds`, `early`.
    pub key: String,
    /// The word for it.
    pub label: String,
    /// What is asked, and given what.
    pub sentence: String,
    /// Whether the outcomes need no answer to it.
    pub optional: bool,
    /// The probability of yes, where somebody entered it.
    pub share: Option<String>,
    /// Who.
    pub author: String,
    /// On which day.
    pub day: String,
    /// On what grounds.
    pub note: String,
}

/// One outcome.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OutcomeLine {
    /// Its key.
    pub outcome: String,
    /// The word for it.
    pub label: String,
    /// The scenario that pictures it; nothing where the plan has none.
    pub scenario: Option<String>,
    /// What that is called.
    pub scenario_label: String,
    /// Its probability, where it follows from what was entered.
    pub share: Option<String>,
    /// What is paid per year.
    pub years: Vec<PeriodAmount>,
    /// What would be paid after the package.
    pub after: Amount,
    /// What is paid within the package.
    pub total: Amount,
    /// By how much less than in the base plan is paid within the package.
    pub shortfall: Amount,
}

/// What is missing on average in the worst cases.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ShortfallLine {
    /// The share of cases that are better and left out: at 0.9 the worst tenth is told.
    pub level: String,
    /// In a sentence: of which cases it is the mean.
    pub label: String,
    /// What is missing against the base plan.
    pub amount: Amount,
}

/// The outcomes weighted by what was entered.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WeightedLine {
    /// What is to be expected per year.
    pub years: Vec<PeriodAmount>,
    /// After the package.
    pub after: Amount,
    /// Within the package.
    pub total: Amount,
    /// How far the total scatters: its standard deviation.
    pub deviation: Amount,
    /// By how much less than in the base plan is to be expected within the package.
    pub shortfall: Amount,
    /// The same in the worst cases.
    pub worst: Vec<ShortfallLine>,
}

/// A change of what is said of a scenario: only what stands here changes.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScenarioPatch {
    /// Which scenario, by id or name.
    pub scenario: String,
    /// Its name.
    #[serde(default)]
    #[ts(optional, type = "string | Names")]
    pub name: Option<Names>,
    /// What it follows: `base`, an id or a name.
    #[serde(default)]
    #[ts(optional)]
    pub parent: Option<String>,
    /// Its place among those that follow the same, from 0.
    #[serde(default)]
    #[ts(optional)]
    pub place: Option<u32>,
    /// The outcome that it pictures, or null.
    #[serde(default, deserialize_with = "stated")]
    #[ts(optional, type = "string | null")]
    pub outcome: Option<Option<String>>,
    /// What would bring it about.
    #[serde(default)]
    #[ts(optional, type = "string | Names")]
    pub trigger: Option<Names>,
    /// How firm it is.
    #[serde(default)]
    #[ts(optional)]
    pub grade: Option<String>,
    /// Where it comes from.
    #[serde(default)]
    #[ts(optional)]
    pub sources: Option<Vec<String>>,
    /// A remark.
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
}

/// A scenario to be added.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewScenario {
    /// Its id; the door's own where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<String>,
    /// Its name.
    #[ts(type = "string | Names")]
    pub name: Names,
    /// What it follows: `base`, an id or a name; the base plan where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub parent: Option<String>,
    /// The outcome that it pictures.
    #[serde(default)]
    #[ts(optional)]
    pub outcome: Option<String>,
    /// What would bring it about.
    #[serde(default)]
    #[ts(optional, type = "string | Names")]
    pub trigger: Option<Names>,
    /// How firm it is; an assumption where nothing is said.
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

/// An override to be made. `field` is `A017.amount`, `S05.due`, `E03.state`, `package.reading`, or a row alone.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewOverride {
    /// In which scenario, by id or name.
    pub scenario: String,
    /// What it is about.
    pub field: String,
    /// What the field is to hold, as files write it; null with a row alone takes the row out.
    #[serde(deserialize_with = "text_or_null")]
    #[ts(type = "string | null")]
    pub value: Option<String>,
    /// Why.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
    /// Where that comes from.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub sources: Vec<String>,
}

/// What an edit of the scenarios themselves does. Where it has a field `scenario`, that says which one it is about.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[ts(tag = "edit")]
#[allow(missing_docs)]
pub enum ScenarioAct {
    AddScenario(Box<NewScenario>),
    SetScenario(Box<ScenarioPatch>),
    RemoveScenario {
        scenario: String,
    },
    DuplicateScenario {
        of: String,
        #[ts(type = "string | Names")]
        name: Names,
    },
    PromoteScenario {
        scenario: String,
    },
    SetOverride(Box<NewOverride>),
    SetReason {
        scenario: String,
        field: String,
        reason: String,
        #[serde(default)]
        #[ts(optional)]
        sources: Option<Vec<String>>,
    },
    ResetOverride {
        scenario: String,
        field: String,
    },
    ResetScenario {
        scenario: String,
    },
    SetOdds {
        question: String,
        #[serde(deserialize_with = "share_or_null")]
        #[ts(type = "string | null")]
        share: Option<String>,
        #[serde(default)]
        #[ts(optional, as = "Option<String>")]
        note: String,
    },
}

/// A text or null, and never a number: that has been through a float somewhere.
fn text_or_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    super::edit::quoted_or_null(deserializer, "2028-Q1")
}

fn share_or_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    super::edit::quoted_or_null(deserializer, "0.35")
}
