//! Differences as JSON: the changed rows, before and after.

use std::sync::Arc;

use model::{Diff, RowChange, TableName};
use serde::{Deserialize, Serialize};

use super::record::RecordV1;
use super::{CodecRefusal, check_version, to_text};
use crate::cell::Words;
use crate::table::{Stored, every_table};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DiffV1 {
    v: u32,
    changes: Vec<ChangeV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeV1 {
    table: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<RecordV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<RecordV1>,
}

impl ChangeV1 {
    /// The first version of payloads that can hold this change.
    fn needs<T: Stored>(&self) -> u32 {
        let records = [&self.before, &self.after].into_iter().flatten();
        records.map(RecordV1::needs::<T>).fold(T::SINCE, u32::max)
    }
}

fn put<T: Stored>(diff: &mut DiffV1, table: TableName, rows: &[RowChange<T>]) {
    let record = |row: &Option<Arc<T>>| row.as_deref().map(RecordV1::of);
    for RowChange { before, after } in rows {
        let change = ChangeV1 { table: table.key().to_owned(), before: record(before), after: record(after) };
        diff.v = diff.v.max(change.needs::<T>());
        diff.changes.push(change);
    }
}

fn read<T: Stored>(change: &ChangeV1, version: u32, words: &mut Words) -> Result<RowChange<T>, CodecRefusal> {
    check_version(version, change.needs::<T>())?;
    let ChangeV1 { table, before, after } = change;
    let mut row =
        |record: &Option<RecordV1>| record.as_ref().map(|record| record.read(words).map(Arc::new)).transpose();
    let change = RowChange { before: row(before)?, after: row(after)? };
    if change.before.is_none() && change.after.is_none() {
        return Err(CodecRefusal(format!("a change of {table} changes nothing")));
    }
    Ok(change)
}

macro_rules! over_tables {
    ($($field:ident $name:ident,)+) => {
        /// The payload of a difference.
        pub(crate) fn diff_to_text(diff: &Diff) -> String {
            let Diff { package, $($field,)+ } = diff;
            let mut text = DiffV1 { v: 1, changes: Vec::new() };
            if let Some((before, after)) = package {
                let change = RowChange { before: Some(Arc::clone(before)), after: Some(Arc::clone(after)) };
                put(&mut text, TableName::Package, &[change]);
            }
            $(put(&mut text, TableName::$name, $field);)+
            to_text(&text)
        }

        /// The difference of a payload.
        ///
        /// # Errors
        /// What was not understood.
        pub(crate) fn diff_from_text(text: &str) -> Result<Diff, CodecRefusal> {
            let DiffV1 { v, changes } = serde_json::from_str(text)?;
            check_version(v, 1)?;
            let mut words = Words::default();
            let mut diff = Diff::default();
            for change in &changes {
                match change.table.as_str() {
                    "package" => {
                        let RowChange { before, after } = read(change, v, &mut words)?;
                        let lost = || CodecRefusal("the package is missing on one side".to_owned());
                        diff.package = Some((before.ok_or_else(lost)?, after.ok_or_else(lost)?));
                    }
                    $(name if name == TableName::$name.key() => diff.$field.push(read(change, v, &mut words)?),)+
                    other => return Err(CodecRefusal(format!("there is no table {other:?}"))),
                }
            }
            Ok(diff)
        }
    };
}
every_table!(over_tables);
