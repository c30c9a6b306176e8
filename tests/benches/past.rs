//! A document with a long history: the size of its file, what the history adds to opening it, and how soon the plan is there
//! as it was at any moment.

use std::path::Path;

use bridge::Session;
use bridge::wire::Place;
use document::{At, When};
use serde_json::json;

use crate::conditions::timed;
use crate::files::{Dice, Made, change, read, saved};
use crate::{Line, line, median_and_p95, ms, percentile, plan_of};

const ROWS: usize = 5_000;
const ENTRIES: usize = 100_000;

pub(crate) fn lines() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let mut made = Made::new(plan_of(ROWS));
    let mut dice = Dice::new();
    for number in 1..ENTRIES {
        let next = change(&made.plan, dice.roll(ROWS), number);
        made.edit(next);
    }
    let long = folder.path().join("long.tranche");
    made.save(&long);
    let short = saved(folder.path(), "short.tranche", made.plan);
    let bytes = |path: &Path| std::fs::metadata(path).unwrap().len() as f64 / 1e6;
    let size = format!("{:.1} MB; {:.1} MB without it", bytes(&long), bytes(&short));
    let mut lines =
        vec![line(format!("{ROWS} rows with a history of {ENTRIES} entries: the file"), size, "under 60 MB")];
    lines.extend(opened(folder.path(), [&short, &long]));
    lines.extend(moments(folder.path(), &long));
    lines
}

/// The same plan opened without its history and with it, one after the other.
fn opened(folder: &Path, files: [&Path; 2]) -> Vec<Line> {
    let session = tranche_tests::session(&folder.join("data"));
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..15 {
        for (file, times) in files.iter().zip(&mut times) {
            times.extend(timed(1, |_| drop(session.call("open", json!({ "path": file })).unwrap())));
            // What was open is put away outside the time of the next.
            session.call("open_shipped", json!({})).unwrap();
        }
    }
    let [mut short, mut long] = times.clone();
    let added = percentile(&mut long, 50).saturating_sub(percentile(&mut short, 50));
    let [short, long] = times;
    session.close();
    vec![
        line("  opened without it", median_and_p95(short), ""),
        line("  opened with it", median_and_p95(long), ""),
        line("    the history adds, between the medians", ms(added), "under 100 ms"),
    ]
}

/// The plan at moments anywhere in the history: the state alone, with all that the window asks about it, and the farthest.
fn moments(folder: &Path, file: &Path) -> Vec<Line> {
    let document = read(file);
    let mut dice = Dice::new();
    let mut any = || At::then(When::Moment(dice.roll(ENTRIES) as u64 + 1));
    let states = timed(100, |_| drop(document.snapshot_at(any()).unwrap()));
    let documents: Vec<_> = (0..5).map(|_| read(file)).collect();
    let farthest = timed(documents.len(), |round| {
        drop(documents[round].snapshot_at(At::then(When::Moment(1))).unwrap());
    });
    drop(documents);
    let session = tranche_tests::session(&folder.join("data"));
    session.call("open", json!({ "path": file })).unwrap();
    let mut dice = Dice::new();
    let shown = timed(60, |_| {
        let moment = Some(dice.roll(ENTRIES) as u64 + 1);
        look(&session.at(Place { moment, ..Place::default() }));
    });
    session.close();
    vec![
        line("  the state at any moment of it", median_and_p95(states), "p95 under 200 ms"),
        line("    at the first, from now", median_and_p95(farthest), "under 200 ms"),
        line("    with its status, choices, rows and chart", median_and_p95(shown), ""),
    ]
}

/// Asks all that the window asks when it looks at another place, one after another.
pub(crate) fn look(there: &Session) {
    let chart = json!({ "name": "who_pays", "width": 860, "height": 400, "theme": "light" });
    for (command, request) in [("status", json!({})), ("choices", json!({})), ("chart", chart)] {
        std::hint::black_box(there.call(command, request).unwrap());
    }
    std::hint::black_box(rows(there));
}

/// Asks for all rows with their figures.
pub(crate) fn rows(there: &Session) -> serde_json::Value {
    there.call("grid", json!({ "query": { "group_by": ["sector"] } })).unwrap()
}
