//! Several people, each with a data folder of their own, and one file: whoever is told "saved" is in the file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod room;

use std::fs::{self, File};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use document::{Disk, Document, DocumentError, Over, RealDisk, Store, StoreError};
use room::watched::{Moment, WatchedDisk};
use room::{AUTHOR, Room, TIME, id, plan, set_amount};

/// A store with a data folder that nobody else knows.
fn stranger(room: &Room, disk: impl Disk + 'static, name: &str) -> Arc<Store> {
    Arc::new(Store::new(Arc::new(disk), room.working_folder().parent().unwrap().with_file_name(name)))
}

fn authors(path: &Path) -> Vec<String> {
    let file = Document::peek(&RealDisk, path).unwrap();
    file.verify().unwrap();
    file.history().iter().skip(1).map(|entry| entry.author.clone()).collect()
}

/// The file of our own that is being written beside the user's.
fn is_beside(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder.ends_with("files"))
}

#[test]
fn of_several_who_save_at_once_one_is_told_so_and_is_in_the_file() {
    const WRITERS: usize = 4;
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    for round in 0..12 {
        let before = authors(&path);
        let documents: Vec<(String, Document)> = (0..WRITERS)
            .map(|writer| {
                let store = stranger(&room, RealDisk, &format!("data-{writer}"));
                let (author, document) = (format!("{round}.{writer}"), Document::open(&store, &path, id(5)).unwrap());
                let amount = format!("{}.{round:02}", writer + 1);
                document.edit(&[set_amount(&document, "A001", &amount)], &author, TIME).unwrap();
                (author, document)
            })
            .collect();
        let start = Barrier::new(WRITERS);
        let save = |(author, document): (String, Document)| {
            start.wait();
            let saved = document.save(Over::Own, TIME);
            document.discard().unwrap();
            (author, saved)
        };
        let told: Vec<(String, Result<(), DocumentError>)> = thread::scope(|scope| {
            let threads: Vec<_> = documents.into_iter().map(|document| scope.spawn(|| save(document))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let saved: Vec<String> = told.iter().filter(|(_, told)| told.is_ok()).map(|(who, _)| who.clone()).collect();
        assert_eq!(authors(&path), [before, saved.clone()].concat(), "round {round}: {told:?}");
        assert_eq!(saved.len(), 1, "round {round}: {told:?}");
        for (_, refused) in told.iter().filter(|(_, told)| told.is_err()) {
            let Err(DocumentError::Store(StoreError::Changed { path: named })) = refused else { panic!("{refused:?}") };
            assert_eq!(named.file_name(), path.file_name());
        }
        assert_eq!(room.names(), ["plan.tranche"], "at rest there is one file");
    }
}

#[test]
fn of_several_who_save_a_new_file_at_once_one_makes_it() {
    const WRITERS: usize = 4;
    for round in 0..6 {
        let room = Room::new();
        let path = room.path("new.tranche");
        let start = Barrier::new(WRITERS);
        let save = |writer: usize| {
            let store = stranger(&room, RealDisk, &format!("data-{writer}"));
            let document = Document::create(&store, plan(), id(5), &writer.to_string(), TIME).unwrap();
            start.wait();
            document.save_as(&path, Over::Own, TIME).map(|()| writer)
        };
        let told: Vec<Result<usize, DocumentError>> = thread::scope(|scope| {
            let save = &save;
            let threads: Vec<_> = (0..WRITERS).map(|writer| scope.spawn(move || save(writer))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let saved: Vec<usize> = told.iter().filter_map(|told| told.as_ref().ok().copied()).collect();
        assert_eq!(saved.len(), 1, "round {round}: {told:?}");
        let author = Document::peek(&RealDisk, &path).unwrap().history()[0].author.clone();
        assert_eq!(author, saved[0].to_string(), "round {round}: {told:?}");
        let refused = |told: &&Result<usize, _>| matches!(told, Err(DocumentError::Store(StoreError::Exists { .. })));
        assert_eq!(told.iter().filter(refused).count(), WRITERS - 1, "{told:?}");
        assert_eq!(room.names(), ["new.tranche"]);
    }
}

/// From before the new file is written until it has its name, nobody else of ours can come between: neither put another
/// file there nor take the new one for a left-over.
#[test]
fn a_save_holds_its_folder_and_its_new_file_until_the_name_is_given() {
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    let seen = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&seen);
    let disk = WatchedDisk::new(move |moment, beside| {
        if is_beside(beside) {
            assert!(
                File::open(beside.parent().unwrap()).unwrap().try_lock().is_err(),
                "{moment:?}: the folder is free"
            );
            if moment == Moment::Rename {
                assert!(File::open(beside).unwrap().try_lock().is_err(), "{moment:?}: the new file is free");
            }
            counted.fetch_add(1, Ordering::SeqCst);
        }
    });
    let document = Document::open(&stranger(&room, disk, "other"), &path, id(5)).unwrap();
    document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).unwrap();
    assert_eq!(seen.load(Ordering::SeqCst), 0, "opening and editing hold nothing");
    document.save(Over::Own, TIME).unwrap();
    assert_eq!(seen.load(Ordering::SeqCst), 2);
    File::open(path.parent().unwrap()).unwrap().try_lock().unwrap();
    assert_eq!(room.names(), ["plan.tranche"]);
}

/// The same file as another program would leave it: as long, and with one bit changed.
fn meddled(mut bytes: Vec<u8>) -> Vec<u8> {
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    bytes
}

/// Saves while another program, which knows nothing of our locks, does `what` to the file when the new one is made.
/// Returns what is there afterwards.
fn saved_while(what: fn(&Path)) -> (Option<Vec<u8>>, Result<(), DocumentError>) {
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    let disk = WatchedDisk::new(move |moment, beside| {
        if is_beside(beside) && moment == Moment::Create {
            what(&beside.with_file_name("plan.tranche"));
        }
    });
    let document = Document::open(&stranger(&room, disk, "other"), &path, id(5)).unwrap();
    document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).unwrap();
    let (before, saved) = (fs::read(&path).unwrap(), document.save(Over::Own, TIME));
    assert!(document.is_dirty(), "{saved:?}");
    assert!(room.names().iter().all(|name| name == "plan.tranche"));
    let after = fs::read(&path).ok();
    assert!(after.is_none() || after == Some(meddled(before)), "what the other program wrote is lost");
    (after, saved)
}

#[test]
fn another_programs_write_during_a_save_is_seen() {
    fn write(path: &Path, also: fn(&Path)) {
        let (time, bytes) = (fs::metadata(path).unwrap().modified().unwrap(), fs::read(path).unwrap());
        also(path);
        fs::write(path, meddled(bytes)).unwrap();
        File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
    }
    let in_place: fn(&Path) = |path| write(path, |_| {});
    let replaced: fn(&Path) = |path| write(path, |path| fs::remove_file(path).unwrap());
    let removed: fn(&Path) = |path| fs::remove_file(path).unwrap();
    for (what, is_left) in [(in_place, true), (replaced, true), (removed, false)] {
        let (after, saved) = saved_while(what);
        assert_eq!(after.is_some(), is_left);
        assert!(matches!(saved, Err(DocumentError::Store(StoreError::Changed { .. }))), "{saved:?}");
    }
}
