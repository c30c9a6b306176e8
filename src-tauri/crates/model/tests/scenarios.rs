//! What holds for scenarios.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod room;

use model::{
    Change, Diff, Edit, FieldName, Fields, Money, Override, OverrideKey, Plan, Refusal, Scenario, ScenarioId,
    TableName, What, Why, differences, overlay_between,
};
use proptest::prelude::*;

use self::room::{bare, change, edited, id, plan, scenario, seeds, with_scenarios};

const FIRST: ScenarioId = ScenarioId::Of(model::Id::from_bits(1));
const SECOND: ScenarioId = ScenarioId::Of(model::Id::from_bits(2));
const EVERYWHERE: [ScenarioId; 3] = [ScenarioId::Base, FIRST, SECOND];

fn stands_for(plan: &Plan, scenario: ScenarioId) -> Plan {
    bare(&plan.resolve(scenario).unwrap().plan)
}

proptest! {
    #[test]
    fn a_scenario_without_overrides_is_its_parent(seeds in seeds(12)) {
        let plan = edited(&with_scenarios(&plan(), 1), &seeds, &EVERYWHERE[..2]);
        let plan = with_scenarios_after(&plan);
        prop_assert_eq!(stands_for(&plan, SECOND), stands_for(&plan, FIRST));
    }

    #[test]
    fn an_edit_in_a_scenario_does_what_it_does_to_the_plan_it_stands_for(before in seeds(16), seed: room::Seed) {
        let plan = edited(&with_scenarios(&plan(), 2), &before, &EVERYWHERE);
        for scenario in EVERYWHERE {
            let whole = plan.resolve(scenario).unwrap().plan;
            let Some(change) = change(&whole, seed) else { continue };
            let direct = whole.apply(&Edit::base(change.clone()));
            let overlaid = plan.apply(&Edit { scenario, change });
            match (direct, overlaid) {
                (Ok(direct), Ok(overlaid)) => prop_assert_eq!(stands_for(&overlaid, scenario), bare(&direct)),
                (Err(direct), Err(overlaid)) => prop_assert_eq!(direct, overlaid),
                (direct, overlaid) => prop_assert!(false, "{direct:?} but {overlaid:?}"),
            }
        }
    }

    #[test]
    fn an_edit_in_a_scenario_touches_no_row_of_the_base(before in seeds(12), seed: room::Seed) {
        let plan = edited(&with_scenarios(&plan(), 2), &before, &EVERYWHERE);
        let after = edited(&plan, &[seed], &[SECOND]);
        prop_assert_eq!(stands_for(&after, ScenarioId::Base), stands_for(&plan, ScenarioId::Base));
        prop_assert_eq!(stands_for(&after, FIRST), stands_for(&plan, FIRST));
    }

    #[test]
    fn no_scenario_stands_for_a_plan_with_a_flaw(seeds in seeds(40)) {
        let plan = edited(&with_scenarios(&plan(), 2), &seeds, &EVERYWHERE);
        prop_assert_eq!(plan.flaws(), vec![]);
        for scenario in EVERYWHERE {
            let flaws = stands_for(&plan, scenario).flaws();
            let code_twice = |flaw: &model::Flaw| flaw.to_string().contains("is taken");
            prop_assert!(flaws.iter().all(code_twice), "{flaws:?}");
        }
    }

    #[test]
    fn whatever_is_overridden_is_applied_or_told(seeds in seeds(40)) {
        let plan = edited(&with_scenarios(&plan(), 2), &seeds, &EVERYWHERE);
        let resolved = plan.resolve(FIRST).unwrap();
        for row in plan.overrides_of(id(1)) {
            let told = resolved.unapplied.iter().any(|told| told.at == row.at);
            let there = match (&row.what, row.at.field) {
                (What::Set(value), Some(field)) => {
                    resolved.plan.field(row.at.table, &row.at.row, field).as_ref() == Some(value)
                }
                (What::Remove, _) => !resolved.plan.has_row(row.at.table, &row.at.row),
                _ => resolved.plan.has_row(row.at.table, &row.at.row),
            };
            // A row that scenario and parent have both taken out is told all the same: the override has become idle.
            prop_assert!(if row.what == What::Remove { there } else { told != there }, "{:?}", row);
        }
    }

    #[test]
    fn promoting_leaves_nothing_to_compare(seeds in seeds(30)) {
        let plan = edited(&with_scenarios(&plan(), 2), &seeds, &EVERYWHERE);
        let resolved = plan.resolve(SECOND).unwrap();
        let promoted = plan.apply(&Edit::base(Change::PromoteScenario { scenario: id(2) }));
        if !resolved.unapplied.is_empty() {
            prop_assert_eq!(promoted.unwrap_err(), Refusal::Unapplied { count: resolved.unapplied.len() });
            return Ok(());
        }
        let promoted = promoted.unwrap();
        prop_assert_eq!(stands_for(&promoted, ScenarioId::Base), bare(&resolved.plan));
        prop_assert_eq!(stands_for(&promoted, SECOND), bare(&resolved.plan));
        prop_assert!(promoted.overrides_of(id(2)).is_empty());
    }

    #[test]
    fn a_duplicate_stands_for_the_same(seeds in seeds(20)) {
        let plan = edited(&with_scenarios(&plan(), 2), &seeds, &EVERYWHERE);
        let copy = Scenario { id: id(9), name: model::Name::same("copy"), ..scenario(2, FIRST) };
        let plan = plan.apply(&Edit::base(Change::DuplicateScenario { of: id(2), scenario: Box::new(copy) })).unwrap();
        prop_assert_eq!(stands_for(&plan, ScenarioId::Of(id(9))), stands_for(&plan, SECOND));
    }

    #[test]
    fn an_overlay_makes_of_one_plan_the_other(one in seeds(20), other in seeds(20)) {
        let (parent, wanted) = (edited(&plan(), &one, &[ScenarioId::Base]), edited(&plan(), &other, &[ScenarioId::Base]));
        let mut scenarios = with_scenarios(&parent, 1);
        for row in overlay_between(&parent, &wanted, id(1)) {
            scenarios.overrides.put(row.into());
        }
        let told = differences(&Diff::between(&stands_for(&scenarios, FIRST), &wanted));
        // Two rows added apart may have one code, which is no field that scenarios override.
        prop_assert!(told.iter().all(|row| row.called.starts_with('A')), "{told:?}");
    }

    #[test]
    fn what_a_field_tells_can_be_put(seeds in seeds(30)) {
        let plan = edited(&plan(), &seeds, &[ScenarioId::Base]);
        fn holds<T: Fields + std::fmt::Debug>(rows: impl Iterator<Item = std::sync::Arc<T>>) {
            for row in rows {
                for (field, _) in T::FIELDS {
                    let mut copy = T::clone(&row);
                    copy.put(*field, &row.tell(*field)).unwrap();
                    assert_eq!(copy, *row);
                }
            }
        }
        holds(plan.allocations.iter().cloned());
        holds(plan.steps.iter().cloned());
        holds(plan.events.iter().cloned());
        holds(plan.caps.iter().cloned());
        holds(plan.clusters.iter().cloned());
        holds(plan.programmes.iter().cloned());
        holds(std::iter::once(plan.package.clone()));
    }
}

/// A second scenario that follows the first and overrides nothing.
fn with_scenarios_after(plan: &Plan) -> Plan {
    plan.apply(&Edit::base(Change::AddScenario { scenario: Box::new(scenario(2, FIRST)) })).unwrap()
}

fn field(table: TableName, name: &str) -> FieldName {
    FieldName::of(table, name).unwrap()
}

fn overriding(plan: &Plan, field_name: &str, value: &str) -> Override {
    let row = plan.allocation_named("A001").unwrap().id.to_string();
    let table = TableName::Allocations;
    let at = OverrideKey { scenario: id(1), table, row: row.into(), field: Some(field(table, field_name)) };
    Override { at, what: What::Set(value.to_owned()), reason: "because".to_owned(), sources: Vec::new() }
}

fn set(plan: &Plan, is: Override) -> Result<Plan, Refusal> {
    plan.apply(&Edit::base(Change::SetOverride { is: Box::new(is) }))
}

#[test]
fn what_is_not_overridden_follows_the_parent() {
    let plan = with_scenarios(&plan(), 1);
    let row = plan.allocation_named("A001").unwrap().id;
    let plan = set(&plan, overriding(&plan, "amount", "7.00")).unwrap();
    let both = [
        Edit::base(Change::SetAmount { allocation: row, amount: Money::from_cents(900) }),
        Edit::base(Change::SetNote { allocation: row, note: "new".to_owned() }),
    ];
    let plan = model::apply_all(&plan, &both).unwrap();
    let resolved = plan.resolve(FIRST).unwrap().plan;
    let found = resolved.allocations.get(&row).unwrap();
    assert_eq!((found.amount.cents(), &*found.note), (700, "new"));
}

#[test]
fn an_override_of_a_row_that_went_is_told() {
    let plan = with_scenarios(&plan(), 1);
    let row = plan.allocation_named("A001").unwrap().id;
    let plan = set(&plan, overriding(&plan, "amount", "7.00")).unwrap();
    let plan = plan.apply(&Edit::base(Change::RemoveAllocation { allocation: row })).unwrap();
    let resolved = plan.resolve(FIRST).unwrap();
    assert_eq!(resolved.unapplied.len(), 1);
    assert_eq!(resolved.unapplied[0].why, Why::RowGone);
    assert!(plan.flaws().is_empty());
}

#[test]
fn an_override_that_the_row_can_no_longer_bear_is_told_and_left_out() {
    let plan = with_scenarios(&plan(), 1);
    let row = plan.allocation_named("A001").unwrap();
    let (row, end) = (row.id, row.end);
    let plan = set(&plan, overriding(&plan, "end", "2028-Q1")).unwrap();
    let plan = set(&plan, overriding(&plan, "note", "kept")).unwrap();
    let later = Change::SetSpan { allocation: row, start: "2029-Q1".parse().unwrap(), end };
    let plan = plan.apply(&Edit::base(later)).unwrap();
    let resolved = plan.resolve(FIRST).unwrap();
    let found = resolved.plan.allocations.get(&row).unwrap();
    assert_eq!((found.end, &*found.note), (end, "kept"));
    assert!(
        matches!(&resolved.unapplied[..], [one] if matches!(one.why, Why::Refused(Refusal::EndBeforeStart { .. })))
    );
}

#[test]
fn a_value_as_the_parent_has_it_is_no_override_when_it_is_typed_and_one_when_it_is_meant() {
    let plan = with_scenarios(&plan(), 1);
    let row = plan.allocation_named("A001").unwrap().clone();
    let typed = |plan: &Plan, cents| {
        let change = Change::SetAmount { allocation: row.id, amount: Money::from_cents(cents) };
        plan.apply(&Edit { scenario: FIRST, change }).unwrap()
    };
    let other = typed(&plan, 5);
    assert_eq!(other.overrides_of(id(1)).len(), 1);
    assert_eq!(typed(&other, row.amount.cents()), plan);
    let meant = set(&plan, overriding(&plan, "amount", &row.amount.to_string())).unwrap();
    assert_eq!(meant.overrides_of(id(1)).len(), 1);
}

#[test]
fn what_breaks_a_rule_is_refused() {
    let plan = with_scenarios(&plan(), 2);
    let refused = |is| set(&plan, is).unwrap_err();
    assert!(matches!(refused(overriding(&plan, "end", "2020-Q1")), Refusal::EndBeforeStart { .. }));
    assert!(matches!(refused(overriding(&plan, "amount", "much")), Refusal::Value(_)));
    assert!(matches!(refused(overriding(&plan, "code", "B1")), Refusal::NotOverridable { .. }));
    assert!(matches!(refused(overriding(&plan, "sector", "moon")), Refusal::Unknown { .. }));
    let mut gone = overriding(&plan, "amount", "7.00");
    gone.at.row = "0000000000000000000000000000ffff".into();
    assert!(matches!(refused(gone), Refusal::Unknown { .. }));
    let apply = |change| plan.apply(&Edit::base(change)).unwrap_err();
    let circle = Change::SetScenario { scenario: Box::new(scenario(1, SECOND)) };
    assert!(matches!(apply(circle), Refusal::ScenariosInCircle { chain } if chain.len() == 3));
    let itself = Change::SetScenario { scenario: Box::new(scenario(1, FIRST)) };
    assert!(matches!(apply(itself), Refusal::ScenariosInCircle { .. }));
    assert!(matches!(apply(Change::RemoveScenario { scenario: id(1) }), Refusal::ScenarioFollowed { .. }));
    let same_name = Scenario { id: id(3), name: model::Name::same("SCENARIO 1"), ..scenario(1, ScenarioId::Base) };
    assert!(matches!(apply(Change::AddScenario { scenario: Box::new(same_name) }), Refusal::ScenarioNameTaken(_)));
    let base = Scenario { id: id(3), name: model::Name::same("Base"), ..scenario(1, ScenarioId::Base) };
    assert!(matches!(apply(Change::AddScenario { scenario: Box::new(base) }), Refusal::ScenarioNameTaken(_)));
    let called = |name: &str| {
        let row = Scenario { id: id(3), name: model::Name::same(name), ..scenario(1, ScenarioId::Base) };
        apply(Change::AddScenario { scenario: Box::new(row) })
    };
    assert!(matches!(called("two\nlines"), Refusal::Unprintable { .. }));
    assert_eq!(called("\u{200b}"), Refusal::EmptyName);
    assert!(matches!(called(&id(2).to_string()), Refusal::ScenarioNameTaken(_)));
    let in_scenario = Edit { scenario: FIRST, change: Change::RemoveScenario { scenario: id(2) } };
    assert!(matches!(plan.apply(&in_scenario).unwrap_err(), Refusal::BaseOnly { .. }));
}

#[test]
fn an_instrument_brings_its_capital() {
    let plan = with_scenarios(&plan(), 1);
    let plan = set(&plan, overriding(&plan, "instrument", "equity_private")).unwrap();
    let resolved = plan.resolve(FIRST).unwrap().plan;
    assert_eq!(resolved.allocation_named("A001").unwrap().capital, model::Capital::Private);
    let told = differences(&Diff::between(&bare(&plan), &bare(&resolved)));
    assert!(
        matches!(&told[..], [row] if matches!(&row.kind, model::DifferenceKind::Changed(fields) if fields.len() == 1))
    );
}

#[test]
fn scenarios_follow_one_another_only_so_deep_wherever_they_are_moved() {
    let plan = with_scenarios(&plan(), 32);
    let other = Scenario { id: id(40), name: model::Name::same("other"), ..scenario(40, ScenarioId::Base) };
    let plan = plan.apply(&Edit::base(Change::AddScenario { scenario: Box::new(other) })).unwrap();
    let moved = Scenario { parent: ScenarioId::Of(id(40)), ..scenario(1, ScenarioId::Base) };
    let refused = plan.apply(&Edit::base(Change::SetScenario { scenario: Box::new(moved) })).unwrap_err();
    assert!(matches!(refused, Refusal::ScenariosTooDeep { most: 32 }), "{refused}");
    let deeper = Change::AddScenario { scenario: Box::new(scenario(33, ScenarioId::Of(id(32)))) };
    assert!(matches!(plan.apply(&Edit::base(deeper)).unwrap_err(), Refusal::ScenariosTooDeep { .. }));
}
