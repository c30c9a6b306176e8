//! Saving.

use std::path::Path;

use store::{Contents, Over, Saving, StoreError};

use crate::document::Writer;
use crate::{Document, DocumentError, ReadOnly};

impl Document {
    /// Saves the document in its file. With [`Over::Anything`] a file that somebody else has changed is replaced; it is
    /// kept among the backups.
    ///
    /// # Errors
    /// [`DocumentError::NeedsPlace`] where it has none; [`StoreError::Changed`] where somebody else has written the file;
    /// what the disk says. The file and the working copy are unchanged then, save under [`StoreError::Unconfirmed`].
    pub fn save(&self, over: Over, time: &str) -> Result<(), DocumentError> {
        let mut writer = self.write(time)?;
        let path = self.look(|state| state.origin.path.clone()).ok_or(DocumentError::NeedsPlace)?;
        self.put(&mut writer, &path, over, time)
    }

    /// Saves the document in another file, which becomes its own. A document that is only read because its file is open
    /// elsewhere can be changed afterwards; one with a version that nobody can vouch for can only be shared without it.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where there is a file already and `over` does not allow it; [`StoreError::InUse`] where it is
    /// open elsewhere; and as [`Self::save`].
    pub fn save_as(&self, path: &Path, over: Over, time: &str) -> Result<(), DocumentError> {
        if store::day_of(time).is_none() {
            return Err(DocumentError::NotATime(time.to_owned()));
        }
        let store = self.store.as_ref().ok_or(DocumentError::ReadOnly(ReadOnly::Peeked))?;
        let mut writer = self.writer();
        let (own, read_only) = self.look(|state| (state.origin.path.clone(), state.read_only));
        if let Some(reason @ (ReadOnly::Closed | ReadOnly::Version(_))) = read_only {
            return Err(DocumentError::ReadOnly(reason));
        }
        if writer.lock.is_some() && own.is_some_and(|own| store.same_place(&own, path)) {
            return self.put(&mut writer, path, over, time);
        }
        let lock = store.lock(path)?;
        self.put(&mut writer, path, over, time)?;
        writer.lock = Some(lock);
        self.change(|state| state.read_only = None);
        Ok(())
    }

    fn put(&self, writer: &mut Writer, path: &Path, over: Over, time: &str) -> Result<(), DocumentError> {
        let store = self.store.as_ref().ok_or(DocumentError::ReadOnly(ReadOnly::Peeked))?;
        let (contents, origin) = self.look(|state| (state.contents(), state.origin.clone()));
        let Contents { plan, digest, entries, versions } = &contents;
        let saving = Saving { plan, digest, entries, versions, origin: &origin, time };
        match store.save(&saving, path, over) {
            Ok((origin, stamp)) => {
                if let Some(working) = &mut writer.working {
                    // Without the note a crash would offer edits that are saved already: no harm, so no failure.
                    let _ = working.note_saved(&origin);
                }
                self.change(|state| {
                    state.origin = origin;
                    state.saved_at = Some(stamp.saved_at);
                });
                Ok(())
            }
            Err(StoreError::Unconfirmed { path, written, cause }) => {
                // The new file stands there; saving once more must not take it for somebody else's.
                self.change(|state| {
                    if state.origin.path.as_ref() == Some(&path) {
                        state.origin.file_sha256 = Some(written);
                    }
                });
                Err(StoreError::Unconfirmed { path, written, cause }.into())
            }
            Err(error) => Err(error.into()),
        }
    }
}
