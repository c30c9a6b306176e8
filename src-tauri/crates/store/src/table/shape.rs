//! The columns of a table, and what later schemas added to them.
//!
//! A state must hash to the same after the program was updated, and a row must be the same in an old payload of the
//! history and in a new one. Therefore a column is only ever added at the end of a table, with a usual value that says
//! nothing new, and a row is hashed and noted without the usual values at its end ([`Shape::told`]).

use crate::cell::{Cell, Cells};

/// A column that a later schema added at the end of a table.
#[derive(Clone, Debug)]
pub(crate) struct Added {
    /// The first schema that has it.
    pub(crate) since: u32,
    /// What it holds where nothing is said.
    pub(crate) usual: Cell<'static>,
}

/// The columns of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// Its name.
    pub(crate) table: &'static str,
    /// The first schema that has it.
    pub(crate) since: u32,
    /// Its columns in the newest schema.
    pub(crate) columns: &'static [&'static str],
    /// The last of them, where later schemas added some.
    pub(crate) added: &'static [Added],
}

/// A second table whose rows belong to a row of the first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    /// The column that holds the key of the row it belongs to.
    pub(crate) owner: &'static str,
    /// The other columns. They are ordered by the first.
    pub(crate) shape: Shape,
}

impl Shape {
    /// How many columns no later schema has added.
    fn first(&self) -> usize {
        self.columns.len() - self.added.len()
    }

    /// The columns in the schema of this version.
    pub(crate) fn columns_in(&self, version: u32) -> &'static [&'static str] {
        let known = self.added.iter().take_while(|added| added.since <= version).count();
        &self.columns[..self.first() + known]
    }

    /// The column that rows are ordered by.
    pub(crate) fn key(&self) -> &'static str {
        self.columns.first().copied().unwrap_or("")
    }

    /// Whether this many cells are a row: one for each column, save those added last.
    pub(crate) fn takes(&self, cells: usize) -> bool {
        (self.first()..=self.columns.len()).contains(&cells)
    }

    /// What the column at this place holds where nothing is said.
    pub(crate) fn usual(&self, at: usize) -> Option<&'static Cell<'static>> {
        self.added.get(at.checked_sub(self.first())?).map(|added| &added.usual)
    }

    /// The cell of a row at this place; one that is missing at its end is usual.
    pub(crate) fn cell<'a>(&self, cells: &'a [Cell<'a>], at: usize) -> Option<&'a Cell<'a>> {
        cells.get(at).or_else(|| self.usual(at))
    }

    /// The cells of a row without the usual ones at its end.
    pub(crate) fn told<'a>(&self, mut cells: Cells<'a>) -> Cells<'a> {
        while cells.last().is_some_and(|cell| self.usual(cells.len() - 1) == Some(cell)) {
            cells.pop();
        }
        cells
    }

    /// The first schema that can hold a row of which this many cells are told.
    pub(crate) fn needs(&self, cells: usize) -> u32 {
        let added = self.added.iter().take(cells.saturating_sub(self.first()));
        added.map(|added| added.since).fold(self.since, u32::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::text;

    const SHAPE: Shape = Shape {
        table: "rows",
        since: 1,
        columns: &["key", "name", "class", "years"],
        added: &[Added { since: 2, usual: Cell::Integer(5) }, Added { since: 3, usual: Cell::Null }],
    };

    fn told(class: i64, years: Cell<'static>) -> usize {
        SHAPE.told(vec![text("key"), Cell::Null, Cell::Integer(class), years]).len()
    }

    #[test]
    fn what_is_usual_is_left_out_at_the_end_only() {
        assert_eq!(told(5, Cell::Null), 2);
        assert_eq!(told(4, Cell::Null), 3);
        assert_eq!(told(5, Cell::Integer(0)), 4);
        // A first column is never left out, whatever it holds.
        assert_eq!(SHAPE.told(vec![text("key"), Cell::Null]).len(), 2);
    }

    #[test]
    fn each_schema_has_the_columns_of_its_time() {
        assert_eq!([1, 2, 3, 9].map(|version| SHAPE.columns_in(version).len()), [2, 3, 4, 4]);
        assert_eq!([2, 3, 4].map(|cells| SHAPE.needs(cells)), [1, 2, 3]);
        assert_eq!([1, 2, 4, 5].map(|cells| SHAPE.takes(cells)), [false, true, true, false]);
    }
}
