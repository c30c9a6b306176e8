//! Hashes over what a plan says, not over the bytes of a file: SQLite's versions and page orders do not change them.
//!
//! From the part to the whole, all SHA-256:
//! - **cell**: a tag (0 nothing, 1 number, 2 text), then 8 bytes of the number, or 8 bytes of length and the text;
//! - **row**: the table's name as a text cell, how many cells, the cells, how many parts, and each part likewise. A row
//!   holds its key, so no two rows of a table have one digest. Columns that later schemas added are left out at the end
//!   of a row as long as they hold what is usual;
//! - **table**: its row digests in ascending order, in buckets by their first byte; each bucket is hashed, and the table
//!   is the hash of all non-empty buckets, each with its byte and the count of its rows;
//! - **state**: the tables in the order of their names, each with its name, its count of rows and its hash. Tables that
//!   later schemas added are left out as long as they are empty.
//!
//! So a plan hashes to the same before and after the program that holds it was updated.
//!
//! Numbers are big-endian. The buckets are why an edit costs microseconds in a plan of any size: only the changed rows,
//! their buckets and the 256 bucket hashes of their tables are hashed again.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use model::{Diff, Plan, RowChange, TableName};
use sha2::{Digest as _, Sha256};

use crate::cell::Cell;
use crate::table::{Stored, Told, every_table};

/// A SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

/// A text that is not 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a SHA-256 of 64 hexadecimal digits")]
pub struct DigestRefusal;

impl Digest {
    /// The SHA-256 of these bytes.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Its 32 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Its first eight hexadecimal digits, as people see them.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.to_string().chars().take(8).collect()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// What each byte is worth as a hexadecimal digit; 16 and more where it is none.
const HEX: [u8; 256] = {
    let mut table = [0xff; 256];
    let mut value = 0;
    while value < 16 {
        table[b"0123456789abcdef"[value as usize] as usize] = value;
        value += 1;
    }
    table
};

impl FromStr for Digest {
    type Err = DigestRefusal;

    fn from_str(text: &str) -> Result<Self, DigestRefusal> {
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return Err(DigestRefusal) };
        let pairs: &[[u8; 2]; 32] = pairs.try_into().map_err(|_| DigestRefusal)?;
        let (mut bytes, mut all) = ([0; 32], 0);
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            let (high, low) = (HEX[usize::from(*high)], HEX[usize::from(*low)]);
            *byte = (high << 4) | (low & 15);
            all |= high | low;
        }
        if all < 16 { Ok(Self(bytes)) } else { Err(DigestRefusal) }
    }
}

/// How many bytes most of what is hashed has at most.
const USUAL_BYTES: usize = 512;

/// What is to be hashed: tagged and length-prefixed values. They are hashed at once, which is far quicker than each alone.
pub(crate) struct Stream(Vec<u8>);

impl Stream {
    pub(crate) fn new() -> Self {
        Self(Vec::with_capacity(USUAL_BYTES))
    }

    /// Makes room for something else.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    fn count(&mut self, count: usize) -> &mut Self {
        self.0.extend_from_slice(&(count as u64).to_be_bytes());
        self
    }

    fn cell(&mut self, cell: &Cell<'_>) -> &mut Self {
        match cell {
            Cell::Null => self.0.push(0),
            Cell::Integer(number) => {
                self.0.push(1);
                self.0.extend_from_slice(&number.to_be_bytes());
            }
            Cell::Text(text) => return self.text(text),
        }
        self
    }

    pub(crate) fn cells(&mut self, cells: &[Cell<'_>]) -> &mut Self {
        self.count(cells.len());
        for cell in cells {
            self.cell(cell);
        }
        self
    }

    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.0.push(2);
        self.count(text.len());
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    pub(crate) fn digest(&mut self, digest: &Digest) -> &mut Self {
        self.0.extend_from_slice(&digest.0);
        self
    }

    pub(crate) fn end(&self) -> Digest {
        Digest::of_bytes(&self.0)
    }
}

fn row_digest<T: Stored>(row: &T) -> Digest {
    let mut stream = Stream::new();
    let Told { cells, parts } = Told::of(row);
    stream.text(T::TABLE).cells(&cells).count(parts.len());
    for part in &parts {
        stream.cells(part);
    }
    stream.end()
}

/// The row digests that begin with one byte, in order.
#[derive(Clone, Debug)]
struct Bucket {
    rows: Vec<Digest>,
    hash: Digest,
}

impl Bucket {
    fn hash_again(&mut self) {
        let mut stream = Stream::new();
        for row in &self.rows {
            stream.digest(row);
        }
        self.hash = stream.end();
    }
}

/// The digest of one table, and what it takes to change it.
#[derive(Clone, Debug)]
struct TableDigest {
    /// The first schema that has the table.
    since: u32,
    buckets: BTreeMap<u8, Arc<Bucket>>,
    count: usize,
    hash: Digest,
}

impl TableDigest {
    fn of<'a, T: Stored + 'a>(rows: impl Iterator<Item = &'a T>) -> Self {
        let mut buckets: BTreeMap<u8, Bucket> = BTreeMap::new();
        let mut count = 0;
        for digest in rows.map(row_digest) {
            let empty = || Bucket { rows: Vec::new(), hash: digest };
            buckets.entry(digest.0[0]).or_insert_with(empty).rows.push(digest);
            count += 1;
        }
        for bucket in buckets.values_mut() {
            bucket.rows.sort_unstable();
            bucket.hash_again();
        }
        let buckets = buckets.into_iter().map(|(byte, bucket)| (byte, Arc::new(bucket))).collect();
        let mut table = Self { since: T::SINCE, buckets, count, hash: Stream::new().end() };
        table.hash_again();
        table
    }

    fn hash_again(&mut self) {
        let mut stream = Stream::new();
        for (byte, bucket) in &self.buckets {
            stream.cells(&[Cell::Integer(i64::from(*byte))]).count(bucket.rows.len()).digest(&bucket.hash);
        }
        self.hash = stream.end();
    }

    fn change<T: Stored>(&mut self, changes: &[RowChange<T>]) {
        let mut touched = Vec::new();
        for change in changes {
            if let Some(digest) = change.before.as_deref().map(row_digest) {
                self.remove(digest);
                touched.push(digest.0[0]);
            }
            if let Some(digest) = change.after.as_deref().map(row_digest) {
                self.insert(digest);
                touched.push(digest.0[0]);
            }
        }
        touched.sort_unstable();
        touched.dedup();
        for byte in touched {
            match self.buckets.get_mut(&byte) {
                Some(bucket) if bucket.rows.is_empty() => drop(self.buckets.remove(&byte)),
                Some(bucket) => Arc::make_mut(bucket).hash_again(),
                None => {}
            }
        }
        self.hash_again();
    }

    fn insert(&mut self, digest: Digest) {
        let empty = || Arc::new(Bucket { rows: Vec::new(), hash: digest });
        let bucket = Arc::make_mut(self.buckets.entry(digest.0[0]).or_insert_with(empty));
        if let Err(at) = bucket.rows.binary_search(&digest) {
            bucket.rows.insert(at, digest);
            self.count += 1;
        }
    }

    fn remove(&mut self, digest: Digest) {
        if let Some(bucket) = self.buckets.get_mut(&digest.0[0])
            && let Ok(at) = bucket.rows.binary_search(&digest)
        {
            Arc::make_mut(bucket).rows.remove(at);
            self.count -= 1;
        }
    }
}

/// The digest of all that a plan says, ready to follow it through its edits. Copying it is cheap.
#[derive(Clone, Debug)]
pub struct StateDigest {
    tables: BTreeMap<&'static str, Arc<TableDigest>>,
    state: Digest,
}

impl PartialEq for StateDigest {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state
    }
}

impl Eq for StateDigest {}

macro_rules! over_tables {
    ($($field:ident $name:ident,)+) => {
        impl StateDigest {
            /// The digest of a plan. Time grows with its rows.
            #[must_use]
            pub fn of(plan: &Plan) -> Self {
                let Plan { package, $($field,)+ } = plan;
                let mut tables = BTreeMap::new();
                tables.insert("package", Arc::new(TableDigest::of(std::iter::once(&**package))));
                $(tables.insert(TableName::$name.key(), Arc::new(TableDigest::of($field.iter().map(|row| &**row))));)+
                let state = Self::hash(&tables);
                Self { tables, state }
            }

            /// The digest after a difference was made. Time grows with the difference, not with the plan.
            #[must_use]
            pub fn after(&self, diff: &Diff) -> Self {
                let Diff { package, $($field,)+ } = diff;
                let mut tables = self.tables.clone();
                let package = package.iter().map(|(before, after)| RowChange {
                    before: Some(Arc::clone(before)),
                    after: Some(Arc::clone(after)),
                });
                change(&mut tables, "package", &package.collect::<Vec<_>>());
                $(change(&mut tables, TableName::$name.key(), $field);)+
                let state = Self::hash(&tables);
                Self { tables, state }
            }
        }
    };
}
every_table!(over_tables);

fn change<T: Stored>(
    tables: &mut BTreeMap<&'static str, Arc<TableDigest>>,
    name: &'static str,
    changes: &[RowChange<T>],
) {
    if changes.is_empty() {
        return;
    }
    if let Some(table) = tables.get_mut(name) {
        Arc::make_mut(table).change(changes);
    }
}

impl StateDigest {
    fn hash(tables: &BTreeMap<&'static str, Arc<TableDigest>>) -> Digest {
        let told = || tables.iter().filter(|(_, table)| table.since == 1 || table.count > 0);
        let mut stream = Stream::new();
        stream.text("tranche state 1").count(told().count());
        for (name, table) in told() {
            stream.text(name).count(table.count).digest(&table.hash);
        }
        stream.end()
    }

    /// The digest of the state: equal for equal plans, whatever their history.
    #[must_use]
    pub const fn state_sha256(&self) -> Digest {
        self.state
    }

    /// The first eight digits of [`Self::state_sha256`].
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.state.fingerprint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_64_lower_case_digits() {
        let digest = Digest::of_bytes(b"x");
        let text = digest.to_string();
        assert_eq!(text.parse(), Ok(digest));
        for wrong in [&text[1..], &format!("{text}0"), &text.to_uppercase(), &text.replace(&text[5..6], "g"), "", "é"]
        {
            assert_eq!(wrong.parse::<Digest>(), Err(DigestRefusal), "{wrong}");
        }
        for sign in (0..=255_u8).map(char::from).filter(|sign| !matches!(sign, '0'..='9' | 'a'..='f')) {
            assert_eq!(format!("{sign}{}", &text[1..]).parse::<Digest>(), Err(DigestRefusal), "{sign:?}");
        }
    }
}
