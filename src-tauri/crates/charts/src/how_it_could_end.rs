//! How it could end: what would be paid in each outcome of the talks year by year, and, where a person has entered
//! probabilities, the path weighted by them in dashes: never without its leaves.

use crate::amount::Unit;
use crate::assemble::{self, Parts};
use crate::caption;
use crate::comparison::{Endings, Path};
use crate::events::Told;
use crate::figure::{ChartError, Figure, FigureTable, Hover, HoverLine, Setting};
use crate::frame::{self, Entry, Frame, Look, Wording};
use crate::odds;
use crate::path_lines::PathLines;
use crate::subject::Subject;
use crate::text::{Label, clean};
use crate::words::Words;
use crate::year_axis::YearAxis;
use model::Total;

const NAME: &str = "how_it_could_end";

/// What the outcomes are called in the picture, and where no language matters.
const LETTERS: [&str; Endings::MOST] = ["A", "B", "C", "D", "E", "F"];
const KEYS: [&str; Endings::MOST] = ["path_a", "path_b", "path_c", "path_d", "path_e", "path_f"];
/// As much of an outcome's name stands in the legend.
const LONGEST_NAME: usize = 52;

/// The chart's figures.
struct Ends<'a> {
    subject: &'a Subject,
    paths: &'a [Path],
    /// The weighted path: only where every outcome has its probability.
    weighted: Option<&'a (Vec<Total>, Total)>,
    axis: YearAxis,
    unit: Unit,
}

/// Draws the chart.
pub(crate) fn draw(subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    setting.check()?;
    subject.check()?;
    if subject.comparison.endings.paths.is_empty() {
        return nothing(subject, setting);
    }
    let ends = Ends::of(subject);
    let wording = ends.wording(setting).cleaned();
    let frame = Frame::compose(setting, &wording, &ends.legend(setting), 30.0);
    let (drawn, labels, hover) = ends.picture(setting, &frame)?;
    let (alt, table) = (ends.alt(setting.words, &wording), ends.table(setting));
    Ok(assemble::figure(NAME, setting, wording, Parts { drawn, labels, alt, table, hover }))
}

/// The figure of a plan without outcomes: it says so.
fn nothing(subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    let words = setting.words;
    let mut wording = assemble::bare(subject, words.say("chart-how-it-could-end-title-none", &[]), words);
    wording.note = clean(&subject.comparison.endings.notes.join(" "));
    let header = vec![words.say("chart-year", &[])];
    assemble::empty(NAME, setting, wording, &words.say("chart-how-it-could-end-hint", &[]), header)
}

impl<'a> Ends<'a> {
    fn of(subject: &'a Subject) -> Self {
        let Endings { first_year, paths, weighted, .. } = &subject.comparison.endings;
        let whole = odds::are_whole(paths.iter().map(|path| path.share));
        let weighted = weighted.as_ref().filter(|_| whole);
        let years = paths.first().map_or(1, |path| path.years.len());
        let axis = YearAxis { first: *first_year, years, has_after: false };
        let weighted_years = weighted.iter().flat_map(|(years, _)| years.iter());
        let amounts = paths.iter().flat_map(|path| path.years.iter()).chain(weighted_years);
        Self { subject, paths, weighted, axis, unit: Unit::for_all(amounts.copied()) }
    }

    /// What would be paid within the years.
    fn within(years: &[Total]) -> Total {
        years.iter().copied().sum()
    }

    /// The least and the most that would be paid within the years.
    fn range(&self) -> (Total, Total) {
        let sums = || self.paths.iter().map(|path| Self::within(&path.years));
        (sums().min().unwrap_or_default(), sums().max().unwrap_or_default())
    }

    fn has_after(&self) -> bool {
        let weighted = self.weighted.iter().map(|(_, after)| *after);
        self.paths.iter().map(|path| path.after).chain(weighted).any(|after| after != Total::ZERO)
    }

    /// An outcome with its letter and, where it is known, its probability.
    fn name(&self, at: usize, words: &dyn Words) -> String {
        let path = &self.paths[at];
        let name = caption::shortened(&path.label, LONGEST_NAME);
        let letter = LETTERS[at];
        let told = match path.share {
            Some(share) => {
                let percent = odds::percent(share, words);
                words.say("chart-path-odds", &[("letter", letter), ("name", &name), ("percent", &percent)])
            }
            None => words.say("chart-path", &[("letter", letter), ("name", &name)]),
        };
        clean(&told)
    }

    fn legend(&self, setting: &Setting<'_>) -> Vec<Entry> {
        let Setting { palette, words, .. } = setting;
        let path = |at: usize| {
            let colour = palette.paths[at];
            Entry { label: self.name(at, *words), colour, look: Look::Line }
        };
        let mut entries: Vec<Entry> = (0..self.paths.len()).map(path).collect();
        let mut add = |id: &str, look| {
            entries.push(Entry { label: clean(&words.say(id, &[])), colour: palette.paid, look });
        };
        match self.unweighted() {
            None => add("chart-weighted", Look::Dashes),
            Some(id) => add(id, Look::Words),
        }
        entries
    }

    /// Why no weighted path is drawn.
    fn unweighted(&self) -> Option<&'static str> {
        match (self.weighted, self.subject.comparison.endings.entered) {
            (Some(_), _) => None,
            (None, 0) => Some("chart-no-probability"),
            (None, _) if self.paths.iter().any(|path| path.share.is_none()) => Some("chart-probability-missing"),
            (None, _) => Some("chart-outcome-missing"),
        }
    }
}

// The words.
impl Ends<'_> {
    fn wording(&self, setting: &Setting<'_>) -> Wording {
        let words = setting.words;
        let facts = &self.subject.facts;
        let (years, unit) = (caption::years(self.axis.first, self.axis.last()), self.unit.name(words));
        let args = [("years", years.as_str()), ("unit", &unit), ("prices", &facts.prices)];
        Wording {
            title: frame::fitting_title(setting, self.titles(words)),
            subtitle: words.say("chart-how-it-could-end-subtitle", &args),
            note: caption::joined(self.notes(words)),
            events: Told::default(),
            source: caption::source(facts, words),
            fingerprint: facts.fingerprint.clone(),
        }
    }

    fn notes(&self, words: &dyn Words) -> Vec<String> {
        let mut notes = Vec::new();
        if self.weighted.is_some() {
            notes.push(words.say("chart-weighted-note", &[]));
        }
        notes.extend(self.subject.comparison.endings.notes.iter().cloned());
        if self.has_after() {
            let told = |(at, path): (usize, &Path)| {
                let amount = Unit::for_all([path.after]).with_name(path.after, words);
                format!("{}\u{a0}{amount}", LETTERS[at])
            };
            let list: Vec<String> = self.paths.iter().enumerate().map(told).collect();
            let args = [("year", self.axis.last().to_string()), ("list", list.join(", "))];
            notes.push(words.say("chart-paths-after-note", &args.each_ref().map(|(name, it)| (*name, it.as_str()))));
        }
        notes.extend(caption::as_let_through(&self.subject.facts, words));
        notes
    }

    /// The finding: how far the outcomes lie apart, and what is to be expected of them; and the same in short.
    fn titles(&self, words: &dyn Words) -> Vec<String> {
        let say = |id: &str, args: &[(&str, &str)]| words.say(&format!("chart-how-it-could-end-title-{id}"), args);
        let named = |amount: Total| Unit::for_all([amount]).with_name(amount, words);
        let last = self.axis.last().to_string();
        let (least, most) = self.range();
        let (least_told, most_told) = (named(least), named(most));
        if let [only] = self.paths {
            let name = caption::shortened(&only.label, LONGEST_NAME);
            return vec![say("one", &[("name", &name), ("amount", &most_told), ("last", &last)])];
        }
        if least == most {
            let is_same = self.paths.iter().all(|path| path.years == self.paths[0].years);
            let id = if is_same { "same" } else { "even" };
            return vec![say(id, &[("amount", &most_told), ("last", &last)])];
        }
        if let Some((years, _)) = self.weighted {
            let amount = named(Self::within(years));
            let args = [("amount", amount), ("least", least_told), ("most", most_told), ("last", last)];
            let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
            return vec![say("weighted", &args), say("weighted-short", &args)];
        }
        let args = [("least", least_told.as_str()), ("most", &most_told), ("last", &last)];
        vec![say("range", &args), say("range-short", &args)]
    }

    fn alt(&self, words: &dyn Words, wording: &Wording) -> String {
        let named = |years: &[Total]| {
            let sum = Self::within(years);
            Unit::for_all([sum]).with_name(sum, words)
        };
        let path = |at: usize| format!("{}: {}", self.name(at, words), named(&self.paths[at].years));
        let mut told: Vec<String> = (0..self.paths.len()).map(path).collect();
        told.extend(self.weighted.map(|(years, _)| format!("{}: {}", words.say("chart-weighted", &[]), named(years))));
        let (first, last) = (self.axis.first.to_string(), self.axis.last().to_string());
        let args = [("first", first.as_str()), ("last", &last), ("paths", &told.join("; "))];
        let title = format!("{}.", wording.title.trim_end_matches('.'));
        let unweighted = self.unweighted().map(|id| format!("{}.", words.say(id, &[]))).unwrap_or_default();
        let alt = words.say("chart-how-it-could-end-alt", &args);
        caption::joined(vec![alt, title, unweighted, wording.note.clone(), wording.source.clone()])
    }

    fn table(&self, setting: &Setting<'_>) -> FigureTable {
        let words = setting.words;
        let mut header = vec![words.say("chart-year", &[])];
        header.extend((0..self.paths.len()).map(|at| self.name(at, words)));
        header.extend(self.weighted.iter().map(|_| words.say("chart-weighted", &[])));
        let row = |name: String, amount: &dyn Fn(&[Total], Total) -> Total| -> Vec<String> {
            let paths = self.paths.iter().map(|path| amount(&path.years, path.after));
            let all = paths.chain(self.weighted.iter().map(|(years, after)| amount(years, *after)));
            std::iter::once(name).chain(all.map(|amount| amount.to_string())).collect()
        };
        let year = |place: usize| row(self.axis.name(place, setting), &move |years, _| years[place]);
        let mut rows: Vec<Vec<String>> = (0..self.axis.years).map(year).collect();
        if self.has_after() {
            rows.push(row(self.axis.name(self.axis.years, setting), &|_, after| after));
        }
        rows.push(row(words.say("chart-total", &[]), &|years, after| Self::within(years) + after));
        FigureTable { header, rows }
    }
}

// The picture.
impl Ends<'_> {
    fn picture(&self, setting: &Setting<'_>, frame: &Frame) -> Result<(String, Vec<Label>, Vec<Hover>), ChartError> {
        let places = |years: &Vec<Total>| years.iter().map(|amount| self.unit.place(*amount)).collect::<Vec<f64>>();
        let as_of = &self.subject.facts.as_of;
        let lines = PathLines {
            axis: self.axis,
            letters: &LETTERS,
            paths: self.paths.iter().map(|path| places(&path.years)).collect(),
            weighted: self.weighted.map(|(years, _)| places(years)),
            today: caption::date(as_of, setting.words)
                .map(|date| (as_of.clone(), clean(&setting.words.say("chart-as-of", &[("date", &date)])))),
        };
        let (drawn, labels, zones) = lines.picture(setting, frame)?;
        let zone = |(place, (x0, x1, x)): (usize, (i32, i32, i32))| {
            let lines = self.lines(place, setting.words);
            Hover { period: self.axis.key(place), x0, x1, x, band: None, lines, notes: Vec::new() }
        };
        Ok((drawn, labels, zones.into_iter().enumerate().map(zone).collect()))
    }

    fn lines(&self, place: usize, words: &dyn Words) -> Vec<HoverLine> {
        let line =
            |at: usize| HoverLine { key: KEYS[at], label: self.name(at, words), amount: self.paths[at].years[place] };
        let mut lines: Vec<HoverLine> = (0..self.paths.len()).map(line).collect();
        let label = words.say("chart-weighted", &[]);
        lines.extend(self.weighted.map(|(years, _)| HoverLine { key: "weighted", label, amount: years[place] }));
        lines
    }
}
