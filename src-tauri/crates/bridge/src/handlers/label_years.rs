//! What was done to the years of one row, in one sentence: read off what it plans before and after.

use engine::{Every, Measure, schedule};
use model::{Allocation, Money, Package, Plan, Table, Total};

use crate::handlers::{View, grid};

/// What a row has planned in a year, or past the package, where that has changed.
struct Moved {
    period: String,
    was: Money,
    is: Money,
}

/// What was done to the years of a row with this code: which were typed and what it holds now; nothing where that cannot be
/// told from what it plans.
pub(super) fn label(view: &View, code: &str, was: &Allocation, is: &Allocation) -> Option<String> {
    let moved = moved(view, was, is);
    let money = |amount: Money| view.words.money(Total::from(amount));
    let say = |id: &str, args: &[(&str, &str)]| {
        let row = [("row-text", code)];
        view.words.say(id, &row.iter().chain(args).copied().collect::<Vec<_>>())
    };
    let (first, total) = (moved.first()?, money(is.amount));
    if was.amount == is.amount {
        return gave(&moved).map(|(typed, giver)| match giver {
            Some(giver) => {
                let (from, to) = if typed.is > typed.was { (giver, typed) } else { (typed, giver) };
                let by = view.words.money(Total::from(to.is) - Total::from(to.was));
                say(
                    "edit-row-year-moved",
                    &[("amount-text", &by), ("from-text", &from.period), ("to-text", &to.period)],
                )
            }
            None => say("edit-row-year-held", &[("year-text", &typed.period), ("amount-text", &money(typed.is))]),
        });
    }
    if moved.len() == 1 {
        let args = [("year-text", &*first.period), ("amount-text", &money(first.is)), ("total-text", &total)];
        return Some(say("edit-row-year-total", &args));
    }
    let years = moved.iter().map(|one| one.period.as_str()).collect::<Vec<_>>().join(", ");
    Some(say("edit-row-years-total", &[("years-text", &years), ("total-text", &total)]))
}

/// Of years that together hold what they held: the one that moved against all others, and the other one where there is one
/// alone.
fn gave(moved: &[Moved]) -> Option<(&Moved, Option<&Moved>)> {
    if let [one, other] = moved {
        return Some((one, Some(other)));
    }
    let (grown, shrunk): (Vec<&Moved>, Vec<&Moved>) = moved.iter().partition(|one| one.is > one.was);
    match (&*grown, &*shrunk) {
        ([typed], _) | (_, [typed]) => Some((typed, None)),
        _ => None,
    }
}

/// The periods in which the row has something else planned than it had. What it plans rests on itself and the package alone.
fn moved(view: &View, was: &Allocation, is: &Allocation) -> Vec<Moved> {
    let planned = |row: &Allocation| {
        let allocations = Table::from_rows([row.clone()]);
        let plan = Plan { allocations, ..Plan::of(Package::clone(&view.plan.package)) };
        let (mut years, after) = schedule(&plan).row(0).told(Measure::Planned, Every::Year);
        years.push(after);
        years
    };
    let mut periods = grid::periods(view);
    if let Some(last) = periods.last_mut() {
        *last = view.words.plain("grid-after");
    }
    let both = planned(was).into_iter().zip(planned(is));
    let moved = periods.into_iter().zip(both).filter(|(_, (was, is))| was != is);
    moved.map(|(period, (was, is))| Moved { period, was, is }).collect()
}
