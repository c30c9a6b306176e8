//! A disk that fails at every place in turn: nothing is half done, nothing that was acknowledged is lost, nothing panics.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod room;

use std::path::Path;
use std::sync::Arc;

use document::{Document, DocumentError, Over, RealDisk, Store, StoreError};
use room::faulty::{FaultyDisk, Plug};
use room::{AUTHOR, Room, TIME, id, plan, set_amount};

const EIO: i32 = 5;
const EACCES: i32 = 13;
const ENOSPC: i32 = 28;
const EROFS: i32 = 30;

/// What the work below had acknowledged when it ended, as fingerprints.
#[derive(Debug, Default)]
struct Acknowledged {
    edited: Option<String>,
    saved: Option<String>,
    frozen: usize,
    error: Option<DocumentError>,
    opened: bool,
}

/// Opens, edits three times, undoes, freezes, saves, edits and saves again; stops at the first error.
fn work(store: &Arc<Store>, path: &Path) -> Acknowledged {
    let mut done = Acknowledged::default();
    let document = match Document::open(store, path, id(5)) {
        Ok(document) => document,
        Err(error) => return Acknowledged { error: Some(error), ..done },
    };
    done.opened = true;
    done.edited = Some(document.snapshot().fingerprint().to_owned());
    done.saved = done.edited.clone();
    let acts: [&dyn Fn() -> Result<bool, DocumentError>; 8] = [
        &|| document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).map(|_| false),
        &|| document.edit(&[set_amount(&document, "A002", "2.00")], AUTHOR, TIME).map(|_| false),
        &|| document.edit(&[set_amount(&document, "A001", "3.00")], AUTHOR, TIME).map(|_| false),
        &|| document.undo(AUTHOR, TIME).map(|_| false),
        &|| document.freeze(id(77), "Frozen", "", AUTHOR, TIME).map(|_| false),
        &|| document.save(Over::Own, TIME).map(|()| true),
        &|| document.edit(&[set_amount(&document, "A001", "4.00")], AUTHOR, TIME).map(|_| false),
        &|| document.save(Over::Own, TIME).map(|()| true),
    ];
    for act in acts {
        let before = document.snapshot().fingerprint().to_owned();
        match act() {
            Ok(saved) => {
                done.edited = Some(document.snapshot().fingerprint().to_owned());
                done.frozen = document.versions().len();
                if saved {
                    done.saved = done.edited.clone();
                }
            }
            Err(error) => {
                assert_eq!(document.snapshot().fingerprint(), before, "a failure changed the plan");
                assert_eq!(document.versions().len(), done.frozen, "a version was shown that is not safe");
                document.verify().unwrap();
                done.error = Some(error);
                break;
            }
        }
    }
    done
}

fn faulty(room: &Room) -> (Arc<Store>, Arc<Plug>) {
    let plug = Arc::new(Plug::default());
    let disk = FaultyDisk { plug: Arc::clone(&plug) };
    (Arc::new(Store::new(Arc::new(disk), room.working_folder().parent().unwrap())), plug)
}

/// What a fresh start finds: the file whole, at an acknowledged state or the one that was being saved, and every
/// acknowledged edit in the file or in the working copy.
fn check_after(room: &Room, path: &Path, done: &Acknowledged, what: &str) {
    let file = Document::peek(&RealDisk, path).unwrap_or_else(|error| panic!("{what}: the file is lost: {error}"));
    file.verify().unwrap_or_else(|error| panic!("{what}: {error}"));
    let at_rest = file.snapshot().fingerprint().to_owned();
    let (saved, edited) = (done.saved.as_deref(), done.edited.as_deref());
    if done.opened {
        let unconfirmed = matches!(done.error, Some(DocumentError::Store(StoreError::Unconfirmed { .. })));
        let allowed = Some(at_rest.as_str()) == saved || (unconfirmed && Some(at_rest.as_str()) == edited);
        assert!(allowed, "{what}: the file holds {at_rest}, saved was {saved:?}, edited {edited:?}");
        if edited != Some(at_rest.as_str()) {
            let document = Document::recover(&room.store, id(5)).unwrap_or_else(|error| panic!("{what}: {error}"));
            document.verify().unwrap();
            // The act that failed may be there too, whole; none that was acknowledged may be missing.
            let mut last = document.history().into_iter().rev().take(2).map(|entry| entry.state_sha256.fingerprint());
            assert!(last.any(|state| Some(state.as_str()) == edited), "{what}: an acknowledged edit is lost");
            assert!(document.versions().len() >= done.frozen, "{what}: an acknowledged version is lost");
            document.close().unwrap();
        } else {
            assert_eq!(file.versions().len(), done.frozen, "{what}");
        }
    }
    let ours = |name: &String| name == "plan.tranche";
    assert!(room.names().iter().any(ours), "{what}");
}

/// Fails at each `step`-th place in turn, until there is none left. Returns the errors.
fn fail_everywhere(errno: i32, for_ever: bool, step: usize) -> Vec<Option<DocumentError>> {
    let mut errors = Vec::new();
    for at in (1..).step_by(step) {
        let room = Room::new();
        let path = room.saved("plan.tranche", &plan());
        let (store, plug) = faulty(&room);
        plug.set(at, errno, for_ever);
        let done = work(&store, &path);
        let reached = plug.count() >= at;
        plug.set(0, 0, false);
        let what = format!("error {errno} at operation {at}, for ever: {for_ever}: {:?}", done.error);
        if !for_ever {
            // Without an interruption nothing temporary is left.
            let left: Vec<String> = room.names().into_iter().filter(|name| name != "plan.tranche").collect();
            assert!(left.is_empty(), "{what}: left {left:?}");
        }
        check_after(&room, &path, &done, &what);
        errors.push(done.error);
        if !reached {
            break;
        }
    }
    assert!(errors.len() * step > 60, "{} places are too few to be all of them", errors.len());
    errors
}

#[test]
fn a_full_disk_at_every_place() {
    let errors = fail_everywhere(ENOSPC, true, 1);
    let full = |error: &&DocumentError| matches!(error, DocumentError::Store(StoreError::Full { .. }));
    let named = errors.iter().flatten().filter(full).count();
    assert!(named > 20, "only {named} of them say that the disk is full");
    fail_everywhere(ENOSPC, false, 3);
}

#[test]
fn a_broken_disk_at_every_place() {
    fail_everywhere(EIO, false, 1);
    fail_everywhere(EIO, true, 3);
}

#[test]
fn a_folder_without_permission() {
    for (errno, wanted) in [(EACCES, "Denied"), (EROFS, "ReadOnly")] {
        let room = Room::new();
        let path = room.saved("plan.tranche", &plan());
        let bytes = std::fs::read(&path).unwrap();
        let (store, plug) = faulty(&room);
        let document = Document::open(&store, &path, id(5)).unwrap();
        document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).unwrap();
        plug.set(1, errno, true);
        plug.only("/files/.");
        let error = document.save(Over::Own, TIME).unwrap_err();
        let DocumentError::Store(error) = error else { panic!("{error}") };
        // It names the file that the reader knows.
        assert!(format!("{error:?}").starts_with(&format!("{wanted} {{ path: {path:?}")), "{error:?}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
        assert_eq!(room.names(), ["plan.tranche"]);
        plug.set(0, 0, false);
        document.save(Over::Own, TIME).unwrap();
    }
}

#[test]
fn after_a_failed_fsync_the_working_copy_is_written_anew() {
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    let (store, plug) = faulty(&room);
    let document = Document::open(&store, &path, id(5)).unwrap();
    document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).unwrap();
    let edit = [set_amount(&document, "A001", "2.00")];
    let mut failures = 0;
    for at in 1..10 {
        plug.set(at, EIO, false);
        plug.only("-wal");
        failures += usize::from(document.edit(&edit, AUTHOR, TIME).is_err());
        plug.set(0, 0, false);
        document.edit(&[set_amount(&document, "A001", &format!("{at}.50"))], AUTHOR, TIME).unwrap();
    }
    assert!(failures > 1);
    assert_eq!(room.working().iter().filter(|name| name.ends_with("tranche-work")).count(), 1);
    let fingerprint = document.snapshot().fingerprint().to_owned();
    drop(document);
    assert_eq!(Document::recover(&room.store, id(5)).unwrap().snapshot().fingerprint(), fingerprint);
}

/// A killed program: the file has the edits, and the working copy was not told.
fn saved_without_a_note(room: &Room, path: &Path) {
    let (store, plug) = faulty(room);
    let document = Document::open(&store, path, id(5)).unwrap();
    document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).unwrap();
    document.edit(&[set_amount(&document, "A002", "2.00")], AUTHOR, TIME).unwrap();
    plug.set(1, ENOSPC, true);
    plug.only("-wal");
    document.save(Over::Own, TIME).unwrap();
}

#[test]
fn a_working_copy_whose_edits_are_in_its_file_is_not_offered() {
    for later_saves in 0..3 {
        let room = Room::new();
        let path = room.saved("plan.tranche", &plan());
        saved_without_a_note(&room, &path);
        assert!(!room.working().is_empty());
        for save in 0..later_saves {
            let document = Document::open(&room.store, &path, id(6)).unwrap();
            document.edit(&[set_amount(&document, "A001", &format!("3.0{save}"))], AUTHOR, TIME).unwrap();
            document.save(Over::Own, TIME).unwrap();
            document.close().unwrap();
        }
        let copies = room.store.copies().unwrap();
        assert!(copies.left.is_empty() && copies.unreadable.is_empty(), "{copies:?}");
        assert!(room.working().is_empty(), "{:?}", room.working());
    }
}

#[test]
fn a_working_copy_stays_where_its_file_cannot_vouch_for_its_edits() {
    let lost: [fn(&Room, &Path); 5] = [
        |_, path| std::fs::remove_file(path).unwrap(),
        |room, path| std::fs::write(path, room.other_bytes()).unwrap(),
        |_, path| {
            let bytes = std::fs::read(path).unwrap();
            std::fs::write(path, &bytes[..bytes.len() - 1]).unwrap();
        },
        // One edit more than the file has.
        |room, _| {
            let document = Document::recover(&room.store, id(5)).unwrap();
            document.edit(&[set_amount(&document, "A001", "3.00")], AUTHOR, TIME).unwrap();
        },
        // As many edits as the file has, the last of them another one.
        |room, path| {
            let backups = room.backups();
            std::fs::copy(backups.last().unwrap(), path).unwrap();
            let document = Document::open(&room.store, path, id(6)).unwrap();
            document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).unwrap();
            document.edit(&[set_amount(&document, "A002", "2.50")], AUTHOR, TIME).unwrap();
            document.save(Over::Own, TIME).unwrap();
            document.close().unwrap();
        },
    ];
    for (at, lose) in lost.iter().enumerate() {
        let room = Room::new();
        let path = room.saved("plan.tranche", &plan());
        saved_without_a_note(&room, &path);
        lose(&room, &path);
        let copies = room.store.copies().unwrap();
        assert_eq!(copies.left.len(), 1, "{at}: {copies:?}");
        assert!(!room.working().is_empty(), "{at}");
    }
}

/// Between the rename and the power cut the name was not safe yet; the working copy is not let go on its word.
#[test]
fn a_working_copy_stays_until_its_file_is_safe() {
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    saved_without_a_note(&room, &path);
    let (store, plug) = faulty(&room);
    for (part, at) in [("/files", 1), ("/files", 2), ("/files", 3)] {
        plug.set(at, EIO, true);
        plug.only(part);
        assert_eq!(store.copies().unwrap().left.len(), 1, "{part} {at}");
        assert!(!room.working().is_empty());
    }
    plug.set(0, 0, false);
    assert!(store.copies().unwrap().left.is_empty());
    assert!(room.working().is_empty());
}

#[test]
fn without_a_folder_of_our_own_a_plan_is_read_only() {
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    let (store, plug) = faulty(&room);
    plug.set(1, EACCES, true);
    plug.only("/data/");
    let document = Document::open(&store, &path, id(5)).unwrap();
    assert_eq!(document.view().read_only, Some(document::ReadOnly::NoOwnFolder));
}
