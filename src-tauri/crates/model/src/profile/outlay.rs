//! Spend-out: money committed year by year, each year's commitment paid at the same rates in the years that follow it.
//!
//! `outlay(t) = Σ commitment(t − i) × rate(i + 1)`, with rates that add to one. As a curve it takes `years` commitments in
//! equal parts of the span, and reaches beyond the span by as many such parts as there are rates less one; within a year
//! payment is even.

use rust_decimal::Decimal;

use super::parameter::{add_to_one, count, list};
use super::typed::{along, running};
use super::{Curve, Parameter, Parameters, ProfileRefusal, SHARE_UNITS, Shape, share_of, spread, to_units};
use crate::{Money, Share};

const YEARS: Parameter = Parameter::one("years", "1", "40", "1").whole();
const RATES: Parameter = Parameter::shares("r", 40, &["1"]);
const COMMITMENTS: Parameter = Parameter::shares("c", 40, &[]);

/// What follows from yearly commitments.
pub(super) static OUTLAY_RATES: Curve = Curve {
    key: "outlay_rates",
    parameters: &[YEARS, RATES, COMMITMENTS],
    source: "Spend-out rates, as the US Department of Defense Comptroller and the Congressional Budget Office use them.",
    check: |parameters| {
        add_to_one("outlay_rates", &RATES, parameters)?;
        let (count, wanted) = (list(parameters, &COMMITMENTS).len(), usize::from(count(parameters, &YEARS)));
        match count {
            0 => Ok(()),
            _ if count == wanted => add_to_one("outlay_rates", &COMMITMENTS, parameters),
            _ => Err(ProfileRefusal::WrongCount { profile: "outlay_rates", parameter: "c", count, wanted }),
        }
    },
    natural: |parameters| {
        let (years, rates) = (count(parameters, &YEARS), list(parameters, &RATES).len() as u16);
        (years + rates - 1, years)
    },
    shape: spend_out,
};

/// The convolution, year by year, and even within a year.
fn spend_out(parameters: &Parameters, span: Decimal) -> Shape {
    let years = count(parameters, &YEARS);
    let commitments = list(parameters, &COMMITMENTS);
    // Equal commitments count one each, and the sum is divided: a third has no end, and a year has.
    let (commitments, whole) = if commitments.is_empty() {
        (vec![Decimal::ONE; usize::from(years)], Decimal::from(years))
    } else {
        (commitments, Decimal::ONE)
    };
    let rates = list(parameters, &RATES);
    let mut paid = vec![Decimal::ZERO; commitments.len() + rates.len() - 1];
    for (year, commitment) in commitments.iter().enumerate() {
        for (later, rate) in rates.iter().enumerate() {
            paid[year + later] += commitment * rate;
        }
    }
    let before = running(&paid);
    let years = Decimal::from(years);
    Box::new(move |k| along(&before, &paid, k * years / span) / whole)
}

/// What is paid of yearly commitments: one line for each, over the years from the first commitment to the last payment.
///
/// A line has nothing before its own year, and then what the rates give by cumulative rounding: it adds to its commitment
/// to the cent where the rates add to one. What they leave open stays unpaid, and nothing is paid beyond the commitment.
#[must_use]
pub fn outlays(commitments: &[Money], rates: &[Share]) -> Vec<Vec<Money>> {
    let reached: Vec<i64> = rates
        .iter()
        .scan(0, |reached, rate| {
            *reached = (*reached + to_units(rate.decimal()).clamp(0, SHARE_UNITS)).min(SHARE_UNITS);
            Some(*reached)
        })
        .collect();
    let line = |(year, commitment): (usize, &Money)| -> Vec<Money> {
        let waiting = std::iter::repeat_n(Money::ZERO, year);
        let done = std::iter::repeat_n(Money::ZERO, commitments.len() - 1 - year);
        waiting.chain(spread(*commitment, &reached)).chain(done).collect()
    };
    commitments.iter().enumerate().map(line).collect()
}

/// What is paid in each of `years` years where the share `rho` of what is still unpaid is paid in each, and what is left
/// unpaid then. `rho` counts as nought below nought and as one above one.
#[must_use]
pub fn disbursement_ratio(opening: Money, rho: Share, years: u32) -> (Vec<Money>, Money) {
    let units = to_units(rho.decimal()).clamp(0, SHARE_UNITS);
    let mut left = opening;
    let paid = (0..years).map(|_| {
        let paid = share_of(left, units);
        left = Money::from_cents(left.cents() - paid.cents());
        paid
    });
    (paid.collect(), left)
}
