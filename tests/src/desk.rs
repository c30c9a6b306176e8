//! A desk with the command line program on it.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::NOW;

/// A folder of its own for each journey, with the program's own folder in it.
pub struct Desk {
    folder: tempfile::TempDir,
}

/// The command line program, built beside the tests.
fn program() -> PathBuf {
    static BUILT: std::sync::Once = std::sync::Once::new();
    let target = std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().to_owned();
    BUILT.call_once(|| {
        // Cargo builds binaries of other packages for nobody; a run of the whole test set has it built already.
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "-p", "tranche-cli"]);
        if target.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().unwrap().success());
    });
    target.join(format!("tranche-cli{}", std::env::consts::EXE_SUFFIX))
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

impl Desk {
    /// An empty folder.
    #[must_use]
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A path in the folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the command line program.
    #[must_use]
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command().args(["--now", NOW, "--author", "Analyst", "--id-seed", "1"]).args(arguments).output().unwrap()
    }

    /// The command line program, in this folder and with a folder of its own.
    #[must_use]
    pub fn command(&self) -> Command {
        let mut command = Command::new(program());
        command.current_dir(self.folder.path()).env("XDG_DATA_HOME", self.path("own"));
        command
    }

    /// Runs a command that must succeed, and gives what it prints.
    pub fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command that must fail with `code`, and gives its one sentence.
    pub fn refused(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
        assert!(!told.trim().is_empty() && !told.contains("panicked"), "{arguments:?}: {told}");
        told
    }

    /// A desk with a new plan of this name on it.
    #[must_use]
    pub fn with_plan(name: &str) -> Self {
        let desk = Self::new();
        desk.ok(&["new", name]);
        desk
    }

    /// What the program says, as JSON.
    #[must_use]
    pub fn asked(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(arguments)).unwrap()
    }

    /// Puts a file on the desk.
    pub fn written(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), text).unwrap();
    }

    /// What is in a file on the desk.
    #[must_use]
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// Writes a list of edits, and gives the name of its file.
    #[must_use]
    pub fn edits(&self, edits: &Value) -> &'static str {
        std::fs::write(self.path("edits.json"), edits.to_string()).unwrap();
        "edits.json"
    }

    /// Where a plan stands.
    #[must_use]
    pub fn status(&self, file: &str) -> Value {
        serde_json::from_str(&self.ok(&["call", "status", "--plan", file])).unwrap()
    }
}
