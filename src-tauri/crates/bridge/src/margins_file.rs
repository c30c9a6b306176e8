//! A file of margins, for those who balance a table without a window.

use exchange::{File, margins};
use serde_json::{Value, json};

use crate::{Problem, Words};

/// The act that balances `rows` against `columns` by the totals in a CSV with the columns `dimension`, `key`, `amount_usd`.
///
/// # Errors
/// What is wrong in the file, with its row and column, and totals of a third dimension.
pub fn balance_act(name: &str, text: &str, [rows, columns]: [&str; 2]) -> Result<Value, Problem> {
    let refused = |reason: String| {
        Problem::refused("margins-refused").with("path", name).with("reason", reason).worded(Words::default())
    };
    let stated = margins(File { name, text }).map_err(|findings| {
        let first = findings.as_slice().first().map(ToString::to_string);
        refused(first.unwrap_or_else(|| findings.to_string()))
    })?;
    if let Some(other) = stated.iter().find(|margin| ![rows, columns].contains(&margin.dimension.key())) {
        return Err(refused(format!("{name}: {} is neither {rows} nor {columns}", other.dimension.key())));
    }
    let of = |dimension: &str| -> Vec<Value> {
        let own = stated.iter().filter(|margin| margin.dimension.key() == dimension);
        own.map(|margin| json!({ "key": margin.key, "amount": margin.amount.to_string() })).collect()
    };
    let (row_totals, column_totals) = (of(rows), of(columns));
    Ok(json!({
        "edit": "balance", "rows": rows, "columns": columns, "row_totals": row_totals, "column_totals": column_totals,
    }))
}
