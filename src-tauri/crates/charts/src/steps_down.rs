//! Rows one below another: a sum, the steps that raise and lower it, the sum they lead to. A rise is a filled bar that
//! points to the right, a fall a hollow one that points to the left; a thin line leads from each to the next.

use crate::amount::Unit;
use crate::figure::{ChartError, Setting};
use crate::frame::Frame;
use crate::ruler;
use crate::shapes::{self, Plot, Region, Sheet, grid};
use crate::text::{Anchor, Label, Style, clean};
use model::Total;

/// The least and the greatest height of a row and the greatest of a bar, in pixels at scale 1.
const LEAST_ROW: f64 = 15.0;
const GREATEST_ROW: f64 = 76.0;
const GREATEST_BAR: f64 = 28.0;
/// The row's height from which on names may take two lines.
const TWO_LINES: f64 = 29.0;
/// The share of the width that names may take.
const NAMES_SHARE: f64 = 0.36;
/// As many steps are told one by one at most.
const MOST_STEPS: usize = 13;
/// The height that the axis takes, and the room from which on there is one.
const AXIS: f64 = 18.0;
const LEAST_BESIDE_AXIS: f64 = 21.0;

/// What a row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The first sum.
    From,
    /// A step.
    Step,
    /// The last sum.
    To,
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub label: String,
    pub kind: Kind,
    /// The sums before and after it; of a sum both are the sum.
    pub before: Total,
    pub after: Total,
    /// What is written beside the bar.
    pub value: String,
    /// Which steps it tells together, where it tells several.
    pub folded: Vec<usize>,
}

impl Row {
    pub(crate) fn sum(label: &str, kind: Kind, amount: Total, value: &str) -> Self {
        Self { label: clean(label), kind, before: amount, after: amount, value: clean(value), folded: Vec::new() }
    }

    pub(crate) fn step(label: &str, (before, after): (Total, Total), value: &str) -> Self {
        Self { label: clean(label), kind: Kind::Step, before, after, value: clean(value), folded: Vec::new() }
    }

    fn style(&self, scale: f64) -> Style {
        if self.kind == Kind::Step { Style::regular(12.0 * scale) } else { Style::semi_bold(12.0 * scale) }
    }
}

/// A zone under the pointer in units of the viewBox: left, right, the hairline's place, top and bottom.
pub(crate) type Zone = (i32, i32, i32, (i32, i32));

/// The rows of a picture.
pub(crate) struct Rows {
    pub rows: Vec<Row>,
    /// What bars begin from. Where it is not nought, the first sum is this place and the last a bar of the whole change.
    pub origin: Total,
    pub unit: Unit,
}

/// Where the rows stand.
struct Places {
    region: Region,
    /// Where the names begin.
    names: f64,
    pitch: f64,
    scale: f64,
    has_axis: bool,
}

impl Rows {
    /// The height that rows for this many steps want beyond what every plot has, in pixels at scale 1.
    pub(crate) fn wanted(steps: usize) -> f64 {
        ((steps.min(MOST_STEPS) + 2) as f64 * LEAST_ROW - 110.0).max(0.0)
    }

    /// How many steps find room, each in a row of its own.
    pub(crate) fn most(frame: &Frame) -> usize {
        let rows = (frame.room.height() / (LEAST_ROW * frame.scale)).floor() as usize;
        rows.saturating_sub(2).clamp(1, MOST_STEPS)
    }

    /// Draws the rows; gives the picture, its words and each row's zone.
    pub(crate) fn picture(
        &self,
        setting: &Setting<'_>,
        frame: &Frame,
    ) -> Result<(String, Vec<Label>, Vec<Zone>), ChartError> {
        let mut labels = frame.labels.clone();
        let places = self.places(frame);
        let (region, scale) = (places.region, places.scale);
        let ends = self.rows.iter().flat_map(|row| [row.before, row.after]).map(|sum| self.place(sum));
        let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
        let axis = ruler::scale_between((low, high), region.width(), 64.0 * scale);
        let mut zones = Vec::new();
        let drawn = shapes::draw(setting.width, setting.height, |sheet| {
            frame.draw(sheet, setting)?;
            // The figures decide how far the bars reach, not the last tick.
            let (bottom, top) = if low < high { (low, high) } else { (0.0, 1.0) };
            let plot = sheet.plot(region, bottom..top, 0.0..1.0)?;
            self.draw_axis((sheet, &plot), &places, &axis, setting, &mut labels)?;
            let (zero, _) = plot.place(0.0, 0.0);
            sheet.line((zero, region.top), (zero, region.bottom), 1.2, setting.palette.baseline)?;
            for (at, row) in self.rows.iter().enumerate() {
                let end = self.draw_row((sheet, &plot), &places, (at, row), setting, &mut labels)?;
                let band = (grid(places.top(at)), grid(places.top(at + 1)));
                zones.push((grid(frame.room.left), grid(frame.room.right), grid(end), band));
            }
            Ok(())
        })?;
        Ok((drawn, labels, zones))
    }

    /// A sum as a place on the axis.
    fn place(&self, sum: Total) -> f64 {
        self.unit.place(sum - self.origin)
    }

    fn places(&self, frame: &Frame) -> Places {
        let (scale, room) = (frame.scale, frame.room);
        let count = self.rows.len().max(1) as f64;
        let has_axis = (room.height() - AXIS * scale) / count >= LEAST_BESIDE_AXIS * scale;
        let height = room.height() - if has_axis { AXIS * scale } else { 0.0 };
        let pitch = (height / count).min(GREATEST_ROW * scale);
        let widest = self.rows.iter().map(|row| row.style(scale).width(&row.label)).fold(0.0, f64::max);
        let names = (widest + 1.0).min(room.width() * NAMES_SHARE);
        // What is written stands to the right of the bars, the furthest of which ends with the plot.
        let values = self.rows.iter().map(|row| row.style(scale).width(&row.value)).fold(0.0, f64::max);
        let left = room.left + names + 10.0 * scale;
        let right = (room.right - values - 8.0 * scale).max(left + 24.0 * scale);
        let region = Region { left, top: room.top, right, bottom: room.top + pitch * count };
        Places { region, names: room.left, pitch, scale, has_axis }
    }

    /// Upright hairlines with figures under them, where there is room.
    fn draw_axis(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        places: &Places,
        axis: &ruler::Scale,
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        if !places.has_axis {
            return Ok(());
        }
        let (region, scale) = (places.region, places.scale);
        for tick in &axis.ticks.values {
            let (x, _) = plot.place(*tick, 0.0);
            if x > region.right + 0.5 || x < region.left - 0.5 {
                continue;
            }
            sheet.line((x, region.top), (x, region.bottom), 1.0, setting.palette.hairline)?;
            let text = setting.words.number(&axis.ticks.text(*tick));
            let text = if self.origin != Total::ZERO && *tick > 0.0 { format!("+{text}") } else { text };
            labels.push(ruler::under(x, region.bottom, scale, setting, text));
        }
        Ok(())
    }

    /// A row's name, bar, figure and the line to the next; gives where its bar ends.
    fn draw_row(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        places: &Places,
        (at, row): (usize, &Row),
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<f64, ChartError> {
        let scale = places.scale;
        let middle = places.top(at) + places.pitch / 2.0;
        let half = (places.pitch * 0.66).min(GREATEST_BAR * scale) / 2.0;
        let x = |sum: Total| plot.place(self.place(sum), 0.0).0;
        let zero = plot.place(0.0, 0.0).0;
        let (start, end) = if row.kind == Kind::Step { (x(row.before), x(row.after)) } else { (zero, x(row.after)) };
        let bar = (start, end, middle, half);
        match row.kind {
            // Nothing lies between the sums: the line runs on.
            Kind::Step if row.before == row.after => {
                sheet.line((end, middle - half), (end, middle + half), 0.8 * scale, setting.palette.needs)?;
            }
            // Where there is nothing to draw, the place is marked.
            Kind::From | Kind::To if row.after == self.origin => {
                sheet.dot((zero, middle), (half * 0.5).clamp(2.0, 4.0 * scale), setting.palette.payments)?;
            }
            Kind::Step => arrow(sheet, bar, scale, setting)?,
            Kind::From | Kind::To => {
                let (left, right) = (start.min(end), start.max(end));
                let region = Region { left, top: middle - half, right, bottom: middle + half };
                sheet.rectangle(region, setting.palette.payments)?;
            }
        }
        if at + 1 < self.rows.len() {
            let next = middle + places.pitch - half;
            sheet.line((end, middle + half), (end, next), 0.8 * scale, setting.palette.needs)?;
        }
        row.name_at(places, middle, setting, labels);
        row.value_at(sheet, (start.max(end), zero, middle), places, setting, labels)?;
        Ok(end)
    }
}

impl Places {
    /// Where the row at this place begins.
    fn top(&self, at: usize) -> f64 {
        self.region.top + self.pitch * at as f64
    }
}

impl Row {
    /// The name at the left, in two lines where the row is high enough.
    fn name_at(&self, places: &Places, middle: f64, setting: &Setting<'_>, labels: &mut Vec<Label>) {
        let style = self.style(places.scale);
        let left = places.names;
        let width = places.region.left - 10.0 * places.scale - left;
        let most = if places.pitch >= TWO_LINES * places.scale { 2 } else { 1 };
        let lines = style.wrap(&self.label, width, most);
        let leading = style.size * 1.2;
        let mut baseline = middle + style.size * 0.36 - leading * (lines.len().saturating_sub(1)) as f64 / 2.0;
        for content in lines {
            let colour = if self.value.is_empty() { setting.palette.text_muted } else { setting.palette.text };
            labels.push(Label { x: left, baseline, anchor: Anchor::Start, style, colour, content });
            baseline += leading;
        }
    }

    fn value_at(
        &self,
        sheet: &Sheet<'_>,
        (right, zero, middle): (f64, f64, f64),
        places: &Places,
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        if self.value.is_empty() {
            return Ok(());
        }
        let scale = places.scale;
        let style = self.style(scale);
        let beside = right + 7.0 * scale;
        // The line at nought would run through the figure: then it stands behind the line.
        let is_crossed = beside - 2.0 * scale < zero && zero < beside + style.width(&self.value) + 2.0 * scale;
        let label = Label {
            x: if is_crossed { zero + 7.0 * scale } else { beside },
            baseline: middle + style.size * 0.36,
            anchor: Anchor::Start,
            style,
            colour: setting.palette.text,
            content: self.value.clone(),
        };
        label.clear_behind(sheet, setting)?;
        labels.push(label);
        Ok(())
    }
}

/// A bar that points where it leads: filled to the right, hollow to the left. What is too short for a tip is a
/// stroke.
fn arrow(
    sheet: &Sheet<'_>,
    (start, end, middle, half): (f64, f64, f64, f64),
    scale: f64,
    setting: &Setting<'_>,
) -> Result<(), ChartError> {
    let palette = setting.palette;
    let is_rise = end > start;
    let colour = if is_rise { palette.rise } else { palette.fall };
    if (end - start).abs() < 2.5 * scale {
        let x = f64::midpoint(start, end);
        return sheet.line((x, middle - half), (x, middle + half), 2.0 * scale, colour);
    }
    let tip = (half * 0.8).min((end - start).abs()) * (end - start).signum();
    let corners = [
        (start, middle - half),
        (end - tip, middle - half),
        (end, middle),
        (end - tip, middle + half),
        (start, middle + half),
    ];
    if is_rise {
        return sheet.polygon(&corners, colour);
    }
    sheet.polygon(&corners, palette.canvas)?;
    let closed: Vec<_> = corners.into_iter().chain([corners[0]]).collect();
    sheet.path(&closed, 1.4 * scale, colour)
}
