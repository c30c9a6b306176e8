//! Which tables scenarios lie over, and how edits in a scenario become its overrides.

use std::sync::Arc;

use crate::diff::between_tables;
use crate::field::{KeyText, PACKAGE};
use crate::table::Table;
use crate::{
    AddedRow, Allocation, Cap, Cluster, Event, FieldKind, FieldName, Fields, Id, Limit, Override, OverrideKey, Package,
    Plan, Programme, Refusal, RowChange, Step, TableName, What,
};

/// A row that scenarios may override.
pub(crate) trait Overlaid: Fields {
    /// Whether scenarios may add and remove such rows.
    const REMOVABLE: bool = false;
    /// The name of its table.
    const NAME: TableName;
    /// Its table.
    fn table(plan: &Plan) -> &Table<Self>;
    /// Its table.
    fn table_mut(plan: &mut Plan) -> &mut Table<Self>;
    /// The row that a scenario adds, where it is of this table.
    fn added(_row: &AddedRow) -> Option<&Arc<Self>> {
        None
    }
    /// The row as a scenario adds it.
    fn as_added(_row: Arc<Self>) -> Option<AddedRow> {
        None
    }
    /// Whether the row keeps its rules.
    fn check(plan: &Plan, row: &Self) -> Result<(), Refusal>;
    /// Whether the plan can do without the row.
    fn check_gone(_plan: &Plan, _row: &Self) -> Result<(), Refusal> {
        Ok(())
    }
}

macro_rules! overlaid {
    ($row:ident $variant:ident $field:ident, $check:expr $(, added $added:ident)? $(, gone $gone:expr)?) => {
        impl Overlaid for $row {
            const NAME: TableName = TableName::$variant;
            fn table(plan: &Plan) -> &Table<Self> {
                &plan.$field
            }
            fn table_mut(plan: &mut Plan) -> &mut Table<Self> {
                &mut plan.$field
            }
            fn check(plan: &Plan, row: &Self) -> Result<(), Refusal> {
                let check: fn(&Plan, &Self) -> Result<(), Refusal> = $check;
                check(plan, row)
            }
            $(
                const REMOVABLE: bool = true;
                fn added(row: &AddedRow) -> Option<&Arc<Self>> {
                    if let AddedRow::$added(row) = row { Some(row) } else { None }
                }
                fn as_added(row: Arc<Self>) -> Option<AddedRow> {
                    Some(AddedRow::$added(row))
                }
            )?
            $(fn check_gone(plan: &Plan, row: &Self) -> Result<(), Refusal> {
                let gone: fn(&Plan, &Self) -> Result<(), Refusal> = $gone;
                gone(plan, row)
            })?
        }
    };
}

overlaid!(Programme Programmes programmes, Plan::check_programme_row);
overlaid!(Cluster Clusters clusters, |plan, row| row.terms.iter().try_for_each(|terms| plan.check_terms(terms)));
overlaid!(Step Steps steps, Plan::check_step, added Step);
overlaid!(Allocation Allocations allocations, Plan::check_allocation, added Allocation);
overlaid!(Limit Limits limits, Plan::check_limit, added Limit);
overlaid!(Event Events events, check_with_followers, added Event, gone |plan, row| {
    let follower = plan.events.iter().find(|other| other.follows == Some(row.id));
    follower.map_or(Ok(()), |other| Err(Refusal::EventFollowed { by: other.code.clone() }))
});
overlaid!(Cap Caps caps, Plan::check_cap, added Cap);

/// Whether an event keeps its rules, and those that follow it do: when they begin depends on it.
fn check_with_followers(plan: &Plan, event: &Event) -> Result<(), Refusal> {
    plan.check_event(event)?;
    let mut followers = plan.events.iter().filter(|other| other.follows == Some(event.id));
    // No circle comes this far, and no chain longer than is allowed.
    followers.try_for_each(|other| check_with_followers(plan, other))
}

/// Whether scenarios may override this field of this table, or add and remove rows of it.
///
/// # Errors
/// [`Refusal::NotOverridable`].
pub(crate) fn check_overridable(table: TableName, field: Option<FieldName>) -> Result<(), Refusal> {
    let rows = [TableName::Allocations, TableName::Limits, TableName::Steps, TableName::Events, TableName::Caps];
    let single = match field {
        None => rows.contains(&table),
        Some(field) => match table {
            TableName::Package => matches!(field.as_str(), "reading" | "total"),
            TableName::Programmes => field.as_str() == "lapse_years",
            TableName::Clusters => field.as_str() == "terms",
            table => rows.contains(&table) && field.kind(table) != FieldKind::Code,
        },
    };
    let what = || field.map_or_else(|| table.key().to_owned(), |field| format!("{}.{field}", table.key()));
    if single { Ok(()) } else { Err(Refusal::NotOverridable { what: what() }) }
}

/// The overrides that make of `parent` what `wanted` is, in a scenario that overrides nothing yet. What scenarios cannot
/// override stays as the parent has it.
#[must_use]
pub fn overlay_between(parent: &Plan, wanted: &Plan, scenario: Id) -> Vec<Override> {
    let mut plan = parent.clone();
    plan.overrides = Table::default();
    write_overlay(&mut plan, scenario, parent, parent, wanted);
    plan.overrides.iter().map(|row| Override::clone(row)).collect()
}

/// Turns what edits changed in the plan that a scenario stands for, from `before` to `after`, into its overrides. `parent`
/// is what the scenario's parent stands for. What is as the parent has it again is no override any more.
pub(crate) fn write_overlay(plan: &mut Plan, scenario: Id, parent: &Plan, before: &Plan, after: &Plan) {
    let mut overlay = Overlay { plan, scenario };
    if before.package != after.package {
        let fields = Package::FIELDS.iter().map(|(field, _)| *field);
        for field in fields.filter(|field| before.package.tell(*field) != after.package.tell(*field)) {
            if check_overridable(TableName::Package, Some(field)).is_ok() {
                overlay.set(
                    TableName::Package,
                    PACKAGE,
                    field,
                    (&parent.package.tell(field), after.package.tell(field)),
                );
            }
        }
    }
    overlay.table::<Programme>(parent, before, after);
    overlay.table::<Cluster>(parent, before, after);
    overlay.table::<Step>(parent, before, after);
    overlay.table::<Allocation>(parent, before, after);
    overlay.table::<Limit>(parent, before, after);
    overlay.table::<Event>(parent, before, after);
    overlay.table::<Cap>(parent, before, after);
}

/// The overrides of one scenario, in the making.
struct Overlay<'a> {
    plan: &'a mut Plan,
    scenario: Id,
}

impl Overlay<'_> {
    fn table<T: Overlaid>(&mut self, parent: &Plan, before: &Plan, after: &Plan)
    where
        T::Key: KeyText,
    {
        for RowChange { before, after } in between_tables(T::table(before), T::table(after)) {
            let Some(key) = after.as_ref().or(before.as_ref()).map(|row| row.key().clone()) else { continue };
            let (row, above) = (key.told(), T::table(parent).get(&key));
            match (before, after) {
                (Some(_), None) => self.removed(T::NAME, &row, above.is_some()),
                (before, Some(after)) => self.changed(&row, above, before.as_ref(), &after),
                (None, None) => {}
            }
        }
    }

    fn removed(&mut self, table: TableName, row: &str, above: bool) {
        let own: Vec<_> = self.about(table, row).map(|one| one.at.clone()).collect();
        for at in &own {
            self.plan.overrides.remove(at);
        }
        if above {
            self.put(table, row, None, What::Remove);
        }
    }

    fn changed<T: Overlaid>(&mut self, row: &str, above: Option<&Arc<T>>, before: Option<&Arc<T>>, after: &Arc<T>) {
        let own = self.about(T::NAME, row).find(|one| one.at.field.is_none()).cloned();
        let adds = own.as_ref().is_some_and(|one| matches!(one.what, What::Add(_)));
        let Some(above) = above.filter(|_| !adds) else {
            if let Some(added) = T::as_added(Arc::clone(after)) {
                self.put(T::NAME, row, None, What::Add(added));
            }
            return;
        };
        if let Some(own) = own {
            // It had been removed here.
            self.plan.overrides.remove(&own.at);
        }
        for (field, kind) in T::FIELDS {
            let told = after.tell(*field);
            let same = before.map_or_else(|| above.tell(*field) == told, |before| before.tell(*field) == told);
            if !same && *kind != FieldKind::Code {
                self.set(T::NAME, row, *field, (&above.tell(*field), told));
            }
        }
    }

    /// A field became `value`; it overrides what stands above where that is something else.
    fn set(&mut self, table: TableName, row: &str, field: FieldName, (above, value): (&str, String)) {
        if above == value {
            let at = OverrideKey { scenario: self.scenario, table, row: row.into(), field: Some(field) };
            self.plan.overrides.remove(&at);
        } else {
            self.put(table, row, Some(field), What::Set(value));
        }
    }

    /// Reason and sources stay as they were.
    fn put(&mut self, table: TableName, row: &str, field: Option<FieldName>, what: What) {
        let at = OverrideKey { scenario: self.scenario, table, row: row.into(), field };
        let (reason, sources) = match self.plan.overrides.get(&at) {
            Some(before) => (before.reason.clone(), before.sources.clone()),
            None => (String::new(), Vec::new()),
        };
        self.plan.overrides.put(Arc::new(Override { at, what, reason, sources }));
    }

    fn about<'b>(&'b self, table: TableName, row: &'b str) -> impl Iterator<Item = &'b Arc<Override>> {
        let own = self.plan.overrides_of(self.scenario);
        own.iter().filter(move |one| one.at.table == table && *one.at.row == *row)
    }
}
