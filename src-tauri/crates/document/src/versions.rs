//! Versions: the plan as it was frozen, by name.

use std::sync::Arc;

use model::Id;
use store::{Freezing, Version};

use crate::{Document, DocumentError};

/// The most signs of a version's name.
const LONGEST_NAME: usize = 120;

/// Why something cannot be the name of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There is nothing in it.
    Empty,
    /// It has more signs than this.
    TooLong {
        /// The most signs.
        most: usize,
    },
    /// It has a sign that cannot be seen, turns the text around, or parts folders in paths.
    Sign(char),
}

impl Document {
    /// The versions, in the order in which they were frozen.
    #[must_use]
    pub fn versions(&self) -> Vec<Arc<Version>> {
        self.look(|state| state.versions.clone())
    }

    /// The version with this id.
    #[must_use]
    pub fn version(&self, id: Id) -> Option<Arc<Version>> {
        self.look(|state| state.versions.iter().find(|version| version.id == id).cloned())
    }

    /// Freezes the plan as it is, under a name, for ever. When this returns the version is safe in the working copy.
    /// Spaces around the name are no part of it.
    ///
    /// # Errors
    /// [`DocumentError::UnfitName`], [`DocumentError::NameTaken`] where a version has that name, whatever the case;
    /// [`DocumentError::ReadOnly`], or what the disk says. There is no version then.
    pub fn freeze(
        &self,
        id: Id,
        name: &str,
        note: &str,
        author: &str,
        time: &str,
    ) -> Result<Arc<Version>, DocumentError> {
        let mut writer = self.write(time)?;
        let name = fit_name(name).map_err(|why| DocumentError::UnfitName { name: name.to_owned(), why })?;
        let taken = |version: &Arc<Version>| version.name.to_lowercase() == name.to_lowercase();
        if self.look(|state| state.versions.iter().any(taken)) {
            return Err(DocumentError::NameTaken(name.to_owned()));
        }
        let now = self.snapshot();
        let freezing = Freezing { id, name, note, author, time, seq: now.revision() };
        let version = Arc::new(Version::freeze(&freezing, now.whole(), now.state_sha256()));
        self.working(&mut writer, time)?.freeze(&version, now.digest())?;
        self.change(|state| state.versions.push(Arc::clone(&version)));
        Ok(version)
    }
}

/// The name without the spaces around it, where it can be one.
fn fit_name(name: &str) -> Result<&str, Unfit> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Unfit::Empty);
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Unfit::TooLong { most: LONGEST_NAME });
    }
    match name.chars().find(|sign| is_unfit(*sign)) {
        Some(sign) => Err(Unfit::Sign(sign)),
        None => Ok(name),
    }
}

/// Whether a sign cannot be seen, turns the text around, or parts folders in paths.
fn is_unfit(sign: char) -> bool {
    let turns =
        matches!(sign, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    sign.is_control() || turns || matches!(sign, '/' | '\\' | '\u{200b}' | '\u{feff}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_that_can_be_read() {
        assert_eq!(fit_name("  до Ради, 12:30 "), Ok("до Ради, 12:30"));
        assert_eq!(fit_name(" \t"), Err(Unfit::Empty));
        assert_eq!(fit_name(&"н".repeat(120)), Ok(&*"н".repeat(120)));
        assert_eq!(fit_name(&"н".repeat(121)), Err(Unfit::TooLong { most: 120 }));
        for sign in ['/', '\\', '\n', '\0', '\u{7f}', '\u{202e}', '\u{2066}', '\u{feff}'] {
            assert_eq!(fit_name(&format!("a{sign}b")), Err(Unfit::Sign(sign)));
        }
    }
}
