//! Which entries of the history are asked for.

use std::collections::BTreeSet;
use std::str::FromStr;

use document::{Document, DocumentError, Entry, Touched};
use model::{Date, Diff, DifferenceKind, FieldName, Id, OverrideKey, Plan, TableName, differences};

use crate::handlers::View;
use crate::handlers::details::called_by;
use crate::handlers::telling::field_label;
use crate::wire::{self, Choice, HistoryRequest};
use crate::{Problem, Words};

/// The tables whose fields people change, the most asked for first.
const TABLES: [TableName; 10] = [
    TableName::Allocations,
    TableName::Steps,
    TableName::Events,
    TableName::Caps,
    TableName::Limits,
    TableName::Package,
    TableName::Scenarios,
    TableName::Odds,
    TableName::Programmes,
    TableName::Clusters,
];

/// What an entry must be or do.
pub(crate) struct Wanted {
    /// Keys of the row, one for each table in which somebody could mean it.
    rows: Option<Vec<String>>,
    author: Option<String>,
    field: Option<String>,
    /// Days since 1970.
    from: Option<i64>,
    to: Option<i64>,
    /// In lower case.
    words: Vec<String>,
}

impl Wanted {
    /// What is asked for.
    ///
    /// # Errors
    /// Where a day is none, no table has such a field, or neither the plan nor its history has such a row.
    pub(crate) fn read(view: &View, document: &Document, request: &HistoryRequest) -> Result<Self, Problem> {
        let HistoryRequest { before_seq: _, limit: _, row, author, field, from, to, text } = request;
        if let Some(name) = field {
            check_field(name)?;
        }
        let words = text.iter().flat_map(|text| text.split_whitespace()).map(str::to_lowercase);
        Ok(Self {
            rows: row.as_deref().map(|row| keys_of(view.whole, document, row)).transpose()?,
            author: author.as_ref().map(|name| name.trim().to_lowercase()),
            field: field.clone(),
            from: from.as_deref().map(day).transpose()?,
            to: to.as_deref().map(day).transpose()?,
            words: words.collect(),
        })
    }

    /// Whether an entry may be wanted, as far as that can be said without going back to it.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(crate) fn passes(&self, entry: &Entry) -> Result<bool, Problem> {
        if self.author.as_ref().is_some_and(|author| entry.author.to_lowercase() != *author) {
            return Ok(false);
        }
        if self.from.is_some() || self.to.is_some() {
            let day = store::day_of(&entry.time);
            let outside = |day: i64| self.from.is_some_and(|from| day < from) || self.to.is_some_and(|to| day > to);
            if day.is_none_or(outside) {
                return Ok(false);
            }
        }
        let mentioned = self.rows.as_ref().is_none_or(|rows| rows.iter().any(|row| entry.mentions(row)));
        if !mentioned || (self.rows.is_none() && self.field.is_none()) {
            return Ok(mentioned);
        }
        let touched = entry.touched().map_err(DocumentError::History)?;
        Ok(touched.iter().any(|touched| self.is_about(touched)))
    }

    /// Whether something that was touched is the row and the field that are asked for.
    fn is_about(&self, touched: &Touched) -> bool {
        let Touched { table, row, kind: _, fields } = touched;
        let of = match table {
            TableName::Overrides => OverrideKey::from_str(row).ok(),
            _ => None,
        };
        let is_row = |wanted: &String| {
            wanted == row || of.as_ref().is_some_and(|at| *at.row == **wanted || at.scenario.to_string() == *wanted)
        };
        let is_field = |wanted: &String| {
            fields.iter().any(|field| field.as_str() == wanted)
                || of.as_ref().and_then(|at| at.field).is_some_and(|field| field.as_str() == wanted)
        };
        self.rows.as_ref().is_none_or(|rows| rows.iter().any(is_row)) && self.field.as_ref().is_none_or(is_field)
    }

    /// Whether words are asked for, which only the told entry can answer.
    pub(crate) fn asks_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// Whether each of the words stands in what is told of an entry.
    pub(crate) fn says(&self, line: &wire::Entry) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let told = format!("{} {} {}", line.label, line.note, line.scenario_label.as_deref().unwrap_or_default());
        let told = told.to_lowercase();
        self.words.iter().all(|word| told.contains(word.as_str()))
    }
}

/// A day as days since 1970.
fn day(text: &str) -> Result<i64, Problem> {
    let day: Date = text.parse()?;
    store::day_of(&format!("{day}T00:00:00Z")).ok_or_else(|| Problem::refused("not-a-date").with("text", text))
}

fn check_field(name: &str) -> Result<(), Problem> {
    if TableName::ALL.iter().any(|table| FieldName::of(*table, name).is_some()) {
        return Ok(());
    }
    let known: BTreeSet<&str> = field_names().map(|(_, field)| field.as_str()).collect();
    let known = known.into_iter().collect::<Vec<_>>().join(", ");
    Err(Problem::usage("unknown-option").with("option", "field").with("wanted", name).with("known", known))
}

fn field_names() -> impl Iterator<Item = (TableName, FieldName)> {
    TABLES.into_iter().flat_map(|table| FieldName::all(table).iter().map(move |(field, _)| (table, *field)))
}

/// The fields that one can ask for, each once.
pub(crate) fn fields(words: Words) -> Vec<Choice> {
    let mut seen = BTreeSet::new();
    let first = field_names().filter(|(_, field)| seen.insert(field.as_str()));
    first
        .map(|(table, field)| Choice { key: field.to_string(), label: field_label(words, table, Some(field)) })
        .collect()
}

/// The keys of the rows that somebody could mean by a code, a name or an id.
fn keys_of(plan: &Plan, document: &Document, named: &str) -> Result<Vec<String>, Problem> {
    let mut keys: Vec<String> = Vec::new();
    if named.parse::<Id>().is_ok() {
        keys.push(named.to_owned());
    }
    let is = |name: &str| name.to_lowercase() == named.to_lowercase();
    keys.extend(plan.allocations.iter().filter(|row| is(row.code.as_str())).map(|row| row.id.to_string()));
    keys.extend(plan.steps.iter().filter(|row| is(row.code.as_str())).map(|row| row.id.to_string()));
    keys.extend(plan.events.iter().filter(|row| is(row.code.as_str())).map(|row| row.id.to_string()));
    keys.extend(plan.caps.iter().filter(|row| is(&row.name.en) || is(&row.name.uk)).map(|row| row.id.to_string()));
    keys.extend(plan.limits.iter().filter(|row| is(&row.name.en) || is(&row.name.uk)).map(|row| row.id.to_string()));
    keys.extend(plan.scenarios.iter().filter(|row| is(&row.name.en) || is(&row.name.uk)).map(|row| row.id.to_string()));
    let added = plan.overrides.iter().filter(|one| called_by(one).is_some_and(|called| is(&called)));
    keys.extend(added.map(|one| one.at.row.to_string()));
    if TableName::ALL.iter().any(|table| plan.has_row(*table, named)) {
        keys.push(named.to_owned());
    }
    if keys.is_empty() {
        keys = keys_of_gone(document, named)?;
    }
    keys.sort_unstable();
    keys.dedup();
    if keys.is_empty() {
        return Err(Problem::refused("unknown-row").with("table", "rows").with("wanted", named));
    }
    Ok(keys)
}

/// The keys of rows that were called so once, and are no more.
fn keys_of_gone(document: &Document, named: &str) -> Result<Vec<String>, Problem> {
    let mut back = document.entries_back(None)?;
    while let Some(next) = back.upcoming() {
        if !next.mentions(named) {
            back.skip();
            continue;
        }
        let Some(told) = back.tell().map_err(DocumentError::History)? else { break };
        let keys = called_in(told.diff, named);
        if !keys.is_empty() {
            return Ok(keys);
        }
    }
    Ok(Vec::new())
}

/// The keys of the rows that a difference adds or removes and that are called so.
fn called_in(diff: &Diff, named: &str) -> Vec<String> {
    let rows = differences(diff).into_iter();
    let whole = rows.filter(|row| !matches!(row.kind, DifferenceKind::Changed(_)));
    whole.filter(|row| row.called.eq_ignore_ascii_case(named)).map(|row| row.row).collect()
}
