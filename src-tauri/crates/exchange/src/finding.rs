//! What is wrong with a file that was read: where, what stands there, and why it cannot be taken.

use std::fmt;

/// One cell, row or header that could not be taken.
///
/// `row` counts as a spreadsheet does: the header is row 1, the first record row 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file's name, without its folder.
    pub file: String,
    /// The row as a spreadsheet counts it, from 1; 0 where the whole file is meant.
    pub row: usize,
    /// The column's name; empty where the whole row is meant.
    pub column: String,
    /// What stands there, shortened to a hundred signs.
    pub value: String,
    /// Why it cannot be taken.
    pub reason: Reason,
}

impl Finding {
    /// The longest value that a finding repeats, in signs.
    const VALUE_SIGNS_MAX: usize = 100;

    /// A finding about one cell; `value` is shortened.
    #[must_use]
    pub fn new(file: &str, row: usize, column: &str, value: &str, reason: Reason) -> Self {
        let value = value.chars().take(Self::VALUE_SIGNS_MAX).collect();
        Self { file: file.to_owned(), row, column: column.to_owned(), value, reason }
    }
}

impl fmt::Display for Finding {
    /// File, row and column as far as they are meant, then the reason.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.row > 0 {
            write!(f, ", row {}", self.row)?;
        }
        if !self.column.is_empty() {
            write!(f, ", column {}", self.column)?;
        }
        write!(f, ": {}", self.reason)
    }
}

impl std::error::Error for Finding {}

/// Why a cell, row or header cannot be taken. Facts only; the words for readers are in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The bytes are not UTF-8 text.
    #[error("is not UTF-8 text")]
    NotText,
    /// The file is not CSV: quotes that do not end, for example.
    #[error("is not a CSV file: {0}")]
    NotCsv(String),
    /// There is no header, or nothing under it.
    #[error("holds no rows")]
    Empty,
    /// The file is larger than is read.
    #[error("is larger than {0} bytes")]
    TooLong(usize),
    /// More rows than are read.
    #[error("has more than {0} rows")]
    TooManyRows(usize),
    /// A cell is longer than is read.
    #[error("is longer than {0} bytes")]
    CellTooLong(usize),
    /// A column that this table must have is missing.
    #[error("the column is missing")]
    ColumnMissing,
    /// A column that this table does not know.
    #[error("the column is unknown")]
    ColumnUnknown,
    /// Two columns of one name.
    #[error("the column stands there twice")]
    ColumnTwice,
    /// More or fewer cells than the header has.
    #[error("the row has {found} cells, the header has {expected}")]
    CellCount {
        /// Cells of the row.
        found: usize,
        /// Cells of the header.
        expected: usize,
    },
    /// Nothing stands where something must.
    #[error("the cell is empty")]
    Missing,
    /// A control character or one that turns the direction of writing.
    #[error("{0:?} holds a sign that cannot be shown")]
    HiddenSign(String),
    /// Not an amount: digits, a point, at most two decimals.
    #[error("{0:?} is not an amount")]
    NotAnAmount(String),
    /// An amount below zero where that makes no sense.
    #[error("{0:?} is negative")]
    Negative(String),
    /// More than an amount can hold.
    #[error("{0:?} is too large")]
    TooLarge(String),
    /// Not a number.
    #[error("{0:?} is not a number")]
    NotANumber(String),
    /// Not a quarter such as `2026-Q1`.
    #[error("{0:?} is not a quarter such as 2026-Q1")]
    NotAQuarter(String),
    /// Not a date such as `2026-01-31`, or its beginning.
    #[error("{0:?} is not a date such as 2026-01-31")]
    NotADate(String),
    /// Neither `yes` nor `no`.
    #[error("{0:?} is neither yes nor no")]
    NotYesOrNo(String),
    /// Not a key or code: letters, digits, `_`, `-` and `.`, beginning with a letter.
    #[error("{0:?} is not a key")]
    NotAKey(String),
    /// A key that the table it points to does not hold.
    #[error("{table} has no {key:?}")]
    UnknownKey {
        /// The table that was looked in.
        table: &'static str,
        /// The key that is not there.
        key: String,
    },
    /// A word outside a closed set.
    #[error("{word:?} is not one of: {allowed}")]
    UnknownWord {
        /// The word.
        word: String,
        /// The words there are, parted by commas.
        allowed: String,
    },
    /// No profile has this key.
    #[error("there is no profile {0:?}")]
    UnknownProfile(String),
    /// The parameters do not suit the profile.
    #[error("the profile's parameters do not fit: {0}")]
    BadParameters(String),
    /// The end lies before the start.
    #[error("the end {end} is before the start {start}")]
    EndBeforeStart {
        /// First quarter.
        start: String,
        /// Last quarter.
        end: String,
    },
    /// Two rows of one key or code.
    #[error("{0:?} stands in an earlier row already")]
    Twice(String),
    /// The row names another funder than its programme has.
    #[error("the programme {programme} is paid by {funder}")]
    OtherFunder {
        /// The programme of the row.
        programme: String,
        /// Who pays through it.
        funder: String,
    },
    /// One of two cells that belong together is empty.
    #[error("{filled} is filled and {empty} is not")]
    HalfFilled {
        /// The column that is filled.
        filled: &'static str,
        /// The column that is empty.
        empty: &'static str,
    },
    /// The row breaks a rule of the plan.
    #[error("{0}")]
    Rule(String),
}

/// A file that was not taken, with everything found in it. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Nothing where there are no findings.
    #[must_use]
    pub fn from_list(findings: Vec<Finding>) -> Option<Self> {
        if findings.is_empty() { None } else { Some(Self(findings)) }
    }

    /// The findings in the order of the file.
    #[must_use]
    pub fn as_slice(&self) -> &[Finding] {
        &self.0
    }
}

impl From<Finding> for Findings {
    fn from(finding: Finding) -> Self {
        Self(vec![finding])
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, finding) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            finding.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Findings {}
