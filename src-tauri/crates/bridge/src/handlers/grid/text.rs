//! A range of cells as text that a spreadsheet takes, and that can be pasted back.

use model::{TableName, Total};

use super::arrange::{Arranged, Grouped, Line};
use super::columns::{COLUMNS, Column, marked, share_text};
use super::range::lines_of;
use crate::Problem;
use crate::handlers::{View, telling};
use crate::wire::{GridMeasure, GridTextRequest};

/// The cells of a range: tabs between them, a line for each row. Groups are told only where the range has no row.
///
/// # Errors
/// Where there is no such column.
pub(crate) fn text(view: &View, arranged: &Arranged, request: &GridTextRequest) -> Result<String, Problem> {
    let columns = Column::all(&request.columns, &arranged.periods)?;
    let lines = lines_of(arranged, request.top, request.bottom);
    let copy = Copy { view, arranged, columns: &columns };
    let heading = request.header.then(|| copy.heading());
    let rows = lines.iter().any(|line| matches!(line, Line::Row(_)));
    let told = lines.iter().filter_map(|line| match *line {
        Line::Row(row) => Some(copy.row(arranged.place(row))),
        Line::Group(group) if !rows => Some(copy.group(&arranged.groups[group as usize])),
        Line::Group(_) => None,
    });
    let told: Vec<String> = heading.into_iter().chain(told).map(|cells| line(&cells)).collect();
    Ok(told.join("\n"))
}

/// A line of cells. What would end a cell early stands in quotation marks, as spreadsheets do it.
fn line(cells: &[String]) -> String {
    let cell = |cell: &String| {
        if cell.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    cells.iter().map(cell).collect::<Vec<_>>().join("\t")
}

/// The word for a column.
pub(crate) fn column_label(view: &View, column: Column, periods: &[String]) -> String {
    let words = view.words;
    match column {
        // Years stand for what is planned for them.
        Column::Cell(GridMeasure::Planned, place) if place + 1 < periods.len() => periods[place].clone(),
        Column::Cell(of, place) => {
            let measure = words.label("measure", super::columns::measure(of).key());
            let after = place + 1 == periods.len();
            let period = if after { words.plain("grid-after") } else { periods[place].clone() };
            words.say("grid-measure-period", &[("measure-text", &measure), ("period-text", &period)])
        }
        _ => match column.field() {
            Some(field) => telling::field_label(words, TableName::Allocations, Some(field)),
            None => {
                let name = COLUMNS.iter().find(|(_, known)| *known == column).map_or("", |(name, _)| name);
                words.label("grid-column", name)
            }
        },
    }
}

/// What is needed to tell cells.
struct Copy<'a> {
    view: &'a View<'a>,
    arranged: &'a Arranged,
    columns: &'a [Column],
}

impl Copy<'_> {
    fn heading(&self) -> Vec<String> {
        self.columns.iter().map(|column| column_label(self.view, *column, &self.arranged.periods)).collect()
    }

    fn exact(&self, cents: i128) -> String {
        marked(Total::from_cents(cents).to_string(), self.view.words.numbers)
    }

    fn row(&self, place: usize) -> Vec<String> {
        let row = &self.view.plan.allocations.as_slice()[place];
        let told = self.view.schedule.row(place);
        let mut cells = Vec::new();
        let cell = |column: &Column| match column {
            Column::Cell(of, at) => {
                let cells = of.told(&told, self.arranged.periods.len() - 1, &mut cells);
                self.exact(cells[*at])
            }
            column => match column.cents(row, &told) {
                Some(cents) => self.exact(cents),
                None => column.text(self.view, &self.arranged.labels, row),
            },
        };
        self.columns.iter().map(cell).collect()
    }

    /// A group: its word in the first column, its sums where they are known.
    fn group(&self, group: &Grouped) -> Vec<String> {
        let periods = self.arranged.periods.len();
        let cell = |(at, column): (usize, &Column)| match column {
            Column::Amount => self.exact(group.sum.amount),
            Column::Share => {
                let share = share_text(group.sum.amount, self.view.plan.package.total.cents().into());
                marked(share, self.view.words.numbers)
            }
            Column::Cell(of, place) => {
                let shown = self.arranged.measures.iter().position(|measure| measure == of);
                shown.map_or_else(String::new, |shown| self.exact(group.sum.cells[shown * periods + place]))
            }
            _ if at == 0 => self.arranged.labels.label(group.dimension, &group.key),
            _ => String::new(),
        };
        self.columns.iter().enumerate().map(cell).collect()
    }
}
