//! What the tests share: a session with nothing left to chance, and files that are compared with what the tests write.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

pub mod clipboard;
mod desk;

use std::path::{Path, PathBuf};

use bridge::{Options, Session};
pub use desk::Desk;

/// The time that every reproducible run writes into the history.
pub const NOW: &str = "2026-11-20T12:00:00Z";
/// The name that every reproducible run writes into the history.
pub const AUTHOR: &str = "Analyst";

/// Options with nothing left to chance, in a folder of the test's own.
#[must_use]
pub fn options(data: &Path) -> Options {
    Options { now: Some(NOW.to_owned()), author: Some(AUTHOR.to_owned()), id_seed: Some(1), ..Options::in_folder(data) }
}

/// A session of the window with nothing left to chance: the shipped plan is open.
#[must_use]
pub fn session(data: &Path) -> Session {
    Session::start(options(data)).unwrap()
}

/// A folder of the tests.
#[must_use]
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Compares `text` with a file of the tree. With `TRANCHE_WRITE=1` the file is written instead; the change is then read
/// by a person before it is committed.
pub fn matches_file(path: &Path, text: &str) {
    if std::env::var_os("TRANCHE_WRITE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    if kept == text {
        return;
    }
    let line = kept.lines().zip(text.lines()).position(|(kept, text)| kept != text).unwrap_or(0);
    panic!(
        "{} is not what the program writes, first at line {}:\n- {}\n+ {}\nIf the change is meant, run `./dev bless` and read the difference.",
        path.display(),
        line + 1,
        kept.lines().nth(line).unwrap_or("(end)"),
        text.lines().nth(line).unwrap_or("(end)"),
    );
}
