//! From one plan to another in stages, so that each change is told what it does.

use std::borrow::Cow;
use std::sync::Arc;

use model::{
    Allocation, Cap, Cluster, Diff, Event, OutputYear, Package, Plan, Programme, Row, RowChange, Step, Table, TableName,
};

use crate::common_years::{CommonYears, Course};
use crate::{Measure, Schedule, Side, schedule_after};

/// How many changes of conditions are told apart at most.
const MOST_APART: usize = 60;
/// How many rows are computed again for that at most, all changes together; each table is told in any case.
const MOST_ROWS: usize = 25_000;

/// What each change does to a flow.
pub(crate) struct Told {
    /// What single rows do, by table and key as text.
    pub rows: Vec<((TableName, String), Course)>,
    /// What the changed rows of a table do, and how many they are, where they are not told apart.
    pub together: Vec<(TableName, usize, Course)>,
    /// What unchanged rows gain or lose by what changed ones do.
    pub room: Course,
    /// The flow before.
    pub from: Course,
    /// The flow after.
    pub to: Course,
}

/// A change of something that rows depend on.
enum Condition<'a> {
    Package(&'a Arc<Package>),
    Programme(&'a RowChange<Programme>),
    Output(&'a RowChange<OutputYear>),
    Cluster(&'a RowChange<Cluster>),
    Step(&'a RowChange<Step>),
    Event(&'a RowChange<Event>),
    Cap(&'a RowChange<Cap>),
}

impl Condition<'_> {
    fn table(&self) -> TableName {
        match self {
            Self::Package(_) => TableName::Package,
            Self::Programme(_) => TableName::Programmes,
            Self::Output(_) => TableName::Output,
            Self::Cluster(_) => TableName::Clusters,
            Self::Step(_) => TableName::Steps,
            Self::Event(_) => TableName::Events,
            Self::Cap(_) => TableName::Caps,
        }
    }

    /// The key of the row as text.
    fn row(&self) -> String {
        match self {
            Self::Package(_) => TableName::Package.key().to_owned(),
            Self::Programme(change) => key_of(change).map(ToString::to_string).unwrap_or_default(),
            Self::Output(change) => key_of(change).map(ToString::to_string).unwrap_or_default(),
            Self::Cluster(change) => key_of(change).map(ToString::to_string).unwrap_or_default(),
            Self::Step(change) => key_of(change).map(ToString::to_string).unwrap_or_default(),
            Self::Event(change) => key_of(change).map(ToString::to_string).unwrap_or_default(),
            Self::Cap(change) => key_of(change).map(ToString::to_string).unwrap_or_default(),
        }
    }

    fn make(&self, plan: &mut Plan) {
        match self {
            Self::Package(after) => plan.package = Arc::clone(after),
            Self::Programme(change) => put(&mut plan.programmes, change),
            Self::Output(change) => put(&mut plan.output, change),
            Self::Cluster(change) => put(&mut plan.clusters, change),
            Self::Step(change) => put(&mut plan.steps, change),
            Self::Event(change) => put(&mut plan.events, change),
            Self::Cap(change) => put(&mut plan.caps, change),
        }
    }
}

fn key_of<T: Row>(change: &RowChange<T>) -> Option<&T::Key> {
    change.after.as_ref().or(change.before.as_ref()).map(|row| row.key())
}

fn put<T: Row>(table: &mut Table<T>, change: &RowChange<T>) {
    match (&change.after, key_of(change)) {
        (Some(after), _) => table.put(Arc::clone(after)),
        (None, Some(key)) => drop(table.remove(key)),
        (None, None) => {}
    }
}

/// What rows depend on and differs, in the order in which it is made. Programmes and groups that are gone go with the rows
/// that named them, and so are not among them; neither is what no row's money depends on.
fn conditions(diff: &Diff) -> Vec<Condition<'_>> {
    let mut found = Vec::new();
    if let Some((before, after)) = &diff.package {
        found.extend((!same_time(before, after)).then_some(Condition::Package(after)));
    }
    found.extend(diff.clusters.iter().filter(|change| change.after.is_some()).map(Condition::Cluster));
    found.extend(diff.programmes.iter().filter(|change| decides(change)).map(Condition::Programme));
    found.extend(diff.output.iter().map(Condition::Output));
    found.extend(diff.steps.iter().map(Condition::Step));
    found.extend(diff.events.iter().map(Condition::Event));
    found.extend(diff.caps.iter().map(Condition::Cap));
    found
}

/// Whether payments depend on what changed of a programme: its funder, by which slices may tell rows apart, and when its
/// commitments lapse.
fn decides(change: &RowChange<Programme>) -> bool {
    let of = |row: &Arc<Programme>| (row.funder.clone(), row.lapse_years);
    change.after.is_some() && change.before.as_ref().map(of) != change.after.as_ref().map(of)
}

/// The changes table by table, in their order, and whether each table's are told apart: as many as the rows of the plan
/// allow, those of tables with few changes first.
fn by_table<'a>(conditions: &'a [Condition<'a>], rows: usize) -> Vec<(&'a [Condition<'a>], bool)> {
    let mut tables: Vec<(&[Condition<'_>], bool)> =
        conditions.chunk_by(|left, right| left.table() == right.table()).map(|table| (table, false)).collect();
    let mut left = MOST_APART.min(MOST_ROWS / rows.max(1)).saturating_sub(tables.len());
    let mut smallest: Vec<usize> = (0..tables.len()).collect();
    smallest.sort_by_key(|at| tables[*at].0.len());
    for at in smallest {
        let more = tables[at].0.len() - 1;
        if more > left {
            break;
        }
        left -= more;
        tables[at].1 = true;
    }
    tables
}

/// Whether two packages have the same quarters and the same today: all of a package that payments depend on.
pub(crate) fn same_time(one: &Package, other: &Package) -> bool {
    let time = |package: &Package| (package.first, package.last, package.as_of);
    time(one) == time(other)
}

/// A state between two plans.
struct Between<'a> {
    plan: Cow<'a, Plan>,
    schedule: Cow<'a, Schedule>,
    course: Course,
}

/// What leads a flow from `a` to `b`, whose difference is `diff`.
pub(crate) fn stages(a: Side<'_>, b: Side<'_>, diff: &Diff, years: CommonYears, measure: Measure) -> Told {
    let from = years.course(a.plan, a.schedule, measure);
    let to = years.course(b.plan, b.schedule, measure);
    let mut now = Between { plan: Cow::Borrowed(a.plan), schedule: Cow::Borrowed(a.schedule), course: from.clone() };
    let mut told = Told { rows: Vec::new(), together: Vec::new(), room: years.nothing(), from, to: to.clone() };
    let conditions = conditions(diff);
    for (table, apart) in by_table(&conditions, a.plan.allocations.len()) {
        let name = table[0].table();
        if apart {
            for condition in table {
                let change = now.advance(std::slice::from_ref(condition), years, measure);
                told.rows.push(((name, condition.row()), change));
            }
        } else {
            told.together.push((name, table.len(), now.advance(table, years, measure)));
        }
    }
    let mut room = to.less(&now.course);
    for change in &diff.allocations {
        let course = own(&now, b, change, years, measure);
        room = room.less(&course);
        let key = key_of(change).map(ToString::to_string).unwrap_or_default();
        told.rows.push(((TableName::Allocations, key), course));
    }
    told.room = room;
    told
}

impl Between<'_> {
    /// Makes these changes, and tells what they do.
    fn advance(&mut self, conditions: &[Condition<'_>], years: CommonYears, measure: Measure) -> Course {
        let mut plan = Plan::clone(&self.plan);
        for condition in conditions {
            condition.make(&mut plan);
        }
        let schedule = schedule_after(&self.plan, &self.schedule, &plan);
        let course = years.course(&plan, &schedule, measure);
        let change = course.clone().less(&self.course);
        *self = Self { plan: Cow::Owned(plan), schedule: Cow::Owned(schedule), course };
        change
    }
}

/// What a changed row has of a flow more than it had.
fn own(now: &Between<'_>, b: Side<'_>, change: &RowChange<Allocation>, years: CommonYears, measure: Measure) -> Course {
    let of = |plan: &Plan, schedule: &Schedule, row: &Option<Arc<Allocation>>| {
        let mut course = years.nothing();
        if let Some(at) = row.as_ref().and_then(|row| plan.allocations.place_of(&row.id)) {
            years.add(&mut course, plan, &schedule.row(at), measure);
        }
        course
    };
    of(b.plan, b.schedule, &change.after).less(&of(&now.plan, &now.schedule, &change.before))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use model::sketch;

    use super::*;

    /// Of how many changes in each table it is told whether each is told apart, in a plan of so many rows.
    fn apart(steps: usize, caps: usize, rows: usize) -> Vec<(TableName, bool)> {
        let lines: String = (0..steps).map(|at| format!("step S{at} fundamentals due 2028-Q1\n")).collect();
        let plan = sketch::plan(&(lines + &"cap 1bn\n".repeat(caps))).unwrap();
        let mut bare = plan.clone();
        (bare.steps, bare.caps) = (Table::default(), Table::default());
        let diff = Diff::between(&bare, &plan);
        by_table(&conditions(&diff), rows).into_iter().map(|(table, apart)| (table[0].table(), apart)).collect()
    }

    #[test]
    fn tables_with_few_changes_are_told_apart_first() {
        use TableName::{Caps, Steps};
        assert_eq!(apart(58, 2, 100), [(Steps, true), (Caps, true)]);
        assert_eq!(apart(59, 2, 100), [(Steps, false), (Caps, true)]);
        assert_eq!(apart(61, 61, 100), [(Steps, false), (Caps, false)]);
        // A large plan is computed again fewer times, and each table once in any case.
        assert_eq!(apart(2, 3, 5_000), [(Steps, true), (Caps, true)]);
        assert_eq!(apart(2, 4, 5_000), [(Steps, true), (Caps, false)]);
        assert_eq!(apart(1, 1, 1_000_000), [(Steps, true), (Caps, true)]);
        assert_eq!(apart(0, 0, 0), []);
    }
}
