//! What the columns of a block mean: by the names in its first line, or by where it lands.

use std::collections::HashMap;

use exchange::clipboard::{Block, BlockCell};
use model::{Dimension, TableName};

use crate::handlers::View;
use crate::handlers::grid::column_label;
use crate::handlers::grid::columns::{COLUMNS, Column};
use crate::handlers::telling::field_label;
use crate::wire::{GridMeasure, PasteRequest};
use crate::{Language, Problem, Words};

/// A column of a block.
pub(super) struct Heading {
    /// How the block calls it; empty where it does not.
    pub written: String,
    /// What it means, or why that cannot be known.
    pub meaning: Result<Meant, Problem>,
}

/// A column of the grid that a block speaks of.
#[derive(Clone)]
pub(super) struct Meant {
    /// Its name.
    pub name: String,
    /// The column.
    pub column: Column,
    /// The word for it.
    pub label: String,
}

/// What the columns of a block mean.
pub(super) struct Headings {
    /// Whether the first line says so.
    pub header: bool,
    /// From left to right.
    pub columns: Vec<Heading>,
}

/// The columns that a block without names lands on where nobody says which are in view; then the planned years, then all
/// others.
const USUAL: [&str; 10] =
    ["code", "programme", "funder", "instrument", "sector", "purpose", "amount", "start", "end", "profile"];

/// What the program's own files call columns otherwise than the grid does.
const IN_FILES: [(&str, &str); 6] = [
    ("allocation_code", "code"),
    ("amount_usd", "amount"),
    ("start_quarter", "start"),
    ("end_quarter", "end"),
    ("source_id", "sources"),
    ("field_sources", "cited"),
];

/// Finds out what the columns mean.
///
/// # Errors
/// Where the block names no columns and nobody says where it is to land, or there is no such column.
pub(super) fn find(
    view: &View,
    block: &Block,
    request: &PasteRequest,
    periods: &[String],
) -> Result<Headings, Problem> {
    let names = Names::of(view, periods);
    let header = request.header.unwrap_or_else(|| names.head(block, request.at.is_some()));
    let columns = if header {
        by_name(&names, &block.lines[0], used(block))
    } else {
        let at = request.at.as_ref().ok_or_else(|| Problem::refused("paste-needs-place"))?;
        by_place(view, block.width(), (&at.column, request.columns.as_deref()), periods)?
    };
    Ok(Headings { header, columns })
}

/// How many columns there are up to the last one in which something stands.
fn used(block: &Block) -> usize {
    let of_line =
        |line: &Vec<BlockCell>| line.iter().rposition(|cell| !cell.trimmed().is_empty()).map_or(0, |at| at + 1);
    block.lines.iter().map(of_line).max().unwrap_or(0)
}

/// What the cells of a line say that names columns. Of `width` columns those that it does not reach have no name.
fn by_name(names: &Names, line: &[BlockCell], width: usize) -> Vec<Heading> {
    let mut seen: Vec<Column> = Vec::new();
    let heading = |cell: &BlockCell| {
        let written = cell.trimmed().to_owned();
        let meaning = match names.meant(&written) {
            None if written.is_empty() => Err(Problem::refused("paste-unnamed-column")),
            None => Err(Problem::refused("paste-unknown-column").with("text", &written)),
            Some(meant) if seen.contains(&meant.column) => {
                Err(Problem::refused("paste-column-twice").with("text", &written))
            }
            Some(meant) => {
                seen.push(meant.column);
                Ok(meant.clone())
            }
        };
        Heading { written, meaning }
    };
    let beyond = BlockCell::default();
    let missing = width.saturating_sub(line.len());
    line.iter().chain(std::iter::repeat_n(&beyond, missing)).map(heading).collect()
}

fn by_place(
    view: &View,
    width: usize,
    (begin, in_view): (&str, Option<&[String]>),
    periods: &[String],
) -> Result<Vec<Heading>, Problem> {
    let usual = || {
        let years = periods.iter().take(periods.len().saturating_sub(1)).map(|year| format!("planned:{year}"));
        let others = COLUMNS.iter().map(|(name, _)| *name).filter(|name| !USUAL.contains(name));
        let named = |name: &str| name.to_owned();
        USUAL.into_iter().map(named).chain(years).chain(others.map(named)).collect()
    };
    let in_view: Vec<String> = in_view.map_or_else(usual, <[String]>::to_vec);
    let unknown = || Problem::refused("paste-unknown-place").with("column", begin);
    let at = in_view.iter().position(|name| name == begin).ok_or_else(unknown)?;
    let heading = |place: usize| {
        let Some(name) = in_view.get(at + place) else {
            return Ok(Heading { written: String::new(), meaning: Err(Problem::refused("paste-too-wide")) });
        };
        let column = Column::named(name, periods)?;
        let label = column_label(view, column, periods);
        Ok(Heading { written: String::new(), meaning: Ok(Meant { name: name.clone(), column, label }) })
    };
    (0..width).map(heading).collect()
}

/// What columns are called: their names in files, their words in either language, and the years.
struct Names(HashMap<String, Meant>);

impl Names {
    fn of(view: &View, periods: &[String]) -> Self {
        let mut names = Self(HashMap::new());
        let fields = COLUMNS.iter().map(|(name, column)| ((*name).to_owned(), *column));
        let cells = GridMeasure::ALL.into_iter().flat_map(|of| {
            let measure = crate::handlers::grid::columns::measure(of).key();
            periods.iter().enumerate().map(move |(at, period)| (format!("{measure}:{period}"), Column::Cell(of, at)))
        });
        let spoken = [Language::English, Language::Ukrainian];
        let spoken = spoken.map(|language| View { words: Words { language, ..view.words }, ..*view });
        for (name, column) in fields.chain(cells) {
            let meant = Meant { label: column_label(view, column, periods), name: name.clone(), column };
            names.put(&name, &meant);
            names.put(&name.replace(':', " "), &meant);
            for (written, _) in IN_FILES.iter().filter(|(_, known)| *known == name) {
                names.put(written, &meant);
            }
            for view in &spoken {
                names.put(&column_label(view, column, periods), &meant);
                if let Column::Place(dimension) = column
                    && dimension != Dimension::AmountGrade
                {
                    names.put(&view.words.label("dimension", dimension.key()), &meant);
                }
                if let Some(field) = column.field() {
                    names.put(&field_label(view.words, TableName::Allocations, Some(field)), &meant);
                }
            }
        }
        names
    }

    /// The first to have a name keeps it.
    fn put(&mut self, name: &str, meant: &Meant) {
        self.0.entry(super::folded(name)).or_insert_with(|| meant.clone());
    }

    fn meant(&self, written: &str) -> Option<&Meant> {
        self.0.get(&super::folded(written))
    }

    /// Whether the first line of a block names its columns: all of them, or enough that it can be nothing else. A line of years
    /// may be one of numbers; it names columns where there are several, each once, or no place to land on.
    fn head(&self, block: &Block, has_place: bool) -> bool {
        let [first, _, ..] = &*block.lines else { return false };
        let filled: Vec<&str> = first.iter().map(BlockCell::trimmed).filter(|text| !text.is_empty()).collect();
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let meant: Vec<&Meant> = filled.iter().filter_map(|text| self.meant(text)).collect();
        let words = filled.iter().filter(|text| !is_number(text) && self.meant(text).is_some()).count();
        if words > 1 || meant.iter().any(|meant| meant.column == Column::Code) {
            return true;
        }
        if !has_place {
            return !meant.is_empty();
        }
        let each_once =
            meant.iter().enumerate().all(|(at, one)| meant[..at].iter().all(|other| other.name != one.name));
        meant.len() == filled.len() && !meant.is_empty() && (words > 0 || (meant.len() > 1 && each_once))
    }
}
