//! What holds for merging.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod room;

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Change, ConflictKey, Diff, DifferenceKind, Edit, FieldName, MergeRefusal, Money, Pick, Plan, ScenarioId, TableName,
    differences, merge, sketch,
};
use proptest::prelude::*;

use self::room::{Seed, change, edited, plan, seeds, with_scenarios};

const BASE: [ScenarioId; 2] = [ScenarioId::Base, ScenarioId::Of(model::Id::from_bits(1))];

fn merged(base: &Plan, ours: &Plan, theirs: &Plan) -> model::Merged {
    merge(base, ours, theirs, &BTreeMap::new()).unwrap()
}

/// Every field of every row of every table, by name: what is to be held against a merge.
fn facts(plan: &Plan) -> BTreeMap<(TableName, String, Option<FieldName>), String> {
    let empty = sketch::plan("").unwrap();
    let mut facts = BTreeMap::new();
    for row in differences(&Diff::between(&empty, plan)) {
        if row.kind != DifferenceKind::Added {
            continue;
        }
        facts.insert((row.table, row.row.clone(), None), String::new());
        for (field, _) in FieldName::all(row.table) {
            let text = plan.field(row.table, &row.row, *field).unwrap();
            facts.insert((row.table, row.row.clone(), Some(*field)), text);
        }
    }
    facts
}

/// The seeds that bear on rows of this half of the plan.
fn half(plan: &Plan, seeds: &[Seed], odd: bool) -> Plan {
    let mut plan = plan.clone();
    for seed in seeds {
        let Some(change) = change(&plan, *seed) else { continue };
        let even = match &change {
            Change::SetPackageTotal { .. } | Change::RemoveEvent { .. } | Change::SetEvent { .. } => false,
            Change::SetStep { step } => step.id.bits() % 2 == 0,
            change => change.allocation().is_some_and(|id| id.bits() % 2 == 0),
        };
        if even != odd {
            plan = plan.apply(&Edit::base(change)).unwrap_or(plan);
        }
    }
    plan
}

proptest! {
    #[test]
    fn nothing_new_on_one_side_is_the_other_side(seeds in seeds(20)) {
        let base = with_scenarios(&plan(), 1);
        let other = edited(&base, &seeds, &BASE);
        for (ours, theirs) in [(&base, &other), (&other, &base), (&other, &other)] {
            let told = merged(&base, ours, theirs);
            prop_assert_eq!(&told.plan, &other);
            prop_assert!(told.conflicts.is_empty());
        }
    }

    #[test]
    fn edits_of_different_rows_commute(one in seeds(16), other in seeds(16)) {
        let base = plan();
        let (ours, theirs) = (half(&base, &one, false), half(&base, &other, true));
        let (there, back) = (merged(&base, &ours, &theirs), merged(&base, &theirs, &ours));
        prop_assert!(there.conflicts.is_empty() && back.conflicts.is_empty());
        // Rows that both added under one code are told apart by who was first, and nothing else.
        if there.renamed.is_empty() && back.renamed.is_empty() {
            prop_assert_eq!(there.plan, back.plan);
        }
    }

    #[test]
    fn nothing_is_lost(one in seeds(16), other in seeds(16)) {
        let base = with_scenarios(&plan(), 1);
        let (ours, theirs) = (edited(&base, &one, &BASE), edited(&base, &other, &BASE));
        let told = match merge(&base, &ours, &theirs, &BTreeMap::new()) {
            Ok(told) => told,
            Err(MergeRefusal::Unrelated) => return Ok(()),
            Err(refusal) => return Err(TestCaseError::fail(refusal.to_string())),
        };
        prop_assert_eq!(told.plan.flaws(), vec![]);
        let asked: BTreeSet<_> = told.conflicts.iter().map(|row| (row.at.table, row.at.row.clone())).collect();
        let asked_field: BTreeSet<_> = told.conflicts.iter().map(|row| row.at.clone()).collect();
        let (before, mine, yours, result) = (facts(&base), facts(&ours), facts(&theirs), facts(&told.plan));
        let keys: BTreeSet<_> = before.keys().chain(mine.keys()).chain(yours.keys()).cloned().collect();
        for key in keys {
            let (b, o, t, r) = (before.get(&key), mine.get(&key), yours.get(&key), result.get(&key));
            let code = key.2.is_some_and(|field| field.as_str() == "code") && !told.renamed.is_empty();
            let whole = ConflictKey { table: key.0, row: key.1.clone(), field: None };
            let own = ConflictKey { field: key.2, ..whole.clone() };
            if asked_field.contains(&whole) {
                // The row was asked for as a whole: it is one of the two.
                prop_assert!(r == o || r == t, "{key:?}");
            } else if o == t || t == b {
                prop_assert_eq!(r, o, "{:?}", key);
            } else if o == b {
                prop_assert!(r == t || code, "{key:?}");
            } else {
                prop_assert!(asked_field.contains(&own) && r == o || asked.contains(&(key.0, key.1.clone())), "{key:?}");
            }
        }
    }

    #[test]
    fn what_is_picked_stands(one in seeds(12), other in seeds(12)) {
        let base = plan();
        let (ours, theirs) = (edited(&base, &one, &BASE[..1]), edited(&base, &other, &BASE[..1]));
        let Ok(open) = merge(&base, &ours, &theirs, &BTreeMap::new()) else { return Ok(()) };
        let picks: BTreeMap<_, _> = open.conflicts.iter().map(|row| (row.at.clone(), Pick::Theirs)).collect();
        let Ok(told) = merge(&base, &ours, &theirs, &picks) else { return Ok(()) };
        for row in &told.conflicts {
            let Some(field) = row.at.field else { continue };
            if picks.contains_key(&row.at) {
                prop_assert_eq!(told.plan.field(row.at.table, &row.at.row, field), row.theirs.clone());
            }
        }
    }
}

#[test]
fn a_conflict_tells_all_three_values() {
    let base = plan();
    let row = base.allocation_named("A001").unwrap().id;
    let with = |cents| {
        base.apply(&Edit::base(Change::SetAmount { allocation: row, amount: Money::from_cents(cents) })).unwrap()
    };
    let told = merged(&base, &with(100), &with(200));
    let [conflict] = &told.conflicts[..] else { panic!("{told:?}") };
    let texts = [&conflict.base, &conflict.ours, &conflict.theirs].map(|text| text.clone().unwrap());
    assert_eq!(texts, ["10000000000.00", "1.00", "2.00"]);
    assert_eq!((&*conflict.called, conflict.picked), ("A001", None));
    assert_eq!(told.plan, with(100));
    let picks = BTreeMap::from([(conflict.at.clone(), Pick::Theirs)]);
    assert_eq!(merge(&base, &with(100), &with(200), &picks).unwrap().plan, with(200));
}

#[test]
fn what_breaks_a_rule_together_is_asked() {
    let base = plan();
    let row = base.allocation_named("A001").unwrap();
    let span = |start: &str, end: &str| {
        let (start, end) = (start.parse().unwrap(), end.parse().unwrap());
        base.apply(&Edit::base(Change::SetSpan { allocation: row.id, start, end })).unwrap()
    };
    let (start, end) = (row.start.to_string(), row.end.to_string());
    let (ours, theirs) = (span("2030-Q1", &end), span(&start, "2029-Q1"));
    let told = merged(&base, &ours, &theirs);
    assert!(matches!(&told.conflicts[..], [one] if one.at.field.is_none() && one.called == "A001"), "{told:?}");
    assert_eq!(told.plan, ours);
    let picks = BTreeMap::from([(told.conflicts[0].at.clone(), Pick::Theirs)]);
    assert_eq!(merge(&base, &ours, &theirs, &picks).unwrap().plan, theirs);
}

#[test]
fn an_event_that_one_removes_and_the_other_follows_is_asked() {
    let base = plan();
    let event = |code: &str| base.events.iter().find(|event| event.code.as_str() == code).unwrap();
    let theirs = base.apply(&Edit::base(Change::RemoveEvent { event: event("E03").id })).unwrap();
    let follower = model::Event { follows: Some(event("E03").id), lag_days: 9, ..model::Event::clone(event("E04")) };
    let ours = base.apply(&Edit::base(Change::SetEvent { event: Box::new(follower) })).unwrap();
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let told = merged(&base, ours, theirs);
        assert!(!told.conflicts.is_empty() && told.plan.flaws().is_empty(), "{told:?}");
    }
}

#[test]
fn rows_that_both_added_under_one_code_are_both_kept() {
    let base = plan();
    let added = |bits| {
        let row = model::Allocation {
            id: room::id(bits),
            code: base.next_code(),
            ..model::Allocation::clone(base.allocation_named("A001").unwrap())
        };
        base.apply(&Edit::base(Change::AddAllocation { row: Box::new(row) })).unwrap()
    };
    let told = merged(&base, &added(777), &added(888));
    assert_eq!(told.renamed, [("A009".to_owned(), "A010".to_owned())]);
    assert_eq!(told.plan.allocations.len(), base.allocations.len() + 2);
    assert!(told.conflicts.is_empty() && told.plan.flaws().is_empty());
}

#[test]
fn unrelated_plans_are_refused() {
    let mut other = plan();
    for row in plan().allocations.iter() {
        other.allocations.remove(&row.id);
        let id = room::id(row.id.bits() + 40_000_000);
        other.allocations.put(model::Allocation { id, ..model::Allocation::clone(row) }.into());
    }
    assert_eq!(merge(&plan(), &plan(), &other, &BTreeMap::new()), Err(MergeRefusal::Unrelated));
}

#[test]
fn a_half_picked_row_is_asked_field_by_field_until_all_of_it_is_picked() {
    let base = plan();
    let row = base.allocation_named("A001").unwrap().id;
    let span = |start: &str, end: &str| {
        let (start, end) = (start.parse().unwrap(), end.parse().unwrap());
        base.apply(&Edit::base(Change::SetSpan { allocation: row, start, end })).unwrap()
    };
    let (ours, theirs) = (span("2028-Q1", "2029-Q4"), span("2031-Q1", "2033-Q4"));
    let open = merged(&base, &ours, &theirs);
    let [end, start] = &open.conflicts[..] else { panic!("{open:?}") };
    assert_eq!((end.at.field.unwrap().as_str(), start.at.field.unwrap().as_str()), ("end", "start"));
    // Their start after our end: nothing to be asked as a whole while the end is open.
    let mut picks = BTreeMap::from([(start.at.clone(), Pick::Theirs)]);
    let half = merge(&base, &ours, &theirs, &picks).unwrap();
    let told: Vec<_> = half.conflicts.iter().map(|row| (row.at.clone(), row.picked)).collect();
    assert_eq!(told, [(end.at.clone(), None), (start.at.clone(), Some(Pick::Theirs))]);
    assert!(half.plan.flaws().is_empty());
    picks.insert(end.at.clone(), Pick::Theirs);
    assert_eq!(merge(&base, &ours, &theirs, &picks).unwrap().plan, theirs);
    // All picked, and against each other: the row is asked as a whole.
    picks.insert(end.at.clone(), Pick::Ours);
    let whole = merge(&base, &ours, &theirs, &picks).unwrap();
    assert!(matches!(&whole.conflicts[..], [one] if one.at.field.is_none() && one.picked.is_none()), "{whole:?}");
}

#[test]
fn what_is_picked_brings_what_it_leans_on() {
    let base = with_scenarios(&plan(), 1);
    let row = base.allocation_named("A001").unwrap().id;
    let within = |plan: &Plan, cents| {
        let change = Change::SetAmount { allocation: row, amount: Money::from_cents(cents) };
        plan.apply(&Edit { scenario: BASE[1], change }).unwrap()
    };
    let base = within(&base, 5);
    let ours = base.apply(&Edit::base(Change::RemoveScenario { scenario: room::id(1) })).unwrap();
    let child = Change::AddScenario { scenario: Box::new(room::scenario(2, BASE[1])) };
    for theirs in [within(&base, 7), base.apply(&Edit::base(child)).unwrap()] {
        let open = merged(&base, &ours, &theirs);
        assert_eq!(open.conflicts.len(), 1, "{open:?}");
        assert_eq!(open.plan, ours);
        let picks = BTreeMap::from([(open.conflicts[0].at.clone(), Pick::Theirs)]);
        assert_eq!(merge(&base, &ours, &theirs, &picks).unwrap().plan, theirs);
    }
}

#[test]
fn what_of_ours_leans_on_what_theirs_undoes_is_asked_too() {
    let base = plan();
    let event = |code: &str| model::Event::clone(base.events.iter().find(|event| event.code.as_str() == code).unwrap());
    let theirs = base.apply(&Edit::base(Change::RemoveEvent { event: event("E03").id })).unwrap();
    let follower = model::Event { follows: Some(event("E03").id), lag_days: 9, ..event("E04") };
    let ours = base.apply(&Edit::base(Change::SetEvent { event: Box::new(follower) })).unwrap();
    all_theirs(&base, &ours, &theirs);

    let scenarios = apply_two(&base, ScenarioId::Base, ScenarioId::Base);
    let under = |row: u128, parent: u128| {
        let parent = ScenarioId::Of(room::id(parent));
        let change = Change::SetScenario { scenario: Box::new(room::scenario(row, parent)) };
        scenarios.apply(&Edit::base(change)).unwrap()
    };
    all_theirs(&scenarios, &under(1, 2), &under(2, 1));
}

fn apply_two(plan: &Plan, first: ScenarioId, second: ScenarioId) -> Plan {
    let add = |row, parent| Edit::base(Change::AddScenario { scenario: Box::new(room::scenario(row, parent)) });
    model::apply_all(plan, &[add(1, first), add(2, second)]).unwrap()
}

/// Picks theirs wherever it is asked, until nothing is open: it must lead to theirs.
fn all_theirs(base: &Plan, ours: &Plan, theirs: &Plan) {
    let mut picks = BTreeMap::new();
    loop {
        let told = merge(base, ours, theirs, &picks).unwrap();
        assert!(told.plan.flaws().is_empty());
        let open: Vec<_> = told.conflicts.iter().filter(|row| row.picked.is_none()).collect();
        if open.is_empty() {
            assert_eq!(told.plan, *theirs);
            return;
        }
        picks.extend(open.into_iter().map(|row| (row.at.clone(), Pick::Theirs)));
    }
}

#[test]
fn the_bound_of_a_limit_is_asked_whole() {
    let energy = model::Slice(vec![(model::Dimension::Sector, vec!["energy".to_owned()])]);
    let public = model::Slice(vec![(model::Dimension::Capital, vec!["public".to_owned()])]);
    let limit = |share: &str, of: &model::Slice, cents: i64| model::Limit {
        id: room::id(77),
        name: model::Name::same("Energy"),
        slice: energy.clone(),
        kind: model::LimitKind::Ceiling,
        amount: Money::from_cents(cents),
        share: (!share.is_empty()).then(|| share.parse().unwrap()),
        of: of.clone(),
        refuses: false,
        sources: Vec::new(),
        note: String::new(),
    };
    let with = |limit: model::Limit| plan().apply(&Edit::base(Change::SetLimit { limit: Box::new(limit) })).unwrap();
    let all = model::Slice::default();
    let base = with(limit("0.1", &all, 0));
    let bounds = [limit("0.2", &all, 0), limit("0.1", &public, 0), limit("", &all, 500), limit("0.3", &public, 0)];
    let told = |row: &model::Limit| (row.amount, row.share, row.of.clone());
    for one in &bounds {
        for other in bounds.iter().filter(|other| *other != one) {
            let named = model::Limit { note: "Agreed.".to_owned(), ..other.clone() };
            let (ours, theirs) = (with(one.clone()), with(named));
            let open = merged(&base, &ours, &theirs);
            let [asked] = &open.conflicts[..] else { panic!("{open:?}") };
            assert_eq!(
                asked.at.fields().iter().map(ToString::to_string).collect::<Vec<_>>(),
                ["amount", "share", "of"]
            );
            for (pick, stands) in [(None, one), (Some(Pick::Ours), one), (Some(Pick::Theirs), other)] {
                let picks = pick.map(|pick| (asked.at.clone(), pick)).into_iter().collect();
                let done = merge(&base, &ours, &theirs, &picks).unwrap();
                assert_eq!(done.conflicts.len(), 1, "{done:?}");
                let row = done.plan.limits.get(&room::id(77)).unwrap();
                assert_eq!((told(row), &*row.note), (told(stands), "Agreed."), "{pick:?}");
            }
        }
    }
    // What one of them alone changed, or both to the same, is not asked.
    let (ours, theirs) = (with(bounds[3].clone()), with(bounds[3].clone()));
    assert!(merged(&base, &ours, &theirs).conflicts.is_empty());
    assert_eq!(merged(&base, &base, &theirs).plan, theirs);
}
