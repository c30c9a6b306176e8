//! What a careless or hostile hand does to the command line: nothing is lost, nothing is guessed, and the sentence says why.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use tranche_tests::Desk;

#[test]
fn an_export_never_takes_the_place_of_a_plan() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    std::fs::copy(desk.path("plan.tranche"), desk.path("plan.csv")).unwrap();
    let before = std::fs::read(desk.path("plan.csv")).unwrap();
    for plan in ["plan.csv", "--baseline"] {
        let told = desk.refused(3, &["export", plan, "--out", "plan.csv"]);
        assert!(told.contains("is a plan file"), "{told}");
    }
    assert_eq!(std::fs::read(desk.path("plan.csv")).unwrap(), before);
}

#[test]
fn a_new_plan_stands_exactly_where_it_was_asked_for() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("folder")).unwrap();
    assert!(desk.refused(3, &["new", "folder"]).contains("is a folder"));
    desk.ok(&["new", "myplan"]);
    desk.ok(&["verify", "myplan"]);
    let names: Vec<_> = std::fs::read_dir(desk.folder()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| name == "folder" || name == "myplan" || name == "own"), "{names:?}");
}

#[test]
fn a_field_that_stands_twice_is_refused() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let twice = r#"[{"edit":"set_amount","allocation":"A017","amount":"1.00","amount":"9.00"}]"#;
    std::fs::write(desk.path("edits.json"), twice).unwrap();
    let told = desk.refused(1, &["edit", "plan.tranche", "edits.json"]);
    assert!(told.contains("\"amount\" stands twice"), "{told}");
    // What Windows editors put before a text is no reason to refuse it.
    std::fs::write(
        desk.path("edits.json"),
        "\u{feff}[{\"edit\":\"set_note\",\"allocation\":\"A017\",\"note\":\"Read.\"}]",
    )
    .unwrap();
    desk.ok(&["edit", "plan.tranche", "edits.json"]);
}

#[test]
fn names_cannot_drive_a_terminal() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let escape = "\u{1b}]0;taken\u{7}";
    desk.refused(2, &["--author", escape, "check", "plan.tranche"]);
    let edits = desk.edits(&json!([{ "edit": "set_sector", "allocation": "A017", "sector": escape }]));
    assert!(!desk.refused(1, &["edit", "plan.tranche", edits]).contains('\u{1b}'));
    let edits = desk.edits(&json!([{ "edit": "set_note", "allocation": "A017", "note": escape }]));
    assert!(desk.refused(1, &["edit", "plan.tranche", edits]).contains("control"));
    assert!(!desk.refused(3, &["check", &format!("{escape}.tranche")]).contains('\u{1b}'));
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text_are_refused_in_words() {
    use std::os::unix::ffi::OsStrExt as _;
    let desk = Desk::new();
    let name = std::ffi::OsStr::from_bytes(b"caf\xff.tranche");
    let output = desk.command().arg("new").arg(name).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8(output.stderr).unwrap().contains("not text"));
}

#[test]
fn problems_are_json_where_json_is_asked_for() {
    let desk = Desk::new();
    for arguments in [
        &["--json", "schedule", "--baseline", "--format", "xml"][..],
        &["--json", "dance"],
        &["--json", "check", "--baseline", "--wrong"],
    ] {
        let problem: Value = serde_json::from_str(&desk.refused(2, arguments)).unwrap();
        assert_eq!(problem["kind"], "usage");
    }
}

#[test]
fn the_shipped_plan_is_found_however_it_is_named() {
    let desk = Desk::new();
    for arguments in [
        &["call", "status", "--plan", "--baseline"][..],
        &["call", "status", "--plan=--baseline"],
        &["call", "--plan", "--baseline", "status"],
    ] {
        assert!(desk.ok(arguments).contains("800000000000.00"));
    }
    for command in ["undo", "redo", "new"] {
        desk.refused(2, &[command, "--baseline"]);
    }
    desk.refused(2, &["edit", "--baseline", "edits.json"]);
}

#[test]
fn a_second_run_with_the_same_seed_draws_other_ids() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    for _ in 0..2 {
        let edits = desk.edits(&json!([{
            "edit": "add_allocation", "programme": "private_to_mobilise", "instrument": "equity_private", "sector": "energy",
            "purpose": "reconstruction", "amount": "1.00", "start": "2027-Q1", "end": "2028-Q4",
        }]));
        desk.ok(&["edit", "plan.tranche", edits]);
    }
    assert_eq!(desk.status("plan.tranche")["counts"]["allocations"], 101);
}

#[test]
fn what_gives_follows_from_the_edits_before_it() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let edits = desk.edits(&json!([
        { "edit": "set_amount", "allocation": "A056", "amount": "1.00" },
        { "edit": "set_amount", "allocation": "A057", "amount": "2.00", "balance": "others" },
        { "edit": "set_amount", "allocation": "A058", "amount": "3.00", "balance": { "row": "A059" } },
    ]));
    desk.ok(&["edit", "plan.tranche", edits]);
    let row = |code: &str| -> Value {
        serde_json::from_str(&desk.ok(&["call", "row", &json!({ "id": code }).to_string(), "--plan", "plan.tranche"]))
            .unwrap()
    };
    assert_eq!(row("A057")["row"]["amount"], "2.00");
    assert_eq!(row("A058")["row"]["amount"], "3.00");
    // Only the first of the three moved the total: by what A056 held.
    let allocated = &desk.status("plan.tranche")["strip"][1]["amount"];
    assert_eq!(allocated, "764548000001.00");
}

#[test]
fn thousands_of_rows_come_in_one_list() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let row = json!({
        "edit": "add_allocation", "programme": "private_to_mobilise", "instrument": "equity_private", "sector": "energy",
        "purpose": "reconstruction", "amount": "1.00", "start": "2027-Q1", "end": "2028-Q4",
    });
    let edits = desk.edits(&Value::Array(vec![row; 3000]));
    desk.ok(&["edit", "plan.tranche", edits]);
    assert_eq!(desk.status("plan.tranche")["counts"]["allocations"], 3099);
    let concerns = desk.run(&["check", "plan.tranche"]);
    let told = String::from_utf8(concerns.stdout).unwrap();
    assert!(told.contains("A100 and 2999 other allocations name no source"), "{told}");
    desk.ok(&["undo", "plan.tranche"]);
    assert_eq!(desk.status("plan.tranche")["counts"]["allocations"], 99);
}

#[test]
fn a_figure_too_small_for_its_words_is_not_exported() {
    let desk = Desk::new();
    let told =
        desk.refused(2, &["chart", "--baseline", "who_pays", "--out", "x.svg", "--width", "400", "--height", "240"]);
    assert!(told.contains("480"), "{told}");
    desk.refused(2, &["chart", "--baseline", "who_pays", "--out", "x.png", "--width", "8192", "--height", "8192"]);
    desk.ok(&["chart", "--baseline", "who_pays", "--out", "x.svg", "--width", "480", "--height", "300"]);
    let svg = std::fs::read_to_string(desk.path("x.svg")).unwrap();
    let words = svg.replace('\u{a0}', " ");
    for needed in ["USD bn", "reading: overlay", "assumptions for 78 %", "not a signed budget"] {
        assert!(words.contains(needed), "{needed} is cut");
    }
}
