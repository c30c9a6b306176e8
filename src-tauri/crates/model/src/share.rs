//! Shares and rates.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};

/// A share or rate, quantised to twelve places half-even.
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
        let refusal = || ShareRefusal(text.to_owned());
        let body = text.strip_prefix('-').unwrap_or(text);
        let plain = body.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && body.bytes().any(|byte| byte.is_ascii_digit());
        if !plain || body.len() > 28 {
            return Err(refusal());
        }
        let value = Decimal::from_str_exact(text).map_err(|_| refusal())?;
        let share = Self::quantised(value);
        if share.0 == value { Ok(share) } else { Err(refusal()) }
    }
}
