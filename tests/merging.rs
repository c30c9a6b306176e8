//! Journeys of two copies of one plan that were edited apart: what is taken, what is asked, and that nothing is lost.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use tranche_tests::Desk;

fn asked(desk: &Desk, arguments: &[&str]) -> Value {
    serde_json::from_str(&desk.ok(arguments)).unwrap()
}

/// Edits a file as somebody at some time.
fn edit(desk: &Desk, file: &str, author: &str, time: &str, edits: &Value) {
    let list = desk.edits(edits);
    let output = desk.command().args(["--author", author, "--now", time, "edit", file, list]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn set(code: &str, amount: &str) -> Value {
    json!({ "edit": "set_amount", "allocation": code, "amount": amount })
}

fn told(desk: &Desk, file: &str, code: &str, field: &str) -> Value {
    let request = json!({ "id": code }).to_string();
    asked(desk, &["call", "row", &request, "--plan", file])["row"][field].clone()
}

fn fingerprint(desk: &Desk, file: &str) -> Value {
    desk.status(file)["fingerprint"].clone()
}

/// A plan and two copies of it.
fn copies(desk: &Desk) {
    desk.ok(&["new", "base.tranche"]);
    edit(desk, "base.tranche", "Both", "2026-11-20T12:00:00Z", &json!([set("A019", "5.00")]));
    for copy in ["ours.tranche", "theirs.tranche"] {
        std::fs::copy(desk.path("base.tranche"), desk.path(copy)).unwrap();
    }
}

const OURS: &str = "2026-12-01T09:00:00Z";
const THEIRS: &str = "2026-12-02T10:00:00Z";
const MERGE: [&str; 4] = ["merge", "base.tranche", "ours.tranche", "theirs.tranche"];

#[test]
fn what_only_one_has_changed_is_taken_as_it_is() {
    let desk = Desk::new();
    copies(&desk);
    edit(
        &desk,
        "ours.tranche",
        "Olena",
        OURS,
        &json!([set("A017", "1.00"), { "edit": "set_note", "allocation": "A020", "note": "Ours." }]),
    );
    edit(
        &desk,
        "theirs.tranche",
        "Taras",
        THEIRS,
        &json!([
            set("A018", "2.00"),
            { "edit": "set_sector", "allocation": "A020", "sector": "housing" },
            { "edit": "remove_allocation", "allocation": "A021" },
            { "edit": "set_step", "step": "S05", "due": "2030-Q1" },
            { "edit": "add_scenario", "name": "Theirs" },
        ]),
    );
    let before = fingerprint(&desk, "ours.tranche");
    let bytes = std::fs::read(desk.path("ours.tranche")).unwrap();
    let dry = desk.ok(&[&MERGE[..], &["--dry-run"]].concat());
    assert_eq!(std::fs::read(desk.path("ours.tranche")).unwrap(), bytes, "a dry run changed the file");
    assert!(dry.contains("1 in ours, 1 in theirs") && dry.contains("A018"), "{dry}");
    let text = desk.ok(&MERGE);
    assert!(text.contains("Merged with theirs.tranche"), "{text}");
    assert_eq!(told(&desk, "ours.tranche", "A017", "amount"), "1.00");
    assert_eq!(told(&desk, "ours.tranche", "A018", "amount"), "2.00");
    assert_eq!(told(&desk, "ours.tranche", "A020", "note"), "Ours.");
    assert_eq!(told(&desk, "ours.tranche", "A020", "sector"), "housing");
    desk.refused(1, &["call", "row", r#"{"id":"A021"}"#, "--plan", "ours.tranche"]);
    assert!(desk.ok(&["scenario", "ours.tranche", "list"]).contains("Theirs"));
    // The other way round it is the same plan.
    let merged = fingerprint(&desk, "ours.tranche");
    std::fs::write(desk.path("ours.tranche"), &bytes).unwrap();
    desk.ok(&["merge", "base.tranche", "theirs.tranche", "ours.tranche"]);
    assert_eq!(fingerprint(&desk, "theirs.tranche"), merged);
    // One act, which can be undone.
    desk.ok(&["verify", "theirs.tranche"]);
    desk.ok(&[&MERGE[..], &["--output", "merged.tranche"]].concat());
    assert_eq!(fingerprint(&desk, "merged.tranche"), merged);
    assert_eq!(std::fs::read(desk.path("ours.tranche")).unwrap(), bytes, "the result went elsewhere, and ours changed");
    assert!(desk.ok(&["undo", "merged.tranche"]).contains("Undone: Merged with theirs.tranche"));
    assert_eq!(fingerprint(&desk, "merged.tranche"), before);
    desk.refused(3, &[&MERGE[..], &["--output", "merged.tranche"]].concat());
}

#[test]
fn only_true_conflicts_are_asked_and_nothing_is_written_before() {
    let desk = Desk::new();
    copies(&desk);
    edit(&desk, "ours.tranche", "Olena", OURS, &json!([set("A017", "1.00"), set("A018", "7.00"), set("A022", "4.00")]));
    edit(
        &desk,
        "theirs.tranche",
        "Taras",
        THEIRS,
        &json!([
            set("A017", "2000000000.00"), set("A018", "7.00"), set("A020", "3.00"), { "edit": "remove_allocation", "allocation": "A022" },
        ]),
    );
    let bytes = std::fs::read(desk.path("ours.tranche")).unwrap();
    let output = desk.run(&MERGE);
    let (told_out, error) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(1));
    assert!(error.contains("2 conflicts are open, and nothing was written"), "{error}");
    for needed in ["A017", "A022", "Olena", "Taras", OURS, THEIRS, "2 bn", "USD 1.00", "not there"] {
        assert!(told_out.contains(needed), "{needed}: {told_out}");
    }
    assert_eq!(std::fs::read(desk.path("ours.tranche")).unwrap(), bytes, "an open merge changed the file");
    let output = desk.run(&[&["--json"], &MERGE[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    let reply: Value = serde_json::from_slice(&output.stdout).unwrap();
    let conflicts = reply["conflicts"].as_array().unwrap();
    assert_eq!(conflicts.len(), 2);
    let field = conflicts.iter().find(|conflict| conflict["called"] == "A017").unwrap();
    assert_eq!((&field["ours_author"], &field["theirs_author"]), (&json!("Olena"), &json!("Taras")));
    assert_eq!((&field["ours_time"], &field["theirs_time"]), (&json!(OURS), &json!(THEIRS)));
    let cents = |value: &Value| value.as_str().unwrap().replace('.', "").parse::<i128>().unwrap();
    assert_eq!(cents(&field["effect_theirs"]) - cents(&field["effect_ours"]), 199_999_999_900);
    assert_eq!(reply["changed"], Value::Null);
    // Decided one by one, by a file.
    let picks: Vec<Value> =
        conflicts.iter().map(|conflict| json!({ "key": conflict["key"], "pick": "theirs" })).collect();
    std::fs::write(desk.path("one.json"), Value::Array(picks[..1].to_vec()).to_string()).unwrap();
    assert!(desk.refused(1, &[&MERGE[..], &["--picks", "one.json"]].concat()).contains("One conflict is open"));
    std::fs::write(desk.path("all.json"), Value::Array(picks).to_string()).unwrap();
    desk.ok(&[&MERGE[..], &["--picks", "all.json", "--output", "a.tranche"]].concat());
    assert_eq!(told(&desk, "a.tranche", "A017", "amount"), "2000000000.00");
    desk.refused(1, &["call", "row", r#"{"id":"A022"}"#, "--plan", "a.tranche"]);
    // Or all that are open, one way.
    desk.ok(&[&MERGE[..], &["--take", "ours", "--output", "b.tranche"]].concat());
    assert_eq!(told(&desk, "b.tranche", "A017", "amount"), "1.00");
    assert_eq!(told(&desk, "b.tranche", "A022", "amount"), "4.00");
    assert_eq!(told(&desk, "b.tranche", "A020", "amount"), "3.00");
    desk.ok(&[&MERGE[..], &["--picks", "one.json", "--take", "ours", "--output", "c.tranche"]].concat());
    for file in ["a.tranche", "b.tranche", "c.tranche"] {
        desk.ok(&["verify", file]);
    }
    assert_eq!(std::fs::read(desk.path("ours.tranche")).unwrap(), bytes);
}

#[test]
fn rows_that_got_one_code_are_told_apart() {
    let desk = Desk::new();
    copies(&desk);
    let row = |note: &str| {
        json!([{
            "edit": "add_allocation", "programme": "private_to_mobilise", "instrument": "equity_private", "sector": "energy",
            "purpose": "reconstruction", "amount": "1.00", "start": "2027-Q1", "end": "2028-Q4", "note": note,
        }])
    };
    edit(&desk, "ours.tranche", "Olena", OURS, &row("Ours."));
    edit(&desk, "theirs.tranche", "Taras", THEIRS, &row("Theirs."));
    assert_eq!(told(&desk, "ours.tranche", "A100", "note"), "Ours.");
    assert_eq!(told(&desk, "theirs.tranche", "A100", "note"), "Theirs.");
    let text = desk.ok(&MERGE);
    assert!(text.contains("A100 of theirs is now A101"), "{text}");
    assert_eq!(told(&desk, "ours.tranche", "A100", "note"), "Ours.");
    assert_eq!(told(&desk, "ours.tranche", "A101", "note"), "Theirs.");
}

#[test]
fn overrides_conflict_like_fields() {
    let desk = Desk::new();
    desk.ok(&["new", "base.tranche"]);
    desk.ok(&["scenario", "base.tranche", "add", "Late"]);
    for (copy, amount) in [("ours.tranche", "1.00"), ("theirs.tranche", "2.00")] {
        std::fs::copy(desk.path("base.tranche"), desk.path(copy)).unwrap();
        desk.ok(&["scenario", copy, "override", "Late", "A017.amount", amount, "--reason", "A guess."]);
    }
    let output = desk.run(&MERGE);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text.contains("in the scenario “Late”") && text.contains("USD 1.00") && text.contains("USD 2.00"),
        "{text}"
    );
    desk.ok(&[&MERGE[..], &["--take", "theirs"]].concat());
    let request = ["call", "row", r#"{"id":"A017"}"#, "--plan", "ours.tranche", "--scenario", "Late"];
    assert_eq!(asked(&desk, &request)["row"]["amount"], "2.00");
}

#[test]
fn copies_without_their_past_are_merged_by_the_base_that_is_named() {
    let desk = Desk::new();
    copies(&desk);
    desk.ok(&["share", "base.tranche", "sent.tranche", "--without-history"]);
    edit(&desk, "sent.tranche", "Taras", THEIRS, &json!([set("A018", "2.00")]));
    edit(&desk, "ours.tranche", "Olena", OURS, &json!([set("A017", "1.00")]));
    let text = desk.ok(&["merge", "base.tranche", "ours.tranche", "sent.tranche"]);
    assert!(text.contains("1 in ours, 1 in theirs"), "{text}");
    assert_eq!(told(&desk, "ours.tranche", "A018", "amount"), "2.00");
    // The common history is found without a base as well: what the copy began with is a moment of ours.
    std::fs::copy(desk.path("base.tranche"), desk.path("ours.tranche")).unwrap();
    let path = desk.path("sent.tranche");
    let request = json!({ "theirs": path, "dry_run": false }).to_string();
    let reply = asked(&desk, &["call", "merge", &request, "--plan", "ours.tranche"]);
    assert_eq!(reply["common"]["seq"], 2);
    assert!(reply["changed"].is_object());
    assert_eq!(told(&desk, "ours.tranche", "A018", "amount"), "2.00");
}

/// What merging tells before anything is picked.
fn open_merge(desk: &Desk) -> Value {
    let output = desk.run(&[&["--json"], &MERGE[..]].concat());
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn rows_in_conflict_show_the_fields_in_which_they_differ() {
    let desk = Desk::new();
    copies(&desk);
    desk.ok(&["odds", "ours.tranche", "set", "signed", "0.4"]);
    desk.ok(&["odds", "theirs.tranche", "set", "signed", "0.7"]);
    let removed = json!([{ "edit": "remove_allocation", "allocation": "A060" }]);
    edit(&desk, "ours.tranche", "Olena", OURS, &removed);
    let moved = json!([{ "edit": "set_span", "allocation": "A060", "start": "2027-Q1", "end": "2029-Q4" }]);
    edit(&desk, "theirs.tranche", "Taras", THEIRS, &moved);
    let reply = open_merge(&desk);
    let labels = |called: &str| {
        let mut lines = reply["conflicts"].as_array().unwrap().iter();
        let line = lines.find(|line| line["called"] == called).unwrap();
        ["base_label", "ours_label", "theirs_label"].map(|side| line[side].as_str().unwrap().to_owned())
    };
    assert_eq!(
        labels("signed"),
        ["not there", "Probability 40.0\u{a0}%", "Probability 70.0\u{a0}%"].map(str::to_owned)
    );
    let [base, ours, theirs] = labels("A060");
    assert_eq!((&*base, &*ours), ("Last quarter 2035-Q4", "not there"));
    assert_eq!(theirs, "Last quarter 2029-Q4");
    // One value for two reasons is no conflict that can be decided by the value.
    let desk = Desk::new();
    copies(&desk);
    for (copy, reason) in [("ours.tranche", "Slow."), ("theirs.tranche", "Very slow.")] {
        let set = ["scenario", copy, "override", "Late accession", "A017.amount", "5.00", "--reason", reason];
        desk.ok(&set);
    }
    let conflict = &open_merge(&desk)["conflicts"][0];
    assert_eq!(
        (&conflict["ours_label"], &conflict["theirs_label"]),
        (&json!("USD 5.00 (Slow.)"), &json!("USD 5.00 (Very slow.)"))
    );
}

#[test]
fn a_row_is_picked_field_by_field_or_as_a_whole() {
    let desk = Desk::new();
    copies(&desk);
    let span =
        |start: &str, end: &str| json!([{ "edit": "set_span", "allocation": "A060", "start": start, "end": end }]);
    edit(&desk, "ours.tranche", "Olena", OURS, &span("2031-Q1", "2033-Q4"));
    edit(&desk, "theirs.tranche", "Taras", THEIRS, &span("2028-Q1", "2029-Q4"));
    let keys: Vec<Value> =
        open_merge(&desk)["conflicts"].as_array().unwrap().iter().map(|line| line["key"].clone()).collect();
    assert_eq!(keys.len(), 2, "{keys:?}");
    for key in &keys {
        std::fs::write(desk.path("one.json"), json!([{ "key": key, "pick": "theirs" }]).to_string()).unwrap();
        let output = desk.run(&[&MERGE[..], &["--picks", "one.json", "--dry-run"]].concat());
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("conflict") && !told.contains("is no conflict of this merge"), "{told}");
    }
    let row = keys[0].as_str().unwrap().rsplit_once('/').unwrap().0;
    let other = row.replace('c', "d");
    let all = |row: &str| json!([{ "key": format!("{row}/start"), "pick": "theirs" }, { "key": format!("{row}/end"), "pick": "theirs" }]);
    std::fs::write(desk.path("all.json"), all(row).to_string()).unwrap();
    desk.ok(&[&MERGE[..], &["--picks", "all.json", "--output", "a.tranche"]].concat());
    assert_eq!(told(&desk, "a.tranche", "A060", "end"), "2029-Q4");
    // A row of which nothing is in conflict is no pick of this merge.
    std::fs::write(desk.path("all.json"), all(&other).to_string()).unwrap();
    assert!(desk.refused(1, &[&MERGE[..], &["--picks", "all.json"]].concat()).contains("is no conflict of this merge"));
}

#[test]
fn a_base_is_a_state_of_the_common_past_or_the_past_was_left_out() {
    let desk = Desk::new();
    copies(&desk);
    desk.ok(&["scenario", "base.tranche", "split", "Late accession", "apart.tranche"]);
    edit(&desk, "ours.tranche", "Olena", OURS, &json!([set("A017", "1.00")]));
    edit(&desk, "theirs.tranche", "Taras", THEIRS, &json!([set("A018", "2.00")]));
    let before = std::fs::read(desk.path("ours.tranche")).unwrap();
    let told_of = desk.refused(1, &["merge", "apart.tranche", "ours.tranche", "theirs.tranche"]);
    assert!(told_of.contains("is no state of the history that both have in common"), "{told_of}");
    assert_eq!(std::fs::read(desk.path("ours.tranche")).unwrap(), before);
    // Without their history it is as it is, and is not told as if nothing had been done.
    desk.ok(&["share", "theirs.tranche", "sent.tranche", "--without-history"]);
    let text = desk.ok(&["merge", "base.tranche", "ours.tranche", "sent.tranche"]);
    assert!(text.contains("1 in ours, theirs has no history of them"), "{text}");
    assert_eq!(told(&desk, "ours.tranche", "A018", "amount"), "2.00");
}

#[test]
fn a_merge_that_brings_nothing_leaves_the_bytes_alone() {
    let desk = Desk::new();
    copies(&desk);
    edit(&desk, "ours.tranche", "Olena", OURS, &json!([set("A017", "1.00")]));
    let before = std::fs::read(desk.path("ours.tranche")).unwrap();
    assert!(desk.ok(&MERGE).contains("Nothing changed"));
    let request = json!({ "theirs": desk.path("theirs.tranche"), "dry_run": false }).to_string();
    desk.ok(&["call", "merge", &request, "--plan", "ours.tranche"]);
    assert_eq!(std::fs::read(desk.path("ours.tranche")).unwrap(), before);
    // Nor is a new file one that is there.
    edit(&desk, "theirs.tranche", "Taras", THEIRS, &json!([set("A018", "2.00")]));
    let told = desk.refused(3, &[&MERGE[..], &["--output", "./ours.tranche"]].concat());
    assert!(told.contains("the copy that takes the changes"), "{told}");
    assert_eq!(std::fs::read(desk.path("ours.tranche")).unwrap(), before);
}

#[test]
fn scenarios_and_overrides_are_told_by_their_names() {
    let desk = Desk::new();
    copies(&desk);
    desk.ok(&["scenario", "ours.tranche", "remove", "Late accession"]);
    desk.ok(&["scenario", "theirs.tranche", "override", "Late accession", "A017.amount", "5.00", "--reason", "Why."]);
    desk.ok(&[
        "scenario",
        "theirs.tranche",
        "override",
        "Phased integration",
        "A018.amount",
        "6.00",
        "--reason",
        "Why.",
    ]);
    let reply = open_merge(&desk);
    let texts = |list: &str, fields: &[&str]| {
        let lines = reply[list].as_array().unwrap().iter();
        lines.flat_map(|line| fields.iter().map(|field| line[*field].to_string())).collect::<Vec<_>>().join("\n")
    };
    let told = texts("conflicts", &["sentence", "called", "ours_label", "theirs_label", "table_label"])
        + &texts("taken", &["sentence", "row", "label"]);
    assert!(told.contains("in the scenario “Late accession”"), "{told}");
    assert!(
        told.contains("Override A018") && told.contains("amount, in the scenario “Phased integration” is added"),
        "{told}"
    );
    assert!(!told.contains("5472616e"), "{told}");
}

#[test]
fn what_a_limit_allows_is_asked_whole_and_told_so() {
    let desk = Desk::new();
    copies(&desk);
    let limit = |more: Value| {
        let mut limit = json!({ "edit": "set_limit", "name": "Energy", "kind": "ceiling",
            "slice": [{ "dimension": "sector", "keys": ["energy"] }] });
        limit.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([limit])
    };
    edit(&desk, "base.tranche", "Both", "2026-11-21T12:00:00Z", &limit(json!({ "share": "0.1" })));
    for copy in ["ours.tranche", "theirs.tranche"] {
        std::fs::copy(desk.path("base.tranche"), desk.path(copy)).unwrap();
    }
    let own = |file: &str| {
        let lines = asked(&desk, &["call", "limits", "null", "--plan", file]);
        lines.as_array().unwrap().iter().find(|line| line["source"] == "own").unwrap().clone()
    };
    let id = own("base.tranche")["id"].clone();
    edit(&desk, "ours.tranche", "Olena", OURS, &limit(json!({ "id": id, "share": "0.2" })));
    let theirs = limit(json!({ "id": id, "amount": "50000000000.00" }));
    edit(&desk, "theirs.tranche", "Taras", THEIRS, &theirs);
    let reply = open_merge(&desk);
    let [conflict] = &reply["conflicts"].as_array().unwrap()[..] else { panic!("{reply}") };
    assert_eq!((&conflict["ours_author"], &conflict["theirs_author"]), (&json!("Olena"), &json!("Taras")));
    let told = conflict["sentence"].as_str().unwrap().replace(['\u{a0}', '\u{202f}'], " ");
    assert!(
        told.ends_with("Bound: 10 % of all allocations before; 20 % of all allocations in ours, 50 bn in theirs."),
        "{told}"
    );
    assert_eq!(reply["taken"], json!([]));
    // The whole of either side stands, and nothing else is told.
    let ours = desk.ok(&[&MERGE[..], &["--take", "ours", "--output", "kept.tranche"]].concat());
    assert!(!ours.contains("rises"), "{ours}");
    assert_eq!((&own("kept.tranche")["amount"], &own("kept.tranche")["share"]), (&Value::Null, &json!("0.2")));
    desk.ok(&[&MERGE[..], &["--take", "theirs", "--output", "taken.tranche"]].concat());
    assert_eq!(
        (&own("taken.tranche")["amount"], &own("taken.tranche")["share"]),
        (&json!("50000000000.00"), &Value::Null)
    );
}
