//! Measures and the periods they are told for.

use std::fmt;

use model::{Package, Quarter};

/// What a schedule can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// The full amount, in the quarter in which payment may begin.
    Committed,
    /// What was paid, then the profile on what is left. Adds to the amount.
    Planned,
    /// What is paid in the period, after events, reform steps and absorption; below nothing where more is taken back.
    Paid,
    /// At the end of the period: payable and not paid, because not more could be absorbed.
    Backlog,
    /// At the end of the period: released and planned for a later quarter of the package.
    ToCome,
    /// At the end of the period: released and planned past the package's last quarter.
    After,
    /// At the end of the period: withheld for a step that is late, and still claimable.
    AtRisk,
    /// At the end of the period: waiting for a step that is not due yet.
    NotYetDue,
    /// At the end of the period: what has lapsed, because a step was not met in time or the money waited too long.
    Lost,
    /// At the end of the period: what an event has ended.
    Stopped,
    /// What is taken back in the period because a step was reversed. It is contained in what is paid, as less.
    Clawback,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 11] = [
        Self::Committed,
        Self::Planned,
        Self::Paid,
        Self::Backlog,
        Self::ToCome,
        Self::After,
        Self::AtRisk,
        Self::NotYetDue,
        Self::Lost,
        Self::Stopped,
        Self::Clawback,
    ];

    /// Those that are stocks, in the order of [`Measure::ALL`].
    pub const STOCKS: [Self; 7] =
        [Self::Backlog, Self::ToCome, Self::After, Self::AtRisk, Self::NotYetDue, Self::Lost, Self::Stopped];

    /// The word for it in files and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Committed => "committed",
            Self::Planned => "planned",
            Self::Paid => "paid",
            Self::Backlog => "backlog",
            Self::ToCome => "to_come",
            Self::After => "after",
            Self::AtRisk => "at_risk",
            Self::NotYetDue => "not_yet_due",
            Self::Lost => "lost",
            Self::Stopped => "stopped",
            Self::Clawback => "clawback",
        }
    }

    /// The measure with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.key() == key)
    }

    /// Whether it is told at the end of a period (a stock) rather than for the whole of it (a flow).
    #[must_use]
    pub const fn is_stock(self) -> bool {
        match self {
            Self::Committed | Self::Planned | Self::Paid | Self::Clawback => false,
            Self::Backlog
            | Self::ToCome
            | Self::After
            | Self::AtRisk
            | Self::NotYetDue
            | Self::Lost
            | Self::Stopped => true,
        }
    }
}

/// How finely time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Every {
    /// By calendar year.
    Year,
    /// By quarter.
    Quarter,
}

impl Every {
    /// The word for it on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Quarter => "quarter",
        }
    }

    /// The fineness with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Year, Self::Quarter].into_iter().find(|every| every.key() == key)
    }

    /// The periods of a package, in order, without what comes after it.
    #[must_use]
    pub fn periods(self, package: &Package) -> Vec<Period> {
        match self {
            Self::Year => package.years().map(Period::Year).collect(),
            Self::Quarter => {
                let ordinals = package.first.ordinal()..=package.last.ordinal();
                ordinals.filter_map(Quarter::from_ordinal).map(Period::Quarter).collect()
            }
        }
    }

    /// Which of [`Every::periods`] the package's quarter number `at` lies in.
    pub(crate) fn place(self, package_first: Quarter, at: usize) -> usize {
        self.placing(package_first)(at)
    }

    /// Adds the cents of quarters that follow each other, the first of which is number `first` of the package, to the sums of
    /// their periods.
    pub(crate) fn add(self, package_first: Quarter, first: usize, quarters: &[i64], sums: &mut [i128]) {
        match self {
            Self::Quarter => {
                let sums = sums.get_mut(first..).unwrap_or_default();
                sums.iter_mut().zip(quarters).for_each(|(sum, cents)| *sum += i128::from(*cents));
            }
            Self::Year => {
                let begins = first + package_first.part() as usize - 1;
                // What is left of the year in which they begin, then whole years.
                let (head, rest) = quarters.split_at(quarters.len().min((4 - begins % 4) % 4));
                let sum = |quarters: &[i64]| quarters.iter().map(|cents| i128::from(*cents)).sum::<i128>();
                if !head.is_empty() {
                    sums[begins / 4] += sum(head);
                }
                for (at, year) in rest.chunks(4).enumerate() {
                    sums[begins.div_ceil(4) + at] += sum(year);
                }
            }
        }
    }

    /// [`Self::place`] for many quarters of one package.
    pub(crate) fn placing(self, package_first: Quarter) -> impl Fn(usize) -> usize {
        let skipped = package_first.part() as usize - 1;
        move |at| match self {
            Self::Quarter => at,
            Self::Year => (at + skipped) / 4,
        }
    }
}

/// A stretch of time that figures are told for. What comes after the package sorts last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A calendar year.
    Year(i32),
    /// A quarter.
    Quarter(Quarter),
    /// Everything past the package's last quarter.
    After,
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Quarter(quarter) => quarter.fmt(f),
            Self::After => f.write_str("after"),
        }
    }
}
