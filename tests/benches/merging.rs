//! Two copies of one large plan, each edited a thousand times, merged through the command table.

use serde_json::{Value, json};

use crate::conditions::timed;
use crate::files::{Made, change};
use crate::{Line, line, median_and_p95, plan_of};

const ROWS: usize = 5_000;
const EDITS: usize = 1_000;
/// How many rows both copies change.
const SHARED: usize = 20;

pub(crate) fn lines() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let base = Made::new(plan_of(ROWS));
    let copy = |name: &str, first: usize| {
        let mut made = base.clone();
        for number in 0..EDITS {
            let next = change(&made.plan, first + number, 4 * (2 * first + number));
            made.edit(next);
        }
        let path = folder.path().join(name);
        made.save(&path);
        path
    };
    let (ours, theirs) = (copy("ours.tranche", 0), copy("theirs.tranche", EDITS - SHARED));
    let session = tranche_tests::session(&folder.path().join("data"));
    session.call("open", json!({ "path": ours })).unwrap();
    let merge = |picks: &[Value], dry_run: bool| -> Value {
        session.call("merge", json!({ "theirs": theirs, "picks": picks, "dry_run": dry_run })).unwrap()
    };
    let told = timed(20, |_| {
        let told = merge(&[], true);
        assert_eq!([&told["ours_edits"], &told["theirs_edits"]], [EDITS, EDITS]);
    });
    let conflicts = merge(&[], true)["conflicts"].as_array().unwrap().clone();
    let picks: Vec<Value> = conflicts.iter().map(|line| json!({ "key": line["key"], "pick": "theirs" })).collect();
    let mut done = Vec::new();
    for _ in 0..20 {
        done.extend(timed(1, |_| assert!(!merge(&picks, false)["changed"].is_null())));
        session.call("undo", json!({})).unwrap();
    }
    session.close();
    vec![
        line(
            format!("two copies of {ROWS} rows merged, {EDITS} edits each, {} conflicts: told", conflicts.len()),
            median_and_p95(told),
            "under 500 ms",
        ),
        line("  settled, made durable", median_and_p95(done), "under 500 ms"),
    ]
}
