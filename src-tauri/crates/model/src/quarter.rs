//! Quarters: the plan's unit of time.

use std::fmt;
use std::str::FromStr;

/// A calendar quarter from 1900-Q1 to 2199-Q4.
///
/// ```
/// use model::Quarter;
/// let start: Quarter = "2026-Q4".parse().unwrap();
/// assert_eq!(start.next().to_string(), "2027-Q1");
/// assert_eq!(start.next().since(start), 1);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter(i32);

/// A text that is not a quarter of the form `2026-Q1` between 1900 and 2199.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a quarter such as 2026-Q1")]
pub struct QuarterRefusal(pub String);

impl Quarter {
    /// The quarter `part` (1 to 4) of `year` (1900 to 2199), or nothing outside those.
    #[must_use]
    pub const fn new(year: i32, part: i32) -> Option<Self> {
        if year < 1900 || year > 2199 || part < 1 || part > 4 {
            return None;
        }
        Some(Self(year * 4 + part - 1))
    }

    /// The quarter with this count of quarters since the year nought, or nothing outside 1900 to 2199.
    #[must_use]
    pub const fn from_ordinal(ordinal: i32) -> Option<Self> {
        Self::new(ordinal.div_euclid(4), ordinal.rem_euclid(4) + 1)
    }

    /// Quarters since the year nought. Neighbours differ by one.
    #[must_use]
    pub const fn ordinal(self) -> i32 {
        self.0
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.div_euclid(4)
    }

    /// 1 to 4.
    #[must_use]
    pub const fn part(self) -> i32 {
        self.0.rem_euclid(4) + 1
    }

    /// The following quarter; the last one there is stays where it is.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.0 >= 2199 * 4 + 3 { self } else { Self(self.0 + 1) }
    }

    /// The quarter that lies `quarters` later, or the last one there is.
    #[must_use]
    pub const fn plus(self, quarters: u32) -> Self {
        let last = 2199 * 4 + 3;
        if quarters >= (last - self.0).unsigned_abs() { Self(last) } else { Self(self.0 + quarters.cast_signed()) }
    }

    /// How many quarters this one lies after `other`; negative before it.
    #[must_use]
    pub const fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-Q{}", self.year(), self.part())
    }
}

impl fmt::Debug for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Quarter {
    type Err = QuarterRefusal;

    fn from_str(text: &str) -> Result<Self, QuarterRefusal> {
        let refusal = || QuarterRefusal(text.to_owned());
        let (year, part) = text.split_once("-Q").ok_or_else(refusal)?;
        if year.len() != 4 || part.len() != 1 || !year.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit()) {
            return Err(refusal());
        }
        let number = |digits: &str| digits.parse::<i32>().map_err(|_| refusal());
        Self::new(number(year)?, number(part)?).ok_or_else(refusal)
    }
}
