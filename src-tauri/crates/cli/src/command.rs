//! The commands, one variant each.

use std::path::{Path, PathBuf};

use bridge::{Problem, ProblemKind};
use clap::Subcommand;

use crate::allocate::{BalanceArguments, PasteArguments, SpreadArguments};
use crate::arguments::{Format, Source, Told, Where, text, written};
use crate::chart::ChartArguments;
use crate::diff::Sides;
use crate::merge::MergeArguments;
use crate::odds::OddsAction;
use crate::past::{HistoryArguments, ShareArguments};
use crate::scenario::ScenarioAction;

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
        /// Without the shipped allocations: funders, programmes, sectors, needs and reform steps alone.
        #[arg(long)]
        empty: bool,
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
        #[arg(long = "where", value_name = "DIM=KEY,...", value_parser = Where::read)]
        places: Vec<Where>,
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
    Chart(ChartArguments),
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
    /// Gives a slice a total, by changing the amounts of its unlocked rows, and saves.
    Spread(SpreadArguments),
    /// Fills a table of two dimensions from the totals of its rows and columns, to the cent, and saves.
    ///
    /// The present pattern is kept as far as the totals allow; where no row is, none comes to be. Locked rows and what was
    /// paid do not move.
    Balance(BalanceArguments),
    /// Locks the rows of a slice and saves. Locked rows do not change.
    Lock {
        #[arg(value_parser = written())]
        file: PathBuf,
        /// The rows: sector=energy or capital=public,private; may stand several times, and all must hold then.
        #[arg(long, value_name = "DIM=KEY,...", value_parser = Where::read, required = true)]
        slice: Vec<Where>,
    },
    /// Opens the locked rows of a slice and saves.
    Unlock {
        #[arg(value_parser = written())]
        file: PathBuf,
        /// The rows: sector=energy or capital=public,private; may stand several times, and all must hold then.
        #[arg(long, value_name = "DIM=KEY,...", value_parser = Where::read, required = true)]
        slice: Vec<Where>,
    },
    /// Pastes a block of cells, all of it or nothing, and saves.
    Paste(PasteArguments),
    /// Tells how the plan stands against the limits of its reading and the analyst's own.
    Limits {
        #[arg(value_name = "FILE")]
        file: Source,
        #[arg(long, value_enum, default_value = "table")]
        format: Told,
    },
    /// Tells the sectors' needs beside what is allocated to them.
    Needs {
        #[arg(value_name = "FILE")]
        file: Source,
        /// Takes what is signed or running off both sides first.
        #[arg(long)]
        net: bool,
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
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
    /// Tells what was done to the plan, by whom, when, and what stood there before and after; the latest first.
    History(HistoryArguments),
    /// Makes the plan what it was at a moment of its history or in a frozen version, as one act that can be undone, and saves.
    Return {
        #[arg(value_parser = written())]
        file: PathBuf,
        /// The frozen version to return to; or --moment NUMBER.
        #[arg(long, value_name = "NAME", value_parser = text(), conflicts_with_all = ["moment", "version"])]
        to_version: Option<String>,
    },
    /// Makes a scenario of the present plan that stands for a moment of its history or a frozen version, and saves.
    Branch {
        #[arg(value_parser = written())]
        file: PathBuf,
        /// The name of the new scenario.
        #[arg(value_name = "NAME", value_parser = text())]
        name: String,
        /// The frozen version that it stands for; or --moment NUMBER.
        #[arg(long, value_name = "NAME", value_parser = text(), conflicts_with_all = ["moment", "version"])]
        from_version: Option<String>,
    },
    /// Keeps the plan as it is now under a name, for ever, and saves.
    Freeze {
        #[arg(value_parser = written())]
        file: PathBuf,
        /// The name of the version.
        #[arg(value_name = "NAME", value_parser = text())]
        name: String,
        /// A remark.
        #[arg(long, value_name = "TEXT", value_parser = text())]
        note: Option<String>,
    },
    /// Tells the frozen versions, the latest first.
    Versions {
        #[arg(value_name = "FILE")]
        file: Source,
    },
    /// Lists or changes scenarios: sets of overrides on the plan or on each other.
    Scenario {
        #[arg(value_name = "FILE")]
        file: Source,
        #[command(subcommand)]
        action: ScenarioAction,
    },
    /// Tells how the talks could end, or enters the probabilities on which that depends.
    Odds {
        #[arg(value_name = "FILE")]
        file: Source,
        #[command(subcommand)]
        action: OddsAction,
    },
    /// Tells how B differs from A: every changed field, and what that does to money; exit code 0 also where they differ.
    Diff(Sides),
    /// Writes a copy of the plan to be handed on; without its history or the names in it where that is wanted.
    Share(ShareArguments),
    /// Brings what was changed in another copy of the plan into this one, as one act that can be undone, and saves.
    ///
    /// Rows and fields that only one of the two has changed are taken as they are. What both have changed differently is a
    /// conflict: each is listed with both values, and nothing is written before every one of them is decided.
    Merge(MergeArguments),
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
            Self::New { file, .. }
            | Self::Edit { file, .. }
            | Self::Undo { file }
            | Self::Redo { file }
            | Self::Return { file, .. }
            | Self::Branch { file, .. }
            | Self::Freeze { file, .. }
            | Self::Lock { file, .. }
            | Self::Unlock { file, .. } => Some(file.clone()),
            Self::Merge(merge) => Some(merge.ours.clone()),
            Self::Check { file }
            | Self::Schedule { file, .. }
            | Self::Explain { file, .. }
            | Self::Booster { file, .. }
            | Self::Steps { file, .. }
            | Self::Slip { file, .. }
            | Self::Backlog { file, .. }
            | Self::Chart(ChartArguments { file, .. })
            | Self::Export { file, .. }
            | Self::Versions { file }
            | Self::Scenario { file, .. }
            | Self::Odds { file, .. }
            | Self::Verify { file }
            | Self::History(HistoryArguments { file, .. })
            | Self::Diff(Sides { a: file, .. })
            | Self::Share(ShareArguments { file, .. })
            | Self::Spread(SpreadArguments { file, .. })
            | Self::Balance(BalanceArguments { file, .. })
            | Self::Paste(PasteArguments { file, .. })
            | Self::Limits { file, .. }
            | Self::Needs { file, .. }
            | Self::Call { plan: file, .. } => match file {
                Source::Shipped => None,
                Source::File(path) => Some(path.clone()),
            },
            Self::Profile { .. } => None,
        };
        let edits = match self {
            Self::Edit { edits, .. } => Some(edits.clone()),
            Self::Paste(PasteArguments { block, .. }) => Some(block.clone()),
            _ => None,
        };
        Places { plan, edits, is_block: matches!(self, Self::Paste(_)) }
    }

    /// Whether this would write the shipped plan, and what could be asked instead.
    pub fn writes_shipped(&self) -> Option<&'static str> {
        match self {
            Self::Slip { file: Source::Shipped, dry_run: false, .. } => Some(", or --dry-run"),
            Self::Spread(SpreadArguments { file: Source::Shipped, dry_run: false, .. })
            | Self::Balance(BalanceArguments { file: Source::Shipped, dry_run: false, .. })
            | Self::Paste(PasteArguments { file: Source::Shipped, dry_run: false, .. }) => Some(", or --dry-run"),
            Self::Scenario { file: Source::Shipped, action } if action.writes() => Some(""),
            Self::Odds { file: Source::Shipped, action } if action.writes() => Some(""),
            _ => None,
        }
    }
}

/// The files that a problem may be about.
pub struct Places {
    plan: Option<PathBuf>,
    edits: Option<PathBuf>,
    is_block: bool,
}

impl Places {
    /// The file that `problem` is about: a refusal is about the list of edits, where there is one, and about a block of cells
    /// where that cannot be pasted.
    pub fn of(&self, problem: &Problem) -> Option<&Path> {
        let is_theirs =
            if self.is_block { problem.code.starts_with("paste-") } else { problem.code != "read-only-place" };
        let refused = self.edits.as_deref().filter(|_| problem.kind == ProblemKind::Refused && is_theirs);
        refused.or(self.plan.as_deref())
    }
}

fn call_help() -> String {
    let lines = bridge::COMMANDS.iter().map(|command| format!("  {:<18} {}", command.name, command.sentence));
    format!("Commands:\n{}", lines.collect::<Vec<_>>().join("\n"))
}
