//! What an edit costs until the answers for the grid, the strip and the chart have left the door, and what scrolling costs.

use std::path::Path;

use bridge::Session;
use bridge::wire::{Answer, Call};
use serde_json::{Value, json};

use crate::conditions::timed;
use crate::files::{Dice, saved};
use crate::{Line, line, median_and_p95, plan_of};

/// How many lines a window asks for, and in how many more than it is drawn.
const WINDOW: usize = 60;
const ROUNDS: usize = 200;

pub(crate) fn lines() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let mut lines = edited(folder.path(), 5_000);
    lines.extend(scrolled(folder.path(), 10_000));
    lines
}

fn opened(folder: &Path, rows: usize) -> Session {
    let file = saved(folder, &format!("{rows}.tranche"), plan_of(rows));
    let session = tranche_tests::session(&folder.join(format!("data-{rows}")));
    session.call("open", json!({ "path": file })).unwrap();
    session
}

fn query() -> Value {
    json!({
        "group_by": ["sector"], "search": "", "filters": [], "only": null, "order": null, "closed": [],
        "measures": ["planned", "paid"],
    })
}

fn window(first: usize) -> Value {
    json!({ "query": query(), "first": first, "count": WINDOW })
}

/// The row in the middle, by its id, as the window names rows.
fn edit(rows: usize, round: usize) -> Value {
    let id = model::Id::from_bits(rows as u128 / 2).to_string();
    let amount = format!("{}.00", 4_000_000_000_u64 + round as u64);
    json!({ "edits": [{ "edit": "set_amount", "allocation": id, "amount": amount }] })
}

fn chart(name: &str) -> Value {
    json!({ "name": name, "width": 860, "height": 400, "theme": "light" })
}

/// What the window asks along with an edit.
fn standing() -> Vec<(&'static str, Value)> {
    vec![("status", json!({})), ("grid", window(100)), ("chart", chart("when_it_flows"))]
}

/// One call of the window: read from JSON, answered, written as JSON.
fn ask(session: &Session, calls: &[(&str, Value)]) -> String {
    let calls: Vec<Value> =
        calls.iter().map(|(command, request)| json!({ "command": command, "request": request })).collect();
    let calls: Vec<Call> = serde_json::from_value(Value::Array(calls)).unwrap();
    let answers = session.call_all(calls);
    assert!(answers.iter().all(|answer| matches!(answer, Answer::Ok(_))), "{answers:?}");
    serde_json::to_string(&answers).unwrap()
}

fn edited(folder: &Path, rows: usize) -> Vec<Line> {
    let session = opened(folder, rows);
    let mut bytes = 0;
    let all = timed(ROUNDS, |round| {
        let calls: Vec<_> = [("edit", edit(rows, round))].into_iter().chain(standing()).collect();
        bytes = ask(&session, &calls).len();
    });
    let mut lines = vec![line(
        format!("{rows} rows: one amount edited, strip, {WINDOW} lines of the grid and when_it_flows, in one call"),
        format!("{}, {} kB", median_and_p95(all), bytes / 1000),
        "well under 15 ms",
    )];
    // The same one after another, each alone: what is computed first is computed for those that follow too.
    let alone = |asked: &(&'static str, Value)| {
        let mut round = ROUNDS;
        let times = (0..ROUNDS)
            .flat_map(|_| {
                round += 1;
                ask(&session, &[("edit", edit(rows, round))]);
                timed(1, |_| drop(ask(&session, std::slice::from_ref(asked))))
            })
            .collect();
        line(format!("    {} alone, after an edit", asked.0), median_and_p95(times), "")
    };
    let edits = timed(ROUNDS, |round| drop(ask(&session, &[("edit", edit(rows, round))])));
    lines.push(line("    the edit alone, durable", median_and_p95(edits), ""));
    lines.extend(standing().iter().map(alone));
    let nothing = |_: usize| drop(ask(&session, &[("grid", window(100))]));
    lines.push(line("    the grid again, from what is kept", median_and_p95(timed(ROUNDS, nothing)), ""));
    session.close();
    lines
}

fn scrolled(folder: &Path, rows: usize) -> Vec<Line> {
    let session = opened(folder, rows);
    let mut dice = Dice::new();
    ask(&session, &[("grid", window(0))]);
    let windows = timed(ROUNDS, |_| drop(ask(&session, &[("grid", window(dice.roll(rows)))])));
    let columns: Vec<String> = (2026..=2035).map(|year| format!("planned:{year}")).collect();
    let range = json!({ "query": query(), "top": 0, "bottom": rows, "columns": columns });
    let ranges = timed(50, |_| drop(ask(&session, &[("grid_range", range.clone())])));
    let text = json!({ "query": query(), "top": 0, "bottom": rows, "columns": columns });
    let texts = timed(20, |_| drop(ask(&session, &[("grid_text", text.clone())])));
    let sorted = timed(50, |round| {
        let mut query = query();
        let column = ["amount", "programme", "note", "planned:2030"][round % 4];
        query["order"] = json!({ "column": column, "down": round % 2 == 0 });
        query["search"] = ["", "e", "a"][round % 3].into();
        ask(&session, &[("grid", json!({ "query": query, "first": 0, "count": WINDOW }))]);
    });
    session.close();
    vec![
        line(
            format!("{rows} rows x 42 columns: a window of {WINDOW} lines while scrolling"),
            median_and_p95(windows),
            "",
        ),
        line("  another order, search or grouping", median_and_p95(sorted), ""),
        line("  the sum of ten years of all rows", median_and_p95(ranges), ""),
        line("  the same copied as text", median_and_p95(texts), ""),
    ]
}
