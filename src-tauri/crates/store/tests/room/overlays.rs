//! Scenarios out of a number: edits of them and in them, and plans that have some.
#![allow(clippy::unwrap_used, dead_code)]

use model::{
    Change, Date, Edit, Grade, Id, Name, Odds, Outcome, Override, Plan, Question, Scenario, ScenarioId, apply_all,
};

use super::generate::Dice;

/// How many kinds of edit are about scenarios and odds.
pub const KINDS: usize = 9;

/// An edit of any kind: in the base plan, in a scenario or of scenarios. It may be one that the plan refuses.
pub fn edit(dice: &mut Dice, plan: &Plan) -> Edit {
    if dice.below(3) == 0 {
        return dice.edit(plan);
    }
    let rows = plan.scenarios.as_slice();
    let Some(one) = rows.get(dice.below(rows.len())).map(|row| row.id) else {
        let kind = *dice.one_of(&[0, 8]);
        return Edit::base(change(dice, plan, kind, Id::from_bits(1)));
    };
    if dice.yes() {
        let scenario = ScenarioId::Of(one);
        let resolved = plan.resolve(scenario).unwrap().plan;
        return Edit { scenario, change: dice.edit(&resolved).change };
    }
    let kind = dice.below(KINDS);
    Edit::base(change(dice, plan, kind, one))
}

fn change(dice: &mut Dice, plan: &Plan, kind: usize, one: Id) -> Change {
    let overrides = plan.overrides.as_slice();
    let row = overrides.get(dice.below(overrides.len())).cloned();
    let new = |dice: &mut Dice| Box::new(scenario(dice, plan));
    match (kind, row) {
        (1, _) => Change::SetScenario { scenario: Box::new(Scenario { id: one, ..scenario(dice, plan) }) },
        (2, _) => Change::RemoveScenario { scenario: one },
        (3, _) => Change::DuplicateScenario { of: one, scenario: new(dice) },
        (4, _) => Change::PromoteScenario { scenario: one },
        (5, Some(row)) => {
            let reason = (*dice.one_of(&["", "Бо так; \"сказано\"\n\\"])).to_owned();
            Change::SetOverride { is: Box::new(Override { reason, ..(*row).clone() }) }
        }
        (6, Some(row)) => Change::ResetOverride { at: row.at.clone() },
        (7, _) => Change::ResetScenario { scenario: one },
        (8, _) => odds(dice),
        _ => Change::AddScenario { scenario: new(dice) },
    }
}

fn scenario(dice: &mut Dice, plan: &Plan) -> Scenario {
    let id = dice.id();
    let rows = plan.scenarios.as_slice();
    let parent = rows.get(dice.below(rows.len() * 2 + 1)).map_or(ScenarioId::Base, |row| ScenarioId::Of(row.id));
    Scenario {
        id,
        name: Name::new(format!("Scenario {id}"), format!("Сценарій {id}")),
        parent,
        place: *dice.one_of(&[0, 1, u32::MAX]),
        outcome: dice.maybe(|dice| *dice.one_of(&Outcome::ALL)),
        trigger: Name::new("If; 'so'", "Якщо \"так\""),
        grade: *dice.one_of(&Grade::ALL),
        sources: plan.sources.iter().take(dice.below(2)).map(|row| row.key.clone()).collect(),
        note: "a\nnote".to_owned(),
    }
}

fn odds(dice: &mut Dice) -> Change {
    let question = *dice.one_of(&Question::ALL);
    let odds = dice.maybe(|dice| Odds {
        question,
        share: dice.one_of(&["0", "0.333333333333", "1"]).parse().unwrap(),
        author: (*dice.one_of(&["", "Олена Коваль", "Somebody"])).to_owned(),
        day: Date::new(2026, 2, 28).unwrap(),
        note: "grounds".to_owned(),
    });
    Change::SetOdds { question, odds: odds.map(Box::new) }
}

/// A plan with scenarios and odds, mostly.
pub fn plan(dice: &mut Dice) -> Plan {
    let mut plan = dice.plan();
    for _ in 0..dice.below(24) {
        let edits = [edit(dice, &plan)];
        plan = apply_all(&plan, &edits).unwrap_or(plan);
    }
    plan
}
