//! Whether a table can have its totals at all, where some of its cells must stay empty.

use super::flow::{Cost, Network};

/// Lines that cannot have what they are to hold, and the only lines across that are open to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clash {
    /// Whether the lines are rows; columns otherwise.
    pub(super) of_rows: bool,
    /// Which lines.
    pub(super) lines: Vec<usize>,
    /// Which lines across are open to any of them.
    pub(super) open: Vec<usize>,
}

/// Which of the `open` cells can hold something in a table whose rows add to `rows` and whose columns to `columns`. Some
/// cannot though they are open: the totals leave nothing for them.
///
/// # Errors
/// Where there is no such table: the lines that conflict, of rows or of columns, whichever takes fewer names.
pub(super) fn feasible(open: &[Vec<bool>], rows: &[i128], columns: &[i128]) -> Result<Vec<Vec<bool>>, Clash> {
    let filled = Filled::of(open, rows, columns);
    if filled.short().next().is_none() {
        return Ok(filled.can_hold(open));
    }
    let turned: Vec<Vec<bool>> =
        (0..columns.len()).map(|column| open.iter().map(|line| line[column]).collect()).collect();
    let from_columns = Filled::of(&turned, columns, rows);
    let clashes = filled.clashes(true).chain(from_columns.clashes(false));
    let fewest = clashes.min_by_key(|clash| clash.lines.len() + clash.open.len());
    Err(fewest.unwrap_or(Clash { of_rows: true, lines: Vec::new(), open: Vec::new() }))
}

/// As much of the rows' totals as goes into the columns.
struct Filled {
    network: Network,
    rows: usize,
    columns: usize,
    /// The arcs from the source to the rows.
    from_source: Vec<usize>,
    /// The arcs from rows to columns, with their row and column.
    cells: Vec<(usize, usize, usize)>,
}

/// More than any totals: an open cell takes whatever comes.
const ANY: i128 = i128::MAX / 4;

/// The node all comes from. The rows follow, then the columns, then the node all goes to.
const SOURCE: usize = 0;

impl Filled {
    fn of(open: &[Vec<bool>], rows: &[i128], columns: &[i128]) -> Self {
        let sink = rows.len() + columns.len() + 1;
        let (mut network, free) = (Network::of(sink + 1), Cost::default());
        let from_source =
            rows.iter().zip(1..).map(|(total, row)| network.join(SOURCE, row, (*total, 0), free)).collect();
        for (column, total) in columns.iter().enumerate() {
            network.join(1 + rows.len() + column, sink, (*total, 0), free);
        }
        let mut cells = Vec::new();
        for (row, line) in open.iter().enumerate() {
            for column in line.iter().enumerate().filter(|(_, open)| **open).map(|(column, _)| column) {
                let arc = network.join(1 + row, 1 + rows.len() + column, (ANY, 0), free);
                cells.push((arc, row, column));
            }
        }
        network.fill(SOURCE, sink);
        Self { network, rows: rows.len(), columns: columns.len(), from_source, cells }
    }

    /// The rows that do not get all they are to hold into columns.
    fn short(&self) -> impl Iterator<Item = usize> {
        self.from_source.iter().enumerate().filter(|(_, arc)| self.network.ahead(**arc) > 0).map(|(row, _)| row)
    }

    /// For each row that is short: the rows that compete with it for all columns that are open to any of them. Those
    /// columns are full, and of nothing but these rows (the minimal cut).
    fn clashes(&self, of_rows: bool) -> impl Iterator<Item = Clash> {
        self.short().map(move |row| {
            let reached = self.network.reached(1 + row, SOURCE);
            let lines = (0..self.rows).filter(|row| reached[1 + row]).collect();
            let open = (0..self.columns).filter(|column| reached[1 + self.rows + column]).collect();
            Clash { of_rows, lines, open }
        })
    }

    /// The cells that hold something in some table. Where one is empty, something must be able to come round to it.
    fn can_hold(&self, open: &[Vec<bool>]) -> Vec<Vec<bool>> {
        let mut can: Vec<Vec<bool>> = open.iter().map(|line| vec![false; line.len()]).collect();
        let from_column: Vec<Vec<bool>> =
            (0..self.columns).map(|column| self.network.reached(1 + self.rows + column, SOURCE)).collect();
        for (arc, row, column) in &self.cells {
            can[*row][*column] = self.network.back(*arc) > 0 || from_column[*column][1 + row];
        }
        can
    }
}
