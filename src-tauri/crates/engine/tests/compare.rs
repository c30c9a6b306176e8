//! Laws of comparing: whatever two plans say, the effects and the bridges add exactly.

#![allow(clippy::unwrap_used)]

mod any_plan;

use any_plan::{plan, plan_of};
use engine::{
    BarKey, Bridge, BridgeBy, Comparison, Every, Measure, Moved, Side, bridge, compare, schedule, schedule_after,
};
use model::{
    Change, DifferenceKind, Dimension, Edit, Grade, Id, Money, Name, Plan, Scenario, ScenarioId, TableName, Total,
    sketch,
};
use proptest::prelude::*;

/// Another plan with rows of the same identities, of the same package or of others.
fn other() -> impl Strategy<Value = Plan> {
    prop_oneof![
        plan(),
        plan_of("package 700bn 2025-Q3..2031-Q2 as-of 2026-11-20"),
        plan_of("package 800bn 2026-Q1..2040-Q4 as-of 2027-05-01"),
    ]
}

fn compared(a: &Plan, b: &Plan) -> Comparison {
    let (of_a, of_b) = (schedule(a), schedule(b));
    compare(Side { plan: a, schedule: &of_a }, Side { plan: b, schedule: &of_b })
}

/// The bridges of a measure in every way.
fn bridged(a: &Plan, b: &Plan, measure: Measure) -> Vec<(BridgeBy, Bridge)> {
    let (of_a, of_b) = (schedule(a), schedule(b));
    let (a, b) = (Side { plan: a, schedule: &of_a }, Side { plan: b, schedule: &of_b });
    let dimensions = Dimension::ALL.into_iter().map(BridgeBy::Dimension);
    dimensions.chain([BridgeBy::Year, BridgeBy::Change]).map(|by| (by, bridge(a, b, measure, by))).collect()
}

/// What all effects of a comparison add to.
fn added(compared: &Comparison) -> Vec<Total> {
    let mut sums = vec![Total::ZERO; compared.years.len()];
    let effects = compared.rows.iter().filter_map(|row| row.effect.as_ref());
    let together = compared.together.iter().map(|together| &together.moved);
    for moved in effects.chain(together).chain(&compared.room) {
        assert_eq!(moved.net, moved.arrives - moved.leaves);
        assert_eq!(moved.net, moved.years.iter().map(|(_, change)| *change).sum());
        assert!(moved.leaves >= Total::ZERO && moved.arrives >= Total::ZERO && !moved.is_nothing());
        assert_eq!(moved.years.len(), sums.len());
        sums.iter_mut().zip(&moved.years).for_each(|(sum, (_, change))| *sum += *change);
    }
    sums
}

/// What a plan has of a flow in each year, and past the package.
fn flow(plan: &Plan, measure: Measure) -> (Vec<(i32, Total)>, Total) {
    let (cells, after) = schedule(plan).totals(measure, Every::Year);
    (plan.package.years().zip(cells).collect(), after)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn the_effects_add_to_the_whole_difference_in_every_year(a in plan(), b in other()) {
        let told = compared(&a, &b);
        for (side, plan) in [&a, &b].into_iter().enumerate() {
            for (measure, of) in [(Measure::Paid, 0), (Measure::Planned, 1)] {
                let (years, after) = flow(plan, measure);
                for pair in &told.years {
                    let mine = pair.year.map_or(Some(after), |year| {
                        years.iter().find(|(of, _)| *of == year).map(|(_, sum)| *sum)
                    });
                    let pair = if of == 0 { pair.paid } else { pair.planned };
                    prop_assert_eq!(pair[side], mine.unwrap_or_default());
                }
            }
            prop_assert_eq!(told.paid[side] + told.after[side], flow(plan, Measure::Paid).1 + paid(plan));
            let ends = schedule(plan).stocks(Every::Year).pop().unwrap();
            let [backlog, _, _, at_risk, not_yet_due, lost, stopped] = ends;
            prop_assert_eq!(&totals(&told).map(|pair| pair[side])[3..], [backlog, at_risk, not_yet_due, lost, stopped]);
        }
        let whole: Vec<Total> = told.years.iter().map(|pair| pair.paid[1] - pair.paid[0]).collect();
        prop_assert_eq!(added(&told), &whole[..]);
        prop_assert_eq!(told.moved().years.iter().map(|(_, change)| *change).collect::<Vec<_>>(), whole);
        prop_assert_eq!(told.moved().within(), told.paid[1] - told.paid[0]);
    }

    #[test]
    fn a_bridge_leads_from_one_sum_to_the_other(a in plan(), b in other()) {
        for measure in [Measure::Planned, Measure::Paid] {
            let sums = [&a, &b].map(|plan| match measure {
                Measure::Planned => plan.allocations.iter().map(|row| row.amount).sum::<Total>(),
                _ => paid(plan) + flow(plan, Measure::Paid).1,
            });
            for (by, told) in bridged(&a, &b, measure) {
                prop_assert_eq!([told.from, told.to], sums, "{:?} {:?}", measure, by);
                let changes = told.bars.iter().map(|bar| bar.change).sum::<Total>();
                prop_assert_eq!(told.from + changes, told.to, "{:?} {:?}", measure, by);
                for bar in &told.bars {
                    let [from, to] = bar.sides.unwrap_or([Total::ZERO, bar.change]);
                    prop_assert_eq!(from + bar.change, to);
                    prop_assert_eq!(bar.sides.is_none(), by == BridgeBy::Change);
                }
                if (measure, by) == (Measure::Paid, BridgeBy::Change) {
                    prop_assert_eq!(compared(&a, &b).bridge(), told);
                }
            }
        }
    }

    #[test]
    fn a_plan_compared_with_itself_is_the_same(a in plan()) {
        let told = compared(&a, &a.clone());
        prop_assert!(told.is_empty() && told.aside.is_empty() && told.together.is_empty());
        prop_assert_eq!(&told.room, &None);
        prop_assert!(told.moved().is_nothing());
        for (_, told) in bridged(&a, &a, Measure::Paid) {
            prop_assert!(told.bars.iter().all(|bar| bar.change == Total::ZERO));
        }
    }

    #[test]
    fn the_way_back_is_the_mirror(a in plan(), b in other()) {
        let (there, back) = (compared(&a, &b), compared(&b, &a));
        let swapped = |[a, b]: [Total; 2]| [b, a];
        for (there, back) in there.years.iter().zip(&back.years) {
            prop_assert_eq!((there.year, there.paid, there.planned), (back.year, swapped(back.paid), swapped(back.planned)));
        }
        prop_assert_eq!(totals(&there), totals(&back).map(swapped));
        let (forth, home) = (there.moved(), back.moved());
        prop_assert_eq!((forth.leaves, forth.arrives), (home.arrives, home.leaves));
        let rows = |told: &Comparison| told.rows.iter().map(|row| (row.difference.table, row.difference.row.clone())).collect::<std::collections::BTreeSet<_>>();
        prop_assert_eq!(rows(&there), rows(&back));
        let both = bridged(&a, &b, Measure::Planned).into_iter().zip(bridged(&b, &a, Measure::Planned));
        for ((by, there), (_, back)) in both {
            prop_assert_eq!((there.from, there.to), (back.to, back.from));
            for (there, back) in there.bars.iter().zip(&back.bars).filter(|_| by != BridgeBy::Change) {
                prop_assert_eq!((&there.key, there.sides), (&back.key, back.sides.map(swapped)));
            }
        }
    }

    #[test]
    fn the_quick_schedule_of_the_other_side_is_the_whole_one(a in plan(), b in other()) {
        prop_assert_eq!(schedule_after(&a, &schedule(&a), &b), schedule(&b));
        // What no payment depends on is taken over.
        let mut named = a.clone();
        named.package = model::Package { name: Name::same("Another"), ..(*a.package).clone() }.into();
        prop_assert_eq!(schedule_after(&a, &schedule(&a), &named), schedule(&named));
    }
}

fn totals(told: &Comparison) -> [[Total; 2]; 8] {
    let Comparison { allocated, paid, after, backlog, at_risk, not_yet_due, lost, stopped, .. } = told;
    [*allocated, *paid, *after, *backlog, *at_risk, *not_yet_due, *lost, *stopped]
}

fn paid(plan: &Plan) -> Total {
    flow(plan, Measure::Paid).0.into_iter().map(|(_, sum)| sum).sum()
}

const PLAN: &str = "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
    A001 eu grant energy 40bn 2028-Q1..2028-Q4 uniform
    A002 eu loan_concessional transport 20bn 2028-Q1..2029-Q4 uniform fundamentals
    A010 us grant energy 12bn 2030-Q1..2031-Q4 uniform
    A003 us grant health 6bn 2030-Q1..2030-Q4 uniform
    step S01 fundamentals due 2028-Q1
    terms fundamentals from 2026-Q1 proportional window 4 lag 0
    event E01 2029-01-01 delay 4 sector=energy excluded";

fn id(number: u128) -> Id {
    Id::from_bits(number)
}

fn billions(billions: i128) -> Total {
    Total::from_cents(billions * 100_000_000_000)
}

fn money(billions: i64) -> Money {
    Money::from_cents(billions * 100_000_000_000)
}

/// A plan with a scenario that five edits were made in, and that scenario.
fn with_scenario() -> (Plan, ScenarioId) {
    let scenario = Scenario {
        id: id(77),
        name: Name::same("Later"),
        parent: ScenarioId::Base,
        place: 1,
        outcome: None,
        trigger: Name::default(),
        grade: Grade::Assumption,
        sources: Vec::new(),
        note: String::new(),
    };
    let mut plan = sketch::plan(PLAN).unwrap();
    plan = plan.apply(&Edit::base(Change::AddScenario { scenario: Box::new(scenario) })).unwrap();
    let at = ScenarioId::Of(id(77));
    let edits = [
        Change::SetAmount { allocation: id(4), amount: money(3) },
        Change::SetSpan { allocation: id(3), start: "2031-Q1".parse().unwrap(), end: "2032-Q4".parse().unwrap() },
        Change::SlipStep { step: id(1), quarters: 4 },
        Change::SetNote { allocation: id(2), note: "asked".to_owned() },
        Change::RemoveAllocation { allocation: id(1) },
    ];
    for change in edits {
        plan = plan.apply(&Edit { scenario: at, change }).unwrap();
    }
    (plan, at)
}

#[test]
fn a_scenario_differs_from_its_parent_in_exactly_what_was_changed() {
    let (plan, scenario) = with_scenario();
    let (base, later) = (plan.resolve(ScenarioId::Base).unwrap().plan, plan.resolve(scenario).unwrap().plan);
    let told = compared(&base, &later);
    let lines: Vec<(TableName, &str, String)> = told
        .rows
        .iter()
        .map(|row| {
            let kind = match &row.difference.kind {
                DifferenceKind::Added => "added".to_owned(),
                DifferenceKind::Removed => "removed".to_owned(),
                DifferenceKind::Changed(fields) => {
                    fields.iter().map(|field| field.field.unwrap().as_str()).collect::<Vec<_>>().join(" ")
                }
            };
            (row.difference.table, row.difference.called.as_str(), kind)
        })
        .collect();
    let row = |table, called, kind: &str| (table, called, kind.to_owned());
    assert_eq!(
        lines,
        [
            row(TableName::Steps, "S01", "delay_quarters"),
            row(TableName::Allocations, "A001", "removed"),
            row(TableName::Allocations, "A002", "note"),
            row(TableName::Allocations, "A003", "amount"),
            row(TableName::Allocations, "A010", "start end"),
        ]
    );
    assert_eq!((&told.aside[..], &told.together[..]), (&[][..], &[][..]));
    let change = |moved: &Moved| -> Vec<(i32, i128)> {
        let told = moved.years.iter().filter(|(_, change)| *change != Total::ZERO);
        told.map(|(year, change)| (year.unwrap_or(0), change.cents() / 100_000_000_000)).collect()
    };
    let effects: Vec<Option<Vec<(i32, i128)>>> = told.rows.iter().map(|row| row.effect.as_ref().map(change)).collect();
    // In billions. The step comes a year later, and with it what was planned for the first year.
    assert_eq!(effects[0], Some(vec![(2028, -10), (2029, 10)]));
    assert_eq!(effects[1], Some(vec![(2028, -40)]));
    assert_eq!(effects[2], None);
    assert_eq!(effects[3], Some(vec![(2030, -3)]));
    assert_eq!(effects[4], Some(vec![(2030, -6), (2032, 6)]));
    assert_eq!(told.room, None);
    assert_eq!(told.allocated, [billions(78), billions(35)]);
}

#[test]
fn what_gives_way_to_a_change_is_told_apart() {
    let plan = sketch::plan(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
        A001 eu grant energy 10bn 2028-Q1..2028-Q4 uniform
        A002 eu grant energy 10bn 2028-Q1..2028-Q4 uniform
        cap 20bn sector=energy",
    )
    .unwrap();
    let more = plan.apply(&Edit::base(Change::SetAmount { allocation: id(1), amount: money(30) })).unwrap();
    let told = compared(&plan, &more);
    // What is payable in the first quarters passes the room of the year, and the rest waits until the next.
    let room = told.room.clone().unwrap();
    assert_eq!((room.leaves, room.arrives, room.net), (room.leaves, room.leaves, Total::ZERO));
    assert!(room.leaves > Total::ZERO);
    let own = told.rows[0].effect.clone().unwrap();
    assert_eq!((own.net, told.rows.len()), (billions(20), 1));
    let keys: Vec<BarKey> = told.bridge().bars.into_iter().map(|bar| bar.key).collect();
    let row = BarKey::Row { table: TableName::Allocations, row: id(1).to_string(), called: "A001".to_owned() };
    assert_eq!(keys, [row], "room moves money between years and changes no sum");
}

#[test]
fn many_changed_conditions_of_a_table_are_told_together() {
    let steps = |delay: u32| -> Plan {
        let lines: String =
            (1..=80).map(|at| format!("step S{at:02} fundamentals due 2027-Q1 delay {delay}\n")).collect();
        sketch::plan(&format!("{PLAN}\n{lines}cap {}bn capital=public\n", 50 + delay)).unwrap()
    };
    let told = compared(&steps(0), &steps(9));
    assert_eq!(told.rows.len(), 81);
    let [together] = &told.together[..] else { panic!("{:?}", told.together) };
    assert_eq!((together.table, together.rows), (TableName::Steps, 80));
    assert!(told.rows.iter().all(|row| row.difference.table == TableName::Caps || row.effect.is_none()));
    let whole: Vec<Total> = told.years.iter().map(|pair| pair.paid[1] - pair.paid[0]).collect();
    assert_eq!(added(&told), whole);
    assert!(told.bridge().bars.iter().any(|bar| bar.key == BarKey::Table(TableName::Steps)));
}

#[test]
fn what_else_could_be_stands_aside() {
    let (plan, _) = with_scenario();
    let mut bare = plan.clone();
    bare.scenarios = model::Table::default();
    bare.overrides = model::Table::default();
    let told = compared(&bare, &plan);
    assert!(told.is_empty());
    assert_eq!(told.aside.iter().filter(|row| row.table == TableName::Scenarios).count(), 1);
    assert!(told.aside.iter().any(|row| row.table == TableName::Overrides));
}
