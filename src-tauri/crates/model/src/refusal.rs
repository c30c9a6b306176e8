//! Why an edit was refused. Facts, not sentences: the door words them for people.

use crate::{BadValue, Code, Date, Key, Money, OverrideKey, ProfileRefusal, Quarter, RowsRefusal, Share, TableName};

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
    /// A field that can have no sources of its own, or not so.
    #[error("the field {field} cannot have sources of its own")]
    NotCitable {
        /// Which field.
        field: &'static str,
    },
    /// A limit that is an amount and a share.
    #[error("a limit is an amount or a share, not both")]
    LimitTwofold,
    /// A programme that would contain itself.
    #[error("the programme {0} would be part of itself")]
    ProgrammesInCircle(Key),
    /// Several rows cannot be changed together in that way.
    #[error(transparent)]
    Rows(Box<RowsRefusal>),
    /// A field that is not set by a text.
    #[error("the field {field} is not set this way")]
    NotSettable {
        /// Which field.
        field: &'static str,
    },
    /// Something named twice.
    #[error("{0} is named twice")]
    NamedTwice(Key),
    /// A priority that is none.
    #[error("a priority is a number from 1 to 9")]
    PriorityOutOfRange,
    /// A weight that no step can have.
    #[error("the weight {weight} is not above 0 and at most 1000000")]
    WeightOutOfRange {
        /// As given.
        weight: Share,
    },
    /// A share that lies outside what the field may hold.
    #[error("{field} = {share} is out of its range")]
    ShareOutOfRange {
        /// Which field.
        field: &'static str,
        /// As given.
        share: Share,
    },
    /// More quarters or years than the field may hold.
    #[error("{field} = {count} is more than {most}")]
    TooMany {
        /// Which field.
        field: &'static str,
        /// As given.
        count: u32,
        /// The most.
        most: u32,
    },
    /// An event that follows another by too long.
    #[error("{days} days are more than {most}")]
    TooManyDays {
        /// As given.
        days: u32,
        /// The most.
        most: u32,
    },
    /// Only a step that is due can slip.
    #[error("the step {step} is {state}; only a step that is due can slip")]
    StepNotDue {
        /// Which step.
        step: Code,
        /// The word for its state.
        state: &'static str,
    },
    /// A step that is undone before it was met, or in the very quarter.
    #[error("undone in {undone}, not after {met}, when it was met")]
    UndoneTooEarly {
        /// When it was met.
        met: Quarter,
        /// From when on it was to hold no longer.
        undone: Quarter,
    },
    /// A cluster has no terms that begin then.
    #[error("{cluster} has no terms from {from} on")]
    NoTerms {
        /// Which cluster.
        cluster: Key,
        /// From when on.
        from: Quarter,
    },
    /// A cluster has other terms that begin then.
    #[error("{cluster} has terms from {from} on already")]
    TermsTaken {
        /// Which cluster.
        cluster: Key,
        /// From when on.
        from: Quarter,
    },
    /// By how much the window is extended, where it is not.
    #[error("money that is {on_loss} has no window to extend")]
    ExtensionUnused {
        /// What becomes of the money instead.
        on_loss: &'static str,
    },
    /// The window is extended, by nothing.
    #[error("the window is extended by no quarters")]
    ExtensionMissing,
    /// The rule needs a floor or threshold.
    #[error("the rule {rule} needs a level")]
    LevelMissing {
        /// Which rule.
        rule: &'static str,
    },
    /// The rule has neither floor nor threshold.
    #[error("the rule {rule} takes no level")]
    LevelUnused {
        /// Which rule.
        rule: &'static str,
    },
    /// Events that follow each other in a circle have no day.
    #[error("these events follow each other in a circle: {}", chain.join(", "))]
    EventsInCircle {
        /// Their codes, from the one that was to be changed back to it.
        chain: Vec<String>,
    },
    /// Another event is counted from this one.
    #[error("the event {by} follows this one")]
    EventFollowed {
        /// Which.
        by: Code,
    },
    /// Days after another event, of one that follows none.
    #[error("it follows no event by {days} days")]
    LagUnused {
        /// As given.
        days: u32,
    },
    /// A day that the calendar does not reach.
    #[error("{lag_days} days after {follows} the calendar has ended")]
    BeyondCalendar {
        /// The event it follows.
        follows: Code,
        /// By how many days.
        lag_days: u32,
    },
    /// An event that follows the changed one would break a rule.
    #[error("{event} follows it: {refusal}")]
    OfFollower {
        /// Which follows.
        event: Code,
        /// The rule.
        refusal: Box<Refusal>,
    },
    /// A number that an effect of this kind does not have.
    #[error("the effect {verb} has no {field}")]
    EffectUnused {
        /// What it does.
        verb: &'static str,
        /// Which field.
        field: &'static str,
    },
    /// An event that is over before it begins.
    #[error("it ends on {ends}, before it begins on {begins}")]
    EndsBeforeItBegins {
        /// Its day.
        begins: Date,
        /// Its last day.
        ends: Date,
    },
    /// A condition of a slice that no row can meet.
    #[error("the slice names no {dimension}")]
    EmptySlice {
        /// Which dimension.
        dimension: &'static str,
    },
    /// A slice with two conditions on one dimension, which a row would have to meet both.
    #[error("the slice names {dimension} twice")]
    DimensionTwice {
        /// Which dimension.
        dimension: &'static str,
    },
    /// A number that a cap of this kind does not have.
    #[error("a cap of the kind {kind} has no {field}")]
    CapUnused {
        /// How its room is found.
        kind: &'static str,
        /// Which field.
        field: &'static str,
    },
    /// A cap that would let nothing through, for ever.
    #[error("the cap {cap:?} leaves no room at all")]
    CapOfNothing {
        /// Its English name.
        cap: String,
    },
    /// Another scenario has that name, or it is the root's.
    #[error("there is a scenario {0:?} already")]
    ScenarioNameTaken(String),
    /// A scenario that would follow itself, through these.
    #[error("scenarios follow each other in a circle: {}", chain.join(" → "))]
    ScenariosInCircle {
        /// The names from the scenario to itself.
        chain: Vec<String>,
    },
    /// Scenarios that follow one another too deep.
    #[error("scenarios follow each other more than {most} deep")]
    ScenariosTooDeep {
        /// How deep they may.
        most: usize,
    },
    /// Another scenario follows this one.
    #[error("the scenario {by:?} follows it")]
    ScenarioFollowed {
        /// Its English name.
        by: String,
    },
    /// Another scenario pictures this outcome.
    #[error("the outcome {outcome} is pictured by {by:?}")]
    OutcomeTaken {
        /// Which outcome.
        outcome: &'static str,
        /// The English name of the scenario.
        by: String,
    },
    /// An act that concerns the plan as a whole and cannot be made in a scenario.
    #[error("{change} cannot be made in a scenario")]
    BaseOnly {
        /// Which act.
        change: &'static str,
    },
    /// The scenario does not override that.
    #[error("nothing is overridden at {at}")]
    NotOverridden {
        /// What was to be reset.
        at: Box<OverrideKey>,
    },
    /// Something that scenarios cannot override.
    #[error("{what} cannot be overridden")]
    NotOverridable {
        /// Table and field.
        what: String,
    },
    /// A text that a field cannot mean.
    #[error(transparent)]
    Value(#[from] BadValue),
    /// Overrides that cannot be applied and would be lost.
    #[error("{count} overrides cannot be applied")]
    Unapplied {
        /// How many.
        count: usize,
    },
}
