//! A line of a block that adds a row.

use exchange::clipboard::BlockCell;
use model::{Allocation, Change, Code, Grade, Id, Instrument, Key, Money, Priority, Profile, Purpose, Quarter};

use super::line::{Heard, Lines, Outcome, Told, field, put};
use super::said::{About, Said};
use crate::Problem;

/// The fields that a new row cannot do without.
const NEEDED: [&str; 7] = ["programme", "instrument", "sector", "purpose", "amount", "start", "end"];
/// Of these, what a line of a sum has no words for.
const WORDS: [&str; 6] = ["programme", "instrument", "sector", "purpose", "start", "end"];

impl Lines<'_> {
    /// The row that a line adds, under this code and id.
    pub(super) fn added(&mut self, line: usize, cells: &[BlockCell], (code, id): (Code, Id)) -> Outcome {
        let heard = self.hear(cells, About::New);
        let mut outcome =
            Outcome { line, code: code.to_string(), id: None, told: Vec::new(), unchanged: 0, changes: Vec::new() };
        let missing = self.missing(&heard, cells.len());
        outcome.told.extend(missing);
        if !outcome.told.is_empty() || heard.iter().any(|one| one.said.is_err()) {
            let refused = heard.into_iter().filter(|one| one.said.is_err());
            outcome.told.extend(refused.map(|one| refused_cell(one)));
            outcome.told.sort_by_key(|told| told.place.unwrap_or(usize::MAX));
            return outcome;
        }
        let mut heard = heard;
        let Some(mut draft) = blank(&heard, code, id) else { return outcome };
        put(&mut draft, &mut heard);
        self.type_years(&mut draft, Money::ZERO, &mut heard);
        self.check_funder(&draft, &mut heard);
        self.check(&draft, &mut heard);
        let mut follows = Vec::new();
        if heard.iter().all(|one| one.said.is_ok()) {
            follows = self.follows(None, &draft, &heard);
            outcome.changes.push(Change::AddAllocation { row: Box::new(draft.clone()) });
        }
        let speaks = |one: &Heard| !matches!(one.said, Ok(Said::Nothing | Said::Funder(_)));
        for one in heard.into_iter().filter(speaks) {
            outcome.told.push(self.told(one, String::new(), &draft));
        }
        outcome.told.extend(follows);
        outcome
    }

    /// Whether a line that names no row is one of a group or a sum: it has amounts, and words for nothing.
    pub(super) fn is_sum(&mut self, cells: &[BlockCell]) -> bool {
        let heard = self.hear(cells, About::New);
        let words = heard.iter().any(|one| WORDS.contains(&&*one.meant.name) && !one.cell.trimmed().is_empty());
        !words && heard.len() > 1
    }

    /// What a line lacks for a new row, in words.
    pub(super) fn lacks(&mut self, cells: &[BlockCell]) -> String {
        let heard = self.hear(cells, About::New);
        let labels = self.missing(&heard, cells.len()).into_iter().map(|told| told.label);
        labels.collect::<Vec<_>>().join(", ")
    }

    /// The fields that a new row needs and a line does not say. Years say the amount too.
    fn missing(&self, heard: &[Heard], width: usize) -> Vec<Told> {
        let years = heard.iter().any(|one| matches!(one.said, Ok(Said::Year(..))));
        let says = |name: &str| {
            let own = heard.iter().find(|one| one.meant.name == name);
            own.is_some_and(|one| !matches!(one.said, Ok(Said::Nothing))) || (name == "amount" && years)
        };
        let told = |name: &&str| {
            let label = field(name).map_or_else(String::new, |field| self.field_label(field));
            let place = heard.iter().find(|one| one.meant.name == *name).map(|one| one.place);
            Told {
                place: place.filter(|place| *place < width),
                column: (*name).to_owned(),
                before: String::new(),
                after: String::new(),
                problem: Some(Problem::refused("paste-missing").with("column-text", &label)),
                follows: false,
                label,
            }
        };
        NEEDED.iter().filter(|name| !says(name)).map(told).collect()
    }

    /// Refuses a funder that is not the programme's.
    pub(super) fn check_funder(&self, draft: &Allocation, heard: &mut [Heard]) {
        let funder = self.view.plan.programmes.get(&draft.programme).map(|programme| programme.funder.to_string());
        for one in heard {
            if matches!(&one.said, Ok(Said::Funder(key)) if Some(key) != funder.as_ref()) {
                one.said = Err(Problem::refused("paste-computed").with("column-text", &one.meant.label));
            }
        }
    }
}

fn refused_cell(one: Heard) -> Told {
    Told {
        place: Some(one.place),
        column: one.meant.name.clone(),
        label: one.meant.label.clone(),
        before: String::new(),
        after: crate::handlers::telling::cut(one.cell.trimmed()),
        problem: one.said.err(),
        follows: false,
    }
}

/// A row of what a line must say, with everything else as it usually is.
fn blank(heard: &[Heard], code: Code, id: Id) -> Option<Allocation> {
    let said = |name: &str| heard.iter().filter(|one| one.meant.name == name).find_map(|one| one.field());
    let text = |name: &str| said(name).map(|(_, text)| text);
    let key = |name: &str| text(name).and_then(|text| text.parse::<Key>().ok());
    let quarter = |name: &str| text(name).and_then(|text| text.parse::<Quarter>().ok());
    let instrument = text("instrument").and_then(Instrument::from_key)?;
    Some(Allocation {
        id,
        code,
        programme: key("programme")?,
        instrument,
        capital: instrument.capital(),
        sector: key("sector")?,
        purpose: text("purpose").and_then(Purpose::from_key)?,
        booster: None,
        amount: Money::ZERO,
        start: quarter("start")?,
        end: quarter("end")?,
        profile: Profile::uniform(),
        amount_grade: Grade::Assumption,
        split_grade: Grade::Assumption,
        sources: Vec::new(),
        note: String::new(),
        locked: false,
        paid: Vec::new(),
        priority: Priority::USUAL,
        cited: Vec::new(),
    })
}
