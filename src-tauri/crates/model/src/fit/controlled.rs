//! Rounding a table so that its rows and columns still add up.

use super::flow::Network;
use crate::Decimal;

/// A cell is told apart from the whole number below it in units of 10⁻¹².
const UNITS: i128 = crate::SHARE_UNITS as i128;

/// What the sum of a line may be.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    /// At least.
    pub(super) least: i128,
    /// At most.
    pub(super) most: i128,
}

/// What is asked of a rounded table.
pub(super) struct Wanted<'a> {
    /// What the rows may add to.
    pub(super) rows: &'a [Bounds],
    /// What the columns may add to.
    pub(super) columns: &'a [Bounds],
    /// What all of it adds to.
    pub(super) total: i128,
    /// The cells that may leave the whole numbers beside them, and only where nothing else makes the sums right; none where
    /// there are no such.
    pub(super) loose: Option<&'a [Vec<bool>]>,
}

/// The table of whole numbers nearest to `cells`, where each cell is its own rounded down or up, so is each row's sum and
/// each column's, and the whole is the exact sum, rounded (controlled rounding after Bacharach, Cox and Ernst; there is
/// always one). Nearest is the one with the least sum of squared deviations; of several the same one is found every time.
/// A whole number stays what it is; a nought in particular.
///
/// ```
/// use model::{Decimal, controlled_rounding};
/// let tenths = |cells: [i64; 2]| cells.map(|cell| Decimal::new(cell, 1)).to_vec();
/// assert_eq!(controlled_rounding(&[tenths([5, 5]), tenths([5, 5])]), [[1, 0], [0, 1]]);
/// ```
#[must_use]
pub fn controlled_rounding(cells: &[Vec<Decimal>]) -> Vec<Vec<i128>> {
    let width = cells.iter().map(Vec::len).max().unwrap_or(0);
    let down = |sum: Decimal| whole(sum.floor());
    let bounds = |sum: Decimal| Bounds { least: down(sum), most: whole(sum.ceil()) };
    let rows: Vec<Decimal> = cells.iter().map(|line| line.iter().copied().sum()).collect();
    let column = |at: usize| cells.iter().filter_map(|line| line.get(at)).copied().sum();
    let columns: Vec<Bounds> = (0..width).map(|at| bounds(column(at))).collect();
    let total = whole(rows.iter().copied().sum::<Decimal>().round());
    let rows: Vec<Bounds> = rows.into_iter().map(bounds).collect();
    let wide: Vec<Vec<Decimal>> = cells
        .iter()
        .map(|line| line.iter().copied().chain(std::iter::repeat(Decimal::ZERO)).take(width).collect())
        .collect();
    let mut rounded = rounded(&wide, &Wanted { rows: &rows, columns: &columns, total, loose: None });
    for (line, given) in rounded.iter_mut().zip(cells) {
        line.truncate(given.len());
    }
    rounded
}

/// A cell, once it is rounded to the nearer whole number.
struct Cell {
    /// The whole number below it, or it itself.
    down: i128,
    /// The arc through which it moves up by one and back, where it lies between two whole numbers.
    arc: Option<usize>,
    /// The arcs through which it moves farther up and down, where it may.
    loose: Option<(usize, usize)>,
}

/// The table of whole numbers nearest to `cells` that has what is `wanted`. Where there is none, it is as near to it as can
/// be.
pub(super) fn rounded(cells: &[Vec<Decimal>], wanted: &Wanted) -> Vec<Vec<i128>> {
    let mut net = Net::of(wanted.rows.len(), wanted.columns.len());
    let mut lines: Vec<Vec<Cell>> = Vec::with_capacity(cells.len());
    let ties = (wanted.rows.len() * wanted.columns.len()) as i128;
    for (row, line) in cells.iter().enumerate() {
        let place = |column: usize| (row * wanted.columns.len() + column) as i128;
        let loose = |column: usize| wanted.loose.is_some_and(|loose| loose[row][column]);
        let cell =
            |(column, exact): (usize, &Decimal)| net.cell((row, column), *exact, (place(column), ties), loose(column));
        lines.push(line.iter().enumerate().map(cell).collect());
    }
    net.margins(wanted);
    let network = net.settled();
    let value = |cell: &Cell| {
        let up = cell.arc.map_or(0, |arc| network.back(arc));
        let farther = cell.loose.map_or(0, |(up, down)| network.back(up) - network.back(down));
        cell.down + up + farther
    };
    lines.iter().map(|line| line.iter().map(value).collect()).collect()
}

/// The rounding as a flow: from one node to the rows, from rows to columns through the cells, from the columns to another
/// node. It starts with every cell at the nearer whole number, the cheapest of all, and moves what the sums want otherwise.
struct Net {
    network: Network,
    rows: usize,
    columns: usize,
    /// What has come into each node and not left it.
    over: Vec<i128>,
}

impl Net {
    /// Nodes: the source, the rows, the columns, the sink, and two more between which what is over is moved.
    fn of(rows: usize, columns: usize) -> Self {
        Self { network: Network::of(rows + columns + 4), rows, columns, over: vec![0; rows + columns + 2] }
    }

    fn row(row: usize) -> usize {
        1 + row
    }

    fn column(&self, column: usize) -> usize {
        1 + self.rows + column
    }

    fn sink(&self) -> usize {
        1 + self.rows + self.columns
    }

    /// Puts a cell into the flow. To round it up costs 1 - 2 x its fraction; of equal costs the earlier cell is cheaper.
    fn cell(
        &mut self,
        (row, column): (usize, usize),
        exact: Decimal,
        (place, ties): (i128, i128),
        loose: bool,
    ) -> Cell {
        let below = exact.floor();
        let fraction = whole(((exact - below) * Decimal::from(UNITS)).round());
        let down = whole(below);
        let cost = (UNITS - 2 * fraction) * ties * ties + place;
        let up = fraction > 0 && cost < 0;
        let (from, to) = (Self::row(row), self.column(column));
        let moves = (i128::from(!up), i128::from(up));
        let arc = (fraction > 0).then(|| self.network.join(from, to, moves, cost));
        // Dearer than anything that all cells could do within their bounds.
        let dear = UNITS * ties * ties * (ties + 1) * 2;
        let farther = loose.then(|| {
            let farther_up = self.network.join(from, to, (i128::MAX / 4, 0), dear + place);
            let farther_down = self.network.join(to, from, (down, 0), dear + place);
            (farther_up, farther_down)
        });
        let held = down + i128::from(up);
        self.over[from] -= held;
        self.over[to] += held;
        Cell { down, arc, loose: farther }
    }

    /// Lets the sums be what they may, as near to what the cells add to now as that allows.
    fn margins(&mut self, wanted: &Wanted) {
        let sink = self.sink();
        for (row, bounds) in wanted.rows.iter().enumerate() {
            let node = Self::row(row);
            let sum = (-self.over[node]).clamp(bounds.least, bounds.most);
            self.network.join(0, node, (bounds.most - sum, sum - bounds.least), 0);
            self.over[node] += sum;
            self.over[0] -= sum;
        }
        for (column, bounds) in wanted.columns.iter().enumerate() {
            let node = self.column(column);
            let sum = self.over[node].clamp(bounds.least, bounds.most);
            self.network.join(node, sink, (bounds.most - sum, sum - bounds.least), 0);
            self.over[node] -= sum;
            self.over[sink] += sum;
        }
        self.over[0] += wanted.total;
        self.over[sink] -= wanted.total;
    }

    /// The flow once all that is over somewhere has gone where something is missing, at the least cost.
    fn settled(mut self) -> Network {
        let (giving, taking) = (self.sink() + 1, self.sink() + 2);
        for (node, over) in self.over.iter().enumerate().filter(|(_, over)| **over != 0) {
            if *over > 0 {
                self.network.join(giving, node, (*over, 0), 0);
            } else {
                self.network.join(node, taking, (-over, 0), 0);
            }
        }
        self.network.fill_cheaply(giving, taking);
        self.network
    }
}

/// A decimal without a fraction as a whole number.
fn whole(value: Decimal) -> i128 {
    value.trunc().mantissa()
}
