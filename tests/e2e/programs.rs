//! The two built programs under test.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::screen::Screen;
use crate::window::Window;

/// How large the README's picture may be, in bytes.
const LARGEST_SCREENSHOT: u64 = 400_000;

/// The window. `./dev test` builds it and says where it is; by hand it is looked for where `cargo build --profile e2e` puts it.
pub fn window() -> PathBuf {
    built("TRANCHE_APP", "tranche")
}

/// What the command line program says to `arguments`. Fails when it fails.
pub fn command_line(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(built("TRANCHE_CLI", "tranche-cli")).args(arguments).output().unwrap();
    let trouble = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "tranche-cli {arguments:?} ended with {}: {trouble}", output.status);
    output.stdout
}

/// The same, as JSON.
pub fn ask(arguments: &[&str]) -> Value {
    serde_json::from_slice(&command_line(arguments)).unwrap()
}

/// The folder for what a run leaves behind to be looked at.
pub fn pictures() -> PathBuf {
    let folder = top().join("target/e2e-pictures");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Takes the README's picture of the window. It goes among the pictures of the run, and into `assets/` only when
/// `TRANCHE_UPDATE_SCREENSHOT=1` asks for it, so that a test run changes nothing that is committed.
pub async fn keep_screenshot(screen: &Screen, window: &Window) {
    let update = std::env::var_os("TRANCHE_UPDATE_SCREENSHOT").is_some_and(|value| value == "1");
    let file = if update { top().join("assets/screenshot.png") } else { pictures().join("screenshot.png") };
    window.painted().await;
    screen.picture(&file);
    let size = file.metadata().unwrap().len();
    assert!(size < LARGEST_SCREENSHOT, "{} has {size} bytes", file.display());
}

/// The folder that holds everything.
fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn built(variable: &str, name: &str) -> PathBuf {
    let path = std::env::var_os(variable).map_or_else(|| top().join("target/e2e").join(name), PathBuf::from);
    assert!(path.is_file(), "{} is not built: run ./dev test, or name it in {variable}", path.display());
    path
}
