//! Problems: the only error that leaves the program.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use document::{Damage, DocumentError, Doing, StoreError};
use model::{Money, Total};
use serde::Serialize;
use ts_rs::TS;

use crate::Words;

/// What kind of trouble it is; the command line's exit code follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// The request was refused, for a reason in the plan.
    Refused,
    /// The request itself is not one.
    Usage,
    /// A file could not be read or written.
    File,
    /// A mistake in the program.
    Internal,
}

/// What went wrong, as facts and as one sentence in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// What kind of trouble.
    pub kind: ProblemKind,
    /// What went wrong, for programs: `unknown-allocation`.
    pub code: String,
    /// The facts.
    pub args: BTreeMap<String, String>,
    /// The sentence: what happened, where, what to do.
    pub message: String,
}

impl Problem {
    /// A problem without facts yet. Its sentence is made by [`Problem::worded`].
    #[must_use]
    pub fn new(kind: ProblemKind, code: &str) -> Self {
        Self { kind, code: code.to_owned(), args: BTreeMap::new(), message: String::new() }
    }

    /// A refused request.
    #[must_use]
    pub fn refused(code: &str) -> Self {
        Self::new(ProblemKind::Refused, code)
    }

    /// A request that is not one.
    #[must_use]
    pub fn usage(code: &str) -> Self {
        Self::new(ProblemKind::Usage, code)
    }

    /// A mistake in the program, met while `command` was answered. The plan is as it was.
    #[must_use]
    pub fn internal(command: &str) -> Self {
        Self::new(ProblemKind::Internal, "internal").with("command", command).worded(Words::default())
    }

    /// The same problem with one more fact.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "callers hand over what they have: texts, amounts, quarters")]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// The same problem with its sentence in `words`. Amounts among the facts (names that end in `_usd`) are written
    /// as the reader writes numbers.
    #[must_use]
    pub fn worded(mut self, words: Words) -> Self {
        let told: Vec<(String, String)> = self
            .args
            .iter()
            .map(|(name, value)| {
                let amount = name.ends_with("_usd").then(|| value.parse::<Money>().ok()).flatten();
                (name.clone(), amount.map_or_else(|| value.clone(), |amount| words.money(Total::from(amount))))
            })
            .collect();
        let args: Vec<(&str, &str)> = told.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let sentence = self.with_row(words, words.say(&format!("problem-{}", self.code), &args));
        self.message = match (self.args.get("place"), self.args.get("count")) {
            (Some(place), Some(count)) => {
                words.say("problem-edit-refused", &[("place", place), ("count", count), ("reason", &sentence)])
            }
            _ => sentence,
        };
        self
    }

    /// The sentence, with the row in front that the refused edit was about, where it does not name that itself.
    fn with_row(&self, words: Words, sentence: String) -> String {
        let (Some(about), Some(row)) = (self.args.get("about"), self.args.get("row")) else { return sentence };
        let say = |id: &str, more: &[(&str, &str)]| {
            words.say(id, &[&[("row-text", row.as_str()), ("reason-text", sentence.as_str())], more].concat())
        };
        if let Some(follower) = self.args.get("follower") {
            return say("problem-about-follower", &[("follower-text", follower.as_str())]);
        }
        let named_already = self.args.iter().any(|(name, value)| name != "row" && value == row);
        if row.trim().is_empty() || named_already {
            return sentence;
        }
        let named = self.args.get("named").map_or("no", String::as_str);
        say("problem-about", &[("about", about.as_str()), ("named", named)])
    }

    /// The same problem, met at one of several edits. Of a single edit there is nothing to add.
    #[must_use]
    pub(crate) fn at_edit(self, at: usize, count: usize) -> Self {
        if count == 1 { self } else { self.with("place", at + 1).with("count", count) }
    }
}

impl From<DocumentError> for Problem {
    fn from(error: DocumentError) -> Self {
        match error {
            DocumentError::Refused { at: _, refusal } => Self::from(refusal),
            DocumentError::ReadOnly(reason) => {
                let kind = match reason {
                    document::ReadOnly::InUse | document::ReadOnly::NoOwnFolder => ProblemKind::File,
                    document::ReadOnly::Peeked | document::ReadOnly::Closed | document::ReadOnly::Version(_) => {
                        ProblemKind::Refused
                    }
                };
                Self::new(kind, &format!("read-only-{}", crate::asking::reason_key(reason)))
            }
            DocumentError::NeedsPlace => Self::refused("needs-place"),
            DocumentError::NothingToUndo => Self::refused("nothing-to-undo"),
            DocumentError::NothingToRedo => Self::refused("nothing-to-redo"),
            DocumentError::NoSuchVersion(id) => Self::refused("unknown-version").with("wanted", id),
            DocumentError::NoSuchMoment { seq, last } => {
                Self::refused("unknown-moment").with("seq", seq).with("last", last)
            }
            DocumentError::Scenario(refusal) => Self::from(refusal),
            DocumentError::NameTaken(name) => Self::refused("version-name-taken").with("name", name),
            DocumentError::UnfitName { name, why } => unfit_name(&name, why),
            DocumentError::Unsound(id) => Self::refused("version-unsound").with("name", id),
            DocumentError::Flawed(flaws) => {
                let first = flaws.first().map(ToString::to_string).unwrap_or_default();
                Self::refused("plan-flawed").with("what", first).with("places", flaws.len())
            }
            DocumentError::MovedOn { from: _, now: _ } => Self::refused("moved-on"),
            DocumentError::NotATime(text) => Self::usage("not-a-time").with("text", text),
            DocumentError::History(Damage::Version { name, what }) => {
                Self::new(ProblemKind::File, "version-unread").with("name", name).with("what", what)
            }
            DocumentError::History(damage) => Self::new(ProblemKind::File, "history-broken").with("what", damage),
            DocumentError::Store(error) => Self::from(error),
        }
    }
}

/// Why a version cannot be called so.
fn unfit_name(name: &str, why: document::Unfit) -> Problem {
    match why {
        document::Unfit::Empty => Problem::refused("version-name-empty"),
        document::Unfit::TooLong { most } => Problem::refused("version-name-too-long").with("most", most),
        document::Unfit::Sign(sign) => {
            // What cannot be seen is named by its number, and left out of the name.
            let seen = matches!(sign, '/' | '\\');
            let shown = if seen { format!("\u{201c}{sign}\u{201d}") } else { format!("U+{:04X}", u32::from(sign)) };
            let name: String = name.chars().filter(|other| seen || *other != sign).collect();
            Problem::refused("version-name-sign").with("name", name).with("sign", shown)
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let at = |code: &str, path: &Path| Self::new(ProblemKind::File, code).with("path", path.display());
        match error {
            StoreError::Missing { path } => at("file-missing", &path),
            StoreError::IsFolder { path } => at("file-is-folder", &path),
            StoreError::NotAFile { path } => at("file-not-regular", &path),
            StoreError::Denied { path, doing: _ } => at("file-denied", &path),
            StoreError::Empty { path } => at("file-empty", &path),
            StoreError::Truncated { path, expected, found } => {
                at("file-truncated", &path).with("expected", expected).with("found", found)
            }
            StoreError::TooLarge { path, most } => at("file-too-large", &path).with("most", most),
            StoreError::NotOurs { path } => at("file-not-ours", &path),
            StoreError::NewerVersion { path, found, known } => {
                at("file-newer", &path).with("found", found).with("known", known)
            }
            StoreError::Damaged { path, what } => at("file-damaged", &path).with("what", what),
            StoreError::Invalid { path, flaws } => {
                let first = flaws.first().map(ToString::to_string).unwrap_or_default();
                at("file-invalid", &path).with("what", first).with("places", flaws.len())
            }
            StoreError::Full { path } => at("disk-full", &path),
            StoreError::ReadOnly { path } => at("file-read-only", &path),
            StoreError::Changed { path } => at("file-changed", &path),
            StoreError::Exists { path } => at("file-exists", &path),
            StoreError::InUse { path } => at("file-in-use", &path),
            StoreError::Unconfirmed { path, cause, .. } => at("file-unconfirmed", &path).with("cause", cause),
            StoreError::NoSuchCopy { id } => Self::new(ProblemKind::File, "no-such-copy").with("id", id),
            StoreError::EditTooLarge { path: _ } => Self::refused("edit-too-large"),
            StoreError::Io { path, doing, cause } => {
                at("file-io", &path).with("doing", doing_word(doing)).with("cause", cause)
            }
            StoreError::Database { path, what } => at("database", &path).with("what", what),
            StoreError::Mismatch(mismatch) => Self::new(ProblemKind::Internal, "history-broken").with("what", mismatch),
        }
    }
}

fn doing_word(doing: Doing) -> &'static str {
    match doing {
        Doing::Open => "open",
        Doing::Read => "read",
        Doing::Write | Doing::Fsync | Doing::Rename => "write",
        Doing::Remove => "remove",
        Doing::Lock => "lock",
    }
}

/// What the system says of a file that is not a plan: an export, the settings.
pub(crate) fn of_disk(path: &Path, doing: &str, error: &io::Error) -> Problem {
    let at = |code: &str| Problem::new(ProblemKind::File, code).with("path", path.display());
    match error.kind() {
        io::ErrorKind::NotFound => at("file-missing"),
        io::ErrorKind::IsADirectory => at("file-is-folder"),
        io::ErrorKind::PermissionDenied => at("file-denied"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => at("disk-full"),
        io::ErrorKind::ReadOnlyFilesystem => at("file-read-only"),
        _ => at("file-io").with("doing", doing).with("cause", error),
    }
}
