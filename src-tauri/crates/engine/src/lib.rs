//! How money follows from facts.
//!
//! From a plan to what is committed, planned and paid in each quarter. The engine is total: it never fails on a plan, it
//! reports [`Concern`]s. Whatever is summed here is summed in integers, and every way of summing gives the same total.
//!
//! It knows no files and no screens.

mod absorb;
mod absorption;
mod accession;
mod bend;
mod booster;
mod common_years;
mod compare;
mod concern;
mod concern_kind;
mod condition_concerns;
mod conditions;
mod cube;
mod explain;
mod gap;
mod group;
mod outcomes;
mod period;
mod programme_concerns;
mod release;
mod room;
mod scenario_concerns;
mod schedule;
mod sound;
mod spread;
mod stages;
mod steps_between;
mod sums;
mod typed_year;

pub use absorption::{BacklogLine, CapYear, SANE_PER_MILLE, SanityYear, Shift, backlog, cap_years, sanity, shift};
pub use accession::{
    Accession, AccessionQuarter, Chance, Expected, accession, all_bounds, expected, expected_release, within,
};
pub use booster::{Ledger, StepPlace, Stocks, booster, booster_of, ledger, ledgers, step_values};
pub use compare::{Compared, Comparison, Moved, Side, Together, YearPair, compare};
pub use concern::{Concern, Severity, concerns, concerns_in, overview_and_concerns};
pub use concern_kind::ConcernKind;
pub use cube::{Cube, CubeLine, cube};
pub use explain::{Explanation, Link, LinkKind, OpenStep, RowPart, explain};
pub use gap::{
    Coverage, Covered, Overview, ReadingResidual, Residual, coverage, overview, reading_residuals, residuals,
};
pub use outcomes::{Leaf, OutcomePath, Outcomes, Shortfall, Weighted, deviation, outcomes, shortfall, weighted};
pub use period::{Every, Measure, Period};
pub use schedule::{RowSchedule, Schedule, schedule, schedule_after};
pub use steps_between::{BarKey, Bridge, BridgeBar, BridgeBy, bridge};
pub use typed_year::{YearGives, YearRefusal, typed_year};
