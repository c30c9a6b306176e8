//! Acts on several rows at once: from what crosses the door to the plain changes that each of them stands for, on the plan
//! that the earlier edits of the list have led to.

use std::collections::BTreeSet;

use model::{
    Allocation, Change, Dimension, FieldName, Fields, Gives, How, Id, Margins, Money, Plan, Slice, Total,
    balance_table, duplicate_row, merge_rows, split_row, spread_over,
};

use crate::Problem;
use crate::balancing;
use crate::handlers::edit::{Reader, about_row, field_of_row, money};
use crate::handlers::events;
use crate::handlers::telling::Tongue;
use crate::wire::{Act, BalanceTable, FieldAct, KeyTotal, SliceWire, SpreadAct, SpreadGives, SpreadHow, YearGives};

/// How the acts of a list were read.
#[derive(Default)]
pub(crate) struct ReadSoFar {
    /// The locked rows among those that the acts are about; they stay as they are.
    pub held: BTreeSet<Id>,
    /// What to know of it.
    pub notes: BTreeSet<Note>,
}

/// What to know of how an act was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Note {
    /// The rows are all of one sector: needs do not tell them apart.
    NeedsAlike {
        /// The sector.
        sector: String,
    },
    /// There are rows of a sector for which no need is stated: they are left with what was paid.
    NoNeed {
        /// The sector.
        sector: String,
    },
    /// The rows stand at one place: the rows they are to be like do not tell them apart.
    LikeAlike,
    /// The rows hold another sum together than the rows that change do.
    Together {
        /// How many they are.
        rows: usize,
        /// How many of them are locked.
        held: usize,
        /// What they hold together.
        total: Money,
    },
}

impl Act {
    /// Whether it is about several rows, or changes one in a way that depends on what it is.
    pub(crate) const fn is_of_rows(&self) -> bool {
        matches!(
            self,
            Self::Spread(_)
                | Self::SetYear { .. }
                | Self::Balance(_)
                | Self::SplitRow { .. }
                | Self::MergeRows { .. }
                | Self::DuplicateRow { .. }
                | Self::SetField(_)
        )
    }

    /// Whether what it does depends on what the earlier edits of its list have led to.
    pub(crate) const fn follows(&self) -> bool {
        self.is_of_rows() || matches!(self, Self::SetAmount { balance: Some(_), .. })
    }
}

impl Reader<'_> {
    /// The changes that an act on rows stands for.
    pub(super) fn of_rows(&mut self, act: Act) -> Result<Vec<Change>, Problem> {
        match act {
            Act::Spread(spread) => self.spread(*spread),
            Act::SetYear { allocation, year, amount, gives } => self.set_year(&allocation, year, &amount, gives),
            Act::Balance(table) => self.balance_table(&table),
            Act::SplitRow { allocation, parts, rest } => self.split(&allocation, &parts, rest),
            Act::MergeRows { allocations } => {
                let rows = allocations.iter().map(|name| self.row(name)).collect::<Result<Vec<_>, _>>()?;
                Ok(merge_rows(self.so_far()?, &rows)?)
            }
            Act::DuplicateRow { allocation } => {
                let row = self.row(&allocation)?;
                let change = duplicate_row(self.so_far()?, row, self.ids.next(self.revision))?;
                Ok(self.with_codes(vec![change]))
            }
            Act::SetField(field) => self.set_field(*field),
            act => self.changes(act),
        }
    }

    /// The rows that an act is about.
    fn chosen(&self, slice: Option<Vec<SliceWire>>, rows: Option<Vec<String>>) -> Result<Vec<Id>, Problem> {
        let chosen: Vec<Id> = match (slice, rows) {
            (Some(slice), None) => {
                let (slice, plan) = (self.slice(slice)?, self.so_far()?);
                let rows = plan.allocations.iter().filter(|row| slice.holds(row, plan));
                let rows: Vec<Id> = rows.map(|row| row.id).collect();
                if rows.is_empty() && !slice.0.is_empty() && slice.0.iter().all(|(_, keys)| !keys.is_empty()) {
                    let told = events::slice_text(Tongue { plan, words: self.words }, &slice);
                    let empty = Problem::refused("slice-empty").with("slice_text", told);
                    return Err(empty.with("parts", slice.0.len()));
                }
                rows
            }
            (None, Some(names)) => {
                let mut seen = BTreeSet::new();
                let ids = names.iter().map(|name| self.row(name)).collect::<Result<Vec<_>, _>>()?;
                ids.into_iter().filter(|id| seen.insert(*id)).collect()
            }
            _ => return Err(Problem::refused("rows-or-slice")),
        };
        if chosen.is_empty() { Err(Problem::refused("no-rows-chosen")) } else { Ok(chosen) }
    }

    fn spread(&mut self, act: SpreadAct) -> Result<Vec<Change>, Problem> {
        let SpreadAct { slice, rows, total, how, gives } = act;
        let rows = self.chosen(slice, rows)?;
        let how = match how {
            SpreadHow::Rescale => How::Rescale,
            SpreadHow::Equal => How::Equal,
            SpreadHow::Needs => How::Needs,
            SpreadHow::Like { slice, by } => How::Like { slice: self.slice(slice)?, by: by.dimension() },
        };
        let gives = match gives {
            SpreadGives::Unallocated => Gives::Unallocated,
            SpreadGives::Others => Gives::Others,
            SpreadGives::Row(name) => Gives::Row(self.row(&name)?),
        };
        let plan = self.so_far()?;
        let total = money(&total)?;
        let changes = spread_over(plan, &rows, total, &how, gives)?;
        let own: Vec<&Allocation> = rows.iter().filter_map(|id| plan.allocations.get(id)).map(AsRef::as_ref).collect();
        let mut notes = notes(plan, &own, &how);
        // The sentence of the act tells what the rows that change hold together, and nothing of the others.
        if !changes.is_empty() && amounts(&changes) != total.into() {
            let held = own.iter().filter(|row| row.locked).count();
            notes.push(Note::Together { rows: own.len(), held, total });
        }
        let held: Vec<Id> = match gives {
            Gives::Others => locked(plan.allocations.iter().map(AsRef::as_ref)),
            Gives::Unallocated | Gives::Row(_) => locked(own),
        };
        self.read.held.extend(held);
        self.read.notes.extend(notes);
        Ok(changes)
    }

    fn set_year(&self, name: &str, year: i32, amount: &str, gives: YearGives) -> Result<Vec<Change>, Problem> {
        let gives = match gives {
            YearGives::Others => engine::YearGives::Others,
            YearGives::Total => engine::YearGives::Total,
            YearGives::Year(year) => engine::YearGives::Year(year),
        };
        Ok(engine::typed_year(self.so_far()?, self.row(name)?, year, money(amount)?, gives)?)
    }

    fn balance_table(&mut self, table: &BalanceTable) -> Result<Vec<Change>, Problem> {
        let totals = |totals: &[KeyTotal]| {
            let total = |total: &KeyTotal| Ok((total.key.clone(), money(&total.amount)?));
            totals.iter().map(total).collect::<Result<Vec<_>, Problem>>()
        };
        let margins = Margins { rows: totals(&table.row_totals)?, columns: totals(&table.column_totals)? };
        let words = self.words;
        let plan = self.so_far()?;
        let changes = balance_table(plan, table.rows.dimension(), table.columns.dimension(), &margins)
            .map_err(|refusal| balancing::refused(refusal, Tongue { plan, words }))?;
        let held = locked(plan.allocations.iter().map(AsRef::as_ref));
        self.read.held.extend(held);
        Ok(changes)
    }

    fn split(&mut self, name: &str, parts: &[String], rest: bool) -> Result<Vec<Change>, Problem> {
        let row = self.row(name)?;
        let plan = self.so_far()?;
        let mut parts = parts.iter().map(|part| money(part)).collect::<Result<Vec<_>, _>>()?;
        if rest {
            let has = plan.allocations.get(&row).map_or(Money::ZERO, |row| row.amount);
            let sum: Total = parts.iter().copied().sum();
            let left = (Total::from(has) - sum).to_money().filter(|left| *left > Money::ZERO);
            let nothing = || Problem::refused("split-leaves-nothing").with("sum_usd", sum).with("amount_usd", has);
            parts.push(left.ok_or_else(nothing)?);
        }
        let changes = split_row(plan, row, &parts, || self.ids.next(self.revision))?;
        Ok(self.with_codes(changes))
    }

    /// The changes, with the codes of the rows they add known to the edits that follow.
    fn with_codes(&mut self, changes: Vec<Change>) -> Vec<Change> {
        for change in &changes {
            if let Change::AddAllocation { row } = change {
                self.taken(&row.code, row.id);
            }
        }
        changes
    }

    fn set_field(&mut self, act: FieldAct) -> Result<Vec<Change>, Problem> {
        let FieldAct { slice, rows, field, value } = act;
        let field = field_of_row(&field)?;
        let rows = self.chosen(slice, rows)?;
        let plan = self.so_far()?;
        let rows: Vec<&Allocation> = rows
            .iter()
            .map(|id| plan.allocations.get(id).ok_or(*id))
            .filter_map(Result::ok)
            .map(AsRef::as_ref)
            .collect();
        // What a lock does not keep may be set on locked rows as well.
        let kept = !matches!(field.as_str(), "locked" | "note" | "sources");
        let open: Vec<&Allocation> = rows.iter().copied().filter(|row| !(kept && row.locked)).collect();
        if open.is_empty() {
            return Err(match rows.as_slice() {
                [row] => model::Refusal::Locked(row.code.clone()).into(),
                rows => Problem::refused("all-locked").with("number", rows.len()),
            });
        }
        let changes = open.iter().filter(|row| changes_field(row, field, &value)).map(|row| {
            let change = row.change(field, &value).map_err(|refusal| Problem::from(model::Refusal::from(refusal)));
            change.map_err(|problem| if open.len() == 1 { about_row(plan, Some(row.id), problem) } else { problem })
        });
        let changes = changes.collect::<Result<Vec<_>, _>>()?;
        if kept {
            let held = locked(rows);
            self.read.held.extend(held);
        }
        Ok(changes)
    }
}

/// Whether the text means another value than the row has. What it cannot mean is refused by the change itself.
fn changes_field(row: &Allocation, field: FieldName, text: &str) -> bool {
    let mut next = row.clone();
    next.put(field, text).is_err() || next.tell(field) != row.tell(field)
}

/// What rows hold together after changes of their amounts.
fn amounts(changes: &[Change]) -> Total {
    let amount = |change: &Change| if let Change::SetAmount { amount, .. } = change { Some(*amount) } else { None };
    changes.iter().filter_map(amount).sum()
}

fn locked<'a>(rows: impl IntoIterator<Item = &'a Allocation>) -> Vec<Id> {
    rows.into_iter().filter(|row| row.locked).map(|row| row.id).collect()
}

/// What to know of rows over which a total is spread.
fn notes(plan: &Plan, rows: &[&Allocation], how: &How) -> Vec<Note> {
    let places = |by: Dimension| -> BTreeSet<&str> {
        rows.iter().filter(|row| !row.locked).map(|row| by.of(row, plan)).collect()
    };
    let alone = |places: &BTreeSet<&str>| places.len() == 1 && rows.len() > 1;
    match how {
        How::Rescale | How::Equal => Vec::new(),
        How::Needs => {
            let sectors = places(Dimension::Sector);
            let stated = |sector: &str| sector.parse().is_ok_and(|sector| plan.needs.get(&sector).is_some());
            let unstated = sectors.iter().filter(|sector| !stated(sector));
            let mut notes: Vec<Note> = unstated.map(|sector| Note::NoNeed { sector: (*sector).to_owned() }).collect();
            if alone(&sectors) {
                notes.extend(sectors.first().map(|sector| Note::NeedsAlike { sector: (*sector).to_owned() }));
            }
            notes
        }
        How::Like { slice: Slice(_), by } => {
            if alone(&places(*by)) {
                vec![Note::LikeAlike]
            } else {
                Vec::new()
            }
        }
    }
}
