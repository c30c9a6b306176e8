//! The arrangement: which rows a query shows, in which groups and order, with the sums of each group. It is worked out once
//! for a state and a query; a window then costs no more than its lines.

use std::collections::{HashMap, HashSet};

use engine::RowSchedule;
use model::{Allocation, Dimension, Id};

use super::columns::{Column, SortKey};
use super::labels::Labels;
use super::search::Search;
use super::{passes, periods, widths};
use crate::Problem;
use crate::handlers::View;
use crate::handlers::scenarios::Marks;
use crate::wire::{Dim, GridMeasure, GridQuery, GridWidth};

/// A query's lines over one state of the plan.
#[derive(Debug)]
pub(crate) struct Arranged {
    /// The periods of cells, the last of which is what comes after the package.
    pub(super) periods: Vec<String>,
    pub(super) measures: Vec<GridMeasure>,
    pub(super) labels: Labels,
    pub(super) marks: Marks,
    /// The places of the rows among the plan's allocations, in the order of the lines, those in folded groups among them.
    pub(super) rows: Vec<u32>,
    pub(super) groups: Vec<Grouped>,
    pub(super) lines: Vec<Line>,
    pub(super) total: Sum,
    pub(super) widths: Vec<GridWidth>,
    /// How deep rows stand.
    pub(super) depth: u32,
}

/// What a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The group with this number.
    Group(u32),
    /// The row with this place in [`Arranged::rows`].
    Row(u32),
}

/// A group of rows.
#[derive(Debug)]
pub(super) struct Grouped {
    pub(super) depth: u32,
    pub(super) dimension: Dimension,
    pub(super) key: String,
    pub(super) path: String,
    pub(super) open: bool,
    /// Its first row in [`Arranged::rows`].
    pub(super) begin: u32,
    pub(super) sum: Sum,
}

/// A sum of rows, in cents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) count: u32,
    pub(super) locked_count: u32,
    pub(super) amount: i128,
    pub(super) locked: i128,
    /// Measure by measure, for each the periods.
    pub(super) cells: Vec<i128>,
}

impl Sum {
    fn of_cells(count: usize) -> Self {
        Self { cells: vec![0; count], ..Self::default() }
    }

    fn add_row(&mut self, row: &Allocation) {
        let cents = i128::from(row.amount.cents());
        self.count += 1;
        self.amount += cents;
        if row.locked {
            self.locked_count += 1;
            self.locked += cents;
        }
    }

    fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.locked_count += other.locked_count;
        self.amount += other.amount;
        self.locked += other.locked;
        for (sum, cents) in self.cells.iter_mut().zip(&other.cells) {
            *sum += cents;
        }
    }
}

impl Arranged {
    /// Works a query out.
    ///
    /// # Errors
    /// Where it orders by a column that there is none.
    pub(crate) fn of(view: &View, query: &GridQuery) -> Result<Self, Problem> {
        let periods = periods(view);
        let order = match &query.order {
            Some(order) => Some((Column::named(&order.column, &periods)?, order.down)),
            None => None,
        };
        let work = Work {
            view,
            labels: Labels::of(view),
            dimensions: query.group_by.iter().map(|dim| dim.dimension()).collect(),
            closed: query.closed.iter().map(String::as_str).collect(),
            measures: &query.measures,
            places: periods.len() - 1,
            order,
        };
        let rows = work.sorted(work.chosen(query));
        Ok(work.arranged(periods, rows))
    }

    /// The place among the plan's allocations of the row that a line shows.
    pub(super) fn place(&self, row: u32) -> usize {
        self.rows.get(row as usize).map_or(usize::MAX, |place| *place as usize)
    }

    /// The places among the plan's allocations of the rows that have lines of their own, in the order of the lines.
    pub(crate) fn rows_in_view(&self) -> impl Iterator<Item = usize> {
        self.lines.iter().filter_map(|line| match line {
            Line::Row(row) => Some(self.place(*row)),
            Line::Group(_) => None,
        })
    }
}

/// What is needed while a query is worked out.
struct Work<'a> {
    view: &'a View<'a>,
    labels: Labels,
    dimensions: Vec<Dimension>,
    closed: HashSet<&'a str>,
    measures: &'a [GridMeasure],
    /// How many periods there are within the package.
    places: usize,
    order: Option<(Column, bool)>,
}

/// Rows that belong together, and what they come to.
struct Branch {
    sum: Sum,
    below: Below,
}

/// What is in a branch.
enum Below {
    /// Its groups in their order: the dimension, the place in it, and what is there.
    Groups(Dimension, Vec<(String, Branch)>),
    /// Its rows in their order.
    Rows(Vec<u32>),
}

/// The lines as they are told one after another.
#[derive(Default)]
struct Told {
    rows: Vec<u32>,
    groups: Vec<Grouped>,
    lines: Vec<Line>,
}

/// The smallest and the largest cents of every cell, over rows and groups.
struct Reach(Vec<(i128, i128)>);

impl Reach {
    fn take(&mut self, at: usize, cells: &[i128]) {
        for ((least, most), cents) in self.0[at..].iter_mut().zip(cells) {
            *least = (*least).min(*cents);
            *most = (*most).max(*cents);
        }
    }
}

impl<'a> Work<'a> {
    fn row(&self, place: u32) -> &'a Allocation {
        &self.view.plan.allocations.as_slice()[place as usize]
    }

    /// The rows that the query is about, in the order of the plan's table.
    fn chosen(&self, query: &GridQuery) -> Vec<u32> {
        let search = Search::of(&query.search, &self.labels);
        let only = query.only.as_ref().map(|names| self.named(names));
        let wanted = |row: &Allocation| {
            only.as_ref().is_none_or(|ids| ids.contains(&row.id))
                && passes(self.view, row, &query.filters)
                && search.finds(self.view, row)
        };
        let rows = self.view.plan.allocations.iter().zip(0..);
        rows.filter(|(row, _)| wanted(row)).map(|(_, place)| place).collect()
    }

    /// The rows with these ids or codes. What is gone meanwhile is not missed.
    fn named(&self, names: &[String]) -> HashSet<Id> {
        let mut ids = HashSet::with_capacity(names.len());
        let mut codes = HashSet::new();
        for name in names {
            match name.parse::<Id>() {
                Ok(id) => drop(ids.insert(id)),
                Err(_) => drop(codes.insert(name.as_str())),
            }
        }
        if !codes.is_empty() {
            let coded = self.view.plan.allocations.iter().filter(|row| codes.contains(row.code.as_str()));
            ids.extend(coded.map(|row| row.id));
        }
        ids
    }

    /// The rows in the wanted order. What is equal stands in the order of the codes.
    fn sorted(&self, rows: Vec<u32>) -> Vec<u32> {
        let mut coded: Vec<_> = rows.into_iter().map(|place| (self.row(place).code.order(), place)).collect();
        coded.sort_unstable();
        let rows: Vec<u32> = coded.into_iter().map(|(_, place)| place).collect();
        let Some((column, down)) = self.order else { return rows };
        let mut keyed: Vec<(SortKey, u32)> = rows
            .into_iter()
            .map(|place| {
                let told = self.view.schedule.row(place as usize);
                (column.key(self.view, &self.labels, self.row(place), &told), place)
            })
            .collect();
        match (column, down) {
            (Column::Code, true) => keyed.reverse(),
            (_, true) => keyed.sort_by(|left, right| right.0.cmp(&left.0)),
            (_, false) => keyed.sort_by(|left, right| left.0.cmp(&right.0)),
        }
        keyed.into_iter().map(|(_, place)| place).collect()
    }

    fn arranged(self, periods: Vec<String>, rows: Vec<u32>) -> Arranged {
        let mut reach = Reach(vec![(0, 0); self.measures.len() * periods.len()]);
        let branch = self.branch(rows, &self.dimensions, &mut reach);
        let total = branch.sum.clone();
        let mut told = Told::default();
        self.tell(branch, (0, "", true), &mut told);
        let Told { rows, groups, lines } = told;
        let facts = widths::Facts { view: self.view, labels: &self.labels, rows: &rows, total: &total };
        let widths = widths::of(&facts, self.measures, &periods, &reach.0);
        let depth = number(self.dimensions.len());
        let marks = Marks::of(self.view);
        let (measures, labels) = (self.measures.to_vec(), self.labels);
        Arranged { periods, measures, labels, marks, rows, groups, lines, total, widths, depth }
    }

    /// Parts rows by the first dimension, and each part by the others.
    fn branch(&self, rows: Vec<u32>, dimensions: &[Dimension], reach: &mut Reach) -> Branch {
        let Some((dimension, inner)) = dimensions.split_first() else {
            return Branch { sum: self.sum(&rows, reach), below: Below::Rows(rows) };
        };
        let mut parts: HashMap<&str, Vec<u32>> = HashMap::new();
        for place in rows {
            parts.entry(dimension.of(self.row(place), self.view.plan)).or_default().push(place);
        }
        let mut sum = Sum::of_cells(reach.0.len());
        let mut groups = Vec::with_capacity(parts.len());
        for (key, part) in parts {
            let branch = self.branch(part, inner, reach);
            reach.take(0, &branch.sum.cells);
            sum.add(&branch.sum);
            groups.push((key.to_owned(), branch));
        }
        reach.take(0, &sum.cells);
        self.order(*dimension, &mut groups);
        Branch { sum, below: Below::Groups(*dimension, groups) }
    }

    /// What rows come to.
    fn sum(&self, rows: &[u32], reach: &mut Reach) -> Sum {
        let mut sum = Sum::of_cells(reach.0.len());
        let mut cells = Vec::new();
        for place in rows {
            sum.add_row(self.row(*place));
            let told = self.view.schedule.row(*place as usize);
            for (measure, begin) in self.measures.iter().zip((0..).step_by(self.places + 1)) {
                if may_fall_below_nothing(*measure, &told) {
                    let cells = measure.told(&told, self.places, &mut cells);
                    reach.take(begin, cells);
                    sum.cells[begin..].iter_mut().zip(cells).for_each(|(sum, cents)| *sum += cents);
                } else {
                    // Nothing is longer than the sum that it is part of.
                    measure.add(&told, &mut sum.cells[begin..=begin + self.places]);
                }
            }
        }
        reach.take(0, &sum.cells);
        sum
    }

    /// Puts groups in order: as their places are told anywhere, unless the lines are ordered by those places or by sums.
    fn order(&self, dimension: Dimension, groups: &mut [(String, Branch)]) {
        let rank = |key: &str| (key.is_empty(), self.labels.rank(dimension, key));
        groups.sort_by_cached_key(|(key, _)| (rank(key), key.clone()));
        match self.order {
            Some((column, down)) if column.is_summed() => {
                let cents = |branch: &Branch| match column {
                    Column::Cell(measure, place) => self.cell(branch, measure, place),
                    _ => branch.sum.amount,
                };
                groups.sort_by_cached_key(|(_, branch)| if down { -cents(branch) } else { cents(branch) });
            }
            Some((column, true)) if column == Column::Place(dimension) => {
                // Rows without a place stay last.
                let named = groups.iter().take_while(|(key, _)| !key.is_empty()).count();
                groups[..named].reverse();
            }
            _ => {}
        }
    }

    /// The sum of one cell of a branch, of a measure that is shown or not.
    fn cell(&self, branch: &Branch, measure: GridMeasure, place: usize) -> i128 {
        if let Some(shown) = self.measures.iter().position(|one| *one == measure) {
            return branch.sum.cells[shown * (self.places + 1) + place];
        }
        match &branch.below {
            Below::Groups(_, groups) => groups.iter().map(|(_, branch)| self.cell(branch, measure, place)).sum(),
            Below::Rows(rows) => {
                let mut cells = Vec::new();
                let told = |row: &u32| {
                    let row = self.view.schedule.row(*row as usize);
                    measure.told(&row, self.places, &mut cells).get(place).copied().unwrap_or(0)
                };
                rows.iter().map(told).sum()
            }
        }
    }

    /// Tells the lines of a branch, where no fold hides them, and its rows in any case.
    fn tell(&self, branch: Branch, (depth, path, seen): (u32, &str, bool), told: &mut Told) {
        match branch.below {
            Below::Rows(rows) => {
                let begin = number(told.rows.len());
                if seen {
                    told.lines.extend((begin..).take(rows.len()).map(Line::Row));
                }
                told.rows.extend(rows);
            }
            Below::Groups(dimension, groups) => {
                for (key, branch) in groups {
                    let own =
                        format!("{path}{}{}={key}", if path.is_empty() { "" } else { "/" }, Dim::of(dimension).key());
                    let open = !self.closed.contains(own.as_str());
                    if seen {
                        told.lines.push(Line::Group(number(told.groups.len())));
                    }
                    let begin = number(told.rows.len());
                    let sum = branch.sum.clone();
                    told.groups.push(Grouped { depth, dimension, key, path: own.clone(), open, begin, sum });
                    self.tell(branch, (depth + 1, &own, seen && open), told);
                }
            }
        }
    }
}

/// Whether a row's cells can be less than nothing: only where what was paid is taken back.
const fn may_fall_below_nothing(measure: GridMeasure, told: &RowSchedule) -> bool {
    matches!(measure, GridMeasure::Paid) && told.is_held()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
