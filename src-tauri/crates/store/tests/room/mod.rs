//! What the tests of files share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

pub mod generate;
pub mod old;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use model::{Allocation, Chapter, Diff, Event, Id, Key, Name, Plan, Priority, Programme, Step, apply_all};
use store::{Act, Contents, Entry, Kind, Opened, Origin, Over, RealDisk, Saving, StateDigest, Store, StoreError};

pub const TIME: &str = "2026-11-20T08:46:27Z";

/// A folder, a store in it and a place for a file.
pub struct Room {
    pub folder: tempfile::TempDir,
    pub store: Store,
    pub path: PathBuf,
}

impl Room {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("files")).unwrap();
        let path = folder.path().join("files/plan.tranche");
        let store = Store::new(Arc::new(RealDisk), folder.path().join("data"));
        Self { folder, store, path }
    }

    /// Saves these contents, as a first save.
    pub fn save(&self, contents: &Contents) -> Origin {
        save(&self.store, contents, &self.path)
    }

    pub fn read(&self) -> Result<Opened, StoreError> {
        self.store.read(&self.path)
    }

    /// Reads these bytes as a file.
    pub fn read_bytes(&self, bytes: &[u8]) -> Result<Opened, StoreError> {
        std::fs::write(&self.path, bytes).unwrap();
        self.read()
    }
}

pub fn save(store: &Store, contents: &Contents, path: &Path) -> Origin {
    let Contents { plan, digest, entries } = contents;
    let saving = Saving { plan, digest, entries, origin: &Origin::default(), time: TIME };
    store.save(&saving, path, Over::Anything).unwrap().0
}

/// A document of a plan that was just made.
pub fn contents(plan: Plan) -> Contents {
    let digest = StateDigest::of(&plan);
    let act = Act { kind: Kind::Created, edits: &[], of_seq: None, author: "Olena", time: TIME };
    let entry = Entry::new(1, &act, &Diff::default(), digest.state_sha256());
    Contents { plan, digest, entries: vec![Arc::new(entry)] }
}

/// A document of a generated plan with some edits in its history.
pub fn edited(seed: u64) -> Contents {
    let mut dice = generate::Dice(seed);
    let plan = dice.plan();
    edited_within(dice, plan, |_| true)
}

/// A document of a plan with some edits in its history that lead to nothing but plans that are `known`.
pub fn edited_within(mut dice: generate::Dice, plan: Plan, known: impl Fn(&Plan) -> bool) -> Contents {
    let mut contents = contents(plan);
    for _ in 0..6 {
        let edits = [dice.edit(&contents.plan)];
        let Ok(next) = apply_all(&contents.plan, &edits) else { continue };
        let diff = Diff::between(&contents.plan, &next);
        if diff.is_empty() || !known(&next) {
            continue;
        }
        contents.digest = contents.digest.after(&diff);
        contents.plan = next;
        let act = Act { kind: Kind::Edit, edits: &edits, of_seq: None, author: "Ярина", time: TIME };
        let seq = contents.entries.len() as u64 + 1;
        contents.entries.push(Arc::new(Entry::new(seq, &act, &diff, contents.digest.state_sha256())));
    }
    contents
}

/// A small plan with something in every table of conditions.
pub fn conditions() -> Plan {
    let mut plan = model::sketch::plan(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
         A001 eu loan_concessional transport 5bn 2027-Q1..2030-Q4 trapezoid(d=0.3,u=0.2) fundamentals
         A002 eu grant energy 10bn 2027-Q1..2028-Q4 uniform green
         step S01 fundamentals due 2027-Q1 weight 2 delay 4 gate grants
         step S02 fundamentals due 2027-Q2 met 2027-Q3
         step S03 green due 2027-Q2 partly 0.5 2027-Q3
         step S04 green due 2027-Q2 reversed 2027-Q4
         terms fundamentals from 2026-Q1 threshold 0.6 window 4 lag 2 clawback 0.5 reallocated
         terms fundamentals from 2028-Q1 proportional first 0.1
         event E01 2028-01-01 stop capital=private except purpose=compensation delay 4 sector=energy
         event E02 2028-06-30 until 2030-01-01 while
         cap 5bn carry 1 sector=energy
         cap gdp 0.15",
    )
    .unwrap();
    let mut row = Allocation::clone(plan.allocation_named("A002").unwrap());
    row.priority = Priority::new(1).unwrap();
    plan.allocations.put(Arc::new(row));
    let eu: Key = "eu".parse().unwrap();
    let programme = Programme { lapse_years: Some(3), ..Programme::clone(plan.programmes.get(&eu).unwrap()) };
    plan.programmes.put(Arc::new(programme));
    let cluster = "fundamentals".parse().ok();
    plan.chapters.put(Arc::new(Chapter { number: 23, name: Name::same("Chapter 23"), cluster, sources: Vec::new() }));
    let step = plan.step_named("S01").unwrap();
    plan.steps.put(Arc::new(Step { chapter: Some(23), ..Step::clone(step) }));
    let event = Event { follows: Some(Id::from_bits(1)), lag_days: 60, ..Event::clone(plan.calendar()[1].1) };
    plan.events.put(Arc::new(event));
    assert_eq!(plan.flaws(), []);
    plan
}

/// A small plan.
pub fn plan() -> Plan {
    model::sketch::plan(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
         A001 eu loan_concessional transport 5bn 2027-Q1..2030-Q4 trapezoid(d=0.3,u=0.2) fundamentals
         A002 eu grant energy 10bn 2027-Q1..2028-Q4 uniform
         A003 private equity_private energy 5bn 2026-Q1..2026-Q4 uniform paid 2026-Q2=1bn 2026-Q3=0.5bn",
    )
    .unwrap()
}
