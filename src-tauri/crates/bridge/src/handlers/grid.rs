//! The grid: rows in groups with their sums. Nothing is added up on the other side of the door.

use std::collections::BTreeMap;

use engine::{Every, Measure, Period};
use model::{Allocation, Dimension, Money, Plan, Total};

use crate::handlers::scenarios::Marks;
use crate::handlers::{View, row};
use crate::wire::{Amount, Dim, Filter, Grid, GridLine, GridRequest, GridRow, GridTotal};

/// A row of the plan and what is planned for it per year, and after.
struct Line<'a> {
    row: &'a Allocation,
    cells: Vec<Money>,
    moved: Money,
}

/// Groups, rows and sums as they are shown.
pub(crate) fn grid(view: &View, revision: u64, request: &GridRequest) -> Grid {
    let wanted = lines(view, request);
    let dimensions: Vec<Dimension> = request.group_by.iter().map(|dim| dim.dimension()).collect();
    let mut shown = Vec::with_capacity(wanted.len() * 2);
    let all: Vec<&Line> = wanted.iter().collect();
    group(view, &Marks::of(view), (&all, &dimensions, 0), &mut shown);
    let (amount, cells) = sums(&all, view);
    Grid {
        revision,
        periods: periods(view),
        lines: shown,
        total: GridTotal { count: count(all.len()), amount, cells },
        shown: count(wanted.len()),
        of: count(view.plan.allocations.len()),
    }
}

/// The years of the package, and what comes after.
pub(crate) fn periods(view: &View) -> Vec<String> {
    years(view.plan).into_iter().chain([Period::After.to_string()]).collect()
}

/// The years of the package.
pub(crate) fn years(plan: &Plan) -> Vec<String> {
    Every::Year.periods(&plan.package).into_iter().map(|period| period.to_string()).collect()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The rows that pass the search and every filter, in the order of their codes.
fn lines<'a>(view: &View<'a>, request: &GridRequest) -> Vec<Line<'a>> {
    let needles: Vec<String> = request.search.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<Line> = view
        .plan
        .allocations
        .iter()
        .zip(view.schedule.rows())
        .filter(|(row, _)| passes(view, row, &request.filters) && (needles.is_empty() || mentions(view, row, &needles)))
        .map(|(row, told)| {
            let (mut cells, after) = told.told(Measure::Planned, Every::Year);
            cells.push(after);
            Line { row, cells, moved: told.moved() }
        })
        .collect();
    found.sort_by(|left, right| {
        (left.row.code.number(), &left.row.code).cmp(&(right.row.code.number(), &right.row.code))
    });
    found
}

/// Whether a row passes every filter.
pub(crate) fn passes(view: &View, row: &Allocation, filters: &[Filter]) -> bool {
    filters.iter().all(|filter| {
        let place = filter.dimension.dimension().of(row, view.plan);
        filter.keys.iter().any(|key| key == place)
    })
}

/// Whether each word occurs somewhere in what the reader sees of the row.
fn mentions(view: &View, allocation: &Allocation, needles: &[String]) -> bool {
    let row = row::row(view, allocation, Money::ZERO);
    let seen = [
        &row.code,
        &row.programme_label,
        &row.funder_label,
        &row.instrument_label,
        &row.capital_label,
        &row.sector_label,
        &row.purpose_label,
        &row.amount_grade_label,
        &row.note,
        row.cluster_label.as_ref().unwrap_or(&row.code),
        &row.sources.join(" "),
    ]
    .map(|text| text.to_lowercase());
    needles.iter().all(|needle| seen.iter().any(|text| text.contains(needle.as_str())))
}

/// Writes the groups of the first dimension, each with its sum and what is in it.
fn group(
    view: &View,
    marks: &Marks,
    (lines, dimensions, depth): (&[&Line], &[Dimension], u32),
    shown: &mut Vec<GridLine>,
) {
    let Some((dimension, inner)) = dimensions.split_first() else {
        shown.extend(lines.iter().map(|line| GridLine::Row {
            depth,
            cells: line.cells.iter().map(|cell| Amount::from(*cell)).collect(),
            row: Box::new(shown_row(view, marks, line)),
        }));
        return;
    };
    let mut groups: BTreeMap<(Order, &str), Vec<&Line>> = BTreeMap::new();
    for line in lines {
        let key = dimension.of(line.row, view.plan);
        groups.entry((order(view, *dimension, key), key)).or_default().push(line);
    }
    for ((order, key), members) in groups {
        let (amount, cells) = sums(&members, view);
        shown.push(GridLine::Group {
            depth,
            dimension: Dim::of(*dimension),
            key: key.to_owned(),
            label: order.label,
            count: count(members.len()),
            amount,
            cells,
        });
        group(view, marks, (&members, inner, depth + 1), shown);
    }
}

/// What the grid shows of a row.
fn shown_row(view: &View, marks: &Marks, line: &Line) -> GridRow {
    let (overridden, own) = marks.row(line.row.id);
    let label = |dimension: Dimension| row::place_label(view, dimension, dimension.of(line.row, view.plan));
    GridRow {
        id: line.row.id.to_string(),
        code: line.row.code.to_string(),
        programme: line.row.programme.to_string(),
        programme_label: label(Dimension::Programme),
        funder_label: label(Dimension::Funder),
        instrument: line.row.instrument.key().to_owned(),
        instrument_label: label(Dimension::Instrument),
        sector: line.row.sector.to_string(),
        sector_label: label(Dimension::Sector),
        purpose: line.row.purpose.key().to_owned(),
        start: line.row.start.to_string(),
        end: line.row.end.to_string(),
        amount: line.row.amount.into(),
        amount_grade: line.row.amount_grade.key().to_owned(),
        amount_grade_label: label(Dimension::AmountGrade),
        locked: line.row.locked,
        moved: line.moved.into(),
        overridden,
        own,
    }
}

/// Groups stand in the order of their closed set, or else of their words; rows without a place come last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Order {
    last: bool,
    rank: usize,
    label: String,
}

fn order(view: &View, dimension: Dimension, key: &str) -> Order {
    let rank = match dimension {
        Dimension::Instrument => model::Instrument::ALL.iter().position(|member| member.key() == key),
        Dimension::Capital => model::Capital::ALL.iter().position(|member| member.key() == key),
        Dimension::Purpose => model::Purpose::ALL.iter().position(|member| member.key() == key),
        Dimension::AmountGrade | Dimension::SplitGrade => {
            model::Grade::ALL.iter().position(|member| member.key() == key)
        }
        Dimension::Booster => Some(usize::from(key == "no")),
        Dimension::Cluster => {
            key.parse().ok().and_then(|key| view.plan.clusters.get(&key)).map(|row| row.number as usize)
        }
        Dimension::Funder | Dimension::Programme | Dimension::Sector => None,
    };
    Order { last: key.is_empty(), rank: rank.unwrap_or(0), label: row::place_label(view, dimension, key) }
}

fn sums(lines: &[&Line], view: &View) -> (Amount, Vec<Amount>) {
    let amount: Total = lines.iter().map(|line| line.row.amount).sum();
    let places = view.schedule.places(Every::Year) + 1;
    let mut cells = vec![Total::ZERO; places];
    for line in lines {
        for (sum, cell) in cells.iter_mut().zip(&line.cells) {
            sum.add(*cell);
        }
    }
    (Amount(amount), cells.into_iter().map(Amount).collect())
}
