//! A block of cells from the clipboard: what its columns and lines mean, what it would change, and what is refused.
//!
//! After a block is pasted its cells read what the block reads: what cannot be so is refused at the cell, and one refused
//! cell refuses the block. Amounts, words and quarters are read as their reader writes them; nothing is guessed.

mod columns;
mod landing;
mod line;
mod new_row;
mod said;
mod values;
mod vocabulary;

use exchange::clipboard::{Block, BlockCell, BlockRefusal};
use model::{Change, Code, Id, Money, Plan, Total};

use self::columns::{Heading, Headings};
use self::landing::{Landing, Target};
use self::line::{Lines, Outcome, Told};
use crate::handlers::View;
use crate::handlers::grid::periods;
use crate::wire::{Amount, PasteRequest, Pasted, PastedCell, PastedColumn};
use crate::{Problem, Words};

/// The most cells that are told.
const TOLD_MAX: usize = 1000;

/// A block worked out: what it would do, and what to do.
pub(crate) struct Worked {
    /// What to tell of it.
    pub pasted: Pasted,
    /// What to do; nothing where a cell is refused.
    pub changes: Vec<Change>,
    /// The first cell that is refused, in words.
    pub first_refused: Option<String>,
}

impl From<BlockRefusal> for Problem {
    fn from(refusal: BlockRefusal) -> Self {
        let new = Self::refused;
        match refusal {
            BlockRefusal::Empty => new("paste-empty"),
            BlockRefusal::TooManyCells { cells, most } => {
                new("paste-too-many-cells").with("cells", cells).with("most", most)
            }
            BlockRefusal::TooLong { bytes, most } => new("paste-too-long").with("bytes", bytes).with("most", most),
            BlockRefusal::SeveralTables(tables) => new("paste-several-tables").with("tables", tables),
        }
    }
}

/// A text by which names are compared: in small letters, with single blanks and plain apostrophes.
fn folded(text: &str) -> String {
    let text: Vec<&str> = text.split_whitespace().collect();
    text.join(" ").to_lowercase().replace(['\u{2019}', '\u{2bc}'], "'")
}

/// Works out what a block would do. `in_view` are the places of the rows in view among the plan's allocations, in their
/// order; `ids` draws the identities of rows that are added.
///
/// # Errors
/// Where the block as a whole cannot be read, or there is no such place to land on.
pub(crate) fn work(
    view: &View,
    block: &Block,
    (request, in_view): (&PasteRequest, &[usize]),
    mut ids: impl FnMut() -> Id,
) -> Result<Worked, Problem> {
    let headings = columns::find(view, block, request, &periods(view))?;
    let targets = Landing::of(view, &headings, (request, in_view))?.targets(block);
    let mut lines = Lines::of(view, &headings.columns);
    let mut next = view.plan.next_code();
    let begin = usize::from(headings.header);
    let mut outcomes = Vec::with_capacity(block.lines.len());
    for ((line, cells), target) in block.lines.iter().enumerate().skip(begin).zip(targets) {
        let refuse = |place: usize, code: String, problem: Problem| {
            refused(line, (place, &cells[place]), (&headings, code), problem)
        };
        let outcome = match target {
            Target::Blank => continue,
            Target::Row(place) => lines.existing(line, cells, place),
            Target::Refused(place, code, problem) => refuse(place, code, problem),
            // What names no row, and has amounts and words for nothing, is a line of a group or a sum.
            Target::Nameless(place) => {
                let code = if lines.is_sum(cells) { "paste-group-line" } else { "not-a-key" };
                refuse(place, String::new(), Problem::refused(code).with("text", cells[place].trimmed()))
            }
            Target::New(Some((place, code))) if code.number().is_none() && lines.is_sum(cells) => {
                // Lines of sums are called by words; what has a number in it is meant for a code.
                let is_code = code.as_str().bytes().any(|byte| byte.is_ascii_digit());
                let id = if is_code { "paste-no-such-row" } else { "paste-group-line" };
                let problem = Problem::refused(id).with("text", cells[place].trimmed());
                let problem = if is_code { problem.with("columns-text", lines.lacks(cells)) } else { problem };
                refuse(place, String::new(), problem)
            }
            Target::New(code) => {
                let code = code.map_or_else(|| next.clone(), |(_, code)| code);
                if let Some(number) = code.number().filter(|number| Some(*number) >= next.number()) {
                    next = Code::numbered(number + 1);
                }
                lines.added(line, cells, (code, ids()))
            }
        };
        outcomes.push(outcome);
    }
    Ok(worked(view, block, &headings, outcomes))
}

/// A line that is refused at the cell that names its row.
fn refused(
    line: usize,
    (place, cell): (usize, &BlockCell),
    (headings, code): (&Headings, String),
    problem: Problem,
) -> Outcome {
    let meant = headings.columns.get(place).and_then(|heading| heading.meaning.as_ref().ok());
    let told = Told {
        place: Some(place),
        column: meant.map_or_else(String::new, |meant| meant.name.clone()),
        label: meant.map_or_else(String::new, |meant| meant.label.clone()),
        before: code.clone(),
        after: super::telling::cut(cell.trimmed()),
        problem: Some(problem),
        follows: false,
    };
    Outcome { line, code, id: None, told: vec![told], unchanged: 0, changes: Vec::new() }
}

/// The columns of a block that are not understood, as a line of their own: once each, and only where something stands in
/// them.
fn strange(block: &Block, headings: &Headings) -> Outcome {
    let filled = |place: usize| {
        let mut cells = block.lines.iter().filter_map(|line| line.get(place));
        cells.any(|cell| !cell.trimmed().is_empty())
    };
    let columns = headings.columns.iter().enumerate().filter(|(place, _)| filled(*place));
    let told = columns.filter_map(|(place, heading)| {
        let problem = heading.meaning.as_ref().err()?.clone();
        Some(Told {
            place: Some(place),
            column: String::new(),
            label: heading.written.clone(),
            before: String::new(),
            after: heading.written.clone(),
            problem: Some(problem),
            follows: false,
        })
    });
    Outcome { line: 0, code: String::new(), id: None, told: told.collect(), unchanged: 0, changes: Vec::new() }
}

/// Everything that is told of a block.
fn worked(view: &View, block: &Block, headings: &Headings, outcomes: Vec<Outcome>) -> Worked {
    let words = view.words;
    let strange = strange(block, headings);
    let mut cells = Vec::new();
    let (mut unchanged, mut rows, mut added) = (0, 0, 0);
    let mut changes = Vec::new();
    for mut outcome in std::iter::once(strange).chain(outcomes) {
        unchanged += outcome.unchanged;
        if outcome.told.iter().any(|told| told.problem.is_none()) {
            added += usize::from(outcome.id.is_none());
            rows += usize::from(outcome.id.is_some());
        }
        changes.append(&mut outcome.changes);
        cells.extend(told(words, outcome));
    }
    let refused = cells.iter().filter(|cell: &&PastedCell| cell.problem.is_some()).count();
    let first_refused = cells.iter().find(|cell| cell.problem.is_some()).map(|cell| in_words(words, cell));
    if refused > 0 {
        changes.clear();
    }
    let all = cells.len();
    let changing = cells.iter().filter(|cell| cell.problem.is_none() && !cell.follows).count();
    let allocated = allocated(view.plan, &changes);
    let cells = most_telling(cells);
    let pasted = Pasted {
        header: headings.header,
        lines: count(block.lines.len()),
        columns: headings.columns.iter().zip(0..).map(|(heading, at)| column(heading, at)).collect(),
        more: count(all - cells.len()),
        cells,
        changes: count(changing),
        refused: count(refused),
        unchanged: count(unchanged),
        rows: count(rows),
        added: count(added),
        problem: None,
        sentence: sentence(words, (changing, refused), (rows, added)),
        unallocated: allocated.map(|sum| Amount(Total::from(view.plan.package.total) - sum)),
        allocated: allocated.map(Amount),
        changed: None,
    };
    Worked { pasted, changes, first_refused }
}

/// What is allocated before and after the changes, of which none removes a row.
fn allocated(plan: &Plan, changes: &[Change]) -> [Total; 2] {
    let before: Total = plan.allocations.iter().map(|row| row.amount).sum();
    let grown = changes.iter().map(|change| match change {
        Change::AddAllocation { row } => Total::from(row.amount),
        Change::SetAmount { allocation, amount } => {
            let was = plan.allocations.get(allocation).map_or(Money::ZERO, |row| row.amount);
            Total::from(*amount) - Total::from(was)
        }
        _ => Total::ZERO,
    });
    [before, grown.fold(before, |sum, by| sum + by)]
}

fn column(heading: &Heading, at: u32) -> PastedColumn {
    let meant = heading.meaning.as_ref().ok();
    PastedColumn {
        at,
        column: meant.map(|meant| meant.name.clone()),
        label: meant.map_or_else(|| heading.written.clone(), |meant| meant.label.clone()),
        written: heading.written.clone(),
    }
}

fn told(words: Words, outcome: Outcome) -> impl Iterator<Item = PastedCell> {
    let Outcome { line, code, id, told, .. } = outcome;
    told.into_iter().map(move |told| PastedCell {
        line: count(line),
        place: told.place.map(count),
        row: code.clone(),
        id: id.map(|id| id.to_string()),
        added: id.is_none() && !code.is_empty(),
        column: told.column,
        field_label: told.label,
        before_label: told.before,
        after_label: told.after,
        problem: told.problem.map(|problem| problem.worded(words)),
        follows: told.follows,
    })
}

/// As many cells as are told: what is refused before what changes, in the order of the block.
fn most_telling(cells: Vec<PastedCell>) -> Vec<PastedCell> {
    if cells.len() <= TOLD_MAX {
        return cells;
    }
    let refused = cells.iter().filter(|cell| cell.problem.is_some()).count();
    let mut room = TOLD_MAX.saturating_sub(refused);
    let mut told = cells;
    told.retain(|cell| {
        let keeps = cell.problem.is_some() || room > 0;
        room -= usize::from(cell.problem.is_none() && room > 0);
        keeps
    });
    told.truncate(TOLD_MAX);
    told
}

/// A refused cell with its place in the block.
fn in_words(words: Words, cell: &PastedCell) -> String {
    let reason = cell.problem.as_ref().map_or("", |problem| problem.message.as_str());
    let line = (cell.line + 1).to_string();
    let column = if cell.field_label.is_empty() { "\u{2013}" } else { &cell.field_label };
    words.say("paste-first-refused", &[("line-text", &line), ("column-text", column), ("reason-text", reason)])
}

/// What would be done, in a sentence.
fn sentence(words: Words, (cells, refused): (usize, usize), (rows, added): (usize, usize)) -> String {
    let number = |number: usize| number.to_string();
    if refused > 0 {
        return words.say("paste-refuses", &[("refused", &number(refused))]);
    }
    let changes = words.say("paste-changes", &[("cells", &number(cells)), ("rows", &number(rows))]);
    let adds = words.say("paste-adds", &[("added", &number(added))]);
    match (rows, added) {
        (0, 0) => words.plain("paste-nothing"),
        (_, 0) => changes,
        (0, _) => adds,
        _ => words.say("paste-changes-and-adds", &[("changes-text", &changes), ("adds-text", &adds)]),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
