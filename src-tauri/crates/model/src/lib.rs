//! The words of a reconstruction plan and their rules.
//!
//! A plan is a value. An [`Edit`] makes the next value. The [`Diff`] between two values is what is saved, undone and
//! announced. This crate knows no files, no clock, no screens, no wire format and no floating point: money is integer
//! cents ([`Money`]), shares are decimals quantised to twelve places ([`Share`]).
//!
//! The glossary, from the whole to the part:
//!
//! | word | type |
//! |---|---|
//! | plan | [`Plan`] |
//! | package | [`Package`] |
//! | reading | [`Reading`] |
//! | funder, programme, instrument | [`Funder`], [`Programme`], [`Instrument`] |
//! | sector, need, purpose, cluster | [`Sector`], [`Need`], [`Purpose`], [`Cluster`] |
//! | allocation | [`Allocation`] |
//! | profile | [`Profile`] |
//! | limit | [`Limit`] |
//! | step, cluster, chapter | [`Step`], [`Cluster`] and its [`ReleaseTerms`], [`Chapter`] |
//! | event, cap | [`Event`], [`Cap`] |
//! | source, grade | [`Source`], [`Grade`] |
//! | edit, diff, refusal | [`Edit`], [`Diff`], [`Refusal`] |

mod allocation;
mod amount;
mod apportion;
mod balance;
mod cap;
mod change;
mod code;
mod condition_edits;
mod conditions;
mod diff;
mod difference;
mod dimension;
mod edit;
mod event;
mod field;
mod fit;
mod id;
mod limit;
mod merge;
mod money;
mod outcome;
mod overlay;
mod package;
mod plan;
mod profile;
mod quarter;
mod recode;
mod reference;
mod refusal;
mod reshape;
mod resolve;
mod rows_refusal;
mod scenario;
mod scenario_edits;
mod share;
pub mod sketch;
mod spreading;
mod step;
mod table;
mod waterfill;

pub use allocation::{Allocation, Capital, Cited, Grade, Instrument, PaidQuarter, Priority, Purpose};
pub use amount::{AmountRefusal, NumberFormat, read_amount};
pub use apportion::{NoWeights, apportion};
pub use balance::balanced;
pub use cap::{Cap, CapKind};
pub use change::{Change, Edit};
pub use code::Code;
pub use diff::{Diff, DiffMismatch, RowChange, TableName};
pub use difference::{DifferenceKind, FieldDifference, RowDifference, differences};
pub use dimension::{Dimension, Slice};
pub use edit::{Attempt, apply_all};
pub use event::{Effect, EffectVerb, Event, EventKind, EventState};
pub use field::{BadValue, FieldKind, FieldName, FieldRefusal, Fields};
pub use fit::{BalanceRefusal, Fitted, Margins, Misfit, balance_table, controlled_rounding, fit, ipf};
pub use id::{Id, Key, KeyRefusal};
pub use limit::{Limit, LimitKind};
pub use merge::{Conflict, ConflictKey, MergeRefusal, Merged, Pick, merge};
pub use money::{Money, MoneyRefusal, Total};
pub use outcome::leaves;
pub use overlay::overlay_between;
pub use package::{Date, DateRefusal, Package, Reading};
pub use plan::{Flaw, Plan, check_text};
pub use profile::{
    Curve, FINE_UNITS, Handle, Kind, PROFILES, Parameter, Parameters, Profile, ProfileRefusal, Run, SHARE_UNITS,
    TIMING, disbursement_ratio, outlays, share_of, share_of_fine, spread,
};
pub use quarter::{Quarter, QuarterRefusal};
pub use reference::{Chapter, Cluster, Funder, FunderKind, Name, Need, OutputYear, Programme, Rule, Sector, Source};
pub use refusal::Refusal;
pub use reshape::{duplicate_row, merge_rows, split_row};
pub use resolve::{Resolved, Unapplied, Why};
pub use rows_refusal::RowsRefusal;
pub use rust_decimal::Decimal;
pub use scenario::{AddedRow, Odds, Outcome, Override, OverrideKey, Question, Scenario, ScenarioId, What};
pub use share::{Share, ShareRefusal};
pub use spreading::{Gives, How, spread_over};
pub use step::{OnLoss, ReleaseRule, ReleaseTerms, Step, StepKind, StepPart, StepState};
pub use table::{Row, Table};
pub use waterfill::{NoRoom, Part, waterfill};
