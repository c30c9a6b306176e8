//! The table in a piece of HTML. Scripts, styles and all that is not a table's cells are passed over; nothing is run.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::{BlockCell, BlockRefusal, CellFlaw, check_count};

/// The most columns and rows that one cell may cover, as browsers have it.
const COLUMNS_COVERED_MAX: usize = 1000;
const ROWS_COVERED_MAX: usize = 65_534;
/// What is no text of a cell: it is run, styles something, or has been struck out.
const PASSED_OVER: &[&[u8]] =
    &[b"del", b"iframe", b"noscript", b"script", b"select", b"style", b"template", b"textarea", b"title"];
/// What may hold text above or below the line.
const IN_LINE: &[&[u8]] = &[b"b", b"em", b"font", b"i", b"small", b"span", b"strong", b"sub", b"sup"];
/// What begins a line of its own within a cell.
const PARAGRAPHS: &[&[u8]] = &[b"div", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"li", b"p"];

/// The cells of the one table in `html`; nothing where there is none.
///
/// # Errors
/// Where there are several tables, or more cells than are read.
pub(super) fn read(html: &str) -> Result<Option<Vec<Vec<BlockCell>>>, BlockRefusal> {
    let mut reader = Reader::default();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        reader.take(&event);
        None
    });
    // What stands in scripts and styles is no markup, whatever it looks like.
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
    reader.end_row();
    check_count(reader.count)?;
    match reader.tables {
        0 => Ok(None),
        1 => Ok(Some(reader.lines)),
        tables => Err(BlockRefusal::SeveralTables(tables)),
    }
}

/// Where in the HTML one is, and the lines so far.
#[derive(Default)]
struct Reader {
    /// How many tables stood side by side.
    tables: usize,
    /// How many tables one is in.
    depth: usize,
    /// What is passed over, and how often it stands in itself.
    passing: Option<(Vec<u8>, usize)>,
    tag: Tag,
    row: Option<OpenRow>,
    cell: Option<OpenCell>,
    /// In how many further rows each column is covered from above.
    covered: Vec<usize>,
    lines: Vec<Vec<BlockCell>>,
    /// Every cell that was met, kept or not.
    count: usize,
}

/// A tag that is being read, and what of its attributes matters.
#[derive(Default)]
struct Tag {
    name: Vec<u8>,
    attribute: Vec<u8>,
    columns: Option<usize>,
    rows: Option<usize>,
    style: String,
}

impl Tag {
    fn is_hidden(&self) -> bool {
        self.style.contains("display:none")
    }

    /// Whether its text stands above or below the line: a footnote's mark, a power, an index.
    fn is_off_line(&self) -> bool {
        let by_name = [&b"sup"[..], b"sub"].contains(&&*self.name);
        by_name || (IN_LINE.contains(&&*self.name) && self.style.contains("vertical-align:su"))
    }

    /// Whether the cell only reaches over empty neighbours, and is not merged with them.
    fn overflows(&self) -> bool {
        self.style.contains("mso-ignore:colspan")
    }

    fn keep(&mut self, value: &[u8]) {
        let text = String::from_utf8_lossy(value);
        match &*self.attribute {
            b"colspan" => self.columns = text.trim().parse().ok(),
            b"rowspan" => self.rows = text.trim().parse().ok(),
            b"style" => self.style = text.to_lowercase().split_whitespace().collect(),
            _ => {}
        }
    }
}

/// A row that is being read.
#[derive(Default)]
struct OpenRow {
    cells: Vec<BlockCell>,
    hidden: bool,
    /// In how many further rows each of its columns is covered.
    covered: Vec<usize>,
}

impl OpenRow {
    fn push(&mut self, cell: BlockCell, rows_below: usize) {
        self.cells.push(cell);
        self.covered.push(rows_below);
    }
}

/// A cell that is being read.
#[derive(Default)]
struct OpenCell {
    text: String,
    /// Whether blanks were met that no sign has followed yet.
    blank: bool,
    columns: usize,
    rows: usize,
    hidden: bool,
    overflows: bool,
    table_inside: bool,
    /// What holds the text above or below the line that is being read, and how often it stands in itself.
    off_line: Option<(Vec<u8>, usize)>,
    /// Whether text stands above or below the line, and whether text stands on it.
    raised: bool,
    level: bool,
}

impl OpenCell {
    /// Text of HTML: runs of blanks are one, and none at the beginning of a line.
    fn text(&mut self, text: &str) {
        for sign in text.chars() {
            if matches!(sign, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.blank = true;
                continue;
            }
            let begins = self.text.is_empty() || self.text.ends_with('\n');
            if std::mem::take(&mut self.blank) && !begins {
                self.text.push(' ');
            }
            match self.off_line {
                Some(_) => self.raised = true,
                None => self.level |= !sign.is_whitespace(),
            }
            self.text.push(sign);
        }
    }

    fn begin(&mut self, tag: &Tag) {
        match &mut self.off_line {
            Some((name, times)) => *times += usize::from(*name == tag.name),
            None if tag.is_off_line() => self.off_line = Some((tag.name.clone(), 1)),
            None => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if let Some((held, times)) = &mut self.off_line {
            *times -= usize::from(&**held == name);
            if *times == 0 {
                self.off_line = None;
            }
        }
    }

    fn line_break(&mut self) {
        self.blank = false;
        self.text.push('\n');
    }

    fn paragraph(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.line_break();
        }
        self.blank = false;
    }
}

impl Reader {
    fn take(&mut self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.tag = Tag { name: name.to_vec(), ..Tag::default() },
            CallbackEvent::AttributeName { name } => self.tag.attribute = name.to_vec(),
            CallbackEvent::AttributeValue { value } => self.tag.keep(value),
            CallbackEvent::CloseStartTag { .. } => self.begin(),
            CallbackEvent::EndTag { name } => self.end(name),
            CallbackEvent::String { value } => {
                if self.passing.is_none()
                    && let Some(cell) = &mut self.cell
                {
                    cell.text(&String::from_utf8_lossy(value));
                }
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn begin(&mut self) {
        let tag = std::mem::take(&mut self.tag);
        match &mut self.passing {
            Some((name, times)) => {
                *times += usize::from(*name == tag.name);
                return;
            }
            None if PASSED_OVER.contains(&&*tag.name) => {
                self.passing = Some((tag.name, 1));
                return;
            }
            None => {}
        }
        self.in_cell(|cell| cell.begin(&tag));
        match &*tag.name {
            b"table" => {
                self.depth += 1;
                self.tables += usize::from(self.depth == 1);
                if let Some(cell) = &mut self.cell {
                    cell.table_inside = true;
                }
            }
            b"tr" if self.depth == 1 => {
                self.end_row();
                self.row = Some(OpenRow { hidden: tag.is_hidden(), ..OpenRow::default() });
            }
            b"td" | b"th" if self.depth == 1 => {
                self.end_cell();
                self.cell = Some(OpenCell {
                    columns: tag.columns.unwrap_or(1).clamp(1, COLUMNS_COVERED_MAX),
                    // Nought covers all rows that follow.
                    rows: tag
                        .rows
                        .map_or(1, |rows| if rows == 0 { ROWS_COVERED_MAX } else { rows.min(ROWS_COVERED_MAX) }),
                    hidden: tag.is_hidden(),
                    overflows: tag.overflows(),
                    ..OpenCell::default()
                });
            }
            b"br" => self.in_cell(OpenCell::line_break),
            name if PARAGRAPHS.contains(&name) => self.in_cell(OpenCell::paragraph),
            b"td" | b"th" | b"tr" => self.in_cell(|cell| cell.blank = true),
            _ => {}
        }
    }

    fn in_cell(&mut self, what: impl FnOnce(&mut OpenCell)) {
        if let Some(cell) = &mut self.cell {
            what(cell);
        }
    }

    fn end(&mut self, name: &[u8]) {
        if let Some((passed, times)) = &mut self.passing {
            *times -= usize::from(&**passed == name);
            if *times == 0 {
                self.passing = None;
            }
            return;
        }
        self.in_cell(|cell| cell.end(name));
        match name {
            b"table" => {
                if self.depth == 1 {
                    self.end_row();
                }
                self.depth = self.depth.saturating_sub(1);
            }
            b"tr" if self.depth == 1 => self.end_row(),
            b"td" | b"th" if self.depth == 1 => self.end_cell(),
            name if PARAGRAPHS.contains(&name) => self.in_cell(OpenCell::paragraph),
            _ => {}
        }
    }

    /// Puts the open cell into its row, with what it covers.
    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take().filter(|cell| !cell.hidden) else { return };
        self.count += cell.columns;
        let row = self.row.get_or_insert_default();
        if check_count(self.count).is_err() {
            return;
        }
        while self.covered.get(row.cells.len()).is_some_and(|rows| *rows > 0) {
            self.count += 1;
            row.push(merged(), self.covered[row.cells.len()] - 1);
        }
        let OpenCell { text, columns, rows, overflows, table_inside, raised, level, .. } = cell;
        let is_merged = (columns > 1 && !overflows) || rows > 1;
        let flaw = match (is_merged, table_inside) {
            (true, _) => Some(CellFlaw::Merged),
            (false, true) => Some(CellFlaw::TableInside),
            (false, false) => (raised && level).then_some(CellFlaw::OffLine),
        };
        row.push(BlockCell { text: text.trim_matches(['\n', ' ']).to_owned(), flaw }, rows - 1);
        for _ in 1..columns {
            row.push(if is_merged { merged() } else { BlockCell::default() }, rows - 1);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(mut row) = self.row.take() else { return };
        if check_count(self.count).is_err() {
            return;
        }
        // What is covered from above right of the row's own cells. Columns after the last of it are none of this row's.
        let until = self.covered.iter().rposition(|rows| *rows > 0).map_or(0, |at| at + 1);
        for at in row.cells.len()..until {
            self.count += 1;
            match self.covered[at] {
                0 => row.push(BlockCell::default(), 0),
                rows => row.push(merged(), rows - 1),
            }
        }
        self.covered = row.covered;
        if !row.hidden {
            self.lines.push(row.cells);
        }
    }
}

fn merged() -> BlockCell {
    BlockCell { text: String::new(), flaw: Some(CellFlaw::Merged) }
}
