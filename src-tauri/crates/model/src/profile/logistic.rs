//! The S-curve: `F(t) = (L(t) − L(0)) / (L(1) − L(0))` with `L(t) = 1 / (1 + e^(−k (t − m)))`.
//!
//! It must be renormalised, as here: the bare logistic leaves one to two per cent outside the span.

use rust_decimal::Decimal;

use super::{Curve, Parameter, free, value};

/// Slow, fast, slow.
pub(super) static LOGISTIC: Curve = Curve {
    key: "logistic",
    parameters: &[
        Parameter { key: "k", least: "0.1", greatest: "60", usual: "10" },
        Parameter { key: "m", least: "0", greatest: "1", usual: "0.5" },
    ],
    source: "Verhulst's logistic function, renormalised to the span.",
    check: free,
    share: |parameters, k, n| {
        let (steepness, middle) = (value(parameters, "k"), value(parameters, "m"));
        let bare = |t: Decimal| logistic(steepness * (t - middle));
        let (first, last) = (bare(Decimal::ZERO), bare(Decimal::ONE));
        (bare(k / n) - first) / (last - first)
    },
};

/// `1 / (1 + e^(−x))`, from the exponential of a number that is not above zero, which never loses digits.
fn logistic(x: Decimal) -> Decimal {
    let small = exp_of_negative(-x.abs());
    let (above, below) = (Decimal::ONE / (Decimal::ONE + small), small / (Decimal::ONE + small));
    if x.is_sign_negative() { below } else { above }
}

/// `e^x` for `−60 ≤ x ≤ 0`, to about 24 places.
///
/// Halves `x` until it is small, sums the series there and squares back. Each squaring doubles the relative error of
/// 10⁻²⁸, and there are at most eight of them.
fn exp_of_negative(x: Decimal) -> Decimal {
    let mut small = x;
    let mut squarings = 0;
    while small < Decimal::new(-25, 2) {
        small /= Decimal::TWO;
        squarings += 1;
    }
    let mut term = Decimal::ONE;
    let mut sum = Decimal::ONE;
    for step in 1..=24_u32 {
        term = term * small / Decimal::from(step);
        sum += term;
    }
    for _ in 0..squarings {
        sum *= sum;
    }
    sum
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn exponentials_agree_with_published_digits() {
        // e^-1 and e^-10 to 24 places (OEIS A068985, A135005 and any table).
        let close = |x: i64, digits: &str| {
            let error = (exp_of_negative(Decimal::from(x)) - Decimal::from_str_exact(digits).unwrap()).abs();
            assert!(error < Decimal::new(1, 22), "e^{x} is off by {error}");
        };
        close(-1, "0.367879441171442321595523");
        close(-10, "0.000045399929762484851535");
        assert_eq!(exp_of_negative(Decimal::ZERO), Decimal::ONE);
    }
}
