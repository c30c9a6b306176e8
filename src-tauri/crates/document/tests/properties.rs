//! Laws of documents, over generated plans and edits of every kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../store/tests/room/generate.rs"]
mod generate;
mod room;

use document::{Document, DocumentError, Kind, Over, RealDisk};
use generate::Dice;
use model::{Plan, apply_all};
use proptest::prelude::*;
use room::{AUTHOR, Room, TIME, id};

/// Makes up to `count` acts of one to three edits. Returns the plan after each act that changed something.
fn act(document: &Document, dice: &mut Dice, count: usize) -> Vec<Plan> {
    let mut plans = Vec::new();
    for _ in 0..count {
        let mut next = document.snapshot().plan().clone();
        let mut edits = Vec::new();
        for _ in 0..1 + dice.below(3) {
            let edit = dice.edit(&next);
            if let Ok(plan) = apply_all(&next, std::slice::from_ref(&edit)) {
                next = plan;
                edits.push(edit);
            }
        }
        // All edits of an act are taken together, so a refusal of the whole is possible; it changes nothing.
        if let Ok(change) = document.edit(&edits, AUTHOR, TIME)
            && change.entry.is_some()
        {
            plans.push(change.after.plan().clone());
        }
    }
    plans
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undoing_all_leads_to_the_first_state_and_redoing_all_to_the_last(seed: u64) {
        let room = Room::new();
        let mut dice = Dice(seed);
        let document = Document::create(&room.store, dice.plan(), id(1), AUTHOR, TIME).unwrap();
        let first = document.snapshot();
        let plans = act(&document, &mut dice, 10);
        let last = document.snapshot();
        for plan in plans.iter().rev() {
            assert_eq!(document.snapshot().plan(), plan);
            document.undo(AUTHOR, TIME).unwrap();
        }
        assert_eq!(document.snapshot().plan(), first.plan());
        assert_eq!(document.snapshot().fingerprint(), first.fingerprint());
        assert!(matches!(document.undo(AUTHOR, TIME), Err(DocumentError::NothingToUndo)));
        assert_eq!(document.undone().len(), plans.len());
        for plan in &plans {
            document.redo(AUTHOR, TIME).unwrap();
            assert_eq!(document.snapshot().plan(), plan);
        }
        assert_eq!(document.snapshot().fingerprint(), last.fingerprint());
        assert!(matches!(document.redo(AUTHOR, TIME), Err(DocumentError::NothingToRedo)));
        assert_eq!(document.history().len(), 1 + 3 * plans.len());
        document.verify().unwrap();
    }

    #[test]
    fn a_document_is_the_same_after_a_crash_and_after_saving(seed: u64) {
        let room = Room::new();
        let mut dice = Dice(seed);
        let path = room.path("plan.tranche");
        let mut document = Document::create(&room.store, dice.plan(), id(1), AUTHOR, TIME).unwrap();
        document.save_as(&path, Over::Own, TIME).unwrap();
        for round in 0..5 {
            act(&document, &mut dice, 3);
            for _ in 0..dice.below(3) {
                let _ = if dice.yes() { document.undo(AUTHOR, TIME) } else { document.redo(AUTHOR, TIME) };
            }
            let (state, undo, redo) = {
                let view = document.view();
                (view.snapshot, view.undo.map(|entry| entry.seq), view.redo.map(|entry| entry.seq))
            };
            let dirty = document.is_dirty();
            document = if dirty && dice.yes() {
                drop(document);
                Document::recover(&room.store, id(1)).unwrap()
            } else {
                document.save(Over::Own, TIME).unwrap();
                document.close().unwrap();
                Document::open(&room.store, &path, id(1)).unwrap()
            };
            assert_eq!(document.snapshot().plan(), state.plan(), "round {round}");
            assert_eq!(document.snapshot().fingerprint(), state.fingerprint());
            assert_eq!(document.snapshot().revision(), state.revision());
            let view = document.view();
            assert_eq!((view.undo.map(|entry| entry.seq), view.redo.map(|entry| entry.seq)), (undo, redo));
            document.verify().unwrap();
        }
        document.save(Over::Own, TIME).unwrap();
        let peeked = Document::peek(&RealDisk, &path).unwrap();
        assert_eq!(peeked.snapshot().plan(), document.snapshot().plan());
    }

    #[test]
    fn a_schedule_that_follows_the_acts_is_the_one_of_the_plan(seed: u64) {
        let room = Room::new();
        let mut dice = Dice(seed);
        let document = Document::create(&room.store, dice.plan(), id(1), AUTHOR, TIME).unwrap();
        for _ in 0..12 {
            act(&document, &mut dice, 1);
            if dice.below(4) == 0 {
                let _ = if dice.yes() { document.undo(AUTHOR, TIME) } else { document.redo(AUTHOR, TIME) };
            }
            if dice.below(3) > 0 {
                let snapshot = document.snapshot();
                assert_eq!(snapshot.schedule(), &engine::schedule(snapshot.plan()));
            }
        }
    }

    #[test]
    fn replaying_the_edits_gives_the_state(seed: u64) {
        let room = Room::new();
        let mut dice = Dice(seed);
        let first = dice.plan();
        let document = Document::create(&room.store, first.clone(), id(1), AUTHOR, TIME).unwrap();
        act(&document, &mut dice, 12);
        let mut plan = first;
        for entry in document.history() {
            if entry.kind == Kind::Edit {
                plan = apply_all(&plan, &entry.edits().unwrap()).unwrap();
            }
        }
        assert_eq!(&plan, document.snapshot().plan());
    }
}

#[test]
fn readers_are_not_held_up_and_see_whole_states() {
    let room = Room::new();
    let document = Document::create(&room.store, room::plan(), id(1), AUTHOR, TIME).unwrap();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for cents in 1..40 {
                let text = format!("0.{cents:02}");
                let edits = ["A001", "A002"].map(|code| room::set_amount(&document, code, &text));
                document.edit(&edits, AUTHOR, TIME).unwrap();
            }
        });
        let reader = || {
            let mut seen = 0;
            while !writer.is_finished() {
                let view = document.view();
                assert!(view.snapshot.revision() >= seen);
                seen = view.snapshot.revision();
                assert_eq!(view.entries as u64, seen);
                let amount = |code| view.snapshot.plan().allocation_named(code).unwrap().amount;
                assert!(seen == 1 || amount("A001") == amount("A002"), "half an act was seen");
            }
        };
        reader();
    });
    document.verify().unwrap();
}
