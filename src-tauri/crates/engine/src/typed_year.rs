//! What a row becomes when somebody types what it is to pay in a year.
//!
//! What the row plans per quarter is kept as it is, save for what the typed year and what gives for it change. The result
//! becomes a typed profile with one share per quarter, so that afterwards the row plans exactly these quarters, to the cent.

use std::collections::BTreeMap;
use std::ops::Range;

use model::{
    Allocation, Change, Decimal, Id, Money, Package, Parameters, Plan, Profile, Quarter, Refusal, Share, TableName,
    Total, apportion,
};

use crate::spread::{Curves, spread_row};

/// How many entries a typed profile may have.
const MOST_QUARTERS: u32 = 400;

/// The most that shares of eighteen places divide to the cent, in cents.
const MOST_CENTS: i64 = 1_000_000_000_000_000_000;

/// What gives when a year of a row is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearGives {
    /// The other open quarters of the row rescale in proportion; its amount stays.
    Others,
    /// The amount of the row moves; no other quarter changes.
    Total,
    /// One other year of the row gives or takes the difference; its amount stays.
    Year(i32),
}

/// Why a year cannot be typed so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum YearRefusal {
    /// The row is not there or locked, or the amount is negative.
    #[error(transparent)]
    Plan(#[from] Refusal),
    /// The package does not have the year.
    #[error("{year} is none of the package's years, {first} to {last}")]
    Outside {
        /// The year.
        year: i32,
        /// The package's first year.
        first: i32,
        /// The package's last year.
        last: i32,
    },
    /// Nothing can be planned in the year any more.
    #[error("no quarter of {year} is open: the first open one of the row is {open}")]
    Closed {
        /// The year.
        year: i32,
        /// The first quarter in which the row may plan.
        open: Quarter,
    },
    /// More was paid in the year already.
    #[error("{paid} was paid in {year}, which is more than {amount}")]
    LessThanPaid {
        /// The year.
        year: i32,
        /// What was paid in it.
        paid: Money,
        /// What was typed.
        amount: Money,
    },
    /// The other open quarters have less than they would have to give.
    #[error("the other quarters would have to give {by} and have {has}")]
    OthersLack {
        /// What they would have to give.
        by: Money,
        /// What they have.
        has: Money,
    },
    /// The row has no other open quarter that could take what the year loses.
    #[error("the row has no open quarter outside {year} to take {by}")]
    NoOtherYear {
        /// The year.
        year: i32,
        /// What it loses.
        by: Money,
    },
    /// The year that gives has less than it would have to.
    #[error("{year} would have to give {by} and has {has}")]
    YearLacks {
        /// The year that gives.
        year: i32,
        /// What it would have to give.
        by: Money,
        /// What it has that is not paid.
        has: Money,
    },
    /// The year that gives is the one that is typed.
    #[error("{year} cannot give to itself")]
    GivesToItself {
        /// The year.
        year: i32,
    },
    /// The row would plan over more quarters than a typed profile has entries, or than the calendar has.
    #[error("the row plans over {quarters} quarters, and at most {most} can be typed")]
    TooManyQuarters {
        /// Over how many.
        quarters: u32,
        /// How many there may be.
        most: u32,
    },
    /// The row would be too large for its shares to tell cents apart.
    #[error("{amount} is too large to be divided by typed shares")]
    TooLarge {
        /// What it would plan.
        amount: Total,
    },
}

/// The changes by which a row of the resolved `plan` comes to hold `amount` in `year`, paid and planned together, while
/// `gives` gives. The year is what of it lies in the package. Its open quarters rescale; where they plan nothing they share
/// evenly, those within the row's span first. None where the year holds the amount already.
///
/// The changes are at most a span, an amount and a typed profile without delay and stretch, in this order. The start stays,
/// unless the year lies before it or the row was due to pay in quarters that have passed unpaid: then it begins with the
/// first open one, and what was overdue is planned there. The end moves only with money that lies past it.
///
/// # Errors
/// [`YearRefusal`] with the facts.
pub fn typed_year(
    plan: &Plan,
    row: Id,
    year: i32,
    amount: Money,
    gives: YearGives,
) -> Result<Vec<Change>, YearRefusal> {
    let unknown = || Refusal::Unknown { table: TableName::Allocations, wanted: row.to_string() };
    let row = plan.allocations.get(&row).ok_or_else(unknown)?;
    if row.locked {
        return Err(Refusal::Locked(row.code.clone()).into());
    }
    if amount < Money::ZERO {
        return Err(Refusal::NegativeAmount(amount).into());
    }
    let mut open = Open::of(row, &plan.package)?;
    let total = open.retype(row, year, amount, gives)?;
    total.map_or_else(|| Ok(Vec::new()), |total| open.changes(row, total))
}

/// What a row plans in each quarter from the first one that is open to it.
#[derive(Debug)]
struct Open<'a> {
    package: &'a Package,
    /// The first quarter in which it may plan, whatever its start is.
    floor: Quarter,
    /// The quarter of the first cell: its start or the floor, whichever is later, until a year before it is typed.
    first: Quarter,
    /// Cents, to the end of the row or of its reach, whichever is later.
    cells: Vec<i64>,
}

impl<'a> Open<'a> {
    fn of(row: &'a Allocation, package: &'a Package) -> Result<Self, YearRefusal> {
        let floor =
            row.paid.last().map_or(package.open_quarter(), |paid| package.open_quarter().max(paid.quarter.next()));
        let first = row.start.max(floor);
        // What lies past the package is told one by one too: a longer horizon moves nothing.
        let endless = Package { last: end_of_time(), ..package.clone() };
        let mut cells = Vec::new();
        let spread = spread_row(row, &endless, &mut Curves::default(), &mut cells);
        if spread.after != 0 {
            let reach = row.profile.reach(count(row.end.since(row.start)) + 1);
            return Err(YearRefusal::TooManyQuarters { quarters: reach, most: most_from(first) });
        }
        let begin = package.first.plus(spread.first);
        cells.drain(..cells.len().min(count(first.since(begin)) as usize));
        let until = last_used(&cells).map_or(first, |last| first.plus(last as u32)).max(row.end);
        cells.resize(count(until.since(first)) as usize + 1, 0);
        Ok(Self { package, floor, first, cells })
    }

    /// Makes the year hold `amount`; the new amount of the row, where anything changes.
    fn retype(
        &mut self,
        row: &Allocation,
        year: i32,
        amount: Money,
        gives: YearGives,
    ) -> Result<Option<Money>, YearRefusal> {
        let paid = paid_in(row, self.package, year);
        let span = self.open_in(year)?;
        let held = self.sum(&self.places(span));
        let lacks = YearRefusal::LessThanPaid { year, paid, amount };
        let wanted = amount.checked_sub(paid).filter(|left| *left >= Money::ZERO).ok_or(lacks)?.cents();
        // Parts of one row's amount and an amount: their difference fits.
        let by = wanted - held;
        if by == 0 {
            return Ok(None);
        }
        let total = match gives {
            YearGives::Total => {
                let total = Total::from(row.amount) + Total::from_cents(by.into());
                total.to_money().ok_or(YearRefusal::TooLarge { amount: total })?
            }
            YearGives::Others => {
                self.others_give(span, year, by)?;
                row.amount
            }
            YearGives::Year(giver) if giver == year => return Err(YearRefusal::GivesToItself { year }),
            YearGives::Year(giver) => {
                let other = self.open_in(giver)?;
                let has = self.sum(&self.places(other));
                if by > has {
                    return Err(YearRefusal::YearLacks { year: giver, by: cents(by), has: cents(has) });
                }
                self.refill(other, has - by);
                row.amount
            }
        };
        self.refill(span, wanted);
        Ok(Some(total))
    }

    /// The first and the last quarter of a year in which the row may plan within the package.
    fn open_in(&self, year: i32) -> Result<(Quarter, Quarter), YearRefusal> {
        let Package { first, last, .. } = self.package;
        let outside = YearRefusal::Outside { year, first: first.year(), last: last.year() };
        if !self.package.years().contains(&year) {
            return Err(outside);
        }
        let (Some(from), Some(to)) = (Quarter::new(year, 1), Quarter::new(year, 4)) else { return Err(outside) };
        let (from, to) = (from.max(self.floor), to.min(*last));
        if from > to { Err(YearRefusal::Closed { year, open: self.floor }) } else { Ok((from, to)) }
    }

    /// The places of the cells from one quarter to another, as far as there are any.
    fn places(&self, (from, to): (Quarter, Quarter)) -> Range<usize> {
        let place = |quarter: Quarter| (count(quarter.since(self.first)) as usize).min(self.cells.len());
        place(from)..if to < self.first { 0 } else { place(to.next()) }
    }

    fn sum(&self, places: &Range<usize>) -> i64 {
        self.cells.get(places.clone()).unwrap_or_default().iter().sum()
    }

    /// Lets all cells outside a year give `by` in proportion; where they plan nothing they take evenly what it loses.
    fn others_give(&mut self, span: (Quarter, Quarter), year: i32, by: i64) -> Result<(), YearRefusal> {
        let own = self.places(span);
        let others: Vec<usize> = (0..self.cells.len()).filter(|at| !own.contains(at)).collect();
        let has = others.iter().map(|at| self.cells[*at]).sum::<i64>();
        if by > has {
            return Err(YearRefusal::OthersLack { by: cents(by), has: cents(has) });
        }
        if others.is_empty() {
            return Err(YearRefusal::NoOtherYear { year, by: cents(-by) });
        }
        self.share_out(&others, has - by);
        Ok(())
    }

    /// Makes the quarters from one to another hold `wanted`: those that the row's span has, or else all of them, for which
    /// the cells become more.
    fn refill(&mut self, span: (Quarter, Quarter), wanted: i64) {
        let mut places = self.places(span);
        if places.is_empty() && wanted > 0 {
            self.widen(span);
            places = self.places(span);
        }
        self.share_out(&places.collect::<Vec<_>>(), wanted);
    }

    fn widen(&mut self, (from, to): (Quarter, Quarter)) {
        if from < self.first {
            self.cells.splice(..0, std::iter::repeat_n(0, count(self.first.since(from)) as usize));
            self.first = from;
        }
        let length = count(to.since(self.first)) as usize + 1;
        self.cells.resize(self.cells.len().max(length), 0);
    }

    /// Divides `wanted` over cells in proportion to what they have, evenly where they have nothing.
    fn share_out(&mut self, places: &[usize], wanted: i64) {
        let mut weights: Vec<u64> = places.iter().map(|at| self.cells[*at].unsigned_abs()).collect();
        if weights.iter().all(|weight| *weight == 0) {
            weights.fill(1);
        }
        // There is a weight wherever there is a place.
        let parts = apportion(cents(wanted), &weights).unwrap_or_default();
        for (at, part) in places.iter().zip(parts) {
            self.cells[*at] = part.cents();
        }
    }

    /// What makes the row plan these cells and hold `total`.
    fn changes(mut self, row: &Allocation, total: Money) -> Result<Vec<Change>, YearRefusal> {
        let allocation = row.id;
        let rest: i128 = self.cells.iter().copied().map(i128::from).sum();
        let rest = i64::try_from(rest).ok().filter(|rest| *rest <= MOST_CENTS);
        let rest = rest.ok_or(YearRefusal::TooLarge { amount: total.into() })?;
        let amount = (total != row.amount).then_some(Change::SetAmount { allocation, amount: total });
        if rest == 0 {
            // Nothing is planned any more, and how nothing is spread need not change.
            return Ok(amount.into_iter().collect());
        }
        let needed = last_used(&self.cells).unwrap_or(0).max(count(row.end.since(self.first)) as usize) + 1;
        self.cells.truncate(needed);
        let (quarters, most) = (needed as u32, most_from(self.first));
        if quarters > most {
            return Err(YearRefusal::TooManyQuarters { quarters, most });
        }
        let runs_from = row.paid.last().map_or(row.start, |paid| row.start.max(paid.quarter.next()));
        let start = if runs_from == self.first { row.start } else { self.first };
        let end = self.first.plus(quarters - 1);
        let span = ((start, end) != (row.start, row.end)).then_some(Change::SetSpan { allocation, start, end });
        let profile = Profile::new("typed", shares(&self.cells, rest)).map_err(Refusal::from)?;
        let profile = (profile != row.profile).then_some(Change::SetProfile { allocation, profile });
        Ok([span, amount, profile].into_iter().flatten().collect())
    }
}

/// The shares of each cell of their sum, in eighteen places: the differences of what is reached by the end of each, so that
/// they add to one and every end is met to the cent.
fn shares(cells: &[i64], whole: i64) -> Parameters {
    let (mut reached, mut before) = (0, Decimal::ZERO);
    let share = |(at, cents): (usize, &i64)| {
        reached += cents;
        let until = Share::fine(Decimal::from(reached) / Decimal::from(whole)).decimal();
        (format!("s{:03}", at + 1), Share::fine(until - std::mem::replace(&mut before, until)))
    };
    cells.iter().enumerate().map(share).collect::<BTreeMap<_, _>>()
}

/// What of a row was paid in what of a year lies in the package.
fn paid_in(row: &Allocation, package: &Package, year: i32) -> Money {
    let inside = |quarter: Quarter| quarter.year() == year && quarter <= package.last;
    cents(row.paid.iter().filter(|paid| inside(paid.quarter)).map(|paid| paid.amount.cents()).sum())
}

/// The place of the last cell that has anything.
fn last_used(cells: &[i64]) -> Option<usize> {
    cells.iter().rposition(|cents| *cents != 0)
}

/// How many quarters from this one on can be typed.
fn most_from(first: Quarter) -> u32 {
    MOST_QUARTERS.min(count(end_of_time().since(first)) + 1)
}

/// The last quarter there is.
fn end_of_time() -> Quarter {
    Quarter::new(2199, 4).unwrap_or_else(|| unreachable!("the calendar has it"))
}

fn count(quarters: i32) -> u32 {
    u32::try_from(quarters).unwrap_or(0)
}

const fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}
