//! Payloads of the history as JSON. The only place of this crate that knows serde.
//!
//! A payload says its version. The types of a version mirror the model of their time and are never edited after release:
//! a later model gets types of a later version, and a way to read the earlier ones. Rows are lists of cells in the order
//! of the columns of their schema, so that a row is the same thing in a table, in the hash and here.

mod diff;
mod edits;
mod record;
mod slice;
#[cfg(test)]
mod tests;

use std::fmt;

pub(crate) use self::diff::{diff_from_text, diff_to_text};
pub(crate) use self::edits::{edits_from_text, edits_to_text};
pub(crate) use self::slice::{slice_from_text, slice_to_text};
use crate::error::Damage;

/// The version of the payloads written today.
const VERSION: u32 = 1;

/// Why a payload was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CodecRefusal(pub(crate) String);

impl CodecRefusal {
    fn of(what: impl fmt::Display) -> Self {
        Self(what.to_string())
    }
}

impl From<Damage> for CodecRefusal {
    fn from(damage: Damage) -> Self {
        Self::of(damage)
    }
}

impl From<serde_json::Error> for CodecRefusal {
    fn from(error: serde_json::Error) -> Self {
        Self::of(error)
    }
}

/// JSON of a mirror type. Those hold texts, whole numbers and lists only, none of which JSON refuses.
fn to_text(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| unreachable!("a mirror type is always JSON: {error}"))
}

fn known(version: u32) -> Result<(), CodecRefusal> {
    if version == VERSION { Ok(()) } else { Err(CodecRefusal(format!("its payload is of version {version}"))) }
}
