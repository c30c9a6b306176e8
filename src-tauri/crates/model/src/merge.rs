//! Merging two plans that were edited apart, three ways, by row and field.
//!
//! What only one of them changed is taken from it. What both changed to the same is the same. What both changed
//! differently is a conflict, and so is what would break a rule together: until somebody picks, ours stays. Fields that say
//! one thing together are asked and picked together.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::diff::between_tables;
use crate::edit::keep_limits;
use crate::field::{KeyText, PACKAGE, every_table};
use crate::recode::rename;
use crate::table::Table;
use crate::{
    Allocation, Cap, Chapter, Cluster, Diff, Event, FieldName, Fields, Flaw, Funder, Limit, Need, Odds, OutputYear,
    Override, Package, Plan, Programme, Reading, Refusal, RowChange, RowDifference, Rule, Scenario, Sector, Source,
    Step, TableName, differences,
};

/// What a conflict is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConflictKey {
    /// In which table.
    pub table: TableName,
    /// Which row: its key as text.
    pub row: String,
    /// Which field, the first of those that are asked together; nothing where it is about the row as a whole.
    pub field: Option<FieldName>,
}

impl ConflictKey {
    /// The fields that it is about: the one that it names, and those that mean nothing without it. None where it is about
    /// the row as a whole.
    #[must_use]
    pub fn fields(&self) -> Vec<FieldName> {
        let of_table = FieldName::all(self.table).iter().map(|(field, _)| *field);
        of_table.filter(|field| self.field.is_some_and(|own| own == first_of(self.table, *field))).collect()
    }
}

/// A limit's bound is an amount, or a share of a slice: of two bounds one stands, and no part of each.
const BOUND: [&str; 3] = ["amount", "share", "of"];

/// The field under which a field is asked.
fn first_of(table: TableName, field: FieldName) -> FieldName {
    if table != TableName::Limits || !BOUND.contains(&field.as_str()) {
        return field;
    }
    FieldName::of(table, BOUND[0]).unwrap_or(field)
}

/// Whose value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// That of the plan that is merged into.
    Ours,
    /// That of the plan that is merged in.
    Theirs,
}

/// Something that both changed differently, or that breaks a rule together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What it is about.
    pub at: ConflictKey,
    /// What people call the row.
    pub called: String,
    /// The text before both, of fields asked together one after the other; nothing where there was no such row.
    pub base: Option<String>,
    /// The text in ours; nothing where the row is not there.
    pub ours: Option<String>,
    /// The text in theirs; nothing where the row is not there.
    pub theirs: Option<String>,
    /// What somebody picked.
    pub picked: Option<Pick>,
}

/// Two plans merged.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The plan. It has no flaw that ours has not.
    pub plan: Plan,
    /// The conflicts, picked or not.
    pub conflicts: Vec<Conflict>,
    /// What the plan has from theirs.
    pub taken: Vec<RowDifference>,
    /// The codes and names that both had given to new rows, and what those of theirs became.
    pub renamed: Vec<(String, String)>,
}

/// Why two plans were not merged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeRefusal {
    /// They have no row in common with the plan from which both should come.
    #[error("the plans have no row in common")]
    Unrelated,
    /// What was picked contradicts itself.
    #[error("the merged plan would contradict itself: {0}")]
    Broken(Box<Flaw>),
    /// The result would pass a limit whose author wants it to refuse.
    #[error("the merged plan would pass a limit: {0}")]
    Limit(Box<Refusal>),
}

/// Merges into `ours` what `theirs` changed since both were `base`.
///
/// # Errors
/// [`MergeRefusal`].
pub fn merge(
    base: &Plan,
    ours: &Plan,
    theirs: &Plan,
    picks: &BTreeMap<ConflictKey, Pick>,
) -> Result<Merged, MergeRefusal> {
    if !related(base, ours) || !related(base, theirs) {
        return Err(MergeRefusal::Unrelated);
    }
    let mut merging = Merging { plan: ours.clone(), picks, conflicts: Vec::new() };
    merging.package(&base.package, &theirs.package);
    merging.tables(base, theirs);
    let renamed = rename(&mut merging.plan, ours);
    merging.settle(base, ours, theirs)?;
    let Merging { plan, mut conflicts, .. } = merging;
    keep_limits(ours, &plan).map_err(|refusal| MergeRefusal::Limit(Box::new(refusal)))?;
    conflicts.sort_by(|left, right| left.at.cmp(&right.at));
    let taken = differences(&Diff::between(ours, &plan));
    Ok(Merged { plan, conflicts, taken, renamed })
}

/// Whether two plans have an allocation in common, or one of them has none.
fn related(one: &Plan, other: &Plan) -> bool {
    let none = one.allocations.is_empty() || other.allocations.is_empty();
    none || one.allocations.iter().any(|row| other.allocations.get(&row.id).is_some())
}

struct Merging<'a> {
    plan: Plan,
    picks: &'a BTreeMap<ConflictKey, Pick>,
    conflicts: Vec<Conflict>,
}

/// The texts of a conflict: before both, in ours, in theirs.
type Texts = [Option<String>; 3];

impl Merging<'_> {
    /// Whether theirs was picked. Notes the conflict.
    fn picks_theirs(&mut self, at: ConflictKey, called: String, [base, ours, theirs]: Texts) -> bool {
        let picked = self.picks.get(&at).copied();
        if self.conflicts.iter().all(|known| known.at != at) {
            self.conflicts.push(Conflict { at, called, base, ours, theirs, picked });
        }
        picked == Some(Pick::Theirs)
    }

    fn package(&mut self, base: &Arc<Package>, theirs: &Arc<Package>) {
        let ours = Arc::clone(&self.plan.package);
        if let Some(package) = self.row(TableName::Package, PACKAGE, Some(base), Some(&ours), Some(theirs)) {
            self.plan.package = package;
        }
    }

    fn table<T: Fields<Key: KeyText>>(
        &mut self,
        name: TableName,
        base: &Table<T>,
        theirs: &Table<T>,
        table: fn(&mut Plan) -> &mut Table<T>,
    ) {
        for RowChange { before, after } in between_tables(base, theirs) {
            let Some(key) = after.as_ref().or(before.as_ref()).map(|row| row.key().clone()) else { continue };
            let ours = table(&mut self.plan).get(&key).cloned();
            match self.row(name, &key.told(), before.as_ref(), ours.as_ref(), after.as_ref()) {
                Some(row) => table(&mut self.plan).put(row),
                None => drop(table(&mut self.plan).remove(&key)),
            }
        }
    }

    /// What becomes of a row that theirs has changed, added or removed.
    fn row<T: Fields>(
        &mut self,
        table: TableName,
        row: &str,
        base: Option<&Arc<T>>,
        ours: Option<&Arc<T>>,
        theirs: Option<&Arc<T>>,
    ) -> Option<Arc<T>> {
        if ours == base || ours == theirs {
            return theirs.cloned();
        }
        if let (Some(base), Some(ours), Some(theirs)) = (base, ours, theirs)
            && let Some(merged) = self.fields((table, row), base, ours, theirs)
        {
            return Some(merged);
        }
        let called = theirs.or(ours).map_or_else(String::new, |row| row.called());
        let at = ConflictKey { table, row: row.to_owned(), field: None };
        let texts = [base, ours, theirs].map(|row| row.map(|row| row.called()));
        if self.picks_theirs(at, called, texts) { theirs.cloned() } else { ours.cloned() }
    }

    /// The row with the fields that theirs changed; nothing where fields do not tell all that theirs changed.
    fn fields<T: Fields>(
        &mut self,
        (table, row): (TableName, &str),
        base: &Arc<T>,
        ours: &Arc<T>,
        theirs: &Arc<T>,
    ) -> Option<Arc<T>> {
        let told = |row: &T| T::FIELDS.iter().map(|(field, _)| row.tell(*field)).collect::<Vec<_>>();
        let (before, own, other) = (told(base), told(ours), told(theirs));
        let (mut rest, mut merged) = (T::clone(base), T::clone(ours));
        for ((field, _), text) in T::FIELDS.iter().zip(&other) {
            rest.put(*field, text).ok()?;
        }
        let mut asked: Vec<(FieldName, Vec<usize>)> = Vec::with_capacity(T::FIELDS.len());
        for (at, (field, _)) in T::FIELDS.iter().enumerate() {
            match asked.iter_mut().find(|(first, _)| *first == first_of(table, *field)) {
                Some((_, together)) => together.push(at),
                None => asked.push((first_of(table, *field), vec![at])),
            }
        }
        for (field, together) in asked {
            let same = |one: &[String], other: &[String]| together.iter().all(|at| one[*at] == other[*at]);
            if same(&other, &before) || same(&other, &own) {
                continue;
            }
            let text = |of: &[String]| together.iter().map(|at| of[*at].as_str()).collect::<Vec<_>>().join(" ");
            let texts = || [&before, &own, &other].map(|of| Some(text(of)));
            let key = || ConflictKey { table, row: row.to_owned(), field: Some(field) };
            if same(&own, &before) || self.picks_theirs(key(), ours.called(), texts()) {
                for at in together {
                    merged.put(T::FIELDS[at].0, &other[at]).ok()?;
                }
            }
        }
        (rest == **theirs).then(|| Arc::new(merged))
    }

    /// Takes back what would break a rule together, row by row, and asks for it.
    fn settle(&mut self, base: &Plan, ours: &Plan, theirs: &Plan) -> Result<(), MergeRefusal> {
        let (mut tried, mut leaned) = (HashSet::new(), HashSet::new());
        // What is wrong with ours already is none of the merging's doing.
        let known = ours.flaws();
        loop {
            let mut flaws = self.plan.flaws();
            flaws.retain(|flaw| !known.contains(flaw));
            let Some(first) = flaws.first() else { return Ok(()) };
            let places = flaws.iter().flat_map(|flaw| places_of(flaw, &self.plan));
            let place = places
                .filter(|place| !tried.contains(place))
                .find(|(table, row)| differs(*table, row, ours, &self.plan));
            let Some((table, row)) = place else {
                let missed = flaws.iter().filter_map(missed_by).find(|place| tried.insert(place.clone()));
                let back = missed.is_some_and(|(table, row)| self.bring_back(table, &row, theirs));
                if !back && !self.lean(&flaws, &mut leaned, [base, ours, theirs]) {
                    return Err(MergeRefusal::Broken(Box::new(first.clone())));
                }
                continue;
            };
            tried.insert((table, row.clone()));
            let open = |known: &Conflict| known.at.field.is_some() && known.picked.is_none();
            if self.conflicts.iter().any(|known| (known.at.table, &known.at.row) == (table, &row) && open(known)) {
                // Half of what is asked of the row is picked: what contradicts itself now need not when all of it is.
                put_row(&mut self.plan, ours, table, &row);
                continue;
            }
            let theirs_stands = self.asks_for_row(table, &row, [base, ours, theirs]);
            put_row(&mut self.plan, if theirs_stands { theirs } else { ours }, table, &row);
        }
    }

    /// Asks for a row as a whole, and no longer for its fields. Whether theirs was picked.
    fn asks_for_row(&mut self, table: TableName, row: &str, plans: [&Plan; 3]) -> bool {
        self.conflicts.retain(|known| (known.at.table, &*known.at.row) != (table, row));
        let texts = plans.map(|plan| plan.called(table, row));
        let name = texts.iter().flatten().next_back().cloned().unwrap_or_default();
        self.picks_theirs(ConflictKey { table, row: row.to_owned(), field: None }, name, texts)
    }

    /// Asks for a row of ours that leans on what was picked from theirs. As long as that is open, ours stays in all of it.
    fn lean(&mut self, flaws: &[Flaw], leaned: &mut HashSet<(TableName, String)>, plans: [&Plan; 3]) -> bool {
        let [_, ours, theirs] = plans;
        let places: Vec<_> = flaws.iter().flat_map(|flaw| places_of(flaw, &self.plan)).collect();
        let leans = |(table, row): &&(TableName, String)| differs(*table, row, ours, theirs);
        let Some((table, row)) = places.iter().filter(leans).find(|place| !leaned.contains(*place)).cloned() else {
            return false;
        };
        leaned.insert((table, row.clone()));
        if self.asks_for_row(table, &row, plans) {
            put_row(&mut self.plan, theirs, table, &row);
            return true;
        }
        let open = self.conflicts.iter().any(|known| known.at.row == row && known.picked.is_none());
        if open {
            places.iter().for_each(|(table, row)| put_row(&mut self.plan, ours, *table, row));
        }
        open
    }

    /// Takes a row from theirs on which something picked from theirs leans; a scenario comes with what it overrides.
    fn bring_back(&mut self, table: TableName, row: &str, theirs: &Plan) -> bool {
        if !theirs.has_row(table, row) || self.plan.has_row(table, row) {
            return false;
        }
        put_row(&mut self.plan, theirs, table, row);
        if let (TableName::Scenarios, Ok(id)) = (table, row.parse()) {
            for is in theirs.overrides_of(id) {
                self.plan.overrides.put(Arc::clone(is));
            }
        }
        true
    }
}

/// The rows that a flaw may come from: the one that breaks the rule, and the one it misses.
fn places_of(flaw: &Flaw, plan: &Plan) -> Vec<(TableName, String)> {
    let (own, refusal) = match flaw {
        Flaw::Allocation { code, refusal } => (rows_called(plan, TableName::Allocations, code.as_str()), refusal),
        Flaw::Row { table, key, refusal } => (rows_called(plan, *table, key), refusal),
        Flaw::Package(refusal) => (vec![(TableName::Package, PACKAGE.to_owned())], refusal),
    };
    let mut places: Vec<(TableName, String)> = own;
    places.extend(missed_in(refusal));
    places
}

/// The row that is missed where a rule is broken because of it.
fn missed_by(flaw: &Flaw) -> Option<(TableName, String)> {
    match flaw {
        Flaw::Allocation { refusal, .. } | Flaw::Row { refusal, .. } | Flaw::Package(refusal) => missed_in(refusal),
    }
}

fn missed_in(refusal: &Refusal) -> Option<(TableName, String)> {
    match refusal {
        Refusal::Unknown { table, wanted } => Some((*table, wanted.clone())),
        Refusal::UnknownScenario(wanted) => Some((TableName::Scenarios, wanted.clone())),
        _ => None,
    }
}

macro_rules! over_tables {
    ($($variant:ident $field:ident $row:ident,)+) => {
        /// The rows that people or files call by this name.
        fn rows_called(plan: &Plan, table: TableName, name: &str) -> Vec<(TableName, String)> {
            match table {
                TableName::Package => vec![(table, PACKAGE.to_owned())],
                $(TableName::$variant => plan
                    .$field
                    .iter()
                    .map(|row| (crate::Row::key(&**row).told(), row))
                    .filter(|(key, row)| key == name || row.called() == name)
                    .map(|(key, _)| (table, key))
                    .collect(),)+
            }
        }

        impl Merging<'_> {
            fn tables(&mut self, base: &Plan, theirs: &Plan) {
                $(self.table::<$row>(TableName::$variant, &base.$field, &theirs.$field, |plan| &mut plan.$field);)+
            }
        }

        /// Whether a row is not the same in both plans.
        fn differs(table: TableName, row: &str, one: &Plan, other: &Plan) -> bool {
            match table {
                TableName::Package => one.package != other.package,
                $(TableName::$variant => row_in(&one.$field, row) != row_in(&other.$field, row),)+
            }
        }

        /// Puts a row as `from` has it, or takes it out where it has none.
        fn put_row(plan: &mut Plan, from: &Plan, table: TableName, row: &str) {
            match table {
                TableName::Package => plan.package = Arc::clone(&from.package),
                $(TableName::$variant => match row_in(&from.$field, row).cloned() {
                    Some(found) => plan.$field.put(found),
                    None => {
                        if let Some(key) = <$row as crate::Row>::Key::of(row) {
                            plan.$field.remove(&key);
                        }
                    }
                },)+
            }
        }
    };
}
every_table!(over_tables);

fn row_in<'a, T: Fields<Key: KeyText>>(table: &'a Table<T>, row: &str) -> Option<&'a Arc<T>> {
    table.get(&T::Key::of(row)?)
}
