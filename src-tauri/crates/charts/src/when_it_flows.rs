//! When it flows: what is committed and what is paid, cumulatively per quarter, beside the needs.

use crate::amount::Unit;
use crate::caption;
use crate::end_labels::{self, End};
use crate::figure::{ChartError, Figure, FigureTable, Hover, HoverLine, Setting};
use crate::frame::{Frame, Wording};
use crate::palette::Colour;
use crate::render::svg::{About, finish};
use crate::ruler;
use crate::shapes::{self, Plot, Region, Sheet, grid};
use crate::subject::{Subject, place_of};
use crate::text::{Anchor, Label, Style, clean};
use crate::words::Words;
use model::Total;

const NAME: &str = "when_it_flows";

/// How a line is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stroke {
    /// Thin, rising in steps: commitments are made at the start of a quarter.
    Stepped,
    /// Thick.
    Thick,
    /// Thin dashes.
    Dashed,
}

/// One cumulative line: its value at the end of each quarter.
struct Line {
    key: &'static str,
    label: String,
    sums: Vec<Total>,
    stroke: Stroke,
}

/// The chart's figures.
struct Lines<'a> {
    subject: &'a Subject,
    /// Committed, planned where it differs from paid, paid: in the order in which they are drawn.
    lines: Vec<Line>,
    /// All that is to be paid, within the plan's years and after.
    whole: Total,
    /// The first quarter at whose end at least half of the whole is paid.
    half: Option<usize>,
    unit: Unit,
}

/// Draws the chart.
pub(crate) fn draw(subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    setting.check()?;
    subject.check()?;
    let lines = Lines::of(subject, setting.words)?;
    let wording = lines.wording(setting.words).cleaned();
    let frame = Frame::compose(setting, &wording, &[]);
    let (drawn, labels, hover) = lines.picture(setting, &frame)?;
    let alt = clean(&lines.alt(setting.words, &wording));
    let Setting { width, height, words, .. } = *setting;
    let about = About { name: NAME, language: words.language(), title: &wording.title, alt: &alt, width, height };
    let svg = finish(&drawn, &about, &labels);
    let table = lines.table(words);
    let Wording { title, subtitle, note, source, fingerprint } = wording;
    Ok(Figure { name: NAME, title, subtitle, svg, alt, note, source, fingerprint, width, height, table, hover })
}

impl<'a> Lines<'a> {
    fn of(subject: &'a Subject, words: &dyn Words) -> Result<Self, ChartError> {
        let committed = subject.cumulative("the sum committed", |flow| &flow.committed)?;
        let planned = subject.cumulative("the sum planned", |flow| &flow.planned)?;
        let paid = subject.cumulative("the sum paid", |flow| &flow.paid)?;
        let last = |sums: &[Total]| sums.last().copied().unwrap_or_default();
        let whole = last(&planned) + subject.after();
        let needs = subject.needs.as_ref().map_or(Total::ZERO, |needs| needs.amount.into());
        let tops = [&committed, &planned, &paid].into_iter().flatten().copied().chain([needs]);
        let unit = Unit::for_largest(tops.max().unwrap_or_default());
        let is_half = |sum: &Total| whole > Total::ZERO && sum.cents() * 2 >= whole.cents();
        let half = paid.iter().position(is_half);
        let line = |key, id: &str, sums, stroke| Line { key, label: clean(&words.say(id, &[])), sums, stroke };
        let mut lines = vec![line("committed", "chart-committed", committed, Stroke::Stepped)];
        if planned != paid {
            lines.push(line("planned", "chart-planned", planned, Stroke::Dashed));
        }
        lines.push(line("paid", "chart-paid", paid, Stroke::Thick));
        Ok(Self { subject, lines, whole, half, unit })
    }

    fn paid(&self) -> &Line {
        &self.lines[self.lines.len() - 1]
    }

    fn last(line: &Line) -> Total {
        line.sums.last().copied().unwrap_or_default()
    }

    fn highest(&self) -> f64 {
        let needs = self.subject.needs.as_ref().map_or(Total::ZERO, |needs| needs.amount.into());
        let sums = self.lines.iter().flat_map(|line| line.sums.iter().copied());
        self.unit.place(sums.chain([needs]).max().unwrap_or_default())
    }

    fn years(&self) -> (i32, i32) {
        (self.subject.first.year(), self.subject.year(self.subject.quarters - 1))
    }
}

// The words.
impl Lines<'_> {
    fn wording(&self, words: &dyn Words) -> Wording {
        let facts = &self.subject.facts;
        let (first, last) = self.years();
        let (years, last, unit) = (caption::years(first, last), last.to_string(), self.unit.name(words));
        let id =
            if self.lines.len() > 2 { "chart-when-it-flows-subtitle-planned" } else { "chart-when-it-flows-subtitle" };
        let args = [("years", years.as_str()), ("unit", &unit), ("prices", &facts.prices)];
        let mut notes: Vec<String> = Vec::new();
        if let Some(needs) = &self.subject.needs {
            notes.push(words.say("chart-needs-note", &[("name", &needs.name), ("prices", &needs.prices)]));
        }
        if self.subject.after() > Total::ZERO {
            let amount = self.unit.with_name(self.subject.after(), words);
            notes.push(words.say("chart-after-note", &[("amount", &amount), ("year", &last)]));
        }
        notes.extend(caption::as_of(facts, words));
        Wording {
            title: self.title(words),
            subtitle: format!("{} · {}", words.say(id, &args), caption::context(facts, words)),
            note: notes.join(" "),
            source: caption::source(facts, words),
            fingerprint: facts.fingerprint.clone(),
        }
    }

    /// The finding: when half of the money has been paid, or how much of it never is within the years shown.
    fn title(&self, words: &dyn Words) -> String {
        if self.whole == Total::ZERO {
            return words.say("chart-when-it-flows-title-none", &[]);
        }
        // In a unit of its own: beside large needs a small plan would read as less than nothing.
        let unit = Unit::for_largest(self.whole);
        let whole = unit.with_name(self.whole, words);
        if let Some(half) = self.half {
            let quarter = self.quarter_name(half, words);
            return words.say("chart-when-it-flows-title-half", &[("amount", &whole), ("quarter", &quarter)]);
        }
        let paid = unit.figure(Self::last(self.paid()), words);
        let last = self.years().1.to_string();
        words.say("chart-when-it-flows-title-less", &[("paid", &paid), ("amount", &whole), ("last", &last)])
    }

    fn quarter_name(&self, quarter: usize, words: &dyn Words) -> String {
        let (year, part) = (self.subject.year(quarter).to_string(), (quarter % 4 + 1).to_string());
        words.say("chart-quarter", &[("part", &part), ("year", &year)])
    }

    fn alt(&self, words: &dyn Words, wording: &Wording) -> String {
        let figure = |amount| self.unit.figure(amount, words);
        let (first, last) = self.years();
        let paid = self.paid();
        let mut alt = vec![words.say(
            "chart-when-it-flows-alt",
            &[
                ("unit", &self.unit.name(words)),
                ("first", &first.to_string()),
                ("first-amount", &figure(paid.sums[3])),
                ("last", &last.to_string()),
                ("last-amount", &figure(Self::last(paid))),
                ("committed", &figure(Self::last(&self.lines[0]))),
            ],
        )];
        alt.push(format!("{}.", wording.title.trim_end_matches('.')));
        if let Some(needs) = &self.subject.needs {
            let amount = figure(needs.amount.into());
            alt.push(words.say("chart-needs-alt", &[("name", &needs.name), ("amount", &amount)]));
        }
        alt.extend([wording.note.clone(), wording.source.clone()]);
        alt.retain(|sentence| !sentence.is_empty());
        alt.join(" ")
    }

    fn needs_name(&self, words: &dyn Words) -> Option<(String, Total)> {
        let needs = self.subject.needs.as_ref()?;
        Some((clean(&words.say("chart-needs", &[("name", &needs.name)])), needs.amount.into()))
    }

    fn table(&self, words: &dyn Words) -> FigureTable {
        let needs = self.needs_name(words);
        let mut header = vec![words.say("chart-quarter-end", &[])];
        header.extend(self.lines.iter().map(|line| line.label.clone()));
        header.extend(needs.iter().map(|(name, _)| name.clone()));
        let row = |quarter: usize| {
            let sums = self.lines.iter().map(|line| line.sums[quarter]).chain(needs.iter().map(|(_, amount)| *amount));
            std::iter::once(self.subject.quarter_key(quarter)).chain(sums.map(|sum| sum.to_string())).collect()
        };
        FigureTable { header, rows: (0..self.subject.quarters).map(row).collect() }
    }
}

// The picture.
impl Lines<'_> {
    fn picture(&self, setting: &Setting<'_>, frame: &Frame) -> Result<(String, Vec<Label>, Vec<Hover>), ChartError> {
        let scale = frame.scale;
        let mut labels = frame.labels.clone();
        let mut hover = Vec::new();
        let room = frame.room;
        let (top, bottom) = (room.top + 20.0 * scale, room.bottom - ruler::YEARS_HEIGHT * scale);
        let axis = ruler::scale_for(self.highest(), bottom - top, scale);
        let left = room.left + ruler::tick_width(&axis.ticks, scale, setting);
        let ends = self.ends(setting, scale, room.width());
        let right = room.right - end_labels::width(&ends) - 14.0 * scale;
        let region = Region { left, top, right, bottom };
        let drawn = shapes::draw(setting.width, setting.height, |sheet| {
            frame.draw(sheet, setting)?;
            let plot = sheet.plot(region, 0.0..self.subject.quarters as f64, 0.0..axis.top)?;
            ruler::hairlines((sheet, &plot), (region, scale), &axis.ticks, setting, &mut labels)?;
            self.years_row(sheet, &plot, (region, scale), setting, &mut labels)?;
            self.marker(sheet, &plot, (region, scale), setting, &mut labels)?;
            self.needs_line(sheet, &plot, (region, scale), setting)?;
            for line in &self.lines {
                self.line(sheet, &plot, line, (scale, setting))?;
            }
            self.half_mark(sheet, &plot, (region, scale), setting, &mut labels)?;
            end_labels::place((sheet, &plot), &ends, (region, scale), setting, &mut labels)?;
            hover = self.hover(&plot, setting.words);
            Ok(())
        })?;
        Ok((drawn, labels, hover))
    }

    fn colour(stroke: Stroke, setting: &Setting<'_>) -> Colour {
        if stroke == Stroke::Thick { setting.palette.paid } else { setting.palette.committed }
    }

    /// What is written where the lines end, highest last value first.
    fn ends(&self, setting: &Setting<'_>, scale: f64, width: f64) -> Vec<End> {
        let words = setting.words;
        let widest = (width * 0.24).max(96.0 * scale);
        let end = |name: &str, amount: Total, strong: bool| {
            let text = format!("{name} {}", self.unit.figure(amount, words));
            End::new(&text, self.unit.place(amount), strong, scale, widest)
        };
        let lines = self.lines.iter().map(|line| end(&line.label, Self::last(line), line.stroke == Stroke::Thick));
        let mut ends: Vec<End> = lines.collect();
        ends.extend(self.needs_name(words).map(|(name, amount)| end(&name, amount, false)));
        ends.sort_by(|a, b| b.value.total_cmp(&a.value));
        ends
    }

    fn line(
        &self,
        sheet: &Sheet<'_>,
        plot: &Plot<'_>,
        line: &Line,
        (scale, setting): (f64, &Setting<'_>),
    ) -> Result<(), ChartError> {
        let colour = Self::colour(line.stroke, setting);
        let at = |quarter: usize, sum: Total| (quarter as f64, self.unit.place(sum));
        let ends = line.sums.iter().enumerate();
        match line.stroke {
            Stroke::Stepped => {
                let steps = ends.flat_map(|(quarter, sum)| [at(quarter, *sum), at(quarter + 1, *sum)]);
                plot.curve(&steps.collect::<Vec<_>>(), 1.4 * scale, colour)
            }
            Stroke::Thick => {
                let points = std::iter::once((0.0, 0.0)).chain(ends.map(|(quarter, sum)| at(quarter + 1, *sum)));
                plot.curve(&points.collect::<Vec<_>>(), 2.8 * scale, colour)
            }
            Stroke::Dashed => {
                let points = std::iter::once((0.0, 0.0)).chain(ends.map(|(quarter, sum)| at(quarter + 1, *sum)));
                let points: Vec<_> = points.map(|(x, y)| plot.place(x, y)).collect();
                sheet.dashes(&points, (4.0 * scale, 1.4 * scale), colour)
            }
        }
    }

    /// The needs: one sum for all the years, so a level line.
    fn needs_line(
        &self,
        sheet: &Sheet<'_>,
        plot: &Plot<'_>,
        (region, scale): (Region, f64),
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        let Some(needs) = &self.subject.needs else { return Ok(()) };
        let (_, y) = plot.place(0.0, self.unit.place(needs.amount.into()));
        sheet.dashes(&[(region.left, y), (region.right, y)], (5.0 * scale, 1.4 * scale), setting.palette.needs)
    }

    /// The baseline, a tick between two years, and the years in between.
    fn years_row(
        &self,
        sheet: &Sheet<'_>,
        plot: &Plot<'_>,
        (region, scale): (Region, f64),
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let (first, last) = self.years();
        let baseline = setting.palette.baseline;
        let (_, zero) = plot.place(0.0, 0.0);
        sheet.line((region.left, zero), (region.right, zero), 1.2, baseline)?;
        let years: Vec<i32> = (first..=last).collect();
        let slot = region.width() / years.len() as f64;
        let names = ruler::year_names(&years, slot, ruler::tick_style(scale));
        for (place, name) in names.into_iter().enumerate() {
            let (start, _) = plot.place(place as f64 * 4.0, 0.0);
            let (middle, _) = plot.place(place as f64 * 4.0 + 2.0, 0.0);
            // Where years stand too close, only those that are named have a tick.
            if slot >= 10.0 * scale || !name.is_empty() {
                sheet.line((start, zero), (start, zero + 4.0 * scale), 1.0, baseline)?;
            }
            labels.push(ruler::under(middle, zero, scale, setting, name));
        }
        sheet.line((region.right, zero), (region.right, zero + 4.0 * scale), 1.0, baseline)
    }

    /// The plan's "today".
    fn marker(
        &self,
        sheet: &Sheet<'_>,
        plot: &Plot<'_>,
        (region, scale): (Region, f64),
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let facts = &self.subject.facts;
        let within = |place: &f64| (0.0..=self.subject.quarters as f64).contains(place);
        let place = place_of(self.subject.first, &facts.as_of).filter(within);
        let (Some(place), Some(date)) = (place, caption::date(&facts.as_of, setting.words)) else { return Ok(()) };
        let (x, _) = plot.place(place, 0.0);
        let top = region.top - 16.0 * scale;
        sheet.dashes(&[(x, top), (x, region.bottom)], (1.5 * scale, 1.0), setting.palette.text_muted)?;
        let style = ruler::tick_style(scale);
        let content = clean(&setting.words.say("chart-as-of", &[("date", &date)]));
        let gap = 5.0 * scale;
        let (right, left) = (region.right - x - gap, x - gap - region.left);
        let is_right = style.width(&content) <= right || right >= left;
        let (anchor, x) = if is_right { (Anchor::Start, x + gap) } else { (Anchor::End, x - gap) };
        let content = style.shorten(&content, right.max(left));
        let (baseline, colour) = (top + style.size * 0.8, setting.palette.text_muted);
        labels.push(Label { x, baseline, anchor, style, colour, content });
        Ok(())
    }

    /// The quarter by which half is paid: the finding, marked on the line.
    fn half_mark(
        &self,
        sheet: &Sheet<'_>,
        plot: &Plot<'_>,
        (region, scale): (Region, f64),
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let Some(half) = self.half else { return Ok(()) };
        let sum = self.paid().sums[half];
        let (x, y) = plot.place((half + 1) as f64, self.unit.place(sum));
        sheet.dot((x, y), 4.6 * scale, setting.palette.canvas)?;
        sheet.dot((x, y), 3.4 * scale, setting.palette.paid)?;
        let style = Style::semi_bold(11.0 * scale);
        let quarter = self.quarter_name(half, setting.words);
        let figure = self.unit.figure(sum, setting.words);
        let long = setting.words.say("chart-half-mark", &[("quarter", &quarter), ("amount", &figure)]);
        // Below and to the right of a rising line there is room, except at its end and at the baseline.
        let (x, baseline, colour) = (x + 9.0 * scale, y + 13.0 * scale, setting.palette.text);
        let fits = |text: &String| x + style.width(text) <= region.right && baseline <= region.bottom - 4.0 * scale;
        if let Some(content) = [clean(&long), clean(&quarter)].into_iter().find(fits) {
            let label = Label { x, baseline, anchor: Anchor::Start, style, colour, content };
            label.clear_behind(sheet, setting)?;
            labels.push(label);
        }
        Ok(())
    }

    fn hover(&self, plot: &Plot<'_>, words: &dyn Words) -> Vec<Hover> {
        let needs = self.needs_name(words);
        let at = |quarter: usize| grid(plot.place(quarter as f64, 0.0).0);
        let zone = |quarter: usize| {
            let line = |line: &Line| HoverLine { key: line.key, label: line.label.clone(), amount: line.sums[quarter] };
            let mut lines: Vec<HoverLine> = self.lines.iter().map(line).collect();
            lines.extend(needs.iter().map(|(name, amount)| HoverLine {
                key: "needs",
                label: name.clone(),
                amount: *amount,
            }));
            let (x0, x1) = (at(quarter), at(quarter + 1));
            Hover { period: self.subject.quarter_key(quarter), x0, x1, x: x1, lines }
        };
        (0..self.subject.quarters).map(zone).collect()
    }
}
