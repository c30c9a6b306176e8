//! How money follows from facts.
//!
//! From a plan to what is committed, planned and paid in each quarter. The engine is total: it never fails on a plan, it
//! reports [`Concern`]s. Whatever is summed here is summed in integers, and every way of summing gives the same total.
//!
//! It knows no files and no screens.

mod concern;
mod cube;
mod gap;
mod period;
mod resolve;
mod schedule;
mod spread;

pub use concern::{Concern, ConcernKind, Severity, concerns};
pub use cube::{Cube, CubeLine, cube};
pub use gap::{Coverage, Overview, Residual, coverage, overview, residuals};
pub use period::{Every, Measure, Period};
pub use resolve::{UnknownScenario, resolve};
pub use schedule::{RowSchedule, Schedule, schedule};
