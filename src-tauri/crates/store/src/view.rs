//! Bytes in memory as a database that is read and never written. With [`crate::vfs`] the only unsafe code of this crate.
//!
//! SQLite reads the very bytes that were read from the file, without a copy of its own, and from as many connections as
//! there are threads to read them.
#![allow(unsafe_code)]

use std::marker::PhantomData;
use std::ops::Deref;

use rusqlite::{Connection, MAIN_DB};

/// A connection to a database that these bytes are.
pub(crate) struct View<'a> {
    connection: Connection,
    bytes: PhantomData<&'a [u8]>,
}

impl<'a> View<'a> {
    /// Opens the bytes; `prepare` is called before the first of them is looked at.
    pub(crate) fn of(
        bytes: &'a [u8],
        prepare: impl FnOnce(&mut Connection) -> rusqlite::Result<()>,
    ) -> rusqlite::Result<Self> {
        let mut connection = Connection::open_in_memory()?;
        prepare(&mut connection)?;
        // SAFETY: SQLite keeps the address until the connection is closed or gets other bytes. The connection lives in this
        // value, which cannot outlive `'a`, is dropped with it, and is given away by shared reference only, through which
        // it gets no other bytes; one that is forgotten does nothing any more. `deserialize_bytes` says read-only, so SQLite
        // neither writes to the bytes nor frees them, and nobody else writes to them while they are borrowed.
        let still: &'static [u8] = unsafe { std::mem::transmute::<&'a [u8], &'static [u8]>(bytes) };
        connection.deserialize_bytes(MAIN_DB, still)?;
        Ok(Self { connection, bytes: PhantomData })
    }
}

impl Deref for View<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.connection
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_viewed_cannot_be_written() {
        let mut made = Connection::open_in_memory().unwrap();
        made.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2);").unwrap();
        let bytes = made.serialize(MAIN_DB).unwrap().to_vec();
        let before = bytes.clone();
        let (one, other) = (View::of(&bytes, |_| Ok(())).unwrap(), View::of(&bytes, |_| Ok(())).unwrap());
        let sum = |view: &View<'_>| view.query_row("SELECT sum(x) FROM t", [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!((sum(&one), sum(&other)), (3, 3));
        for sql in
            ["UPDATE t SET x = 9", "DROP TABLE t", "PRAGMA user_version = 7", "VACUUM", "PRAGMA journal_mode = WAL"]
        {
            let _ = one.execute_batch(sql);
        }
        assert!(one.execute("INSERT INTO t VALUES (4)", []).is_err());
        assert_eq!((sum(&one), sum(&other)), (3, 3));
        drop((one, other));
        assert_eq!(bytes, before);
    }
}
