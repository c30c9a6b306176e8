//! Journeys through the command line: a real process, real files, exit codes and sentences.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use serde_json::{Value, json};
use tranche_tests::Desk;

/// The figure of the strip with this key.
fn strip(status: &Value, key: &str) -> String {
    let items = status["strip"].as_array().unwrap();
    items.iter().find(|item| item["key"] == key).unwrap()["amount"].as_str().unwrap().to_owned()
}

/// The sum of the last column of a CSV, in cents.
fn sum(csv: &str) -> i128 {
    let cents = |line: &str| line.rsplit(',').next().unwrap().replace('.', "").parse::<i128>().unwrap();
    csv.lines().skip(1).map(cents).sum()
}

const PACKAGE_CENTS: i128 = 80_000_000_000_000;

#[test]
fn the_shipped_plan_adds_up_however_it_is_cut() {
    let desk = Desk::new();
    let dimensions = [
        "funder",
        "programme",
        "instrument",
        "capital",
        "sector",
        "purpose",
        "booster",
        "cluster",
        "amount_grade",
        "split_grade",
    ];
    for measure in ["planned", "paid", "committed"] {
        for by in dimensions {
            for every in ["year", "quarter"] {
                let csv = desk.ok(&[
                    "schedule",
                    "--baseline",
                    "--measure",
                    measure,
                    "--by",
                    by,
                    "--every",
                    every,
                    "--format",
                    "csv",
                ]);
                assert_eq!(sum(&csv), PACKAGE_CENTS, "{measure} by {by} every {every}");
                assert_eq!(csv.lines().next(), Some(format!("{by},period,amount_usd").as_str()));
                let keys: Vec<&str> = csv.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
                assert!(keys.is_sorted(), "{by}: {keys:?}");
            }
        }
    }
    let all = desk.ok(&["schedule", "--baseline", "--format", "csv"]);
    assert_eq!(all.lines().next(), Some("period,amount_usd"));
    assert_eq!((all.lines().count(), sum(&all)), (11, PACKAGE_CENTS));
}

#[test]
fn the_shipped_plan_reads_as_its_sources_say() {
    let desk = Desk::new();
    let status = desk.status("--baseline");
    for (key, amount) in [
        ("package", "800000000000.00"),
        ("allocated", "800000000000.00"),
        ("unallocated", "0.00"),
        ("public", "500000000000.00"),
        ("private", "300000000000.00"),
        ("booster", "200000000000.00"),
        ("paid", "800000000000.00"),
        ("assumption", "625622000000.00"),
    ] {
        assert_eq!(strip(&status, key), amount, "{key}");
    }
    assert_eq!(status["counts"]["allocations"], 99);
    assert_eq!(status["readings"].as_array().unwrap().len(), 5);
    let concerns = desk.ok(&["check", "--baseline"]);
    assert!(concerns.contains("37.8") && concerns.contains("78.2") && !concerns.contains("error:"), "{concerns}");
}

#[test]
fn an_edit_is_saved_undone_done_again_and_verified() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let first = desk.status("plan.tranche");
    let edits = desk.edits(&json!([{ "edit": "set_amount", "allocation": "A017", "amount": "45000000000.00" }]));
    assert_eq!(desk.ok(&["edit", "plan.tranche", edits]), "Amount of A017 set to 45 bn\n");
    let edited = desk.status("plan.tranche");
    assert_eq!(strip(&edited, "allocated"), "844767000000.00");
    assert_ne!(edited["fingerprint"], first["fingerprint"]);
    // The package is exceeded: an error, so exit code 1.
    let output = desk.run(&["check", "plan.tranche"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .starts_with("error: The allocations exceed the package by 44.767 bn.")
    );
    desk.ok(&["undo", "plan.tranche"]);
    assert_eq!(desk.status("plan.tranche")["fingerprint"], first["fingerprint"]);
    desk.ok(&["redo", "plan.tranche"]);
    assert_eq!(desk.status("plan.tranche")["fingerprint"], edited["fingerprint"]);
    assert!(desk.ok(&["verify", "plan.tranche"]).contains("4 entries"));
    assert_eq!(desk.ok(&["history", "plan.tranche"]).lines().count(), 5);
    desk.refused(1, &["redo", "plan.tranche"]);
    let left: Vec<_> = std::fs::read_dir(desk.folder()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "at rest a plan is one file: {left:?}");
}

#[test]
fn the_same_run_gives_the_same_bytes() {
    let bytes = || {
        let desk = Desk::new();
        desk.ok(&["new", "plan.tranche"]);
        let edits = desk.edits(&json!([{
            "edit": "add_allocation", "programme": "private_to_mobilise", "instrument": "grant", "sector": "housing",
            "purpose": "compensation", "amount": "1.00", "start": "2027-Q1", "end": "2028-Q4",
        }]));
        desk.ok(&["edit", "plan.tranche", edits]);
        desk.ok(&["export", "plan.tranche", "--out", "plan.json"]);
        std::fs::read_to_string(desk.path("plan.json")).unwrap()
    };
    assert_eq!(bytes(), bytes());
}

#[test]
fn other_rows_give_when_one_changes() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let set = |balance: Value| json!([{ "edit": "set_amount", "allocation": "A017", "amount": "45000000000.01", "balance": balance }]);
    for balance in [json!("others"), json!({ "row": "A056" })] {
        let refused = balance == json!({ "row": "A056" });
        let edits = desk.edits(&set(balance));
        if refused {
            let told = desk.refused(1, &["edit", "plan.tranche", edits]);
            assert!(told.contains("would have to be taken"), "{told}");
        } else {
            desk.ok(&["edit", "plan.tranche", edits]);
            assert_eq!(strip(&desk.status("plan.tranche"), "allocated"), "800000000000.00");
            desk.ok(&["undo", "plan.tranche"]);
        }
    }
}

#[test]
fn a_reading_changes_no_row() {
    let desk = Desk::new();
    let rows = |file: &str| desk.ok(&["schedule", file, "--by", "programme", "--every", "quarter", "--format", "csv"]);
    for reading in ["overlay", "three_blocks", "document_2026_01_22", "fund", "firm_aspire"] {
        let file = format!("{reading}.tranche");
        desk.ok(&["new", &file, "--reading", reading]);
        assert_eq!(rows(&file), rows("--baseline"), "{reading}");
        assert_eq!(desk.status(&file)["reading"]["id"], reading);
    }
    // Under three blocks the booster's rows count against the booster alone.
    let status = desk.status("three_blocks.tranche");
    let held = ["public", "private", "booster"].map(|key| strip(&status, key));
    assert_eq!(held, ["440000000000.00", "160000000000.00", "200000000000.00"]);
}

#[test]
fn charts_and_exports_are_written() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    for (name, head) in [("a.svg", &b"<"[..]), ("b.png", b"\x89PNG"), ("c.pdf", b"%PDF")] {
        desk.ok(&["chart", "plan.tranche", "when_it_flows", "--out", name, "--theme", "dark"]);
        assert!(std::fs::read(desk.path(name)).unwrap().starts_with(head), "{name}");
    }
    desk.ok(&["chart", "--baseline", "who_pays", "--out", "d.svg", "--width", "640", "--height", "400"]);
    let fingerprint = desk.status("plan.tranche")["fingerprint"].as_str().unwrap().to_owned();
    assert!(std::fs::read_to_string(desk.path("a.svg")).unwrap().contains(&fingerprint));
    desk.ok(&["export", "plan.tranche", "--out", "plan.csv"]);
    let csv = std::fs::read_to_string(desk.path("plan.csv")).unwrap();
    assert_eq!(csv.lines().count(), 100);
    desk.ok(&["export", "plan.tranche", "--out", "plan.json"]);
    let plan: Value = serde_json::from_str(&std::fs::read_to_string(desk.path("plan.json")).unwrap()).unwrap();
    assert_eq!(plan["allocations"].as_array().unwrap().len(), 99);
    assert_eq!(plan["allocations"][0]["amount"], "35010000000.00");
}

#[test]
fn usage_mistakes_exit_with_two() {
    let desk = Desk::new();
    for arguments in [
        &["schedule", "--baseline", "--by", "colour"][..],
        &["schedule", "--baseline", "--by", "year"],
        &["schedule", "--baseline", "--by", "sector,sector"],
        &["schedule", "--baseline", "--measure", "wished"],
        &["schedule", "--baseline", "--every", "week"],
        &["schedule", "--baseline", "--format", "xml"],
        &["schedule", "--baseline", "--wrong"],
        &["schedule"],
        &["chart", "--baseline", "pie", "--out", "x.svg"],
        &["chart", "--baseline", "who_pays", "--out", "x.gif"],
        &["chart", "--baseline", "who_pays", "--out", "x.svg", "--width", "1"],
        &["export", "--baseline", "--out", "x.docx"],
        &["call", "dance", "--plan", "--baseline"],
        &["call", "grid", "{", "--plan", "--baseline"],
        &["call", "grid", r#"{"colour":1}"#, "--plan", "--baseline"],
        &["--now", "yesterday", "check", "--baseline"],
        &["dance"],
        &[],
    ] {
        desk.refused(2, arguments);
    }
    assert!(std::fs::read_dir(desk.folder()).unwrap().next().is_none(), "a mistake left a file behind");
}

#[test]
fn refused_requests_exit_with_one_and_change_nothing() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let before = std::fs::read(desk.path("plan.tranche")).unwrap();
    let set = |amount: &str| json!({ "edit": "set_amount", "allocation": "A017", "amount": amount });
    let cases = [
        (json!([{ "edit": "set_sector", "allocation": "A017", "sector": "space" }]), "no sector “space”"),
        (json!([{ "edit": "set_reading", "reading": "tea_leaves" }]), "no reading “tea_leaves”"),
        (json!([{ "edit": "set_amount", "allocation": "A999", "amount": "1.00" }]), "no allocation “A999”"),
        (json!([{ "edit": "paint", "allocation": "A017" }]), "edits[0]"),
        (json!([{ "edit": "set_amount", "allocation": "A017", "amount": "1.00", "colour": "red" }]), "colour"),
        (
            json!([{ "edit": "set_amount", "scenario": "dream", "allocation": "A017", "amount": "1.00" }]),
            "no scenario “dream”",
        ),
        (json!([set("")]), "empty"),
        (json!([set("-1.00")]), "negative"),
        (json!([set("NaN")]), "“NaN”"),
        (json!([set("1e999")]), "“1e999”"),
        (json!([set("999999999999999999999999999999")]), "too large"),
        (json!([set("1,000.00")]), "“1,000.00”"),
        (json!([set("1.001")]), "“1.001”"),
        (json!([{ "edit": "set_amount", "allocation": "A017", "amount": 1.5 }]), "in quotes"),
        (
            json!([{ "edit": "set_span", "allocation": "A017", "start": "2028-Q1", "end": "2027-Q4" }]),
            "before the start",
        ),
        (json!([{ "edit": "set_span", "allocation": "A017", "start": "2028", "end": "2029-Q4" }]), "not a quarter"),
        (
            json!([{ "edit": "set_profile", "allocation": "A017", "profile": "trapezoid", "parameters": { "u": "0.7", "d": "0.7" } }]),
            "overlap",
        ),
        (json!([{ "edit": "set_paid", "allocation": "A017", "quarter": "2030-Q1", "amount": "1.00" }]), "as-of date"),
        (json!([set("2.00"), set("-1.00")]), "Change 2 of 2"),
        (json!([]), "no change"),
        (json!({ "edit": "set_amount" }), "edits"),
    ];
    for (edits, sentence) in cases {
        let file = desk.edits(&edits);
        let told = desk.refused(1, &["edit", "plan.tranche", file]);
        assert!(told.contains(sentence), "{edits}: {told}");
        assert!(told.starts_with("edits.json") && told.trim_end().lines().count() == 1, "{told}");
    }
    std::fs::write(desk.path("edits.json"), "not json").unwrap();
    assert!(desk.refused(1, &["edit", "plan.tranche", "edits.json"]).contains("edits.json"));
    desk.refused(1, &["new", "other.tranche", "--reading", "tea_leaves"]);
    assert!(!desk.path("other.tranche").exists());
    desk.refused(1, &["--scenario", "dream", "check", "plan.tranche"]);
    desk.refused(1, &["--version", "frozen", "check", "plan.tranche"]);
    desk.refused(1, &["call", "row", r#"{"id":"A999"}"#, "--plan", "--baseline"]);
    desk.refused(1, &["call", "undo", "--plan", "--baseline"]);
    assert_eq!(std::fs::read(desk.path("plan.tranche")).unwrap(), before);
}

#[test]
fn file_trouble_exits_with_three() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let bytes = std::fs::read(desk.path("plan.tranche")).unwrap();
    std::fs::write(desk.path("empty.tranche"), b"").unwrap();
    std::fs::write(desk.path("text.tranche"), b"dear diary").unwrap();
    std::fs::write(desk.path("half.tranche"), &bytes[..bytes.len() / 2]).unwrap();
    std::fs::create_dir(desk.path("folder.tranche")).unwrap();
    for file in ["missing.tranche", "empty.tranche", "text.tranche", "half.tranche", "folder.tranche"] {
        for command in ["check", "undo", "verify"] {
            let told = desk.refused(3, &[command, file]);
            assert!(told.contains(file), "{told}");
        }
        let told = desk.refused(3, &["--json", "check", file]);
        let problem: Value = serde_json::from_str(&told).unwrap();
        assert_eq!(problem["kind"], "file");
        assert!(problem["message"].as_str().unwrap().contains(file));
    }
    assert!(desk.refused(3, &["new", "plan.tranche"]).contains("already"));
    assert!(desk.refused(3, &["edit", "plan.tranche", "missing.json"]).contains("missing.json"));
    assert!(desk.refused(3, &["export", "plan.tranche", "--out", "nowhere/plan.csv"]).contains("nowhere"));
    assert!(
        desk.refused(3, &["chart", "--baseline", "who_pays", "--out", "folder.tranche/../nowhere/x.svg"])
            .contains("nowhere")
    );
    assert_eq!(std::fs::read(desk.path("plan.tranche")).unwrap(), bytes);
    assert!(!Path::new("/nowhere").exists());
}
