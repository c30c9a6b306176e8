//! Differences in sentences: what became of a row or field, and what that does to payments.

use engine::Moved;
use model::{FieldDifference, FieldKind, FieldName, Money, Quarter, TableName, Total};

use crate::Words;
use crate::handlers::slip::spans;
use crate::handlers::telling::{self, Tongue, cut};

/// The two plans that a difference is told with.
#[derive(Clone, Copy)]
pub(crate) struct Told<'a> {
    /// The plan before.
    pub before: &'a model::Plan,
    /// The plan after.
    pub after: &'a model::Plan,
    /// The reader's words.
    pub words: Words,
}

impl<'a> Told<'a> {
    /// How things are called before.
    pub(super) fn was(self) -> Tongue<'a> {
        Tongue { plan: self.before, words: self.words }
    }

    /// How things are called after.
    pub(super) fn is(self) -> Tongue<'a> {
        Tongue { plan: self.after, words: self.words }
    }

    /// How things are called in the plan that has the row: the later one where both have it.
    pub(super) fn having(self, table: TableName, row: &str) -> Tongue<'a> {
        if self.after.has_row(table, row) { self.is() } else { self.was() }
    }
}

/// That a row is new, or gone.
pub(super) fn of_row(told: Told, table: TableName, row: &str, called: &str, added: bool) -> String {
    let (words, tongue) = (told.words, if added { told.is() } else { told.was() });
    let text = tongue.row_text(table, row, called);
    let label = telling::table_label(words, table);
    let own = row.parse().ok().filter(|_| table == TableName::Allocations);
    let own = own.and_then(|id| tongue.plan.allocations.get(&id));
    match (own, added) {
        (Some(own), _) => {
            let id = if added { "difference-allocation-added" } else { "difference-allocation-removed" };
            let amount = words.money(own.amount.into());
            let (start, end) = (own.start.to_string(), own.end.to_string());
            let args = [("amount-text", amount.as_str()), ("start-text", &start), ("end-text", &end)];
            words.say(id, &[&[("row-text", text.as_str())][..], &args].concat())
        }
        (None, added) => {
            let id = if added { "difference-added" } else { "difference-removed" };
            // What has a code is quoted behind it already, and an override is more than a name.
            let coded = matches!(table, TableName::Steps | TableName::Events | TableName::Overrides);
            let text = if coded { text } else { tongue.quoted(&text) };
            words.say(id, &[("row-text", &text), ("table-text", &label)])
        }
    }
}

/// What became of a field.
pub(super) fn of_field(told: Told, table: TableName, row: &str, called: &str, change: &FieldDifference) -> String {
    let words = told.words;
    // The row as it was: what it is called now may be what changed.
    let named = if told.before.has_row(table, row) { told.was() } else { told.is() };
    let text = named.row_text(table, row, called);
    let label = telling::table_label(words, table);
    let Some(field) = change.field else {
        return words.say("difference-row-changed", &[("row-text", &text), ("table-text", &label)]);
    };
    let kind = field.kind(table);
    let moved = match kind {
        FieldKind::Quarter => shifted(words, field, change),
        FieldKind::Money => grown(words, change),
        _ => None,
    };
    let before = cut(&told.was().value(table, row, field, &change.before));
    let after = cut(&told.is().value(table, row, field, &change.after));
    let long = matches!(kind, FieldKind::Effects | FieldKind::Terms | FieldKind::Payments);
    let id = match (&moved, kind) {
        (Some((id, _)), _) => id.clone(),
        (None, _) if long => "difference-field-other".to_owned(),
        (None, _) if change.before.is_empty() => "difference-field-entered".to_owned(),
        (None, _) if change.after.is_empty() => "difference-field-cleared".to_owned(),
        (None, _) if is_name(kind) => "difference-field-named".to_owned(),
        (None, _) => "difference-field".to_owned(),
    };
    let by = moved.map(|(_, by)| by).unwrap_or_default();
    let field = telling::field_label(words, table, Some(field));
    // The plan is what all is about; of it the field alone is told.
    let (id, field) = match table {
        TableName::Package if words.has(&format!("{id}-of-plan")) => (format!("{id}-of-plan"), field),
        _ => (id, lowered(&field)),
    };
    words.say(
        &id,
        &[
            ("row-text", &text),
            ("field-text", &field),
            ("before-text", &before),
            ("after-text", &after),
            ("by-text", &by),
        ],
    )
}

/// Whether a value is told in words that need quotation marks.
fn is_name(kind: FieldKind) -> bool {
    use FieldKind::{Key, Profile, Set, Slice, State, Text};
    matches!(kind, Key(_) | Profile | Set(_) | Slice | State | Text)
}

/// A label as it stands within a sentence.
pub(super) fn lowered(label: &str) -> String {
    let mut signs = label.chars();
    signs.next().map_or_else(String::new, |first| first.to_lowercase().chain(signs).collect())
}

/// `starts one year later`: the message, and by how much.
fn shifted(words: Words, field: FieldName, change: &FieldDifference) -> Option<(String, String)> {
    let (before, after): (Quarter, Quarter) = (change.before.parse().ok()?, change.after.parse().ok()?);
    let quarters = after.since(before);
    let (number, unit) = if quarters % 4 == 0 { (quarters / 4, "years") } else { (quarters, "quarters") };
    let way = if quarters > 0 { "later" } else { "earlier" };
    let by = words.say(&format!("difference-{unit}-{way}"), &[("number", &number.unsigned_abs().to_string())]);
    let own = format!("difference-moved-{}", field.as_str());
    Some((if words.has(&own) { own } else { "difference-moved".to_owned() }, by))
}

/// `rises by 2 bn`: the message, and by how much.
fn grown(words: Words, change: &FieldDifference) -> Option<(String, String)> {
    let (before, after): (Money, Money) = (change.before.parse().ok()?, change.after.parse().ok()?);
    let by = Total::from(after) - Total::from(before);
    let (id, by) = if by > Total::ZERO { ("difference-rises", by) } else { ("difference-falls", Total::ZERO - by) };
    Some((id.to_owned(), words.money(by)))
}

/// What a difference does to what is paid, in a sentence without its point; empty where it does nothing.
pub(super) fn effect(words: Words, moved: &Moved) -> String {
    let picked = |wanted: fn(Total) -> bool| {
        let years: Vec<Option<i32>> =
            moved.years.iter().filter(|(_, change)| wanted(*change)).map(|(year, _)| *year).collect();
        let known: Vec<i32> = years.iter().copied().flatten().collect();
        let mut parts = Vec::new();
        if !known.is_empty() {
            parts.push(spans(&known));
        }
        if years.contains(&None) {
            parts.push(words.plain("difference-past-package"));
        }
        parts.join(", ")
    };
    let (from, to) = (picked(|change| change < Total::ZERO), picked(|change| change > Total::ZERO));
    let (leaves, arrives) = (words.short(moved.leaves), words.short(moved.arrives));
    let id = match (from.is_empty(), to.is_empty()) {
        (true, true) => return String::new(),
        (false, true) => "difference-leaves",
        (true, false) => "difference-arrives",
        (false, false) if moved.leaves == moved.arrives => "difference-leaves-for",
        (false, false) if moved.arrives < moved.leaves => "difference-leaves-partly-for",
        (false, false) => "difference-leaves-and-more",
    };
    words.say(id, &[("amount-text", &leaves), ("part-text", &arrives), ("from-text", &from), ("to-text", &to)])
}

/// A difference with what it does, with its point: what all changes of the row do `together`, or else in one sentence,
/// save where they stand better `apart`.
pub(super) fn joined(words: Words, what: &str, effect: &str, (together, apart): (bool, bool)) -> String {
    let id = match (effect.is_empty(), together) {
        (true, _) => "difference-sentence",
        (false, false) if apart => "difference-sentence-apart",
        (false, false) => "difference-sentence-effect",
        (false, true) => "difference-sentence-together",
    };
    words.say(id, &[("what-text", what), ("effect-text", effect)])
}
