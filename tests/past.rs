//! Journeys through the plan's past: its history, frozen versions, the ways back, and copies that are handed on.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use tranche_tests::Desk;

fn asked(desk: &Desk, arguments: &[&str]) -> Value {
    serde_json::from_str(&desk.ok(arguments)).unwrap()
}

fn amount(desk: &Desk, code: &str, amount: &str) {
    let edits = desk.edits(&json!([{ "edit": "set_amount", "allocation": code, "amount": amount }]));
    desk.ok(&["edit", "plan.tranche", edits]);
}

/// What is allocated, where the command line looks.
fn allocated(desk: &Desk, arguments: &[&str]) -> String {
    let status = asked(desk, &[&["call", "status", "--plan", "plan.tranche"], arguments].concat());
    status["strip"][1]["amount"].as_str().unwrap().to_owned()
}

#[test]
fn the_history_tells_who_did_what_and_what_stood_there_before() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    amount(&desk, "A017", "300000000.00");
    let edits = desk.edits(&json!([
        { "edit": "set_span", "allocation": "A018", "start": "2028-Q1", "end": "2031-Q4" },
        { "edit": "set_note", "allocation": "A018", "note": "Later." },
    ]));
    let by_olena = ["edit", "plan.tranche", edits, "--author", "Olena", "--now", "2026-12-01T09:00:00Z"];
    let output = desk.command().args(by_olena).output().unwrap();
    assert!(output.status.success());
    desk.ok(&["undo", "plan.tranche"]);
    let all = desk.ok(&["history", "plan.tranche"]);
    assert_eq!(all.lines().count(), 5, "{all}");
    assert!(all.contains("A017 Amount: 233 mn \u{2192} 300 mn"), "{all}");
    let seqs = |more: &[&str]| -> Vec<u64> {
        let entries = asked(&desk, &[&["--json", "history", "plan.tranche"], more].concat());
        entries.as_array().unwrap().iter().map(|entry| entry["seq"].as_u64().unwrap()).collect()
    };
    assert_eq!(seqs(&[]), [4, 3, 2, 1]);
    assert_eq!(seqs(&["--row", "A017"]), [2]);
    assert_eq!(seqs(&["--row", "a018"]), [4, 3]);
    assert_eq!(seqs(&["--author", "Olena"]), [3]);
    assert_eq!(seqs(&["--by-author", "analyst"]), [4, 2, 1]);
    assert_eq!(seqs(&["--field", "start"]), [4, 3]);
    assert_eq!(seqs(&["--field", "amount"]), [2]);
    assert_eq!(seqs(&["--row", "A018", "--field", "amount"]), [0_u64; 0]);
    assert_eq!(seqs(&["--from", "2026-12-01"]), [3]);
    assert_eq!(seqs(&["--to", "2026-11-30", "--limit", "2"]), [4, 2]);
    assert_eq!(seqs(&["--text", "undone"]), [4]);
    let entry = &asked(&desk, &["--json", "history", "plan.tranche", "--row", "A018"])[1];
    assert_eq!((entry["author"].as_str(), entry["undone"].as_bool()), (Some("Olena"), Some(true)));
    let start =
        entry["details"].as_array().unwrap().iter().find(|line| line["field_label"] == "First quarter").unwrap();
    assert_eq!(start["after_label"], "2028-Q1");
    desk.refused(1, &["history", "plan.tranche", "--row", "A999"]);
    desk.refused(1, &["history", "plan.tranche", "--from", "yesterday"]);
    desk.refused(2, &["history", "plan.tranche", "--field", "colour"]);
    desk.refused(2, &["history", "plan.tranche", "--limit", "0"]);
    assert_eq!(desk.ok(&["history", "--baseline"]).lines().count(), 1);
}

#[test]
fn a_row_that_is_gone_still_has_its_history() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    amount(&desk, "A017", "300000000.00");
    let edits = desk.edits(&json!([{ "edit": "remove_allocation", "allocation": "A017" }]));
    desk.ok(&["edit", "plan.tranche", edits]);
    let told = desk.ok(&["history", "plan.tranche", "--row", "A017"]);
    assert_eq!(told.lines().count(), 3, "{told}");
    assert!(told.contains("A017 removed"), "{told}");
}

#[test]
fn what_is_frozen_never_changes() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    amount(&desk, "A017", "300000000.00");
    let frozen = desk.status("plan.tranche")["fingerprint"].clone();
    let told = desk.ok(&["freeze", "plan.tranche", "Before the Rada", "--note", "As sent."]);
    assert!(told.contains("Before the Rada") && told.contains(frozen.as_str().unwrap()), "{told}");
    amount(&desk, "A017", "500000000.00");
    amount(&desk, "A018", "1.00");
    assert_ne!(desk.status("plan.tranche")["fingerprint"], frozen);
    let versions = asked(&desk, &["--json", "versions", "plan.tranche"]);
    let version = &versions[0];
    assert_eq!((&version["name"], &version["fingerprint"]), (&json!("Before the Rada"), &frozen));
    assert_eq!((&version["sound"], &version["seq"], &version["note"]), (&json!(true), &json!(2), &json!("As sent.")));
    assert_eq!(version["allocated"], "800067000000.00");
    assert!(desk.ok(&["versions", "plan.tranche"]).contains("Before the Rada"));
    // Every command that reads can look at it, by name whatever its case, and by id.
    let name = version["id"].as_str().unwrap();
    for at in ["Before the Rada", "before the rada", name] {
        assert_eq!(allocated(&desk, &["--version", at]), "800067000000.00");
    }
    let row = ["call", "row", r#"{"id":"A017"}"#, "--plan", "plan.tranche", "--version", "Before the Rada"];
    assert_eq!(asked(&desk, &row)["row"]["amount"], "300000000.00");
    let schedule = |more: &[&str]| desk.ok(&[&["schedule", "plan.tranche", "--format", "csv"], more].concat());
    assert_eq!(schedule(&["--version", "Before the Rada"]), schedule(&["--moment", "2"]));
    assert_ne!(schedule(&["--version", "Before the Rada"]), schedule(&[]));
    desk.ok(&["chart", "plan.tranche", "who_pays", "--out", "a.svg", "--version", "Before the Rada"]);
    assert!(std::fs::read_to_string(desk.path("a.svg")).unwrap().contains(frozen.as_str().unwrap()));
    desk.ok(&["export", "plan.tranche", "--out", "frozen.csv", "--version", "Before the Rada"]);
    desk.ok(&["check", "plan.tranche", "--scenario", "base", "--moment", "1"]);
    // And none that writes can change it.
    let edits = desk.edits(&json!([{ "edit": "set_amount", "allocation": "A017", "amount": "1.00" }]));
    let bytes = std::fs::read(desk.path("plan.tranche")).unwrap();
    desk.refused(1, &["edit", "plan.tranche", edits, "--version", "Before the Rada"]);
    desk.refused(1, &["edit", "plan.tranche", edits, "--moment", "1"]);
    desk.refused(1, &["slip", "plan.tranche", "S05", "--quarters", "1", "--version", "Before the Rada"]);
    desk.refused(1, &["check", "plan.tranche", "--version", "After the Rada"]);
    desk.refused(1, &["check", "plan.tranche", "--moment", "9"]);
    desk.refused(1, &["check", "plan.tranche", "--moment", "0"]);
    desk.refused(2, &["check", "plan.tranche", "--moment", "1", "--version", "Before the Rada"]);
    assert_eq!(std::fs::read(desk.path("plan.tranche")).unwrap(), bytes);
    assert!(desk.ok(&["verify", "plan.tranche"]).contains("4 entries"));
}

#[test]
fn one_returns_to_any_moment_and_back() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let first = desk.status("plan.tranche")["fingerprint"].clone();
    amount(&desk, "A017", "300000000.00");
    desk.ok(&["freeze", "plan.tranche", "One"]);
    let one = desk.status("plan.tranche")["fingerprint"].clone();
    amount(&desk, "A017", "500000000.00");
    let two = desk.status("plan.tranche")["fingerprint"].clone();
    let told = desk.ok(&["return", "plan.tranche", "--to-version", "one"]);
    assert!(told.contains("version “One”"), "{told}");
    assert_eq!(desk.status("plan.tranche")["fingerprint"], one);
    let told = desk.ok(&["return", "plan.tranche", "--moment", "1"]);
    assert!(told.contains("after entry 1"), "{told}");
    assert_eq!(desk.status("plan.tranche")["fingerprint"], first);
    for state in [one, two] {
        let told = desk.ok(&["undo", "plan.tranche"]);
        assert!(told.contains("Undone: Plan returned to"), "{told}");
        assert_eq!(desk.status("plan.tranche")["fingerprint"], state);
    }
    assert!(desk.ok(&["redo", "plan.tranche"]).contains("Done again: Plan returned to the version “One”"));
    let history = desk.ok(&["history", "plan.tranche"]);
    assert!(history.contains("return") && history.lines().count() == 9, "{history}");
    desk.ok(&["verify", "plan.tranche"]);
    desk.refused(2, &["return", "plan.tranche"]);
    desk.refused(2, &["return", "plan.tranche", "--moment", "1", "--to-version", "One"]);
    desk.refused(1, &["return", "plan.tranche", "--moment", "99"]);
    desk.refused(1, &["return", "plan.tranche", "--to-version", "None"]);
    // Where it is that already, nothing is done.
    desk.ok(&["return", "plan.tranche", "--to-version", "One"]);
    assert_eq!(desk.ok(&["history", "plan.tranche"]), history);
}

#[test]
fn a_branch_stands_for_an_earlier_state_beside_the_present() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let edits = desk.edits(&json!([
        { "edit": "set_amount", "allocation": "A017", "amount": "300000000.00" },
        { "edit": "remove_allocation", "allocation": "A018" },
        { "edit": "add_allocation", "programme": "private_to_mobilise", "instrument": "equity_private", "sector": "energy",
            "purpose": "reconstruction", "amount": "5.00", "start": "2027-Q1", "end": "2028-Q4" },
        { "edit": "set_step", "step": "S05", "due": "2029-Q3" },
        { "edit": "set_reading", "reading": "fund" },
    ]));
    desk.ok(&["edit", "plan.tranche", edits]);
    desk.ok(&["freeze", "plan.tranche", "One"]);
    desk.ok(&["undo", "plan.tranche"]);
    desk.ok(&["branch", "plan.tranche", "As it was", "--from-version", "One"]);
    let csv = |more: &[&str]| {
        let schedule = ["schedule", "plan.tranche", "--every", "quarter", "--by", "sector,funder", "--format", "csv"];
        desk.ok(&[&schedule, more].concat())
    };
    assert_eq!(csv(&["--scenario", "As it was"]), csv(&["--version", "One"]));
    assert_ne!(csv(&[]), csv(&["--version", "One"]));
    let differences = asked(
        &desk,
        &[
            "diff",
            "plan.tranche",
            "plan.tranche",
            "--scenario-a",
            "As it was",
            "--version-b",
            "One",
            "--format",
            "json",
        ],
    );
    assert_eq!(differences["changes"], json!([]));
    let overrides = desk.ok(&["scenario", "plan.tranche", "overrides", "As it was"]);
    assert!(overrides.contains("As in the version “One”."), "{overrides}");
    // It follows the present plan in all that was the same.
    amount(&desk, "A020", "7.00");
    let row = ["call", "row", r#"{"id":"A020"}"#, "--plan", "plan.tranche", "--scenario", "As it was"];
    assert_eq!(asked(&desk, &row)["row"]["amount"], "7.00");
    desk.ok(&["branch", "plan.tranche", "First day", "--moment", "1"]);
    desk.refused(1, &["branch", "plan.tranche", "first DAY", "--moment", "1"]);
    desk.refused(1, &["branch", "plan.tranche", "Another", "--from-version", "None"]);
    desk.refused(2, &["branch", "plan.tranche", "Another"]);
    desk.ok(&["verify", "plan.tranche"]);
}

#[test]
fn a_copy_goes_out_with_as_much_as_is_wanted() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    amount(&desk, "A017", "300000000.00");
    desk.ok(&["odds", "plan.tranche", "set", "signed", "0.4"]);
    desk.ok(&["freeze", "plan.tranche", "One"]);
    let before = std::fs::read(desk.path("plan.tranche")).unwrap();
    let fingerprint = desk.status("plan.tranche")["fingerprint"].clone();
    desk.ok(&["share", "plan.tranche", "all.tranche"]);
    desk.ok(&["share", "plan.tranche", "bare.tranche", "--without-history"]);
    desk.ok(&["share", "plan.tranche", "frozen.tranche", "--without-history", "--with-versions"]);
    desk.ok(&["share", "plan.tranche", "nameless.tranche", "--without-names"]);
    let counts = |file: &str| {
        let counts = &desk.status(file)["counts"];
        (counts["history"].as_u64().unwrap(), counts["versions"].as_u64().unwrap())
    };
    assert_eq!(counts("all.tranche"), (3, 1));
    assert_eq!(counts("bare.tranche"), (1, 0));
    assert_eq!(counts("frozen.tranche"), (1, 1));
    assert_eq!(counts("nameless.tranche"), (3, 1));
    for file in ["all.tranche", "bare.tranche", "frozen.tranche"] {
        assert_eq!(desk.status(file)["fingerprint"], fingerprint);
    }
    for file in ["all.tranche", "bare.tranche", "frozen.tranche", "nameless.tranche"] {
        desk.ok(&["verify", file]);
    }
    let nameless = std::fs::read(desk.path("nameless.tranche")).unwrap();
    assert!(!nameless.windows(7).any(|bytes| bytes == b"Analyst"), "a name went along");
    assert_eq!(std::fs::read(desk.path("plan.tranche")).unwrap(), before, "sharing changed the plan");
    desk.refused(3, &["share", "plan.tranche", "all.tranche"]);
    desk.refused(3, &["share", "plan.tranche", "plan.tranche"]);
    desk.refused(2, &["share", "plan.tranche", "--baseline"]);
    desk.refused(2, &["share", "plan.tranche", "more.tranche", "--with-versions"]);
}
