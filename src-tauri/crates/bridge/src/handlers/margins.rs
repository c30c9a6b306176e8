//! Two dimensions against each other: what balancing a table starts from.

use std::collections::BTreeMap;

use model::{Allocation, Dimension, Plan, Total};

use crate::Words;
use crate::handlers::row::place_text;
use crate::handlers::telling::Tongue;
use crate::wire::{Amount, MarginLine, Margins};

/// What a place or cell holds, and what of it cannot move.
#[derive(Clone, Copy, Default)]
struct Held {
    amount: Total,
    locked: Total,
}

impl Held {
    fn add(&mut self, row: &Allocation) {
        self.amount.add(row.amount);
        self.locked.add(if row.locked { row.amount } else { row.paid_total() });
    }
}

/// The table of `rows` against `columns`, with the places that hold a row, in the order of their words.
pub(crate) fn margins(plan: &Plan, rows: Dimension, columns: Dimension, words: Words) -> Margins {
    let tongue = Tongue { plan, words };
    let mut cells: BTreeMap<(&str, &str), Total> = BTreeMap::new();
    let (mut by_row, mut by_column): (BTreeMap<&str, Held>, BTreeMap<&str, Held>) = Default::default();
    for row in plan.allocations.iter() {
        let (at, across) = (rows.of(row, plan), columns.of(row, plan));
        cells.entry((at, across)).or_default().add(row.amount);
        by_row.entry(at).or_default().add(row);
        by_column.entry(across).or_default().add(row);
    }
    let (at_rows, at_columns) = (ordered(tongue, rows, &by_row), ordered(tongue, columns, &by_column));
    let cell = |row: &MarginLine, column: &MarginLine| {
        cells.get(&(row.key.as_str(), column.key.as_str())).map(|total| Amount(*total))
    };
    Margins {
        rows_label: words.label("dimension", rows.key()),
        columns_label: words.label("dimension", columns.key()),
        cells: at_rows.iter().map(|row| at_columns.iter().map(|column| cell(row, column)).collect()).collect(),
        rows: at_rows,
        columns: at_columns,
        total: Amount(plan.allocations.iter().map(|row| row.amount).sum()),
    }
}

fn ordered(tongue: Tongue, by: Dimension, places: &BTreeMap<&str, Held>) -> Vec<MarginLine> {
    let line = |(key, held): (&&str, &Held)| MarginLine {
        key: (*key).to_owned(),
        label: place_text(tongue, by, key),
        amount: Amount(held.amount),
        locked: Amount(held.locked),
    };
    let mut lines: Vec<MarginLine> = places.iter().map(line).collect();
    lines.sort_by_cached_key(|line| (line.label.to_lowercase(), line.key.clone()));
    lines
}
