//! Calendar years under a plot that has one slot for each, and what comes after the last.

use crate::figure::{ChartError, Setting};
use crate::ruler;
use crate::shapes::{Region, Sheet};
use crate::text::{Label, clean};

/// How far the slot of what comes after stands off, in slots.
const AFTER_GAP: f64 = 0.3;

/// The years of a plot and whether a slot for what comes after follows them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct YearAxis {
    /// The first year.
    pub first: i32,
    /// How many years there are.
    pub years: usize,
    /// Whether a slot for what comes after follows.
    pub has_after: bool,
}

impl YearAxis {
    /// How many slots the axis takes.
    pub(crate) fn slots(&self) -> f64 {
        self.years as f64 + if self.has_after { 1.0 + AFTER_GAP } else { 0.0 }
    }

    /// How many places there are: the years, and what comes after.
    pub(crate) fn places(&self) -> usize {
        self.years + usize::from(self.has_after)
    }

    /// Where a place begins, in slots.
    pub(crate) fn start(&self, place: usize) -> f64 {
        place as f64 + if place >= self.years { AFTER_GAP } else { 0.0 }
    }

    /// Where a place has its middle, in slots.
    pub(crate) fn middle(&self, place: usize) -> f64 {
        self.start(place) + 0.5
    }

    /// The last year.
    pub(crate) fn last(&self) -> i32 {
        self.first.saturating_add(self.years as i32 - 1)
    }

    /// The plan's name for a place: `2029` or `after`.
    pub(crate) fn key(&self, place: usize) -> String {
        if place >= self.years { "after".to_owned() } else { self.first.saturating_add(place as i32).to_string() }
    }

    /// A place in the reader's words: `2029` or `after 2035`.
    pub(crate) fn name(&self, place: usize, setting: &Setting<'_>) -> String {
        if place < self.years {
            return self.key(place);
        }
        clean(&setting.words.say("chart-after", &[("year", &self.last().to_string())]))
    }

    /// Draws ticks and names under a plot.
    pub(crate) fn draw(
        &self,
        sheet: &Sheet<'_>,
        (region, scale): (Region, f64),
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let slot = region.width() / self.slots();
        let style = ruler::tick_style(scale);
        let years: Vec<i32> = (0..self.years).map(|place| self.first.saturating_add(place as i32)).collect();
        let mut names = ruler::year_names(&years, slot, style);
        // Beside shortened years a whole one would nearly touch its neighbour.
        let is_tight = names.get(1).is_some_and(|second| second.starts_with('’'))
            && style.width("2026 ") + style.width("’27 ") > 2.0 * slot;
        if let Some(first) = names.first_mut().filter(|_| is_tight) {
            *first = format!("’{:02}", self.first.rem_euclid(100));
        }
        for (place, name) in names.into_iter().enumerate() {
            let x = region.left + self.middle(place) * slot;
            if !name.is_empty() {
                let (from, to) = ((x, region.bottom), (x, region.bottom + 3.0 * scale));
                sheet.line(from, to, 1.0, setting.palette.baseline)?;
                labels.push(ruler::under(x, region.bottom, scale, setting, name));
            }
        }
        if self.has_after {
            let x = region.left + self.middle(self.years) * slot;
            let room = slot * 1.25 - 2.0 * scale;
            let short = clean(&setting.words.say("chart-after-short", &[]));
            let shortest = format!("’{:02}+", self.last().saturating_add(1).rem_euclid(100));
            let fitting = [self.name(self.years, setting), short, shortest];
            let name = fitting.into_iter().find(|name| style.width(name) <= room).unwrap_or_default();
            labels.push(ruler::under(x, region.bottom, scale, setting, name));
        }
        Ok(())
    }
}
