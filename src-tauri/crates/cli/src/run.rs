//! From a command line to commands of the table.

use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bridge::wire::{BacklogRequest, BoosterRequest, Concern, Place, ScheduleReply, ScheduleRequest, Severity};
use bridge::{Effect, Options, Problem, ProblemKind, Session, Words, request_json};
use serde_json::{Value, json};

use crate::arguments::{Arguments, Format, Global, Source, Told};
use crate::command::Command;
use crate::conditions::{self, Spread};
use crate::output::{print, print_json, schedule_table, tell, told, usage, warn};
use crate::{allocate, chart, diff, merge, odds, past, scenario};

/// The most bytes of a list of edits.
const MOST_EDIT_BYTES: u64 = 1 << 30;

/// Does what the command line says, and gives the exit code.
pub fn run(words: impl Iterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = words.collect();
    // What is not understood cannot be asked whether it wants its answer as JSON.
    let json = words.iter().any(|word| word == "--json");
    let arguments = match Arguments::read(words.into_iter()) {
        Ok(arguments) => arguments,
        Err(error) => {
            let text = Arguments::told(&error);
            if error.use_stderr() {
                return if json { tell(&not_understood(&text), None, json) } else { usage(&text) };
            }
            return print(&text).map_or(ExitCode::from(3), |()| ExitCode::SUCCESS);
        }
    };
    let json = arguments.global.json;
    let places = arguments.command.places();
    answer(arguments).unwrap_or_else(|problem| tell(&problem, places.of(&problem), json))
}

fn answer(arguments: Arguments) -> Result<ExitCode, Problem> {
    let Arguments { global, command } = arguments;
    let json = global.json;
    match command {
        Command::New { file, reading, empty } => new(&global, &file, reading.as_deref(), empty),
        Command::Check { file } => check(&read(&global, &file)?, json),
        Command::Schedule { file, measure, by, every, format } => {
            let request = ScheduleRequest { measure, by, every };
            schedule(&read(&global, &file)?, &request, table_format(json, format))
        }
        Command::Explain { file, allocation, places, period, format } => {
            conditions::explain(&read(&global, &file)?, &allocation, &places, &period, told_format(json, format))
        }
        Command::Booster { file, every, cluster, format } => {
            let request = BoosterRequest { every, cluster };
            conditions::booster(&read(&global, &file)?, &request, table_format(json, format))
        }
        Command::Steps { file, format } => conditions::steps(&read(&global, &file)?, told_format(json, format)),
        Command::Slip { file, step, quarters, dry_run } => conditions::slip(&global, &file, &step, quarters, dry_run),
        Command::Backlog { file, every, format } => {
            conditions::backlog(&read(&global, &file)?, &BacklogRequest { every }, table_format(json, format))
        }
        Command::Profile { key, parameters, total, periods, format } => {
            let format = told_format(json, format);
            conditions::profile(&global, &Spread { key, parameters, total, periods, format })
        }
        Command::Chart(asked) => chart::chart(&global, &asked),
        Command::Export { file, out } => {
            let request = json!({ "path": path_text(&out)?, "replace": true });
            told(&read(&global, &file)?.call("export_plan", request)?, json, "path")
        }
        Command::Edit { file, edits } => {
            let edits = edits_of(&edits)?;
            told(&change(&global, &file, "edit", json!({ "edits": edits }))?, json, "label")
        }
        Command::Spread(asked) => allocate::spread(&global, &asked),
        Command::Balance(asked) => allocate::balance(&global, &asked),
        Command::Lock { file, slice } => allocate::lock(&global, &file, &slice, true),
        Command::Unlock { file, slice } => allocate::lock(&global, &file, &slice, false),
        Command::Paste(asked) => allocate::paste(&global, &asked),
        Command::Limits { file, format } => allocate::limits(&read(&global, &file)?, told_format(json, format)),
        Command::Needs { file, net, format } => {
            allocate::needs(&read(&global, &file)?, net, table_format(json, format))
        }
        Command::Undo { file } => told(&change(&global, &file, "undo", Value::Null)?, json, "label"),
        Command::Redo { file } => told(&change(&global, &file, "redo", Value::Null)?, json, "label"),
        Command::History(asked) => past::history(&global, &asked),
        Command::Return { file, to_version } => past::return_to(&global, &file, to_version),
        Command::Branch { file, name, from_version } => past::branch(&global, &file, name, from_version),
        Command::Freeze { file, name, note } => past::freeze(&global, &file, &name, note.as_deref()),
        Command::Versions { file } => past::versions(&read(&global, &file)?, json),
        Command::Scenario { file, action } => scenario::scenario(&global, &file, action),
        Command::Odds { file, action } => odds::odds(&global, &file, action),
        Command::Diff(sides) => diff::diff(&global, sides),
        Command::Share(asked) => past::share(&global, &asked),
        Command::Merge(asked) => merge::merge(&global, &asked),
        Command::Verify { file } => verify(&read(&global, &file)?, json),
        Command::Call { name, request, plan } => call(&global, &name, &request, &plan),
    }
}

/// `--json` goes before any format.
fn table_format(json: bool, format: Format) -> Format {
    if json { Format::Json } else { format }
}

fn told_format(json: bool, format: Told) -> Told {
    if json { Told::Json } else { format }
}

/// What clap says of a command line, as a problem: its first line, without the word that says it is one.
fn not_understood(text: &str) -> Problem {
    let line = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
    problem(Problem::usage("command-line").with("reason", line))
}

impl Global {
    /// Where to look.
    fn place(&self) -> Place {
        Place { scenario: self.in_scenario(), version: self.version.clone(), moment: self.moment }
    }

    /// Whether another place is named than the base plan as it is.
    pub fn is_elsewhere(&self) -> bool {
        self.place() != Place::default()
    }

    /// The scenario that is named; nothing where it is the base plan.
    pub fn in_scenario(&self) -> Option<String> {
        Some(self.scenario.clone()).filter(|name| name != "base")
    }
}

pub fn problem(problem: Problem) -> Problem {
    problem.worded(Words::default())
}

pub fn options(global: &Global) -> Result<Options, Problem> {
    Options::for_commands(global.now.clone(), global.author.clone(), global.id_seed)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// A path as a request can name it.
pub fn path_text(path: &Path) -> Result<String, Problem> {
    let named = absolute(path).into_os_string().into_string();
    named.map_err(|path| {
        problem(Problem::new(ProblemKind::File, "path-not-text").with("path", path.to_string_lossy().escape_debug()))
    })
}

/// The plan, to be read where the command line says. That a frozen version is not what its hash says is told, and its figures
/// are told all the same.
pub fn read(global: &Global, source: &Source) -> Result<Session, Problem> {
    let session = open_to_read(global, source)?.at(global.place());
    if global.version.is_some() {
        let place = session.ask(Session::status)?.place;
        if !place.sound {
            warn(&place.note);
        }
    } else if global.is_elsewhere() {
        // Also what does not look there refuses a place that the plan has not.
        session.call("overrides", Value::Null)?;
    }
    Ok(session)
}

/// The plan as it is now, to be read.
pub fn open_to_read(global: &Global, source: &Source) -> Result<Session, Problem> {
    match source {
        Source::Shipped => Session::of_shipped(options(global)?),
        Source::File(path) => Session::reading(options(global)?, &absolute(path)),
    }
}

/// The plan as it is now, to be changed.
pub fn write(global: &Global, path: &Path) -> Result<Session, Problem> {
    Session::writing(options(global)?, &absolute(path))
}

/// The file of a plan that is changed. That the shipped one never is was seen to when the command line was read.
pub fn plan_of(source: &Source) -> Result<&Path, Problem> {
    match source {
        Source::File(path) => Ok(path),
        Source::Shipped => Err(problem(Problem::refused("read-only-peeked"))),
    }
}

fn new(global: &Global, file: &Path, reading: Option<&str>, empty: bool) -> Result<ExitCode, Problem> {
    let made = if empty { Session::of_empty } else { Session::of_new };
    let session = made(options(global)?)?.at(global.place());
    if global.is_elsewhere() {
        // A place that the shipped plan has not is named by mistake.
        session.ask(Session::status)?;
    }
    if let Some(reading) = reading {
        session.call("edit", json!({ "edits": [{ "edit": "set_reading", "reading": reading }] }))?;
    }
    told(&session.call("save_as", json!({ "path": path_text(file)? }))?, global.json, "path")
}

fn check(session: &Session, json: bool) -> Result<ExitCode, Problem> {
    let concerns: Vec<Concern> = session.ask(Session::concerns)?;
    if json {
        print_json(&serde_json::to_value(&concerns).unwrap_or_default())?;
    } else {
        let line = |concern: &Concern| format!("{}: {}\n", severity(concern.severity), concern.message);
        print(&concerns.iter().map(line).collect::<String>())?;
    }
    // What is frozen is no part of the plan's own figures, but a copy that was tampered with is found here.
    let broken = past::tell_broken_versions(session)?;
    let wrong = broken || concerns.iter().any(|concern| concern.severity == Severity::Error);
    Ok(if wrong { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn schedule(session: &Session, request: &ScheduleRequest, format: Format) -> Result<ExitCode, Problem> {
    match format {
        Format::Csv => print(&session.ask_for(Session::schedule_csv, request.clone())?.text)?,
        Format::Table | Format::Json => {
            let reply: ScheduleReply = session.ask_for(Session::schedule, request.clone())?;
            if format == Format::Json {
                print_json(&serde_json::to_value(&reply).unwrap_or_default())?;
            } else {
                print(&schedule_table(&reply))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The list of edits in a file, or on standard input.
fn edits_of(path: &Path) -> Result<Value, Problem> {
    json_of(path, "edits-not-json")
}

/// The JSON in a file, or on standard input; `code` is the problem where it is none.
pub fn json_of(path: &Path, code: &str) -> Result<Value, Problem> {
    request_json(&text_of(path)?)
        .map_err(|error| problem(Problem::refused(code).with("path", path.display()).with("reason", error)))
}

/// The text in a file, or on standard input.
pub fn text_of(path: &Path) -> Result<String, Problem> {
    let file_problem = |code: &str, path: &Path| Problem::new(ProblemKind::File, code).with("path", path.display());
    let mut text = String::new();
    let read = if path == Path::new("-") {
        std::io::stdin().lock().take(MOST_EDIT_BYTES).read_to_string(&mut text)
    } else {
        std::fs::metadata(path).and_then(|facts| {
            // A folder is told by its own sentence when it is opened.
            let endless = !facts.is_file() || facts.len() > MOST_EDIT_BYTES;
            if endless && !facts.is_dir() {
                return Err(std::io::ErrorKind::FileTooLarge.into());
            }
            std::fs::File::open(path)?.take(MOST_EDIT_BYTES).read_to_string(&mut text)
        })
    };
    read.map_err(|error| {
        let found = match error.kind() {
            std::io::ErrorKind::NotFound => file_problem("file-missing", path),
            std::io::ErrorKind::IsADirectory => file_problem("file-is-folder", path),
            std::io::ErrorKind::PermissionDenied => file_problem("file-denied", path),
            std::io::ErrorKind::FileTooLarge => file_problem("file-endless", path).with("most", MOST_EDIT_BYTES),
            _ => file_problem("file-io", path).with("doing", "read").with("cause", &error),
        };
        problem(found)
    })?;
    Ok(text)
}

/// Makes a change where the command line says, saves it, and gives the reply.
pub fn change(global: &Global, file: &Path, command: &str, request: Value) -> Result<Value, Problem> {
    check_present(global)?;
    saved(&write(global, file)?.at(global.place()), command, request)
}

/// Makes a change to the plan as a whole, saves it, and gives the reply.
pub fn write_and_save(global: &Global, file: &Path, command: &str, request: Value) -> Result<Value, Problem> {
    if !["return_to", "branch"].contains(&command) {
        check_present(global)?;
    }
    saved(&write(global, file)?, command, request)
}

/// Refuses to change a version or a moment.
pub fn check_present(global: &Global) -> Result<(), Problem> {
    if global.place().is_present() { Ok(()) } else { Err(problem(Problem::refused("read-only-place"))) }
}

fn saved(session: &Session, command: &str, request: Value) -> Result<Value, Problem> {
    let outcome = session.call(command, request).and_then(|reply| {
        // Where a merge stays open, and where nothing changes, the file stays as it is.
        let changed = if command == "edit" { &reply } else { &reply["changed"] };
        let is_clean = changed["status"]["dirty"] == Value::Bool(false);
        if (command == "merge" && changed.is_null()) || (["edit", "paste", "merge"].contains(&command) && is_clean) {
            return Ok(reply);
        }
        let status = session.call("save", Value::Null)?;
        // A version is told by where the plan stands, which is saved by now.
        Ok(if command == "freeze" { status } else { reply })
    });
    // Whatever happened, a run of the command line leaves no unsaved work behind.
    session.close();
    outcome
}

fn verify(session: &Session, json: bool) -> Result<ExitCode, Problem> {
    let verified = session.ask(Session::verify)?;
    let ok = verified.ok;
    told(&serde_json::to_value(&verified).unwrap_or_default(), json, "message")?;
    Ok(if ok { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn call(global: &Global, name: &str, request: &str, plan: &Source) -> Result<ExitCode, Problem> {
    let request: Value = request_json(request).map_err(|error| {
        problem(Problem::usage("bad-request").with("command", name).with("field", "JSON").with("reason", error))
    })?;
    let changes = bridge::effect_of(name) == Some(Effect::Changes) && !conditions::only_tells(name, &request);
    if let (Source::File(path), true) = (plan, changes) {
        print_json(&change(global, path, name, request)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let session = match (plan, name) {
        // What works on files does so on a plan that is really open.
        (Source::File(path), "save" | "save_as" | "share") => write(global, path)?,
        _ => read(global, plan)?,
    };
    let outcome = session.call(name, request);
    session.close();
    print_json(&outcome?)?;
    let _ = std::io::stdout().flush();
    Ok(ExitCode::SUCCESS)
}
