//! The history: what was done to a plan, by whom, when, and what the plan hashed to afterwards.
//!
//! Nothing in it is rewritten. Undoing writes a new entry that carries the reversed difference of an earlier one; what can
//! be undone and redone next follows from the entries alone ([`Pointers`]), so it survives a restart, a save and a copy.
//!
//! A history hashes to a chain: each entry with the hash of those before it, and its note where it has one. A document
//! hashes to its state, that chain and, where there are any, its versions. So what an earlier program saved, which knew
//! neither notes nor versions, hashes to the same today.

use std::borrow::Borrow;
use std::sync::Arc;

use model::{Diff, Edit, Plan};

use crate::codec::{self, CodecRefusal, Known, Noted};
use crate::digest::{Digest, Stream};
use crate::error::Damage;
use crate::touched::Touched;
use crate::version::{Version, VersionChain};

/// What kind of entry it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The plan came into being. Always the first entry, and only that.
    Created,
    /// Edits were made.
    Edit,
    /// An earlier entry was undone.
    Undo,
    /// An earlier entry that had been undone was made again.
    Redo,
    /// An earlier state was made the present one again.
    Return,
    /// What another copy of the plan brought was taken in.
    Merge,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Created, Self::Edit, Self::Undo, Self::Redo, Self::Return, Self::Merge];

    /// The word for it in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Edit => "edit",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Return => "return",
            Self::Merge => "merge",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// One entry of the history.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its number; the first entry has 1, each other one more than the one before.
    pub seq: u64,
    /// What kind it is.
    pub kind: Kind,
    /// The entry that was undone, made again or returned to.
    pub of_seq: Option<u64>,
    /// Who did it.
    pub author: String,
    /// When, as RFC 3339 text.
    pub time: String,
    /// Where a state came from that was returned to or merged; empty for all else.
    pub note: String,
    /// What the plan hashed to afterwards.
    pub state_sha256: Digest,
    pub(crate) payloads: Payloads,
}

/// The payloads of an entry: what was done, and what changed. Entries that were read together share one text, because a
/// hundred thousand texts of their own take long to make room for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Payloads {
    text: Arc<String>,
    start: usize,
    middle: usize,
    end: usize,
}

impl Payloads {
    /// Two payloads of one entry alone.
    fn of(edits: &str, diff: &str) -> Self {
        let text = [edits, diff].concat();
        let (middle, end) = (edits.len(), text.len());
        Self { text: Arc::new(text), start: 0, middle, end }
    }

    /// The payloads that stand in a text from `start` to `middle` and from there to `end`.
    pub(crate) fn within(text: &Arc<String>, [start, middle, end]: [usize; 3]) -> Self {
        Self { text: Arc::clone(text), start, middle, end }
    }

    /// What was done.
    pub(crate) fn edits(&self) -> &str {
        self.text.get(self.start..self.middle).unwrap_or_default()
    }

    /// What changed.
    pub(crate) fn diff(&self) -> &str {
        self.text.get(self.middle..self.end).unwrap_or_default()
    }
}

/// What an entry is made of, before it is written down.
#[derive(Clone, Debug)]
pub struct Act<'a> {
    /// What kind it is.
    pub kind: Kind,
    /// What was done.
    pub edits: &'a [Edit],
    /// The entry that was undone, made again or returned to.
    pub of_seq: Option<u64>,
    /// Who did it.
    pub author: &'a str,
    /// When, as RFC 3339 text.
    pub time: &'a str,
    /// Where a state came from that is returned to or merged; empty for all else.
    pub note: &'a str,
}

impl Entry {
    /// The entry that notes an act as number `seq`.
    #[must_use]
    pub fn new(seq: u64, act: &Act<'_>, diff: &Diff, state_sha256: Digest) -> Self {
        let Act { kind, edits, of_seq, author, time, note } = *act;
        Self {
            seq,
            kind,
            of_seq,
            author: author.to_owned(),
            time: time.to_owned(),
            note: note.to_owned(),
            state_sha256,
            payloads: Payloads::of(&codec::edits_to_text(edits), &codec::diff_to_text(diff)),
        }
    }

    /// What was done, in the words of the one who did it. For undo and redo: what was undone or made again. Read from
    /// the entry's payload each time.
    ///
    /// # Errors
    /// [`Damage::History`] where the payload is not one.
    pub fn edits(&self) -> Result<Vec<Edit>, Damage> {
        codec::edits_from_text(self.payloads.edits()).map_err(|refusal| self.damaged(refusal))
    }

    /// How many bytes its payloads have. Reading them takes as long.
    #[must_use]
    pub fn payload_bytes(&self) -> usize {
        self.payloads.end - self.payloads.start
    }

    /// What changed, where `after` is the plan as this entry left it. Read from the entry's payload each time.
    ///
    /// # Errors
    /// [`Damage::History`] where the payload is not one, or does not fit the plan.
    pub fn diff_to(&self, after: &Plan) -> Result<Diff, Damage> {
        self.diff((Known::After, after))
    }

    /// What changed, where `before` is the plan as this entry found it. Read from the entry's payload each time.
    ///
    /// # Errors
    /// [`Damage::History`] where the payload is not one, or does not fit the plan.
    pub fn diff_from(&self, before: &Plan) -> Result<Diff, Damage> {
        self.diff((Known::Before, before))
    }

    fn diff(&self, plan: (Known, &Plan)) -> Result<Diff, Damage> {
        codec::diff_from_text(self.payloads.diff(), plan).map_err(|refusal| self.damaged(refusal))
    }

    /// What its note says to people.
    #[must_use]
    pub fn said(&self) -> &str {
        self.note.split_once('\n').map_or(&self.note, |(said, _)| said)
    }

    /// The state of the copy that was taken in, where this is a merge that noted it.
    #[must_use]
    pub fn merged_state(&self) -> Option<Digest> {
        let (_, state) = self.note.split_once('\n').filter(|_| self.kind == Kind::Merge)?;
        state.parse().ok()
    }

    /// Whether its author, its note, its edits or what it changed hold this text as it is written in files.
    #[must_use]
    pub fn mentions(&self, text: &str) -> bool {
        let written = codec::written(text);
        let payloads = [self.payloads.diff(), self.payloads.edits()];
        payloads.iter().any(|payload| payload.contains(&*written))
            || self.author.contains(text)
            || self.note.contains(text)
    }

    /// The rows that it changed, each named by its table and key, and which of their fields.
    ///
    /// # Errors
    /// [`Damage::History`] where the payload is not one.
    pub fn touched(&self) -> Result<Vec<Touched>, Damage> {
        let noted = self.noted()?;
        Ok(noted.iter().map(Touched::of).collect())
    }

    /// The same entry of nobody.
    pub(crate) fn without_author(&self) -> Self {
        Self { author: String::new(), ..self.clone() }
    }

    /// What its payload notes of each changed row.
    pub(crate) fn noted(&self) -> Result<Vec<Noted<'_>>, Damage> {
        codec::noted(self.payloads.diff()).map_err(|refusal| self.damaged(refusal))
    }

    pub(crate) fn damaged(&self, refusal: CodecRefusal) -> Damage {
        Damage::History { seq: self.seq, what: refusal.0 }
    }
}

/// The note of a merge: what it was merged with, for people, and the state which that had, for the next merge.
#[must_use]
pub fn merge_note(with: &str, state: Digest) -> String {
    format!("{with}\n{state}")
}

/// What undo and redo would do next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pointers {
    undo: Vec<u64>,
    redo: Vec<u64>,
}

impl Pointers {
    /// The pointers after these entries.
    ///
    /// # Errors
    /// [`Damage::History`] with the first entry that does not follow from those before it.
    pub fn after<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Result<Self, Damage> {
        let mut pointers = Self::default();
        for (at, entry) in entries.into_iter().enumerate() {
            let in_order = entry.seq == at as u64 + 1 && (entry.kind == Kind::Created) == (at == 0);
            if !in_order || !pointers.take(entry.seq, entry.kind, entry.of_seq) {
                let what = "it does not follow from the entries before it".to_owned();
                return Err(Damage::History { seq: entry.seq, what });
            }
        }
        Ok(pointers)
    }

    /// Follows one more entry; `false`, and no change, where it cannot come next.
    pub fn take(&mut self, seq: u64, kind: Kind, of_seq: Option<u64>) -> bool {
        match kind {
            Kind::Created => of_seq.is_none(),
            Kind::Edit | Kind::Merge | Kind::Return => {
                self.undo.push(seq);
                self.redo.clear();
                // A return may be to a version that is of no entry of this history.
                of_seq.is_none_or(|of_seq| kind == Kind::Return && of_seq < seq)
            }
            Kind::Undo => shift(&mut self.undo, &mut self.redo, of_seq),
            Kind::Redo => shift(&mut self.redo, &mut self.undo, of_seq),
        }
    }

    /// The entry that undo would undo.
    #[must_use]
    pub fn undo(&self) -> Option<u64> {
        self.undo.last().copied()
    }

    /// The entry that redo would make again.
    #[must_use]
    pub fn redo(&self) -> Option<u64> {
        self.redo.last().copied()
    }

    /// The entries that are undone at the moment, and could be made again.
    #[must_use]
    pub fn undone(&self) -> &[u64] {
        &self.redo
    }
}

fn shift(from: &mut Vec<u64>, to: &mut Vec<u64>, of_seq: Option<u64>) -> bool {
    if from.last().copied() != of_seq || of_seq.is_none() {
        return false;
    }
    to.extend(from.pop());
    true
}

/// The hash of everything in a document but its stamp: the state, each entry of the history in order, and the versions.
#[must_use]
pub fn document_sha256<'a>(
    state: Digest,
    entries: impl IntoIterator<Item = &'a Entry>,
    versions: impl IntoIterator<Item = &'a Version>,
) -> Digest {
    Chain::after(entries).document_sha256(state, VersionChain::after(versions).sha256())
}

/// The hash of a history, ready to take in the next entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chain(Digest);

impl Chain {
    /// The hash of these entries, the first of a history.
    pub(crate) fn after<E: Borrow<Entry>>(entries: impl IntoIterator<Item = E>) -> Self {
        let (start, mut stream) = (Self(Digest::of_bytes(b"tranche history 1")), Stream::new());
        entries.into_iter().fold(start, |chain, entry| chain.taking(entry.borrow(), &mut stream))
    }

    /// The hash with one more entry.
    pub(crate) fn with(self, entry: &Entry) -> Self {
        self.taking(entry, &mut Stream::new())
    }

    fn taking(self, entry: &Entry, stream: &mut Stream) -> Self {
        let Entry { seq, kind, of_seq, author, time, note, state_sha256, payloads } = entry;
        stream.clear();
        stream.digest(&self.0);
        for text in [&seq.to_string(), kind.key(), &of_seq.map_or(String::new(), |seq| seq.to_string()), author, time] {
            stream.text(text);
        }
        stream.digest(state_sha256).text(payloads.edits()).text(payloads.diff());
        // The first programs knew no notes.
        if !note.is_empty() {
            stream.text(note);
        }
        Self(stream.end())
    }

    /// The hash of a document: with what its versions hash to, where it has any.
    pub(crate) fn document_sha256(self, state: Digest, versions: Option<Digest>) -> Digest {
        let mut stream = Stream::new();
        stream.text("tranche document 1").digest(&state).digest(&self.0);
        if let Some(versions) = versions {
            stream.text("versions").digest(&versions);
        }
        stream.end()
    }
}
