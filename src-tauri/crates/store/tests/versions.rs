//! Versions: they come back as they were frozen, and what was done to one behind our back is seen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod room;

use std::sync::Arc;

use model::Id;
use proptest::prelude::*;
use room::{Room, TIME, edited, frozen};
use rusqlite::Connection;
use store::{Contents, Damage, Digest, Opened, Over, Saving, StateDigest, StoreError, Version, document_sha256};

/// A document with three versions: two of its state, one of another plan.
fn with_versions(seed: u64) -> Contents {
    let mut contents = edited(seed);
    let versions = [frozen(&contents, 1), frozen(&contents, 2), frozen(&edited(seed + 1), 3)];
    contents.versions = versions.into_iter().map(Arc::new).collect();
    contents
}

fn changed(contents: &Contents, sql: &str) -> (Room, Result<Opened, StoreError>) {
    let room = Room::new();
    room.save(contents);
    let connection = Connection::open(&room.path).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.execute_batch("VACUUM").unwrap();
    drop(connection);
    let opened = room.read();
    (room, opened)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_frozen_comes_back(seed in 0..u64::MAX - 1) {
        let room = Room::new();
        let contents = with_versions(seed);
        let origin = room.save(&contents);
        prop_assert_eq!(origin.saved_versions, 3);
        let bytes = std::fs::read(&room.path).unwrap();
        let opened = room.read().unwrap();
        prop_assert_eq!(&opened.contents.versions, &contents.versions);
        prop_assert!(opened.contents.doubted().is_none() && opened.origin.saved_versions == 3);
        let found = opened.contents.versions[0].open().unwrap();
        prop_assert!(found.sound);
        prop_assert_eq!((&found.plan, &found.digest), (&contents.plan, &contents.digest));
        let other = opened.contents.versions[2].open().unwrap();
        prop_assert!(other.sound);
        prop_assert_eq!(other.plan, edited(seed + 1).plan);
        room.save(&opened.contents);
        prop_assert_eq!(std::fs::read(&room.path).unwrap(), bytes);
    }
}

#[test]
fn a_document_without_versions_hashes_as_before_there_were_any() {
    let contents = edited(7);
    let hash = |versions: &[Arc<Version>]| {
        let entries = contents.entries.iter().map(|entry| &**entry);
        document_sha256(contents.digest.state_sha256(), entries, versions.iter().map(|version| &**version))
    };
    let versions = with_versions(7).versions;
    let hashes: Vec<Digest> = (0..4).map(|count| hash(&versions[..count])).collect();
    assert!((1..4).all(|count| !hashes[..count].contains(&hashes[count])));
    let room = Room::new();
    room.save(&contents);
    let stamp = room.read().unwrap().stamp;
    assert_eq!((stamp.document_sha256, stamp.versions_sha256), (hashes[0], None));
}

#[test]
fn a_version_that_was_changed_is_named_and_all_else_is_opened() {
    let contents = with_versions(11);
    let other = frozen(&edited(40), 9);
    let state = other.state_sha256;
    for set in [
        "payload = replace(payload, '\"package\"', '\"package\" ')",
        "payload = ''",
        "payload = CAST(X'ff00fe' AS TEXT)",
        "payload = (SELECT payload FROM versions WHERE number = 3)",
        "payload_sha256 = (SELECT payload_sha256 FROM versions WHERE number = 3)",
        &format!("state_sha256 = '{state}'"),
        &format!("state_sha256 = '{state}', payload = ''"),
    ] {
        let (room, opened) = changed(&contents, &format!("UPDATE versions SET {set} WHERE number = 2"));
        let opened = opened.unwrap_or_else(|refused| panic!("{set}: {refused}")).contents;
        assert_eq!(opened.doubted().map(|version| version.id), Some(Id::from_bits(2)), "{set}");
        assert_eq!(opened.versions.iter().filter(|version| version.is_doubted()).count(), 1);
        assert!(!opened.versions[1].open().is_ok_and(|frozen| frozen.sound), "{set}");
        assert!([0, 2].iter().all(|at| opened.versions[*at].open().unwrap().sound));
        assert_eq!(opened.plan, contents.plan);
        assert_eq!(opened.entries.len(), contents.entries.len());
        // A copy of it never makes the version believed again.
        let Contents { plan, digest, entries, versions } = &opened;
        let saving = Saving { plan, digest, entries, versions, origin: &Default::default(), time: TIME };
        match room.store.save(&saving, &room.path, Over::Anything) {
            Ok(_) => assert_eq!(room.read().unwrap().contents.doubted(), Some(&opened.versions[1])),
            Err(refused) => assert!(matches!(refused, StoreError::Damaged { .. }), "{refused}"),
        }
    }
}

#[test]
fn versions_that_do_not_fit_the_document_are_refused() {
    let contents = with_versions(13);
    for sql in [
        "UPDATE versions SET name = 'Another' WHERE number = 1",
        "UPDATE versions SET note = '' WHERE number = 1",
        "UPDATE versions SET author = '' WHERE number = 1",
        "UPDATE versions SET time = '2027-01-01T00:00:00Z' WHERE number = 1",
        "UPDATE versions SET seq = seq + 1 WHERE number = 1",
        "UPDATE versions SET id = '00000000000000000000000000000000' WHERE number = 1",
        "DELETE FROM versions",
        "DELETE FROM versions WHERE number = 3",
        "UPDATE versions SET number = number + 1 WHERE number = 3",
        "UPDATE versions SET id = (SELECT id FROM versions WHERE number = 1) WHERE number = 2",
        "UPDATE versions SET time = 'then' WHERE number = 1",
        "UPDATE versions SET id = 'x' WHERE number = 1",
        "UPDATE versions SET seq = -1 WHERE number = 1",
        "UPDATE versions SET payload_sha256 = 'x' WHERE number = 1",
        "UPDATE versions SET state_sha256 = '' WHERE number = 1",
        "UPDATE stamp SET versions_sha256 = NULL",
        "UPDATE stamp SET versions_sha256 = state_sha256",
        "UPDATE stamp SET versions_sha256 = 'x'",
        // A version and the plan or the history at once.
        "UPDATE versions SET payload = '' WHERE number = 1; UPDATE package SET total_cents = total_cents + 1",
        "UPDATE versions SET payload = '' WHERE number = 1; UPDATE history SET author = 'nobody' WHERE seq = 1",
    ] {
        let (_, opened) = changed(&contents, sql);
        assert!(matches!(opened, Err(StoreError::Damaged { .. })), "{sql}: {:?}", opened.map(|_| ()));
    }
}

#[test]
fn a_flipped_bit_in_a_version_changes_nothing_unseen() {
    let room = Room::new();
    let contents = with_versions(17);
    room.save(&contents);
    let good = std::fs::read(&room.path).unwrap();
    let mut dice = room::generate::Dice(5);
    let (mut doubted, mut refused) = (0, 0);
    for _ in 0..400 {
        let mut bytes = good.clone();
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
        match room.read_bytes(&bytes) {
            Err(_) => refused += 1,
            Ok(Opened { contents: found, .. }) => {
                assert_eq!(found.plan, contents.plan);
                let same = |(found, version): (&Arc<Version>, &Arc<Version>)| found == version || found.is_doubted();
                assert!(found.versions.iter().zip(&contents.versions).all(same), "byte {at}");
                doubted += u32::from(found.doubted().is_some());
            }
        }
    }
    assert!(doubted > 20 && refused > 20, "{doubted} doubted, {refused} refused");
}

#[test]
fn a_working_copy_keeps_versions() {
    let room = Room::new();
    let id = Id::from_bits(7);
    let mut contents = edited(19);
    let origin = room.save(&contents);
    let mut working = room.store.working(id, &contents, &origin, TIME).unwrap();
    let versions = [frozen(&contents, 1), frozen(&contents, 2)];
    for version in &versions {
        working.freeze(version, &contents.digest).unwrap();
    }
    drop(working);
    // Nothing was edited, and yet there is something that no file has.
    let left = room.store.copies().unwrap().left;
    assert_eq!(left.iter().map(|copy| (copy.edits, copy.versions)).collect::<Vec<_>>(), [(0, 2)]);
    let (mut working, found) = room.store.recover(id).unwrap();
    assert!(found.versions.iter().map(|version| &**version).eq(&versions));
    // Saved, and noted, or not noted because the program died between: either way the copy is not needed any more.
    contents.versions = found.versions;
    let Contents { plan, digest, entries, versions } = &contents;
    let saving = Saving { plan, digest, entries, versions, origin: &origin, time: TIME };
    let (saved, _) = room.store.save(&saving, &room.path, Over::Own).unwrap();
    assert_eq!(saved.saved_versions, 2);
    drop(working);
    assert!(room.store.copies().unwrap().left.is_empty());
    working = room.store.working(id, &contents, &saved, TIME).unwrap();
    working.freeze(&frozen(&contents, 3), &contents.digest).unwrap();
    working.note_saved(&saved).unwrap();
    drop(working);
    assert_eq!(room.store.copies().unwrap().left[0].versions, 1);
    // A version that was changed in it is named, as in a file.
    let path = room.store.recover(id).unwrap().0.path().to_owned();
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch("UPDATE versions SET payload = '{}' WHERE number = 3").unwrap();
    drop(connection);
    let (_, found) = room.store.recover(id).unwrap();
    assert_eq!(found.doubted().map(|version| version.id), Some(Id::from_bits(3)));
    assert_eq!(found.plan, contents.plan);
}

#[test]
fn what_is_no_plan_is_not_opened_from_a_version() {
    let contents = with_versions(24);
    for (from, to) in [
        ("{\"v\":3", "{\"v\":9"),
        ("{\"v\":3", "{\"v\":2"),
        ("\"table\":\"sectors\"", "\"table\":\"sektors\""),
        ("\"table\":\"sectors\"", "\"table\":\"allocations\""),
        ("\"parts\":", "\"pieces\":"),
        ("2026-11-20", "2026-02-30"),
        ("80000000000000", "-8"),
    ] {
        let sql = format!("UPDATE versions SET payload = replace(payload, '{from}', '{to}') WHERE number = 1");
        let (_, opened) = changed(&contents, &sql);
        let version = Arc::clone(&opened.unwrap().contents.versions[0]);
        if version.is_doubted() {
            let refused = version.open().map(|frozen| frozen.sound);
            assert!(
                matches!(&refused, Err(Damage::Version { name, .. }) if *name == version.name),
                "{to}: {refused:?}"
            );
        }
    }
}

#[test]
fn a_version_survives_a_copy_without_the_history() {
    let contents = with_versions(29);
    let alone = contents.without_history(TIME);
    assert_eq!(alone.entries.len(), 1);
    assert!(alone.versions.iter().all(|version| version.seq == 0 && version.open().unwrap().sound));
    let room = Room::new();
    room.save(&alone);
    let opened = room.read().unwrap().contents;
    assert_eq!((&opened.plan, &opened.versions), (&contents.plan, &alone.versions));
    assert_eq!(StateDigest::of(&opened.plan), contents.digest);
}
