//! The plan's past: its history, frozen versions, the ways back, and copies without it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bridge::{Problem, Session, Words};
use clap::Args;
use serde_json::{Map, Value, json};

use crate::arguments::{Global, Source, named_file, text};
use crate::output::{cell, figures, print, print_json, table, told, warn};
use crate::run::{check_present, options, path_text, problem, read, write, write_and_save};

/// Which entries of the history are told.
#[derive(Debug, Args)]
pub struct HistoryArguments {
    #[arg(value_name = "FILE")]
    pub file: Source,
    /// Only what touched this row, by code or id.
    #[arg(long, value_name = "ROW", value_parser = text())]
    pub row: Option<String>,
    /// Only what this author did; --author after the command says the same.
    #[arg(long, value_name = "NAME", value_parser = text())]
    pub by_author: Option<String>,
    /// Only what changed this field: amount, start, due.
    #[arg(long, value_name = "FIELD", value_parser = text())]
    pub field: Option<String>,
    /// Only what was done on or after this day.
    #[arg(long, value_name = "DAY", value_parser = text())]
    pub from: Option<String>,
    /// Only what was done on or before this day.
    #[arg(long, value_name = "DAY", value_parser = text())]
    pub to: Option<String>,
    /// Only what is called by these words.
    #[arg(long, value_name = "WORDS", value_parser = text())]
    pub text: Option<String>,
    /// At most so many, the latest.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: Option<u32>,
}

/// The most entries that are asked for in one go.
const PAGE: u32 = 500;

/// Prints what was done to the plan.
pub fn history(global: &Global, asked: &HistoryArguments) -> Result<ExitCode, Problem> {
    let session = read(global, &asked.file)?;
    let HistoryArguments { file: _, row, by_author, field, from, to, text, limit } = asked;
    let wanted = [("row", row), ("author", by_author), ("field", field), ("from", from), ("to", to), ("text", text)];
    let filters = wanted.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.clone()?.into())));
    let request: Map<String, Value> = filters.collect();
    let mut entries: Vec<Value> = Vec::new();
    loop {
        let left = limit.map_or(PAGE, |limit| (limit as usize).saturating_sub(entries.len()).min(PAGE as usize) as u32);
        let mut request = request.clone();
        request.insert("limit".to_owned(), left.into());
        if let Some(last) = entries.last() {
            request.insert("before_seq".to_owned(), last["seq"].clone());
        }
        let page = session.call("history", Value::Object(request))?;
        let more = page["more"] == Value::Bool(true);
        let told = page["entries"].as_array().cloned().unwrap_or_default();
        let ended = told.is_empty() || !more;
        entries.extend(told);
        if ended || limit.is_some_and(|limit| entries.len() >= limit as usize) {
            break;
        }
    }
    if global.json {
        print_json(&Value::Array(entries))?;
    } else {
        print(&in_words(&entries))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// How many changed fields of an entry stand in its line.
const SHOWN: usize = 3;

/// A line for each entry: what was done, and what stood there before and after.
fn in_words(entries: &[Value]) -> String {
    let rows = entries.iter().map(|entry| {
        let undone = if entry["undone"] == Value::Bool(true) { " (undone)" } else { "" };
        let scenario = cell(&entry["scenario_label"]);
        let scenario = if scenario.is_empty() { scenario } else { format!("[{scenario}] ") };
        let mut row = ["seq", "time", "author", "kind"].map(|field| cell(&entry[field])).to_vec();
        row.push(format!("{scenario}{}{undone}", cell(&entry["label"])));
        row.push(changes(entry));
        row
    });
    table(&["seq", "time", "author", "kind", "what", "before_after"], rows)
}

/// The first fields that an entry changed, each with its value before and after, and how many more there are.
fn changes(entry: &Value) -> String {
    let details = entry["details"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut told: Vec<String> = details.iter().take(SHOWN).map(change).collect();
    let more = details.len().saturating_sub(SHOWN) as u64 + entry["details_more"].as_u64().unwrap_or(0);
    if more > 0 {
        told.push(Words::default().say("history-more", &[("more", &more.to_string())]));
    }
    told.join("; ")
}

fn change(detail: &Value) -> String {
    let [called, field, before, after] =
        ["called", "field_label", "before_label", "after_label"].map(|field| cell(&detail[field]));
    if before.is_empty() || after.is_empty() {
        let (id, row) = if before.is_empty() { ("history-added", after) } else { ("history-taken-out", before) };
        return Words::default().say(id, &[("row-text", &row)]);
    }
    let what = if field.is_empty() { called } else { format!("{called} {field}") };
    format!("{what}: {before} \u{2192} {after}")
}

/// Keeps the plan as it is under a name.
pub fn freeze(global: &Global, file: &Path, name: &str, note: Option<&str>) -> Result<ExitCode, Problem> {
    if global.in_scenario().is_some() {
        return Err(problem(Problem::usage("freeze-whole")));
    }
    let request = json!({ "name": name, "note": note.unwrap_or_default() });
    let status = write_and_save(global, file, "freeze", request)?;
    if global.json {
        print_json(&status)?;
    } else {
        let args = [("name-text", name), ("fingerprint-text", &cell(&status["fingerprint"]))];
        print(&format!("{}\n", Words::default().say("version-frozen", &args)))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the frozen versions, each looked into.
pub fn versions(session: &Session, json: bool) -> Result<ExitCode, Problem> {
    let listed = opened_versions(session)?;
    if json {
        print_json(&Value::Array(listed))?;
        return Ok(ExitCode::SUCCESS);
    }
    let rows = listed.iter().map(|line| {
        let sound = match line["sound"].as_bool() {
            Some(false) => Words::default().plain("version-unsound-word"),
            _ => String::new(),
        };
        let shown =
            ["name", "fingerprint", "seq", "time", "author", "allocated", "note"].map(|field| cell(&line[field]));
        shown.into_iter().chain([sound]).collect()
    });
    print(&figures(&["version", "fingerprint", "seq", "time", "author", "allocated_usd", "note", "state"], rows, 8))?;
    Ok(ExitCode::SUCCESS)
}

/// Names each frozen version that is not what its hash says, on standard error; whether there is one.
pub fn tell_broken_versions(session: &Session) -> Result<bool, Problem> {
    let listed = opened_versions(session)?;
    let broken = listed.iter().filter(|line| line["sound"] == Value::Bool(false));
    let names: Vec<String> = broken.map(|line| cell(&line["name"])).collect();
    for name in &names {
        warn(&Words::default().say("version-unsound", &[("name-text", name)]));
    }
    Ok(!names.is_empty())
}

/// The versions with whether each is what its hash says.
pub fn opened_versions(session: &Session) -> Result<Vec<Value>, Problem> {
    let list = |session: &Session| -> Result<Vec<Value>, Problem> {
        Ok(session.call("versions", Value::Null)?.as_array().cloned().unwrap_or_default())
    };
    for line in list(session)?.iter().filter(|line| line["sound"].is_null()) {
        let place = bridge::wire::Place { version: line["id"].as_str().map(str::to_owned), ..Default::default() };
        session.at(place).ask(Session::status)?;
    }
    list(session)
}

/// Where a return or a branch leads from: exactly one of version and moment.
fn earlier(global: &Global, version: Option<String>) -> Result<Value, Problem> {
    match (version.or_else(|| global.version.clone()), global.moment) {
        (None, None) => Err(problem(Problem::usage("no-earlier-state"))),
        (version, moment) => Ok(json!({ "version": version, "moment": moment })),
    }
}

/// Makes the plan what it was.
pub fn return_to(global: &Global, file: &Path, version: Option<String>) -> Result<ExitCode, Problem> {
    let request = earlier(global, version)?;
    told(&write_and_save(global, file, "return_to", request)?, global.json, "label")
}

/// Makes a scenario of what the plan was. It follows the scenario that `--scenario` names.
pub fn branch(global: &Global, file: &Path, name: String, version: Option<String>) -> Result<ExitCode, Problem> {
    let mut request = earlier(global, version)?;
    request["name"] = name.into();
    request["parent"] = global.in_scenario().into();
    told(&write_and_save(global, file, "branch", request)?, global.json, "label")
}

/// A copy to be handed on.
#[derive(Debug, Args)]
pub struct ShareArguments {
    #[arg(value_name = "FILE")]
    pub file: Source,
    /// The file to write; it must not be there yet.
    #[arg(value_name = "OUTPUT", value_parser = named_file())]
    pub output: PathBuf,
    /// Without what was done to the plan, and without frozen versions.
    #[arg(long)]
    pub without_history: bool,
    /// With the frozen versions all the same.
    #[arg(long, requires = "without_history")]
    pub with_versions: bool,
    /// Without the names of those who edited it.
    #[arg(long)]
    pub without_names: bool,
}

/// Writes a copy to be handed on; FILE stays as it is.
pub fn share(global: &Global, asked: &ShareArguments) -> Result<ExitCode, Problem> {
    let ShareArguments { file, output, without_history, with_versions, without_names } = asked;
    let request = json!({
        "path": path_text(output)?, "history": !without_history, "versions": !without_history || *with_versions,
        "names": !without_names,
    });
    check_present(global)?;
    let session = match file {
        Source::Shipped => Session::of_new(options(global)?)?,
        Source::File(path) => write(global, path)?,
    };
    let reply = session.call("share", request);
    session.close();
    let reply = reply?;
    if let Some(notice) = reply["notice"].as_str() {
        warn(notice);
    }
    told(&reply, global.json, "path")
}
