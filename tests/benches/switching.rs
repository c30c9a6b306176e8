//! Switching between scenarios in the window of the released program: from the click in the list to the frame in which the
//! strip, the rows and the chart show the other scenario. The page times it by its own clock, from the moment that the click
//! happened.

use std::collections::BTreeSet;
use std::process::Command;
use std::time::Duration;

use crate::files::saved;
use crate::scenarios::{OVERRIDES, ROWS, SCENARIOS, with_scenarios};
use crate::window::Open;
use crate::window::screen::Screen;
use crate::{Line, line, median_and_p95, plan_of, program};

/// Where the list of scenarios shows its lines, in pixels of a window of 1440 by 900: the middle of the first line under the
/// base's, a line's height, and how many lines are clicked on before the list is rolled on.
const LEFT: &str = "100";
const TOP: usize = 212;
const HEIGHT: usize = 28;
const LINES: usize = 10;
/// Switches that are measured, after the first ones, in which the page learns what it will do.
const ROUNDS: usize = 100;
const FIRST: usize = 5;

pub(crate) fn lines() -> Vec<Line> {
    let what =
        format!("switching between {SCENARIOS} scenarios of {OVERRIDES} overrides, {ROWS} rows: click to painted");
    let Some(window) = program("TRANCHE_APP") else {
        return vec![line(what, "not measured: TRANCHE_APP is not set", "")];
    };
    let folder = tempfile::tempdir().unwrap();
    let file = saved(folder.path(), "scenarios.tranche", with_scenarios(&plan_of(ROWS)));
    let screen = Screen::start();
    let open = Open::start(&window, &screen, folder.path(), Some(&file));
    open.painted();
    let mut seen = BTreeSet::new();
    let mut times = Vec::new();
    for round in 0..FIRST + ROUNDS {
        if round > 0 && round % LINES == 0 {
            hands(&screen, &["click", "--repeat", "5", "5"]);
            // The list rolls on for a moment.
            std::thread::sleep(Duration::from_millis(500));
        }
        let height = (TOP + HEIGHT * (round % LINES)).to_string();
        hands(&screen, &["mousemove", LEFT, &height, "click", "1"]);
        // A list that rolled by less than was clicked through has the scenario that is looked at in a second place.
        let Some((place, took)) = open.act(Duration::from_secs(5)) else { continue };
        assert_ne!(place, "base", "no scenario stands where it is looked for");
        if round >= FIRST {
            times.push(took);
        }
        seen.insert(place);
    }
    assert!(times.len() > ROUNDS / 2, "{} of {ROUNDS} clicks led to another scenario", times.len());
    let count = format!("  {} switches, to {} scenarios", times.len(), seen.len());
    vec![line(what, median_and_p95(times), "under 100 ms p95"), line(count, "", "")]
}

/// Does with the pointer what somebody before the screen would.
fn hands(screen: &Screen, words: &[&str]) {
    let done = Command::new("xdotool").args(words).env("DISPLAY", screen.name()).status().unwrap();
    assert!(done.success(), "xdotool {words:?} failed");
}
