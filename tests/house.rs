//! The house keeps its walls: who leans on whom, who alone knows what, and a few manners that a compiler does not check.
//! The table below is the one of `src-tauri/ARCHITECTURE.md`; an arrow that is not in it cannot be added by accident.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// One crate: the crates of ours it may lean on, and the others it may know.
struct Room {
    name: &'static str,
    leans_on: &'static [&'static str],
    knows: &'static [&'static str],
}

/// From ground to roof.
#[rustfmt::skip]
const HOUSE: &[Room] = &[
    Room { name: "model",       leans_on: &[],                           knows: &["rust_decimal", "thiserror"] },
    Room { name: "engine",      leans_on: &["model"],                    knows: &["rust_decimal", "thiserror"] },
    Room { name: "charts",      leans_on: &["model", "engine"],          knows: &["plotters", "ab_glyph", "usvg", "resvg", "krilla", "krilla-svg", "thiserror"] },
    Room { name: "store",       leans_on: &["model"],                    knows: &["rusqlite", "sha2", "serde", "serde_json", "thiserror"] },
    Room { name: "exchange",    leans_on: &["model"],                    knows: &["csv", "html5gum", "thiserror"] },
    Room { name: "document",    leans_on: &["model", "engine", "store"], knows: &["thiserror"] },
    Room { name: "bridge",      leans_on: &["model", "engine", "charts", "store", "exchange", "document"],
                                knows: &["serde", "serde_json", "ts-rs", "fluent-bundle", "unic-langid", "serde_path_to_error", "jiff", "getrandom", "dirs", "thiserror"] },
    Room { name: "tranche-cli", leans_on: &["bridge"],                   knows: &["serde_json", "clap", "comfy-table"] },
    Room { name: "tranche",     leans_on: &["bridge"],                   knows: &["serde_json", "tauri", "tauri-plugin-dialog", "tauri-plugin-single-instance", "tauri-plugin-window-state"] },
];

/// What only one crate may know (or two, where the second has it as the door's value or in its own codec).
#[rustfmt::skip]
const ONLY: &[(&str, &[&str])] = &[
    ("rusqlite",    &["store"]),
    ("plotters",    &["charts"]),
    ("usvg",        &["charts"]),
    ("krilla",      &["charts"]),
    ("csv",         &["exchange"]),
    ("html5gum",    &["exchange"]),
    ("serde",       &["bridge", "store"]),
    ("serde_json",  &["bridge", "store", "tranche", "tranche-cli"]),
    ("ts-rs",       &["bridge"]),
    ("jiff",        &["bridge"]),
    ("getrandom",   &["bridge"]),
    ("tauri",       &["tranche"]),
    ("clap",        &["tranche-cli"]),
    ("comfy-table", &["tranche-cli"]),
];

/// Crates whose answers depend on what is passed in and on nothing else.
const BELOW_THE_DOOR: &[&str] = &["model", "engine", "charts", "store", "exchange", "document"];

/// Ways to read a clock or draw a random number.
const CLOCKS_AND_DICE: &[&str] =
    &["SystemTime::now", "Instant::now", "Timestamp::now", "Zoned::now", "getrandom", "thread_rng", "RandomState::new"];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] =
    &["util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "service", "services"];

/// Lines in a file beyond which it reads badly.
const LONGEST_FILE: usize = 450;

#[test]
fn every_crate_leans_only_on_what_the_table_allows() {
    let dependencies = normal_dependencies();
    let strangers: Vec<String> = HOUSE.iter().flat_map(|room| arrows_too_many(room, &dependencies)).collect();
    assert!(strangers.is_empty(), "not in the table of tests/house.rs: {strangers:#?}");
}

#[test]
fn every_crate_is_in_the_table() {
    for (name, _) in normal_dependencies() {
        assert!(
            name == "tranche-tests" || HOUSE.iter().any(|room| room.name == name),
            "{name} has no room in the table"
        );
    }
}

#[test]
fn what_one_crate_knows_no_other_learns() {
    // The tests look at the house from outside and may know everything.
    for (name, dependencies) in normal_dependencies().into_iter().filter(|(name, _)| name != "tranche-tests") {
        for (secret, keepers) in ONLY {
            let knows = dependencies.iter().any(|dependency| dependency == secret);
            assert!(!knows || keepers.contains(&name.as_str()), "{name} knows {secret}, which only {keepers:?} may");
        }
    }
}

#[test]
fn an_arrow_outside_the_table_is_seen() {
    let upwards = vec![("model".to_owned(), vec!["rust_decimal".to_owned(), "store".to_owned()])];
    assert_eq!(arrows_too_many(&HOUSE[0], &upwards), ["model -> store"]);
}

#[test]
fn a_plain_cargo_test_needs_no_web_view() {
    let metadata = metadata();
    let defaults = metadata["workspace_default_members"].as_array().unwrap();
    assert!(!defaults.is_empty());
    for member in defaults {
        assert!(!member.as_str().unwrap().contains("src-tauri#"), "the app is among the default members: {member}");
    }
}

#[test]
fn the_model_knows_no_floats() {
    for file in rust_files(&crate_sources("model")) {
        let code = without_comments(&fs::read_to_string(&file).unwrap());
        for float in ["f32", "f64"] {
            assert!(!has_word(&code, float), "{} has {float}: money and shares are exact", file.display());
        }
    }
}

#[test]
fn nothing_below_the_bridge_reads_a_clock_or_draws_a_random_number() {
    for name in BELOW_THE_DOOR {
        for file in rust_files(&crate_sources(name)) {
            let code = without_comments(&fs::read_to_string(&file).unwrap());
            // What a test of the file does is its own business.
            let code = code.split("#[cfg(test)]").next().unwrap();
            for source in CLOCKS_AND_DICE {
                assert!(!code.contains(source), "{} has {source}: time, ids and seeds are passed in", file.display());
            }
        }
    }
}

#[test]
fn files_are_short_enough_to_read() {
    for file in own_files() {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines, more than {LONGEST_FILE}", file.display());
    }
}

#[test]
fn names_say_what_is_inside() {
    for file in own_files() {
        let inside = file.strip_prefix(top()).unwrap();
        for part in inside.components() {
            let part = part.as_os_str().to_string_lossy().to_lowercase();
            let stem = part.split('.').next().unwrap();
            assert!(!EMPTY_NAMES.contains(&stem), "{} is named after nothing in particular", inside.display());
        }
    }
}

#[test]
fn the_searches_of_this_test_find_what_they_look_for() {
    assert!(has_word("let share: f64 = 0.5;", "f64"));
    assert!(!has_word("let f641 = my_f64;", "f64"));
    assert_eq!(without_comments("let a = 1; // f64 here\n/// f64 there\n"), "let a = 1; \n\n");
}

/// The dependencies of a room that its line does not allow, as `from -> to`.
fn arrows_too_many(room: &Room, dependencies: &[(String, Vec<String>)]) -> Vec<String> {
    let own = dependencies.iter().find(|(name, _)| name == room.name);
    let (_, own) = own.unwrap_or_else(|| panic!("{} is in the table and not in the workspace", room.name));
    let allowed = |name: &str| room.leans_on.contains(&name) || room.knows.contains(&name);
    own.iter().filter(|name| !allowed(name)).map(|name| format!("{} -> {name}", room.name)).collect()
}

/// Every member of the workspace with the crates it needs to run: not those of its tests or its build script.
fn normal_dependencies() -> Vec<(String, Vec<String>)> {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .map(|package| {
            let dependencies = package["dependencies"].as_array().unwrap().iter();
            let names = dependencies.filter(|dependency| dependency["kind"].is_null()).map(name_of);
            (name_of(package), names.collect())
        })
        .collect()
}

fn name_of(entry: &Value) -> String {
    entry["name"].as_str().unwrap().to_owned()
}

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(top())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The folder that holds everything.
fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn crate_sources(name: &str) -> PathBuf {
    top().join("src-tauri/crates").join(name).join("src")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let files = files_under(folder);
    assert!(!files.is_empty(), "no sources in {}", folder.display());
    files.into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs")).collect()
}

/// Every source file that a person has written, Rust and web.
fn own_files() -> Vec<PathBuf> {
    let folders = ["src-tauri/src", "src-tauri/crates", "tests", "ui/src", "ui/tests"];
    let files = folders.iter().flat_map(|folder| files_under(&top().join(folder)));
    let written = |file: &PathBuf| {
        let extension = file.extension().unwrap_or_default().to_string_lossy().into_owned();
        let made_by_a_program = file.ends_with("ui/src/host/bindings.ts");
        ["rs", "ts", "svelte", "css", "sql"].contains(&extension.as_str()) && !made_by_a_program
    };
    files.filter(written).collect()
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect()
}

/// The text without what stands behind `//`. Good enough here: none of the words looked for stands behind one in a string.
fn without_comments(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect()
}

/// Whether `word` stands in `text` on its own, not as a part of a longer name.
fn has_word(text: &str, word: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(part_of_name) && !after.is_some_and(part_of_name)
    })
}
