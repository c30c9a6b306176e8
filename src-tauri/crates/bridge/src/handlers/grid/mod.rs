//! The grid: rows in groups with their sums. Nothing is added up on the other side of the door.

pub(crate) mod arrange;
pub(crate) mod cache;
mod cell;
pub(crate) mod columns;
mod labels;
mod range;
mod search;
mod text;
mod widths;

pub(crate) use cell::CellTexts;
pub(crate) use range::range;
pub(crate) use text::{column_label, text};

use engine::{Every, Period};
use model::{Allocation, Dimension, Key, Plan, Total};

use self::arrange::{Arranged, Line, Sum};
use self::columns::share_text;
use crate::handlers::View;
use crate::wire::{Amount, Dim, Filter, Grid, GridLine, GridRequest, GridRow, GridTotal};

/// The years of the package, and what comes after.
pub(crate) fn periods(view: &View) -> Vec<String> {
    years(view.plan).into_iter().chain([Period::After.to_string()]).collect()
}

/// The years of the package.
pub(crate) fn years(plan: &Plan) -> Vec<String> {
    Every::Year.periods(&plan.package).into_iter().map(|period| period.to_string()).collect()
}

/// Whether a row passes every filter.
pub(crate) fn passes(view: &View, row: &Allocation, filters: &[Filter]) -> bool {
    filters.iter().all(|filter| {
        let place = filter.dimension.dimension().of(row, view.plan);
        filter.keys.iter().any(|key| key == place)
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The lines of a window, and what all that is shown comes to.
pub(crate) fn window(view: &View, revision: u64, arranged: &Arranged, request: &GridRequest) -> Grid {
    let all = arranged.lines.len();
    let long = request.count.map_or(all, |count| count as usize);
    let found = request.around.as_deref().and_then(|row| line_of(view, arranged, row));
    // Where rows have gone since, the window still shows as many as there are.
    let wanted = found.map_or(request.first as usize, |line| line.saturating_sub(long / 2));
    let first = wanted.min(all.saturating_sub(if request.count.is_some() { long } else { 0 }));
    let show = Show { view, arranged };
    Grid {
        revision,
        first: count(first),
        line_count: count(all),
        lines: arranged.lines[first..].iter().take(long).map(|line| show.line(*line)).collect(),
        periods: arranged.periods.clone(),
        measures: arranged.measures.clone(),
        total: show.total(&arranged.total),
        shown: count(arranged.rows.len()),
        of: count(view.plan.allocations.len()),
        widths: arranged.widths.clone(),
        found: found.map(count),
    }
}

/// The line of the row with this id or code; nothing where it has none.
fn line_of(view: &View, arranged: &Arranged, row: &str) -> Option<usize> {
    let id = view.plan.allocation_named(row).ok()?.id;
    let place = view.plan.allocations.place_of(&id)?;
    arranged.lines.iter().position(|line| matches!(line, Line::Row(row) if arranged.place(*row) == place))
}

/// What tells the lines of an arrangement.
struct Show<'a> {
    view: &'a View<'a>,
    arranged: &'a Arranged,
}

impl Show<'_> {
    fn line(&self, line: Line) -> GridLine {
        match line {
            Line::Group(group) => {
                let group = &self.arranged.groups[group as usize];
                GridLine::Group {
                    depth: group.depth,
                    path: group.path.clone(),
                    dimension: Dim::of(group.dimension),
                    key: group.key.clone(),
                    label: self.arranged.labels.label(group.dimension, &group.key),
                    open: group.open,
                    locked_count: group.sum.locked_count,
                    sum: self.total(&group.sum),
                }
            }
            Line::Row(row) => {
                let place = self.arranged.place(row);
                let row = Box::new(self.row(place));
                GridLine::Row { depth: self.arranged.depth, cells: self.cells(place), row }
            }
        }
    }

    fn share(&self, cents: i128) -> String {
        share_text(cents, self.view.plan.package.total.cents().into())
    }

    fn total(&self, sum: &Sum) -> GridTotal {
        GridTotal {
            count: sum.count,
            amount: amount(sum.amount),
            share: self.share(sum.amount),
            locked: amount(sum.locked),
            unlocked: amount(sum.amount - sum.locked),
            cells: sum.cells.chunks(self.arranged.periods.len()).map(amounts).collect(),
        }
    }

    fn cells(&self, place: usize) -> Vec<Vec<Amount>> {
        let told = self.view.schedule.row(place);
        let places = self.arranged.periods.len() - 1;
        let mut cells = Vec::new();
        self.arranged.measures.iter().map(|measure| amounts(measure.told(&told, places, &mut cells))).collect()
    }

    /// What the grid shows of a row.
    fn row(&self, place: usize) -> GridRow {
        let plan = self.view.plan;
        let row = &*plan.allocations.as_slice()[place];
        let key = |dimension: Dimension| dimension.of(row, plan).to_owned();
        let label = |dimension: Dimension| self.arranged.labels.label(dimension, dimension.of(row, plan));
        let grade = |grade: model::Grade| self.arranged.labels.label(Dimension::SplitGrade, grade.key());
        let (overridden, own) = self.arranged.marks.row(row.id);
        let cents = row.amount.cents().into();
        GridRow {
            id: row.id.to_string(),
            code: row.code.to_string(),
            programme: key(Dimension::Programme),
            programme_label: label(Dimension::Programme),
            funder: key(Dimension::Funder),
            funder_label: label(Dimension::Funder),
            instrument: key(Dimension::Instrument),
            instrument_label: label(Dimension::Instrument),
            capital: key(Dimension::Capital),
            capital_label: label(Dimension::Capital),
            sector: key(Dimension::Sector),
            sector_label: label(Dimension::Sector),
            purpose: key(Dimension::Purpose),
            purpose_label: label(Dimension::Purpose),
            cluster: row.booster.as_ref().map(ToString::to_string),
            cluster_label: row.booster.as_ref().map(|_| label(Dimension::Cluster)),
            amount: amount(cents),
            share: self.share(cents),
            start: row.start.to_string(),
            end: row.end.to_string(),
            profile: row.profile.key().to_owned(),
            profile_label: self.arranged.labels.profile(row.profile.key()),
            profile_text: columns::Column::Profile.field_text(row),
            priority: row.priority.class().into(),
            amount_grade: row.amount_grade.key().to_owned(),
            amount_grade_label: grade(row.amount_grade),
            split_grade: row.split_grade.key().to_owned(),
            split_grade_label: grade(row.split_grade),
            held_grade: row.held_grade().key().to_owned(),
            held_grade_label: grade(row.held_grade()),
            sources: row.sources.iter().map(Key::to_string).collect(),
            cited: row.cited.iter().map(|cited| cited.field.to_string()).collect(),
            note: row.note.clone(),
            locked: row.locked,
            settled: Amount::from(row.paid_total()),
            moved: Amount::from(self.view.schedule.row(place).moved()),
            overridden,
            own,
        }
    }
}

fn amount(cents: i128) -> Amount {
    Amount(Total::from_cents(cents))
}

fn amounts(cents: &[i128]) -> Vec<Amount> {
    cents.iter().copied().map(amount).collect()
}
