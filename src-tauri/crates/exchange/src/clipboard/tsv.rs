//! Text with tabs between cells and a line for each row, as every spreadsheet writes it.

use super::{BlockCell, BlockRefusal, check_count};

/// Reads lines of cells. A cell that holds a tab, a line break or a doubled quotation mark may stand in quotation marks; any
/// other quotation marks are part of a text. The line end after the last row is no row.
///
/// # Errors
/// Where there are more cells than are read.
pub(super) fn read(text: &str) -> Result<Vec<Vec<BlockCell>>, BlockRefusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = Lines::default();
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, after) = match quoted(rest) {
            Some((cell, after)) => (cell, after),
            None => {
                let end = rest.find(['\t', '\r', '\n']).unwrap_or(rest.len());
                (rest[..end].to_owned(), &rest[end..])
            }
        };
        lines.cell(cell);
        rest = if let Some(after) = after.strip_prefix('\t') {
            // A tab at the very end is followed by one more, empty cell.
            if after.is_empty() {
                lines.cell(String::new());
            }
            lines.same_line = true;
            after
        } else {
            lines.same_line = false;
            after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\r', '\n'])).unwrap_or(after)
        };
    }
    check_count(lines.count)?;
    Ok(lines.lines)
}

/// Lines as they grow. What is more than is read is counted and not kept.
#[derive(Default)]
struct Lines {
    lines: Vec<Vec<BlockCell>>,
    same_line: bool,
    count: usize,
}

impl Lines {
    fn cell(&mut self, text: String) {
        self.count += 1;
        if check_count(self.count).is_err() {
            return;
        }
        let cell = BlockCell { text, flaw: None };
        match self.lines.last_mut() {
            Some(line) if self.same_line => line.push(cell),
            _ => self.lines.push(vec![cell]),
        }
        self.same_line = true;
    }
}

/// The cell in quotation marks at the beginning of `text`, and what follows it; nothing where there is none.
fn quoted(text: &str) -> Option<(String, &str)> {
    let body = text.strip_prefix('"')?;
    let mut from = 0;
    let end = loop {
        let at = from + body[from..].find('"')?;
        if !body[at + 1..].starts_with('"') {
            break at;
        }
        from = at + 2;
    };
    let (inner, after) = (&body[..end], &body[end + 1..]);
    let ends_a_cell = after.is_empty() || after.starts_with(['\t', '\r', '\n']);
    let needs_marks = inner.contains(['\t', '\r', '\n', '"']);
    (ends_a_cell && needs_marks).then(|| (one_line_end(&inner.replace("\"\"", "\"")), after))
}

/// Line ends of every system as line feeds.
fn one_line_end(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
