//! A block from the clipboard, told cell by cell before anything is changed.

use serde_json::{Value, json};

use crate::conditions::timed;
use crate::files::saved;
use crate::{Line, line, median_and_p95, plan_of};

/// Rows of the plan, lines and columns of the block.
const ROWS: usize = 5_000;
const LINES: usize = 1_000;
const COLUMNS: [&str; 10] =
    ["code", "programme", "instrument", "sector", "purpose", "amount", "start", "end", "planned:2029", "planned:2030"];

pub(crate) fn lines() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let file = saved(folder.path(), "pasting.tranche", plan_of(ROWS));
    let session = tranche_tests::session(&folder.path().join("data"));
    session.call("open", json!({ "path": file })).unwrap();
    let request = json!({ "top": 0, "bottom": LINES - 1, "columns": COLUMNS, "header": true });
    let text = session.call("grid_text", request).unwrap()["text"].as_str().unwrap().to_owned();
    let same = json!({ "text": text });
    let other = json!({ "text": shuffled(&text) });
    let html = json!({ "text": "", "html": as_html(&shuffled(&text)) });
    let tell = |request: &Value| session.call("paste", request.clone()).unwrap();
    assert_eq!(tell(&same)["changes"], 0);
    let told = tell(&other);
    assert!(told["changes"].as_u64().unwrap() > LINES as u64 && told["refused"] == 0, "{}", told["cells"][0]);
    let timings = [&same, &other, &html].map(|request| median_and_p95(timed(20, |_| drop(tell(request)))));
    session.close();
    let [same, other, html] = timings;
    vec![
        line(
            format!("a block of {LINES} x {} cells over {ROWS} rows told: nothing changes", COLUMNS.len()),
            same,
            "under 300 ms",
        ),
        line("  words and years change", other, "under 300 ms"),
        line("  the same as HTML", html, "under 300 ms"),
    ]
}

/// The block without its amounts, each sector and purpose taken from the row after, and another amount in one year.
fn shuffled(text: &str) -> String {
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    let without_amount = |line: &[&str]| [&line[..5], &line[6..]].concat().join("\t");
    let mut told = vec![without_amount(&lines[0])];
    for (line, next) in lines[1..].iter().zip(lines[1..].iter().cycle().skip(1)) {
        let mut cells = line.clone();
        cells[3] = next[3];
        cells[4] = next[4];
        // A year in which the row pays nothing would move its span, which the block says too.
        if cells[8] != "0.00" {
            cells[8] = "50000000.00";
        }
        told.push(without_amount(&cells));
    }
    told.join("\n")
}

fn as_html(text: &str) -> String {
    let row = |line: &str| format!("<tr><td>{}</td></tr>", line.replace('&', "&amp;").replace('\t', "</td><td>"));
    format!("<table>{}</table>", text.lines().map(row).collect::<String>())
}
