//! The S-curve: `F(t) = (L(t) − L(0)) / (L(1) − L(0))` with `L(t) = 1 / (1 + e^(−k (t − m)))`.
//!
//! It must be renormalised, as here: the bare logistic leaves one to two per cent outside the span.

use rust_decimal::Decimal;

use super::parameter::value;
use super::series::exp;
use super::{Curve, Handle, Parameter, free, one_span};

const STEEPNESS: Parameter = Parameter::one("k", "0.1", "60", "10");
const MIDDLE: Parameter = Parameter::one("m", "0", "1", "0.5").dragged(Handle::At);

/// Slow, fast, slow.
pub(super) static LOGISTIC: Curve = Curve {
    key: "logistic",
    parameters: &[STEEPNESS, MIDDLE],
    source: "Verhulst's logistic function, renormalised to the span.",
    check: free,
    natural: one_span,
    shape: |parameters, span| {
        let (steepness, middle) = (value(parameters, &STEEPNESS), value(parameters, &MIDDLE));
        let bare = move |t: Decimal| logistic(steepness * (t - middle));
        let (first, last) = (bare(Decimal::ZERO), bare(Decimal::ONE));
        Box::new(move |k| (bare(k / span) - first) / (last - first))
    },
};

/// `1 / (1 + e^(−x))`, from the exponential of a number that is not above zero, which never loses digits.
fn logistic(x: Decimal) -> Decimal {
    let small = exp(-x.abs());
    let (above, below) = (Decimal::ONE / (Decimal::ONE + small), small / (Decimal::ONE + small));
    if x.is_sign_negative() { below } else { above }
}
