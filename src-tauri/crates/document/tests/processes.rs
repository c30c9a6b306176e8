//! Two processes: one that holds a file, and one that is killed in the middle of its work.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod room;

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;

use document::{Document, ReadOnly, RealDisk, Store, StoreError};
use room::{AUTHOR, Room, TIME, id, plan, set_amount};

const FILE: &str = "TRANCHE_TEST_FILE";
const DATA: &str = "TRANCHE_TEST_DATA";

/// Not a test by itself: what the other process does, when a test below starts it.
#[test]
fn the_other_process() {
    let (Ok(file), Ok(data)) = (std::env::var(FILE), std::env::var(DATA)) else { return };
    let store = Arc::new(Store::new(Arc::new(RealDisk), data));
    let document = Document::open(&store, &PathBuf::from(file), id(8)).unwrap();
    document.edit(&[set_amount(&document, "A001", "77.00")], AUTHOR, TIME).unwrap();
    // On a line of its own, after what the test runner writes.
    println!("\nedited {}", document.snapshot().fingerprint());
    std::io::stdin().lines().for_each(drop);
}

/// Starts the other process, which the caller ends; returns it with the fingerprint of its unsaved edit.
#[allow(clippy::zombie_processes)]
fn start(room: &Room, file: &std::path::Path) -> (Child, String, BufReader<ChildStdout>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["the_other_process", "--exact", "--nocapture"])
        .env(FILE, file)
        .env(DATA, room.working_folder().parent().unwrap())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    loop {
        let mut line = String::new();
        assert!(lines.read_line(&mut line).unwrap() > 0, "the other process ended early");
        if let Some(fingerprint) = line.trim().strip_prefix("edited ") {
            return (child, fingerprint.to_owned(), lines);
        }
    }
}

#[test]
fn a_killed_process_leaves_its_edit_and_frees_its_file() {
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    let (mut child, fingerprint, _lines) = start(&room, &path);
    // It lives: its file can be read only, and its working copy is not offered.
    let second = Document::open(&room.store, &path, id(9)).unwrap();
    assert_eq!(second.view().read_only, Some(ReadOnly::InUse));
    assert!(room.store.copies().unwrap().left.is_empty());
    assert!(matches!(
        Document::recover(&room.store, id(8)).unwrap_err(),
        document::DocumentError::Store(StoreError::InUse { .. })
    ));
    drop(second);
    child.kill().unwrap();
    child.wait().unwrap();
    // It is dead: the file is free and unchanged, the edit is offered and whole.
    assert_eq!(Document::peek(&RealDisk, &path).unwrap().history().len(), 1);
    assert_eq!(room.store.copies().unwrap().left.len(), 1);
    let document = Document::recover(&room.store, id(8)).unwrap();
    assert_eq!(document.view().read_only, None);
    assert_eq!(document.snapshot().fingerprint(), fingerprint);
    document.verify().unwrap();
    document.save(document::Over::Own, TIME).unwrap();
    document.close().unwrap();
    assert_eq!(Document::open(&room.store, &path, id(9)).unwrap().snapshot().fingerprint(), fingerprint);
}
