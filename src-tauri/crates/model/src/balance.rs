//! What gives when one amount changes: nothing else, the other rows in proportion, or one named row.

use crate::spreading::{found, giving};
use crate::{Change, Edit, Gives, Id, Money, Plan, Refusal, Total};

/// The edits by which `allocation` comes to hold `amount` while `gives` says what else moves.
///
/// # Errors
/// [`Refusal`] where a row is not there, a locked row would have to give, or rows would have to give more than they have.
pub fn balanced(plan: &Plan, allocation: Id, amount: Money, gives: Gives) -> Result<Vec<Edit>, Refusal> {
    let more = Total::from(amount) - Total::from(found(plan, allocation)?.amount);
    let moved = giving(plan, &[allocation], more, gives)?.into_iter();
    let moved = moved.filter(|(row, amount)| row.amount != *amount).map(|(row, amount)| (row.id, amount));
    let set = |(allocation, amount)| Edit::base(Change::SetAmount { allocation, amount });
    Ok(std::iter::once((allocation, amount)).chain(moved).map(set).collect())
}
