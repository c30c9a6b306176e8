//! What may stand on the command line.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use bridge::{Problem, ProblemKind};

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

/// What `--baseline` becomes where a file is expected. No argument of a process can hold this sign.
const BASELINE_MARK: &str = "\u{0}baseline";

/// What is said where the shipped plan would be written.
const NEVER_OVERWRITTEN: &str = "the shipped plan is never overwritten; name a plan file";

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
        Source::Shipped => Err(NEVER_OVERWRITTEN),
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

/// A format of what is more than a table of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Told {
    Table,
    Json,
}

/// Places of a dimension, as `sector=energy,transport`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub dimension: String,
    pub keys: Vec<String>,
}

impl Place {
    fn read(text: &str) -> Result<Self, String> {
        let (dimension, keys) = text.split_once('=').ok_or("write it like sector=energy")?;
        Ok(Self { dimension: dimension.to_owned(), keys: keys.split(',').map(str::to_owned).collect() })
    }
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
        /// committed, planned, paid, backlog, to_come, after, at_risk, not_yet_due, lost, stopped or clawback.
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
    /// Tells why a figure of the schedule is what it is, link by link, from what is committed to what is paid.
    Explain {
        #[arg(value_name = "FILE")]
        file: Source,
        /// The allocation, by code or id; may stand several times. Without it, every allocation.
        #[arg(long, value_name = "ROW")]
        allocation: Vec<String>,
        /// Only allocations in these places of a dimension: sector=energy or capital=public,private; may stand several times.
        #[arg(long = "where", value_name = "DIM=KEY,...", value_parser = Place::read)]
        places: Vec<Place>,
        /// 2029, 2029-Q3 or after.
        #[arg(long)]
        period: String,
        #[arg(long, value_enum, default_value = "table")]
        format: Told,
    },
    /// Tells what of the booster is released, at risk, not yet due or lost at the end of each period.
    Booster {
        #[arg(value_name = "FILE")]
        file: Source,
        /// year or quarter.
        #[arg(long, default_value = "year")]
        every: String,
        /// Only the money of this cluster.
        #[arg(long, value_name = "KEY")]
        cluster: Option<String>,
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Tells the reform steps: when they are due and expected, and what waits for them.
    Steps {
        #[arg(value_name = "FILE")]
        file: Source,
        #[arg(long, value_enum, default_value = "table")]
        format: Told,
    },
    /// Lets a reform step come later, saves, and tells in one sentence what that does to money.
    Slip {
        #[arg(value_name = "FILE")]
        file: Source,
        /// The step, by code or id.
        #[arg(value_name = "STEP")]
        step: String,
        /// By how many quarters more.
        #[arg(long, value_name = "NUMBER", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
        quarters: u32,
        /// Only tells what would happen; FILE stays as it is, and may be --baseline.
        #[arg(long)]
        dry_run: bool,
    },
    /// Tells what waits because not more can be absorbed, and what lapsed.
    Backlog {
        #[arg(value_name = "FILE")]
        file: Source,
        /// year or quarter.
        #[arg(long, default_value = "year")]
        every: String,
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Spreads an amount by a profile.
    Profile {
        /// The profile, such as uniform, trapezoid or beta.
        #[arg(value_name = "KEY")]
        key: String,
        /// Its parameters, such as {"u":"0.2","d":"0.3"}; lists as {"shares":["0.4","0.6"]} for typed,
        /// {"points":[["0.5","0.7"],["1","1"]]} for empirical, {"rates":["0.6","0.4"],"years":"10"} for outlay_rates.
        #[arg(long, value_name = "JSON", default_value = "{}")]
        parameters: String,
        /// The amount, such as 500bn.
        #[arg(long, value_name = "AMOUNT")]
        total: String,
        /// Over how many periods.
        #[arg(long, value_name = "NUMBER")]
        periods: u32,
        #[arg(long, value_enum, default_value = "table")]
        format: Told,
    },
    /// Draws a chart.
    Chart {
        #[arg(value_name = "FILE")]
        file: Source,
        /// who_pays, when_it_flows, what_waits_for_reforms, when_could_accession_come or can_it_be_absorbed.
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
            | Self::Explain { file, .. }
            | Self::Booster { file, .. }
            | Self::Steps { file, .. }
            | Self::Slip { file, .. }
            | Self::Backlog { file, .. }
            | Self::Chart { file, .. }
            | Self::Export { file, .. }
            | Self::History { file }
            | Self::Verify { file }
            | Self::Call { plan: file, .. } => match file {
                Source::Shipped => None,
                Source::File(path) => Some(path.clone()),
            },
            Self::Profile { .. } => None,
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
    let lines = bridge::COMMANDS.iter().map(|command| format!("  {:<18} {}", command.name, command.sentence));
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
        if let Command::Slip { file: Source::Shipped, dry_run: false, .. } = &arguments.command {
            let told = format!("{NEVER_OVERWRITTEN}, or --dry-run");
            return Err(Self::command().error(ErrorKind::ValueValidation, told));
        }
        Ok(arguments)
    }
}
