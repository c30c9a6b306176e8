//! The package and the ways in which its headline amounts are read.

use std::fmt;
use std::str::FromStr;

use crate::table::Row;
use crate::{Key, Money, Name, Quarter};

/// A calendar day, for "as of" and for publication dates.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, where the calendar has it and its year lies in 1900 to 2199.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let days = days_of(year, month);
        ((1900..=2199).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// The quarter the day lies in.
    #[must_use]
    pub fn quarter(self) -> Quarter {
        let part = i32::from(self.month - 1) / 3 + 1;
        // A date holds a year and month for which the quarter exists.
        Quarter::new(self.year, part).unwrap_or_else(|| unreachable!("a date lies in a quarter"))
    }
}

impl Date {
    /// The day `days` later, or the last one of 2199.
    ///
    /// ```
    /// use model::Date;
    /// let ceasefire: Date = "2026-12-31".parse().unwrap();
    /// assert_eq!(ceasefire.plus_days(60).to_string(), "2027-03-01");
    /// ```
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        self.days_later(days).unwrap_or(Self { year: 2199, month: 12, day: 31 })
    }

    /// The day `days` later, where it lies before the end of 2199.
    #[must_use]
    pub fn days_later(self, days: u32) -> Option<Self> {
        let mut date = self;
        let mut left = days;
        // Whole months at a time; a plan spans few of them.
        loop {
            let rest = u32::from(days_of(date.year, date.month) - date.day);
            if left <= rest {
                return Some(Self { day: date.day + u8::try_from(left).unwrap_or(0), ..date });
            }
            if (date.year, date.month) == (2199, 12) {
                return None;
            }
            left -= rest + 1;
            let (year, month) = if date.month == 12 { (date.year + 1, 1) } else { (date.year, date.month + 1) };
            date = Self { year, month, day: 1 };
        }
    }
}

/// How many days the month has; nought where there is no such month.
const fn days_of(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// A text that is not a day of the form `2026-11-20`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a day such as 2026-11-20")]
pub struct DateRefusal(pub String);

impl FromStr for Date {
    type Err = DateRefusal;

    fn from_str(text: &str) -> Result<Self, DateRefusal> {
        let refusal = || DateRefusal(text.to_owned());
        let shaped = text.len() == 10
            && text
                .bytes()
                .enumerate()
                .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
        if !shaped {
            return Err(refusal());
        }
        let year = text[..4].parse().map_err(|_| refusal())?;
        let month = text[5..7].parse().map_err(|_| refusal())?;
        let day = text[8..].parse().map_err(|_| refusal())?;
        Self::new(year, month, day).ok_or_else(refusal)
    }
}

/// The total to be divided. A target under negotiation, not a signed budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// What the plan is called.
    pub name: Name,
    /// The total.
    pub total: Money,
    /// ISO 4217 code of the currency the plan computes in.
    pub currency: String,
    /// A label of the prices: `current USD`.
    pub price_basis: String,
    /// The plan's today: before it actuals count, after it profiles.
    pub as_of: Date,
    /// First quarter of the package.
    pub first: Quarter,
    /// Last quarter of the package; what is paid later is shown as "after".
    pub last: Quarter,
    /// The reading in force.
    pub reading: Key,
    /// What the sources state about the need of all sectors together, where it differs from the sum by rounding.
    pub needs_total: Money,
    /// Where the total comes from.
    pub sources: Vec<Key>,
}

impl Package {
    /// How many quarters the package has.
    #[must_use]
    pub fn quarters(&self) -> usize {
        usize::try_from(self.last.since(self.first) + 1).unwrap_or(0)
    }

    /// Its years, first to last.
    #[must_use]
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.first.year()..=self.last.year()
    }

    /// The first quarter that is not wholly in the past: actuals count before it, profiles from it on.
    #[must_use]
    pub fn open_quarter(&self) -> Quarter {
        self.as_of.quarter().max(self.first)
    }
}

/// How the package's headline amounts relate: a named, dated, sourced set of limits and nothing else. A figure that is
/// missing is no limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its key: `overlay`.
    pub key: Key,
    /// What it is called.
    pub label: Name,
    /// When it was said, as far as it is known.
    pub date: String,
    /// Public grants and loans.
    pub public: Option<Money>,
    /// The booster as a block of its own, beside public and private.
    pub booster_block: Option<Money>,
    /// Private capital.
    pub private: Option<Money>,
    /// The booster as a mark on money that is public or private already.
    pub booster_mark: Option<Money>,
    /// All of it.
    pub total: Option<Money>,
    /// How the figures add.
    pub arithmetic: Name,
    /// What speaks for it.
    pub evidence_for: Name,
    /// What speaks against it.
    pub evidence_against: Name,
    /// How strong it is.
    pub judgement: Name,
    /// Where it comes from.
    pub sources: Vec<Key>,
}

impl Reading {
    /// Whether rows of the booster count against the booster alone, and not as public or private too.
    #[must_use]
    pub fn booster_is_block(&self) -> bool {
        self.booster_block.is_some_and(|amount| !amount.is_zero())
    }

    /// The booster's amount, as a block or as a mark.
    #[must_use]
    pub fn booster(&self) -> Option<Money> {
        self.booster_block.filter(|amount| !amount.is_zero()).or(self.booster_mark)
    }
}

impl Row for Reading {
    type Key = Key;
    fn key(&self) -> &Key {
        &self.key
    }
}
