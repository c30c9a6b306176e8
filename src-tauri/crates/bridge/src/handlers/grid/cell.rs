//! What a single row says in a single column, as a spreadsheet takes it.

use engine::Every;
use model::Total;

use super::columns::{Column, marked};
use super::labels::Labels;
use crate::handlers::View;

/// Tells cells one by one, exactly as a range of them is copied.
pub(crate) struct CellTexts<'a> {
    view: &'a View<'a>,
    labels: Labels,
}

impl<'a> CellTexts<'a> {
    /// Those of a view.
    pub(crate) fn of(view: &'a View<'a>) -> Self {
        Self { view, labels: Labels::of(view) }
    }

    /// The text of the row at a place among the plan's allocations.
    pub(crate) fn tell(&self, column: Column, place: usize) -> String {
        let row = &self.view.plan.allocations.as_slice()[place];
        match self.cents(column, place) {
            Some(cents) => marked(Total::from_cents(cents).to_string(), self.view.words.numbers),
            None => column.text(self.view, &self.labels, row),
        }
    }

    /// The cents of that row in a column of amounts; nothing in another.
    pub(crate) fn cents(&self, column: Column, place: usize) -> Option<i128> {
        let row = &self.view.plan.allocations.as_slice()[place];
        let told = self.view.schedule.row(place);
        match column {
            Column::Cell(of, at) => {
                let mut cells = Vec::new();
                of.told(&told, self.view.schedule.places(Every::Year), &mut cells).get(at).copied()
            }
            column => column.cents(row, &told),
        }
    }
}
