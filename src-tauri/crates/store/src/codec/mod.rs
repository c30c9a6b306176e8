//! Payloads of the history as JSON. The only place of this crate that knows serde.
//!
//! A payload says its version: that of the first schema that can hold what it says, so that the same act has the same
//! payload before and after the program was updated. The types of a version mirror the model of their time and are never
//! edited after release: what a later model adds gets types of a later version beside them. Rows are lists of cells in
//! the order of the columns of their schema, so that a row is the same thing in a table, in the hash and here. From
//! version 3 on a row that stays is noted by the cells of it that change; what earlier programs wrote stays as it is.

mod added;
mod diff;
mod edits;
mod fourth;
mod noted;
mod record;
mod slice;
#[cfg(test)]
mod tests;
mod third;
mod whole;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

pub(crate) use self::added::{added_from_text, added_to_text};
pub(crate) use self::diff::{Known, diff_from_text, diff_to_text};
pub(crate) use self::edits::{edits_from_text, edits_to_text};
pub(crate) use self::noted::{Noted, NotedChange, Sides, noted};
pub(crate) use self::record::RecordV1;
pub(crate) use self::slice::{slice_from_text, slice_to_text};
pub(crate) use self::whole::{plan_from_text, plan_to_text};
use crate::error::Damage;
use crate::schema::VERSION;
use model::Id;

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

/// A text as it stands within a payload: with the escapes of JSON.
pub(crate) fn written(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte < b' ' || matches!(byte, b'"' | b'\\')) {
        Cow::Owned(to_text(&text).trim_matches('"').to_owned())
    } else {
        Cow::Borrowed(text)
    }
}

/// Refuses versions that nobody knows yet, and payloads that hold what their version cannot say: `needed` is the first
/// version that can.
fn check_version(version: u32, needed: u32) -> Result<(), CodecRefusal> {
    if version > VERSION || version < needed {
        return Err(CodecRefusal(format!("its payload is of version {version}")));
    }
    Ok(())
}

fn id(text: &str) -> Result<Id, CodecRefusal> {
    parsed(text)
}

fn parsed<T: FromStr>(text: &str) -> Result<T, CodecRefusal> {
    text.parse().map_err(|_| CodecRefusal(format!("{text:?} was not understood")))
}

fn word<T>(from_key: fn(&str) -> Option<T>, text: &str) -> Result<T, CodecRefusal> {
    from_key(text).ok_or_else(|| CodecRefusal(format!("{text:?} was not understood")))
}
