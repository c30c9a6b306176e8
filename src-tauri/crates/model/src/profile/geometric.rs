//! Each period gets `q` times what the one before it got: `F(t) = (1 − q^(N t)) / (1 − q^N)` over a span of `N` periods.
//!
//! Falls fast at first and slowly at the end, as a balance does of which the same part is drawn in each period. Where the
//! payment is stretched, `q` holds for a stretched period. Below 0.001 all would be paid at once, and above 0.999 the curve
//! is the uniform one to the eye; in between it keeps its twelve places.

use rust_decimal::Decimal;

use super::parameter::{self, value};
use super::series::{fading, ln};
use super::{Curve, Parameter, free, one_span};

const RATIO: Parameter = Parameter::one("q", "0.001", "0.999", "0.9");

/// A tail that falls by the same ratio in each period.
pub(super) static GEOMETRIC: Curve = Curve {
    key: "geometric",
    parameters: &[RATIO],
    source: "Geometric series: the payment falls by one ratio in each period; no model.",
    check: free,
    natural: one_span,
    shape: |parameters, span| {
        let stretch: Decimal = parameter::stretch(parameters).decimal();
        let whole = -ln(value(parameters, &RATIO)) * span / stretch;
        Box::new(move |k| fading(whole, k / span))
    },
};
