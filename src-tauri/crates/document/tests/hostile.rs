//! Files whose stamps are right and whose histories lie; working copies that were damaged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod room;

use std::sync::Arc;

use document::{Damage, Document, DocumentError, Kind, Over, RealDisk, StoreError, VerifyFailure};
use model::{Allocation, Diff, Id, Money, Plan};
use room::{AUTHOR, Room, TIME, id, plan, set_amount};
use store::{Act, Entry, Origin, Saving, StateDigest};

/// The plan with the row of this code changed, without asking any rule.
fn forced(plan: &Plan, code: &str, change: impl FnOnce(&mut Allocation)) -> Plan {
    let mut row = Allocation::clone(plan.allocation_named(code).unwrap());
    change(&mut row);
    let mut next = plan.clone();
    next.allocations.put(Arc::new(row));
    next
}

/// Saves a file of `plan` whose only edit says it led from `before` to `after`, and opens it. All its hashes are right.
fn with_history(room: &Room, plan: &Plan, before: &Plan, after: &Plan) -> Document {
    let act = |kind| Act { kind, edits: &[], of_seq: None, author: AUTHOR, time: TIME, note: "" };
    let created = Entry::new(1, &act(Kind::Created), &Diff::default(), StateDigest::of(before).state_sha256());
    let digest = StateDigest::of(plan);
    let edit = Entry::new(2, &act(Kind::Edit), &Diff::between(before, after), digest.state_sha256());
    let entries = [created, edit].map(Arc::new);
    let (origin, versions) = (Origin::default(), []);
    let saving = Saving { plan, digest: &digest, entries: &entries, versions: &versions, origin: &origin, time: TIME };
    let path = room.path("lying.tranche");
    room.store.save(&saving, &path, Over::Anything).unwrap();
    Document::open(&room.store, &path, id(1)).unwrap()
}

#[test]
fn a_history_that_does_not_lead_to_the_plan_is_found() {
    let room = Room::new();
    let (first, set) = (plan(), |plan: &Plan, cents| forced(plan, "A002", |row| row.amount = Money::from_cents(cents)));
    let honest = with_history(&room, &set(&first, 5), &first, &set(&first, 5));
    honest.verify().unwrap();
    drop(honest);
    // It says that another amount came out.
    let lying = with_history(&room, &set(&first, 5), &first, &set(&first, 6));
    assert!(matches!(lying.verify(), Err(VerifyFailure::Entry(Damage::History { seq: 2, .. }))));
    let before = lying.snapshot();
    assert!(matches!(lying.undo(AUTHOR, TIME), Err(DocumentError::History(Damage::History { seq: 2, .. }))));
    assert_eq!(lying.snapshot().fingerprint(), before.fingerprint());
    assert!(room.working().is_empty());
}

#[test]
fn undo_does_not_lead_into_a_plan_that_breaks_rules() {
    let changes: [&dyn Fn(&mut Allocation); 4] = [
        &|row| row.amount = Money::from_cents(-5),
        &|row| row.sector = "nowhere".parse().unwrap(),
        &|row| row.code = "A001".parse().unwrap(),
        &|row| std::mem::swap(&mut row.start, &mut row.end),
    ];
    for change in changes {
        let room = Room::new();
        let bad = forced(&plan(), "A002", change);
        assert!(!bad.flaws().is_empty());
        let document = with_history(&room, &plan(), &bad, &plan());
        // The history is consistent, and its beginning is not a plan.
        document.verify().unwrap();
        assert!(matches!(document.undo(AUTHOR, TIME), Err(DocumentError::History(_))));
        document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).unwrap();
        document.discard().unwrap();
    }
}

#[test]
fn a_damaged_working_copy_is_named_and_kept() {
    let room = Room::new();
    let document = Document::create(&room.store, plan(), id(7), AUTHOR, TIME).unwrap();
    document.edit(&[set_amount(&document, "A002", "1.23")], AUTHOR, TIME).unwrap();
    document.close().unwrap();
    let [name] = &room.working()[..] else { panic!("{:?}", room.working()) };
    let path = room.working_folder().join(name);
    let good = std::fs::read(&path).unwrap();
    for (at, mask) in [(0, 0xff), (30, 0xff), (70, 0x01), (4096 + 3, 0x40)] {
        let mut bytes = good.clone();
        bytes[at] ^= mask;
        std::fs::write(&path, &bytes).unwrap();
        let refused = Document::recover(&room.store, id(7)).map(|document| document.verify());
        assert!(refused.is_err() || matches!(refused, Ok(Ok(_))), "byte {at}: {refused:?}");
        room.store.copies().unwrap();
        assert!(path.exists());
    }
    // An amount that was changed behind our back.
    let needle = b"Sketch";
    let at = good.windows(needle.len()).position(|bytes| bytes == needle).unwrap();
    let mut bytes = good.clone();
    bytes[at] = b'K';
    std::fs::write(&path, &bytes).unwrap();
    assert!(Document::recover(&room.store, id(7)).is_err());
    std::fs::write(&path, b"not a database, and long enough to be looked at by somebody who would like to know")
        .unwrap();
    let copies = room.store.copies().unwrap();
    assert_eq!(copies.unreadable.len(), 1);
    assert!(path.exists());
    std::fs::write(&path, &good).unwrap();
    assert!(Document::recover(&room.store, id(7)).unwrap().is_dirty());
    assert!(matches!(
        Document::recover(&room.store, Id::from_bits(8)),
        Err(DocumentError::Store(StoreError::NoSuchCopy { .. }))
    ));
}

#[cfg(unix)]
#[test]
fn saving_keeps_links_and_permissions_and_sweeps_what_a_crash_left() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let link = room.path("link.tranche");
    symlink(&path, &link).unwrap();
    let left_over = room.path(".plan.tranche.0123abcd.new");
    let not_ours = room.path(".plan.tranche.backup.new");
    std::fs::write(&left_over, "half").unwrap();
    std::fs::write(&not_ours, "mine").unwrap();
    let document = Document::open(&room.store, &link, id(1)).unwrap();
    document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).unwrap();
    document.save(Over::Own, TIME).unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(!left_over.exists() && not_ours.exists());
    let fingerprint = Document::peek(&RealDisk, &path).unwrap().snapshot().fingerprint().to_owned();
    assert_eq!(fingerprint, document.snapshot().fingerprint());
    // A file that its owner marked as not to be written is not replaced, though the folder would allow it.
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o440)).unwrap();
    document.undo(AUTHOR, TIME).unwrap();
    assert!(matches!(document.save(Over::Own, TIME), Err(DocumentError::Store(StoreError::ReadOnly { .. }))));
    assert!(document.is_dirty());
}

#[cfg(unix)]
#[test]
fn a_file_that_is_shared_with_a_group_stays_so() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    let document = Document::open(&room.store, &path, id(1)).unwrap();
    // Bits that the usual umask takes away from a new file.
    for (mode, amount) in [(0o664, "1.00"), (0o666, "2.00"), (0o620, "3.00")] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        // Only root may give a file away; anybody else keeps his own.
        let given = chown(&path, Some(1), Some(2)).is_ok();
        document.edit(&[set_amount(&document, "A001", amount)], AUTHOR, TIME).unwrap();
        document.save(Over::Own, TIME).unwrap();
        let metadata = std::fs::metadata(&path).unwrap();
        assert_eq!(metadata.permissions().mode() & 0o777, mode);
        assert!(!given || (metadata.uid(), metadata.gid()) == (1, 2));
    }
}

#[test]
fn a_name_as_long_as_the_system_allows_can_be_saved() {
    let room = Room::new();
    for letter in ["p", "п"] {
        let name = format!("{}.tranche", letter.repeat((255 - ".tranche".len()) / letter.len()));
        let path = room.saved(&name, &plan());
        let document = Document::open(&room.store, &path, id(1)).unwrap();
        document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).unwrap();
        document.save(Over::Own, TIME).unwrap();
        assert_eq!(document.close().unwrap(), document::Closed::Clean);
        assert_eq!(room.names(), [name]);
        std::fs::remove_file(path).unwrap();
    }
}

#[test]
fn what_was_recovered_does_not_overwrite_a_file_that_changed_meanwhile() {
    let room = Room::new();
    let path = room.saved("plan.tranche", &plan());
    let document = Document::open(&room.store, &path, id(1)).unwrap();
    document.edit(&[set_amount(&document, "A001", "1.00")], AUTHOR, TIME).unwrap();
    drop(document);
    let other = room.other_bytes();
    std::fs::write(&path, &other).unwrap();
    let recovered = Document::recover(&room.store, id(1)).unwrap();
    assert!(matches!(recovered.save(Over::Own, TIME), Err(DocumentError::Store(StoreError::Changed { .. }))));
    assert_eq!(std::fs::read(&path).unwrap(), other);
    // A file that is gone is no obstacle.
    std::fs::remove_file(&path).unwrap();
    recovered.save(Over::Own, TIME).unwrap();
    assert_eq!(recovered.close().unwrap(), document::Closed::Clean);
}
