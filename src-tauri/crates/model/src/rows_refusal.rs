//! Why an act on several rows at once is refused.

use crate::{Code, Money, Refusal, Total};

/// Why rows cannot be spread over, split or merged. The plan is unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RowsRefusal {
    /// Locked rows of a slice hold more than it is to hold.
    #[error("locked rows hold {locked}, more than the total {total}")]
    SpreadLocked {
        /// What they hold.
        locked: Total,
        /// The total.
        total: Money,
    },
    /// With what was paid in the other rows, they do.
    #[error("{paid} were paid already and locked rows hold {locked}, together more than the total {total}")]
    SpreadPaid {
        /// What was paid in rows that are not locked.
        paid: Total,
        /// What locked rows hold.
        locked: Total,
        /// The total.
        total: Money,
    },
    /// There is no row that may change.
    #[error("there is no row to spread over; {locked} are locked")]
    NothingToSpread {
        /// How many rows are locked; nought where there is no row at all.
        locked: usize,
    },
    /// There is nothing to be in proportion to.
    #[error("there is nothing to spread by ({how})")]
    NothingToSpreadBy {
        /// The word for how it was to be spread: `rescale`, `needs`, `like`.
        how: &'static str,
    },
    /// The parts of a row are not the whole.
    #[error("the parts add to {sum} and not to {amount}")]
    SplitDoesNotAdd {
        /// What they add to.
        sum: Total,
        /// What the row holds.
        amount: Money,
    },
    /// A row is split into two at least.
    #[error("{count} parts are too few to split a row")]
    TooFewParts {
        /// How many there are.
        count: usize,
    },
    /// Two rows at least are merged.
    #[error("{count} rows are too few to merge")]
    TooFewRows {
        /// How many there are, each counted once.
        count: usize,
    },
    /// Rows that are not of one kind cannot become one.
    #[error("{row} has another {field} than {}", others.iter().map(Code::as_str).collect::<Vec<_>>().join(", "))]
    RowsDiffer {
        /// The name of the field in which they differ.
        field: &'static str,
        /// The row that the others were to become part of.
        row: Code,
        /// Those that differ from it.
        others: Vec<Code>,
    },
    /// More than an amount can hold.
    #[error("the sum {sum} is more than an amount can hold")]
    SumTooLarge {
        /// The sum.
        sum: Total,
    },
}

impl From<RowsRefusal> for Refusal {
    fn from(refusal: RowsRefusal) -> Self {
        Self::Rows(Box::new(refusal))
    }
}
