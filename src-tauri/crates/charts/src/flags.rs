//! Flags: verticals at a day with a label above the plot, laid out in rows so that no label touches another and no line
//! runs through one.

use crate::figure::{ChartError, Setting};
use crate::ruler;
use crate::shapes::{Region, Sheet};
use crate::text::{Anchor, Label, Style};

/// The height of a row of labels, in pixels at scale 1.
pub(crate) const ROW: f64 = 15.0;
/// Narrower than this a shortened label says nothing.
const LEAST_WIDTH: f64 = 56.0;
/// As much room is enough for a label that gives way.
const SHORTENED_WIDTH: f64 = 110.0;

/// How a flag's line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pole {
    /// Dots: the plan's today.
    Dotted,
    /// Dashes: a day that others have named.
    Dashed,
    /// A full line: what the plan says.
    Solid,
}

/// A vertical with a label.
#[derive(Clone, Debug)]
pub(crate) struct Flag {
    /// Where it stands, in pixels.
    pub x: f64,
    /// The label; its line is drawn even where the label finds no room.
    pub text: String,
    /// The line.
    pub pole: Pole,
}

/// A flag whose label has its place.
struct Placed {
    flag: Flag,
    /// How many rows its line rises above the plot: the label stands in the last of them. None without a label.
    rise: usize,
    anchor: Anchor,
    text: String,
}

/// The flags of a plot.
pub(crate) struct Flags {
    placed: Vec<Placed>,
    scale: f64,
}

impl Flags {
    /// Finds places between `left` and `right`, in at most `most` rows. Where a label of the plan's own would find none,
    /// labels of days that others have named give way: first they are shortened, then left out, the last of them first.
    pub(crate) fn lay_out(mut flags: Vec<Flag>, bounds: (f64, f64), scale: f64, most: usize) -> Self {
        loop {
            for shorten in [false, true] {
                let laid = Self::try_out(flags.clone(), bounds, (scale, shorten), most);
                let is_whole = |placed: &Placed| placed.flag.pole == Pole::Dashed || placed.text == placed.flag.text;
                if laid.placed.iter().all(is_whole) {
                    return laid;
                }
            }
            let last = flags.iter_mut().rev().find(|flag| flag.pole == Pole::Dashed && !flag.text.is_empty());
            match last {
                Some(flag) => flag.text.clear(),
                None => return Self::try_out(flags, bounds, (scale, false), most),
            }
        }
    }

    /// From right to left: a label stands to the right of its line, below those that begin farther left.
    fn try_out(mut flags: Vec<Flag>, (left, right): (f64, f64), (scale, shorten): (f64, bool), most: usize) -> Self {
        flags.sort_by(|a, b| b.x.total_cmp(&a.x));
        let mut laid = Self { placed: Vec::new(), scale };
        for flag in flags {
            let (rise, anchor, text) = laid.choose(&flag, (left, right), most, shorten);
            laid.placed.push(Placed { flag, rise, anchor, text });
        }
        laid
    }

    /// The height of the rows above a plot.
    pub(crate) fn height(&self) -> f64 {
        let rows = self.placed.iter().map(|placed| placed.rise).max().unwrap_or(0);
        rows as f64 * ROW * self.scale
    }

    /// Where the verticals stand, in pixels.
    pub(crate) fn places(&self) -> impl Iterator<Item = f64> {
        self.placed.iter().map(|placed| placed.flag.x)
    }

    fn style(&self, pole: Pole) -> Style {
        match pole {
            Pole::Solid => Style::semi_bold(11.0 * self.scale),
            Pole::Dotted | Pole::Dashed => ruler::tick_style(self.scale),
        }
    }

    /// The first place where the whole label fits, else the widest one for a part of it, else none for the label.
    fn choose(&self, flag: &Flag, bounds: (f64, f64), most: usize, shorten: bool) -> (usize, Anchor, String) {
        let style = self.style(flag.pole);
        let width = style.width(&flag.text);
        if flag.text.is_empty() {
            return (0, Anchor::Start, String::new());
        }
        let mut widest = (0.0, 0, Anchor::Start);
        for row in 0..most {
            if self.is_crossed(flag.x, row) {
                break;
            }
            for anchor in [Anchor::Start, Anchor::End] {
                let room = self.room(flag.x, row, anchor, bounds);
                if width <= room {
                    return (row + 1, anchor, flag.text.clone());
                }
                if room > widest.0 {
                    widest = (room, row, anchor);
                }
                if shorten && flag.pole == Pole::Dashed && room >= SHORTENED_WIDTH * self.scale {
                    return (row + 1, anchor, style.shorten(&flag.text, room));
                }
            }
        }
        let (room, row, anchor) = widest;
        if room < LEAST_WIDTH * self.scale {
            return (0, anchor, String::new());
        }
        (row + 1, anchor, style.shorten(&flag.text, room))
    }

    fn gap(&self) -> f64 {
        5.0 * self.scale
    }

    /// Where a placed label begins and ends.
    fn span(&self, placed: &Placed) -> (f64, f64) {
        let width = self.style(placed.flag.pole).width(&placed.text);
        match placed.anchor {
            Anchor::End => (placed.flag.x - self.gap() - width, placed.flag.x - self.gap()),
            Anchor::Start | Anchor::Middle => (placed.flag.x + self.gap(), placed.flag.x + self.gap() + width),
        }
    }

    /// Whether a line that rises to `row` at `x` would run through a label below that row.
    fn is_crossed(&self, x: f64, row: usize) -> bool {
        let gap = self.gap();
        let hit = |placed: &Placed| {
            let (left, right) = self.span(placed);
            (1..=row).contains(&placed.rise) && left - gap < x && x < right + gap
        };
        self.placed.iter().any(hit)
    }

    /// How wide a label at this side of `x` may be in this row.
    fn room(&self, x: f64, row: usize, anchor: Anchor, (left, right): (f64, f64)) -> f64 {
        let gap = self.gap();
        let (mut lowest, mut highest) = (left, right);
        let mut bound = |from: f64, to: f64| {
            if to <= x {
                lowest = lowest.max(to + gap);
            } else if from >= x {
                highest = highest.min(from - gap);
            } else {
                // It lies across the place itself.
                (lowest, highest) = (x, x);
            }
        };
        for placed in &self.placed {
            if placed.rise == row + 1 {
                let (from, to) = self.span(placed);
                bound(from, to);
            }
            // Its line stands in this row and below.
            if placed.rise > row {
                bound(placed.flag.x, placed.flag.x);
            }
        }
        if anchor == Anchor::End { x - gap - lowest } else { highest - x - gap }
    }

    /// Draws the lines down to the bottom of the plot, and writes the labels, which begin `above` pixels above it.
    pub(crate) fn draw(
        &self,
        sheet: &Sheet<'_>,
        (region, above): (Region, f64),
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let scale = self.scale;
        let palette = setting.palette;
        for placed in &self.placed {
            let x = placed.flag.x;
            let top = region.top - above - 1.0 - placed.rise as f64 * ROW * scale;
            let line = [(x, top), (x, region.bottom)];
            match placed.flag.pole {
                Pole::Dotted => sheet.dashes(&line, (1.5 * scale, 1.0), palette.text_muted)?,
                Pole::Dashed => sheet.dashes(&line, (5.0 * scale, 1.2 * scale), palette.text_muted)?,
                Pole::Solid => sheet.line(line[0], line[1], 1.6 * scale, palette.text)?,
            }
            let style = self.style(placed.flag.pole);
            let colour = if placed.flag.pole == Pole::Solid { palette.text } else { palette.text_muted };
            let (left, right) = self.span(placed);
            let x = if placed.anchor == Anchor::End { right } else { left };
            let content = placed.text.clone();
            labels.push(Label { x, baseline: top + style.size * 0.8, anchor: placed.anchor, style, colour, content });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn flag(x: f64, text: &str) -> Flag {
        Flag { x, text: text.to_owned(), pole: Pole::Dashed }
    }

    #[test]
    fn a_label_stands_to_the_right_where_it_fits() {
        let flags = Flags::lay_out(vec![flag(10.0, "as of today")], (0.0, 300.0), 1.0, 3);
        assert_eq!((flags.placed[0].rise, flags.placed[0].anchor), (1, Anchor::Start));
        let flags = Flags::lay_out(vec![flag(290.0, "as of today")], (0.0, 300.0), 1.0, 3);
        assert_eq!((flags.placed[0].rise, flags.placed[0].anchor), (1, Anchor::End));
    }

    proptest! {
        #[test]
        fn labels_never_touch_and_lines_run_through_none(places in proptest::collection::vec((0.0_f64..500.0, 1_usize..60), 1..9)) {
            let flags = places.into_iter().map(|(x, length)| flag(x, &"n".repeat(length))).collect();
            let laid = Flags::lay_out(flags, (0.0, 500.0), 1.0, 4);
            for (at, one) in laid.placed.iter().enumerate().filter(|(_, placed)| placed.rise > 0) {
                let (left, right) = laid.span(one);
                prop_assert!(left >= -1e-6 && right <= 500.0 + 1e-6);
                for (other_at, other) in laid.placed.iter().enumerate().filter(|(other_at, _)| *other_at != at) {
                    let (other_left, other_right) = laid.span(other);
                    let apart = other.rise != one.rise || right <= other_left || other_right <= left;
                    prop_assert!(apart, "{:?} touches {:?}", one.flag, other.flag);
                    let x = other.flag.x;
                    let crossed = other.rise >= one.rise && left < x && x < right;
                    prop_assert!(!crossed, "{other_at} runs through {at}: {:?} {:?}", one.flag, other.flag);
                }
            }
        }
    }
}
