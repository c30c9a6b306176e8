//! Documents from their first edit to the file at rest.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod room;

use document::{Closed, Document, DocumentError, Kind, Over, ReadOnly, StoreError};
use model::{Edit, Refusal};
use room::{AUTHOR, Room, TIME, amount, id, plan, set_amount};

#[test]
fn an_edit_survives_saving_closing_and_opening() {
    let room = Room::new();
    let document = Document::create(&room.store, plan(), id(1), AUTHOR, TIME).unwrap();
    assert!(!document.is_dirty());
    let first = document.snapshot().fingerprint().to_owned();
    let change = document.edit(&[set_amount(&document, "A001", "9bn")], AUTHOR, TIME).unwrap();
    assert_eq!(change.diff.allocations.len(), 1);
    assert!(document.is_dirty());
    assert_ne!(document.snapshot().fingerprint(), first);
    assert!(matches!(document.save(Over::Own, TIME), Err(DocumentError::NeedsPlace)));
    let path = room.path("plan.tranche");
    document.save_as(&path, Over::Own, TIME).unwrap();
    assert!(!document.is_dirty());
    let (fingerprint, plan) = (document.snapshot().fingerprint().to_owned(), document.snapshot().plan().clone());
    assert_eq!(document.close().unwrap(), Closed::Clean);
    assert_eq!(room.names(), ["plan.tranche"], "at rest there is one file");
    assert!(room.working().is_empty());

    let again = Document::open(&room.store, &path, id(2)).unwrap();
    assert_eq!(*again.snapshot().plan(), plan);
    assert_eq!(again.snapshot().fingerprint(), fingerprint);
    assert_eq!(again.view().read_only, None);
    again.verify().unwrap();
    // Undo survives a restart.
    let undone = again.undo(AUTHOR, TIME).unwrap();
    assert_eq!(undone.after.fingerprint(), first);
    assert!(matches!(again.undo(AUTHOR, TIME), Err(DocumentError::NothingToUndo)));
    let kinds: Vec<Kind> = again.history().iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [Kind::Created, Kind::Edit, Kind::Undo]);
    again.save(Over::Own, TIME).unwrap();
    again.close().unwrap();

    let third = Document::open(&room.store, &path, id(3)).unwrap();
    assert_eq!(third.redo(AUTHOR, TIME).unwrap().after.fingerprint(), fingerprint);
    third.verify().unwrap();
    third.discard().unwrap();
    assert!(room.working().is_empty());
}

#[test]
fn what_changes_nothing_leaves_no_entry_and_no_file() {
    let room = Room::new();
    let document = Document::create(&room.store, plan(), id(1), AUTHOR, TIME).unwrap();
    let same = amount(&document, "A001").to_string();
    let change = document.edit(&[set_amount(&document, "A001", &same)], AUTHOR, TIME).unwrap();
    assert!(change.entry.is_none());
    assert_eq!(change.revision(), 1);
    assert!(room.working().is_empty());
}

#[test]
fn a_refused_edit_changes_nothing() {
    let room = Room::new();
    let document = Document::create(&room.store, plan(), id(1), AUTHOR, TIME).unwrap();
    let before = document.snapshot();
    let edits = [set_amount(&document, "A001", "9bn"), set_amount(&document, "A002", "-1.00")];
    let refused = document.edit(&edits, AUTHOR, TIME).unwrap_err();
    assert!(matches!(refused, DocumentError::Refused { at: 1, refusal: Refusal::NegativeAmount(_) }));
    assert_eq!(document.snapshot().fingerprint(), before.fingerprint());
    assert!(matches!(document.edit(&[], AUTHOR, "today"), Err(DocumentError::NotATime(_))));
    assert!(room.working().is_empty());
}

#[test]
fn an_unsaved_edit_is_offered_after_the_program_died() {
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    let fingerprint = {
        let document = Document::open(&room.store, &path, id(7)).unwrap();
        document.edit(&[set_amount(&document, "A002", "1.23")], AUTHOR, TIME).unwrap();
        // Dropped without being closed, as by a crash.
        document.snapshot().fingerprint().to_owned()
    };
    let copies = room.store.copies().unwrap();
    assert_eq!(copies.left.len(), 1);
    let left = &copies.left[0];
    assert_eq!((left.id, left.edits, left.time.as_str()), (id(7), 1, TIME));
    assert_eq!(left.path.as_deref(), Some(path.canonicalize().unwrap().as_path()));
    assert_eq!(left.total.to_string(), "10000000001.23");
    let document = Document::recover(&room.store, id(7)).unwrap();
    assert!(document.is_dirty());
    assert_eq!(document.snapshot().fingerprint(), fingerprint);
    assert!(room.store.copies().unwrap().left.is_empty(), "it is open now");
    assert!(matches!(room.store.discard(id(7)), Err(StoreError::InUse { .. })));
    document.undo(AUTHOR, TIME).unwrap();
    document.redo(AUTHOR, TIME).unwrap();
    document.save(Over::Own, TIME).unwrap();
    document.verify().unwrap();
    assert_eq!(document.close().unwrap(), Closed::Clean);
    assert_eq!(Document::peek(&document::RealDisk, &path).unwrap().snapshot().fingerprint(), fingerprint);
}

#[test]
fn a_working_copy_is_discarded_on_purpose_only() {
    let room = Room::new();
    let document = Document::create(&room.store, plan(), id(7), AUTHOR, TIME).unwrap();
    document.edit(&[set_amount(&document, "A002", "1.23")], AUTHOR, TIME).unwrap();
    assert_eq!(document.close().unwrap(), Closed::Left(id(7)));
    assert!(matches!(document.edit(&[], AUTHOR, TIME), Err(DocumentError::ReadOnly(ReadOnly::Closed))));
    room.store.expire("2026-12-01T00:00:00Z").unwrap();
    assert_eq!(room.store.copies().unwrap().left.len(), 1);
    room.store.discard(id(7)).unwrap();
    assert!(room.working().is_empty());
    assert!(matches!(room.store.discard(id(7)), Err(StoreError::NoSuchCopy { .. })));
}

#[test]
fn a_second_window_reads_and_may_save_a_copy() {
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    let first = Document::open(&room.store, &path, id(1)).unwrap();
    let second = Document::open(&room.store, &path, id(2)).unwrap();
    assert_eq!(second.view().read_only, Some(ReadOnly::InUse));
    let edit = [set_amount(&second, "A001", "9bn")];
    assert!(matches!(second.edit(&edit, AUTHOR, TIME), Err(DocumentError::ReadOnly(ReadOnly::InUse))));
    assert!(matches!(second.save(Over::Own, TIME), Err(DocumentError::ReadOnly(ReadOnly::InUse))));
    let copy = room.path("copy.tranche");
    assert!(matches!(second.save_as(&path, Over::Own, TIME), Err(DocumentError::Store(StoreError::InUse { .. }))));
    second.save_as(&copy, Over::Own, TIME).unwrap();
    second.edit(&edit, AUTHOR, TIME).unwrap();
    second.save(Over::Own, TIME).unwrap();
    first.edit(&edit, AUTHOR, TIME).unwrap();
    first.save(Over::Own, TIME).unwrap();
    drop(first);
    assert_eq!(Document::open(&room.store, &path, id(3)).unwrap().view().read_only, None);
}

#[test]
fn a_file_that_somebody_else_wrote_is_not_overwritten() {
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    let document = Document::open(&room.store, &path, id(1)).unwrap();
    let edit: [Edit; 1] = [set_amount(&document, "A001", "9bn")];
    document.edit(&edit, AUTHOR, TIME).unwrap();
    let other = room.other_bytes();
    std::fs::write(&path, &other).unwrap();
    assert!(matches!(document.save(Over::Own, TIME), Err(DocumentError::Store(StoreError::Changed { .. }))));
    assert_eq!(std::fs::read(&path).unwrap(), other);
    assert_eq!(room.names(), ["other.tranche", "plan.tranche"]);
    document.save(Over::Anything, TIME).unwrap();
    assert!(room.backups().iter().any(|backup| std::fs::read(backup).unwrap() == other));
    document.save(Over::Own, TIME).unwrap();
    let taken = room.path("other.tranche");
    assert!(matches!(document.save_as(&taken, Over::Own, TIME), Err(DocumentError::Store(StoreError::Exists { .. }))));
    document.save_as(&taken, Over::Anything, TIME).unwrap();
    assert_eq!(document.view().path, Some(taken.canonicalize().unwrap()));
}

#[test]
fn a_plan_in_memory_touches_nothing() {
    let document = Document::read_only(plan());
    assert!(matches!(document.edit(&[], AUTHOR, TIME), Err(DocumentError::ReadOnly(ReadOnly::Peeked))));
    assert!(document.save_as("/x/y".as_ref(), Over::Own, TIME).is_err());
    assert_eq!(document.snapshot().schedule().len(), document.snapshot().plan().allocations.len());
    document.verify().unwrap();
}
