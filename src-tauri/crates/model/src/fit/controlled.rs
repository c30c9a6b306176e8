//! Rounding a table so that its rows and columns still add up.

use super::flow::{Cost, Network};
use crate::Decimal;

/// A cell is told apart from the whole number below it in units of 10⁻¹².
const UNITS: i64 = crate::SHARE_UNITS;

/// An exact amount between two whole numbers.
#[derive(Clone, Copy)]
pub(super) struct Between {
    /// The whole number below it, or it itself.
    down: i128,
    /// How far it lies above that, in units of 10⁻¹²; nought where it is whole.
    above: i64,
}

impl Between {
    /// Where `exact` lies.
    fn of(exact: Decimal) -> Self {
        let below = exact.floor();
        let above = ((exact - below) * Decimal::from(UNITS)).round().mantissa();
        Self { down: below.mantissa(), above: i64::try_from(above).unwrap_or(0) }
    }

    /// A whole number.
    pub(super) const fn whole(number: i128) -> Self {
        Self { down: number, above: 0 }
    }

    /// What it costs to round it up instead of down, in squared deviation: 1 - 2 x its fraction.
    const fn rise(self) -> i64 {
        UNITS - 2 * self.above
    }

    /// Whether the whole number above is nearer.
    const fn up(self) -> bool {
        self.above > 0 && self.rise() < 0
    }

    /// The nearer whole number.
    fn nearer(self) -> i128 {
        self.down + i128::from(self.up())
    }
}

/// What is asked of a rounded table.
pub(super) struct Wanted<'a> {
    /// What the rows may add to: this, rounded down or up.
    pub(super) rows: &'a [Between],
    /// What the columns may add to.
    pub(super) columns: &'a [Between],
    /// What all of it adds to.
    pub(super) total: i128,
    /// The cells that may leave the whole numbers beside them, and only where nothing else makes the sums right; none where
    /// there are no such.
    pub(super) loose: Option<&'a [Vec<bool>]>,
}

/// The table of whole numbers nearest to `cells`, where each cell is its own rounded down or up, so is each row's sum and
/// each column's, and the whole is the exact sum, rounded (controlled rounding after Bacharach, Cox and Ernst; there is
/// always one). Nearest is the one with the least sum of squared deviations of cells, rows' sums and columns' sums; of
/// several it is always the same one. A whole number stays what it is; a nought in particular. The exact sum must fit 28
/// digits.
///
/// ```
/// use model::{Decimal, controlled_rounding};
/// let tenths = |cells: [i64; 2]| cells.map(|cell| Decimal::new(cell, 1)).to_vec();
/// assert_eq!(controlled_rounding(&[tenths([5, 5]), tenths([5, 5])]), [[1, 0], [0, 1]]);
/// ```
#[must_use]
pub fn controlled_rounding(cells: &[Vec<Decimal>]) -> Vec<Vec<i128>> {
    let width = cells.iter().map(Vec::len).max().unwrap_or(0);
    let rows: Vec<Decimal> = cells.iter().map(|line| line.iter().copied().sum()).collect();
    let column = |at: usize| cells.iter().filter_map(|line| line.get(at)).copied().sum();
    let columns: Vec<Between> = (0..width).map(|at| Between::of(column(at))).collect();
    let total = rows.iter().copied().sum::<Decimal>().round().mantissa();
    let rows: Vec<Between> = rows.into_iter().map(Between::of).collect();
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
    for (row, line) in cells.iter().enumerate() {
        let loose = |column: usize| wanted.loose.is_some_and(|loose| loose[row][column]);
        let cell = |(column, exact): (usize, &Decimal)| net.cell((row, column), Between::of(*exact), loose(column));
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

    /// Puts a cell into the flow. Of cells that cost the same the earlier is cheaper.
    fn cell(&mut self, (row, column): (usize, usize), exact: Between, loose: bool) -> Cell {
        let place = i64::try_from(row * self.columns + column).unwrap_or(i64::MAX);
        let (from, to) = (Self::row(row), self.column(column));
        let moves = (i128::from(!exact.up()), i128::from(exact.up()));
        let cost = Cost([0, exact.rise(), place]);
        let arc = (exact.above > 0).then(|| self.network.join(from, to, moves, cost));
        // Dearer than anything that all cells could do between the whole numbers beside them.
        let dear = Cost([1, 0, place]);
        let farther = loose.then(|| {
            let farther_up = self.network.join(from, to, (i128::MAX / 4, 0), dear);
            let farther_down = self.network.join(to, from, (exact.down, 0), dear);
            (farther_up, farther_down)
        });
        self.over[from] -= exact.nearer();
        self.over[to] += exact.nearer();
        Cell { down: exact.down, arc, loose: farther }
    }

    /// Lets the sums be what they may. They too start at the nearer whole number.
    fn margins(&mut self, wanted: &Wanted) {
        let rows = wanted.rows.iter().enumerate().map(|(row, sum)| (0, Self::row(row), *sum));
        let sink = self.sink();
        let columns: Vec<(usize, usize, Between)> =
            wanted.columns.iter().enumerate().map(|(column, sum)| (self.column(column), sink, *sum)).collect();
        for (from, to, sum) in rows.chain(columns) {
            if sum.above > 0 {
                let moves = (i128::from(!sum.up()), i128::from(sum.up()));
                self.network.join(from, to, moves, Cost([0, sum.rise(), 0]));
            }
            self.over[from] -= sum.nearer();
            self.over[to] += sum.nearer();
        }
        self.over[0] += wanted.total;
        self.over[sink] -= wanted.total;
    }

    /// The flow once all that is over somewhere has gone where something is missing, at the least cost.
    fn settled(mut self) -> Network {
        let (giving, taking) = (self.sink() + 1, self.sink() + 2);
        for (node, over) in self.over.iter().enumerate().filter(|(_, over)| **over != 0) {
            if *over > 0 {
                self.network.join(giving, node, (*over, 0), Cost::default());
            } else {
                self.network.join(node, taking, (-over, 0), Cost::default());
            }
        }
        self.network.fill_cheaply(giving, taking);
        self.network
    }
}
