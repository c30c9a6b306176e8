//! What surrounds a plot: title, subtitle and legend above it, note and source below, laid out so that nothing overlaps.

use crate::events::Told;
use crate::figure::{ChartError, Setting};
use crate::hatch::Bounds;
use crate::palette::Colour;
use crate::shapes::{Region, Sheet, grid};
use crate::text::{Anchor, Label, Style, clean};

/// The words around a plot.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wording {
    pub title: String,
    pub subtitle: String,
    pub note: String,
    /// The events of the axis in words: the picture's list is the first thing to give way where there is little room.
    pub events: Told,
    pub source: String,
    pub fingerprint: String,
}

/// One entry of a legend.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub label: String,
    pub colour: Colour,
    pub look: Look,
}

/// How an entry's swatch looks: as what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// Filled.
    Solid,
    /// Filled, with stripes of the canvas that rise to the right: depends on reforms.
    Hatched,
    /// Stripes that fall to the right, on the canvas, inside an outline: withheld.
    Striped,
    /// Thin stripes of the colour that rise to the right, on a pale fill: waits for reforms.
    Waiting {
        /// The fill.
        fill: Colour,
    },
    /// A pale fill inside an outline of the colour.
    Pale {
        /// The fill.
        fill: Colour,
    },
    /// Filled, with level rules of the canvas: lost.
    Ruled,
    /// A level bar.
    Line,
    /// A level bar with feet.
    Bracket,
    /// A level bar in dashes.
    Dashes,
    /// Nothing: the entry is a remark.
    Words,
}

/// The laid out surroundings and the room they leave.
pub(crate) struct Frame {
    /// How much larger than on an ordinary screen everything is.
    pub scale: f64,
    /// What is left for the plot and its axes.
    pub room: Region,
    /// Whether there was little room, so that only the most important words are shown.
    pub is_tight: bool,
    /// All lines of text outside the room.
    pub labels: Vec<Label>,
    swatches: Vec<(Region, Entry)>,
}

/// The least height of the plot and its axes, in pixels at scale 1: beside words of any kind, and beside a list of events.
const LEAST_ROOM: f64 = 110.0;
const LEAST_BESIDE_EVENTS: f64 = 190.0;
/// The most lines that a list of events takes.
const MOST_EVENT_LINES: usize = 3;

/// How much of the words is shown where there is little room.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Density {
    /// Everything, each part on lines of its own.
    Full,
    /// Everything but the events.
    Brief,
    /// The note in one line, the source in two.
    Short,
    /// A title of one line, a subtitle of two; source and note in one line below.
    Tight,
}

impl Frame {
    /// Lays out the words. Where a fuller setting would leave the plot too little, the next tighter one is taken.
    /// `rail` is the height that events take under the axis, in pixels at scale 1.
    pub(crate) fn compose(setting: &Setting<'_>, wording: &Wording, legend: &[Entry], rail: f64) -> Self {
        let fuller = [
            (Density::Full, LEAST_BESIDE_EVENTS),
            (Density::Brief, LEAST_ROOM + rail),
            (Density::Short, LEAST_ROOM + rail),
        ];
        for (density, least) in fuller {
            let frame = Self::arrange(setting, wording, legend, density);
            if frame.room.height() >= least * frame.scale {
                return frame;
            }
        }
        Self::arrange(setting, wording, legend, Density::Tight)
    }

    fn arrange(setting: &Setting<'_>, wording: &Wording, legend: &[Entry], density: Density) -> Self {
        let scale = scale(setting);
        let margin = margin(setting);
        let (width, height) = (f64::from(setting.width), f64::from(setting.height));
        let inner = Region { left: margin, top: 10.0 * scale, right: width - margin, bottom: height - 9.0 * scale };
        let is_tight = density == Density::Tight;
        let mut frame = Self { scale, room: inner, is_tight, labels: Vec::new(), swatches: Vec::new() };
        frame.head(setting, wording, legend, density);
        frame.foot(setting, wording, density);
        frame
    }

    /// Title, subtitle and legend; lowers the room's top.
    fn head(&mut self, setting: &Setting<'_>, wording: &Wording, legend: &[Entry], density: Density) {
        let palette = setting.palette;
        let (left, width) = (self.room.left, self.room.width());
        let (title, subtitle) = (Style::semi_bold(15.0 * self.scale), Style::regular(12.0 * self.scale));
        let most = if density == Density::Tight { 1 } else { 2 };
        let lines = title.wrap(&wording.title, width, most);
        let beside = self.legend_width(legend) + 28.0 * self.scale;
        let is_beside = lines.len() == 1 && title.width(&wording.title) + beside <= width;
        if is_beside && !legend.is_empty() {
            let start = self.room.right - self.legend_width(legend);
            self.legend(setting, legend, start, self.room.top + 1.0 * self.scale);
        }
        for line in lines {
            self.line(left, 20.0, Anchor::Start, title, palette.text, line);
        }
        let lines = match (density, wording.subtitle.split_once(" · ")) {
            // The reading must be readable, so the indicator gives way.
            (Density::Tight, Some(parts)) => [parts.0, parts.1].map(|part| subtitle.shorten(part, width)).to_vec(),
            _ => in_groups(subtitle, &wording.subtitle, width, 3),
        };
        for line in lines {
            self.line(left, 16.5, Anchor::Start, subtitle, palette.text_muted, line);
        }
        if !is_beside && !legend.is_empty() {
            self.room.top += 3.0 * self.scale;
            let bottom = self.legend(setting, legend, left, self.room.top);
            self.room.top = bottom;
        }
        self.room.top += 6.0 * self.scale;
    }

    /// Adds a line of text at the top of the room and lowers the top by `height`.
    fn line(&mut self, x: f64, height: f64, anchor: Anchor, style: Style, colour: Colour, content: String) {
        self.room.top += height * self.scale;
        let baseline = self.room.top - (height * self.scale - style.size * 0.72) / 2.0;
        self.labels.push(Label { x, baseline, anchor, style, colour, content });
    }

    /// Note and source, from the bottom up; raises the room's bottom.
    fn foot(&mut self, setting: &Setting<'_>, wording: &Wording, density: Density) {
        let style = Style::regular(11.0 * self.scale);
        let stamp = style.width(&wording.fingerprint) + 16.0 * self.scale;
        let width = self.room.width();
        let below = |note: usize, events: usize, source: usize| {
            let mut lines = style.wrap(&wording.note, width, note);
            lines.extend(style.wrap(&wording.events.first, width, events));
            lines.extend(style.wrap(&wording.source, width - stamp, source));
            lines
        };
        let lines = match density {
            Density::Full => below(3, MOST_EVENT_LINES, 4),
            Density::Brief => below(3, 0, 4),
            Density::Short => below(1, 0, 2),
            Density::Tight => style.wrap(format!("{} {}", wording.source, wording.note).trim(), width - stamp, 1),
        };
        let colour = setting.palette.text_muted;
        let leading = 15.0 * self.scale;
        let mut baseline = self.room.bottom - 3.0 * self.scale;
        let content = wording.fingerprint.clone();
        self.labels.push(Label { x: self.room.right, baseline, anchor: Anchor::End, style, colour, content });
        let count = lines.len().max(1) as f64;
        for content in lines.into_iter().rev() {
            self.labels.push(Label { x: self.room.left, baseline, anchor: Anchor::Start, style, colour, content });
            baseline -= leading;
        }
        self.room.bottom -= count * leading + 5.0 * self.scale;
    }

    fn legend_style(&self) -> Style {
        Style::regular(12.0 * self.scale)
    }

    fn entry_width(&self, entry: &Entry) -> f64 {
        16.0 * self.scale + self.legend_style().width(&entry.label)
    }

    fn legend_width(&self, legend: &[Entry]) -> f64 {
        let gaps = legend.len().saturating_sub(1) as f64 * 14.0 * self.scale;
        legend.iter().map(|entry| self.entry_width(entry)).sum::<f64>() + gaps
    }

    /// Lays the legend's entries out in rows from `start`, `top`; gives where the last row ends.
    fn legend(&mut self, setting: &Setting<'_>, legend: &[Entry], start: f64, top: f64) -> f64 {
        let (row, side) = (18.0 * self.scale, 10.0 * self.scale);
        let style = self.legend_style();
        let (mut x, mut y) = (start, top);
        for entry in legend {
            let width = self.entry_width(entry);
            let is_remark = entry.look == Look::Words;
            if x + width > self.room.right + 0.5 && x > start {
                x = start;
                y += row;
            }
            let middle = y + row / 2.0;
            let swatch = Region { left: x, top: middle - side / 2.0, right: x + side, bottom: middle + side / 2.0 };
            self.swatches.push((swatch, entry.clone()));
            let indent = if is_remark { 0.0 } else { 16.0 * self.scale };
            self.labels.push(Label {
                x: x + indent,
                baseline: middle + style.size * 0.36,
                anchor: Anchor::Start,
                style,
                colour: if is_remark { setting.palette.text_muted } else { setting.palette.text },
                content: style.shorten(&entry.label, self.room.right - x - indent + 0.5),
            });
            x += width + 14.0 * self.scale;
        }
        y + row
    }

    /// Draws the canvas and the legend's swatches.
    pub(crate) fn draw(&self, sheet: &Sheet<'_>, setting: &Setting<'_>) -> Result<(), ChartError> {
        let (right, bottom) = (f64::from(setting.width), f64::from(setting.height));
        let all = Region { left: 0.0, top: 0.0, right, bottom };
        sheet.rectangle(all, setting.palette.canvas)?;
        self.swatches.iter().try_for_each(|(swatch, entry)| self.swatch(sheet, *swatch, entry, setting))
    }

    fn swatch(
        &self,
        sheet: &Sheet<'_>,
        swatch: Region,
        entry: &Entry,
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        let Region { left, top, right, bottom } = swatch;
        let bounds = Bounds { left: grid(left), top: grid(top), right: grid(right), bottom: grid(bottom) };
        let outline = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        let scale = self.scale * 0.7;
        match entry.look {
            Look::Solid => sheet.rectangle(swatch, entry.colour)?,
            Look::Hatched => {
                sheet.rectangle(swatch, entry.colour)?;
                sheet.hatch(bounds, scale, setting.palette.canvas)?;
            }
            Look::Ruled => {
                sheet.rectangle(swatch, entry.colour)?;
                sheet.rules(bounds, self.scale, setting.palette.canvas)?;
            }
            Look::Striped => {
                sheet.hatch_back(bounds, scale, entry.colour)?;
                sheet.path(&outline, 1.0 * self.scale, entry.colour)?;
            }
            Look::Waiting { fill } => {
                sheet.rectangle(swatch, fill)?;
                sheet.hatch_polygon(&outline[..4], scale, entry.colour)?;
                sheet.path(&outline, 0.6 * self.scale, entry.colour)?;
            }
            Look::Pale { fill } => {
                sheet.rectangle(swatch, fill)?;
                sheet.path(&outline, 1.0 * self.scale, entry.colour)?;
            }
            Look::Bracket => {
                let (middle, foot) = (f64::midpoint(top, bottom) - 2.0 * self.scale, 4.0 * self.scale);
                let points = [(left, middle + foot), (left, middle), (right, middle), (right, middle + foot)];
                sheet.path(&points, 2.0 * self.scale, entry.colour)?;
            }
            Look::Words => {}
            Look::Dashes => {
                let middle = f64::midpoint(top, bottom);
                // A dash, a gap and a dash: as short as the swatch is, it must not look like a bar.
                let dash = (right - left) / 3.0;
                sheet.line((left, middle), (left + dash, middle), 2.6 * self.scale, entry.colour)?;
                sheet.line((right - dash, middle), (right, middle), 2.6 * self.scale, entry.colour)?;
            }
            Look::Line => {
                let middle = f64::midpoint(top, bottom);
                sheet.line((left, middle), (right, middle), 2.4 * self.scale, entry.colour)?;
            }
        }
        Ok(())
    }
}

/// The first of several titles that fits into one line, else the last: the longest come first.
pub(crate) fn fitting_title(setting: &Setting<'_>, titles: Vec<String>) -> String {
    let style = Style::semi_bold(15.0 * scale(setting));
    let width = f64::from(setting.width) - 2.0 * margin(setting);
    let last = titles.last().cloned().unwrap_or_default();
    titles.into_iter().find(|title| style.width(&clean(title)) <= width).unwrap_or(last)
}

fn margin(setting: &Setting<'_>) -> f64 {
    if setting.width < 560 { 12.0 * scale(setting) } else { 16.0 * scale(setting) }
}

/// The subtitle in lines: broken before reading and scenario where that costs no further line.
fn in_groups(style: Style, subtitle: &str, width: f64, most: usize) -> Vec<String> {
    let lines = style.wrap(subtitle, width, most);
    let Some((indicator, context)) = subtitle.split_once(" · ") else { return lines };
    let mut grouped = style.wrap(indicator, width, most);
    grouped.extend(style.wrap(context, width, most));
    if lines.len() > 1 && grouped.len() == lines.len() { grouped } else { lines }
}

/// How much larger than on an ordinary screen everything is: 1 in a window, about 2 on a slide.
fn scale(setting: &Setting<'_>) -> f64 {
    let (width, height) = (f64::from(setting.width), f64::from(setting.height));
    if width < 560.0 || height < 320.0 {
        return 0.92;
    }
    (width / 1000.0).min(height / 560.0).max(1.0)
}
