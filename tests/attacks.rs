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

#[test]
fn a_curve_that_is_none_is_refused_in_a_sentence() {
    let desk = Desk::new();
    let tried = |key: &str, parameters: &str| {
        let arguments = ["profile", key, "--parameters", parameters, "--total", "1bn", "--periods", "8"];
        let output = desk.run(&arguments);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(output.stdout.is_empty() && told.trim_end().lines().count() == 1, "{parameters}: {told}");
        (output.status.code().unwrap(), told)
    };
    for (code, key, parameters, sentence) in [
        (1, "empirical", r#"{"points":[["0.5","0.7"],["0.8","0.6"],["1","1"]]}"#, "falls at point 2"),
        (1, "empirical", r#"{"points":[["0.5","0.7"],["0.5","0.8"],["1","1"]]}"#, "order of time"),
        (1, "empirical", r#"{"points":[["0.5","0.7"],["1","0.9"]]}"#, "ends with 1"),
        (1, "typed", r#"{"shares":["0.5","0.6"]}"#, "exactly 1"),
        (1, "typed", r#"{"shares":["-0.5","1"]}"#, "negative"),
        (1, "typed", r#"{"shares":[]}"#, "at least one"),
        (1, "outlay_rates", r#"{"rates":["0.5","0.4"],"years":"10"}"#, "exactly 1"),
        (1, "outlay_rates", r#"{"rates":["1"],"years":"2.5"}"#, "whole number"),
        (1, "trapezoid", r#"{"u":"0.7","d":"0.7"}"#, "overlap"),
        (1, "trapezoid", r#"{"u":"NaN","d":"0.1"}"#, "“NaN”"),
        (1, "trapezoid", r#"{"u":"Infinity","d":"0.1"}"#, "“Infinity”"),
        (1, "trapezoid", r#"{"u":"1e400","d":"0.1"}"#, "“1e400”"),
        (1, "trapezoid", r#"{"u":"0.1234567890123","d":"0.1"}"#, "twelve decimals"),
        (1, "logistic", r#"{"k":"1000000","m":"0.5"}"#, "outside the range"),
        (1, "uniform", r#"{"delay":"1.5"}"#, "whole number"),
        (1, "uniform", r#"{"stretch":"0"}"#, "outside the range"),
        (2, "trapezoid", r#"{"u":NaN,"d":"0.1"}"#, "not a JSON object"),
        (2, "trapezoid", r#"{"u":1e400,"d":"0.1"}"#, "out of range"),
        (2, "trapezoid", r#"{"u":1e-1,"d":"0.1"}"#, "no decimal in quotes"),
        (2, "trapezoid", r#"{"u":true,"d":"0.1"}"#, "no decimal in quotes"),
        (2, "trapezoid", r#"{"u":"0.1","u":"0.2","d":"0.1"}"#, "stands twice"),
        (2, "trapezoid", r#"{"u":"0.1","d":"0.1","x":"1"}"#, "no parameter “x”"),
        (2, "typed", r#"{"shares":["1"],"s001":"1"}"#, "named twice"),
        (2, "trapezoid", r#"{"points":[["1","1"]],"u":"0","d":"0"}"#, "no parameter"),
        (2, "uniform", "[]", "parameters"),
        (2, "uniform", "{", "not a JSON object"),
        (2, "wavy", "{}", "no profile “wavy”"),
    ] {
        let (found, told) = tried(key, parameters);
        assert!(found == code && told.contains(sentence), "{key} {parameters}: {found} {told}");
    }
    for (total, periods) in
        [("45.000", "8"), ("nothing", "8"), ("1bn", "0"), ("1bn", "401"), ("1bn", "-1"), ("1bn", "4.5")]
    {
        desk.refused(2, &["profile", "uniform", "--total", total, "--periods", periods]);
    }
}

#[test]
fn conditions_that_contradict_themselves_are_refused_and_change_nothing() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let before = std::fs::read(desk.path("plan.tranche")).unwrap();
    let step = |field: &str, value: Value| json!([{ "edit": "set_step", "step": "S23", field: value }]);
    let cap = |kind: &str, amount: &str, rate: &str| json!([{ "edit": "add_cap", "cap": { "name": "Cap", "kind": kind, "amount": amount, "rate": rate } }]);
    let event = |code: &str, follows: &str| json!({ "edit": "add_event", "event": { "code": code, "name": code, "date": "2027-01-01", "follows": follows } });
    let act = |effect: Value| json!([{ "edit": "add_event", "event": { "name": "Act", "date": "2027-01-01", "effects": [effect] } }]);
    let terms =
        |terms: Value| json!([{ "edit": "set_terms", "cluster": "fundamentals", "from": "2027-Q1", "terms": terms }]);
    let cases = [
        (step("weight", json!("0")), "weight 0"),
        (step("weight", json!("-1")), "weight -1"),
        (step("weight", json!("NaN")), "“NaN”"),
        (step("weight", json!(0.5)), "string"),
        (step("probability", json!("1.01")), "probability 1.01"),
        (step("due", json!("1776-Q1")), "“1776-Q1”"),
        (step("due", json!("soon")), "not a quarter"),
        (step("delay_quarters", json!(-1)), "edits[0]"),
        (step("delay_quarters", json!(1_000_000_000)), "400 quarters"),
        (step("cluster", json!("space")), "no cluster “space”"),
        (step("chapter", json!(99)), "no chapter “99”"),
        (step("kind", json!("dance")), "“dance”"),
        (step("sources", json!(["X99"])), "no source “X99”"),
        (step("state", json!("met")), "needs state_quarter"),
        (step("state_share", json!("0.5")), "no state_share"),
        (step("colour", json!("red")), "colour"),
        (step("code", json!("S24")), "S24 is taken"),
        (
            json!([{ "edit": "set_step", "step": "S23", "state": "partly_met", "state_quarter": "2027-Q1", "state_share": "1" }]),
            "share 1 ",
        ),
        (
            json!([{ "edit": "set_step", "step": "S23", "state": "reversed", "state_quarter": "2027-Q1", "reversed_quarter": "2027-Q1" }]),
            "only after 2027-Q1",
        ),
        (json!([{ "edit": "set_step", "step": "S99", "due": "2027-Q1" }]), "no step “S99”"),
        (json!([{ "edit": "slip_step", "step": "S23", "quarters": 0 }]), "changes nothing"),
        (json!([{ "edit": "slip_step", "step": "S23", "quarters": 500 }]), "400 quarters"),
        (
            json!([
                { "edit": "set_step", "step": "S23", "state": "met", "state_quarter": "2026-Q4" },
                { "edit": "slip_step", "step": "S23", "quarters": 1 },
            ]),
            "S23 is met",
        ),
        (cap("fixed", "0.00", "0"), "no room at all"),
        (cap("gdp_share", "0.00", "0"), "no room at all"),
        (cap("growing", "1.00", "-1"), "rate -1"),
        (cap("fixed", "-1.00", "0"), "no room at all"),
        (cap("weekly", "1.00", "0"), "“weekly”"),
        (json!([{ "edit": "add_cap", "cap": { "name": "", "kind": "fixed", "amount": "1.00" } }]), "name is empty"),
        (json!([{ "edit": "add_cap", "cap": { "name": "C", "kind": "fixed", "amount": 1.5 } }]), "in quotes"),
        (
            json!([{ "edit": "add_cap", "cap": { "name": "C", "kind": "fixed", "amount": "1.00", "slice": [{ "dimension": "sector", "keys": [] }] } }]),
            "names nothing",
        ),
        (
            json!([{ "edit": "add_cap", "cap": { "name": "C", "kind": "fixed", "amount": "1.00", "slice": [{ "dimension": "sector", "keys": ["space"] }] } }]),
            "no sector “space”",
        ),
        (act(json!({ "verb": "stop", "slice": [{ "dimension": "capital", "keys": ["secret"] }] })), "“secret”"),
        (json!([event("X1", "X1")]), "no event “X1”"),
        (
            json!([
                { "edit": "add_event", "event": { "code": "X1", "name": "X1", "date": "2027-01-01" } },
                event("X2", "X1"),
                { "edit": "set_event", "event": "X1", "follows": "X2" },
            ]),
            "in a circle",
        ),
        (
            json!([
                { "edit": "add_event", "event": { "code": "X1", "name": "X1", "date": "2027-01-01" } },
                event("X2", "X1"),
                { "edit": "remove_event", "event": "X1" },
            ]),
            "X2 is counted from",
        ),
        (json!([{ "edit": "add_event", "event": { "name": "Late", "date": "2027-02-30" } }]), "not a day"),
        (
            json!([{ "edit": "add_event", "event": { "name": "Back", "date": "2027-02-01", "until": "2027-01-01" } }]),
            "before it begins",
        ),
        (act(json!({ "verb": "delay" })), "needs quarters"),
        (act(json!({ "verb": "scale" })), "needs share"),
        (act(json!({ "verb": "scale", "share": "1.5" })), "share 1.5"),
        (act(json!({ "verb": "stop", "quarters": 2 })), "no quarters"),
        (act(json!({ "verb": "burn" })), "“burn”"),
        (terms(json!({ "rule": "floor", "window_quarters": 4, "lag_quarters": 2 })), "needs its level"),
        (
            terms(json!({ "rule": "proportional", "level": "0.5", "window_quarters": 4, "lag_quarters": 2 })),
            "neither floor",
        ),
        (terms(json!({ "rule": "floor", "level": "1.5", "window_quarters": 4, "lag_quarters": 2 })), "level 1.5"),
        (terms(json!({ "rule": "proportional", "window_quarters": 500, "lag_quarters": 2 })), "400 quarters"),
        (terms(Value::Null), "“fundamentals” has no entry of terms from 2027-Q1"),
        (json!([{ "edit": "set_priority", "allocation": "A017", "priority": 0 }]), "from 1"),
        (json!([{ "edit": "set_priority", "allocation": "A017", "priority": 10 }]), "from 1"),
        (json!([{ "edit": "set_lapse", "programme": "nobody", "years": 3 }]), "no programme “nobody”"),
        (json!([{ "edit": "set_lapse", "programme": "private_to_mobilise" }]), "years"),
    ];
    for (edits, sentence) in cases {
        let file = desk.edits(&edits);
        let told = desk.refused(1, &["edit", "plan.tranche", file]);
        assert!(told.contains(sentence) && told.trim_end().lines().count() == 1, "{edits}: {told}");
    }
    assert_eq!(std::fs::read(desk.path("plan.tranche")).unwrap(), before);
}

#[test]
fn slips_and_periods_beyond_reason_are_refused() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let before = std::fs::read(desk.path("plan.tranche")).unwrap();
    for (code, arguments) in [
        (2, &["slip", "plan.tranche", "S23", "--quarters", "0"][..]),
        (2, &["slip", "plan.tranche", "S23", "--quarters", "-1"]),
        (2, &["slip", "plan.tranche", "S23", "--quarters", "1.5"]),
        (2, &["slip", "plan.tranche", "S23"]),
        (2, &["slip", "--baseline", "S23", "--quarters", "4"]),
        (1, &["slip", "plan.tranche", "S23", "--quarters", "1000000000"]),
        (1, &["slip", "plan.tranche", "S99", "--quarters", "4"]),
        (1, &["slip", "--baseline", "S99", "--quarters", "4", "--dry-run"]),
        (3, &["slip", "missing.tranche", "S23", "--quarters", "4"]),
        (1, &["explain", "plan.tranche", "--allocation", "A001", "--period", "1776"]),
        (1, &["explain", "plan.tranche", "--allocation", "A001", "--period", "2036"]),
        (1, &["explain", "plan.tranche", "--allocation", "A999", "--period", "2029"]),
        (2, &["explain", "plan.tranche", "--allocation", "A001", "--period", "2029-Q5"]),
        (2, &["explain", "plan.tranche", "--allocation", "A001", "--period", "soon"]),
        (2, &["explain", "plan.tranche", "--allocation", "A001"]),
        (2, &["explain", "plan.tranche", "--where", "colour=red", "--period", "2029"]),
        (2, &["explain", "plan.tranche", "--where", "sector", "--period", "2029"]),
        (1, &["explain", "plan.tranche", "--where", "sector=space", "--period", "2029"]),
        (1, &["explain", "plan.tranche", "--where", "capital=secret", "--period", "2029"]),
        (2, &["booster", "plan.tranche", "--every", "week"]),
        (1, &["booster", "plan.tranche", "--cluster", "space"]),
        (2, &["backlog", "plan.tranche", "--every", "week"]),
        (2, &["steps", "plan.tranche", "--format", "csv"]),
        (1, &["call", "step", r#"{"step":"S99"}"#, "--plan", "plan.tranche"]),
        (1, &["call", "slip", r#"{"step":"S23","quarters":0}"#, "--plan", "plan.tranche"]),
        (1, &["call", "slip", r#"{"step":"S23","quarters":4}"#, "--plan", "--baseline"]),
    ] {
        desk.refused(code, arguments);
    }
    desk.ok(&["call", "slip", r#"{"step":"S23","quarters":4,"dry_run":true}"#, "--plan", "plan.tranche"]);
    assert_eq!(std::fs::read(desk.path("plan.tranche")).unwrap(), before);
    // What falls past the package is shown as "after", and nothing of it is lost or dropped.
    let edits = desk.edits(&json!([
        { "edit": "set_profile", "allocation": "A017", "profile": "uniform", "parameters": { "delay": "100" } },
        { "edit": "set_step", "step": "S23", "due": "2050-Q1" },
    ]));
    desk.ok(&["edit", "plan.tranche", edits]);
    let concerns = String::from_utf8(desk.run(&["check", "plan.tranche"]).stdout).unwrap();
    assert!(concerns.contains("S23 is due after the package’s last quarter"), "{concerns}");
    let told = desk.ok(&["explain", "plan.tranche", "--allocation", "A017", "--period", "after"]);
    assert!(told.contains("after 2035"), "{told}");
    let planned = desk.ok(&["schedule", "plan.tranche", "--format", "csv"]);
    let cents = |line: &str| line.rsplit(',').next().unwrap().replace('.', "").parse::<i128>().unwrap();
    assert_eq!(planned.lines().skip(1).map(cents).sum::<i128>(), 80_000_000_000_000);
}
