//! What an edit is about, so that a refusal can say it: the table, and what people call the row.

use std::collections::HashMap;

use model::{Id, Plan, TableName};

use crate::Problem;
use crate::wire::{Act, ScenarioAct};

/// The most signs of a name that stand in front of a refusal; a name may itself be what is refused.
const MOST_SIGNS: usize = 80;

/// The row that an act is about, as the act calls it.
pub(crate) struct About {
    table: TableName,
    name: String,
    /// Whether that is what the row is called, and not its code, key or id.
    named: bool,
}

impl About {
    /// A step by its code.
    pub(crate) fn step(code: &model::Code) -> Self {
        Self { table: TableName::Steps, name: code.to_string(), named: false }
    }

    /// An allocation by its code.
    pub(crate) fn allocation(code: &model::Code) -> Self {
        Self { table: TableName::Allocations, name: code.to_string(), named: false }
    }

    /// What an act is about; nothing where it is about the plan itself.
    pub(crate) fn of(act: &Act) -> Option<Self> {
        let of = |table, name: &String, named| Some(Self { table, name: name.clone(), named });
        let coded = |table, name: &String| of(table, name, false);
        // What is new has a code of its own, or only a name.
        let new = |table, code: &Option<String>, name: &String| match code {
            Some(code) => coded(table, code),
            None => of(table, name, true),
        };
        match act {
            // What is about many rows names the one that is in the way, if one is.
            Act::RenamePlan { .. }
            | Act::SetPackageTotal { .. }
            | Act::SetReading { .. }
            | Act::Spread(_)
            | Act::Balance(_)
            | Act::MergeRows { .. }
            | Act::SetField(_) => None,
            Act::AddAllocation(row) => row.code.as_ref().and_then(|code| coded(TableName::Allocations, code)),
            Act::RemoveAllocation { allocation }
            | Act::SetAmount { allocation, .. }
            | Act::SetProgramme { allocation, .. }
            | Act::SetInstrument { allocation, .. }
            | Act::SetCapital { allocation, .. }
            | Act::SetSector { allocation, .. }
            | Act::SetPurpose { allocation, .. }
            | Act::SetCluster { allocation, .. }
            | Act::SetSpan { allocation, .. }
            | Act::SetProfile { allocation, .. }
            | Act::SetAmountGrade { allocation, .. }
            | Act::SetSplitGrade { allocation, .. }
            | Act::SetSources { allocation, .. }
            | Act::SetCited { allocation, .. }
            | Act::SetNote { allocation, .. }
            | Act::SetLocked { allocation, .. }
            | Act::SetPaid { allocation, .. }
            | Act::SetPriority { allocation, .. }
            | Act::SetYear { allocation, .. }
            | Act::SplitRow { allocation, .. }
            | Act::DuplicateRow { allocation } => coded(TableName::Allocations, allocation),
            Act::SetLimit(limit) => of(TableName::Limits, &limit.name, true),
            Act::RemoveLimit { limit } => coded(TableName::Limits, limit),
            Act::AddStep { step } => new(TableName::Steps, &step.code, &step.name.en),
            Act::SetStep(patch) => coded(TableName::Steps, &patch.step),
            Act::SlipStep { step, .. } | Act::RemoveStep { step } => coded(TableName::Steps, step),
            Act::SetTerms { cluster, .. } => coded(TableName::Clusters, cluster),
            Act::AddEvent { event } => new(TableName::Events, &event.code, &event.name.en),
            Act::SetEvent(patch) => coded(TableName::Events, &patch.event),
            Act::RemoveEvent { event } => coded(TableName::Events, event),
            Act::AddCap { cap } => of(TableName::Caps, &cap.name.en, true),
            Act::SetCap(patch) => coded(TableName::Caps, &patch.cap),
            Act::RemoveCap { cap } => coded(TableName::Caps, cap),
            Act::SetLapse { programme, .. } => coded(TableName::Programmes, programme),
        }
    }

    /// What an act on scenarios is about; nothing where it is about the odds of the outcomes.
    pub(crate) fn of_scenario(act: &ScenarioAct) -> Option<Self> {
        let name = match act {
            ScenarioAct::AddScenario(new) => &new.name.en,
            ScenarioAct::SetScenario(patch) => &patch.scenario,
            ScenarioAct::SetOverride(new) => &new.scenario,
            ScenarioAct::DuplicateScenario { of, .. } => of,
            ScenarioAct::RemoveScenario { scenario }
            | ScenarioAct::PromoteScenario { scenario }
            | ScenarioAct::SetReason { scenario, .. }
            | ScenarioAct::ResetOverride { scenario, .. }
            | ScenarioAct::ResetScenario { scenario } => scenario,
            ScenarioAct::SetOdds { .. } => return None,
        };
        let named = name.parse::<Id>().is_err();
        Some(Self { table: TableName::Scenarios, name: name.clone(), named })
    }

    /// The same as people call it: the code or the name of a row that the act names by its id.
    pub(crate) fn told(self, plan: &Plan, codes: &HashMap<String, Id>) -> Self {
        let Some(id) = self.name.parse::<Id>().ok().filter(|_| !self.named) else {
            let named = self.named || matches!(self.table, TableName::Caps | TableName::Limits);
            return Self { named, ..self };
        };
        let coded = |code: Option<String>| code.map(|code| (code, false));
        let found = match self.table {
            TableName::Allocations => {
                let new = || codes.iter().find(|(_, known)| **known == id).map(|(code, _)| code.clone());
                coded(plan.allocations.get(&id).map(|row| row.code.to_string()).or_else(new))
            }
            TableName::Steps => coded(plan.steps.get(&id).map(|step| step.code.to_string())),
            TableName::Events => coded(plan.events.get(&id).map(|event| event.code.to_string())),
            TableName::Caps => plan.caps.get(&id).map(|cap| (cap.name.en.clone(), true)),
            TableName::Limits => plan.limits.get(&id).map(|limit| (limit.name.en.clone(), true)),
            TableName::Scenarios => plan.scenarios.get(&id).map(|scenario| (scenario.name.en.clone(), true)),
            _ => None,
        };
        match found {
            Some((name, named)) => Self { name, named, ..self },
            None => self,
        }
    }

    /// The problem with what it is about.
    pub(crate) fn put(self, problem: Problem) -> Problem {
        let shown: String = self.name.chars().take(MOST_SIGNS).collect();
        let cut = if shown.len() < self.name.len() { "\u{2026}" } else { "" };
        let problem = problem.with("about", self.table.key()).with("row", format!("{shown}{cut}"));
        if self.named { problem.with("named", "yes") } else { problem }
    }
}
