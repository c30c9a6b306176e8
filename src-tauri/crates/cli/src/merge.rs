//! Two copies of one plan, edited apart, become one.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bridge::{Problem, ProblemKind, Session, Words};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::arguments::{Global, named_file, written};
use crate::output::{cell, print, print_json};
use crate::run::{check_present, json_of, path_text, problem, write};

/// What is merged, and how conflicts are decided.
#[derive(Debug, Args)]
pub struct MergeArguments {
    /// The plan from which both copies come.
    #[arg(value_name = "BASE", value_parser = named_file())]
    pub base: PathBuf,
    /// The copy that takes the changes.
    #[arg(value_name = "OURS", value_parser = written())]
    pub ours: PathBuf,
    /// The copy that brings them.
    #[arg(value_name = "THEIRS", value_parser = named_file())]
    pub theirs: PathBuf,
    /// Whose value every conflict is decided with that PICKS leaves open.
    #[arg(long, value_enum, value_name = "ours|theirs")]
    pub take: Option<Take>,
    /// Decided conflicts as a JSON list: [{"key":"allocations/…/amount","pick":"theirs"}].
    #[arg(long, value_name = "FILE", value_parser = named_file())]
    pub picks: Option<PathBuf>,
    /// Writes the result into this new file; OURS stays as it is.
    #[arg(long, value_name = "FILE", value_parser = named_file())]
    pub output: Option<PathBuf>,
    /// Only tells what merging would do.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Take {
    Ours,
    Theirs,
}

/// Merges, and saves where every conflict is decided.
pub fn merge(global: &Global, asked: &MergeArguments) -> Result<ExitCode, Problem> {
    let picks = match &asked.picks {
        Some(path) => picks_of(path)?,
        None => Vec::new(),
    };
    check_present(global)?;
    if let Some(output) = asked.output.as_deref().filter(|output| is_one_file(output, &asked.ours)) {
        let refused = Problem::new(ProblemKind::File, "merge-output-is-ours").with("path", output.display());
        return Err(problem(refused));
    }
    let session = write(global, &asked.ours)?;
    let outcome = merged(&session, asked, picks);
    session.close();
    let reply = outcome?;
    if global.json {
        print_json(&reply)?;
    } else {
        print(&in_words(&reply))?;
    }
    let open = open_conflicts(&reply).count();
    if open > 0 {
        let refusal = if asked.dry_run { "merge-would-stay-open" } else { "merge-open" };
        return Err(problem(Problem::refused(refusal).with("number", open)));
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether two names lead to one file that is there.
fn is_one_file(one: &Path, other: &Path) -> bool {
    std::fs::canonicalize(one).is_ok_and(|one| std::fs::canonicalize(other).is_ok_and(|other| one == other))
}

fn merged(session: &Session, asked: &MergeArguments, mut picks: Vec<Value>) -> Result<Value, Problem> {
    let (base, theirs) = (path_text(&asked.base)?, path_text(&asked.theirs)?);
    let ask = |picks: &[Value]| {
        session.call("merge", json!({ "base": base, "theirs": theirs, "picks": picks, "dry_run": asked.dry_run }))
    };
    let mut reply = ask(&picks)?;
    if let Some(take) = asked.take {
        let side = if take == Take::Ours { "ours" } else { "theirs" };
        let decided: Vec<Value> =
            open_conflicts(&reply).map(|conflict| json!({ "key": conflict["key"], "pick": side })).collect();
        if !decided.is_empty() {
            picks.extend(decided);
            reply = ask(&picks)?;
        }
    }
    if reply["changed"].is_object() {
        match &asked.output {
            Some(path) => session.call("save_as", json!({ "path": path_text(path)? }))?,
            // Where nothing was brought the file stays as it is.
            None if reply["changed"]["status"]["dirty"] == Value::Bool(false) => Value::Null,
            None => session.call("save", Value::Null)?,
        };
    }
    Ok(reply)
}

/// The list of decided conflicts in a file.
fn picks_of(path: &Path) -> Result<Vec<Value>, Problem> {
    let picks = json_of(path, "picks-not-json")?;
    let refused = |reason: &str| {
        let told = Problem::refused("picks-not-json").with("path", path.display());
        problem(told.with("reason", Words::default().plain(reason)))
    };
    let Value::Array(picks) = picks else { return Err(refused("picks-no-list")) };
    let is_pick = |pick: &Value| {
        let Value::Object(fields) = pick else { return false };
        let side = pick["pick"].as_str().is_some_and(|side| ["ours", "theirs"].contains(&side));
        pick["key"].is_string() && side && fields.len() == 2
    };
    if picks.iter().all(is_pick) { Ok(picks) } else { Err(refused("picks-no-pick")) }
}

fn open_conflicts(reply: &Value) -> impl Iterator<Item = &Value> {
    reply["conflicts"].as_array().into_iter().flatten().filter(|conflict| conflict["pick"].is_null())
}

fn in_words(reply: &Value) -> String {
    let words = Words::default();
    let list = |field: &str| reply[field].as_array().cloned().unwrap_or_default();
    let count = |field: &str| cell(&reply[field]);
    let [ours, theirs] = ["ours_edits", "theirs_edits"].map(count);
    let told = |count: &str| if count.is_empty() { "untold" } else { "told" };
    let edits = [("ours", told(&ours)), ("ours-text", &*ours), ("theirs", told(&theirs)), ("theirs-text", &*theirs)];
    let mut text = format!("{}\n", words.say("merge-edits", &edits));
    for line in list("taken") {
        text.push_str(&format!("    {}\n", cell(&line["sentence"])));
    }
    for line in list("recoded") {
        let args = [("from-text", &*cell(&line["from"])), ("to-text", &*cell(&line["to"]))];
        text.push_str(&format!("    {}\n", words.say("merge-recoded", &args)));
    }
    for line in list("conflicts") {
        text.push_str(&format!("{}\n    {}\n", cell(&line["key"]), cell(&line["sentence"])));
        let side = |who: &str| {
            let told =
                [format!("{who}_label"), format!("{who}_author"), format!("{who}_time"), format!("effect_{who}")];
            let [value, author, time, paid] = told.map(|field| cell(&line[field]));
            let picked = cell(&line["pick"]) == who;
            let who_when = [author, time].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
            let who_is = if who_when.is_empty() { "nobody" } else { "somebody" };
            let args = [("value-text", &*value), ("who", who_is), ("who-text", &who_when), ("paid-text", &paid)];
            let mark = if picked { "* " } else { "  " };
            format!("    {mark}{}\n", words.say(&format!("merge-{who}"), &args))
        };
        text.push_str(&side("ours"));
        text.push_str(&side("theirs"));
    }
    for line in list("totals") {
        text.push_str(&format!(
            "{}: {} \u{2192} {}\n",
            cell(&line["label"]),
            cell(&line["ours"]),
            cell(&line["merged"])
        ));
    }
    let label = cell(&reply["changed"]["label"]);
    if label.is_empty() { text } else { format!("{text}{label}\n") }
}
