//! Plan files to measure with: written through the store, without a disk being asked about each edit.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use document::Document;
use model::{Change, Diff, Edit, Grade, Id, Money, Plan};
use store::{Act, Entry, Kind, Origin, Over, RealDisk, Saving, StateDigest, Store};
use tranche_tests::{AUTHOR, NOW};

/// A plan and how it came to be.
#[derive(Clone)]
pub(crate) struct Made {
    pub plan: Plan,
    digest: StateDigest,
    entries: Vec<Arc<Entry>>,
}

impl Made {
    /// A plan whose history begins here.
    pub(crate) fn new(plan: Plan) -> Self {
        let digest = StateDigest::of(&plan);
        let created = entry(1, Kind::Created, &[], &Diff::default(), &digest);
        Self { plan, digest, entries: vec![created] }
    }

    /// Makes an edit of the base, as a document would.
    pub(crate) fn edit(&mut self, change: Change) {
        let edit = Edit::base(change);
        let next = self.plan.apply(&edit).unwrap();
        let diff = Diff::between(&self.plan, &next);
        assert!(!diff.is_empty());
        self.digest = self.digest.after(&diff);
        let seq = self.entries.len() as u64 + 1;
        self.entries.push(entry(seq, Kind::Edit, &[edit], &diff, &self.digest));
        self.plan = next;
    }

    /// Writes it as a file.
    pub(crate) fn save(&self, path: &Path) {
        let Self { plan, digest, entries } = self;
        let saving = Saving { plan, digest, entries, versions: &[], origin: &Origin::default(), time: NOW };
        store_in(path.parent().unwrap()).save(&saving, path, Over::Own).unwrap();
    }
}

fn entry(seq: u64, kind: Kind, edits: &[Edit], diff: &Diff, digest: &StateDigest) -> Arc<Entry> {
    let act = Act { kind, edits, of_seq: None, author: AUTHOR, time: NOW, note: "" };
    Arc::new(Entry::new(seq, &act, diff, digest.state_sha256()))
}

/// A store that keeps its own files beside the plans in `folder`.
pub(crate) fn store_in(folder: &Path) -> Arc<Store> {
    Arc::new(Store::new(Arc::new(RealDisk), folder.join("own")))
}

/// The document in a file, to be read.
pub(crate) fn read(path: &Path) -> Document {
    Document::peek(&RealDisk, path).unwrap()
}

/// Writes a plan without a past as a file.
pub(crate) fn saved(folder: &Path, name: &str, plan: Plan) -> PathBuf {
    let path = folder.join(name);
    Made::new(plan).save(&path);
    path
}

/// A change of a row that says something else than what it says: of its amount, its remark or its grade.
pub(crate) fn change(plan: &Plan, row: usize, number: usize) -> Change {
    let row = &plan.allocations.as_slice()[row % plan.allocations.len()];
    let allocation: Id = row.id;
    match number % 4 {
        0 | 1 => {
            Change::SetAmount { allocation, amount: Money::from_cents(row.amount.cents() + 100 * (number as i64 + 1)) }
        }
        2 => Change::SetNote { allocation, note: format!("As agreed in talk {number}") },
        _ => {
            let grade = if row.amount_grade == Grade::Proposed { Grade::Announced } else { Grade::Proposed };
            Change::SetAmountGrade { allocation, grade }
        }
    }
}

/// Numbers that are spread evenly and come out the same each time.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    /// The next number below `below`.
    pub(crate) fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }
}
