//! A table of rows that is cheap to copy: the next plan shares with the last all that did not change.

use std::sync::Arc;

/// A row of a table: it knows its key, which never changes while the row lives.
pub trait Row: Clone + PartialEq {
    /// What the table is ordered and looked up by.
    type Key: Ord + Clone;

    /// The key of this row.
    fn key(&self) -> &Self::Key;
}

/// Rows in the order of their keys, each key once. Copying it copies no row.
#[derive(Debug)]
pub struct Table<T: Row>(Arc<Vec<Arc<T>>>);

impl<T: Row> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Row> Default for Table<T> {
    fn default() -> Self {
        Self(Arc::new(Vec::new()))
    }
}

impl<T: Row> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
            || (self.len() == other.len()
                && self.0.iter().zip(other.0.iter()).all(|(mine, theirs)| Arc::ptr_eq(mine, theirs) || mine == theirs))
    }
}

impl<T: Row> Table<T> {
    /// A table of these rows; of two rows with one key the later stays.
    pub fn from_rows(rows: impl IntoIterator<Item = T>) -> Self {
        let mut rows: Vec<Arc<T>> = rows.into_iter().map(Arc::new).collect();
        rows.sort_by(|left, right| left.key().cmp(right.key()));
        rows.reverse();
        rows.dedup_by(|later, kept| later.key() == kept.key());
        rows.reverse();
        Self(Arc::new(rows))
    }

    /// A table of these rows, which are in the order of their keys already.
    pub(crate) fn from_shared(rows: Vec<Arc<T>>) -> Self {
        Self(Arc::new(rows))
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rows in the order of their keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> + ExactSizeIterator + Clone {
        self.0.iter()
    }

    /// The rows as a slice, in the order of their keys.
    #[must_use]
    pub fn as_slice(&self) -> &[Arc<T>] {
        &self.0
    }

    /// The row with this key.
    #[must_use]
    pub fn get(&self, key: &T::Key) -> Option<&Arc<T>> {
        self.position(key).ok().and_then(|at| self.0.get(at))
    }

    /// The place of the row with this key, in the order of the keys.
    #[must_use]
    pub fn place_of(&self, key: &T::Key) -> Option<usize> {
        self.position(key).ok()
    }

    /// Puts a row in place of the one with its key, or adds it.
    pub fn put(&mut self, row: Arc<T>) {
        match self.position(row.key()) {
            Ok(at) => Arc::make_mut(&mut self.0)[at] = row,
            Err(at) => Arc::make_mut(&mut self.0).insert(at, row),
        }
    }

    /// Takes the row with this key out.
    pub fn remove(&mut self, key: &T::Key) -> Option<Arc<T>> {
        let at = self.position(key).ok()?;
        Some(Arc::make_mut(&mut self.0).remove(at))
    }

    /// Whether both are one and the same table in memory.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    fn position(&self, key: &T::Key) -> Result<usize, usize> {
        self.0.binary_search_by(|row| row.key().cmp(key))
    }
}

impl<T: Row> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Self::from_rows(rows)
    }
}
