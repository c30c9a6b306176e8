//! The axis of time under a plot of quarters: years, the plan's today and other flags, events.

use crate::caption;
use crate::events::Rail;
use crate::figure::{ChartError, Setting};
use crate::flags::{self, Flag, Flags, Pole};
use crate::frame::Frame;
use crate::ruler;
use crate::shapes::{Region, Sheet, grid};
use crate::subject::{Subject, place_of};
use crate::text::{Label, clean};
use crate::words::Words;

/// The room above a plot that flags take at least, and what lies between them and the frame's words.
const LEAST_HEAD: f64 = 15.0;
const HEAD_GAP: f64 = 5.0;
/// How many rows flags may always take, how many at most, and what is left for the plot before there is a third one.
const LEAST_ROWS: f64 = 2.0;
const MOST_ROWS: f64 = 4.0;
const LEAST_PLOT: f64 = 96.0;

/// A plot's axis of time, laid out between `left` and `right`.
pub(crate) struct Timeline<'a> {
    subject: &'a Subject,
    left: f64,
    right: f64,
    scale: f64,
    /// What lies between the plot and the flags.
    above: f64,
    rail: Rail,
    flags: Flags,
}

impl<'a> Timeline<'a> {
    /// Lays out the events and the flags, which stand at their places among the quarters.
    pub(crate) fn lay_out(
        subject: &'a Subject,
        frame: &Frame,
        (left, right): (f64, f64),
        poles: Vec<(f64, String, Pole)>,
    ) -> Self {
        let scale = frame.scale;
        let x = |place: f64| left + place / subject.quarters as f64 * (right - left);
        let within = |place: &f64| (0.0..=subject.quarters as f64).contains(place);
        let poles = poles.into_iter().filter(|(place, _, _)| within(place));
        let poles = poles.map(|(place, text, pole)| Flag { x: x(place), text: clean(&text), pole }).collect();
        let rail = Rail::lay_out(subject, (left, right), scale, !frame.is_tight);
        let spare = frame.room.height() / scale - ruler::YEARS_HEIGHT - rail.height() / scale - LEAST_PLOT;
        let rows = (spare / flags::ROW).floor().clamp(LEAST_ROWS, MOST_ROWS) as usize;
        Self { subject, left, right, scale, above: 0.0, rail, flags: Flags::lay_out(poles, (left, right), scale, rows) }
    }

    /// Leaves room of this height, in pixels at scale 1, for labels between the plot and the flags.
    pub(crate) fn below_labels(mut self, height: f64) -> Self {
        self.above = height * self.scale;
        self
    }

    /// What is left for the plot in the frame's room.
    pub(crate) fn region(&self, room: Region) -> Region {
        let head = self.flags.height().max(LEAST_HEAD * self.scale) + HEAD_GAP * self.scale + self.above;
        let foot = ruler::YEARS_HEIGHT * self.scale + self.rail.height();
        Region { left: self.left, top: room.top + head, right: self.right, bottom: room.bottom - foot }
    }

    /// The widest stretch between two verticals or the plot's edges.
    pub(crate) fn widest_gap(&self) -> (f64, f64) {
        let verticals = self.flags.places().chain(self.rail.places());
        let mut places: Vec<f64> = verticals.chain([self.left, self.right]).collect();
        places.sort_by(f64::total_cmp);
        let gaps = places.windows(2).map(|pair| (pair[0], pair[1]));
        gaps.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0))).unwrap_or((self.left, self.right))
    }

    /// Where the end of the first `quarters` quarters lies, in pixels.
    pub(crate) fn x(&self, quarters: f64) -> f64 {
        self.left + quarters / self.subject.quarters as f64 * (self.right - self.left)
    }

    /// The same in units of the viewBox.
    pub(crate) fn grid_x(&self, quarter: usize) -> i32 {
        grid(self.x(quarter as f64))
    }

    /// Draws the hairlines of events and the flags.
    pub(crate) fn draw_verticals(
        &self,
        sheet: &Sheet<'_>,
        region: Region,
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        self.rail.draw_hairlines(sheet, region, setting)?;
        self.flags.draw(sheet, (region, self.above), setting, labels)
    }

    /// Draws the baseline, a tick between two years, the years in between, and the events under the axis.
    pub(crate) fn draw_axis(
        &self,
        sheet: &Sheet<'_>,
        region: Region,
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let (scale, baseline, zero) = (self.scale, setting.palette.baseline, region.bottom);
        sheet.line((region.left, zero), (region.right, zero), 1.2, baseline)?;
        let years: Vec<i32> = (0..self.subject.quarters).step_by(4).map(|quarter| self.subject.year(quarter)).collect();
        let slot = region.width() / years.len() as f64;
        let below = zero + self.rail.height();
        let names = ruler::year_names(&years, slot, ruler::tick_style(scale));
        for (place, name) in names.into_iter().enumerate() {
            let start = self.x(place as f64 * 4.0);
            // Where years stand too close, only those that are named have a tick.
            if slot >= 10.0 * scale || !name.is_empty() {
                sheet.line((start, zero), (start, zero + 4.0 * scale), 1.0, baseline)?;
            }
            labels.push(ruler::under(self.x(place as f64 * 4.0 + 2.0), below, scale, setting, name));
        }
        sheet.line((region.right, zero), (region.right, zero + 4.0 * scale), 1.0, baseline)?;
        self.rail.draw(sheet, zero, setting, labels)
    }
}

/// The plan's today as a flag, where it is a date.
pub(crate) fn today(subject: &Subject, words: &dyn Words) -> Option<(f64, String, Pole)> {
    let as_of = &subject.facts.as_of;
    let (place, date) = place_of(subject.first, as_of).zip(caption::date(as_of, words))?;
    Some((place, words.say("chart-as-of", &[("date", &date)]), Pole::Dotted))
}
