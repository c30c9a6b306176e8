//! From edits as they cross the door to edits of the model: parsed once, here.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};
use std::str::FromStr;

use model::{
    Allocation, Attempt, Change, Cited, FieldName, Gives, Grade, Id, Instrument, Key, Limit, LimitKind, Money, Name,
    PaidQuarter, Plan, Priority, Profile, Purpose, Quarter, Refusal, Share, TableName, balanced,
};

use crate::handlers::about::About;
use crate::handlers::edit_rows::ReadSoFar;
use crate::handlers::field_names;
use crate::handlers::scenario_edits::Hand;
use crate::wire::{Act, CitedWire, LimitKindWire, NewLimit, NewRow};
use crate::{Ids, Problem, Words};

/// Reads edits of rows, each on the plan that the earlier ones have led to.
pub(super) struct Reader<'a> {
    /// The plan before them.
    pub(super) plan: Plan,
    pub(super) revision: u64,
    pub(super) ids: &'a Ids,
    pub(super) words: Words,
    /// The plan's rows by their codes, gathered when the first is named by its code.
    codes: OnceCell<HashMap<model::Code, Id>>,
    /// The rows that earlier edits of the list add, by their codes.
    added: HashMap<String, Id>,
    /// The code of the next row, once one was added.
    next: Option<model::Code>,
    /// The plan that the list has led to so far, where an act of it rests on that.
    so_far: Option<Attempt>,
    /// What the acts on several rows leave as it is, and how they were read.
    pub(super) read: ReadSoFar,
    /// The plan with the steps, terms, events, caps and limits that the list has led to so far.
    pub(super) conditions: Plan,
}

impl<'a> Reader<'a> {
    /// Reads edits of `plan`, as a scenario sees it. Where acts of the list `follow` from what earlier ones lead to, each is
    /// made as it is read.
    pub(super) fn new(plan: Plan, hand: &Hand<'a>, follow: bool) -> Self {
        Self {
            codes: OnceCell::new(),
            added: HashMap::new(),
            next: None,
            revision: hand.revision,
            ids: hand.ids,
            words: hand.words,
            so_far: follow.then(|| Attempt::on(plan.clone())),
            read: ReadSoFar::default(),
            conditions: plan.clone(),
            plan,
        }
    }

    /// The plan that the edits have led to as far as steps, terms, events, caps and limits go, and the codes of the rows they add.
    pub(super) fn known(self) -> (Plan, HashMap<String, Id>) {
        (self.conditions, self.added)
    }

    /// The changes that one act stands for: one, save where several rows are changed together.
    ///
    /// # Errors
    /// Where it names what is not there, or means nothing.
    pub(super) fn changes(&mut self, act: Act) -> Result<Vec<Change>, Problem> {
        let changes = match act {
            Act::SetAmount { allocation, amount, balance: Some(balance) } => {
                let (row, balance) = (self.row(&allocation)?, self.balance(&balance)?);
                let edits = balanced(self.so_far()?, row, money(&amount)?, balance)?;
                edits.into_iter().map(|edit| edit.change).collect()
            }
            act if act.is_of_rows() => self.of_rows(act)?,
            act => vec![self.change(act)?],
        };
        self.went_on(&changes)?;
        Ok(changes)
    }

    /// The plan that the list has led to so far.
    pub(super) fn so_far(&self) -> Result<&Plan, Problem> {
        self.so_far.as_ref().map(Attempt::plan).ok_or_else(|| Problem::internal("edit"))
    }

    /// Makes changes where later acts rest on them.
    fn went_on(&mut self, changes: &[Change]) -> Result<(), Problem> {
        let Some(attempt) = &mut self.so_far else { return Ok(()) };
        for change in changes {
            attempt.make(change).map_err(|refusal| about_row(attempt.plan(), change.allocation(), refusal.into()))?;
        }
        Ok(())
    }

    fn balance(&self, balance: &crate::wire::Balance) -> Result<Gives, Problem> {
        Ok(match balance {
            crate::wire::Balance::Total => Gives::Unallocated,
            crate::wire::Balance::Others => Gives::Others,
            crate::wire::Balance::Row(name) => Gives::Row(self.row(name)?),
        })
    }

    /// The row an edit names, by code or id.
    pub(super) fn row(&self, name: &str) -> Result<Id, Problem> {
        let of_plan = || {
            let rows = self.plan.allocations.iter();
            let codes = self.codes.get_or_init(|| rows.map(|row| (row.code.clone(), row.id)).collect());
            name.parse::<model::Code>().ok().and_then(|code| codes.get(&code))
        };
        if let Some(row) = name.parse().ok().and_then(|id| self.plan.allocations.get(&id)) {
            return Ok(row.id);
        }
        match self.added.get(name).or_else(of_plan) {
            Some(id) => Ok(*id),
            None => Ok(self.plan.allocation_named(name)?.id),
        }
    }

    fn change(&mut self, act: Act) -> Result<Change, Problem> {
        let row = |reader: &Self, name: &str| reader.row(name);
        Ok(match act {
            Act::RenamePlan { name } => Change::RenamePlan { name: Name::same(name) },
            Act::SetPackageTotal { amount } => Change::SetPackageTotal { amount: money(&amount)? },
            Act::SetReading { reading } => Change::SetReading { reading: key(&reading, TableName::Readings)? },
            Act::AddAllocation(new) => Change::AddAllocation { row: Box::new(self.new_row(*new)?) },
            Act::RemoveAllocation { allocation } => Change::RemoveAllocation { allocation: row(self, &allocation)? },
            Act::SetAmount { allocation, amount, balance: _ } => {
                Change::SetAmount { allocation: row(self, &allocation)?, amount: money(&amount)? }
            }
            Act::SetProgramme { allocation, programme } => Change::SetProgramme {
                allocation: row(self, &allocation)?,
                programme: key(&programme, TableName::Programmes)?,
            },
            Act::SetInstrument { allocation, instrument } => Change::SetInstrument {
                allocation: row(self, &allocation)?,
                instrument: self::instrument(&instrument)?,
            },
            Act::SetCapital { allocation, capital } => {
                Change::SetCapital { allocation: row(self, &allocation)?, capital: self::capital(&capital)? }
            }
            Act::SetSector { allocation, sector } => {
                Change::SetSector { allocation: row(self, &allocation)?, sector: key(&sector, TableName::Sectors)? }
            }
            Act::SetPurpose { allocation, purpose } => {
                Change::SetPurpose { allocation: row(self, &allocation)?, purpose: self::purpose(&purpose)? }
            }
            Act::SetCluster { allocation, cluster } => Change::SetCluster {
                allocation: row(self, &allocation)?,
                cluster: cluster.map(|cluster| key(&cluster, TableName::Clusters)).transpose()?,
            },
            Act::SetSpan { allocation, start, end } => Change::SetSpan {
                allocation: row(self, &allocation)?,
                start: Quarter::from_str(&start)?,
                end: Quarter::from_str(&end)?,
            },
            Act::SetProfile { allocation, profile, parameters } => Change::SetProfile {
                allocation: row(self, &allocation)?,
                profile: self::profile(&profile, parameters)?,
            },
            Act::SetAmountGrade { allocation, grade } => {
                Change::SetAmountGrade { allocation: row(self, &allocation)?, grade: self::grade(&grade)? }
            }
            Act::SetSplitGrade { allocation, grade } => {
                Change::SetSplitGrade { allocation: row(self, &allocation)?, grade: self::grade(&grade)? }
            }
            Act::SetSources { allocation, sources } => {
                Change::SetSources { allocation: row(self, &allocation)?, sources: source_keys(&sources)? }
            }
            Act::SetCited { allocation, field, sources } => Change::SetCited {
                allocation: row(self, &allocation)?,
                field: field_of_row(&field)?,
                sources: source_keys(&sources)?,
            },
            Act::SetNote { allocation, note } => Change::SetNote { allocation: row(self, &allocation)?, note },
            Act::SetLocked { allocation, locked } => Change::SetLocked { allocation: row(self, &allocation)?, locked },
            Act::SetPaid { allocation, quarter, amount } => Change::SetPaid {
                allocation: row(self, &allocation)?,
                quarter: Quarter::from_str(&quarter)?,
                amount: amount.map(|amount| money(&amount)).transpose()?,
            },
            Act::SetLimit(limit) => {
                let limit = Box::new(self.new_limit(*limit)?);
                self.keep(Change::SetLimit { limit })?
            }
            Act::RemoveLimit { limit } => {
                let limit = self.limit(&limit)?;
                self.keep(Change::RemoveLimit { limit })?
            }
            Act::SetPriority { allocation, priority } => {
                Change::SetPriority { allocation: row(self, &allocation)?, priority: self::priority(priority)? }
            }
            Act::AddStep { step } => self.add_step(*step)?,
            Act::SetStep(patch) => self.set_step(*patch)?,
            Act::SlipStep { step, quarters } => self.slip_step(&step, quarters)?,
            Act::RemoveStep { step } => self.remove_step(&step)?,
            Act::SetTerms { cluster, from, terms } => self.set_terms(&cluster, &from, terms.map(|terms| *terms))?,
            Act::AddEvent { event } => self.add_event(*event)?,
            Act::SetEvent(patch) => self.set_event(*patch)?,
            Act::RemoveEvent { event } => self.remove_event(&event)?,
            Act::AddCap { cap } => self.add_cap(*cap)?,
            Act::SetCap(patch) => self.set_cap(*patch)?,
            Act::RemoveCap { cap } => self.remove_cap(&cap)?,
            Act::SetLapse { programme, years } => self.set_lapse(&programme, years)?,
            Act::Spread(_)
            | Act::SetYear { .. }
            | Act::Balance(_)
            | Act::SplitRow { .. }
            | Act::MergeRows { .. }
            | Act::DuplicateRow { .. }
            | Act::SetField(_) => return Err(Problem::internal("edit")),
        })
    }

    /// The limit with this id, or the only one with this name.
    fn limit(&self, name: &str) -> Result<Id, Problem> {
        let limits = &self.conditions.limits;
        if let Some(limit) = name.parse::<Id>().ok().and_then(|id| limits.get(&id)) {
            return Ok(limit.id);
        }
        let is_called = |limit: &Limit| limit.name.en == name || limit.name.uk == name;
        let called: Vec<Id> = limits.iter().filter(|limit| is_called(limit)).map(|limit| limit.id).collect();
        match called[..] {
            [] => Err(Problem::refused("unknown-row").with("table", TableName::Limits.key()).with("wanted", name)),
            [id] => Ok(id),
            _ => Err(Problem::refused("limit-ambiguous").with("wanted", name).with("number", called.len())),
        }
    }

    fn new_limit(&self, limit: NewLimit) -> Result<Limit, Problem> {
        let NewLimit { id, name, slice, kind, amount, share, of, refuses, sources, note } = limit;
        if amount.is_none() && share.is_none() {
            return Err(Problem::refused("limit-without-bound"));
        }
        Ok(Limit {
            id: match id {
                Some(id) => self.limit(&id)?,
                None => self.ids.next(self.revision),
            },
            name: Name::same(name),
            slice: self.slice(slice)?,
            kind: match kind {
                LimitKindWire::Ceiling => LimitKind::Ceiling,
                LimitKindWire::Floor => LimitKind::Floor,
                LimitKindWire::Exact => LimitKind::Exact,
            },
            amount: amount.map_or(Ok(Money::ZERO), |amount| money(&amount))?,
            share: share.map(|share| parameter("share", &share)).transpose()?,
            of: self.slice(of)?,
            refuses,
            sources: source_keys(&sources)?,
            note,
        })
    }

    /// Notes that a new row has this code.
    pub(super) fn taken(&mut self, code: &model::Code, id: Id) {
        let next = self.next.get_or_insert_with(|| self.plan.next_code());
        if let Some(number) = code.number().filter(|number| Some(*number) >= next.number()) {
            *next = model::Code::numbered(number + 1);
        }
        self.added.insert(code.to_string(), id);
    }

    fn new_row(&mut self, new: NewRow) -> Result<Allocation, Problem> {
        let instrument = instrument(&new.instrument)?;
        let code = match new.code {
            Some(code) => model::Code::from_str(&code)?,
            None => self.next.get_or_insert_with(|| self.plan.next_code()).clone(),
        };
        let id = self.ids.next(self.revision);
        self.taken(&code, id);
        let paid = |paid: crate::wire::Paid| -> Result<PaidQuarter, Problem> {
            Ok(PaidQuarter { quarter: Quarter::from_str(&paid.quarter)?, amount: money(&paid.amount)? })
        };
        let mut paid = new.paid.into_iter().map(paid).collect::<Result<Vec<_>, _>>()?;
        paid.sort_by_key(|paid| paid.quarter);
        Ok(Allocation {
            id,
            code,
            programme: key(&new.programme, TableName::Programmes)?,
            instrument,
            capital: new.capital.map_or(Ok(instrument.capital()), |word| capital(&word))?,
            sector: key(&new.sector, TableName::Sectors)?,
            purpose: purpose(&new.purpose)?,
            booster: new.cluster.map(|cluster| key(&cluster, TableName::Clusters)).transpose()?,
            amount: money(&new.amount)?,
            start: Quarter::from_str(&new.start)?,
            end: Quarter::from_str(&new.end)?,
            profile: profile(new.profile.as_deref().unwrap_or("uniform"), new.parameters)?,
            amount_grade: new.amount_grade.map_or(Ok(Grade::Assumption), |word| grade(&word))?,
            split_grade: new.split_grade.map_or(Ok(Grade::Assumption), |word| grade(&word))?,
            sources: source_keys(&new.sources)?,
            note: new.note,
            locked: new.locked,
            paid,
            priority: new.priority.map_or(Ok(Priority::USUAL), priority)?,
            cited: cited(new.cited)?,
        })
    }
}

/// A problem with the row that it is about, where it is about one.
pub(super) fn about_row(plan: &Plan, row: Option<Id>, problem: Problem) -> Problem {
    let code = row.and_then(|row| plan.allocations.get(&row)).map(|row| row.code.clone());
    code.map_or(problem.clone(), |code| About::allocation(&code).put(problem))
}

pub(super) fn money(text: &str) -> Result<Money, Problem> {
    Ok(text.parse::<Money>()?)
}

/// The key of a row of a table. What cannot be a key cannot be in the table either.
pub(super) fn key(text: &str, table: TableName) -> Result<Key, Problem> {
    text.parse().map_err(|_| Problem::refused("unknown-row").with("table", table.key()).with("wanted", text))
}

/// A field of allocations.
pub(crate) fn field_of_row(name: &str) -> Result<FieldName, Problem> {
    FieldName::of(TableName::Allocations, name).ok_or_else(|| field_names::no_field(TableName::Allocations, name))
}

fn cited(list: Vec<CitedWire>) -> Result<Vec<Cited>, Problem> {
    let cited = |cited: CitedWire| -> Result<Cited, Problem> {
        Ok(Cited { field: field_of_row(&cited.field)?, sources: source_keys(&cited.sources)? })
    };
    let mut cited = list.into_iter().map(cited).collect::<Result<Vec<_>, _>>()?;
    cited.sort_by_key(|cited| cited.field);
    Ok(cited)
}

pub(super) fn source_keys(texts: &[String]) -> Result<Vec<Key>, Problem> {
    texts.iter().map(|text| key(text, TableName::Sources)).collect()
}

fn profile(name: &str, parameters: BTreeMap<String, String>) -> Result<Profile, Problem> {
    let parameters = parameters.into_iter().map(|(name, text)| {
        let value = parameter(&name, &text)?;
        Ok((name, value))
    });
    Ok(Profile::new(name, parameters.collect::<Result<_, Problem>>()?)?)
}

/// The value of a parameter.
///
/// # Errors
/// Where the text is no decimal.
pub(crate) fn parameter(name: &str, text: &str) -> Result<Share, Problem> {
    let refused = || Problem::refused("parameter-not-a-number").with("parameter", name).with("text", text);
    Share::read_fine(text).map_err(|_| refused())
}

/// The member of a closed set, or a refusal that lists the set.
pub(super) fn member<T: Copy>(option: &str, word: &str, all: &[T], known: fn(T) -> &'static str) -> Result<T, Problem> {
    all.iter().copied().find(|member| known(*member) == word).ok_or_else(|| {
        let all: Vec<&str> = all.iter().map(|member| known(*member)).collect();
        Problem::refused("unknown-option").with("option", option).with("wanted", word).with("known", all.join(", "))
    })
}

fn priority(class: u32) -> Result<Priority, Problem> {
    let known = u8::try_from(class).ok().and_then(Priority::new);
    Ok(known.ok_or(Refusal::PriorityOutOfRange)?)
}

fn instrument(word: &str) -> Result<Instrument, Problem> {
    member("instrument", word, &Instrument::ALL, Instrument::key)
}

fn capital(word: &str) -> Result<model::Capital, Problem> {
    member("capital", word, &model::Capital::ALL, model::Capital::key)
}

fn purpose(word: &str) -> Result<Purpose, Problem> {
    member("purpose", word, &Purpose::ALL, Purpose::key)
}

pub(super) fn grade(word: &str) -> Result<Grade, Problem> {
    member("grade", word, &Grade::ALL, Grade::key)
}
