//! How the lines of a block find their rows: by their codes, or one after another from where the block lands.

use std::collections::{HashMap, HashSet};

use exchange::clipboard::{Block, BlockCell};
use model::Code;

use super::columns::{Heading, Headings};
use crate::Problem;
use crate::handlers::View;
use crate::handlers::grid::columns::Column;
use crate::wire::PasteRequest;

/// What a line of a block is about.
pub(super) enum Target {
    /// The row at this place among the plan's allocations.
    Row(usize),
    /// A row that is added, under the code at a place of the line, or the next free one.
    New(Option<(usize, Code)>),
    /// Nothing stands in it.
    Blank,
    /// What stands at this place names no row and cannot be a code.
    Nameless(usize),
    /// What stands at this place cannot be, and of which row.
    Refused(usize, String, Problem),
}

/// How lines find their rows.
pub(super) struct Landing<'a> {
    view: &'a View<'a>,
    /// Where the code stands in a line.
    code: Option<usize>,
    header: bool,
    /// The places of the rows on which lines land one after another.
    rows: &'a [usize],
    codes: HashMap<&'a str, usize>,
}

impl<'a> Landing<'a> {
    /// How the lines of a block with these columns do. `in_view` are the places of the rows in view, in their order.
    ///
    /// # Errors
    /// Where the row on which the block is to land is not in view.
    pub(super) fn of(
        view: &'a View<'a>,
        headings: &Headings,
        (request, in_view): (&PasteRequest, &'a [usize]),
    ) -> Result<Self, Problem> {
        let is_code = |heading: &Heading| heading.meaning.as_ref().is_ok_and(|meant| meant.column == Column::Code);
        let code = headings.columns.iter().position(is_code);
        let named = headings.header && code.is_some();
        let rows = match &request.at {
            Some(at) if !named => {
                let id = view.plan.allocation_named(&at.row)?.id;
                let place = view.plan.allocations.place_of(&id);
                let code = || view.plan.allocations.get(&id).map_or_else(String::new, |row| row.code.to_string());
                let hidden = || Problem::refused("paste-row-hidden").with("allocation", code());
                let first = in_view.iter().position(|row| Some(*row) == place).ok_or_else(hidden)?;
                &in_view[first..]
            }
            _ => &[],
        };
        let codes = view.plan.allocations.iter().zip(0..).map(|(row, place)| (row.code.as_str(), place)).collect();
        Ok(Self { view, code, header: headings.header, rows, codes })
    }

    /// What each line is about, in their order.
    pub(super) fn targets(&self, block: &Block) -> Vec<Target> {
        let mut seen = HashSet::new();
        let mut rows = self.rows.iter();
        let lines = block.lines.iter().skip(usize::from(self.header));
        let by_name = self.header && self.code.is_some();
        lines
            .map(|cells| {
                let code = self.code_in(cells);
                let blank = cells.iter().all(|cell| cell.trimmed().is_empty() && cell.flaw.is_none());
                match rows.next() {
                    Some(place) => self.on_row(*place, code),
                    None if blank => Target::Blank,
                    None => self.by_code(&mut seen, code, by_name),
                }
            })
            .collect()
    }

    /// Where the code stands in a line, and what stands there; nothing where nothing does.
    fn code_in<'b>(&self, cells: &'b [BlockCell]) -> Option<(usize, &'b str)> {
        let at = self.code?;
        let text = cells.get(at)?.trimmed();
        (!text.is_empty()).then_some((at, text))
    }

    /// The row on which a line lands, whose code it must not name otherwise.
    fn on_row(&self, place: usize, code: Option<(usize, &str)>) -> Target {
        let own = self.view.plan.allocations.as_slice()[place].code.as_str();
        match code {
            Some((at, text)) if text != own => {
                let problem = Problem::refused("paste-other-row").with("allocation", own).with("text", text);
                Target::Refused(at, own.to_owned(), problem)
            }
            _ => Target::Row(place),
        }
    }

    /// The row that a line names by its code, or the one that it adds. Past the rows in view a line only adds.
    fn by_code<'b>(&self, seen: &mut HashSet<&'b str>, code: Option<(usize, &'b str)>, by_name: bool) -> Target {
        let Some((at, text)) = code else { return Target::New(None) };
        let refused =
            |code: &str| Target::Refused(at, text.to_owned(), Problem::refused(code).with("allocation", text));
        if !seen.insert(text) {
            return refused("paste-row-twice");
        }
        match (self.codes.get(text), text.parse::<Code>()) {
            (Some(place), _) if by_name => Target::Row(*place),
            (Some(_), _) => refused("code-taken"),
            (None, Ok(code)) => Target::New(Some((at, code))),
            (None, Err(_)) => Target::Nameless(at),
        }
    }
}
