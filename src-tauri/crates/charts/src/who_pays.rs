//! Who pays, and when: planned payments per year, stacked by whose money it is and on what terms, the booster's part hatched.

use crate::amount::Unit;
use crate::assemble::{self, Parts};
use crate::caption;
use crate::events::Told;
use crate::figure::{ChartError, Figure, FigureTable, Hover, HoverLine, Setting};
use crate::frame::{Entry, Frame, Look, Wording};
use crate::funding_words::{Kind, colour, key, kind_name, name};
use crate::paid_in_years::PaidInYears;
use crate::ruler;
use crate::shapes::{self, GRID, Plot, Region, Sheet, grid};
use crate::subject::{Flow, Funding, Subject};
use crate::text::{Anchor, Label, Style, clean};
use crate::words::Words;
use model::Total;
use std::ops::Range;

const NAME: &str = "who_pays";

/// A segment below this share of the highest column is a line at best: it is named in the note instead of the legend.
const SEEN_SHARE: f64 = 0.004;

/// How wide a column is in its slot, and how wide in pixels at most.
const COLUMN_SHARE: f64 = 0.6;
const COLUMN_WIDEST: f64 = 88.0;

/// How far the column "after" stands off, in slots.
const AFTER_GAP: f64 = 0.35;

/// A year, or what comes after the last.
struct Column {
    /// `2026` or `after`.
    key: String,
    /// From the bottom of the stack, as long as [`Stack::kinds`].
    parts: Vec<Total>,
    total: Total,
}

/// The chart's figures.
struct Stack {
    first_year: i32,
    /// Columns but for `after`.
    years: usize,
    /// The kinds that have any money, from the bottom.
    kinds: Vec<Kind>,
    columns: Vec<Column>,
    /// What is paid in each year, where that is not what is planned.
    paid: Option<PaidInYears>,
    unit: Unit,
}

/// Draws the chart.
pub(crate) fn draw(subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    setting.check()?;
    subject.check()?;
    let stack = Stack::of(subject)?;
    let wording = stack.wording(subject, setting.words).cleaned();
    let frame = Frame::compose(setting, &wording, &stack.legend(setting), 0.0);
    let (drawn, labels, hover) = stack.picture(setting, &frame)?;
    let (alt, table) = (stack.alt(setting.words, &wording), stack.table(setting.words));
    Ok(assemble::figure(NAME, setting, wording, Parts { drawn, labels, alt, table, hover }))
}

impl Stack {
    /// Adds quarters up to years and flows up to kinds, exactly.
    fn of(subject: &Subject) -> Result<Self, ChartError> {
        let every: Vec<Kind> =
            Funding::ALL.into_iter().flat_map(|funding| [(funding, false), (funding, true)]).collect();
        let sum = |kind: Kind, amount: &dyn Fn(&Flow) -> Total| -> Total {
            subject.flows.iter().filter(|flow| (flow.funding, flow.booster) == kind).map(amount).sum()
        };
        let years = subject.quarters / 4;
        let mut columns = Vec::with_capacity(years + 1);
        for year in 0..years {
            let in_year = |flow: &Flow| flow.planned[year * 4..year * 4 + 4].iter().copied().sum();
            let parts = every.iter().map(|kind| sum(*kind, &in_year)).collect();
            columns.push(Column::of(subject.year(year * 4).to_string(), parts)?);
        }
        if subject.flows.iter().any(|flow| flow.after != Total::ZERO) {
            let parts = every.iter().map(|kind| sum(*kind, &|flow| flow.after)).collect();
            columns.push(Column::of("after".to_owned(), parts)?);
        }
        let used = |place: usize| columns.iter().any(|column| column.parts[place] != Total::ZERO);
        let kept: Vec<usize> = (0..every.len()).filter(|place| used(*place)).collect();
        for column in &mut columns {
            column.parts = kept.iter().map(|place| column.parts[*place]).collect();
        }
        let kinds = kept.iter().map(|place| every[*place]).collect();
        let paid = PaidInYears::of(subject);
        let tops =
            columns.iter().map(|column| column.total).chain(paid.iter().flat_map(|paid| paid.years.iter().copied()));
        let unit = Unit::for_largest(tops.max().unwrap_or_default());
        Ok(Self { first_year: subject.first.year(), years, kinds, columns, paid, unit })
    }

    fn last_year(&self) -> i32 {
        self.first_year + self.years as i32 - 1
    }

    fn highest(&self) -> Total {
        (0..self.columns.len()).map(|place| self.top(place)).max().unwrap_or_default()
    }

    /// The higher of what is planned and what is paid in a column.
    fn top(&self, place: usize) -> Total {
        self.columns[place].total.max(self.paid_in(place).unwrap_or_default())
    }

    fn paid_in(&self, place: usize) -> Option<Total> {
        self.paid.as_ref().and_then(|paid| paid.years.get(place).copied())
    }

    /// The first of the highest years (not `after`).
    fn peak(&self) -> Option<&Column> {
        let years = &self.columns[..self.years];
        let highest = years.iter().map(|column| column.total).max()?;
        years.iter().find(|column| column.total == highest && highest > Total::ZERO)
    }

    /// All that kinds chosen by `choose` get in all columns.
    fn sum(&self, choose: impl Fn(Kind) -> bool) -> Total {
        let chosen = |column: &Column| -> Total {
            self.kinds.iter().zip(&column.parts).filter(|(kind, _)| choose(**kind)).map(|(_, part)| *part).sum()
        };
        self.columns.iter().map(chosen).sum()
    }

    /// The fundings that have money, from the bottom of the stack.
    fn fundings(&self) -> impl Iterator<Item = Funding> {
        Funding::ALL.into_iter().filter(|funding| self.kinds.iter().any(|kind| kind.0 == *funding))
    }

    /// Whether any column shows this funding as more than a line.
    fn is_seen(&self, funding: Funding) -> bool {
        let highest = self.unit.place(self.highest());
        let of = |column: &Column| -> Total {
            self.kinds.iter().zip(&column.parts).filter(|(kind, _)| kind.0 == funding).map(|(_, part)| *part).sum()
        };
        self.columns.iter().any(|column| self.unit.place(of(column)) > SEEN_SHARE * highest)
    }

    fn has_booster(&self) -> bool {
        self.kinds.iter().any(|kind| kind.1)
    }

    fn legend(&self, setting: &Setting<'_>) -> Vec<Entry> {
        let Setting { palette, words, .. } = setting;
        let entry = |funding| Entry {
            label: clean(&name(funding, *words)),
            colour: colour(funding, palette),
            look: Look::Solid,
        };
        let mut entries: Vec<Entry> = self.fundings().filter(|it| self.is_seen(*it)).map(entry).collect();
        if self.has_booster() {
            let label = clean(&words.say("chart-of-which-booster", &[]));
            entries.push(Entry { label, colour: palette.booster, look: Look::Hatched });
        }
        if self.paid.is_some() {
            let label = clean(&words.say("chart-paid-mark", &[]));
            entries.push(Entry { label, colour: palette.paid, look: Look::Line });
        }
        entries
    }
}

impl Column {
    fn of(key: String, parts: Vec<Total>) -> Result<Self, ChartError> {
        for part in &parts {
            if *part < Total::ZERO {
                return Err(ChartError::Negative {
                    what: "the planned payment",
                    period: key,
                    amount: part.to_string(),
                });
            }
        }
        let total = parts.iter().copied().sum();
        Ok(Self { key, parts, total })
    }
}

// The words.
impl Stack {
    fn wording(&self, subject: &Subject, words: &dyn Words) -> Wording {
        let facts = &subject.facts;
        let (years, unit) = (caption::years(self.first_year, self.last_year()), self.unit.name(words));
        let args = [("years", years.as_str()), ("unit", &unit), ("prices", &facts.prices)];
        let indicator = words.say("chart-who-pays-subtitle", &args);
        let mut notes: Vec<String> = Vec::new();
        for funding in self.fundings().filter(|funding| !self.is_seen(*funding)) {
            let amount = self.sum(|kind| kind.0 == funding);
            let amount = Unit::for_largest(amount).with_name(amount, words);
            notes.push(words.say("chart-unseen", &[("name", &name(funding, words)), ("amount", &amount)]));
        }
        notes.extend(self.paid.iter().map(|paid| paid.note(self.sum(|_| true), self.last_year(), words)));
        notes.extend(caption::as_of(facts, words));
        Wording {
            title: self.title(words),
            subtitle: format!("{indicator} · {}", caption::context(facts, words)),
            note: notes.join(" "),
            events: Told::default(),
            source: caption::source(facts, words),
            fingerprint: facts.fingerprint.clone(),
        }
    }

    /// The finding: when payments peak, or that they do not.
    fn title(&self, words: &dyn Words) -> String {
        let Some(peak) = self.peak() else {
            let last = self.last_year().to_string();
            let id = if self.columns.len() > self.years { "after" } else { "none" };
            return words.say(&format!("chart-who-pays-title-{id}"), &[("last", &last)]);
        };
        let amount = self.unit.with_name(peak.total, words);
        let paying: Vec<&Column> = self.columns.iter().filter(|column| column.total > Total::ZERO).collect();
        let shown = |column: &Column| self.unit.figure(column.total, words);
        let is_level = paying.len() == self.years && paying.iter().all(|column| shown(column) == shown(peak));
        let id = match (paying.len(), is_level) {
            (1, _) => "once",
            (_, true) => "level",
            _ => "peak",
        };
        words.say(&format!("chart-who-pays-title-{id}"), &[("year", &peak.key), ("amount", &amount)])
    }

    fn alt(&self, words: &dyn Words, wording: &Wording) -> String {
        let Some(peak) = self.peak() else {
            return format!(
                "{} {}",
                words.say("chart-who-pays-alt-none", &[("title", &wording.title)]),
                wording.source
            );
        };
        let (first, last) = (&self.columns[0], &self.columns[self.years - 1]);
        let figure = |amount| self.unit.figure(amount, words);
        let mut parts: Vec<String> = self
            .fundings()
            .map(|funding| format!("{} {}", name(funding, words), figure(self.sum(|kind| kind.0 == funding))))
            .collect();
        if self.has_booster() {
            let booster = words.say("chart-of-which-booster", &[]);
            parts.push(format!("{booster} {}", figure(self.sum(|kind| kind.1))));
        }
        if let Some(after) = self.columns.get(self.years) {
            let name = words.say("chart-after", &[("year", &last.key)]);
            parts.push(format!("{name} {}", figure(after.total)));
        }
        let alt = words.say(
            "chart-who-pays-alt",
            &[
                ("first", &first.key),
                ("first-amount", &figure(first.total)),
                ("peak", &peak.key),
                ("peak-amount", &figure(peak.total)),
                ("last", &last.key),
                ("last-amount", &figure(last.total)),
                ("unit", &self.unit.name(words)),
                ("total", &figure(self.sum(|_| true))),
                ("parts", &parts.join(", ")),
            ],
        );
        caption::joined(vec![alt, wording.note.clone(), wording.source.clone()])
    }

    fn table(&self, words: &dyn Words) -> FigureTable {
        let mut header = vec![words.say("chart-year", &[])];
        header.extend(self.kinds.iter().map(|kind| kind_name(*kind, words)));
        header.push(words.say("chart-total", &[]));
        header.extend(self.paid.iter().map(|_| words.say("chart-paid", &[])));
        // What is paid after the years is not known, so that cell stays empty.
        let paid = |place: usize| {
            self.paid.iter().map(move |paid| paid.years.get(place).map(ToString::to_string).unwrap_or_default())
        };
        let row = |(place, column): (usize, &Column)| {
            let label = self.column_name(column, words);
            let amounts = column.parts.iter().chain([&column.total]).map(ToString::to_string);
            std::iter::once(label).chain(amounts).chain(paid(place)).collect()
        };
        let mut rows: Vec<Vec<String>> = self.columns.iter().enumerate().map(row).collect();
        let sums = self.kinds.iter().map(|kind| self.sum(|other| other == *kind));
        let paid = self.paid.iter().map(PaidInYears::sum);
        let sums = sums.chain([self.sum(|_| true)]).chain(paid).map(|sum: Total| sum.to_string());
        rows.push(std::iter::once(words.say("chart-total", &[])).chain(sums).collect());
        FigureTable { header, rows }
    }

    fn column_name(&self, column: &Column, words: &dyn Words) -> String {
        if column.key == "after" {
            return words.say("chart-after", &[("year", &self.last_year().to_string())]);
        }
        column.key.clone()
    }
}

// The picture.
impl Stack {
    fn picture(&self, setting: &Setting<'_>, frame: &Frame) -> Result<(String, Vec<Label>, Vec<Hover>), ChartError> {
        let scale = frame.scale;
        let mut labels = frame.labels.clone();
        let mut hover = Vec::new();
        let room = frame.room;
        let (top, bottom) = (room.top + 18.0 * scale, room.bottom - ruler::YEARS_HEIGHT * scale);
        let axis = ruler::scale_for(self.unit.place(self.highest()), bottom - top, scale);
        let left = room.left + ruler::tick_width(&axis.ticks, scale, setting);
        let region = Region { left, top, right: room.right, bottom };
        let slots = self.years as f64 + if self.columns.len() > self.years { 1.0 + AFTER_GAP } else { 0.0 };
        let drawn = shapes::draw(setting.width, setting.height, |sheet| {
            frame.draw(sheet, setting)?;
            let plot = sheet.plot(region, 0.0..slots, 0.0..axis.top)?;
            ruler::hairlines((sheet, &plot), (region, scale), &axis.ticks, setting, &mut labels)?;
            let slot = region.width() / slots;
            for (place, column) in self.columns.iter().enumerate() {
                self.column(sheet, &plot, (place, column), (slot, scale), setting)?;
                hover.push(self.hover(&plot, place, column, setting.words));
            }
            let (_, zero) = plot.place(0.0, 0.0);
            sheet.line((region.left, zero), (region.right, zero), 1.2, setting.palette.baseline)?;
            if let Some(paid) = &self.paid {
                paid.draw((sheet, &plot), |place| self.place((slot, scale), place), (self.unit, scale), setting)?;
            }
            self.totals((sheet, &plot), (slot, scale), setting, &mut labels)?;
            self.names(&plot, (slot, zero), scale, setting, &mut labels);
            Ok(())
        })?;
        Ok((drawn, labels, hover))
    }

    /// The middle of a column on the x scale.
    fn middle(&self, place: usize) -> f64 {
        place as f64 + 0.5 + if place >= self.years { AFTER_GAP } else { 0.0 }
    }

    /// Where a column begins and ends on the x scale.
    fn place(&self, (slot, scale): (f64, f64), place: usize) -> Range<f64> {
        let half = COLUMN_SHARE.min(COLUMN_WIDEST * scale / slot) / 2.0;
        (self.middle(place) - half)..(self.middle(place) + half)
    }

    /// One stack: segments from the bottom, hatching over the booster's, a separator between neighbours that can be seen.
    fn column(
        &self,
        sheet: &Sheet<'_>,
        plot: &Plot<'_>,
        (place, column): (usize, &Column),
        (slot, scale): (f64, f64),
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        let x = self.place((slot, scale), place);
        let mut below = Total::ZERO;
        let mut last_height = 0.0_f64;
        for ((funding, booster), part) in self.kinds.iter().zip(&column.parts) {
            let y = self.unit.place(below)..self.unit.place(below + *part);
            let bounds = plot.bounds(x.clone(), y.clone());
            let height = f64::from(bounds.bottom - bounds.top) / GRID;
            below += *part;
            if bounds.bottom == bounds.top {
                continue;
            }
            plot.column(x.clone(), y, colour(*funding, setting.palette))?;
            if *booster {
                sheet.hatch(bounds, scale, setting.palette.canvas)?;
            }
            if last_height.min(height) >= 2.5 {
                let (left, right) = (f64::from(bounds.left) / GRID, f64::from(bounds.right) / GRID);
                let y = f64::from(bounds.bottom) / GRID;
                sheet.line((left, y), (right, y), 1.0, setting.palette.canvas)?;
            }
            // A sliver is too thin to be set off from its neighbours.
            last_height = if height < 1.0 { last_height } else { height };
        }
        Ok(())
    }

    /// The totals above the columns, as exact as the slots allow; where not even whole figures fit, the peak's alone.
    fn totals(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        (slot, scale): (f64, f64),
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let style = Style::semi_bold(11.0 * scale);
        let words = setting.words;
        let fits = |texts: &[String]| texts.iter().all(|text| style.width(text) + 4.0 * scale <= slot);
        let exact: Vec<String> = self.columns.iter().map(|it| self.unit.figure(it.total, words)).collect();
        let whole: Vec<String> = self.columns.iter().map(|it| self.unit.whole(it.total, words)).collect();
        let all = fits(&exact) || fits(&whole);
        let texts = if !fits(&exact) && fits(&whole) { whole } else { exact };
        let is_peak = |column: &Column| self.peak().is_some_and(|peak| peak.key == column.key);
        for ((place, column), content) in self.columns.iter().enumerate().zip(texts) {
            if !all && !is_peak(column) {
                continue;
            }
            let (x, y) = plot.place(self.middle(place), self.unit.place(column.total));
            let paid = self.paid_in(place).map(|paid| plot.place(0.0, self.unit.place(paid)).1);
            let above = ruler::above(y, &[paid], scale);
            // Above a bar it would be read as that one's figure: then it stands in its own column, where that is high enough.
            let is_inside = above < y && plot.place(0.0, 0.0).1 - y > 24.0 * scale;
            let baseline = if is_inside { y + 12.0 * scale } else { above - 5.0 * scale };
            let colour = setting.palette.text;
            let label = Label { x, baseline, anchor: Anchor::Middle, style, colour, content };
            label.clear_behind(sheet, setting)?;
            labels.push(label);
        }
        Ok(())
    }

    /// The years under the columns.
    fn names(
        &self,
        plot: &Plot<'_>,
        (slot, zero): (f64, f64),
        scale: f64,
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) {
        let style = ruler::tick_style(scale);
        let years: Vec<i32> = (self.first_year..=self.last_year()).collect();
        let mut names = ruler::year_names(&years, slot, style);
        if let Some(after) = self.columns.get(self.years) {
            let long = clean(&self.column_name(after, setting.words));
            let short = clean(&setting.words.say("chart-after-short", &[]));
            let room = slot * (1.0 + AFTER_GAP) - 4.0 * scale;
            let fitting = [long, short].into_iter().find(|name| style.width(name) <= room);
            names.push(fitting.unwrap_or_default());
        }
        for (place, name) in names.into_iter().enumerate() {
            let (x, _) = plot.place(self.middle(place), 0.0);
            let half = style.width(&name) / 2.0;
            let x = x.min(f64::from(setting.width) - half - 2.0);
            labels.push(ruler::under(x, zero, scale, setting, name));
        }
    }

    fn hover(&self, plot: &Plot<'_>, place: usize, column: &Column, words: &dyn Words) -> Hover {
        let middle = self.middle(place);
        let at = |value: f64| grid(plot.place(value, 0.0).0);
        let first = if place == self.years { middle - 0.5 - AFTER_GAP } else { middle - 0.5 };
        let mut lines: Vec<HoverLine> = Vec::with_capacity(self.kinds.len() + 1);
        for (kind, amount) in self.kinds.iter().zip(&column.parts) {
            lines.push(HoverLine { key: key(*kind), label: clean(&kind_name(*kind, words)), amount: *amount });
        }
        lines.push(HoverLine { key: "total", label: words.say("chart-total", &[]), amount: column.total });
        let paid = self.paid_in(place);
        lines.extend(paid.map(|amount| HoverLine { key: "paid", label: words.say("chart-paid", &[]), amount }));
        let (x0, x1, x) = (at(first), at(middle + 0.5), at(middle));
        Hover { period: column.key.clone(), x0, x1, x, band: None, lines, notes: Vec::new() }
    }
}
