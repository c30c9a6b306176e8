//! Edits: what can be done to a plan. A closed set of typed acts.

use crate::{
    Allocation, Cap, Capital, Event, FieldName, Grade, Id, Instrument, Key, Limit, Money, Name, Odds, Override,
    OverrideKey, Priority, Profile, Purpose, Quarter, Question, ReleaseTerms, Scenario, ScenarioId, Step,
};

/// One act on a plan, and the scenario it applies to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Where it applies.
    pub scenario: ScenarioId,
    /// What it does.
    pub change: Change,
}

impl Edit {
    /// An act on the root scenario.
    #[must_use]
    pub fn base(change: Change) -> Self {
        Self { scenario: ScenarioId::Base, change }
    }
}

/// What an edit does. Rows are named by their identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Gives the plan another name.
    RenamePlan {
        /// The name.
        name: Name,
    },
    /// Changes the package's total.
    SetPackageTotal {
        /// The total.
        amount: Money,
    },
    /// Puts another reading in force. No row changes.
    SetReading {
        /// Its key.
        reading: Key,
    },
    /// Adds a row.
    AddAllocation {
        /// The row.
        row: Box<Allocation>,
    },
    /// Takes a row out.
    RemoveAllocation {
        /// Which.
        allocation: Id,
    },
    /// Changes how much.
    SetAmount {
        /// Which row.
        allocation: Id,
        /// How much.
        amount: Money,
    },
    /// Changes who pays through what.
    SetProgramme {
        /// Which row.
        allocation: Id,
        /// The programme.
        programme: Key,
    },
    /// Changes the terms; the capital becomes the instrument's own.
    SetInstrument {
        /// Which row.
        allocation: Id,
        /// The instrument.
        instrument: Instrument,
    },
    /// Says whose money it is where the instrument does not tell.
    SetCapital {
        /// Which row.
        allocation: Id,
        /// Whose.
        capital: Capital,
    },
    /// Changes what it is for.
    SetSector {
        /// Which row.
        allocation: Id,
        /// The sector.
        sector: Key,
    },
    /// Changes what it is meant to do.
    SetPurpose {
        /// Which row.
        allocation: Id,
        /// The purpose.
        purpose: Purpose,
    },
    /// Ties the row to a group of reform steps, or frees it.
    SetCluster {
        /// Which row.
        allocation: Id,
        /// The cluster, or none.
        cluster: Option<Key>,
    },
    /// Changes when it is paid.
    SetSpan {
        /// Which row.
        allocation: Id,
        /// First quarter.
        start: Quarter,
        /// Last quarter.
        end: Quarter,
    },
    /// Changes the shape of payment.
    SetProfile {
        /// Which row.
        allocation: Id,
        /// The profile.
        profile: Profile,
    },
    /// Says how firm the programme's amount is.
    SetAmountGrade {
        /// Which row.
        allocation: Id,
        /// How firm.
        grade: Grade,
    },
    /// Says how firm the row's part of it is.
    SetSplitGrade {
        /// Which row.
        allocation: Id,
        /// How firm.
        grade: Grade,
    },
    /// Says where the figures come from.
    SetSources {
        /// Which row.
        allocation: Id,
        /// The sources.
        sources: Vec<Key>,
    },
    /// Says where a single field comes from; no source at all takes what was said back.
    SetCited {
        /// Which row.
        allocation: Id,
        /// Which field.
        field: FieldName,
        /// The sources.
        sources: Vec<Key>,
    },
    /// Changes the remark.
    SetNote {
        /// Which row.
        allocation: Id,
        /// The remark.
        note: String,
    },
    /// Locks the row, or opens it.
    SetLocked {
        /// Which row.
        allocation: Id,
        /// Whether it is locked.
        locked: bool,
    },
    /// Types what was really paid in a quarter; nothing takes the entry out.
    SetPaid {
        /// Which row.
        allocation: Id,
        /// When.
        quarter: Quarter,
        /// How much, or nothing.
        amount: Option<Money>,
    },
    /// Adds a limit, or changes the one with its id.
    SetLimit {
        /// The limit.
        limit: Box<Limit>,
    },
    /// Takes a limit out.
    RemoveLimit {
        /// Which.
        limit: Id,
    },
    /// Changes who is served first where not all can be absorbed.
    SetPriority {
        /// Which row.
        allocation: Id,
        /// The class.
        priority: Priority,
    },
    /// Adds a step, or changes the one with its id.
    SetStep {
        /// The step.
        step: Box<Step>,
    },
    /// Lets a step that is due come later than expected.
    SlipStep {
        /// Which.
        step: Id,
        /// By how many quarters more.
        quarters: u32,
    },
    /// Takes a step out.
    RemoveStep {
        /// Which.
        step: Id,
    },
    /// Sets the terms on which a cluster releases money from a quarter on; nothing takes the entry out.
    SetTerms {
        /// Which cluster.
        cluster: Key,
        /// Which entry, by its quarter.
        from: Quarter,
        /// What it becomes; its own quarter may differ, which moves it.
        terms: Option<Box<ReleaseTerms>>,
    },
    /// Adds an event, or changes the one with its id.
    SetEvent {
        /// The event.
        event: Box<Event>,
    },
    /// Takes an event out.
    RemoveEvent {
        /// Which.
        event: Id,
    },
    /// Adds a cap, or changes the one with its id.
    SetCap {
        /// The cap.
        cap: Box<Cap>,
    },
    /// Takes a cap out.
    RemoveCap {
        /// Which.
        cap: Id,
    },
    /// Says after how many years a programme's unpaid commitments lapse.
    SetLapse {
        /// Which programme.
        programme: Key,
        /// After how many years, or never.
        years: Option<u32>,
    },
    /// Adds a scenario that overrides nothing yet.
    AddScenario {
        /// The scenario.
        scenario: Box<Scenario>,
    },
    /// Changes what is said of a scenario: its name, its parent, its place.
    SetScenario {
        /// The scenario with this id becomes this.
        scenario: Box<Scenario>,
    },
    /// Takes a scenario out, with its overrides.
    RemoveScenario {
        /// Which.
        scenario: Id,
    },
    /// Adds a scenario with the overrides of another.
    DuplicateScenario {
        /// Which one is copied.
        of: Id,
        /// The new one.
        scenario: Box<Scenario>,
    },
    /// Makes the base plan what a scenario stands for. The scenario then follows the base and overrides nothing.
    PromoteScenario {
        /// Which.
        scenario: Id,
    },
    /// Overrides one field, adds or removes one row in a scenario, with reason and sources.
    SetOverride {
        /// The override; it replaces the one with its key.
        is: Box<Override>,
    },
    /// Lets one field or row of a scenario follow its parent again.
    ResetOverride {
        /// What it is about.
        at: OverrideKey,
    },
    /// Lets all of a scenario follow its parent again.
    ResetScenario {
        /// Which.
        scenario: Id,
    },
    /// Answers a question of the tree of outcomes; nothing takes the answer back.
    SetOdds {
        /// Which question.
        question: Question,
        /// The probability, with whose and when, or nothing.
        odds: Option<Box<Odds>>,
    },
}

impl Change {
    /// The name of the act in files and labels: `set_amount`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::RenamePlan { .. } => "rename_plan",
            Self::SetPackageTotal { .. } => "set_package_total",
            Self::SetReading { .. } => "set_reading",
            Self::AddAllocation { .. } => "add_allocation",
            Self::RemoveAllocation { .. } => "remove_allocation",
            Self::SetAmount { .. } => "set_amount",
            Self::SetProgramme { .. } => "set_programme",
            Self::SetInstrument { .. } => "set_instrument",
            Self::SetCapital { .. } => "set_capital",
            Self::SetSector { .. } => "set_sector",
            Self::SetPurpose { .. } => "set_purpose",
            Self::SetCluster { .. } => "set_cluster",
            Self::SetSpan { .. } => "set_span",
            Self::SetProfile { .. } => "set_profile",
            Self::SetAmountGrade { .. } => "set_amount_grade",
            Self::SetSplitGrade { .. } => "set_split_grade",
            Self::SetSources { .. } => "set_sources",
            Self::SetCited { .. } => "set_cited",
            Self::SetNote { .. } => "set_note",
            Self::SetLocked { .. } => "set_locked",
            Self::SetPaid { .. } => "set_paid",
            Self::SetLimit { .. } => "set_limit",
            Self::RemoveLimit { .. } => "remove_limit",
            Self::SetPriority { .. } => "set_priority",
            Self::SetStep { .. } => "set_step",
            Self::SlipStep { .. } => "slip_step",
            Self::RemoveStep { .. } => "remove_step",
            Self::SetTerms { .. } => "set_terms",
            Self::SetEvent { .. } => "set_event",
            Self::RemoveEvent { .. } => "remove_event",
            Self::SetCap { .. } => "set_cap",
            Self::RemoveCap { .. } => "remove_cap",
            Self::SetLapse { .. } => "set_lapse",
            Self::AddScenario { .. } => "add_scenario",
            Self::SetScenario { .. } => "set_scenario",
            Self::RemoveScenario { .. } => "remove_scenario",
            Self::DuplicateScenario { .. } => "duplicate_scenario",
            Self::PromoteScenario { .. } => "promote_scenario",
            Self::SetOverride { .. } => "set_override",
            Self::ResetOverride { .. } => "reset_override",
            Self::ResetScenario { .. } => "reset_scenario",
            Self::SetOdds { .. } => "set_odds",
        }
    }

    /// The row the act is about, if it is about one.
    #[must_use]
    pub fn allocation(&self) -> Option<Id> {
        match self {
            Self::RenamePlan { .. }
            | Self::SetPackageTotal { .. }
            | Self::SetReading { .. }
            | Self::SetLimit { .. }
            | Self::RemoveLimit { .. }
            | Self::SetStep { .. }
            | Self::SlipStep { .. }
            | Self::RemoveStep { .. }
            | Self::SetTerms { .. }
            | Self::SetEvent { .. }
            | Self::RemoveEvent { .. }
            | Self::SetCap { .. }
            | Self::RemoveCap { .. }
            | Self::SetLapse { .. }
            | Self::AddScenario { .. }
            | Self::SetScenario { .. }
            | Self::RemoveScenario { .. }
            | Self::DuplicateScenario { .. }
            | Self::PromoteScenario { .. }
            | Self::SetOverride { .. }
            | Self::ResetOverride { .. }
            | Self::ResetScenario { .. }
            | Self::SetOdds { .. } => None,
            Self::AddAllocation { row } => Some(row.id),
            Self::RemoveAllocation { allocation }
            | Self::SetAmount { allocation, .. }
            | Self::SetProgramme { allocation, .. }
            | Self::SetInstrument { allocation, .. }
            | Self::SetCapital { allocation, .. }
            | Self::SetSector { allocation, .. }
            | Self::SetPurpose { allocation, .. }
            | Self::SetCluster { allocation, .. }
            | Self::SetSpan { allocation, .. }
            | Self::SetProfile { allocation, .. }
            | Self::SetAmountGrade { allocation, .. }
            | Self::SetSplitGrade { allocation, .. }
            | Self::SetSources { allocation, .. }
            | Self::SetCited { allocation, .. }
            | Self::SetNote { allocation, .. }
            | Self::SetLocked { allocation, .. }
            | Self::SetPriority { allocation, .. }
            | Self::SetPaid { allocation, .. } => Some(*allocation),
        }
    }
}
