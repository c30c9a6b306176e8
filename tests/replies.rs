//! The replies that the window's own tests load, so that the two sides cannot drift.

#![allow(clippy::unwrap_used)]

use bridge::Session;
use serde_json::{Value, json};
use tranche_tests::{folder, matches_file, session};

/// One reply: its name, the command, the request.
fn replies() -> Vec<(&'static str, &'static str, Value)> {
    let figure = |name| json!({ "name": name, "width": 860, "height": 380, "theme": "light" });
    let grid = |group_by: &[&str], search: &str| json!({ "group_by": group_by, "search": search, "filters": [] });
    vec![
        ("status", "status", Value::Null),
        ("grid", "grid", grid(&["sector"], "")),
        ("grid_flat", "grid", grid(&[], "")),
        ("grid_empty", "grid", grid(&["sector"], "no row has these words")),
        ("row", "row", json!({ "id": "A001" })),
        ("choices", "choices", Value::Null),
        ("chart_who_pays", "chart", figure("who_pays")),
        ("chart_when_it_flows", "chart", figure("when_it_flows")),
        ("concerns", "concerns", Value::Null),
        ("sources", "sources", Value::Null),
        ("needs", "needs", Value::Null),
        ("rules", "rules", Value::Null),
        ("limits", "limits", Value::Null),
        ("history", "history", Value::Null),
        ("settings", "settings", Value::Null),
        ("recent", "recent", Value::Null),
        ("copies", "copies", Value::Null),
        ("read_amount", "read_amount", json!({ "text": "45bn" })),
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
}
