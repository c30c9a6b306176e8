//! Files as earlier programs wrote them: made from today's, with the text of their schema as it was released.

use std::path::Path;
use std::sync::Arc;

use model::{Cluster, Plan, Priority, Programme, Table};
use rusqlite::{Connection, params};

const FIRST: &str = include_str!("../../migrations/001_first.sql");
const WORKING: &str = include_str!("../../migrations/working.sql");

/// What the first schema can say of a plan.
pub fn first_schema(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
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

/// Makes a plan file of the second schema one of the first. What the first cannot say must not be in it.
pub fn make_first(path: &Path) {
    copy_rows(path, FIRST);
    let connection = Connection::open(path).unwrap();
    let rows: String = connection.query_row("SELECT rows_by_table FROM stamp", [], |row| row.get(0)).unwrap();
    let new = ["caps=0", "chapters=0", "event_effects=0", "events=0", "release_terms=0", "steps=0"];
    let (added, known): (Vec<&str>, Vec<&str>) = rows.split(' ').partition(|count| new.contains(count));
    assert_eq!(added, new);
    let sql = "UPDATE stamp SET rows_by_table = ?1, min_reader = 1, min_writer = 1";
    connection.execute(sql, params![known.join(" ")]).unwrap();
}

/// Makes a working copy of the second schema one of the first.
pub fn make_first_working(path: &Path) {
    copy_rows(path, &format!("{FIRST}{WORKING}"));
    let mut bytes = std::fs::read(path).unwrap();
    bytes[18..20].fill(2);
    std::fs::write(path, bytes).unwrap();
}

/// Puts a database of this schema in the place of another, with the rows of the tables it has.
fn copy_rows(path: &Path, schema: &str) {
    let made = path.with_extension("made");
    let connection = Connection::open(&made).unwrap();
    connection.execute_batch("PRAGMA page_size = 4096").unwrap();
    connection.execute_batch(schema).unwrap();
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
