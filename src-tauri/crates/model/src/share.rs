//! Shares and rates.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};

/// A share or rate, quantised to twelve places half-even. Only the entries of a typed profile may have up to eighteen, so
/// that the amounts somebody typed are met to the cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(Decimal);

/// A text that is not a plain decimal number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a decimal number with at most twelve places")]
pub struct ShareRefusal(pub String);

impl Share {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// The whole.
    pub const ONE: Self = Self(Decimal::ONE);

    /// `value` rounded half-even to twelve places.
    #[must_use]
    pub fn quantised(value: Decimal) -> Self {
        Self(value.round_dp_with_strategy(12, RoundingStrategy::MidpointNearestEven).normalize())
    }

    /// `value` rounded half-even to eighteen places, as an entry of a typed profile may have.
    #[must_use]
    pub fn fine(value: Decimal) -> Self {
        Self(value.round_dp_with_strategy(18, RoundingStrategy::MidpointNearestEven).normalize())
    }

    /// Whether it has more than twelve places.
    #[must_use]
    pub const fn is_fine(self) -> bool {
        self.0.scale() > 12
    }

    /// Reads a parameter of a profile: like any other share, but with up to eighteen places. Which parameters may have so
    /// many, [`crate::Profile::new`] decides.
    ///
    /// # Errors
    /// [`ShareRefusal`] where the text is no plain decimal number or has more places.
    pub fn read_fine(text: &str) -> Result<Self, ShareRefusal> {
        read(text, Self::fine)
    }

    /// The share in units of 10⁻¹², as amounts are multiplied with; a rate that does not fit is the whole.
    #[must_use]
    pub fn units(self) -> i64 {
        i64::try_from(self.0 * Decimal::from(crate::SHARE_UNITS)).unwrap_or(crate::SHARE_UNITS)
    }

    /// The share as a decimal.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Share {
    type Err = ShareRefusal;

    /// Reads digits with a point; refuses exponents, signs other than a leading minus, and more than twelve places.
    fn from_str(text: &str) -> Result<Self, ShareRefusal> {
        read(text, Self::quantised)
    }
}

/// A plain decimal number that `rounded` leaves as it is.
fn read(text: &str, rounded: fn(Decimal) -> Share) -> Result<Share, ShareRefusal> {
    let refusal = || ShareRefusal(text.to_owned());
    let body = text.strip_prefix('-').unwrap_or(text);
    let plain = body.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && body.bytes().any(|byte| byte.is_ascii_digit());
    if !plain || body.len() > 28 {
        return Err(refusal());
    }
    let value = Decimal::from_str_exact(text).map_err(|_| refusal())?;
    let share = rounded(value);
    if share.0 == value { Ok(share) } else { Err(refusal()) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn twelve_places_are_read_and_eighteen_where_they_may_be() {
        let third = |places: usize| format!("0.{}", "3".repeat(places));
        assert_eq!(third(12).parse::<Share>().unwrap().to_string(), third(12));
        assert!(third(13).parse::<Share>().is_err());
        assert_eq!(Share::read_fine(&third(18)).unwrap().to_string(), third(18));
        assert!(Share::read_fine(&third(19)).is_err());
        assert_eq!(Share::read_fine("0.500000000000000000").unwrap(), "0.5".parse().unwrap());
        assert!(Share::read_fine(&third(13)).unwrap().is_fine() && !Share::read_fine(&third(12)).unwrap().is_fine());
        for text in ["", ".", "1e9", "NaN", "+1", "0,5", "\u{661}"] {
            assert!(Share::read_fine(text).is_err(), "{text:?} was taken");
        }
    }
}
