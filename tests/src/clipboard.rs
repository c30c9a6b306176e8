//! Blocks of cells pasted through the command table, and what is told of them.

use bridge::Session;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::session;

/// A session on the shipped plan, and the folder that it works in.
pub fn desk() -> (TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    (folder, session)
}

/// What a paste tells, done or not as it asks.
pub fn told(session: &Session, request: &Value) -> Value {
    session.call("paste", request.clone()).unwrap_or_else(|problem| panic!("{request}: {}", problem.message))
}

/// Pastes, and gives what was told.
pub fn pasted(session: &Session, request: &Value) -> Value {
    let mut request = request.clone();
    request["apply"] = json!(true);
    told(session, &request)
}

/// A row as the plan has it.
pub fn row(session: &Session, code: &str) -> Value {
    session.call("row", json!({ "id": code })).unwrap()["row"].clone()
}

/// A text that lands on one cell.
pub fn on(row: &str, column: &str, text: &str) -> Value {
    json!({ "text": text, "at": { "row": row, "column": column } })
}

/// The code of the problem of every refused cell, with the code of its row and its column.
pub fn problems(told: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let cells = told["cells"].as_array().unwrap().iter().filter(|cell| !cell["problem"].is_null());
    cells.map(|cell| (text(&cell["row"]), text(&cell["column"]), text(&cell["problem"]["code"]))).collect()
}
