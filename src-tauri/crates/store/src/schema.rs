//! The schemas there are, and the marks of our files.

use std::collections::BTreeMap;

/// The texts of the released schemas, oldest first: each holds, in full, the tables that are new or changed in it.
const RELEASED: [&str; VERSION as usize] = [
    include_str!("../migrations/001_first.sql"),
    include_str!("../migrations/002_conditions.sql"),
    include_str!("../migrations/003_scenarios.sql"),
    include_str!("../migrations/004_allocate.sql"),
];
/// The table that a working copy has beside them, and the schema from which on it has it so.
const WORKING: [(u32, &str); 2] =
    [(1, include_str!("../migrations/working.sql")), (3, include_str!("../migrations/working_003.sql"))];

/// What SQLite's header calls the application: `TRNC`.
pub(crate) const APPLICATION_ID: u32 = 0x5452_4e43;
/// The newest version of a plan file that this program knows, and the one it writes.
pub(crate) const VERSION: u32 = 4;
/// The bytes of a page, in every file of ours.
pub(crate) const PAGE_BYTES: u32 = 4096;

/// The schema of a database of ours: one of a released version, as a plan file or a working copy has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Schema {
    /// From 1 to [`VERSION`].
    pub(crate) version: u32,
    working: bool,
}

impl Schema {
    /// The schema of a plan file of this version.
    pub(crate) const fn file(version: u32) -> Self {
        Self { version, working: false }
    }

    /// The schema of a working copy of this version.
    pub(crate) const fn working(version: u32) -> Self {
        Self { version, working: true }
    }

    /// What makes its tables, statement by statement, from the first version on.
    fn statements(self) -> impl Iterator<Item = &'static str> {
        let released = RELEASED.into_iter().take(self.version as usize);
        let working = WORKING.into_iter().filter(move |(since, _)| self.working && *since <= self.version);
        released.chain(working.map(|(_, text)| text)).flat_map(|text| text.split(";\n"))
    }

    /// The text of each table by its name, as SQLite keeps it: that of the last version that changed it.
    pub(crate) fn tables(self) -> BTreeMap<&'static str, &'static str> {
        self.statements().filter_map(table_in).collect()
    }

    /// What makes an empty database of this schema.
    pub(crate) fn script(self) -> String {
        let tables = self.tables();
        let stays = |statement: &&str| table_in(statement).is_none_or(|(name, text)| tables.get(name) == Some(&text));
        self.statements().filter(stays).map(|statement| format!("{statement};\n")).collect()
    }
}

/// The name and the text of the table that a statement makes, where it makes one. Comments may stand before it.
fn table_in(statement: &str) -> Option<(&str, &str)> {
    let text = &statement[statement.find("CREATE TABLE ")?..];
    Some((text.split_whitespace().nth(2)?, text))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// What SQLite itself makes of a schema: its tables, and the marks in the header.
    fn made(schema: Schema) -> (BTreeMap<String, String>, u32, u32) {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        connection.execute_batch(&schema.script()).unwrap();
        let mut statement = connection.prepare("SELECT name, sql FROM sqlite_schema").unwrap();
        let tables = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap);
        let mark = |name| connection.pragma_query_value(None, name, |row| row.get(0)).unwrap();
        (tables.collect(), mark("application_id"), mark("user_version"))
    }

    #[test]
    fn the_text_is_what_sqlite_keeps() {
        let both = |(version, count)| [(Schema::file(version), count), (Schema::working(version), count + 1)];
        for (schema, count) in [(1, 15), (2, 21), (3, 25), (4, 25)].into_iter().flat_map(both) {
            let (tables, application_id, version) = made(schema);
            let golden = schema.tables();
            assert_eq!(golden.len(), count);
            assert!(golden.iter().map(|(name, text)| (*name, *text)).eq(tables.iter().map(|(n, t)| (&**n, &**t))));
            assert_eq!((application_id, version), (APPLICATION_ID, schema.version));
        }
        let texts = RELEASED.into_iter().chain(WORKING.map(|(_, text)| text));
        assert!(texts.into_iter().all(|text| !text.contains('\r')));
    }

    #[test]
    fn a_later_schema_only_adds() {
        // Comma or not, and whichever words a check allows, a line of the old text begins the new one.
        let column = |line: &'static str| {
            let line = line.trim_end_matches(',').trim();
            line.split_once(" CHECK (").map_or(line, |(column, _)| column)
        };
        let begins = |line: &&str| line.strip_prefix("  ").is_some_and(|line| !line.starts_with([' ', ')']));
        let columns = |text: &'static str| -> Vec<&'static str> { text.lines().filter(begins).map(column).collect() };
        for version in 1..VERSION {
            let (old, new) = (Schema::working(version).tables(), Schema::working(version + 1).tables());
            for (name, text) in old {
                assert!(columns(new[name]).starts_with(&columns(text)), "{name}");
            }
        }
    }
}
