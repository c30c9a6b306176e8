//! Plan files of released schemas, kept for ever: each must open in every later version with the figures it was saved with.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use bridge::{Session, wire};
use serde_json::json;
use tranche_tests::{folder, options};

/// A plan file and what it held when it was saved.
struct Kept {
    file: &'static str,
    fingerprint: &'static str,
    allocated: &'static str,
    entries: u32,
}

const KEPT: &[Kept] = &[
    Kept { file: "schema-1.tranche", fingerprint: "8756bb15", allocated: "800000000000.00", entries: 6 },
    Kept { file: "schema-2.tranche", fingerprint: "a17db56a", allocated: "42300000000.00", entries: 14 },
    Kept { file: "schema-3.tranche", fingerprint: "f8826321", allocated: "40500000000.00", entries: 15 },
    Kept { file: "schema-4.tranche", fingerprint: "fbc3eded", allocated: "40500000000.00", entries: 19 },
];

/// The schema that this program writes.
const NEWEST: u8 = 4;

/// The schema of a file, as its header says it.
fn schema_of(path: &Path) -> u8 {
    std::fs::read(path).unwrap()[63]
}

#[test]
fn files_of_every_released_schema_open_with_their_figures() {
    for kept in KEPT {
        let data = tempfile::tempdir().unwrap();
        let path = folder("documents").join(kept.file);
        let before = std::fs::read(&path).unwrap();
        let session = Session::reading(options(data.path()), &path).unwrap();
        let status = session.status(wire::Nothing {}).unwrap();
        assert_eq!(status.fingerprint, kept.fingerprint, "{}", kept.file);
        let allocated = &status.strip[1].amount.unwrap().0;
        assert_eq!(allocated.to_string(), kept.allocated, "{}", kept.file);
        let verified = session.verify(wire::Nothing {}).unwrap();
        assert!(verified.ok && verified.entries == kept.entries, "{}: {}", kept.file, verified.message);
        assert_eq!(std::fs::read(&path).unwrap(), before, "opening changed {}", kept.file);
    }
}

#[test]
fn a_kept_file_can_be_changed_and_saved_elsewhere() {
    for kept in KEPT {
        let data = tempfile::tempdir().unwrap();
        let session = Session::writing(options(data.path()), &folder("documents").join(kept.file)).unwrap();
        let edit = json!({ "edits": [{ "edit": "set_note", "allocation": "A001", "note": "Read again." }] });
        session.call("edit", edit).unwrap();
        session.call("undo", json!({})).unwrap();
        let copy = data.path().join("copy.tranche");
        session.call("save_as", json!({ "path": copy })).unwrap();
        let again = Session::reading(options(data.path()), &copy).unwrap();
        assert_eq!(again.status(wire::Nothing {}).unwrap().fingerprint, kept.fingerprint);
        assert_eq!(schema_of(&copy), NEWEST, "{} was saved by another schema", kept.file);
        let verified = again.verify(wire::Nothing {}).unwrap();
        assert!(verified.ok && verified.entries == kept.entries + 2, "{}: {}", kept.file, verified.message);
    }
}
