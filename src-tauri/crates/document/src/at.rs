//! Where in a document somebody looks: at which state, in which scenario.

use model::{Id, ScenarioId};

/// Which state of the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// As it is.
    #[default]
    Now,
    /// As it was frozen in this version.
    Version(Id),
    /// As it was after this entry of the history, from 1 on.
    Moment(u64),
}

/// Which state of the plan, and which scenario of that state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// Which state.
    pub when: When,
    /// Which scenario of it.
    pub scenario: ScenarioId,
}

impl At {
    /// A scenario as it is now.
    #[must_use]
    pub const fn of(scenario: ScenarioId) -> Self {
        Self { when: When::Now, scenario }
    }

    /// The base plan as it was then.
    #[must_use]
    pub const fn then(when: When) -> Self {
        Self { when, scenario: ScenarioId::Base }
    }
}
