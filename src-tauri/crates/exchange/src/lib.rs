//! Files in other formats: what is read from them and what is written to them, and the plan that ships.
//!
//! This crate is the only one that knows CSV and HTML. Reading gives rows of the model or findings, each with file, row,
//! column and reason; it never stops at the first bad row, and rows read plus rows refused are the rows of the file. Of what
//! lies on the clipboard it gives the cells. Writing gives text.
//! It opens no files, knows no schedule and no document: callers bring bytes and take text away.
//!
//! ```
//! let plan = exchange::shipped_plan()?;
//! assert_eq!(plan.allocations.len(), 99);
//! # Ok::<(), exchange::Findings>(())
//! ```

pub mod clipboard;
pub mod columns;
mod conditions_csv;
mod csv;
mod finding;
mod guard;
mod margins;
mod needs_csv;
mod parameters;
mod portfolios;
pub mod sheet;
mod shipped;
mod yardsticks;

pub use crate::csv::{ScheduleCsv, allocations_csv};
pub use columns::reference::File;
pub use conditions_csv::{BacklogLine, BoosterLine, backlog_csv, booster_csv};
pub use finding::{Finding, Findings, Reason};
pub use guard::{guarded, unguarded};
pub use margins::{Margin, margins};
pub use needs_csv::{NeedsLine, needs_csv};
pub use parameters::{parameters_from_text, parameters_to_text};
pub use shipped::{
    OUTPUT_GROWTH_PERCENT, portfolios, shipped_allocation_id, shipped_conditions, shipped_event_id, shipped_events,
    shipped_plan, shipped_scenario_id, shipped_scenarios, shipped_step_id, yardsticks,
};
pub use yardsticks::Yardstick;

use model::Plan;

/// A file format in which a plan can be written.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The file extension that names it, without a point.
    pub extension: &'static str,
    /// The plan's allocations as a file of this format.
    pub write: fn(&Plan) -> String,
}

/// Every format there is. A new one is a file and a line.
pub static FORMATS: &[Format] = &[Format { extension: "csv", write: allocations_csv }];
