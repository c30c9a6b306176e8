//! Can it be absorbed: what is paid in each year, what waits at its end, the room of the caps, and the share of the product
//! above which a warning is due.

use crate::amount::Unit;
use crate::assemble::{self, Parts};
use crate::caption;
use crate::conditions::{Room, YearLoad};
use crate::end_labels::{self, End};
use crate::events;
use crate::figure::{ChartError, Figure, FigureTable, Hover, HoverLine, Setting};
use crate::frame::{Entry, Frame, Look, Wording};
use crate::paid_in_years::taken_back;
use crate::ruler;
use crate::shapes::{self, Plot, Sheet};
use crate::subject::Subject;
use crate::text::{Anchor, Label, Style, clean};
use crate::timeline::{self, Timeline};
use crate::words::Words;
use model::Total;
use std::ops::Range;

const NAME: &str = "can_it_be_absorbed";

/// How wide the columns of a year are together, and how wide in pixels at most.
const COLUMN_SHARE: f64 = 0.62;
const COLUMN_WIDEST: f64 = 88.0;
/// Where, of that, what is paid ends and what waits begins, in the years of a plan in which anything waits.
const PAID_SHARE: f64 = 0.62;
const WAITING_FROM: f64 = 0.68;
/// The height of the labels above the columns.
const LABELS: f64 = 12.0;

/// The chart's figures.
struct Load<'a> {
    subject: &'a Subject,
    years: Vec<&'a YearLoad>,
    unit: Unit,
}

/// Draws the chart.
pub(crate) fn draw(subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    setting.check()?;
    subject.check()?;
    let load = Load::of(subject);
    let wording = load.wording(setting.words).cleaned();
    let frame = Frame::compose(setting, &wording, &load.legend(setting), events::rail_height(subject));
    let (drawn, labels, hover) = load.picture(setting, &frame)?;
    let (alt, table) = (load.alt(setting.words, &wording), load.table(setting.words));
    Ok(assemble::figure(NAME, setting, wording, Parts { drawn, labels, alt, table, hover }))
}

impl<'a> Load<'a> {
    fn of(subject: &'a Subject) -> Self {
        let years: Vec<&YearLoad> = subject.conditions.years.iter().collect();
        let mut load = Self { subject, years, unit: Unit::Billion };
        load.unit = Unit::for_largest(load.highest());
        load
    }

    /// The bound of a year: the share of its product above which payments are too much, in whole cents.
    fn bound(&self, load: &YearLoad) -> Option<Total> {
        let gdp = i128::from(load.gdp?.cents());
        Some(Total::from_cents((gdp * i128::from(self.subject.conditions.bound_per_mille) + 500) / 1000))
    }

    fn is_over(&self, load: &YearLoad) -> bool {
        let bound = i128::from(self.subject.conditions.bound_per_mille);
        load.gdp.is_some_and(|gdp| load.paid.cents() * 1000 > i128::from(gdp.cents()) * bound)
    }

    fn highest(&self) -> Total {
        let tops = |load: &YearLoad| [load.paid, load.waiting, self.bound(load).unwrap_or_default()];
        let highest = self.years.iter().flat_map(|load| tops(load)).max().unwrap_or_default();
        // A room far above all that would press the columns to the ground: it is told, not drawn.
        let rooms = self.years.iter().filter_map(|load| load.room).map(|room| room.room);
        rooms.filter(|room| room.cents() <= highest.cents() * 3 / 2).max().unwrap_or_default().max(highest)
    }

    /// The year in which most waits, with what waits.
    fn most_waiting(&self) -> Option<(usize, Total)> {
        let most = self.years.iter().map(|load| load.waiting).max().filter(|most| *most > Total::ZERO)?;
        Some((self.years.iter().position(|load| load.waiting == most)?, most))
    }

    fn has_room(&self) -> bool {
        self.years.iter().any(|load| load.room.is_some())
    }

    /// Whether the caps bear on a part of the money only, so that a part of the column stands under them.
    fn is_partly_capped(&self) -> bool {
        self.years.iter().any(|load| load.room.is_some_and(|room| room.paid != load.paid))
    }

    fn year(&self, place: usize) -> i32 {
        self.subject.year(place * 4)
    }

    fn last_year(&self) -> i32 {
        self.subject.year(self.subject.quarters - 1)
    }

    fn legend(&self, setting: &Setting<'_>) -> Vec<Entry> {
        let palette = setting.palette;
        let mut entries = Vec::new();
        let mut add = |id: &str, colour, look| {
            entries.push(Entry { label: clean(&setting.words.say(id, &[])), colour, look });
        };
        add("chart-paid", palette.payments, Look::Solid);
        if self.is_partly_capped() {
            add("chart-paid-under-caps", palette.capped, Look::Solid);
        }
        if self.most_waiting().is_some() {
            add("chart-waits-at-year-end", palette.payments, Look::Pale { fill: palette.band });
        }
        if self.has_room() {
            add("chart-room-of-caps", palette.paid, Look::Bracket);
        }
        // A single kind of column is named by the subtitle.
        if entries.len() == 1 { Vec::new() } else { entries }
    }
}

// The words.
impl Load<'_> {
    fn bound_percent(&self, words: &dyn Words) -> String {
        let per_mille = self.subject.conditions.bound_per_mille;
        let text = if per_mille.is_multiple_of(10) {
            (per_mille / 10).to_string()
        } else {
            format!("{}.{}", per_mille / 10, per_mille % 10)
        };
        words.say("chart-percent", &[("percent", &words.number(&text))])
    }

    fn wording(&self, words: &dyn Words) -> Wording {
        let facts = &self.subject.facts;
        let args = [
            ("years", caption::years(self.year(0), self.last_year())),
            ("unit", self.unit.name(words)),
            ("prices", facts.prices.clone()),
        ];
        let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
        let known = self.years.iter().any(|load| load.gdp.is_some());
        let id = if known { "chart-can-it-be-absorbed-subtitle" } else { "chart-can-it-be-absorbed-subtitle-no-gdp" };
        let indicator = words.say(id, &args);
        Wording {
            title: self.title(words),
            subtitle: format!("{indicator} · {}", caption::context(facts, words)),
            note: caption::joined(self.notes(words)),
            events: events::told(self.subject, words),
            source: caption::source(facts, words),
            fingerprint: facts.fingerprint.clone(),
        }
    }

    fn notes(&self, words: &dyn Words) -> Vec<String> {
        let mut notes = Vec::new();
        let known = self.years.iter().any(|load| load.gdp.is_some());
        if known {
            notes.push(words.say("chart-bound-note", &[("percent", &self.bound_percent(words))]));
        }
        let extrapolated = |load: &&&YearLoad| load.gdp.is_some() && load.extrapolated;
        if let Some(place) = self.years.iter().position(|load| extrapolated(&load)) {
            notes.push(words.say("chart-extrapolated-note", &[("year", &self.year(place).to_string())]));
        }
        if self.most_waiting().is_some() {
            notes.push(words.say("chart-waiting-note", &[]));
        }
        let caps: Vec<String> =
            self.subject.conditions.caps.iter().map(|cap| events::in_language(&cap.name, words)).collect();
        if !caps.is_empty() {
            notes.push(words.say("chart-caps-note", &[("caps", &caps.join(", "))]));
        }
        let paid: Vec<Total> = self.years.iter().map(|load| load.paid).collect();
        notes.extend(taken_back(&paid, self.year(0), words));
        notes.extend(caption::as_let_through(&self.subject.facts, words));
        notes
    }

    /// The finding: in how many years payments pass the bound, and what waits.
    fn title(&self, words: &dyn Words) -> String {
        let say = |id: &str, args: &[(&str, &str)]| words.say(&format!("chart-can-it-be-absorbed-title-{id}"), args);
        let known = self.years.iter().filter(|load| load.gdp.is_some()).count();
        let over = self.years.iter().filter(|load| self.is_over(load)).count();
        let waits = self.most_waiting().map(|(place, most)| (self.year(place), self.unit.with_name(most, words)));
        if self.years.iter().all(|load| load.paid == Total::ZERO && load.waiting == Total::ZERO) {
            return say("none", &[]);
        }
        let percent = self.bound_percent(words);
        match (over, known, waits) {
            (1.., _, _) => {
                let (over, known) = (over.to_string(), known.to_string());
                say("over", &[("percent", &percent), ("over", &over), ("known", &known)])
            }
            (_, _, Some((year, amount))) => say("waits", &[("amount", &amount), ("year", &year.to_string())]),
            (_, 0, None) => say("nothing-waits", &[]),
            (_, _, None) => say("below", &[("percent", &percent)]),
        }
    }

    /// What a year's payments are of its product, in percent.
    fn share(&self, load: &YearLoad, is_exact: bool, words: &dyn Words) -> Option<String> {
        // What is taken back is no share of anything.
        let gdp = load.gdp.map(|gdp| i128::from(gdp.cents())).filter(|gdp| *gdp > 0 && load.paid >= Total::ZERO)?;
        let tenths = (load.paid.cents() * 2000 + gdp) / (2 * gdp);
        let text = match (tenths, is_exact) {
            (0, _) if load.paid > Total::ZERO => format!("<{}", words.number("0.1")),
            (_, true) => words.number(&format!("{}.{}", tenths / 10, tenths % 10)),
            (_, false) => words.number(&((tenths + 5) / 10).to_string()),
        };
        Some(words.say("chart-percent", &[("percent", &text)]))
    }

    fn alt(&self, words: &dyn Words, wording: &Wording) -> String {
        let figure = |amount| self.unit.figure(amount, words);
        let highest = self.years.iter().map(|load| load.paid).max().unwrap_or_default();
        let mut alt = Vec::new();
        if let Some(place) = self.years.iter().position(|load| load.paid == highest && highest > Total::ZERO) {
            let (peak, amount) = (self.year(place).to_string(), figure(highest));
            let args = [("unit", self.unit.name(words)), ("peak", peak), ("amount", amount)];
            let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
            alt.push(words.say("chart-can-it-be-absorbed-alt", &args));
            if let Some(share) = self.share(self.years[place], true, words) {
                alt.push(words.say("chart-share-alt", &[("year", &self.year(place).to_string()), ("percent", &share)]));
            }
        }
        if let Some((place, most)) = self.most_waiting() {
            let (year, amount) = (self.year(place).to_string(), figure(most));
            alt.push(words.say("chart-waiting-alt", &[("year", &year), ("amount", &amount)]));
        }
        alt.push(format!("{}.", wording.title.trim_end_matches('.')));
        alt.extend([caption::note_and_events(wording), wording.source.clone()]);
        caption::joined(alt)
    }

    fn table(&self, words: &dyn Words) -> FigureTable {
        let bound = words.say("chart-bound", &[("percent", &self.bound_percent(words))]);
        let mut header = ["chart-year", "chart-paid", "chart-waits-at-year-end"].map(|id| words.say(id, &[])).to_vec();
        header.extend([words.say("chart-gdp", &[]), bound, words.say("chart-share-of-gdp", &[])]);
        let caps = &self.subject.conditions.caps;
        let room_of = |cap: &crate::conditions::CapRooms| {
            clean(&words.say("chart-room-of", &[("cap", &events::in_language(&cap.name, words))]))
        };
        header.extend(caps.iter().map(room_of));
        let told = |amount: Option<String>| amount.unwrap_or_default();
        let row = |(place, load): (usize, &&YearLoad)| {
            let mut cells = vec![self.year(place).to_string(), load.paid.to_string(), load.waiting.to_string()];
            cells.push(told(load.gdp.map(|gdp| gdp.to_string())));
            cells.push(told(self.bound(load).map(|bound| bound.to_string())));
            cells.push(told(self.share(load, true, words)));
            cells.extend(caps.iter().map(|cap| told(cap.years[place].map(|room| room.room.to_string()))));
            cells
        };
        FigureTable { header, rows: self.years.iter().enumerate().map(row).collect() }
    }
}

// The picture.
impl Load<'_> {
    fn picture(&self, setting: &Setting<'_>, frame: &Frame) -> Result<(String, Vec<Label>, Vec<Hover>), ChartError> {
        let (scale, room) = (frame.scale, frame.room);
        let mut labels = frame.labels.clone();
        let axis = ruler::scale_for(self.unit.place(self.highest()), room.height() - 40.0 * scale, scale);
        let left = room.left + ruler::tick_width(&axis.ticks, scale, setting);
        let ends = self.ends(setting, scale, room.width());
        let ends_width = if ends.is_empty() { 0.0 } else { end_labels::width(&ends) + 14.0 * scale };
        let flags = timeline::today(self.subject, setting.words).into_iter().collect();
        let timeline = Timeline::lay_out(self.subject, frame, (left, room.right - ends_width), flags);
        let timeline = timeline.below_labels(LABELS);
        let region = timeline.region(room);
        let drawn = shapes::draw(setting.width, setting.height, |sheet| {
            frame.draw(sheet, setting)?;
            let plot = sheet.plot(region, 0.0..self.subject.quarters as f64 / 4.0, 0.0..axis.top)?;
            ruler::hairlines((sheet, &plot), (region, scale), &axis.ticks, setting, &mut labels)?;
            timeline.draw_verticals(sheet, region, setting, &mut labels)?;
            let slot = region.width() * 4.0 / self.subject.quarters as f64;
            let half = COLUMN_SHARE.min(COLUMN_WIDEST * scale / slot) / 2.0;
            for (place, load) in self.years.iter().enumerate() {
                let x = self.columns(place, half);
                self.column((sheet, &plot), load, (x, scale), setting)?;
            }
            timeline.draw_axis(sheet, region, setting, &mut labels)?;
            self.bounds(sheet, &plot, scale, setting)?;
            for (place, load) in self.years.iter().enumerate() {
                self.bracket((sheet, &plot), load, (self.columns(place, half).0, axis.top, scale), setting)?;
            }
            self.shares((sheet, &plot), (slot, half, scale), setting, &mut labels)?;
            end_labels::place((sheet, &plot), &ends, (region, scale), setting, &mut labels)
        })?;
        Ok((drawn, labels, self.hover(&timeline, setting.words)))
    }

    /// Where a year's columns stand: what is paid, and beside it what waits.
    fn columns(&self, place: usize, half: f64) -> (Range<f64>, Range<f64>) {
        let middle = place as f64 + 0.5;
        let (left, right) = (middle - half, middle + half);
        if self.most_waiting().is_none() {
            return (left..right, right..right);
        }
        let at = |share: f64| left + (right - left) * share;
        (left..at(PAID_SHARE), at(WAITING_FROM)..right)
    }

    /// What is paid, the part under the caps darker where they bear on a part only; beside it what waits, in outline.
    fn column(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        load: &YearLoad,
        ((paid, waiting), scale): ((Range<f64>, Range<f64>), f64),
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        plot.column(paid.clone(), 0.0..self.unit.place(load.paid).max(0.0), setting.palette.payments)?;
        if let Some(room) = load.room.filter(|_| self.is_partly_capped()) {
            plot.column(paid, 0.0..self.unit.place(room.paid).max(0.0), setting.palette.capped)?;
        }
        if load.waiting > Total::ZERO {
            let ((left, lower), (right, upper)) =
                (plot.place(waiting.start, 0.0), plot.place(waiting.end, self.unit.place(load.waiting)));
            let corners = [(left, lower), (left, upper), (right, upper), (right, lower), (left, lower)];
            sheet.polygon(&corners[..4], setting.palette.band)?;
            sheet.path(&corners, 1.0 * scale, setting.palette.payments)?;
        }
        Ok(())
    }

    /// The bound of each year as a step of its width: a full line where the product is known, dashes where it is extrapolated.
    fn bounds(&self, sheet: &Sheet<'_>, plot: &Plot<'_>, scale: f64, setting: &Setting<'_>) -> Result<(), ChartError> {
        let mut before: Option<(f64, f64)> = None;
        for (place, load) in self.years.iter().enumerate() {
            let Some(bound) = self.bound(load) else {
                before = None;
                continue;
            };
            let y = self.unit.place(bound);
            let (from, to) = (plot.place(place as f64, y), plot.place((place + 1) as f64, y));
            let points: Vec<_> = before.into_iter().chain([from, to]).collect();
            sheet.path(&points, 4.0 * scale, setting.palette.canvas)?;
            if load.extrapolated {
                sheet.dashes(&points, (4.0 * scale, 1.8 * scale), setting.palette.needs)?;
            } else {
                sheet.path(&points, 1.8 * scale, setting.palette.needs)?;
            }
            before = Some(to);
        }
        Ok(())
    }

    /// The caps' room: a bar across the column with feet at its ends. What lies above the axis is not drawn.
    fn bracket(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        load: &YearLoad,
        (paid, top, scale): (Range<f64>, f64, f64),
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        let Some(Room { room, .. }) = load.room else { return Ok(()) };
        let y = self.unit.place(room);
        if y > top {
            return Ok(());
        }
        let (from, to) = (plot.place(paid.start - 0.03, y), plot.place(paid.end + 0.03, y));
        let foot = 4.0 * scale;
        let points = [(from.0, from.1 + foot), from, to, (to.0, to.1 + foot)];
        sheet.path(&points, 4.0 * scale, setting.palette.canvas)?;
        sheet.path(&points, 2.0 * scale, setting.palette.paid)
    }

    /// What payments are of the product, above the columns: strong where they pass the bound.
    fn shares(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        (slot, half, scale): (f64, f64, f64),
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let strong = Style::semi_bold(11.0 * scale);
        let told = |is_exact: bool| -> Vec<String> {
            let share = |load: &&YearLoad| self.share(load, is_exact, setting.words).unwrap_or_default();
            self.years.iter().map(share).collect()
        };
        // Beside what waits a label ends with its own column, and may begin before it.
        let ends_with_column = self.most_waiting().is_some();
        let beside = if ends_with_column { 2.0 * half * (1.0 - PAID_SHARE) * slot } else { 0.0 };
        let fits = |texts: &[String]| texts.iter().all(|text| strong.width(text) + 3.0 * scale <= slot - beside);
        let close = told(false).into_iter().map(|text| text.replace('\u{a0}', "")).collect();
        let Some(texts) = [told(true), told(false), close].into_iter().find(|texts| fits(texts)) else { return Ok(()) };
        for ((place, load), content) in self.years.iter().enumerate().zip(texts) {
            let paid = self.columns(place, half).0;
            let (anchor, x) = if ends_with_column {
                (Anchor::End, paid.end)
            } else {
                (Anchor::Middle, f64::midpoint(paid.start, paid.end))
            };
            let (x, column) = plot.place(x, self.unit.place(load.paid).max(0.0));
            let room = load.room.map(|room| plot.place(0.0, self.unit.place(room.room)).1);
            let bound = self.bound(load).map(|bound| plot.place(0.0, self.unit.place(bound)).1);
            let y = ruler::above(column, &[room, bound], scale);
            let is_over = self.is_over(load);
            let (style, colour) = if is_over {
                (strong, setting.palette.text)
            } else {
                (Style::regular(11.0 * scale), setting.palette.text_muted)
            };
            let label = Label { x, baseline: y - 5.0 * scale, anchor, style, colour, content };
            label.clear_behind(sheet, setting)?;
            labels.push(label);
        }
        Ok(())
    }

    /// The bound's name where its line ends.
    fn ends(&self, setting: &Setting<'_>, scale: f64, width: f64) -> Vec<End> {
        let Some(bound) = self.years.last().and_then(|load| self.bound(load)) else { return Vec::new() };
        let words = setting.words;
        let name = words.say("chart-bound", &[("percent", &self.bound_percent(words))]);
        let text = clean(&format!("{name} {}", self.unit.figure(bound, words)));
        vec![End::new(&text, self.unit.place(bound), false, scale, (width * 0.16).max(72.0 * scale))]
    }

    fn hover(&self, timeline: &Timeline<'_>, words: &dyn Words) -> Vec<Hover> {
        let bound_name = clean(&words.say("chart-bound", &[("percent", &self.bound_percent(words))]));
        let zone = |(place, load): (usize, &&YearLoad)| {
            let line = |key, label: String, amount| HoverLine { key, label: clean(&label), amount };
            let mut lines = vec![
                line("paid", words.say("chart-paid", &[]), load.paid),
                line("backlog", words.say("chart-waits-at-year-end", &[]), load.waiting),
            ];
            lines.extend(load.room.map(|room| line("room", words.say("chart-room-of-caps", &[]), room.room)));
            lines.extend(load.gdp.map(|gdp| line("gdp", words.say("chart-gdp", &[]), gdp.into())));
            lines.extend(self.bound(load).map(|bound| line("bound", bound_name.clone(), bound)));
            let mut notes = Vec::new();
            if let Some(share) = self.share(load, true, words) {
                let id = if load.extrapolated { "chart-share-extrapolated" } else { "chart-share-known" };
                notes.push(words.say(id, &[("percent", &share)]));
            }
            notes.extend(events::hover(self.subject, (place * 4, place * 4 + 4), words));
            let (x0, x1) = (timeline.grid_x(place * 4), timeline.grid_x(place * 4 + 4));
            Hover { period: self.year(place).to_string(), x0, x1, x: i32::midpoint(x0, x1), band: None, lines, notes }
        };
        self.years.iter().enumerate().map(zone).collect()
    }
}
