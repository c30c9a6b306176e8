//! When it flows: what is committed and what is paid, cumulatively per quarter, beside the needs.

use crate::amount::Unit;
use crate::assemble::{self, Parts};
use crate::caption;
use crate::conditions::Unpaid;
use crate::end_labels::{self, End};
use crate::events;
use crate::figure::{ChartError, Figure, FigureTable, Hover, HoverLine, Setting};
use crate::frame::{Entry, Frame, Look, Wording};
use crate::palette::Colour;
use crate::ruler;
use crate::shapes::{self, Plot, Region, Sheet};
use crate::subject::Subject;
use crate::text::{Anchor, Label, Style, clean};
use crate::timeline::{self, Timeline};
use crate::unpaid;
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
    /// How far payments are behind the plan at the end of each quarter: the booster's, and all. None where they are nowhere.
    behind: Vec<(Total, Total)>,
    /// For what reasons anything is unpaid.
    reasons: Vec<Unpaid>,
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
    let frame = Frame::compose(setting, &wording, &lines.legend(setting), events::rail_height(subject));
    let (drawn, labels, hover) = lines.picture(setting, &frame)?;
    let (alt, table) = (lines.alt(setting.words, &wording), lines.table(setting.words));
    Ok(assemble::figure(NAME, setting, wording, Parts { drawn, labels, alt, table, hover }))
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
        let behind = if planned == paid { Vec::new() } else { behind(subject, &planned, &paid) };
        if planned != paid {
            lines.push(line("planned", "chart-planned", planned, Stroke::Dashed));
        }
        lines.push(line("paid", "chart-paid", paid, Stroke::Thick));
        Ok(Self { subject, lines, behind, reasons: unpaid::reasons(subject), whole, half, unit })
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
        let (years, unit) = (caption::years(first, last), self.unit.name(words));
        let id =
            if self.lines.len() > 2 { "chart-when-it-flows-subtitle-planned" } else { "chart-when-it-flows-subtitle" };
        let args = [("years", years.as_str()), ("unit", &unit), ("prices", &facts.prices)];
        let mut notes: Vec<String> = Vec::new();
        if let Some(needs) = &self.subject.needs {
            notes.push(words.say("chart-needs-note", &[("name", &needs.name), ("prices", &needs.prices)]));
        }
        notes.extend(unpaid::note(self.subject, words));
        let as_of = if self.behind.is_empty() { caption::as_of } else { caption::as_let_through };
        notes.extend(as_of(facts, words));
        Wording {
            title: self.title(words),
            subtitle: format!("{} · {}", words.say(id, &args), caption::context(facts, words)),
            note: notes.join(" "),
            events: events::told(self.subject, words),
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
        caption::quarter(self.subject.quarter(quarter), words)
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
        alt.extend([caption::note_and_events(wording), wording.source.clone()]);
        caption::joined(alt)
    }

    fn legend(&self, setting: &Setting<'_>) -> Vec<Entry> {
        let Setting { palette, words, .. } = setting;
        let mut entries = Vec::new();
        let mut add = |id: &str, colour: Colour, look: Look| {
            entries.push(Entry { label: clean(&words.say(id, &[])), colour, look });
        };
        if self.behind.iter().any(|(booster, _)| *booster != Total::ZERO) {
            add("chart-behind-booster", palette.booster, Look::Waiting { fill: palette.pending });
        }
        if self.behind.iter().any(|(booster, all)| booster != all) {
            add("chart-behind-others", palette.committed, Look::Pale { fill: palette.band });
        }
        entries
    }

    fn needs_name(&self, words: &dyn Words) -> Option<(String, Total)> {
        let needs = self.subject.needs.as_ref()?;
        Some((clean(&words.say("chart-needs", &[("name", &needs.name)])), needs.amount.into()))
    }

    fn table(&self, words: &dyn Words) -> FigureTable {
        let needs = self.needs_name(words);
        let mut header = vec![words.say("chart-quarter-end", &[])];
        header.extend(self.lines.iter().map(|line| line.label.clone()));
        header.extend(self.reasons.iter().map(|reason| clean(&unpaid::name(self.subject, *reason, words))));
        header.extend(needs.iter().map(|(name, _)| name.clone()));
        let row = |quarter: usize| {
            let stocks = self.reasons.iter().map(|reason| self.subject.unpaid(*reason, quarter));
            let sums = self.lines.iter().map(|line| line.sums[quarter]).chain(stocks);
            let sums = sums.chain(needs.iter().map(|(_, amount)| *amount));
            std::iter::once(self.subject.quarter_key(quarter)).chain(sums.map(|sum| sum.to_string())).collect()
        };
        FigureTable { header, rows: (0..self.subject.quarters).map(row).collect() }
    }
}

// The picture.
impl Lines<'_> {
    fn picture(&self, setting: &Setting<'_>, frame: &Frame) -> Result<(String, Vec<Label>, Vec<Hover>), ChartError> {
        let (scale, room) = (frame.scale, frame.room);
        let mut labels = frame.labels.clone();
        let axis = ruler::scale_for(self.highest(), room.height() - 40.0 * scale, scale);
        let left = room.left + ruler::tick_width(&axis.ticks, scale, setting);
        let ends = self.ends(setting, scale, room.width());
        let right = room.right - end_labels::width(&ends) - 14.0 * scale;
        let flags = timeline::today(self.subject, setting.words).into_iter().collect();
        let timeline = Timeline::lay_out(self.subject, frame, (left, right), flags);
        let region = timeline.region(room);
        let drawn = shapes::draw(setting.width, setting.height, |sheet| {
            frame.draw(sheet, setting)?;
            let plot = sheet.plot(region, 0.0..self.subject.quarters as f64, 0.0..axis.top)?;
            ruler::hairlines((sheet, &plot), (region, scale), &axis.ticks, setting, &mut labels)?;
            timeline.draw_verticals(sheet, region, setting, &mut labels)?;
            self.bands(sheet, &plot, (scale, setting))?;
            timeline.draw_axis(sheet, region, setting, &mut labels)?;
            self.needs_line(sheet, &plot, (region, scale), setting)?;
            for line in &self.lines {
                self.line(sheet, &plot, line, (scale, setting))?;
            }
            self.half_mark(sheet, &plot, (region, scale), setting, &mut labels)?;
            end_labels::place((sheet, &plot), &ends, (region, scale), setting, &mut labels)
        })?;
        Ok((drawn, labels, self.hover(&timeline, setting.words)))
    }

    /// Fills what lies between paid and planned: hatched the money that depends on reforms, pale the rest.
    fn bands(
        &self,
        sheet: &Sheet<'_>,
        plot: &Plot<'_>,
        (scale, setting): (f64, &Setting<'_>),
    ) -> Result<(), ChartError> {
        let palette = setting.palette;
        let behind = |quarter: usize| quarter.checked_sub(1).map_or((Total::ZERO, Total::ZERO), |at| self.behind[at]);
        let paid = |quarter: usize| quarter.checked_sub(1).map_or(Total::ZERO, |at| self.paid().sums[at]);
        let place = |quarter: usize, sum: Total| plot.place(quarter as f64, self.unit.place(sum));
        for quarter in 0..self.behind.len() {
            let (from, to) = (behind(quarter), behind(quarter + 1));
            let (low, high) = (paid(quarter), paid(quarter + 1));
            let quad = |(low_from, low_to): (Total, Total), (high_from, high_to): (Total, Total)| {
                [
                    place(quarter, low + low_from),
                    place(quarter + 1, high + low_to),
                    place(quarter + 1, high + high_to),
                    place(quarter, low + high_from),
                ]
            };
            let booster = quad((Total::ZERO, Total::ZERO), (from.0, to.0));
            if (from.0, to.0) != (Total::ZERO, Total::ZERO) {
                sheet.polygon(&booster, palette.pending)?;
                sheet.hatch_polygon(&booster, scale, palette.booster)?;
            }
            if (from.0, to.0) != (from.1, to.1) {
                sheet.polygon(&quad((from.0, to.0), (from.1, to.1)), palette.band)?;
            }
        }
        Ok(())
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

    fn hover(&self, timeline: &Timeline<'_>, words: &dyn Words) -> Vec<Hover> {
        let needs = self.needs_name(words);
        // What is only planned for later is no news of the quarter.
        let reasons = self.reasons.iter().filter(|reason| !matches!(reason, Unpaid::ToCome | Unpaid::After));
        let reasons: Vec<_> =
            reasons.map(|reason| (*reason, clean(&unpaid::name(self.subject, *reason, words)))).collect();
        let zone = |quarter: usize| {
            let line = |line: &Line| HoverLine { key: line.key, label: line.label.clone(), amount: line.sums[quarter] };
            let mut lines: Vec<HoverLine> = self.lines.iter().map(line).collect();
            lines.extend(reasons.iter().map(|(reason, label)| HoverLine {
                key: reason.key(),
                label: label.clone(),
                amount: self.subject.unpaid(*reason, quarter),
            }));
            lines.extend(needs.iter().map(|(name, amount)| HoverLine {
                key: "needs",
                label: name.clone(),
                amount: *amount,
            }));
            let (x0, x1) = (timeline.grid_x(quarter), timeline.grid_x(quarter + 1));
            let notes = events::hover(self.subject, (quarter, quarter + 1), words);
            Hover { period: self.subject.quarter_key(quarter), x0, x1, x: x1, band: None, lines, notes }
        };
        (0..self.subject.quarters).map(zone).collect()
    }
}

/// How far `paid` is behind `planned` at the end of each quarter: the booster's money, and all. What was paid early counts
/// as nothing.
fn behind(subject: &Subject, planned: &[Total], paid: &[Total]) -> Vec<(Total, Total)> {
    let mut booster = Total::ZERO;
    let flows = || subject.flows.iter().filter(|flow| flow.booster);
    (0..subject.quarters)
        .map(|at| {
            booster += flows().map(|flow| flow.planned[at] - flow.paid[at]).sum();
            let all = (planned[at] - paid[at]).max(Total::ZERO);
            (booster.clamp(Total::ZERO, all), all)
        })
        .collect()
}
