//! One line of a block: what it makes of a row, or the row that it adds.

use engine::{YearGives, typed_year};
use exchange::clipboard::BlockCell;
use model::{
    Allocation, Change, Edit, FieldName, Fields, Id, Money, Plan, Refusal, Table, TableName, Total, apply_all,
};

use super::columns::{Heading, Meant};
use super::said::{About, Reader, Said};
use crate::Problem;
use crate::handlers::View;
use crate::handlers::telling::{Tongue, cut, field_label};

/// What a line of a block comes to.
pub(super) struct Outcome {
    /// Its number in the block.
    pub line: usize,
    /// The row's code; the one that it gets where it is added.
    pub code: String,
    /// The row's id; nothing where it is added.
    pub id: Option<Id>,
    /// Its cells that change something or are refused.
    pub told: Vec<Told>,
    /// How many of its cells say what stands there already.
    pub unchanged: usize,
    /// What is to be done; nothing where a cell is refused.
    pub changes: Vec<Change>,
}

/// A cell that changes something or is refused.
pub(super) struct Told {
    /// Its place in the line; nothing where a new row lacks it.
    pub place: Option<usize>,
    /// The column; empty where it is not understood.
    pub column: String,
    /// The word for it.
    pub label: String,
    /// What stands there.
    pub before: String,
    /// What would stand there, or what was refused.
    pub after: String,
    /// Why it is refused.
    pub problem: Option<Problem>,
    /// Whether the block does not say it, and it follows from what the block says.
    pub follows: bool,
}

/// A cell, and what it says or why it is refused.
pub(super) struct Heard<'b> {
    pub place: usize,
    pub meant: &'b Meant,
    pub cell: &'b BlockCell,
    pub said: Result<Said, Problem>,
}

impl Heard<'_> {
    pub(super) fn field(&self) -> Option<(FieldName, &str)> {
        match &self.said {
            Ok(Said::Field(field, text)) => Some((*field, text)),
            _ => None,
        }
    }

    fn year(&self) -> Option<(i32, Money)> {
        match self.said {
            Ok(Said::Year(year, amount)) => Some((year, amount)),
            _ => None,
        }
    }
}

/// Works lines out.
pub(super) struct Lines<'a> {
    pub view: &'a View<'a>,
    headings: &'a [Heading],
    reader: Reader<'a>,
    /// The plan without its rows: what a single row is tried in.
    bare: Plan,
}

impl<'a> Lines<'a> {
    pub(super) fn of(view: &'a View<'a>, headings: &'a [Heading]) -> Self {
        let bare = Plan { allocations: Table::default(), limits: Table::default(), ..view.plan.clone() };
        Self { view, headings, reader: Reader::of(view), bare }
    }

    /// What a line makes of the row at a place among the plan's allocations.
    pub(super) fn existing(&mut self, line: usize, cells: &[BlockCell], place: usize) -> Outcome {
        let view = self.view;
        let old: &Allocation = &view.plan.allocations.as_slice()[place];
        let mut heard = self.hear(cells, About::Row(place, old));
        let mut draft = old.clone();
        put(&mut draft, &mut heard);
        check_capital(self, (old, &draft), &mut heard);
        if heard.iter().all(|one| one.said.is_ok()) {
            check_lock(old, &draft, &mut heard, |one| self.differs(one, old, place));
            self.put_years(old, place, &mut draft, &mut heard);
            self.check_funder(&draft, &mut heard);
            self.check(&draft, &mut heard);
        }
        let refused = heard.iter().any(|one| one.said.is_err());
        let follows = if refused { Vec::new() } else { self.follows(Some(old), &draft, &heard) };
        let mut outcome = Outcome {
            line,
            code: old.code.to_string(),
            id: Some(old.id),
            told: Vec::new(),
            unchanged: 0,
            changes: if refused { Vec::new() } else { changes(old, &draft) },
        };
        for one in heard {
            let differs = match one.field() {
                Some((field, _)) => draft.tell(field) != old.tell(field),
                None => self.differs(&one, old, place),
            };
            if differs || one.said.is_err() {
                let before = self.before(&one, old, place);
                outcome.told.push(self.told(one, before, &draft));
            } else {
                outcome.unchanged += 1;
            }
        }
        outcome.told.extend(follows);
        outcome
    }

    /// The fields of a row that change though no cell of the line is about them: the amount that follows from its years, the
    /// capital that an instrument brings. Of a new row only the amount is told: all else is as it usually is.
    pub(super) fn follows(&self, old: Option<&Allocation>, draft: &Allocation, heard: &[Heard]) -> Vec<Told> {
        let said = |field: FieldName| heard.iter().any(|one| one.field().is_some_and(|(about, _)| about == field));
        let fields = Allocation::FIELDS.iter().map(|(field, _)| *field).filter(|field| match old {
            Some(old) => !said(*field) && old.tell(*field) != draft.tell(*field),
            None => !said(*field) && field.as_str() == "amount",
        });
        let told = |field: FieldName| Told {
            place: None,
            column: field.as_str().to_owned(),
            label: self.field_label(field),
            before: old.map_or_else(String::new, |old| self.value(old, field, &old.tell(field))),
            after: self.value(draft, field, &draft.tell(field)),
            problem: None,
            follows: true,
        };
        fields.map(told).collect()
    }

    /// What the cells of a line say.
    pub(super) fn hear<'b>(&mut self, cells: &'b [BlockCell], about: About) -> Vec<Heard<'b>>
    where
        'a: 'b,
    {
        let headings = self.headings;
        let reader = &mut self.reader;
        let meant = headings
            .iter()
            .enumerate()
            .zip(cells)
            .filter_map(|((place, heading), cell)| heading.meaning.as_ref().ok().map(|meant| (place, meant, cell)));
        meant.map(|(place, meant, cell)| Heard { place, meant, cell, said: reader.said(cell, meant, about) }).collect()
    }

    /// Whether a cell says otherwise than what stands there.
    fn differs(&self, one: &Heard, old: &Allocation, place: usize) -> bool {
        match &one.said {
            Ok(Said::Field(field, text)) => *text != old.tell(*field),
            Ok(Said::Year(_, amount)) => self.reader.year(one.meant.column, place) != Some(*amount),
            _ => false,
        }
    }

    /// Types the years that a line says, where one of them says otherwise or what they follow from has changed.
    fn put_years(&self, old: &Allocation, place: usize, draft: &mut Allocation, heard: &mut [Heard]) {
        let moved = ["amount", "start", "end", "profile"]
            .map(field)
            .iter()
            .flatten()
            .any(|field| old.tell(*field) != draft.tell(*field));
        let differ = heard.iter().any(|one| one.year().is_some() && self.differs(one, old, place));
        if moved || differ {
            self.type_years(draft, old.amount, heard);
        }
    }

    /// Types every year that a line says, from the amount that the row had; its amount follows. Then what the line says of
    /// the row must hold all the same.
    pub(super) fn type_years(&self, draft: &mut Allocation, amount: Money, heard: &mut [Heard]) {
        if heard.iter().all(|one| one.year().is_none()) {
            return;
        }
        let (id, locked) = (draft.id, draft.locked);
        // Whether the row may be changed is decided already; it may be one that the line locks.
        let alone = Table::from_rows([Allocation { locked: false, amount, ..draft.clone() }]);
        let mut plan = Plan { allocations: alone, ..self.bare.clone() };
        for one in heard.iter_mut() {
            let Some((year, amount)) = one.year() else { continue };
            let typed =
                typed_year(&plan, id, year, amount, YearGives::Total).map_err(Problem::from).and_then(|changes| {
                    let edits: Vec<Edit> = changes.into_iter().map(Edit::base).collect();
                    if edits.is_empty() {
                        Ok(plan.clone())
                    } else {
                        apply_all(&plan, &edits).map_err(|(_, why)| why.into())
                    }
                });
            match typed {
                Ok(next) => plan = next,
                Err(problem) => one.said = Err(problem),
            }
        }
        if let Some(row) = plan.allocations.get(&id) {
            *draft = Allocation { locked, ..Allocation::clone(row) };
            self.check_agreement(draft, heard);
        }
    }

    /// Refuses cells that say otherwise than the years do. Only the profile gives way to them.
    fn check_agreement(&self, draft: &Allocation, heard: &mut [Heard]) {
        for one in heard {
            let Some((field, said)) = one.field().filter(|(field, _)| field.as_str() != "profile") else { continue };
            let after = draft.tell(field);
            if after != said {
                let problem = Problem::refused("paste-years-otherwise")
                    .with("column-text", &one.meant.label)
                    .with("after-text", self.value(draft, field, &after))
                    .with("said-text", self.value(draft, field, said));
                one.said = Err(problem);
            }
        }
    }

    /// Refuses what breaks a rule, at the cell that the rule is about.
    pub(super) fn check(&self, draft: &Allocation, heard: &mut [Heard]) {
        if heard.iter().any(|one| one.said.is_err()) {
            return;
        }
        let Err(refusal) = self.bare.check_allocation(draft) else { return };
        let names: &[&str] = match &refusal {
            Refusal::EndBeforeStart { .. } => &["end", "start"],
            Refusal::LessThanPaid { .. } | Refusal::NegativeAmount(_) => &["amount"],
            Refusal::TooLong { .. } | Refusal::Unprintable { .. } => &["note"],
            Refusal::NamedTwice(_) => &["sources"],
            _ => &[],
        };
        let at = names.iter().find_map(|name| heard.iter().position(|one| one.meant.name == *name)).unwrap_or(0);
        if let Some(one) = heard.get_mut(at) {
            one.said = Err(refusal.into());
        }
    }

    /// What stands in the cell of a row, for people.
    fn before(&self, one: &Heard, old: &Allocation, place: usize) -> String {
        match (one.meant.column.field(), self.reader.year(one.meant.column, place)) {
            (Some(field), _) => self.value(old, field, &old.tell(field)),
            (None, Some(amount)) => self.view.words.money(Total::from(amount)),
            (None, None) => cut(&self.reader.told(one.meant.column, place)),
        }
    }

    /// The word for a field.
    pub(super) fn field_label(&self, field: FieldName) -> String {
        field_label(self.view.words, TableName::Allocations, Some(field))
    }

    /// A value of a field, for people.
    pub(super) fn value(&self, row: &Allocation, field: FieldName, text: &str) -> String {
        cut(&Tongue::from(self.view).value(TableName::Allocations, &row.id.to_string(), field, text))
    }

    /// A cell for people: what the row has in it afterwards, or what was refused.
    pub(super) fn told(&self, one: Heard, before: String, draft: &Allocation) -> Told {
        let after = match &one.said {
            Ok(Said::Field(field, _)) => self.value(draft, *field, &draft.tell(*field)),
            Ok(Said::Year(_, amount)) => self.view.words.money(Total::from(*amount)),
            Ok(Said::Nothing | Said::Funder(_)) | Err(_) => cut(one.cell.trimmed()),
        };
        Told {
            place: Some(one.place),
            column: one.meant.name.clone(),
            label: one.meant.label.clone(),
            before,
            after,
            problem: one.said.err(),
            follows: false,
        }
    }
}

/// The field of allocations with this name.
pub(super) fn field(name: &str) -> Option<FieldName> {
    FieldName::of(TableName::Allocations, name)
}

/// Gives a row what a line says of its fields. An instrument brings its own capital.
pub(super) fn put(draft: &mut Allocation, heard: &mut [Heard]) {
    let mut in_order: Vec<&mut Heard> = heard.iter_mut().collect();
    // The capital after the instrument that implies it.
    in_order.sort_by_key(|one| one.meant.name == "capital");
    for one in in_order {
        let Some((field, text)) = one.field() else { continue };
        let before = draft.instrument;
        match draft.put(field, text) {
            Ok(()) if draft.instrument != before => draft.capital = draft.instrument.capital(),
            Ok(()) => {}
            Err(bad) => one.said = Err(Refusal::Value(bad).into()),
        }
    }
}

/// Refuses a capital that only stands in the block because it stood in the row, where the instrument now implies another.
fn check_capital(lines: &Lines, (old, draft): (&Allocation, &Allocation), heard: &mut [Heard]) {
    let stale = draft.instrument != old.instrument
        && draft.capital == old.capital
        && draft.capital != draft.instrument.capital();
    let Some(one) = heard.iter_mut().find(|one| one.meant.name == "capital" && one.field().is_some()) else { return };
    if stale {
        let label =
            |name: &str| field(name).map_or_else(String::new, |field| lines.value(draft, field, &draft.tell(field)));
        let problem = Problem::refused("paste-capital-otherwise")
            .with("instrument-text", label("instrument"))
            .with("said-text", label("capital"));
        one.said = Err(problem);
    }
}

/// Refuses every cell that would change a locked row, unless the line unlocks it.
fn check_lock(old: &Allocation, draft: &Allocation, heard: &mut [Heard], differs: impl Fn(&Heard) -> bool) {
    if !(old.locked && draft.locked) {
        return;
    }
    for one in heard {
        let free = ["note", "sources", "locked"].contains(&&*one.meant.name);
        if !free && differs(one) {
            one.said = Err(Refusal::Locked(old.code.clone()).into());
        }
    }
}

/// The changes that make of a row what a line makes of it.
fn changes(old: &Allocation, draft: &Allocation) -> Vec<Change> {
    let allocation = old.id;
    let mut changes = Vec::new();
    let differs = |field: &FieldName| old.tell(*field) != draft.tell(*field);
    let moves = old.instrument != draft.instrument;
    for field in Allocation::FIELDS.iter().map(|(field, _)| *field).filter(differs) {
        match field.as_str() {
            // The start says where both are; the instrument brings a capital; the lock comes first or last.
            "end" if old.start != draft.start => {}
            "capital" if moves => {}
            "locked" => {}
            "profile" => changes.push(Change::SetProfile { allocation, profile: draft.profile.clone() }),
            _ => changes.extend(draft.change(field, &draft.tell(field)).ok()),
        }
    }
    if moves && draft.capital != draft.instrument.capital() {
        changes.push(Change::SetCapital { allocation, capital: draft.capital });
    }
    match (old.locked, draft.locked) {
        (true, false) => changes.insert(0, Change::SetLocked { allocation, locked: false }),
        (false, true) => changes.push(Change::SetLocked { allocation, locked: true }),
        _ => {}
    }
    changes
}
