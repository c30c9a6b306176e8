//! Reform steps, the terms on which their groups release money, and what became of the booster by when.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, Changed, Entry, Names, PeriodAmount, Source};

/// The steps, their groups, and how each step stands in each quarter.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Steps {
    /// The quarters of the package.
    pub quarters: Vec<String>,
    /// The plan's today.
    pub as_of_quarter: String,
    /// The groups, in the order of their numbers.
    pub clusters: Vec<ClusterLine>,
    /// The steps, in the order of their groups, due quarters and codes.
    pub steps: Vec<StepLine>,
    /// The chapters of the negotiations that belong to no group.
    pub outside: Vec<ChapterLine>,
}

/// A group of steps and the money that waits for it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClusterLine {
    /// Its key.
    pub key: String,
    /// Its number in the negotiations.
    pub number: u32,
    /// What it is called.
    pub label: String,
    /// What waits for its steps.
    pub amount: Amount,
    /// How many steps it has.
    pub steps: u32,
    /// On what terms it releases money, the earliest first.
    pub terms: Vec<TermsLine>,
    /// What its probabilities let expect; nothing while one is missing.
    pub expected: Option<ExpectedRelease>,
}

/// What the probabilities of a group's steps let expect of its money by the end of their windows. The pace of the
/// fundamentals is not part of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExpectedRelease {
    /// The amount, where the steps are independent of each other.
    pub amount: Amount,
    /// The least that any dependence between them allows, where all or nothing is released.
    pub least: Option<Amount>,
    /// The most, likewise.
    pub most: Option<Amount>,
}

/// The terms of a group from a quarter on.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TermsLine {
    /// From which quarter on they hold.
    pub from: String,
    /// How met steps release money.
    pub rule: String,
    /// The word for it.
    pub rule_label: String,
    /// The rule in one sentence.
    pub rule_sentence: String,
    /// The floor or the threshold, of rules that have one.
    pub level: Option<String>,
    /// For how many quarters after it was due a step can still be met.
    pub window_quarters: u32,
    /// How many quarters after its release money is paid.
    pub lag_quarters: u32,
    /// What becomes of money whose window has closed.
    pub on_loss: String,
    /// The word for it.
    pub on_loss_label: String,
    /// By how many quarters the window is extended, where it is.
    pub extension_quarters: u32,
    /// How much of what a reversed step had released is taken back.
    pub clawback: String,
    /// How far the group may run ahead of the fundamentals, where it waits for them.
    pub fundamentals_first: Option<String>,
    /// How firm the terms are.
    pub grade: String,
    /// The word for it.
    pub grade_label: String,
    /// Where they come from.
    pub sources: Vec<String>,
    /// A remark.
    pub note: String,
}

/// A chapter of the negotiations.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChapterLine {
    /// Its number.
    pub number: i32,
    /// What it is called.
    pub label: String,
}

/// A reform step.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StepLine {
    /// Its id.
    pub id: String,
    /// What people call it: `S23`.
    pub code: String,
    /// What has to be done, in the reader's language.
    pub label: String,
    /// The same in both.
    pub name: Names,
    /// The group whose money waits for it.
    pub cluster: String,
    /// The word for it.
    pub cluster_label: String,
    /// The chapter it belongs to.
    pub chapter: Option<u32>,
    /// When it is due.
    pub due: String,
    /// Its weight among the steps of its group.
    pub weight: String,
    /// What kind of act it is.
    pub kind: String,
    /// The word for it.
    pub kind_label: String,
    /// Which money it bears on.
    pub part: String,
    /// The word for it.
    pub part_label: String,
    /// Whether nothing is released before it is met, under a rule with gates.
    pub gate: bool,
    /// How far it has come: `due`, `met`, `partly_met`, `reversed`.
    pub state: String,
    /// The word for it.
    pub state_label: String,
    /// When it was met.
    pub state_quarter: Option<String>,
    /// How much of it is met, where it is met in part.
    pub state_share: Option<String>,
    /// From which quarter on it no longer holds, where it was reversed.
    pub reversed_quarter: Option<String>,
    /// By how many quarters it is expected to be late.
    pub delay_quarters: u32,
    /// The probability of being met in any one quarter once it is due, where somebody has entered one.
    pub probability: Option<String>,
    /// How firm due quarter and weight are.
    pub grade: String,
    /// The word for it.
    pub grade_label: String,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// A remark.
    pub note: String,
    /// When the plan counts it as met; never where its window closes first.
    pub expected: Option<String>,
    /// The quarter in which its window closes.
    pub closes: String,
    /// Its part of its group's money.
    pub value: Amount,
    /// How it stands in each quarter of the package: `not_yet_due`, `released`, `at_risk` or `lost`.
    pub places: Vec<String>,
}

/// Which step.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepRequest {
    /// Its code or id.
    pub step: String,
}

/// Everything about one step.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StepDetail {
    /// The step.
    pub step: StepLine,
    /// What became of its money by the end of each quarter of the package.
    pub ledger: Vec<StockLine>,
    /// The rows that wait for it.
    pub rows: Vec<StepRow>,
    /// Its sources.
    pub sources: Vec<Source>,
    /// What was done to it.
    pub history: Vec<Entry>,
}

/// A row that waits for a step.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StepRow {
    /// Its id.
    pub id: String,
    /// Its code.
    pub code: String,
    /// What pays it and for what.
    pub label: String,
    /// Its amount.
    pub amount: Amount,
}

/// What became of booster money by the end of a period. The four add to all of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StockLine {
    /// The period.
    pub period: String,
    /// Released.
    pub released: Amount,
    /// Withheld and still claimable.
    pub at_risk: Amount,
    /// Waiting for steps that are not due yet.
    pub not_yet_due: Amount,
    /// Lost.
    pub lost: Amount,
}

/// How finely, and of which group.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BoosterRequest {
    /// `year` or `quarter`.
    pub every: String,
    /// Only this group's money; all of it where nothing is said.
    #[ts(optional)]
    pub cluster: Option<String>,
}

impl Default for BoosterRequest {
    fn default() -> Self {
        Self { every: "year".to_owned(), cluster: None }
    }
}

/// What became of the booster by when.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Booster {
    /// All of it.
    pub total: Amount,
    /// By the end of each period.
    pub periods: Vec<StockLine>,
}

/// Which step comes later, and by how much.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SlipRequest {
    /// Its code or id.
    pub step: String,
    /// By how many quarters more; at least one.
    pub quarters: u32,
    /// Whether it is only to be told what would happen.
    #[serde(default)]
    pub dry_run: bool,
}

/// What a slip does to money.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Slip {
    /// The effect in one sentence.
    pub sentence: String,
    /// What is paid more or less in each year; only years in which something changes.
    pub years: Vec<PeriodAmount>,
    /// What is planned more, or less, past the package.
    pub after: Amount,
    /// What is lost more, or less, by the end of the package.
    pub lost: Amount,
    /// What still waits for steps at the end of the package, more or less.
    pub withheld: Amount,
    /// What still waits for room at the end of the package, more or less.
    pub backlog: Amount,
    /// The most that is at risk more than before in any quarter.
    pub at_risk_peak: Amount,
    /// In which quarter that is.
    pub at_risk_peak_in: Option<String>,
    /// Until which quarter more is at risk than before.
    pub at_risk_until: Option<String>,
    /// What the act did; nothing where it was only told.
    pub changed: Option<Changed>,
}

/// When all steps are met, as a distribution and not as a day.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Accession {
    /// How many steps that are not met have no probability; with any, there is no distribution.
    pub missing: u32,
    /// When all steps are met as the plan expects them; never where one of them lapses.
    pub planned: Option<String>,
    /// For each quarter, how probable it is that all steps are met by its end.
    pub quarters: Vec<AccessionQuarter>,
}

/// How probable it is that all steps are met by the end of a quarter, as decimal text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AccessionQuarter {
    /// The quarter.
    pub quarter: String,
    /// Where the steps are independent of each other.
    pub independent: String,
    /// The least that any dependence between them allows.
    pub least: String,
    /// The most.
    pub most: String,
}
