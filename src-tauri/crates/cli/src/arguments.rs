//! What may stand on the command line.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use bridge::wire::Dim;
use clap::builder::{OsStringValueParser, PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, Parser, ValueEnum};

use crate::chart::ChartArguments;
use crate::command::Command;

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
pub fn written() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().try_map(|argument| match Source::from(argument) {
        Source::Shipped => Err(NEVER_OVERWRITTEN),
        Source::File(path) => Ok(path),
    })
}

/// A file with a name of its own, where the shipped plan is none.
pub fn named_file() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().try_map(|argument| match Source::from(argument) {
        Source::Shipped => Err("a plan file is meant here; --baseline is none"),
        Source::File(path) => Ok(path),
    })
}

/// A text, such as a name; `--baseline` stands for a plan and is none.
pub fn text() -> impl TypedValueParser<Value = String> {
    StringValueParser::new().try_map(|argument| match argument.contains(BASELINE_MARK) {
        true => Err("a name is meant here; --baseline stands for the shipped plan"),
        false => Ok(argument),
    })
}

/// A dimension.
pub fn dimension() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(Dim::keys())
}

/// What may stand with any command.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "With any command")]
pub struct Global {
    /// The scenario to read, or to edit, by name or id.
    #[arg(long, global = true, value_name = "NAME", default_value = "base")]
    pub scenario: String,
    /// The frozen version to read, by name or id.
    #[arg(long, global = true, value_name = "NAME")]
    pub version: Option<String>,
    /// The moment to read: the state after the entry of the history with this number.
    #[arg(long, global = true, value_name = "NUMBER", conflicts_with = "version")]
    pub moment: Option<u64>,
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

/// A format for people or for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shown {
    Text,
    Json,
}

/// Places of a dimension, as `sector=energy,transport`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Where {
    pub dimension: String,
    pub keys: Vec<String>,
}

impl Where {
    pub fn read(text: &str) -> Result<Self, String> {
        let (dimension, keys) = text.split_once('=').ok_or("write it like sector=energy")?;
        let known = Dim::keys();
        if !known.contains(&dimension) {
            return Err(format!("“{dimension}” is not a known dimension. Known are: {}", known.join(", ")));
        }
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
        let mut arguments = Self::try_parse_from(with_author_asked(words).map(marked))?;
        // Texts are no files: there the word was meant as it stands.
        let Global { scenario, version, moment: _, json: _, now, author, id_seed: _ } = &mut arguments.global;
        for text in [Some(scenario), version.as_mut(), now.as_mut(), author.as_mut()].into_iter().flatten() {
            *text = text.replace(BASELINE_MARK, "--baseline");
        }
        // `chart who_pays --baseline`: of the two, the shipped plan is the file.
        if let Command::Chart(ChartArguments { file, name, .. }) = &mut arguments.command
            && *name == Source::Shipped
        {
            std::mem::swap(file, name);
        }
        match arguments.command.writes_shipped() {
            Some(instead) => {
                let told = format!("{NEVER_OVERWRITTEN}{instead}");
                Err(Self::command().error(ErrorKind::ValueValidation, told))
            }
            None => Ok(arguments),
        }
    }
}

/// The words with `--author` after `history` as what is asked for: there it names whose entries are wanted, and before the
/// command, as everywhere else, who is at work.
fn with_author_asked(words: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    const WITH_VALUE: [&str; 6] = ["--scenario", "--version", "--moment", "--now", "--author", "--id-seed"];
    let (mut value_follows, mut command) = (false, None);
    words.enumerate().map(move |(at, word)| {
        let text = word.to_str().unwrap_or_default();
        let is_value = std::mem::replace(&mut value_follows, command.is_none() && WITH_VALUE.contains(&text));
        if command.is_none() && at > 0 && !is_value && !text.starts_with("--") {
            command = Some(text == "history");
            return word;
        }
        match (command, text.strip_prefix("--author")) {
            (Some(true), Some(rest)) if rest.is_empty() || rest.starts_with('=') => format!("--by-author{rest}").into(),
            _ => word,
        }
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    fn read(line: &str) -> Arguments {
        Arguments::read(line.split(' ').map(OsString::from)).unwrap()
    }

    #[test]
    fn the_command_line_is_in_order() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn an_author_after_history_is_one_that_is_asked_for() {
        for line in [
            "cli --author Me history plan.tranche --author You",
            "cli --author history --author Me history plan.tranche --author=You",
            "cli history --author You plan.tranche",
        ] {
            let words = line.replace("--author history ", "--scenario history ");
            let Command::History(asked) = read(&words).command else { panic!("{words}") };
            assert_eq!(asked.by_author.as_deref(), Some("You"), "{words}");
        }
        let arguments = read("cli --author Me history plan.tranche");
        assert_eq!(arguments.global.author.as_deref(), Some("Me"));
        assert_eq!(read("cli undo plan.tranche --author Me").global.author.as_deref(), Some("Me"));
    }

    #[test]
    fn the_shipped_plan_is_never_written() {
        for line in [
            "cli freeze --baseline A",
            "cli scenario --baseline add A",
            "cli odds --baseline clear signed",
            "cli return --baseline --moment 1",
            "cli merge a.tranche --baseline b.tranche",
        ] {
            assert!(Arguments::read(line.split(' ').map(OsString::from)).is_err(), "{line}");
        }
        for line in ["cli scenario --baseline list", "cli odds --baseline list", "cli diff --baseline --baseline"] {
            read(line);
        }
    }
}
