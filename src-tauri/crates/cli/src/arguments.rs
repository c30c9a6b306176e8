//! What may stand on the command line.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use bridge::{Problem, ProblemKind};

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// What `--baseline` becomes where a file is expected. No argument of a process can hold this sign.
const BASELINE_MARK: &str = "\u{0}baseline";

/// A planner for reconstruction money, without a window.
///
/// FILE is a plan file or, where nothing is written, --baseline for the shipped plan. Amounts are decimal numbers with a
/// point and no grouping. Exit codes: 0 done; 1 the plan has an error or the request was refused; 2 usage; 3 file trouble.
#[derive(Debug, Parser)]
#[command(name = "tranche-cli", max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// A plan file that will be written, so never the shipped plan.
fn written() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().try_map(|argument| match Source::from(argument) {
        Source::Shipped => Err("the shipped plan is never overwritten; name a plan file"),
        Source::File(path) => Ok(path),
    })
}

/// What may stand with any command.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "With any command")]
pub struct Global {
    /// The scenario to work in.
    #[arg(long, global = true, value_name = "NAME", default_value = "base")]
    pub scenario: String,
    /// The frozen version to work with.
    #[arg(long, global = true, value_name = "NAME")]
    pub version: Option<String>,
    /// Answers, and problems too, as JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// The time to write into the history, for reproducible runs (RFC 3339).
    #[arg(long, global = true, value_name = "TIME")]
    pub now: Option<String>,
    /// The name to write into the history.
    #[arg(long, global = true, value_name = "NAME")]
    pub author: Option<String>,
    /// Draws the ids of new rows in a fixed sequence, for reproducible runs.
    #[arg(long, global = true, value_name = "NUMBER")]
    pub id_seed: Option<u64>,
}

/// A plan file, or the shipped plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Shipped,
    File(PathBuf),
}

impl From<OsString> for Source {
    fn from(argument: OsString) -> Self {
        if argument == OsStr::new(BASELINE_MARK) { Self::Shipped } else { Self::File(argument.into()) }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Csv,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    Light,
    Dark,
    Print,
}

impl Theme {
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a plan file from the shipped plan.
    New {
        /// The file to make; it must not be there yet.
        #[arg(value_parser = written())]
        file: PathBuf,
        /// The reading to put in force.
        #[arg(long, value_name = "ID")]
        reading: Option<String>,
    },
    /// Tells the concerns about a plan; exit code 1 if one of them is an error.
    Check {
        #[arg(value_name = "FILE")]
        file: Source,
    },
    /// Tells a measure by dimensions and period.
    Schedule {
        #[arg(value_name = "FILE")]
        file: Source,
        /// planned, paid, committed, to_come or after.
        #[arg(long, default_value = "planned")]
        measure: String,
        /// Dimensions with commas between them: funder, programme, instrument, capital, sector, purpose, booster, cluster,
        /// amount_grade, split_grade.
        #[arg(long, value_name = "DIM,...", value_delimiter = ',')]
        by: Vec<String>,
        /// year or quarter.
        #[arg(long, default_value = "year")]
        every: String,
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Draws a chart.
    Chart {
        #[arg(value_name = "FILE")]
        file: Source,
        /// who_pays or when_it_flows.
        #[arg(value_name = "NAME")]
        name: Source,
        /// The file to write; its ending .svg, .png or .pdf says the format.
        #[arg(long)]
        out: PathBuf,
        /// Width in pixels; a PNG has two for each.
        #[arg(long, default_value_t = 960)]
        width: u32,
        /// Height in pixels.
        #[arg(long, default_value_t = 540)]
        height: u32,
        #[arg(long, value_enum, default_value = "light")]
        theme: Theme,
    },
    /// Writes the plan in another format.
    Export {
        #[arg(value_name = "FILE")]
        file: Source,
        /// The file to write; its ending .csv or .json says the format.
        #[arg(long)]
        out: PathBuf,
    },
    /// Makes the changes listed in a file, all or none, and saves.
    Edit {
        #[arg(value_parser = written())]
        file: PathBuf,
        /// A JSON list such as [{"edit":"set_amount","allocation":"A017","amount":"45000000000.00"}]; - for standard input.
        #[arg(value_name = "EDITS.json")]
        edits: PathBuf,
    },
    /// Undoes the latest change and saves.
    Undo {
        #[arg(value_parser = written())]
        file: PathBuf,
    },
    /// Makes the latest undone change again and saves.
    Redo {
        #[arg(value_parser = written())]
        file: PathBuf,
    },
    /// Tells what was done to the plan, the latest first.
    History {
        #[arg(value_name = "FILE")]
        file: Source,
    },
    /// Replays the history and compares every hash.
    Verify {
        #[arg(value_name = "FILE")]
        file: Source,
    },
    /// Asks any command of the table; the answer is JSON. A command that changes the plan saves it.
    #[command(after_help = call_help())]
    Call {
        #[arg(value_name = "COMMAND")]
        name: String,
        /// What is asked for.
        #[arg(value_name = "JSON", default_value = "{}")]
        request: String,
        /// The plan: a file, or --baseline.
        #[arg(long, value_name = "FILE", allow_hyphen_values = true)]
        plan: Source,
    },
}

impl Command {
    /// The files that a problem may be about.
    pub fn places(&self) -> Places {
        let plan = match self {
            Self::New { file, .. } | Self::Edit { file, .. } | Self::Undo { file } | Self::Redo { file } => {
                Some(file.clone())
            }
            Self::Check { file }
            | Self::Schedule { file, .. }
            | Self::Chart { file, .. }
            | Self::Export { file, .. }
            | Self::History { file }
            | Self::Verify { file }
            | Self::Call { plan: file, .. } => match file {
                Source::Shipped => None,
                Source::File(path) => Some(path.clone()),
            },
        };
        let edits = match self {
            Self::Edit { edits, .. } => Some(edits.clone()),
            _ => None,
        };
        Places { plan, edits }
    }
}

/// The files that a problem may be about.
pub struct Places {
    plan: Option<PathBuf>,
    edits: Option<PathBuf>,
}

impl Places {
    /// The file that `problem` is about: a refusal is about the list of edits, where there is one.
    pub fn of(&self, problem: &Problem) -> Option<&Path> {
        let refused = self.edits.as_deref().filter(|_| problem.kind == ProblemKind::Refused);
        refused.or(self.plan.as_deref())
    }
}

fn call_help() -> String {
    let lines = bridge::COMMANDS.iter().map(|command| format!("  {:<14} {}", command.name, command.sentence));
    format!("Commands:\n{}", lines.collect::<Vec<_>>().join("\n"))
}

impl Arguments {
    /// What clap says of a command line, with `--baseline` as it was typed.
    pub fn told(error: &clap::Error) -> String {
        error.render().to_string().replace(BASELINE_MARK, "--baseline")
    }

    /// Reads the command line; `--baseline` may stand wherever a plan file may.
    pub fn read(words: impl Iterator<Item = OsString>) -> Result<Self, clap::Error> {
        let marked = |word: OsString| match word.to_str() {
            Some("--baseline") => OsString::from(BASELINE_MARK),
            Some("--plan=--baseline") => OsString::from(format!("--plan={BASELINE_MARK}")),
            _ => word,
        };
        let mut arguments = Self::try_parse_from(words.map(marked))?;
        // Texts are no files: there the word was meant as it stands.
        let Global { scenario, version, json: _, now, author, id_seed: _ } = &mut arguments.global;
        for text in [Some(scenario), version.as_mut(), now.as_mut(), author.as_mut()].into_iter().flatten() {
            *text = text.replace(BASELINE_MARK, "--baseline");
        }
        // `chart who_pays --baseline`: of the two, the shipped plan is the file.
        if let Command::Chart { file, name, .. } = &mut arguments.command
            && *name == Source::Shipped
        {
            std::mem::swap(file, name);
        }
        Ok(arguments)
    }
}
