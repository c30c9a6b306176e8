//! From a scenario to the plan it stands for: the first step of every computation.

use model::{Plan, Scenario};

/// The plan has no scenario of that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownScenario(pub String);

/// The plan as `scenario` sees it. The root sees the plan as it is.
///
/// # Errors
/// [`UnknownScenario`] where the plan has none of that name.
pub fn resolve(plan: &Plan, scenario: &Scenario) -> Result<Plan, UnknownScenario> {
    if scenario.is_base() { Ok(plan.clone()) } else { Err(UnknownScenario(scenario.to_string())) }
}
