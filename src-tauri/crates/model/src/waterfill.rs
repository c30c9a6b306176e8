//! Dividing an amount in proportion, where each part has a floor and perhaps a cap.
//!
//! The parts are what one ratio makes of their weights, held between their bounds: `clamp(r × weight, floor, cap)` for the
//! one `r` at which they add to the total. It is found exactly, as a fraction; no part is ever more than a cent from it.

use std::cmp::{Ordering, Reverse};

use crate::{Money, Total};

/// One part of what is to be divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// In proportion to what it grows.
    pub weight: u64,
    /// The least it gets; below nought is nought.
    pub floor: Money,
    /// The most it gets, if there is a most.
    pub cap: Option<Money>,
}

/// Why an amount cannot be divided so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoRoom {
    /// The floors alone are more than there is.
    #[error("{total} is less than the floors, {floors}")]
    TooLittle {
        /// What the floors add to.
        floors: Total,
        /// What was to be divided.
        total: Money,
    },
    /// The parts cannot take that much: each has its cap, or no weight to grow by.
    #[error("{total} is more than the {caps} that the parts can take")]
    TooMuch {
        /// What they can take.
        caps: Total,
        /// What was to be divided.
        total: Money,
    },
    /// A part that would have to be more than it may be.
    #[error("the floor {floor} of part {at} is above its cap {cap}")]
    FloorAboveCap {
        /// Which part, counted from nought.
        at: usize,
        /// The least it gets.
        floor: Money,
        /// The most it gets.
        cap: Money,
    },
}

/// Divides `total` so that each part is `clamp(r × weight, floor, cap)` for one and the same `r`, rounded down or up; the
/// cents that are left go to the largest fractions, and of equal fractions to the earlier part. The parts add to the total.
///
/// ```
/// use model::{waterfill, Money, Part};
/// let part = |weight, floor| Part { weight, floor: Money::from_cents(floor), cap: None };
/// let parts = waterfill(Money::from_cents(100), &[part(1, 70), part(1, 0), part(1, 0)]).unwrap();
/// assert_eq!(parts.iter().map(|part| part.cents()).collect::<Vec<_>>(), [70, 15, 15]);
/// ```
///
/// # Errors
/// [`NoRoom`] where the floors are more than the total, the parts cannot take it, or a floor lies above its cap.
pub fn waterfill(total: Money, parts: &[Part]) -> Result<Vec<Money>, NoRoom> {
    let bounds = bounds_of(parts)?;
    let floors: i128 = bounds.iter().map(|bound| i128::from(bound.floor)).sum();
    if i128::from(total.cents()) < floors {
        return Err(NoRoom::TooLittle { floors: Total::from_cents(floors), total });
    }
    let size = total.cents().unsigned_abs();
    let Some(level) = level_of(size, &bounds) else {
        let caps = bounds.iter().map(|bound| i128::from(bound.cap.unwrap_or(bound.floor))).sum();
        return Err(NoRoom::TooMuch { caps: Total::from_cents(caps), total });
    };
    Ok(rounded(size, &bounds, level))
}

/// A part with its bounds in cents. What has no weight cannot grow: its floor is its cap.
#[derive(Clone, Copy)]
struct Bound {
    weight: u64,
    floor: u64,
    cap: Option<u64>,
}

fn bounds_of(parts: &[Part]) -> Result<Vec<Bound>, NoRoom> {
    let bound = |(at, part): (usize, &Part)| {
        let floor = part.floor.max(Money::ZERO);
        let cents = |amount: Money| amount.cents().unsigned_abs();
        match part.cap {
            Some(cap) if cap < floor => Err(NoRoom::FloorAboveCap { at, floor, cap }),
            _ if part.weight == 0 => Ok(Bound { weight: 0, floor: cents(floor), cap: Some(cents(floor)) }),
            cap => Ok(Bound { weight: part.weight, floor: cents(floor), cap: cap.map(cents) }),
        }
    };
    parts.iter().enumerate().map(bound).collect()
}

/// The ratio: so many cents by so much weight. Where nothing grows, the weight is nought.
#[derive(Clone, Copy)]
struct Level {
    cents: u128,
    weight: u128,
}

/// Where a part begins to grow with the ratio, or ceases to.
struct Turn {
    at: (u128, u128),
    /// What it adds to the cents that do not grow, and to the weight that does.
    cents: i128,
    weight: i128,
}

/// The ratio at which the parts hold `size` cents; nothing where they cannot hold as many.
fn level_of(size: u64, bounds: &[Bound]) -> Option<Level> {
    let mut turns: Vec<Turn> = bounds.iter().filter(|bound| bound.weight > 0).flat_map(turns_of).collect();
    turns.sort_by(|left, right| compared(left.at, right.at));
    let mut held: i128 = bounds.iter().map(|bound| i128::from(bound.floor)).sum();
    let mut growing: i128 = 0;
    for turn in &turns {
        if let Some(level) = between(size, held, growing).filter(|level| compared(level.pair(), turn.at).is_le()) {
            return Some(level);
        }
        held += turn.cents;
        growing += turn.weight;
    }
    between(size, held, growing)
}

fn turns_of(bound: &Bound) -> impl Iterator<Item = Turn> + use<> {
    let weight = i128::from(bound.weight);
    let of = |cents: u64| (u128::from(cents), u128::from(bound.weight));
    let begins = Turn { at: of(bound.floor), cents: -i128::from(bound.floor), weight };
    let ceases = bound.cap.map(|cap| Turn { at: of(cap), cents: i128::from(cap), weight: -weight });
    std::iter::once(begins).chain(ceases)
}

/// The ratio at which what grows makes up for what `held` lacks of `size`.
fn between(size: u64, held: i128, growing: i128) -> Option<Level> {
    let cents = u128::try_from(i128::from(size) - held).ok()?;
    let weight = u128::try_from(growing).ok()?;
    (weight > 0 || cents == 0).then_some(Level { cents, weight })
}

impl Level {
    /// As a fraction; where nothing grows any ratio would do, and the least is taken.
    fn pair(self) -> (u128, u128) {
        if self.weight == 0 { (0, 1) } else { (self.cents, self.weight) }
    }
}

/// Compares two fractions, by their quotients one after the other where their products have more than 128 bits.
fn compared(left: (u128, u128), right: (u128, u128)) -> Ordering {
    let ((a, b), (c, d)) = (left, right);
    if let (Some(over), Some(under)) = (a.checked_mul(d), c.checked_mul(b)) {
        return over.cmp(&under);
    }
    (a / b).cmp(&(c / d)).then_with(|| match (a % b, c % d) {
        (0, 0) => Ordering::Equal,
        (0, _) => Ordering::Less,
        (_, 0) => Ordering::Greater,
        (over, other) => compared((d, other), (b, over)),
    })
}

/// The parts at that ratio, each rounded down, and the cents that are left to the largest fractions.
fn rounded(size: u64, bounds: &[Bound], level: Level) -> Vec<Money> {
    let (mut parts, mut rests) = (Vec::with_capacity(bounds.len()), Vec::new());
    for (at, bound) in bounds.iter().enumerate() {
        let (part, rest) = bound.at(level);
        parts.push(part);
        rests.extend((rest > 0).then_some((Reverse(rest), at)));
    }
    let given: u128 = parts.iter().map(|part| u128::from(*part)).sum();
    let left = usize::try_from(u128::from(size).saturating_sub(given)).unwrap_or(usize::MAX);
    rests.sort_unstable();
    for (_, at) in rests.into_iter().take(left) {
        parts[at] += 1;
    }
    parts.into_iter().map(|part| Money::from_cents(i64::try_from(part).unwrap_or(i64::MAX))).collect()
}

impl Bound {
    /// The part at that ratio rounded down, and what was rounded off, in fractions of the level's weight.
    fn at(self, level: Level) -> (u64, u128) {
        let (cents, whole) = level.pair();
        // Below 2¹²⁷: the cents have 63 bits and a weight 64.
        let product = cents * u128::from(self.weight);
        let (down, rest) = (product / whole, product % whole);
        let grown = u64::try_from(down).unwrap_or(u64::MAX);
        match self.cap {
            _ if grown < self.floor => (self.floor, 0),
            Some(cap) if grown >= cap => (cap, 0),
            _ => (grown, rest),
        }
    }
}
