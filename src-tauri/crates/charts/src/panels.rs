//! Small multiples: panels of columns over the same years on one scale, the first panel's columns as a line in all others.

use crate::figure::{ChartError, Setting};
use crate::frame::Frame;
use crate::ruler::{self, Scale};
use crate::shapes::{self, Plot, Region, Sheet, grid};
use crate::text::{Anchor, Label, Style};
use crate::year_axis::YearAxis;
use std::ops::Range;

/// How wide a column is in its slot, and how wide in pixels at most.
const COLUMN_SHARE: f64 = 0.7;
const COLUMN_WIDEST: f64 = 56.0;
/// What lies between panels: beside one another, and below one another.
const GAP: f64 = 16.0;
const ROW_GAP: f64 = 11.0;
/// The height of a panel's name and of the line below it.
const NAME_LINE: f64 = 15.5;
const SUMS_LINE: f64 = 14.5;
/// The shape of a plot that is wanted, wide to high, and the least plot.
const SHAPE: f64 = 1.7;
const LEAST_WIDTH: f64 = 84.0;
const LEAST_PLOT: f64 = 46.0;

/// A panel.
pub(crate) struct Panel {
    /// Its name.
    pub name: String,
    /// What the line below may say, the longest first.
    pub sums: Vec<String>,
    /// A value for each place of the axis.
    pub values: Vec<f64>,
}

/// The panels of a picture.
pub(crate) struct Panels {
    pub panels: Vec<Panel>,
    pub axis: YearAxis,
}

/// A zone under the pointer in units of the viewBox: left, right, the hairline's place, top and bottom.
pub(crate) type Zone = (i32, i32, i32, (i32, i32));

/// How the panels stand.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Grid {
    columns: usize,
    rows: usize,
    /// How many lines a name may take, and whether there is a line below it.
    name_lines: usize,
    has_sums: bool,
    scale: f64,
}

impl Grid {
    fn head(&self) -> f64 {
        let sums = if self.has_sums { SUMS_LINE } else { 0.0 };
        (NAME_LINE * self.name_lines as f64 + sums + 6.0) * self.scale
    }

    /// How high plots would be in a room.
    fn plot(&self, room: Region) -> f64 {
        let rows = self.rows as f64;
        let height = room.height() - ruler::YEARS_HEIGHT * self.scale - (rows - 1.0) * ROW_GAP * self.scale;
        height / rows - self.head()
    }

    /// The plot of the panel with this number, in the room beside the ticks.
    fn region(&self, at: usize, room: Region) -> Region {
        let (column, row) = ((at % self.columns) as f64, (at / self.columns) as f64);
        let (width, plot) = (self.width(room, 0.0), self.plot(room));
        let left = room.left + column * (width + GAP * self.scale);
        let top = room.top + row * (self.head() + plot + ROW_GAP * self.scale) + self.head();
        Region { left, top, right: left + width, bottom: top + plot }
    }

    fn width(&self, room: Region, ticks: f64) -> f64 {
        let columns = self.columns as f64;
        (room.width() - ticks - (columns - 1.0) * GAP * self.scale) / columns
    }

    /// The arrangement in which plots come nearest to the shape wanted; lines above them give way where plots would be low.
    fn choose(count: usize, room: Region, ticks: f64, scale: f64) -> Self {
        let lines = [(2, true), (1, true), (1, false)];
        let grids = (1..=count).flat_map(|columns| {
            let rows = count.div_ceil(columns);
            lines.map(|(name_lines, has_sums)| Self { columns, rows, name_lines, has_sums, scale })
        });
        let cost = |grid: &Self| {
            let (width, plot) = (grid.width(room, ticks) / scale, grid.plot(room) / scale);
            let shape = (width.max(1.0) / plot.max(1.0) / SHAPE).ln().abs();
            let small = (LEAST_WIDTH - width).max(0.0) / LEAST_WIDTH + (LEAST_PLOT - plot).max(0.0) / LEAST_PLOT;
            let empty = (grid.rows * grid.columns - count) as f64;
            // A second line for names is worth something where there is height; the sums are worth more.
            let silent = if grid.has_sums { 0.0 } else { 0.45 } + if grid.name_lines == 1 { 0.05 } else { 0.0 };
            shape + 8.0 * small + 0.5 * empty + silent
        };
        grids.min_by(|a, b| cost(a).total_cmp(&cost(b))).unwrap_or(Self {
            columns: 1,
            rows: 1,
            name_lines: 1,
            has_sums: false,
            scale,
        })
    }
}

impl Panels {
    /// The height that so many panels want beyond what every plot has, in pixels at scale 1.
    pub(crate) fn wanted(count: usize) -> f64 {
        if count > 3 { 44.0 } else { 10.0 }
    }

    /// Which panel and which place of the axis the zone with this number is: zones run through each row of panels in turn.
    pub(crate) fn at(&self, zone: usize, places: usize) -> (usize, usize) {
        ((zone / places.max(1)).min(self.panels.len().saturating_sub(1)), zone % places.max(1))
    }

    /// Draws the panels; gives the picture, its words and the zones.
    pub(crate) fn picture(
        &self,
        setting: &Setting<'_>,
        frame: &Frame,
    ) -> Result<(String, Vec<Label>, Vec<Zone>), ChartError> {
        let (scale, room) = (frame.scale, frame.room);
        let mut labels = frame.labels.clone();
        let mut zones = Vec::new();
        // The ticks' width is known when the axis is, and that when the panels' height is: once more is enough.
        let first = Grid::choose(self.panels.len(), room, 40.0 * scale, scale);
        let ticks = ruler::tick_width(&self.scale(first.plot(room), scale).ticks, scale, setting);
        let layout = Grid::choose(self.panels.len(), room, ticks, scale);
        let axis = self.scale(layout.plot(room), scale);
        let left = room.left + ruler::tick_width(&axis.ticks, scale, setting);
        let inner = Region { left, ..room };
        let drawn = shapes::draw(setting.width, setting.height, |sheet| {
            frame.draw(sheet, setting)?;
            for at in 0..self.panels.len() {
                let region = layout.region(at, inner);
                self.head(at, region, &layout, setting, &mut labels);
                self.columns(sheet, at, (region, &layout), &axis, setting, &mut labels)?;
                let is_last = at + layout.columns >= self.panels.len();
                if is_last {
                    self.axis.draw(sheet, (region, scale), setting, &mut labels)?;
                }
                zones.extend(self.zones(at, region, &layout, inner));
            }
            Ok(())
        })?;
        Ok((drawn, labels, zones))
    }

    fn scale(&self, height: f64, scale: f64) -> Scale {
        let values = || self.panels.iter().flat_map(|panel| panel.values.iter().copied());
        let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
        ruler::scale_between((low, high), height.max(30.0 * scale), 24.0 * scale)
    }

    /// Name and sums above a panel.
    fn head(&self, at: usize, region: Region, layout: &Grid, setting: &Setting<'_>, labels: &mut Vec<Label>) {
        let (panel, scale, palette) = (&self.panels[at], layout.scale, setting.palette);
        let mut bottom = region.top - 6.0 * scale;
        let mut line = |style: Style, colour, height: f64, content: String| {
            let baseline = bottom - (height * scale - style.size * 0.72) / 2.0;
            labels.push(Label { x: region.left, baseline, anchor: Anchor::Start, style, colour, content });
            bottom -= height * scale;
        };
        if layout.has_sums {
            let style = Style::regular(11.0 * scale);
            let fitting = panel.sums.iter().find(|text| style.width(text) <= region.width());
            line(style, palette.text_muted, SUMS_LINE, fitting.cloned().unwrap_or_default());
        }
        let style = Style::semi_bold(12.0 * scale);
        for content in style.wrap(&panel.name, region.width(), layout.name_lines).into_iter().rev() {
            line(style, palette.text, NAME_LINE, content);
        }
    }

    /// The columns of a panel and the first panel's as a line.
    fn columns(
        &self,
        sheet: &Sheet<'_>,
        at: usize,
        (region, layout): (Region, &Grid),
        axis: &Scale,
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let scale = layout.scale;
        let plot = sheet.plot(region, 0.0..self.axis.slots(), axis.bottom..axis.top)?;
        let mut ticks = Vec::new();
        ruler::hairlines((sheet, &plot), (region, scale), &axis.ticks, setting, &mut ticks)?;
        if at.is_multiple_of(layout.columns) {
            labels.append(&mut ticks);
        }
        let slot = region.width() / self.axis.slots();
        let half = COLUMN_SHARE.min(COLUMN_WIDEST * scale / slot) / 2.0;
        for (place, value) in self.panels[at].values.iter().enumerate() {
            let x: Range<f64> = self.axis.middle(place) - half..self.axis.middle(place) + half;
            plot.column(x, value.min(0.0)..value.max(0.0), setting.palette.payments)?;
        }
        let (_, zero) = plot.place(0.0, 0.0);
        sheet.line((region.left, zero), (region.right, zero), 1.2, setting.palette.baseline)?;
        if at == 0 {
            return Ok(());
        }
        self.first_as_line((sheet, &plot), at, (half, scale), setting)
    }

    /// The first panel's columns as a line in steps, set off where it runs through a column.
    fn first_as_line(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        at: usize,
        (half, scale): (f64, f64),
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        let first = &self.panels[0].values;
        for (place, value) in self.panels[at].values.iter().enumerate() {
            let middle = self.axis.middle(place);
            let (from, top) = (plot.place(middle - half, first[place]), plot.place(middle, *value).1);
            let (_, zero) = plot.place(middle, 0.0);
            let is_inside = (from.1 - top).abs() > 1.5 && (top.min(zero) - 0.5..=top.max(zero) + 0.5).contains(&from.1);
            if is_inside && (from.1 - zero).abs() > 1.5 {
                sheet.line(from, plot.place(middle + half, first[place]), 4.0 * scale, setting.palette.canvas)?;
            }
        }
        // After the years nothing is no news.
        let after = first.get(self.axis.years).is_some_and(|after| *after != 0.0);
        let ends = if after { self.axis.places() } else { self.axis.years };
        for places in [0..self.axis.years, self.axis.years..ends] {
            let steps = places.flat_map(|place| {
                let start = self.axis.start(place);
                [start, start + 1.0].map(|x| plot.place(x, first[place]))
            });
            let steps: Vec<(f64, f64)> = steps.collect();
            if !steps.is_empty() {
                sheet.path(&steps, 1.5 * scale, setting.palette.paid)?;
            }
        }
        Ok(())
    }

    /// The zones of a panel: neighbours in a row of panels meet in the middle of the gap between them.
    fn zones(&self, at: usize, region: Region, layout: &Grid, room: Region) -> Vec<Zone> {
        let slot = region.width() / self.axis.slots();
        let half = GAP * layout.scale / 2.0;
        let ends_row = (at + 1).is_multiple_of(layout.columns) || at + 1 == self.panels.len();
        let left = if at.is_multiple_of(layout.columns) { region.left } else { region.left - half };
        let right = if ends_row { region.right } else { region.right + half };
        let below =
            if at / layout.columns + 1 == layout.rows { room.bottom } else { region.bottom + ROW_GAP * layout.scale };
        let band = (grid(region.top - layout.head()), grid(below));
        let places = self.axis.places();
        let zone = |place: usize| {
            // What comes after the years stands off: the gap before it is its own.
            let begins = if place == self.axis.years { place as f64 } else { self.axis.start(place) };
            let x0 = if place == 0 { left } else { region.left + begins * slot };
            let next = if place + 1 == self.axis.years { (place + 1) as f64 } else { self.axis.start(place) + 1.0 };
            let x1 = if place + 1 == places { right } else { region.left + next * slot };
            (grid(x0), grid(x1), grid(region.left + self.axis.middle(place) * slot), band)
        };
        (0..places).map(zone).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid_of(count: usize, width: f64, height: f64) -> (usize, usize) {
        let room = Region { left: 0.0, top: 0.0, right: width, bottom: height };
        let grid = Grid::choose(count, room, 30.0, 1.0);
        (grid.columns, grid.rows)
    }

    #[test]
    fn panels_stand_as_their_room_is_shaped() {
        assert_eq!(grid_of(2, 830.0, 220.0), (2, 1));
        assert_eq!(grid_of(3, 830.0, 220.0), (3, 1));
        assert_eq!(grid_of(6, 1800.0, 800.0), (3, 2));
        assert_eq!(grid_of(2, 380.0, 900.0), (1, 2));
        assert_eq!(grid_of(6, 380.0, 1000.0), (1, 6));
        assert_eq!(grid_of(3, 1900.0, 850.0), (3, 1));
        assert_eq!(grid_of(6, 450.0, 150.0), (3, 2));
    }
}
