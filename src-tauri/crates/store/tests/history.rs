//! The history: any moment of it can be found again, and what is told of it is what was done.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod room;

use std::collections::BTreeSet;
use std::sync::Arc;

use model::{Change, Diff, Edit, Id, Money, Plan, TableName, apply_all};
use proptest::prelude::*;
use room::{Room, TIME, contents, edited, frozen, overlays, plan};
use store::{Act, Contents, Damage, Entry, Kind, Pointers, StateDigest, Touch, rewind};

/// The plan after each entry.
fn plans_of(contents: &Contents) -> Vec<Plan> {
    let mut plans = vec![contents.plan.clone()];
    for entry in contents.entries.iter().skip(1).rev() {
        let after = plans.last().unwrap();
        plans.push(entry.diff_to(after).unwrap().reversed().apply_to(after).unwrap());
    }
    plans.reverse();
    plans
}

fn append(contents: &mut Contents, edits: &[Edit], (kind, of_seq, note): (Kind, Option<u64>, &str), next: Plan) {
    let diff = Diff::between(&contents.plan, &next);
    contents.digest = contents.digest.after(&diff);
    contents.plan = next;
    let seq = contents.entries.len() as u64 + 1;
    let act = Act { kind, edits, of_seq, author: "Ярина", time: TIME, note };
    contents.entries.push(Arc::new(Entry::new(seq, &act, &diff, contents.digest.state_sha256())));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_moment_is_found_again(seed: u64) {
        let contents = edited(seed);
        let plans = plans_of(&contents);
        for (at, entry) in contents.entries.iter().enumerate() {
            let found = rewind(&contents.plan, &contents.entries[at + 1..]).unwrap();
            prop_assert_eq!(&found, &plans[at]);
            prop_assert_eq!(StateDigest::of(&found).state_sha256(), entry.state_sha256);
            // From one moment to an earlier one, too.
            let back = rewind(&plans[at], &contents.entries[1..=at]).unwrap();
            prop_assert_eq!(&back, &plans[0]);
        }
    }

    #[test]
    fn what_was_touched_is_what_differs(seed: u64) {
        let contents = edited(seed);
        let plans = plans_of(&contents);
        for at in 1..plans.len() {
            let (before, after) = (&plans[at - 1], &plans[at]);
            let touched = contents.entries[at].touched().unwrap();
            let tables: BTreeSet<TableName> = touched.iter().map(|row| row.table).collect();
            prop_assert!(tables.into_iter().eq(Diff::between(before, after).tables().into_iter().collect::<BTreeSet<_>>()));
            for row in touched {
                let there = [before, after].map(|plan| plan.has_row(row.table, &row.row));
                let kind = match there {
                    [false, true] => Touch::Added,
                    [true, false] => Touch::Removed,
                    _ => Touch::Changed,
                };
                prop_assert_eq!(kind, row.kind);
                for (field, _) in model::FieldName::all(row.table) {
                    let differs = before.field(row.table, &row.row, *field) != after.field(row.table, &row.row, *field);
                    let told = row.fields.contains(field);
                    prop_assert!(kind != Touch::Changed || differs == told, "{:?} {} {}", row, field, differs);
                }
            }
        }
    }

    #[test]
    fn a_copy_without_names_says_the_same_of_nobody(seed in 0..u64::MAX - 1) {
        let mut contents = edited(seed);
        contents.versions = vec![Arc::new(frozen(&contents, 1)), Arc::new(frozen(&edited(seed + 1), 2))];
        let (told, left_out) = contents.without_names().unwrap();
        prop_assert!(left_out.is_empty() && told.versions.len() == 2);
        prop_assert_eq!(told.entries.len(), contents.entries.len());
        let (plans, nameless) = (plans_of(&contents), plans_of(&told));
        for (at, entry) in told.entries.iter().enumerate() {
            prop_assert!(entry.author.is_empty() && !entry.mentions("Коваль") && !entry.mentions("Somebody"));
            prop_assert_eq!(StateDigest::of(&nameless[at]).state_sha256(), entry.state_sha256);
            let mut plan = nameless[at].clone();
            prop_assert!(plan.odds.iter().all(|odds| odds.author.is_empty()));
            plan.odds = plans[at].odds.clone();
            prop_assert_eq!(&plan, &plans[at]);
        }
        prop_assert!(told.versions.iter().all(|version| version.author.is_empty() && version.open().unwrap().sound));
        let room = Room::new();
        room.save(&told);
        let bytes = std::fs::read(&room.path).unwrap();
        for name in ["Коваль", "Somebody", "Ярина", "Olena"] {
            prop_assert!(!bytes.windows(name.len()).any(|window| window == name.as_bytes()), "{}", name);
        }
        prop_assert_eq!(room.read().unwrap().contents.plan, told.plan);
    }
}

/// A history that is long enough for two threads: the same rows again and again, and one that comes and goes.
fn long() -> Contents {
    let mut long = contents(plan());
    let rows: Vec<Id> = long.plan.allocations.iter().map(|row| row.id).collect();
    let coming = long.plan.allocations.get(&rows[2]).cloned().unwrap();
    for at in 0..9_000_i64 {
        let change = match (at % 900, long.plan.allocations.len()) {
            (450, 3) => Change::RemoveAllocation { allocation: rows[2] },
            (700, 2) => Change::AddAllocation { row: Box::new((*coming).clone()) },
            _ => {
                let allocation = rows[usize::try_from(at % 2).unwrap()];
                Change::SetAmount { allocation, amount: Money::from_cents(1_000_000 + at) }
            }
        };
        let edits = [Edit::base(change)];
        let next = apply_all(&long.plan, &edits).unwrap();
        append(&mut long, &edits, (Kind::Edit, None, ""), next);
    }
    long
}

#[test]
fn a_long_history_is_read_and_gone_back_by_two() {
    let long = long();
    let room = Room::new();
    room.save(&long);
    let opened = room.read().unwrap().contents;
    assert!(opened.entries.iter().zip(&long.entries).all(|(read, entry)| {
        read.seq == entry.seq && read.state_sha256 == entry.state_sha256 && read.touched() == entry.touched()
    }));
    for seq in [1, 2, 450, 451, 2_000, 4_500, 4_501, 8_999, 9_001_usize] {
        let found = rewind(&opened.plan, &opened.entries[seq..]).unwrap();
        assert_eq!(StateDigest::of(&found).state_sha256(), opened.entries[seq - 1].state_sha256, "{seq}");
    }
}

#[test]
fn a_patch_is_small() {
    let long = long();
    assert!(long.entries.iter().skip(1).all(|entry| entry.payload_bytes() < 1_500));
    let amount = &long.entries[1];
    assert!(amount.payload_bytes() < 260, "{}", amount.payload_bytes());
}

#[test]
fn entries_that_do_not_fit_are_refused() {
    let long = long();
    let entry = &long.entries[1];
    let other = contents(room::generate::Dice(3).plan()).plan;
    for refused in [entry.diff_to(&other), entry.diff_from(&other), entry.diff_from(&long.plan)] {
        assert!(matches!(refused, Err(Damage::History { seq: 2, .. })), "{refused:?}");
    }
    assert!(matches!(rewind(&other, &long.entries[1..3]), Err(Damage::History { seq: 2, .. })));
    // A row that came twice without going.
    let added =
        long.entries.iter().skip(1).find(|entry| entry.edits().unwrap()[0].change.name() == "add_allocation").unwrap();
    let changed = long.entries.last().unwrap();
    assert!(rewind(&long.plan, &[Arc::clone(changed), Arc::clone(added)]).is_ok());
    let of_it = {
        let mut contents = contents(plan());
        let id = contents.plan.allocations.as_slice()[2].id;
        let edits = [Edit::base(Change::SetNote { allocation: id, note: "seen".to_owned() })];
        let next = apply_all(&contents.plan, &edits).unwrap();
        append(&mut contents, &edits, (Kind::Edit, None, ""), next);
        contents.entries.pop().unwrap()
    };
    assert!(matches!(rewind(&long.plan, &[of_it, Arc::clone(added)]), Err(Damage::History { .. })));
}

#[test]
fn returns_and_merges_are_edits_to_undo_and_say_where_from() {
    let mut contents = contents(plan());
    let first = contents.plan.clone();
    let edits = [Edit::base(Change::SetPackageTotal { amount: Money::from_cents(77) })];
    let second = apply_all(&first, &edits).unwrap();
    append(&mut contents, &edits, (Kind::Edit, None, ""), second.clone());
    append(&mut contents, &[], (Kind::Return, Some(1), "2026-11-20"), first.clone());
    append(&mut contents, &[], (Kind::Merge, None, "\"theirs\".tranche"), second);
    let mut pointers = Pointers::after(contents.entries.iter().map(|entry| &**entry)).unwrap();
    assert_eq!((pointers.undo(), pointers.redo()), (Some(4), None));
    assert!(!pointers.clone().take(5, Kind::Return, Some(5)), "to itself");
    assert!(!pointers.clone().take(5, Kind::Merge, Some(1)) && pointers.clone().take(5, Kind::Return, None));
    assert!(pointers.take(5, Kind::Undo, Some(4)) && pointers.undo() == Some(3) && pointers.redo() == Some(4));
    let room = Room::new();
    room.save(&contents);
    let read = room.read().unwrap().contents;
    let told = |entry: &Arc<Entry>| (entry.kind, entry.of_seq, entry.note.clone(), entry.edits().unwrap().len());
    assert!(read.entries.iter().map(told).eq(contents.entries.iter().map(told)));
    assert!(read.entries[3].mentions("\"theirs\"") && !read.entries[2].mentions("theirs"));
    assert!(read.entries[1].mentions("total_cents") && read.entries[1].mentions("set_package_total"));
    assert_eq!(rewind(&read.plan, &read.entries[1..]).unwrap(), first);
}

#[test]
fn every_kind_of_edit_in_and_of_scenarios_is_made() {
    let mut dice = room::generate::Dice(11);
    let mut kinds = BTreeSet::new();
    for _ in 0..60 {
        let plan = overlays::plan(&mut dice);
        kinds.extend((0..40).map(|_| overlays::edit(&mut dice, &plan).change.name()));
    }
    assert_eq!(kinds.len(), 33 + overlays::KINDS, "{kinds:?}");
}
