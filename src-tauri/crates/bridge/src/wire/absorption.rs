//! What can be absorbed, what waits, and how a year's payments compare with what others reached.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, Names, SliceWire};

/// The caps, and when programmes' commitments lapse.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Caps {
    /// The caps, in the order of their names.
    pub caps: Vec<CapLine>,
    /// The programmes that have rows.
    pub lapses: Vec<LapseLine>,
}

/// The most that can be paid of a slice in a year.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CapLine {
    /// Its id.
    pub id: String,
    /// What it is called, in the reader's language.
    pub label: String,
    /// The same in both.
    pub name: Names,
    /// Which rows share the room.
    pub slice: Vec<SliceWire>,
    /// The same in words.
    pub slice_label: String,
    /// How the room is found: `fixed`, `growing` or `gdp_share`.
    pub kind: String,
    /// The word for it.
    pub kind_label: String,
    /// The room of a fixed cap, or of a growing one in the first year.
    pub amount: Amount,
    /// The yearly growth, or the share of product.
    pub rate: String,
    /// For how many years money waits before it lapses; for ever where nothing is said.
    pub carry_years: Option<u32>,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// A remark.
    pub note: String,
    /// How it is used in each year of the package.
    pub years: Vec<CapYearLine>,
}

/// A cap in one year.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CapYearLine {
    /// The year.
    pub year: i32,
    /// The room; nothing bounds where the year's product is not known.
    pub room: Option<Amount>,
    /// Whether it rests on an extrapolated product.
    pub extrapolated: bool,
    /// What is paid.
    pub paid: Amount,
    /// What still waits at its end.
    pub waiting: Amount,
}

/// After how many years a programme's unpaid commitments lapse.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LapseLine {
    /// The programme.
    pub programme: String,
    /// What it is called.
    pub label: String,
    /// After how many years, or never.
    pub years: Option<u32>,
}

/// Each year beside the product, and the plan beside what others reached.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Sanity {
    /// The years of the package.
    pub years: Vec<SanityYearLine>,
    /// Above how many thousandths of the product a year is warned about.
    pub bound_per_mille: u32,
    /// How much of the package is paid by the end of each year.
    pub plan: Vec<PacePoint>,
    /// What others reached.
    pub yardsticks: Vec<YardstickLine>,
}

/// A year beside the product.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SanityYearLine {
    /// The year.
    pub year: i32,
    /// What is paid.
    pub paid: Amount,
    /// The product, where it is known.
    pub gdp: Option<Amount>,
    /// Whether the product is extrapolated.
    pub extrapolated: bool,
    /// What is paid in thousandths of the product.
    pub share_per_mille: Option<u32>,
    /// Whether that is above the bound.
    pub over: bool,
}

/// How much is paid some years after the start.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PacePoint {
    /// Years since the package began.
    pub years_since_start: u32,
    /// What is paid by then, in thousandths of the package.
    pub share_per_mille: u32,
}

/// What another programme reached, as its source states it.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct YardstickLine {
    pub programme: String,
    pub measure: String,
    pub as_of: String,
    pub years_since_start: Option<String>,
    pub share_pct: Option<String>,
    pub value: String,
    pub unit: String,
    pub sources: Vec<String>,
    pub verification: String,
    pub note: String,
}

/// How finely the backlog is told.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BacklogRequest {
    /// `year` or `quarter`.
    pub every: String,
}

impl Default for BacklogRequest {
    fn default() -> Self {
        Self { every: "year".to_owned() }
    }
}

/// What waits for room, and what lapsed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BacklogReply {
    /// One line for each row and period in which something waits or lapses.
    pub lines: Vec<BacklogRow>,
}

/// A row in a period in which something of it waits or lapses.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BacklogRow {
    /// The row's code.
    pub allocation_code: String,
    /// Its id.
    pub id: String,
    /// What pays it and for what.
    pub label: String,
    /// The period.
    pub period: String,
    /// What waits at its end.
    pub backlog: Amount,
    /// What lapsed in it.
    pub lapsed: Amount,
}
