//! Why an edit was refused. Facts, not sentences: the door words them for people.

use crate::{Code, Date, Key, Money, ProfileRefusal, Quarter, TableName};

/// Why an edit was refused. The plan is unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A row the edit names is not in the plan.
    #[error("there is no {table:?} {wanted:?} in the plan")]
    Unknown {
        /// Which table was looked in.
        table: TableName,
        /// What was looked for.
        wanted: String,
    },
    /// The scenario the edit names is not in the plan.
    #[error("there is no scenario {0:?}")]
    UnknownScenario(String),
    /// An amount that makes no sense below zero.
    #[error("the amount {0} is negative")]
    NegativeAmount(Money),
    /// A payment of nothing.
    #[error("a payment of {0} is no payment")]
    PaymentNotPositive(Money),
    /// The span runs backwards.
    #[error("the end {end} is before the start {start}")]
    EndBeforeStart {
        /// First quarter.
        start: Quarter,
        /// Last quarter.
        end: Quarter,
    },
    /// More was paid than the row holds.
    #[error("{paid} were paid already, more than the amount {amount}")]
    LessThanPaid {
        /// What was paid.
        paid: Money,
        /// The amount.
        amount: Money,
    },
    /// A payment that the plan's "as of" does not know yet.
    #[error("a payment in {quarter} lies after {as_of}, the plan's as-of date")]
    PaidInFuture {
        /// When.
        quarter: Quarter,
        /// The plan's today.
        as_of: Date,
    },
    /// A payment before the package began.
    #[error("a payment in {quarter} lies before {first}, the package's first quarter")]
    PaidBeforePackage {
        /// When.
        quarter: Quarter,
        /// First quarter of the package.
        first: Quarter,
    },
    /// The row is locked.
    #[error("{0} is locked")]
    Locked(Code),
    /// Another row has that code.
    #[error("the code {0} is taken")]
    CodeTaken(Code),
    /// Another row has that identity.
    #[error("a row with the id {0} is in the plan already")]
    IdTaken(String),
    /// A name may not be empty.
    #[error("the name is empty")]
    EmptyName,
    /// A text is longer than the plan holds.
    #[error("the {field} has {length} signs; it may have {most}")]
    TooLong {
        /// Which field.
        field: &'static str,
        /// How long it is.
        length: usize,
        /// How long it may be.
        most: usize,
    },
    /// A text has signs that cannot be shown (control or direction signs).
    #[error("the {field} has signs that cannot be shown")]
    Unprintable {
        /// Which field.
        field: &'static str,
    },
    /// The profile is not one.
    #[error(transparent)]
    Profile(#[from] ProfileRefusal),
    /// A limit whose author wants it to refuse.
    #[error("this would miss the limit {limit:?} by {by}")]
    LimitMissed {
        /// The limit's English name.
        limit: String,
        /// By how much.
        by: Money,
    },
    /// The plan cannot hold that many rows.
    #[error("a plan holds at most {most} allocations")]
    TooManyRows {
        /// The most.
        most: usize,
    },
    /// The package's total may not be nothing.
    #[error("the package must be more than nothing")]
    EmptyPackage,
    /// A row cannot give to itself.
    #[error("{0} cannot give to itself")]
    GivesToItself(Code),
    /// The rows that should give have less than is asked of them.
    #[error("{by} is more than the {has} that could give")]
    CannotGive {
        /// What is asked.
        by: Money,
        /// What they have, without what was paid and without locked rows.
        has: Money,
    },
    /// Something named twice.
    #[error("{0} is named twice")]
    NamedTwice(Key),
}
