//! Profiles: the shape of payment over time.
//!
//! A profile is one rising curve `F`, with `F(0) = 0` and `F(1) = 1`. Period `k` of `n` gets
//! `round(total × F(k/n)) − round(total × F((k−1)/n))`, rounded half-even. Rounding telescopes: every spread adds to the
//! total to the cent without a repair step, and a longer horizon moves nothing.
//!
//! Shares are computed in decimals and quantised half-even to twelve places before they meet money.

mod empirical;
mod linear;
mod logistic;
mod trapezoid;
mod uniform;

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;

use crate::{Money, Share};

/// How many units a whole is divided into: shares have twelve places.
pub const SHARE_UNITS: i64 = 1_000_000_000_000;

/// Named parameters of a curve, in the order of their names.
pub type Parameters = BTreeMap<String, Share>;

/// One parameter that a curve takes.
#[derive(Debug)]
pub struct Parameter {
    /// Its name in files: `u`.
    pub key: &'static str,
    /// The least value, as decimal text.
    pub least: &'static str,
    /// The greatest value, as decimal text.
    pub greatest: &'static str,
    /// What it is when nobody says, as decimal text.
    pub usual: &'static str,
}

/// A kind of curve.
pub struct Curve {
    /// Its name in files: `trapezoid`.
    pub key: &'static str,
    /// The parameters it takes, all of which must be given.
    pub parameters: &'static [Parameter],
    /// Who describes or measured it, with address where there is one.
    pub source: &'static str,
    /// A condition that binds several parameters; most curves have none.
    check: fn(&Parameters) -> Result<(), ProfileRefusal>,
    /// The share paid by the end of period `k` of `n`, before quantising; `1 <= k < n`.
    share: fn(&Parameters, k: Decimal, n: Decimal) -> Decimal,
}

impl fmt::Debug for Curve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)
    }
}

/// Every curve there is. A new one is a file and a line.
pub static PROFILES: &[&Curve] = &[
    &uniform::UNIFORM,
    &trapezoid::TRAPEZOID,
    &linear::FRONT,
    &linear::BACK,
    &logistic::LOGISTIC,
    &empirical::INVESTMENT,
    &empirical::POLICY,
];

/// Why a profile is not one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileRefusal {
    /// There is no curve of that name.
    #[error("there is no profile {0:?}")]
    Unknown(String),
    /// The curve does not take this parameter.
    #[error("the profile {profile} takes no parameter {parameter:?}")]
    UnknownParameter {
        /// Which curve.
        profile: &'static str,
        /// As given.
        parameter: String,
    },
    /// The curve needs this parameter.
    #[error("the profile {profile} needs the parameter {parameter}")]
    MissingParameter {
        /// Which curve.
        profile: &'static str,
        /// Which parameter.
        parameter: &'static str,
    },
    /// The parameter lies outside its range.
    #[error("{parameter} = {value} of the profile {profile} is not between {least} and {greatest}")]
    OutOfRange {
        /// Which curve.
        profile: &'static str,
        /// Which parameter.
        parameter: &'static str,
        /// As given.
        value: Share,
        /// The least value.
        least: &'static str,
        /// The greatest value.
        greatest: &'static str,
    },
    /// Ramps of a trapezoid overlap.
    #[error("the ramps u = {u} and d = {d} of a trapezoid add to more than 1")]
    RampsOverlap {
        /// Ramp up.
        u: Share,
        /// Ramp down.
        d: Share,
    },
}

/// A curve with valid parameters. One that is not valid cannot be made.
#[derive(Clone)]
pub struct Profile {
    curve: &'static Curve,
    parameters: Parameters,
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
    /// The profile with this key and these parameters.
    ///
    /// # Errors
    /// [`ProfileRefusal`] where there is no such curve, or a parameter is unknown, missing or out of range.
    pub fn new(key: &str, parameters: Parameters) -> Result<Self, ProfileRefusal> {
        let curve =
            *PROFILES.iter().find(|curve| curve.key == key).ok_or_else(|| ProfileRefusal::Unknown(key.to_owned()))?;
        if let Some(parameter) =
            parameters.keys().find(|given| curve.parameters.iter().all(|known| known.key != *given))
        {
            return Err(ProfileRefusal::UnknownParameter { profile: curve.key, parameter: parameter.clone() });
        }
        for known in curve.parameters {
            let missing = ProfileRefusal::MissingParameter { profile: curve.key, parameter: known.key };
            let value = *parameters.get(known.key).ok_or(missing)?;
            if value < bound(known.least) || value > bound(known.greatest) {
                let Parameter { key: parameter, least, greatest, usual: _ } = *known;
                return Err(ProfileRefusal::OutOfRange { profile: curve.key, parameter, value, least, greatest });
            }
        }
        (curve.check)(&parameters)?;
        Ok(Self { curve, parameters })
    }

    /// The same amount in each period.
    #[must_use]
    pub fn uniform() -> Self {
        Self { curve: &uniform::UNIFORM, parameters: Parameters::new() }
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

    /// The parameters.
    #[must_use]
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// The shares paid by the end of each of `n` periods, in units of 10⁻¹². Rising; the last one is the whole.
    #[must_use]
    pub fn cumulative(&self, n: u32) -> Vec<i64> {
        let periods = Decimal::from(n);
        let mut reached = 0;
        (1..=n)
            .map(|k| {
                if k == n {
                    return SHARE_UNITS;
                }
                let share = (self.curve.share)(&self.parameters, Decimal::from(k), periods);
                // A curve cannot fall; twelve places of two neighbours may still tie the wrong way round.
                reached = to_units(share).clamp(reached, SHARE_UNITS);
                reached
            })
            .collect()
    }
}

/// A bound of a parameter. The lists above hold only decimal text.
fn bound(text: &'static str) -> Share {
    text.parse().unwrap_or_else(|_| unreachable!("{text} is a decimal"))
}

/// The value of a parameter that [`Profile::new`] has made sure of.
fn value(parameters: &Parameters, key: &str) -> Decimal {
    parameters.get(key).map_or(Decimal::ZERO, |share| share.decimal())
}

/// No condition binds the parameters.
fn free(_: &Parameters) -> Result<(), ProfileRefusal> {
    Ok(())
}

/// A share in units of 10⁻¹², half-even.
fn to_units(share: Decimal) -> i64 {
    let quantised = Share::quantised(share).decimal();
    let scaled = quantised * Decimal::from(SHARE_UNITS);
    i64::try_from(scaled).unwrap_or(if scaled.is_sign_negative() { 0 } else { SHARE_UNITS })
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    /// Every curve at several valid parameters.
    fn some_profile() -> impl Strategy<Value = Profile> {
        (0..PROFILES.len(), 0..=10_i64, 0..=10_i64).prop_filter_map("ramps overlap", |(at, first, second)| {
            let curve = PROFILES[at];
            let between = |parameter: &Parameter, tenths: i64| {
                let (least, greatest) = (bound(parameter.least).decimal(), bound(parameter.greatest).decimal());
                Share::quantised(least + (greatest - least) * Decimal::new(tenths, 1))
            };
            let values = curve.parameters.iter().zip([first, second]);
            let parameters = values.map(|(known, tenths)| (known.key.to_owned(), between(known, tenths))).collect();
            Profile::new(curve.key, parameters).ok()
        })
    }

    proptest! {
        #[test]
        fn shares_are_exact(cents: i64, units in 0..=SHARE_UNITS) {
            let product = i128::from(cents) * i128::from(units);
            let whole = i128::from(SHARE_UNITS);
            let got = i128::from(share_of(Money::from_cents(cents), units).cents());
            let off = (got * whole - product).abs() * 2;
            prop_assert!(off < whole || (off == whole && got % 2 == 0), "off by {} halves", off);
        }

        #[test]
        fn halves_go_to_the_even_side(cents in 0..1_000_000_i64) {
            let half = share_of(Money::from_cents(cents), SHARE_UNITS / 2).cents();
            prop_assert_eq!(half, if cents % 4 == 3 { cents / 2 + 1 } else { cents / 2 });
        }

        #[test]
        fn curves_rise_from_nothing_to_the_whole(profile in some_profile(), n in 1..60_u32) {
            let shares = profile.cumulative(n);
            prop_assert_eq!(shares.len(), n as usize);
            prop_assert!(shares.first().is_none_or(|first| *first >= 0));
            prop_assert!(shares.windows(2).all(|pair| pair[0] <= pair[1]), "{:?} falls: {:?}", profile, shares);
            prop_assert_eq!(shares.last(), Some(&SHARE_UNITS));
            // The curve itself rises: nothing had to be held up or down.
            for (k, share) in (1..n).zip(&shares) {
                let bare = (profile.curve.share)(&profile.parameters, Decimal::from(k), Decimal::from(n));
                prop_assert_eq!(to_units(bare), *share, "{:?} at {} of {}", profile, k, n);
            }
        }

        #[test]
        fn a_spread_adds_to_its_total(profile in some_profile(), cents: i64, n in 1..60_u32) {
            let total = Money::from_cents(cents);
            let sum: crate::Total = spread(total, &profile.cumulative(n)).sum();
            prop_assert_eq!(sum, crate::Total::from(total));
        }

        #[test]
        fn a_spread_of_something_pays_nothing_back(profile in some_profile(), cents in 0..i64::MAX, n in 1..60_u32) {
            prop_assert!(spread(Money::from_cents(cents), &profile.cumulative(n)).all(|amount| amount >= Money::ZERO));
        }
    }

    #[test]
    fn usual_parameters_are_valid() {
        for curve in PROFILES {
            let usual = curve.parameters.iter().map(|known| (known.key.to_owned(), bound(known.usual))).collect();
            Profile::new(curve.key, usual).unwrap();
            assert!(!curve.source.is_empty());
        }
    }

    #[test]
    fn refuses_what_is_not_a_profile() {
        let given = |pairs: &[(&str, &str)]| -> Parameters {
            pairs.iter().map(|(key, value)| ((*key).to_owned(), value.parse().unwrap())).collect()
        };
        assert!(matches!(Profile::new("spiral", given(&[])), Err(ProfileRefusal::Unknown(_))));
        assert!(matches!(Profile::new("uniform", given(&[("s", "1")])), Err(ProfileRefusal::UnknownParameter { .. })));
        assert!(matches!(
            Profile::new("trapezoid", given(&[("u", "0.2")])),
            Err(ProfileRefusal::MissingParameter { .. })
        ));
        let overlap = Profile::new("trapezoid", given(&[("u", "0.7"), ("d", "0.7")]));
        assert!(matches!(overlap, Err(ProfileRefusal::RampsOverlap { .. })));
        assert!(matches!(Profile::new("front_linear", given(&[("s", "1.5")])), Err(ProfileRefusal::OutOfRange { .. })));
    }
}
