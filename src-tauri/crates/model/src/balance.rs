//! What gives when one amount changes: the total, the other rows in proportion, or one named row.

use crate::{Allocation, Change, Edit, Id, Money, Plan, Refusal, TableName, apportion};

/// What gives when one amount changes. Locked rows never do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance {
    /// The total moves; no other row changes.
    Total,
    /// The other unlocked rows rescale in proportion, so that the total holds.
    Others,
    /// One named row gives or takes the difference, so that the total holds.
    Row(Id),
}

/// The edits by which `allocation` comes to hold `amount` while `balance` gives.
///
/// # Errors
/// [`Refusal`] where a row is not there, a locked row would have to give, or a row would have to give more than it has.
pub fn balanced(plan: &Plan, allocation: Id, amount: Money, balance: Balance) -> Result<Vec<Edit>, Refusal> {
    let set = |allocation, amount| Edit::base(Change::SetAmount { allocation, amount });
    let row = found(plan, allocation)?;
    let mut edits = vec![set(allocation, amount)];
    let too_much = || Refusal::NegativeAmount(amount);
    let more = amount.checked_sub(row.amount).ok_or_else(too_much)?;
    match balance {
        Balance::Total => {}
        Balance::Row(giver) => {
            let giver = found(plan, giver)?;
            if giver.id == allocation {
                return Err(Refusal::GivesToItself(giver.code.clone()));
            }
            let left = giver.amount.checked_sub(more).ok_or_else(too_much)?;
            if left < giver.paid_total() {
                return Err(Refusal::CannotGive { by: more, has: room(giver) });
            }
            edits.push(set(giver.id, left));
        }
        Balance::Others => {
            edits.extend(rescaled(plan, allocation, more)?.into_iter().map(|(id, amount)| set(id, amount)));
        }
    }
    Ok(edits)
}

/// The new amounts of the other unlocked rows when together they give `more`. What was paid stays with its row; what is
/// left of each is rescaled, and a cent that is left over goes to the first of equals by code.
fn rescaled(plan: &Plan, except: Id, more: Money) -> Result<Vec<(Id, Money)>, Refusal> {
    let others: Vec<&Allocation> =
        plan.by_code().into_iter().map(AsRef::as_ref).filter(|row| row.id != except && !row.locked).collect();
    let rooms: Vec<u64> = others.iter().map(|row| room(row).cents().unsigned_abs()).collect();
    let has: i128 = rooms.iter().map(|room| i128::from(*room)).sum();
    let has = Money::from_cents(i64::try_from(has).map_err(|_| Refusal::CannotGive { by: more, has: Money::ZERO })?);
    let cannot = Refusal::CannotGive { by: more, has };
    let left = has.checked_sub(more).filter(|left| *left >= Money::ZERO).ok_or_else(|| cannot.clone())?;
    let parts = apportion(left, &rooms).map_err(|_| cannot)?;
    let changed = others.iter().zip(parts).filter_map(|(row, part)| {
        let amount = Money::from_cents(row.paid_total().cents() + part.cents());
        (amount != row.amount).then_some((row.id, amount))
    });
    Ok(changed.collect())
}

/// What a row could give: its amount without what was paid.
fn room(row: &Allocation) -> Money {
    Money::from_cents(row.amount.cents() - row.paid_total().cents())
}

fn found(plan: &Plan, id: Id) -> Result<&Allocation, Refusal> {
    let unknown = || Refusal::Unknown { table: TableName::Allocations, wanted: id.to_string() };
    plan.allocations.get(&id).map(AsRef::as_ref).ok_or_else(unknown)
}
