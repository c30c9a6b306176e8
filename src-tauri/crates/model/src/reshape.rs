//! One row becomes several, several become one, or another one like it is added.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::{
    Allocation, Change, Code, FieldName, Id, Key, Money, Plan, Quarter, Refusal, RowsRefusal, TableName, Total,
};

/// The changes by which a row is split into `parts`, which add to its amount. The first part stays with the row, and with
/// it what was paid; the others become rows like it with the next free codes, of which nothing was paid.
///
/// # Errors
/// [`Refusal`] where the row is not there or locked, there are fewer than two parts, one is negative, they do not add to
/// the amount, or the first is less than was paid.
pub fn split_row(plan: &Plan, row: Id, parts: &[Money], mut ids: impl FnMut() -> Id) -> Result<Vec<Change>, Refusal> {
    let row = unlocked(plan, row)?;
    let [first, others @ ..] = parts else {
        return Err(RowsRefusal::TooFewParts { count: 0 }.into());
    };
    if others.is_empty() {
        return Err(RowsRefusal::TooFewParts { count: 1 }.into());
    }
    if let Some(part) = parts.iter().find(|part| **part < Money::ZERO) {
        return Err(Refusal::NegativeAmount(*part));
    }
    let sum: Total = parts.iter().copied().sum();
    if sum != row.amount.into() {
        return Err(RowsRefusal::SplitDoesNotAdd { sum, amount: row.amount }.into());
    }
    let paid = row.paid_total();
    if *first < paid {
        return Err(Refusal::LessThanPaid { paid, amount: *first });
    }
    let next = plan.next_code().number().unwrap_or(1);
    let codes = (next..).map(Code::numbered);
    let added = others.iter().zip(codes).map(|(amount, code)| {
        let part = Allocation { id: ids(), code, amount: *amount, paid: Vec::new(), ..row.clone() };
        Change::AddAllocation { row: Box::new(part) }
    });
    let kept = Change::SetAmount { allocation: row.id, amount: *first };
    Ok(std::iter::once(kept).chain(added).collect())
}

/// The change that adds a row like another one: with the next free code, nothing paid, and open to changes.
///
/// # Errors
/// [`Refusal::Unknown`] where there is no such row.
pub fn duplicate_row(plan: &Plan, row: Id, id: Id) -> Result<Change, Refusal> {
    let row = found(plan, row)?;
    let copy = Allocation { id, code: plan.next_code(), paid: Vec::new(), locked: false, ..row.clone() };
    Ok(Change::AddAllocation { row: Box::new(copy) })
}

/// The changes by which rows become one: the first of them, which comes to hold what all of them held and what was paid of
/// it, from the earliest start to the latest end. Sources and remarks are united, and of two grades the weaker holds; an
/// amount without a source is an assumption beside one that has one. The profile and priority stay those of the first.
///
/// # Errors
/// [`Refusal`] where a row is not there or locked, there are fewer than two, they differ in programme, instrument, capital,
/// sector, purpose or cluster, or hold more than an amount can.
pub fn merge_rows(plan: &Plan, rows: &[Id]) -> Result<Vec<Change>, Refusal> {
    let mut seen = HashSet::new();
    let once = rows.iter().filter(|id| seen.insert(**id));
    let rows = once.map(|id| unlocked(plan, *id)).collect::<Result<Vec<_>, _>>()?;
    let [first, others @ ..] = rows.as_slice() else {
        return Err(RowsRefusal::TooFewRows { count: 0 }.into());
    };
    if others.is_empty() {
        return Err(RowsRefusal::TooFewRows { count: 1 }.into());
    }
    check_alike(first, others)?;
    let sum: Total = rows.iter().map(|row| row.amount).sum();
    let amount = sum.to_money().ok_or(RowsRefusal::SumTooLarge { sum })?;
    let allocation = first.id;
    let mut changes = vec![Change::SetAmount { allocation, amount }];
    changes.extend(span(first, &rows));
    changes.extend(paid(first, &rows));
    changes.extend(grades(first, &rows));
    changes.extend(sources(first, &rows));
    changes.extend(note(first, &rows));
    changes.extend(others.iter().map(|row| Change::RemoveAllocation { allocation: row.id }));
    Ok(changes)
}

/// Fields in which rows that become one must agree, and what each row has there.
type Kind = (&'static str, fn(&Allocation) -> &str);

const KIND: [Kind; 6] = [
    ("programme", |row| row.programme.as_str()),
    ("instrument", |row| row.instrument.key()),
    ("capital", |row| row.capital.key()),
    ("sector", |row| row.sector.as_str()),
    ("purpose", |row| row.purpose.key()),
    ("booster", |row| row.booster.as_ref().map_or("", Key::as_str)),
];

fn check_alike(first: &Allocation, others: &[&Allocation]) -> Result<(), Refusal> {
    for (field, of) in KIND {
        let differ = others.iter().filter(|row| of(row) != of(first));
        let others: Vec<Code> = differ.map(|row| row.code.clone()).collect();
        if !others.is_empty() {
            return Err(RowsRefusal::RowsDiffer { field, row: first.code.clone(), others }.into());
        }
    }
    Ok(())
}

fn span(first: &Allocation, rows: &[&Allocation]) -> Option<Change> {
    let start = rows.iter().map(|row| row.start).min()?;
    let end = rows.iter().map(|row| row.end).max()?;
    let moves = (start, end) != (first.start, first.end);
    moves.then_some(Change::SetSpan { allocation: first.id, start, end })
}

/// The quarters in which more was paid in all than in the first row. The amounts fit, since what was paid is no more than
/// what the rows hold.
fn paid(first: &Allocation, rows: &[&Allocation]) -> impl Iterator<Item = Change> {
    let allocation = first.id;
    let mut sums: BTreeMap<Quarter, i64> = BTreeMap::new();
    for paid in rows.iter().skip(1).flat_map(|row| &row.paid) {
        *sums.entry(paid.quarter).or_default() += paid.amount.cents();
    }
    for paid in &first.paid {
        sums.entry(paid.quarter).and_modify(|sum| *sum += paid.amount.cents());
    }
    let change =
        move |(quarter, cents)| Change::SetPaid { allocation, quarter, amount: Some(Money::from_cents(cents)) };
    sums.into_iter().map(change)
}

fn grades(first: &Allocation, rows: &[&Allocation]) -> impl Iterator<Item = Change> {
    let allocation = first.id;
    // What stands behind one amount does not stand behind another: beside it, what no source states is an assumption.
    let sourced = rows.iter().any(|row| row.has_sourced_amount());
    let amount_of = |row: &&Allocation| if sourced { row.held_grade() } else { row.amount_grade };
    let amount = rows.iter().map(amount_of).max().filter(|grade| *grade != first.amount_grade);
    let split = rows.iter().map(|row| row.split_grade).max().filter(|grade| *grade != first.split_grade);
    let amount = amount.map(|grade| Change::SetAmountGrade { allocation, grade });
    amount.into_iter().chain(split.map(|grade| Change::SetSplitGrade { allocation, grade }))
}

/// The sources of the whole row and those of single fields.
fn sources<'a>(first: &'a Allocation, rows: &'a [&'a Allocation]) -> impl Iterator<Item = Change> + use<'a> {
    let allocation = first.id;
    let united = each_once(rows.iter().flat_map(|row| &row.sources));
    let own = (united != first.sources).then_some(Change::SetSources { allocation, sources: united });
    let fields: BTreeSet<FieldName> = rows.iter().flat_map(|row| &row.cited).map(|cited| cited.field).collect();
    let cited = fields.into_iter().filter_map(move |field| {
        // Of a row that cites nothing for the field, it comes from where the whole row does.
        let sources = each_once(rows.iter().flat_map(|row| row.sources_of(field)));
        let stays = first.cited.iter().any(|cited| cited.field == field && cited.sources == sources);
        (!stays).then_some(Change::SetCited { allocation, field, sources })
    });
    own.into_iter().chain(cited)
}

/// All remarks, one below the other, each once.
fn note(first: &Allocation, rows: &[&Allocation]) -> Option<Change> {
    let mut notes: Vec<&str> = Vec::new();
    for note in rows.iter().map(|row| row.note.as_str()).filter(|note| !note.is_empty()) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    let note = notes.join("\n");
    (note != first.note).then_some(Change::SetNote { allocation: first.id, note })
}

fn each_once<'a>(keys: impl IntoIterator<Item = &'a Key>) -> Vec<Key> {
    let mut seen = HashSet::new();
    keys.into_iter().filter(|key| seen.insert(*key)).cloned().collect()
}

fn found(plan: &Plan, id: Id) -> Result<&Allocation, Refusal> {
    let unknown = || Refusal::Unknown { table: TableName::Allocations, wanted: id.to_string() };
    plan.allocations.get(&id).map(AsRef::as_ref).ok_or_else(unknown)
}

fn unlocked(plan: &Plan, id: Id) -> Result<&Allocation, Refusal> {
    let row = found(plan, id)?;
    if row.locked { Err(Refusal::Locked(row.code.clone())) } else { Ok(row) }
}
