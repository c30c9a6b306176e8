//! How long the longest text of each column is, so that its width does not depend on which lines are in sight.

use model::{Allocation, Dimension, Total};

use super::arrange::Sum;
use super::columns::{COLUMNS, Column, measure, share_text};
use super::labels::Labels;
use crate::handlers::View;
use crate::wire::{GridMeasure, GridWidth};

/// What the longest texts follow from.
pub(super) struct Facts<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) labels: &'a Labels,
    /// The places of the rows among the plan's allocations.
    pub(super) rows: &'a [u32],
    pub(super) total: &'a Sum,
}

/// The longest text of each column; `reach` has the smallest and the largest cents of each cell.
pub(super) fn of(
    facts: &Facts,
    measures: &[GridMeasure],
    periods: &[String],
    reach: &[(i128, i128)],
) -> Vec<GridWidth> {
    let width = |column: &str, signs: usize| GridWidth {
        column: column.to_owned(),
        signs: u32::try_from(signs).unwrap_or(u32::MAX),
    };
    let mut told: Vec<GridWidth> = COLUMNS.iter().map(|(name, column)| width(name, facts.longest(*column))).collect();
    let names = measures.iter().flat_map(|of| periods.iter().map(|period| format!("{}:{period}", measure(*of).key())));
    told.extend(names.zip(reach).map(|(name, (least, most))| width(&name, signs(*least).max(signs(*most)))));
    told
}

/// How long an amount is as it crosses the wire.
fn signs(cents: i128) -> usize {
    Total::from_cents(cents).to_string().len()
}

impl Facts<'_> {
    fn rows(&self) -> impl Iterator<Item = &Allocation> {
        let all = self.view.plan.allocations.as_slice();
        self.rows.iter().filter_map(|place| all.get(*place as usize)).map(|row| &**row)
    }

    fn longest(&self, column: Column) -> usize {
        let most = |length: &dyn Fn(&Allocation) -> usize| self.rows().map(length).max().unwrap_or(0);
        match column {
            Column::Code => most(&|row| row.code.as_str().len()),
            // Of all places that a row could have: columns stay as they are when rows are searched for, or moved.
            Column::Place(dimension) => self.labels.longest(dimension),
            Column::AmountGrade => self.labels.longest(Dimension::SplitGrade),
            // None of a sum is longer than the sum: amounts are not negative.
            Column::Amount => signs(self.total.amount),
            Column::Share => share_text(self.total.amount, self.view.plan.package.total.cents().into()).len(),
            Column::Start | Column::End => "2026-Q1".len(),
            Column::Priority => 1,
            Column::Locked => "yes".len(),
            Column::Profile => self.labels.longest_profile(),
            Column::Settled => signs(self.rows().map(|row| row.paid_total().cents().into()).max().unwrap_or(0)),
            Column::Moved => {
                let moved = |place: &u32| self.view.schedule.row(*place as usize).moved().cents().into();
                signs(self.rows.iter().map(moved).max().unwrap_or(0))
            }
            Column::Sources => {
                most(&|row| row.sources.iter().map(|key| key.as_str().len() + 1).sum::<usize>().saturating_sub(1))
            }
            Column::Note => most(&|row| row.note.chars().count()),
            Column::Payments => most(&|row| if row.paid.is_empty() { 0 } else { column.field_text(row).len() }),
            Column::Cited => most(&|row| if row.cited.is_empty() { 0 } else { column.field_text(row).len() }),
            Column::Cell(..) => 0,
        }
    }
}
