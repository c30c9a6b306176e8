//! When could accession come: how probable it is that all steps are met by the end of each quarter, beside the quarter the
//! plan expects and the days that others have named. A curve is drawn from entered probabilities only.

use crate::assemble::{self, Parts};
use crate::caption;
use crate::conditions::{Accession, Mark, Odds};
use crate::end_labels::{self, End};
use crate::events;
use crate::figure::{ChartError, Figure, FigureTable, Hover, Setting};
use crate::flags::Pole;
use crate::frame::{Frame, Wording};
use crate::odds::{is_half, percent, place};
use crate::ruler::{self, Scale};
use crate::shapes::{self, Plot, Region, Sheet};
use crate::subject::{Subject, place_of};
use crate::text::{Anchor, Label, Style, clean};
use crate::timeline::{self, Timeline};
use crate::words::Words;
use model::{EventKind, EventState, Quarter, Share};

const NAME: &str = "when_could_accession_come";

/// More named days than this are only marked under the axis.
const MOST_TARGETS: usize = 6;
/// The ticks are whole percents up to the whole.
const ALL_PERCENT: f64 = 100.0;

/// The chart's facts.
struct Chances<'a> {
    subject: &'a Subject,
    accession: &'a Accession,
}

/// Draws the chart.
pub(crate) fn draw(subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    setting.check()?;
    subject.check()?;
    let chances = Chances { subject, accession: &subject.conditions.accession };
    let wording = chances.wording(setting.words).cleaned();
    let frame = Frame::compose(setting, &wording, &[], events::rail_height(subject));
    let (drawn, labels, hover) = chances.picture(setting, &frame)?;
    let (alt, table) = (chances.alt(setting.words, &wording), chances.table(setting.words));
    Ok(assemble::figure(NAME, setting, wording, Parts { drawn, labels, alt, table, hover }))
}

impl Chances<'_> {
    /// The odds that lie in the plan's years, each with the number of quarters that have passed by then.
    fn odds(&self) -> impl Iterator<Item = (usize, &Odds)> {
        let first = self.subject.first;
        let within = move |odds: &Odds| usize::try_from(odds.quarter.since(first)).ok();
        let placed = self.accession.odds.iter().filter_map(move |odds| Some((within(odds)? + 1, odds)));
        placed.filter(|(passed, _)| *passed <= self.subject.quarters)
    }

    /// The first odds that are at least even, if steps are independent.
    fn even(&self) -> Option<(usize, &Odds)> {
        self.odds().find(|(_, odds)| is_half(odds.independent))
    }

    /// How many quarters have passed by the end of the planned one; it may lie past the plan's years.
    fn planned(&self) -> Option<f64> {
        self.accession.planned.map(|quarter| f64::from(quarter.since(self.subject.first) + 1))
    }

    fn steps(&self) -> usize {
        self.subject.conditions.steps.all
    }

    fn years(&self) -> String {
        caption::years(self.subject.year(0), self.subject.year(self.subject.quarters - 1))
    }
}

// The words.
impl Chances<'_> {
    fn wording(&self, words: &dyn Words) -> Wording {
        let facts = &self.subject.facts;
        let indicator = words.say("chart-when-could-accession-come-subtitle", &[("years", &self.years())]);
        let mut notes = Vec::new();
        if !self.accession.odds.is_empty() {
            notes.push(words.say("chart-odds-note", &[]));
        }
        notes.push(words.say("chart-accession-note", &[]));
        notes.extend(caption::assumed_steps(self.subject, words));
        Wording {
            title: self.title(words),
            subtitle: format!("{indicator} · {}", caption::context(facts, words)),
            note: caption::joined(notes),
            events: events::told(self.subject, words),
            source: caption::source(facts, words),
            fingerprint: facts.fingerprint.clone(),
        }
    }

    /// The finding: when the odds become even, or how good they become; without odds, when the plan expects it.
    fn title(&self, words: &dyn Words) -> String {
        let say =
            |id: &str, args: &[(&str, &str)]| words.say(&format!("chart-when-could-accession-come-title-{id}"), args);
        if let Some((_, even)) = self.even() {
            return say("even", &[("quarter", &caption::quarter(even.quarter, words))]);
        }
        if let Some((_, last)) = self.odds().last() {
            let quarter = caption::quarter(last.quarter, words);
            return say("less", &[("percent", &percent(last.independent, words)), ("quarter", &quarter)]);
        }
        match self.accession.planned {
            Some(quarter) if self.steps() > 0 => say("planned", &[("quarter", &caption::quarter(quarter, words))]),
            _ if self.steps() > 0 => say("never", &[]),
            _ => say("none", &[]),
        }
    }

    /// Why no curve is drawn, where none is.
    fn no_curve(&self, words: &dyn Words) -> Option<String> {
        let Accession { missing, odds, .. } = self.accession;
        if self.steps() == 0 {
            return Some(words.say("chart-no-steps", &[]));
        }
        let (missing, steps) = (missing.to_string(), self.steps().to_string());
        odds.is_empty().then(|| words.say("chart-no-odds", &[("missing", &missing), ("steps", &steps)]))
    }

    fn planned_text(&self, words: &dyn Words) -> Option<String> {
        let quarter = caption::quarter(self.accession.planned?, words);
        Some(clean(&words.say("chart-accession-planned", &[("quarter", &quarter)])))
    }

    fn alt(&self, words: &dyn Words, wording: &Wording) -> String {
        let mut alt = vec![format!("{}.", wording.title.trim_end_matches('.'))];
        if let Some((_, last)) = self.odds().last() {
            let args = [
                ("quarter", caption::quarter(last.quarter, words)),
                ("independent", percent(last.independent, words)),
                ("least", percent(last.least, words)),
                ("most", percent(last.most, words)),
            ];
            let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
            alt.insert(0, words.say("chart-when-could-accession-come-alt", &args));
        }
        alt.extend(self.no_curve(words));
        alt.extend(self.planned_text(words).map(|text| format!("{text}.")));
        alt.extend([caption::note_and_events(wording), wording.source.clone()]);
        caption::joined(alt)
    }

    /// The odds by quarter; without them the days that are marked.
    fn table(&self, words: &dyn Words) -> FigureTable {
        if !self.accession.odds.is_empty() {
            let ids = ["chart-quarter-end", "chart-odds-independent", "chart-odds-least", "chart-odds-most"];
            let header = ids.map(|id| words.say(id, &[])).to_vec();
            let row = |(_, odds): (usize, &Odds)| {
                let shares = [odds.independent, odds.least, odds.most].map(|share| percent(share, words));
                std::iter::once(odds.quarter.to_string()).chain(shares).collect()
            };
            return FigureTable { header, rows: self.odds().map(row).collect() };
        }
        let header = ["chart-day", "chart-what"].map(|id| words.say(id, &[])).to_vec();
        let planned = self.accession.planned.map_or_else(|| "–".to_owned(), |quarter| quarter.to_string());
        let mut rows = vec![vec![planned, words.say("chart-accession-all-steps", &[])]];
        let marks = events::drawn(self.subject).into_iter();
        rows.extend(marks.map(|(_, mark)| vec![mark.day.to_string(), events::name(mark, words)]));
        FigureTable { header, rows }
    }
}

// The picture.
impl Chances<'_> {
    fn picture(&self, setting: &Setting<'_>, frame: &Frame) -> Result<(String, Vec<Label>, Vec<Hover>), ChartError> {
        let (scale, room) = (frame.scale, frame.room);
        let mut labels = frame.labels.clone();
        let has_curve = !self.accession.odds.is_empty();
        let Scale { ticks, .. } = ruler::scale_for(ALL_PERCENT, room.height() - 40.0 * scale, scale);
        let ends = self.ends(setting, scale, room.width());
        let left = room.left + if has_curve { ruler::tick_width(&ticks, scale, setting) } else { 0.0 };
        let right = room.right - if has_curve { end_labels::width(&ends) + 14.0 * scale } else { 0.0 };
        let timeline = Timeline::lay_out(self.subject, frame, (left, right), self.flags(setting.words));
        let region = timeline.region(room);
        let drawn = shapes::draw(setting.width, setting.height, |sheet| {
            frame.draw(sheet, setting)?;
            let plot = sheet.plot(region, 0.0..self.subject.quarters as f64, 0.0..ALL_PERCENT)?;
            if has_curve {
                ruler::hairlines((sheet, &plot), (region, scale), &ticks, setting, &mut labels)?;
                self.band(sheet, &plot, scale, setting)?;
            }
            timeline.draw_verticals(sheet, region, setting, &mut labels)?;
            if let Some(text) = self.no_curve(setting.words) {
                say_in(sheet, timeline.widest_gap(), (region, scale), setting, &mut labels, &clean(&text))?;
            }
            let line: Vec<_> = self.odds().map(|(passed, odds)| (passed as f64, place(odds.independent))).collect();
            if line.len() > 1 {
                plot.curve(&line, 2.8 * scale, setting.palette.paid)?;
            }
            timeline.draw_axis(sheet, region, setting, &mut labels)?;
            self.even_mark((sheet, &plot), (region, scale), setting, &mut labels)?;
            end_labels::place((sheet, &plot), &ends, (region, scale), setting, &mut labels)
        })?;
        Ok((drawn, labels, self.hover(&timeline, setting.words)))
    }

    /// The planned quarter first, then the plan's today, then the days that others have named for accession.
    fn flags(&self, words: &dyn Words) -> Vec<(f64, String, Pole)> {
        let mut flags = Vec::new();
        flags.extend(self.planned().zip(self.planned_text(words)).map(|(place, text)| (place, text, Pole::Solid)));
        flags.extend(timeline::today(self.subject, words));
        // A day that has passed is none by which accession could still come.
        let today = place_of(self.subject.first, &self.subject.facts.as_of).unwrap_or(0.0);
        let is_target = |mark: &Mark| mark.kind == EventKind::Accession && mark.state != EventState::Happened;
        let targets = events::drawn(self.subject).into_iter();
        let targets = targets.filter(|(place, mark)| *place >= today && is_target(mark));
        let flag = |(place, mark)| Some((place, events::dated(mark, words)?, Pole::Dashed));
        flags.extend(targets.take(MOST_TARGETS).filter_map(flag));
        flags
    }

    /// What the odds come to in the end.
    fn ends(&self, setting: &Setting<'_>, scale: f64, width: f64) -> Vec<End> {
        let Some((_, last)) = self.odds().last() else { return Vec::new() };
        let words = setting.words;
        let widest = (width * 0.2).max(88.0 * scale);
        let end = |id: &str, share: Share, strong: bool| {
            let text = format!("{} {}", words.say(id, &[]), percent(share, words));
            End::new(&clean(&text), place(share), strong, scale, widest)
        };
        vec![
            end("chart-odds-most", last.most, false),
            end("chart-odds-independent", last.independent, true),
            end("chart-odds-least", last.least, false),
        ]
    }

    /// Fills what lies between the least and the most, inside its outlines.
    fn band(&self, sheet: &Sheet<'_>, plot: &Plot<'_>, scale: f64, setting: &Setting<'_>) -> Result<(), ChartError> {
        let edge = |share: &dyn Fn(&Odds) -> Share| -> Vec<(f64, f64)> {
            self.odds().map(|(passed, odds)| plot.place(passed as f64, place(share(odds)))).collect()
        };
        let (low, high) = (edge(&|odds| odds.least), edge(&|odds| odds.most));
        if low.len() < 2 {
            return Ok(());
        }
        let corners: Vec<_> = low.iter().copied().chain(high.iter().rev().copied()).collect();
        sheet.polygon(&corners, setting.palette.band)?;
        sheet.path(&low, 1.0 * scale, setting.palette.committed)?;
        sheet.path(&high, 1.0 * scale, setting.palette.committed)
    }

    /// The quarter from which the odds are even: the finding, marked on the line.
    fn even_mark(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        (region, scale): (Region, f64),
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let Some((passed, even)) = self.even() else { return Ok(()) };
        let (x, y) = plot.place(passed as f64, place(even.independent));
        sheet.dot((x, y), 4.6 * scale, setting.palette.canvas)?;
        sheet.dot((x, y), 3.4 * scale, setting.palette.paid)?;
        let style = Style::semi_bold(11.0 * scale);
        let (quarter, share) =
            (caption::quarter(even.quarter, setting.words), percent(even.independent, setting.words));
        let content = clean(&format!("{quarter}: {share}"));
        let (x, baseline, colour) = (x + 9.0 * scale, y + 13.0 * scale, setting.palette.text);
        if x + style.width(&content) <= region.right && baseline <= region.bottom - 4.0 * scale {
            let label = Label { x, baseline, anchor: Anchor::Start, style, colour, content };
            label.clear_behind(sheet, setting)?;
            labels.push(label);
        }
        Ok(())
    }

    fn hover(&self, timeline: &Timeline<'_>, words: &dyn Words) -> Vec<Hover> {
        let told = |id: &str, share: Share| clean(&format!("{}: {}", words.say(id, &[]), percent(share, words)));
        let zone = |quarter: usize| {
            let mut notes = Vec::new();
            if let Some((_, odds)) = self.odds().find(|(passed, _)| *passed == quarter + 1) {
                notes.push(told("chart-odds-independent", odds.independent));
                notes.push(told("chart-odds-least", odds.least));
                notes.push(told("chart-odds-most", odds.most));
            }
            let is_planned =
                self.accession.planned.map(Quarter::ordinal) == Some(self.subject.first.ordinal() + quarter as i32);
            notes.extend(self.planned_text(words).filter(|_| is_planned));
            notes.extend(events::hover(self.subject, (quarter, quarter + 1), words));
            let (x0, x1) = (timeline.grid_x(quarter), timeline.grid_x(quarter + 1));
            Hover { period: self.subject.quarter_key(quarter), x0, x1, x: x1, band: None, lines: Vec::new(), notes }
        };
        (0..self.subject.quarters).map(zone).collect()
    }
}

/// Writes a sentence into a plot that has no curve, where most room is between its verticals.
fn say_in(
    sheet: &Sheet<'_>,
    (left, right): (f64, f64),
    (region, scale): (Region, f64),
    setting: &Setting<'_>,
    labels: &mut Vec<Label>,
    text: &str,
) -> Result<(), ChartError> {
    let style = Style::regular(12.0 * scale);
    let leading = 17.0 * scale;
    let width = (right - left - 24.0 * scale).min(440.0 * scale);
    let most = ((region.height() - 12.0 * scale) / leading).floor().max(1.0) as usize;
    let lines = style.wrap(text, width, most.min(4));
    let top = f64::midpoint(region.top, region.bottom) - lines.len() as f64 * leading / 2.0;
    for (at, content) in lines.into_iter().enumerate() {
        let baseline = top + (at as f64 + 0.7) * leading;
        let (x, colour) = (f64::midpoint(left, right), setting.palette.text_muted);
        let label = Label { x, baseline, anchor: Anchor::Middle, style, colour, content };
        label.clear_behind(sheet, setting)?;
        labels.push(label);
    }
    Ok(())
}
