//! How one plan differs from another.

use std::process::ExitCode;

use bridge::{Problem, Session, Words};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::arguments::{Global, Shown, Source, text};
use crate::output::{cell, figures, print, print_json, warn};
use crate::run::{open_to_read, path_text};

/// What is compared, and by what.
#[derive(Debug, Args)]
pub struct Sides {
    #[arg(value_name = "A")]
    pub a: Source,
    #[arg(value_name = "B")]
    pub b: Source,
    /// The scenario of A; --scenario where nothing is said.
    #[arg(long, value_name = "NAME", value_parser = text())]
    pub scenario_a: Option<String>,
    /// The scenario of B; --scenario where nothing is said.
    #[arg(long, value_name = "NAME", value_parser = text())]
    pub scenario_b: Option<String>,
    /// The frozen version of A.
    #[arg(long, value_name = "NAME", value_parser = text(), conflicts_with = "moment_a")]
    pub version_a: Option<String>,
    /// The frozen version of B.
    #[arg(long, value_name = "NAME", value_parser = text(), conflicts_with = "moment_b")]
    pub version_b: Option<String>,
    /// The moment of A: the state after the entry of its history with this number.
    #[arg(long, value_name = "NUMBER")]
    pub moment_a: Option<u64>,
    /// The moment of B.
    #[arg(long, value_name = "NUMBER")]
    pub moment_b: Option<u64>,
    /// What the table goes by: year, change or a dimension.
    #[arg(long, value_name = "year|change|DIM", default_value = "year")]
    pub by: String,
    /// What it measures.
    #[arg(long, value_enum, default_value = "paid")]
    pub measure: Flow,
    #[arg(long, value_enum, default_value = "text")]
    pub format: Shown,
}

/// A measure that flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Flow {
    Planned,
    Paid,
}

impl Flow {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Paid => "paid",
        }
    }
}

/// One side: its file where it is not the open plan, and its place.
struct Side {
    file: Option<String>,
    scenario: Option<String>,
    version: Option<String>,
    moment: Option<u64>,
}

impl Side {
    fn request(&self) -> Value {
        json!({ "path": self.file, "scenario": self.scenario, "version": self.version, "moment": self.moment })
    }
}

/// Tells the differences. That there are some is no failure.
pub fn diff(global: &Global, asked: Sides) -> Result<ExitCode, Problem> {
    let Sides { a, b, scenario_a, scenario_b, version_a, version_b, moment_a, moment_b, by, measure, format } = asked;
    let side = |scenario: Option<String>, version: Option<String>, moment: Option<u64>| {
        let own = version.is_some() || moment.is_some();
        Side {
            file: None,
            scenario: scenario.or_else(|| global.in_scenario()),
            version: version.or_else(|| global.version.clone().filter(|_| !own)),
            moment: moment.or_else(|| global.moment.filter(|_| !own)),
        }
    };
    let mut sides = [side(scenario_a, version_a, moment_a), side(scenario_b, version_b, moment_b)];
    for (side, file) in sides.iter().zip([&a, &b]) {
        tell_unsound(global, file, side)?;
    }
    // The shipped plan has no path, so it is the open one where it stands on either side.
    let (open, others) = if b == Source::Shipped { (&b, [Some(&a), None]) } else { (&a, [None, Some(&b)]) };
    for (side, other) in sides.iter_mut().zip(others) {
        if let Some(Source::File(path)) = other.filter(|other| *other != open) {
            side.file = Some(path_text(path)?);
        }
    }
    let request = json!({ "sides": sides.map(|side| side.request()), "by": by, "measure": measure.key() });
    let reply = open_to_read(global, open)?.call("compare", request)?;
    let pair = &reply["pairs"][0];
    if global.json || format == Shown::Json {
        print_json(&json!({
            "changes": pair["changes"], "room": pair["room"], "sides": reply["sides"], "by": reply["by"],
            "measure": reply["measure"], "table": pair["table"], "bridge": pair["bridge"],
        }))?;
    } else {
        print(&in_words(&reply, pair, [&a, &b]))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Says where a version that is compared is not what its hash says.
fn tell_unsound(global: &Global, file: &Source, side: &Side) -> Result<(), Problem> {
    let Some(version) = &side.version else { return Ok(()) };
    let place = bridge::wire::Place { version: Some(version.clone()), ..bridge::wire::Place::default() };
    let status = open_to_read(global, file)?.at(place).ask(Session::status)?;
    if !status.place.sound {
        warn(&status.place.note);
    }
    Ok(())
}

fn in_words(reply: &Value, pair: &Value, files: [&Source; 2]) -> String {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut text = String::new();
    for ((name, file), side) in ["A", "B"].into_iter().zip(files).zip(list(&reply["sides"])) {
        let (file, label) = (called(file), cell(&side["label"]));
        let label = if label.contains(&file) { label } else { format!("{file}, {label}") };
        text.push_str(&format!("{name}: {label} \u{b7} {}\n", cell(&side["fingerprint"])));
    }
    let changes = list(&pair["changes"]);
    if changes.is_empty() {
        return format!("{text}{}\n", Words::default().plain("diff-none"));
    }
    text.push('\n');
    for change in &changes {
        text.push_str(&format!("{}\n", cell(&change["sentence"])));
    }
    let room = cell(&pair["room"]["sentence"]);
    if !room.is_empty() {
        text.push_str(&format!("{room}\n"));
    }
    let lines = list(&pair["table"]);
    let rows = lines.iter().map(|line| {
        let name = [&line["key"], &line["label"]].map(cell);
        // The id of a row says nothing to people; its name does.
        let named = name[0].is_empty() || name[0] == name[1] || reply["by"] == "change";
        let name = if named { name[1].clone() } else { name.join(" ") };
        let percent = line["per_mille"].as_i64().map_or(String::new(), percent);
        vec![name, cell(&line["a"]), cell(&line["b"]), cell(&line["change"]), percent]
    });
    let (by, measure) = (cell(&reply["by"]), cell(&reply["measure"]));
    text.push('\n');
    text + &figures(&[&by, &format!("a_{measure}_usd"), &format!("b_{measure}_usd"), "change_usd", "change"], rows, 1)
}

/// What a file is called; the shipped plan as it was typed.
fn called(source: &Source) -> String {
    match source {
        Source::Shipped => "--baseline".to_owned(),
        Source::File(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
    }
}

/// Thousandths as per cent with one decimal.
fn percent(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    format!("{sign}{}.{}%", thousandths.unsigned_abs() / 10, thousandths.unsigned_abs() % 10)
}
