//! What a document shows of scenarios.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../store/tests/room/generate.rs"]
mod generate;
#[path = "room/overlays.rs"]
mod overlays;
mod room;

use std::sync::Arc;

use document::{At, Document, DocumentError, Over, RealDisk, Snapshot};
use generate::Dice;
use model::{
    Allocation, Change, Diff, Edit, Grade, Id, Name, Plan, Refusal, Scenario, ScenarioId, TableName, differences,
};
use proptest::prelude::*;
use room::{AUTHOR, Room, TIME, id, plan, set_amount};

fn scenario(number: u128, parent: ScenarioId) -> Scenario {
    Scenario {
        id: id(number),
        name: Name::same(format!("Scenario {number}")),
        parent,
        place: 0,
        outcome: None,
        trigger: Name::same(""),
        grade: Grade::Assumption,
        sources: Vec::new(),
        note: String::new(),
    }
}

fn add(number: u128, parent: ScenarioId) -> Edit {
    Edit::base(Change::AddScenario { scenario: Box::new(scenario(number, parent)) })
}

fn of(number: u128) -> ScenarioId {
    ScenarioId::Of(id(number))
}

fn at(document: &Document, scenario: ScenarioId) -> Arc<Snapshot> {
    document.snapshot_at(At::of(scenario)).unwrap()
}

fn in_scenario(document: &Document, number: u128, code: &str, amount: &str) -> Edit {
    Edit { scenario: of(number), ..set_amount(document, code, amount) }
}

/// A document with a scenario that changes one row, and one that follows it and changes nothing.
fn with_two(room: &Room) -> Document {
    let document = Document::create(&room.store, plan(), id(1), AUTHOR, TIME).unwrap();
    document.edit(&[add(1, ScenarioId::Base), add(2, of(1))], AUTHOR, TIME).unwrap();
    document.edit(&[in_scenario(&document, 1, "A002", "3.00")], AUTHOR, TIME).unwrap();
    document
}

#[test]
fn a_scenario_shows_what_it_overrides_and_follows_the_rest() {
    let room = Room::new();
    let document = with_two(&room);
    let amount = |scenario, code| at(&document, scenario).plan().allocation_named(code).unwrap().amount;
    let whole = document.snapshot();
    for scenario in [of(1), of(2)] {
        assert_eq!(amount(scenario, "A002").to_string(), "3.00");
        let snapshot = at(&document, scenario);
        assert_eq!((snapshot.scenario(), snapshot.unapplied()), (scenario, &[][..]));
        assert_eq!((snapshot.fingerprint(), snapshot.revision()), (whole.fingerprint(), whole.revision()));
        assert_eq!(snapshot.whole(), whole.plan());
        assert!(snapshot.sound());
        assert_eq!(snapshot.schedule(), &engine::schedule(snapshot.plan()));
    }
    assert_ne!(amount(ScenarioId::Base, "A002").to_string(), "3.00");
    // The base moves, and they follow; the row they override stays.
    document
        .edit(&[set_amount(&document, "A001", "7.00"), set_amount(&document, "A002", "8.00")], AUTHOR, TIME)
        .unwrap();
    assert_eq!(amount(of(2), "A001").to_string(), "7.00");
    assert_eq!(amount(of(2), "A002").to_string(), "3.00");
    assert_eq!(amount(ScenarioId::Base, "A002").to_string(), "8.00");
    // The one in between moves.
    document.edit(&[in_scenario(&document, 1, "A001", "9.00")], AUTHOR, TIME).unwrap();
    assert_eq!(amount(of(2), "A001").to_string(), "9.00");
    let unknown = document.snapshot_at(At::of(of(3)));
    assert!(matches!(unknown, Err(DocumentError::Scenario(Refusal::UnknownScenario(_)))));
}

#[test]
fn a_snapshot_is_made_once_and_leads_to_the_others() {
    let room = Room::new();
    let document = with_two(&room);
    let first = at(&document, of(1));
    assert!(Arc::ptr_eq(&first, &at(&document, of(1))));
    assert!(Arc::ptr_eq(&first, &first.in_scenario(of(1)).unwrap()));
    let second = first.in_scenario(of(2)).unwrap();
    assert_eq!(second.plan(), at(&document, of(2)).plan());
    let base = second.in_scenario(ScenarioId::Base).unwrap();
    assert_eq!(base.plan(), document.snapshot().plan());
    // What was computed for the base is not computed again.
    assert!(std::ptr::eq(base.schedule(), document.snapshot().schedule()));
}

#[test]
fn rows_that_a_scenario_overrides_are_not_computed_again_after_an_edit_of_another() {
    let room = Room::new();
    let document = with_two(&room);
    let before = at(&document, of(2));
    assert_eq!(before.schedule(), &engine::schedule(before.plan()));
    document.edit(&[in_scenario(&document, 2, "A001", "9.00")], AUTHOR, TIME).unwrap();
    let after = at(&document, of(2));
    let same = |code| {
        let [one, other] = [&before, &after].map(|snapshot| snapshot.plan().allocation_named(code).unwrap());
        Arc::ptr_eq(one, other)
    };
    assert_eq!(["A001", "A002", "A003"].map(same), [false, true, true]);
    assert_eq!(after.schedule(), &engine::schedule(after.plan()));
}

#[test]
fn an_override_whose_row_is_gone_is_told() {
    let room = Room::new();
    let document = with_two(&room);
    let allocation = document.snapshot().plan().allocation_named("A002").unwrap().id;
    document.edit(&[Edit::base(Change::RemoveAllocation { allocation })], AUTHOR, TIME).unwrap();
    let snapshot = at(&document, of(2));
    let [told] = snapshot.unapplied() else { panic!("{:?}", snapshot.unapplied()) };
    assert_eq!((told.at.scenario, told.at.table, &told.why), (id(1), TableName::Allocations, &model::Why::RowGone));
    assert_eq!(snapshot.plan().allocations, document.snapshot().plan().allocations);
    document.undo(AUTHOR, TIME).unwrap();
    assert_eq!(at(&document, of(2)).unapplied(), []);
}

#[test]
fn a_code_that_the_base_took_later_does_not_break_the_plan_that_is_promoted() {
    let room = Room::new();
    let document = with_two(&room);
    let before = document.snapshot();
    let row = |number| Allocation { id: id(number), code: "A009".parse().unwrap(), ..first_row(before.plan()) };
    let change = Change::AddAllocation { row: Box::new(row(91)) };
    document.edit(&[Edit { scenario: of(1), change }], AUTHOR, TIME).unwrap();
    // In a copy that was edited apart, somebody has given a row of the base the same code.
    let mut merged = document.snapshot().plan().clone();
    merged.allocations.put(Arc::new(row(92)));
    document.merge(document.snapshot().revision(), merged, "a copy", AUTHOR, TIME).unwrap();
    let codes = |plan: &Plan| [91, 92].map(|number| plan.allocations.get(&id(number)).unwrap().code.to_string());
    assert_eq!(codes(at(&document, of(1)).plan()), ["A010", "A009"]);
    document.edit(&[Edit::base(Change::PromoteScenario { scenario: id(1) })], AUTHOR, TIME).unwrap();
    assert_eq!(codes(document.snapshot().plan()), ["A010", "A009"]);
    assert_eq!(document.snapshot().plan().flaws(), []);
    let path = room.path("plan.tranche");
    document.save_as(&path, Over::Own, TIME).unwrap();
    Document::peek(&RealDisk, &path).unwrap().verify().unwrap();
}

fn first_row(plan: &Plan) -> Allocation {
    Allocation::clone(&plan.allocations.as_slice()[0])
}

#[test]
fn a_refused_edit_in_a_scenario_changes_nothing() {
    let room = Room::new();
    let document = with_two(&room);
    let before = document.snapshot();
    let unknown = Edit { scenario: of(9), ..set_amount(&document, "A001", "1.00") };
    let below = in_scenario(&document, 1, "A001", "-1.00");
    for edit in [unknown, below] {
        let refused = document.edit(&[set_amount(&document, "A001", "1.00"), edit], AUTHOR, TIME);
        assert!(matches!(refused, Err(DocumentError::Refused { at: 1, .. })), "{refused:?}");
        assert!(Arc::ptr_eq(&before, &document.snapshot()));
    }
}

#[test]
fn scenarios_are_read_whole_while_the_plan_is_edited() {
    let room = Room::new();
    let document = with_two(&room);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for cents in 1..30 {
                let text = format!("0.{cents:02}");
                let edits = [set_amount(&document, "A001", &text), in_scenario(&document, 1, "A003", "1500000000.00")];
                let more = in_scenario(&document, 1, "A002", &text);
                document.edit(&[&edits[..], &[more]].concat(), AUTHOR, TIME).unwrap();
            }
        });
        let reader = || {
            let mut seen = 0;
            while !writer.is_finished() {
                let snapshot = at(&document, of(2));
                assert!(snapshot.revision() >= seen);
                seen = snapshot.revision();
                let amount = |code| snapshot.plan().allocation_named(code).unwrap().amount;
                assert!(seen == 3 || amount("A001") == amount("A002"), "half an act was seen");
                assert_eq!(snapshot.schedule().len(), 3);
            }
        };
        reader();
    });
    document.verify().unwrap();
}

#[test]
fn scenarios_survive_a_crash_and_a_save() {
    let room = Room::new();
    let document = with_two(&room);
    let shown = at(&document, of(2)).plan().clone();
    drop(document);
    let document = Document::recover(&room.store, id(1)).unwrap();
    assert_eq!(*at(&document, of(2)).plan(), shown);
    let path = room.path("plan.tranche");
    document.save_as(&path, Over::Own, TIME).unwrap();
    document.close().unwrap();
    let peeked = Document::peek(&RealDisk, &path).unwrap();
    assert_eq!(*at(&peeked, of(2)).plan(), shown);
    peeked.verify().unwrap();
}

/// A document after some acts in the base plan and in scenarios.
fn random(room: &Room, dice: &mut Dice, count: usize) -> Document {
    let document = Document::create(&room.store, dice.plan(), id(1), AUTHOR, TIME).unwrap();
    for _ in 0..count {
        // What is refused changes nothing.
        let edit = overlays::edit(dice, document.snapshot().plan(), AUTHOR);
        let _ = document.edit(&[edit], AUTHOR, TIME);
    }
    document
}

fn scenarios(plan: &Plan) -> Vec<Id> {
    plan.scenarios.iter().map(|row| row.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_scenario_that_overrides_nothing_is_its_parent(seed: u64) {
        let room = Room::new();
        let document = random(&room, &mut Dice(seed), 24);
        let known = scenarios(document.snapshot().plan());
        for parent in std::iter::once(ScenarioId::Base).chain(known.into_iter().map(ScenarioId::Of)) {
            let name = Name::same("One more that says nothing");
            let more = Scenario { name, ..scenario(77, parent) };
            // Where the parent stands too deep, no more may follow it.
            if document.edit(&[Edit::base(Change::AddScenario { scenario: Box::new(more) })], AUTHOR, TIME).is_err() {
                continue;
            }
            let (one, other) = (at(&document, parent), at(&document, of(77)));
            prop_assert_eq!(one.plan(), other.plan());
            prop_assert_eq!(one.schedule(), other.schedule());
            prop_assert_eq!(one.unapplied(), other.unapplied());
            document.undo(AUTHOR, TIME).unwrap();
        }
    }

    #[test]
    fn after_promoting_there_is_nothing_to_compare(seed: u64) {
        let room = Room::new();
        let document = random(&room, &mut Dice(seed), 30);
        for scenario in scenarios(document.snapshot().plan()) {
            let before = at(&document, ScenarioId::Of(scenario));
            let promoted = document.edit(&[Edit::base(Change::PromoteScenario { scenario })], AUTHOR, TIME);
            if !before.unapplied().is_empty() {
                prop_assert!(promoted.is_err());
                continue;
            }
            // A limit may forbid the base what a scenario says; one that says nothing leaves nothing to undo.
            let Ok(document::Change { entry: Some(_), .. }) = promoted else { continue };
            let (base, after) = (document.snapshot(), at(&document, ScenarioId::Of(scenario)));
            prop_assert_eq!(differences(&Diff::between(base.plan(), after.plan())), vec![]);
            prop_assert_eq!(base.plan().allocations.clone(), before.plan().allocations.clone());
            prop_assert_eq!(base.schedule(), before.schedule());
            prop_assert_eq!(base.plan().flaws(), vec![]);
            document.undo(AUTHOR, TIME).unwrap();
            let again = at(&document, ScenarioId::Of(scenario));
            prop_assert_eq!(again.plan(), before.plan());
        }
    }

    #[test]
    fn schedules_of_scenarios_follow_the_acts(seed: u64) {
        let room = Room::new();
        let mut dice = Dice(seed);
        let document = random(&room, &mut dice, 10);
        for _ in 0..16 {
            let edit = overlays::edit(&mut dice, document.snapshot().plan(), AUTHOR);
            let _ = if dice.below(4) == 0 { document.undo(AUTHOR, TIME) } else { document.edit(&[edit], AUTHOR, TIME) };
            let known = scenarios(document.snapshot().plan());
            for scenario in known.into_iter().map(ScenarioId::Of) {
                let snapshot = at(&document, scenario);
                prop_assert_eq!(snapshot.plan(), &document.snapshot().plan().resolve(scenario).unwrap().plan);
                prop_assert_eq!(snapshot.plan().flaws(), vec![]);
                if dice.yes() {
                    prop_assert_eq!(snapshot.schedule(), &engine::schedule(snapshot.plan()));
                }
            }
        }
    }
}
