//! The bridge from one plan to another: a sum, what changes it step by step, and the other sum. It adds exactly.

use std::collections::{BTreeMap, BTreeSet};

use model::{Dimension, RowDifference, TableName, Total};

use crate::common_years::{CommonYears, Course};
use crate::compare::{Compared, Comparison, Moved, Side, Together, attributed, between};
use crate::{CubeLine, Every, Measure, Period, cube};

/// What the steps of a bridge are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BridgeBy {
    /// The keys of a dimension.
    Dimension(Dimension),
    /// The years.
    Year,
    /// The rows that differ.
    Change,
}

/// What one step of a bridge is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BarKey {
    /// A key of the dimension.
    Key(String),
    /// A year, or what is past the package.
    Period(Period),
    /// A row that differs.
    Row {
        /// In which table.
        table: TableName,
        /// Its key as text.
        row: String,
        /// What people call it.
        called: String,
    },
    /// The rows of a table that differ, where they are too many to be told apart.
    Table(TableName),
    /// Rows that did not change, and gave way or moved up.
    Room,
}

/// One step of a bridge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BridgeBar {
    /// What it is about.
    pub key: BarKey,
    /// By how much it changes the sum.
    pub change: Total,
    /// What each side has of it; nothing where it is a change, of which no side has anything.
    pub sides: Option<[Total; 2]>,
}

/// A sum, its changes and the sum after them: `from` and all changes add to `to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// The sum of the first side.
    pub from: Total,
    /// The changes: by dimension and year for all keys that either side has, by change those that move something.
    pub bars: Vec<BridgeBar>,
    /// The sum of the second side.
    pub to: Total,
}

/// The bridge from `a` to `b`, with what falls past the package: nothing that is planned or paid is left out.
#[must_use]
pub fn bridge(a: Side<'_>, b: Side<'_>, measure: Measure, by: BridgeBy) -> Bridge {
    match by {
        BridgeBy::Dimension(dimension) => of_keys([a, b].map(|side| by_key(side, measure, dimension))),
        BridgeBy::Year => by_year(a, b, measure),
        BridgeBy::Change => {
            let told = attributed(a, b, &between(a, b).0, measure);
            let sum = |course: &Course| {
                let (years, after) = course.parts();
                years.into_iter().sum::<Total>() + after
            };
            let bars = bars(&told.rows, &told.together, told.room.as_ref());
            Bridge { from: sum(&told.from), bars, to: sum(&told.to) }
        }
    }
}

impl Comparison {
    /// The bridge of what is paid, within the package and after it, change by change.
    #[must_use]
    pub fn bridge(&self) -> Bridge {
        let bars = bars(&self.rows, &self.together, self.room.as_ref());
        let [from, to] = [0, 1].map(|side| self.paid[side] + self.after[side]);
        Bridge { from, bars, to }
    }
}

fn bars(rows: &[Compared], together: &[Together], room: Option<&Moved>) -> Vec<BridgeBar> {
    let of_row = |compared: &Compared| {
        let RowDifference { table, row, called, kind: _ } = &compared.difference;
        let key = BarKey::Row { table: *table, row: row.clone(), called: called.clone() };
        compared.effect.as_ref().map(|moved| (key, moved.net))
    };
    let tables = together.iter().map(|together| (BarKey::Table(together.table), together.moved.net));
    let all = tables.chain(rows.iter().filter_map(of_row)).chain(room.map(|moved| (BarKey::Room, moved.net)));
    let moving = all.filter(|(_, change)| *change != Total::ZERO);
    moving.map(|(key, change)| BridgeBar { key, change, sides: None }).collect()
}

fn by_year(a: Side<'_>, b: Side<'_>, measure: Measure) -> Bridge {
    let years = CommonYears::of([a.plan, b.plan].into_iter());
    of_keys([a, b].map(|side| {
        let (cells, after) = years.course(side.plan, side.schedule, measure).parts();
        let past = (after != Total::ZERO).then_some((BarKey::Period(Period::After), after));
        let keys = years.iter().map(|year| BarKey::Period(Period::Year(year)));
        keys.zip(cells).chain(past).collect()
    }))
}

fn by_key(side: Side<'_>, measure: Measure, dimension: Dimension) -> BTreeMap<BarKey, Total> {
    let cube = cube(side.plan, side.schedule, measure, &[dimension], Every::Year);
    let sum = |mut line: CubeLine| {
        let sum = line.cells.iter().copied().sum::<Total>() + line.after;
        (BarKey::Key(line.keys.pop().unwrap_or_default()), sum)
    };
    cube.lines.into_iter().map(sum).collect()
}

/// The bridge between two sides that tell the same whole by keys.
fn of_keys([a, b]: [BTreeMap<BarKey, Total>; 2]) -> Bridge {
    let keys: BTreeSet<&BarKey> = a.keys().chain(b.keys()).collect();
    let of = |side: &BTreeMap<BarKey, Total>, key: &BarKey| side.get(key).copied().unwrap_or_default();
    let bar = |key: &BarKey| {
        let sides = [of(&a, key), of(&b, key)];
        BridgeBar { key: key.clone(), change: sides[1] - sides[0], sides: Some(sides) }
    };
    Bridge { from: a.values().copied().sum(), bars: keys.into_iter().map(bar).collect(), to: b.values().copied().sum() }
}
