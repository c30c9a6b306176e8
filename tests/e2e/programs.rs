//! The two built programs under test.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The window. `./dev test` builds it and says where it is; by hand it is looked for where `cargo build --profile e2e` puts it.
pub fn window() -> PathBuf {
    built("TRANCHE_APP", "tranche")
}

/// What the command line program answers to `arguments`, as JSON.
pub fn ask_command_line(arguments: &[&str]) -> Value {
    let output = Command::new(built("TRANCHE_CLI", "tranche-cli")).args(arguments).arg("--json").output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "tranche-cli {arguments:?} ended with {}: {said}", output.status);
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The folder for what a run leaves behind to be looked at.
pub fn pictures() -> PathBuf {
    let folder = top().join("target/e2e-pictures");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The folder that holds everything.
pub fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn built(variable: &str, name: &str) -> PathBuf {
    let path = std::env::var_os(variable).map_or_else(|| top().join("target/e2e").join(name), PathBuf::from);
    assert!(path.is_file(), "{} is not built: run ./dev test, or name it in {variable}", path.display());
    path
}
