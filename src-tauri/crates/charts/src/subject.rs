//! What charts are drawn from: the plan's flows per quarter, exact to the cent, and the facts every figure states.

use crate::comparison::Comparison;
use crate::conditions::{Conditions, Unpaid};
use crate::figure::ChartError;
use model::{Money, Quarter, Total};

/// The facts that every figure of a plan states, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The reading's short name: `overlay`.
    pub reading: String,
    /// The scenario's name in the reader's language; nothing for the base.
    pub scenario: Option<String>,
    /// The version or the moment of the history in words, ready to print: `version “Board draft”`; nothing for the present.
    pub frozen: Option<String>,
    /// The price basis: `current USD`.
    pub prices: String,
    /// The plan's "today", `2026-11-20`. What is no such date draws no marker.
    pub as_of: String,
    /// The first eight characters of the plan's hash.
    pub fingerprint: String,
    /// Short names of the sources, most important first.
    pub sources: Vec<String>,
    /// How much of the amount rests on assumptions of the plan, in thousandths: [`Facts::assumed_per_mille`].
    pub assumed_per_mille: u16,
}

/// From whom money comes and on what terms, as charts tell it apart; in the order of the stack, from the bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Funding {
    /// Public grants.
    Grants,
    /// Public loans on any terms.
    Loans,
    /// Public equity and guarantees.
    OtherPublic,
    /// Private loans and equity.
    Private,
}

impl Funding {
    /// All, in the order of the stack.
    pub const ALL: [Self; 4] = [Self::Grants, Self::Loans, Self::OtherPublic, Self::Private];

    /// A name that does not change with the language.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Grants => "grants",
            Self::Loans => "loans",
            Self::OtherPublic => "other_public",
            Self::Private => "private",
        }
    }
}

/// The money of one funding, inside the booster or outside it, per quarter of the plan (not cumulative).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Whose money.
    pub funding: Funding,
    /// Whether it depends on reform steps.
    pub booster: bool,
    /// Committed anew in each quarter.
    pub committed: Vec<Total>,
    /// Planned to be paid in each quarter; actuals before as-of.
    pub planned: Vec<Total>,
    /// Paid in each quarter, after release and absorption.
    pub paid: Vec<Total>,
    /// Planned for after the last quarter.
    pub after: Total,
}

/// A sum that the plan's lines are held against: what an assessment says is needed over the whole period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    /// The assessment's short name: `RDNA5`.
    pub name: String,
    /// The sum.
    pub amount: Money,
    /// Its price basis in words: `end-2025 prices`.
    pub prices: String,
}

/// What every chart is drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What every figure states.
    pub facts: Facts,
    /// The plan's first quarter, the first of its year.
    pub first: Quarter,
    /// How many quarters the plan has: whole years, 1 to 200 of them.
    pub quarters: usize,
    /// The flows; several of one kind are added up.
    pub flows: Vec<Flow>,
    /// The needs line, if there is one.
    pub needs: Option<Needs>,
    /// What money waits for.
    pub conditions: Conditions,
    /// What other states of the plan come to, for the charts that compare.
    pub comparison: Comparison,
}

impl Subject {
    /// Refuses quarters that are not whole years, and flows of another length.
    pub(crate) fn check(&self) -> Result<(), ChartError> {
        let quarters = self.quarters;
        if quarters == 0 || !quarters.is_multiple_of(4) || quarters > 800 || self.first.part() != 1 {
            return Err(ChartError::Years { quarters });
        }
        let given = |what: &'static str, given: usize, expected: usize| {
            if given == expected { Ok(()) } else { Err(ChartError::Lengths { what, given, expected }) }
        };
        for flow in &self.flows {
            for column in [&flow.committed, &flow.planned, &flow.paid] {
                given(flow.funding.key(), column.len(), quarters)?;
            }
        }
        let conditions = &self.conditions;
        for (reason, stock) in &conditions.unpaid {
            given(reason.key(), stock.len(), quarters)?;
        }
        // A plan of which no more is told has neither states nor years.
        let or_none = |what, count, expected| if count == 0 { Ok(()) } else { given(what, count, expected) };
        or_none("booster", conditions.booster.len(), quarters)?;
        or_none("years", conditions.years.len(), quarters / 4)?;
        conditions.caps.iter().try_for_each(|cap| given("caps", cap.years.len(), conditions.years.len()))?;
        self.comparison.check()
    }

    /// What of the committed money is not paid at the end of a quarter, for this reason.
    pub(crate) fn unpaid(&self, reason: Unpaid, quarter: usize) -> Total {
        let stocks = self.conditions.unpaid.iter().filter(|(known, _)| *known == reason);
        stocks.map(|(_, stock)| stock[quarter]).sum()
    }

    /// The calendar year of the quarter with this place in the plan.
    pub(crate) fn year(&self, quarter: usize) -> i32 {
        self.first.year() + (quarter / 4) as i32
    }

    /// The quarter with this place in the plan.
    pub(crate) fn quarter(&self, place: usize) -> Quarter {
        self.first.plus(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// The plan's name for a quarter: `2026-Q1`.
    pub(crate) fn quarter_key(&self, quarter: usize) -> String {
        format!("{}-Q{}", self.year(quarter), quarter % 4 + 1)
    }

    /// Running sums over all flows of one measure, at the end of each quarter; refuses a sum below nought. The subject
    /// has been checked.
    pub(crate) fn cumulative(
        &self,
        what: &'static str,
        measure: impl Fn(&Flow) -> &[Total],
    ) -> Result<Vec<Total>, ChartError> {
        let mut sum = Total::ZERO;
        let mut sums = Vec::new();
        for quarter in 0..self.quarters {
            sum += self.flows.iter().map(|flow| measure(flow)[quarter]).sum();
            if sum < Total::ZERO {
                return Err(ChartError::Negative { what, period: self.quarter_key(quarter), amount: sum.to_string() });
            }
            sums.push(sum);
        }
        Ok(sums)
    }

    /// What is planned for after the last quarter.
    pub(crate) fn after(&self) -> Total {
        self.flows.iter().map(|flow| flow.after).sum()
    }
}

/// A date as a place among the plan's quarters: 3.5 is the middle of the fourth. Nothing for what is no date.
pub(crate) fn place_of(first: Quarter, date: &str) -> Option<f64> {
    let (year, month, day) = date_parts(date)?;
    let lengths = [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let start = (month - 1) / 3 * 3;
    let quarter: u32 = lengths[start..start + 3].iter().sum();
    let passed: u32 = lengths[start..month - 1].iter().sum::<u32>() + day - 1;
    let whole = (year - first.year()) * 4 + (start / 3) as i32 - (first.part() - 1);
    Some(f64::from(whole) + f64::from(passed) / f64::from(quarter))
}

/// Year, month and day of `2026-11-20`.
pub(crate) fn date_parts(date: &str) -> Option<(i32, usize, u32)> {
    let mut parts = date.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month: usize = parts.next()?.parse().ok()?;
    let day: u32 = parts.next()?.parse().ok()?;
    let real = parts.next().is_none() && (1900..2200).contains(&year) && (1..=12).contains(&month);
    (real && (1..=31).contains(&day)).then_some((year, month, day))
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_date_has_a_place_among_quarters() {
        let first = Quarter::new(2026, 1).unwrap();
        assert!((place_of(first, "2026-01-01").unwrap()).abs() < 1e-12);
        assert!((place_of(first, "2026-10-01").unwrap() - 3.0).abs() < 1e-12);
        assert!((place_of(first, "2026-11-20").unwrap() - (3.0 + 50.0 / 92.0)).abs() < 1e-12);
        assert!((place_of(first, "2025-10-01").unwrap() + 1.0).abs() < 1e-12);
        for text in ["", "2026", "2026-13-01", "2026-00-01", "2026-01-32", "today", "2026-01-01-01", "9999-01-01"] {
            assert_eq!(place_of(first, text), None, "{text}");
        }
    }
}
