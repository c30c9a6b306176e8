//! What the tests of files share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

pub mod generate;
pub mod old;
pub mod overlays;
pub mod sketched;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use model::{Diff, Id, Plan, apply_all};
use store::{
    Act, Contents, Entry, Freezing, Kind, Opened, Origin, Over, RealDisk, Saving, StateDigest, Store, StoreError,
    Version,
};

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
    let Contents { plan, digest, entries, versions } = contents;
    let saving = Saving { plan, digest, entries, versions, origin: &Origin::default(), time: TIME };
    store.save(&saving, path, Over::Anything).unwrap().0
}

/// A document of a plan that was just made.
pub fn contents(plan: Plan) -> Contents {
    let digest = StateDigest::of(&plan);
    let act = Act { kind: Kind::Created, edits: &[], of_seq: None, author: "Olena", time: TIME, note: "" };
    let entry = Entry::new(1, &act, &Diff::default(), digest.state_sha256());
    Contents { plan, digest, entries: vec![Arc::new(entry)], versions: Vec::new() }
}

/// The state of a document, frozen as its version of this number.
pub fn frozen(contents: &Contents, number: u128) -> Version {
    let Contents { plan, digest, entries, .. } = contents;
    let name = format!("Версія {number}");
    let (note, seq) = ("as told; \"so\"\n", entries.len() as u64);
    let is = Freezing { id: Id::from_bits(number), name: &name, note, author: "Ярина", time: TIME, seq };
    Version::freeze(&is, plan, digest.state_sha256())
}

/// A document of a generated plan with some edits in its history.
pub fn edited(seed: u64) -> Contents {
    let mut dice = generate::Dice(seed);
    let plan = overlays::plan(&mut dice);
    edited_within(dice, plan, |_| true)
}

/// A document of a plan with some edits in its history that lead to nothing but plans that are `known`.
pub fn edited_within(mut dice: generate::Dice, plan: Plan, known: impl Fn(&Plan) -> bool) -> Contents {
    let mut contents = contents(plan);
    for _ in 0..6 {
        let edits = [overlays::edit(&mut dice, &contents.plan)];
        let Ok(next) = apply_all(&contents.plan, &edits) else { continue };
        let diff = Diff::between(&contents.plan, &next);
        if diff.is_empty() || !known(&next) {
            continue;
        }
        contents.digest = contents.digest.after(&diff);
        contents.plan = next;
        let act = Act { kind: Kind::Edit, edits: &edits, of_seq: None, author: "Ярина", time: TIME, note: "" };
        let seq = contents.entries.len() as u64 + 1;
        contents.entries.push(Arc::new(Entry::new(seq, &act, &diff, contents.digest.state_sha256())));
    }
    contents
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
