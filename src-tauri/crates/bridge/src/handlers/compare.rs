//! Two to six plans side by side: what is different, in sentences, and what leads from the first to each other.

use engine::{BarKey, Bridge, BridgeBy, Comparison, Measure, Moved, Period, Together};
use model::{DifferenceKind, Dimension, RowDifference, TableName, Total};

use crate::handlers::differences::{effect, joined, of_field, of_row};
use crate::handlers::row::place_text;
use crate::handlers::sides::SideState;
use crate::handlers::telling;
use crate::wire::{
    BridgeBarWire, BridgeWire, Compared, ComparedPair, DifferenceLine, DifferenceWire, EffectWire, PairLine,
    PeriodAmount, TogetherWire,
};
use crate::{Problem, Words};

pub(crate) use crate::handlers::differences::Told;

/// What a comparison goes by, and what it measures.
#[derive(Clone, Copy)]
pub(crate) struct Ask {
    /// What the table and the bridge go by.
    pub by: BridgeBy,
    /// `planned` or `paid`.
    pub measure: Measure,
}

impl Ask {
    /// Reads both.
    ///
    /// # Errors
    /// Where one is not known.
    pub(crate) fn read(by: &str, measure: &str) -> Result<Self, Problem> {
        let unknown = |option: &str, wanted: &str, known: String| {
            Problem::usage("unknown-option").with("option", option).with("wanted", wanted).with("known", known)
        };
        let by = match by {
            "year" => BridgeBy::Year,
            "change" => BridgeBy::Change,
            word => {
                let known = || Dimension::ALL.iter().map(|dimension| dimension.key()).collect::<Vec<_>>().join(", ");
                let dimension = Dimension::from_key(word);
                let dimension = dimension.ok_or_else(|| unknown("by", word, format!("year, change, {}", known())))?;
                BridgeBy::Dimension(dimension)
            }
        };
        let measure = match measure {
            "planned" => Measure::Planned,
            "paid" => Measure::Paid,
            word => return Err(unknown("measure", word, "planned, paid".to_owned())),
        };
        Ok(Self { by, measure })
    }

    /// The word for what it goes by.
    pub(crate) fn by_label(self, words: Words) -> String {
        match self.by {
            BridgeBy::Year => words.plain("compare-by-year"),
            BridgeBy::Change => words.plain("compare-by-change"),
            BridgeBy::Dimension(dimension) => words.label("dimension", dimension.key()),
        }
    }

    fn by_key(self) -> String {
        match self.by {
            BridgeBy::Year => "year".to_owned(),
            BridgeBy::Change => "change".to_owned(),
            BridgeBy::Dimension(dimension) => dimension.key().to_owned(),
        }
    }
}

/// Every side beside the first.
pub(crate) fn compared(sides: &[SideState], ask: Ask, words: Words) -> Compared {
    let pairs = sides.split_first().map_or_else(Vec::new, |(first, others)| {
        others.iter().zip(1..).map(|(other, at)| pair(first, other, at, ask, words)).collect()
    });
    Compared {
        by: ask.by_key(),
        by_label: ask.by_label(words),
        measure: ask.measure.key().to_owned(),
        measure_label: words.label("measure", ask.measure.key()),
        sides: sides.iter().map(SideState::shown).collect(),
        pairs,
    }
}

fn pair(a: &SideState, b: &SideState, at: u32, ask: Ask, words: Words) -> ComparedPair {
    let told = Told { before: a.state.plan(), after: b.state.plan(), words };
    let comparison = engine::compare(a.side(), b.side());
    let mut changes: Vec<DifferenceLine> = comparison
        .rows
        .iter()
        .flat_map(|row| with_effect(&told, lines(&told, &row.difference), row.effect.as_ref()))
        .collect();
    if a.is_base() && b.is_base() {
        // Whole plans are compared, so that what their scenarios say is a difference too.
        let whole = Told { before: a.state.whole(), after: b.state.whole(), words };
        changes.extend(comparison.aside.iter().flat_map(|row| lines(&whole, row)));
    }
    let bridge = bridge(a, b, &comparison, ask);
    ComparedPair {
        a: 0,
        b: at,
        sentence: finding(&comparison, changes.len(), words),
        changes,
        together: comparison.together.iter().map(|together| together_wire(words, together)).collect(),
        room: comparison.room.as_ref().map(|moved| effect_wire(words, moved)),
        table: table(&told, &bridge, ask.by),
        bridge: bridge_wire(&told, &bridge, ask.by),
    }
}

/// The bridge between two sides.
pub(crate) fn bridge(a: &SideState, b: &SideState, comparison: &Comparison, ask: Ask) -> Bridge {
    match ask {
        Ask { by: BridgeBy::Change, measure: Measure::Paid } => comparison.bridge(),
        Ask { by, measure } => engine::bridge(a.side(), b.side(), measure, by),
    }
}

/// How many differences there are, and what they make of what is paid.
fn finding(comparison: &Comparison, changes: usize, words: Words) -> String {
    let [before, after] = comparison.paid;
    let count = changes.to_string();
    let (short, long) = (words.short(before), words.short(after));
    let change = after - before;
    let size = words.short(if change < Total::ZERO { Total::ZERO - change } else { change });
    let id = match (changes, change) {
        (0, _) => "compare-nothing",
        (_, change) if change == Total::ZERO => "compare-same-paid",
        (_, change) if change > Total::ZERO => "compare-more-paid",
        _ => "compare-less-paid",
    };
    let told =
        words.say(id, &[("changes", &count), ("by-text", &size), ("before-text", &short), ("after-text", &long)]);
    // What only comes in other years is no change of the sum.
    let moved = effect(words, &comparison.moved());
    if change == Total::ZERO && !moved.is_empty() {
        joined(words, told.trim_end_matches('.'), &moved, (false, false))
    } else {
        told
    }
}

/// One line for each changed field of a row, or one for a row that is new or gone.
pub(crate) fn lines(told: &Told, difference: &RowDifference) -> Vec<DifferenceLine> {
    let RowDifference { table, row, called, kind } = difference;
    let like = DifferenceLine {
        table: table.key().to_owned(),
        table_label: telling::table_label(told.words, *table),
        id: row.clone(),
        row: told.having(*table, row).called(*table, row, called),
        label: told.having(*table, row).row_label(*table, row),
        change: DifferenceWire::Changed,
        field: None,
        field_label: String::new(),
        before: String::new(),
        after: String::new(),
        before_label: String::new(),
        after_label: String::new(),
        sentence: String::new(),
        effect: None,
    };
    match kind {
        DifferenceKind::Added | DifferenceKind::Removed => {
            let added = *kind == DifferenceKind::Added;
            let sentence = of_row(*told, *table, row, called, added);
            let change = if added { DifferenceWire::Added } else { DifferenceWire::Removed };
            vec![DifferenceLine { change, sentence: joined(told.words, &sentence, "", (false, false)), ..like }]
        }
        DifferenceKind::Changed(fields) => {
            let line = |change: &model::FieldDifference| {
                let sentence = of_field(*told, *table, row, called, change);
                let value = |tongue: telling::Tongue, text: &str| {
                    change.field.map(|field| tongue.value(*table, row, field, text)).unwrap_or_default()
                };
                DifferenceLine {
                    field: change.field.map(|field| field.to_string()),
                    field_label: telling::field_label(told.words, *table, change.field),
                    before: change.before.clone(),
                    after: change.after.clone(),
                    before_label: value(told.was(), &change.before),
                    after_label: value(told.is(), &change.after),
                    sentence: joined(told.words, &sentence, "", (false, false)),
                    ..like.clone()
                }
            };
            fields.iter().map(line).collect()
        }
    }
}

/// The lines of a row with what they do together on the first of them.
fn with_effect(told: &Told, mut lines: Vec<DifferenceLine>, moved: Option<&Moved>) -> Vec<DifferenceLine> {
    let several = lines.len() > 1;
    if let (Some(first), Some(moved)) = (lines.first_mut(), moved) {
        let does = effect_wire(told.words, moved);
        let what = first.sentence.trim_end_matches('.').to_owned();
        first.sentence = joined(told.words, &what, &does.sentence, (several, has_colon(first)));
        first.effect = Some(does);
    }
    lines
}

/// Whether the sentence of a line has a colon of its own; one is enough.
fn has_colon(line: &DifferenceLine) -> bool {
    match (line.change, line.field.as_deref()) {
        (DifferenceWire::Changed, Some("start" | "end" | "due")) => false,
        (DifferenceWire::Changed, _) => true,
        (DifferenceWire::Added | DifferenceWire::Removed, _) => line.table == TableName::Allocations.key(),
    }
}

fn effect_wire(words: Words, moved: &Moved) -> EffectWire {
    let changed = moved.years.iter().filter(|(_, change)| *change != Total::ZERO);
    let line = |(year, change): &(Option<i32>, Total)| PeriodAmount {
        period: year.map_or_else(|| Period::After.to_string(), |year| year.to_string()),
        amount: (*change).into(),
    };
    EffectWire {
        sentence: effect(words, moved),
        years: changed.map(line).collect(),
        leaves: moved.leaves.into(),
        arrives: moved.arrives.into(),
        net: moved.net.into(),
    }
}

fn together_wire(words: Words, together: &Together) -> TogetherWire {
    let effect = effect_wire(words, &together.moved);
    let count = together.rows.to_string();
    let table = telling::table_label(words, together.table);
    TogetherWire {
        table: together.table.key().to_owned(),
        rows: u32::try_from(together.rows).unwrap_or(u32::MAX),
        sentence: words.say(
            if effect.sentence.is_empty() { "compare-together-nothing" } else { "compare-together" },
            &[("rows", &count), ("table-text", &table), ("effect-text", &effect.sentence)],
        ),
        effect,
    }
}

/// What a step of a bridge is called in keys and for the reader.
pub(crate) fn bar_names(told: &Told, key: &BarKey, by: BridgeBy) -> (String, String) {
    match (key, by) {
        (BarKey::Key(key), BridgeBy::Dimension(dimension)) => (key.clone(), of_either(told, dimension, key)),
        (BarKey::Key(key), _) => (key.clone(), key.clone()),
        (BarKey::Period(Period::After), _) => (Period::After.to_string(), told.words.plain("compare-after")),
        (BarKey::Period(period), _) => (period.to_string(), period.to_string()),
        (BarKey::Row { table, row, called }, _) => (row.clone(), row_name(told, *table, row, called)),
        (BarKey::Table(table), _) => (table.key().to_owned(), telling::table_label(told.words, *table)),
        (BarKey::Room, _) => ("room".to_owned(), told.words.plain("compare-room")),
    }
}

fn row_name(told: &Told, table: TableName, row: &str, called: &str) -> String {
    told.having(table, row).row_text(table, row, called)
}

/// A place as the plan that has it calls it.
fn of_either(told: &Told, dimension: Dimension, key: &str) -> String {
    let later = place_text(told.is(), dimension, key);
    if later == key { place_text(told.was(), dimension, key) } else { later }
}

fn bridge_wire(told: &Told, bridge: &Bridge, by: BridgeBy) -> BridgeWire {
    let bar = |bar: &engine::BridgeBar| {
        let (key, label) = bar_names(told, &bar.key, by);
        BridgeBarWire { key, label, change: bar.change.into() }
    };
    let moving = bridge.bars.iter().filter(|bar| bar.change != Total::ZERO);
    BridgeWire { from: bridge.from.into(), bars: moving.map(bar).collect(), to: bridge.to.into() }
}

/// The measure by what was asked for, and the sum. A change stands between what there was before it and after it.
fn table(told: &Told, bridge: &Bridge, by: BridgeBy) -> Vec<PairLine> {
    let mut reached = bridge.from;
    let mut lines = Vec::with_capacity(bridge.bars.len() + 1);
    for bar in &bridge.bars {
        let before = reached;
        reached += bar.change;
        let (key, label) = bar_names(told, &bar.key, by);
        lines.push(line(key, label, bar.sides.unwrap_or([before, reached])));
    }
    lines.push(line(String::new(), told.words.plain("compare-sum"), [bridge.from, bridge.to]));
    lines
}

fn line(key: String, label: String, [a, b]: [Total; 2]) -> PairLine {
    PairLine { key, label, a: a.into(), b: b.into(), change: (b - a).into(), per_mille: per_mille(a, b) }
}

/// The change in thousandths of `a`, halves away from nought.
fn per_mille(a: Total, b: Total) -> Option<i32> {
    if a <= Total::ZERO {
        return None;
    }
    let (change, whole) = ((b - a).cents(), a.cents());
    let size = (change.abs() * 2000 + whole) / (whole * 2);
    i32::try_from(if change < 0 { -size } else { size }).ok()
}
