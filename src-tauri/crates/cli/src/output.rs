//! What is printed: answers on standard output, problems on standard error.

use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::ExitCode;

use bridge::wire::ScheduleReply;
use bridge::{Problem, ProblemKind};
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use serde_json::Value;

/// Prints an answer. A reader that has gone away is nobody's problem.
pub fn print(text: &str) -> Result<(), Problem> {
    let text = shown(text);
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Problem::new(ProblemKind::File, "file-io")
            .with("path", "standard output")
            .with("doing", "write")
            .with("cause", error)
            .worded(bridge::Words::default())),
        _ => Ok(()),
    }
}

/// A text without the signs by which a plan from elsewhere could drive the reader's terminal: each of them shows as U+FFFD.
fn shown(text: &str) -> String {
    let turns =
        |sign: char| matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hidden = |sign: char| (sign.is_control() && sign != '\n') || turns(sign);
    text.chars().map(|sign| if hidden(sign) { '\u{fffd}' } else { sign }).collect()
}

/// Prints an answer as JSON.
pub fn print_json(value: &Value) -> Result<(), Problem> {
    print(&format!("{value:#}\n"))
}

/// Tells a problem, as a sentence or as JSON, and gives the exit code that belongs to it. A sentence that names no file
/// is put after the one the command was about.
pub fn tell(problem: &Problem, place: Option<&Path>, json: bool) -> ExitCode {
    let place = place.filter(|_| !problem.args.contains_key("path") && problem.kind != ProblemKind::Usage);
    let text = match place {
        _ if json => serde_json::to_string_pretty(problem).unwrap_or_default(),
        Some(place) => format!("{}: {}", place.display(), problem.message),
        None => problem.message.clone(),
    };
    // A sentence is one line, whatever a file or a field is called. Where standard error is gone too, the exit code says it.
    let text = if json { text } else { shown(&text).replace('\n', "\u{fffd}") };
    let _ = writeln!(std::io::stderr(), "{text}");
    match problem.kind {
        ProblemKind::Refused | ProblemKind::Internal => ExitCode::from(1),
        ProblemKind::Usage => ExitCode::from(2),
        ProblemKind::File => ExitCode::from(3),
    }
}

/// Says on standard error what a reader should know of an answer that he gets all the same.
pub fn warn(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{}", shown(sentence).replace('\n', "\u{fffd}"));
}

/// Tells what is wrong with the command line.
pub fn usage(text: &str) -> ExitCode {
    let _ = std::io::stderr().lock().write_all(shown(text).as_bytes());
    ExitCode::from(2)
}

/// Prints a reply as JSON, or the one field of it that a person wants to see.
pub fn told(reply: &Value, json: bool, field: &str) -> Result<ExitCode, Problem> {
    if json {
        print_json(reply)?;
    } else if let Some(text) = reply.get(field).and_then(Value::as_str) {
        print(&format!("{text}\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A schedule as a table of text: one figure a line, exact.
pub fn schedule_table(reply: &ScheduleReply) -> String {
    let mut table = plain_table();
    let names = reply.dimensions.iter().map(|dim| dim.dimension().key().to_owned());
    let last = reply.dimensions.len() + 1;
    table.set_header(names.chain(["period".to_owned(), "amount_usd".to_owned()]));
    for line in &reply.lines {
        let figures = [line.period.clone(), line.amount.0.to_string()];
        table.add_row(line.keys.iter().cloned().chain(figures));
    }
    if let Some(column) = table.column_mut(last) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    trimmed(&table)
}

/// A table of text with these columns.
pub fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut table = plain_table();
    table.set_header(header);
    table.add_rows(rows);
    trimmed(&table)
}

/// A table of text with these columns; those from number `from` on hold figures and stand to the right.
pub fn figures(header: &[&str], rows: impl Iterator<Item = Vec<String>>, from: usize) -> String {
    let mut table = plain_table();
    table.set_header(header);
    table.add_rows(rows);
    for at in from..header.len() {
        if let Some(column) = table.column_mut(at) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    trimmed(&table)
}

/// A value of a reply as it stands in a table: nothing for null, and text in one line.
pub fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.replace('\n', " "),
        other => other.to_string(),
    }
}

fn plain_table() -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table
}

fn trimmed(table: &Table) -> String {
    let lines = table.lines().map(|line| format!("{}\n", line.trim()));
    lines.collect()
}
