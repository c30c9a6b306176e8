//! The replies that the window's own tests load, so that the two sides cannot drift.

#![allow(clippy::unwrap_used)]

use bridge::{Options, Session};
use serde_json::{Value, json};
use tranche_tests::{folder, matches_file, options, session};

/// One reply: its name, the command, the request.
fn replies() -> Vec<(&'static str, &'static str, Value)> {
    let figure = |name| json!({ "name": name, "width": 860, "height": 380, "theme": "light" });
    let query = |group_by: &[&str], search: &str| {
        json!({
            "group_by": group_by, "search": search, "filters": [], "only": null, "order": null, "closed": [],
            "measures": ["planned", "paid"],
        })
    };
    let grid = |group_by: &[&str], search: &str| json!({ "query": query(group_by, search), "first": 0 });
    let range =
        |columns: &[&str]| json!({ "query": query(&["sector"], ""), "top": 1, "bottom": 4, "columns": columns });
    vec![
        ("status", "status", Value::Null),
        ("grid", "grid", grid(&["sector"], "")),
        ("grid_flat", "grid", grid(&[], "")),
        ("grid_empty", "grid", grid(&["sector"], "no row has these words")),
        ("grid_range", "grid_range", range(&["amount"])),
        ("grid_text", "grid_text", range(&["code", "programme", "amount"])),
        ("row", "row", json!({ "id": "A001" })),
        ("choices", "choices", Value::Null),
        ("chart_who_pays", "chart", figure("who_pays")),
        ("chart_when_it_flows", "chart", figure("when_it_flows")),
        ("chart_how_it_could_end", "chart", figure("how_it_could_end")),
        ("concerns", "concerns", Value::Null),
        ("sources", "sources", Value::Null),
        ("needs", "needs", Value::Null),
        ("needs_net", "needs", json!({ "net": true })),
        ("margins", "margins", json!({ "rows": "capital", "columns": "sector" })),
        (
            "preview",
            "preview",
            json!({ "edits": [{ "edit": "spread", "slice": [{ "dimension": "sector", "keys": ["energy"] }],
            "total": "100000000000.00", "how": "needs", "gives": "others" }] }),
        ),
        ("rules", "rules", Value::Null),
        ("limits", "limits", Value::Null),
        ("history", "history", Value::Null),
        ("settings", "settings", Value::Null),
        ("recent", "recent", Value::Null),
        ("copies", "copies", Value::Null),
        ("read_amount", "read_amount", json!({ "text": "45bn" })),
        ("steps", "steps", Value::Null),
        ("step", "step", json!({ "step": "S23" })),
        ("booster", "booster", json!({ "every": "quarter" })),
        ("slip_dry", "slip", json!({ "step": "S05", "quarters": 4, "dry_run": true })),
        ("accession", "accession", Value::Null),
        ("events", "events", Value::Null),
        ("sanity", "sanity", Value::Null),
        ("scenarios", "scenarios", Value::Null),
        ("overrides", "overrides", json!({ "scenario": "The deal collapses in 2028" })),
        ("outcomes", "outcomes", Value::Null),
        ("versions", "versions", Value::Null),
        ("explain", "explain", json!({ "rows": ["A082"], "period": "2030" })),
        (
            "profile",
            "profile",
            json!({ "profile": "trapezoid", "parameters": { "u": "0.2", "d": "0.3" }, "total": "500000000.00", "periods": 10 }),
        ),
    ]
}

fn reply(session: &Session, command: &str, request: Value) -> String {
    let reply = session.call(command, request).unwrap();
    format!("{reply:#}\n")
}

#[test]
fn replies_are_the_recorded_ones() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let file = |name: &str| folder("replies").join(format!("{name}.json"));
    for (name, command, request) in replies() {
        matches_file(&file(name), &reply(&session, command, request));
    }
    let refused = session.call("read_amount", json!({ "text": "45.000" })).unwrap_err();
    matches_file(&file("problem"), &format!("{:#}\n", serde_json::to_value(&refused).unwrap()));
    let edit = json!({ "edits": [{ "edit": "set_amount", "allocation": "A017", "amount": "45000000000.00" }] });
    matches_file(&file("edit"), &reply(&session, "edit", edit));
    matches_file(&file("status_edited"), &reply(&session, "status", Value::Null));
    // What only a plan with conditions of its own can show: a cap that binds, an event that acts, steps that came and went.
    let edits = json!([
        { "edit": "add_cap", "cap": { "name": { "en": "Construction", "uk": "Будівництво" }, "slice": [{ "dimension": "sector", "keys": ["housing"] }],
            "kind": "growing", "amount": "2000000000.00", "rate": "0.1", "carry_years": 3 } },
        { "edit": "add_event", "event": { "name": { "en": "Ceasefire", "uk": "Припинення вогню" }, "date": "2027-05-09", "kind": "ceasefire",
            "effects": [{ "verb": "open", "slice": [{ "dimension": "capital", "keys": ["private"] }] }] } },
        { "edit": "set_lapse", "programme": "private_to_mobilise", "years": 3 },
        { "edit": "set_step", "step": "S01", "state": "met", "state_quarter": "2026-Q4", "probability": "0.2" },
        { "edit": "set_step", "step": "S23", "due": "2026-Q2" },
    ]);
    matches_file(&file("edit_conditions"), &reply(&session, "edit", json!({ "edits": edits })));
    matches_file(&file("caps"), &reply(&session, "caps", Value::Null));
    matches_file(&file("backlog"), &reply(&session, "backlog", json!({ "every": "year" })));
    let housing = json!([{ "dimension": "sector", "keys": ["housing"] }]);
    matches_file(&file("explain_held"), &reply(&session, "explain", json!({ "filters": housing, "period": "2029" })));
    matches_file(&file("concerns_conditions"), &reply(&session, "concerns", Value::Null));
    let slip = json!({ "step": "S05", "quarters": 4, "dry_run": false });
    matches_file(&file("slip"), &reply(&session, "slip", slip));
}

/// The base held against two scenarios that ship.
fn compared(by: &str) -> Value {
    let side = |scenario: &str| json!({ "scenario": scenario });
    let sides = [side("base"), side("The deal collapses in 2028"), side("Accession in January 2027")];
    json!({ "sides": sides, "by": by, "measure": "paid" })
}

#[test]
fn replies_of_a_comparison_are_the_recorded_ones() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let file = |name: &str| folder("replies").join(format!("{name}.json"));
    matches_file(&file("compare"), &reply(&session, "compare", compared("year")));
    matches_file(&file("compare_change"), &reply(&session, "compare", compared("change")));
    for name in ["what_differs", "side_by_side"] {
        let figure =
            json!({ "name": name, "width": 860, "height": 380, "theme": "light", "compare": compared("year") });
        matches_file(&file(&format!("chart_{name}")), &reply(&session, "chart", figure));
    }
}

/// Two people edit copies of one plan: one row each for themselves, and two in which both change the same field.
#[test]
fn replies_of_a_merge_and_of_the_past_are_the_recorded_ones() {
    let (data, others) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let file = |name: &str| folder("replies").join(format!("{name}.json"));
    let ours = session(data.path());
    let amount = |code: &str, amount: &str| json!({ "edit": "set_amount", "allocation": code, "amount": amount });
    let edit = |session: &Session, edits: &[Value]| reply(session, "edit", json!({ "edits": edits }));
    edit(&ours, &[amount("A005", "1000000000.00")]);
    let copy = others.path().join("copy.tranche");
    reply(&ours, "share", json!({ "path": copy, "history": true, "versions": true, "names": true }));
    let theirs =
        Session::start(Options { author: Some("Olena".to_owned()), ..options(&others.path().join("data")) }).unwrap();
    reply(&theirs, "open", json!({ "path": copy }));
    edit(&theirs, &[amount("A017", "300000000.00"), amount("A018", "400000000.00")]);
    edit(&theirs, &[json!({ "edit": "set_span", "allocation": "A020", "start": "2028-Q1", "end": "2031-Q4" })]);
    edit(&theirs, &[json!({ "edit": "set_note", "allocation": "A021", "note": "As agreed in Kyiv" })]);
    reply(&theirs, "save", Value::Null);
    edit(&ours, &[amount("A017", "350000000.00"), json!({ "edit": "set_note", "allocation": "A021", "note": "Open" })]);
    edit(&ours, &[amount("A019", "450000000.00")]);
    let merge = |picks: Value, dry_run: bool| json!({ "theirs": copy, "picks": picks, "dry_run": dry_run });
    let open = reply(&ours, "merge", merge(json!([]), true));
    matches_file(&file("merge"), &open);
    let told: Value = serde_json::from_str(&open).unwrap();
    let conflicts = told["conflicts"].as_array().unwrap();
    assert_eq!(conflicts.len(), 2, "{open}");
    let picks: Vec<Value> = conflicts.iter().map(|line| json!({ "key": line["key"], "pick": "theirs" })).collect();
    matches_file(&file("merge_done"), &reply(&ours, "merge", merge(json!(picks), false)));
    reply(&ours, "undo", Value::Null);
    reply(&ours, "redo", Value::Null);
    reply(&ours, "return_to", json!({ "moment": 2 }));
    matches_file(&file("history_long"), &reply(&ours, "history", Value::Null));
    matches_file(&file("history_page"), &reply(&ours, "history", json!({ "limit": 3 })));
    let unrelated = ours.call("history", json!({ "row": "A999" })).unwrap_err();
    matches_file(&file("problem_past"), &format!("{:#}\n", serde_json::to_value(&unrelated).unwrap()));
}
