//! What the tests of documents share: a room with a folder for files and one of our own, and plans to put in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

pub mod faulty;
pub mod watched;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use document::{Document, Over, RealDisk, Store};
use model::{Change, Edit, Id, Money, NumberFormat, Plan, read_amount};

/// Who edits.
pub const AUTHOR: &str = "Olena";
/// When.
pub const TIME: &str = "2026-11-20T08:46:27Z";

/// Two folders that go with the test.
pub struct Room {
    folder: tempfile::TempDir,
    /// The store over them.
    pub store: Arc<Store>,
}

impl Room {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("files")).unwrap();
        let store = Arc::new(Store::new(Arc::new(RealDisk), folder.path().join("data")));
        Self { folder, store }
    }

    /// A place among the files.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("files").join(name)
    }

    /// The names of the files.
    pub fn names(&self) -> Vec<String> {
        names_in(&self.folder.path().join("files"))
    }

    /// The names of the working copies.
    pub fn working(&self) -> Vec<String> {
        names_in(&self.folder.path().join("data/working"))
    }

    /// The folder of the working copies.
    pub fn working_folder(&self) -> PathBuf {
        self.folder.path().join("data/working")
    }

    /// Every backup.
    pub fn backups(&self) -> Vec<PathBuf> {
        let folder = self.folder.path().join("data/backups");
        let folders = names_in(&folder).into_iter().map(|name| folder.join(name));
        folders.flat_map(|folder| names_in(&folder).into_iter().map(move |name| folder.join(name))).collect()
    }

    /// A saved plan.
    pub fn saved(&self, name: &str, plan: &Plan) -> PathBuf {
        let path = self.path(name);
        let document = Document::create(&self.store, plan.clone(), id(99), AUTHOR, TIME).unwrap();
        document.save_as(&path, Over::Own, TIME).unwrap();
        document.close().unwrap();
        path
    }

    /// The bytes of another plan.
    pub fn other_bytes(&self) -> Vec<u8> {
        let other = model::sketch::plan("package 700bn\nA001 eu grant energy 1bn 2027-Q1..2028-Q4 uniform").unwrap();
        std::fs::read(self.saved("other.tranche", &other)).unwrap()
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
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

/// An id.
pub fn id(bits: u128) -> Id {
    Id::from_bits(bits)
}

/// The amount of the row with this code.
pub fn amount(document: &Document, code: &str) -> Money {
    document.snapshot().plan().allocation_named(code).unwrap().amount
}

/// The edit that sets it.
pub fn set_amount(document: &Document, code: &str, text: &str) -> Edit {
    let allocation = document.snapshot().plan().allocation_named(code).unwrap().id;
    let amount = text.parse().or_else(|_| read_amount(text, NumberFormat::Point)).unwrap();
    Edit::base(Change::SetAmount { allocation, amount })
}
