//! Budgets by script: totals spread, tables balanced, rows locked, blocks pasted, limits and needs told.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bridge::{Problem, ProblemKind, Session, balance_act};
use clap::Args;
use serde_json::{Value, json};

use crate::arguments::{Format, Global, Source, Told, Where, dimension};
use crate::output::{cell, figures, print, print_json, table, told};
use crate::run::{change, problem, read, text_of};

/// Which slice comes to hold how much, and how.
#[derive(Debug, Args)]
pub struct SpreadArguments {
    #[arg(value_name = "FILE")]
    pub file: Source,
    /// The rows: sector=energy or capital=public,private; may stand several times, and all must hold then.
    #[arg(long, value_name = "DIM=KEY,...", value_parser = Where::read, required = true)]
    pub slice: Vec<Where>,
    /// What they hold together afterwards, such as 100bn.
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub total: String,
    /// rescale (in proportion to what is not yet paid), equal, needs (of the rows' sectors), like (as another slice, with
    /// --like and --by), or from=ROW: rescale, and that row gives the difference.
    #[arg(long, value_name = "HOW")]
    pub how: String,
    /// Where the difference comes from: unallocated, others (the other unlocked rows) or a row by its code.
    #[arg(long, value_name = "unallocated|others|ROW", default_value = "unallocated")]
    pub gives: String,
    /// The slice whose division is taken over.
    #[arg(long, value_name = "DIM=KEY,...", value_parser = Where::read)]
    pub like: Vec<Where>,
    /// The dimension by which the rows of both are matched.
    #[arg(long, value_name = "DIM", value_parser = dimension(), hide_possible_values = true)]
    pub by: Option<String>,
    /// Only tells what would happen; FILE stays as it is, and may be --baseline.
    #[arg(long)]
    pub dry_run: bool,
}

/// Which table is filled from its margins.
#[derive(Debug, Args)]
pub struct BalanceArguments {
    #[arg(value_name = "FILE")]
    pub file: Source,
    /// The dimension of its rows.
    #[arg(long, value_name = "DIM", value_parser = dimension(), hide_possible_values = true)]
    pub rows: String,
    /// The dimension of its columns.
    #[arg(long, value_name = "DIM", value_parser = dimension())]
    pub columns: String,
    /// A CSV with the columns dimension, key, amount_usd; what it does not name keeps its present total.
    #[arg(long, value_name = "M.csv")]
    pub margins: PathBuf,
    /// Only tells what would happen; FILE stays as it is, and may be --baseline.
    #[arg(long)]
    pub dry_run: bool,
}

/// What is pasted where.
#[derive(Debug, Args)]
pub struct PasteArguments {
    #[arg(value_name = "FILE")]
    pub file: Source,
    /// Cells with tabs between them, as a spreadsheet copies them, or an HTML page with one table (.html); - for standard
    /// input.
    #[arg(value_name = "BLOCK.tsv")]
    pub block: PathBuf,
    /// The cell on which the block lands: A017:amount or A017:planned:2028. Not needed where the first line names columns.
    #[arg(long, value_name = "ROW:COLUMN")]
    pub at: Option<String>,
    /// The first line names columns; otherwise that is found out.
    #[arg(long, conflicts_with = "no_header")]
    pub header: bool,
    /// The first line is data, whatever stands in it.
    #[arg(long)]
    pub no_header: bool,
    /// Only tells what would happen; FILE stays as it is, and may be --baseline.
    #[arg(long)]
    pub dry_run: bool,
}

/// A slice as the table takes it. One dimension named twice holds no row, which nobody means.
fn slice(places: &[Where]) -> Result<Vec<Value>, Problem> {
    let twice = |(at, place): (usize, &Where)| {
        let named = places[..at].iter().any(|earlier| earlier.dimension == place.dimension);
        named.then(|| problem(Problem::refused("dimension-twice").with("dimension", &place.dimension)))
    };
    match places.iter().enumerate().find_map(twice) {
        Some(problem) => Err(problem),
        None => Ok(places.iter().map(|place| json!({ "dimension": place.dimension, "keys": place.keys })).collect()),
    }
}

/// Gives a slice a total, or only tells what that would do.
pub fn spread(global: &Global, asked: &SpreadArguments) -> Result<ExitCode, Problem> {
    let SpreadArguments { file, slice: places, total, how, gives, like, by, dry_run } = asked;
    let usage = |text: &str| problem(Problem::usage("command-line").with("reason", text));
    let (how, gives) = match how.split_once('=') {
        Some(("from", row)) if !row.is_empty() && gives != "unallocated" => {
            return Err(usage("--how from=ROW says already what gives; leave --gives out"));
        }
        Some(("from", row)) if !row.is_empty() => (json!("rescale"), json!({ "row": row })),
        _ => (json!(how), gives_of(gives)),
    };
    let how = match (how.as_str(), like.is_empty(), by) {
        (Some("like"), false, Some(by)) => json!({ "like": { "slice": slice(like)?, "by": by } }),
        (Some("like"), ..) => return Err(usage("--how like needs --like DIM=KEY and --by DIM")),
        (Some("rescale" | "equal" | "needs"), true, None) => how,
        (Some("rescale" | "equal" | "needs"), ..) => return Err(usage("--like and --by belong to --how like")),
        _ => return Err(usage("--how is rescale, equal, needs, like or from=ROW")),
    };
    // What is no amount is a mistake on the command line.
    let session = read(global, file)?;
    let amount = session.call("read_amount", json!({ "text": total }));
    let amount = amount.map_err(|problem| Problem { kind: ProblemKind::Usage, ..problem })?;
    session.close();
    let act = json!({
        "edit": "spread", "slice": slice(places)?, "total": amount["amount"], "how": how, "gives": gives,
    });
    act_or_tell(global, file, &act, *dry_run)
}

fn gives_of(text: &str) -> Value {
    match text {
        "unallocated" | "others" => json!(text),
        row => json!({ "row": row }),
    }
}

/// Fills a table from its margins, or only tells what that would do.
pub fn balance(global: &Global, asked: &BalanceArguments) -> Result<ExitCode, Problem> {
    let BalanceArguments { file, rows, columns, margins, dry_run } = asked;
    let name = margins.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let act = balance_act(&name, &text_of(margins)?, [rows, columns])?;
    act_or_tell(global, file, &act, *dry_run)
}

/// Locks the rows of a slice, or opens them.
pub fn lock(global: &Global, file: &Path, places: &[Where], locked: bool) -> Result<ExitCode, Problem> {
    let value = if locked { "yes" } else { "no" };
    let act = json!({ "edit": "set_field", "slice": slice(places)?, "field": "locked", "value": value });
    told(&change(global, file, "edit", json!({ "edits": [act] }))?, global.json, "label")
}

/// Makes an act and saves, or tells what it would do.
fn act_or_tell(global: &Global, file: &Source, act: &Value, dry_run: bool) -> Result<ExitCode, Problem> {
    let request = json!({ "edits": [act] });
    if let (Source::File(path), false) = (file, dry_run) {
        return told(&change(global, path, "edit", request)?, global.json, "label");
    }
    let preview = read(global, file)?.call("preview", request)?;
    if global.json {
        print_json(&preview)?;
    } else {
        print(&preview_text(&preview))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// How many lines are left out, where any are.
fn more(number: &Value) -> String {
    if *number == json!(0) { String::new() } else { format!("and {number} more\n") }
}

/// A preview: what it is called, every difference, what stays, what is left.
fn preview_text(preview: &Value) -> String {
    let rows = list(&preview["changes"])
        .map(|line| ["row", "field", "before", "after", "by"].map(|name| cell(&line[name])).to_vec());
    let mut text = format!("{}\n", cell(&preview["sentence"]));
    if list(&preview["changes"]).next().is_some() {
        text.push('\n');
        text.push_str(&figures(&["allocation", "field", "before", "after", "change_usd"], rows, 2));
    }
    text.push_str(&more(&preview["more"]));
    let sums = ["allocated", "unallocated"]
        .map(|name| vec![name.to_owned(), cell(&preview[name][0]), cell(&preview[name][1])])
        .into_iter();
    let missed = list(&preview["limits"])
        .map(|limit| vec![format!("missed: {}", cell(&limit["name"])), cell(&limit["before"]), cell(&limit["after"])]);
    text.push('\n');
    text.push_str(&figures(&["together", "before_usd", "after_usd"], sums.chain(missed), 1));
    if preview["held"] != json!(0) {
        text.push_str(&format!("\nlocked rows that stay: {}\n", preview["held"]));
    }
    for note in list(&preview["notes"]) {
        text.push_str(&format!("{}\n", cell(note)));
    }
    text
}

/// Pastes a block of cells, or only tells what that would do.
pub fn paste(global: &Global, asked: &PasteArguments) -> Result<ExitCode, Problem> {
    let PasteArguments { file, block, at, header, no_header, dry_run } = asked;
    let written = text_of(block)?;
    let is_html = block.extension().is_some_and(|ending| ["html", "htm"].iter().any(|html| ending == *html));
    let (text, html) = if is_html { (String::new(), Some(written)) } else { (written, None) };
    let at = at.as_deref().map(|at| match at.split_once(':') {
        Some((row, column)) => Ok(json!({ "row": row, "column": column })),
        None => Err(problem(Problem::usage("command-line").with("reason", "write --at like A017:amount"))),
    });
    let header = if *header { Some(true) } else { no_header.then_some(false) };
    let apply = !dry_run;
    let request = json!({ "text": text, "html": html, "at": at.transpose()?, "header": header, "apply": apply });
    let reply = match file {
        Source::File(path) if apply => change(global, path, "paste", request)?,
        _ => read(global, file)?.call("paste", request)?,
    };
    if apply {
        return told(&reply, global.json, "sentence");
    }
    if global.json {
        print_json(&reply)?;
    } else {
        print(&pasted_text(&reply))?;
    }
    // What would be refused is told by the exit code, too.
    let refused = reply["refused"] != json!(0) || !reply["problem"].is_null();
    Ok(if refused { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// What a block would change, cell by cell, and what of it would be refused and why.
fn pasted_text(reply: &Value) -> String {
    let rows = list(&reply["cells"]).map(|line| {
        let place = line["line"].as_u64().map_or_else(String::new, |line| (line + 1).to_string());
        let mut told = ["row", "column", "before_label", "after_label"].map(|name| cell(&line[name]));
        if line["follows"] == json!(true) {
            told[1].push_str(" (follows)");
        }
        std::iter::once(place).chain(told).chain([cell(&line["problem"]["message"])]).collect()
    });
    let mut text = format!("{}\n", cell(&reply["sentence"]));
    if list(&reply["cells"]).next().is_some() {
        text.push('\n');
        text.push_str(&table(&["line", "allocation", "column", "before", "after", "refused"], rows));
    }
    text.push_str(&more(&reply["more"]));
    let [changes, refused, unchanged] = ["changes", "refused", "unchanged"].map(|name| &reply[name]);
    text.push_str(&format!("\ncells: {changes} changed, {refused} refused, {unchanged} unchanged\n"));
    text.push_str(&format!("rows: {} changed, {} added\n", reply["rows"], reply["added"]));
    for name in ["allocated", "unallocated"] {
        let [before, after] = [0, 1].map(|at| cell(&reply[name][at]));
        if before != after {
            text.push_str(&format!("{name}: {before} -> {after} USD\n"));
        }
    }
    if let Some(reason) = reply["problem"]["message"].as_str() {
        text.push_str(&format!("{reason}\n"));
    }
    text
}

/// Tells how the plan stands against the reading's limits and the analyst's.
pub fn limits(session: &Session, format: Told) -> Result<ExitCode, Problem> {
    let reply = session.call("limits", Value::Null)?;
    if format == Told::Json {
        print_json(&reply)?;
        return Ok(ExitCode::SUCCESS);
    }
    let rows = list(&reply).map(|line| {
        let state = if line["missed"] == json!(true) { "missed" } else { "kept" };
        let mode = if line["refuses"] == json!(true) { "refuses" } else { "warns" };
        let share = cell(&line["share"]);
        let share_of = if share.is_empty() { share } else { format!("{share} of {}", cell(&line["of_label"])) };
        let [id, name, kind, bound, held, left] =
            ["id", "name", "kind", "bound", "held", "left"].map(|name| cell(&line[name]));
        vec![id, name, kind, share_of, mode.to_owned(), state.to_owned(), bound, held, left]
    });
    let header = ["limit", "what", "kind", "share", "mode", "state", "bound_usd", "held_usd", "left_usd"];
    print(&figures(&header, rows, 6))?;
    Ok(ExitCode::SUCCESS)
}

/// Tells needs beside allocations.
pub fn needs(session: &Session, net: bool, format: Format) -> Result<ExitCode, Problem> {
    let request = json!({ "net": net });
    match format {
        Format::Csv => print(&cell_text(&session.call("needs_csv", request)?))?,
        Format::Json => print_json(&session.call("needs", request)?)?,
        Format::Table => {
            let reply = session.call("needs", request)?;
            let rows = list(&reply).map(|line| {
                let mut told =
                    ["sector", "need", "allocated", "funded", "gap", "coverage"].map(|name| cell(&line[name]));
                if line["sector"] == json!("") {
                    "total".clone_into(&mut told[0]);
                }
                told.to_vec()
            });
            let header = ["sector", "need_usd", "allocated_usd", "funded_usd", "gap_usd", "coverage"];
            let note = list(&reply).last().map_or_else(String::new, |line| cell(&line["note"]));
            print(&format!("{}\n{note}\n", figures(&header, rows, 1)))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn cell_text(reply: &Value) -> String {
    reply["text"].as_str().unwrap_or_default().to_owned()
}
