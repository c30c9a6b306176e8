//! Looking back: moments, returning, walking back through the history, undoing to the first day.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../store/tests/room/generate.rs"]
mod generate;
#[path = "room/overlays.rs"]
mod overlays;
mod room;

use std::collections::BTreeMap;
use std::sync::Arc;

use document::{At, Document, DocumentError, Kind, Over, Snapshot, When};
use generate::Dice;
use model::{Diff, Plan, ScenarioId, apply_all};
use proptest::prelude::*;
use room::{AUTHOR, Room, TIME, amount, id, plan, set_amount};

fn then(document: &Document, seq: u64) -> Arc<Snapshot> {
    document.snapshot_at(At::then(When::Moment(seq))).unwrap()
}

/// A document whose row A002 was set to 1, 2, 3 … by the entries 2, 3, 4 …
fn counted(room: &Room, count: usize) -> Document {
    let document = Document::create(&room.store, plan(), id(1), AUTHOR, TIME).unwrap();
    for number in 1..=count {
        document.edit(&[set_amount(&document, "A002", &format!("{number}.00"))], AUTHOR, TIME).unwrap();
    }
    document
}

#[test]
fn a_moment_is_the_plan_as_it_was() {
    let room = Room::new();
    let document = counted(&room, 9);
    let shown = |seq| then(&document, seq).plan().allocation_named("A002").unwrap().amount.to_string();
    // In an order in which some are found from others and some from the plan as it is; more than are kept.
    for seq in [3, 2, 8, 4, 5, 10, 6, 7, 9, 2] {
        assert_eq!(shown(seq), format!("{}.00", seq - 1));
        let snapshot = then(&document, seq);
        assert_eq!((snapshot.revision(), snapshot.sound()), (seq, true));
        assert_eq!(snapshot.state_sha256(), document.history()[seq as usize - 1].state_sha256);
        assert!(Arc::ptr_eq(&snapshot, &then(&document, seq)));
    }
    assert_eq!(*then(&document, 1).plan(), plan());
    assert!(Arc::ptr_eq(&then(&document, 10), &document.snapshot()));
    for seq in [0, 11, u64::MAX] {
        let missing = document.snapshot_at(At::then(When::Moment(seq)));
        assert!(matches!(missing, Err(DocumentError::NoSuchMoment { last: 10, .. })), "{missing:?}");
    }
    // What comes later does not change what was.
    document.edit(&[set_amount(&document, "A001", "5.00")], AUTHOR, TIME).unwrap();
    assert_eq!((shown(10), shown(3)), ("9.00".to_owned(), "2.00".to_owned()));
}

#[test]
fn returning_is_one_act_that_can_be_undone() {
    let room = Room::new();
    let document = counted(&room, 5);
    let (before, wanted) = (document.snapshot(), then(&document, 3));
    let change = document.return_to(When::Moment(3), AUTHOR, TIME).unwrap();
    let entry = change.entry.unwrap();
    assert_eq!((entry.kind, entry.of_seq, entry.seq), (Kind::Return, Some(3), 7));
    assert_eq!(document.snapshot().plan(), wanted.plan());
    assert_eq!(document.snapshot().fingerprint(), wanted.fingerprint());
    // To where it is already: nothing happens.
    for when in [When::Moment(3), When::Now, When::Moment(7)] {
        assert!(document.return_to(when, AUTHOR, TIME).unwrap().entry.is_none());
    }
    document.undo(AUTHOR, TIME).unwrap();
    assert_eq!(document.snapshot().plan(), before.plan());
    document.redo(AUTHOR, TIME).unwrap();
    assert_eq!(amount(&document, "A002").to_string(), "2.00");
    document.verify().unwrap();
    let path = room.path("plan.tranche");
    document.save_as(&path, Over::Own, TIME).unwrap();
    document.close().unwrap();
    let again = Document::open(&room.store, &path, id(2)).unwrap();
    while again.undo(AUTHOR, TIME).is_ok() {}
    assert_eq!(*again.snapshot().plan(), plan());
}

#[test]
fn walking_back_tells_each_entry_with_the_plan_after_it() {
    let room = Room::new();
    let document = counted(&room, 8);
    document.undo(AUTHOR, TIME).unwrap();
    let entries = document.history();
    for skipped in [|_: u64| false, |seq| seq % 3 == 0, |seq| seq % 2 == 1, |seq| seq > 4, |_| true] {
        let mut back = document.entries_back(None).unwrap();
        let mut expected = entries.iter().rev();
        while let Some(upcoming) = back.upcoming().cloned() {
            assert!(Arc::ptr_eq(&upcoming, expected.next().unwrap()));
            if skipped(upcoming.seq) {
                back.skip();
                continue;
            }
            let told = back.tell().unwrap().unwrap();
            assert!(Arc::ptr_eq(&told.entry, &upcoming));
            let (after, before) = (then(&document, upcoming.seq), then(&document, upcoming.seq.max(2) - 1));
            assert_eq!(told.after, after.plan());
            assert_eq!(*told.diff, Diff::between(before.plan(), after.plan()));
        }
        assert!(expected.next().is_none() && back.tell().unwrap().is_none());
    }
    let mut back = document.entries_back(Some(4)).unwrap();
    assert_eq!(back.tell().unwrap().unwrap().entry.seq, 4);
    assert_eq!(back.upcoming().unwrap().seq, 3);
    assert!(matches!(document.entries_back(Some(11)), Err(DocumentError::NoSuchMoment { .. })));
}

/// Something done to a document: an edit, an undo, a redo, a return, a merge. What is refused changes nothing.
fn act(document: &Document, dice: &mut Dice) {
    let now = document.snapshot();
    let done = match dice.below(12) {
        0 | 1 => document.undo(AUTHOR, TIME),
        2 => document.redo(AUTHOR, TIME),
        3 => document.return_to(When::Moment(1 + dice.below(now.revision() as usize) as u64), AUTHOR, TIME),
        4 => {
            let base = then(document, 1 + dice.below(now.revision() as usize) as u64);
            let theirs = somewhere_else(dice, base.whole());
            match model::merge(base.whole(), now.whole(), &theirs, &BTreeMap::new()) {
                Ok(merged) => document.merge(now.revision(), merged.plan, "a copy", AUTHOR, TIME),
                Err(_) => return,
            }
        }
        _ => document.edit(&[overlays::edit(dice, now.plan(), AUTHOR)], AUTHOR, TIME),
    };
    if let Err(error) = done {
        let expected = matches!(
            error,
            DocumentError::Refused { .. } | DocumentError::NothingToUndo | DocumentError::NothingToRedo
        );
        assert!(expected, "{error:?}");
    }
}

/// The plan after some edits that were made to a copy of it.
fn somewhere_else(dice: &mut Dice, plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    for _ in 0..4 {
        let edit = overlays::edit(dice, &plan, "Somebody else");
        plan = plan.apply(&edit).unwrap_or(plan);
    }
    plan
}

/// Goes through the whole history from the first state on, by the acts themselves, and gives the plans after each.
fn replayed(document: &Document, first: &Plan) -> Vec<Plan> {
    let mut plans = vec![first.clone()];
    for entry in document.history().iter().skip(1) {
        let before = plans.last().unwrap();
        let state = |seq: u64| plans[seq as usize - 1].clone();
        let after = match entry.kind {
            Kind::Edit => apply_all(before, &entry.edits().unwrap()).unwrap(),
            Kind::Undo => state(entry.of_seq.unwrap() - 1),
            Kind::Redo | Kind::Return => state(entry.of_seq.unwrap()),
            Kind::Merge => entry.diff_from(before).unwrap().apply_to(before).unwrap(),
            Kind::Created => panic!("created twice"),
        };
        plans.push(after);
    }
    plans
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn replaying_from_nothing_gives_every_stored_hash(seed: u64) {
        let room = Room::new();
        let mut dice = Dice(seed);
        let first = dice.plan();
        let document = Document::create(&room.store, first.clone(), id(1), AUTHOR, TIME).unwrap();
        for _ in 0..30 {
            act(&document, &mut dice);
        }
        let plans = replayed(&document, &first);
        for (plan, entry) in plans.iter().zip(document.history()) {
            prop_assert_eq!(store::StateDigest::of(plan).state_sha256(), entry.state_sha256, "after {}", entry.seq);
        }
        let now = document.snapshot();
        prop_assert_eq!(plans.last().unwrap(), now.plan());
        document.verify().unwrap();
        for _ in 0..6 {
            let at = dice.below(plans.len());
            let moment = then(&document, at as u64 + 1);
            prop_assert_eq!(moment.whole(), &plans[at]);
            let known: Vec<_> = plans[at].scenarios.iter().map(|row| ScenarioId::Of(row.id)).collect();
            for scenario in known {
                let shown = document.snapshot_at(At { when: When::Moment(at as u64 + 1), scenario }).unwrap();
                prop_assert_eq!(shown.plan(), &plans[at].resolve(scenario).unwrap().plan);
                prop_assert_eq!(shown.schedule(), &engine::schedule(shown.plan()));
            }
        }
        let mut back = document.entries_back(None).unwrap();
        while back.upcoming().is_some() {
            if dice.yes() {
                back.skip();
                continue;
            }
            let told = back.tell().unwrap().unwrap();
            let at = told.entry.seq as usize - 1;
            prop_assert_eq!(told.after, &plans[at]);
            prop_assert_eq!(told.diff, &Diff::between(&plans[at.saturating_sub(1)], &plans[at]));
        }
    }

    #[test]
    fn undo_leads_to_the_first_day_after_any_number_of_restarts(seed: u64) {
        let room = Room::new();
        let mut dice = Dice(seed);
        let path = room.path("plan.tranche");
        let first = dice.plan();
        let mut document = Document::create(&room.store, first.clone(), id(1), AUTHOR, TIME).unwrap();
        document.save_as(&path, Over::Own, TIME).unwrap();
        for _ in 0..4 {
            for _ in 0..6 {
                act(&document, &mut dice);
            }
            document = if document.is_dirty() && dice.yes() {
                drop(document);
                Document::recover(&room.store, id(1)).unwrap()
            } else {
                document.save(Over::Own, TIME).unwrap();
                document.close().unwrap();
                Document::open(&room.store, &path, id(1)).unwrap()
            };
        }
        while document.undo(AUTHOR, TIME).is_ok() {}
        let now = document.snapshot();
        prop_assert_eq!(now.plan(), &first);
        document.verify().unwrap();
    }
}
