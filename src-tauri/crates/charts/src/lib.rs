//! Figures of a plan: a picture, the table behind it and the words under it.
//!
//! A chart answers one question and has one file here; [`CHARTS`] lists them. It is drawn from a [`Subject`] (exact
//! amounts per quarter) in a [`Setting`] (size, palette and words, all lent by the caller) and gives a [`Figure`], whose
//! SVG is the one source of truth: [`to_png`] and [`to_pdf`] are made from it. The same subject and setting give the
//! same bytes.
//!
//! This crate alone knows plotters, floating point and fonts. It knows no files, no clock, no visible text, and of the
//! application's colours only what a caller lends. Floats place things; every figure is written from exact cents.

mod amount;
mod assemble;
mod axis;
mod can_it_be_absorbed;
mod caption;
mod comparison;
mod conditions;
mod end_labels;
mod events;
mod figure;
mod flags;
mod frame;
mod from_plan;
mod funding_words;
mod hatch;
mod how_it_could_end;
mod odds;
mod paid_in_years;
mod palette;
mod panels;
mod path_lines;
mod render;
mod ruler;
mod shapes;
mod side_by_side;
mod steps_down;
mod subject;
mod text;
mod timeline;
mod unpaid;
mod what_differs;
mod what_waits_for_reforms;
mod when_could_accession_come;
mod when_it_flows;
mod who_pays;
mod words;
mod year_axis;

pub use axis::Ticks;
pub use comparison::{Bar, By, Compared, Comparison, Difference, End, Endings, Path, Side, Sides};
pub use conditions::{Accession, CapRooms, Conditions, Mark, Odds, Room, States, Steps, Unpaid, YearLoad};
pub use figure::{ChartError, Figure, FigureTable, Hover, HoverLine, Setting};
pub use from_plan::Reads;
pub use hatch::{Bounds, Corner, stripes};
pub use palette::{Colour, Palette};
pub use render::{RenderError, to_pdf, to_png};
pub use subject::{Facts, Flow, Funding, Needs, Subject};
pub use text::{FONT_FAMILY, FONT_REGULAR, FONT_SEMI_BOLD};
pub use words::Words;

/// A chart: the question it answers by name, what it reads, and how it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Chart {
    /// The name by which callers ask for it: `who_pays`. Its label is the word `chart-who-pays`.
    pub name: &'static str,
    /// What it is told of a plan.
    pub reads: &'static [Reads],
    /// Draws it.
    pub draw: fn(&Subject, &Setting<'_>) -> Result<Figure, ChartError>,
}

/// Every chart there is, in the order in which they are offered. A new chart is one file and one line here.
pub static CHARTS: &[Chart] = &[
    Chart { name: "who_pays", reads: &[Reads::Flows], draw: who_pays::draw },
    Chart { name: "when_it_flows", reads: &[Reads::Flows, Reads::Unpaid], draw: when_it_flows::draw },
    Chart { name: "what_waits_for_reforms", reads: &[Reads::Booster], draw: what_waits_for_reforms::draw },
    Chart { name: "when_could_accession_come", reads: &[Reads::Accession], draw: when_could_accession_come::draw },
    Chart { name: "can_it_be_absorbed", reads: &[Reads::Flows, Reads::Years], draw: can_it_be_absorbed::draw },
    Chart { name: "what_differs", reads: &[], draw: what_differs::draw },
    Chart { name: "side_by_side", reads: &[], draw: side_by_side::draw },
    Chart { name: "how_it_could_end", reads: &[], draw: how_it_could_end::draw },
];

/// Draws the chart called `name`.
///
/// # Errors
/// [`ChartError::Unknown`] where there is none; else what the chart refuses: a size, years that are not whole, columns of
/// unequal length, a figure below nought, steps that do not add.
pub fn draw(name: &str, subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    let chart = CHARTS.iter().find(|chart| chart.name == name);
    let chart = chart.ok_or_else(|| ChartError::Unknown { name: name.to_owned() })?;
    (chart.draw)(subject, setting)
}
