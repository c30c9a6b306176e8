//! What becomes of the rows of a slice when their total changes: in proportion, equally, by needs, or like other rows.

use std::collections::{BTreeMap, HashSet};

use crate::{
    Allocation, Change, Dimension, Id, Money, Part, Plan, Refusal, RowsRefusal, Slice, TableName, Total, apportion,
    waterfill,
};

/// How a total is divided over the rows of a slice. Locked rows keep what they hold, and every row keeps what was paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// In proportion to what is not paid yet.
    Rescale,
    /// The same amount for each row; a row of which more was paid keeps that.
    Equal,
    /// Over the sectors by what they need, and within a sector in proportion.
    Needs,
    /// Like other rows: by what `slice` holds at each place of a dimension, and within a place in proportion.
    Like {
        /// The rows to be like.
        slice: Slice,
        /// By what their places are told apart.
        by: Dimension,
    },
}

/// Where the difference comes from, or goes to, when a row or the total of a slice changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// What the package has not allocated; no other row moves.
    Unallocated,
    /// The other unlocked rows, in proportion to what is not paid yet.
    Others,
    /// One other row.
    Row(Id),
}

/// The changes after which `rows` hold `total`, to the cent. Only amounts change, and only of rows that are not locked;
/// no row comes to hold less than was paid.
///
/// # Errors
/// [`Refusal`] where a row is not there, what is locked and paid is more than the total, there is nothing to spread over
/// or by, or what should give cannot.
pub fn spread_over(plan: &Plan, rows: &[Id], total: Money, how: &How, gives: Gives) -> Result<Vec<Change>, Refusal> {
    let slice = Rows::of(plan, rows)?;
    let before = slice.held();
    let mut amounts = slice.spread(plan, total, how)?;
    amounts.extend(giving(plan, rows, Total::from(total) - before, gives)?);
    let changed = amounts.into_iter().filter(|(row, amount)| row.amount != *amount);
    Ok(changed.map(|(row, amount)| Change::SetAmount { allocation: row.id, amount }).collect())
}

/// What the rows beside `rows` come to hold when these come to hold `more`. Locked rows never give.
///
/// # Errors
/// [`Refusal`] where the row that should give is not there, one of `rows` or locked, or what should give has too little.
pub(crate) fn giving<'a>(plan: &'a Plan, rows: &[Id], more: Total, gives: Gives) -> Result<Amounts<'a>, Refusal> {
    match gives {
        Gives::Unallocated => Ok(Vec::new()),
        Gives::Others => {
            let outside: Vec<Id> = outside(plan, rows).filter(|row| !row.locked).map(|row| row.id).collect();
            given(&Rows::of(plan, &outside)?, more)
        }
        Gives::Row(giver) => {
            let giver = found(plan, giver)?;
            if rows.contains(&giver.id) {
                return Err(Refusal::GivesToItself(giver.code.clone()));
            }
            if giver.locked {
                return Err(Refusal::Locked(giver.code.clone()));
            }
            given(&Rows::of(plan, &[giver.id])?, more)
        }
    }
}

/// Rows and what each of them comes to hold.
pub(crate) type Amounts<'a> = Vec<(&'a Allocation, Money)>;

/// Some rows, those that may change apart from the locked ones.
struct Rows<'a> {
    free: Vec<&'a Allocation>,
    locked: Vec<&'a Allocation>,
}

impl<'a> Rows<'a> {
    /// The rows with these ids, each once, in the order of their codes: a cent that is left over goes to the first of equals
    /// as people see them.
    fn of(plan: &'a Plan, ids: &[Id]) -> Result<Self, Refusal> {
        let mut seen = HashSet::new();
        let once = ids.iter().filter(|id| seen.insert(**id));
        let mut rows = once.map(|id| found(plan, *id)).collect::<Result<Vec<_>, _>>()?;
        rows.sort_by(|left, right| left.code.order().cmp(&right.code.order()));
        let (locked, free) = rows.into_iter().partition(|row| row.locked);
        Ok(Self { free, locked })
    }

    fn held(&self) -> Total {
        sum_of(self.free.iter().chain(&self.locked), |row| row.amount)
    }

    /// What the free rows come to hold when all hold `total`.
    fn spread(&self, plan: &Plan, total: Money, how: &How) -> Result<Amounts<'a>, Refusal> {
        self.check(total)?;
        if self.free.is_empty() {
            let locked = self.locked.len();
            return if self.held() == total.into() {
                Ok(Vec::new())
            } else {
                Err(RowsRefusal::NothingToSpread { locked }.into())
            };
        }
        match how {
            How::Rescale => self.rescaled(total),
            How::Equal => self.equal(total),
            How::Needs => {
                let need = |place: &str| {
                    let need = place.parse().ok().and_then(|sector| plan.needs.get(&sector));
                    need.map_or(0, |need| need.amount.cents().max(0).unsigned_abs())
                };
                self.by_places(plan, total, Dimension::Sector, need, "needs")
            }
            How::Like { slice, by } => {
                let held = held_at(plan, slice, *by);
                self.by_places(plan, total, *by, |place| held.get(place).copied().unwrap_or(0), "like")
            }
        }
    }

    /// Whether the total leaves room for what cannot move.
    fn check(&self, total: Money) -> Result<(), Refusal> {
        let locked = sum_of(&self.locked, |row| row.amount);
        let paid = sum_of(&self.free, Allocation::paid_total);
        if total < Money::ZERO {
            Err(Refusal::NegativeAmount(total))
        } else if Total::from(total) < locked {
            Err(RowsRefusal::SpreadLocked { locked, total }.into())
        } else if Total::from(total) < locked + paid {
            Err(RowsRefusal::SpreadPaid { paid, locked, total }.into())
        } else {
            Ok(())
        }
    }

    fn rescaled(&self, total: Money) -> Result<Amounts<'a>, Refusal> {
        let rooms: Vec<u64> = self.free.iter().map(|row| cents(room(row))).collect();
        let open = self.open(total);
        let parts = apportion(open, &rooms).map_err(|_| RowsRefusal::NothingToSpreadBy { how: "rescale" })?;
        Ok(self.on_top_of_paid(&parts))
    }

    fn equal(&self, total: Money) -> Result<Amounts<'a>, Refusal> {
        let part = |row: &&Allocation| Part { weight: 1, floor: row.paid_total(), cap: None };
        let parts: Vec<Part> = self.free.iter().map(part).collect();
        let share = difference(total, sum_of(&self.locked, |row| row.amount));
        let amounts = waterfill(share, &parts).map_err(|_| RowsRefusal::NothingToSpreadBy { how: "equal" })?;
        Ok(self.free.iter().copied().zip(amounts).collect())
    }

    /// Over the places of a dimension by their weights, but each place keeps what is locked and paid there; within a place
    /// in proportion, and equally where there is no proportion.
    fn by_places(
        &self,
        plan: &Plan,
        total: Money,
        by: Dimension,
        weight: impl Fn(&str) -> u64,
        how: &'static str,
    ) -> Result<Amounts<'a>, Refusal> {
        let mut places: BTreeMap<&str, Rows<'a>> = BTreeMap::new();
        let empty = || Rows { free: Vec::new(), locked: Vec::new() };
        for row in &self.free {
            places.entry(by.of(row, plan)).or_insert_with(empty).free.push(row);
        }
        for row in &self.locked {
            places.entry(by.of(row, plan)).or_insert_with(empty).locked.push(row);
        }
        let parts: Vec<Part> = places.iter().map(|(place, rows)| rows.part(weight(place))).collect();
        let shares = waterfill(total, &parts).map_err(|_| RowsRefusal::NothingToSpreadBy { how })?;
        let mut amounts = Vec::with_capacity(self.free.len());
        for (rows, share) in places.values().zip(shares) {
            amounts.extend(rows.within(share)?);
        }
        Ok(amounts)
    }

    /// What a place of these rows takes of a whole.
    fn part(&self, weight: u64) -> Part {
        let locked = sum_of(&self.locked, |row| row.amount);
        let floor = bounded(locked + sum_of(&self.free, Allocation::paid_total));
        Part { weight, floor, cap: self.free.is_empty().then_some(floor) }
    }

    /// In proportion, or equally where there is nothing to be in proportion to.
    fn within(&self, total: Money) -> Result<Amounts<'a>, Refusal> {
        if self.free.is_empty() || self.open(total).is_zero() {
            return Ok(self.on_top_of_paid(&vec![Money::ZERO; self.free.len()]));
        }
        self.rescaled(total).or_else(|_| self.equal(total))
    }

    /// What of a total is neither locked nor paid.
    fn open(&self, total: Money) -> Money {
        difference(total, sum_of(&self.locked, |row| row.amount) + sum_of(&self.free, Allocation::paid_total))
    }

    fn on_top_of_paid(&self, parts: &[Money]) -> Amounts<'a> {
        let amount = |row: &Allocation, part: &Money| Money::from_cents(row.paid_total().cents() + part.cents());
        self.free.iter().zip(parts).map(|(row, part)| (*row, amount(row, part))).collect()
    }
}

/// The rows when together they give `more`: what is left of each is rescaled.
fn given<'a>(rows: &Rows<'a>, more: Total) -> Result<Amounts<'a>, Refusal> {
    let has = sum_of(&rows.free, room);
    let cannot = || Refusal::CannotGive { by: bounded(more), has: bounded(has) };
    let left = (has - more).to_money().filter(|left| *left >= Money::ZERO).ok_or_else(cannot)?;
    // With what was paid beside it, an amount must still be one.
    let sum = Total::from(left) + sum_of(&rows.free, Allocation::paid_total);
    sum.to_money().ok_or(RowsRefusal::SumTooLarge { sum })?;
    if let [alone] = rows.free.as_slice() {
        // One row takes all of it, whether it holds anything or not.
        return Ok(vec![(alone, bounded(Total::from(left) + Total::from(alone.paid_total())))]);
    }
    let rooms: Vec<u64> = rows.free.iter().map(|row| cents(room(row))).collect();
    let parts = apportion(left, &rooms).map_err(|_| cannot())?;
    Ok(rows.on_top_of_paid(&parts))
}

/// What a slice holds at each place of a dimension.
fn held_at<'a>(plan: &'a Plan, slice: &Slice, by: Dimension) -> BTreeMap<&'a str, u64> {
    let mut held = BTreeMap::new();
    for row in plan.allocations.iter().filter(|row| slice.holds(row, plan)) {
        let at: &mut u64 = held.entry(by.of(row, plan)).or_default();
        *at = at.saturating_add(cents(row.amount));
    }
    held
}

fn outside<'a>(plan: &'a Plan, rows: &[Id]) -> impl Iterator<Item = &'a Allocation> {
    let inside: HashSet<Id> = rows.iter().copied().collect();
    plan.allocations.iter().map(AsRef::as_ref).filter(move |row| !inside.contains(&row.id))
}

fn sum_of<'a, 'b: 'a>(rows: impl IntoIterator<Item = &'a &'b Allocation>, of: fn(&Allocation) -> Money) -> Total {
    rows.into_iter().map(|row| of(row)).sum()
}

/// What a row could give: its amount without what was paid.
fn room(row: &Allocation) -> Money {
    Money::from_cents(row.amount.cents() - row.paid_total().cents())
}

fn cents(amount: Money) -> u64 {
    amount.cents().max(0).unsigned_abs()
}

/// What of a total is left after a part of it that has been found not to be more.
fn difference(total: Money, part: Total) -> Money {
    bounded(Total::from(total) - part)
}

fn bounded(sum: Total) -> Money {
    sum.to_money().unwrap_or(Money::from_cents(if sum < Total::ZERO { i64::MIN } else { i64::MAX }))
}

pub(crate) fn found(plan: &Plan, id: Id) -> Result<&Allocation, Refusal> {
    let unknown = || Refusal::Unknown { table: TableName::Allocations, wanted: id.to_string() };
    plan.allocations.get(&id).map(AsRef::as_ref).ok_or_else(unknown)
}
