//! The years that several packages span together, so that what is paid in them can be told side by side.

use model::{Plan, Total};

use crate::{Every, Measure, RowSchedule, Schedule};

/// From the first year of any package to the last year of any.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CommonYears {
    first: i32,
    count: usize,
}

impl CommonYears {
    /// Those of these plans.
    pub(crate) fn of<'a>(plans: impl Iterator<Item = &'a Plan> + Clone) -> Self {
        let first = plans.clone().map(|plan| plan.package.first.year()).min().unwrap_or(0);
        let last = plans.map(|plan| plan.package.last.year()).max().unwrap_or(first);
        Self { first, count: usize::try_from(i64::from(last) - i64::from(first) + 1).unwrap_or(0) }
    }

    /// The years.
    pub(crate) fn iter(self) -> impl Iterator<Item = i32> {
        (self.first..).take(self.count)
    }

    /// Nothing in any year, nor past the package.
    pub(crate) fn nothing(self) -> Course {
        Course(vec![0; self.count + 1])
    }

    /// What all rows of a plan have of a flow.
    pub(crate) fn course(self, plan: &Plan, schedule: &Schedule, measure: Measure) -> Course {
        let mut course = self.nothing();
        for row in schedule.rows() {
            self.add(&mut course, plan, &row, measure);
        }
        course
    }

    /// Adds what a row of a plan has of a flow.
    pub(crate) fn add(self, course: &mut Course, plan: &Plan, row: &RowSchedule<'_>, measure: Measure) {
        let begin = usize::try_from(plan.package.first.year() - self.first).unwrap_or(0).min(self.count);
        let (inside, after) = course.0.split_at_mut(self.count);
        after[0] += row.add_to(&mut inside[begin..], measure, Every::Year);
    }
}

/// A flow in each of the common years and, last, past the package; in cents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Course(Vec<i128>);

impl Course {
    /// Its cells, what is past the package last.
    pub(crate) fn cells(&self) -> impl ExactSizeIterator<Item = Total> {
        self.0.iter().copied().map(Total::from_cents)
    }

    /// What is within the package in each year, and what is past it.
    pub(crate) fn parts(&self) -> (Vec<Total>, Total) {
        let mut cells: Vec<Total> = self.cells().collect();
        let after = cells.pop().unwrap_or_default();
        (cells, after)
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_nothing(&self) -> bool {
        self.0.iter().all(|cents| *cents == 0)
    }

    /// This less another.
    pub(crate) fn less(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine -= theirs);
        self
    }
}
