//! A CSV file as rows of named cells, checked for shape before anything is read from it.

use crate::finding::{Finding, Findings, Reason};

/// The largest file that is read, in bytes.
pub const FILE_BYTES_MAX: usize = 256 * 1024 * 1024;
/// The most rows that are read.
pub const ROWS_MAX: usize = 1_000_000;
/// The longest cell that is read, in bytes.
pub const CELL_BYTES_MAX: usize = 32 * 1024;

/// The columns of a table: those it must have, then those it may have. Their order in a file is free.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// Columns that must be there.
    pub needed: &'static [&'static str],
    /// Columns that may be there.
    pub allowed: &'static [&'static str],
}

/// A file whose header has been checked: every needed column once, no unknown one.
pub struct Sheet<'a> {
    file: &'a str,
    columns: Columns,
    /// Where each column (needed, then allowed) stands in a record.
    places: Vec<Option<usize>>,
    width: usize,
    reader: csv::Reader<&'a [u8]>,
}

/// One row of a sheet. Reading a cell that cannot be taken leaves a finding and gives nothing.
pub struct Cells<'a> {
    file: &'a str,
    columns: Columns,
    places: &'a [Option<usize>],
    record: &'a csv::StringRecord,
    row: usize,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Sheet<'a> {
    /// Opens `text`, the content of `file`, and checks its header against `columns`.
    ///
    /// # Errors
    /// [`Findings`] where the file is too large or empty, or its header lacks, repeats or adds a column.
    pub fn open(file: &'a str, text: &'a str, columns: Columns) -> Result<Self, Findings> {
        if text.len() > FILE_BYTES_MAX {
            return Err(Finding::new(file, 0, "", "", Reason::TooLong(FILE_BYTES_MAX)).into());
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let header = match reader.headers() {
            Ok(header) if header.iter().any(|name| !name.is_empty()) => header.clone(),
            Ok(_) => return Err(Finding::new(file, 0, "", "", Reason::Empty).into()),
            Err(error) => return Err(Finding::new(file, 1, "", "", not_csv(&error)).into()),
        };
        let places = places_of(file, columns, &header)?;
        Ok(Self { file, columns, places, width: header.len(), reader })
    }

    /// Opens bytes that may not be text at all.
    ///
    /// # Errors
    /// As [`Sheet::open`], and where the bytes are not UTF-8.
    pub fn open_bytes(file: &'a str, bytes: &'a [u8], columns: Columns) -> Result<Self, Findings> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::open(file, text, columns),
            Err(error) => {
                let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let row = before.iter().filter(|byte| **byte == b'\n').count() + 1;
                Err(Finding::new(file, row, "", "", Reason::NotText).into())
            }
        }
    }

    /// Reads every row by `take`, which gives nothing where it left a finding. Never stops at the first bad row; every row
    /// is either in the list or has a finding.
    ///
    /// # Errors
    /// [`Findings`] of all rows where there is at least one.
    pub fn rows<T>(mut self, mut take: impl FnMut(&mut Cells<'_>) -> Option<T>) -> Result<Vec<T>, Findings> {
        let mut taken = Vec::new();
        let mut findings = Vec::new();
        let mut record = csv::StringRecord::new();
        let mut row = 1;
        loop {
            row += 1;
            match self.reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) if row > ROWS_MAX + 1 => {
                    findings.push(Finding::new(self.file, row, "", "", Reason::TooManyRows(ROWS_MAX)));
                    break;
                }
                Ok(true) => {}
                Err(error) => {
                    findings.push(Finding::new(self.file, row, "", "", not_csv(&error)));
                    break;
                }
            }
            if record.len() != self.width {
                let reason = Reason::CellCount { found: record.len(), expected: self.width };
                findings.push(Finding::new(self.file, row, "", "", reason));
                continue;
            }
            let before = findings.len();
            let mut cells = Cells {
                file: self.file,
                columns: self.columns,
                places: &self.places,
                record: &record,
                row,
                findings: &mut findings,
            };
            match take(&mut cells) {
                Some(value) if findings.len() == before => taken.push(value),
                // A row that is refused without a word would be lost silently: name it.
                None if findings.len() == before => {
                    findings.push(Finding::new(self.file, row, "", "", Reason::Missing));
                }
                _ => {}
            }
        }
        if taken.is_empty() && findings.is_empty() {
            findings.push(Finding::new(self.file, 0, "", "", Reason::Empty));
        }
        match Findings::from_list(findings) {
            Some(findings) => Err(findings),
            None => Ok(taken),
        }
    }
}

impl<'a> Cells<'a> {
    /// The row as a spreadsheet counts it.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.row
    }

    /// Leaves a finding at `column` and gives nothing.
    pub fn refuse<T>(&mut self, column: &str, value: &str, reason: Reason) -> Option<T> {
        self.findings.push(Finding::new(self.file, self.row, column, value, reason));
        None
    }

    /// What stands in `column`, untrimmed; empty where an allowed column is not in the file.
    #[must_use]
    pub fn raw(&self, column: &str) -> &'a str {
        let names = self.columns.needed.iter().chain(self.columns.allowed);
        let place = names.zip(self.places).find(|(name, _)| **name == column).and_then(|(_, place)| *place);
        let record = self.record;
        place.and_then(|at| record.get(at)).unwrap_or_default()
    }

    /// What stands in `column`, or a finding where nothing does.
    pub fn filled(&mut self, column: &'static str) -> Option<&'a str> {
        let text = self.raw(column);
        if text.is_empty() { self.refuse(column, "", Reason::Missing) } else { Some(text) }
    }

    /// A text of people, its guard taken off; refused where it is too long or holds signs that cannot be shown.
    pub fn text(&mut self, column: &'static str) -> Option<String> {
        let text = crate::guard::unguarded(self.raw(column));
        if text.len() > CELL_BYTES_MAX {
            return self.refuse(column, text, Reason::CellTooLong(CELL_BYTES_MAX));
        }
        if text.chars().any(is_hidden) {
            return self.refuse(column, text, Reason::HiddenSign(text.chars().take(40).collect()));
        }
        Some(text.to_owned())
    }

    /// What `read` makes of a filled cell.
    pub fn read<T>(&mut self, column: &'static str, read: impl FnOnce(&'a str) -> Result<T, Reason>) -> Option<T> {
        let text = self.filled(column)?;
        match read(text) {
            Ok(value) => Some(value),
            Err(reason) => self.refuse(column, text, reason),
        }
    }

    /// What `read` makes of a cell that may be empty: the outer nothing is a finding, the inner one an empty cell.
    pub fn read_optional<T>(
        &mut self,
        column: &'static str,
        read: impl FnOnce(&'a str) -> Result<T, Reason>,
    ) -> Option<Option<T>> {
        if self.raw(column).is_empty() { Some(None) } else { self.read(column, read).map(Some) }
    }
}

/// Whether a sign cannot be seen and may mislead: controls but line ends, direction marks, and what is no character.
fn is_hidden(sign: char) -> bool {
    (sign.is_control() && sign != '\n')
        || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Where each column stands, or everything that is wrong with the header.
fn places_of(file: &str, columns: Columns, header: &csv::StringRecord) -> Result<Vec<Option<usize>>, Findings> {
    let mut findings = Vec::new();
    let known = |name: &str| columns.needed.contains(&name) || columns.allowed.contains(&name);
    for (at, name) in header.iter().enumerate() {
        if !known(name) {
            findings.push(Finding::new(file, 1, name, name, Reason::ColumnUnknown));
        } else if header.iter().take(at).any(|earlier| earlier == name) {
            findings.push(Finding::new(file, 1, name, name, Reason::ColumnTwice));
        }
    }
    let place_of = |name: &&str| header.iter().position(|found| found == *name);
    for name in columns.needed.iter().filter(|name| place_of(name).is_none()) {
        findings.push(Finding::new(file, 1, name, "", Reason::ColumnMissing));
    }
    match Findings::from_list(findings) {
        Some(findings) => Err(findings),
        None => Ok(columns.needed.iter().chain(columns.allowed).map(place_of).collect()),
    }
}

fn not_csv(error: &csv::Error) -> Reason {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => Reason::NotText,
        _ => Reason::NotCsv(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const COLUMNS: Columns = Columns { needed: &["a", "b"], allowed: &["c"] };

    /// Row, column and reason of a finding.
    type Place = (usize, String, Reason);

    fn read(bytes: &[u8]) -> Result<Vec<(String, String)>, Vec<Place>> {
        let rows = Sheet::open_bytes("x.csv", bytes, COLUMNS).and_then(|sheet| {
            sheet.rows(|cells| {
                let a = cells.filled("a")?.to_owned();
                Some((a, cells.text("c")?))
            })
        });
        let told = |found: &Finding| (found.row, found.column.clone(), found.reason.clone());
        rows.map_err(|findings| findings.as_slice().iter().map(told).collect())
    }

    #[test]
    fn the_order_of_columns_and_line_ends_are_free() {
        let rows = vec![("1".to_owned(), "x".to_owned()), ("2".to_owned(), "two\nlines".to_owned())];
        assert_eq!(read(b"a,b,c\n1,,x\n2,,\"two\nlines\"\n"), Ok(rows.clone()));
        assert_eq!(read(b"\xef\xbb\xbfc,b,a\r\nx,,1\r\n\"two\nlines\",,2"), Ok(rows));
    }

    #[test]
    fn what_is_not_such_a_file_is_refused_with_its_place() {
        assert_eq!(read(b"a,b\n1,2\n\xff,3\n"), Err(vec![(3, String::new(), Reason::NotText)]));
        assert_eq!(
            read(b"a,b\n,2\n1\n"),
            Err(vec![
                (2, "a".to_owned(), Reason::Missing),
                (3, String::new(), Reason::CellCount { found: 1, expected: 2 }),
            ])
        );
        let hidden = read("a,b,c\n1,2,x\u{202e}y\n".as_bytes()).unwrap_err();
        assert!(matches!(hidden[0], (2, _, Reason::HiddenSign(_))));
        let long = format!("a,b,c\n1,2,{}\n", "x".repeat(CELL_BYTES_MAX + 1));
        assert_eq!(read(long.as_bytes()).unwrap_err()[0].2, Reason::CellTooLong(CELL_BYTES_MAX));
    }

    #[test]
    fn a_finding_says_where_and_why_in_one_line() {
        let finding = Finding::new("x.csv", 7, "amount_usd", "NaN", Reason::NotAnAmount("NaN".to_owned()));
        assert_eq!(finding.to_string(), "x.csv, row 7, column amount_usd: \"NaN\" is not an amount");
        let finding = Finding::new("x.csv", 0, "", "", Reason::Empty);
        assert_eq!(finding.to_string(), "x.csv: holds no rows");
    }
}
