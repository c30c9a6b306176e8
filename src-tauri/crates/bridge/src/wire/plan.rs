//! The plan as a whole: where it stands, what to worry about, where its figures come from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, PlaceShown};

/// Where the open plan stands.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Status {
    /// What it is called.
    pub name: String,
    /// Its file; none while it has no place.
    pub path: Option<String>,
    /// Whether it is the shipped plan, not yet saved anywhere.
    pub shipped: bool,
    /// Whether something is not saved in the file.
    pub dirty: bool,
    /// When it was saved last.
    pub saved_at: Option<String>,
    /// Why it cannot be changed, if it cannot.
    pub read_only: Option<String>,
    /// Counts the states of this session; a late answer has a lower one.
    #[ts(type = "number")]
    pub revision: u64,
    /// First eight characters of the hash of the plan's state.
    pub fingerprint: String,
    /// The scenario shown: its id, or `base`.
    pub scenario: String,
    /// Where one looks.
    pub place: PlaceShown,
    /// Whether edits are signed with a name: by the reader's setting, or by the command line.
    pub author_known: bool,
    /// The plan's today.
    pub as_of: String,
    /// First year of the package.
    pub first_year: i32,
    /// Last year of the package.
    pub last_year: i32,
    /// The currency the plan computes in.
    pub currency: String,
    /// What the prices are called.
    pub price_basis: String,
    /// The reading in force.
    pub reading: Reading,
    /// Every reading.
    pub readings: Vec<Reading>,
    /// What would be undone.
    pub undo: Option<String>,
    /// What would be done again.
    pub redo: Option<String>,
    /// The strip above the screens.
    pub strip: Vec<StripItem>,
    /// How many there are of what.
    pub counts: Counts,
}

/// How the headline amounts relate.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Reading {
    /// Its key.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// When it was said.
    pub date: Option<String>,
    /// How the figures add.
    pub arithmetic: String,
    /// What speaks for it.
    pub evidence_for: String,
    /// What speaks against it.
    pub evidence_against: String,
    /// How strong it is.
    pub judgement: String,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// One figure of the strip.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StripItem {
    /// Which figure.
    pub key: StripKey,
    /// How much.
    pub amount: Option<Amount>,
    /// How many.
    pub count: Option<u32>,
    /// The limit it is held against.
    pub limit: Option<Amount>,
    /// How much of the limit is used, in thousandths; more than 1000 where it is passed.
    pub used_per_mille: Option<u32>,
    /// By how much the limit is passed.
    pub over: Option<Amount>,
    /// The screen on which it can be looked into.
    pub screen: String,
}

/// The figures of the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StripKey {
    /// The package.
    Package,
    /// What is allocated.
    Allocated,
    /// What is left.
    Unallocated,
    /// Public capital.
    Public,
    /// Private capital.
    Private,
    /// What depends on reform steps.
    Booster,
    /// What is paid within the package.
    Paid,
    /// What no source states.
    Assumption,
    /// Open concerns.
    Concerns,
}

/// How many there are of what.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Counts {
    /// Rows.
    pub allocations: u32,
    /// Sources.
    pub sources: u32,
    /// Entries of the history.
    pub history: u32,
    /// Concerns by severity.
    pub concerns: ConcernCounts,
    /// Scenarios besides the base plan.
    pub scenarios: u32,
    /// Frozen versions.
    pub versions: u32,
    /// Overrides of the scenario looked at.
    pub overrides: u32,
}

/// Concerns by severity.
#[derive(Clone, Copy, Debug, Default, Serialize, TS)]
pub struct ConcernCounts {
    /// Contradictions.
    pub error: u32,
    /// Limits missed, bounds passed.
    pub warning: u32,
    /// Worth knowing.
    pub note: u32,
}

/// How serious a concern is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The plan contradicts itself.
    Error,
    /// A limit is missed or a bound passed.
    Warning,
    /// Worth knowing.
    Note,
}

/// What an analyst should know.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Concern {
    /// How serious.
    pub severity: Severity,
    /// What kind.
    pub code: String,
    /// The sentence.
    pub message: String,
    /// The rows it is about.
    pub rows: Vec<String>,
    /// The screen on which it can be looked into.
    pub screen: String,
    /// The sources that it rests on.
    pub sources: Vec<String>,
}

/// Where a figure comes from.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Source {
    /// Its key.
    pub id: String,
    /// Title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub date: String,
    /// Where.
    pub url: String,
    /// How it was checked.
    pub how_verified: String,
}

/// A rule by which unsplit figures were split.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Rule {
    /// What it is about.
    pub heading: String,
    /// The rule.
    pub text: String,
}

/// What an act did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Changed {
    /// The state it led to.
    #[ts(type = "number")]
    pub revision: u64,
    /// Where the plan stands now.
    pub status: Status,
    /// The rows it touched.
    pub rows: Vec<String>,
    /// The tables it touched.
    pub tables: Vec<String>,
    /// What was done.
    pub label: String,
}

/// Whether the plan's history leads to its present.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Verified {
    /// Whether it does.
    pub ok: bool,
    /// How many entries were replayed.
    pub entries: u32,
    /// The sentence.
    pub message: String,
    /// Hash of the plan's state.
    pub state_sha256: String,
}

/// Typed text that may be an amount.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadAmount {
    /// As typed.
    pub text: String,
}

/// The amount that was understood.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct AmountRead {
    /// Canonical.
    pub amount: Amount,
}

/// Text of a file, not yet written anywhere.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Text {
    /// The text.
    pub text: String,
}
