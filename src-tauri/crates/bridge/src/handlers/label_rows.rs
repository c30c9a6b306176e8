//! What was done to several rows at once, in one sentence: read off the plain changes, as the history keeps them.

use std::collections::{HashMap, HashSet};

use model::{Allocation, Change, Diff, Dimension, Edit, FieldName, Id, Money, Quarter, RowChange, TableName, Total};

use crate::handlers::differences::lowered;
use crate::handlers::telling::field_label;
use crate::handlers::{View, label, label_years, row};

/// From how many changes of different kinds on they are counted rather than told by the first.
const MANY: usize = 5;

/// What a list of edits of rows did, where it can be told as one act; nothing of other lists.
pub(super) fn label(view: &View, edits: &[Edit], diff: Option<&Diff>) -> Option<String> {
    let rows = Rows::of(view, edits, diff)?;
    // A single edit is told by its own words, unless it typed years.
    if edits.len() == 1 {
        return rows.of_one();
    }
    let told = if rows.ids.len() == 1 {
        rows.of_one()
    } else {
        rows.split()
            .or_else(|| rows.merge())
            .or_else(|| rows.amounts())
            .or_else(|| rows.spans())
            .or_else(|| rows.alike())
    };
    told.or_else(|| rows.counted())
}

/// The rows that a list changes, and the changes.
struct Rows<'a> {
    view: &'a View<'a>,
    diff: Option<&'a Diff>,
    changes: Vec<&'a Change>,
    /// The rows, each once.
    ids: Vec<Id>,
    /// What the difference knows of them.
    known: HashMap<Id, &'a RowChange<Allocation>>,
    /// Those that the list adds.
    added: HashMap<Id, &'a Allocation>,
}

impl<'a> Rows<'a> {
    /// The list as changes of rows of one plan; nothing where it is about anything else as well.
    fn of(view: &'a View<'a>, edits: &'a [Edit], diff: Option<&'a Diff>) -> Option<Self> {
        let scenario = edits.first()?.scenario;
        if edits.iter().any(|edit| edit.scenario != scenario) {
            return None;
        }
        let changes: Vec<&Change> = edits.iter().map(|edit| &edit.change).collect();
        let (mut ids, mut seen) = (Vec::new(), HashSet::new());
        for change in &changes {
            let id = change.allocation()?;
            if seen.insert(id) {
                ids.push(id);
            }
        }
        let changed = diff.map_or(&[][..], |diff| &diff.allocations);
        let known = changed.iter().filter_map(|row| Some((row.after.as_ref().or(row.before.as_ref())?.id, row)));
        let added = changes.iter().filter_map(|change| match change {
            Change::AddAllocation { row } => Some((row.id, &**row)),
            _ => None,
        });
        Some(Self { view, diff, ids, known: known.collect(), added: added.collect(), changes })
    }

    /// The row as it is after the changes, or last was.
    fn is(&self, id: Id) -> Option<&Allocation> {
        let known = self.known.get(&id).and_then(|row| row.after.as_deref().or(row.before.as_deref()));
        let view = self.view;
        known
            .or_else(|| self.added.get(&id).copied())
            .or_else(|| view.plan.allocations.get(&id).map(AsRef::as_ref))
            .or_else(|| view.whole.allocations.get(&id).map(AsRef::as_ref))
    }

    /// The row as it was, where the difference says so.
    fn was(&self, id: Id) -> Option<&Allocation> {
        self.known.get(&id).and_then(|row| row.before.as_deref())
    }

    fn code(&self, id: Id) -> String {
        let unknown = Diff::default();
        label::code(id, self.diff.unwrap_or(&unknown), self.view)
    }

    /// `12 energy rows`, by what all of them have in common save for `except`. As the object of a count where `counted`.
    fn text(&self, ids: &[Id], except: Option<Dimension>, counted: bool) -> String {
        let words = &self.view.words;
        let common = [Dimension::Sector, Dimension::Programme, Dimension::Funder]
            .into_iter()
            .filter(|by| Some(*by) != except)
            .find_map(|by| Some((by, self.common(ids, by)?)));
        let count = ids.len().to_string();
        let end = if counted { "-counted" } else { "" };
        let counting = |id: &str, place: &str| {
            words.say(&format!("label-rows{id}{end}"), &[("rows", &count), ("place-text", place)])
        };
        match common {
            Some((Dimension::Sector, key)) => {
                let own = format!("label-sector-{}", key.replace('_', "-"));
                if words.has(&own) {
                    counting("-sector", &words.plain(&own))
                } else {
                    counting("-of", &row::place_label(self.view, Dimension::Sector, &key))
                }
            }
            Some((by, key)) => counting("-of", &row::place_label(self.view, by, &key)),
            None => counting("", ""),
        }
    }

    /// The place that all rows have in a dimension.
    fn common(&self, ids: &[Id], by: Dimension) -> Option<String> {
        let mut places = ids.iter().map(|id| self.is(*id).map(|row| by.of(row, self.view.plan)));
        let first = places.next()??;
        (!first.is_empty() && places.all(|place| place == Some(first))).then(|| first.to_owned())
    }

    fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.view.words.say(id, args)
    }

    fn money(&self, amount: Total) -> String {
        self.view.words.money(amount)
    }

    /// Several changes of one row: the years of it that were typed, or which fields changed.
    fn of_one(&self) -> Option<String> {
        let [id] = self.ids.as_slice() else { return None };
        let code = self.code(*id);
        if let Some(years) = self.years_of_one(*id, &code) {
            return Some(years);
        }
        if self.changes.len() < 2 {
            return None;
        }
        let mut fields: Vec<String> = Vec::new();
        for change in &self.changes {
            // One field tells of both ends of a span.
            let field = match change {
                Change::SetSpan { .. } => self.view.words.plain("label-field-span"),
                change => self.field_text(field_of(change)?),
            };
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        Some(self.say("edit-row-fields", &[("row-text", &code), ("fields-text", &fields.join(", "))]))
    }

    /// The years of a row that were typed. One profile that was typed is told by its years where they alone say all of it.
    fn years_of_one(&self, id: Id, code: &str) -> Option<String> {
        let typed = |change: &&Change| matches!(change, Change::SetProfile { profile, .. } if profile.key() == "typed");
        let of_time = |change: &&Change| {
            matches!(change, Change::SetSpan { .. } | Change::SetAmount { .. } | Change::SetProfile { .. })
        };
        if !self.changes.iter().any(typed) || !self.changes.iter().all(of_time) {
            return None;
        }
        let known = self.known.get(&id).and_then(|row| Some((row.before.as_deref()?, row.after.as_deref()?)));
        let told = known.and_then(|(was, is)| label_years::label(self.view, code, was, is));
        told.or_else(|| (self.changes.len() > 1).then(|| self.say("edit-row-years", &[("row-text", code)])))
    }

    fn field_text(&self, field: &str) -> String {
        let field = FieldName::of(TableName::Allocations, field);
        lowered(&field_label(self.view.words, TableName::Allocations, field))
    }

    /// One row that became several.
    fn split(&self) -> Option<String> {
        let (Change::SetAmount { allocation, amount }, others) = (self.changes.first()?, self.changes.get(1..)?) else {
            return None;
        };
        let parts = others.iter().map(|change| match change {
            Change::AddAllocation { row } => Some(&**row),
            _ => None,
        });
        let parts = parts.collect::<Option<Vec<&Allocation>>>()?;
        let is = self.is(*allocation)?;
        let alike = |row: &Allocation| row.programme == is.programme && row.sector == is.sector;
        let sum: Total = parts.iter().map(|row| row.amount).chain([*amount]).sum();
        let adds = self.was(*allocation).is_none_or(|was| Total::from(was.amount) == sum);
        if parts.is_empty() || !adds || !parts.iter().all(|row| alike(row)) {
            return None;
        }
        let count = (parts.len() + 1).to_string();
        Some(self.say("edit-row-split", &[("row-text", &self.code(*allocation)), ("rows", &count)]))
    }

    /// Several rows that became one.
    fn merge(&self) -> Option<String> {
        let Change::SetAmount { allocation: kept, amount } = self.changes.first()? else { return None };
        // What goes without its money going to the one that stays is taken out and not merged.
        let before = self.ids.iter().map(|id| self.was(*id).map(|row| row.amount)).sum::<Option<Total>>();
        if before.is_some_and(|before| before != Total::from(*amount)) {
            return None;
        }
        let gone = self.changes.iter().filter(|change| matches!(change, Change::RemoveAllocation { .. })).count();
        let alone =
            |change: &&&Change| matches!(change, Change::RemoveAllocation { .. }) || change.allocation() == Some(*kept);
        if gone == 0 || gone + 1 != self.ids.len() || !self.changes.iter().all(|change| alone(&change)) {
            return None;
        }
        let count = self.ids.len().to_string();
        Some(self.say("edit-rows-merge", &[("row-text", &self.code(*kept)), ("rows", &count)]))
    }

    /// Amounts only: of two rows of which one gives what the other takes, how much.
    fn amounts(&self) -> Option<String> {
        let set = self.changes.iter().map(|change| match change {
            Change::SetAmount { allocation, amount } => Some((*allocation, *amount)),
            _ => None,
        });
        let set = set.collect::<Option<HashMap<Id, Money>>>()?;
        let sum: Total = set.values().copied().sum();
        let before = self.ids.iter().map(|id| self.was(*id).map(|row| row.amount)).sum::<Option<Total>>();
        if let ([left, right], true) = (self.ids.as_slice(), before == Some(sum)) {
            let grown = |id: &Id| {
                let (was, is) = (self.was(*id)?.amount, *set.get(id)?);
                Some(Total::from(is) - Total::from(was))
            };
            let by = grown(left)?;
            let (from, to, by) = if by < Total::ZERO { (left, right, Total::ZERO - by) } else { (right, left, by) };
            let (from, to) = (self.code(*from), self.code(*to));
            let args = [("amount-text", self.money(by)), ("from-text", from), ("row-text", to)];
            return Some(self.say("edit-rows-moved", &args.each_ref().map(|(name, text)| (*name, text.as_str()))));
        }
        let id = if before == Some(sum) { "edit-rows-amounts-held" } else { "edit-rows-amounts" };
        Some(self.say(id, &[("rows-text", &self.text(&self.ids, None, false)), ("amount-text", &self.money(sum))]))
    }

    /// Spans only: to one start, to one end, to both, or to several.
    fn spans(&self) -> Option<String> {
        let spans = self.changes.iter().map(|change| match change {
            Change::SetSpan { allocation, start, end } => Some((*allocation, *start, *end)),
            _ => None,
        });
        let spans = spans.collect::<Option<Vec<(Id, Quarter, Quarter)>>>()?;
        let (_, start, end) = *spans.first()?;
        let same = |of: fn(&(Id, Quarter, Quarter)) -> Quarter, to: Quarter| spans.iter().all(|span| of(span) == to);
        let (one_start, one_end) = (same(|span| span.1, start), same(|span| span.2, end));
        let kept = |of: fn(&Allocation) -> Quarter, is: fn(&(Id, Quarter, Quarter)) -> Quarter| {
            spans.iter().all(|span| self.was(span.0).is_some_and(|row| of(row) == is(span)))
        };
        let (starts, ends) = (kept(|row| row.start, |span| span.1), kept(|row| row.end, |span| span.2));
        let rows = self.text(&self.ids, None, false);
        let (start, end) = (start.to_string(), end.to_string());
        let args = [("rows-text", rows.as_str()), ("start-text", start.as_str()), ("end-text", end.as_str())];
        let id = match (one_start, one_end) {
            (true, false) => "edit-rows-start",
            (true, true) if ends => "edit-rows-start",
            (false, true) => "edit-rows-end",
            (true, true) if starts => "edit-rows-end",
            (true, true) => "edit-rows-span",
            (false, false) => "edit-rows-dates",
        };
        Some(self.say(id, &args))
    }

    /// Changes of one kind: rows added, removed, locked, or one field set, to one value or to several.
    fn alike(&self) -> Option<String> {
        let first = *self.changes.first()?;
        if self.changes.iter().any(|change| change.name() != first.name()) {
            return None;
        }
        let counted = || self.text(&self.ids, None, true);
        let sum: Option<Total> = self.ids.iter().map(|id| self.is(*id).map(|row| row.amount)).sum();
        let sum = sum.map(|sum| self.money(sum)).unwrap_or_default();
        let whole = |id: &str| {
            let known = if sum.is_empty() { "no" } else { "yes" };
            self.say(id, &[("rows-text", &counted()), ("known", known), ("amount-text", &sum)])
        };
        match first {
            Change::AddAllocation { .. } => return Some(whole("edit-rows-add")),
            Change::RemoveAllocation { .. } => return Some(whole("edit-rows-remove")),
            _ => {}
        }
        let field = field_of(first)?;
        let said = label::value(self.view, first)?;
        let same = self.changes.iter().all(|change| says_the_same(change, first));
        let of_field = match field {
            "sector" => Some(Dimension::Sector),
            "programme" => Some(Dimension::Programme),
            _ => None,
        };
        let (rows, field_text) = (self.text(&self.ids, of_field, false), self.field_text(field));
        let args = [("rows-text", rows.as_str()), ("field-text", &field_text), ("value-text", &said)];
        Some(match (field, same, first) {
            ("locked", true, Change::SetLocked { locked: true, .. }) => whole("edit-rows-lock"),
            ("locked", true, _) => whole("edit-rows-unlock"),
            ("booster", true, Change::SetCluster { cluster: None, .. }) => self.say("edit-rows-unboost", &args),
            // What is long or a list is not read out.
            ("note" | "sources" | "cited", ..) => self.say("edit-rows-changed", &args),
            (_, true, _) => self.say("edit-rows-set", &args),
            _ => self.say("edit-rows-changed", &args),
        })
    }

    /// Many changes of several kinds: how many rows changed, came and went.
    fn counted(&self) -> Option<String> {
        if self.changes.len() < MANY {
            return None;
        }
        let of = |wanted: fn(&Change) -> bool| -> Vec<Id> {
            self.changes.iter().filter(|change| wanted(change)).filter_map(|change| change.allocation()).collect()
        };
        let added = of(|change| matches!(change, Change::AddAllocation { .. }));
        let gone = of(|change| matches!(change, Change::RemoveAllocation { .. }));
        let whole: HashSet<Id> = added.iter().chain(&gone).copied().collect();
        let changed: Vec<Id> = self.ids.iter().copied().filter(|id| !whole.contains(id)).collect();
        let parts = [(changed, "edit-rows-change"), (added, "edit-rows-come"), (gone, "edit-rows-go")];
        let parts = parts.iter().filter(|(ids, _)| !ids.is_empty());
        let mut said = parts.map(|(ids, id)| self.say(id, &[("rows-text", &self.text(ids, None, true))]));
        let first = said.next()?;
        Some(std::iter::once(first).chain(said.map(|part| lowered(&part))).collect::<Vec<_>>().join(", "))
    }
}

/// The field that a change of a row sets; nothing where it sets none alone.
fn field_of(change: &Change) -> Option<&'static str> {
    Some(match change {
        Change::SetCluster { .. } => "booster",
        Change::SetPaid { .. } => "paid",
        Change::SetCited { .. } => "cited",
        Change::SetAmount { .. } => "amount",
        Change::SetProgramme { .. } => "programme",
        Change::SetInstrument { .. } => "instrument",
        Change::SetCapital { .. } => "capital",
        Change::SetSector { .. } => "sector",
        Change::SetPurpose { .. } => "purpose",
        Change::SetProfile { .. } => "profile",
        Change::SetPriority { .. } => "priority",
        Change::SetAmountGrade { .. } => "amount_grade",
        Change::SetSplitGrade { .. } => "split_grade",
        Change::SetSources { .. } => "sources",
        Change::SetNote { .. } => "note",
        Change::SetLocked { .. } => "locked",
        _ => return None,
    })
}

/// Whether two changes of one kind give a field the same value.
fn says_the_same(one: &Change, other: &Change) -> bool {
    use Change::{
        SetAmountGrade, SetCapital, SetCluster, SetInstrument, SetLocked, SetPriority, SetProfile, SetProgramme,
        SetPurpose, SetSector, SetSplitGrade,
    };
    match (one, other) {
        (SetProgramme { programme: one, .. }, SetProgramme { programme: other, .. }) => one == other,
        (SetInstrument { instrument: one, .. }, SetInstrument { instrument: other, .. }) => one == other,
        (SetCapital { capital: one, .. }, SetCapital { capital: other, .. }) => one == other,
        (SetSector { sector: one, .. }, SetSector { sector: other, .. }) => one == other,
        (SetPurpose { purpose: one, .. }, SetPurpose { purpose: other, .. }) => one == other,
        (SetCluster { cluster: one, .. }, SetCluster { cluster: other, .. }) => one == other,
        (SetProfile { profile: one, .. }, SetProfile { profile: other, .. }) => one == other,
        (SetAmountGrade { grade: one, .. }, SetAmountGrade { grade: other, .. })
        | (SetSplitGrade { grade: one, .. }, SetSplitGrade { grade: other, .. }) => one == other,
        (SetPriority { priority: one, .. }, SetPriority { priority: other, .. }) => one == other,
        (SetLocked { locked: one, .. }, SetLocked { locked: other, .. }) => one == other,
        // What is not read out is not compared.
        _ => false,
    }
}
