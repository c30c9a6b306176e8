//! The window: how soon its first chart is painted, and how much memory all its processes take.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use super::{Line, line, median_and_p95, program, size};

#[path = "../e2e/screen.rs"]
#[allow(dead_code)]
pub(crate) mod screen;

use screen::Screen;

/// How long a window may take before the bench gives up on it.
const PATIENCE: Duration = Duration::from_secs(30);

pub fn lines() -> Vec<Line> {
    let Some(window) = program("TRANCHE_APP") else {
        return vec![line("window", "not measured: TRANCHE_APP is not set", "")];
    };
    let screen = Screen::start();
    let mut first_paints = Vec::new();
    let mut memory = 0;
    for round in 0..8 {
        let folder = tempfile::tempdir().unwrap();
        let open = Open::start(&window, &screen, folder.path(), None);
        let painted = open.painted();
        // The first start reads everything from the disk.
        if round > 0 {
            first_paints.push(painted);
        }
        memory = settled(&open.process);
    }
    let bare = program("TRANCHE_BARE").map(|bare| {
        let folder = tempfile::tempdir().unwrap();
        let open = Open::start(&bare, &screen, folder.path(), None);
        settled(&open.process)
    });
    let above = bare.map_or_else(
        || "not measured: TRANCHE_BARE is not set".to_owned(),
        |bare| {
            format!(
                "{:.0} MB above the {:.0} MB of a bare window",
                megabytes(memory) - megabytes(bare),
                megabytes(bare)
            )
        },
    );
    let mut lines = vec![
        line("window: process start to first painted chart", median_and_p95(first_paints), "under 1000 ms"),
        line("  memory of all its processes (PSS)", format!("{:.0} MB", megabytes(memory)), ""),
        line("  of which the program's own", above, "within 60 MB"),
        line("  size of the program", size(&window), "under 20 MB"),
    ];
    if let Some(package) = program("TRANCHE_DEB") {
        lines.push(line("  size of the .deb", size(&package), "under 10 MB"));
    }
    lines
}

fn megabytes(kilobytes: u64) -> f64 {
    kilobytes as f64 / 1024.0
}

/// A window that is open, in a folder of its own, and what it says of its times.
pub(crate) struct Open {
    process: Child,
    began: Instant,
    told: Receiver<String>,
}

impl Open {
    /// Starts the program, with a plan file to open or without.
    pub(crate) fn start(program: &PathBuf, screen: &Screen, folder: &Path, plan: Option<&Path>) -> Self {
        let began = Instant::now();
        let mut process = Command::new(program)
            .args(plan)
            .env("DISPLAY", screen.name())
            .env("TRANCHE_TIMING", "1")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("XDG_DATA_HOME", folder.join("data"))
            .env("XDG_CONFIG_HOME", folder.join("config"))
            .env("XDG_CACHE_HOME", folder.join("cache"))
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
        let (says, told) = channel();
        std::thread::spawn(move || {
            lines.filter(|line| line.starts_with("painted ")).try_for_each(|line| says.send(line))
        });
        Self { process, began, told }
    }

    /// Waits for the page to say that its first chart stands on the screen.
    pub(crate) fn painted(&self) -> Duration {
        let first = self.told.recv_timeout(PATIENCE).expect("the window never painted");
        assert!(first.starts_with("painted after"), "{first}");
        self.began.elapsed()
    }

    /// Waits for the page to say that all of what an act led to stands on the screen: which scenario that is, and how long it
    /// took. Nothing where the act led nowhere.
    pub(crate) fn act(&self, patience: Duration) -> Option<(String, Duration)> {
        let line = self.told.recv_timeout(patience).ok()?;
        let (place, took) = line.strip_prefix("painted ")?.split_once(" after ").expect("no time is told");
        let took: f64 = took.strip_suffix(" ms").unwrap().parse().unwrap();
        Some((place.to_owned(), Duration::from_secs_f64(took / 1000.0)))
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The memory of a process and all that it started, once it has stopped growing.
fn settled(process: &Child) -> u64 {
    let began = Instant::now();
    let mut last = 0;
    let mut steady = 0;
    while began.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(250));
        let now = family(process.id()).into_iter().map(proportional_kilobytes).sum::<u64>();
        steady = if now > 0 && now.abs_diff(last) < 512 { steady + 1 } else { 0 };
        last = now;
        if steady == 8 {
            break;
        }
    }
    last
}

/// A process and its descendants.
fn family(root: u32) -> BTreeSet<u32> {
    let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|id: u32| {
            let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
            // The name in brackets may hold anything, spaces too.
            Some((id, stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()?))
        })
        .collect();
    let mut family = BTreeSet::from([root]);
    loop {
        let before = family.len();
        family.extend(
            parents.iter().filter(|(_, parent)| family.contains(parent)).map(|(id, _)| *id).collect::<Vec<_>>(),
        );
        if family.len() == before {
            return family;
        }
    }
}

/// A process's share of memory: what it has alone, and its part of what it shares.
fn proportional_kilobytes(id: u32) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
