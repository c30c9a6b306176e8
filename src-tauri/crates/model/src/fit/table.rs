//! Balancing a plan: its rows' amounts change so that the totals of two dimensions are as wanted.

use std::collections::{BTreeMap, BTreeSet};

use super::{Misfit, fit};
use crate::{Allocation, Capital, Change, Dimension, Grade, Instrument, Key, Money, Plan, Purpose, Total, apportion};

/// What the places of two dimensions are to hold. A place that is not named is to hold what it does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Margins {
    /// The totals of places in the dimension of the rows.
    pub rows: Vec<(String, Money)>,
    /// The totals of places in the dimension of the columns.
    pub columns: Vec<(String, Money)>,
}

/// Why a plan cannot be balanced so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BalanceRefusal {
    /// A table needs two dimensions.
    #[error("rows and columns are both {}", .0.key())]
    SameDimension(Dimension),
    /// The plan has no such place.
    #[error("there is no {} {key:?} in the plan", dimension.key())]
    UnknownKey {
        /// In which dimension.
        dimension: Dimension,
        /// What was named.
        key: String,
    },
    /// A place is named twice.
    #[error("{} {key:?} is named twice", dimension.key())]
    NamedTwice {
        /// In which dimension.
        dimension: Dimension,
        /// What was named.
        key: String,
    },
    /// A total below nought.
    #[error("{} {key:?} is to hold {total}", dimension.key())]
    NegativeTotal {
        /// In which dimension.
        dimension: Dimension,
        /// The place.
        key: String,
        /// What it was to hold.
        total: Money,
    },
    /// The totals of the rows and of the columns do not have one sum.
    #[error("the totals by {} add to {of_rows}, those by {} to {of_columns}", rows.key(), columns.key())]
    TotalsDiffer {
        /// The dimension of the rows.
        rows: Dimension,
        /// What they add to.
        of_rows: Total,
        /// The dimension of the columns.
        columns: Dimension,
        /// What they add to.
        of_columns: Total,
    },
    /// What is locked or paid at a place is more than the place is to hold.
    #[error("{held} at {} {key:?} are locked or paid, more than {total}", dimension.key())]
    HoldsMore {
        /// In which dimension.
        dimension: Dimension,
        /// The place.
        key: String,
        /// What is locked or paid there.
        held: Total,
        /// What it is to hold.
        total: Total,
    },
    /// A place has no row whose amount could change, and is to hold something else than it does.
    #[error("{} {key:?} has no row that could change; it holds {held}, not {total}", dimension.key())]
    NothingToFill {
        /// In which dimension.
        dimension: Dimension,
        /// The place.
        key: String,
        /// What is locked or paid there.
        held: Total,
        /// What it is to hold.
        total: Total,
    },
    /// Places that are to hold more, beyond what is locked and paid, than all places across where they have rows.
    #[error("by {} {keys:?} need {need}; {open:?}, all where they have rows, take {room}", dimension.key())]
    Conflict {
        /// The dimension of the places that need more.
        dimension: Dimension,
        /// Those places.
        keys: Vec<String>,
        /// What they need beyond what is locked and paid.
        need: Total,
        /// The other dimension.
        across: Dimension,
        /// All places there where they have rows that could change.
        open: Vec<String>,
        /// What those take beyond what is locked and paid.
        room: Total,
    },
    /// Amounts beyond what the plan holds.
    #[error("the totals are too large")]
    TooLarge,
}

/// The changes of amounts by which the places of two dimensions come to hold what `margins` says, to the cent, in the
/// pattern of what they hold now: a place in both that holds nothing that could change stays so. What is locked and what
/// was paid does not move. What a place in both gains or loses is shared by its rows in proportion, by largest remainders;
/// of equal ones by code.
///
/// # Errors
/// [`BalanceRefusal`] where that cannot be.
pub fn balance_table(
    plan: &Plan,
    rows: Dimension,
    columns: Dimension,
    margins: &Margins,
) -> Result<Vec<Change>, BalanceRefusal> {
    if rows == columns {
        return Err(BalanceRefusal::SameDimension(rows));
    }
    let down = Side::of(plan, rows, &margins.rows)?;
    let across = Side::of(plan, columns, &margins.columns)?;
    let (of_rows, of_columns) = (down.wanted(), across.wanted());
    if of_rows != of_columns {
        return Err(BalanceRefusal::TotalsDiffer { rows, of_rows, columns, of_columns });
    }
    let (row_rooms, column_rooms) = (down.rooms()?, across.rooms()?);
    let cells = cells(plan, &down, &across);
    let mut seed = vec![vec![Total::ZERO; across.lines.len()]; down.lines.len()];
    for ((row, column), members) in &cells {
        seed[*row][*column] = members.iter().map(|member| room(member)).sum();
    }
    let fitted = fit(&seed, &row_rooms, &column_rooms).map_err(|misfit| worded(misfit, &down, &across))?;
    let mut amounts = BTreeMap::new();
    for ((row, column), members) in &cells {
        let total = fitted[*row][*column].to_money().ok_or(BalanceRefusal::TooLarge)?;
        let weights: Vec<u64> = members.iter().map(|member| room(member).cents().unsigned_abs()).collect();
        let parts = apportion(total, &weights).map_err(|_| BalanceRefusal::TooLarge)?;
        for (member, part) in members.iter().zip(parts) {
            let amount = member.paid_total().checked_add(part).ok_or(BalanceRefusal::TooLarge)?;
            amounts.insert(member.id, (member.amount, amount));
        }
    }
    let changed = amounts.into_iter().filter(|(_, (before, after))| before != after);
    Ok(changed.map(|(allocation, (_, amount))| Change::SetAmount { allocation, amount }).collect())
}

/// A place in a dimension.
#[derive(Default)]
struct Line {
    /// What is locked or paid there.
    held: Total,
    /// What of its rows could change.
    room: Total,
    /// What it is to hold; what it does where nothing is said.
    named: Option<Money>,
}

impl Line {
    fn wanted(&self) -> Total {
        self.named.map_or(self.held + self.room, Total::from)
    }
}

/// The places of one dimension, in the order of their keys.
struct Side {
    dimension: Dimension,
    lines: BTreeMap<String, Line>,
}

impl Side {
    fn of(plan: &Plan, dimension: Dimension, named: &[(String, Money)]) -> Result<Self, BalanceRefusal> {
        let mut lines: BTreeMap<String, Line> = BTreeMap::new();
        for row in plan.allocations.iter() {
            let place = dimension.of(row, plan);
            if !lines.contains_key(place) {
                lines.insert(place.to_owned(), Line::default());
            }
            let Some(line) = lines.get_mut(place) else { continue };
            line.room.add(room(row));
            line.held.add(row.amount);
            line.held = line.held - Total::from(room(row));
        }
        let mut seen = BTreeSet::new();
        for (key, total) in named {
            if !lines.contains_key(key) && !is_place(plan, dimension, key) {
                return Err(BalanceRefusal::UnknownKey { dimension, key: key.clone() });
            }
            if !seen.insert(key) {
                return Err(BalanceRefusal::NamedTwice { dimension, key: key.clone() });
            }
            if *total < Money::ZERO {
                return Err(BalanceRefusal::NegativeTotal { dimension, key: key.clone(), total: *total });
            }
            lines.entry(key.clone()).or_default().named = Some(*total);
        }
        Ok(Self { dimension, lines })
    }

    /// What all places together are to hold.
    fn wanted(&self) -> Total {
        self.lines.values().map(Line::wanted).sum()
    }

    /// What each place is to hold beyond what is locked and paid.
    fn rooms(&self) -> Result<Vec<Total>, BalanceRefusal> {
        let dimension = self.dimension;
        let room = |(key, line): (&String, &Line)| {
            let (held, total) = (line.held, line.wanted());
            let key = || key.clone();
            if held > total {
                return Err(BalanceRefusal::HoldsMore { dimension, key: key(), held, total });
            }
            if line.room == Total::ZERO && held < total {
                return Err(BalanceRefusal::NothingToFill { dimension, key: key(), held, total });
            }
            Ok(total - held)
        };
        self.lines.iter().map(room).collect()
    }

    fn keys(&self, places: &[usize]) -> Vec<String> {
        let keys: Vec<&String> = self.lines.keys().collect();
        places.iter().filter_map(|place| keys.get(*place)).map(|key| (*key).clone()).collect()
    }

    /// The places of the keys, by key.
    fn places(&self) -> BTreeMap<&str, usize> {
        self.lines.keys().enumerate().map(|(place, key)| (key.as_str(), place)).collect()
    }
}

/// The rows of the plan that could change, by their places in both dimensions and there by their codes.
fn cells<'a>(plan: &'a Plan, down: &Side, across: &Side) -> BTreeMap<(usize, usize), Vec<&'a Allocation>> {
    let (rows, columns) = (down.places(), across.places());
    let mut cells: BTreeMap<(usize, usize), Vec<&Allocation>> = BTreeMap::new();
    for row in plan.by_code().into_iter().filter(|row| room(row) > Money::ZERO) {
        let place = rows.get(down.dimension.of(row, plan)).zip(columns.get(across.dimension.of(row, plan)));
        if let Some((row_place, column)) = place {
            cells.entry((*row_place, *column)).or_default().push(row);
        }
    }
    cells
}

/// What of a row could change: nothing where it is locked, else what was not paid.
fn room(row: &Allocation) -> Money {
    if row.locked { Money::ZERO } else { Money::from_cents(row.amount.cents() - row.paid_total().cents()) }
}

fn worded(misfit: Misfit, down: &Side, across: &Side) -> BalanceRefusal {
    match misfit {
        Misfit::OutOfRange => BalanceRefusal::TooLarge,
        Misfit::TotalsDiffer { rows: of_rows, columns: of_columns } => {
            BalanceRefusal::TotalsDiffer { rows: down.dimension, of_rows, columns: across.dimension, of_columns }
        }
        Misfit::Conflict { of_rows, lines, need, open, room } => {
            let (own, other) = if of_rows { (down, across) } else { (across, down) };
            let (keys, open) = (own.keys(&lines), other.keys(&open));
            BalanceRefusal::Conflict { dimension: own.dimension, keys, need, across: other.dimension, open, room }
        }
    }
}

/// Whether the plan has such a place, though no row may stand there.
fn is_place(plan: &Plan, dimension: Dimension, word: &str) -> bool {
    let key = word.parse::<Key>().ok();
    let known = |found: fn(&Plan, &Key) -> bool| key.as_ref().is_some_and(|key| found(plan, key));
    match dimension {
        Dimension::Funder => known(|plan, key| plan.funders.get(key).is_some()),
        Dimension::Programme => known(|plan, key| plan.programmes.get(key).is_some()),
        Dimension::Sector => known(|plan, key| plan.sectors.get(key).is_some()),
        Dimension::Cluster => word.is_empty() || known(|plan, key| plan.clusters.get(key).is_some()),
        Dimension::Instrument => Instrument::from_key(word).is_some(),
        Dimension::Capital => Capital::from_key(word).is_some(),
        Dimension::Purpose => Purpose::from_key(word).is_some(),
        Dimension::Booster => matches!(word, "yes" | "no"),
        Dimension::AmountGrade | Dimension::SplitGrade => Grade::from_key(word).is_some(),
    }
}
