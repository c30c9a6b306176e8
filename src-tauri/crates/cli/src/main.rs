//! The command line: the same command table as the window, without a window.

mod arguments;
mod conditions;
mod output;
mod run;

use std::process::ExitCode;

fn main() -> ExitCode {
    run::run(std::env::args_os())
}
