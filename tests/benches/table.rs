//! One table of the figures that users feel, measured in release on this machine. Nothing here is asserted.
//!
//! `TRANCHE_CLI` and `TRANCHE_APP` name the built programs; what is not named is left out of the table and said to be. Words
//! after `--` name the parts of the table that are measured: all of them where there are none.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

#[path = "balancing.rs"]
mod balancing;
#[path = "conditions.rs"]
mod conditions;
#[path = "editing.rs"]
mod editing;
#[path = "files.rs"]
mod files;
#[path = "grid.rs"]
mod grid;
#[path = "merging.rs"]
mod merging;
#[path = "past.rs"]
mod past;
#[path = "pasting.rs"]
mod pasting;
#[path = "places.rs"]
mod places;
#[path = "scenarios.rs"]
mod scenarios;
#[path = "switching.rs"]
mod switching;
#[path = "window.rs"]
mod window;

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use document::Document;
use model::{Change, Edit, Id, Money, Plan};
use store::{RealDisk, Store};
use tranche_tests::{AUTHOR, NOW};

/// One line of the table.
struct Line {
    what: String,
    found: String,
    wanted: &'static str,
}

fn line(what: impl Into<String>, found: impl Into<String>, wanted: &'static str) -> Line {
    Line { what: what.into(), found: found.into(), wanted }
}

/// A part of the table: its name and what it measures.
type Part = (&'static str, fn() -> Vec<Line>);

/// The command line comes first, while this process is small: a child counts what its parent held when it was started.
const PARTS: [Part; 13] = [
    ("command-line", command_line),
    ("edit", || one_edit(5_000)),
    ("grid", grid::lines),
    ("schedules", schedules),
    ("conditions", conditions::lines),
    ("scenarios", scenarios::lines),
    ("places", places::lines),
    ("past", past::lines),
    ("merging", merging::lines),
    ("balancing", balancing::lines),
    ("pasting", pasting::lines),
    ("editing", editing::lines),
    ("window", || window::lines().into_iter().chain(switching::lines()).collect()),
];

fn main() {
    // Cargo itself adds an option.
    let named: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let parts = PARTS.iter().filter(|(name, _)| named.is_empty() || named.iter().any(|word| word == name));
    let lines: Vec<Line> = parts.flat_map(|(_, part)| part()).collect();
    let width = lines.iter().map(|line| line.what.chars().count()).max().unwrap_or(0);
    let found = lines.iter().map(|line| line.found.chars().count()).max().unwrap_or(0);
    println!("\n{:<width$}  {:<found$}  wanted", "what", "found here");
    for line in lines {
        println!("{:<width$}  {:<found$}  {}", line.what, line.found, line.wanted);
    }
}

fn ms(duration: Duration) -> String {
    format!("{:.2} ms", duration.as_secs_f64() * 1000.0)
}

/// The value below which `percent` of the durations lie.
fn percentile(durations: &mut [Duration], percent: usize) -> Duration {
    durations.sort_unstable();
    durations[(durations.len() - 1) * percent / 100]
}

fn median_and_p95(mut durations: Vec<Duration>) -> String {
    format!("{}, p95 {}", ms(percentile(&mut durations, 50)), ms(percentile(&mut durations, 95)))
}

fn program(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from)
}

/// A cold process of the command line: time and peak memory.
fn command_line() -> Vec<Line> {
    let Some(program) = program("TRANCHE_CLI") else {
        return vec![line("command line", "not measured: TRANCHE_CLI is not set", "")];
    };
    let arguments = ["schedule", "--baseline", "--by", "capital", "--every", "year", "--format", "csv"];
    let run = || {
        let began = Instant::now();
        let status = Command::new(&program).args(arguments).stdout(Stdio::null()).status().unwrap();
        assert!(status.success());
        began.elapsed()
    };
    run();
    let times = (0..40).map(|_| run()).collect();
    let peak = nix::sys::resource::getrusage(nix::sys::resource::UsageWho::RUSAGE_CHILDREN).unwrap().max_rss();
    vec![
        line("schedule --baseline, cold process", median_and_p95(times), "under 20 ms median"),
        line("  its peak memory, at most", format!("{:.1} MB", peak as f64 / 1024.0), "under 15 MB"),
        line("  its size", size(&program), ""),
    ]
}

fn size(path: &PathBuf) -> String {
    std::fs::metadata(path)
        .map_or_else(|error| error.to_string(), |facts| format!("{:.1} MB", facts.len() as f64 / 1e6))
}

/// A plan of `count` rows: those of the shipped plan over and over, with other ids and codes.
fn plan_of(count: usize) -> Plan {
    let shipped = exchange::shipped_plan().unwrap();
    let rows: Vec<_> = shipped.allocations.iter().cloned().collect();
    let copies = (0..count).map(|at| model::Allocation {
        id: Id::from_bits(at as u128 + 1),
        code: model::Code::numbered(at as u64 + 1),
        ..(*rows[at % rows.len()]).clone()
    });
    Plan { allocations: copies.collect(), ..shipped }
}

struct Words;

impl charts::Words for Words {
    fn say(&self, id: &str, _: &[(&str, &str)]) -> String {
        id.to_owned()
    }

    fn number(&self, canonical: &str) -> String {
        canonical.to_owned()
    }

    fn language(&self) -> &str {
        "en"
    }
}

/// Draws these charts anew, each told what it reads and no more.
fn draw(names: &[&str], plan: &Plan, schedule: &engine::Schedule, fingerprint: &str) {
    let facts = charts::Facts {
        reading: plan.package.reading.to_string(),
        scenario: None,
        frozen: None,
        prices: "current".to_owned(),
        as_of: plan.package.as_of.to_string(),
        fingerprint: fingerprint.to_owned(),
        sources: vec!["RDNA5".to_owned()],
        assumed_per_mille: charts::Facts::assumed_per_mille(plan),
    };
    let setting = charts::Setting { width: 860, height: 400, palette: &charts::Palette::LIGHT, words: &Words };
    for chart in charts::CHARTS.iter().filter(|chart| names.contains(&chart.name)) {
        let subject = charts::Subject::for_chart(chart.name, plan, schedule, facts.clone(), None);
        (chart.draw)(&subject, &setting).unwrap();
    }
}

/// One amount edited: durable in the working copy, totals again, engine and both charts again.
fn one_edit(count: usize) -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(Store::new(Arc::new(RealDisk), folder.path()));
    let document = Document::create(&store, plan_of(count), Id::from_bits(1), AUTHOR, NOW).unwrap();
    let (mut durable, mut totals, mut pictures, mut all) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    // Those that hold plans against one another have nothing to draw here.
    let compare = ["what_differs", "side_by_side", "how_it_could_end"];
    let every: Vec<&str> =
        charts::CHARTS.iter().map(|chart| chart.name).filter(|name| !compare.contains(name)).collect();
    assert_eq!(every.len(), 5);
    for round in 0..200 {
        let edit = Edit::base(Change::SetAmount {
            allocation: Id::from_bits(count as u128 / 2),
            amount: Money::from_cents(400_000_000_000 + round),
        });
        let began = Instant::now();
        let change = document.edit(&[edit], AUTHOR, NOW).unwrap();
        durable.push(began.elapsed());
        let plan = change.after.plan();
        let began = Instant::now();
        let sum: model::Total = plan.allocations.iter().map(|row| row.amount).sum();
        totals.push(began.elapsed());
        assert!(sum > model::Total::ZERO);
        let began = Instant::now();
        draw(&["who_pays", "when_it_flows"], plan, change.after.schedule(), change.after.fingerprint());
        pictures.push(began.elapsed());
        let began = Instant::now();
        draw(&every, plan, change.after.schedule(), change.after.fingerprint());
        all.push(began.elapsed());
    }
    vec![
        line(format!("one amount edited in {count} rows, durable"), median_and_p95(durable), ""),
        line("  totals again", median_and_p95(totals), "under 0.5 ms p95"),
        line("  engine, who_pays and when_it_flows again", median_and_p95(pictures), "under 8 ms"),
        line("  all five charts again", median_and_p95(all), ""),
    ]
}

/// The full schedule of plans of growing size, and how its time grows: 1.0 is in proportion to the rows.
fn schedules() -> Vec<Line> {
    let mut points = Vec::new();
    let mut lines = Vec::new();
    for (count, wanted) in [(1_000, ""), (10_000, ""), (100_000, "under 60 ms"), (1_000_000, "")] {
        let plan = plan_of(count);
        let mut times: Vec<Duration> = (0..9)
            .map(|_| {
                let began = Instant::now();
                let schedule = engine::schedule(&plan);
                let taken = began.elapsed();
                assert_eq!(schedule.len(), count);
                taken
            })
            .collect();
        let bytes = engine::schedule(&plan).bytes();
        let median = percentile(&mut times, 50);
        lines.push(line(
            format!("schedule of {count} rows x 40 quarters, one core"),
            format!("{}, {:.1} MB", ms(median), bytes as f64 / 1e6),
            wanted,
        ));
        points.push(((count as f64).ln(), median.as_secs_f64().ln(), (bytes as f64).ln()));
    }
    let slope = |of: fn(&(f64, f64, f64)) -> f64| {
        let (first, last) = (points.first().unwrap(), points.last().unwrap());
        (of(last) - of(first)) / (last.0 - first.0)
    };
    let found = format!("{:.2} in time, {:.2} in memory", slope(|point| point.1), slope(|point| point.2));
    lines.push(line("  growth from 1,000 to 1,000,000 rows", found, "1.0: linear"));
    lines
}
