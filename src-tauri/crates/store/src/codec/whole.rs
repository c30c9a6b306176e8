//! Whole plans as JSON: what a version keeps. Tables without rows are left out.

use std::borrow::Cow;

use model::{Package, Plan, Row, Table, TableName};
use serde::{Deserialize, Serialize};

use super::record::RecordV1;
use super::{CodecRefusal, check_version, to_text};
use crate::cell::Words;
use crate::table::{Stored, every_table};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanV3<'a> {
    v: u32,
    #[serde(borrow)]
    package: RecordV1<'a>,
    #[serde(borrow)]
    tables: Vec<TableV3<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableV3<'a> {
    #[serde(borrow)]
    table: Cow<'a, str>,
    #[serde(borrow)]
    rows: Vec<RecordV1<'a>>,
}

fn put<'a, T: Stored + Row>(plan: &mut PlanV3<'a>, name: TableName, table: &'a Table<T>) {
    if !table.is_empty() {
        let rows: Vec<RecordV1<'_>> = table.iter().map(|row| RecordV1::of(&**row)).collect();
        plan.v = rows.iter().map(RecordV1::needs::<T>).fold(plan.v, u32::max);
        plan.tables.push(TableV3 { table: Cow::Borrowed(name.key()), rows });
    }
}

fn read<T: Stored + Row>(rows: &[RecordV1<'_>], v: u32, words: &mut Words) -> Result<Table<T>, CodecRefusal> {
    let row = |record: &RecordV1<'_>| {
        check_version(v, record.needs::<T>())?;
        record.read(words)
    };
    let table: Table<T> = rows.iter().map(row).collect::<Result<Vec<T>, _>>()?.into_iter().collect();
    let twice = || CodecRefusal(format!("two rows of {} have one key", T::TABLE));
    if table.len() == rows.len() { Ok(table) } else { Err(twice()) }
}

macro_rules! over_tables {
    ($($field:ident $name:ident,)+) => {
        /// The payload of a plan.
        pub(crate) fn plan_to_text(plan: &Plan) -> String {
            let Plan { package, $($field,)+ } = plan;
            let mut text = PlanV3 { v: 3, package: RecordV1::of(&**package), tables: Vec::new() };
            $(put(&mut text, TableName::$name, $field);)+
            to_text(&text)
        }

        /// The plan of a payload.
        ///
        /// # Errors
        /// What was not understood.
        pub(crate) fn plan_from_text(text: &str) -> Result<Plan, CodecRefusal> {
            let PlanV3 { v, package, tables } = serde_json::from_str(text)?;
            check_version(v, package.needs::<Package>().max(3))?;
            let mut words = Words::default();
            let mut plan = Plan::of(package.read(&mut words)?);
            let mut last = None;
            for TableV3 { table, rows } in &tables {
                // In the order of their names, each once.
                if last.is_some_and(|last| last >= table) {
                    return Err(CodecRefusal(format!("the table {table:?} stands in a wrong place")));
                }
                last = Some(table);
                match TableName::from_key(table) {
                    $(Some(TableName::$name) => plan.$field = read(rows, v, &mut words)?,)+
                    _ => return Err(CodecRefusal(format!("there is no table {table:?}"))),
                }
            }
            Ok(plan)
        }
    };
}
every_table!(over_tables);
