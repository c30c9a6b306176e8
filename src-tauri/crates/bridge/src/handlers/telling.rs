//! Tables, fields and their values as people read them: what overrides, comparisons, merges and the history have in common.

use model::{
    Allocation, Cited, Dimension, FieldKind, FieldName, Fields, Id, Key, Limit, Money, Name, Plan, ReleaseTerms, Slice,
    TableName, Total,
};

use crate::Words;
use crate::handlers::{View, events, label_conditions, named, row};

/// A plan from which keys take their names, and the reader's words.
#[derive(Clone, Copy)]
pub(crate) struct Tongue<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The words.
    pub words: Words,
}

/// The most signs of a text that stand in a sentence.
const MOST_SIGNS: usize = 120;

/// The word for a table's rows.
pub(crate) fn table_label(words: Words, table: TableName) -> String {
    words.label("named-table", table.key())
}

/// The word for a field of a table.
pub(crate) fn field_label(words: Words, table: TableName, field: Option<FieldName>) -> String {
    let Some(field) = field else { return String::new() };
    let field = field.as_str().replace('_', "-");
    let own = format!("named-field-{}-{field}", table.key().replace('_', "-"));
    if words.has(&own) { words.plain(&own) } else { words.plain(&format!("named-field-{field}")) }
}

/// A text with a finite number of signs.
pub(crate) fn cut(text: &str) -> String {
    let shown: String = text.chars().take(MOST_SIGNS).collect();
    if shown.len() < text.len() { format!("{shown}\u{2026}") } else { shown }
}

impl<'a> From<&View<'a>> for Tongue<'a> {
    fn from(view: &View<'a>) -> Self {
        Self { plan: view.plan, words: view.words }
    }
}

impl Tongue<'_> {
    fn allocation(self, row: &Allocation) -> String {
        let programme = row::place_text(self, Dimension::Programme, row.programme.as_str());
        let sector = row::place_text(self, Dimension::Sector, row.sector.as_str());
        self.words.say("named-allocation", &[("programme-text", &programme), ("sector-text", &sector)])
    }

    /// What a row is, beyond what people call it: empty where that says it all, or there is no such row.
    pub(crate) fn row_label(self, table: TableName, key: &str) -> String {
        let (plan, words) = (self.plan, self.words);
        let id = key.parse::<Id>().ok();
        let text = key.parse::<Key>().ok();
        let text = text.as_ref();
        let own = |name: Option<&Name>| name.map(|name| words.name(name).to_owned());
        let told = match table {
            TableName::Package => own(Some(&plan.package.name)),
            TableName::Allocations => id.and_then(|id| plan.allocations.get(&id)).map(|row| self.allocation(row)),
            TableName::Steps => own(id.and_then(|id| plan.steps.get(&id)).map(|row| &row.name)),
            TableName::Events => own(id.and_then(|id| plan.events.get(&id)).map(|row| &row.name)),
            TableName::Caps => own(id.and_then(|id| plan.caps.get(&id)).map(|row| &row.name)),
            TableName::Limits => own(id.and_then(|id| plan.limits.get(&id)).map(|row| &row.name)),
            TableName::Scenarios => own(id.and_then(|id| plan.scenarios.get(&id)).map(|row| &row.name)),
            TableName::Programmes => own(text.and_then(|key| plan.programmes.get(key)).map(|row| &row.name)),
            TableName::Clusters => own(text.and_then(|key| plan.clusters.get(key)).map(|row| &row.name)),
            TableName::Readings => own(text.and_then(|key| plan.readings.get(key)).map(|row| &row.label)),
            TableName::Funders => own(text.and_then(|key| plan.funders.get(key)).map(|row| &row.name)),
            TableName::Sectors => own(text.and_then(|key| plan.sectors.get(key)).map(|row| &row.name)),
            TableName::Odds => Some(words.label("question", key)),
            TableName::Overrides => named::override_text(self, key),
            _ => None,
        };
        told.unwrap_or_default()
    }

    /// A text in quotation marks.
    pub(crate) fn quoted(self, text: &str) -> String {
        self.words.say("named-quoted", &[("name-text", text)])
    }

    /// What people call a row in the reader's language: its name where it has no code, or else `called`.
    pub(crate) fn called(self, table: TableName, key: &str, called: &str) -> String {
        let named = matches!(
            table,
            TableName::Package | TableName::Caps | TableName::Limits | TableName::Scenarios | TableName::Overrides
        );
        let label = if named { self.row_label(table, key) } else { String::new() };
        if label.is_empty() { called.to_owned() } else { label }
    }

    /// How a row is named in a sentence: `A017 (EU support loan, energy)`, `S05 Open cluster 1`.
    pub(crate) fn row_text(self, table: TableName, key: &str, called: &str) -> String {
        let label = self.row_label(table, key);
        match table {
            TableName::Allocations if !label.is_empty() => {
                self.words.say("named-row", &[("called-text", called), ("label-text", &label)])
            }
            TableName::Steps | TableName::Events if !label.is_empty() => {
                self.words.say("code-and-name", &[("code-text", called), ("name-text", &label)])
            }
            TableName::Overrides if !label.is_empty() => label,
            _ if label.is_empty() => cut(called),
            _ => cut(&label),
        }
    }

    /// A value of a row's field as people read it: nothing is told as a dash, and what an
    /// event does with that event's day.
    pub(crate) fn value(self, table: TableName, row: &str, field: FieldName, text: &str) -> String {
        if text.is_empty() {
            return self.words.plain("named-nothing");
        }
        self.worded(table, row, field, text).unwrap_or_else(|| text.to_owned())
    }

    /// Fields with their sources.
    fn cited(self, text: &str) -> String {
        let told = Cited::from_text(text).unwrap_or_default().into_iter().map(|cited| {
            let field = field_label(self.words, TableName::Allocations, Some(cited.field));
            let keys: Vec<&str> = cited.sources.iter().map(Key::as_str).collect();
            format!("{field}: {}", keys.join(", "))
        });
        told.collect::<Vec<_>>().join("; ")
    }

    /// The value in words; nothing where it stands as it is.
    fn worded(self, table: TableName, row: &str, field: FieldName, text: &str) -> Option<String> {
        let words = self.words;
        Some(match field.kind(table) {
            FieldKind::Money => words.money(Total::from(text.parse::<Money>().ok()?)),
            FieldKind::Share if table == TableName::Odds => words.per_cent(text.parse().ok()?),
            FieldKind::Share | FieldKind::Count => charts::Words::number(&words, text),
            FieldKind::Flag => words.label("named-flag", text),
            FieldKind::Set(set) => words.label(set, text),
            FieldKind::Key(TableName::Scenarios) if text == model::ScenarioId::BASE => words.plain("scenario-base"),
            FieldKind::Key(table) => {
                let called = self.plan.called(table, text).unwrap_or_else(|| text.to_owned());
                self.row_text(table, text, &called)
            }
            FieldKind::Sources => text.replace(',', ", "),
            FieldKind::Cited => self.cited(text),
            FieldKind::Profile => self.profile(text),
            FieldKind::Payments => self.payments(text),
            FieldKind::Slice => {
                let like = Limit {
                    id: Id::from_bits(0),
                    name: Name::same(String::new()),
                    slice: Slice(Vec::new()),
                    kind: model::LimitKind::Ceiling,
                    amount: Money::ZERO,
                    share: None,
                    of: Slice(Vec::new()),
                    refuses: false,
                    sources: Vec::new(),
                    note: String::new(),
                };
                let limit = put(&like, FieldName::of(TableName::Limits, "slice")?, text)?;
                events::slice_text(self, &limit.slice)
            }
            FieldKind::Effects => {
                let own = row.parse().ok().and_then(|id| self.plan.events.get(&id));
                let event = put(&**own.or_else(|| self.plan.events.iter().next())?, field, text)?;
                let told = event.effects.iter().map(|effect| events::effect_text(self, &event, effect));
                told.collect::<Vec<_>>().join(" ")
            }
            FieldKind::Terms => {
                let cluster = put(&**self.plan.clusters.iter().next()?, field, text)?;
                let told = cluster.terms.iter().map(|terms| self.terms(terms));
                told.collect::<Vec<_>>().join("; ")
            }
            FieldKind::State => {
                let step = put(&**self.plan.steps.iter().next()?, field, text)?;
                label_conditions::state_text(words, step.state)
            }
            FieldKind::Quarter | FieldKind::Day | FieldKind::Text | FieldKind::Code => return None,
        })
    }

    fn terms(self, terms: &ReleaseTerms) -> String {
        let words = self.words;
        let rule = words.label("release-rule", terms.rule.key());
        let level = terms.level.map_or_else(String::new, |level| words.per_cent(level));
        let numbers = [terms.window_quarters, terms.lag_quarters].map(|quarters| quarters.to_string());
        words.say(
            "named-terms",
            &[
                ("quarter-text", &terms.from.to_string()),
                ("rule-text", &rule),
                ("level", if level.is_empty() { "no" } else { "yes" }),
                ("level-text", &level),
                ("window-text", &numbers[0]),
                ("lag-text", &numbers[1]),
                ("loss-text", &words.label("on-loss", terms.on_loss.key())),
            ],
        )
    }

    /// `trapezoid d=0.3 u=0.2` as `Trapezoid (d 0.3, u 0.2)`.
    fn profile(self, text: &str) -> String {
        let mut parts = text.split_whitespace();
        let label = self.words.label("profile", parts.next().unwrap_or_default());
        let parameters: Vec<String> = parts
            .map(|part| match part.split_once('=') {
                Some((name, value)) => format!("{name} {}", charts::Words::number(&self.words, value)),
                None => part.to_owned(),
            })
            .collect();
        if parameters.is_empty() { label } else { format!("{label} ({})", parameters.join(", ")) }
    }

    fn payments(self, text: &str) -> String {
        let paid = text.split_whitespace().map(|part| match part.split_once('=') {
            Some((quarter, amount)) => {
                let amount =
                    amount.parse::<Money>().map_or_else(|_| amount.to_owned(), |sum| self.words.money(sum.into()));
                format!("{quarter}: {amount}")
            }
            None => part.to_owned(),
        });
        paid.collect::<Vec<_>>().join(", ")
    }
}

/// A row like another with a field that means `text`.
fn put<T: Fields + Clone>(like: &T, field: FieldName, text: &str) -> Option<T> {
    let mut row = like.clone();
    row.put(field, text).ok().map(|()| row)
}
