//! What waits for reforms: the booster's four states at the end of each quarter. They always add to its amount, so that it
//! is never drawn as certain.

use crate::amount::Unit;
use crate::assemble::{self, Parts};
use crate::caption;
use crate::conditions::States;
use crate::end_labels::{self, End};
use crate::events;
use crate::figure::{ChartError, Figure, FigureTable, Hover, HoverLine, Setting};
use crate::frame::{Entry, Frame, Look, Wording};
use crate::ruler;
use crate::shapes::{self, Plot, Sheet};
use crate::subject::Subject;
use crate::text::{Label, clean};
use crate::timeline::{self, Timeline};
use crate::words::Words;
use model::Total;
use std::ops::Range;

const NAME: &str = "what_waits_for_reforms";

/// The states from the bottom of the stack: what does not change with the language, and the word.
const STATES: [(&str, &str); 4] = [
    ("released", "chart-released"),
    ("at_risk", "chart-at-risk"),
    ("not_yet_due", "chart-not-yet-due"),
    ("lost", "chart-lost"),
];
const RELEASED: usize = 0;
const AT_RISK: usize = 1;
const NOT_YET_DUE: usize = 2;
const LOST: usize = 3;

/// Segments lower than this in pixels are not set off from each other.
const SEPARATED: f64 = 2.5;
/// From this width on, in pixels, the ends of the states bear their names.
const NAMED_ENDS: f64 = 620.0;

/// The chart's figures.
struct Waiting<'a> {
    subject: &'a Subject,
    /// The states of each quarter, from the bottom of the stack.
    quarters: Vec<[Total; 4]>,
    /// The booster's amount.
    whole: Total,
    unit: Unit,
}

/// Draws the chart.
pub(crate) fn draw(subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    setting.check()?;
    subject.check()?;
    let waiting = Waiting::of(subject)?;
    let wording = waiting.wording(setting.words).cleaned();
    let frame = Frame::compose(setting, &wording, &waiting.legend(setting), events::rail_height(subject));
    let (drawn, labels, hover) = waiting.picture(setting, &frame)?;
    let (alt, table) = (waiting.alt(setting.words, &wording), waiting.table(setting.words));
    Ok(assemble::figure(NAME, setting, wording, Parts { drawn, labels, alt, table, hover }))
}

impl<'a> Waiting<'a> {
    fn of(subject: &'a Subject) -> Result<Self, ChartError> {
        let mut quarters: Vec<[Total; 4]> = subject.conditions.booster.iter().map(States::parts).collect();
        quarters.resize(subject.quarters, [Total::ZERO; 4]);
        for (quarter, parts) in quarters.iter().enumerate() {
            if let Some(below) = parts.iter().find(|part| **part < Total::ZERO) {
                let (period, amount) = (subject.quarter_key(quarter), below.to_string());
                return Err(ChartError::Negative { what: "a state of the booster", period, amount });
            }
        }
        let whole = quarters.iter().map(sum).max().unwrap_or_default();
        Ok(Self { subject, quarters, whole, unit: Unit::for_largest(whole) })
    }

    /// The last quarter with any state: the package's last.
    fn last(&self) -> usize {
        self.quarters.iter().rposition(|parts| sum(parts) > Total::ZERO).unwrap_or(self.quarters.len() - 1)
    }

    fn first(&self) -> usize {
        self.quarters.iter().position(|parts| sum(parts) > Total::ZERO).unwrap_or(0)
    }

    /// The most of a state, and in which quarter first.
    fn most(&self, state: usize) -> (Total, usize) {
        let most = self.quarters.iter().map(|parts| parts[state]).max().unwrap_or_default();
        (most, self.quarters.iter().position(|parts| parts[state] == most).unwrap_or(0))
    }

    fn is_used(&self, state: usize) -> bool {
        self.most(state).0 > Total::ZERO
    }

    fn legend(&self, setting: &Setting<'_>) -> Vec<Entry> {
        let Setting { palette, words, .. } = setting;
        let looks = [Look::Solid, Look::Striped, Look::Pale { fill: palette.pending }, Look::Ruled];
        let entries = STATES.into_iter().zip(looks).enumerate().filter(|(state, _)| self.is_used(*state));
        let entry = |(state, ((_, word), look))| {
            let colour = if state == LOST { palette.lost } else { palette.booster };
            Entry { label: clean(&words.say(word, &[])), colour, look }
        };
        entries.map(entry).collect()
    }
}

fn sum(parts: &[Total; 4]) -> Total {
    parts.iter().copied().sum()
}

// The words.
impl Waiting<'_> {
    fn wording(&self, words: &dyn Words) -> Wording {
        let facts = &self.subject.facts;
        let (first, last) = (self.subject.year(0), self.subject.year(self.subject.quarters - 1));
        let args =
            [("years", caption::years(first, last)), ("unit", self.unit.name(words)), ("prices", facts.prices.clone())];
        let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
        let indicator = words.say("chart-what-waits-for-reforms-subtitle", &args);
        let mut notes = Vec::new();
        if self.whole > Total::ZERO {
            notes.push(words.say("chart-released-note", &[]));
        }
        notes.extend(caption::assumed_steps(self.subject, words));
        notes.extend(caption::expected_from(facts, words));
        Wording {
            title: self.title(words),
            subtitle: format!("{indicator} · {}", caption::context(facts, words)),
            note: caption::joined(notes),
            events: events::told(self.subject, words),
            source: caption::source(facts, words),
            fingerprint: facts.fingerprint.clone(),
        }
    }

    /// The finding: what is lost, else what comes into danger, else how fast it is released.
    fn title(&self, words: &dyn Words) -> String {
        let say =
            |id: &str, args: &[(&str, &str)]| words.say(&format!("chart-what-waits-for-reforms-title-{id}"), args);
        if self.whole == Total::ZERO {
            return say("none", &[]);
        }
        let amount = |amount| self.unit.with_name(amount, words);
        let whole = amount(self.whole);
        if self.subject.conditions.steps.all == 0 {
            return say("no-steps", &[("amount", &whole)]);
        }
        let (end, last) = (&self.quarters[self.last()], self.subject.year(self.last()).to_string());
        if end[LOST] == self.whole {
            return say("all-lost", &[("amount", &whole), ("last", &last)]);
        }
        if end[LOST] > Total::ZERO {
            let (lost, released) = (amount(end[LOST]), amount(end[RELEASED]));
            return say("lost", &[("amount", &whole), ("lost", &lost), ("released", &released), ("last", &last)]);
        }
        let (most, quarter) = self.most(AT_RISK);
        if most > Total::ZERO {
            let (most, quarter) = (amount(most), self.quarter_name(quarter, words));
            return say("at-risk", &[("amount", &whole), ("risk", &most), ("quarter", &quarter)]);
        }
        let first = self.first();
        if self.quarters[first][RELEASED] == self.whole {
            return say("all", &[("amount", &whole)]);
        }
        let is_half = |parts: &[Total; 4]| parts[RELEASED].cents() * 2 >= self.whole.cents();
        if let Some(half) = self.quarters.iter().position(is_half) {
            return say("half", &[("amount", &whole), ("quarter", &self.quarter_name(half, words))]);
        }
        say("less", &[("amount", &whole), ("released", &amount(end[RELEASED])), ("last", &last)])
    }

    fn quarter_name(&self, quarter: usize, words: &dyn Words) -> String {
        caption::quarter(self.subject.quarter(quarter), words)
    }

    fn alt(&self, words: &dyn Words, wording: &Wording) -> String {
        // Nought is a figure in a sentence, not a dash.
        let figure = |amount: Total| {
            if amount == Total::ZERO { words.number("0") } else { self.unit.figure(amount, words) }
        };
        let mut alt = Vec::new();
        if self.whole > Total::ZERO {
            let (start, end) = (&self.quarters[self.first()], &self.quarters[self.last()]);
            let args = [
                ("unit", self.unit.name(words)),
                ("amount", figure(self.whole)),
                ("first", self.quarter_name(self.first(), words)),
                ("last", self.quarter_name(self.last(), words)),
                ("released-first", figure(start[RELEASED])),
                ("released-last", figure(end[RELEASED])),
                ("due-first", figure(start[NOT_YET_DUE])),
                ("due-last", figure(end[NOT_YET_DUE])),
            ];
            let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
            alt.push(words.say("chart-what-waits-for-reforms-alt", &args));
            for (state, id) in [(AT_RISK, "chart-at-risk-alt"), (LOST, "chart-lost-alt")] {
                let (most, quarter) = self.most(state);
                let args = [("amount", figure(most)), ("quarter", self.quarter_name(quarter, words))];
                let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
                alt.extend((most > Total::ZERO).then(|| words.say(id, &args)));
            }
        }
        let sentence = |text: &str| format!("{}.", text.trim_end_matches('.'));
        alt.extend([sentence(&wording.title), caption::note_and_events(wording), wording.source.clone()]);
        caption::joined(alt)
    }

    fn table(&self, words: &dyn Words) -> FigureTable {
        let mut header = vec![words.say("chart-quarter-end", &[])];
        header.extend(STATES.iter().map(|(_, word)| words.say(word, &[])));
        header.push(words.say("chart-booster", &[]));
        let row = |(quarter, parts): (usize, &[Total; 4])| {
            let amounts = parts.iter().copied().chain([sum(parts)]).map(|amount| amount.to_string());
            std::iter::once(self.subject.quarter_key(quarter)).chain(amounts).collect()
        };
        FigureTable { header, rows: self.quarters.iter().enumerate().map(row).collect() }
    }
}

// The picture.
impl Waiting<'_> {
    fn picture(&self, setting: &Setting<'_>, frame: &Frame) -> Result<(String, Vec<Label>, Vec<Hover>), ChartError> {
        let (scale, room) = (frame.scale, frame.room);
        let mut labels = frame.labels.clone();
        let axis = ruler::scale_for(self.unit.place(self.whole), room.height() - 40.0 * scale, scale);
        let left = room.left + ruler::tick_width(&axis.ticks, scale, setting);
        let ends = self.ends(setting, scale, room.width());
        let ends_width = if ends.is_empty() { 0.0 } else { end_labels::width(&ends) + 14.0 * scale };
        let flags = timeline::today(self.subject, setting.words).into_iter().collect();
        let timeline = Timeline::lay_out(self.subject, frame, (left, room.right - ends_width), flags);
        let region = timeline.region(room);
        let drawn = shapes::draw(setting.width, setting.height, |sheet| {
            frame.draw(sheet, setting)?;
            let plot = sheet.plot(region, 0.0..self.subject.quarters as f64, 0.0..axis.top)?;
            for state in [NOT_YET_DUE, RELEASED, LOST, AT_RISK] {
                for run in self.runs(state) {
                    self.fill((sheet, &plot), (state, run), scale, setting)?;
                }
                // The hairlines can be seen through what is only waiting.
                if state == NOT_YET_DUE {
                    ruler::hairlines((sheet, &plot), (region, scale), &axis.ticks, setting, &mut labels)?;
                }
            }
            self.outlines(sheet, &plot, scale, setting)?;
            self.separators(sheet, &plot, setting)?;
            timeline.draw_verticals(sheet, region, setting, &mut labels)?;
            timeline.draw_axis(sheet, region, setting, &mut labels)?;
            end_labels::place((sheet, &plot), &ends, (region, scale), setting, &mut labels)
        })?;
        Ok((drawn, labels, self.hover(&timeline, setting.words)))
    }

    /// The height of the stack below a state, and with it.
    fn levels(&self, quarter: usize, state: usize) -> (f64, f64) {
        let below: Total = self.quarters[quarter][..state].iter().copied().sum();
        (self.unit.place(below), self.unit.place(below + self.quarters[quarter][state]))
    }

    /// The quarters on end in which a state has money.
    fn runs(&self, state: usize) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (quarter, _) in self.quarters.iter().enumerate().filter(|(_, parts)| parts[state] > Total::ZERO) {
            match runs.last_mut() {
                Some(run) if run.end == quarter => run.end = quarter + 1,
                _ => runs.push(quarter..quarter + 1),
            }
        }
        runs
    }

    /// Fills a state's quarters in the state's own look.
    fn fill(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        (state, run): (usize, Range<usize>),
        scale: f64,
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        let palette = setting.palette;
        let corners = self.corners(plot, state, run.clone());
        match state {
            RELEASED => sheet.polygon(&corners, palette.booster)?,
            LOST => {
                sheet.polygon(&corners, palette.lost)?;
                for same in self.level_runs(state, run) {
                    let (bottom, top) = self.levels(same.start, state);
                    sheet.rules(plot.bounds(same.start as f64..same.end as f64, bottom..top), scale, palette.canvas)?;
                }
            }
            NOT_YET_DUE => sheet.polygon(&corners, palette.pending)?,
            _ => {
                sheet.polygon(&corners, palette.canvas)?;
                for same in self.level_runs(state, run) {
                    let (bottom, top) = self.levels(same.start, state);
                    let bounds = plot.bounds(same.start as f64..same.end as f64, bottom..top);
                    sheet.hatch_back(bounds, scale, palette.booster)?;
                }
            }
        }
        Ok(())
    }

    /// The corners of a state's quarters, each as wide as its quarter.
    fn corners(&self, plot: &Plot<'_>, state: usize, run: Range<usize>) -> Vec<(f64, f64)> {
        let place = |(x, quarter, is_top): (usize, usize, bool)| {
            let (bottom, top) = self.levels(quarter, state);
            plot.place(x as f64, if is_top { top } else { bottom })
        };
        let edge = |is_top: bool| run.clone().flat_map(move |at| [(at, at, is_top), (at + 1, at, is_top)]).map(place);
        let bottom: Vec<_> = edge(false).collect();
        edge(true).chain(bottom.into_iter().rev()).collect()
    }

    /// Outlines what is pale or striped.
    fn outlines(
        &self,
        sheet: &Sheet<'_>,
        plot: &Plot<'_>,
        scale: f64,
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        for state in [NOT_YET_DUE, AT_RISK] {
            for run in self.runs(state) {
                let mut corners = self.corners(plot, state, run);
                corners.push(corners[0]);
                sheet.path(&corners, 1.0 * scale, setting.palette.booster)?;
            }
        }
        Ok(())
    }

    /// The parts of a run in which a state lies between the same levels.
    fn level_runs(&self, state: usize, run: Range<usize>) -> Vec<Range<usize>> {
        let levels = |quarter: usize| {
            let below: Total = self.quarters[quarter][..state].iter().copied().sum();
            (below, self.quarters[quarter][state])
        };
        let mut runs: Vec<Range<usize>> = Vec::new();
        for quarter in run {
            match runs.last_mut() {
                Some(same) if levels(same.start) == levels(quarter) => same.end = quarter + 1,
                _ => runs.push(quarter..quarter + 1),
            }
        }
        runs
    }

    /// A line of the canvas above what is released and below what is lost, where a dark fill meets another.
    fn separators(&self, sheet: &Sheet<'_>, plot: &Plot<'_>, setting: &Setting<'_>) -> Result<(), ChartError> {
        for (quarter, parts) in self.quarters.iter().enumerate() {
            let height = |state: usize| {
                let (bottom, top) = self.levels(quarter, state);
                plot.place(0.0, bottom).1 - plot.place(0.0, top).1
            };
            let seen: Vec<usize> = (0..4).filter(|state| parts[*state] > Total::ZERO).collect();
            for pair in seen.windows(2).filter(|pair| !pair.contains(&NOT_YET_DUE)) {
                if height(pair[0]).min(height(pair[1])) >= SEPARATED {
                    let (_, top) = self.levels(quarter, pair[0]);
                    let (from, to) = (plot.place(quarter as f64, top), plot.place((quarter + 1) as f64, top));
                    sheet.line(from, to, 1.2, setting.palette.canvas)?;
                }
            }
        }
        Ok(())
    }

    /// What each state comes to in the end, beside its part of the stack.
    fn ends(&self, setting: &Setting<'_>, scale: f64, width: f64) -> Vec<End> {
        let last = self.last();
        let parts = (0..4).rev().filter(|state| self.quarters[last][*state] > Total::ZERO);
        let end = |state: usize| {
            let (bottom, top) = self.levels(last, state);
            let figure = self.unit.figure(self.quarters[last][state], setting.words);
            // The legend names the states; where there is room, so does the end of each.
            let name = if width >= NAMED_ENDS { setting.words.say(STATES[state].1, &[]) } else { String::new() };
            let text = clean(format!("{name} {figure}").trim());
            End::new(&text, f64::midpoint(bottom, top), state == RELEASED, scale, width * 0.16)
        };
        parts.map(end).collect()
    }

    fn hover(&self, timeline: &Timeline<'_>, words: &dyn Words) -> Vec<Hover> {
        let zone = |(quarter, parts): (usize, &[Total; 4])| {
            let line = |((key, word), amount): (&(&'static str, &str), &Total)| HoverLine {
                key,
                label: clean(&words.say(word, &[])),
                amount: *amount,
            };
            let mut lines: Vec<HoverLine> = STATES.iter().zip(parts).map(line).collect();
            lines.push(HoverLine { key: "total", label: clean(&words.say("chart-booster", &[])), amount: sum(parts) });
            let (x0, x1) = (timeline.grid_x(quarter), timeline.grid_x(quarter + 1));
            let notes = events::hover(self.subject, (quarter, quarter + 1), words);
            Hover { period: self.subject.quarter_key(quarter), x0, x1, x: x1, band: None, lines, notes }
        };
        self.quarters.iter().enumerate().map(zone).collect()
    }
}
