//! Copies that are sent around: without what is nobody else's business, and merged when they come back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../store/tests/room/generate.rs"]
mod generate;
#[path = "room/overlays.rs"]
mod overlays;
mod room;

use std::collections::BTreeMap;
use std::path::Path;

use document::{At, Document, DocumentError, Kind, Over, RealDisk, SharedPast, Sharing, StoreError, When};
use generate::Dice;
use model::{Change, Edit, Odds, Plan, Question};
use proptest::prelude::*;
use room::{AUTHOR, Room, TIME, amount, id, plan, set_amount};

/// Names that nothing else in a file can hold.
const NAMES: [&str; 3] = ["Zenobia Quux", "Пані Ґудзь", "zq@example.org"];
const ALL: Sharing = Sharing { history: true, versions: true, names: true };
const LATER: &str = "2026-11-21T09:00:00Z";

fn judged(author: &str) -> Edit {
    let odds = Odds {
        question: Question::Signed,
        share: "0.25".parse().unwrap(),
        author: author.to_owned(),
        day: "2026-11-20".parse().unwrap(),
        note: String::new(),
    };
    Edit::base(Change::SetOdds { question: Question::Signed, odds: Some(Box::new(odds)) })
}

/// A document with a probability, an undone act, a version with another author each.
fn named(room: &Room) -> Document {
    let document = Document::create(&room.store, plan(), id(1), NAMES[0], TIME).unwrap();
    document.edit(&[set_amount(&document, "A001", "4.00")], NAMES[0], TIME).unwrap();
    document.edit(&[judged(NAMES[1])], NAMES[1], TIME).unwrap();
    document.freeze(id(5), "First", "", NAMES[2], TIME).unwrap();
    document.edit(&[set_amount(&document, "A001", "5.00")], NAMES[2], TIME).unwrap();
    document.undo(NAMES[0], TIME).unwrap();
    document
}

fn holds(path: &Path, text: &str) -> bool {
    let (bytes, text) = (std::fs::read(path).unwrap(), text.as_bytes());
    bytes.windows(text.len()).any(|part| part == text)
}

fn every_sharing() -> impl Iterator<Item = Sharing> {
    let bits = [false, true];
    bits.into_iter().flat_map(move |history| {
        bits.into_iter()
            .flat_map(move |versions| bits.into_iter().map(move |names| Sharing { history, versions, names }))
    })
}

#[test]
fn a_copy_holds_what_was_asked_for_and_nothing_more() {
    let room = Room::new();
    let document = named(&room);
    let (before, entries) = (document.snapshot(), document.history().len());
    for (at, sharing) in every_sharing().enumerate() {
        let path = room.path(&format!("copy {at}.tranche"));
        let shared = document.share(&path, sharing, Over::Own, LATER).unwrap();
        assert!(shared.left_out.is_empty());
        let copy = Document::peek(&RealDisk, &path).unwrap();
        copy.verify().unwrap();
        assert_eq!(shared.fingerprint, copy.snapshot().fingerprint());
        assert_eq!(copy.history().len(), if sharing.history { entries } else { 1 });
        assert_eq!(copy.versions().len(), usize::from(sharing.versions));
        assert_eq!(copy.snapshot().plan().allocations, before.plan().allocations);
        if sharing.names {
            assert_eq!(copy.snapshot().plan(), before.plan());
        } else {
            assert!(NAMES.iter().all(|name| !holds(&path, name)), "{sharing:?}");
            assert_eq!(copy.snapshot().plan().odds.as_slice()[0].share, before.plan().odds.as_slice()[0].share);
            assert!(copy.history().iter().all(|entry| entry.author.is_empty()));
        }
        for version in copy.versions() {
            assert!(version.open().unwrap().sound);
        }
        assert_eq!(holds(&path, NAMES[2]), sharing.names && (sharing.history || sharing.versions));
    }
    // The document is as it was, without a file.
    assert!(document.view().path.is_none() && document.is_dirty());
    assert_eq!(document.snapshot().state_sha256(), before.state_sha256());
    document.verify().unwrap();
}

#[test]
fn a_copy_never_takes_the_place_of_the_plan_itself() {
    let room = Room::new();
    let document = named(&room);
    let (path, other) = (room.path("plan.tranche"), room.path("other.tranche"));
    document.save_as(&path, Over::Own, TIME).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let refused = document.share(&path, ALL, Over::Anything, LATER);
    assert!(matches!(refused, Err(DocumentError::Store(StoreError::InUse { .. }))), "{refused:?}");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    document.share(&other, ALL, Over::Own, LATER).unwrap();
    let exists = document.share(&other, ALL, Over::Own, LATER);
    assert!(matches!(exists, Err(DocumentError::Store(StoreError::Exists { .. }))), "{exists:?}");
    document.share(&other, ALL, Over::Anything, LATER).unwrap();
    // While somebody works on it, it is not replaced.
    let open = Document::open(&room.store, &other, id(2)).unwrap();
    let refused = document.share(&other, ALL, Over::Anything, LATER);
    assert!(matches!(refused, Err(DocumentError::Store(StoreError::InUse { .. }))), "{refused:?}");
    drop(open);
    assert!(!document.is_dirty());
    document.save(Over::Own, LATER).unwrap();
}

#[test]
fn copies_know_their_common_past() {
    let room = Room::new();
    let document = named(&room);
    let paths = ["all", "no names", "no history"].map(|name| room.path(name));
    for (path, sharing) in paths.iter().zip([
        ALL,
        Sharing { names: false, ..ALL },
        Sharing { history: false, versions: false, names: true },
    ]) {
        document.share(path, sharing, Over::Own, LATER).unwrap();
    }
    let [all, nameless, bare] = paths.map(|path| Document::open(&room.store, &path, id(7)).unwrap());
    let past = |ours, theirs| Some(SharedPast { ours, theirs });
    assert_eq!(document.common_with(&all), past(5, 5));
    assert_eq!(document.common_with(&bare), past(5, 1));
    assert_eq!(bare.common_with(&document), past(1, 5));
    // Up to the probability with its name.
    assert_eq!(document.common_with(&nameless), past(2, 2));
    for (copy, amount) in [(&all, "6.00"), (&bare, "8.00")] {
        copy.edit(&[set_amount(copy, "A002", amount)], AUTHOR, LATER).unwrap();
    }
    document.edit(&[set_amount(&document, "A002", "7.00")], AUTHOR, LATER).unwrap();
    assert_eq!(document.common_with(&all), past(5, 5));
    assert_eq!(document.common_with(&bare), past(5, 1));
    assert_eq!(all.common_with(&bare), past(5, 1));
    let other = model::sketch::plan("package 700bn\nA001 eu grant energy 1bn 2027-Q1..2028-Q4 uniform").unwrap();
    let stranger = Document::create(&room.store, other, id(8), AUTHOR, TIME).unwrap();
    assert_eq!(document.common_with(&stranger), None);
}

#[test]
fn what_was_edited_apart_is_merged_in_one_act() {
    let room = Room::new();
    let document = Document::create(&room.store, plan(), id(1), AUTHOR, TIME).unwrap();
    document.edit(&[set_amount(&document, "A001", "4.00")], AUTHOR, TIME).unwrap();
    let path = room.path("copy.tranche");
    document.share(&path, ALL, Over::Own, TIME).unwrap();
    let copy = Document::open(&room.store, &path, id(2)).unwrap();
    copy.edit(&[set_amount(&copy, "A002", "6.00")], NAMES[0], LATER).unwrap();
    document.edit(&[set_amount(&document, "A003", "1500000000.00")], AUTHOR, LATER).unwrap();
    let past = document.common_with(&copy).unwrap();
    let base = document.snapshot_at(At::then(When::Moment(past.ours))).unwrap();
    let ours = document.snapshot();
    let merged = model::merge(base.whole(), ours.whole(), copy.snapshot().whole(), &BTreeMap::new()).unwrap();
    assert_eq!(merged.conflicts, []);
    let entry = document.merge(ours.revision(), merged.plan.clone(), "copy", AUTHOR, LATER).unwrap().entry.unwrap();
    assert_eq!((entry.kind, &*entry.note, entry.edits().unwrap().len()), (Kind::Merge, "copy", 0));
    let amounts = ["A001", "A002", "A003"].map(|code| amount(&document, code).to_string());
    assert_eq!(amounts, ["4.00", "6.00", "1500000000.00"]);
    document.verify().unwrap();
    // It was computed from a plan that is no more.
    let late = document.merge(ours.revision(), merged.plan.clone(), "copy", AUTHOR, LATER);
    assert!(matches!(late, Err(DocumentError::MovedOn { from: 3, now: 4 })), "{late:?}");
    assert!(document.merge(4, merged.plan, "again", AUTHOR, LATER).unwrap().entry.is_none());
    let flawed = Plan { programmes: model::Table::default(), ..ours.plan().clone() };
    assert!(matches!(document.merge(4, flawed, "copy", AUTHOR, LATER), Err(DocumentError::Flawed(_))));
    document.undo(AUTHOR, LATER).unwrap();
    assert_eq!(document.snapshot().plan(), ours.plan());
    document.redo(AUTHOR, LATER).unwrap();
    document.verify().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_name_is_left_in_a_copy_without_names(seed: u64) {
        let room = Room::new();
        let mut dice = Dice(seed);
        let document = Document::create(&room.store, dice.plan(), id(1), NAMES[0], TIME).unwrap();
        for round in 0..16 {
            let author = *dice.one_of(&NAMES);
            match dice.below(8) {
                0 => drop(document.undo(author, TIME)),
                1 => drop(document.redo(author, TIME)),
                2 => drop(document.freeze(dice.id(), &format!("Version {round}"), "", author, TIME)),
                3 => drop(document.edit(&[judged(author)], author, TIME)),
                4 => drop(document.return_to(When::Moment(1), author, TIME)),
                _ => drop(document.edit(&[overlays::edit(&mut dice, document.snapshot().plan(), author)], author, TIME)),
            }
        }
        for (at, sharing) in every_sharing().filter(|sharing| !sharing.names).enumerate() {
            let path = room.path(&format!("copy {at}.tranche"));
            document.share(&path, sharing, Over::Own, LATER).unwrap();
            prop_assert!(NAMES.iter().all(|name| !holds(&path, name)), "{:?}", sharing);
            let copy = Document::open(&room.store, &path, id(9)).unwrap();
            let (ours, theirs) = (document.snapshot(), copy.snapshot());
            prop_assert_eq!(&ours.plan().allocations, &theirs.plan().allocations);
            prop_assert_eq!(ours.plan().odds.len(), theirs.plan().odds.len());
            copy.verify().unwrap();
            while copy.undo("", LATER).is_ok() {}
            copy.verify().unwrap();
        }
    }
}

/// Takes in what a copy did since both were one, and returns after which entry of which that was.
fn take_in(document: &Document, copy: &Document) -> (u64, bool) {
    let met = document.meeting(copy).unwrap();
    let base = if met.in_theirs { copy } else { document }.snapshot_at(At::then(When::Moment(met.seq))).unwrap();
    let (ours, theirs) = (document.snapshot(), copy.snapshot());
    let merged = model::merge(base.whole(), ours.whole(), theirs.whole(), &BTreeMap::new()).unwrap();
    assert_eq!(merged.conflicts, [], "nothing is asked twice");
    let note = document::merge_note("copy", theirs.state_sha256());
    document.merge(ours.revision(), merged.plan, &note, AUTHOR, LATER).unwrap();
    (met.seq, met.in_theirs)
}

#[test]
fn a_copy_that_was_taken_in_is_not_asked_again() {
    let room = Room::new();
    let document = Document::create(&room.store, plan(), id(1), AUTHOR, TIME).unwrap();
    let path = room.path("copy.tranche");
    document.share(&path, ALL, Over::Own, TIME).unwrap();
    let copy = Document::open(&room.store, &path, id(2)).unwrap();
    let set = |document: &Document, code: &str, to: &str| {
        document.edit(&[set_amount(document, code, to)], AUTHOR, LATER).unwrap();
    };
    set(&copy, "A001", "6.00");
    assert_eq!(take_in(&document, &copy), (1, false));
    // Both go on: one puts back what it had taken, the other changes something else. What was put back stays.
    set(&document, "A001", "4.00");
    set(&copy, "A002", "7.00");
    assert_eq!(take_in(&document, &copy), (2, true));
    let amounts = |document: &Document| ["A001", "A002"].map(|code| amount(document, code).to_string());
    assert_eq!(amounts(&document), ["4.00", "7.00"]);
    // The other way round: the copy takes the plan in, which knows the copy already.
    set(&copy, "A003", "1600000000.00");
    assert_eq!(take_in(&copy, &document), (3, false));
    assert_eq!(amounts(&copy), ["4.00", "7.00"]);
    // What was taken in and undone is no common state.
    document.undo(AUTHOR, LATER).unwrap();
    let met = copy.meeting(&document).unwrap();
    assert_eq!((met.in_theirs, met.past, met.seq), (true, SharedPast { ours: 1, theirs: 1 }, 4));
}
