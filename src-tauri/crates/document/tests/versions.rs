//! Versions: frozen once, the same for ever.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../store/tests/room/generate.rs"]
mod generate;
#[path = "room/overlays.rs"]
mod overlays;
mod room;

use std::sync::Arc;

use document::{
    At, Closed, Document, DocumentError, Kind, Over, ReadOnly, RealDisk, Sharing, Unfit, VerifyFailure, When,
};
use generate::Dice;
use model::{Change, Edit, Id, Plan, ScenarioId};
use proptest::prelude::*;
use room::{AUTHOR, Room, TIME, amount, id, plan, set_amount};
use store::{Act, Digest, Entry, Freezing, Origin, Saving, StateDigest, Version};

fn freeze(document: &Document, number: u128, name: &str) -> Arc<Version> {
    document.freeze(id(number), name, "Why not", AUTHOR, TIME).unwrap()
}

fn frozen(document: &Document, number: u128) -> Plan {
    document.snapshot_at(At::then(When::Version(id(number)))).unwrap().whole().clone()
}

#[test]
fn a_version_stays_as_it_was_frozen() {
    let room = Room::new();
    let path = room.path("plan.tranche");
    let document = Document::create(&room.store, plan(), id(1), AUTHOR, TIME).unwrap();
    document.edit(&[set_amount(&document, "A002", "1.00")], AUTHOR, TIME).unwrap();
    let then = document.snapshot();
    let version = freeze(&document, 5, "  First  ");
    assert_eq!((&*version.name, &*version.note, &*version.author, version.seq), ("First", "Why not", AUTHOR, 2));
    assert_eq!(version.state_sha256, then.state_sha256());
    document.edit(&[set_amount(&document, "A002", "2.00")], AUTHOR, TIME).unwrap();
    assert_eq!(frozen(&document, 5), *then.plan());
    document.save_as(&path, Over::Own, TIME).unwrap();
    document.undo(AUTHOR, TIME).unwrap();
    document.undo(AUTHOR, TIME).unwrap();
    document.save(Over::Own, TIME).unwrap();
    document.close().unwrap();
    let again = Document::open(&room.store, &path, id(1)).unwrap();
    let shown = again.snapshot_at(At::then(When::Version(id(5)))).unwrap();
    assert_eq!((shown.plan(), shown.fingerprint()), (then.plan(), then.fingerprint()));
    assert_eq!((shown.revision(), shown.sound()), (2, true));
    assert_eq!(again.verify().unwrap().versions, 1);
    assert_eq!(again.view().versions, 1);
    // Back to it, and away from it again.
    let entry = again.return_to(When::Version(id(5)), AUTHOR, TIME).unwrap().entry.unwrap();
    assert_eq!((entry.kind, entry.of_seq, &*entry.note), (Kind::Return, None, "First"));
    assert_eq!(again.snapshot().fingerprint(), then.fingerprint());
    again.undo(AUTHOR, TIME).unwrap();
    assert_eq!(*again.snapshot().plan(), plan());
    again.verify().unwrap();
    assert!(matches!(again.return_to(When::Version(id(6)), AUTHOR, TIME), Err(DocumentError::NoSuchVersion(_))));
}

#[test]
fn a_name_is_used_once_and_can_be_read() {
    let room = Room::new();
    let document = Document::create(&room.store, plan(), id(1), AUTHOR, TIME).unwrap();
    freeze(&document, 5, "До Ради");
    let freeze = |name| document.freeze(id(6), name, "", AUTHOR, TIME);
    assert!(matches!(freeze("до ради "), Err(DocumentError::NameTaken(name)) if name == "до ради"));
    assert!(matches!(freeze("a/b"), Err(DocumentError::UnfitName { why: Unfit::Sign('/'), .. })));
    assert!(matches!(freeze("\n"), Err(DocumentError::UnfitName { why: Unfit::Empty, .. })));
    assert!(matches!(document.freeze(id(6), "x", "", AUTHOR, "noon"), Err(DocumentError::NotATime(_))));
    assert_eq!(document.versions().len(), 1);
    document.discard().unwrap();
    assert!(matches!(document.freeze(id(6), "Late", "", AUTHOR, TIME), Err(DocumentError::ReadOnly(ReadOnly::Closed))));
}

#[test]
fn a_version_alone_makes_a_document_dirty_and_survives_a_crash() {
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    let document = Document::open(&room.store, &path, id(1)).unwrap();
    assert!(!document.is_dirty());
    freeze(&document, 5, "First");
    assert!(document.is_dirty() && document.view().dirty);
    assert_eq!(document.close().unwrap(), Closed::Left(id(1)));
    assert_eq!(room.store.copies().unwrap().left.len(), 1);
    let document = Document::recover(&room.store, id(1)).unwrap();
    assert!(document.is_dirty());
    assert_eq!(frozen(&document, 5), plan());
    document.edit(&[set_amount(&document, "A002", "2.00")], AUTHOR, TIME).unwrap();
    freeze(&document, 6, "Second");
    drop(document);
    let document = Document::recover(&room.store, id(1)).unwrap();
    assert_eq!(document.versions().iter().map(|version| &*version.name).collect::<Vec<_>>(), ["First", "Second"]);
    document.save(Over::Own, TIME).unwrap();
    assert!(!document.is_dirty());
    assert_eq!(document.close().unwrap(), Closed::Clean);
    assert!(room.store.copies().unwrap().left.is_empty() && room.working().is_empty());
    let peeked = Document::peek(&RealDisk, &path).unwrap();
    assert_eq!((peeked.versions().len(), amount(&peeked, "A002").to_string()), (2, "2.00".to_owned()));
    assert_eq!(frozen(&peeked, 5), plan());
    peeked.verify().unwrap();
}

/// A file with a version whose plan is not what it says it hashes to. All its other hashes are right.
fn with_false_version(room: &Room) -> std::path::PathBuf {
    let (plan, path) = (plan(), room.path("false.tranche"));
    let digest = StateDigest::of(&plan);
    let act = Act { kind: Kind::Created, edits: &[], of_seq: None, author: AUTHOR, time: TIME, note: "" };
    let created = Arc::new(Entry::new(1, &act, &model::Diff::default(), digest.state_sha256()));
    let freezing = Freezing { id: id(5), name: "Golden", note: "", author: AUTHOR, time: TIME, seq: 1 };
    let version = Arc::new(Version::freeze(&freezing, &plan, Digest::of_bytes(b"something else")));
    let (entries, versions, origin) = ([created], [version], Origin::default());
    let saving =
        Saving { plan: &plan, digest: &digest, entries: &entries, versions: &versions, origin: &origin, time: TIME };
    room.store.save(&saving, &path, Over::Own).unwrap();
    path
}

#[test]
fn nothing_is_made_of_a_version_that_is_not_what_was_frozen() {
    let room = Room::new();
    let document = Document::open(&room.store, &with_false_version(&room), id(1)).unwrap();
    let shown = document.snapshot_at(At::then(When::Version(id(5)))).unwrap();
    assert!(!shown.sound());
    assert_eq!(*shown.plan(), plan());
    if document.view().read_only.is_none() {
        document.edit(&[set_amount(&document, "A002", "2.00")], AUTHOR, TIME).unwrap();
        let refused = document.return_to(When::Version(id(5)), AUTHOR, TIME);
        assert!(matches!(refused, Err(DocumentError::Unsound(version)) if version == id(5)));
        assert_eq!(amount(&document, "A002").to_string(), "2.00");
    }
    assert!(matches!(document.verify(), Err(VerifyFailure::Version { name, .. }) if name == "Golden"));
}

/// A file whose version holds another note than was frozen, and its path. What the file says of the version agrees.
fn with_changed_version(room: &Room) -> std::path::PathBuf {
    let document = Document::create(&room.store, plan(), id(1), AUTHOR, TIME).unwrap();
    let allocation = document.snapshot().plan().allocation_named("A002").unwrap().id;
    let note = |note: &str| Edit::base(Change::SetNote { allocation, note: note.to_owned() });
    document.edit(&[note("as it was frozen")], AUTHOR, TIME).unwrap();
    freeze(&document, 5, "Golden");
    document.edit(&[note("later")], AUTHOR, TIME).unwrap();
    freeze(&document, 6, "Silver");
    let path = room.path("changed.tranche");
    // Without a history the old note stands in the version and nowhere else.
    let sharing = Sharing { history: false, versions: true, names: true };
    document.share(&path, sharing, Over::Own, TIME).unwrap();
    document.discard().unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"as it was frozen")).collect();
    let [place] = places[..] else { panic!("{places:?}") };
    bytes[place..][..16].copy_from_slice(b"as it never was!");
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn a_version_that_was_changed_is_named_and_nothing_is_built_on_it() {
    let room = Room::new();
    let path = with_changed_version(&room);
    let bytes = std::fs::read(&path).unwrap();
    for document in [Document::open(&room.store, &path, id(2)).unwrap(), Document::peek(&RealDisk, &path).unwrap()] {
        assert_eq!(document.view().read_only, Some(ReadOnly::Version(id(5))));
        assert!(matches!(document.verify(), Err(VerifyFailure::Version { name, .. }) if name == "Golden"));
        let at = |number| document.snapshot_at(At::then(When::Version(id(number)))).unwrap();
        let note = |number| at(number).plan().allocation_named("A002").unwrap().note.clone();
        assert_eq!((at(5).sound(), note(5)), (false, "as it never was!".to_owned()));
        assert_eq!((at(6).sound(), note(6)), (true, "later".to_owned()));
        let refused = [
            document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).map(|_| ()),
            document.return_to(When::Version(id(5)), AUTHOR, TIME).map(|_| ()),
            document.freeze(id(7), "New", "", AUTHOR, TIME).map(|_| ()),
            document.save(Over::Own, TIME),
        ];
        for refused in refused {
            assert!(matches!(refused, Err(DocumentError::ReadOnly(ReadOnly::Version(_)))), "{refused:?}");
        }
        assert!(document.save_as(&room.path("saved.tranche"), Over::Own, TIME).is_err());
    }
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(room.names(), ["changed.tranche"]);
    // What can be vouched for goes on in a copy.
    let document = Document::open(&room.store, &path, id(2)).unwrap();
    let copy = room.path("copy.tranche");
    let sharing = Sharing { history: true, versions: true, names: true };
    let shared = document.share(&copy, sharing, Over::Own, TIME).unwrap();
    assert_eq!(shared.left_out.iter().map(|version| &*version.name).collect::<Vec<_>>(), ["Golden"]);
    let copy = Document::open(&room.store, &copy, id(3)).unwrap();
    assert_eq!((copy.view().read_only, copy.versions().len()), (None, 1));
    copy.edit(&[set_amount(&copy, "A001", "1.00")], AUTHOR, TIME).unwrap();
    copy.verify().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_version_never_changes_whatever_is_edited_after(seed: u64) {
        let room = Room::new();
        let mut dice = Dice(seed);
        let path = room.path("plan.tranche");
        let mut document = Document::create(&room.store, dice.plan(), id(1), AUTHOR, TIME).unwrap();
        document.save_as(&path, Over::Own, TIME).unwrap();
        let mut known: Vec<(Id, Plan, Digest)> = Vec::new();
        for round in 0..24 {
            let now = document.snapshot();
            match dice.below(8) {
                0 => {
                    let id = dice.id();
                    document.freeze(id, &format!("Version {round}"), "", AUTHOR, TIME).unwrap();
                    known.push((id, now.plan().clone(), now.state_sha256()));
                }
                1 => drop(document.undo(AUTHOR, TIME)),
                2 if !known.is_empty() => {
                    let (id, plan, _) = dice.one_of(&known);
                    document.return_to(When::Version(*id), AUTHOR, TIME).unwrap();
                    let returned = document.snapshot();
                    prop_assert_eq!(returned.plan(), plan);
                }
                3 => {
                    document = if document.is_dirty() && dice.yes() {
                        drop(document);
                        Document::recover(&room.store, id(1)).unwrap()
                    } else {
                        document.save(Over::Own, TIME).unwrap();
                        document.close().unwrap();
                        Document::open(&room.store, &path, id(1)).unwrap()
                    };
                }
                _ => drop(document.edit(&[overlays::edit(&mut dice, now.plan(), AUTHOR)], AUTHOR, TIME)),
            }
            prop_assert_eq!(document.versions().len(), known.len());
            for (version, (id, plan, state)) in document.versions().iter().zip(&known) {
                prop_assert_eq!((version.id, version.state_sha256), (*id, *state));
                let frozen = version.open().unwrap();
                prop_assert!(frozen.sound && frozen.digest.state_sha256() == *state);
                prop_assert_eq!(&frozen.plan, plan);
                let shown = document.snapshot_at(At::then(When::Version(*id))).unwrap();
                prop_assert_eq!(shown.whole(), plan);
                for scenario in plan.scenarios.iter().map(|row| ScenarioId::Of(row.id)) {
                    let shown = document.snapshot_at(At { when: When::Version(*id), scenario }).unwrap();
                    prop_assert_eq!(shown.plan(), &plan.resolve(scenario).unwrap().plan);
                }
            }
        }
        prop_assert_eq!(document.verify().unwrap().versions, known.len());
    }
}
