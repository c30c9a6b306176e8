//! Files of every released schema: what an earlier program wrote opens, keeps its hash, and is saved as today's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code)]
#[path = "../../document/tests/room/faulty.rs"]
mod faulty;
mod room;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use faulty::{FaultyDisk, Plug};
use model::{Change, Diff, Edit, Id, Name, Plan, TableName, apply_all};
use proptest::prelude::*;
use room::generate::Dice;
use room::old::{first_schema, make_old, make_old_working, of_schema};
use room::{Room, TIME, contents, edited_within, frozen, overlays, plan};
use rusqlite::Connection;
use store::{
    Act, Contents, Damage, Entry, Kind, Opened, Over, RealDisk, Saving, StateDigest, Store, StoreError, Version,
    document_sha256, rewind,
};

/// A file that a program of this schema has saved, kept for ever.
fn kept(version: u8) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../../tests/documents/schema-{version}.tranche"))
}

fn numbers(path: &Path, sql: &str) -> Vec<i64> {
    let connection = Connection::open(path).unwrap();
    let row = |row: &rusqlite::Row<'_>| (0..row.as_ref().column_count()).map(|at| row.get(at)).collect();
    connection.query_row(sql, [], row).unwrap()
}

fn save_again(store: &Store, opened: &Opened, path: &Path) {
    let Contents { plan, digest, entries, versions } = &opened.contents;
    let saving = Saving { plan, digest, entries, versions, origin: &opened.origin, time: TIME };
    store.save(&saving, path, Over::Own).unwrap();
}

/// The plan after each entry of a history, and the plan that was there first.
fn plans_of(contents: &Contents) -> Vec<Plan> {
    let mut plans = vec![contents.plan.clone()];
    for entry in contents.entries.iter().skip(1).rev() {
        let after = plans.last().unwrap();
        let diff = entry.diff_to(after).unwrap();
        plans.push(diff.reversed().apply_to(after).unwrap());
    }
    plans.reverse();
    plans
}

/// Each entry of a history, read and written anew by today's program, says what it said.
fn check_rewritten(contents: &Contents) {
    let plans = plans_of(contents);
    for (at, entry) in contents.entries.iter().enumerate() {
        let before = &plans[at.saturating_sub(1)];
        let diff = entry.diff_from(before).unwrap();
        assert_eq!(diff, Diff::between(before, &plans[at]));
        let Entry { seq, kind, of_seq, author, time, note, state_sha256, .. } = &**entry;
        assert_eq!(StateDigest::of(&plans[at]).state_sha256(), *state_sha256);
        let edits = entry.edits().unwrap();
        let act = Act { kind: *kind, edits: &edits, of_seq: *of_seq, author, time, note };
        let again = Entry::new(*seq, &act, &diff, *state_sha256);
        assert_eq!((again.edits().unwrap(), again.diff_to(&plans[at]).unwrap()), (edits, diff));
        assert_eq!(again.touched().unwrap(), entry.touched().unwrap());
        assert_eq!(rewind(&contents.plan, &contents.entries[at + 1..]).unwrap(), plans[at]);
    }
}

#[test]
fn kept_files_keep_their_hashes() {
    for (version, fingerprint, entries, allocated) in [
        (1, "8756bb15", 6, "800000000000.00"),
        (2, "a17db56a", 14, "42300000000.00"),
        (3, "f8826321", 15, "40500000000.00"),
        (4, "fbc3eded", 19, "40500000000.00"),
    ] {
        let before = std::fs::read(kept(version)).unwrap();
        let Opened { contents, stamp, .. } = store::read(&RealDisk, &kept(version)).unwrap();
        assert_eq!(contents.digest.fingerprint(), fingerprint);
        assert_eq!(contents.entries.len(), entries);
        assert_eq!(stamp.allocated.to_string(), allocated);
        let (entries, none) = (contents.entries.iter().map(|entry| &**entry), &contents.versions);
        assert_eq!(
            document_sha256(stamp.state_sha256, entries, none.iter().map(|version| &**version)),
            stamp.document_sha256
        );
        check_rewritten(&contents);
        assert_eq!(before[63], version);
        assert_eq!(std::fs::read(kept(version)).unwrap(), before);
    }
}

#[test]
fn a_file_of_the_first_schema_becomes_a_plan_without_conditions() {
    let plan = store::read(&RealDisk, &kept(1)).unwrap().contents.plan;
    assert_eq!(first_schema(&plan), plan);
    assert_eq!((plan.allocations.len(), plan.clusters.len(), plan.steps.len()), (99, 6, 0));
}

#[test]
fn the_later_kept_files_have_something_in_every_table() {
    for version in [2, 3, 4] {
        let stamp = store::read(&RealDisk, &kept(version)).unwrap().stamp;
        assert!(stamp.rows_by_table.split(' ').all(|count| !count.ends_with("=0")), "{}", stamp.rows_by_table);
    }
    let contents = store::read(&RealDisk, &kept(3)).unwrap().contents;
    let kinds = [Kind::Created, Kind::Edit, Kind::Undo, Kind::Redo, Kind::Return, Kind::Merge];
    assert!(kinds.iter().all(|kind| contents.entries.iter().any(|entry| entry.kind == *kind)));
    let told = |version: &Arc<Version>| (version.seq, version.open().unwrap().digest.fingerprint());
    let versions: Vec<(u64, String)> = contents.versions.iter().map(told).collect();
    assert_eq!(versions, [(8, "258e93c3".to_owned()), (15, "f8826321".to_owned())]);
    // Each is the state of its entry.
    for version in &contents.versions {
        let later = &contents.entries[usize::try_from(version.seq).unwrap()..];
        assert_eq!(rewind(&contents.plan, later).unwrap(), version.open().unwrap().plan);
    }
}

#[test]
fn saving_a_file_of_the_first_schema_makes_one_of_today_and_keeps_the_old_one() {
    let room = Room::new();
    let before = std::fs::read(kept(1)).unwrap();
    let opened = room.read_bytes(&before).unwrap();
    assert_eq!(std::fs::read(&room.path).unwrap(), before, "opening changed the file");
    save_again(&room.store, &opened, &room.path);
    assert_eq!(numbers(&room.path, "PRAGMA user_version"), [4]);
    assert_eq!(numbers(&room.path, "SELECT min_reader, min_writer, save_seq FROM stamp"), [4, 4, 7]);
    assert_eq!(numbers(&room.path, "SELECT min(priority), max(priority), count(*) FROM allocations"), [5, 5, 99]);
    let again = room.read().unwrap();
    assert_eq!(again.contents.plan, opened.contents.plan);
    assert_eq!(again.contents.digest, opened.contents.digest);
    assert_eq!(again.stamp.document_sha256, opened.stamp.document_sha256);
    assert_eq!(again.stamp.previous_sha256, Some(opened.stamp.document_sha256));
    let of_first: Vec<&str> = opened.stamp.rows_by_table.split(' ').collect();
    let of_today: Vec<&str> = again.stamp.rows_by_table.split(' ').collect();
    assert!(of_first.iter().all(|count| of_today.contains(count)), "{of_today:?}");
    assert!(of_today.iter().filter(|count| !of_first.contains(count)).all(|count| count.ends_with("=0")));
    // The old file is among the backups, to the byte.
    let folders = std::fs::read_dir(room.folder.path().join("data/backups")).unwrap();
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap());
    let backups: Vec<Vec<u8>> = files.map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect();
    assert_eq!(backups, [before]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_an_earlier_schema_could_say_it_says_still(seed: u64, version in 1_usize..=3) {
        let room = Room::new();
        let mut dice = Dice(seed);
        let plan = of_schema(version, &overlays::plan(&mut dice));
        let contents = edited_within(dice, plan, |plan| of_schema(version, plan) == *plan);
        room.save(&contents);
        let today = std::fs::read(&room.path).unwrap();
        make_old(version, &room.path);
        let opened = room.read().unwrap();
        prop_assert_eq!(&opened.contents.plan, &contents.plan);
        prop_assert_eq!(&opened.contents.digest, &contents.digest);
        check_rewritten(&opened.contents);
        room.save(&opened.contents);
        prop_assert_eq!(std::fs::read(&room.path).unwrap(), today);
    }

    #[test]
    fn what_is_said_and_taken_back_leaves_no_trace_in_the_hash(seed: u64, version in 1_usize..=3) {
        let mut dice = Dice(seed);
        let with = overlays::plan(&mut dice);
        let without = of_schema(version, &with);
        let (said, taken_back) = (Diff::between(&without, &with), Diff::between(&with, &without));
        let before = StateDigest::of(&without);
        let after = before.after(&said);
        prop_assert_eq!(&after, &StateDigest::of(&with));
        prop_assert_eq!(after == before, said.is_empty());
        prop_assert_eq!(&after.after(&taken_back), &before);
    }
}

#[test]
fn a_working_copy_of_an_earlier_schema_is_recovered() {
    for version in 1..=3 {
        recover_working_copy(version);
    }
}

fn recover_working_copy(version: usize) {
    let room = Room::new();
    let id = Id::from_bits(7);
    let contents = contents(plan());
    let origin = room.save(&contents);
    let mut working = room.store.working(id, &contents, &origin, TIME).unwrap();
    let (next, entry, diff) = edit(&contents, Change::RenamePlan { name: Name::same("Renamed") });
    working.append(&diff, &entry, &next.digest).unwrap();
    let path = working.path().to_owned();
    drop(working);
    make_old_working(version, &path);
    assert_eq!(numbers(&path, "PRAGMA user_version"), [version as i64]);
    // The list of what was left behind names it and changes nothing.
    let left = room.store.copies().unwrap();
    assert!(left.unreadable.is_empty());
    assert_eq!(left.left.iter().map(|copy| (copy.id, copy.edits)).collect::<Vec<_>>(), [(id, 1)]);
    let (mut working, found) = room.store.recover(id).unwrap();
    assert_eq!(found.plan, next.plan);
    assert_eq!(working.origin(), &origin);
    // Nobody else can have it meanwhile, and the old one is gone.
    assert!(matches!(room.store.recover(id), Err(StoreError::InUse { .. })));
    assert!(!path.exists() && working.path().exists());
    // It takes edits and versions, of which earlier schemas knew nothing.
    let cap = Box::new(Dice(1).cap(&found.plan, Id::from_bits(30)));
    let (last, entry, diff) = edit(&found, Change::SetCap { cap });
    assert_eq!(diff.tables(), [TableName::Caps]);
    working.append(&diff, &entry, &last.digest).unwrap();
    working.freeze(&frozen(&last, 1), &last.digest).unwrap();
    drop(working);
    let left = room.store.copies().unwrap().left;
    assert_eq!((left[0].edits, left[0].versions, left[0].time.as_str()), (2, 1, TIME));
    let (_, found) = room.store.recover(id).unwrap();
    assert_eq!(found.plan, last.plan);
    assert_eq!(found.versions, [Arc::new(frozen(&last, 1))]);
}

#[test]
fn a_working_copy_of_an_earlier_schema_outlives_a_disk_that_fails() {
    for (errno, for_ever, version) in [(28, true, 2), (5, false, 1), (28, true, 3)] {
        let mut failures = 0;
        for at in 1.. {
            let room = Room::new();
            let id = Id::from_bits(7);
            let contents = contents(plan());
            let origin = room.save(&contents);
            let mut working = room.store.working(id, &contents, &origin, TIME).unwrap();
            let (next, entry, diff) = edit(&contents, Change::RenamePlan { name: Name::same("Renamed") });
            working.append(&diff, &entry, &next.digest).unwrap();
            let path = working.path().to_owned();
            drop(working);
            make_old_working(version, &path);
            let plug = Arc::new(Plug::default());
            let disk = FaultyDisk { plug: Arc::clone(&plug) };
            plug.set(at, errno, for_ever);
            let recovered = Store::new(Arc::new(disk), room.folder.path().join("data")).recover(id).map(|_| ());
            let reached = plug.count();
            plug.set(0, 0, false);
            failures += u32::from(recovered.is_err());
            let left = room.store.copies().unwrap();
            assert_eq!(left.left.iter().map(|copy| copy.edits).collect::<Vec<_>>(), [1], "{at}: {recovered:?}");
            assert_eq!(room.store.recover(id).unwrap().1.plan, next.plan, "{at}: {recovered:?}");
            if reached < at {
                break;
            }
        }
        assert!(failures > 5, "only {failures} failures");
    }
}

/// The document after a change, and what is noted of it.
fn edit(contents: &Contents, change: Change) -> (Contents, Entry, Diff) {
    let plan = &contents.plan;
    let edits = [Edit::base(change)];
    let next = apply_all(plan, &edits).unwrap();
    let diff = Diff::between(plan, &next);
    let digest = contents.digest.after(&diff);
    let seq = contents.entries.len() as u64 + 1;
    let act = Act { kind: Kind::Edit, edits: &edits, of_seq: None, author: "Olena", time: TIME, note: "" };
    let entry = Entry::new(seq, &act, &diff, digest.state_sha256());
    let mut entries = contents.entries.clone();
    entries.push(Arc::new(entry.clone()));
    (Contents { plan: next, digest, entries, versions: Vec::new() }, entry, diff)
}

#[test]
fn a_file_is_read_by_the_schema_of_its_own_version() {
    let room = Room::new();
    room.save(&contents(plan()));
    let today = std::fs::read(&room.path).unwrap();
    let old = |version: usize| {
        std::fs::write(&room.path, &today).unwrap();
        make_old(version, &room.path);
        let bytes = std::fs::read(&room.path).unwrap();
        room.read_bytes(&bytes).unwrap();
        bytes
    };
    let (first, second, third) = (old(1), old(2), old(3));
    let called = |bytes: &[u8], version: u8| {
        let mut bytes = bytes.to_vec();
        bytes[63] = version;
        room.read_bytes(&bytes).map(|_| ()).unwrap_err()
    };
    let mut pairs = vec![(&first, 2), (&first, 3), (&first, 4), (&second, 1), (&second, 3), (&second, 4)];
    pairs.extend([(&third, 1), (&third, 2), (&third, 4), (&today, 1), (&today, 2), (&today, 3)]);
    for refused in pairs.into_iter().map(|(bytes, version)| called(bytes, version)) {
        assert!(matches!(refused, StoreError::Damaged { what: Damage::Schema(_), .. }), "{refused}");
    }
    assert!(matches!(called(&first, 5), StoreError::NewerVersion { found: 5, known: 4, .. }));
    assert!(matches!(called(&first, 0), StoreError::Damaged { what: Damage::Header("version"), .. }));
}

#[test]
fn an_old_file_is_compared_with_its_own_stamp() {
    let version = 1;
    for sql in [
        "UPDATE stamp SET rows_by_table = rows_by_table || ' steps=0'",
        "UPDATE stamp SET min_reader = 2",
        "UPDATE stamp SET allocated = '1.00'",
        "DELETE FROM paid",
        "UPDATE allocations SET amount_cents = amount_cents + 1",
        "CREATE TABLE steps (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
        "ALTER TABLE allocations ADD COLUMN priority INTEGER NOT NULL DEFAULT 5",
    ] {
        let room = Room::new();
        room.save(&contents(plan()));
        make_old(version, &room.path);
        Connection::open(&room.path).unwrap().execute_batch(&format!("{sql}; VACUUM;")).unwrap();
        let refused = room.read();
        assert!(matches!(refused, Err(StoreError::Damaged { .. })), "{sql}: {refused:?}");
    }
}
