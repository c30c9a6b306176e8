//! Rows and their tables: one file per table, and what holds for all of them.
//!
//! A row is a list of cells. The same cells are what a table holds, what the hash is taken of and what the history
//! keeps, so that the three cannot come to disagree.

mod allocations;
mod caps;
mod chapters;
mod clusters;
mod events;
mod funders;
mod key;
mod limits;
mod needs;
mod odds;
mod output;
mod overrides;
mod package;
mod programmes;
mod readings;
mod rules;
mod scenarios;
mod sectors;
mod shape;
mod sources;
mod steps;

use std::sync::Arc;

use model::{Diff, DiffMismatch, Package, Plan, RowChange, Table, TableName};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params_from_iter};

pub(crate) use self::clusters::{TERMS, read_terms, terms_cells};
pub(crate) use self::key::KeyText;
pub(crate) use self::shape::{Added, Part, Shape};
use self::{allocations::PAID, events::EFFECTS};
use crate::cell::{Cell, Cells, RowReader, Words};
use crate::codec::RecordV1;
use crate::error::Damage;

/// A row that is stored.
pub(crate) trait Stored: Sized {
    /// The name of its table.
    const TABLE: &'static str;
    /// The first schema that has the table.
    const SINCE: u32 = 1;
    /// Its columns; the first one is the key.
    const COLUMNS: &'static [&'static str];
    /// The last of the columns, where later schemas added some.
    const ADDED: &'static [Added] = &[];
    /// The table of its parts, where it has any.
    const PART: Option<Part> = None;
    /// All of that.
    const SHAPE: Shape = Shape { table: Self::TABLE, since: Self::SINCE, columns: Self::COLUMNS, added: Self::ADDED };

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

/// What a row says: its cells and those of its parts, without the usual ones at their ends. This is what is hashed and
/// what the history notes.
pub(crate) struct Told<'a> {
    /// Its own cells.
    pub(crate) cells: Cells<'a>,
    /// The cells of each of its parts.
    pub(crate) parts: Vec<Cells<'a>>,
}

impl<'a> Told<'a> {
    /// What this row says.
    pub(crate) fn of<T: Stored>(row: &'a T) -> Self {
        let told = |cells| T::PART.map_or_else(Vec::new, |part| part.shape.told(cells));
        Self { cells: T::SHAPE.told(row.cells()), parts: row.parts().into_iter().map(told).collect() }
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
            caps Caps,
            chapters Chapters,
            clusters Clusters,
            events Events,
            funders Funders,
            limits Limits,
            needs Needs,
            odds Odds,
            output Output,
            overrides Overrides,
            programmes Programmes,
            readings Readings,
            rules Rules,
            scenarios Scenarios,
            sectors Sectors,
            sources Sources,
            steps Steps,
        }
    };
}
pub(crate) use every_table;

/// What is known of the rows of a table without their type.
pub(crate) struct Form {
    /// Its columns.
    pub(crate) shape: Shape,
    /// The table of its parts, where it has any.
    pub(crate) part: Option<Part>,
    /// The first version of payloads that can hold a row of it.
    pub(crate) needs: fn(&RecordV1<'_>) -> u32,
}

impl Form {
    const fn of<T: Stored>() -> Self {
        Self { shape: T::SHAPE, part: T::PART, needs: |record| record.needs::<T>() }
    }
}

fn form_in<T: Stored + model::Row>(_: fn(&Plan) -> &Table<T>) -> Form {
    Form::of::<T>()
}

macro_rules! over_plans {
    ($($field:ident $name:ident,)+) => {
        /// What is known of the rows of a table.
        pub(crate) fn form_of(table: TableName) -> Form {
            match table {
                TableName::Package => Form::of::<Package>(),
                $(TableName::$name => form_in(|plan| &plan.$field),)+
            }
        }

        /// Writes every row of a plan into empty tables.
        pub(crate) fn insert_plan(connection: &Connection, plan: &Plan) -> rusqlite::Result<()> {
            let Plan { package, $($field,)+ } = plan;
            insert_rows(connection, std::iter::once(&**package))?;
            $(insert_rows(connection, $field.iter().map(|row| &**row))?;)+
            Ok(())
        }

        /// Reads every row of a plan from the tables of a schema. A table that the schema does not have is empty, and what
        /// it does not say of a row is usual.
        pub(crate) fn read_plan(connection: &Connection, version: u32) -> Result<Plan, TableFault> {
            let mut words = Words::default();
            let mut packages: Vec<Package> = read_rows(connection, version, &mut words)?;
            let package = packages.pop().filter(|_| packages.is_empty()).ok_or(Damage::Rows("package"))?;
            Ok(Plan {
                package: Arc::new(package),
                $($field: read_table(connection, version, &mut words)?,)+
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

        /// How many rows a plan has in each table of a schema, by name.
        pub(crate) fn count_rows(plan: &Plan, version: u32) -> Vec<(&'static str, usize)> {
            let Plan { package: _, $($field,)+ } = plan;
            let mut counts = vec![(Package::SHAPE, 1), $((shape_of($field), $field.len()),)+];
            counts.push((PAID.shape, plan.allocations.iter().map(|row| row.paid.len()).sum()));
            counts.push((TERMS.shape, plan.clusters.iter().map(|row| row.terms.len()).sum()));
            counts.push((EFFECTS.shape, plan.events.iter().map(|row| row.effects.len()).sum()));
            let known = counts.into_iter().filter(|(shape, _)| shape.since <= version);
            let mut counts: Vec<_> = known.map(|(shape, count)| (shape.table, count)).collect();
            counts.sort_unstable();
            counts
        }
    };
}
every_table!(over_plans);

fn shape_of<T: Stored + model::Row>(_: &Table<T>) -> Shape {
    T::SHAPE
}

fn insert_sql(shape: Shape, owner: Option<&str>) -> String {
    let names: Vec<&str> = owner.into_iter().chain(shape.columns.iter().copied()).collect();
    let places: Vec<String> = (1..=names.len()).map(|place| format!("?{place}")).collect();
    format!("INSERT INTO {} ({}) VALUES ({})", shape.table, names.join(", "), places.join(", "))
}

fn insert_rows<'a, T: Stored + 'a>(connection: &Connection, rows: impl Iterator<Item = &'a T>) -> rusqlite::Result<()> {
    let mut insert = connection.prepare_cached(&insert_sql(T::SHAPE, None))?;
    let mut insert_part = match T::PART {
        Some(part) => Some(connection.prepare_cached(&insert_sql(part.shape, Some(part.owner)))?),
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
    for row in changes.iter().filter_map(|change| change.before.as_deref()) {
        let cells = row.cells();
        let gone = connection
            .prepare_cached(&format!("DELETE FROM {} WHERE {} = ?1", T::TABLE, T::SHAPE.key()))?
            .execute(params_from_iter(cells.first()))?;
        if gone != 1 {
            return Err(TableFault::Mismatch(DiffMismatch { table: name }));
        }
        if let Some(Part { owner, shape }) = T::PART {
            connection
                .prepare_cached(&format!("DELETE FROM {} WHERE {owner} = ?1", shape.table))?
                .execute(params_from_iter(cells.first()))?;
        }
    }
    insert_rows(connection, changes.iter().filter_map(|change| change.after.as_deref()))?;
    Ok(())
}

fn read_table<T: Stored + model::Row>(
    connection: &Connection,
    version: u32,
    words: &mut Words,
) -> Result<Table<T>, TableFault> {
    let rows: Vec<T> = read_rows(connection, version, words)?;
    let count = rows.len();
    let table = Table::from_rows(rows);
    if table.len() == count { Ok(table) } else { Err(Damage::Rows(T::TABLE).into()) }
}

fn read_rows<T: Stored>(connection: &Connection, version: u32, words: &mut Words) -> Result<Vec<T>, TableFault> {
    if T::SINCE > version {
        return Ok(Vec::new());
    }
    let mut parts = match T::PART.filter(|part| part.shape.since <= version) {
        Some(part) => read_parts(connection, version, part)?,
        None => Vec::new(),
    }
    .into_iter()
    .peekable();
    let columns = T::SHAPE.columns_in(version);
    let sql = format!("SELECT {} FROM {} ORDER BY {}", columns.join(", "), T::TABLE, T::SHAPE.key());
    let mut statement = connection.prepare(&sql)?;
    let mut found = statement.query([])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let cells = cells_of(row, T::TABLE, columns)?;
        let mut read = T::read(&mut RowReader::new(T::SHAPE, &cells, words)?)?;
        while let Some((_, part)) = parts.next_if(|(owner, _)| cells.first() == Some(owner)) {
            let Part { shape, .. } = T::PART.ok_or(Damage::Rows(T::TABLE))?;
            read.read_part(&mut RowReader::new(shape, &part, words)?)?;
        }
        rows.push(read);
    }
    match (parts.next(), T::PART) {
        (Some(_), Some(part)) => Err(Damage::Rows(part.shape.table).into()),
        _ => Ok(rows),
    }
}

/// The parts of all rows: the key of the row each belongs to, and its cells.
fn read_parts(
    connection: &Connection,
    version: u32,
    Part { owner, shape }: Part,
) -> Result<Vec<(Cell<'static>, Cells<'static>)>, TableFault> {
    let (table, columns) = (shape.table, shape.columns_in(version));
    let sql = format!("SELECT {owner}, {} FROM {table} ORDER BY {owner}, {}", columns.join(", "), shape.key());
    let mut statement = connection.prepare(&sql)?;
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
