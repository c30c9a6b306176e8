//! A figure: the picture, the table behind it and the words under it.

use crate::palette::Palette;
use crate::words::Words;
use model::Total;

/// What a caller lends for drawing: how large, in which colours, in which words.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// Pixels across, [`Setting::WIDTHS`].
    pub width: u32,
    /// Pixels down, [`Setting::HEIGHTS`].
    pub height: u32,
    /// The colours.
    pub palette: &'a Palette,
    /// The words.
    pub words: &'a dyn Words,
}

impl Setting<'_> {
    /// The widths a chart can be drawn at, in pixels.
    pub const WIDTHS: std::ops::RangeInclusive<u32> = 400..=8192;
    /// The heights a chart can be drawn at, in pixels.
    pub const HEIGHTS: std::ops::RangeInclusive<u32> = 240..=8192;

    /// Refuses a size outside the bounds.
    pub(crate) fn check(&self) -> Result<(), ChartError> {
        if Self::WIDTHS.contains(&self.width) && Self::HEIGHTS.contains(&self.height) {
            return Ok(());
        }
        Err(ChartError::Size { width: self.width, height: self.height })
    }
}

/// A chart with everything that travels with it. The same subject and setting give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The chart's name in [`crate::CHARTS`].
    pub name: &'static str,
    /// The finding, in one line.
    pub title: String,
    /// Indicator, dimension, years, unit, prices, reading, scenario.
    pub subtitle: String,
    /// The picture: the one source of truth for every format. Its viewBox is ten times its size in pixels.
    pub svg: String,
    /// The text alternative.
    pub alt: String,
    /// What a reader must know to read the picture; may be empty.
    pub note: String,
    /// The source line.
    pub source: String,
    /// The first eight characters of the plan's hash.
    pub fingerprint: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The table twin.
    pub table: FigureTable,
    /// What the pointer finds, from left to right, without gaps; where zones lie below one another, row by row.
    pub hover: Vec<Hover>,
}

/// The numbers behind a picture. Every row is as long as the header; the first cell is the period (the last row's is
/// empty where it adds the column up), the others are exact amounts, canonical decimals of the currency, or shares with
/// their sign of percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureTable {
    /// The columns' names, in the reader's language.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// One period under the pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// `2026`, `2026-Q1` or `after`; where a zone is no period, what it is called in the reader's language.
    pub period: String,
    /// Left edge of the zone, in units of the viewBox.
    pub x0: i32,
    /// Right edge of the zone.
    pub x1: i32,
    /// Where the vertical hairline stands.
    pub x: i32,
    /// Top and bottom edge of the zone, where zones lie below one another; else it is as high as the plot.
    pub band: Option<(i32, i32)>,
    /// What the zone tells, in the order of the legend, the total last.
    pub lines: Vec<HoverLine>,
    /// What else it tells, in sentences: what is no amount, and the events of the period.
    pub notes: Vec<String>,
}

/// One line of a hover's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoverLine {
    /// A name that does not change with the language: `loans`, `loans_booster`, `total`, `paid`.
    pub key: &'static str,
    /// The name in the reader's language.
    pub label: String,
    /// The exact amount.
    pub amount: Total,
}

/// Why a chart could not be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// No chart has this name.
    #[error("there is no chart named {name:?}")]
    Unknown {
        /// The name asked for.
        name: String,
    },
    /// Too small to be read or too large to be held.
    #[error("a chart of {width} x {height} pixels cannot be drawn: 400 to 8192 across and 240 to 8192 down")]
    Size {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// The subject has no years, too many, or they are not whole.
    #[error("a chart needs 1 to 200 whole years of quarters, not {quarters} quarters")]
    Years {
        /// Quarters given.
        quarters: usize,
    },
    /// A series differs in length.
    #[error("{what} has {given} periods where the plan has {expected}")]
    Lengths {
        /// Which series: a flow's funding, a state.
        what: &'static str,
        /// Periods given.
        given: usize,
        /// Periods of the plan.
        expected: usize,
    },
    /// A column or a cumulative line would lie below nought.
    #[error("{what} in {period} is below nought: {amount}")]
    Negative {
        /// Which figure.
        what: &'static str,
        /// When.
        period: String,
        /// How much, as a canonical decimal.
        amount: String,
    },
    /// More than can be told apart.
    #[error("{given} {what} cannot be told apart: {most} at most")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many were given.
        given: usize,
        /// How many there may be.
        most: usize,
    },
    /// The steps from one sum to another do not add to the difference.
    #[error("the steps lead to {found}, not to {expected}")]
    NotAdding {
        /// The sum they should lead to, as a canonical decimal.
        expected: String,
        /// The sum they lead to.
        found: String,
    },
    /// An axis without finite, rising bounds.
    #[error("no axis can be drawn over {bounds}")]
    NoScale {
        /// The bounds.
        bounds: String,
    },
    /// plotters refused.
    #[error("the drawing failed: {fact}")]
    Drawing {
        /// What it said.
        fact: String,
    },
}
