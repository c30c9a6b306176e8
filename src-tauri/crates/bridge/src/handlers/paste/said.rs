//! What a cell of a block says of a row.

use exchange::clipboard::{BlockCell, CellFlaw};
use model::{Allocation, Dimension, FieldName, Fields, Money};

use super::columns::Meant;
use super::values;
use super::vocabulary::{Vocabulary, dimension_of};
use crate::Problem;
use crate::handlers::View;
use crate::handlers::grid::CellTexts;
use crate::handlers::grid::columns::Column;
use crate::wire::GridMeasure;

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// What stands there already, or nothing.
    Nothing,
    /// A field has this value, as its canonical text.
    Field(FieldName, String),
    /// A year of the package has this amount.
    Year(i32, Money),
    /// The funder is this one, which follows from the programme.
    Funder(String),
}

/// Reads cells.
pub(super) struct Reader<'a> {
    view: &'a View<'a>,
    texts: CellTexts<'a>,
    words: Vocabulary<'a>,
}

/// The row that a cell is about: its place among the plan's allocations, or a new one.
#[derive(Clone, Copy)]
pub(super) enum About<'a> {
    Row(usize, &'a Allocation),
    New,
}

impl<'a> Reader<'a> {
    pub(super) fn of(view: &'a View<'a>) -> Self {
        Self { view, texts: CellTexts::of(view), words: Vocabulary::of(view) }
    }

    /// What stands in a column of a row, as it is copied.
    pub(super) fn told(&self, column: Column, place: usize) -> String {
        self.texts.tell(column, place)
    }

    /// The year and amount of a row in a column of planned years.
    pub(super) fn year(&self, column: Column, place: usize) -> Option<Money> {
        let cents = self.texts.cents(column, place)?;
        i64::try_from(cents).ok().map(Money::from_cents)
    }

    /// What a cell says of a row.
    ///
    /// # Errors
    /// Where its text cannot be trusted, the column cannot be set, or it means nothing there.
    pub(super) fn said(&mut self, cell: &BlockCell, meant: &Meant, about: About) -> Result<Said, Problem> {
        if matches!(cell.flaw, Some(CellFlaw::Merged | CellFlaw::TableInside | CellFlaw::OffLine)) {
            return Err(flawed(cell));
        }
        let text = cell.trimmed();
        if let About::Row(place, _) = about {
            let told = self.told(meant.column, place);
            if cell.text == told || text == told.trim() {
                return Ok(self.standing(meant, about));
            }
        } else if text.is_empty() {
            return Ok(Said::Nothing);
        }
        if cell.flaw.is_some() {
            return Err(flawed(cell));
        }
        self.value(cell, meant, about)
    }

    /// What a cell says that tells what stands there: it is to stay, whatever else the block changes.
    fn standing(&self, meant: &Meant, about: About) -> Said {
        let About::Row(place, row) = about else { return Said::Nothing };
        match meant.column {
            Column::Payments | Column::Cited | Column::Code => Said::Nothing,
            Column::Cell(GridMeasure::Planned, at) => match (self.year_of(at), self.year(meant.column, place)) {
                (Some(year), Some(amount)) => Said::Year(year, amount),
                _ => Said::Nothing,
            },
            column => column.field().map_or(Said::Nothing, |field| Said::Field(field, row.tell(field))),
        }
    }

    /// The year of the package with this place; nothing for what comes after it.
    fn year_of(&self, at: usize) -> Option<i32> {
        let package = &self.view.plan.package;
        let year = i32::try_from(at).ok()?.checked_add(package.first.year())?;
        (year <= package.last.year()).then_some(year)
    }

    fn value(&mut self, cell: &BlockCell, meant: &Meant, about: About) -> Result<Said, Problem> {
        let text = cell.trimmed();
        let field = |value: String| meant.column.field().map_or(Said::Nothing, |field| Said::Field(field, value));
        let row = match about {
            About::Row(_, row) => Some(row),
            About::New => None,
        };
        // By its code a line has found its row already, or the row will have it.
        if meant.column == Column::Code {
            return Ok(Said::Nothing);
        }
        if text.is_empty() && !may_be_empty(meant.column) {
            return Err(Problem::refused("paste-empty-cell").with("column-text", &meant.label));
        }
        if let Some(dimension) = dimension_of(meant.column) {
            return self.words.place(dimension, text, &meant.label).map(field);
        }
        Ok(field(match meant.column {
            Column::Amount => {
                let former = row.map_or(Money::ZERO, |row| row.amount);
                values::amount(text, former, self.view.words.numbers)?.to_string()
            }
            Column::Cell(GridMeasure::Planned, at) => return self.planned(text, meant, at, about),
            Column::Start | Column::End => values::quarter(text)?.to_string(),
            Column::Profile => {
                return self.words.profile(text, row, &meant.label).map(|profile| field(profile_text(&profile)));
            }
            Column::Priority => {
                let class = text.parse::<u8>().ok().and_then(model::Priority::new);
                class.ok_or(model::Refusal::PriorityOutOfRange)?.class().to_string()
            }
            Column::Sources => self.sources(text)?,
            Column::Note => note(cell)?,
            Column::Locked => values::flag(text)?.to_owned(),
            Column::Place(Dimension::Funder) => {
                return self.words.place(Dimension::Funder, text, &meant.label).map(Said::Funder);
            }
            Column::Payments | Column::Cited => {
                return Err(Problem::refused("paste-fixed").with("column-text", &meant.label));
            }
            _ => return self.computed(text, meant, about),
        }))
    }

    /// A planned year; what comes after the package is computed.
    fn planned(&self, text: &str, meant: &Meant, at: usize, about: About) -> Result<Said, Problem> {
        let Some(year) = self.year_of(at) else { return self.computed(text, meant, about) };
        let former = match about {
            About::Row(place, _) => self.year(meant.column, place).unwrap_or(Money::ZERO),
            About::New => Money::ZERO,
        };
        Ok(Said::Year(year, values::amount(text, former, self.view.words.numbers)?))
    }

    /// What is computed cannot be said; that a new row has nothing of it says nothing.
    fn computed(&self, text: &str, meant: &Meant, about: About) -> Result<Said, Problem> {
        let nought = text.bytes().all(|byte| matches!(byte, b'0' | b'.' | b','));
        match about {
            About::New if nought => Ok(Said::Nothing),
            _ => {
                let formula = values::is_formula(text);
                let code = if formula { "paste-formula" } else { "paste-computed" };
                Err(Problem::refused(code).with("column-text", &meant.label).with("text", text))
            }
        }
    }

    fn sources(&self, text: &str) -> Result<String, Problem> {
        let keys = values::sources(text);
        for key in keys.split(',').filter(|key| !key.is_empty()) {
            let known = key.parse().is_ok_and(|key| self.view.plan.sources.get(&key).is_some());
            if !known {
                return Err(Problem::refused("unknown-row").with("table", "sources").with("wanted", key));
            }
        }
        Ok(keys)
    }
}

/// A remark, as it stands. One that a spreadsheet would work out is refused, unless it was guarded.
fn note(cell: &BlockCell) -> Result<String, Problem> {
    let text = exchange::unguarded(&cell.text);
    let is_formula = text == cell.text && text.trim_start().starts_with(['=', '\u{ff1d}']);
    if is_formula {
        return Err(Problem::refused("paste-formula").with("text", cell.trimmed()));
    }
    let blank = |sign: char| sign == '\u{feff}' || sign == '\u{a0}';
    Ok(text.trim_matches(blank).replace('\t', " "))
}

fn profile_text(profile: &model::Profile) -> String {
    let parameters = profile.parameters().iter().map(|(name, value)| format!(" {name}={value}"));
    std::iter::once(profile.key().to_owned()).chain(parameters).collect()
}

const fn may_be_empty(column: Column) -> bool {
    matches!(column, Column::Note | Column::Sources | Column::Place(Dimension::Cluster))
}

/// What is wrong with the text of a cell.
fn flawed(cell: &BlockCell) -> Problem {
    match cell.flaw {
        Some(CellFlaw::TableInside) => Problem::refused("paste-table-inside"),
        Some(CellFlaw::OffLine) => Problem::refused("paste-off-line").with("text", cell.trimmed()),
        Some(CellFlaw::HiddenSign(sign)) => {
            Problem::refused("paste-hidden-sign").with("sign", format!("U+{:04X}", u32::from(sign)))
        }
        Some(CellFlaw::TooLong(most)) => Problem::refused("paste-cell-too-long").with("most", most),
        Some(CellFlaw::Merged) | None => Problem::refused("paste-merged"),
    }
}
