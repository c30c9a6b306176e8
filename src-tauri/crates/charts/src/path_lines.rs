//! Lines over years, each with a letter where it stands furthest from the others, and one in dashes over them.

use crate::figure::{ChartError, Setting};
use crate::flags::{Flag, Flags, Pole};
use crate::frame::Frame;
use crate::ruler;
use crate::shapes::{self, Plot, Region, Sheet, grid};
use crate::subject::place_of;
use crate::text::{Anchor, Label, Style};
use crate::year_axis::YearAxis;
use model::Quarter;

/// The room above the plot that a flag takes, and the gap below it.
const HEAD: f64 = 15.0;
const HEAD_GAP: f64 = 5.0;
/// A letter's chip across, and the distance that two keep.
const CHIP: f64 = 14.0;
const APART: f64 = 17.0;
/// Lines closer than this coincide; as much wider is one that lies below another.
const SAME: f64 = 1.2;
const WIDER: f64 = 1.8;

/// A zone under the pointer in units of the viewBox: left, right, the hairline's place.
pub(crate) type Zone = (i32, i32, i32);

/// The lines of a picture.
pub(crate) struct PathLines<'a> {
    pub axis: YearAxis,
    pub letters: &'a [&'a str],
    /// A value for each year of each line.
    pub paths: Vec<Vec<f64>>,
    pub weighted: Option<Vec<f64>>,
    /// The plan's today and its label, where it is a date.
    pub today: Option<(String, String)>,
}

impl PathLines<'_> {
    /// Draws the lines; gives the picture, its words and the years' zones.
    pub(crate) fn picture(
        &self,
        setting: &Setting<'_>,
        frame: &Frame,
    ) -> Result<(String, Vec<Label>, Vec<Zone>), ChartError> {
        let (scale, room) = (frame.scale, frame.room);
        let mut labels = frame.labels.clone();
        let (top, bottom) = (room.top + (HEAD + HEAD_GAP) * scale, room.bottom - ruler::YEARS_HEIGHT * scale);
        let values = || self.paths.iter().chain(&self.weighted).flatten().copied();
        let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
        let axis = ruler::scale_between((low, high), bottom - top, 24.0 * scale);
        let left = room.left + ruler::tick_width(&axis.ticks, scale, setting);
        let region = Region { left, top, right: room.right, bottom };
        let flags = self.flags(region, scale);
        let slots = self.axis.slots();
        let drawn = shapes::draw(setting.width, setting.height, |sheet| {
            frame.draw(sheet, setting)?;
            let plot = sheet.plot(region, 0.0..slots, axis.bottom..axis.top)?;
            ruler::hairlines((sheet, &plot), (region, scale), &axis.ticks, setting, &mut labels)?;
            flags.draw(sheet, (region, 0.0), setting, &mut labels)?;
            let (_, zero) = plot.place(0.0, 0.0);
            sheet.line((region.left, zero), (region.right, zero), 1.2, setting.palette.baseline)?;
            self.axis.draw(sheet, (region, scale), setting, &mut labels)?;
            self.draw_paths((sheet, &plot), scale, setting)?;
            self.draw_weighted((sheet, &plot), scale, setting)?;
            self.chips((sheet, &plot), (region, scale), setting, &mut labels)
        })?;
        let x = |slot: f64| grid(region.left + slot / slots * region.width());
        let zone = |place: usize| (x(place as f64), x((place + 1) as f64), x(self.axis.middle(place)));
        Ok((drawn, labels, (0..self.axis.years).map(zone).collect()))
    }

    fn flags(&self, region: Region, scale: f64) -> Flags {
        let flag = self.today.as_ref().and_then(|(day, text)| {
            let place = place_of(Quarter::new(self.axis.first, 1)?, day)? / 4.0;
            let within = (0.0..=self.axis.slots()).contains(&place);
            let x = region.left + place / self.axis.slots() * region.width();
            within.then(|| Flag { x, text: text.clone(), pole: Pole::Dotted })
        });
        Flags::lay_out(flag.into_iter().collect(), (region.left, region.right), scale, 1)
    }

    fn points(&self, plot: &Plot<'_>, values: &[f64]) -> Vec<(f64, f64)> {
        values.iter().enumerate().map(|(place, value)| plot.place(self.axis.middle(place), *value)).collect()
    }

    /// The lines; a line of one year is a dot. Where lines coincide, each earlier one is drawn wider, so that all are seen.
    fn draw_paths(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        scale: f64,
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        let all: Vec<Vec<(f64, f64)>> = self.paths.iter().map(|values| self.points(plot, values)).collect();
        for (at, points) in all.iter().enumerate() {
            let colour = setting.palette.paths[at];
            let is_same = |other: &[(f64, f64)], place: usize| (other[place].1 - points[place].1).abs() < SAME * scale;
            let later = |places: [usize; 2]| {
                let coincides = |other: &&Vec<(f64, f64)>| places.iter().all(|place| is_same(other, *place));
                all[at + 1..].iter().filter(coincides).count() as f64
            };
            for place in 1..points.len() {
                let wide = (2.0 + WIDER * later([place - 1, place])) * scale;
                sheet.line(points[place - 1], points[place], wide, colour)?;
            }
            let radius = if points.len() == 1 { 4.0 } else { 2.4 };
            for (place, point) in points.iter().enumerate() {
                sheet.dot(*point, (radius + WIDER / 2.0 * later([place, place])) * scale, colour)?;
            }
        }
        Ok(())
    }

    fn draw_weighted(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        scale: f64,
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        let Some(values) = &self.weighted else { return Ok(()) };
        let points = self.points(plot, values);
        if points.len() == 1 {
            let (x, y) = points[0];
            let points = [(x - 14.0 * scale, y), (x + 14.0 * scale, y)];
            return sheet.dashes(&points, (5.0 * scale, 2.4 * scale), setting.palette.paid);
        }
        sheet.path(&points, 4.6 * scale, setting.palette.canvas)?;
        sheet.dashes(&points, (5.5 * scale, 2.6 * scale), setting.palette.paid)
    }

    /// A letter on each line, at the year in which it is furthest from the other lines and from letters that stand already.
    fn chips(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        (region, scale): (Region, f64),
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let palette = setting.palette;
        let all: Vec<Vec<(f64, f64)>> = self.paths.iter().map(|values| self.points(plot, values)).collect();
        let weighted = self.weighted.as_ref().map(|values| self.points(plot, values));
        let others = |at: usize| {
            let rest = all.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, points)| points);
            rest.chain(&weighted).map(Vec::as_slice).collect::<Vec<_>>()
        };
        let mut placed: Vec<(f64, f64)> = Vec::new();
        for (at, points) in all.iter().enumerate() {
            let (x, y) = clearest(points, &others(at), &placed, APART * scale);
            let y = y.clamp(region.top - 4.0 * scale, region.bottom);
            placed.push((x, y));
            sheet.dot((x, y), (CHIP / 2.0 + 1.4) * scale, palette.canvas)?;
            sheet.dot((x, y), CHIP / 2.0 * scale, palette.paths[at])?;
            let style = Style::semi_bold(9.5 * scale);
            let colour = [palette.canvas, palette.text].into_iter();
            let contrast = |colour: &crate::Colour| colour.contrast(palette.paths[at]);
            let colour = colour.max_by(|a, b| contrast(a).total_cmp(&contrast(b))).unwrap_or(palette.canvas);
            let (baseline, content) = (y + style.size * 0.365, self.letters[at].to_owned());
            labels.push(Label { x, baseline, anchor: Anchor::Middle, style, colour, content });
        }
        Ok(())
    }
}

/// The point of a line that lies furthest from all others, letters counted as lines; what is far enough is far enough, and of
/// several such points the middle one is taken. Where all points are taken, a place beside one.
fn clearest(points: &[(f64, f64)], others: &[&[(f64, f64)]], placed: &[(f64, f64)], apart: f64) -> (f64, f64) {
    let gap = |from: usize, to: usize, (x, y): (f64, f64)| {
        let level = |line: &[(f64, f64)]| line.get(from).zip(line.get(to)).map(|(a, b)| f64::midpoint(a.1, b.1));
        let lines = others.iter().filter_map(|line| level(line)).map(|other| (other - y).abs());
        let chips = placed.iter().map(|(other_x, other_y)| (other_x - x).hypot(other_y - y));
        let clear = chips.fold(f64::INFINITY, f64::min);
        // Over another line a letter is unclear, over another letter it is lost.
        if clear < apart { clear - 2.0 * apart } else { lines.fold(2.0 * apart, f64::min) }
    };
    // Between two years there is room as well.
    let halves = points.windows(2).enumerate().map(|(at, pair)| {
        let middle = (f64::midpoint(pair[0].0, pair[1].0), f64::midpoint(pair[0].1, pair[1].1));
        (gap(at, at + 1, middle), middle)
    });
    let whole = points.iter().enumerate().map(|(at, point)| (gap(at, at, *point), *point));
    let all: Vec<(f64, (f64, f64))> = whole.chain(halves).collect();
    let most = all.iter().map(|(gap, _)| *gap).fold(f64::NEG_INFINITY, f64::max);
    let centre = points.iter().map(|(x, _)| x).sum::<f64>() / points.len().max(1) as f64;
    let best = all.iter().filter(|(gap, _)| *gap >= most - 1e-9);
    let best = best.min_by(|a, b| (a.1.0 - centre).abs().total_cmp(&(b.1.0 - centre).abs()));
    let (gap, (x, y)) = best.copied().unwrap_or_default();
    if gap >= 0.0 {
        return (x, y);
    }
    // Every point is taken: beside the last letter.
    let furthest = placed.iter().map(|(x, _)| *x).fold(x, f64::max);
    (furthest + apart, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_stands_where_its_line_is_alone() {
        let line = [(0.0, 50.0), (20.0, 50.0), (40.0, 10.0)];
        let other = [(0.0, 50.0), (20.0, 52.0), (40.0, 90.0)];
        // Between the years in which they are one and those in which they lie far apart.
        assert_eq!(clearest(&line, &[&other], &[], 15.0), (30.0, 30.0));
        assert_eq!(clearest(&line, &[&other], &[(30.0, 30.0)], 15.0), (40.0, 10.0));
    }

    #[test]
    fn letters_of_equal_lines_stand_apart() {
        let line = [(0.0, 50.0), (40.0, 50.0), (80.0, 50.0)];
        let first = clearest(&line, &[&line], &[], 15.0);
        let second = clearest(&line, &[&line], &[first], 15.0);
        assert!((first.0 - second.0).abs() >= 15.0, "{first:?} {second:?}");
    }
}
