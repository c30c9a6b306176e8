//! The difference between two plans: what is saved, undone and announced.

use std::sync::Arc;

use crate::table::{Row, Table};
use crate::{
    Allocation, Cap, Chapter, Cluster, Event, Funder, Limit, Need, Odds, OutputYear, Override, Package, Plan,
    Programme, Reading, Rule, Scenario, Sector, Source, Step,
};

/// A row before and after. At least one of the two is there.
#[derive(Clone, Debug, PartialEq)]
pub struct RowChange<T> {
    /// The row as it was; nothing where it is new.
    pub before: Option<Arc<T>>,
    /// The row as it is; nothing where it is gone.
    pub after: Option<Arc<T>>,
}

impl<T> RowChange<T> {
    fn reversed(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// A row is not what the difference says it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a row of {table:?} is not what the difference was taken from")]
pub struct DiffMismatch {
    /// In which table.
    pub table: TableName,
}

macro_rules! tables {
    ($($variant:ident $field:ident $row:ty = $name:literal),+ $(,)?) => {
        /// The tables of a plan, in the order in which they depend on each other. The package counts as one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum TableName {
            /// The package itself.
            Package,
            $(#[doc = concat!("The table `", $name, "`.")] $variant,)+
        }

        impl TableName {
            /// Every table.
            pub const ALL: &'static [Self] = &[Self::Package, $(Self::$variant),+];

            /// Its name in files.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    Self::Package => "package",
                    $(Self::$variant => $name,)+
                }
            }

            /// The table with this name in files.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|table| table.key() == key)
            }
        }

        /// What changed between two plans: the rows that are not the same, in the order of tables and keys.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Diff {
            /// The package, before and after.
            pub package: Option<(Arc<Package>, Arc<Package>)>,
            $(#[doc = concat!("Changed rows of `", $name, "`.")] pub $field: Vec<RowChange<$row>>,)+
        }

        impl Diff {
            /// What must change in `before` to make `after`.
            #[must_use]
            pub fn between(before: &Plan, after: &Plan) -> Self {
                let same = Arc::ptr_eq(&before.package, &after.package) || before.package == after.package;
                Self {
                    package: (!same).then(|| (Arc::clone(&before.package), Arc::clone(&after.package))),
                    $($field: between_tables(&before.$field, &after.$field),)+
                }
            }

            /// Whether nothing changed.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.package.is_none() $(&& self.$field.is_empty())+
            }

            /// The difference that leads back.
            #[must_use]
            pub fn reversed(self) -> Self {
                Self {
                    package: self.package.map(|(before, after)| (after, before)),
                    $($field: self.$field.into_iter().map(RowChange::reversed).collect(),)+
                }
            }

            /// `plan` with this difference made.
            ///
            /// # Errors
            /// [`DiffMismatch`] where `plan` is not the one the difference was taken from.
            pub fn apply_to(&self, plan: &Plan) -> Result<Plan, DiffMismatch> {
                let mut next = plan.clone();
                self.apply_in(&mut next)?;
                Ok(next)
            }

            /// Makes this difference in a plan of which nobody needs the state before: many in a row cost no copies.
            ///
            /// # Errors
            /// [`DiffMismatch`] where `plan` is not the one the difference was taken from. Part of it may be made then.
            pub fn apply_in(&self, plan: &mut Plan) -> Result<(), DiffMismatch> {
                if let Some((before, after)) = &self.package {
                    if *before != plan.package {
                        return Err(DiffMismatch { table: TableName::Package });
                    }
                    plan.package = Arc::clone(after);
                }
                $(apply_rows(&mut plan.$field, &self.$field, TableName::$variant)?;)+
                Ok(())
            }

            /// The tables in which something changed.
            #[must_use]
            pub fn tables(&self) -> Vec<TableName> {
                let mut tables = Vec::new();
                if self.package.is_some() {
                    tables.push(TableName::Package);
                }
                $(if !self.$field.is_empty() {
                    tables.push(TableName::$variant);
                })+
                tables
            }
        }
    };
}

tables! {
    Sources sources Source = "sources",
    Rules rules Rule = "rules",
    Output output OutputYear = "output",
    Readings readings Reading = "readings",
    Funders funders Funder = "funders",
    Programmes programmes Programme = "programmes",
    Sectors sectors Sector = "sectors",
    Needs needs Need = "needs",
    Clusters clusters Cluster = "clusters",
    Chapters chapters Chapter = "chapters",
    Steps steps Step = "steps",
    Allocations allocations Allocation = "allocations",
    Limits limits Limit = "limits",
    Events events Event = "events",
    Caps caps Cap = "caps",
    Scenarios scenarios Scenario = "scenarios",
    Overrides overrides Override = "overrides",
    Odds odds Odds = "odds",
}

/// Walks both tables in the order of their keys, skipping the rows they share.
pub(crate) fn between_tables<T: Row>(before: &Table<T>, after: &Table<T>) -> Vec<RowChange<T>> {
    let mut changes = Vec::new();
    if before.is_same(after) {
        return changes;
    }
    let (mut old, mut new) = (before.iter().peekable(), after.iter().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return changes,
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(left), Some(right)) => left.key().cmp(right.key()),
        };
        let before = if order.is_le() { old.next().cloned() } else { None };
        let after = if order.is_ge() { new.next().cloned() } else { None };
        let same = match (&before, &after) {
            (Some(left), Some(right)) => Arc::ptr_eq(left, right) || left == right,
            _ => false,
        };
        if !same {
            changes.push(RowChange { before, after });
        }
    }
}

fn apply_rows<T: Row>(table: &mut Table<T>, changes: &[RowChange<T>], name: TableName) -> Result<(), DiffMismatch> {
    let mismatch = DiffMismatch { table: name };
    for change in changes {
        let (Some(key), before) =
            (change.after.as_ref().or(change.before.as_ref()).map(|row| row.key()), change.before.as_ref())
        else {
            return Err(mismatch);
        };
        if table.get(key) != before {
            return Err(mismatch);
        }
        match &change.after {
            Some(row) => table.put(Arc::clone(row)),
            None => {
                table.remove(key);
            }
        }
    }
    Ok(())
}
