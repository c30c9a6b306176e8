//! Files that are not plans, not whole, not ours, or made to do harm.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod room;

use std::os::unix::fs::{MetadataExt, PermissionsExt};

use proptest::prelude::*;
use room::generate::Dice;
use room::sketched::full;
use room::{Room, contents, edited, plan};
use rusqlite::Connection;
use store::{Contents, Damage, StoreError};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_saved_is_opened(seed: u64) {
        let room = Room::new();
        let contents = edited(seed);
        room.save(&contents);
        let bytes = std::fs::read(&room.path).unwrap();
        let opened = room.read().unwrap();
        prop_assert_eq!(&opened.contents.plan, &contents.plan);
        prop_assert_eq!(opened.contents.digest.state_sha256(), contents.digest.state_sha256());
        prop_assert_eq!(opened.contents.entries.len(), contents.entries.len());
        for (read, entry) in opened.contents.entries.iter().zip(&contents.entries) {
            prop_assert_eq!(read.edits().unwrap(), entry.edits().unwrap());
            prop_assert_eq!(read.touched().unwrap(), entry.touched().unwrap());
        }
        // The same content makes the same bytes.
        room.save(&opened.contents);
        prop_assert_eq!(std::fs::read(&room.path).unwrap(), bytes);
    }
}

proptest! {
    #[test]
    fn what_an_edit_leads_to_can_be_saved(seed: u64) {
        let mut dice = Dice(seed);
        let mut plan = dice.plan();
        for _ in 0..12 {
            let edits = [dice.edit(&plan)];
            let Ok(next) = model::apply_all(&plan, &edits) else { continue };
            prop_assert_eq!(next.flaws(), [], "after {:?}", edits);
            plan = next;
        }
    }
}

#[test]
fn at_rest_a_file_is_one_quiescent_database() {
    let room = Room::new();
    room.save(&edited(3));
    let names: Vec<_> = std::fs::read_dir(room.path.parent().unwrap()).unwrap().collect();
    assert_eq!(names.len(), 1);
    assert_eq!(std::fs::metadata(&room.path).unwrap().permissions().mode() & 0o777, 0o600);
    let connection = Connection::open(&room.path).unwrap();
    let text = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    let number = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(text("PRAGMA journal_mode"), "delete");
    assert_eq!(text("PRAGMA integrity_check"), "ok");
    assert_eq!(number("PRAGMA freelist_count"), 0);
    assert_eq!(number("PRAGMA application_id"), 0x5452_4e43);
    assert_eq!(number("PRAGMA user_version"), 4);
    assert_eq!(number("SELECT count(*) FROM sqlite_schema WHERE type <> 'table'"), 0);
    assert_eq!(
        number(
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND NOT strict"
        ),
        0
    );
    let floats =
        "SELECT count(*) FROM sqlite_schema s, pragma_table_info(s.name) c WHERE c.type NOT IN ('TEXT', 'INTEGER')";
    assert_eq!(number(floats), 0);
}

#[test]
fn opening_changes_nothing() {
    let room = Room::new();
    room.save(&contents(plan()));
    let facts = || {
        let metadata = std::fs::metadata(&room.path).unwrap();
        let folder = std::fs::metadata(room.path.parent().unwrap()).unwrap();
        (metadata.mtime_nsec(), metadata.ctime_nsec(), metadata.len(), metadata.ino(), folder.mtime_nsec())
    };
    let before = facts();
    room.read().unwrap();
    assert_eq!(facts(), before);
}

#[test]
fn what_is_no_file_is_said_so() {
    let room = Room::new();
    assert!(matches!(room.read(), Err(StoreError::Missing { .. })));
    let folder = room.path.parent().unwrap();
    assert!(matches!(room.store.read(folder), Err(StoreError::IsFolder { .. })));
    assert!(matches!(room.store.read("/dev/null".as_ref()), Err(StoreError::NotAFile { .. })));
    assert!(matches!(room.store.read(&room.path.join("below")), Err(StoreError::Missing { .. })));
    assert!(matches!(room.read_bytes(b""), Err(StoreError::Empty { .. })));
    assert!(matches!(room.store.read(&room.path.join("below")), Err(StoreError::Io { .. })));
    for bytes in [&b"x"[..], b"code,amount\nA001,1\n", b"SQLite format 2\0", &[0; 5000]] {
        assert!(matches!(room.read_bytes(bytes), Err(StoreError::NotOurs { .. })));
    }
    std::fs::set_permissions(&room.path, std::fs::Permissions::from_mode(0o000)).unwrap();
    match std::fs::read(&room.path) {
        // Root may read it all the same, and is told that it is no plan.
        Ok(_) => assert!(matches!(room.read(), Err(StoreError::NotOurs { .. }))),
        Err(_) => assert!(matches!(room.read(), Err(StoreError::Denied { .. }))),
    }
}

#[test]
fn another_database_is_not_ours() {
    let room = Room::new();
    let connection = Connection::open(&room.path).unwrap();
    connection.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1);").unwrap();
    drop(connection);
    assert!(matches!(room.read(), Err(StoreError::NotOurs { .. })));
}

#[test]
fn a_newer_version_is_named() {
    let room = Room::new();
    room.save(&contents(plan()));
    let mut bytes = std::fs::read(&room.path).unwrap();
    bytes[63] = 7;
    assert!(matches!(room.read_bytes(&bytes), Err(StoreError::NewerVersion { found: 7, known: 4, .. })));
}

#[test]
fn a_cut_file_is_refused_at_every_length() {
    let room = Room::new();
    room.save(&edited(5));
    let bytes = std::fs::read(&room.path).unwrap();
    let lengths = (1..200).chain((200..bytes.len()).step_by(997)).chain(bytes.len() - 3..bytes.len());
    for length in lengths {
        let refused = room.read_bytes(&bytes[..length]);
        assert!(matches!(refused, Err(StoreError::Truncated { .. })), "{length}: {refused:?}");
    }
    let longer = [&bytes[..], &[0; 4096]].concat();
    assert!(matches!(room.read_bytes(&longer), Err(StoreError::Damaged { what: Damage::Header("length"), .. })));
}

#[test]
fn a_flipped_bit_is_refused_or_harmless() {
    let room = Room::new();
    let contents = edited(11);
    room.save(&contents);
    let good = std::fs::read(&room.path).unwrap();
    let mut dice = Dice(17);
    let (mut refused, mut harmless) = (0, 0);
    for round in 0..1500 {
        let mut bytes = good.clone();
        // Half of the flips where something is written.
        let at = loop {
            let at = dice.below(bytes.len());
            if round % 2 == 0 || bytes[at] != 0 {
                break at;
            }
        };
        bytes[at] ^= 1 << dice.below(8);
        match room.read_bytes(&bytes) {
            Err(_) => refused += 1,
            Ok(opened) => {
                assert_eq!(opened.contents.plan, contents.plan, "byte {at} changed the plan unseen");
                assert_eq!(opened.contents.entries.len(), contents.entries.len());
                harmless += 1;
            }
        }
    }
    assert!(refused > 400 && harmless > 0, "{refused} refused, {harmless} harmless");
}

#[test]
fn random_pages_do_not_bring_it_down() {
    let room = Room::new();
    let contents = edited(23);
    room.save(&contents);
    let good = std::fs::read(&room.path).unwrap();
    let mut dice = Dice(29);
    for _ in 0..400 {
        let mut bytes = good.clone();
        let start = 100 + dice.below(bytes.len() - 100);
        let end = bytes.len().min(start + 1 + dice.below(4096));
        bytes[start..end].fill_with(|| dice.next().to_be_bytes()[0]);
        // What SQLite does not use of a page may hold anything.
        if let Ok(opened) = room.read_bytes(&bytes) {
            assert_eq!(opened.contents.plan, contents.plan);
        }
    }
}

#[test]
fn the_neighbours_of_a_file_are_ignored() {
    let room = Room::new();
    room.save(&contents(plan()));
    // A log made by SQLite itself that replaces every amount, as a hostile neighbour would.
    let hostile = room.folder.path().join("hostile.db");
    std::fs::copy(&room.path, &hostile).unwrap();
    let connection = Connection::open(&hostile).unwrap();
    connection.execute_batch("PRAGMA journal_mode = WAL; UPDATE allocations SET amount_cents = 1;").unwrap();
    let beside = |ending: &str| std::path::PathBuf::from(format!("{}{ending}", room.path.display()));
    std::fs::copy(format!("{}-wal", hostile.display()), beside("-wal")).unwrap();
    std::fs::write(beside("-journal"), [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]).unwrap();
    assert_eq!(room.read().unwrap().contents.plan, plan());
    // Saving leaves them alone, too.
    room.save(&contents(plan()));
    assert!(beside("-wal").exists() && beside("-journal").exists());
    drop(connection);
}

fn tampered(sql: &str) -> StoreError {
    tampered_with(&edited(31), sql)
}

fn tampered_with(contents: &Contents, sql: &str) -> StoreError {
    let room = Room::new();
    room.save(contents);
    let connection = Connection::open(&room.path).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.execute_batch("VACUUM").unwrap();
    drop(connection);
    room.read().map(|_| panic!("{sql} was taken")).unwrap_err()
}

#[test]
fn what_a_plan_does_not_have_is_refused() {
    for sql in [
        "CREATE TRIGGER t AFTER INSERT ON paid BEGIN DELETE FROM allocations; END",
        "CREATE VIEW v AS SELECT * FROM allocations",
        "CREATE TABLE extra (x)",
        "CREATE INDEX i ON allocations (code)",
        "DROP TABLE rules",
        "ALTER TABLE rules ADD COLUMN more TEXT",
        "ANALYZE",
    ] {
        let refused = tampered(sql);
        assert!(matches!(refused, StoreError::Damaged { what: Damage::Schema(_), .. }), "{sql}: {refused}");
    }
}

#[test]
fn what_was_changed_behind_our_back_is_refused() {
    for sql in [
        "UPDATE package SET total_cents = total_cents + 1",
        "UPDATE sectors SET note = 'x'",
        "DELETE FROM sources WHERE key = (SELECT max(key) FROM sources)",
        "UPDATE history SET author = 'somebody' WHERE seq = 1",
        "UPDATE history SET time = 'later' WHERE seq = 1",
        "DELETE FROM history",
        "UPDATE history SET seq = seq + 1000",
        "UPDATE history SET diff = '{}'",
        "UPDATE history SET edits = '[' WHERE seq = 1",
        "UPDATE stamp SET state_sha256 = 'x'",
        "UPDATE stamp SET rows_by_table = ''",
        "UPDATE stamp SET allocated = '1'",
        "UPDATE stamp SET min_reader = 5",
        "DELETE FROM stamp",
        "DELETE FROM package",
        "INSERT INTO paid VALUES ('nobody', '2026-Q1', 1)",
        "UPDATE package SET as_of = '2026-02-30'",
        "UPDATE package SET reading = 'no such key'",
        "INSERT INTO output VALUES (99999999999, 1, 0, '')",
        "UPDATE programmes SET usd_per_unit = '1e5'; INSERT INTO limits VALUES ('x','','','','',1,1,'','',NULL,'')",
    ] {
        let refused = tampered(sql);
        let said = matches!(refused, StoreError::Damaged { .. } | StoreError::Invalid { .. });
        assert!(said, "{sql}: {refused}");
    }
}

#[test]
fn a_plan_that_contradicts_itself_is_refused_with_its_flaws() {
    let refused = tampered("UPDATE allocations SET amount_cents = -5; UPDATE package SET reading = 'nothing'");
    let StoreError::Invalid { flaws, .. } = refused else { panic!("{refused}") };
    assert!(!flaws.is_empty());
}

#[test]
fn a_condition_that_its_column_cannot_mean_is_refused() {
    for (set, column) in [
        ("allocations SET priority = 0", "priority"),
        ("allocations SET priority = 10", "priority"),
        ("programmes SET lapse_years = -1", "lapse_years"),
        ("programmes SET lapse_years = 4294967296", "lapse_years"),
        ("chapters SET number = number + 3000000000", "number"),
        ("chapters SET cluster = 'no key'", "cluster"),
        ("steps SET id = 'S01' WHERE code = 'S01'", "id"),
        ("steps SET code = 'no code'", "code"),
        ("steps SET chapter = -23", "chapter"),
        ("steps SET due_quarter = '2027'", "due_quarter"),
        ("steps SET weight = '1e3'", "weight"),
        ("steps SET kind = 'wish'", "kind"),
        ("steps SET part = ''", "part"),
        ("steps SET met_quarter = '2027-Q5'", "met_quarter"),
        ("steps SET met_quarter = '2027-Q1' WHERE code = 'S01'", "reversed_quarter"),
        ("steps SET met_quarter = NULL WHERE code = 'S02'", "reversed_quarter"),
        ("steps SET met_share = '0.5' WHERE code = 'S02'", "reversed_quarter"),
        ("steps SET met_share = NULL WHERE code = 'S03'", "reversed_quarter"),
        ("steps SET met_share = '0.5' WHERE code = 'S04'", "reversed_quarter"),
        ("steps SET reversed_quarter = NULL WHERE code = 'S04'", "reversed_quarter"),
        ("steps SET delay_quarters = -1", "delay_quarters"),
        ("steps SET probability = 'half'", "probability"),
        ("release_terms SET rule = 'none'", "rule"),
        ("release_terms SET level = '0,6'", "level"),
        ("release_terms SET window_quarters = 5000000000", "window_quarters"),
        ("release_terms SET on_loss = 'kept'", "on_loss"),
        ("release_terms SET clawback = ''", "clawback"),
        ("events SET date = '2027-02-29'", "date"),
        ("events SET until_date = '2030'", "until_date"),
        ("events SET follows = 'E01'", "follows"),
        ("events SET kind = 'party'", "kind"),
        ("events SET state = 'hoped'", "state"),
        ("event_effects SET place = place + 10", "place"),
        ("event_effects SET verb = 'burn'", "verb"),
        ("event_effects SET slice = '{}'", "slice"),
        ("event_effects SET except_slice = '[[\"colour\",[\"red\"]]]'", "except_slice"),
        ("event_effects SET quarters = -4", "quarters"),
        ("event_effects SET share = '0.0000000000001'", "share"),
        ("caps SET kind = 'soft'", "kind"),
        ("caps SET rate = '--1'", "rate"),
        ("caps SET carry_years = -1", "carry_years"),
    ] {
        let refused = tampered_with(&contents(full()), &format!("UPDATE {set}"));
        let StoreError::Damaged { what: Damage::Cell { column: found, .. }, .. } = refused else {
            panic!("{set}: {refused}");
        };
        assert_eq!(found, column, "{set}");
    }
}

#[test]
fn conditions_that_belong_to_nothing_or_contradict_the_plan_are_refused() {
    for (sql, table) in [
        ("UPDATE release_terms SET cluster = 'nobody' WHERE from_quarter = '2028-Q1'", "release_terms"),
        ("UPDATE event_effects SET event = 'nobody' WHERE place = 2", "event_effects"),
    ] {
        let refused = tampered_with(&contents(full()), sql);
        assert!(
            matches!(refused, StoreError::Damaged { what: Damage::Rows(found), .. } if found == table),
            "{refused}"
        );
    }
    for set in [
        "steps SET cluster = 'nobody'",
        "steps SET chapter = 24 WHERE chapter = 23",
        "steps SET weight = '0'",
        "steps SET code = 'S01'",
        "steps SET delay_quarters = 401",
        "steps SET met_share = '1' WHERE met_share IS NOT NULL",
        "steps SET probability = '1.5'",
        "steps SET sources = 'S99'",
        "steps SET reversed_quarter = met_quarter WHERE state = 'reversed'",
        "release_terms SET level = NULL",
        "release_terms SET clawback = '-1'",
        "events SET follows = id",
        "events SET until_date = '2020-01-01'",
        "events SET lag_days = 40000 WHERE follows IS NOT NULL",
        "event_effects SET slice = '[[\"sector\",[]]]'",
        "event_effects SET share = '2'",
        "caps SET rate = '11' WHERE kind = 'gdp_share'",
        "caps SET amount_cents = 0",
        "programmes SET funder = 'nobody'",
    ] {
        let refused = tampered_with(&contents(full()), &format!("UPDATE {set}"));
        assert!(matches!(refused, StoreError::Invalid { .. }), "{set}: {refused}");
    }
}

#[test]
fn conditions_that_were_changed_behind_our_back_are_refused() {
    for sql in [
        "UPDATE allocations SET priority = 5",
        "UPDATE programmes SET lapse_years = NULL",
        "UPDATE chapters SET name_uk = 'x'",
        "UPDATE steps SET delay_quarters = 0",
        "DELETE FROM steps WHERE code = 'S04'",
        "DELETE FROM release_terms WHERE from_quarter = '2028-Q1'",
        "UPDATE release_terms SET lag_quarters = 0",
        "UPDATE events SET state = 'excluded'",
        "DELETE FROM event_effects WHERE place = 2",
        "DELETE FROM caps WHERE kind = 'gdp_share'",
    ] {
        let refused = tampered_with(&contents(full()), sql);
        assert!(matches!(refused, StoreError::Damaged { what: Damage::Stamp(_), .. }), "{sql}: {refused}");
    }
}
