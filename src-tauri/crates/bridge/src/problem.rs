//! Problems: the only error that leaves the program.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use document::{DocumentError, Doing, StoreError};
use engine::UnknownScenario;
use model::{
    AmountRefusal, KeyRefusal, Money, MoneyRefusal, ProfileRefusal, QuarterRefusal, Refusal, ShareRefusal, Total,
};
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
        let sentence = words.say(&format!("problem-{}", self.code), &args);
        self.message = match (self.args.get("place"), self.args.get("count")) {
            (Some(place), Some(count)) => {
                words.say("problem-edit-refused", &[("place", place), ("count", count), ("reason", &sentence)])
            }
            _ => sentence,
        };
        self
    }

    /// The same problem, met at one of several edits. Of a single edit there is nothing to add.
    #[must_use]
    pub(crate) fn at_edit(self, at: usize, count: usize) -> Self {
        if count == 1 { self } else { self.with("place", at + 1).with("count", count) }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let new = Self::refused;
        match refusal {
            Refusal::Unknown { table, wanted } => new("unknown-row").with("table", table.key()).with("wanted", wanted),
            Refusal::UnknownScenario(name) => new("unknown-scenario").with("wanted", name),
            Refusal::NegativeAmount(amount) => new("negative-amount").with("amount_usd", amount),
            Refusal::PaymentNotPositive(amount) => new("payment-not-positive").with("amount_usd", amount),
            Refusal::EndBeforeStart { start, end } => new("end-before-start").with("start", start).with("end", end),
            Refusal::LessThanPaid { paid, amount } => {
                new("less-than-paid").with("paid_usd", paid).with("amount_usd", amount)
            }
            Refusal::PaidInFuture { quarter, as_of } => {
                new("paid-in-future").with("quarter", quarter).with("as_of", as_of)
            }
            Refusal::PaidBeforePackage { quarter, first } => {
                new("paid-before-package").with("quarter", quarter).with("first", first)
            }
            Refusal::Locked(code) => new("locked").with("allocation", code),
            Refusal::CodeTaken(code) => new("code-taken").with("allocation", code),
            Refusal::IdTaken(id) => new("id-taken").with("id", id),
            Refusal::EmptyName => new("empty-name"),
            Refusal::TooLong { field, length, most } => {
                new("too-long").with("field", field).with("length", length).with("most", most)
            }
            Refusal::Unprintable { field } => new("unprintable").with("field", field),
            Refusal::Profile(refusal) => Self::from(refusal),
            Refusal::LimitMissed { limit, by } => new("limit-missed").with("limit", limit).with("by_usd", by),
            Refusal::TooManyRows { most } => new("too-many-rows").with("most", most),
            Refusal::EmptyPackage => new("empty-package"),
            Refusal::GivesToItself(code) => new("gives-to-itself").with("allocation", code),
            Refusal::CannotGive { by, has } => new("cannot-give").with("by_usd", by).with("has_usd", has),
            Refusal::NamedTwice(key) => new("named-twice").with("wanted", key),
        }
    }
}

impl From<ProfileRefusal> for Problem {
    fn from(refusal: ProfileRefusal) -> Self {
        let new = Self::refused;
        match refusal {
            ProfileRefusal::Unknown(key) => new("unknown-profile").with("wanted", key),
            ProfileRefusal::UnknownParameter { profile, parameter } => {
                new("unknown-parameter").with("profile", profile).with("parameter", parameter)
            }
            ProfileRefusal::MissingParameter { profile, parameter } => {
                new("missing-parameter").with("profile", profile).with("parameter", parameter)
            }
            ProfileRefusal::OutOfRange { profile, parameter, value, least, greatest } => new("parameter-out-of-range")
                .with("profile", profile)
                .with("parameter", parameter)
                .with("value", value)
                .with("least", least)
                .with("greatest", greatest),
            ProfileRefusal::RampsOverlap { u, d } => new("ramps-overlap").with("u", u).with("d", d),
        }
    }
}

impl From<AmountRefusal> for Problem {
    fn from(refusal: AmountRefusal) -> Self {
        let new = |code, text: String| Self::refused(code).with("text", text);
        match refusal {
            AmountRefusal::Empty => Self::refused("amount-empty"),
            AmountRefusal::NotANumber { text } => new("amount-not-a-number", text),
            AmountRefusal::BadGrouping { text } => new("amount-bad-grouping", text),
            AmountRefusal::Ambiguous { text } => new("amount-ambiguous", text),
            AmountRefusal::OtherFormat { text, expected } => {
                new("amount-other-format", text).with("expected", expected)
            }
            AmountRefusal::FinerThanCent { text } => new("amount-finer-than-cent", text),
            AmountRefusal::TooLarge { text } => new("amount-too-large", text),
        }
    }
}

impl From<MoneyRefusal> for Problem {
    fn from(refusal: MoneyRefusal) -> Self {
        match refusal {
            MoneyRefusal::Empty => Self::refused("amount-empty"),
            MoneyRefusal::NotCanonical(text) => Self::refused("amount-not-canonical").with("text", text),
            MoneyRefusal::TooLarge(text) => Self::refused("amount-too-large").with("text", text),
        }
    }
}

impl From<KeyRefusal> for Problem {
    fn from(refusal: KeyRefusal) -> Self {
        let (KeyRefusal::NotAnId(text) | KeyRefusal::NotAKey(text)) = refusal;
        Self::refused("not-a-key").with("text", text)
    }
}

impl From<QuarterRefusal> for Problem {
    fn from(QuarterRefusal(text): QuarterRefusal) -> Self {
        Self::refused("not-a-quarter").with("text", text)
    }
}

impl From<ShareRefusal> for Problem {
    fn from(ShareRefusal(text): ShareRefusal) -> Self {
        Self::refused("not-a-share").with("text", text)
    }
}

impl From<UnknownScenario> for Problem {
    fn from(UnknownScenario(name): UnknownScenario) -> Self {
        Self::refused("unknown-scenario").with("wanted", name)
    }
}

/// What a document says of edits of which there were `count`.
pub(crate) fn of_edit(error: DocumentError, count: usize) -> Problem {
    match error {
        DocumentError::Refused { at, refusal } => Problem::from(refusal).at_edit(at, count),
        other => Problem::from(other),
    }
}

impl From<DocumentError> for Problem {
    fn from(error: DocumentError) -> Self {
        match error {
            DocumentError::Refused { at: _, refusal } => Self::from(refusal),
            DocumentError::ReadOnly(reason) => {
                let kind = match reason {
                    document::ReadOnly::InUse | document::ReadOnly::NoOwnFolder => ProblemKind::File,
                    document::ReadOnly::Peeked | document::ReadOnly::Closed => ProblemKind::Refused,
                };
                Self::new(kind, &format!("read-only-{}", crate::asking::reason_key(reason)))
            }
            DocumentError::NeedsPlace => Self::refused("needs-place"),
            DocumentError::NothingToUndo => Self::refused("nothing-to-undo"),
            DocumentError::NothingToRedo => Self::refused("nothing-to-redo"),
            DocumentError::NotATime(text) => Self::usage("not-a-time").with("text", text),
            DocumentError::History(damage) => Self::new(ProblemKind::File, "history-broken").with("what", damage),
            DocumentError::Store(error) => Self::from(error),
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
