//! Files as earlier programs wrote them: made from today's, with the text of their schema as it was released.

use std::path::Path;
use std::sync::Arc;

use model::{AddedRow, Allocation, Cluster, Override, Plan, Priority, Programme, Table, What};
use rusqlite::{Connection, params};

const RELEASED: [&str; 3] = [
    include_str!("../../migrations/001_first.sql"),
    include_str!("../../migrations/002_conditions.sql"),
    include_str!("../../migrations/003_scenarios.sql"),
];
const WORKING: [&str; 3] = [
    include_str!("../../migrations/working.sql"),
    include_str!("../../migrations/working.sql"),
    include_str!("../../migrations/working_003.sql"),
];

/// What the third schema can say of a plan.
fn third_schema(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let programmes = plan.programmes.clone();
    let programme = |row: &Arc<Programme>| Programme { part_of: None, owed: None, ..(**row).clone() };
    plan.programmes = programmes.iter().map(programme).collect();
    for row in plan.allocations.clone().iter() {
        plan.allocations.put(Arc::new(Allocation { cited: Vec::new(), ..(**row).clone() }));
    }
    let limits = plan.limits.clone();
    plan.limits = Table::from_rows(limits.iter().filter(|row| row.share.is_none()).map(|row| (**row).clone()));
    let said = |row: &Override| match &row.what {
        What::Set(_) => row.at.field.is_some_and(|field| !["cited", "share", "of"].contains(&field.as_str())),
        What::Add(AddedRow::Allocation(row)) => row.cited.is_empty(),
        What::Add(AddedRow::Limit(row)) => row.share.is_none(),
        What::Add(_) | What::Remove => true,
    };
    let overrides = plan.overrides.clone();
    plan.overrides = Table::from_rows(overrides.iter().filter(|row| said(row)).map(|row| (**row).clone()));
    plan
}

/// What the second schema can say of a plan.
fn second_schema(plan: &Plan) -> Plan {
    let (scenarios, overrides, odds) = (Table::default(), Table::default(), Table::default());
    Plan { scenarios, overrides, odds, ..third_schema(plan) }
}

/// What a schema can say of a plan.
pub fn of_schema(version: usize, plan: &Plan) -> Plan {
    match version {
        1 => first_schema(plan),
        2 => second_schema(plan),
        _ => third_schema(plan),
    }
}

/// What the first schema can say of a plan.
pub fn first_schema(plan: &Plan) -> Plan {
    let mut plan = second_schema(plan);
    plan.chapters = Table::default();
    plan.steps = Table::default();
    plan.events = Table::default();
    plan.caps = Table::default();
    let clusters = plan.clusters.clone();
    plan.clusters = clusters.iter().map(|row| Cluster { terms: Vec::new(), ..(**row).clone() }).collect();
    let programmes = plan.programmes.clone();
    plan.programmes = programmes.iter().map(|row| Programme { lapse_years: None, ..(**row).clone() }).collect();
    for row in plan.allocations.clone().iter() {
        let mut row = (**row).clone();
        row.priority = Priority::USUAL;
        plan.allocations.put(Arc::new(row));
    }
    plan
}

/// Makes a plan file of today one of an earlier schema. What that cannot say must not be in it.
pub fn make_old(version: usize, path: &Path) {
    copy_rows(path, version, "");
    let connection = Connection::open(path).unwrap();
    let rows: String = connection.query_row("SELECT rows_by_table FROM stamp", [], |row| row.get(0)).unwrap();
    let second = ["caps=0", "chapters=0", "event_effects=0", "events=0", "release_terms=0", "steps=0"];
    let third = ["odds=0", "overrides=0", "scenarios=0"];
    let new = |count: &str| (version < 3 && third.contains(&count)) || (version == 1 && second.contains(&count));
    let (added, known): (Vec<&str>, Vec<&str>) = rows.split(' ').partition(|count| new(count));
    assert_eq!(added.len(), [9, 3, 0][version - 1]);
    let sql = "UPDATE stamp SET rows_by_table = ?1, min_reader = ?2, min_writer = ?2";
    connection.execute(sql, params![known.join(" "), version as i64]).unwrap();
}

/// Makes a working copy of today one of an earlier schema.
pub fn make_old_working(version: usize, path: &Path) {
    copy_rows(path, version, WORKING[version - 1]);
    let mut bytes = std::fs::read(path).unwrap();
    bytes[18..20].fill(2);
    std::fs::write(path, bytes).unwrap();
}

/// An empty database of an earlier schema.
fn empty(path: &Path, version: usize, beside: &str) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("PRAGMA page_size = 4096").unwrap();
    for text in &RELEASED[..version] {
        for table in text.split("CREATE TABLE ").skip(1) {
            let name = table.split_whitespace().next().unwrap();
            connection.execute_batch(&format!("DROP TABLE IF EXISTS {name}")).unwrap();
        }
        connection.execute_batch(text).unwrap();
    }
    connection.execute_batch(beside).unwrap();
    connection.execute_batch("VACUUM").unwrap();
    connection
}

/// Puts a database of an earlier schema in the place of another, with the rows of the tables it has.
fn copy_rows(path: &Path, version: usize, beside: &str) {
    let made = path.with_extension("made");
    let connection = empty(&made, version, beside);
    connection.execute("ATTACH ?1 AS later", params![path.to_str().unwrap()]).unwrap();
    let texts = |sql: &str| -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    for table in texts("SELECT name FROM main.sqlite_schema") {
        let columns = texts(&format!("SELECT name FROM pragma_table_info('{table}', 'main')")).join(", ");
        let sql = format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM later.{table}");
        connection.execute(&sql, []).unwrap();
    }
    connection.execute_batch("DETACH later").unwrap();
    drop(connection);
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
    }
    std::fs::rename(made, path).unwrap();
}
