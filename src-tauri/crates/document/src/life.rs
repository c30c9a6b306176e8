//! How documents come and go.

use std::path::Path;
use std::sync::Arc;

use model::{Diff, Id, Plan};
use store::{Act, Contents, Disk, Entry, Kind, Opened, Origin, StateDigest, Store, StoreError};

use crate::document::Writer;
use crate::{Document, DocumentError, ReadOnly};

/// What closing a document left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Nothing: all of it is in its file.
    Clean,
    /// A working copy with the edits that no file has. It is offered at the next start.
    Left(Id),
}

impl Document {
    /// A new document of a plan that has no file yet. It is not dirty before its first edit. `copy` becomes the id of its
    /// working copy, should it need one.
    ///
    /// # Errors
    /// [`DocumentError::NotATime`].
    pub fn create(store: &Arc<Store>, plan: Plan, copy: Id, author: &str, time: &str) -> Result<Self, DocumentError> {
        if store::day_of(time).is_none() {
            return Err(DocumentError::NotATime(time.to_owned()));
        }
        let digest = StateDigest::of(&plan);
        let act = Act { kind: Kind::Created, edits: &[], of_seq: None, author, time, note: "" };
        let created = Entry::new(1, &act, &Diff::default(), digest.state_sha256());
        let contents = Contents { plan, digest, entries: vec![Arc::new(created)], versions: Vec::new() };
        let origin = Origin { saved_seq: 1, ..Origin::default() };
        Ok(Self::of(Some(Arc::clone(store)), copy, contents, (origin, None), (Writer::default(), None))?)
    }

    /// A document of a plan in memory that is only read. Touches no disk and does not wake SQLite. It has no history.
    #[must_use]
    pub fn read_only(plan: Plan) -> Self {
        let digest = StateDigest::of(&plan);
        let contents = Contents { plan, digest, entries: Vec::new(), versions: Vec::new() };
        let parts = ((Origin::default(), None), (Writer::default(), Some(ReadOnly::Peeked)));
        Self::of(None, Id::from_bits(0), contents, parts.0, parts.1)
            .unwrap_or_else(|_| unreachable!("a history without entries is in order"))
    }

    /// A document of a file that is only read. Claims nothing and writes nothing anywhere.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn peek(disk: &dyn Disk, path: &Path) -> Result<Self, DocumentError> {
        let Opened { contents, origin, stamp } = store::read(disk, path)?;
        let saved = (origin, Some(stamp.saved_at));
        Ok(Self::of(None, Id::from_bits(0), contents, saved, (Writer::default(), Some(ReadOnly::Peeked)))?)
    }

    /// Opens a file to be changed; where another window has it, to be read. `copy` becomes the id of its working copy,
    /// should it need one.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn open(store: &Arc<Store>, path: &Path, copy: Id) -> Result<Self, DocumentError> {
        // Claimed before it is read, so that nobody saves in between.
        let claimed = claim(store, path);
        let Opened { contents, origin, stamp } = store.read(path)?;
        let saved = (origin, Some(stamp.saved_at));
        Ok(Self::of(Some(Arc::clone(store)), copy, contents, saved, claimed)?)
    }

    /// Opens a working copy that was left behind, with all its edits and its history.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCopy`], [`StoreError::InUse`], or what is wrong with the copy, which is kept.
    pub fn recover(store: &Arc<Store>, copy: Id) -> Result<Self, DocumentError> {
        let (working, contents) = store.recover(copy)?;
        let origin = working.origin().clone();
        let (mut writer, read_only) = match &origin.path {
            // The file may be gone by now; the claim is on its place.
            Some(path) => match claim(store, path) {
                (writer, Some(ReadOnly::NoOwnFolder)) => (writer, None),
                claimed => claimed,
            },
            None => (Writer::default(), None),
        };
        writer.working = Some(working);
        Ok(Self::of(Some(Arc::clone(store)), copy, contents, (origin, None), (writer, read_only))?)
    }

    /// Closes the document. The working copy goes where everything is saved, and stays where not.
    ///
    /// # Errors
    /// What the disk says of the working copy; the document is closed all the same.
    pub fn close(&self) -> Result<Closed, DocumentError> {
        let dirty = self.is_dirty();
        let left = self.end(!dirty)?;
        Ok(if left { Closed::Left(self.copy) } else { Closed::Clean })
    }

    /// Closes the document and removes its working copy, with the edits that no file has.
    ///
    /// # Errors
    /// What the disk says of the working copy; the document is closed all the same.
    pub fn discard(&self) -> Result<(), DocumentError> {
        self.end(true).map(|_| ())
    }

    /// Whether a working copy is left.
    fn end(&self, remove: bool) -> Result<bool, DocumentError> {
        let mut writer = self.writer();
        self.change(|state| state.read_only = Some(ReadOnly::Closed));
        let Writer { working, lock } = std::mem::take(&mut *writer);
        let left = match working {
            Some(working) if remove => {
                working.remove()?;
                false
            }
            working => working.is_some(),
        };
        drop(lock);
        Ok(left)
    }
}

/// Claims a file; without the claim its document is only read.
fn claim(store: &Store, path: &Path) -> (Writer, Option<ReadOnly>) {
    match store.lock(path) {
        Ok(lock) => (Writer { working: None, lock: Some(lock) }, None),
        Err(StoreError::InUse { .. }) => (Writer::default(), Some(ReadOnly::InUse)),
        // Where the file itself is at fault, reading it says so.
        Err(_) => (Writer::default(), Some(ReadOnly::NoOwnFolder)),
    }
}
