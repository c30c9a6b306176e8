//! What differs: the sum of one state of the plan, the steps that raise and lower it, and the sum of the other.

use crate::amount::{Unit, size};
use crate::assemble::{self, Parts};
use crate::caption;
use crate::comparison::{Bar, By, Difference};
use crate::events::Told;
use crate::figure::{ChartError, Figure, FigureTable, Hover, HoverLine, Setting};
use crate::frame::{self, Frame, Wording};
use crate::steps_down::{Kind, Row, Rows};
use crate::subject::Subject;
use crate::text::{Label, clean};
use crate::words::Words;
use model::Total;

const NAME: &str = "what_differs";

/// As much of the largest step's name stands in the title.
const LONGEST_NAME: usize = 40;
/// As much of the states' names stands under the title.
const LONGEST_STATE: usize = 60;
/// Beside a whole this many times the largest step, steps would be slivers: then the bars tell the change alone.
const SEEN_PART: i128 = 6;
/// As many steps the text alternative and the pointer name.
const MOST_NAMED: usize = 12;

/// The chart's figures.
struct Steps<'a> {
    subject: &'a Subject,
    difference: &'a Difference,
    /// The steps that change anything.
    bars: Vec<&'a Bar>,
    /// What the bars begin from: nought, or the first sum where the steps would be slivers beside it.
    origin: Total,
    unit: Unit,
}

/// Draws the chart.
pub(crate) fn draw(subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    setting.check()?;
    subject.check()?;
    let Some(difference) = &subject.comparison.difference else { return nothing(subject, setting) };
    let steps = Steps::of(subject, difference)?;
    let wording = steps.wording(setting).cleaned();
    let frame = Frame::compose(setting, &wording, &[], Rows::wanted(steps.bars.len()));
    let (drawn, labels, hover) = steps.picture(setting, &frame)?;
    let (alt, table) = (steps.alt(setting.words, &wording), steps.table(setting.words));
    Ok(assemble::figure(NAME, setting, wording, Parts { drawn, labels, alt, table, hover }))
}

/// The figure of no comparison: it says so.
fn nothing(subject: &Subject, setting: &Setting<'_>) -> Result<Figure, ChartError> {
    let words = setting.words;
    let wording = assemble::bare(subject, words.say("chart-nothing-compared", &[]), words);
    let header = ["chart-step", "chart-change", "chart-sum-so-far"].map(|id| words.say(id, &[])).to_vec();
    assemble::empty(NAME, setting, wording, &words.say("chart-nothing-compared-hint", &[]), header)
}

impl<'a> Steps<'a> {
    fn of(subject: &'a Subject, difference: &'a Difference) -> Result<Self, ChartError> {
        let (from, to) = (difference.from.amount, difference.to.amount);
        let found = from + difference.bars.iter().map(|bar| bar.change).sum();
        if found != to {
            return Err(ChartError::NotAdding { expected: to.to_string(), found: found.to_string() });
        }
        let bars: Vec<&Bar> = difference.bars.iter().filter(|bar| bar.change != Total::ZERO).collect();
        let largest = bars.iter().map(|bar| size(bar.change)).max().unwrap_or_default();
        let whole = size(from).max(size(to));
        let is_seen = bars.is_empty() || largest.cents().saturating_mul(SEEN_PART) >= whole.cents();
        let origin = if is_seen { Total::ZERO } else { from };
        let mut steps = Self { subject, difference, bars, origin, unit: Unit::Billion };
        steps.unit = Unit::for_all(steps.sums().map(|sum| sum - origin).chain([largest]));
        Ok(steps)
    }

    /// The sums before the first step, between the steps and after the last.
    fn sums(&self) -> impl Iterator<Item = Total> {
        let mut sum = self.difference.from.amount;
        let after = self.bars.iter().map(move |bar| {
            sum += bar.change;
            sum
        });
        [self.difference.from.amount].into_iter().chain(after)
    }

    fn net(&self) -> Total {
        self.difference.to.amount - self.difference.from.amount
    }

    /// Whether the bars tell the change from the first state alone.
    fn is_change_alone(&self) -> bool {
        self.origin != Total::ZERO
    }

    /// The step that changes most, the first of several.
    fn largest(&self) -> Option<&Bar> {
        let most = self.bars.iter().map(|bar| size(bar.change)).max()?;
        self.bars.iter().find(|bar| size(bar.change) == most).copied()
    }
}

// The words.
impl Steps<'_> {
    fn wording(&self, setting: &Setting<'_>) -> Wording {
        let words = setting.words;
        let facts = &self.subject.facts;
        let by = match &self.difference.by {
            By::Year => words.say("chart-by-year", &[]),
            By::Change => words.say("chart-by-change", &[]),
            By::Dimension(name) => words.say("chart-by-dimension", &[("dimension", &lower(&clean(name)))]),
        };
        let args = [("by", by.as_str()), ("unit", &self.unit.name(words)), ("prices", &facts.prices)];
        let indicator = words.say(&format!("chart-what-differs-subtitle-{}", self.difference.compared.key()), &args);
        let state = |name: &str| caption::shortened(name, LONGEST_STATE);
        let (from, to) = (state(&self.difference.from.label), state(&self.difference.to.label));
        let states = words.say("chart-from-to", &[("from", &from), ("to", &to)]);
        let mut notes = Vec::new();
        if self.is_change_alone() {
            notes.push(words.say("chart-change-alone-note", &[]));
        }
        if self.difference.compared == crate::Compared::Paid {
            notes.extend(caption::as_let_through(facts, words));
        }
        Wording {
            title: frame::fitting_title(setting, self.titles(words)),
            subtitle: format!("{indicator} · {states}"),
            note: notes.join(" "),
            events: Told::default(),
            source: caption::source(facts, words),
            fingerprint: facts.fingerprint.clone(),
        }
    }

    /// The finding: by how much the sums differ, and what makes most of it; said shorter and shorter.
    fn titles(&self, words: &dyn Words) -> Vec<String> {
        let named = |amount: Total| Unit::for_all([amount]).with_name(size(amount), words);
        let say = |id: &str, args: &[(&str, &str)]| words.say(&format!("chart-what-differs-title-{id}"), args);
        let Some(largest) = self.largest() else {
            let both = self.difference.from.amount;
            return vec![say("same", &[("amount", &Unit::for_all([both]).with_name(both, words))])];
        };
        let net = self.net();
        if net == Total::ZERO {
            let moved: Total = self.bars.iter().map(|bar| bar.change.max(Total::ZERO)).sum();
            return vec![say("even", &[("moved", &named(moved))])];
        }
        let direction = if net > Total::ZERO { "more" } else { "less" };
        let compared = self.difference.compared.key();
        let change = Unit::for_all([largest.change]).change_with_name(largest.change, words);
        let ending = if self.bars.len() == 1 { "-one" } else { "" };
        let title = |longest: usize| {
            let name = caption::shortened(&largest.label, longest);
            let args = [("amount", named(net)), ("name", name), ("change", change.clone())];
            let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
            say(&format!("{compared}-{direction}{ending}"), &args)
        };
        let short = words.say(&format!("chart-{compared}-{direction}"), &[("amount", &named(net))]);
        vec![title(LONGEST_NAME), title(LONGEST_NAME / 2), short]
    }

    fn alt(&self, words: &dyn Words, wording: &Wording) -> String {
        let named = |amount: Total| Unit::for_all([amount]).with_name(amount, words);
        let step = |bar: &&Bar| format!("{} {}", clean(&bar.label), self.unit.change(bar.change, words));
        let mut steps: Vec<String> = self.bars.iter().take(MOST_NAMED).map(step).collect();
        if self.bars.len() > MOST_NAMED {
            let count = (self.bars.len() - MOST_NAMED).to_string();
            steps.push(words.say("chart-events-more", &[("count", &count)]));
        }
        let Difference { from, to, .. } = self.difference;
        let args = [
            ("from", clean(&from.label)),
            ("from-amount", named(from.amount)),
            ("to", clean(&to.label)),
            ("to-amount", named(to.amount)),
            ("unit", self.unit.name(words)),
            ("steps", steps.join(", ")),
        ];
        let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
        let id = if steps.is_empty() { "chart-what-differs-alt-same" } else { "chart-what-differs-alt" };
        let title = format!("{}.", wording.title.trim_end_matches('.'));
        caption::joined(vec![words.say(id, &args), title, wording.note.clone(), wording.source.clone()])
    }

    /// Every step, also those that change nothing and those that the picture folds.
    fn table(&self, words: &dyn Words) -> FigureTable {
        let header = ["chart-step", "chart-change", "chart-sum-so-far"].map(|id| words.say(id, &[])).to_vec();
        let Difference { from, to, bars, .. } = self.difference;
        let mut sum = from.amount;
        let mut rows = vec![vec![clean(&from.label), String::new(), from.amount.to_string()]];
        for bar in bars {
            sum += bar.change;
            rows.push(vec![clean(&bar.label), bar.change.to_string(), sum.to_string()]);
        }
        rows.push(vec![clean(&to.label), self.net().to_string(), to.amount.to_string()]);
        FigureTable { header, rows }
    }
}

// The picture.
impl Steps<'_> {
    fn picture(&self, setting: &Setting<'_>, frame: &Frame) -> Result<(String, Vec<Label>, Vec<Hover>), ChartError> {
        let rows = self.rows(Rows::most(frame), setting.words);
        let laid = Rows { rows, origin: self.origin, unit: self.unit };
        let (drawn, labels, zones) = laid.picture(setting, frame)?;
        let hover = laid.rows.iter().zip(zones).map(|(row, zone)| self.zone(row, zone, setting.words)).collect();
        Ok((drawn, labels, hover))
    }

    /// The rows of the picture: of more steps than find room the smallest are told together.
    fn rows(&self, most: usize, words: &dyn Words) -> Vec<Row> {
        let Difference { from, to, .. } = self.difference;
        let kept = kept(&self.bars, most);
        let mut sum = from.amount;
        let mut rows = vec![Row::sum(&from.label, Kind::From, from.amount, &self.value(from.amount, None, words))];
        for at in &kept {
            let bar = self.bars[*at];
            rows.push(Row::step(&bar.label, (sum, sum + bar.change), &self.unit.change(bar.change, words)));
            sum += bar.change;
        }
        let folded: Vec<usize> = (0..self.bars.len()).filter(|at| !kept.contains(at)).collect();
        if !folded.is_empty() {
            let change: Total = folded.iter().map(|at| self.bars[*at].change).sum();
            let label = words.say("chart-other-steps", &[("count", &folded.len().to_string())]);
            let mut row = Row::step(&label, (sum, sum + change), &self.unit.change(change, words));
            row.folded = folded;
            rows.push(row);
        }
        if self.bars.is_empty() {
            rows.push(Row::step(&words.say("chart-no-difference", &[]), (sum, sum), ""));
        }
        let net = Some(self.net()).filter(|net| self.is_change_alone() && *net != Total::ZERO);
        rows.push(Row::sum(&to.label, Kind::To, to.amount, &self.value(to.amount, net, words)));
        rows
    }

    /// A sum as its row writes it: where the bars tell the change alone, with the change first.
    fn value(&self, amount: Total, net: Option<Total>, words: &dyn Words) -> String {
        if !self.is_change_alone() {
            let figure = self.unit.figure(amount, words);
            return if amount == Total::ZERO { words.number("0") } else { figure };
        }
        let whole = Unit::for_all([amount]).with_name(amount, words);
        net.map_or_else(|| whole.clone(), |net| format!("{} ({whole})", self.unit.change(net, words)))
    }

    fn zone(&self, row: &Row, (x0, x1, x, band): (i32, i32, i32, (i32, i32)), words: &dyn Words) -> Hover {
        let line = |key, id: &str, amount| HoverLine { key, label: words.say(id, &[]), amount };
        let lines = match row.kind {
            Kind::From => vec![line("sum", "chart-sum", row.after)],
            Kind::Step => {
                let so_far = line("sum", "chart-sum-so-far", row.after);
                vec![line("change", "chart-change", row.after - row.before), so_far]
            }
            Kind::To => vec![line("change", "chart-change-in-all", self.net()), line("sum", "chart-sum", row.after)],
        };
        let told = |at: &usize| {
            let Bar { label, change, .. } = self.bars[*at];
            format!("{}: {}", clean(label), Unit::for_all([*change]).change_with_name(*change, words))
        };
        let mut notes: Vec<String> = row.folded.iter().take(MOST_NAMED).map(told).collect();
        if row.folded.len() > MOST_NAMED {
            let count = (row.folded.len() - MOST_NAMED).to_string();
            notes.push(words.say("chart-events-more", &[("count", &count)]));
        }
        Hover { period: row.label.clone(), x0, x1, x, band: Some(band), lines, notes }
    }
}

/// Which steps have a row of their own, in their order: all where they find room, else the largest, with one row left for the
/// others together.
fn kept(bars: &[&Bar], most: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..bars.len()).collect();
    if bars.len() > most {
        order.sort_by_key(|at| std::cmp::Reverse(size(bars[*at].change)));
        order.truncate(most.saturating_sub(1));
        order.sort_unstable();
    }
    order
}

/// A name within a sentence: `Funder` is `funder`, `GDP` stays.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_give_way_and_order_stays() {
        let bar = |change: i128| Bar { key: String::new(), label: String::new(), change: Total::from_cents(change) };
        let bars: Vec<Bar> = [5, -1, 9, 2, -7].map(bar).to_vec();
        let bars: Vec<&Bar> = bars.iter().collect();
        assert_eq!(kept(&bars, 5), [0, 1, 2, 3, 4]);
        assert_eq!(kept(&bars, 4), [0, 2, 4]);
        assert_eq!(kept(&bars, 1), [] as [usize; 0]);
    }

    #[test]
    fn names_begin_small_within_a_sentence() {
        assert_eq!([lower("Funder"), lower("GDP"), lower("Надавач"), lower("")], ["funder", "GDP", "надавач", ""]);
    }
}
