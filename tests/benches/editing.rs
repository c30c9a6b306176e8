//! Working in the grid of the released program: from Enter to the frame in which the grid, the strip and the chart show the
//! new amount, and the frames of a long scroll. The page times both by its own clock.

use std::process::Command;
use std::time::Duration;

use crate::files::saved;
use crate::window::Open;
use crate::window::screen::Screen;
use crate::{Line, line, median_and_p95, ms, percentile, plan_of, program};

/// Rows of the plan that is edited, and of the one that is scrolled through.
const EDITED: usize = 5_000;
const SCROLLED: usize = 10_000;
/// Where the amount of the first row stands, in pixels of a window of 1440 by 900.
const AMOUNT: (&str, &str) = ("708", "166");
/// Edits that are measured, after the first ones, in which the page learns what it will do.
const ROUNDS: usize = 200;
const FIRST: usize = 10;
/// Steps of the wheel, and the time between them: somebody who looks for a row far below.
const STEPS: &str = "400";
const BETWEEN_MS: &str = "16";
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) fn lines() -> Vec<Line> {
    let edits = format!("editing an amount of {EDITED} rows in the window: Enter to painted");
    let scroll = format!("scrolling through {SCROLLED} rows in the window: time between frames");
    let Some(window) = program("TRANCHE_APP") else {
        let missing = "not measured: TRANCHE_APP is not set";
        return vec![line(edits, missing, ""), line(scroll, missing, "")];
    };
    let screen = Screen::start();
    let mut lines = edited(&window, &screen, edits);
    lines.push(scrolled(&window, &screen, scroll));
    lines
}

fn edited(window: &std::path::PathBuf, screen: &Screen, what: String) -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let file = saved(folder.path(), "edited.tranche", plan_of(EDITED));
    sign(folder.path());
    let open = Open::start(window, screen, folder.path(), Some(&file));
    open.painted();
    hands(screen, &["mousemove", AMOUNT.0, AMOUNT.1, "click", "1"]);
    let _ = open.act(PATIENCE);
    let mut times = Vec::new();
    for round in 0..FIRST + ROUNDS {
        // What has no source: how much is typed is of no meaning.
        hands(screen, &["type", "--delay", "4", &format!("{}mn", 100 + round)]);
        // An act that was still being painted is not the one that is timed.
        while open.act(Duration::from_millis(150)).is_some() {}
        hands(screen, &["key", "Return"]);
        let (_, took) = open.act(PATIENCE).expect("an edit was never painted");
        if round >= FIRST {
            times.push(took);
        }
    }
    let p99 = ms(percentile(&mut times, 99));
    vec![line(what, median_and_p95(times), "p95 within 33 ms"), line("  p99", p99, "within 50 ms")]
}

fn scrolled(window: &std::path::PathBuf, screen: &Screen, what: String) -> Line {
    let folder = tempfile::tempdir().unwrap();
    let file = saved(folder.path(), "scrolled.tranche", plan_of(SCROLLED));
    sign(folder.path());
    let open = Open::start(window, screen, folder.path(), Some(&file));
    open.painted();
    hands(screen, &["mousemove", AMOUNT.0, AMOUNT.1]);
    hands(screen, &["click", "--repeat", STEPS, "--delay", BETWEEN_MS, "5"]);
    let mut told = String::from("nothing was told");
    while let Some((place, took)) = open.act(Duration::from_secs(3)) {
        if place.starts_with("scrolling") {
            told = format!("{place} {:.1} ms", took.as_secs_f64() * 1000.0);
        }
    }
    line(what, told, "median 20 ms, p99 33 ms")
}

/// Leaves settings in which the reader has said his name: nobody is asked for it before the first edit.
fn sign(folder: &std::path::Path) {
    let settings = folder.join("data").join("tranche");
    std::fs::create_dir_all(&settings).unwrap();
    let text = r#"{"theme":"light","locale":"en","number_format":"point","author":"Analyst","layout":{}}"#;
    std::fs::write(settings.join("settings.json"), text).unwrap();
}

/// Does with pointer and keyboard what somebody before the screen would.
fn hands(screen: &Screen, words: &[&str]) {
    let done = Command::new("xdotool").args(words).env("DISPLAY", screen.name()).status().unwrap();
    assert!(done.success(), "xdotool {words:?} failed");
}
