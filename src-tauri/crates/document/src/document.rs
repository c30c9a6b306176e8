//! The open plan.

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use model::{Code, Diff, Edit, Id, Plan, TableName, apply_all};
use store::{Act, Contents, Damage, Entry, FileLock, Kind, Origin, Pointers, Store, Working};

use crate::{DocumentError, ReadOnly, Snapshot};

/// An open plan. Any number of threads may read it; one at a time changes it.
#[derive(Debug)]
pub struct Document {
    pub(crate) store: Option<Arc<Store>>,
    /// The id of the working copy.
    pub(crate) copy: Id,
    state: RwLock<State>,
    writer: Mutex<Writer>,
}

/// What readers see. Held for as long as it takes to copy a few pointers.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) entries: Vec<Arc<Entry>>,
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

/// What an edit, an undo or a redo did.
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
    /// Whether the history has entries that the file has not.
    pub dirty: bool,
    /// Why it cannot be changed; nothing where it can.
    pub read_only: Option<ReadOnly>,
    /// The entry that undo would undo.
    pub undo: Option<Arc<Entry>>,
    /// The entry that redo would make again.
    pub redo: Option<Arc<Entry>>,
    /// How many entries the history has.
    pub entries: usize,
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
        let Contents { plan, digest, entries } = contents;
        let pointers = Pointers::after(entries.iter().map(|entry| &**entry))?;
        let snapshot = Arc::new(Snapshot::new(plan, digest, entries.len() as u64));
        let state = State { snapshot, entries, pointers, origin, saved_at, read_only };
        Ok(Self { store, copy, state: RwLock::new(state), writer: Mutex::new(writer) })
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

    /// Whether the history has entries that the file has not.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.look(State::is_dirty)
    }

    /// Makes edits, all or none, as one act. When this returns they are safe in the working copy. Edits that change
    /// nothing leave no entry in the history.
    ///
    /// # Errors
    /// [`DocumentError::Refused`], [`DocumentError::ReadOnly`], or what the disk says; nothing is changed then.
    pub fn edit(&self, edits: &[Edit], author: &str, time: &str) -> Result<Change, DocumentError> {
        let mut writer = self.write(time)?;
        let before = self.snapshot();
        let plan = apply_all(before.plan(), edits).map_err(|(at, refusal)| DocumentError::Refused { at, refusal })?;
        let diff = Diff::between(before.plan(), &plan);
        if diff.is_empty() {
            return Ok(Change { after: Arc::clone(&before), before, diff, entry: None });
        }
        let act = Act { kind: Kind::Edit, edits, of_seq: None, author, time, note: "" };
        self.commit(&mut writer, (before, plan), diff, &act)
    }

    /// Undoes the last act that is not undone. The history grows by one entry.
    ///
    /// # Errors
    /// [`DocumentError::NothingToUndo`], and as [`Self::edit`].
    pub fn undo(&self, author: &str, time: &str) -> Result<Change, DocumentError> {
        let mut writer = self.write(time)?;
        let entry = self.look(|state| state.entry(state.pointers.undo())).ok_or(DocumentError::NothingToUndo)?;
        let diff = entry.diff()?.reversed();
        // What the plan hashed to before that entry is what it must hash to again.
        let wanted = self.look(|state| state.entry(entry.seq.checked_sub(1)));
        self.step(&mut writer, Kind::Undo, (&entry, wanted), diff, (author, time))
    }

    /// Makes the last act again that was undone and nothing has been done since.
    ///
    /// # Errors
    /// [`DocumentError::NothingToRedo`], and as [`Self::edit`].
    pub fn redo(&self, author: &str, time: &str) -> Result<Change, DocumentError> {
        let mut writer = self.write(time)?;
        let entry = self.look(|state| state.entry(state.pointers.redo())).ok_or(DocumentError::NothingToRedo)?;
        let diff = entry.diff()?;
        let wanted = Some(Arc::clone(&entry));
        self.step(&mut writer, Kind::Redo, (&entry, wanted), diff, (author, time))
    }

    fn step(
        &self,
        writer: &mut Writer,
        kind: Kind,
        (entry, wanted): (&Entry, Option<Arc<Entry>>),
        diff: Diff,
        (author, time): (&str, &str),
    ) -> Result<Change, DocumentError> {
        let before = self.snapshot();
        let broken = |what: &str| Damage::History { seq: entry.seq, what: what.to_owned() };
        let plan = diff.apply_to(before.plan()).map_err(|mismatch| broken(&mismatch.to_string()))?;
        let reached = before.digest().after(&diff).state_sha256();
        if wanted.is_none_or(|wanted| wanted.state_sha256 != reached) {
            return Err(broken("it leads to another state than it did").into());
        }
        // The entry may come from a file that somebody else has written.
        if let Some(flaw) = first_flaw(&plan, &diff) {
            return Err(broken(&flaw).into());
        }
        let act = Act { kind, edits: &entry.edits, of_seq: Some(entry.seq), author, time, note: "" };
        self.commit(writer, (before, plan), diff, &act)
    }

    /// Makes a change safe, then shows it.
    fn commit(
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
    fn working<'a>(&self, writer: &'a mut Writer, time: &str) -> Result<&'a mut Working, DocumentError> {
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

/// Where a plan that had no flaw has one after a difference. Looks at the changed rows only, where that is enough.
fn first_flaw(plan: &Plan, diff: &Diff) -> Option<String> {
    if diff.tables() != [TableName::Allocations] {
        return plan.flaws().first().map(ToString::to_string);
    }
    let rows = diff.allocations.iter().filter_map(|change| change.after.as_deref());
    let broken = rows.clone().find_map(|row| plan.check_allocation(row).err());
    let codes: HashSet<&Code> = rows.clone().map(|row| &row.code).collect();
    let with_them = plan.allocations.iter().filter(|row| codes.contains(&row.code)).count();
    let taken = with_them != rows.count();
    broken.map(|refusal| refusal.to_string()).or_else(|| taken.then(|| "two rows have one code".to_owned()))
}

impl State {
    pub(crate) fn is_dirty(&self) -> bool {
        self.entries.len() as u64 > self.origin.saved_seq
    }

    pub(crate) fn contents(&self) -> Contents {
        Contents {
            plan: self.snapshot.plan().clone(),
            digest: self.snapshot.digest().clone(),
            entries: self.entries.clone(),
        }
    }

    fn entry(&self, seq: Option<u64>) -> Option<Arc<Entry>> {
        // Entries are numbered from one, without gaps.
        let at = usize::try_from(seq?.checked_sub(1)?).ok()?;
        self.entries.get(at).cloned()
    }
}
