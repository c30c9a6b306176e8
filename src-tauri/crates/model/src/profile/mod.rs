//! Profiles: the shape of payment over time.
//!
//! A profile is one rising curve `F`, with `F(0) = 0` and `F(1) = 1`. Period `k` of `n` gets
//! `round(total × F(k/n)) − round(total × F((k−1)/n))`, rounded half-even. Rounding telescopes: every spread adds to the
//! total to the cent without a repair step, and a longer horizon moves nothing.
//!
//! Every curve also takes a `delay` and a `stretch` ([`TIMING`]): over a span of `n` periods, period `k` stands at
//! `t = (k − delay) / (stretch × n)`.
//!
//! Shares are computed in decimals and quantised half-even to twelve places before they meet money; where a typed share
//! has more places than that, to eighteen.

mod beta;
mod empirical;
mod geometric;
mod linear;
mod logistic;
mod nasa;
mod outlay;
mod parameter;
mod pert;
mod points;
mod rayleigh;
mod refusal;
mod run;
mod series;
#[cfg(test)]
mod tests;
mod trapezoid;
mod typed;
mod uniform;
mod weibull;

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};

pub use outlay::{disbursement_ratio, outlays};
pub use parameter::{Handle, Kind, Parameter, Parameters, TIMING};
pub use refusal::ProfileRefusal;
pub use run::Run;
use run::Timing;
pub(crate) use series::power;

use crate::{Money, Share};

/// How many units a whole is divided into: shares have twelve places.
pub const SHARE_UNITS: i64 = 1_000_000_000_000;

/// How many units a whole is divided into where a typed share has more than twelve places: eighteen of them.
pub const FINE_UNITS: i64 = SHARE_UNITS * 1_000_000;

/// The share paid after so many periods of one curve with one span, before quantising. The number of periods is above
/// nought and below the one at which all is paid.
type Shape = Box<dyn Fn(Decimal) -> Decimal>;

/// A kind of curve.
pub struct Curve {
    /// Its name in files: `trapezoid`.
    pub key: &'static str,
    /// The parameters it takes beside [`TIMING`].
    pub parameters: &'static [Parameter],
    /// Who describes or measured it, with address where there is one.
    pub source: &'static str,
    /// A condition that binds several parameters; most curves have none.
    check: fn(&Parameters) -> Result<(), ProfileRefusal>,
    /// How many spans pass until all is paid, as numerator and denominator; one for most.
    natural: fn(&Parameters) -> (u16, u16),
    /// The curve over a span of so many periods.
    shape: fn(&Parameters, span: Decimal) -> Shape,
}

impl fmt::Debug for Curve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)
    }
}

/// Every curve there is, those most easily explained first. A new one is a file and a line.
pub static PROFILES: &[&Curve] = &[
    &uniform::UNIFORM,
    &trapezoid::TRAPEZOID,
    &linear::FRONT,
    &linear::BACK,
    &logistic::LOGISTIC,
    &empirical::INVESTMENT,
    &empirical::POLICY,
    &typed::TYPED,
    &points::EMPIRICAL,
    &outlay::OUTLAY_RATES,
    &geometric::GEOMETRIC,
    &beta::BETA,
    &pert::PERT,
    &nasa::NASA_BETA,
    &rayleigh::RAYLEIGH,
    &weibull::WEIBULL,
];

/// A curve with valid parameters. One that is not valid cannot be made.
#[derive(Clone)]
pub struct Profile {
    curve: &'static Curve,
    parameters: Parameters,
    /// What the parameters say about time; read once, because every row asks.
    timing: Timing,
    /// Whether a parameter has more than twelve places.
    fine: bool,
}

impl PartialEq for Profile {
    fn eq(&self, other: &Self) -> bool {
        self.curve.key == other.curve.key && self.parameters == other.parameters
    }
}

impl Eq for Profile {}

impl std::hash::Hash for Profile {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.curve.key.hash(state);
        self.parameters.hash(state);
    }
}

impl PartialOrd for Profile {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Profile {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.curve.key, &self.parameters).cmp(&(other.curve.key, &other.parameters))
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:?}", self.curve.key, self.parameters)
    }
}

impl Profile {
    /// The profile with this key and these parameters. Optional parameters that are as usual are left out of it.
    ///
    /// # Errors
    /// [`ProfileRefusal`] where there is no such curve, a parameter is unknown, missing or out of range, or a list of
    /// shares or points makes no curve that rises to the whole.
    pub fn new(key: &str, parameters: Parameters) -> Result<Self, ProfileRefusal> {
        let curve =
            *PROFILES.iter().find(|curve| curve.key == key).ok_or_else(|| ProfileRefusal::Unknown(key.to_owned()))?;
        let parameters = parameter::checked(curve, parameters)?;
        (curve.check)(&parameters)?;
        let timing = Timing::of(curve, &parameters);
        let fine = parameters.values().any(|value| value.is_fine());
        Ok(Self { curve, parameters, timing, fine })
    }

    /// The same amount in each period.
    #[must_use]
    pub fn uniform() -> Self {
        let (curve, parameters) = (&uniform::UNIFORM, Parameters::new());
        let timing = Timing::of(curve, &parameters);
        Self { curve, parameters, timing, fine: false }
    }

    /// The kind of curve.
    #[must_use]
    pub fn curve(&self) -> &'static Curve {
        self.curve
    }

    /// The name of the curve in files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.curve.key
    }

    /// The parameters, those of its timing among them.
    #[must_use]
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// Whether a typed share has more than twelve places, so that the curve is computed to eighteen.
    #[must_use]
    pub const fn is_fine(&self) -> bool {
        self.fine
    }

    /// How many units [`Profile::shares`] divides the whole into: [`SHARE_UNITS`], or [`FINE_UNITS`] of a fine one.
    #[must_use]
    pub const fn units(&self) -> i64 {
        if self.fine { FINE_UNITS } else { SHARE_UNITS }
    }

    /// What so many of its [`Profile::units`] are of a total, rounded half-even to the cent.
    #[must_use]
    pub fn part_of(&self, total: Money, units: i64) -> Money {
        if self.fine { share_of_fine(total, units) } else { share_of(total, units) }
    }

    /// What is paid of a total in each of the [`Profile::reach`] of `span` periods; it adds to the total.
    #[must_use]
    pub fn spread(&self, total: Money, span: u32) -> Vec<Money> {
        let mut before = 0;
        let shares = self.shares(self.run(span, 0), u32::MAX);
        let period = |units: &i64| {
            let until = self.part_of(total, *units).cents();
            Money::from_cents(until - std::mem::replace(&mut before, until))
        };
        shares.iter().map(period).collect()
    }

    /// How many periods pass until all of a span of `span` periods is paid: as many, unless the curve is delayed or
    /// stretched or reaches beyond its span by itself. At least one.
    #[must_use]
    pub fn reach(&self, span: u32) -> u32 {
        self.run(span, 0).periods()
    }

    /// What is left of a span of `span` periods once the first `elapsed` of them are settled: the delay that has not
    /// passed yet, and then the whole curve over the rest of the reach.
    #[must_use]
    pub fn run(&self, span: u32, elapsed: u32) -> Run {
        self.timing.run(span, elapsed)
    }

    /// The shares paid by the end of each of the first `most` periods of a run, in its [`Profile::units`]. Rising; the
    /// last of all its periods has the whole.
    #[must_use]
    pub fn shares(&self, run: Run, most: u32) -> Vec<i64> {
        self.rising(run, most, self.units())
    }

    fn rising(&self, run: Run, most: u32, whole: i64) -> Vec<i64> {
        let share = self.share_in(run, whole);
        let mut reached = 0;
        (1..=run.periods().min(most))
            .map(|period| {
                // A curve cannot fall; twelve places of two neighbours may still tie the wrong way round.
                reached = share(Decimal::from(period)).max(reached);
                reached
            })
            .collect()
    }

    /// The shares paid by the end of each of the [`Profile::reach`] of `span` periods, in units of 10⁻¹². Rising; the
    /// last one is the whole. To tell them: the money of a fine profile is that of [`Profile::spread`].
    #[must_use]
    pub fn cumulative(&self, span: u32) -> Vec<i64> {
        self.rising(self.run(span, 0), u32::MAX, SHARE_UNITS)
    }

    /// The shares paid at the end of each of `steps` equal steps through the reach of `span` periods, for drawing.
    #[must_use]
    pub fn sampled(&self, span: u32, steps: u32) -> Vec<i64> {
        let run = self.run(span, 0);
        let share = self.share_in(run, SHARE_UNITS);
        let periods = Decimal::from(run.periods());
        (1..=steps).map(|step| share(Decimal::from(step) * periods / Decimal::from(steps))).collect()
    }

    /// The share paid after so many periods of a run, in units of which `whole` are the whole.
    fn share_in(&self, run: Run, whole: i64) -> impl Fn(Decimal) -> i64 + use<> {
        let end = Decimal::from(run.periods());
        let idle = Decimal::from(run.idle());
        let span = self.timing.span(run);
        let paid_after = self.timing.paying(run);
        let shape = (!run.is_over()).then(|| (self.curve.shape)(&self.parameters, span));
        move |periods| {
            let paying = periods - idle;
            match &shape {
                Some(shape) if periods < end && paying < paid_after => {
                    if paying <= Decimal::ZERO {
                        0
                    } else {
                        let share = shape(paying);
                        (if whole == SHARE_UNITS { to_units(share) } else { to_fine_units(share) }).clamp(0, whole)
                    }
                }
                _ => whole,
            }
        }
    }
}

/// No condition binds the parameters.
fn free(_: &Parameters) -> Result<(), ProfileRefusal> {
    Ok(())
}

/// All is paid at the end of the span.
fn one_span(_: &Parameters) -> (u16, u16) {
    (1, 1)
}

/// A share in units of 10⁻¹², half-even.
///
/// Curves are right to more than 22 places and not to all 28, so that what differs from a half by less than that is one.
fn to_units(share: Decimal) -> i64 {
    let told = share.round_dp_with_strategy(22, RoundingStrategy::MidpointNearestEven);
    let scaled = Share::quantised(told).decimal() * Decimal::from(SHARE_UNITS);
    i64::try_from(scaled).unwrap_or(if scaled.is_sign_negative() { 0 } else { SHARE_UNITS })
}

/// A share in units of 10⁻¹⁸, half-even. What is typed with so many places is told by sums and products alone, which are
/// right to all of them.
fn to_fine_units(share: Decimal) -> i64 {
    let mut told = Share::fine(share).decimal();
    told.rescale(18);
    i64::try_from(told.mantissa()).unwrap_or(if told.is_sign_negative() { 0 } else { FINE_UNITS })
}

/// `total × units / 10¹⁸`, rounded half-even to the cent. `units` lies between 0 and 10¹⁸.
#[must_use]
pub fn share_of_fine(total: Money, units: i64) -> Money {
    debug_assert!((0..=FINE_UNITS).contains(&units), "{units} is not a share");
    // Below 2¹²⁴: an amount has 63 bits and a share 60.
    let whole = i128::from(FINE_UNITS);
    let product = i128::from(total.cents()) * i128::from(units);
    let (down, rest) = (product.div_euclid(whole), product.rem_euclid(whole));
    let up = rest * 2 > whole || (rest * 2 == whole && down % 2 != 0);
    // A share of an amount is no larger than it.
    Money::from_cents(i64::try_from(down + i128::from(up)).unwrap_or(i64::MAX))
}

/// `total × units / 10¹²`, rounded half-even to the cent. `units` lies between 0 and 10¹².
#[must_use]
pub fn share_of(total: Money, units: i64) -> Money {
    debug_assert!((0..=SHARE_UNITS).contains(&units), "{units} is not a share");
    let cents = total.cents();
    let size = share_of_size(cents.unsigned_abs(), units.unsigned_abs()).cast_signed();
    Money::from_cents(if cents < 0 { -size } else { size })
}

/// The heart of every schedule, four million times for a large plan, so without a 128-bit division.
///
/// Whole multiples of 10¹² cents split off exactly. What is left times the units stays below 2⁸⁰; its quotient is
/// estimated by a multiplication with 2⁸⁴/10¹², which is the true one or one less, and put right by the remainder.
fn share_of_size(cents: u64, units: u64) -> u64 {
    const WHOLE: u64 = SHARE_UNITS.unsigned_abs();
    const RECIPROCAL: u64 = ((1_u128 << 84) / WHOLE as u128) as u64;
    let (wholes, part) = (cents / WHOLE, cents % WHOLE);
    let product = u128::from(part) * u128::from(units);
    let estimate = ((u128::from((product >> 20) as u64) * u128::from(RECIPROCAL)) >> 64) as u64;
    let mut quotient = estimate;
    let mut rest = (product as u64).wrapping_sub(estimate.wrapping_mul(WHOLE));
    if rest >= WHOLE {
        quotient += 1;
        rest -= WHOLE;
    }
    let down = wholes * units + quotient;
    let up = rest * 2 > WHOLE || (rest * 2 == WHOLE && down % 2 == 1);
    down + u64::from(up)
}

/// Spreads `total` over periods whose cumulative shares are given; the amounts add to the last share of the total.
pub fn spread(total: Money, cumulative: &[i64]) -> impl Iterator<Item = Money> {
    let mut before = 0;
    cumulative.iter().map(move |units| {
        let until = share_of(total, *units).cents();
        let amount = until - before;
        before = until;
        Money::from_cents(amount)
    })
}
