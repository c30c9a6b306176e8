//! The door: one command table, the types that cross it, and the problems that leave it.
//!
//! [`Session::call`] answers every command of [`COMMANDS`], for the window, the command line and the tests alike. This crate
//! is the only one that knows serde's JSON and TypeScript; it words everything it says from the catalogues in `assets/words`,
//! reads the clock and draws the ids. It knows neither Tauri nor a terminal.

mod allocating;
mod asking;
mod balancing;
mod bindings;
mod calling;
mod commands;
mod comparing;
mod conditions;
mod doing;
mod gridding;
mod handlers;
mod ids;
mod keeping;
mod margins_file;
mod options;
mod past;
mod pasting;
mod place;
mod problem;
mod refusals;
mod session;
mod strict;
pub mod wire;
mod words;

pub use bindings::typescript;
pub use commands::{COMMANDS, Command, Effect, effect_of};
pub use ids::Ids;
pub use margins_file::balance_act;
pub use options::{Options, data_folder};
pub use problem::{Problem, ProblemKind};
pub use session::Session;
pub use strict::{plain_json, request_json};
pub use words::{Language, Words};
