//! The schemas there are, and the marks of our files.

/// The tables of a plan file, version 1.
pub(crate) const FIRST: &str = include_str!("../migrations/001_first.sql");
/// The table that a working copy has beside them.
pub(crate) const WORKING: &str = include_str!("../migrations/working.sql");

/// What SQLite's header calls the application: `TRNC`.
pub(crate) const APPLICATION_ID: u32 = 0x5452_4e43;
/// The newest version of a plan file that this program knows, and the one it writes.
pub(crate) const VERSION: u32 = 1;
/// The bytes of a page, in every file of ours.
pub(crate) const PAGE_BYTES: u32 = 4096;

/// The name and the text of each table that `sql` makes, in the order of the names.
pub(crate) fn golden(sql: &'static [&'static str]) -> Vec<(&'static str, &'static str)> {
    let statements = sql.iter().flat_map(|file| file.split(";\n"));
    let mut tables: Vec<_> = statements
        .filter_map(|statement| {
            let text = &statement[statement.find("CREATE TABLE ")?..];
            let name = text.split_whitespace().nth(2)?;
            Some((name, text))
        })
        .collect();
    tables.sort_unstable();
    tables
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_text_is_what_sqlite_keeps() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        connection.execute_batch(FIRST).unwrap();
        let sql = "SELECT name, sql FROM sqlite_schema ORDER BY name";
        let mut statement = connection.prepare(sql).unwrap();
        let kept = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        let kept: Vec<(String, String)> = kept.map(Result::unwrap).collect();
        let golden: Vec<_> =
            golden(&[FIRST]).into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        assert_eq!(kept, golden);
        assert_eq!(golden.len(), 15);
        assert!(!FIRST.contains('\r') && !WORKING.contains('\r'));
    }
}
