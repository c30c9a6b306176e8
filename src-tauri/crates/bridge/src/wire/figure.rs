//! Figures (charts with their table and words) and schedules.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, CompareRequest, Dim};

/// How a figure is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FigureTheme {
    /// On white, for screens.
    #[default]
    Light,
    /// On a dark ground.
    Dark,
    /// For paper.
    Print,
}

/// Which figure, how large.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChartRequest {
    /// Its name.
    pub name: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Colours.
    #[serde(default)]
    pub theme: FigureTheme,
    /// What it compares, where it compares.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub compare: Option<CompareRequest>,
}

/// Which figure, how large, and where to.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportChartRequest {
    /// Its name.
    pub name: String,
    /// The file; its extension (`svg`, `png`, `pdf`) says the format.
    pub path: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Colours.
    #[serde(default)]
    pub theme: FigureTheme,
    /// Whether a file that is there may be replaced.
    #[serde(default)]
    #[ts(optional)]
    pub replace: Option<bool>,
    /// What it compares, where it compares.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub compare: Option<CompareRequest>,
}

/// Where to export the plan.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportPlanRequest {
    /// The file; its extension (`csv`, `json`) says the format.
    pub path: String,
    /// Whether a file that is there may be replaced.
    #[serde(default)]
    #[ts(optional)]
    pub replace: Option<bool>,
}

/// What was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exported {
    /// The file.
    pub path: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// What a reader should know of it, such as what did not go along.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub notice: Option<String>,
}

/// A figure: the picture, the table behind it and the words under it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Figure {
    /// Its name.
    pub name: String,
    /// What it says.
    pub title: String,
    /// What is measured, in which unit, under which reading.
    pub subtitle: String,
    /// The picture.
    pub svg: String,
    /// The picture in words.
    pub alt: String,
    /// How to read it.
    pub note: String,
    /// Where it comes from.
    pub source: String,
    /// The state of the plan it shows.
    pub fingerprint: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The exact figures.
    pub table: Table,
    /// What stands under the pointer.
    pub hover: Vec<Hover>,
}

/// A table of text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Table {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// A stretch of a figure and the exact amounts in it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Hover {
    /// The period.
    pub period: String,
    /// Where it begins, in units of the picture.
    pub x0: i32,
    /// Where it ends.
    pub x1: i32,
    /// Where the line goes.
    pub x: i32,
    /// From where to where down the picture; all of it where nothing is said.
    pub band: Option<Band>,
    /// The amounts.
    pub lines: Vec<HoverLine>,
    /// What else is to be told, in sentences: what is no amount, and the events of the period.
    pub notes: Vec<String>,
}

/// A part of a picture's height.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Band {
    /// Where it begins, in units of the picture.
    pub y0: i32,
    /// Where it ends.
    pub y1: i32,
}

/// An amount of a stretch.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HoverLine {
    /// Which series.
    pub key: String,
    /// The word for it.
    pub label: String,
    /// How much.
    pub amount: Amount,
}

/// What the schedule is asked for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ScheduleRequest {
    /// The measure: `planned`, `paid`, ...
    pub measure: String,
    /// The dimensions.
    pub by: Vec<String>,
    /// `year` or `quarter`.
    pub every: String,
}

impl Default for ScheduleRequest {
    fn default() -> Self {
        Self { measure: "planned".to_owned(), by: Vec::new(), every: "year".to_owned() }
    }
}

/// A schedule: every combination that has money.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ScheduleReply {
    /// What was asked for.
    pub measure: String,
    /// The dimensions.
    pub dimensions: Vec<Dim>,
    /// The figures, in order.
    pub lines: Vec<ScheduleLine>,
}

/// One figure of a schedule.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ScheduleLine {
    /// The places in the dimensions.
    pub keys: Vec<String>,
    /// The period.
    pub period: String,
    /// How much.
    pub amount: Amount,
}
