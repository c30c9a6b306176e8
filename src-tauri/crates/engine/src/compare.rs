//! What differs between two plans, and what each difference does to payments. The effects add exactly to the whole.
//!
//! Payments follow from everything at once, so that an effect depends on what else has changed already. The order is fixed:
//! first what all rows depend on, one change after the other; then the rows themselves, all at once. Of that last stage each
//! changed row is told its own difference, and what unchanged rows gain or lose is told apart.

use std::collections::BTreeMap;

use model::{Code, Diff, Plan, RowDifference, TableName, Total, differences};

use crate::common_years::{CommonYears, Course};
use crate::stages::{Told, stages};
use crate::{Measure, Schedule};

/// One side of a comparison: a plan as a scenario sees it, and its schedule.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The resolved plan.
    pub plan: &'a Plan,
    /// Its schedule.
    pub schedule: &'a Schedule,
}

/// What leads from one plan to another, and what that does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The rows that differ: the package, the readings and what else all rows depend on, conditions, limits, allocations by
    /// code, and last where figures come from.
    pub rows: Vec<Compared>,
    /// What differs in scenarios, overrides and odds: no figure of either side shows it.
    pub aside: Vec<RowDifference>,
    /// What changed rows of a table do together, where there are too many of them to tell apart.
    pub together: Vec<Together>,
    /// What rows that did not change gain or lose because others gave way or moved up; nothing where they do not.
    pub room: Option<Moved>,
    /// The years of both packages, and last what is past each.
    pub years: Vec<YearPair>,
    /// All allocations.
    pub allocated: [Total; 2],
    /// What is paid within each package.
    pub paid: [Total; 2],
    /// What is planned past each package after all conditions.
    pub after: [Total; 2],
    /// What waits for room at the end of each package.
    pub backlog: [Total; 2],
    /// What is withheld and still claimable at the end of each package.
    pub at_risk: [Total; 2],
    /// What waits for steps that are not due by the end of each package.
    pub not_yet_due: [Total; 2],
    /// What is lost by the end of each package.
    pub lost: [Total; 2],
    /// What events have ended by the end of each package.
    pub stopped: [Total; 2],
}

/// A row that differs, and what that does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What differs.
    pub difference: RowDifference,
    /// What it does to payments; nothing where it moves none, or where that is told together with others of its table.
    pub effect: Option<Moved>,
}

/// What all changed rows of a table do to payments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// The table.
    pub table: TableName,
    /// How many of its rows changed.
    pub rows: usize,
    /// What they do.
    pub moved: Moved,
}

/// A change of payments, after less before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The change in each year of both packages and, last and without a year, past the package.
    pub years: Vec<(Option<i32>, Total)>,
    /// The sum of what is less.
    pub leaves: Total,
    /// The sum of what is more.
    pub arrives: Total,
    /// What arrives less what leaves.
    pub net: Total,
}

/// What is planned and paid in a year on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearPair {
    /// The year; none for what is past the package.
    pub year: Option<i32>,
    /// What is planned.
    pub planned: [Total; 2],
    /// What is paid.
    pub paid: [Total; 2],
}

impl Moved {
    fn from_years(years: Vec<(Option<i32>, Total)>) -> Self {
        let sum = |keep: &dyn Fn(Total) -> bool| -> Total {
            years.iter().map(|(_, change)| *change).filter(|change| keep(*change)).sum()
        };
        let (arrives, falls) = (sum(&|change| change > Total::ZERO), sum(&|change| change < Total::ZERO));
        Self { leaves: Total::ZERO - falls, arrives, net: arrives + falls, years }
    }

    fn of(course: &Course, years: CommonYears) -> Self {
        Self::from_years(years.iter().map(Some).chain([None]).zip(course.cells()).collect())
    }

    /// By how much what is paid within the package changes.
    #[must_use]
    pub fn within(&self) -> Total {
        self.years.iter().filter(|(year, _)| year.is_some()).map(|(_, change)| *change).sum()
    }

    /// Whether nothing moves.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.years.iter().all(|(_, change)| *change == Total::ZERO)
    }
}

impl Comparison {
    /// Whether nothing differs that either side shows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How all payments differ: the sum of all effects, what is told together, and what unchanged rows gain or lose.
    #[must_use]
    pub fn moved(&self) -> Moved {
        let change = |pair: &YearPair| (pair.year, pair.paid[1] - pair.paid[0]);
        Moved::from_years(self.years.iter().map(change).collect())
    }
}

/// What leads from `a` to `b`.
#[must_use]
pub fn compare(a: Side<'_>, b: Side<'_>) -> Comparison {
    let (diff, aside) = between(a, b);
    let Attributed { rows, together, room, from, to, years } = attributed(a, b, &diff, Measure::Paid);
    let sides = [a, b];
    let ends = sides.map(|side| ends(side.schedule));
    let end = |measure: Measure| {
        let place = Measure::STOCKS.iter().position(|known| *known == measure);
        [0, 1].map(|side: usize| place.map_or(Total::ZERO, |at| ends[side][at]))
    };
    let paid = [from.parts(), to.parts()];
    Comparison {
        aside: differences(&aside),
        years: year_pairs(sides, years, [&from, &to]),
        allocated: sides.map(|side| side.plan.allocations.iter().map(|row| row.amount).sum()),
        paid: [0, 1].map(|side: usize| paid[side].0.iter().copied().sum()),
        after: [paid[0].1, paid[1].1],
        backlog: end(Measure::Backlog),
        at_risk: end(Measure::AtRisk),
        not_yet_due: end(Measure::NotYetDue),
        lost: end(Measure::Lost),
        stopped: end(Measure::Stopped),
        rows,
        together,
        room,
    }
}

/// The difference of what both sides show, and that of what else could be.
pub(crate) fn between(a: Side<'_>, b: Side<'_>) -> (Diff, Diff) {
    let mut diff = Diff::between(a.plan, b.plan);
    let aside = Diff {
        scenarios: std::mem::take(&mut diff.scenarios),
        overrides: std::mem::take(&mut diff.overrides),
        odds: std::mem::take(&mut diff.odds),
        ..Diff::default()
    };
    (diff, aside)
}

/// What each difference does to a flow.
pub(crate) struct Attributed {
    pub rows: Vec<Compared>,
    pub together: Vec<Together>,
    pub room: Option<Moved>,
    pub from: Course,
    pub to: Course,
    pub years: CommonYears,
}

/// What each difference between two sides does to a flow.
pub(crate) fn attributed(a: Side<'_>, b: Side<'_>, diff: &Diff, measure: Measure) -> Attributed {
    let years = CommonYears::of([a.plan, b.plan].into_iter());
    let told = stages(a, b, diff, years, measure);
    let mut rows = rows_of(diff, &told, years);
    rows.sort_by_cached_key(|row| order(&row.difference));
    let Told { rows: _, together, room, from, to } = told;
    let together =
        together.into_iter().map(|(table, rows, course)| Together { table, rows, moved: Moved::of(&course, years) });
    let room = (!room.is_nothing()).then(|| Moved::of(&room, years));
    Attributed { rows, together: together.collect(), room, from, to, years }
}

fn rows_of(diff: &Diff, told: &Told, years: CommonYears) -> Vec<Compared> {
    let effects: BTreeMap<(TableName, &str), &Course> =
        told.rows.iter().map(|((table, row), course)| ((*table, row.as_str()), course)).collect();
    let compared = |difference: RowDifference| {
        let course = effects.get(&(difference.table, difference.row.as_str()));
        let effect = course.filter(|course| !course.is_nothing()).map(|course| Moved::of(course, years));
        Compared { effect, difference }
    };
    differences(diff).into_iter().map(compared).collect()
}

fn year_pairs(sides: [Side<'_>; 2], years: CommonYears, paid: [&Course; 2]) -> Vec<YearPair> {
    let planned = sides.map(|side| years.course(side.plan, side.schedule, Measure::Planned));
    let [planned_a, planned_b] = [&planned[0], &planned[1]].map(Course::cells);
    let [paid_a, paid_b] = paid.map(Course::cells);
    let periods = years.iter().map(Some).chain([None]);
    let pair = |(((year, planned), paid_a), paid_b)| YearPair { year, planned, paid: [paid_a, paid_b] };
    let planned = planned_a.zip(planned_b).map(|(a, b)| [a, b]);
    periods.zip(planned).zip(paid_a).zip(paid_b).map(pair).collect()
}

/// Where a difference stands among others. Allocations go by the number of their code.
fn order(difference: &RowDifference) -> (usize, u64, String) {
    use TableName::{
        Allocations, Caps, Chapters, Clusters, Events, Funders, Limits, Needs, Odds, Output, Overrides, Package,
        Programmes, Readings, Rules, Scenarios, Sectors, Sources, Steps,
    };
    let rank = match difference.table {
        Package => 0,
        Readings => 1,
        Output => 2,
        Funders => 3,
        Programmes => 4,
        Sectors => 5,
        Needs => 6,
        Clusters => 7,
        Chapters => 8,
        Steps => 9,
        Events => 10,
        Caps => 11,
        Limits => 12,
        Allocations => 13,
        Sources => 14,
        Rules => 15,
        Scenarios => 16,
        Overrides => 17,
        Odds => 18,
    };
    let code = difference.called.parse::<Code>().ok().filter(|_| difference.table == Allocations);
    // As in `Plan::by_code`: codes of another form come first.
    let number = code.and_then(|code| code.number()).map_or(0, |number| number.saturating_add(1));
    (rank, number, difference.called.clone())
}

/// How the rows together stand at the end of the package, in the order of [`Measure::STOCKS`].
fn ends(schedule: &Schedule) -> [Total; Measure::STOCKS.len()] {
    let mut sums = [0_i128; Measure::STOCKS.len()];
    for standing in schedule.rows().filter_map(|row| row.at_end()) {
        for (sum, measure) in sums.iter_mut().zip(Measure::STOCKS) {
            *sum += i128::from(standing.stock(measure));
        }
    }
    sums.map(Total::from_cents)
}
