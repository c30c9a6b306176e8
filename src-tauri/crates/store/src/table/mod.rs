//! Rows and their tables: one file per table, and what holds for all of them.
//!
//! A row is a list of cells. The same cells are what a table holds, what the hash is taken of and what the history
//! keeps, so that the three cannot come to disagree.

mod allocations;
mod clusters;
mod funders;
mod limits;
mod needs;
mod output;
mod package;
mod programmes;
mod readings;
mod rules;
mod sectors;
mod sources;

use std::sync::Arc;

use model::{Diff, DiffMismatch, Package, Plan, RowChange, Table, TableName};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params_from_iter};

pub(crate) use self::allocations::PAID;
use crate::cell::{Cell, Cells, RowReader, Words};
use crate::error::Damage;

/// A second table whose rows belong to a row of the first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    /// Its name.
    pub(crate) table: &'static str,
    /// The column that holds the key of the row it belongs to.
    pub(crate) owner: &'static str,
    /// The other columns. They are ordered by the first.
    pub(crate) columns: &'static [&'static str],
}

/// A row that is stored.
pub(crate) trait Stored: Sized {
    /// The name of its table.
    const TABLE: &'static str;
    /// Its columns; the first one is the key.
    const COLUMNS: &'static [&'static str];
    /// The table of its parts, where it has any.
    const PART: Option<Part> = None;

    /// Its cells, in the order of the columns.
    fn cells(&self) -> Cells<'_>;

    /// The row that these cells are.
    ///
    /// # Errors
    /// The cell that its column cannot mean.
    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage>;

    /// The cells of its parts.
    fn parts(&self) -> Vec<Cells<'_>> {
        Vec::new()
    }

    /// Takes in one part.
    ///
    /// # Errors
    /// The cell that its column cannot mean.
    fn read_part(&mut self, _part: &mut RowReader<'_>) -> Result<(), Damage> {
        Err(Damage::Rows(Self::TABLE))
    }
}

/// Why a table was not read or written.
#[derive(Debug)]
pub(crate) enum TableFault {
    /// SQLite refused.
    Sql(rusqlite::Error),
    /// A row is not one.
    Damage(Damage),
    /// What should change is not what is stored.
    Mismatch(DiffMismatch),
}

impl From<rusqlite::Error> for TableFault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<Damage> for TableFault {
    fn from(damage: Damage) -> Self {
        Self::Damage(damage)
    }
}

/// Calls a macro with each table but the package: its field in a plan and in a difference, and its name.
macro_rules! every_table {
    ($with:ident) => {
        $with! {
            allocations Allocations,
            clusters Clusters,
            funders Funders,
            limits Limits,
            needs Needs,
            output Output,
            programmes Programmes,
            readings Readings,
            rules Rules,
            sectors Sectors,
            sources Sources,
        }
    };
}
pub(crate) use every_table;

macro_rules! over_plans {
    ($($field:ident $name:ident,)+) => {
        /// Writes every row of a plan into empty tables.
        pub(crate) fn insert_plan(connection: &Connection, plan: &Plan) -> rusqlite::Result<()> {
            let Plan { package, $($field,)+ } = plan;
            insert_rows(connection, std::iter::once(&**package))?;
            $(insert_rows(connection, $field.iter().map(|row| &**row))?;)+
            Ok(())
        }

        /// Reads every row of a plan.
        pub(crate) fn read_plan(connection: &Connection) -> Result<Plan, TableFault> {
            let mut words = Words::default();
            let mut packages: Vec<Package> = read_rows(connection, &mut words)?;
            let package = packages.pop().filter(|_| packages.is_empty()).ok_or(Damage::Rows("package"))?;
            Ok(Plan {
                package: Arc::new(package),
                $($field: read_table(connection, &mut words)?,)+
            })
        }

        /// Writes what a difference changes, and nothing else.
        pub(crate) fn write_diff(connection: &Connection, diff: &Diff) -> Result<(), TableFault> {
            let Diff { package, $($field,)+ } = diff;
            if let Some((before, after)) = package {
                let change = RowChange { before: Some(Arc::clone(before)), after: Some(Arc::clone(after)) };
                write_changes(connection, &[change], TableName::Package)?;
            }
            $(write_changes(connection, $field, TableName::$name)?;)+
            Ok(())
        }

        /// How many rows each table of a plan has, by name.
        pub(crate) fn count_rows(plan: &Plan) -> Vec<(&'static str, usize)> {
            let Plan { package: _, $($field,)+ } = plan;
            let mut counts = vec![("package", 1), $((TableName::$name.key(), $field.len()),)+];
            counts.push((PAID.table, plan.allocations.iter().map(|row| row.paid.len()).sum()));
            counts.sort_unstable();
            counts
        }
    };
}
every_table!(over_plans);

fn insert_sql(table: &str, owner: Option<&str>, columns: &[&str]) -> String {
    let names: Vec<&str> = owner.into_iter().chain(columns.iter().copied()).collect();
    let places: Vec<String> = (1..=names.len()).map(|place| format!("?{place}")).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), places.join(", "))
}

fn insert_rows<'a, T: Stored + 'a>(connection: &Connection, rows: impl Iterator<Item = &'a T>) -> rusqlite::Result<()> {
    let mut insert = connection.prepare_cached(&insert_sql(T::TABLE, None, T::COLUMNS))?;
    let mut insert_part = match T::PART {
        Some(part) => Some(connection.prepare_cached(&insert_sql(part.table, Some(part.owner), part.columns))?),
        None => None,
    };
    for row in rows {
        let cells = row.cells();
        insert.execute(params_from_iter(&cells))?;
        if let Some(insert_part) = &mut insert_part {
            for part in row.parts() {
                insert_part.execute(params_from_iter(cells.first().into_iter().chain(&part)))?;
            }
        }
    }
    Ok(())
}

fn write_changes<T: Stored>(
    connection: &Connection,
    changes: &[RowChange<T>],
    name: TableName,
) -> Result<(), TableFault> {
    if changes.is_empty() {
        return Ok(());
    }
    let key = T::COLUMNS.first().copied().unwrap_or("");
    for row in changes.iter().filter_map(|change| change.before.as_deref()) {
        let cells = row.cells();
        let gone = connection
            .prepare_cached(&format!("DELETE FROM {} WHERE {key} = ?1", T::TABLE))?
            .execute(params_from_iter(cells.first()))?;
        if gone != 1 {
            return Err(TableFault::Mismatch(DiffMismatch { table: name }));
        }
        if let Some(part) = T::PART {
            connection
                .prepare_cached(&format!("DELETE FROM {} WHERE {} = ?1", part.table, part.owner))?
                .execute(params_from_iter(cells.first()))?;
        }
    }
    insert_rows(connection, changes.iter().filter_map(|change| change.after.as_deref()))?;
    Ok(())
}

fn read_table<T: Stored + model::Row>(connection: &Connection, words: &mut Words) -> Result<Table<T>, TableFault> {
    let rows: Vec<T> = read_rows(connection, words)?;
    let count = rows.len();
    let table = Table::from_rows(rows);
    if table.len() == count { Ok(table) } else { Err(Damage::Rows(T::TABLE).into()) }
}

fn read_rows<T: Stored>(connection: &Connection, words: &mut Words) -> Result<Vec<T>, TableFault> {
    let mut parts = match T::PART {
        Some(part) => read_parts(connection, part)?,
        None => Vec::new(),
    }
    .into_iter()
    .peekable();
    let key = T::COLUMNS.first().copied().unwrap_or("");
    let sql = format!("SELECT {} FROM {} ORDER BY {key}", T::COLUMNS.join(", "), T::TABLE);
    let mut statement = connection.prepare(&sql)?;
    let mut found = statement.query([])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let cells = cells_of(row, T::TABLE, T::COLUMNS)?;
        let mut read = T::read(&mut RowReader::new(T::TABLE, T::COLUMNS, &cells, words)?)?;
        while let Some((_, part)) = parts.next_if(|(owner, _)| cells.first() == Some(owner)) {
            let Part { table, columns, .. } = T::PART.ok_or(Damage::Rows(T::TABLE))?;
            read.read_part(&mut RowReader::new(table, columns, &part, words)?)?;
        }
        rows.push(read);
    }
    match (parts.next(), T::PART) {
        (Some(_), Some(part)) => Err(Damage::Rows(part.table).into()),
        _ => Ok(rows),
    }
}

/// The parts of all rows: the key of the row each belongs to, and its cells.
fn read_parts(connection: &Connection, part: Part) -> Result<Vec<(Cell<'static>, Cells<'static>)>, TableFault> {
    let Part { table, owner, columns } = part;
    let first = columns.first().copied().unwrap_or("");
    let mut statement = connection
        .prepare(&format!("SELECT {owner}, {} FROM {table} ORDER BY {owner}, {first}", columns.join(", ")))?;
    let mut found = statement.query([])?;
    let mut parts = Vec::new();
    while let Some(row) = found.next()? {
        let mut cells = Vec::with_capacity(columns.len() + 1);
        for at in 0..=columns.len() {
            cells.push(cell_of(row, at).ok_or(Damage::Rows(table))?.into_owned());
        }
        let owner = cells.remove(0);
        parts.push((owner, cells));
    }
    Ok(parts)
}

fn cells_of<'a>(
    row: &'a rusqlite::Row<'_>,
    table: &'static str,
    columns: &'static [&'static str],
) -> Result<Cells<'a>, TableFault> {
    let mut cells = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        let wrong = || Damage::Cell { table, column, row: shown(cells.first()), found: String::new() };
        cells.push(cell_of(row, at).ok_or_else(wrong)?);
    }
    Ok(cells)
}

fn shown(cell: Option<&Cell<'_>>) -> String {
    cell.map(Cell::shown).unwrap_or_default()
}

/// The cell, where it is one: neither a float, nor bytes, nor a text that is not UTF-8.
fn cell_of<'a>(row: &'a rusqlite::Row<'_>, at: usize) -> Option<Cell<'a>> {
    match row.get_ref(at).ok()? {
        ValueRef::Null => Some(Cell::Null),
        ValueRef::Integer(number) => Some(Cell::Integer(number)),
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok().map(crate::cell::text),
        ValueRef::Real(_) | ValueRef::Blob(_) => None,
    }
}
