//! Edits in scenarios and of scenarios, out of a number.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

use model::{Change, Edit, Grade, Id, Name, Odds, Outcome, Override, Plan, Question, Scenario, ScenarioId};

use crate::generate::Dice;

/// An edit of any kind in the base plan or in a scenario, or one of scenarios. It may be one that the plan refuses.
pub fn edit(dice: &mut Dice, plan: &Plan, author: &str) -> Edit {
    let known: Vec<Id> = plan.scenarios.iter().map(|row| row.id).collect();
    let kind = if known.is_empty() { 0 } else { dice.below(16) };
    let one = known.get(dice.below(known.len())).copied().unwrap_or(Id::from_bits(0));
    match kind {
        0 => Edit::base(Change::AddScenario { scenario: Box::new(scenario(dice, plan)) }),
        1 => {
            let changed = Scenario { id: one, ..scenario(dice, plan) };
            Edit::base(Change::SetScenario { scenario: Box::new(changed) })
        }
        2 => Edit::base(Change::RemoveScenario { scenario: one }),
        3 => Edit::base(Change::DuplicateScenario { of: one, scenario: Box::new(scenario(dice, plan)) }),
        4 => Edit::base(Change::PromoteScenario { scenario: one }),
        5 => Edit::base(Change::ResetScenario { scenario: one }),
        6 => match plan.overrides.as_slice() {
            [] => Edit::base(Change::ResetScenario { scenario: one }),
            rows => {
                let at = dice.one_of(rows).at.clone();
                if dice.yes() {
                    return Edit::base(Change::ResetOverride { at });
                }
                let row = plan.overrides.get(&at).unwrap();
                let reason = if dice.yes() { "a reason; \"quoted\"".to_owned() } else { String::new() };
                Edit::base(Change::SetOverride { is: Box::new(Override { reason, ..Override::clone(row) }) })
            }
        },
        7 => Edit::base(odds(dice, author)),
        8..=10 => dice.edit(plan),
        _ => {
            let scenario = ScenarioId::Of(one);
            let resolved = plan.resolve(scenario).unwrap().plan;
            Edit { scenario, change: dice.edit(&resolved).change }
        }
    }
}

fn scenario(dice: &mut Dice, plan: &Plan) -> Scenario {
    let id = dice.id();
    let parents: Vec<ScenarioId> = plan.scenarios.iter().map(|row| ScenarioId::Of(row.id)).collect();
    let parent = if parents.is_empty() || dice.yes() { ScenarioId::Base } else { *dice.one_of(&parents) };
    Scenario {
        id,
        name: Name::new(format!("Scenario {id}"), format!("Сценарій {id}")),
        parent,
        place: u32::try_from(dice.below(4)).unwrap(),
        outcome: dice.maybe(|dice| *dice.one_of(&Outcome::ALL)),
        trigger: Name::same("If; 'so'"),
        grade: *dice.one_of(&Grade::ALL),
        sources: Vec::new(),
        note: "a\nnote".to_owned(),
    }
}

/// A probability entered, or taken back.
fn odds(dice: &mut Dice, author: &str) -> Change {
    let question = *dice.one_of(&Question::ALL);
    let odds = dice.maybe(|dice| {
        Box::new(Odds {
            question,
            share: dice.one_of(&["0", "0.25", "0.5", "1"]).parse().unwrap(),
            author: author.to_owned(),
            day: "2026-11-20".parse().unwrap(),
            note: "grounds".to_owned(),
        })
    });
    Change::SetOdds { question, odds }
}
