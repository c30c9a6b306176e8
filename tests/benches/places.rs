//! Scenarios of a large plan through the command table, as the window asks about them: another one looked at, two compared.

use bridge::wire::Place;
use serde_json::json;

use crate::conditions::timed;
use crate::files::{Dice, saved};
use crate::past::{look, rows};
use crate::scenarios::{OVERRIDES, ROWS, SCENARIOS, id, with_scenarios};
use crate::{Line, line, median_and_p95, plan_of};

pub(crate) fn lines() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let file = saved(folder.path(), "scenarios.tranche", with_scenarios(&plan_of(ROWS)));
    let session = tranche_tests::session(&folder.path().join("data"));
    session.call("open", json!({ "path": file })).unwrap();
    let mut dice = Dice::new();
    let first = timed(SCENARIOS, |at| look(&session.at(Place::scenario(&id(at).to_string()))));
    let again = timed(SCENARIOS, |_| look(&session.at(Place::scenario(&id(dice.roll(SCENARIOS)).to_string()))));
    let grid = timed(50, |_| drop(rows(&session.at(Place::scenario(&id(dice.roll(SCENARIOS)).to_string())))));
    let bytes = rows(&session).to_string().len() as f64 / 1e6;
    let compare = timed(200, |round| {
        let a = dice.roll(SCENARIOS);
        let b = (a + 1 + dice.roll(SCENARIOS - 1)) % SCENARIOS;
        let by = ["year", "sector", "change"][round % 3];
        let sides = [a, b].map(|at| json!({ "scenario": id(at).to_string() }));
        let told = session.call("compare", json!({ "sides": sides, "by": by })).unwrap();
        assert!(told["pairs"][0]["changes"].as_array().unwrap().len() >= OVERRIDES);
    });
    session.close();
    vec![
        line(format!("{SCENARIOS} scenarios of {OVERRIDES} overrides, {ROWS} rows: all that the window asks"), "", ""),
        line("  about one for the first time: status, choices, rows, chart", median_and_p95(first), ""),
        line("  about one that was looked at before", median_and_p95(again), ""),
        line("    of which the rows", format!("{}, {bytes:.1} MB", median_and_p95(grid)), ""),
        line("  two compared through the command table", median_and_p95(compare), "under 50 ms"),
    ]
}
