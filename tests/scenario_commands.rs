//! Journeys through scenarios on the command line: overrides, resets, promotion, comparison, odds.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use tranche_tests::Desk;

fn asked(desk: &Desk, arguments: &[&str]) -> Value {
    serde_json::from_str(&desk.ok(arguments)).unwrap()
}

/// The field of a row, where the command line looks.
fn told(desk: &Desk, code: &str, field: &str, at: &[&str]) -> Value {
    let request = json!({ "id": code }).to_string();
    asked(desk, &[&["call", "row", &request, "--plan", "plan.tranche"], at].concat())["row"][field].clone()
}

fn names(desk: &Desk) -> Vec<String> {
    let lines = asked(desk, &["--json", "scenario", "plan.tranche", "list"]);
    lines.as_array().unwrap().iter().map(|line| line["label"].as_str().unwrap().to_owned()).collect()
}

fn changes(desk: &Desk, arguments: &[&str]) -> Vec<Value> {
    let diff = asked(desk, &[&["diff"], arguments, &["--format", "json"]].concat());
    diff["changes"].as_array().unwrap().clone()
}

/// A plan with one scenario of its own.
fn plan_with(desk: &Desk, name: &str) {
    desk.ok(&["new", "plan.tranche"]);
    desk.ok(&["scenario", "plan.tranche", "add", name]);
}

#[test]
fn a_scenario_follows_its_parent_in_all_that_it_does_not_override() {
    let desk = Desk::new();
    plan_with(&desk, "Late");
    assert!(changes(&desk, &["plan.tranche", "plan.tranche", "--scenario-b", "Late"]).is_empty());
    let late = ["--scenario", "late"];
    desk.ok(&["scenario", "plan.tranche", "override", "Late", "A017.amount", "300000000.00", "--reason", "A guess."]);
    desk.ok(&["scenario", "plan.tranche", "override", "Late", "S05.due", "2030-Q1", "--reason", "Slow."]);
    desk.ok(&["scenario", "plan.tranche", "override", "Late", "package.reading", "fund", "--reason", "Theirs."]);
    desk.ok(&["scenario", "plan.tranche", "drop", "Late", "A018", "--reason", "Gone."]);
    assert_eq!(told(&desk, "A017", "amount", &late), "300000000.00");
    assert_eq!(told(&desk, "A017", "amount", &[]), "233000000.00");
    desk.refused(1, &["call", "row", r#"{"id":"A018"}"#, "--plan", "plan.tranche", "--scenario", "Late"]);
    // The base moves, and the scenario with it, save where it says otherwise.
    let edits = desk.edits(&json!([
        { "edit": "set_amount", "allocation": "A017", "amount": "1.00" },
        { "edit": "set_amount", "allocation": "A020", "amount": "2.00" },
    ]));
    desk.ok(&["edit", "plan.tranche", edits]);
    assert_eq!(told(&desk, "A017", "amount", &late), "300000000.00");
    assert_eq!(told(&desk, "A020", "amount", &late), "2.00");
    let overrides = desk.ok(&["scenario", "plan.tranche", "overrides", "Late"]);
    for needed in ["A017.amount", "S05.due", "package.reading", "A018", "A guess.", "Slow.", "Theirs.", "Gone."] {
        assert!(overrides.contains(needed), "{needed}: {overrides}");
    }
    desk.ok(&["scenario", "plan.tranche", "reset", "Late", "A017.amount"]);
    assert_eq!(told(&desk, "A017", "amount", &late), "1.00");
    desk.ok(&["scenario", "plan.tranche", "reset", "Late"]);
    assert!(changes(&desk, &["plan.tranche", "plan.tranche", "--scenario-b", "Late"]).is_empty());
    desk.ok(&["verify", "plan.tranche"]);
}

#[test]
fn edits_are_made_in_the_scenario_that_is_named() {
    let desk = Desk::new();
    plan_with(&desk, "Late");
    let fingerprint = |at: &[&str]| desk.ok(&[&["schedule", "plan.tranche", "--format", "csv"], at].concat());
    let base = fingerprint(&[]);
    let edits = desk.edits(&json!([
        { "edit": "set_amount", "allocation": "A017", "amount": "45000000000.00" },
        { "edit": "add_allocation", "code": "A200", "programme": "private_to_mobilise", "instrument": "grant", "sector": "housing",
            "purpose": "reconstruction", "amount": "5.00", "start": "2027-Q1", "end": "2028-Q4" },
    ]));
    desk.ok(&["edit", "plan.tranche", edits, "--scenario", "Late"]);
    assert_eq!(fingerprint(&[]), base, "the base plan changed");
    assert_eq!(told(&desk, "A200", "amount", &["--scenario", "Late"]), "5.00");
    let edits =
        desk.edits(&json!([{ "edit": "set_amount", "allocation": "A019", "amount": "6.00", "scenario": "Late" }]));
    desk.ok(&["edit", "plan.tranche", edits]);
    let found = changes(&desk, &["plan.tranche", "plan.tranche", "--scenario-b", "Late"]);
    let mut rows: Vec<&str> = found.iter().map(|change| change["row"].as_str().unwrap()).collect();
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows, ["A017", "A019", "A200"]);
    assert!(desk.ok(&["history", "plan.tranche"]).contains("[Late]"));
    // What the parent says again is no override any more.
    let edits = desk.edits(&json!([{ "edit": "set_amount", "allocation": "A017", "amount": "233000000.00" }]));
    desk.ok(&["edit", "plan.tranche", edits, "--scenario", "Late"]);
    assert!(!desk.ok(&["scenario", "plan.tranche", "overrides", "Late"]).contains("A017"));
    for _ in 0..3 {
        desk.ok(&["undo", "plan.tranche"]);
    }
    assert!(changes(&desk, &["plan.tranche", "plan.tranche", "--scenario-b", "Late"]).is_empty());
    desk.refused(1, &["edit", "plan.tranche", edits, "--scenario", "Later"]);
}

#[test]
fn scenarios_are_copied_renamed_moved_and_taken_out() {
    let desk = Desk::new();
    plan_with(&desk, "Late");
    desk.ok(&["scenario", "plan.tranche", "override", "Late", "A017.amount", "7.00", "--reason", "A guess."]);
    desk.ok(&["scenario", "plan.tranche", "duplicate", "Late", "Later"]);
    desk.ok(&["scenario", "plan.tranche", "add", "Under", "--parent", "Later", "--note", "Below."]);
    assert_eq!(told(&desk, "A017", "amount", &["--scenario", "Under"]), "7.00");
    let list = desk.ok(&["scenario", "plan.tranche", "list"]);
    assert!(list.contains("\u{b7} \u{b7} Under"), "{list}");
    assert_eq!(names(&desk)[0], "Base plan");
    let refused = desk.refused(1, &["scenario", "plan.tranche", "remove", "Later"]);
    assert!(refused.contains("Under"), "{refused}");
    desk.refused(1, &["scenario", "plan.tranche", "move", "Later", "--parent", "Under"]);
    desk.refused(2, &["scenario", "plan.tranche", "move", "Later"]);
    desk.ok(&["scenario", "plan.tranche", "move", "Under", "--parent", "base"]);
    desk.ok(&["scenario", "plan.tranche", "move", "Under", "--place", "0"]);
    assert_eq!(told(&desk, "A017", "amount", &["--scenario", "Under"]), "233000000.00");
    desk.ok(&["scenario", "plan.tranche", "rename", "Under", "Over"]);
    desk.ok(&["scenario", "plan.tranche", "remove", "Later"]);
    let left = names(&desk);
    assert!(left.contains(&"Over".to_owned()) && !left.contains(&"Under".to_owned()), "{left:?}");
    assert!(!left.contains(&"Later".to_owned()));
    desk.ok(&["undo", "plan.tranche"]);
    assert!(names(&desk).contains(&"Later".to_owned()));
    desk.ok(&["verify", "plan.tranche"]);
}

#[test]
fn what_is_promoted_or_split_off_is_the_plan() {
    let desk = Desk::new();
    plan_with(&desk, "Late");
    desk.ok(&["scenario", "plan.tranche", "override", "Late", "A017.amount", "7.00", "--reason", "A guess."]);
    desk.ok(&["scenario", "plan.tranche", "split", "Late", "own.tranche"]);
    assert!(
        changes(&desk, &["plan.tranche", "own.tranche", "--scenario-a", "Late"])
            .iter()
            .all(|change| change["table"] == "package")
    );
    assert_eq!(
        changes(&desk, &["own.tranche", "plan.tranche"]).iter().filter(|change| change["row"] == "A017").count(),
        1
    );
    assert_eq!(desk.status("own.tranche")["counts"]["scenarios"], 0);
    desk.ok(&["verify", "own.tranche"]);
    desk.refused(3, &["scenario", "plan.tranche", "split", "Late", "own.tranche"]);
    desk.ok(&["scenario", "plan.tranche", "promote", "Late"]);
    assert_eq!(told(&desk, "A017", "amount", &[]), "7.00");
    assert!(changes(&desk, &["plan.tranche", "plan.tranche", "--scenario-b", "Late"]).is_empty());
    assert!(desk.ok(&["diff", "plan.tranche", "plan.tranche", "--scenario-b", "Late"]).contains("No differences."));
    desk.ok(&["scenario", "--baseline", "list"]);
    desk.refused(1, &["scenario", "plan.tranche", "promote", "base"]);
}

#[test]
fn five_changes_are_five_differences_and_the_bridge_adds() {
    let desk = Desk::new();
    plan_with(&desk, "Late");
    let edits = desk.edits(&json!([
        { "edit": "set_amount", "allocation": "A017", "amount": "300000000.00" },
        { "edit": "set_span", "allocation": "A020", "start": "2030-Q1", "end": "2033-Q4" },
        { "edit": "set_sector", "allocation": "A021", "sector": "housing" },
        { "edit": "set_step", "step": "S05", "due": "2030-Q1" },
        { "edit": "remove_allocation", "allocation": "A022" },
    ]));
    desk.ok(&["edit", "plan.tranche", edits, "--scenario", "Late"]);
    let sides = ["plan.tranche", "plan.tranche", "--scenario-b", "Late"];
    let found = changes(&desk, &sides);
    let mut rows: Vec<&str> = found.iter().map(|change| change["row"].as_str().unwrap()).collect();
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows, ["A017", "A020", "A021", "A022", "S05"]);
    let cents = |value: &Value| value.as_str().unwrap().replace('.', "").parse::<i128>().unwrap();
    for by in ["year", "change", "sector", "funder"] {
        let diff = asked(&desk, &[&["diff"], &sides[..], &["--by", by, "--format", "json"]].concat());
        let bridge = &diff["bridge"];
        let bars: i128 = bridge["bars"].as_array().unwrap().iter().map(|bar| cents(&bar["change"])).sum();
        assert_eq!(cents(&bridge["from"]) + bars, cents(&bridge["to"]), "{by}");
    }
    let text = desk.ok(&[&["diff"], &sides[..]].concat());
    for needed in ["A017", "A020", "A022", "S05", "a_paid_usd", "2030"] {
        assert!(text.contains(needed), "{needed}: {text}");
    }
    // Two files, and the shipped plan on either side.
    let figures = |arguments: &[&str]| {
        let all = changes(&desk, arguments);
        all.iter().filter(|change| !["scenarios", "overrides"].contains(&change["table"].as_str().unwrap())).count()
    };
    assert_eq!(figures(&["plan.tranche", "--baseline"]), 0);
    assert_eq!(figures(&["--baseline", "plan.tranche", "--scenario-b", "Late"]), found.len());
    desk.refused(2, &["diff", "plan.tranche", "plan.tranche", "--by", "colour"]);
    desk.refused(1, &["diff", "plan.tranche", "plan.tranche", "--scenario-a", "Nobody"]);
    desk.refused(1, &["diff", "plan.tranche", "plan.tranche", "--version-b", "None"]);
    desk.refused(3, &["diff", "plan.tranche", "missing.tranche"]);
    desk.refused(2, &["diff", "plan.tranche"]);
}

#[test]
fn charts_set_plans_beside_each_other() {
    let desk = Desk::new();
    plan_with(&desk, "Late");
    desk.ok(&["scenario", "plan.tranche", "override", "Late", "S05.due", "2030-Q1", "--reason", "Slow."]);
    desk.ok(&["freeze", "plan.tranche", "One"]);
    std::fs::copy(desk.path("plan.tranche"), desk.path("copy.tranche")).unwrap();
    let chart = |more: &[&str]| {
        desk.ok(&[&["chart", "plan.tranche", "--out", "a.svg"], more].concat());
        std::fs::read_to_string(desk.path("a.svg")).unwrap()
    };
    let beside = chart(&["what_differs", "--beside", "Late", "--by", "year"]);
    assert!(beside.contains("Late") && beside.contains("Base plan"));
    // A place alone is held against the base plan as it is.
    assert!(chart(&["what_differs", "--scenario", "Late"]).contains("Late"));
    let all = ["side_by_side", "--beside", "Late", "--beside-version", "One", "--beside-file", "copy.tranche"];
    let all = chart(&all);
    for needed in ["Late", "One", "copy.tranche"] {
        assert!(all.contains(needed), "{needed}");
    }
    chart(&["how_it_could_end"]);
    for chart in ["what_differs", "side_by_side"] {
        let told = desk.refused(2, &["chart", "plan.tranche", chart, "--out", "b.svg"]);
        assert!(told.contains("--beside"), "{told}");
    }
    desk.refused(1, &["chart", "plan.tranche", "what_differs", "--beside", "Nobody", "--out", "b.svg"]);
    desk.refused(3, &["chart", "plan.tranche", "what_differs", "--beside-file", "missing", "--out", "b.svg"]);
    desk.refused(2, &["chart", "plan.tranche", "what_differs", "--beside", "Late", "--by", "colour", "--out", "b.svg"]);
    assert!(!desk.path("b.svg").exists());
}

#[test]
fn odds_weigh_nothing_before_all_are_entered() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let outcomes = |desk: &Desk| asked(desk, &["--json", "odds", "plan.tranche", "list"]);
    assert_eq!(outcomes(&desk)["weighted"], Value::Null);
    assert!(outcomes(&desk)["questions"].as_array().unwrap().iter().all(|line| line["share"].is_null()));
    desk.ok(&["odds", "plan.tranche", "set", "signed", "0.6", "--note", "My view."]);
    desk.ok(&["odds", "plan.tranche", "set", "accepted", "0.5"]);
    assert_eq!(outcomes(&desk)["weighted"], Value::Null);
    desk.ok(&["odds", "plan.tranche", "set", "holds", "0.7"]);
    let full = outcomes(&desk);
    assert!(full["weighted"].is_object(), "{full}");
    let first = &full["questions"][0];
    assert_eq!(
        (&first["share"], &first["author"], &first["day"]),
        (&json!("0.6"), &json!("Analyst"), &json!("2026-11-20"))
    );
    let list = desk.ok(&["odds", "plan.tranche", "list"]);
    assert!(list.contains("My view.") && list.contains("weighted"), "{list}");
    desk.ok(&["odds", "plan.tranche", "clear", "holds"]);
    assert_eq!(outcomes(&desk)["weighted"], Value::Null);
    for share in ["1.1", "-0.1", "half", "", "NaN", "0.1234567890123"] {
        desk.refused(1, &["odds", "plan.tranche", "set", "signed", share]);
    }
    desk.refused(2, &["odds", "plan.tranche", "set", "wished", "0.5"]);
    desk.ok(&["verify", "plan.tranche"]);
}

#[test]
fn no_scenario_is_called_like_the_base_plan() {
    let desk = Desk::new();
    plan_with(&desk, "Late");
    let before = std::fs::read(desk.path("plan.tranche")).unwrap();
    for name in ["Base plan", " base PLAN ", "Базовий план", "базовий План"] {
        desk.refused(1, &["scenario", "plan.tranche", "add", name]);
        desk.refused(1, &["scenario", "plan.tranche", "duplicate", "Late", name]);
        desk.refused(1, &["scenario", "plan.tranche", "rename", "Late", name]);
        desk.refused(1, &["branch", "plan.tranche", name, "--moment", "1"]);
    }
    // A version is of the whole plan, and so are questions without an answer.
    desk.refused(2, &["freeze", "plan.tranche", "One", "--scenario", "Late"]);
    let told = desk.refused(1, &["odds", "plan.tranche", "clear", "signed"]);
    assert!(told.contains("No probability was entered for “A deal is signed”"), "{told}");
    assert_eq!(std::fs::read(desk.path("plan.tranche")).unwrap(), before);
    desk.ok(&["freeze", "plan.tranche", "One", "--scenario", "base"]);
}

#[test]
fn a_value_that_names_an_event_is_its_code() {
    let desk = Desk::new();
    plan_with(&desk, "Late");
    let told =
        desk.ok(&["scenario", "plan.tranche", "override", "Late", "E26.follows", "E32", "--reason", "After it."]);
    assert!(told.contains("E26") && told.contains("E32"), "{told}");
    let list = desk.ok(&["scenario", "plan.tranche", "overrides", "Late"]);
    assert!(list.contains("E26.follows") && list.contains("E32"), "{list}");
    desk.refused(1, &["scenario", "plan.tranche", "override", "Late", "E26.follows", "E99", "--reason", "x"]);
    desk.refused(1, &["scenario", "plan.tranche", "override", "Late", "E26.follows", "A017", "--reason", "x"]);
    desk.ok(&["verify", "plan.tranche"]);
}

#[test]
fn a_row_that_is_gone_is_not_named_by_its_id() {
    let desk = Desk::new();
    plan_with(&desk, "Late");
    desk.ok(&["scenario", "plan.tranche", "override", "Late", "A040.amount", "5.00", "--reason", "A guess."]);
    let edits = desk.edits(&json!([{ "edit": "remove_allocation", "allocation": "A040" }]));
    desk.ok(&["edit", "plan.tranche", edits]);
    let lines = asked(&desk, &["--json", "scenario", "plan.tranche", "overrides", "Late"]);
    assert_eq!((&lines[0]["called"], &lines[0]["applied"]), (&json!("a row that is gone"), &json!(false)));
    let told = String::from_utf8(desk.run(&["check", "plan.tranche", "--scenario", "Late"]).stdout).unwrap();
    let line = told.lines().find(|line| line.contains("“Late”")).unwrap();
    assert!(line.contains("no longer in the plan") && !line.contains("5472616e"), "{line}");
}
