//! Writes the permissions that `capabilities/window.json` names: one for each command of the app, and no other.

/// Every command that the page may call. A command that is missing here cannot be called at all.
const COMMANDS: &[&str] = &["call", "call_all", "opening", "pick_open", "pick_save", "show_in_folder", "painted"];

fn main() {
    // The page is built into the program, but nothing else tells cargo that a newer page makes the program stale.
    println!("cargo::rerun-if-changed=../ui/dist");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(trouble) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        // A build script's only way to speak is its output and its exit code.
        println!("cargo::error={trouble:#}");
    }
}
