//! The command line: the same command table as the window, without a window.

mod allocate;
mod arguments;
mod chart;
mod command;
mod conditions;
mod diff;
mod merge;
mod odds;
mod output;
mod past;
mod run;
mod scenario;

use std::process::ExitCode;

fn main() -> ExitCode {
    run::run(std::env::args_os())
}
