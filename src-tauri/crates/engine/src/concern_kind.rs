//! What concerns can be about.

use model::{Code, FieldName, Money, Name, Purpose, Share, TableName, Total};

/// What a concern is about. Facts, not sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConcernKind {
    /// More is allocated than the package holds.
    PackageExceeded {
        /// By how much.
        by: Total,
    },
    /// A row breaks a rule of the plan.
    Flawed {
        /// In which table.
        table: TableName,
        /// Which row.
        row: String,
        /// Which rule.
        refusal: model::Refusal,
    },
    /// A figure of the reading in force is passed.
    ReadingExceeded {
        /// The reading.
        reading: Name,
        /// `public`, `private` or `booster`.
        part: &'static str,
        /// The figure.
        limit: Money,
        /// By how much it is passed.
        by: Total,
    },
    /// A figure of the reading in force is not reached.
    ReadingUnfilled {
        /// The reading.
        reading: Name,
        /// `public`, `private` or `booster`.
        part: &'static str,
        /// The figure.
        limit: Money,
        /// What is missing.
        by: Total,
    },
    /// One of the analyst's limits is missed.
    LimitMissed {
        /// The limit.
        limit: Name,
        /// By how much.
        by: Total,
    },
    /// Payments are a large part of the economy's output.
    PaymentsAboveOutput {
        /// The year in which they are the largest part.
        year: i32,
        /// What is paid in it.
        paid: Total,
        /// As a share of the year's product.
        share: Share,
        /// Whether that product is extrapolated.
        extrapolated: bool,
        /// In how many years of the package the bound is passed.
        years: usize,
        /// The bound.
        bound: Share,
    },
    /// More is allocated from a programme than it has.
    ProgrammeExceeded {
        /// The programme.
        programme: Name,
        /// What it has.
        amount: Money,
        /// By how much that is passed.
        by: Total,
    },
    /// Both a programme and one whose amount contains its own are allocated: the same money may be counted twice.
    ProgrammeAndParent {
        /// The programme.
        programme: Name,
        /// What is allocated from it.
        amount: Total,
        /// The programme that contains it.
        parent: Name,
        /// What is allocated from that.
        contains: Total,
    },
    /// The reading takes the booster as a mark on public and private money, and it is allocated on top of them.
    BoosterAdded {
        /// The reading.
        reading: Name,
        /// What belongs to the booster.
        amount: Total,
        /// By how much the package is exceeded, where it is not without the booster; nothing where the public and private
        /// figures of the reading are reached without it.
        by: Option<Total>,
    },
    /// A programme is allocated that takes back more than it gives.
    NegativeNetFlow {
        /// The programme.
        programme: Name,
        /// What it gives.
        amount: Money,
        /// What is payable back to the same lender over its years.
        owed: Money,
        /// By how much that is more.
        by: Total,
    },
    /// What should have been paid before the plan's today and was not.
    Overdue {
        /// How much in all.
        amount: Total,
    },
    /// What is planned past the package's last quarter.
    AfterHorizon {
        /// How much in all.
        amount: Total,
    },
    /// What no source states.
    Assumed {
        /// How much in all.
        amount: Total,
        /// As a share of what is allocated.
        share: Share,
    },
    /// What nobody has been named to pay.
    Unnamed {
        /// How much in all.
        amount: Total,
        /// As a share of what is allocated.
        share: Share,
    },
    /// Nothing is set aside for a purpose that the package is said to serve.
    PurposeEmpty {
        /// The purpose.
        purpose: Purpose,
    },
    /// Steps are due after the package's last quarter: their money cannot be paid within it.
    StepsAfterHorizon {
        /// How many.
        count: usize,
        /// The code of the first.
        first: Code,
    },
    /// Steps should have been met before the plan's today and were not; their windows are open, and they count as met in its
    /// first open quarter.
    StepsOverdue {
        /// How many.
        count: usize,
        /// The code of the first.
        first: Code,
    },
    /// Steps should have been met before the plan's today and were not, and their windows have closed.
    StepsLapsed {
        /// How many.
        count: usize,
        /// The code of the first.
        first: Code,
    },
    /// Steps are met, or expected, only after their windows have closed.
    StepsTooLate {
        /// How many.
        count: usize,
        /// The code of the first.
        first: Code,
    },
    /// Steps are entered as met or undone after the plan's today: an assumption, however it was entered.
    StepsAhead {
        /// How many.
        count: usize,
        /// The code of the first.
        first: Code,
    },
    /// The weights of a group look like shares and do not add to one; they are taken in proportion.
    WeightsOff {
        /// The group.
        cluster: Name,
        /// What they add to.
        sum: Share,
    },
    /// Money is marked as the booster and no step bears on it: it counts as released.
    BoosterWithoutSteps {
        /// How much.
        amount: Total,
    },
    /// What is lost by the end of the package: steps that are not met in time, or money that waited too long.
    Lost {
        /// How much.
        amount: Total,
    },
    /// What events end.
    Stopped {
        /// How much.
        amount: Total,
    },
    /// What waits for room at the end of the year in which that is most.
    Backlog {
        /// How much.
        amount: Total,
        /// In which year.
        year: i32,
    },
    /// Events open money only after the package's last quarter, and move it past.
    OpenedAfterHorizon {
        /// How many.
        count: usize,
        /// The code of the first.
        first: Code,
        /// What was planned within the package.
        amount: Total,
    },
    /// Events that act on money lie past the package's last quarter and change nothing within it.
    EventsAfterHorizon {
        /// How many.
        count: usize,
        /// The code of the first.
        first: Code,
    },
    /// Overrides of a scenario are not applied, because their row is gone from what the scenario follows.
    OverrideRowGone {
        /// The scenario.
        scenario: Name,
        /// In which table the row was.
        table: TableName,
        /// Its key as text.
        row: String,
        /// What they say of its fields; nothing where they take the row out.
        says: Vec<(FieldName, String)>,
    },
    /// An override of a scenario is not applied, because the row would break a rule.
    OverrideRefused {
        /// The scenario.
        scenario: Name,
        /// In which table the row is.
        table: TableName,
        /// What people call it.
        called: String,
        /// Which field; nothing where the row is added or taken out.
        field: Option<FieldName>,
        /// What the override says of the field.
        value: String,
        /// Which rule.
        refusal: model::Refusal,
    },
    /// Overrides of a scenario have no reason.
    OverridesUnreasoned {
        /// The scenario.
        scenario: Name,
        /// How many.
        count: usize,
    },
    /// Amounts of rows have no source: neither their own nor one of the whole row.
    Unsourced {
        /// How many.
        count: usize,
        /// The code of the first.
        first: Code,
    },
}

impl ConcernKind {
    /// The word for it in files: `package_exceeded`.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::PackageExceeded { .. } => "package_exceeded",
            Self::Flawed { .. } => "flawed",
            Self::ReadingExceeded { .. } => "reading_exceeded",
            Self::ReadingUnfilled { .. } => "reading_unfilled",
            Self::LimitMissed { .. } => "limit_missed",
            Self::PaymentsAboveOutput { .. } => "payments_above_output",
            Self::ProgrammeExceeded { .. } => "programme_exceeded",
            Self::ProgrammeAndParent { .. } => "programme_and_parent",
            Self::BoosterAdded { .. } => "booster_added",
            Self::NegativeNetFlow { .. } => "negative_net_flow",
            Self::Overdue { .. } => "overdue",
            Self::AfterHorizon { .. } => "after_horizon",
            Self::Assumed { .. } => "assumed",
            Self::Unnamed { .. } => "unnamed",
            Self::PurposeEmpty { .. } => "purpose_empty",
            Self::StepsAfterHorizon { .. } => "steps_after_horizon",
            Self::StepsOverdue { .. } => "steps_overdue",
            Self::StepsLapsed { .. } => "steps_lapsed",
            Self::StepsTooLate { .. } => "steps_too_late",
            Self::StepsAhead { .. } => "steps_ahead",
            Self::WeightsOff { .. } => "weights_off",
            Self::BoosterWithoutSteps { .. } => "booster_without_steps",
            Self::Lost { .. } => "lost",
            Self::Stopped { .. } => "stopped",
            Self::Backlog { .. } => "backlog",
            Self::OpenedAfterHorizon { .. } => "opened_after_horizon",
            Self::EventsAfterHorizon { .. } => "events_after_horizon",
            Self::OverrideRowGone { .. } => "override_row_gone",
            Self::OverrideRefused { .. } => "override_refused",
            Self::OverridesUnreasoned { .. } => "overrides_unreasoned",
            Self::Unsourced { .. } => "unsourced",
        }
    }
}
