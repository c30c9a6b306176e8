//! What a range of cells stands for and comes to.

use std::ops::Range;

use model::Total;

use super::arrange::{Arranged, Line};
use super::columns::{Column, share_text};
use crate::Problem;
use crate::handlers::View;
use crate::wire::{Amount, GridMeasure, GridRange, GridRangeRequest};

/// The most rows that a range names one by one.
const MOST_ROWS: usize = 10_000;

/// What a range of cells stands for and comes to.
///
/// # Errors
/// Where there is no such column.
pub(crate) fn range(view: &View, arranged: &Arranged, request: &GridRangeRequest) -> Result<GridRange, Problem> {
    let columns = Column::all(&request.columns, &arranged.periods)?;
    let lines = lines_of(arranged, request.top, request.bottom);
    let meant = meant(arranged, lines);
    let money: Vec<Column> = columns.iter().copied().filter(|column| column.is_money()).collect();
    let numbers = meant.len() as u64 * money.len() as u64;
    let rows: Vec<u32> = meant.into_iter().flat_map(|rows| arranged.rows[rows].iter().copied()).collect();
    let sum = (numbers > 0).then(|| sum(view, arranged, &rows, &money));
    let all = view.plan.allocations.as_slice();
    Ok(GridRange {
        rows: rows.iter().take(MOST_ROWS).map(|place| all[*place as usize].id.to_string()).collect(),
        row_count: super::count(rows.len()),
        cells: lines.len() as u64 * columns.len() as u64,
        numbers,
        sum: sum.map(|cents| Amount(Total::from_cents(cents))),
        share: sum.map(|cents| share_text(cents, view.plan.package.total.cents().into())),
    })
}

/// The lines from one to another, both among them, whichever comes first.
pub(super) fn lines_of(arranged: &Arranged, top: u32, bottom: u32) -> &[Line] {
    let (top, bottom) = (top.min(bottom) as usize, top.max(bottom) as usize);
    let end = bottom.saturating_add(1).min(arranged.lines.len());
    &arranged.lines[top.min(end)..end]
}

/// The rows that each line with a figure of its own stands for. A group whose lines follow is told by those.
fn meant(arranged: &Arranged, lines: &[Line]) -> Vec<Range<usize>> {
    let mut meant = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        match *line {
            Line::Row(row) => meant.push(row as usize..row as usize + 1),
            Line::Group(group) => {
                let group = &arranged.groups[group as usize];
                // The line after an open group is the first of its own.
                if !group.open || at + 1 == lines.len() {
                    let begin = group.begin as usize;
                    meant.push(begin..begin + group.sum.count as usize);
                }
            }
        }
    }
    meant
}

fn sum(view: &View, arranged: &Arranged, rows: &[u32], money: &[Column]) -> i128 {
    let places = arranged.periods.len() - 1;
    let wanted = |measure: GridMeasure| -> Vec<usize> {
        money
            .iter()
            .filter_map(|column| match column {
                Column::Cell(of, place) if *of == measure => Some(*place),
                _ => None,
            })
            .collect()
    };
    let measures: Vec<(GridMeasure, Vec<usize>)> = GridMeasure::ALL
        .into_iter()
        .map(|measure| (measure, wanted(measure)))
        .filter(|(_, places)| !places.is_empty())
        .collect();
    let all = view.plan.allocations.as_slice();
    let mut cells = Vec::new();
    let mut sum = 0;
    for place in rows {
        let (row, told) = (&all[*place as usize], view.schedule.row(*place as usize));
        sum += money.iter().filter_map(|column| column.cents(row, &told)).sum::<i128>();
        for (measure, wanted) in &measures {
            let cells = measure.told(&told, places, &mut cells);
            sum += wanted.iter().map(|place| cells[*place]).sum::<i128>();
        }
    }
    sum
}
