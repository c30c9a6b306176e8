//! Sharing a copy, without what is nobody else's business.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use store::{Contents, Entry, Origin, Over, Saving, StoreError, Version};

use crate::{Document, DocumentError, ReadOnly};

/// What goes along with a copy, beside the plan with its scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// What was done to it, when.
    pub history: bool,
    /// What was frozen of it.
    pub versions: bool,
    /// Who did, froze and judged it. Without, all authors are empty. As the author of a probability is part of the plan,
    /// the copy of a plan with probabilities then hashes to something else.
    pub names: bool,
}

/// A copy that was shared.
#[derive(Clone, Debug)]
pub struct Shared {
    /// Where it lies.
    pub path: PathBuf,
    /// The first digits of what its plan hashes to.
    pub fingerprint: String,
    /// The versions that did not go along because their plans do not hash to what was noted.
    pub left_out: Vec<Arc<Version>>,
}

impl Document {
    /// Writes a copy of the document as it is. The document, its file and its working copy stay as they are.
    ///
    /// # Errors
    /// [`StoreError::InUse`] for the document's own file or one that is open elsewhere; [`StoreError::Exists`] where there
    /// is a file already and `over` does not allow it; [`DocumentError::ReadOnly`] for a document without a store; what is
    /// wrong with the history or a version; what the disk says.
    pub fn share(&self, path: &Path, sharing: Sharing, over: Over, time: &str) -> Result<Shared, DocumentError> {
        if store::day_of(time).is_none() {
            return Err(DocumentError::NotATime(time.to_owned()));
        }
        let store = self.store.as_ref().ok_or(DocumentError::ReadOnly(ReadOnly::Peeked))?;
        let (own, contents) = self.look(|state| (state.origin.path.clone(), state.contents()));
        if own.is_some_and(|own| store.same_place(&own, path)) {
            return Err(StoreError::InUse { path: path.to_owned() }.into());
        }
        let (contents, left_out) = told_of(contents, sharing, time)?;
        // Held until the copy is there: nobody opens what is about to be replaced.
        let _lock = store.lock(path)?;
        let (Contents { plan, digest, entries, versions }, origin) = (&contents, &Origin::default());
        let saving = Saving { plan, digest, entries, versions, origin, time };
        let (origin, _) = store.save(&saving, path, over)?;
        let path = origin.path.unwrap_or_else(|| path.to_owned());
        Ok(Shared { path, fingerprint: digest.fingerprint(), left_out })
    }
}

/// What a copy tells, and the versions that nobody can vouch for.
fn told_of(
    mut contents: Contents,
    sharing: Sharing,
    time: &str,
) -> Result<(Contents, Vec<Arc<Version>>), DocumentError> {
    let versions = std::mem::take(&mut contents.versions);
    let mut left_out = Vec::new();
    if sharing.versions {
        let sound = |version: &Arc<Version>| version.open().is_ok_and(|frozen| frozen.sound);
        (contents.versions, left_out) = versions.into_iter().partition(sound);
    }
    if !sharing.history {
        contents = contents.without_history(time);
    }
    if !sharing.names {
        contents.entries = without_named_notes(&contents.entries);
        let (nameless, more) = contents.without_names()?;
        contents = nameless;
        left_out.extend(more);
    }
    Ok((contents, left_out))
}

/// The history without the notes that name one of its authors, such as that of a merged file called after its editor.
fn without_named_notes(entries: &[Arc<Entry>]) -> Vec<Arc<Entry>> {
    let names: BTreeSet<&str> = entries.iter().map(|entry| &*entry.author).filter(|name| !name.is_empty()).collect();
    let told = |entry: &Arc<Entry>| {
        let mut entry = Arc::clone(entry);
        if names.iter().any(|name| entry.note.contains(name)) {
            Arc::make_mut(&mut entry).note.clear();
        }
        entry
    };
    entries.iter().map(told).collect()
}
