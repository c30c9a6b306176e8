//! Money: integer cents, and sums of them that cannot overflow.

use std::fmt;
use std::iter::Sum;
use std::str::FromStr;

use crate::{SHARE_UNITS, Share};

/// An amount of money in cents of the package's currency.
///
/// The range is that of `i64`: about ±92 quadrillion dollars. Additions are checked; nothing wraps or rounds.
///
/// ```
/// use model::Money;
/// let loan: Money = "45000000000.00".parse().unwrap();
/// assert_eq!(loan.cents(), 4_500_000_000_000);
/// assert_eq!(loan.to_string(), "45000000000.00");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

/// Why a canonical amount was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyRefusal {
    /// There was nothing to read.
    #[error("the amount is empty")]
    Empty,
    /// The text is not digits, at most one point and two decimals, and an optional leading minus.
    #[error("{0:?} is not an amount with a point and at most two decimals")]
    NotCanonical(String),
    /// More than `i64` cents can hold.
    #[error("{0:?} is larger than 92,233,720,368,547,758.07")]
    TooLarge(String),
}

impl Money {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// `cents` hundredths of the currency unit.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount in hundredths of the currency unit.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// Whether this is no money at all.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum, or nothing where it would not fit.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(cents) => Some(Self(cents)),
            None => None,
        }
    }

    /// The difference, or nothing where it would not fit.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(cents) => Some(Self(cents)),
            None => None,
        }
    }
}

/// A sum of amounts in cents. Wide enough for any number of rows that fits in memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Total(i128);

impl Total {
    /// Nothing summed yet.
    pub const ZERO: Self = Self(0);

    /// A sum of `cents`.
    #[must_use]
    pub const fn from_cents(cents: i128) -> Self {
        Self(cents)
    }

    /// The sum in cents.
    #[must_use]
    pub const fn cents(self) -> i128 {
        self.0
    }

    /// Adds one amount.
    pub fn add(&mut self, amount: Money) {
        self.0 += i128::from(amount.0);
    }

    /// A share of the sum, rounded half-even to the cent.
    #[must_use]
    pub fn share(self, share: Share) -> Self {
        let whole = i128::from(SHARE_UNITS);
        let product = self.0 * i128::from(share.units());
        let (down, rest) = (product.div_euclid(whole), product.rem_euclid(whole));
        let up = 2 * rest > whole || (2 * rest == whole && down % 2 != 0);
        Self(down + i128::from(up))
    }

    /// The sum as one amount, or nothing where it does not fit.
    #[must_use]
    pub fn to_money(self) -> Option<Money> {
        i64::try_from(self.0).ok().map(Money)
    }
}

impl From<Money> for Total {
    fn from(amount: Money) -> Self {
        Self(i128::from(amount.0))
    }
}

impl std::ops::Add for Total {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::ops::Sub for Total {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::ops::AddAssign for Total {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sum<Money> for Total {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Self {
        Self(amounts.map(|amount| i128::from(amount.0)).sum())
    }
}

impl Sum for Total {
    fn sum<I: Iterator<Item = Self>>(totals: I) -> Self {
        Self(totals.map(|total| total.0).sum())
    }
}

/// Writes cents with a point and two decimals; an ASCII minus leads what is below zero.
fn write_cents(f: &mut fmt::Formatter<'_>, cents: i128) -> fmt::Result {
    let sign = if cents < 0 { "-" } else { "" };
    let size = cents.unsigned_abs();
    write!(f, "{sign}{}.{:02}", size / 100, size % 100)
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_cents(f, i128::from(self.0))
    }
}

impl fmt::Display for Total {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_cents(f, self.0)
    }
}

impl FromStr for Money {
    type Err = MoneyRefusal;

    /// Reads what files and the command line use: a point, no grouping, at most two decimals.
    fn from_str(text: &str) -> Result<Self, MoneyRefusal> {
        if text.is_empty() {
            return Err(MoneyRefusal::Empty);
        }
        let not_canonical = || MoneyRefusal::NotCanonical(text.to_owned());
        let (negative, body) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, decimals) = body.split_once('.').map_or((body, None), |(whole, rest)| (whole, Some(rest)));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || decimals.is_some_and(|part| !digits(part) || part.len() > 2) {
            return Err(not_canonical());
        }
        let hundredths: i128 = match decimals {
            None => 0,
            Some(part) => part.parse::<i128>().map_err(|_| not_canonical())? * if part.len() == 1 { 10 } else { 1 },
        };
        let too_large = || MoneyRefusal::TooLarge(text.to_owned());
        let whole: i128 = whole.parse().map_err(|_| too_large())?;
        let cents = whole.checked_mul(100).and_then(|cents| cents.checked_add(hundredths)).ok_or_else(too_large)?;
        i64::try_from(if negative { -cents } else { cents }).map(Self).map_err(|_| too_large())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_share_of_a_sum_is_rounded_half_even() {
        let share = |cents, share: &str| Total::from_cents(cents).share(share.parse().unwrap()).cents();
        assert_eq!(share(80_000_000_000_000, "0.625"), 50_000_000_000_000);
        assert_eq!((share(5, "0.1"), share(15, "0.1"), share(25, "0.1"), share(-15, "0.1")), (0, 2, 2, -2));
        assert_eq!((share(7, "1"), share(7, "0")), (7, 0));
    }

    #[test]
    fn refuses_what_is_not_canonical() {
        for text in ["", ".", "1.", ".5", "1.234", "+1", " 1", "1 ", "1e9", "NaN", "inf", "--1", "1,0", "0x1", "١"] {
            assert!(text.parse::<Money>().is_err(), "{text:?} was taken");
        }
        assert!(matches!("92233720368547758.08".parse::<Money>(), Err(MoneyRefusal::TooLarge(_))));
        assert!(matches!("9".repeat(60).parse::<Money>(), Err(MoneyRefusal::TooLarge(_))));
        assert_eq!("92233720368547758.07".parse::<Money>().unwrap(), Money::from_cents(i64::MAX));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(cents: i64) {
            let money = Money::from_cents(cents);
            prop_assert_eq!(money.to_string().parse::<Money>().unwrap(), money);
        }
    }
}
