//! Side by side: what several states of a plan come to year by year, each in a panel of its own, all on one scale, the first
//! as a line in all others.

use crate::amount::{Unit, size};
use crate::assemble::{self, Parts};
use crate::caption;
use crate::comparison::{Compared, Side, Sides};
use crate::events::Told;
use crate::figure::{ChartError, Figure, FigureTable, Hover, HoverLine, Setting};
use crate::frame::{self, Entry, Frame, Look, Wording};
use crate::panels::{Panel, Panels};
use crate::subject::Subject;
use crate::text::{Label, clean};
use crate::words::Words;
use crate::year_axis::YearAxis;
use model::Total;

const NAME: &str = "side_by_side";

/// As much of a state's name stands in the legend, and in a line under the pointer.
const LONGEST_NAME: usize = 44;
/// What the sides are called where no language matters.
pub(crate) const KEYS: [&str; Sides::MOST] = ["side_a", "side_b", "side_c", "side_d", "side_e", "side_f"];

/// The chart's figures.
struct Beside<'a> {
    subject: &'a Subject,
    compared: Compared,
    axis: YearAxis,
    sides: Vec<Column<'a>>,
    unit: Unit,
}

/// A state on the common years.
struct Column<'a> {
    side: &'a Side,
    /// An amount for each place of the axis; nought where the state has no such year.
    amounts: Vec<Total>,
    sum: Total,
}

/// Draws the chart.
pub(crate) fn draw(subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    setting.check()?;
    subject.check()?;
    if subject.comparison.sides.sides.is_empty() {
        return nothing(subject, setting);
    }
    let beside = Beside::of(subject);
    let wording = beside.wording(setting).cleaned();
    let frame = Frame::compose(setting, &wording, &beside.legend(setting), Panels::wanted(beside.sides.len()));
    let (drawn, labels, hover) = beside.picture(setting, &frame)?;
    let (alt, table) = (beside.alt(setting.words, &wording), beside.table(setting));
    Ok(assemble::figure(NAME, setting, wording, Parts { drawn, labels, alt, table, hover }))
}

/// The figure of no comparison: it says so.
fn nothing(subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    let words = setting.words;
    let wording = assemble::bare(subject, words.say("chart-nothing-compared", &[]), words);
    let header = vec![words.say("chart-year", &[])];
    assemble::empty(NAME, setting, wording, &words.say("chart-nothing-compared-hint", &[]), header)
}

impl<'a> Beside<'a> {
    fn of(subject: &'a Subject) -> Self {
        let Sides { compared, sides } = &subject.comparison.sides;
        let ends = sides.iter().map(|side| i64::from(side.first_year) + side.years.len() as i64);
        let first = sides.iter().map(|side| side.first_year).min().unwrap_or_default();
        let years = ends.max().unwrap_or_default() - i64::from(first);
        let years = usize::try_from(years).unwrap_or(1).max(1);
        let has_after = sides.iter().any(|side| side.after != Total::ZERO);
        let axis = YearAxis { first, years, has_after };
        let columns: Vec<Column<'a>> = sides.iter().map(|side| Column::of(side, &axis)).collect();
        let unit = Unit::for_all(columns.iter().flat_map(|column| column.amounts.iter().copied()));
        Self { subject, compared: *compared, axis, sides: columns, unit }
    }

    /// The first place and the pair of amounts in which the sides lie furthest apart.
    fn widest(&self) -> Option<(usize, Total)> {
        let gap = |place: usize| {
            let amounts = || self.sides.iter().map(|column| column.amounts[place]);
            let gap = amounts().max().unwrap_or_default() - amounts().min().unwrap_or_default();
            // Of two sides the change from the first tells more.
            if self.sides.len() == 2 { self.sides[1].amounts[place] - self.sides[0].amounts[place] } else { gap }
        };
        let gaps: Vec<Total> = (0..self.axis.places()).map(gap).collect();
        let most = gaps.iter().map(|gap| size(*gap)).max().filter(|most| *most > Total::ZERO)?;
        gaps.iter().position(|gap| size(*gap) == most).map(|place| (place, gaps[place]))
    }

    fn legend(&self, setting: &Setting<'_>) -> Vec<Entry> {
        if self.sides.len() < 2 {
            return Vec::new();
        }
        let name = caption::shortened(&self.sides[0].side.label, LONGEST_NAME);
        let label = clean(&setting.words.say("chart-for-comparison", &[("name", &name)]));
        vec![Entry { label, colour: setting.palette.paid, look: Look::Line }]
    }
}

impl<'a> Column<'a> {
    fn of(side: &'a Side, axis: &YearAxis) -> Self {
        let lead = usize::try_from(i64::from(side.first_year) - i64::from(axis.first)).unwrap_or(0);
        let mut amounts = vec![Total::ZERO; axis.places()];
        for (at, amount) in side.years.iter().enumerate() {
            amounts[lead + at] = *amount;
        }
        if axis.has_after {
            amounts[axis.years] = side.after;
        }
        let sum = amounts.iter().copied().sum();
        Self { side, amounts, sum }
    }

    fn name(&self) -> String {
        caption::shortened(&self.side.label, LONGEST_NAME)
    }
}

// The words.
impl Beside<'_> {
    fn wording(&self, setting: &Setting<'_>) -> Wording {
        let words = setting.words;
        let facts = &self.subject.facts;
        let (years, unit) = (caption::years(self.axis.first, self.axis.last()), self.unit.name(words));
        let args = [("years", years.as_str()), ("unit", &unit), ("prices", &facts.prices)];
        let indicator = words.say(&format!("chart-side-by-side-subtitle-{}", self.compared.key()), &args);
        let mut notes = Vec::new();
        if self.axis.has_after {
            notes.push(words.say("chart-last-column-note", &[("year", &self.axis.last().to_string())]));
        }
        if self.compared == Compared::Paid {
            notes.extend(caption::as_let_through(facts, words));
        }
        Wording {
            title: frame::fitting_title(setting, self.titles(words)),
            subtitle: indicator,
            note: caption::joined(notes),
            events: Told::default(),
            source: caption::source(facts, words),
            fingerprint: facts.fingerprint.clone(),
        }
    }

    /// The finding: how far the sums lie apart, and when the years do most; and the same without the latter.
    fn titles(&self, words: &dyn Words) -> Vec<String> {
        let say = |id: &str, args: &[(&str, &str)]| words.say(&format!("chart-side-by-side-title-{id}"), args);
        let named = |amount: Total| Unit::for_all([amount]).with_name(amount, words);
        let (first, compared) = (&self.sides[0], self.compared.key());
        if self.sides.len() == 1 {
            return vec![say(&format!("{compared}-one"), &[("amount", &named(first.sum))])];
        }
        let Some((place, gap)) = self.widest() else {
            return vec![say("same", &[("amount", &named(first.sum))])];
        };
        let when = self.when(place, words);
        let change = Unit::for_all([gap]);
        if self.sides.len() > 2 {
            let sums = || self.sides.iter().map(|column| column.sum);
            let (least, most) = (sums().min().unwrap_or_default(), sums().max().unwrap_or_default());
            let gap = change.with_name(gap, words);
            if least == most {
                return vec![say("even-many", &[("amount", &named(least)), ("when", &when), ("gap", &gap)])];
            }
            let args = [("least", named(least)), ("most", named(most)), ("when", when), ("gap", gap)];
            let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
            return vec![say(&format!("{compared}-many"), &args), say(&format!("{compared}-many-short"), &args)];
        }
        let (net, change) = (self.sides[1].sum - first.sum, change.change_with_name(gap, words));
        if net == Total::ZERO {
            return vec![say("even", &[("amount", &named(first.sum)), ("when", &when), ("change", &change)])];
        }
        let direction = if net > Total::ZERO { "more" } else { "less" };
        let args = [("amount", named(size(net))), ("when", when), ("change", change)];
        let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
        vec![say(&format!("{compared}-{direction}"), &args), words.say(&format!("chart-{compared}-{direction}"), &args)]
    }

    fn when(&self, place: usize, words: &dyn Words) -> String {
        if place < self.axis.years {
            return self.axis.key(place);
        }
        words.say("chart-after", &[("year", &self.axis.last().to_string())])
    }

    fn alt(&self, words: &dyn Words, wording: &Wording) -> String {
        let named = |amount: Total| Unit::for_all([amount]).with_name(amount, words);
        let side = |column: &Column<'_>| format!("{}: {}", clean(&column.side.label), named(column.sum));
        let sides: Vec<String> = self.sides.iter().map(side).collect();
        let (count, sides) = (self.sides.len().to_string(), sides.join("; "));
        let (first, last) = (self.axis.first.to_string(), self.axis.last().to_string());
        let args = [("count", count.as_str()), ("first", &first), ("last", &last), ("sides", &sides)];
        let alt = words.say("chart-side-by-side-alt", &args);
        let title = format!("{}.", wording.title.trim_end_matches('.'));
        caption::joined(vec![alt, title, wording.note.clone(), wording.source.clone()])
    }

    fn table(&self, setting: &Setting<'_>) -> FigureTable {
        let words = setting.words;
        let mut header = vec![words.say("chart-year", &[])];
        header.extend(self.sides.iter().map(|column| clean(&column.side.label)));
        let row = |place: usize| {
            let amounts = self.sides.iter().map(|column| column.amounts[place].to_string());
            std::iter::once(self.axis.name(place, setting)).chain(amounts).collect()
        };
        let mut rows: Vec<Vec<String>> = (0..self.axis.places()).map(row).collect();
        let sums = self.sides.iter().map(|column| column.sum.to_string());
        rows.push(std::iter::once(words.say("chart-total", &[])).chain(sums).collect());
        FigureTable { header, rows }
    }
}

// The picture.
impl Beside<'_> {
    fn picture(&self, setting: &Setting<'_>, frame: &Frame) -> Result<(String, Vec<Label>, Vec<Hover>), ChartError> {
        let panel = |column: &Column<'_>| Panel {
            name: clean(&column.side.label),
            sums: self.sums(column, setting.words),
            values: column.amounts.iter().map(|amount| self.unit.place(*amount)).collect(),
        };
        let panels = Panels { panels: self.sides.iter().map(panel).collect(), axis: self.axis };
        let (drawn, labels, zones) = panels.picture(setting, frame)?;
        let places = self.axis.places();
        let zone = |(at, (x0, x1, x, band)): (usize, (i32, i32, i32, (i32, i32)))| {
            let (side, place) = panels.at(at, places);
            let (lines, notes) = (self.lines(side, place, setting.words), Vec::new());
            Hover { period: self.axis.key(place), x0, x1, x, band: Some(band), lines, notes }
        };
        Ok((drawn, labels, zones.into_iter().enumerate().map(zone).collect()))
    }

    /// What a panel's second line may say, the longest first: what the state comes to, and how that differs from the first.
    fn sums(&self, column: &Column<'_>, words: &dyn Words) -> Vec<String> {
        let whole = Unit::for_all([column.sum]).with_name(column.sum, words);
        let change = column.sum - self.sides[0].sum;
        if std::ptr::eq(column, &raw const self.sides[0]) {
            return vec![clean(&whole)];
        }
        let told = match change {
            Total::ZERO => words.say("chart-no-difference", &[]),
            _ => Unit::for_all([change]).change_with_name(change, words),
        };
        [format!("{whole} ({told})"), told, whole].iter().map(|text| clean(text)).collect()
    }

    /// A place in all states, and in the panel pointed at how it differs from the first.
    fn lines(&self, side: usize, place: usize, words: &dyn Words) -> Vec<HoverLine> {
        let line = |(key, column): (&&'static str, &Column<'_>)| HoverLine {
            key,
            label: column.name(),
            amount: column.amounts[place],
        };
        let mut lines: Vec<HoverLine> = KEYS.iter().zip(&self.sides).map(line).collect();
        if side > 0 {
            let label = words.say("chart-change-of", &[("name", &self.sides[side].name())]);
            let amount = self.sides[side].amounts[place] - self.sides[0].amounts[place];
            lines.push(HoverLine { key: "change", label: clean(&label), amount });
        }
        lines
    }
}
