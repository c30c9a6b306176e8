//! The open plan.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use model::{Diff, Id, Plan};
use store::{Act, Contents, Damage, Entry, FileLock, Kind, Origin, Pointers, Store, Version, Working};

use crate::past::Seen;
use crate::{DocumentError, ReadOnly, Snapshot};

/// An open plan. Any number of threads may read it; one at a time changes it.
#[derive(Debug)]
pub struct Document {
    pub(crate) store: Option<Arc<Store>>,
    /// The id of the working copy.
    pub(crate) copy: Id,
    pub(crate) seen: Seen,
    state: RwLock<State>,
    writer: Mutex<Writer>,
}

/// What readers see. Held for as long as it takes to copy a few pointers.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) entries: Vec<Arc<Entry>>,
    pub(crate) versions: Vec<Arc<Version>>,
    pub(crate) pointers: Pointers,
    pub(crate) origin: Origin,
    pub(crate) saved_at: Option<String>,
    pub(crate) read_only: Option<ReadOnly>,
}

/// What the one who changes the document needs beside.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    pub(crate) working: Option<Working>,
    pub(crate) lock: Option<FileLock>,
}

/// What an act did.
#[derive(Clone, Debug)]
pub struct Change {
    /// The state before.
    pub before: Arc<Snapshot>,
    /// The state after; the same one where nothing changed.
    pub after: Arc<Snapshot>,
    /// What changed.
    pub diff: Diff,
    /// The entry in the history; nothing where nothing changed.
    pub entry: Option<Arc<Entry>>,
}

impl Change {
    /// The revision after it.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.after.revision()
    }
}

/// All that is to be known of a document at one moment, taken together.
#[derive(Clone, Debug)]
pub struct View {
    /// The state.
    pub snapshot: Arc<Snapshot>,
    /// Its file; nothing for a plan that was never saved.
    pub path: Option<PathBuf>,
    /// When it was last saved, as RFC 3339 text, where that is known.
    pub saved_at: Option<String>,
    /// Whether the history has entries that the file has not, or there are versions that it has not.
    pub dirty: bool,
    /// Why it cannot be changed; nothing where it can.
    pub read_only: Option<ReadOnly>,
    /// The entry that undo would undo.
    pub undo: Option<Arc<Entry>>,
    /// The entry that redo would make again.
    pub redo: Option<Arc<Entry>>,
    /// How many entries the history has.
    pub entries: usize,
    /// How many versions there are.
    pub versions: usize,
}

impl Document {
    /// A document of these contents.
    pub(crate) fn of(
        store: Option<Arc<Store>>,
        copy: Id,
        contents: Contents,
        (origin, saved_at): (Origin, Option<String>),
        (writer, read_only): (Writer, Option<ReadOnly>),
    ) -> Result<Self, Damage> {
        // The first reason of all: others pass, with the window that has the file or with another place for it.
        let doubted = contents.doubted().map(|version| ReadOnly::Version(version.id));
        let Contents { plan, digest, entries, versions } = contents;
        let read_only = doubted.or(read_only);
        let pointers = Pointers::after(entries.iter().map(|entry| &**entry))?;
        let snapshot = Arc::new(Snapshot::new(plan, digest, entries.len() as u64));
        let state = State { snapshot, entries, versions, pointers, origin, saved_at, read_only };
        Ok(Self { store, copy, seen: Seen::default(), state: RwLock::new(state), writer: Mutex::new(writer) })
    }

    /// The state of the plan. Copies a pointer; holds nobody up.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.look(|state| Arc::clone(&state.snapshot))
    }

    /// All that is to be known of the document at this moment.
    #[must_use]
    pub fn view(&self) -> View {
        self.look(|state| View {
            snapshot: Arc::clone(&state.snapshot),
            path: state.origin.path.clone(),
            saved_at: state.saved_at.clone(),
            dirty: state.is_dirty(),
            read_only: state.read_only,
            undo: state.entry(state.pointers.undo()),
            redo: state.entry(state.pointers.redo()),
            entries: state.entries.len(),
            versions: state.versions.len(),
        })
    }

    /// The history, oldest first.
    #[must_use]
    pub fn history(&self) -> Vec<Arc<Entry>> {
        self.look(|state| state.entries.clone())
    }

    /// The entries that are undone at this moment, whether they could be made again or not.
    #[must_use]
    pub fn undone(&self) -> BTreeSet<u64> {
        let mut undone = BTreeSet::new();
        for entry in self.history() {
            match (entry.kind, entry.of_seq) {
                (Kind::Undo, Some(seq)) => {
                    undone.insert(seq);
                }
                (Kind::Redo, Some(seq)) => {
                    undone.remove(&seq);
                }
                _ => {}
            }
        }
        undone
    }

    /// Whether the history has entries that the file has not, or there are versions that it has not.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.look(State::is_dirty)
    }

    /// Makes a change safe, then shows it.
    pub(crate) fn commit(
        &self,
        writer: &mut Writer,
        (before, plan): (Arc<Snapshot>, Plan),
        diff: Diff,
        act: &Act<'_>,
    ) -> Result<Change, DocumentError> {
        let digest = before.digest().after(&diff);
        let seq = before.revision() + 1;
        let entry = Arc::new(Entry::new(seq, act, &diff, digest.state_sha256()));
        self.working(writer, act.time)?.append(&diff, &entry, &digest)?;
        let after = Arc::new(before.next(plan, digest, seq));
        self.change(|state| {
            state.pointers.take(entry.seq, entry.kind, entry.of_seq);
            state.entries.push(Arc::clone(&entry));
            state.snapshot = Arc::clone(&after);
        });
        Ok(Change { before, after, diff, entry: Some(entry) })
    }

    /// The working copy; written first where there is none, or where the disk failed the one there was.
    pub(crate) fn working<'a>(&self, writer: &'a mut Writer, time: &str) -> Result<&'a mut Working, DocumentError> {
        let store = self.store.as_ref().ok_or(DocumentError::ReadOnly(ReadOnly::Peeked))?;
        if writer.working.as_ref().is_some_and(Working::is_broken) {
            writer.working = None;
        }
        let working = match writer.working.take() {
            Some(working) => working,
            None => {
                let (contents, origin) = self.look(|state| (state.contents(), state.origin.clone()));
                store.working(self.copy, &contents, &origin, time)?
            }
        };
        Ok(writer.working.insert(working))
    }

    /// The right to change the document, where it may be changed.
    pub(crate) fn write(&self, time: &str) -> Result<MutexGuard<'_, Writer>, DocumentError> {
        if store::day_of(time).is_none() {
            return Err(DocumentError::NotATime(time.to_owned()));
        }
        let writer = self.writer();
        match self.look(|state| state.read_only) {
            Some(reason) => Err(DocumentError::ReadOnly(reason)),
            None => Ok(writer),
        }
    }

    pub(crate) fn writer(&self) -> MutexGuard<'_, Writer> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn look<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.write().unwrap_or_else(PoisonError::into_inner));
    }
}

impl State {
    pub(crate) fn is_dirty(&self) -> bool {
        self.entries.len() as u64 > self.origin.saved_seq || self.versions.len() as u64 > self.origin.saved_versions
    }

    pub(crate) fn contents(&self) -> Contents {
        Contents {
            plan: self.snapshot.whole().clone(),
            digest: self.snapshot.digest().clone(),
            entries: self.entries.clone(),
            versions: self.versions.clone(),
        }
    }

    pub(crate) fn entry(&self, seq: Option<u64>) -> Option<Arc<Entry>> {
        // Entries are numbered from one, without gaps.
        let at = usize::try_from(seq?.checked_sub(1)?).ok()?;
        self.entries.get(at).cloned()
    }
}
